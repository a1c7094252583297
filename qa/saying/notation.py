"""Figures, units and dates said in the other language, exactly: 20亿元 is 2 billion yuan, 163,500 is 16.35万."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus import Language, Span
from index.bounds import bounds_of, is_day_of_month
from index.clock import Clock, clocks
from index.dates import Date
from index.folding import fold
from index.multiples import has_risen
from index.numerals import digits_value
from index.quantities import Quantity, QuantityKind, decimal, is_one_end, quantities
from index.shares import is_part
from qa.saying.dates import NOON, chinese_dates, chinese_time, english_dates, english_time, weekdays
from qa.saying.shares import chinese_part, chinese_rise, english_part, english_rise, half_of, is_half
from qa.saying.units import (
    CHINESE_BOUNDS,
    CHINESE_UNITS,
    COUNTED,
    ENGLISH_BOUNDS,
    ENGLISH_UNITS,
    ROUNDING,
    ROUNDING_BEHIND,
)

if TYPE_CHECKING:
    from opencc import OpenCC

_HAN = re.compile(r"[\u3400-\u9fff]")
_FOREIGN_TO_CHINESE = re.compile(r"[A-Za-z$€£]")
_EXPECTED_WORDS = (
    r"(?:(?:预计|預計|预期|預期|有望)(?:将|將|会|會|可|能)?(?:达到|達到|达|達)?"
    r"|(?:expected|projected|forecast) to(?: (?P<verb>[a-z]+))?\s?)"
)
_EXPECTED = re.compile(rf"{_EXPECTED_WORDS}$")
_STARTS_EXPECTED = re.compile(_EXPECTED_WORDS)
_EXPECTED_BEFORE = 20  # characters before a figure in which it may be called expected
# After these words 近 is "nearly"; elsewhere 近三年 is "the past three years".
_LASTING = re.compile(r"(?:历时|耗时|持续|长达|时长|用时|花费?|经过|用|了|达|已有?|延续|等)$")
_FEW_DECIMALS = 4
_LARGE = 10**4  # from here on Chinese counts by 万
_CLAUSE_END = re.compile(r"[,，。;；\n]")
# What is told in two units is one amount.
_SMALLER = frozenset(
    pair
    for row in ("year month day", "age month", "day hour minute second", "hour minute second", "foot inch", "pound oz")
    for pair in pairwise(row.split())
)
_OLD = " old"  # of an age, behind its last part
_DAY_OF, _DAY_BEHIND = re.compile(r",? (?:the )?"), re.compile(r"[（(]?")
_EVERY = re.compile(r"(?:\bevery |每隔?)$", re.IGNORECASE)
_IN_ONE = re.compile(r"(?: and |,? |零|又)?")
_COUNTED_BY_HEADS = frozenset({"", "person", "person-time", "household"})
# Times of something else, and not occasions: three times as many, twofold.
_RATIO = re.compile(
    r"[a-z]*fold\b|(?:times|twice|thrice) (?:as|more|less|the|that|what|its|their|larger|bigger|\w+er)\b"
)
_RATIO_WITHIN = 9  # characters behind "times" that tell
_NOUGHT_BEHIND = re.compile(r"\d[\d,]*\.\d?0(?![\d.])")
_OF_HEADS = {"as much as": "as many as", "as low as": "as few as", "within": "at most"}
_HEDGES = {("expected", "over"): "expected to exceed", ("expected",): "expected to reach"}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a text at half-open offsets, rounding words included, and how the other language says it.

    `small` are ordinals and bare numbers below ten thousand, which hardly need to be said anew beside a quote.
    """

    start: int
    end: int
    original: str
    said: str
    small: bool = False


