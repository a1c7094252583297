"""The words that make a figure inexact, in Chinese and English."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rounding:
    """The words that make a figure inexact, at half-open offsets: 近 and "nearly" both mean "nearly"."""

    start: int
    end: int
    meaning: str


_ROUNDING_BEFORE = {
    "about": "约 大约 大概 about around approximately roughly some circa an_estimated",
    "nearly": "近 将近 接近 nearly almost close_to just_under",
    "over": "超 超过 逾 突破 高于 大于 多于 over more_than greater_than exceeding above upwards_of in_excess_of",
    "at least": "至少 最少 不少于 不低于 不小于 不得少于 不得低于"
    " at_least no_less_than no_fewer_than not_less_than not_fewer_than a_minimum_of",
    "under": "不到 不足 不满 未满 少于 低于 小于 less_than under fewer_than below",
    "at most": "最多 至多 不超过 不多于 不高于 不大于 不得超过 不得高于 不得多于 未超过"
    " up_to at_most no_more_than not_more_than not_exceeding a_maximum_of",
    "as much as": "高达 多达 as_many_as as_much_as",
    "within": "within",
    "expected": "预计 预计达 预计将达 an_expected expected",
}
_SIGNS = {"≥": "at least", ">=": "at least", "≤": "at most", "<=": "at most", ">": "over", "<": "under"}
_ROUNDING_AFTER = {
    "about": "左右 上下",
    "over": "多 余",
    "at least": "以上 or_more",
    "at most": "or_less",
    "within": "以内 之内 内",
    "under": "以下",
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
_BEFORE_PATTERN = re.compile(
    rf"(?:{_NO_ROUNDING}(?P<zh>{_BEFORE_CHINESE})(?:达|了|有)?|\b(?P<en>{_BEFORE_ENGLISH})"
    r"|(?P<sign>[≤≥]|(?<=[^\s=>-])[<>]=?|(?<=[^\s=>-]\s)[<>]=?))\s*$"
)
# What limits a figure from before its verb: 最多可停放60辆.
_LIMIT_PATTERN = re.compile(rf"(?P<word>{choice(_LIMITS)})[可能要需须得应有][\u4e00-\u9fff]{{0,4}}$")
_BEFORE_LENGTH = 20  # characters before a figure that the longest words take
# What the words end and begin with, so that most figures are told by one look to have none.
_LAST = frozenset({word[-1] for word in _BEFORE} | set("达了有"))
_FIRST = frozenset(word[0] for word in _AFTER)
_INSIDE = "(?<=[天日时月年周钟秒米里])内(?![部容资地科外蒙])"  # 三天内, not 三家内资企业
_AFTER_PATTERN = re.compile(rf"\s?(?P<word>{choice(set(_AFTER) - {'内'})}|{_INSIDE})")


def rounding_of(text: str, start: int, end: int) -> Rounding | None:
    """The rounding words right before or after the figure `text[start:end]` of a folded text, or before its verb."""
    last, first = text[start - 1 : start] if start else "", text[end : end + 1]
    ahead = max(0, start - _BEFORE_LENGTH)
    if (last in _LAST or last.isspace()) and (before := _BEFORE_PATTERN.search(text[ahead:start])):
        name = before.lastgroup or ""
        return Rounding(ahead + before.start(name), ahead + before.end(name), _BEFORE[before[name]])
    if (first in _FIRST or first.isspace()) and (after := _AFTER_PATTERN.match(text, end)):
        return Rounding(after.start("word"), after.end("word"), _AFTER[after["word"]])
    if "\u4e00" <= last <= "\u9fff" and (limit := _LIMIT_PATTERN.search(text[ahead:start])):
        return Rounding(ahead + limit.start(), ahead + limit.end(), _LIMITS[limit["word"]])
    return None
