"""Search by pairs of neighbouring Chinese characters, which finds words that the segmenter cuts differently."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from index.bm25 import Bm25
from index.contents import CHINESE
from index.folding import fold
from index.postings import MOST_FREQUENT, Postings

SHARE = 0.4  # weight beside the words' scores; tune/crosslingual, Chinese questions on Chinese passages
_FIRST, _LAST = 0x3400, 0x9FFF  # the Chinese characters that pairs are made of


class Pairs:
    """Scores Chinese passages by the character pairs of a question; `groups` holds the language of every row."""

    def __init__(self, postings: Postings, groups: NDArray[np.int8]) -> None:
        self._postings = postings
        self._bm25 = Bm25(postings, groups)
        self._known = len(postings.keys) > 0

    def scores(self, question: str) -> NDArray[np.float32]:
        """The BM25 score of every row, (rows,); 0 for English passages."""
        total = np.zeros(len(self._bm25), np.float32)
        for key in sorted(set(_keys(_characters(question)).tolist())) if self._known else ():
            form = self._bm25.form(key, 1.0, CHINESE)
            if len(form.rows):
                total[form.rows] += self._bm25.plain(form, CHINESE)
        return total


    def held(self, firsts: str, seconds: str) -> list[str]:
        """The pairs of one of some characters and one of others that stand in any passage, simplified."""
        before, after = _distinct(firsts), _distinct(seconds)
        if not len(before) or not len(after):
            return []
        keys = self._postings.keys
        starts = np.searchsorted(keys, before << np.uint64(16))
        ends = np.searchsorted(keys, (before + np.uint64(1)) << np.uint64(16))
        spans = [keys[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
        found = np.concatenate([np.zeros(0, np.uint64), *spans])
        second = found & np.uint64(0xFFFF)
        nearest = after[np.minimum(np.searchsorted(after, second), len(after) - 1)]
        chosen = found[nearest == second].tolist()
        return [chr((key >> 16) + _FIRST - 1) + chr((key & 0xFFFF) + _FIRST - 1) for key in chosen]

    def rows(self, run: str) -> NDArray[np.int32]:
        """The rows that hold all pairs of a run of characters, ascending."""
        keys = _keys(_characters(run)).tolist()
        found = [self._postings.of_key(key)[0] for key in keys] or [self._postings.rows[:0]]
        held = found[0]
        for each in found[1:]:
            held = np.intersect1d(held, each, assume_unique=True)
        return np.asarray(held, dtype=np.int32)


def pair_postings(texts: Sequence[str]) -> Postings:
    """Postings of the pairs of each text, in the order of their rows."""
    found = [_keys(_characters(text)) for text in texts]
    lengths = np.array([len(keys) for keys in found], np.int32)
    rows = np.repeat(np.arange(len(found), dtype=np.uint64), lengths)
    keys = np.concatenate([np.zeros(0, np.uint64), *found])
    both, counts = np.unique(keys << np.uint64(32) | rows, return_counts=True)
    unique, starts = np.unique(both >> np.uint64(32), return_index=True)
    return Postings(
        unique,
        np.append(starts, len(both)).astype(np.int64),
        (both & np.uint64(0xFFFFFFFF)).astype(np.int32),
        np.minimum(counts, MOST_FREQUENT).astype(np.uint8),
        lengths,
    )


def no_pairs(rows: int) -> Postings:
    """Postings of so many texts whose pairs are not held: their lengths are negative."""
    empty = Postings.of([])
    return Postings(empty.keys, empty.starts, empty.rows, empty.frequencies, np.full(rows, -1, np.int32))


def _characters(text: str) -> NDArray[np.uint64]:
    """Each character's number, simplified, counting from 1; 0 for what is no Chinese character."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return _numbers()[np.minimum(codes, _LAST + 1)]


@lru_cache(maxsize=1024)
def _distinct(text: str) -> NDArray[np.uint64]:
    """The numbers of the Chinese characters of a text, ascending."""
    numbers = np.unique(_characters(text))
    return numbers[numbers > 0]


def _keys(characters: NDArray[np.uint64]) -> NDArray[np.uint64]:
    first, second = characters[:-1], characters[1:]
    both = (first > 0) & (second > 0)
    keys: NDArray[np.uint64] = first[both] << np.uint64(16) | second[both]
    return keys


@cache
def _numbers() -> NDArray[np.uint64]:
    """The number of every code up to the last Chinese character and one beyond, traditional as its simplified one."""
    plain = [chr(code) for code in range(_FIRST, _LAST + 1)]
    folded = fold("\n".join(plain)).text.split("\n")
    numbers = np.zeros(_LAST + 2, np.uint64)
    numbers[_FIRST : _LAST + 1] = [
        ord(each) - _FIRST + 1 if len(each) == 1 and _FIRST <= ord(each) <= _LAST else 0 for each in folded
    ]
    return numbers
