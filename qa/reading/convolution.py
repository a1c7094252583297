"""A convolution over three places for half of the multiplications: Winograd's F(4, 3), after Lavin and Gray 2016.

"Fast Algorithms for Convolutional Neural Networks" (arXiv 1509.09308), in one dimension: four neighbours of the
outcome are made of six products of what is mixed of six neighbours of the input with what is mixed of the three
matrices, instead of twelve. In float32 the outcome is the plain one's within 1e-5 of the largest value.
"""

from __future__ import annotations

from math import gcd

import numpy as np

from index.types import FloatMatrix

AT_ONCE = 4  # places of the outcome
_INPUT = np.array(
    [
        [4, 0, -5, 0, 1, 0],
        [0, -4, -4, 1, 1, 0],
        [0, 4, -4, -1, 1, 0],
        [0, -2, -1, 2, 1, 0],
        [0, 2, -1, -2, 1, 0],
        [0, 4, 0, -5, 0, 1],
    ],
    dtype=np.float32,
)
_FILTER = np.array([[6, 0, 0], [-4, -4, -4], [-4, 4, -4], [1, 2, 4], [1, -2, 4], [0, 0, 24]]) / 24
_OUTCOME = np.array(
    [[1, 1, 1, 1, 1, 0], [0, 1, -1, 2, -2, 0], [0, 1, 1, 4, 4, 0], [0, 1, -1, 8, -8, 1]], dtype=np.float32
)
SEEN = len(_INPUT)  # places of the input for AT_ONCE of the outcome
_ROWS = 4  # BLAS takes longer for 45 rows than for 48


def filters(weight: FloatMatrix) -> FloatMatrix:
    """(SEEN, channels, width) of (3 channels, width): the matrices of the place before, of the place and behind it."""
    matrices = weight.reshape(3, -1, weight.shape[1])
    return np.ascontiguousarray(np.tensordot(_FILTER, matrices, 1), dtype=np.float32)


def convolved(values: FloatMatrix, mixed: FloatMatrix, dilation: int) -> FloatMatrix:
    """(places, width) of (places, channels): each place with those `dilation` before and behind, zeros past the ends.

    `mixed` are `filters`. Places `dilation` apart are neighbours here: their rows stand one below the other.
    """
    count, channels = values.shape
    tiles = -(-count // (AT_ONCE * dilation))
    tiles += -tiles % (_ROWS // gcd(_ROWS, dilation))
    padded = np.zeros(((AT_ONCE * tiles + 2) * dilation, channels), dtype=np.float32)
    padded[dilation : dilation + count] = values
    steps = padded.reshape(AT_ONCE * tiles + 2, -1)
    seen = np.stack([steps[n : n + AT_ONCE * (tiles - 1) + 1 : AT_ONCE] for n in range(SEEN)])
    products = (_INPUT @ seen.reshape(SEEN, -1)).reshape(SEEN, -1, channels) @ mixed
    found = (_OUTCOME @ products.reshape(SEEN, -1)).reshape(AT_ONCE, tiles, dilation, -1)
    in_order = found.swapaxes(0, 1).reshape(AT_ONCE * tiles * dilation, -1)
    return np.asarray(in_order[:count], dtype=np.float32)


def convolved_plainly(values: FloatMatrix, weight: FloatMatrix, dilation: int) -> FloatMatrix:
    """The same with the (3 channels, width) matrices themselves: half as many to read, which takes longest for a few
    places.
    """
    count = len(values)
    padded = np.zeros((count + 2 * dilation, values.shape[1]), dtype=np.float32)
    padded[dilation : dilation + count] = values
    beside = [padded[n * dilation : n * dilation + count] for n in range(3)]
    return np.asarray(np.concatenate(beside, axis=1) @ weight, dtype=np.float32)
