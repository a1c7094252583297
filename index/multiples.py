"""Multiples that are told by a word: 翻一番, 翻了两番, doubled, trebled, threefold, twice."""

from __future__ import annotations

import re

from index.folding import fold
from index.numerals import ENGLISH_DIGITS, chinese_value
from index.rounding import choice

_VERBS = {"doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4}
_TIMES = {"twice": 2, "thrice": 3}
MULTIPLES = choice([*_VERBS, *_TIMES])
_MULTIPLE = re.compile(
    rf"翻了?[一两二三]?番(?!薯|茄)|\b(?:{MULTIPLES})\b(?!-)|\b(?:{choice(ENGLISH_DIGITS)})fold\b"
)


def multiple_at(text: str, start: int) -> tuple[int, int] | None:
    """How many times as much is told from `start` of a folded text, and where that ends."""
    found = _MULTIPLE.match(text, start)
    if found is None:
        return None
    word = found.group()
    if word[0] == "翻":
        return 2 ** int(chinese_value(word.strip("翻了番")) or 1), found.end()
    return (_VERBS | _TIMES).get(word) or ENGLISH_DIGITS[word.removesuffix("fold")], found.end()


def is_word(figure: str) -> bool:
    """Whether a figure is such a word."""
    return _MULTIPLE.fullmatch(fold(figure).text) is not None


def has_risen(word: str) -> bool:
    """Whether a figure is the verb that tells it: doubled, 翻一番."""
    return word.startswith("翻") or word.lower() in _VERBS
