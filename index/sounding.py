"""Names of a collection that no table translates, found in the other language by how they sound."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, cached_property

import numpy as np

from index.model.files import array, vocabulary
from index.names import LONGEST_CHINESE, SHORTEST_LATIN, SoundIndex
from index.query import QueryTerm
from index.words import is_chinese

_MOST = 40_000  # names listened to in a collection: listing more would hold up its first question


class Sounding:
    """Hears which names of a collection a word of a question may be; `names` come from `untranslated`."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names

    @cached_property
    def _sounds(self) -> SoundIndex:
        return SoundIndex(self._names[:_MOST])

    def is_name(self, latin: str) -> bool:
        """Whether a Latin term is one of the names."""
        return bool(self._names) and self._sounds.holds(latin)

    def latin_like(self, chinese: str) -> list[tuple[str, float]]:
        """The Latin names that Chinese characters may stand for, with confidences, likeliest first."""
        return self._sounds.latin_like(chinese) if self._names else []

    def heard(self, term: QueryTerm) -> QueryTerm:
        """The term with the names of the other language that sound like it; most words are no names."""
        if not self._names:
            return term
        alike: dict[str, float] = {}
        for joined in term.joined:
            alike |= dict.fromkeys(self._sounds.spelt(joined), 1.0)
        if _may_be_name(term):
            sounds = self._sounds
            alike |= dict(sounds.latin_like(term.term) if is_chinese(term.term) else sounds.chinese_like(term.term))
        return replace(term, sounds=tuple(alike.items())) if alike else term


def untranslated(terms: Iterable[str]) -> set[str]:
    """Those of some terms that may be names and that the tables do not translate."""
    known, translated = vocabulary(), _translated()
    return {term for term in terms if not translated[known.get(term, -1)] and _of_a_name(term)}


@cache
def _translated() -> bytes:
    """One byte for each term of the vocabulary, 1 where it has translations, and a 0 at the end for unknown terms."""
    return (np.diff(array("translation_offsets")) > 0).astype(np.uint8).tobytes() + b"\0"


def _may_be_name(term: QueryTerm) -> bool:
    return _of_a_name(term.term) and (term.capitalised or len(term.alternatives) == 1)


def _of_a_name(term: str) -> bool:
    if is_chinese(term):
        return 1 < len(term) <= LONGEST_CHINESE
    return len(term) > SHORTEST_LATIN and term.isascii() and term.isalpha()
