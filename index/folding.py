"""Text as the index sees it: lower case, accents and full width folded, traditional characters simplified."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

# Letters that no Unicode decomposition relates to the plain one; the Chinese comma must not join digits as 1,000 does.
_SPECIAL = {
    "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d",
    "’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "〜": "~", "○": "〇", "，": "，",
    "\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\u2060": "", "\ufeff": "",
}  # fmt: skip
_SHORT = 200  # characters of a question or a sentence


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and for each of its characters (and its end) the offset in the original.

    `origin` is None where nothing changed its length, which is the usual case.
    """

    text: str
    origin: Sequence[int] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open offsets in the original text of the non-empty slice `text[start:end]`."""
        if self.origin is None:
            return start, end
        return self.origin[start], max(self.origin[end], self.origin[end - 1] + 1)

    def place(self, offset: int) -> int:
        """Where what begins at an offset of the original, or behind it, stands in `text`."""
        return offset if self.origin is None else bisect_left(self.origin, offset)


class _Folding(dict[int, str]):
    """A table for `str.translate` that works out each character once; `uneven` holds those that change length."""

    def __init__(self) -> None:
        super().__init__()
        self.uneven: tuple[str, ...] = ()

    def __missing__(self, code: int) -> str:
        character = chr(code)
        folded = _fold_character(character)
        if len(folded) != 1:
            self.uneven += (character,)  # a new one: another thread may be looking through the old
        self[code] = folded
        return folded


_FOLDING = _Folding()
_FOLDS = re.compile("[^a-z0-9 \n\u4e00-\u9fff，。、“”《》]+")  # all others fold into themselves, and are most of a text


def _fold_character(character: str) -> str:
    lower = character.lower()
    if lower in _SPECIAL:
        return _SPECIAL[lower]
    plain = unicodedata.normalize("NFKC", character).casefold()
    if any(ord(each) >= 0x3000 for each in plain):
        return plain
    decomposed = unicodedata.normalize("NFD", plain)
    return "".join(_SPECIAL.get(each, each) for each in decomposed if unicodedata.category(each) != "Mn")


@cache
def _simplifier() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")


def fold(text: str) -> Folded:
    """The text as terms are made from it, with the way back to the original's offsets."""
    if text.isascii():
        return Folded(text.lower())
    return _kept(text) if len(text) <= _SHORT else _folded(text)


@lru_cache(maxsize=1024)
def _kept(text: str) -> Folded:
    """Kept, because one rule after another looks at a question, and at the same sentences."""
    return _folded(text)


def _folded(text: str) -> Folded:
    folded = _FOLDS.sub(lambda run: run[0].translate(_FOLDING), text)
    if not any(map(text.__contains__, _FOLDING.uneven)):  # several times as fast as a look at every character
        return Folded(_simplify(folded))
    origin = [offset for offset, character in enumerate(text) for _ in _FOLDING[ord(character)]]
    return Folded(_simplify(folded), [*origin, len(text)])


def _simplify(text: str) -> str:
    """Simplified characters, one for one: converted in context where that keeps the length, else each by itself."""
    try:
        simplified: str = _simplifier().convert(text)
    except UnicodeEncodeError:  # a lone surrogate, as a badly decoded file may hold
        return text
    if len(simplified) == len(text):
        return simplified
    return "".join(each if len(each) == 1 else old for old in text for each in [_simplifier().convert(old)])
