"""How likely the documents answer a question, and from what likelihood on an answer is given."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib import resources

import numpy as np

from corpus import Language
from corpus.sentences import clause_at
from qa.contrasts import conflicts, mentions
from qa.question import asked
from qa.refusing.fitting import dateless, miscounts
from qa.refusing.signals import NAMES, Collection, Signals, signals
from qa.types import Kind, Task

_ABSENT_NAME = 0.3  # rarity from which a word is too rare for its absence to be chance
RULED_OUT = 0.1  # confidence at most in an answer about something that the documents do not know
SHARE_REFUSED = 0.06  # of the questions that the documents do answer, the share that may be refused
FEW, MANY = 30, 240  # passages: the sample's, and those of the collections that the questions of `tune/` are asked of
_SAID_AT_ALL = 0.2  # share of the question's words, by rarity, below which evidence is about something else
_OF_ITEM = 0.35  # how well the rarest word of a question must be matched by the item of a list whose figure is given
# Slots in which evidence of another member is of something else, whatever else agrees.
_APART = frozenset({"when", "quarter", "season", "trade", "money", "sex"})


class Direction(StrEnum):
    """The language of the question, then that of the evidence."""

    CHINESE = "zh-zh"
    ENGLISH = "en-en"
    ENGLISH_TO_CHINESE = "en-zh"
    CHINESE_TO_ENGLISH = "zh-en"


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


def confidence(task: Task, index: Collection) -> float:
    """The calibrated probability, 0 to 1, that the documents answer the task's question; 0 where nothing was found."""
    best = _evidence_language(task)
    if best is None:
        return 0.0
    found = signals(task, index)
    direction = direction_of(task.language, best)
    probability = calibrations()[direction].probability(found)
    return min(probability, RULED_OUT) if ruled_out(task, found, index) else probability


def ruled_out(task: Task, found: Signals, index: Collection) -> bool:
    """Whether one sign alone tells that the evidence is of something else, whatever the others say."""
    # A name that no passage holds, and nothing like it near the evidence: the documents speak of something else. Across
    # languages a name may stand there unrecognised, so that all have to be missing.
    best = _evidence_language(task)
    direction = direction_of(task.language, best) if best else None
    alike = direction in (Direction.CHINESE, Direction.ENGLISH)
    foreign = (found.least if alike else found.names) == 0 and found.absent > _ABSENT_NAME
    # Hardly a word of the question has anything like it near.
    foreign |= found.meant < _SAID_AT_ALL
    # One of several figures in a row, of which none is of what the question asks for; in English, where commas join
    # much else, that rules out more right answers than wrong ones.
    foreign |= direction is Direction.CHINESE and found.item < _OF_ITEM
    # Provincial design centres, where provincial technology centres are asked for and only national ones told.
    foreign |= found.astray > 0
    wording = replace(asked(task.question), kind=task.kind)
    # Tonnes where a time is asked for, no date where one is.
    foreign |= miscounts(wording, task.spans) or dateless(wording, task.spans)
    return foreign or _another_member(task) or _another_in_row(task) or _another_year(task, index)


def _another_member(task: Task) -> bool:
    """Whether the sentence read tells of last year where this one is asked for, of exports where imports are.

    Whoever asks for a person means the head or the deputy; elsewhere a post may be named by the way.
    """
    if not task.spans:
        return False
    text, (start, _) = task.spans[0].sentence.text, task.spans[0].within
    apart = {*conflicts(task.question, clause_at(text, start), text)}
    return bool(apart & _APART) or (task.kind is Kind.PERSON and "standing" in apart)


def _another_in_row(task: Task) -> bool:
    """Whether the fifteenth is asked for, and evidence of the fourteenth was read that stands beside no fifteenth."""
    asked, best = _places_in_row(task.question), task.spans[0].sentence if task.spans else None
    if not asked or best is None or not _places_in_row(best.text):
        return False
    return not asked & _places_in_row(f"{best.passage.above}\n{best.passage.text}")


def _places_in_row(text: str) -> set[str]:
    return {each.member for each in mentions(text) if each.slot == "place in a row"}


def _another_year(task: Task, index: Collection) -> bool:
    """Whether the question names years, and neither a passage nor the evidence's heading holds one of them.

    The years beside them count too, since "last year" and "the year after" are said of the year that is written.
    """
    asked = {int(each.member) for each in mentions(task.question) if each.slot == "year" and each.member.isdigit()}
    near = {str(year + step) for year in asked for step in (-1, 0, 1)}
    absent = index.idf("\u0000")
    if not asked or any(index.idf(year) < absent for year in near):
        return False
    above = {each.passage.above for each in task.sentences}
    return not any(year in heading for heading in above for year in near)


def threshold(task: Task, passages: int, share: float = SHARE_REFUSED) -> float:
    """The confidence below which to refuse, so that of answerable questions about `share` (0 to 1) are refused.

    The share is held in each direction apart, because across languages the same confidence is worth less, and for the
    number of passages in the index: between FEW and MANY the threshold moves with its logarithm.
    """
    best = _evidence_language(task)
    if best is None:
        return 1.0
    calibration = calibrations()[direction_of(task.language, best)]
    few, many = (np.interp(share, np.linspace(0, 1, len(each)), each) for each in (calibration.few, calibration.many))
    return float(np.interp(np.log(max(passages, 1)), np.log((FEW, MANY)), (few, many)))


def _evidence_language(task: Task) -> Language | None:
    best = task.spans[0].sentence if task.spans else task.sentences[0] if task.sentences else None
    return best.passage.language if best else None


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
