"""What no answer is half of: what is typed, addresses, codes, times, account numbers, dotted and numbered names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from corpus import Span
from index.quantities import QuantityKind
from qa.identifiers import addresses, identifiers
from qa.question import Asked
from qa.reading.pieces import SENTENCES_KEPT, Pieces, Run, dotted
from qa.types import Kind

# BM-40, G1502, bd-7788X: capitals and digits; and what is told by its number: Programme 11, Room 3B.
_CODE = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Za-z0-9/.-]*[A-Z])(?=[A-Za-z/.-]*\d)[A-Za-z0-9]++(?:[-/.][A-Za-z0-9]++)*+", re.ASCII
)
_NUMBERED = re.compile(
    r"(?<![A-Za-z0-9])[A-Z][A-Za-z]* (?!(?:1[5-9]|20)\d\d\b|I\b)(?:\d+(?:\.\d+)*[A-Z]?|[A-Z]\d*)(?![\w%]|[.,:/-]\d)"
)
_CLOCK = re.compile(r"(?<![\d:])\d{1,2}:\d\d(?![\d:])")
_JOINS = re.compile(r"[-/.]")
_BEHIND = frozenset({",", "\uff0c", ";", "\uff1b", "(", "\uff08", "and", "or", "which", "和", "或"})


def made_whole(sentence: Pieces, run: Run, asked: Asked) -> Run:
    """The run with the codes and addresses whole that it cuts into; one number alone where such a one is asked for."""
    first, last = dotted(sentence, *(_typed(sentence, *run) if "`" in sentence.text else run))
    start, end = sentence.row[first].start, sentence.row[last - 1].end
    start, end = _with(addresses(sentence.text), start, end)
    if ":" in sentence.text:
        start, end = _with((Span(*each.span()) for each in _CLOCK.finditer(sentence.text)), start, end)
    if asked.identifier:
        start, end = _with(identifiers(sentence.text), start, end)
        start, end = (start, end) if asked.several else _alone(sentence, start, end)
    elif asked.kind is Kind.QUANTITY:
        start, end = _with(_codes_of_figures(sentence), start, end)
    elif asked.kind not in (Kind.DATE, Kind.PERSON):
        start, end = _with(_codes(sentence.text), start, end)
        end = _with_number(sentence, end)
    return sentence.touched(start, end)


def _typed(sentence: Pieces, first: int, last: int) -> Run:
    """The run with the code whole that it cuts into, `pyenv install -l`; what is in its backticks, if it is no more."""
    ticks = [n for n, piece in enumerate(sentence.row) if piece.term == "`"]
    for opening, closing in zip(ticks[::2], ticks[1::2], strict=False):
        if opening < last and first <= closing and closing - opening > 1:
            inside = opening <= first and last <= closing + 1
            if inside:
                return opening + 1, closing
            first, last = min(first, opening), max(last, closing + 1)
    return first, last


def _with(places: Iterable[Span], start: int, end: int) -> Span:
    """The stretch with each place whole that it touches."""
    for place in places:
        if place.start < end and start < place.end:
            start, end = min(start, place.start), max(end, place.end)
    return Span(start, end)


def _alone(sentence: Pieces, start: int, end: int) -> Span:
    """The stretch without what a comma or an "and" joins to the number that it begins with."""
    first = next((each for each in identifiers(sentence.text) if each.start == start), None)
    if first is None or first.end >= end:
        return Span(start, end)
    behind = next((piece.term for piece in sentence.row if piece.start >= first.end), "")
    return first if behind in _BEHIND else Span(start, end)


def _codes(text: str) -> Iterable[Span]:
    return (Span(*found.span()) for found in _CODE.finditer(text))


@lru_cache(maxsize=SENTENCES_KEPT)
def _codes_of_figures(sentence: Pieces) -> tuple[Span, ...]:
    """Codes of joined parts in which no figure has a unit: the 118 of PO/2024-118, not US$3-5 million."""
    joined = [code for code in _codes(sentence.text) if _JOINS.search(sentence.text, *code)]
    return tuple(
        code for code in joined if all(_bare(each.kind, each.unit) for each in sentence.figures_in(*code))
    )


def _bare(kind: QuantityKind, unit: str) -> bool:
    return kind is QuantityKind.NUMBER and not unit


def _with_number(sentence: Pieces, end: int) -> int:
    """The end moved behind the number by which the word that ends there is told from others."""
    for each in _NUMBERED.finditer(sentence.text):
        number = sentence.figures_in(end, each.end())
        if each.start() < end == each.start() + each[0].index(" ") and all(n.end <= each.end() for n in number):
            end = each.end()
    return end
