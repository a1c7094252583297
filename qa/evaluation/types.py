"""The vocabulary of evaluation: what is asked and expected, what was said, and what it is worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from corpus import Language, Span
from qa.types import Kind


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote that supports the answer; without a source it may stand in any document."""

    quote: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One row of a question set.

    `answers` are accepted variants; an empty tuple means that it must be refused, None that nothing is expected.
    """

    id: str
    text: str
    answers: tuple[str, ...] | None
    evidence: tuple[Evidence, ...]
    language: Language

    @property
    def answerable(self) -> bool | None:
        """Whether the documents answer it; None where the set does not say."""
        return bool(self.answers or self.evidence) if self.answers is not None or self.evidence else None


class Place(NamedTuple):
    """A stretch of a document, by half-open offsets."""

    source: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation of a prediction."""

    place: Place
    quote: str
    number: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Prediction:
    """What was answered to one question, as `youju ask --json` prints it; `error` says why a question failed."""

    id: str
    found: bool
    confidence: float
    short: str
    answer: str
    citations: tuple[Cited, ...]
    hits: tuple[Place, ...]
    seconds: float
    error: str = ""

    @classmethod
    def from_object(cls, row: Mapping[str, Any]) -> Prediction:
        """From a line of a predictions file; fields that are not there count as empty."""
        citations = tuple(
            Cited(_place(each), str(each.get("quote", "")), int(each.get("number") or 0), each.get("page"))
            for each in row.get("citations") or ()
        )
        return cls(
            id=str(row["id"]),
            found=bool(row.get("found")),
            confidence=float(row.get("confidence") or 0.0),
            short=str(row.get("short") or ""),
            answer=str(row.get("answer") or ""),
            citations=citations,
            hits=tuple(_place(each) for each in row.get("hits") or ()),
            seconds=float(row.get("seconds") or 0.0),
            error=str(row.get("error") or ""),
        )


def _place(row: Mapping[str, Any]) -> Place:
    return Place(str(row["source"]), int(row["start"]), int(row["end"]))


@dataclass(frozen=True, slots=True)
class Gold:
    """Where a question's evidence stands: spans by source. Sources are alternatives, the spans of one belong together.

    `missing` are quotes that stand in none of the documents.
    """

    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    languages: tuple[Language, ...] = ()
    missing: tuple[str, ...] = ()


class Score(NamedTuple):
    """One metric of one question."""

    question_id: str
    metric: str
    value: float


class Outcome(StrEnum):
    """What became of a question; every one but RIGHT says where to look."""

    RIGHT = "right"
    NOT_RETRIEVED = "not_retrieved"
    NOT_READ = "not_read"
    WRONGLY_REFUSED = "wrongly_refused"
    WRONGLY_ANSWERED = "wrongly_answered"
    CITED_WRONGLY = "cited_wrongly"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Case:
    """One question with all that is known of it; `scores` hold only the metrics that apply to it.

    `outcome` is None where nothing was expected. `direction` is the question's language -> the evidence's.
    """

    question: Question
    prediction: Prediction
    gold: Gold
    kind: Kind
    direction: str
    scores: Mapping[str, float]
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A metric over many questions, with its bootstrap 95 % interval; `count` questions have it."""

    metric: str
    value: float
    low: float
    high: float
    count: int
