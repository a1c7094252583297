"""Chinese abbreviations spelt out: 工信局 by 工业和信息化局, or by "Industry and Information Technology Bureau"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from index.translate import translations
from index.words import is_chinese

SHORTEST, LONGEST = 2, 5  # characters of an abbreviation
APART = 3  # words at most from one that a character stands for to the next
_LIKELY = 0.04  # the least probability of a translation that lends its first character

Spelt = Mapping[str, Sequence[int]]  # by character, the places of words that may be shortened to it


@lru_cache(maxsize=16384)
def is_abbreviation(term: str) -> bool:
    """Whether a Chinese word may be one: short, and known to no dictionary."""
    return SHORTEST <= len(term) <= LONGEST and is_chinese(term) and not translations(term)


def spelt(words: Iterable[tuple[int, str]]) -> dict[str, list[int]]:
    """The characters that words at their places may be shortened to: their first, or that of a translation."""
    found: dict[str, list[int]] = {}
    for place, word in words:
        for character in _initials(word):
            found.setdefault(character, []).append(place)
    return found


def places_of(abbreviation: str, by_character: Spelt) -> list[int]:
    """The words, in order and near each other, that the characters stand for; empty where one has none."""
    chains = [[place] for place in by_character.get(abbreviation[0], ())]
    for character in abbreviation[1:]:
        chains = [
            [*chain, place]
            for chain in chains
            for place in by_character.get(character, ())
            if 0 < place - chain[-1] <= APART
        ]
    return min(chains, key=lambda chain: chain[-1] - chain[0], default=[])


@lru_cache(maxsize=16384)
def _initials(word: str) -> frozenset[str]:
    if is_chinese(word):
        return frozenset(word[:1])
    found = (other for other, probability in translations(word) if probability >= _LIKELY)
    return frozenset(other[0] for other in found if is_chinese(other))
