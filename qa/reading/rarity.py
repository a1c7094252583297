"""How rare a word is in the language at large, by its place in the embedded model's vocabulary."""

from __future__ import annotations

import math
from bisect import bisect_left
from functools import cache

from index.model.files import vocabulary
from index.words import is_chinese

_RAREST = 50_000  # places; a word further down is as rare as one that is not listed


def rarity(term: str) -> float:
    """0 for the commonest words of a language, 1 for those the model does not know."""
    listed, characters, singles = _groups()
    row = listed.get(term, -1)
    if row < 0 or is_chinese(term) != (row >= characters):
        return 1.0  # not listed, or known to the translations alone
    place = row
    if row >= characters:
        before = bisect_left(singles, row)
        place = before if len(term) == 1 else row - characters - before
    return min(math.log1p(place) / math.log1p(_RAREST), 1.0) ** 2


@cache
def _groups() -> tuple[dict[str, int], int, list[int]]:
    """The vocabulary, where its Chinese part begins, and the rows of single characters, which stand among its words."""
    listed = vocabulary()
    characters = next(row for term, row in listed.items() if is_chinese(term))
    return listed, characters, [row for term, row in listed.items() if row >= characters and len(term) == 1]
