"""Make the reader's two networks one that reads as they do together: `python -m training.joined OLD NEW`.

Each group of channels is one of the two networks and knows nothing of the other; training joins them.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.types import FloatMatrix
from qa.reading.pieces import SHAPES
from qa.reading.reader_features import FEATURES, QUESTION_FEATURES
from training.reader import write

PROJECTED, WIDTH, RANK = 96, 128, 24  # of each of the two
# What a matrix is entered by, by whether each network has its own or both have the same; what it gives.
_ENTERED: dict[str, tuple[Sequence[tuple[bool, int]], Sequence[int]]] = {
    "piece": ([(False, 256)], [PROJECTED]),
    "asked.weight": ([(True, PROJECTED), (False, len(SHAPES))], [WIDTH]),
    "enter.weight": ([(True, PROJECTED), (True, PROJECTED), (True, WIDTH), (False, FEATURES)], [WIDTH]),
    "steer.weight": ([(True, WIDTH), (True, PROJECTED), (True, PROJECTED), (False, QUESTION_FEATURES)], [WIDTH]),
}
_GATED = [WIDTH, WIDTH]


def joined(name: str, one: FloatMatrix, other: FloatMatrix) -> FloatMatrix:
    """The weights of that name; the scores are the mean of the two networks'."""
    if name in _ENTERED:
        return _blocks(one, other, *_ENTERED[name])
    if name == "attend.vector":
        return np.stack([one, other])
    if name == "attend.asked":
        return np.kron(np.eye(2), np.ones(WIDTH)) * np.concatenate([one, other])
    if name == "spans.weight":
        both, zeros = np.concatenate([one, other])[:, :3] / 2, np.zeros((WIDTH, RANK))
        left, right = slice(3, 3 + RANK), slice(3 + RANK, 3 + 2 * RANK)
        return np.concatenate([
            both, np.block([[one[:, left] / 2, zeros], [zeros, other[:, left] / 2]]),
            np.block([[one[:, right], zeros], [zeros, other[:, right]]]),
        ], axis=1)  # fmt: skip
    if name == "spans.bias":
        ends, halves = (one[:3] + other[:3]) / 2, [each[3 : 3 + RANK] / 2 for each in (one, other)]
        return np.concatenate([ends, *halves, one[3 + RANK :], other[3 + RANK :]])
    if name in ("lengths", "null.bias"):
        return (one + other) / 2
    if name in ("null.steer", "null.out"):
        return np.concatenate([one, other]) / 2
    if one.ndim == 2:
        sides = [(True, WIDTH)] * (one.shape[0] // WIDTH)
        return _blocks(one, other, sides, _GATED if one.shape[1] == 2 * WIDTH else [WIDTH])
    if one.size == 2 * WIDTH:
        return _blocks(one[None], other[None], [(False, 1)], _GATED)[0]
    return np.concatenate([one, other])


def _blocks(
    one: FloatMatrix, other: FloatMatrix, entered: Sequence[tuple[bool, int]], given: Sequence[int]
) -> FloatMatrix:
    """Both matrices in one, each between its own parts of what enters and of what is given."""
    whole = np.zeros((sum(size * (1 + own) for own, size in entered), 2 * sum(given)), dtype=np.float32)
    for member, matrix in enumerate((one, other)):
        row = read = 0
        for own, size in entered:
            first = row + member * size * own
            column = taken = 0
            for width in given:
                begin = column + member * width
                whole[first : first + size, begin : begin + width] = matrix[read : read + size, taken : taken + width]
                column, taken = column + 2 * width, taken + width
            row, read = row + size * (1 + own), read + size
    return whole


def main() -> None:
    old, new = map(Path, sys.argv[1:])
    with np.load(old) as stored:
        pairs = {name: stored[name].astype(np.float32) for name in stored.files}
    write(new, {name: np.asarray(joined(name, *pair), dtype=np.float32) for name, pair in pairs.items()})


if __name__ == "__main__":
    main()
