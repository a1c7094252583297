"""Figures in Chinese and English text, brought to values that are equal however they are written."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache

from index.clock import Clock, clocks
from index.dates import Date, dates
from index.folding import Folded, fold
from index.minus import minus_before
from index.multiples import MULTIPLES, multiple_at
from index.numbers import (
    AN_HOUR,
    BARE_SCALE,
    NUMBER_WORDS,
    ONE_OR_HALF,
    SCALE_WORDS,
    Number,
    about_at,
    money_before,
    number_at,
)
from index.ordinals import ORDINAL_WORDS, ordinal_at
from index.ranges import range_from
from index.remainders import remainder
from index.rounding import Rounding, choice, rounding_of
from index.shares import CHINESE_HALF, PARTS, part_at
from index.units import DURATIONS, LOWER_CASE_UNITS, MONEY, POUNDS, UNITS, UPPER_CASE_UNITS, are_of_money, is_yen


class QuantityKind(StrEnum):
    """What a figure counts."""

    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    MEASURE = "measure"
    DURATION = "duration"
    DATE = "date"
    TIME = "time of day"
    ORDINAL = "ordinal"


Value = Fraction | Date | Clock


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit at half-open offsets of the original text.

    `unit` is canonical ("CNY", "%", "km2", "person"); empty for bare numbers and for counts by a measure word.
    `upper` is the other end of a range such as 5至10年. Rounding words lie outside `start` to `end`, save 多 and 余.
    """

    start: int
    end: int
    value: Value
    unit: str
    kind: QuantityKind
    upper: Value | None = None
    rounding: Rounding | None = None

    @property
    def key(self) -> tuple[Value, Value | None, str]:
        """Equal for the same figure in any notation or language, whatever its rounding."""
        return self.value, self.upper, self.unit

    @property
    def terms(self) -> list[str]:
        """What word search matches it by: the plain number, and the number with its unit."""
        found: list[str] = []
        for value in (self.value, self.upper):
            if isinstance(value, Date | Clock):
                found += value.terms
            elif value is not None:
                number = decimal(value)
                if not self.unit or value.numerator != 1 or value.denominator > 2:  # one year says nothing by its one
                    found.append(f"{number}th" if self.kind is QuantityKind.ORDINAL else number)
                if self.unit:
                    found.append(number + self.unit.lower())
        return found


def decimal(value: Fraction) -> str:
    """A value in plain digits without commas, or as a fraction where its decimals do not end."""
    if value.denominator == 1:
        return str(value.numerator)
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest > 1 or value.denominator > 10**12:
        return f"{value.numerator}/{value.denominator}"
    return f"{float(value):.12f}".rstrip("0").rstrip(".")


_UNIT_CHINESE = choice(unit for unit in UNITS if not unit.isascii() and unit not in "¥€£°₹")
_UNIT_ENGLISH = choice(unit for unit in UNITS if unit.isascii() and unit[0].isalpha() and unit[-1] != "$")

_UNIT = re.compile(
    rf"(?P<more>[多余来几])?\s?(?:(?P<zh>{_UNIT_CHINESE})|(?P<sign>%|‰|°[cf]|℃|°|[€£$](?!\d))|-?(?P<en>{_UNIT_ENGLISH})\b)"
)
_PREFIX_UNIT = re.compile(r"[a-z]*[$€£¥₹]|[a-z]{3}|人民币")
_SPELT = "零〇一二两三四五六七八九十百千万亿"
_RATE_BEFORE = re.compile(r"(?P<of>时速|每小时|每秒)(?:[可能将]|[高可]?达到?|为|至|近|约|超过?)*$")  # 时速120公里
_RATES = {("km", "时速"): "km/h", ("km", "每小时"): "km/h", ("mile", "时速"): "mile/h", ("m", "每秒"): "m/s"}
_LENGTHS = frozenset(length for length, _ in _RATES)
_PLACES_BEHIND = re.compile(r"数|小数|字符|字母|密码|代码|编码|随机|二进|有效|英文")
_CODE_BEFORE = re.compile(r"(?:码|号|小数点后)[^,，。;；\n]{0,8}$")
_MINUTES = re.compile(rf"分(?:(?=\s?[\d{_SPELT}]+\s?秒)|(?<=时\d分)|(?<=时\d\d分))(?!之)")
_DIGITS, _NUMERALS = frozenset("0123456789"), frozenset(_SPELT)
# Where a figure may begin, and 一 of 一些 does not: a plain search passes most of a text by.
_LEAD = re.compile(
    rf"[0-9零〇二两三四五六七八九十]|(?=[一半百千万第翻a-z])(?:一(?=[{_SPELT}点分成])|(?<![周期第])一(?=[至到][{_SPELT}])"
    rf"|{CHINESE_HALF}|{ONE_OR_HALF}|{BARE_SCALE}|[百千万](?=[{_SPELT}]*(?:点[{_SPELT}]+)?分之)|第(?=\s?[\d{_SPELT}])"
    rf"|翻(?=了?[一两二三]?番)|\b(?:(?:{NUMBER_WORDS})(?:fold)?|{MULTIPLES}|half|(?:half )?an? (?:{SCALE_WORDS})"
    rf"|an? (?:{choice(PARTS)})|{ORDINAL_WORDS})\b"
    rf"|\b(?:{AN_HOUR}))"
)
# Without one of these there is neither a figure nor a date nor a time of day: most Chinese sentences have none.
_ANY = re.compile(
    rf"[\da-z翻零〇二两三四五六七八九十百千万亿第]|(?=[一上下正腊元半年])"
    rf"(?:年[底末初中]|一(?=[{_SPELT}点时年月世分成季\s])|[上下]半年|[正腊]月|元年|{CHINESE_HALF}|{ONE_OR_HALF})"
)


