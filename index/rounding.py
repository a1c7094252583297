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
    "nearly": "近 将近 接近 nearly almost close_to",
    "over": "超 超过 逾 突破 高达 over more_than exceeding above upwards_of in_excess_of",
    "at least": "至少 最少 不少于 不低于 at_least no_less_than no_fewer_than",
    "under": "不到 不足 少于 低于 less_than under fewer_than below",
    "at most": "最多 至多 不超过 不多于 up_to at_most no_more_than as_many_as as_much_as",
    "expected": "预计 预计达 预计将达 an_expected expected",
}
_ROUNDING_AFTER = {
    "about": "左右 上下",
    "over": "多 余",
    "at least": "以上 or_more",
    "at most": "以内 or_less",
    "under": "以下",
}


def choice(words: Iterable[str]) -> str:
    """A pattern that matches any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _table(meanings: dict[str, str]) -> dict[str, str]:
    return {word.replace("_", " "): meaning for meaning, words in meanings.items() for word in words.split()}


_BEFORE, _AFTER = _table(_ROUNDING_BEFORE), _table(_ROUNDING_AFTER)
_BEFORE_CHINESE = choice(word for word in _BEFORE if not word.isascii())
_BEFORE_ENGLISH = choice(word for word in _BEFORE if word.isascii())
_BEFORE_PATTERN = re.compile(rf"(?:(?P<zh>{_BEFORE_CHINESE})(?:达|了|有)?|\b(?P<en>{_BEFORE_ENGLISH}))\s*$")
# What the words end and begin with, so that most figures are told by one look to have none.
_LAST = frozenset({word[-1] for word in _BEFORE} | set("达了有"))
_FIRST = frozenset(word[0] for word in _AFTER)
_AFTER_PATTERN = re.compile(rf"\s?(?P<word>{choice(_AFTER)})")


def rounding_of(text: str, start: int, end: int) -> Rounding | None:
    """The rounding words right before or after the figure `text[start:end]` of a folded text."""
    last, first = text[start - 1 : start] if start else "", text[end : end + 1]
    if (last in _LAST or last.isspace()) and (before := _BEFORE_PATTERN.search(text[max(0, start - 14) : start])):
        name, offset = "zh" if before["zh"] else "en", max(0, start - 14)
        return Rounding(offset + before.start(name), offset + before.end(name), _BEFORE[before[name]])
    if (first in _FIRST or first.isspace()) and (after := _AFTER_PATTERN.match(text, end)):
        return Rounding(after.start("word"), after.end("word"), _AFTER[after["word"]])
    return None