def figures(text: str, language: Language) -> list[Figure]:
    """The figures of a text that a reader of `language` needs said anew, in order; those read anyway are left out.

    >>> [(each.original, each.said) for each in figures("投入近10亿元,增长16.5%", Language.ENGLISH)]
    [('近10亿元', 'nearly 1 billion yuan')]
    """
    found: list[Figure] = []
    before: Quantity | None = None
    for quantity in quantities(text):
        start, end = _extent(quantity, text)
        original = text[start:end]
        if _reads(quantity, original, language):
            continue
        said = _bounded(quantity, text, language)
        if said and said != original:
            figure = Figure(start, end, original, said, _is_small(quantity, said))
            if found and _goes_on(text, before, quantity, found[-1].end, start):
                figure = _together(text, found.pop(), figure, language)
            found.append(figure)
        before = quantity
    return _with_weekdays(text, found, language)


def _with_weekdays(text: str, found: list[Figure], language: Language) -> list[Figure]:
    """The figures and the days of the week, each with the date it stands beside: Friday 14 March is 3月14日星期五."""
    for start, end, name in weekdays(text, language.chinese):
        said = in_script(name, language)
        beside = next((each for each in found if _DAY_OF.fullmatch(text, *sorted((end, each.start))[:2])), None)
        if beside and end <= beside.start:
            whole = Figure(start, beside.end, text[start : beside.end], f"{beside.said}{said}")
        elif beside := next((each for each in found if _DAY_BEHIND.fullmatch(text, each.end, start)), None):
            end += text[end : end + 1] in ")\uff09" and text[start - 1] in "(\uff08"
            whole = Figure(beside.start, end, text[beside.start : end], f"{said}, {beside.said}")
        else:
            whole = Figure(start, end, text[start:end], said, small=True)
        found = [each for each in found if each is not beside]
        found.append(whole)
    return sorted(found, key=lambda each: each.start)


def _goes_on(text: str, before: Quantity | None, quantity: Quantity, end: int, start: int) -> bool:
    """Whether a figure is the smaller part of what the one before it tells: 2小时35分钟, 6 feet 2 inches."""
    units = (before.unit, quantity.unit) if before else ("", "")
    return units in _SMALLER and _IN_ONE.fullmatch(text, end, start) is not None


def _together(text: str, one: Figure, other: Figure, language: Language) -> Figure:
    gap = "" if language.chinese else " "
    if not language.chinese and one.said.endswith(_OLD):  # 2 years 6 months old
        one, other = replace(one, said=one.said.removesuffix(_OLD)), replace(other, said=f"{other.said}{_OLD}")
    return Figure(one.start, other.end, text[one.start : other.end], f"{one.said}{gap}{other.said}")


def _is_small(quantity: Quantity, said: str) -> bool:
    if quantity.unit or not isinstance(quantity.value, Fraction) or quantity.value >= _LARGE or is_part(quantity.value):
        return False
    return quantity.kind is QuantityKind.ORDINAL or " " not in said


def with_rounding(text: str, start: int, end: int) -> Span:
    """The slice widened by the words that round a figure at its edges: 10亿元 to 近10亿元."""
    for quantity in quantities(text):
        if quantity.start < end and start < quantity.end and not is_one_end(quantity, text, start, end):
            first, last = _extent(quantity, text)
            start, end = min(start, first), max(end, last)
    return Span(start, end)


def _extent(quantity: Quantity, text: str) -> tuple[int, int]:
    """Where the figure stands with the words that round or bound it."""
    start, end, _ = bounds_of(quantity, text)
    if quantity.rounding is not None:
        start, end = min(start, quantity.rounding.start), max(end, quantity.rounding.end)
    start -= text[start - 1 : start] == "±"
    if quantity.kind is QuantityKind.DURATION and (every := _EVERY.search(text[:start])):
        start = every.start()
    if isinstance(quantity.value, Date):
        return start, end
    expected = _EXPECTED.search(text[max(0, start - _EXPECTED_BEFORE) : start].lower())
    return start - len(expected.group()) if expected else start, end


def _reads(quantity: Quantity, surface: str, language: Language) -> bool:
    """Whether a reader of the language reads the figure as it stands."""
    if not language.chinese:
        return _HAN.search(surface) is None
    large = isinstance(quantity.value, Fraction) and quantity.value >= _LARGE
    return _FOREIGN_TO_CHINESE.search(surface) is None and not (large and "," in surface)


