"""Dates, times and weekdays in English and in Chinese, as exactly as they are told: 44 BC, 5月中旬, 上午8点, 星期五."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.clock import Clock
from index.dates import Date
from qa.saying.units import CHINESE_PARTS, ENGLISH_PARTS, MONTHS

NOON = 12
_ENGLISH_NAMES = {Clock(0): "midnight", Clock(12): "noon", Clock(24): "midnight"}
# Up to which hour a part of the day lasts.
_CHINESE_HALVES = ((6, "凌晨"), (12, "上午"), (13, "中午"), (18, "下午"), (25, "晚上"))
_CHINESE_DAYS = "一二三四五六日"
_ENGLISH_DAYS = (
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
_CHINESE_DAY = re.compile(r"(?<!一)(?:星期|礼拜|禮拜|[周週])([一二三四五六日天])(?![次天个個])")
_ENGLISH_DAY = re.compile(rf"\b({'|'.join(_ENGLISH_DAYS)})s?\b")
_CENTURY = 100
_CHINESE_MONTH_PARTS = {"mid": "中旬", "late": "下旬"}
# Of a year that is not told.
_EDGES_OF_YEAR = {
    "early": ("beginning", "年初"), "mid": ("middle", "年中"), "late": ("end", "年末"), "end": ("end", "年底"),
}  # fmt: skip
_CHINESE_DECADE_PARTS = {"mid": "中期"}


def english_dates(first: Date, last: object) -> str:
    """A date, or from one to another; nothing where no date of our calendar is told."""
    if not isinstance(last, Date):
        return _english_date(first)
    if _in_one_month(first, last):
        return _english_date(first).replace(f" {first.day}", f" {first.day} to {last.day}", 1)
    return f"{_english_date(first)} to {_english_date(last)}"


def chinese_dates(first: Date, last: object) -> str:
    """The same in simplified Chinese."""
    said = _chinese_date(first)
    if isinstance(last, Date):
        said += "至" + _chinese_date(Date(day=last.day) if _in_one_month(first, last) else last)
    return said


def english_time(clock: Clock, half_told: bool) -> str:
    """5 p.m., 8:20 a.m., noon; 8:20 or 8 o'clock where no half of the day is told."""
    if clock in _ENGLISH_NAMES:
        return _ENGLISH_NAMES[clock]
    hour = clock.hour % NOON or NOON if half_told else clock.hour
    said = f"{hour}:{clock.minute:02}" if clock.minute else str(hour)
    if not half_told:
        return said if clock.minute else f"{said} o'clock"
    return f"{said} {'p.m.' if NOON <= clock.hour < 2 * NOON else 'a.m.'}"


def chinese_time(clock: Clock, half_told: bool) -> str:
    """下午5点, 上午8点20分; 8点20分 where no half of the day is told."""
    half = next(word for until, word in _CHINESE_HALVES if clock.hour < until) if half_told else ""
    hour = clock.hour if clock.hour <= NOON else clock.hour - NOON
    return f"{half}{hour}点" + (f"{clock.minute}分" if clock.minute else "")


def weekdays(text: str, in_chinese: bool) -> Iterator[tuple[int, int, str]]:
    """The days of the week of a text in the other language, at half-open offsets, and how they are said."""
    for found in (_ENGLISH_DAY if in_chinese else _CHINESE_DAY).finditer(text):
        day = found[1]
        said = f"星期{_CHINESE_DAYS[_ENGLISH_DAYS.index(day)]}" if in_chinese else ""
        yield *found.span(), said or _ENGLISH_DAYS[_CHINESE_DAYS.index(day.replace("天", "日"))]


def _in_one_month(first: Date, last: Date) -> bool:
    """Whether two days differ by nothing else."""
    return first.day > 0 and first._replace(day=last.day) == last


def _english_date(date: Date) -> str:
    if date.era:
        return ""
    if date.part:
        whole = _english_date(date._replace(part="")) or "the year"
        if whole == "the year" and date.part in _EDGES_OF_YEAR:
            return f"the {_EDGES_OF_YEAR[date.part][0]} of the year"
        the = whole.startswith("the ") and date.decade and date.part != "end"
        return ("the " if the else "") + ENGLISH_PARTS[date.part].format(whole.removeprefix("the ") if the else whole)
    if date.decade:
        return f"the {date.year}s"
    month = MONTHS[date.month - 1] if date.month else ""
    day = f" {date.day}" if date.day else ""
    before = f"{', ' if day else ' ' if month else ''}"
    return f"{month}{day}" + (f"{before}{_english_year(date.year)}" if date.year else "")


def _english_year(year: int) -> str:
    """44 BC; AD 618, where the number alone would be read as another's."""
    if year < 0:
        return f"{-year} BC"
    return str(year) if year >= 1000 else f"AD {year}"


def _chinese_date(date: Date) -> str:
    if date.era:
        return ""
    if date.part:
        whole = _chinese_date(date._replace(part=""))
        if not whole and date.part in _EDGES_OF_YEAR:
            return _EDGES_OF_YEAR[date.part][1]
        parts = _CHINESE_DECADE_PARTS if date.decade else _CHINESE_MONTH_PARTS if date.month else {}
        return whole + parts.get(date.part, CHINESE_PARTS[date.part])
    if date.decade:
        if date.year < _CENTURY or date.year % _CENTURY == 0:
            return f"{date.year}年代"
        return f"{date.year // _CENTURY + 1}世纪{date.year % _CENTURY}年代"
    year = f"公元前{-date.year}" if date.year < 0 else f"公元{date.year}" if 0 < date.year < 1000 else date.year
    named = ((year, "年"), (date.month, "月"), (date.day, "日"))
    return "".join(f"{value}{name}" for value, name in named if value)
