"""Figures of which no half is an answer: 3.5m×2m, 128/82, 75%±5%, £10, £25 and £50; and units that no table knows."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from index.quantities import Quantity, QuantityKind
from qa.question import Asked
from qa.reading.counting.lists import items_before
from qa.reading.pieces import SENTENCES_KEPT, Pieces, Run

_TIMES = re.compile(r"\s?[×xX*]\s?| by ")
_GIVE_OR_TAKE = re.compile(r"\s?(?:±|\+/-)\s?")
_OVER = re.compile(r"(?<![\d/.])\d{2,3}/\d{2,3}(?: ?mm ?Hg|毫米汞柱)?(?![\w/])")  # of blood pressure
_FOR = re.compile(r"\s?[兑兌]换?\s?")
_JOIN = re.compile(r"\s?(?:[,、]|,? ?\b(?:and|or)\b|[和或及与與]|以及)\s?")
_LAST_JOIN = re.compile(r"\s?(?:、|,? ?\b(?:and|or)\b|[和或及与與]|以及)\s?")
_ANOTHER_LIST = re.compile(r"、|\b(?:and|or|respectively)\b|[和或及与與]|分别|分別")
_LENGTHS = frozenset({QuantityKind.NUMBER, QuantityKind.MEASURE})
_NO_AMOUNTS = frozenset({QuantityKind.DATE, QuantityKind.TIME, QuantityKind.ORDINAL})
_TOLD_OTHERWISE = frozenset(
    {QuantityKind.NUMBER, QuantityKind.MONEY, QuantityKind.PERCENT, QuantityKind.DURATION, QuantityKind.ORDINAL}
)
# What a bare number counts, right behind it: 2 tablespoons of, 1,400 rpm, 250 Mbit/s.
_UNIT = re.compile(
    r" ?(?!(?:more|less|fewer|times)\b)[A-Za-z\u00b5\u03bc]{2,}(?:/[A-Za-z]+)?(?=(?: of| per| an?)\b|\s*[.,;:!?)]|\s*$)"
)
_NO_MEASURES = frozenset("的是在和与及了也都后後前比而到至或为為被将等中")
_NUMERAL = re.compile(r"[零〇一二两兩三四五六七八九十百千半\d]*[零〇一二两兩三四五六七八九十半\d]")  # not 两百万要


def tied(sentence: Pieces, run: Run, asked: Asked) -> Run:
    """The run with all figures that are told together with one of its own."""
    if len(sentence.figures) < 2 and "/" not in sentence.text:
        return run
    start, end = sentence.row[run[0]].start, sentence.row[run[1] - 1].end
    for one, other in pairwise(sentence.figures):
        if one.start < end and start < other.end and _together(sentence.text, one, other):
            end = max(end, other.end)
    for one, other in reversed([*pairwise(sentence.figures)]):
        back = other.start < end and start < other.end and not _FOR.fullmatch(sentence.text, one.end, other.start)
        if back and _together(sentence.text, one, other):
            start = min(start, one.start)
    for each in _OVER.finditer(sentence.text):
        if each.start() < end and start < each.end():
            start, end = min(start, each.start()), max(end, each.end())
    for row in [] if asked.superlative else _rows(sentence):
        if row[0].start < end and start < row[-1].end:
            start, end = min(start, row[0].start), max(end, row[-1].end)
    return sentence.touched(start, end)


def _together(text: str, one: Quantity, other: Quantity) -> bool:
    gap = text[one.end : other.start]
    if _TIMES.fullmatch(gap):
        return {one.kind, other.kind} <= _LENGTHS and _alike(one, other)
    money = one.kind is other.kind is QuantityKind.MONEY
    return bool(_GIVE_OR_TAKE.fullmatch(gap) or (money and _FOR.fullmatch(gap)))


def _alike(one: Quantity, other: Quantity) -> bool:
    return one.unit == other.unit or not (one.unit and other.unit)


@lru_cache(maxsize=SENTENCES_KEPT)
def _rows(sentence: Pieces) -> list[list[Quantity]]:
    """The rows of figures of one unit with nothing between them, and nothing in the sentence that tells them apart."""
    rows: list[list[Quantity]] = []
    for figure in sentence.figures:
        last = rows[-1][-1] if rows else None
        if last and _JOIN.fullmatch(sentence.text, last.end, figure.start) and _of_row(last, figure):
            rows[-1].append(figure)
        else:
            rows.append([figure])
    return [row for row in rows if len(row) > 1 and _untold_apart(sentence, row)]


def _of_row(last: Quantity, figure: Quantity) -> bool:
    return _alike(last, figure) and not {last.kind, figure.kind} & _NO_AMOUNTS


def _untold_apart(sentence: Pieces, row: list[Quantity]) -> bool:
    joined = _LAST_JOIN.fullmatch(sentence.text, row[-2].end, row[-1].start)
    if not joined or (not row[-2].unit and len(row) == 2 and joined[0].strip() not in ("or", "或")):
        return False
    if not row[-1].unit or _ANOTHER_LIST.search(sentence.text, row[-1].end):
        return False
    return not items_before(sentence, tuple(sentence.touched(each.start, each.end) for each in row))


def with_unit(sentence: Pieces, run: Run, asked: Asked) -> Run:
    """The run of a bare number with what it counts behind it, where the question does not say that: ¾ cup, 三把."""
    first, last = run
    start, end = sentence.row[first].start, sentence.row[last - 1].end
    if last == len(sentence.row):
        return run
    if sentence.column("chinese")[last]:
        alone = _NUMERAL.fullmatch(sentence.said(first, last)) and not sentence.text.endswith("第", 0, start)
        measure = len(sentence.row[last].term) == 1 and sentence.row[last].term not in _NO_MEASURES
        return (first, last + 1) if alone and measure else run
    if sentence.column("stop")[last]:
        return run
    held = sentence.figures_in(start, end)
    bare = len(held) == 1 and held[0].end == end and held[0].kind is QuantityKind.NUMBER and not held[0].unit
    unit = _UNIT.match(sentence.text, end) if bare and not asked.figures & _TOLD_OTHERWISE else None
    return (first, sentence.touched(end, unit.end())[1]) if unit else run
