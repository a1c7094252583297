"""The reranking network, served in numpy: each word against what matches it, each sentence against the question."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.reranking.cut import CHINESE
from index.reranking.shown import BEHIND_BEST, Shown
from index.types import FloatMatrix, FloatVector

SCALE = 4.0  # of the product of two projected vectors, beside their difference
PATH = Path(__file__).parent / "data" / "reranking.npz"


class RerankingNetwork:
    """Weights by name, as `training/reranking.py` exports them."""

    def __init__(self, weights: dict[str, FloatMatrix]) -> None:
        self._weights = weights

    @classmethod
    @cache
    def load(cls) -> RerankingNetwork:
        """The network in the package; read once."""
        with np.load(PATH) as stored:
            return cls({name: stored[name].astype(np.float32) for name in stored.files})

    def passages(self, seen: Shown, scores: FloatVector) -> FloatVector:
        """(passages,) log-odds of holding the answer, by those of the sentences; -inf without any sentence."""
        count = len(seen.passage_looks)
        firsts = np.flatnonzero(np.diff(seen.owners, prepend=-1))
        found = np.full(count, -np.inf, dtype=np.float32)
        found[seen.owners[firsts]] = np.logaddexp.reduceat(scores, firsts)
        prior = self._weights["prior"][0] * seen.passage_looks[:, BEHIND_BEST]
        return np.asarray(found + prior, dtype=np.float32)

    def sentences(self, seen: Shown) -> FloatVector:
        """(sentences,) log-odds of holding the answer, comparable within a question."""
        weight = self._weights
        words = (seen.words @ weight["piece"])[:, None]
        aligned = seen.aligned @ weight["piece"]
        words = np.broadcast_to(words, aligned.shape)
        entered = [words, aligned, SCALE * words * aligned, np.abs(words - aligned), seen.looks]
        hidden = self._layer("enter", np.concatenate(entered, axis=2))
        hidden = hidden + self._layer("mix", hidden)
        pooled = [np.einsum("ws,wsc->sc", _shares(hidden @ weight["attend"]), hidden), hidden.max(axis=0)]
        question = np.broadcast_to(self._asked(seen.asked), (len(seen.owners), weight["piece"].shape[1]))
        held = seen.vectors @ weight["piece"]
        compared = [question, held, SCALE * question * held, np.abs(question - held)]
        whole = np.stack(
            [
                np.full(len(held), seen.chinese),
                np.abs(seen.chinese - seen.sentence_looks[:, CHINESE]),
                np.full(len(held), len(seen.words) / 10),
            ],
            axis=1,
        )
        looks = [seen.sentence_looks, seen.passage_looks[seen.owners], whole]
        hidden = self._layer("pool", np.concatenate([*pooled, *compared, *looks], axis=1))
        hidden = hidden + self._layer("last", hidden)
        return np.asarray(hidden @ weight["out.weight"] + weight["out.bias"], dtype=np.float32)

    def _asked(self, asked: FloatMatrix) -> FloatVector:
        """The question as a whole: its words among their neighbours, by how much each is looked at."""
        rows = asked @ self._weights["piece"]
        padded = np.zeros((len(rows) + 2, rows.shape[1]), dtype=np.float32)
        padded[1:-1] = rows
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
