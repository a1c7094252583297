"""From one date or time to another: 1995 to 2003, 从3月5日开到4月10日; and times told by another: 次年."""

from __future__ import annotations

import re
from itertools import pairwise

from corpus import Span
from index.bounds import bounds_of
from index.folding import fold
from index.quantities import Quantity, QuantityKind, is_one_end
from index.types import FloatMatrix, FloatVector
from qa.question import Asked
from qa.reading.counting.changes import changes
from qa.reading.counting.enumerations import share_said
from qa.reading.pieces import Pieces, Run

_DAY_OF_WEEK = r"(?:\((?:周|星期|礼拜)[一二三四五六日天]\)|,? ?\(?\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\)?,?)"
_JOIN = re.compile(
    rf"{_DAY_OF_WEEK}?\s?(?:-|~|至|到|直[到至]|\bto\b|\buntil\b|\btill\b|\bthrough\b)\s?"
    rf"(?:[次翌]日|第二天|当[日天]|(?:the )?{_DAY_OF_WEEK}\s)?"
)
# What may stand between a day and its hour, or an hour and its day: 5月10日(周五)16:00, 9 am on 6 May.
_DAY_AND_HOUR = re.compile(rf"{_DAY_OF_WEEK}?(?:,? (?:at|on|from)|,)?\s?(?:{_DAY_OF_WEEK}\s)?")
# What may stand between the two: 自11月1日零时起至, 从3月5日开到.
_BETWEEN = re.compile(rf"[^,.;、。()\d]{{0,6}}?(?:至|到)\s?|(?:,? \d{{4}})?{_JOIN.pattern}")
_FROM = re.compile(r"(?:[从自由]|\b(?:from|between))\s?(?:the )?$")
_BETWEEN_BOTH = re.compile(r"\bbetween (?:the )?$", re.IGNORECASE)
_AND = re.compile(r" (?:and|to|until|till|through) (?:the )?")
_BRACKET = re.compile(r"\((?:b\.|born|生于|c\.|约)?\s?$")
# Closed from May until June, 1月1日至2月1日闭馆: when it closes is all of that.
_SHUT_AHEAD = re.compile(
    r"\b(?:closed|shut|closure) (?:\w+ )?from (?:the )?$|(?:闭[馆园]|关闭|停业)(?:时间)?[为是:]?[自从]?$"
)
_SHUT_BEHIND = re.compile(r"(?:期间)?[将暂临时]*(?:闭[馆园]|[关封]闭|停业|停止|暂停|停[用运])")
_FIRST, _LAST = ("start", "birth"), ("until", "end", "death")
_RELATIVE = re.compile(
    r"[次翌同当當][年月](?:\d{1,2}月(?:\d{1,2}日)?)?|[次翌][日天]|(?:\d{1,2}|[一二两兩三四五六七八九十]{1,3})(?:年|个月|天)[之以]?[后後]"
    r"|\bthe (?:following|next|same) (?:year|month|day|week)\b|\b(?:an?|\w+) (?:year|month|day|week)s? later\b",
    re.IGNORECASE,
)
_CUTS = re.compile(r"[,\uff0c;\uff1b。:\uff1a]|\band\b|\bbut\b|\bthen\b")
_BEGINS_AHEAD = re.compile(
    r"(?:\b(?:(?:from|since|as of)|(?:open|start|beg[ai]n)(?:s|ed|ning|ing)?(?: on| from| at)?) (?:the )?"
    rf"(?:{_DAY_OF_WEEK} )?|[从自])$"
)
_ENDS_AHEAD = re.compile(rf"(?:[到至](?:[今明后次]年)?|\b(?:until|till|to|through) (?:the )?(?:{_DAY_OF_WEEK} )?)$")
_NO_PART = frozenset({"至", "到", "止", "为", "是", "在", "于", "和", "与", "及"})
_BETTER = 0.1  # by how much more of the question another clause has to say


