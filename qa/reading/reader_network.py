"""The reading network, served in numpy: gated convolutions over the question, then over the pieces; spans scored."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.types import FloatMatrix, FloatVector

ASKED_DILATIONS = (1, 2, 1)  # of the layers that read the question
DILATIONS = (1, 2, 4, 8, 1, 2)  # of those that read the pieces
LOOKS_BACK = (1, 3)  # the layers after which every piece looks at the whole question
GROUPS = 2  # of channels, each brought to one scale by itself
HEADS = 8
LONGEST = 32  # pieces in a span
GAP = 2  # empty places between two sentences, so that one is not read into the other
STEP = ".step"  # of a column of the matrix that is named before it
PATH = Path(__file__).parents[1] / "data" / "reader.npz"


@dataclass(frozen=True, slots=True, eq=False)
class ReaderInput:
    """A question's pieces, and those of some sentences in a row, GAP empty ones after each sentence.

    `asked` (asked pieces, dimension) are the vectors of the question's pieces and `asked_looks` (asked pieces, SHAPES)
    their looks; `words` the vectors of its words, each with its weight and with the piece it begins at, `word_pieces`.
    `vectors` is (places, dimension), `features` (places, FEATURES); `shares` (places, words) tells how much of each
    word a place is matched with, `inside` (places,) is False in the gaps. `focus` is a vector, `question` its features.
    """

    asked: FloatMatrix
    asked_looks: FloatMatrix
    words: FloatMatrix
    weights: FloatVector
    word_pieces: NDArray[np.int64]
    vectors: FloatMatrix
    features: FloatMatrix
    shares: FloatMatrix
    inside: NDArray[np.bool_]
    focus: FloatVector
    question: FloatVector


class ReaderNetwork:
    """Weights by name, as `training/reader.py` exports them."""

    def __init__(self, weights: dict[str, FloatMatrix]) -> None:
        self._weights = weights

    @classmethod
    @cache
    def load(cls) -> ReaderNetwork:
        """The network in the package; read once."""
        return cls(stored_weights(PATH))

    def spans(self, read: ReaderInput) -> tuple[FloatMatrix, float]:
        """(places, LONGEST) log-probabilities, and that of "not there".

        Column n holds the spans of n + 1 pieces; -inf where a span would leave its sentence.
        """
        weight = self._weights
        asked = self._asked(read)
        steer = self._steer(read, asked)
        aligned = [read.shares @ (read.words @ weight["piece"]), read.shares @ asked[read.word_pieces]]
        entered = np.concatenate([read.vectors @ weight["piece"], *aligned, read.features], axis=1)
        inside = read.inside[:, None]
        hidden = self._linear("enter", entered) * inside
        for layer, dilation in enumerate(DILATIONS):
            hidden += self._convolved(hidden, str(layer), dilation, inside, steer)
            if layer in LOOKS_BACK:
                hidden += self._looked_back(hidden, asked, layer)
        out = self._scaled("out", hidden)
        nowhere = float(steer @ weight["null.steer"] + out[read.inside].max(axis=0) @ weight["null.out"])
        scores = self._pairs(self._linear("spans", out), read.inside)
        return _normal(scores, nowhere + float(weight["null.bias"][0]))

    def _linear(self, name: str, values: FloatMatrix) -> FloatMatrix:
        return np.asarray(values @ self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"], dtype=np.float32)

    def _scaled(self, name: str, hidden: FloatMatrix) -> FloatMatrix:
        """Group normalisation over the channels of a place (Wu and He 2018)."""
        scaled = _normalised(hidden) * self._weights[f"{name}.scale"] + self._weights[f"{name}.shift"]
        return np.asarray(scaled, dtype=np.float32)

    def _asked(self, read: ReaderInput) -> FloatMatrix:
        """(asked pieces, width): the question, each piece among its neighbours."""
        hidden = self._linear("asked", np.concatenate([read.asked @ self._weights["piece"], read.asked_looks], axis=1))
        for layer, dilation in enumerate(ASKED_DILATIONS):
            hidden += self._convolved(hidden, f"asked.{layer}", dilation, np.ones((len(hidden), 1), dtype=bool))
        return self._scaled("asked.out", hidden)

    def _steer(self, read: ReaderInput, asked: FloatMatrix) -> FloatVector:
        weight = self._weights
        said = _pooled(weight["attend.asked"] @ asked.T, asked)
        looked = weight["attend.vector"] @ read.words.T + weight["attend.rarity"][:, None] * read.weights
        meant = _pooled(looked, read.words @ weight["piece"])
        seen = np.concatenate([said, meant, read.focus @ weight["piece"], read.question])
        return np.asarray(np.tanh(self._linear("steer", seen)), dtype=np.float32)

    def _convolved(
        self,
        hidden: FloatMatrix,
        name: str,
        dilation: int,
        inside: NDArray[np.bool_],
        steer: FloatVector | None = None,
    ) -> FloatMatrix:
        normal = self._scaled(name, hidden) * inside
        width = normal.shape[1]
        spread = np.zeros((len(normal), 3 * width), dtype=np.float32)
        spread[dilation:, :width] = normal[:-dilation]
        spread[:, width : 2 * width] = normal
        spread[:-dilation, 2 * width :] = normal[dilation:]
        mixed = self._linear(name, spread)
        if steer is not None:
            mixed += steer @ self._weights[f"{name}.steer"]
        return np.asarray(mixed[:, :width] / (1 + np.exp(-mixed[:, width:])) * inside, dtype=np.float32)

    def _looked_back(self, hidden: FloatMatrix, asked: FloatMatrix, layer: int) -> FloatMatrix:
        """Attention of every piece to the question's (Vaswani et al. 2017)."""
        name = f"back.{layer}"
        looking = self._scaled(name, hidden) @ self._weights[f"{name}.query"]
        keys, values = np.split(asked @ self._weights[f"{name}.held"], 2, axis=1)
        size = looking.shape[1] // HEADS
        found = [
            _shares(looking[:, part] @ keys[:, part].T / size**0.5) @ values[:, part]
            for part in (slice(head * size, (head + 1) * size) for head in range(HEADS))
        ]
        return np.asarray(np.concatenate(found, axis=1) @ self._weights[f"{name}.out"], dtype=np.float32)

    def _pairs(self, ends: FloatMatrix, inside: NDArray[np.bool_]) -> FloatMatrix:
        """`ends` holds start, end, inner, and the two halves of the pairing, for each place."""
        count = len(ends)
        rank = (ends.shape[1] - 3) // 2
        start, end = ends[:, 0], ends[:, 1]
        inner = np.concatenate([[0], np.cumsum(ends[:, 2])])
        left, right = ends[:, 3 : 3 + rank], ends[:, 3 + rank :]
        breaks = np.concatenate([[0], np.cumsum(~inside)])
        scores = np.full((count, LONGEST), -np.inf, dtype=np.float32)
        for more in range(min(LONGEST, count)):
            last = count - more
            score = start[:last] + end[more:] + inner[more + 1 :] - inner[:last] + self._weights["lengths"][more]
            score = score + np.einsum("ij,ij->i", left[:last], right[more:])
            whole = breaks[more + 1 :] == breaks[:last]
            scores[:last, more] = np.where(whole, score, -np.inf)
        return scores


