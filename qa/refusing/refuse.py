"""How likely the documents answer a question, and from what likelihood on an answer is given."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources

import numpy as np

from corpus import Language
from index.threads import one_thread
from qa.bylines import PUBLISHING, TOPIC
from qa.question import asked
from qa.refusing.fitting import outlet_told
from qa.refusing.ruling_out import of_another_table, ruled_out
from qa.refusing.signals import NAMES, Collection, Signals, is_known, signals
from qa.refusing.unlisted import of_another_item, of_another_member
from qa.types import Task

PLAIN = 0.9  # confidence in a by-line, where that is all that is asked for
RULED_OUT = 0.1  # confidence at most in an answer about something that the documents do not know
FEW, MANY = 30, 240  # passages: the sample's, and those of the collections that the questions of `tune/` are asked of


class Direction(StrEnum):
    """The language of the question, then that of the evidence."""

    CHINESE = "zh-zh"
    ENGLISH = "en-en"
    ENGLISH_TO_CHINESE = "en-zh"
    CHINESE_TO_ENGLISH = "zh-en"


# Of the questions that the documents do answer, the share that may be refused: at which four of five near misses are.
SHARES_REFUSED = {
    Direction.CHINESE: 0.055,
    Direction.ENGLISH: 0.07,
    Direction.ENGLISH_TO_CHINESE: 0.07,
    Direction.CHINESE_TO_ENGLISH: 0.07,
}


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic model, its weights in the order of the signals' names; the bias is the direction's own.

    `few` and `many` are the confidences of answerable questions at equal steps from the least to the greatest, after
    the rules: refusing below the quantile of a share refuses that share of them. `few` are of questions on a document
    of a few pages, asked by who has read it and in its words; `many` of questions on hundreds of passages, asked in
    words of one's own.
    """

    bias: float
    weights: tuple[float, ...]
    few: tuple[float, ...]
    many: tuple[float, ...]

    def probability(self, found: Signals) -> float:
        score = self.bias + float(np.dot(self.weights, found.vector()))
        return float(1 / (1 + np.exp(-np.clip(score, -30, 30))))


def direction_of(question: Language, evidence: Language) -> Direction:
    """Mixed evidence counts as Chinese, as it is searched."""
    asked, told = ("en" if each is Language.ENGLISH else "zh" for each in (question, evidence))
    return Direction(f"{asked}-{told}")


@one_thread
def confidence(task: Task, index: Collection) -> float:
    """The calibrated probability, 0 to 1, that the documents answer the task's question; 0 where nothing was found."""
    best = task.evidence
    if best is None:
        return 0.0
    given = by_rule(task, index)
    if given is not None:
        return given
    found = signals(task, index)
    direction = direction_of(task.language, best.passage.language)
    probability = calibrations()[direction].probability(found)
    return min(probability, RULED_OUT) if ruled_out(task, found, index) else probability


def by_rule(task: Task, index: Collection) -> float | None:
    """The confidence where no signal is asked for: a by-line, a cell told plainly, or a table's row not asked for."""
    if asked(task.question).outlet:
        return PLAIN if outlet_told(task) and _is_topic(task, index) else RULED_OUT
    if of_another_table(task) or of_another_item(task) or of_another_member(task):
        return RULED_OUT
    return PLAIN if task.spans and task.spans[0].plain else None


def _is_topic(task: Task, index: Collection) -> bool:
    """Whether half of the words at least of what a text is said to be about stand in some passage."""
    topics = [found.span() for found in TOPIC.finditer(task.question)]
    words = [
        term
        for term in task.query.terms
        if term.term not in PUBLISHING and any(start <= term.start < end for start, end in topics)
    ]
    return 2 * sum(is_known(word, index) for word in words) >= len(words)


def threshold(task: Task, passages: int, share: float | None = None) -> float:
    """The confidence below which to refuse, so that of answerable questions about `share` (0 to 1) are refused.

    The share is held in each direction apart, because across languages the same confidence is worth less, and for the
    number of passages in the index: between FEW and MANY the threshold moves with its logarithm. None is the share of
    SHARES_REFUSED.
    """
    best = task.evidence
    if best is None:
        return 1.0
    direction = direction_of(task.language, best.passage.language)
    calibration = calibrations()[direction]
    refused = SHARES_REFUSED[direction] if share is None else share
    few, many = (np.interp(refused, np.linspace(0, 1, len(each)), each) for each in (calibration.few, calibration.many))
    return float(np.interp(np.log(max(passages, 1)), np.log((FEW, MANY)), (few, many)))


@cache
def calibrations() -> dict[Direction, Calibration]:
    """The calibrations in the package, made by `python -m training.refusal`."""
    stored = json.loads(resources.files("qa").joinpath("data/refusal.json").read_text("utf-8"))
    return {
        Direction(name): Calibration(
            entry["bias"],
            tuple(stored["weights"].get(signal, 0.0) for signal in NAMES),
            tuple(entry["few"]),
            tuple(entry["many"]),
        )
        for name, entry in stored["directions"].items()
    }
