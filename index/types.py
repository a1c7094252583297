"""What retrieval speaks of: matrices of vectors, hits, and the protocols an embedder and a vector store keep."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from corpus import Passage

FloatMatrix = NDArray[np.float32]  # (rows, dimension)
FloatVector = NDArray[np.float32]
IdVector = NDArray[np.int64]
Scalar = TypeVar("Scalar", bound=np.generic)  # what an array of any sort holds


@dataclass(frozen=True, slots=True)
class Match:
    """One word of the question found in a passage: `found` is how it stands there (itself, or a translation)."""

    word: str
    found: str
    probability: float


@dataclass(frozen=True, slots=True)
class Part:
    """What one leg ("words", "names", "vectors", ...) said of a hit; rank counts from 1 within the leg."""

    leg: str
    rank: int
    score: float
    matches: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class ScoredSentence:
    """A sentence at half-open offsets of its document; `log_odds` of holding the answer compare within a question."""

    start: int
    end: int
    log_odds: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a question; `number` is its row in the index, rank counts from 1.

    `sentences` are those that reranking compared with the question, the ones that match it best.
    """

    passage: Passage
    number: int
    score: float
    rank: int
    parts: tuple[Part, ...] = ()
    sentences: tuple[ScoredSentence, ...] = ()

    @property
    def source(self) -> str:
        return self.passage.source

    @property
    def start(self) -> int:
        return self.passage.start

    @property
    def end(self) -> int:
        return self.passage.end

    @property
    def text(self) -> str:
        return self.passage.text


class Embedder(Protocol):
    """Turns texts into unit vectors; a text without known words gives a zero vector.

    `fingerprint` changes whenever the vectors would: an index refuses vectors of another fingerprint.
    """

    @property
    def name(self) -> str: ...
    @property
    def dimension(self) -> int: ...
    @property
    def fingerprint(self) -> str: ...
    def embed_documents(self, texts: Sequence[str]) -> FloatMatrix: ...
    def embed_queries(self, texts: Sequence[str]) -> FloatMatrix: ...


class VectorStore(Protocol):
    """Unit vectors by id, searched by inner product."""

    def __len__(self) -> int: ...
    def add(self, ids: IdVector, vectors: FloatMatrix) -> None: ...
    def remove(self, ids: IdVector) -> int:
        """Forget these ids; returns how many were there."""
        ...

    def search(self, queries: FloatMatrix, k: int) -> tuple[FloatMatrix, NDArray[np.int64]]:
        """(queries, k) scores and ids, best first, ties by id; short rows end in -inf and -1."""
        ...

    def reconstruct(self, ids: IdVector) -> FloatMatrix:
        """The stored vectors, in the order of `ids`; KeyError for an unknown id."""
        ...

    def copy(self) -> VectorStore:
        """An independent store of the same vectors: readers go on with this one while the other is changed."""
        ...

    def save(self, folder: Path) -> None:
        """Write the store's files into an existing folder."""
        ...