def quantities(text: str) -> list[Quantity]:
    """The figures and dates of a text, in order, never overlapping."""
    return list(_quantities(text))


def is_one_end(quantity: Quantity, text: str, start: int, end: int) -> bool:
    """Whether the half-open offsets of `text` hold just one end of a range of dates: 1733 of 1733–1790."""
    if not isinstance(quantity.upper, Date) or (start, end) == (quantity.start, quantity.end):
        return False
    own = quantities(text[start:end].strip())
    return len(own) == 1 and own[0].upper is None and own[0].value in (quantity.value, quantity.upper)


@lru_cache(maxsize=256)
def _quantities(text: str) -> tuple[Quantity, ...]:
    """Kept, because an answer's few sentences are looked through again and again until it is said."""
    return tuple(quantities_of(fold(text), text))


def quantities_of(folded: Folded, original: str) -> list[Quantity]:
    """The same for a text already folded; `original` is the text it was folded from."""
    if not _ANY.search(folded.text):
        return []
    found_dates = list(dates(folded.text, original if folded.origin is None else None))
    found_clocks = clocks(folded.text)
    found = [
        Quantity(*folded.span(each.start, each.end), each.date, "", QuantityKind.DATE, each.upper)
        for each in found_dates
    ]
    found += (
        _placed(Quantity(each.start, each.end, each.clock, "", QuantityKind.TIME), folded) for each in found_clocks
    )
    taken = [each[:2] for each in (*found_dates, *found_clocks)]
    found += _numbers(folded, original, _Taken(sorted(taken)))
    return list(_apart(sorted(found, key=lambda quantity: quantity.start)))


def _apart(found: list[Quantity]) -> Iterator[Quantity]:
    """Without those that overlap the one before, as the parts of ¼ do."""
    end = 0
    for quantity in found:
        if quantity.start >= end:
            end = quantity.end
            yield quantity


