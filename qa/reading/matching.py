"""How well every piece of some sentences matches every word of a question: as written, translated, and in meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.types import FloatMatrix, FloatVector
from qa.reading.pieces import Pieces

Vectors = Callable[[Sequence[str]], FloatMatrix]


class Term(Protocol):
    """A word of the question with its alternatives, itself among them, and the names it sounds like."""

    @property
    def term(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def alternatives(self) -> Sequence[tuple[str, float]]: ...
    @property
    def sounds(self) -> Sequence[tuple[str, float]]: ...


@dataclass(frozen=True, slots=True, eq=False)
class Matching:
    """`written` and `meant` are (words of the question, pieces of all sentences in a row).

    `written` is the square root of the translation's probability (1 for the word itself); `meant` the cosine of the
    vectors, 0 where there is none. `bounds` are the sentences' first pieces, and the end. `weights`, one for each word
    of the question, is larger the fewer of these sentences hold it; they sum to 1. `rows` and `question` are the
    vectors of the pieces and of the question's words.
    """

    sentences: tuple[Pieces, ...]
    bounds: NDArray[np.int64]
    written: FloatMatrix
    meant: FloatMatrix
    weights: FloatVector
    rows: FloatMatrix
    question: FloatMatrix

    def best(self) -> FloatMatrix:
        """The better of the two ways to match."""
        return np.maximum(self.written, self.meant)

    def of(self, chosen: Sequence[int]) -> Matching:
        """The same for some of the sentences only; the words keep the weights they have among all."""
        columns = np.concatenate([np.arange(self.bounds[n], self.bounds[n + 1]) for n in chosen])
        sizes = [int(self.bounds[n + 1] - self.bounds[n]) for n in chosen]
        return Matching(
            tuple(self.sentences[n] for n in chosen),
            np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
            self.written[:, columns],
            self.meant[:, columns],
            self.weights,
            self.rows[columns],
            self.question,
        )

    def by_sentence(self, matches: FloatMatrix) -> FloatMatrix:
        """(words, sentences): the best match of each word in each sentence."""
        return np.maximum.reduceat(matches, self.bounds[:-1], axis=1)


def match(words: Sequence[Term], sentences: Sequence[Pieces], vectors: Vectors) -> Matching:
    """The matches of a question's words in sentences, none of which may be empty."""
    sizes = [len(sentence.row) for sentence in sentences]
    bounds = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
    numbers: dict[str, int] = {}
    pieces = np.fromiter(
        (numbers.setdefault(piece.term, len(numbers)) for sentence in sentences for piece in sentence.row),
        dtype=np.int64,
        count=int(bounds[-1]),
    )
    unit = _unit(vectors([*numbers, *(word.term for word in words)]))
    known, question = unit[: len(numbers)], unit[len(numbers) :]
    written = _written(words, sentences, bounds, numbers, pieces)
    meant = np.maximum(question @ known.T, 0)[:, pieces]
    held = np.maximum.reduceat(written, bounds[:-1], axis=1) > 0.3 if words else np.zeros((0, 1), dtype=bool)
    return Matching(tuple(sentences), bounds, written, meant, _weights(held), known[pieces], question)


def _written(
    words: Sequence[Term],
    sentences: Sequence[Pieces],
    bounds: NDArray[np.int64],
    numbers: dict[str, int],
    pieces: NDArray[np.int64],
) -> FloatMatrix:
    by_number = np.zeros((len(words), max(len(numbers), 1)), dtype=np.float32)
    wanted: dict[str, list[tuple[int, float]]] = {}
    for row, word in enumerate(words):
        for alternative, probability in (*word.alternatives, *word.sounds):
            strength = probability**0.5
            if (number := numbers.get(alternative)) is not None:
                by_number[row, number] = max(by_number[row, number], strength)
            wanted.setdefault(alternative, []).append((row, strength))
    written: FloatMatrix = by_number[:, pieces]
    for sentence, offset in zip(sentences, bounds, strict=False):
        for term, first, last in sentence.others:
            for row, strength in wanted.get(term, ()):
                part = written[row, offset + first : offset + last]
                np.maximum(part, strength, out=part)
    return written


def _weights(held: NDArray[np.bool_]) -> FloatVector:
    """The question words' shares of the whole rarity; `held` is (words, sentences)."""
    rarity = np.log(1 + (held.shape[1] + 1) / (held.sum(axis=1) + 0.5))
    return np.asarray(rarity / max(rarity.sum(), 1e-9), dtype=np.float32)


def _unit(matrix: FloatMatrix) -> FloatMatrix:
    norms = np.linalg.norm(matrix, axis=1, keepdims=True)
    return np.asarray(matrix / np.maximum(norms, 1e-9), dtype=np.float32)
