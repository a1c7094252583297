"""Dates as they are written in Chinese and English, as far as they are told: a year, a month, a day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from index.date_parts import LEAD, ahead, alone, behind
from index.eras import told_otherwise, years_before_christ
from index.numerals import chinese_value
from index.rounding import choice
from index.units import UNITS


class Date(NamedTuple):
    """A date of which 0 parts are unknown; a decade is its first year with `decade` set, 90 where no century is told.

    `part` is the part of the year, decade or month that is told: "q1" to "q4", "h2", "early", "end". Years before
    Christ are negative; those of a reign, and days of the lunar year, have the name of their `era`.
    """

    year: int = 0
    month: int = 0
    day: int = 0
    decade: bool = False
    part: str = ""
    era: str = ""

    @property
    def terms(self) -> list[str]:
        """What word search matches it by: the year, its quarter or half, the month, and the day of the month."""
        found = [f"{self.year}s" if self.decade else str(self.year)] if self.year else []
        if self.part[:1] in ("q", "h"):
            found.append(self.part)
        if self.month:
            found.append(f"m{self.month}")
        if self.day:
            found.append(f"m{self.month}d{self.day}")
        return [self.era + term for term in found]


class FoundDate(NamedTuple):
    """A date at half-open offsets; `upper` is the later end of a range such as 1至8月."""

    start: int
    end: int
    date: Date
    upper: Date | None = None


_MONTH_NAMES = """
january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|
november nov|december dec
"""
_MONTHS = {
    name: month for month, names in enumerate(_MONTH_NAMES.split("|"), start=1) for name in names.split()
}
_SHORT = {name for names in _MONTH_NAMES.split("|") for name in names.split()[1:]}  # these may have a full stop
_MONTH = rf"(?:(?:{choice(_SHORT)})\b\.?|(?:{choice(_MONTHS)})\b)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1\d|20)\d\d"
_CHINESE = "零〇一二三四五六七八九十"
_COUNTED = "(?:[万亿千百多余]|" + choice(unit for unit in UNITS if not unit.isascii()) + ")"
_COUNTED_ENGLISH = "(?:" + choice(unit for unit in UNITS if unit.isascii() and unit[0].isalpha()) + r")\b"
_DASH = r"\s?(?:[-~]|至|到|\bto\b)\s?"

_PATTERNS = {
    "chinese_days": rf"(?:(?P<y13>\d{{4}}|[零〇一二三四五六七八九]{{4}})\s?年\s?)?(?<![{_CHINESE}])"
    rf"(?P<m13>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])\s?月\s?(?P<d13>\d{{1,2}}|[{_CHINESE}]{{1,3}})\s?[日号]?"
    rf"(?:[-~]|至|到)(?P<e13>\d{{1,2}}|[{_CHINESE}]{{1,3}})\s?[日号](?![楼线馆厅门院路桥])",
    "english_days": rf"\b(?P<n14>{_MONTH})\s(?P<d14>{_DAY}){_DASH}(?P<e14>{_DAY})\b(?:,?\s(?P<y14>{_YEAR})\b)?",
    "british_days": rf"(?P<d15>{_DAY}){_DASH}(?P<e15>{_DAY})\s(?:of\s)?(?P<n15>{_MONTH})(?:,?\s(?P<y15>{_YEAR})\b)?",
    "chinese": rf"(?P<y1>\d{{4}}|[零〇一二三四五六七八九]{{4}})\s?年(?!代)"
    rf"(?:\s?(?P<m1>1[0-2]|0?[1-9]|[{_CHINESE}]{{1,2}})\s?月"
    rf"(?:份|(?:\s?(?P<d1>\d{{1,2}}|[{_CHINESE}]{{1,3}})\s?[日号])?))?",
    # 1338-39; 2024-10 is a month.
    "years": rf"(?P<y2>{_YEAR})(?:{_DASH}(?P<y3>{_YEAR})(?!\d)|-(?P<s3>1[3-9]|[2-9]\d)"
    rf"(?![-.,%/]?\d|%|\s?(?:{_COUNTED}|{_COUNTED_ENGLISH})|[a-z]))(?:\s?年)?",
    "months": r"(?P<m2>1[0-2]|[1-9])\s?月?(?:[-~]|至|到)(?P<m3>1[0-2]|[1-9])月份?",
    "month": rf"(?P<m4>1[0-2]|0?[1-9]|(?<![{_CHINESE}])(?:十[一二]?|[一二三四五六七八九]))\s?月"
    rf"(?:份|\s?(?P<d4>\d{{1,2}}|[{_CHINESE}]{{1,3}})\s?[日号]|(?!\w?[日号])(?![\w]*嫂))",
    "iso": r"(?P<y5>\d{4})(?P<sep>[-/.])(?P<m5>1[0-2]|0?[1-9])(?P=sep)(?P<d5>3[01]|[12]\d|0?[1-9])(?![\d])",
    "english": rf"\b(?P<n6>{_MONTH})\s(?P<d6>{_DAY})\b(?!,\d{{3}}\b)(?:,?\s(?P<y6>{_YEAR})\b)?",
    "british": rf"(?P<d7>{_DAY})\s(?:of\s)?(?P<n7>{_MONTH})(?:,?\s(?P<y7>{_YEAR})\b)?",
    "named": rf"\b(?P<n8>{_MONTH})(?:,?\s(?:of\s)?(?P<y8>{_YEAR})\b)?",
    "decade": r"(?:(?P<c9>\d\d|[一二]?十[一二三四五六七八九]?)世纪)(?P<t9>[1-9]0|[一二三四五六七八九]十)年代",
    "decades": r"\b(?P<y10>(?:1\d|20)\d0)'?s\b|(?P<y11>\d{3}0)年代",
    # Of which century is not told; "in her 90s" is an age.
    "nineties": r"(?P<t16>[1-9]0|[一二三四五六七八九]十)年代"
    r"|(?:(?<=\bthe )|(?<=\bthe early )|(?<=\bthe late )|(?<=\bthe mid[ -])|(?<='))(?P<t17>[1-9]0)'?s\b",
    # A bare year is no amount: nothing that counts stands before or after it.
    "year": rf"(?<![\d.,$€£¥])(?<!(?<![a-z])-)"
    rf"(?P<y12>{_YEAR})(?![.,%]\d|\d|%|\s?(?:{_COUNTED}|{_COUNTED_ENGLISH})|(?![qh][1-4](?![a-z\d]))[a-z])",
}
_DATE = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items()), re.ASCII)
_GROUPS = {name: tuple(re.compile(pattern).groupindex) for name, pattern in _PATTERNS.items()}
_MONTH_LEAD = "|".join(dict.fromkeys(name[:3] for name in _MONTHS))
# Where a date can begin, found by a plain character search: most figures go on as no date does, save those behind AD.
_LEAD = re.compile(
    rf"\d(?:(?=\d{{3}}|\d?\d?[\s年月季世~至到'a-z-])|(?<=ad\d)|(?<=ad\s\d))"
    rf"|(?=[{_CHINESE}百元正腊第前上下年a-z])(?:[{_CHINESE}百](?=[{_CHINESE}百]*\s?[年月世])|[一二三四](?=季度)|元(?=年)"
    rf"|[正腊](?=月)|{LEAD}|\b(?:{_MONTH_LEAD}))"
)
_CENTURY = re.compile(r"(?P<last>上个?)世纪$|本世纪$")
_BEFORE_MAY = re.compile(r"\b(?:in|of|since|until|by|early|late|mid|last|this|next|from|to|and|before|after|-)[\s-]$")


_VERB_GOES_ON = re.compile(
    r"\s(?!(?:and|or|to|at|in|from|until|till|for|with|the|is|are|was|were|will|between|before|after|on|by|as|this|next|last"
    r"|a|an)\b)[a-z]{2,}"
)


def dates(folded: str, original: str | None = None) -> Iterator[FoundDate]:
    """The dates of a folded text in order; `original`, of the same length, tells May and March from the verbs."""
    position = 0
    while lead := _LEAD.search(folded, position):
        read = _date_at(folded, lead.start(), original)
        if read is None:
            position = lead.start() + 1 if not lead.group().isdigit() else _after_digits(folded, lead.start())
            continue
        yield read
        position = read.end


def _date_at(folded: str, start: int, original: str | None) -> FoundDate | None:
    """The date that begins there, or before in the words that tell its part or how its years are counted."""
    if not _begins(folded, start):
        return None
    if told := told_otherwise(folded, start, original):
        return FoundDate(told.start, told.end, Date(told.year, told.month, told.day, era=told.era))
    if years := years_before_christ(folded, start):
        return FoundDate(start, years[2], Date(years[0]), Date(years[1]))
    if part := alone(folded, start):
        return FoundDate(start, part[1], Date(part=part[0]))
    found = _DATE.match(folded, start)
    read = _read(found, folded, original) if found else None
    return _with_part(read, folded) if read and not read.upper else read


def _with_part(found: FoundDate, folded: str) -> FoundDate:
    """The date with its part that is told beside it."""
    date = found.date
    if date.day:
        return found
    of = "decade" if date.decade else "month" if date.month else "year"
    part, end = behind(folded, found.end, of)
    if part:
        return found._replace(end=end, date=date._replace(part=part))
    part, start = ahead(folded, found.start, of)
    return found._replace(start=start, date=date._replace(part=part)) if part else found


def _begins(folded: str, start: int) -> bool:
    """Whether a match does not start within a number."""
    before = folded[max(0, start - 2) : start]
    return not (before[-1:].isdigit() or (before[-1:] in (".", ",") and before[:-1].isdigit()))


def _after_digits(text: str, start: int) -> int:
    while start < len(text) and text[start].isdigit():
        start += 1
    return start


def _read(found: re.Match[str], folded: str, original: str | None) -> FoundDate | None:
    kind = found.lastgroup or ""  # the outermost, which is closed last
    parts = {name: value for name in _GROUPS[kind] if (value := found[name]) is not None}
    start, end = found.span()
    if kind == "named" and not _is_month(found, folded, original):
        return None
    if kind in ("british", "british_days") and _is_verb(found, parts, original):
        return None
    if kind in ("years", "months"):
        low = _number(parts["y2" if kind == "years" else "m2"])
        high = low // 100 * 100 + _number(parts["s3"]) if "s3" in parts else _number(parts.get("y3") or parts["m3"])
        if low >= high and "s3" in parts:
            return FoundDate(start, found.end("y2"), Date(low))
        if low >= high:
            return None
        first, last = (Date(low), Date(high)) if kind == "years" else (Date(month=low), Date(month=high))
        return FoundDate(start, end, first, last)
    if kind == "decade":
        century = _number(parts["c9"])
        return FoundDate(start, end, Date((century - 1) * 100 + _number(parts["t9"]), decade=True))
    if kind == "decades":
        return FoundDate(start, end, Date(_number(parts.get("y10") or parts["y11"]), decade=True))
    if kind == "nineties":
        return _nineties(found, folded)
    date = Date(_part(parts, "y"), _part(parts, "m"), _part(parts, "d"))
    if kind.endswith("_days"):
        upper = date._replace(day=_part(parts, "e"))
        if date.month <= 12 and date.day < upper.day <= 31:
            return FoundDate(start, end, date, upper)
        if kind == "british_days":  # the second is read when its turn comes
            return None
        end = found.end("d13" if kind == "chinese_days" else "d14")
        end += folded[end : end + 1] in ("日", "号")
    return FoundDate(start, end, date) if date.month <= 12 and date.day <= 31 else None


def _nineties(found: re.Match[str], folded: str) -> FoundDate:
    """A decade of the last or this century, where it is told so: 上世纪80年代; else of any."""
    decade, start = _number(found["t16"] or found["t17"]), found.start()
    century = _CENTURY.search(folded, max(0, start - 4), start)
    if century:
        start, decade = century.start(), decade + (1900 if century["last"] else 2000)
    return FoundDate(start, found.end(), Date(decade, decade=True))


def _part(parts: dict[str, str], letter: str) -> int:
    for key, value in parts.items():
        if key[0] == letter and key[1:].isdigit():
            return _number(value)
        if letter == "m" and key[0] == "n" and key[1:].isdigit():
            return _MONTHS[value.rstrip(".")]
    return 0


def _number(text: str) -> int:
    digits = text.rstrip("stndrh")
    if digits.isdigit() and digits.isascii():
        return int(digits)
    return int(chinese_value(digits) or 0)


def _is_verb(found: re.Match[str], parts: dict[str, str], original: str | None) -> bool:
    """Whether may or march, in small letters behind a number, is the verb of what follows: from 8 to 14 may use it."""
    name = next(key for key in ("n7", "n15") if key in parts)
    small = original is not None and original[found.start(name)].islower() and parts[name] in ("may", "march")
    return small and original is not None and _VERB_GOES_ON.match(original, found.end()) is not None


def _is_month(found: re.Match[str], folded: str, original: str | None) -> bool:
    """Whether a month's name by itself is one: short forms and verbs need a year, a capital or a preposition."""
    name = found["n8"].rstrip(".")
    if found["y8"]:
        return True
    if original is not None and original[found.start()].islower():
        return False
    if name in ("may", "march", "mar", "jan", "dec", "sep", "jun"):
        return bool(_BEFORE_MAY.search(folded, max(0, found.start() - 8), found.start()))
    return True
