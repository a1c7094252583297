"""Shares and multiples said in words: 三分之二 is two thirds, half an hour 半小时, 翻一番 doubled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from index.quantities import Quantity
from index.shares import PARTS

_TOLD_AS_PART = re.compile(
    r"分之|一半|半[数數]|^半$|\d/\d"
    r"|\b(?:half|(?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?|in|out of)\b",
    re.IGNORECASE,
)
_TOLD_AS_HALF = re.compile(r"半|\bhalf\b", re.IGNORECASE)
_HALF = Fraction(1, 2)
_NAMES = {parts: name for name, parts in reversed(PARTS.items())}
_COUNTS = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_NUMERALS = "一二三四五六七八九十"
_RISEN = {
    2: ("doubled", "{}翻一番"), 3: ("tripled", "增至{}三倍"), 4: ("quadrupled", "{}翻两番"),
    8: ("increased eightfold", "{}翻三番"),
}  # fmt: skip
_VOWELS = ("a", "e", "i", "o", "u", "hour")


def english_part(quantity: Quantity, text: str) -> str:
    """A part of `text` as English says it, "two thirds"; empty where it is none, or tells no part."""
    value = _part(quantity, text)
    if value == _HALF:
        return "half"
    if value is None or value.denominator not in _NAMES or value.numerator > len(_COUNTS):
        return ""
    return f"{_COUNTS[value.numerator - 1]} {_NAMES[value.denominator]}{'s' if value.numerator > 1 else ''}"


def chinese_part(quantity: Quantity, text: str) -> str:
    """The same in Chinese, 三分之二."""
    value = _part(quantity, text)
    if value is None:
        return ""
    if value == _HALF:
        return "一半"
    if value.denominator > len(_NUMERALS):
        return f"{value.denominator}分之{value.numerator}"
    return f"{_NUMERALS[value.denominator - 1]}分之{_NUMERALS[value.numerator - 1]}"


def english_rise(value: Fraction, hedges: Sequence[str]) -> str:
    """To how many times as much something has risen, as a verb: nearly doubled."""
    return " ".join([*("more than" if each == "over" else each for each in hedges), _RISEN[int(value)][0]])


def chinese_rise(value: Fraction, hedge: str) -> str:
    """The same in Chinese, 近翻一番."""
    return _RISEN[int(value)][1].format(hedge)


def is_half(quantity: Quantity, text: str) -> bool:
    """Whether half of a unit is told as such: 半小时, half an hour."""
    told = _TOLD_AS_HALF.search(text[quantity.start : quantity.end])
    return quantity.value == Fraction(1, 2) and quantity.upper is None and bool(quantity.unit) and told is not None


def half_of(unit: str) -> str:
    """Half of an English unit: half an hour, half a year."""
    return f"half {'an' if unit.startswith(_VOWELS) else 'a'} {unit}"


def _part(quantity: Quantity, text: str) -> Fraction | None:
    """The value of a figure that is told as a part, and is less than the whole."""
    value = quantity.value
    if not isinstance(value, Fraction) or value >= 1 or quantity.upper is not None or value.denominator == 1:
        return None
    return value if _TOLD_AS_PART.search(text[quantity.start : quantity.end]) else None
