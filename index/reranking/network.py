"""The reranking network, served in numpy: each word against what matches it, each sentence against the question."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.reranking.shown import BEHIND_BEST, Shown
from index.types import FloatMatrix, FloatVector

SCALE = 4.0  # of the product of two projected vectors, beside their difference
PATH = Path(__file__).parent / "data" / "reranking.npz"


class Compared(Protocol):
    """A question and some sentences: their words, what matches each best, and what is told of each sentence besides.

    `asked` (words of the question, dimension) with its stop words, `words` (words, dimension) without them; `looks` is
    (words, sentences, looks), `aligned` (words, sentences, dimension), `vectors` (sentences, dimension), `told`
    (sentences, features).
    """

    @property
    def asked(self) -> FloatMatrix: ...
    @property
    def words(self) -> FloatMatrix: ...
    @property
    def looks(self) -> FloatMatrix: ...
    @property
    def aligned(self) -> FloatMatrix: ...
    @property
    def vectors(self) -> FloatMatrix: ...
    @property
    def told(self) -> FloatMatrix: ...


class RerankingNetwork:
    """Weights by name, as `training/reranking.py` and `training/second_look.py` export them."""

    def __init__(self, weights: dict[str, FloatMatrix]) -> None:
        self._weights = weights

    @classmethod
    @cache
    def load(cls, path: Path = PATH) -> RerankingNetwork:
        """A network in the package; read once."""
        with np.load(path) as stored:
            return cls({name: stored[name].astype(np.float32) for name in stored.files})

    def passages(self, seen: Shown, scores: FloatVector) -> FloatVector:
        """(passages,) log-odds of holding the answer, by those of the sentences; -inf without any sentence."""
        count = len(seen.passage_looks)
        firsts = np.flatnonzero(np.diff(seen.owners, prepend=-1))
        found = np.full(count, -np.inf, dtype=np.float32)
        found[seen.owners[firsts]] = np.logaddexp.reduceat(scores, firsts)
        return np.asarray(found + self.prior * seen.passage_looks[:, BEHIND_BEST], dtype=np.float32)

    @property
    def prior(self) -> float:
        """The weight of the scores that went before, beside the log-odds."""
        return float(self._weights["prior"][0])

    def sentences(self, seen: Compared) -> FloatVector:
        """(sentences,) log-odds of holding the answer, comparable within a question."""
        weight = self._weights
        words = (seen.words @ weight["piece"])[:, None]
        aligned = seen.aligned @ weight["piece"]
        words = np.broadcast_to(words, aligned.shape)
        entered = [words, aligned, SCALE * words * aligned, np.abs(words - aligned), seen.looks]
        hidden = self._layer("enter", np.concatenate(entered, axis=2))
        hidden = hidden + self._layer("mix", hidden)
        pooled = [np.einsum("ws,wsc->sc", _shares(hidden @ weight["attend"]), hidden), hidden.max(axis=0)]
        held = seen.vectors @ weight["piece"]
        question = np.broadcast_to(self._asked(seen.asked), held.shape)
        compared = [question, held, SCALE * question * held, np.abs(question - held)]
        hidden = self._layer("pool", np.concatenate([*pooled, *compared, seen.told], axis=1))
        hidden = hidden + self._layer("last", hidden)
        return np.asarray(hidden @ weight["out.weight"] + weight["out.bias"], dtype=np.float32)

    def _asked(self, asked: FloatMatrix) -> FloatVector:
        """The question as a whole: its words among their neighbours, by how much each is looked at."""
        rows = asked @ self._weights["piece"]
        padded = np.pad(rows, ((1, 1), (0, 0)))
        rows = rows + self._layer("beside", np.concatenate([padded[:-2], rows, padded[2:]], axis=1))
        return np.asarray(_shares(rows @ self._weights["ask"]) @ rows, dtype=np.float32)

    def _layer(self, name: str, values: FloatMatrix) -> FloatMatrix:
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        return np.asarray(np.maximum(values @ weight + bias, 0), dtype=np.float32)


def _shares(scores: NDArray[Any]) -> FloatMatrix:
    """Softmax over the first axis; empty as it comes: a question may be a figure alone."""
    if not len(scores):
        return np.asarray(scores, dtype=np.float32)
    shares = np.exp(scores - scores.max(axis=0))
    return np.asarray(shares / shares.sum(axis=0), dtype=np.float32)