class _Taken:
    """The spans that dates and times of day have used up, in order."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def end_at(self, offset: int) -> int | None:
        """The end of the span that covers `offset`, if one does."""
        place = bisect_right(self._starts, offset) - 1
        return self._ends[place] if place >= 0 and offset < self._ends[place] else None


def _numbers(folded: Folded, original: str, taken: _Taken) -> Iterator[Quantity]:
    text, position = folded.text, 0
    while lead := _LEAD.search(text, position):
        start = lead.start()
        if (end := taken.end_at(start)) is not None:
            position = end
            continue
        read = _in_words(text, start) or _ordinal(text, start) or _counted(text, start, position, original, folded)
        if read is None:
            position = max(start + 1, _skip(text, start))
            continue
        position = read.end
        yield _placed(read, folded)


def _skip(text: str, start: int) -> int:
    """Past the digits of an identifier that is no quantity, or the numerals of 三五个."""
    digits = _DIGITS if text[start].isascii() else _NUMERALS
    while start < len(text) and text[start] in digits:
        start += 1
    return start


def _placed(quantity: Quantity, folded: Folded) -> Quantity:
    """The quantity with its rounding words, its offsets turned into those of the original text."""
    rounding = quantity.rounding or rounding_of(folded.text, quantity.start, quantity.end)
    if rounding is quantity.rounding and folded.origin is None:
        return quantity
    if rounding:
        rounding = Rounding(*folded.span(rounding.start, rounding.end), rounding.meaning)
    start, end = folded.span(quantity.start, quantity.end)
    return Quantity(start, end, quantity.value, quantity.unit, quantity.kind, quantity.upper, rounding)


def _in_words(text: str, start: int) -> Quantity | None:
    if multiple := multiple_at(text, start):
        return Quantity(start, multiple[1], Fraction(multiple[0]), "times", _kind("times"))
    found = part_at(text, start)
    return Quantity(start, found.end, found.value, found.unit, _kind(found.unit)) if found else None


def _ordinal(text: str, start: int) -> Quantity | None:
    found = ordinal_at(text, start)
    return Quantity(start, found[1], found[0], "", QuantityKind.ORDINAL) if found else None


def _counted(text: str, start: int, floor: int, original: str, folded: Folded) -> Quantity | None:
    number, upper = about_at(text, start) or (number_at(text, start), None)
    if number is None:
        return None
    prefix = money_before(text, number.start, floor)
    unit_match = _UNIT.match(text, number.end)
    both = range_from(text, number, prefix, unit_match, _UNIT) if upper is None else None
    if both:
        number, upper, unit_match = both.low, both.upper, both.unit
    unit, end, more = _unit(text, number if upper is None else upper, unit_match, original, folded)
    begin = number.start
    if prefix and (money := _PREFIX_UNIT.match(prefix.group())):
        currency = "jpy" if money.group() == "¥" and is_yen(text, prefix.start()) else money.group()
        begin, unit = prefix.start(), UNITS.get(currency, "CNY") if unit not in MONEY else unit
        end = end if unit_match and _is_money(unit_match) else (upper or number).end
    if unit == "person" and text[end - 1] == "位" and _of_digits(text, begin, end):
        unit = ""
    if both:  # with its "between", its 以下
        begin, end = min(begin, both.start), max(end, both.end if unit else end)
    if unit is None and _MINUTES.match(text, (upper or number).end):  # 5分30秒, 2小时40分
        unit, end = "minute", (upper or number).end + 1
    if unit is None:
        alone = upper is None or upper.start == number.start  # 三四 of 三四线城市
        if number.spelt and alone and not number.scaled:
            return None
        if not number.spelt and _inside_word(text, number.start, (upper or number).end):
            return None
        unit = ""
    if unit in _LENGTHS and (rate := _RATE_BEFORE.search(text, floor, begin)):
        unit = _RATES.get((unit, rate["of"]), unit)
    if upper is None:
        besides, end = remainder(text, unit, end)
        number = replace(number, value=number.value + besides)
    more = max(more, (upper or number).more)
    rounding = Rounding(more, more + 1, "about" if text[more] == "来" else "over") if more >= 0 else None
    ends = [number.value, upper.value] if upper else [number.value]
    if sign := minus_before(text, begin, unit):
        begin = sign.start()
        # 零下5至10度 is below zero at both ends, -2℃到5℃ at one.
        ends = sorted(-each for each in ends) if text[begin] == "零" else [-ends[0], *ends[1:]]
    return Quantity(begin, end, ends[0], unit, _kind(unit), ends[1] if upper else None, rounding)


def _of_digits(text: str, start: int, end: int) -> bool:
    """Whether 位 counts the digits of a number, and not people."""
    return bool(_PLACES_BEHIND.match(text, end) or _CODE_BEFORE.search(text, 0, start))


def _is_money(unit: re.Match[str]) -> bool:
    return UNITS.get(unit["zh"] or unit["en"] or unit["sign"] or "") in MONEY


def _inside_word(text: str, start: int, end: int) -> bool:
    """Whether digits belong to a name such as h1n1 or 5g."""
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return any(each.isascii() and each.isalpha() for each in (before, after) if each)


def _kind(unit: str) -> QuantityKind:
    if unit in MONEY:
        return QuantityKind.MONEY
    if unit in ("%", "‰", "pp"):
        return QuantityKind.PERCENT
    if unit in DURATIONS:
        return QuantityKind.DURATION
    return QuantityKind.MEASURE if unit else QuantityKind.NUMBER


def _unit(
    text: str, number: Number, found: re.Match[str] | None, original: str, folded: Folded
) -> tuple[str | None, int, int]:
    """The canonical unit (None without one), where the quantity ends, where 多 stands before the unit (or -1)."""
    if found is None:
        return None, number.end, -1
    surface = found["zh"] or found["sign"] or found["en"]
    if found["en"]:
        if surface in POUNDS and are_of_money(text, number.start, found.end()):
            return "GBP", found.end(), found.start("more")
        start, end = folded.span(found.start("en"), found.end("en"))
        if surface in LOWER_CASE_UNITS and not original[start:end].islower():
            return None, number.end, -1
        if surface in UPPER_CASE_UNITS and not original[start:end].isupper():
            return None, number.end, -1
        if text[number.end : number.end + 1] == "-" and UNITS[surface] not in DURATIONS | {"age", "times"}:
            return None, number.end, -1
    return UNITS[surface], found.end(), found.start("more")
