"""From documents to ranked passages: building, keeping in step, searching."""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from corpus import Document, Passage
from index import storage
from index.build import Parts, Progress, build, changed
from index.contents import DocumentEntry
from index.embed import embedder as embedder_named
from index.query import Query, analyse
from index.retrieve import Searched, search
from index.spelt import with_spelt
from index.threads import one_thread
from index.types import Embedder, Hit
from index.verify import problems


@dataclass(frozen=True, slots=True)
class Changes:
    """How many documents a synchronisation added, removed and left alone."""

    added: int
    removed: int
    kept: int


class PassageIndex:
    """Passages that can be searched; any number of threads may read while one changes it."""

    def __init__(self, parts: Parts, embedder: Embedder, opened: storage.Opened | None = None) -> None:
        self.embedder = embedder
        self._opened = opened
        self._changing = threading.Lock()
        self._searched = Searched.of(parts)

    @classmethod
    def build(
        cls, documents: Iterable[Document], embedder: Embedder | None = None, progress: Progress | None = None
    ) -> PassageIndex:
        """An index in memory; the embedded model is taken where none is given."""
        model = embedder or embedder_named()
        return cls(build(documents, model, progress=progress), model)

    @classmethod
    def open(cls, folder: Path, embedder: Embedder | None = None) -> PassageIndex:
        """A saved index; without an embedder, the one it was made with is loaded by its name."""
        model = embedder or embedder_named(storage.embedder_name(folder))
        opened, parts = storage.load(folder, model)
        return cls(parts, model, opened)

    def save(self, folder: Path) -> None:
        """Put this index in force in a folder, atomically; YoujuError where another process changed it meanwhile."""
        with self._changing:
            self._opened = storage.save(folder, self._searched.parts, self.embedder, self._opened)

    def sync(self, documents: Sequence[Document], progress: Progress | None = None) -> Changes:
        """Hold exactly these documents: new ids are added, ids no longer given removed, the others left alone."""
        with self._changing:
            parts = self._searched.parts
            wanted = {document.id: document for document in documents}
            known = {entry.id for entry in parts.contents.documents}
            new = [document for document in wanted.values() if document.id not in known]
            keep = np.array([entry.id in wanted for entry in parts.contents.documents], bool)
            kept = int(keep.sum())
            if new or kept < len(keep):
                ids = parts.contents.passages["id"]
                next_id = int(ids[-1]) + 1 if len(ids) else 0
                added = build(new, self.embedder, next_id, progress, joining=kept > 0)
                self._searched = Searched.of(changed(parts, keep, added))
            return Changes(len(new), len(keep) - kept, kept)

    @one_thread
    def search(
        self,
        query: str | Query,
        k: int = 8,
        explain: bool = False,
        rerank: bool = True,
        within: Collection[str] = (),
    ) -> list[Hit]:
        """The k best passages, best first, ties by number; with `explain` the parts name the words they matched.

        Without `rerank` in the order that words and vectors give; of the documents with the ids `within` where given.
        """
        analysed = self.analyse(query) if isinstance(query, str) else query
        return search(self._searched, analysed, k, explain, rerank, within)

    @one_thread
    def analyse(self, question: str) -> Query:
        """A question with its translations, the names here that its words sound like, and its vector."""
        query, searched = analyse(question, self.embedder), self._searched
        heard = replace(query, terms=tuple(searched.sounding.heard(term) for term in query.terms))
        return with_spelt(heard, searched.collection)

    def idf(self, term: str) -> float:
        """The inverse document frequency of a term among the passages."""
        return self._searched.keywords.idf(term)

    def passage(self, number: int) -> Passage:
        """The passage of a row, as `Hit.number` names it; rows are renumbered when documents are removed."""
        return self._searched.parts.contents.passage(number)

    def documents(self) -> tuple[DocumentEntry, ...]:
        """The documents held, in the order they were added."""
        return self._searched.parts.contents.documents

    def document(self, document_id: str) -> Document:
        """A document with its whole text; KeyError for an unknown id."""
        searched = self._searched
        return searched.parts.contents.document(searched.entry(document_id))

    def opening(self, document_id: str) -> str:
        """What a document opens with, the first of its text, in which a contract names its parties."""
        searched = self._searched
        return searched.parts.contents.opening(searched.entry(document_id))

    def verify(self) -> list[str]:
        """What is wrong with the index, one sentence each; empty when it is sound."""
        damaged = storage.damaged(self._opened) if self._opened else []
        return damaged or problems(self._searched.parts)

    def __len__(self) -> int:
        return len(self._searched.parts.contents.passages)
