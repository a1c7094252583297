"""Whether what was read is of the sort that a question asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.sentences import clause_at
from index.quantities import QuantityKind, quantities
from index.units import DURATIONS
from qa.amounts import AREAS, CHANGE, MEASURED
from qa.contacts import contacts
from qa.question import Asked, sort_of
from qa.reading.candidates import FITTING, candidates
from qa.reading.changes import changes
from qa.reading.differences import amounts_of, tells_difference
from qa.reading.outlets import outlet_of
from qa.reading.pieces import pieces
from qa.reading.preferred import FEAST, begins_only, dates_in, may_be_age, only_when, tells_choice, tells_hour
from qa.reading.weekdays import tells_weekday
from qa.reading.widen import looks_right
from qa.types import Kind, ReadSpan, Task

# What tells a day, and what a month or a year, without being read as a date.
_DAY = re.compile(rf"\d ?[日号]|[今明昨前后]天|星期|礼拜|周[一二三四五六日]|day\b|{FEAST.pattern}", re.IGNORECASE)
_YEAR = re.compile(r"[年世]|\byears?\b|\bcentur|^may$|^[12]\d{3}$", re.IGNORECASE)  # 去年, 公元前2世纪, 2100
_LONG = DURATIONS - {"second", "minute", "hour", "day", "workday"}  # how far it is may be told in those
_HOUR = re.compile(r"[点时晨晚夜早午\d]|\b(?:dawn|dusk|sun(?:rise|set)|\w*noon|\w*night|midday|morning|evening)\b")


def fits(wording: Asked, spans: Sequence[ReadSpan]) -> float:
    """0 where the best span is no figure of the sort asked for, no date, no name; 1 elsewhere, 1/2 where unclear."""
    if not spans:
        return 0.0
    if wording.contact:
        return float(not unreached(wording, spans))
    if wording.kind is Kind.QUANTITY:
        if wording.rank:
            return _is_rank(wording, spans[0])
        if not wording.figures:
            return float(bool(amounts_of(spans[0])))
        counts = _counts(wording, spans[0])
        return 0.5 if counts is None else float(counts)
    if wording.kind not in FITTING:
        return 1.0
    sentence = pieces(spans[0].sentence.text)
    first, last = sentence.touched(*spans[0].within)
    held = (c for c in candidates(sentence) if c.look in FITTING[wording.kind])
    return float(any(c.first < last and first < c.last for c in held))


def miscounts(wording: Asked, spans: Sequence[ReadSpan]) -> bool:
    """Whether the best span is a figure that surely counts something else than is asked for, weeks and no length.

    多大 may ask for an age as well.
    """
    if wording.kind is not Kind.QUANTITY or not spans or not (figures := amounts_of(spans[0])):
        return False
    others = MEASURED if wording.units & AREAS else MEASURED | _LONG
    if wording.units and all(each.unit in others - wording.units for each in figures):
        return True
    if not wording.strict:
        return False
    return _counts(wording, spans[0]) is False or (wording.age and not may_be_age(spans[0]))


def dateless(wording: Asked, spans: Sequence[ReadSpan]) -> bool:
    """Whether a year, month, day or hour is asked for, and the best span holds none, or for a year a day without it.

    A weekday, a feast or a century is date enough.
    """
    if wording.kind is not Kind.DATE or not wording.calendar or not spans:
        return False
    text = spans[0].text
    if wording.calendar == "hour":
        return not tells_hour(text) and not _HOUR.search(_without_dates(text).lower())
    if wording.calendar == "weekday":
        return not tells_weekday(text)
    dates = dates_in(text)
    yearless = wording.calendar == "year" and bool(dates) and not any(date.year for date in dates)
    told = (_DAY if wording.calendar == "day" else _YEAR).search(text)
    return not told and (fits(wording, spans) == 0 or yearless)


def _without_dates(text: str) -> str:
    """What else a text tells than its dates; a bare number may be an hour."""
    for figure in reversed(quantities(text)):
        if figure.kind is QuantityKind.DATE:
            text = text[: figure.start] + text[figure.end :]
    return text


def unchanged(wording: Asked, spans: Sequence[ReadSpan]) -> bool:
    """Whether a rise or a fall is asked for, and the best span only tells what something came to.

    It is no share, nor what it was before and after, and its clause does not say that anything changed.
    """
    if not wording.growth or not spans:
        return False
    span, sentence = spans[0], pieces(spans[0].sentence.text)
    if any(all(span.within[0] <= each.start < span.within[1] for each in told[:2]) for told in changes(sentence)):
        return False
    shares = any(each.kind is QuantityKind.PERCENT for each in amounts_of(spans[0]))
    return not shares and not CHANGE.search(clause_at(spans[0].sentence.text, spans[0].within[0]))


def only_differs(wording: Asked, spans: Sequence[ReadSpan]) -> bool:
    """Whether it is asked what something comes to, and the best span tells but a rise, a fall or a difference."""
    return wording.kind is Kind.QUANTITY and not wording.change and bool(spans) and tells_difference(spans[0])


def unchosen(wording: Asked, spans: Sequence[ReadSpan]) -> bool:
    """Whether it is asked which of some figures it is, and the best span tells none of them."""
    return bool(wording.choices and spans) and not tells_choice(wording, spans[0].text)


def unended(wording: Asked, spans: Sequence[ReadSpan]) -> bool:
    """Whether it is asked until when, and the best span merely tells when something begins."""
    return wording.kind is Kind.DATE and wording.period == "until" and bool(spans) and begins_only(spans[0])


def misplaced(wording: Asked, spans: Sequence[ReadSpan]) -> bool:
    """Whether it is asked where, and the best span merely tells when."""
    return wording.kind is Kind.PLACE and bool(spans) and only_when(spans[0])


def unreached(wording: Asked, spans: Sequence[ReadSpan]) -> bool:
    """Whether an address or a number is asked for to reach somebody at, and the best span holds none."""
    if wording.contact is None or not spans:
        return False
    start, end = spans[0].within
    return not any(s < end and start < e for s, e in contacts(spans[0].sentence.text, wording.contact))


def outlet_told(task: Task) -> bool:
    """Whether the best span is what the by-line or the source line of the text says."""
    if not task.spans:
        return False
    sentence = pieces(task.spans[0].sentence.text)
    found = outlet_of(task.question, [sentence])
    return found is not None and found[1] == sentence.touched(*task.spans[0].within)


def unit_agrees(wording: Asked, spans: Sequence[ReadSpan]) -> float:
    """Whether the best span, or if less surely the next, is money, a share or a measure as asked; 1/2 for counts."""
    wanted = wording.sorts
    if wording.rank and spans:
        return _is_rank(wording, spans[0])
    if wording.kind is not Kind.QUANTITY or not wanted or not spans:
        return 0.5
    return float(any(wanted & {sort_of(each) for each in amounts_of(span)} for span in spans[:2]))


def _is_rank(wording: Asked, span: ReadSpan) -> float:
    sentence = pieces(span.sentence.text)
    return looks_right(sentence, sentence.touched(*span.within), wording)


def _counts(wording: Asked, span: ReadSpan) -> bool | None:
    return wording.counts(amounts_of(span), span.sentence.text)

