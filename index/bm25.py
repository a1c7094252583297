"""BM25 over postings, each language group by itself."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.contents import CHINESE, ENGLISH
from index.postings import Postings

K1 = 1.2
B = 0.75


@dataclass(frozen=True, slots=True)
class Form:
    """One written form of what is searched: the rows that hold it, how often, and how probable the form is."""

    probability: float
    rows: NDArray[np.int32]
    frequencies: NDArray[np.uint8]


class Bm25:
    """Weights and saturation within a language group; `groups` holds the group of every row.

    Document frequencies and lengths are a group's own, so that the passages of one language never change what a
    word weighs among those of the other.
    """

    def __init__(self, postings: Postings, groups: NDArray[np.int8]) -> None:
        self.postings = postings
        self._groups = groups
        self._sizes = np.bincount(groups, minlength=2)
        self._norms = _length_norms(np.asarray(postings.lengths, np.float32), groups)

    def __len__(self) -> int:
        return len(self._groups)

    def form(self, key: int, probability: float, group: int) -> Form:
        """Where a key stands within a group."""
        rows, frequencies = self.postings.of_key(key)
        if len(rows) and self._sizes[group] < len(self):
            mine = self._groups[rows] == group
            rows, frequencies = rows[mine], frequencies[mine]
        return Form(probability, rows, frequencies)

    def plain(self, form: Form, group: int) -> NDArray[np.float32]:
        """The BM25 scores of a form's rows, beside `form.rows`."""
        weight = np.float32(self.idf(len(form.rows), group))
        return weight * self.saturated(form.rows, form.frequencies.astype(np.float32))

    def saturated(self, rows: NDArray[np.integer], frequencies: NDArray[np.float32]) -> NDArray[np.float32]:
        """BM25's second factor for these frequencies in these rows."""
        saturated: NDArray[np.float32] = frequencies * np.float32(K1 + 1) / (frequencies + self._norms[rows])
        return saturated

    def idf(self, document_frequency: float, group: int) -> float:
        """The inverse document frequency within a group, never negative."""
        return inverse_document_frequency(document_frequency, int(self._sizes[group]))


def inverse_document_frequency(document_frequency: float, size: int) -> float:
    """BM25's, made positive by adding one inside the logarithm, as Lucene does."""
    return math.log1p((max(size, document_frequency) - document_frequency + 0.5) / (document_frequency + 0.5))


def _length_norms(lengths: NDArray[np.float32], groups: NDArray[np.int8]) -> NDArray[np.float32]:
    norms = np.empty(len(lengths), np.float32)
    for group in (CHINESE, ENGLISH):
        mine = groups == group
        average = float(lengths[mine].mean()) if mine.any() else 1.0
        norms[mine] = K1 * (1 - B + B * lengths[mine] / max(average, 1.0))
    return norms
