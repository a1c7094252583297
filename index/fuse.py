"""Fusing legs into one ranking in which no language hides the other."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.types import FloatVector

_EVERY = 4  # of so many places in a row, each language has one


@dataclass(frozen=True, slots=True)
class Calibration:
    """How the candidates of one language are scored; the weights make log-odds that the best one is relevant.

    `vectors` weighs the vectors' z-scores beside those of the words. `coverage` goes with the share of the question's
    words that is found, `cosine` with the vectors' similarity, `margin` with the lead over the second best.
    """

    vectors: float
    constant: float
    coverage: float
    cosine: float
    margin: float


# Fitted on tune/crosslingual: logistic regression on whether the best candidate holds the answer, half of the
# questions being asked without the passage that does. The constant of the other language is 2.5 lower than fitted,
# so that adding its passages costs a question in the collection's language less than a point of nDCG@10.
WITHIN = Calibration(vectors=0.35, constant=-4.5, coverage=3.6, cosine=0.0, margin=0.75)
ACROSS = Calibration(vectors=0.5, constant=-6.2, coverage=1.85, cosine=1.95, margin=0.75)


def fused(words: FloatVector, cosines: FloatVector, coverage: FloatVector, calibration: Calibration) -> FloatVector:
    """Scores of the candidates of one language, (candidates,), comparable with those of the other language.

    They are ordered by summed z-scores of the legs; `coverage` is the share of the question's words that each holds.
    """
    if not len(words):
        return words
    order = z_scores(words) + np.float32(calibration.vectors) * z_scores(cosines)
    best = int(np.argmax(order))
    margin = order[best] - np.partition(order, -2)[-2] if len(order) > 1 else 0.0
    level = (
        calibration.constant
        + calibration.coverage * coverage[best]
        + calibration.cosine * cosines[best]
        + calibration.margin * margin
    )
    scores: FloatVector = (np.float32(level) + order - order[best]).astype(np.float32)
    return scores


def z_scores(values: FloatVector) -> FloatVector:
    """Values less their mean over their standard deviation; zeros where all are equal."""
    spread = float(values.std())
    if spread < 1e-9:
        return np.zeros_like(values)
    scores: FloatVector = (values - values.mean()) / np.float32(spread)
    return scores


def seated(order: NDArray[np.int64], groups: NDArray[np.int8], k: int) -> NDArray[np.int64]:
    """The first k of a ranking, in which every fourth place goes to a language that had less than its one in four.

    `order` lists candidates best first, `groups` holds the language group of each candidate.
    """
    waiting = {int(group): order[groups[order] == group].tolist() for group in np.unique(groups)}
    taken = dict.fromkeys(waiting, 0)
    rank = {int(candidate): place for place, candidate in enumerate(order)}
    chosen: list[int] = []
    while len(chosen) < k and any(waiting.values()):
        seats = (len(chosen) + 1) // _EVERY
        due = [group for group, left in waiting.items() if left and taken[group] < seats]
        among = due or [group for group, left in waiting.items() if left]
        group = min(among, key=lambda one: rank[waiting[one][0]])
        chosen.append(waiting[group].pop(0))
        taken[group] += 1
    return np.array(chosen, np.int64)
