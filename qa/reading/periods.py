"""From one date or time to another: 1995 to 2003, 从3月5日开到4月10日; and times told by another: 次年."""

from __future__ import annotations

import re
from itertools import pairwise

from corpus import Span
from index.folding import fold
from index.quantities import Quantity, QuantityKind, is_one_end
from index.types import FloatMatrix, FloatVector
from qa.question import Asked
from qa.reading.changes import changes
from qa.reading.enumerations import Run, share_said
from qa.reading.pieces import Pieces

_JOIN = re.compile(r"\s?(?:-|~|至|到|直[到至]|\bto\b|\buntil\b|\btill\b|\bthrough\b)\s?")
# What may stand between the two: 自11月1日零时起至, 从3月5日开到.
_BETWEEN = re.compile(rf"[^,.;、。()\d]{{0,6}}?(?:至|到)\s?|(?:,? \d{{4}})?{_JOIN.pattern}")
_FROM = re.compile(r"(?:[从自由]|\b(?:from|between))\s?(?:the )?$")
_AND = re.compile(r" (?:and|to|until|till|through) (?:the )?")
_BRACKET = re.compile(r"\((?:b\.|born|生于|c\.|约)?\s?$")
# Closed from May until June, 1月1日至2月1日闭馆: it closes with the first.
_SHUT_AHEAD = re.compile(
    r"\b(?:closed|shut|closure) (?:\w+ )?from (?:the )?$|(?:闭[馆园]|关闭|停业)(?:时间)?[为是:]?自?$"
)
_SHUT_BEHIND = re.compile(r"(?:期间)?[将暂临时]*(?:闭[馆园]|[关封]闭|停业|停止)")
_FIRST, _LAST = ("start", "birth"), ("end", "death")
_RELATIVE = re.compile(
    r"[次翌同当當][年月](?:\d{1,2}月(?:\d{1,2}日)?)?|[次翌][日天]|(?:\d{1,2}|[一二两兩三四五六七八九十]{1,3})(?:年|个月|天)[之以]?[后後]"
    r"|\bthe (?:following|next|same) (?:year|month|day|week)\b|\b(?:an?|\w+) (?:year|month|day|week)s? later\b",
    re.IGNORECASE,
)
_CUTS = re.compile(r"[,\uff0c;\uff1b。:\uff1a]|\band\b|\bbut\b|\bthen\b")
_BETTER = 0.1  # by how much more of the question another clause has to say


def periods(sentence: Pieces) -> list[tuple[Span, Span]]:
    """The half-open offsets of both ends of each period of dates, or of times, that a sentence tells.

    What was moved from one day to another lasts from neither to the other.
    """
    text = sentence.text
    moved = {frozenset((each.before.start, each.after.start)) for each in changes(sentence)}
    figures = [each for each in sentence.figures if each.kind in (QuantityKind.DATE, QuantityKind.TIME)]
    found = [_in_one(each, text) for each in figures if each.upper is not None]
    for one, other in pairwise(figures):
        if frozenset((one.start, other.start)) in moved:
            continue
        if one.kind is other.kind and one.upper is None and other.upper is None and _joined(one, other, text):
            found.append((Span(one.start, one.end), Span(other.start, other.end)))
    return sorted(found)


def _in_one(figure: Quantity, text: str) -> tuple[Span, Span]:
    """The ends of a range that is one figure; the whole of it for each where they cannot be told apart: 1至8月."""
    whole = Span(figure.start, figure.end)
    join = _JOIN.search(fold(text[figure.start : figure.end]).text)
    if join is None:
        return whole, whole
    first, last = Span(whole.start, whole.start + join.start()), Span(whole.start + join.end(), whole.end)
    apart = all(is_one_end(figure, text, *each) for each in (first, last))
    return (first, last) if apart else (whole, whole)


def _joined(one: Quantity, other: Quantity, text: str) -> bool:
    between = fold(text[one.end : other.start]).text
    if _JOIN.fullmatch(between):
        return True
    began = _FROM.search(fold(text[max(0, one.start - 14) : one.start]).text) is not None
    return began and (_BETWEEN.fullmatch(between) or _AND.fullmatch(between)) is not None


def in_brackets(sentence: Pieces, period: tuple[Span, Span]) -> bool:
    """Whether a period opens a bracket, as the years of a life do: Henry Coil (1733–1790)."""
    return _BRACKET.search(fold(sentence.text[max(0, period[0].start - 7) : period[0].start]).text) is not None


def meant(sentence: Pieces, start: int, end: int, wording: Asked) -> Span:
    """The end that is asked for of the period that the offsets touch; the whole of it where neither is asked for."""
    for first, last in periods(sentence):
        if last.end <= start or end <= first.start:
            continue
        if wording.period in ("birth", "death") and not in_brackets(sentence, (first, last)):
            break
        if wording.period in _FIRST or (wording.period == "end" and _shut(sentence.text, first.start, last.end)):
            return first
        return last if wording.period in _LAST else Span(min(start, first.start), max(end, last.end))
    return Span(start, end)


def _shut(text: str, start: int, end: int) -> bool:
    """Whether something is closed for the period at these offsets."""
    return bool(_SHUT_AHEAD.search(fold(text[max(0, start - 30) : start]).text) or _SHUT_BEHIND.match(text, end))


def without_joint(sentence: Pieces, last: int) -> int:
    """The offset where the run up to a piece ends, before the joining word of a period in that piece: 1|日至."""
    piece = sentence.row[last - 1]
    ends = [each.end for each in sentence.figures if piece.start < each.end < piece.end]
    return ends[0] if ends and sentence.text[ends[0] : piece.end] in ("至", "到") else piece.end


def told_by_another(sentence: Pieces, run: Run, matches: FloatMatrix, weights: FloatVector) -> Run | None:
    """The date told by the one that was read, where its clause says more of the question: 次年获硕士学位; else None.

    `matches` is (words of the question, pieces of the sentence).
    """
    text, read = sentence.text, sentence.row[run[0]].start
    dates = [each for each in sentence.figures if each.kind is QuantityKind.DATE]
    if not len(weights) or not any(each.start <= read < each.end for each in dates):
        return None
    cuts = [0, *(each.end() for each in _CUTS.finditer(text)), len(text)]
    own = _share(sentence, cuts, read, matches, weights)
    for told in _RELATIVE.finditer(text, sentence.row[run[1] - 1].end):
        start, end = _clause(cuts, told.start())
        others = (each for each in dates if each.start < end and start < each.end)
        if start <= read or any(not told.start() <= each.start < told.end() for each in others):
            continue
        if _share(sentence, cuts, told.start(), matches, weights) > own + _BETTER:
            return sentence.touched(*told.span())
    return None


def _share(sentence: Pieces, cuts: list[int], place: int, matches: FloatMatrix, weights: FloatVector) -> float:
    """The share of the question that the clause at a place says."""
    start, end = _clause(cuts, place)
    return share_said(matches, weights, [n for n, each in enumerate(sentence.row) if start <= each.start < end])


def _clause(cuts: list[int], place: int) -> tuple[int, int]:
    return max(cut for cut in cuts if cut <= place), min(cut for cut in cuts if cut > place)
