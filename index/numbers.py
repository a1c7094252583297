"""A number at a place of a folded text, in whatever notation it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from index.numerals import (
    CHINESE_NUMERAL,
    DIGITS,
    ENGLISH_DIGITS,
    ENGLISH_SCALES,
    chinese_value,
    digits_value,
    english_value,
    scale_value,
    scaled_value,
)
from index.rounding import choice
from index.units import UNITS

NUMBER_WORDS = choice([*ENGLISH_DIGITS, "hundred", "thousand", "million", "billion", "trillion", "dozen"])
SCALE_WORDS = "hundred|thousand|million|billion|trillion|dozen|mn|bn|tn"
_MONEY = (
    r"(?:\b(?:us|hk|nt|nz|mop|[acrs])\$|[$€£¥₹]"
    r"|\b(?:rmb|cny|usd|eur|gbp|hkd|jpy|chf|sgd|aud|cad|thb|myr|人民币)\s?|人民币)\s?"
)
_MONEY_PREFIX, _MONEY_AHEAD = re.compile(rf"{_MONEY}$"), re.compile(_MONEY)
_MONEY_ENDS = frozenset("$€£¥₹币bydrpf")  # what the signs and codes end with
# What comes in millions and not by the metre: 2.5m people.
_MILLIONS = (
    "people|persons|adults|users|visitors|residents|passengers|customers|workers|viewers|voters|tourists|patients"
    "|households|homes|families|jobs|cars|vehicles|copies|votes|trees|doses|tonnes|tons|hectares|acres|barrels|square|cubic|yuan|euros|dollars|yen"
)
_ARABIC = re.compile(
    rf"(?P<value>\d+⁄[1-9]\d?|\d+ [1-9]/[2-9](?![\d/])|{DIGITS})(?P<more>[多余几来])?"
    rf"(?P<scales>\s?(?:(?!千[克米卡焦帕赫])[十百千万亿兆])+(?![瓦分])"
    rf"|(?:[ -]?(?:{SCALE_WORDS})\b)+|[kmb](?![a-z0-9])|\sm(?=\s(?:{_MILLIONS})\b))?"
)
_OF_MILLIONS = re.compile(rf"\s(?:{_MILLIONS})\b")
_SCALED = re.compile(rf"{DIGITS}[百千万亿]+(?:{DIGITS}[十百千万亿]+)+")
_SPELT = re.compile(rf"(?P<numeral>{CHINESE_NUMERAL})(?:(?P<more>[多余几来])(?P<scales>[百千万亿]+))?")
# 近百名, 上千人, 百余家: a scale that a rounding word leads to or follows is a number by itself.
_MEASURED = choice(unit for unit in UNITS if not unit.isascii() and unit != "度")
BARE_SCALE = (
    rf"(?<!成千上)(?!千家万户|千[克瓦卡焦帕赫])(?:"
    rf"(?<=[近逾超过约达上破])(?:百[万亿]?|千[万亿]?|万|亿)(?=[余多]?(?:{_MEASURED}))|(?<![零〇一二两三四五六七八九十百千万亿\d数几])(?:百|千|万)(?=[余多](?:{_MEASURED})))"
)
_BARE_SCALE = re.compile(BARE_SCALE)
_UNTOLD = frozenset("数几")  # 数十亿 and 几十家 tell no number
_LISTED = re.compile(r"[一二两三四五六七八九]{2,3}")  # 一二三产业, 三五个: no 123 and no 35
_ABOUT = re.compile(
    r"(?P<tens>[二三四五六七八九]?十)?(?P<low>[一二两三四五六七八])(?P<high>[二两三四五六七八九])"
    r"(?P<scales>(?(tens)|[十百千万亿]*))(?![零〇一二两三四五六七八九十百千万亿])"
)
_WORDED = re.compile(
    rf"(?P<half>half\s+)?(?:an?\s+(?:{SCALE_WORDS})|{NUMBER_WORDS})(?:[\s-]+(?:and\s+)?(?:{NUMBER_WORDS})\b)*(?![a-z])"
)
_PART = re.compile(r"[\s-]+and[\s-]+(?:(?:a|one)[\s-]+)?(?P<part>half|third|quarter)\b")
_PARTS = {"half": Fraction(1, 2), "third": Fraction(1, 3), "quarter": Fraction(1, 4)}
_SCALE_BEHIND = re.compile(rf"\s+(?P<scale>{SCALE_WORDS})\b")
_OPENS_RANGE = re.compile(rf"(?:\s?-\s?|\sto\s)(?!one\b)(?:{NUMBER_WORDS}|\d)|[至到][两二三四五六七八九十]")

# 保修一年。一小时内, 半升, 一个半小时; not 有一天, 一年一度, 一年能赚, 上半年.
_LASTED = r"(?:个月|个?小时|个?星期|个世纪|[年天周]|分钟|秒钟)(?=$|[\W半后内前之以的左起多期间到至]|时间|有余|不到)"
_WEIGHED = "公斤|千克|毫升|公里|厘米|毫米|公顷|亩(?!田)|吨|升|元|美元|欧元"
ONE_OR_HALF = (
    r"(?<![第同某这那每哪另任统唯专万单之有新头当隔逐零〇一二两三四五六七八九十百千亿\d])一"
    rf"(?:(?={_LASTED}|{_WEIGHED})|(?P<more>个半)(?=小时|钟头|星期|世纪))"
    rf"|(?<![上下前后大小多一年个天周月\d])(?P<half>半)(?={_LASTED}|{_WEIGHED})"
)
_ONE_OR_HALF = re.compile(ONE_OR_HALF)
# Half an hour, for a week, one month; two times a week and a day trip tell no figure.
_LONG = "minute|hour|week|fortnight|month|year|decade|century"
_OF = (
    f"{_LONG}|second|day|mile|acre|inch|kilo|kilogram|kilometre|kilometer|metre|meter|pound|ounce|ton|tonne|litre|liter"
    "|pint|cup"
)
AN_HOUR = (
    rf"half an? (?=(?:{_OF})\b)|one (?=(?:{_LONG})\b)"
    rf"|an? (?=(?:{_LONG}|day)\b(?![ -](?:trip|pass|ticket|return)))"
)
_AN_HOUR, _HALF_MORE = re.compile(AN_HOUR), re.compile(r"[a-z]+ and a half\b")
_LASTING = re.compile(
    r"\b(?:for|in|within|after|lasts?|lasted|takes?|took|about|around|nearly|almost|over|under|least|most|than|only|just"
    r"|exactly|up to) $"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A value at half-open offsets; `scaled` if a scale such as 亿 or "million" is part of it, `spelt` in characters.

    `more` is where 多, 余, 几 or 来 stands inside, or -1.
    """

    start: int
    end: int
    value: Fraction
    more: int = -1
    scaled: bool = False
    spelt: bool = False


