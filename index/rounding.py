"""The words that make a figure inexact, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from index.folding import fold


@dataclass(frozen=True, slots=True)
class Rounding:
    """The words that make a figure inexact, at half-open offsets: 近 and "nearly" both mean "nearly"."""

    start: int
    end: int
    meaning: str


_ROUNDING_BEFORE = {
    "about": "约 大约 大概 大致 差不多 估计 about around approximately roughly some circa an_estimated",
    "nearly": "近 将近 接近 几乎 nearly almost close_to just_under",
    "over": "超 超过 逾 突破 不止 高于 大于 多于 over more_than greater_than exceeding above upwards_of in_excess_of",
    "at least": "至少 最少 起码 不少于 不低于 不小于 不得少于 不得低于"
    " at_least no_less_than no_fewer_than not_less_than not_fewer_than a_minimum_of minimum_of minimum min_of min. min",
    "under": "不到 不足 不满 未满 少于 低于 小于 less_than under fewer_than below",
    "at most": "最多 至多 顶多 不超过 不多于 不高于 不大于 不得超过 不得高于 不得多于 未超过"
    " up_to at_most no_more_than not_more_than not_exceeding a_maximum_of maximum maximum_of max max_of max.",
    "as much as": "高达 多达 as_many_as as_much_as",
    "as low as": "低至 少至 as_few_as as_little_as as_low_as",
    "within": "within",
    "expected": "预计 预计达 预计将达 an_expected expected",
}
_SIGNS = {
    "~": "about", "≈": "about", "≥": "at least", ">=": "at least", "≤": "at most", "<=": "at most",
    ">": "over", "<": "under",
}  # fmt: skip
_ROUNDING_AFTER = {
    "about": "左右 上下 许 or_so",
    "over": "多 余",
    "at least": "以上 及以上 或以上 含以上 +"
    " or_more or_over or_above or_older or_longer or_higher and_over and_above and_older and_upwards 起",
    "at most": "or_less or_fewer or_under or_below or_younger or_shorter or_lower and_under and_below",
    "within": "以内 之内 内",
    "under": "以下 及以下 或以下",
}
_LIMITS = {"最多": "at most", "至多": "at most", "最高": "at most", "最少": "at least", "至少": "at least"}


def choice(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _table(meanings: dict[str, str]) -> dict[str, str]:
    return {word.replace("_", " "): meaning for meaning, words in meanings.items() for word in words.split()}


_BEFORE, _AFTER = _table(_ROUNDING_BEFORE) | _SIGNS, _table(_ROUNDING_AFTER)
_BEFORE_CHINESE = choice(word for word in _BEFORE if not word.isascii() and word not in _SIGNS)
_BEFORE_ENGLISH = choice(word for word in _BEFORE if word.isascii() and word not in _SIGNS)
# 约 of 签约五年, 近 of 最近三年, 超 of 赶超 round nothing; nor does a ">" that begins a quoted line or ends an arrow.
_NO_ROUNDING = (
    r"(?<![签续节停爽预解毁违失赴邀履合条公简特制婚契盟租守和](?=约))(?<![最附邻靠临亲远](?=近))(?<![赶反高](?=超))"
)
_LINK = "达到?|[了有为占合需是在用]"  # 约为30人, 约占三成
_BEFORE_PATTERN = re.compile(
    rf"(?:{_NO_ROUNDING}(?P<zh>{_BEFORE_CHINESE})(?:{_LINK})?|\b(?P<en>(?!(?<=\d )min\b)(?:{_BEFORE_ENGLISH}))"
    r"|(?P<sign>[≤≥≈]|(?<![\w%°)])(?<![\d%°)]\s)~|(?<=[^\s=>-])[<>]=?|(?<=[^\s=>-]\s)[<>]=?))\s*$"
)
# What limits a figure from before its verb: 最多可停放60辆.
_LIMIT_PATTERN = re.compile(rf"(?P<word>{choice(_LIMITS)})[可能要需须得应有][\u4e00-\u9fff]{{0,4}}$")
_BEFORE_LENGTH = 20  # characters before a figure that the longest words take
# What the words end and begin with, so that most figures are told by one look to have none.
# 上千人, 过半; not 通过百人联署, 晚上百余人.
_UPWARDS_OF = re.compile("(?:(?<![网路晚早会线身地以市街桥船车场海])上|(?<![通经不度渡走路越穿飞])过|破)$")
_LAST = frozenset({word[-1] for word in _BEFORE} | set("达到了有为占合需是在用"))
_FIRST = frozenset(word[0] for word in _AFTER)
_INSIDE = "(?<=[天日时月年周钟秒米里])内(?![部容资地科外蒙])"  # 三天内, not 三家内资企业
_UPWARDS = "(?<=[元块])起(?=$|每|[^\u4e00-\u9fff])"  # 300元起
_OR_SO = "(?<=[时点分])许(?![可多久])"  # 凌晨2时许
_PLUS = r"\+(?![\w\s]*\d)"  # 200+ guests, no sum
_AFTER_WORDS = rf"(?:{choice(set(_AFTER) - set('内起许+'))})(?!(?<=[a-z])(?:[a-z]|\s\d))"
_AFTER_PATTERN = re.compile(rf"\s?(?P<word>{_AFTER_WORDS}|{_INSIDE}|{_UPWARDS}|{_OR_SO}|{_PLUS})")


def without_rounding(text: str) -> str:
    """What stands ahead of a figure, without the words at its end that round the figure: 乙厂不足, Leipzig about."""
    folded = fold(text)
    found = _BEFORE_PATTERN.search(folded.text)
    return text[: folded.span(found.start(), found.end())[0]] if found else text


def rounding_of(text: str, start: int, end: int) -> Rounding | None:
    """The rounding words right before or after the figure `text[start:end]` of a folded text, or before its verb."""
    last, first = text[start - 1 : start] if start else "", text[end : end + 1]
    ahead = max(0, start - _BEFORE_LENGTH)
    if (last in _LAST or last.isspace()) and (before := _BEFORE_PATTERN.search(text[ahead:start])):
        name = before.lastgroup or ""
        return Rounding(ahead + before.start(name), ahead + before.end(name), _BEFORE[before[name]])
    if _UPWARDS_OF.search(text, max(0, start - 2), start) and text[start] in "百千万亿半":
        return Rounding(start - 1, start, "over")
    if (first in _FIRST or first.isspace()) and (after := _AFTER_PATTERN.match(text, end)):
        return Rounding(after.start("word"), after.end("word"), _AFTER[after["word"]])
    if "\u4e00" <= last <= "\u9fff" and (limit := _LIMIT_PATTERN.search(text[ahead:start])):
        return Rounding(ahead + limit.start(), ahead + limit.end(), _LIMITS[limit["word"]])
    return None