def stored_weights(path: Path) -> dict[str, FloatMatrix]:
    """Weights by name; a matrix stands in the file as whole numbers of steps, a step for each column."""
    with np.load(path) as stored:
        names = [name for name in stored.files if not name.endswith(STEP)]
        steps = {name: stored[name + STEP] for name in names if name + STEP in stored.files}
        return {name: stored[name].astype(np.float32) * steps.get(name, np.float32(1)) for name in names}


def _shares(scores: FloatMatrix) -> FloatMatrix:
    """Softmax over the last axis; empty as it comes."""
    if not scores.shape[-1]:
        return scores
    shares = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(shares / shares.sum(axis=-1, keepdims=True), dtype=np.float32)


def _pooled(scores: FloatMatrix, values: FloatMatrix) -> FloatVector:
    """The mean of `values` (places, channels), each group of channels by its own row of `scores`."""
    grouped = values.reshape(len(values), GROUPS, values.shape[1] // GROUPS)
    return np.asarray(np.einsum("gp,pgc->gc", _shares(scores), grouped).ravel(), dtype=np.float32)


def _normalised(hidden: FloatMatrix) -> FloatMatrix:
    grouped = hidden.reshape(len(hidden), GROUPS, -1)
    size = grouped.shape[2]
    centred = grouped - grouped.sum(axis=2, keepdims=True) / size
    variance = np.einsum("ijk,ijk->ij", centred, centred)[:, :, None] / size
    return np.asarray(centred / np.sqrt(variance + 1e-5), dtype=np.float32).reshape(hidden.shape)


def _normal(scores: FloatMatrix, nowhere: float) -> tuple[FloatMatrix, float]:
    total = float(np.logaddexp(np.logaddexp.reduce(scores[np.isfinite(scores)]), nowhere))
    return scores - total, nowhere - total