def _hedges(quantity: Quantity, text: str) -> list[str]:
    """The meanings of the words that make the figure inexact, outermost first."""
    meaning = [quantity.rounding.meaning] if quantity.rounding else []
    start, end = _extent(quantity, text)
    expected = _STARTS_EXPECTED.match(text[start:end].lower()) if "expected" not in meaning else None
    if expected and expected["verb"] in ("exceed", "surpass", "top"):
        meaning = ["over"]
    return ["expected", *meaning] if expected else meaning


def _bounded(quantity: Quantity, text: str, language: Language) -> str:
    """The figure said in the language, with what bounds it: before, until, 内; nothing where it cannot be said."""
    said = _in_chinese(quantity, text) if language.chinese else _in_english(quantity, text)
    for meaning in bounds_of(quantity, text).meanings if said else ():
        said = (CHINESE_BOUNDS if language.chinese else ENGLISH_BOUNDS)[meaning].format(said)
    if said and quantity.kind is QuantityKind.DURATION and _EVERY.search(text[: quantity.start]):
        said = f"每{said}" if language.chinese else f"every {said}"
    return in_script(said, language)


def _in_english(quantity: Quantity, text: str) -> str:
    if isinstance(quantity.value, Date):
        return english_dates(quantity.value, quantity.upper)
    if isinstance(quantity.value, Clock):
        return " ".join([*_hedges(quantity, text), english_time(quantity.value, _half_told(quantity, text))])
    if is_day_of_month(quantity, text):
        if "after" in bounds_of(quantity, text).meanings:  # 15日后 may be 15 days later too
            return ""
        return f"the {_english_ordinal(quantity.value, in_words=False)}"
    if has_risen(text[quantity.start : quantity.end]):
        return english_rise(quantity.value, _hedges(quantity, text))
    number = english_part(quantity, text) or _english_number(quantity, quantity.value, text)
    if isinstance(quantity.upper, Fraction):
        number += f" to {_english_number(quantity, quantity.upper, text)}"
    last = quantity.upper if isinstance(quantity.upper, Fraction) else quantity.value
    if quantity.kind is QuantityKind.ORDINAL:
        return _english_ordinal(last)
    if quantity.kind is QuantityKind.PERCENT and quantity.unit == "%":
        number += "%"
    elif quantity.unit:
        if quantity.unit not in ENGLISH_UNITS:
            return ""
        singular, plural = ENGLISH_UNITS[quantity.unit]
        number = half_of(singular) if is_half(quantity, text) else f"{number} {singular if last == 1 else plural}"
    elif noun := _counted(quantity, text):
        number += " " + noun
    hedges = _hedges(quantity, text)
    if quantity.unit in _COUNTED_BY_HEADS:
        hedges = [_OF_HEADS.get(each, each) for each in hedges]
    if hedges == ["nearly"] and quantity.kind is QuantityKind.DURATION and _recent(quantity, text):
        return f"the past {number}"
    return f"{_HEDGES.get(tuple(hedges), ' '.join(hedges))} {number}".strip()


def _recent(quantity: Quantity, text: str) -> bool:
    start = quantity.rounding.start if quantity.rounding else quantity.start
    return text[start : start + 1] == "近" and _LASTING.search(text[max(0, start - 3) : start]) is None


def _counted(quantity: Quantity, text: str) -> str:
    """What a measure word counts, where the words around it leave no doubt."""
    measure = text[quantity.end - 1]
    ahead, behind = text[max(0, quantity.start - 40) : quantity.end], text[quantity.end : quantity.end + 12]
    nouns = COUNTED.get(measure, {})
    for around in (_CLAUSE_END.split(ahead)[-1] + _CLAUSE_END.split(behind)[0], ahead + behind):
        folded = fold(around).text
        if any(noun in folded for noun in nouns):
            return nouns[max(nouns, key=folded.rfind)]
    return ""


