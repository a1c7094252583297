"""How well confidence tells questions that the documents answer from those they do not."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
BoolArray = NDArray[np.bool_]


def auc(confidence: FloatArray, answerable: BoolArray) -> float:
    """The area under the ROC curve: how often an answerable question is the more confident of a pair, ties by half.

    Computed from ranks (Mann-Whitney U); NaN unless both sorts of question are there.
    """
    positive = int(answerable.sum())
    negative = len(answerable) - positive
    if not positive or not negative:
        return float("nan")
    _, inverse, counts = np.unique(confidence, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    ranks = (last - (counts - 1) / 2)[inverse]
    return float((ranks[answerable].sum() - positive * (positive + 1) / 2) / (positive * negative))


def calibration_bins(
    confidence: FloatArray, answerable: BoolArray, bins: int = 10
) -> list[tuple[float, float, int]]:
    """(mean confidence, share answerable, count) of each equal-width bin that is not empty, in order."""
    number = np.minimum((confidence * bins).astype(int), bins - 1)
    return [
        (float(confidence[number == each].mean()), float(answerable[number == each].mean()), int(each_count))
        for each, each_count in zip(*np.unique(number, return_counts=True), strict=True)
    ]


def calibration_error(confidence: FloatArray, answerable: BoolArray, bins: int = 10) -> float:
    """ECE: the mean gap, over questions, between a bin's confidence and its share answerable (Guo et al. 2017)."""
    if not len(confidence):
        return float("nan")
    gaps = [count * abs(mean - share) for mean, share, count in calibration_bins(confidence, answerable, bins)]
    return sum(gaps) / len(confidence)
