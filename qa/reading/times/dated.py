"""The edges of a date or a time: whole, with its year and with what bounds it; of a period the end that is asked."""

from __future__ import annotations

import re
from itertools import pairwise

from index.bounds import bounds_of
from index.quantities import QuantityKind
from qa.question import Asked
from qa.reading.candidates import Look, candidates
from qa.reading.pieces import Pieces, Run
from qa.reading.times.periods import meant, periods, told_together, without_joint
from qa.reading.times.weekdays import days_ahead

MORE = 8  # pieces beside a date that an answer to "when" can do without
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|week|(?:working |business )?day)"
# What makes a date finer, or tells its year, right beside it: 2025年春节, 明年4月, 14 July last year, 7月第一个周日.
_FINER_BEHIND = re.compile(
    r"[上中下]旬|[春夏秋冬]|春节|的?(?:第[一二三四五1-5]|最后一|最後一)[个個](?:星期|周|週|礼拜|禮拜)[一二三四五六日天末]?"
    r"|,? (?:last|this|next|that) year\b"
)
_FINER_AHEAD = re.compile(r"(?:[今去明前后後当當次同翌]年|\b(?:this|last|next) )$", re.IGNORECASE)
_DAY_AHEAD = re.compile(rf"\b(?:the )?(?:first|second|third|fourth|last) {_DAY} (?:in|of) $", re.IGNORECASE)
# What joins the days, and the hours, of a list.
_AND_OF_DAYS = re.compile(r"\s?(?:、|和|及|与| and)\s?")
_AND = re.compile(r"\s?(?:、|和|及|与|[,\uff0c]? and|[,\uff0c])\s?")
# By the 5th of each month: no date of a calendar, but a day.
_BOUND = r"\b(?:on or before|no later than|not later than|by|before|after|until) "
_DAY_IN_ORDER = re.compile(
    rf"(?:{_BOUND})?\bthe (?:\d{{1,2}}(?:st|nd|rd|th)|first|last)(?: (?:working|business|calendar))?(?: day)?"
    r" of (?:the|each|every) (?:\w+ )?(?:month|quarter|year)\b"
    rf"|{_BOUND}the \d{{1,2}}(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)


def dated(sentence: Pieces, run: Run, wording: Asked) -> Run:
    """The run of a date with its edges set right."""
    first, last = _whole_times(sentence, *run)
    first, last = _date_alone(sentence, first, last, wording.calendar)
    first, last = _of_period(sentence, first, last, wording)
    if not wording.calendar and not wording.hours:
        first, last = _with_day_and_hour(sentence, first, last, wording)
    first, last = _finer(sentence, first, last, wording.calendar)
    first, last = _bounded(sentence, first, last)
    return (first, last) if wording.period in ("until", "end") else _all_listed(sentence, first, last, wording)


def _offsets(sentence: Pieces, first: int, last: int) -> tuple[int, int]:
    return sentence.row[first].start, sentence.row[last - 1].end


def _whole_times(sentence: Pieces, first: int, last: int) -> Run:
    """The run with the times of day whole that it touches."""
    start, end = _offsets(sentence, first, last)
    for each in sentence.figures:
        if each.kind is QuantityKind.TIME and each.start < end and start < each.end:
            start, end = min(start, each.start), max(end, each.end)
    return sentence.touched(start, end)


def _date_alone(sentence: Pieces, first: int, last: int, calendar: str) -> Run:
    """The one date that a run holds, without what stands beside it; the run itself where that is much more."""
    held = [c for c in candidates(sentence) if c.look is Look.DATE and first <= c.first and c.last <= last]
    figures = sentence.figures_in(*_offsets(sentence, first, last))
    if any(each.kind is QuantityKind.TIME for each in figures) and (calendar != "hour" or len(figures) > 1):
        return first, last  # its day, if one is told, may be no whole date: 28日上午8时
    if len(held) == 1 and held[0].last - held[0].first + MORE >= last - first:
        return held[0].first, held[0].last
    return first, last


def _of_period(sentence: Pieces, first: int, last: int, wording: Asked) -> Run:
    """The run of the end of a period that is asked for, unless a word is cut across it."""
    told = meant(sentence, *_offsets(sentence, first, last), wording)
    run = sentence.touched(*told)
    start, end = _offsets(sentence, *run)[0], without_joint(sentence, run[1])
    return run if start == told.start and sentence.text[told.end : end] in ("", "起") else (first, last)  # 1|日起


def _with_day_and_hour(sentence: Pieces, first: int, last: int, wording: Asked) -> Run:
    """The run of a day with the hour told beside it, or of an hour with its day or its days of the week."""
    start, end = _offsets(sentence, first, last)
    held = sentence.figures_in(start, end)
    kinds = {each.kind for each in held}
    if kinds not in ({QuantityKind.DATE}, {QuantityKind.TIME}):
        return first, last
    for each in sentence.figures:
        if each.kind in (QuantityKind.DATE, QuantityKind.TIME) and each.kind not in kinds:
            if each.end <= start and told_together(sentence.text, each.end, start):
                return sentence.touched(each.start, end)
            if end <= each.start and told_together(sentence.text, end, each.start):
                return sentence.touched(start, meant(sentence, each.start, each.end, wording).end)
    days = days_ahead(sentence.text, held[0].start) if QuantityKind.TIME in kinds else start
    return sentence.touched(min(start, days), end)


def _all_listed(sentence: Pieces, first: int, last: int, wording: Asked) -> Run:
    """The run of a time with the others of its list: 7:30和18:10, 8.15, 9.30 and 11 am."""
    start, end = _offsets(sentence, first, last)
    kinds = {each.kind for each in sentence.figures_in(start, end)}
    if kinds not in ({QuantityKind.DATE}, {QuantityKind.TIME}):
        return first, last
    alike = [each for each in sentence.figures if each.kind in kinds]
    joins = _AND if QuantityKind.TIME in kinds else _AND_OF_DAYS
    ends = {(each[0].start, each[1].start) for each in periods(sentence)}
    pairs = [
        (one, other)
        for one, other in pairwise(alike)
        if (joins.fullmatch(sentence.text, one.end, other.start) or (one.start, other.start) in ends)
        and not (wording.period and (one.start, other.start) in ends)
    ]
    for one, other in (*pairs, *reversed(pairs)):
        if one.start < end and start < other.end:
            start, end = min(start, one.start), max(end, other.end)
    return sentence.touched(start, end)


def _finer(sentence: Pieces, first: int, last: int, calendar: str) -> Run:
    """The run of a date with what stands beside it and tells more: its year; its season, if that may be meant."""
    if not any(c.look is Look.DATE and c.first < last and first < c.last for c in candidates(sentence)):
        return first, last
    start, end = _offsets(sentence, first, last)
    coarse = calendar in ("year", "month")
    before = sentence.text[:start]
    ahead = _FINER_AHEAD.search(before) or (None if coarse else _DAY_AHEAD.search(before))
    behind = None if coarse else _FINER_BEHIND.match(sentence.text, end)
    return sentence.touched(ahead.start() if ahead else start, behind.end() if behind else end)


def _bounded(sentence: Pieces, first: int, last: int) -> Run:
    """The run with the words that bound its only date, time or duration: 2030年前, by 30 June, 三天后."""
    start, end = _offsets(sentence, first, last)
    for day in _DAY_IN_ORDER.finditer(sentence.text):
        if day.start() < end and start < day.end():
            return sentence.touched(min(start, day.start()), max(end, day.end()))
    held = sentence.figures_in(start, end)
    if len(held) != 1 or held[0].upper is not None:
        return first, last
    bounds = bounds_of(held[0], sentence.text)
    if sentence.text[end : bounds.end] == "止":  # until when it runs is told by the day alone
        return first, last
    wider = sentence.touched(min(start, bounds.start), max(end, bounds.end))
    # A word may be cut across the bound: 三天|后出.
    return wider if _offsets(sentence, *wider) == (min(start, bounds.start), max(end, bounds.end)) else (first, last)
