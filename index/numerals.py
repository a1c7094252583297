"""Numbers as they are written: digits, Chinese numerals, English number words."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

_CHINESE_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_CHINESE_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}
_SMALL = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
"""
ENGLISH_DIGITS = {word: value for value, word in enumerate(_SMALL.split())} | {
    word: 20 + 10 * step for step, word in enumerate(_TENS.split())
}
ENGLISH_SCALES = {
    "hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12,
    "mn": 10**6, "bn": 10**9, "tn": 10**12, "k": 10**3, "m": 10**6, "b": 10**9,
}  # fmt: skip
ENGLISH_ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), start=1)}

DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!,?\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
CHINESE_NUMERAL = r"[零〇一二两三四五六七八九十百千万亿]+(?:点[零〇一二三四五六七八九]+)?"
_SCALE_PART = re.compile(rf"({DIGITS})\s?([十百千万亿兆]+)")


@lru_cache(maxsize=16_384)
def digits_value(text: str) -> Fraction:
    """The value of Arabic digits with thousands commas and a decimal point, or with a fraction: 31⁄2 folded of 3½."""
    if "/" in text:  # 1 1/2
        whole, upper, lower = re.split("[ /]", text)
        return Fraction(int(whole)) + Fraction(int(upper), int(lower))
    if "⁄" in text:
        upper, lower = text.split("⁄")
        return Fraction(int(upper[:-1] or 0)) + Fraction(int(upper[-1]), int(lower))
    plain = text.replace(",", "")
    return Fraction(int(plain)) if plain.isdigit() else Fraction(plain)


def scale_value(scales: str) -> int:
    """The product of Chinese scale characters: 万亿 is 10^12; 1 for an empty string."""
    value = 1
    for character in scales:
        value *= _CHINESE_SCALES[character]
    return value


def scaled_value(text: str) -> Fraction | None:
    """The value of digits joined to Chinese scales, as in 3亿2000万; None if the scales do not fall."""
    total, last = Fraction(0), None
    for digits, scales in _SCALE_PART.findall(text):
        scale = scale_value(scales)
        if last is not None and scale >= last:
            return None
        total, last = total + digits_value(digits) * scale, scale
    return total


@lru_cache(maxsize=16_384)
def chinese_value(numeral: str) -> Fraction | None:
    """The value of a Chinese numeral, positional (二〇二三) or spelt out (二十亿); None if it is not well formed."""
    whole, _, decimals = numeral.partition("点")
    if all(character in _CHINESE_DIGITS for character in whole):
        value = Fraction("".join(str(_CHINESE_DIGITS[character]) for character in whole) or "0")
    else:
        spelt = _spelt_chinese(whole)
        if spelt is None:
            return None
        value = Fraction(spelt)
    if decimals:
        value += Fraction("0." + "".join(str(_CHINESE_DIGITS[character]) for character in decimals))
    return value


def _spelt_chinese(numeral: str) -> int | None:
    total = section = digit = 0
    pending = False  # a digit waits for its scale
    for character in numeral:
        if character in _CHINESE_DIGITS:
            if pending and digit:
                return None
            digit, pending = _CHINESE_DIGITS[character], True
            continue
        scale = _CHINESE_SCALES[character]
        if scale < 10**4:
            if not pending and scale != 10:
                return None
            section += (digit if pending else 1) * scale
        else:
            section += digit
            if scale == 10**8:
                total, section = (total + section) * scale, 0
            elif section:
                total, section = total + section * scale, 0
            else:
                return None
        digit, pending = 0, False
    if pending and len(numeral) > 1 and (scale := _CHINESE_SCALES.get(numeral[-2], 1)) > 10:
        digit *= scale // 10  # 一万五 is 15,000
    return total + section + digit


def english_value(words: list[str]) -> Fraction | None:
    """The value of lower-case number words, digits among them; None if they make no number."""
    total, section = Fraction(0), Fraction(0)
    seen = False
    for word in words:
        if word == "and":
            continue
        if word in ("a", "an"):
            section, seen = Fraction(1), True
        elif word in ENGLISH_DIGITS:
            value = ENGLISH_DIGITS[word]
            if seen and section % 100 and not (section % 100 >= 20 and section % 10 == 0 and value < 10):
                return None
            section, seen = section + value, True
        elif word in ENGLISH_SCALES:
            scale = ENGLISH_SCALES[word]
            section = (section if seen else Fraction(1)) * scale
            if scale >= 1000:
                total, section = total + section, Fraction(0)
            seen = True
        else:
            section, seen = digits_value(word), True
    return total + section if seen else None