def periods(sentence: Pieces) -> list[tuple[Span, Span]]:
    """The half-open offsets of both ends of each period of dates, of times or of both that a sentence tells.

    What was moved from one date to another is none.
    """
    text = sentence.text
    figures = [each for each in sentence.figures if each.kind in (QuantityKind.DATE, QuantityKind.TIME)]
    found = [_in_one(each, text) for each in figures if each.upper is not None]
    moved = {(each.before.start, each.after.start) for each in changes(sentence)}
    figures = [each for each in figures if each.upper is None]
    pairs = [(one, other) for one, other in pairwise(figures) if one.kind is other.kind]
    ends = [(Span(one.start, one.end), Span(other.start, other.end)) for one, other in pairs]
    ends += [
        (Span(figures[n].start, figures[n + 1].end), Span(figures[n + 2].start, figures[n + 3].end))
        for n in range(len(figures) - 3)
        if figures[n].kind is not figures[n + 1].kind
        and [each.kind for each in figures[n : n + 2]] == [each.kind for each in figures[n + 2 : n + 4]]
        and all(told_together(text, figures[m].end, figures[m + 1].start) for m in (n, n + 2))
    ]
    found += [each for each in ends if (each[0].start, each[1].start) not in moved and _joined(*each, text)]
    return sorted(found)


def told_together(text: str, start: int, end: int) -> bool:
    """Whether what stands at these offsets joins a day and its hour: 5月10日（周五）16:00, 9 am on 6 May."""
    return _DAY_AND_HOUR.fullmatch(fold(text[start:end]).text) is not None


def _in_one(figure: Quantity, text: str) -> tuple[Span, Span]:
    """The ends of a range that is one figure; the whole of it for each where they cannot be told apart: 1至8月."""
    whole = Span(figure.start, figure.end)
    join = _JOIN.search(fold(text[figure.start : figure.end]).text)
    if join is None:
        return whole, whole
    first, last = Span(whole.start, whole.start + join.start()), Span(whole.start + join.end(), whole.end)
    apart = all(is_one_end(figure, text, *each) for each in (first, last))
    return (first, last) if apart else (whole, whole)


def _joined(one: Span, other: Span, text: str) -> bool:
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
        shut = wording.period == "end" and _shut(sentence.text, first.start, last.end)
        if wording.period in _FIRST:
            return first
        if wording.period in _LAST and not shut:
            return last
        between = _BETWEEN_BOTH.search(sentence.text[: first.start])
        return Span(min(start, between.start() if between else first.start), max(end, last.end))
    return Span(start, end)


def ends(sentence: Pieces, start: int, end: int) -> bool:
    """Whether what stands at these offsets ends a period, or is told as the last day: until noon, 5月3日前."""
    if any(last.start < end and start < last.end for _, last in periods(sentence)):
        return True
    return any(
        {"until", "by", "before"} & set(bounds_of(each, sentence.text).meanings)
        or _ENDS_AHEAD.search(fold(sentence.text[max(0, each.start - 24) : each.start]).text)
        for each in sentence.figures_in(start, end)
    )


def only_begins(sentence: Pieces, start: int, end: int) -> bool:
    """Whether the dates at these offsets tell but when something begins: valid from 10 May, 自4月1日起."""
    if any(first.start < end and start < last.end for first, last in periods(sentence)):
        return False
    held = [each for each in sentence.figures_in(start, end) if each.kind in (QuantityKind.DATE, QuantityKind.TIME)]
    text = sentence.text
    return bool(held) and (
        _BEGINS_AHEAD.search(fold(text[max(0, held[0].start - 40) : held[0].start]).text) is not None
        or text[held[-1].end : held[-1].end + 1] == "起"
    )


def _shut(text: str, start: int, end: int) -> bool:
    """Whether something is closed for the period at these offsets."""
    return bool(_SHUT_AHEAD.search(fold(text[max(0, start - 30) : start]).text) or _SHUT_BEHIND.match(text, end))


def without_joint(sentence: Pieces, last: int) -> int:
    """The offset where the run up to a piece ends, before a word in that piece that is no part: 1|日至, 王敏|以."""
    piece = sentence.row[last - 1]
    if piece.term.endswith("以") and len(piece.term) > 2 and sentence.text[piece.end : piece.end + 1].isdigit():
        return piece.end - 1
    ends = [each.end for each in sentence.figures if piece.start < each.end < piece.end]
    return ends[0] if ends and sentence.text[ends[0] : piece.end] in _NO_PART else piece.end


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
