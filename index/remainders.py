"""What is told behind the unit of a figure without one of its own: 3元5角, 1米75, 9秒83, an hour and a half."""

from __future__ import annotations

import re
from fractions import Fraction

from index.numerals import chinese_value, digits_value
from index.units import DURATIONS

_DIGIT = "[\\d一二两三四五六七八九]"
_AND_A_HALF = re.compile(r"半(?![年月天日个小分])| and a half\b")  # 两年半, an hour and a half
_CENTS = "分(?![钟之店支公])"
_OF_MONEY = re.compile(rf"(?P<tenths>{_DIGIT})[角毛](?:(?P<cents>{_DIGIT}){_CENTS})?|(?P<only>{_DIGIT}){_CENTS}")
_HUNDREDTHS = re.compile(r"\d\d(?=$|[左以的高长宽]|[^\w.,:%])|\d\d(?=[.,:](?!\d))")


def remainder(text: str, unit: str, start: int) -> tuple[Fraction, int]:
    """What the figure of a folded text whose `unit` ends at `start` comes to besides, and where that ends."""
    if unit in DURATIONS and (half := _AND_A_HALF.match(text, start)):
        return Fraction(1, 2), half.end()
    if unit == "CNY" and (money := _OF_MONEY.match(text, start)):
        return _value(money["tenths"]) / 10 + _value(money["cents"] or money["only"]) / 100, money.end()
    in_hundredths = (unit, text[start - 1 : start]) in (("m", "米"), ("second", "秒"))
    if in_hundredths and (hundredths := _HUNDREDTHS.match(text, start)):
        return digits_value(hundredths.group()) / 100, hundredths.end()
    return Fraction(0), start


def _value(digit: str | None) -> Fraction:
    if not digit:
        return Fraction(0)
    return digits_value(digit) if digit.isascii() else Fraction(chinese_value(digit) or 0)
