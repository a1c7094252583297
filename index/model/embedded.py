"""The embedded model's vectors, served by numpy alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from index.model.files import array, description, vocabulary
from index.numbering import NumberedTexts
from index.types import FloatMatrix
from index.words import is_chinese, terms

_WORDS_KEPT = 200_000  # words whose rows are remembered


class EmbeddedModel:
    """Static bilingual word vectors; a text's vector is the normalised sum of its terms' vectors.

    Rows are 8-bit integers times a scale per row; a row's length is its term's weight (frequent terms are short).
    """

    def __init__(self) -> None:
        described = description()
        self.name = described["name"]
        self.dimension = described["dimension"]
        self.fingerprint = described["fingerprint"]
        self._vocabulary = vocabulary()
        self._count = described["rows"]
        # Looked up once: a collection says the same words again and again.
        self._rows_of = lru_cache(_WORDS_KEPT)(self._looked_up)
        self._rows: NDArray[np.int8] = np.asarray(array("vectors"))
        self._scales: NDArray[np.float32] = np.asarray(array("scales"), dtype=np.float32)

    @classmethod
    def load(cls) -> EmbeddedModel:
        """The model of this installation, read once."""
        return _loaded()

    def embed_documents(self, texts: Sequence[str]) -> FloatMatrix:
        """Unit vectors of passages; a text without a known term gives a zero row."""
        return self.embed_terms(terms(text) for text in texts)

    def embed_queries(self, texts: Sequence[str]) -> FloatMatrix:
        """Unit vectors of questions: made as those of passages."""
        return self.embed_documents(texts)

    def embed_terms(self, texts: Iterable[Iterable[str]]) -> FloatMatrix:
        """Unit vectors of texts given as their terms, repetitions counting, order not."""
        sums = [self._sum(self.rows(text)) for text in texts]
        return unit(np.stack(sums)) if sums else np.zeros((0, self.dimension), np.float32)

    def embed_numbered(self, terms: Sequence[str], texts: NumberedTexts) -> FloatMatrix:
        """The same of numbered terms: the rows of each distinct one are looked up once."""
        found = [*map(self._rows_of, terms)]
        sizes = np.fromiter(map(len, found), np.int64, len(found))
        flat = np.fromiter(chain.from_iterable(found), np.int64, int(sizes.sum()))
        # A term's rows follow each other in `flat`, and in `rows` behind those of the terms before it in its text.
        taken = sizes[texts.numbers]
        ends = np.cumsum(taken)
        first = (np.cumsum(sizes) - sizes)[texts.numbers] - (ends - taken)
        rows = flat[np.repeat(first, taken) + np.arange(taken.sum())]
        bounds = np.append(0, ends)[np.append(0, np.cumsum(texts.lengths))].tolist()
        sums = [self._sum(rows[start:end]) for start, end in pairwise(bounds)]
        return unit(np.stack(sums)) if sums else np.zeros((0, self.dimension), np.float32)

    def word_vectors(self, words: Sequence[str]) -> FloatMatrix:
        """One row per term as it enters a sum, not of unit length; a zero row for an unknown term.

        An unknown Chinese word is the sum of its characters.
        """
        found = np.fromiter((self._vocabulary.get(word, self._count) for word in words), np.int64, len(words))
        known = found < self._count
        vectors = np.zeros((len(words), self.dimension), np.float32)
        vectors[known] = self._rows[found[known]] * self._scales[found[known], None]
        spelt = {place: rows for place in np.flatnonzero(~known).tolist() if (rows := self.rows((words[place],)))}
        if spelt:
            rows = [row for each in spelt.values() for row in each]
            starts = np.cumsum([0, *(len(each) for each in spelt.values())])[:-1]
            vectors[list(spelt)] = np.add.reduceat(self._rows[rows] * self._scales[rows, None], starts)
        return vectors

    def word_weight(self, word: str) -> float:
        """The length of a term's vector: how much it says; 0 for an unknown term."""
        return float(np.linalg.norm(self._sum(self.rows([word]))))

    def rows(self, words: Iterable[str]) -> list[int]:
        """The rows that make up a text of these terms; an unknown Chinese word gives its characters' rows."""
        return [*chain.from_iterable(map(self._rows_of, words))]

    def _looked_up(self, word: str) -> tuple[int, ...]:
        row = self._vocabulary.get(word, self._count)
        if row < self._count:
            return (row,)
        characters = word if is_chinese(word) else ""
        return tuple(row for each in characters if (row := self._vocabulary.get(each, self._count)) < self._count)

    def matrix(self) -> FloatMatrix:
        """All vectors as floats, in the order of the vocabulary."""
        return self._rows.astype(np.float32) * self._scales[:, None]

    def _sum(self, rows: Sequence[int] | NDArray[np.int64]) -> NDArray[np.float32]:
        if not len(rows):
            return np.zeros(self.dimension, np.float32)
        return self._scales[rows] @ self._rows.take(rows, axis=0).astype(np.float32)  # twice as fast as [rows]


def unit(vectors: FloatMatrix) -> FloatMatrix:
    """Rows brought to length 1; zeros stay."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)


@cache
def _loaded() -> EmbeddedModel:
    return EmbeddedModel()
