"""Means over questions, and the metrics that only a set of questions has, each with a bootstrap interval."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from qa.evaluation.refusal_metrics import BoolArray, FloatArray, auc, calibration_error
from qa.evaluation.types import Case, Figure

Rows = NDArray[np.int64]

RESAMPLES = 1000
SEED = 20240229
# The order in which figures are shown; a metric of one question's comes with its own name, a set's with a rule below.
METRICS = (
    "accuracy",
    "exact_match",
    "f1",
    "lcs_f1",
    "contains",
    "quantity_match",
    "citation_verbatim",
    "citation_precision",
    "citation_recall",
    "refusal_precision",
    "refusal_recall",
    "false_refusals",
    "auc",
    "calibration_error",
    "brier",
    *(f"{of}_{metric}" for of in ("document", "evidence") for metric in (
        "success@1", "success@3", "success@5", "success@10", "mrr", "ndcg@10"
    )),
    "seconds_p50",
    "seconds_p95",
)  # fmt: skip
LOWER_IS_BETTER = frozenset({"false_refusals", "calibration_error", "brier", "seconds_p50", "seconds_p95"})


def figures(cases: Sequence[Case]) -> tuple[Figure, ...]:
    """Every metric that at least one question has, in the order of METRICS.

    Intervals are percentiles of 1,000 resamples of the questions (Efron, Tibshirani 1993), seeded.
    """
    if not cases:
        return ()
    found = {**_means(cases), **_of_the_set(cases)}
    return tuple(found[metric] for metric in METRICS if metric in found)


def by_direction(cases: Sequence[Case]) -> dict[str, tuple[Figure, ...]]:
    """The figures of each direction (question's language -> evidence's), in the order of their names."""
    directions = sorted({case.direction for case in cases})
    return {each: figures([case for case in cases if case.direction == each]) for each in directions}


def _means(cases: Sequence[Case]) -> dict[str, Figure]:
    found = {}
    for metric in METRICS:
        values = np.array([case.scores[metric] for case in cases if metric in case.scores])
        if len(values):
            drawn = values[_draws(len(values))].mean(axis=1)
            found[metric] = _figure(metric, float(values.mean()), drawn, len(values))
    return found


def _of_the_set(cases: Sequence[Case]) -> dict[str, Figure]:
    """AUC and ECE over the questions known to be answerable or not; percentiles of latency over all."""
    known = [case for case in cases if case.question.answerable is not None]
    confidence = np.array([case.prediction.confidence for case in known], dtype=float)
    answerable = np.array([bool(case.question.answerable) for case in known], dtype=bool)
    seconds = np.array([case.prediction.seconds for case in cases])
    found = {
        "seconds_p50": _resampled("seconds_p50", lambda rows: float(np.percentile(seconds[rows], 50)), len(seconds)),
        "seconds_p95": _resampled("seconds_p95", lambda rows: float(np.percentile(seconds[rows], 95)), len(seconds)),
    }
    rules: Mapping[str, Callable[[FloatArray, BoolArray], float]] = {"auc": auc, "calibration_error": calibration_error}
    for metric, rule in rules.items():
        found[metric] = _resampled(
            metric, lambda rows, rule=rule: rule(confidence[rows], answerable[rows]), len(known)  # type: ignore[misc]
        )
    return {metric: figure for metric, figure in found.items() if not np.isnan(figure.value)}


def _resampled(metric: str, rule: Callable[[Rows], float], count: int) -> Figure:
    if not count:
        return Figure(metric, float("nan"), float("nan"), float("nan"), 0)
    drawn = np.array([rule(rows) for rows in _draws(count)])
    return _figure(metric, rule(np.arange(count)), drawn[~np.isnan(drawn)], count)


def _draws(count: int) -> Rows:
    return np.random.default_rng(SEED).integers(0, count, size=(RESAMPLES, count))


def _figure(metric: str, value: float, drawn: FloatArray, count: int) -> Figure:
    low, high = np.percentile(drawn, (2.5, 97.5)) if len(drawn) else (value, value)
    return Figure(metric, value, float(low), float(high), count)
