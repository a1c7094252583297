"""What changed between two evaluations, question by question, and whether chance explains it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from corpus import YoujuError
from qa.evaluation.refusal_metrics import FloatArray

Scores = Mapping[str, Mapping[str, float]]  # of each question id, its metrics

FLIPS = 10_000
SEED = 20240229


@dataclass(frozen=True, slots=True)
class Change:
    """A metric before and after, over the questions that have it in both; `p` is two-sided."""

    metric: str
    before: float
    after: float
    better: int
    worse: int
    p: float


@dataclass(frozen=True, slots=True)
class Changed:
    """A question that came out otherwise than before."""

    question_id: str
    before: str
    after: str


def sign_flip_p(differences: FloatArray) -> float:
    """How often random signs give a mean at least as far from 0: Fisher's randomisation test, paired, seeded.

    Recommended over the sign test and the t test by Smucker et al. 2007; on 0/1 metrics it is McNemar's exact test.
    """
    moved = differences[differences != 0]
    if not len(moved):
        return 1.0
    random = np.random.default_rng(SEED)
    observed = abs(moved.sum()) - 1e-12
    extreme = 0
    for _ in range(0, FLIPS, 500):
        signs = random.integers(0, 2, size=(500, len(moved))) * 2 - 1
        extreme += int((abs(signs @ moved) >= observed).sum())
    return (extreme + 1) / (FLIPS + 1)


def compare(before: Scores, after: Scores) -> list[Change]:
    """Every metric that some question has in both runs, in the order of their names' first use."""
    shared = [each for each in after if each in before]
    if not shared:
        raise YoujuError("The baseline shares no question id with this set; compare runs of the same questions.")
    metrics = dict.fromkeys(metric for each in shared for metric in after[each])
    return [change for metric in metrics if (change := _change(metric, shared, before, after))]


def _change(metric: str, shared: list[str], before: Scores, after: Scores) -> Change | None:
    having = [each for each in shared if metric in before[each] and metric in after[each]]
    if not having:
        return None
    old = np.array([before[each][metric] for each in having])
    new = np.array([after[each][metric] for each in having])
    return Change(
        metric=metric,
        before=float(old.mean()),
        after=float(new.mean()),
        better=int((new > old).sum()),
        worse=int((new < old).sum()),
        p=sign_flip_p(new - old),
    )
