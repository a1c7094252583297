"""The vocabulary of answering: what is asked, what supports it, what is said."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from corpus import Language, Passage
from index.types import Hit

if TYPE_CHECKING:
    from index.query import Query
    from qa.refusing.compared import Compared


class Kind(StrEnum):
    """What kind of answer a question asks for."""

    QUANTITY = "quantity"
    DATE = "date"
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    LIST = "list"
    DEFINITION = "definition"
    YES_NO = "yes_no"
    REASON = "reason"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange of a conversation, as history hands it to the assistant."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """A sentence of a retrieved passage, as likely as its score to carry the answer; offsets are the document's."""

    passage: Passage
    start: int
    end: int
    score: float

    @property
    def text(self) -> str:
        return self.passage.text[self.start - self.passage.start : self.end - self.passage.start]


@dataclass(frozen=True, slots=True)
class ReadSpan:
    """A candidate for the bare answer, read out of a ranked sentence; offsets are the document's.

    `plain` tells that code has no doubt of it: the cell under the heading asked for, what a text answers to the same
    question.
    """

    sentence: RankedSentence
    start: int
    end: int
    score: float
    plain: bool = False

    def overlaps(self, other: ReadSpan) -> bool:
        """Whether both have some of the same characters."""
        same = self.sentence.passage.document_id == other.sentence.passage.document_id
        return same and self.start < other.end and other.start < self.end

    @property
    def within(self) -> tuple[int, int]:
        """The half-open offsets in the sentence."""
        return self.start - self.sentence.start, self.end - self.sentence.start

    @property
    def text(self) -> str:
        passage = self.sentence.passage
        return passage.text[self.start - passage.start : self.end - passage.start]


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote and where it stands: `document.text[start:end] == quote`. Numbers count from 1."""

    number: int
    passage: Passage
    start: int
    end: int
    page: int | None = None

    @property
    def quote(self) -> str:
        return self.passage.text[self.start - self.passage.start : self.end - self.passage.start]

    @property
    def source(self) -> str:
        return self.passage.source

    @property
    def title(self) -> str:
        return self.passage.title


def hit_object(hit: Hit) -> dict[str, Any]:
    """A hit as the contract prints it."""
    passage = hit.passage
    place = {"source": passage.source, "start": passage.start, "end": passage.end}
    return {**place, "score": round(hit.score, 4), "text": passage.text}


@dataclass(frozen=True, slots=True)
class Answer:
    """What `ask` returns. Every [n] in `text` has exactly one citation numbered n, and every citation is marked.

    `short` is a verbatim span of a cited quote; where it is sure what that says to a yes-or-no question, a yes or a no
    stands before it: "Yes: ...". `confidence` is the calibrated probability, 0 to 1, that the documents answer the
    question; on a refusal `found` is False, `short` is empty and there are no citations.
    `seconds` is the wall time of the whole call. `asked` is the question as it was understood after the
    conversation before it (equal to `question` where nothing was filled in). `note` tells of anything that
    went otherwise than asked for, such as a generative answerer falling back.
    """

    question: str
    language: Language
    found: bool
    confidence: float
    short: str
    text: str
    citations: tuple[Citation, ...]
    hits: tuple[Hit, ...]
    seconds: float
    asked: str = ""
    note: str = ""
    unfinished: bool = False

    def to_object(self) -> dict[str, Any]:
        """The JSON object of the contract: fields and their order are what other programs rely on."""
        return {
            "question": self.question,
            "language": str(self.language),
            "found": self.found,
            "confidence": round(self.confidence, 4),
            "short": self.short,
            "answer": self.text,
            "citations": [
                {
                    "number": citation.number,
                    "source": citation.source,
                    "title": citation.title,
                    "start": citation.start,
                    "end": citation.end,
                    "page": citation.page,
                    "quote": citation.quote,
                }
                for citation in self.citations
            ],
            "hits": [hit_object(hit) for hit in self.hits],
            "seconds": round(self.seconds, 4),
        }


@dataclass(frozen=True, slots=True)
class Evidence:
    """A slice of a retrieved passage that a statement rests on; offsets are the document's."""

    passage: Passage
    start: int
    end: int

    @property
    def quote(self) -> str:
        return self.passage.text[self.start - self.passage.start : self.end - self.passage.start]


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing said, in the question's language and without marks, and what it rests on."""

    text: str
    evidence: tuple[Evidence, ...]


class Verdict(StrEnum):
    """What a claim says to a yes-or-no question; UNCLEAR leaves it to the reader of the quote."""

    YES = "yes"
    NO = "no"
    UNCLEAR = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """What an answerer would say, before it is verified; no statements means that it would refuse.

    `short` is the bare answer, a verbatim span of some evidence's quote, before which the `verdict` is said. `note`
    tells of a fallback. `unanswered` are those of several questions that nothing was found for. `unfinished` means that
    more is being written.
    """

    statements: tuple[Statement, ...]
    short: str = ""
    note: str = ""
    unanswered: tuple[str, ...] = ()
    unfinished: bool = False
    verdict: Verdict = Verdict.UNCLEAR


@dataclass(frozen=True, slots=True)
class Task:
    """Everything an answerer may draw on: the question as understood, and what was found and read, best first.

    `nowhere` is the reader's log-probability that none of the sentences it read holds the answer; `support` are the
    log-odds that what was read answers the question, 0 where it was not judged, and `compared` what it was judged by.
    `fellows` and `rivals` are the same question asked of other documents alone that tell the same and something else.
    `within` are the ids of the documents whose file the user named, from which alone it is to be answered.
    """

    question: str
    language: Language
    kind: Kind
    query: Query
    hits: tuple[Hit, ...]
    sentences: tuple[RankedSentence, ...]
    spans: tuple[ReadSpan, ...]
    nowhere: float = 0.0
    support: float = 0.0
    compared: Compared | None = field(default=None, compare=False, repr=False)
    fellows: tuple[Task, ...] = ()
    rivals: tuple[Task, ...] = ()
    within: frozenset[str] = frozenset()

    @property
    def told(self) -> str:
        """All passages found, each below what it stands under."""
        return "\n".join(f"{hit.passage.above}\n{hit.passage.text}" for hit in self.hits)

    @property
    def evidence(self) -> RankedSentence | None:
        """The sentence of the best span, or where none was read the best sentence."""
        found = self.spans[0].sentence if self.spans else None
        return found or next(iter(self.sentences), None)


class Answerer(Protocol):
    """Drafts an answer; it is verified afterwards, whoever drafted it."""

    def draft(self, task: Task) -> Draft: ...
