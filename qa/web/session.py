"""One visitor's conversation and documents, apart from everybody else's."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from corpus import Document, Language
from corpus.errors import YoujuError
from corpus.load import FileReport, read_file
from qa.types import Answer, Turn
from qa.web.strings import strings


class Core(Protocol):
    """What the page wants of an assistant."""

    def document(self, document_id: str) -> Document: ...
    def stream(self, question: str, history: Sequence[Turn] = ()) -> Iterator[Answer]: ...


Gather = Callable[[list[Document]], Core]  # a new assistant over these documents


@dataclass(slots=True, eq=False)
class Exchange:
    """One question and what became of it; `core` is the assistant that was asked, so that its sources stay open.

    `answer` may be unfinished and grow; `problem` says, for the visitor, why there is none, or no more of it.
    """

    question: str
    core: Core | None
    answer: Answer | None = None
    problem: str = ""
    stopped: bool = False

    @property
    def pending(self) -> bool:
        whole = self.answer is not None and not self.answer.unfinished
        return not (whole or self.problem or self.stopped)


@dataclass(frozen=True, slots=True)
class Opened:
    """What the evidence panel shows: one citation or one hit of an exchange, or its list of hits (number None).

    `before` and `after` count how often the visitor asked for more text on that side.
    """

    exchange: int
    kind: str = "hit"
    number: int | None = None
    before: int = 0
    after: int = 0

    @classmethod
    def parse(cls, value: str) -> Opened:
        """The reverse of `str`; ValueError for anything else."""
        exchange, kind, number, before, after = value.split(":")
        if kind not in ("citation", "hit"):
            raise ValueError(f"neither a citation nor a hit: {value}")
        return cls(int(exchange), kind, int(number) if number else None, int(before), int(after))

    def __str__(self) -> str:
        number = "" if self.number is None else self.number
        return f"{self.exchange}:{self.kind}:{number}:{self.before}:{self.after}"


@dataclass(slots=True)
class Session:
    """A conversation over an assistant that others may share: adding or removing a file makes one of its own.

    `documents` are those of `core`, which is None while there are none.
    """

    core: Core | None
    documents: tuple[Document, ...]
    gather: Gather
    language: Language = Language.ENGLISH
    exchanges: list[Exchange] = field(default_factory=list)
    reports: tuple[FileReport, ...] = ()
    opened: Opened | None = None
    # Clicks and answers come from several threads: one change of the conversation, and one of the files, at a time.
    _talking: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)
    _holding: threading.Lock = field(default_factory=threading.Lock, init=False, repr=False)

    @property
    def pending(self) -> bool:
        return any(exchange.pending for exchange in self.exchanges)

    def begin(self, question: str) -> Exchange:
        """Put the question into the conversation, still unanswered."""
        exchange = Exchange(question, self.core)
        with self._talking:
            self.exchanges.append(exchange)
        return exchange

    def answering(self, exchange: Exchange) -> Iterator[None]:
        """Answer it from what was said before it, a step for all that is new to be shown.

        No step comes after the visitor has stopped it or started anew.
        """
        words = strings(self.language)
        if exchange.core is None:
            exchange.problem = words.no_documents
            yield
            return
        with self._talking:
            if exchange not in self.exchanges:
                return
            earlier = self.exchanges[: self.exchanges.index(exchange)]
        history = tuple(Turn(past.question, past.answer.text) for past in earlier if past.answer)
        try:
            for answer in exchange.core.stream(exchange.question, history):
                with self._talking:
                    if exchange.stopped or exchange not in self.exchanges:
                        return
                    exchange.answer = answer
                    self.opened = _first_source(self.exchanges.index(exchange), answer)
                yield
            return
        except YoujuError as error:
            exchange.problem = words.failed.format(reason=error)
        except Exception as error:  # a defect: the visitor is told, the terminal shows where
            logging.getLogger(__name__).exception("a question could not be answered")
            exchange.problem = words.failed.format(reason=error)
        yield

    def stop(self) -> None:
        """Give up whatever is still being answered."""
        with self._talking:
            self._stop()

    def _stop(self) -> None:
        for exchange in self.exchanges:
            exchange.stopped = exchange.stopped or exchange.pending

    def withdraw(self) -> str:
        """Take the last question back, to be asked again; empty where nothing was asked."""
        with self._talking:
            self.opened = None
            return self.exchanges.pop().question if self.exchanges else ""

    def restart(self) -> None:
        """Forget the conversation, keep the documents."""
        with self._talking:
            self._stop()
            self.exchanges.clear()
            self.opened = None

    def add(self, paths: Iterable[Path], progress: Callable[[str, int, int], None]) -> None:
        """Read files into the collection, each in place of one of the same name; `reports` tells how each went."""
        chosen = list(paths)
        documents: list[Document] = []
        reports: list[FileReport] = []
        for number, path in enumerate(chosen, start=1):
            progress(path.name, number, len(chosen))
            document, report = read_file(path, path.name)
            documents += [document] if document else []
            reports.append(report)
        names = {document.source for document in documents}
        with self._holding:
            if documents:
                self._hold([document for document in self.documents if document.source not in names] + documents)
            self.reports = tuple(reports)

    def remove(self, document_id: str) -> None:
        """Take a document out of the collection; answers already given keep their sources."""
        with self._holding:
            kept = [document for document in self.documents if document.id != document_id]
            if len(kept) < len(self.documents):
                self._hold(kept)
                self.reports = ()

    def _hold(self, documents: list[Document]) -> None:
        self.core = self.gather(documents) if documents else None
        self.documents = tuple(documents)


def _first_source(exchange: int, answer: Answer) -> Opened | None:
    """What to show beside an answer: its first citation, or the list of what was found."""
    if answer.citations:
        return Opened(exchange, "citation", answer.citations[0].number)
    return Opened(exchange) if answer.hits else None
