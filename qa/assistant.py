"""From a question to a cited answer, or to the plain word that the documents do not say."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from corpus import Document, YoujuError, sample_paths
from index.embed import embedder
from index.passage_index import PassageIndex
from qa.answering.beside import SURELY, beside
from qa.answering.compose import composed
from qa.answering.extract import ExtractiveAnswerer
from qa.answering.generate import GenerativeAnswerer
from qa.collection import Collection, stamps
from qa.conversing.converse import understand
from qa.conversing.small_talk import signs_alone
from qa.refusing.computing import to_work_out
from qa.refusing.refuse import RULED_OUT, confidence, threshold
from qa.saying import say
from qa.saying.verify import verified
from qa.settings import Settings
from qa.tasks import Tasks
from qa.types import Answer, Answerer, Draft, Task, Turn

LONGEST_QUESTION = 2_000  # characters that are read of a question; nobody's question is longer
_CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127])


class Assistant:
    """Answers questions about a collection; safe to share between threads."""

    def __init__(self, index: PassageIndex, answerer: Answerer | None = None, settings: Settings | None = None) -> None:
        self.index = index
        self.tasks = Tasks(index)
        self._settings = settings or Settings.load()
        named = self._settings.answerer
        self._answerer = answerer or (GenerativeAnswerer(named) if named else ExtractiveAnswerer())

    @classmethod
    def open(
        cls,
        *paths: str | Path,
        index: str | Path | None = None,
        answerer: Answerer | None = None,
        settings: Settings | None = None,
    ) -> Assistant:
        """Over files and folders, the sample without any; the index is kept in `index`, or in the user's cache."""
        chosen = settings or Settings.load()
        collection = Collection.at(paths, index, chosen)
        return cls(collection.opened(), answerer, chosen)

    @classmethod
    def from_documents(
        cls, documents: Sequence[Document], answerer: Answerer | None = None, settings: Settings | None = None
    ) -> Assistant:
        """Over documents in memory; nothing is written."""
        chosen = settings or Settings.load()
        return cls(PassageIndex.build(documents, embedder(chosen.model)), answerer, chosen)

    @property
    def documents(self) -> list[Document]:
        """The documents it answers from, with their texts."""
        return [self.index.document(entry.id) for entry in self.index.documents()]

    def document(self, document_id: str) -> Document:
        """One of the documents; KeyError for an unknown id."""
        return self.index.document(document_id)

    def ask(self, question: str, history: Sequence[Turn] = (), k: int | None = None) -> Answer:
        """The answer, found or refused, with the k closest passages; YoujuError for an empty question."""
        *_, whole = self.stream(question, history, k)
        return whole

    def stream(self, question: str, history: Sequence[Turn] = (), k: int | None = None) -> Iterator[Answer]:
        """The answer as far as a generative model has written it, all of it verified; the last is what `ask` gives.

        Every other answerer gives one.
        """
        began = time.perf_counter()
        text = cleaned(question)
        understood = understand(text, history)
        language = understood.language
        meant = question if understood.rewritten == text else understood.rewritten
        if understood.reply:
            reply = Answer(question, language, False, 0.0, "", understood.reply, (), (), 0.0, asked=meant)
            yield _timed(reply, began)
            return
        wanted = self._settings.k if k is None else k
        if wanted < 1:
            raise YoujuError(f"k is {wanted}; at least one passage must be asked for.")
        task = self.tasks.of(understood.rewritten, language, wanted)
        for draft, sure in self._drafted(task):
            yield _timed(replace(composed(question, task, draft, sure, wanted), asked=meant), began)

    def _drafted(self, task: Task) -> Iterator[tuple[Draft, float]]:
        """The verified draft as it grows, and its confidence; of several things asked, each is answered by itself."""
        if not (several := list(self.tasks.several(task))):
            yield from self._alone(task)
            return
        found = [(each, *list(self._alone(each))[-1]) for each in several]
        strays = [each for each, _, sure in found if _of_another_part(each, sure, found)]
        found = [(each, Draft(()) if each in strays else draft, sure) for each, draft, sure in found]
        drafts = [draft for _, draft, _ in found if draft.statements]
        if not drafts:
            yield from self._alone(task)
            return
        # What carries two answers is quoted behind both.
        statements = dict.fromkeys(each for draft in reversed(drafts) for each in reversed(draft.statements))
        missed = tuple(each.question for each, draft, _ in found if not draft.statements)
        sure = max(sure for _, draft, sure in found if draft.statements)
        yield Draft(tuple(reversed(statements)), drafts[0].short, drafts[0].note, missed), sure

    def _alone(self, task: Task) -> Iterator[tuple[Draft, float]]:
        if to_work_out(task):
            yield Draft((), note=say.not_worked_out(task.language)), RULED_OUT
            return
        sure = confidence(task, self.index)
        if sure < self._threshold(task):
            yield Draft(()), sure
            return
        task = beside(task, self.index, self.tasks.read)
        yield from ((draft, sure) for draft in self._checked(task))

    def _checked(self, task: Task) -> Iterator[Draft]:
        """The verified draft as it grows; where nothing stands of what a model wrote, the verified extractive one."""
        if not isinstance(self._answerer, GenerativeAnswerer):
            yield verified(self._answerer.draft(task), self.index.document)
            return
        checked = Draft(())
        for draft in self._answerer.drafts(task):
            checked = verified(draft, self.index.document)
            if checked.statements:
                yield checked
        if not checked.statements:
            yield verified(self._answerer.instead(task, "unsupported"), self.index.document)

    def _threshold(self, task: Task) -> float:
        """The confidence from which on an answer is given."""
        return threshold(task, len(self.index), self._settings.refusals)


def _of_another_part(task: Task, sure: float, others: Sequence[tuple[Task, Draft, float]]) -> bool:
    """Whether what was read, not surely, answers another part, of another kind, more surely: 10 kg is no colour."""
    surer = [other for other, _, more in others if more > max(sure, SURELY) > sure and other.kind is not task.kind]
    return any(one.overlaps(two) for one in task.spans[:1] for other in surer for two in other.spans[:1])


def answer(question: str, documents: str | Path | Sequence[str | Path] | None = None) -> Answer:
    """The answer from files or folders, or from the sample: one call, its index kept for the next.

    A file that was changed, added or removed since the last call is noticed.
    """
    chosen = [documents] if isinstance(documents, str | Path) else list(documents or sample_paths())
    paths = tuple(Path(path).expanduser().resolve() for path in chosen)
    files = tuple((source, *stamp) for source, stamp in stamps(paths).items())
    return _shared(paths, files).ask(question)


@lru_cache(maxsize=4)
def _shared(paths: tuple[Path, ...], files: tuple[tuple[str, int, int], ...]) -> Assistant:  # noqa: ARG001
    """One assistant for the same files in the same state."""
    return Assistant.open(*paths)


def cleaned(question: str) -> str:
    """The question without control characters and blank edges, cut where no question is that long."""
    text = question.translate(_CONTROL).strip()[:LONGEST_QUESTION]
    if not any(character.isalnum() for character in text) and not signs_alone(text):
        raise YoujuError("The question is empty; ask something in Chinese or English.")
    return text


def _timed(answer: Answer, began: float) -> Answer:
    return replace(answer, seconds=time.perf_counter() - began)
