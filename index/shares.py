"""Shares of a whole: 三分之一, 千分之五, 六成五, two thirds, 3 in 4, 2/3, half of them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from index.numbers import SCALE_WORDS
from index.numerals import (
    CHINESE_NUMERAL,
    DIGITS,
    ENGLISH_DIGITS,
    ENGLISH_SCALES,
    chinese_value,
    digits_value,
)
from index.rounding import choice
from index.units import UNITS

PARTS = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_COUNTS = ("a", "an", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_OF = "second minute hour day week month year decade century mile acre inch ton pound gram litre liter cent"
# What stands behind a part; before another word it is the third party, the fifth floor.
_BEHIND = """
of more less fewer larger smaller higher lower from in to on at over since compared and or as off than by per is are was
were have has had did do will would could can said say says came live lived work worked went the
"""
_TIMES = "seconds minutes hours days weeks months years decades centuries"  # 3 in 4 months is no share
_MEASURED = (
    rf"(?:{choice(unit for unit in UNITS if unit.isascii() and unit.isalpha() and len(unit) > 1)})\b"
    rf"|(?:{choice(unit for unit in UNITS if not unit.isascii() and unit.isalpha() and UNITS[unit])})"
)
# Half of what is counted; half an hour is a number, and the first half or a better half no share.
_ENGLISH_HALF = (
    r"(?<!first )(?<!second )(?<!last )(?<!final )(?<!other )(?<!latter )(?<!better )(?<!and a )(?<![\w-])"
    r"half\b(?= (?:of|the|its|their|his|her|our|your|my|all)\b)"
    r"|(?:(?<=about )|(?<=around )|(?<=nearly )|(?<=almost )|(?<=roughly )|(?<=than )|(?<=over )|(?<=under )"
    r"|(?<=least ))half\b(?![- ](?:an?|past|\w+ past)\b|-)"
)
CHINESE_HALF = r"(?<!另)(?<!另外)(?<!事倍功)(?:一半(?![天路])|半数)|(?<=[近逾超过])半(?![径年天月日小个点夜边路数百])"
_PART = re.compile(
    rf"(?P<half>(?=[h一半])(?:{_ENGLISH_HALF}|{CHINESE_HALF}))"
    rf"|(?P<upper>[1-9])/(?P<lower>[2-9]|1[0-26]|100)(?![\d/.:])(?:(?<=[约近超过逾]\d/\d)|(?=\s?(?:的|以上|of\b|majority\b|{_MEASURED})))"
    rf"|(?P<base>{CHINESE_NUMERAL}|\d+)分之(?P<part>{CHINESE_NUMERAL}|{DIGITS})"
    rf"|(?P<tenths>\d(?:\.\d)?|[一二两三四五六七八九])成(?:(?P<rest>[一二三四五六七八九半])(?!成))?"
    rf"(?![立为功本果员长就分都])"
    rf"|\b(?P<count>{choice(_COUNTS)})[ -](?P<of>{choice(PARTS)})s?\b(?! (?!(?:{choice(_BEHIND.split())})\b)[a-z])"
    rf"(?: of an? (?:(?P<scale>{SCALE_WORDS})|(?P<unit>{choice(_OF.split())}))\b)?"
    rf"|(?P<some>\d{{1,3}}|\b(?:{choice(ENGLISH_DIGITS)}))(?: out of(?: every)?| in(?: every)?) "
    rf"(?P<all>\d{{1,3}}|{choice(ENGLISH_DIGITS)})\b(?![.,:/-]?\d)(?! (?:{choice(_TIMES.split())})\b)"
)
_OF_UNIT = re.compile(rf"\s?(?P<unit>{_MEASURED})")
_SCALES = {"百": Fraction(100), "千": Fraction(1000), "万": Fraction(10**4)}


class FoundPart(NamedTuple):
    """A part that ends at an offset; a share of a hundred or a thousand is told in percent."""

    end: int
    value: Fraction
    unit: str


def part_at(text: str, start: int) -> FoundPart | None:
    """The part of a whole that begins at `start` of a folded text."""
    found = _PART.match(text, start)
    if found is None:
        return None
    if found["half"]:
        return FoundPart(found.end(), Fraction(1, 2), "")
    if found["upper"]:
        return _divided(text, found)
    if found["some"]:
        some, whole = (_english(found[each]) for each in ("some", "all"))
        return FoundPart(found.end(), Fraction(some, whole), "") if 0 < some < whole else None
    if found["of"]:
        value = Fraction(ENGLISH_DIGITS.get(found["count"], 1), PARTS[found["of"]])
        scale = ENGLISH_SCALES.get(found["scale"] or "", 1)
        return FoundPart(found.end(), value * scale, UNITS[found["unit"]] if found["unit"] else "")
    if found["tenths"]:
        tenths, rest = _value(found["tenths"]), found["rest"] or "零"
        hundredths = Fraction(5) if rest == "半" else chinese_value(rest)
        base = Fraction(100)
        part = None if tenths is None or hundredths is None else tenths * 10 + hundredths
    else:
        base, part = _SCALES.get(found["base"]) or _value(found["base"]) or Fraction(0), _value(found["part"])
    if not base or part is None:
        return None
    if base in _SCALES.values():  # of a thousand too a share is told: 千分之五 is .5 %
        return FoundPart(found.end(), part * 100 / base, "%")
    return FoundPart(found.end(), part / base, "")


def is_part(value: object) -> bool:
    """Whether the value of a figure is less than the whole."""
    return isinstance(value, Fraction) and 0 < value < 1


def _divided(text: str, found: re.Match[str]) -> FoundPart | None:
    """A part told with a stroke, and the unit that it is of: 3/4 cup."""
    unit = _OF_UNIT.match(text, found.end())
    value = Fraction(int(found["upper"]), int(found["lower"]))
    if value >= 1:
        return None
    return FoundPart(unit.end() if unit else found.end(), value, UNITS[unit["unit"]] if unit else "")


def _value(numeral: str) -> Fraction | None:
    return digits_value(numeral) if numeral[0].isascii() else chinese_value(numeral)


def _english(number: str) -> int:
    return int(number) if number.isdigit() else ENGLISH_DIGITS[number]
