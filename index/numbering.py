"""The terms of many texts as numbers: what is worked out of a term is worked out once, however often it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, count

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class NumberedTexts:
    """The numbers of the terms of texts, one text after the other, (terms,), and how many each has, (texts,)."""

    numbers: NDArray[np.int64]
    lengths: NDArray[np.int64]

    @property
    def rows(self) -> NDArray[np.int64]:
        """The place of the text that each term stands in, (terms,)."""
        return np.repeat(np.arange(len(self.lengths)), self.lengths)


class Numbering:
    """Numbers each distinct term, in the order in which they are met."""

    def __init__(self) -> None:
        self._numbers: defaultdict[str, int] = defaultdict(count().__next__)

    @property
    def terms(self) -> list[str]:
        """Those met so far; each one's number is its place."""
        return [*self._numbers]

    def numbered(self, texts: Sequence[Sequence[str]]) -> NumberedTexts:
        """Texts given as their terms."""
        lengths = np.fromiter(map(len, texts), np.int64, len(texts))
        found = map(self._numbers.__getitem__, chain.from_iterable(texts))
        return NumberedTexts(np.fromiter(found, np.int64, int(lengths.sum())), lengths)