def money_before(text: str, start: int, floor: int = 0) -> re.Match[str] | None:
    """The sign or code of a currency that ends right before `start` and does not begin before `floor`."""
    last = text[start - 1 : start] if start else ""
    if last not in _MONEY_ENDS and not last.isspace():
        return None
    return _MONEY_PREFIX.search(text, max(floor, start - 6, 0), start)


def money_at(text: str, start: int) -> re.Match[str] | None:
    """The sign or code of a currency that begins at `start`."""
    return _MONEY_AHEAD.match(text, start)


def number_at(text: str, start: int) -> Number | None:
    """The number that begins at `start`, in any notation."""
    character = text[start : start + 1]
    if character.isdigit() and character.isascii():
        return _arabic(text, start)
    if character and not character.isascii():
        return _spelt(text, start) or _one_or_half(text, start)
    if lasting := _AN_HOUR.match(text, start):
        return _an_hour(text, lasting)
    found = _WORDED.match(text, start)
    if found is None:
        return None
    half = found["half"] or ""
    value = english_value(re.split(r"[\s-]+", found.group().removeprefix(half)))
    if value is None and " and " in found.group():  # the two of "between four and six" are no number together
        return number_at(text[: text.index(" and ", start)], start)
    alone = found.group() == "one" and not (_OPENS_RANGE.match(text, found.end()) or _PART.match(text, found.end()))
    if value is None or alone or re.match(SCALE_WORDS, found.group()):  # several thousand tells no number
        return None
    return _with_part(text, Number(start, found.end(), value / 2 if half else value, scaled=True))


