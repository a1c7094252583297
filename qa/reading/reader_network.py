"""The reading network, served in numpy: gated convolutions over the pieces, steered by the question; spans scored."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.types import FloatMatrix, FloatVector

DILATIONS = (1, 2, 4, 8, 1, 2)
LONGEST = 32  # pieces in a span
GAP = 2  # empty places between two sentences, so that one is not read into the other
PATH = Path(__file__).parents[1] / "data" / "reader.npz"


@dataclass(frozen=True, slots=True, eq=False)
class ReaderInput:
    """The pieces of some sentences in a row, GAP empty ones after each sentence.

    `vectors` and `aligned` are (places, dimension), `features` (places, FEATURES), `inside` (places,) is False in the
    gaps. `words` are the question's vectors with their `weights`; `focus` is a vector, `question` its features.
    """

    vectors: FloatMatrix
    aligned: FloatMatrix
    features: FloatMatrix
    inside: NDArray[np.bool_]
    words: FloatMatrix
    weights: FloatVector
    focus: FloatVector
    question: FloatVector


class ReaderNetwork:
    """Members of one shape, trained apart: each mistakes other things, so that together they read better.

    Weights by name, as `training/reader.py` exports them; the first axis of each is the member.
    """

    def __init__(self, weights: dict[str, FloatMatrix]) -> None:
        count = len(next(iter(weights.values())))
        self._members = [_Member({name: each[n] for name, each in weights.items()}) for n in range(count)]

    @classmethod
    @cache
    def load(cls) -> ReaderNetwork:
        """The network in the package; read once."""
        with np.load(PATH) as stored:
            return cls({name: stored[name].astype(np.float32) for name in stored.files})

    def spans(self, read: ReaderInput) -> tuple[FloatMatrix, float]:
        """(places, LONGEST) log-probabilities, and that of "not there": the members' geometric mean.

        Column n holds the spans of n + 1 pieces; -inf where a span would leave its sentence.
        """
        found = [_normal(*member.spans(read)) for member in self._members]
        scores = np.mean([spans for spans, _ in found], axis=0)
        return _normal(scores, float(np.mean([nowhere for _, nowhere in found])))


class _Member:
    def __init__(self, weights: dict[str, FloatMatrix]) -> None:
        self._weights = weights

    def spans(self, read: ReaderInput) -> tuple[FloatMatrix, float]:
        """Scores as `ReaderNetwork.spans` gives them, of any sum."""
        weight = self._weights
        steer = self._steer(read)
        entered = np.concatenate(
            [read.vectors @ weight["piece"], read.aligned @ weight["piece"], read.features], axis=1
        )
        hidden = entered @ weight["enter.weight"] + weight["enter.bias"]
        hidden *= read.inside[:, None]
        for layer, dilation in enumerate(DILATIONS):
            hidden += self._convolved(hidden, steer, layer, dilation) * read.inside[:, None]
        out = _normalised(hidden) * weight["out.scale"] + weight["out.shift"]
        ends = np.asarray(out @ weight["spans.weight"] + weight["spans.bias"], dtype=np.float32)
        nowhere = float(steer @ weight["null.steer"] + out[read.inside].max(axis=0) @ weight["null.out"])
        return self._pairs(ends, read.inside), nowhere + float(weight["null.bias"][0])

    def _steer(self, read: ReaderInput) -> FloatVector:
        weight = self._weights
        attention = read.words @ weight["attend.vector"] + read.weights * weight["attend.rarity"][0]
        shares = np.exp(attention - attention.max()) if len(attention) else attention
        pooled = (shares / max(shares.sum(), 1e-9)) @ read.words
        seen = np.concatenate([pooled @ weight["asked"], read.focus @ weight["asked"], read.question])
        return np.asarray(np.tanh(seen @ weight["steer.weight"] + weight["steer.bias"]), dtype=np.float32)

    def _convolved(self, hidden: FloatMatrix, steer: FloatVector, layer: int, dilation: int) -> FloatMatrix:
        weight = self._weights
        normal = _normalised(hidden) * weight[f"{layer}.scale"] + weight[f"{layer}.shift"]
        width = normal.shape[1]
        spread = np.zeros((len(normal), 3 * width), dtype=np.float32)
        spread[dilation:, :width] = normal[:-dilation]
        spread[:, width : 2 * width] = normal
        spread[:-dilation, 2 * width :] = normal[dilation:]
        mixed = spread @ weight[f"{layer}.weight"] + (steer @ weight[f"{layer}.steer"] + weight[f"{layer}.bias"])
        return np.asarray(mixed[:, :width] / (1 + np.exp(-mixed[:, width:])), dtype=np.float32)

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


def _normalised(hidden: FloatMatrix) -> FloatMatrix:
    centred = hidden - hidden.mean(axis=1, keepdims=True)
    deviation = np.sqrt((centred * centred).mean(axis=1, keepdims=True) + 1e-5)
    return np.asarray(centred / deviation, dtype=np.float32)


def _normal(scores: FloatMatrix, nowhere: float) -> tuple[FloatMatrix, float]:
    total = float(np.logaddexp(np.logaddexp.reduce(scores[np.isfinite(scores)]), nowhere))
    return scores - total, nowhere - total
