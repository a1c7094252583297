"""Ordinals as they are written: 第3, 第十二, 21st, the second."""

from __future__ import annotations

import re
from fractions import Fraction

from index.numerals import CHINESE_NUMERAL, ENGLISH_ORDINALS, chinese_value, digits_value
from index.rounding import choice

ORDINAL_WORDS = choice(ENGLISH_ORDINALS)
_ORDINAL = re.compile(
    rf"第\s?(?:(?P<digits>\d+)|(?P<spelt>{CHINESE_NUMERAL}))"
    rf"|(?P<en>\d{{1,3}}(?:,\d{{3}})+|\d+)(?:st|nd|rd|th)\b|\b(?P<word>{ORDINAL_WORDS})\b"
)
_OF_RANK = re.compile(r"\b(?:the|its|their|his|her|a)\s$")  # the second, and not a second


def ordinal_at(text: str, start: int) -> tuple[Fraction, int] | None:
    """The ordinal that begins at `start` of a folded text, and where it ends."""
    found = _ORDINAL.match(text, start)
    if found is None:
        return None
    if word := found["word"]:
        if word == "second" and not _OF_RANK.search(text[max(0, start - 6) : start]):
            return None
        return Fraction(ENGLISH_ORDINALS[word]), found.end()
    value = chinese_value(found["spelt"]) if found["spelt"] else digits_value(found["digits"] or found["en"])
    return None if value is None else (Fraction(value), found.end())