def _with_part(text: str, number: Number) -> Number:
    """The number with what is told behind it: two and a half, and whatever that is of: one and a half million."""
    part = _PART.match(text, number.end)
    if part is None:
        return number
    value, end = number.value + _PARTS[part["part"]], part.end()
    if scale := _SCALE_BEHIND.match(text, end):
        value, end = value * ENGLISH_SCALES[scale["scale"]], scale.end()
    return replace(number, end=end, value=value)


def about_at(text: str, start: int) -> tuple[Number, Number] | None:
    """The two numbers, one apart in a digit, between which Chinese says that something lies: 三四百, 十七八."""
    found = _ABOUT.match(text, start)
    if found is None:
        return None
    tens = chinese_value(found["tens"] or "零")
    low, high = (chinese_value(found[name]) for name in ("low", "high"))
    if low is None or high is None or tens is None or high != low + 1:
        return None
    scale = scale_value(found["scales"])
    scaled = scale > 1 or tens > 0
    first, second = (Number(start, found.end(), (tens + each) * scale, -1, scaled, True) for each in (low, high))
    return first, second


def _arabic(text: str, start: int) -> Number | None:
    if compound := _SCALED.match(text, start):
        value = scaled_value(compound.group())
        if value is not None:
            return Number(start, compound.end(), value, scaled=True)
    found = _ARABIC.match(text, start)
    if found is None:
        return None
    value, scales, end = digits_value(found["value"]), found["scales"], found.end()
    if scales is None:
        return _with_part(text, Number(start, found.end("value"), value))
    if scales.strip() in ("k", "m", "b"):
        sure = scales == "k" or money_before(text, start) or _OF_MILLIONS.match(text, end)
        if not sure:
            return Number(start, found.end("value"), value)
    for scale in re.findall(r"[a-z]+", scales) if scales.isascii() else [scales.strip()]:
        value *= ENGLISH_SCALES[scale] if scale.isascii() else scale_value(scale)
    return Number(start, end, value, more=found.start("more"), scaled=True)


def _spelt(text: str, start: int) -> Number | None:
    found = _SPELT.match(text, start)
    if found is None:
        return None
    numeral, scales = found["numeral"], found["scales"] or ""
    if bare := _BARE_SCALE.match(text, start):
        return Number(start, bare.end(), Fraction(scale_value(bare.group())), scaled=True, spelt=True)
    value = chinese_value(numeral)
    one = numeral == "一" and not _OPENS_RANGE.match(text, found.end())
    if value is None or one or numeral[0] in "百千万亿" or _LISTED.fullmatch(numeral):
        return None
    if numeral[0] == "十" and text[start - 1 : start] in _UNTOLD and start:
        return None
    sure = len(numeral) > 2 or (len(numeral) == 2 and any(each in "十百千万亿" for each in numeral[1:]))
    more = found.start("more")
    return Number(start, found.end(), value * scale_value(scales), more, sure or more >= 0, spelt=True)


def _one_or_half(text: str, start: int) -> Number | None:
    """One, one and a half or half of what is measured: 一个月, 一个半小时, 半年."""
    found = _ONE_OR_HALF.match(text, start)
    if found is None:
        return None
    value = Fraction(1, 2) if found["half"] else Fraction(3, 2) if found["more"] else Fraction(1)
    return Number(start, start + 1 + len(found["more"] or ""), value, spelt=True)


def _an_hour(text: str, found: re.Match[str]) -> Number | None:
    """One or half of what is measured in English, where it tells how much."""
    said = found.group().rstrip()
    lasts = _LASTING.search(text, max(0, found.start() - 9), found.start()) or _HALF_MORE.match(text, found.end())
    if said in ("a", "an") and not lasts:
        return None
    value = Fraction(1, 2) if said.startswith("half") else Fraction(1)
    return Number(found.start(), found.start() + len(said), value, spelt=True)


def scale_of(text: str, number: Number) -> Fraction:
    """What the digits of a number are multiplied by."""
    found = _ARABIC.match(text, number.start)
    return number.value / digits_value(found["value"]) if found and digits_value(found["value"]) else Fraction(1)
