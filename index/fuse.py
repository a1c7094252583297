"""Fusing legs into one ranking in which no language hides the other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from index.types import FloatVector

VECTOR_SHARE = 0.4  # weight of the vectors' z-scores beside those of the words
_SEATS = 4  # of so many hits, one is the best of each language that has any


def fused(words: FloatVector, cosines: FloatVector) -> FloatVector:
    """Scores of the candidates of one language, (candidates,): summed z-scores of the legs."""
    scores: FloatVector = z_scores(words) + np.float32(VECTOR_SHARE) * z_scores(cosines)
    return scores


def z_scores(values: FloatVector) -> FloatVector:
    """Values less their mean over their standard deviation; zeros where all are equal."""
    spread = float(values.std()) if len(values) else 0.0
    if spread < 1e-9:
        return np.zeros_like(values)
    scores: FloatVector = (values - values.mean()) / np.float32(spread)
    return scores


def seated(order: NDArray[np.int64], groups: NDArray[np.int8], k: int) -> NDArray[np.int64]:
    """The first k of a ranking, the last of them giving way until each language has one seat in four.

    `order` lists candidates best first, `groups` holds the language of each candidate.
    """
    chosen = order[:k]
    seats = k // _SEATS
    for group in np.unique(groups):
        mine = order[groups[order] == group]
        lacking = min(seats, len(mine)) - int((groups[chosen] == group).sum())
        if lacking > 0:
            others = np.flatnonzero(groups[chosen] != group)
            stay = np.delete(chosen, others[len(others) - lacking :])
            chosen = np.concatenate([stay, mine[min(seats, len(mine)) - lacking :][:lacking]])
    return chosen
