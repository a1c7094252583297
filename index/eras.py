"""Years that are counted otherwise: before Christ, of the Republic of China, of a reign; and days of the lunar year."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.numerals import chinese_value
from index.rounding import choice
from index.units import UNITS


class Told(NamedTuple):
    """A year, month and day, 0 where not told, at half-open offsets; of a reign or the lunar calendar if `era` says so.

    Years before Christ are negative.
    """

    start: int
    end: int
    year: int
    month: int = 0
    day: int = 0
    era: str = ""


LUNAR = "农历"
# The year before the first of each that is counted along the calendar of today, so that it is known exactly.
_COUNTED_FROM = {"民国": 1911, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
# Reigns, whose years begin at the lunar new year and so fall into two of ours.
_REIGN_NAMES = """
建元 元光 元狩 元鼎 元封 建武 永平 建安 黄初 太康 永嘉 永和 太和 大业 武德 贞观 永徽 显庆 开元 天宝 至德 贞元 元和
会昌 大中 咸通 乾符 建隆 太平 景德 庆历 皇祐 嘉祐 熙宁 元丰 元祐 绍圣 崇宁 政和 宣和 靖康 建炎 绍兴 淳熙 嘉定 淳祐
咸淳 中统 至元 大德 延祐 至正 洪武 建文 永乐 洪熙 宣德 正统 景泰 天顺 成化 弘治 正德 嘉靖 隆庆 万历 泰昌 天启 崇祯
天命 天聪 崇德 顺治 康熙 雍正 乾隆 嘉庆 道光 咸丰 同治 光绪 宣统 明治
"""
_REIGNS = frozenset(_REIGN_NAMES.split())
_NUMERALS = "零〇一二三四五六七八九十"
_UNIT = choice(unit for unit in UNITS if not unit.isascii())
_DAY = rf"初[一二三四五六七八九十]|[廿卅][一二三四五六七八九]?|\d{{1,2}}|[{_NUMERALS}]{{1,3}}"
_YEAR = re.compile(
    rf"(?P<year>\d{{1,4}}|[{_NUMERALS}百]{{1,6}}|元)\s?年(?![间代度级])"
    rf"(?:\s?(?P<month>正|腊|冬|\d{{1,2}}|[{_NUMERALS}]{{1,2}})月(?:(?P<day>{_DAY})[日号]?)?)?"
)
_LUNAR = re.compile(
    rf"闰?(?P<month>正|腊|冬|\d{{1,2}}|[{_NUMERALS}]{{1,2}})月(?:(?P<day>{_DAY})(?:[日号]|(?!{_UNIT}|[{_NUMERALS}])))?"
)
# 八月十五 without the word for a day, 正月初五: only of the lunar year it is said so.
_LUNAR_DAY = re.compile(
    rf"(?P<month>[{_NUMERALS}]{{1,2}})月(?P<day>初[一二三四五六七八九十]|[廿卅][一二三四五六七八九]?"
    rf"|[二三]?十[一二三四五六七八九]?)(?!\s?(?:[日号多余几来{_NUMERALS}]|{_UNIT}))"
    rf"|(?P<named>[正腊])月(?:(?P<of>{_DAY})(?:[日号]|(?!\s?{_UNIT})))?"
)
_CHRISTIAN = re.compile(
    r"(?P<low>\d{1,4})(?:\s?[-~]\s?(?P<high>\d{1,4}))?\s?(?:(?P<bc>bce?|b\.c\.(?:e\.)?)|ad|ce)(?![a-z])"
)
_PLAIN = re.compile(r"\d{1,3}(?![\d.,:%])")
_MONTHS = {"正": 1, "冬": 11, "腊": 12}


def told_otherwise(folded: str, start: int, original: str | None = None) -> Told | None:
    """What begins with the number at `start`, or with the word ahead of it that tells how it counts; else None.

    `original`, of the same length, tells AD from an ad.
    """
    before = folded[max(0, start - 3) : start].rstrip()
    if before.endswith(("农历", "阴历", "旧历", "夏历")):
        found = _LUNAR.match(folded, start)
        return _lunar(found, start - 2, found["month"], found["day"]) if found else None
    if found := _LUNAR_DAY.match(folded, start):
        return _lunar(found, start, found["month"] or found["named"], found["day"] or found["of"])
    if (counted := _YEAR.match(folded, start)) and (told := _of_era(counted, before)):
        return told
    if before == "ad" and folded[start - 4 : start - 3].strip(" (") == "" and _capital(original, start - 3):
        return Told(start - 3, found.end(), int(found.group())) if (found := _PLAIN.match(folded, start)) else None
    found = _CHRISTIAN.match(folded, start)
    if found is None or found["high"] or not _capital(original, found.end() - 2):
        return None
    return Told(start, found.end(), int(found["low"]) * (-1 if found["bc"] else 1))


def years_before_christ(folded: str, start: int) -> tuple[int, int, int] | None:
    """The two years of 259-210 BC, negative, and where they end; else None."""
    found = _CHRISTIAN.match(folded, start)
    if found is None or not found["bc"] or not found["high"] or int(found["low"]) <= int(found["high"]):
        return None
    return -int(found["low"]), -int(found["high"]), found.end()


def _of_era(counted: re.Match[str], before: str) -> Told | None:
    start, end = counted.span()
    year, month, day = (_value(counted[part]) for part in ("year", "month", "day"))
    if before.endswith("公元前"):
        return Told(start - 3, end, -year, month, day)
    if before.endswith("公元"):
        return Told(start - 2, end, year, month, day)
    if before.endswith("前") and counted["year"].isdigit() and len(counted["year"]) > 2:  # the first 3 years are many
        return Told(start - 1, end, -year, month, day)
    era = before[-2:]
    if era in _COUNTED_FROM:
        return Told(start - 2, end, _COUNTED_FROM[era] + year, month, day)
    return Told(start - 2, end, year, month, day, era) if era in _REIGNS and year < 62 else None


def _lunar(found: re.Match[str], start: int, month: str, day: str | None) -> Told | None:
    told = Told(start, found.end(), 0, _MONTHS.get(month) or _value(month), _value(day), LUNAR)
    return told if told.month <= 12 and told.day <= 30 else None


def _value(numeral: str | None) -> int:
    if not numeral:
        return 0
    if numeral in _MONTHS or numeral == "元":
        return _MONTHS.get(numeral, 1)
    if numeral.isascii():
        return int(numeral)
    return int(chinese_value(numeral.removeprefix("初").replace("廿", "二十").replace("卅", "三十")) or 0)


def _capital(original: str | None, place: int) -> bool:
    return original is None or original[place].isupper()
