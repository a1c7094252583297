"""The reading network, served in numpy: gated convolutions over the question, then over the pieces; spans scored."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.lib.stride_tricks import as_strided, sliding_window_view
from numpy.typing import NDArray

from index.types import FloatMatrix, FloatVector, Scalar
from qa.reading.convolution import convolved, convolved_plainly, filters

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
        layers = list(map(str, range(len(DILATIONS))))
        self._filters = {name: filters(weights[f"{name}.weight"]) for name in layers}
        piece, asked = weights["piece"], weights["asked.weight"]
        parts = np.cumsum([piece.shape[1], piece.shape[1], asked.shape[1]])
        vectors, words, told, features = np.split(weights["enter.weight"], parts)
        # What projects vectors is multiplied once with what they enter by, not with the vectors of every question.
        self._enter = {"vectors": piece @ vectors, "words": piece @ words, "asked": told, "features": features}
        spread = {"enter.weight", *(f"{name}.weight" for name in layers)}
        self._weights = {name: weight for name, weight in weights.items() if name not in spread}

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
        outside = np.flatnonzero(~read.inside)
        hidden = self._entered(read, asked)
        hidden[outside] = 0
        for layer, dilation in enumerate(DILATIONS):
            hidden += self._convolved(hidden, str(layer), dilation, outside, steer)
            if layer in LOOKS_BACK:
                hidden += self._looked_back(hidden, asked, layer)
        out = self._scaled("out", hidden)
        nowhere = float(steer @ weight["null.steer"] + out[read.inside].max(axis=0) @ weight["null.out"])
        scores = self._pairs(self._linear("spans", out), read.inside)
        return _normal(scores, nowhere + float(weight["null.bias"][0]))

    def _entered(self, read: ReaderInput, asked: FloatMatrix) -> FloatMatrix:
        """(places, width): each piece, what of the question it is matched with, and its features."""
        enter = self._enter
        met = read.words @ enter["words"] + asked[read.word_pieces] @ enter["asked"]
        found = read.vectors @ enter["vectors"]
        found += read.shares @ met
        found += read.features @ enter["features"]
        found += self._weights["enter.bias"]
        return np.asarray(found, dtype=np.float32)

    def _linear(self, name: str, values: FloatMatrix) -> FloatMatrix:
        found = values @ self._weights[f"{name}.weight"]
        found += self._weights[f"{name}.bias"]
        return np.asarray(found, dtype=np.float32)

    def _scaled(self, name: str, hidden: FloatMatrix) -> FloatMatrix:
        """Group normalisation over the channels of a place (Wu and He 2018)."""
        scaled = _normalised(hidden)
        scaled *= self._weights[f"{name}.scale"]
        scaled += self._weights[f"{name}.shift"]
        return scaled

    def _asked(self, read: ReaderInput) -> FloatMatrix:
        """(asked pieces, width): the question, each piece among its neighbours."""
        hidden = self._linear("asked", np.concatenate([read.asked @ self._weights["piece"], read.asked_looks], axis=1))
        for layer, dilation in enumerate(ASKED_DILATIONS):
            hidden += self._convolved(hidden, f"asked.{layer}", dilation)
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
        outside: NDArray[np.int64] | None = None,
        steer: FloatVector | None = None,
    ) -> FloatMatrix:
        """Gated; `outside` are the places that stay empty. What can be done in place is."""
        weight = self._weights
        normal = self._scaled(name, hidden)
        if outside is not None:
            normal[outside] = 0
        if name in self._filters:
            mixed = convolved(normal, self._filters[name], dilation)
        else:  # of the few pieces of the question
            mixed = convolved_plainly(normal, weight[f"{name}.weight"], dilation)
        bias = weight[f"{name}.bias"]
        mixed += bias if steer is None else bias + steer @ weight[f"{name}.steer"]
        width = normal.shape[1]
        gate = np.negative(mixed[:, width:])
        np.exp(gate, out=gate)
        gate += 1
        found = np.divide(mixed[:, :width], gate, out=gate)
        if outside is not None:
            found[outside] = 0
        return np.asarray(found, dtype=np.float32)

    def _looked_back(self, hidden: FloatMatrix, asked: FloatMatrix, layer: int) -> FloatMatrix:
        """Attention of every piece to the question's (Vaswani et al. 2017), all heads at once.

        The few pieces of the question meet the two matrices, not the many places. Those stand last: numpy sums over
        what stands before them several times as fast.
        """
        name = f"back.{layer}"
        keys, values = np.split(asked @ self._weights[f"{name}.held"], 2, axis=1)
        sought = _heads(keys).swapaxes(1, 2) @ _heads(self._weights[f"{name}.query"])
        sought *= np.float32((keys.shape[1] // HEADS) ** -0.5)
        said = _heads(self._weights[f"{name}.out"].T).swapaxes(1, 2) @ _heads(values)
        met = np.asarray(sought.reshape(-1, hidden.shape[1]) @ self._scaled(name, hidden).T, dtype=np.float32)
        shares = _shares(met.reshape(HEADS, -1, len(hidden)), axis=1).reshape(met.shape)
        return np.asarray((np.concatenate(said, axis=1) @ shares).T, dtype=np.float32)

    def _pairs(self, ends: FloatMatrix, inside: NDArray[np.bool_]) -> FloatMatrix:
        """`ends` holds start, end, inner, and the two halves of the pairing, for each place."""
        count, rank = len(ends), (ends.shape[1] - 3) // 2
        inner = np.concatenate([[0], np.cumsum(ends[:, 2])])
        breaks = np.concatenate([[0], np.cumsum(~inside)])
        pairing = ends[:, 3 : 3 + rank] @ np.concatenate([ends[:, 3 + rank :], np.zeros((LONGEST, rank), np.float32)]).T
        row, column = pairing.strides
        # Row n of the band is what row n of the pairing holds from column n on.
        scores = as_strided(pairing, (count, LONGEST), (row + column, column)) + self._weights["lengths"]
        scores += (ends[:, 0] - inner[:-1])[:, None]
        scores += _from_each(ends[:, 1] + inner[1:], 0)
        whole = _from_each(breaks[1:], -1) == breaks[:-1, None]
        return np.where(whole, scores, np.float32(-np.inf))


def stored_weights(path: Path) -> dict[str, FloatMatrix]:
    """Weights by name; a matrix stands in the file as whole numbers of steps, a step for each column."""
    with np.load(path) as stored:
        names = [name for name in stored.files if not name.endswith(STEP)]
        steps = {name: stored[name + STEP] for name in names if name + STEP in stored.files}
        return {name: stored[name].astype(np.float32) * steps.get(name, np.float32(1)) for name in names}


def _from_each(values: NDArray[Scalar], empty: int) -> NDArray[Scalar]:
    """(places, LONGEST): what stands at each place and behind it, `empty` past the end."""
    return sliding_window_view(np.concatenate([values, np.full(LONGEST - 1, empty, values.dtype)]), LONGEST)


def _heads(values: FloatMatrix) -> FloatMatrix:
    """(HEADS, channels of a head, places)."""
    return values.T.reshape(HEADS, -1, len(values))


def _shares(scores: FloatMatrix, axis: int = -1) -> FloatMatrix:
    """Softmax over an axis; empty as it comes."""
    if not scores.shape[axis]:
        return scores
    shares = scores - scores.max(axis=axis, keepdims=True)
    np.exp(shares, out=shares)
    shares /= shares.sum(axis=axis, keepdims=True)
    return np.asarray(shares, dtype=np.float32)


def _pooled(scores: FloatMatrix, values: FloatMatrix) -> FloatVector:
    """The mean of `values` (places, channels), each group of channels by its own row of `scores`."""
    grouped = values.reshape(len(values), GROUPS, values.shape[1] // GROUPS)
    return np.asarray(np.einsum("gp,pgc->gc", _shares(scores), grouped).ravel(), dtype=np.float32)


def _normalised(hidden: FloatMatrix) -> FloatMatrix:
    grouped = hidden.reshape(len(hidden), GROUPS, -1)
    size = grouped.shape[2]
    centred = grouped - grouped.sum(axis=2, keepdims=True) / size
    variance = np.einsum("ijk,ijk->ij", centred, centred)[:, :, None] / size
    centred /= np.sqrt(variance + 1e-5)
    return np.asarray(centred, dtype=np.float32).reshape(hidden.shape)


def _normal(scores: FloatMatrix, nowhere: float) -> tuple[FloatMatrix, float]:
    most = max(float(scores.max()), nowhere)
    total = most + float(np.log(np.exp(scores - most).sum() + np.exp(nowhere - most)))
    return scores - total, nowhere - total