def _english_number(quantity: Quantity, value: Fraction, text: str) -> str:
    if value < 0:
        return f"-{_english_number(quantity, -value, text)}"
    if written := _as_written(quantity, value, text):
        return written
    for name, scale in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
        if value >= scale and (short := _few_decimals(value / scale)):
            return f"{short} {name}"
    whole, _, rest = decimal(value).partition(".")
    return (f"{int(whole):,}" if whole.isdigit() else whole) + (f".{rest}" if rest else "")


def _as_written(quantity: Quantity, value: Fraction, text: str) -> str:
    """The digits as they stand where they end in a nought behind the point, as those of prices do: 29.50."""
    written = (each.group() for each in _NOUGHT_BEHIND.finditer(text, quantity.start, quantity.end))
    return next((each for each in written if digits_value(each) == value), "")


def _few_decimals(value: Fraction) -> str:
    """The value in plain digits, or nothing if that takes many decimals."""
    digits = decimal(value)
    return digits if "/" not in digits and len(digits.partition(".")[2]) <= _FEW_DECIMALS else ""


def _english_ordinal(value: Fraction, in_words: bool = True) -> str:
    number = int(value)
    small = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
    if in_words and 1 <= number <= len(small):
        return small[number - 1]
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"


def _in_chinese(quantity: Quantity, text: str) -> str:
    if isinstance(quantity.value, Date):
        return chinese_dates(quantity.value, quantity.upper)
    if isinstance(quantity.value, Clock):
        hedges = "".join(ROUNDING.get(meaning, "") for meaning in _hedges(quantity, text))
        return hedges + chinese_time(quantity.value, _half_told(quantity, text))
    return _chinese_quantity(quantity, text)


def _chinese_quantity(quantity: Quantity, text: str) -> str:
    assert isinstance(quantity.value, Fraction)
    if quantity.kind is QuantityKind.ORDINAL:
        return f"第{decimal(quantity.value)}"
    if has_risen(text[quantity.start : quantity.end]):
        return chinese_rise(quantity.value, "".join(ROUNDING.get(each, "") for each in _hedges(quantity, text)))
    times = {"decade": 10, "fortnight": 2}.get(quantity.unit, 1)
    number = chinese_part(quantity, text) or _chinese_number(quantity, quantity.value * times, text)
    if isinstance(quantity.upper, Fraction):
        number += f"至{_chinese_number(quantity, quantity.upper * times, text)}"
    if quantity.unit and quantity.unit not in CHINESE_UNITS:
        return ""
    if is_half(quantity, text):
        number = "半"
    unit = CHINESE_UNITS.get(quantity.unit, "")
    if quantity.unit == "times" and not _RATIO.search(fold(text[quantity.start : quantity.end + _RATIO_WITHIN]).text):
        unit = "次"
    hedges = _hedges(quantity, text)
    ahead = "".join(ROUNDING.get(meaning, "") for meaning in hedges)
    return ahead + number + unit + "".join(ROUNDING_BEHIND.get(meaning, "") for meaning in hedges)


def _chinese_number(quantity: Quantity, value: Fraction, text: str) -> str:
    if value < 0:
        return f"-{_chinese_number(quantity, -value, text)}"
    if written := _as_written(quantity, value, text):
        return written
    for name, scale in (("万亿", 10**12), ("亿", 10**8), ("万", 10**4)):
        if value >= scale and (short := _few_decimals(value / scale)):
            return f"{short}{name}"
    return decimal(value)


def _half_told(quantity: Quantity, text: str) -> bool:
    """Whether the half of the day stands with a time, or follows from its hour."""
    assert isinstance(quantity.value, Clock)
    late = quantity.value.hour == 0 or quantity.value.hour >= NOON
    return late or any(each.half for each in clocks(fold(text[quantity.start : quantity.end]).text))


def in_script(text: str, language: Language) -> str:
    """Simplified text in the characters of the language."""
    return _traditional().convert(text) if language is Language.TRADITIONAL else text


@cache
def _traditional() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("s2t")
