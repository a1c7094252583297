"""The vocabulary of answering: what is asked, what supports it, what is said."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus import Language, Passage
from index.types import Hit


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
    """A candidate for the bare answer, read out of a ranked sentence; offsets are the document's."""

    sentence: RankedSentence
    start: int
    end: int
    score: float

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


@dataclass(frozen=True, slots=True)
class Answer:
    """What `ask` returns. Every [n] in `text` has exactly one citation numbered n, and every citation is marked.

    `short` is a verbatim span of a cited quote. `confidence` is the calibrated probability, 0 to 1, that the
    documents answer the question; on a refusal `found` is False, `short` is empty and there are no citations.
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
