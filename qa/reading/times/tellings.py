"""What time a text or a span tells: a date, an hour, a feast, and whether it tells nothing but that."""

from __future__ import annotations

import re
from fractions import Fraction

from index.bounds import is_day_of_month
from index.dates import Date
from index.folding import fold
from index.quantities import Quantity, QuantityKind, quantities
from qa.question import Asked
from qa.reading.pieces import pieces
from qa.reading.times.periods import only_begins
from qa.reading.times.weekdays import tells_weekday, without_weekdays
from qa.types import ReadSpan

# A day, and a year, that are told by no date: Christmas Eve, 平安夜; 公元前2世纪.
FEAST = re.compile(r"[节夜]$|\beve\b", re.IGNORECASE)
_CENTURY = re.compile(r"世[纪紀]|\bcentur", re.IGNORECASE)
_JOINS_TIMES = re.compile(r"\b(?:on|at|from|to|and|every|until|between)\b|[每至到和从自]")


def begins_only(span: ReadSpan) -> bool:
    """Whether a span merely tells when something begins."""
    return only_begins(pieces(span.sentence.text), *span.within)


def only_when(span: ReadSpan) -> bool:
    """Whether a span is of a date, a time of day or a day of the week and nothing else: 星期一, Friday, 14:00."""
    (start, end), text = span.within, span.sentence.text
    told = [each for each in pieces(text).figures_in(start, end) if each.kind in (QuantityKind.DATE, QuantityKind.TIME)]
    rest = text[start:end]
    for each in told:
        rest = rest.replace(text[max(start, each.start) : min(end, each.end)], " ")
    bare = without_weekdays(fold(rest).text)
    some = bool(told) or bare != fold(rest).text
    return some and not any(each.isalpha() for each in _JOINS_TIMES.sub("", bare))


def tells_when(wording: Asked, text: str) -> bool:
    """Whether a text holds a date, or a time, of the part of the calendar that is asked for; any where none is."""
    if wording.hours or wording.calendar == "hour":
        return tells_hour(text)
    if wording.calendar in ("weekday", "day") and tells_weekday(text):
        return True
    if wording.calendar == "weekday":
        return False
    if (wording.calendar == "day" and FEAST.search(text)) or (wording.calendar == "year" and _CENTURY.search(text)):
        return True
    if wording.calendar:
        return any(getattr(date, wording.calendar) for date in dates_in(text))
    return bool(dates_in(text)) or tells_hour(text) or tells_weekday(text)


def tells_hour(text: str) -> bool:
    """Whether a text holds a time of day."""
    return hours_in(text) > 0


def hours_in(text: str) -> int:
    """How many times of day a text holds."""
    return sum(figure.kind is QuantityKind.TIME for figure in quantities(text))


def dates_in(text: str) -> list[Date]:
    """The dates that a text holds, of a range the first; 12日 by itself is the twelfth."""
    found = ((figure, figure.value) for figure in quantities(text))
    dates = (value if isinstance(value, Date) else _day_of_month(figure, text) for figure, value in found)
    return [date for date in dates if date]


def _day_of_month(figure: Quantity, text: str) -> Date | None:
    if not is_day_of_month(figure, text) or not isinstance(figure.value, Fraction) or figure.value > 31:
        return None
    return Date(day=int(figure.value))
