"""Fusing legs into one ranking in which no language hides the other."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index.types import FloatVector

_EVERY = 4  # of so many places in a row, each language has one


@dataclass(frozen=True, slots=True)
class Calibration:
    """How the candidates of one language are scored; the weights make log-odds that they hold what is asked for.

    `vectors` weighs the vectors' z-scores beside those of the words. `coverage` goes with the greatest share of the
    question's words that one of them holds, `peak` with the words' z-score and `cosine` with the vectors' similarity of
    the best one.
    """

    vectors: float
    constant: float
    coverage: float
    peak: float
    cosine: float


# Fitted on tune/crosslingual: logistic regression on which language holds the answer, in collections of which one does.
# The constants of the other language are lower than fitted (by 1.4 for questions in Chinese, 0.6 for those in English),
# so that adding its passages costs a question whose answer is in its own language about a point of nDCG@10.
WITHIN = Calibration(vectors=0.35, constant=0.0, coverage=4.7, peak=0.55, cosine=0.0)
TO_ENGLISH = Calibration(vectors=0.5, constant=0.0, coverage=1.45, peak=0.4, cosine=2.45)
TO_CHINESE = replace(TO_ENGLISH, constant=1.0)


def calibration_of(asked_in_chinese: bool, chinese: bool) -> Calibration:
    """For a question in one language and candidates in one."""
    if asked_in_chinese == chinese:
        return WITHIN
    return TO_CHINESE if chinese else TO_ENGLISH


def fused(words: FloatVector, cosines: FloatVector, coverage: FloatVector, calibration: Calibration) -> FloatVector:
    """Scores of the candidates of one language, (candidates,), comparable with those of the other language.

    They are ordered by summed z-scores of the legs; `coverage` is the share of the question's words that each holds.
    """
    if not len(words):
        return words
    peaks = z_scores(words)
    order = peaks + np.float32(calibration.vectors) * z_scores(cosines)
    best = int(np.argmax(order))
    level = (
        calibration.constant
        + calibration.coverage * coverage.max()
        + calibration.peak * peaks[best]
        + calibration.cosine * cosines[best]
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
