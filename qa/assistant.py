"""From a question to a cited answer, or to the plain word that the documents do not say."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache, partial
from pathlib import Path

from corpus import Document, Language, Passage, YoujuError, sample_paths
from corpus.tables import header_of
from index.embed import embedder
from index.foreign import named_abroad
from index.named import named, needless
from index.passage_index import PassageIndex
from index.query import Query
from index.threads import one_thread
from index.types import Hit
from index.words import terms
from qa.answering.apart import told_apart
from qa.answering.beside import SURELY, beside
from qa.answering.compose import composed
from qa.answering.extract import ExtractiveAnswerer
from qa.answering.generate import GenerativeAnswerer
from qa.collection import Collection, stamps
from qa.conversing import follow_ups
from qa.conversing.converse import understand
from qa.conversing.files import without_files
from qa.conversing.small_talk import signs_alone
from qa.parts import clauses, parts, shared_out
from qa.question import kind_of, without_choices
from qa.reading.forms.definitions import defining_first
from qa.reading.forms.posed import set_apart, tells_all, whole
from qa.reading.forms.provisions import provision, siblings_left_out
from qa.reading.people.persons import person_first
from qa.reading.rank import rank_sentences, sentences_of
from qa.reading.read import reading
from qa.reading.tabular.columns import asking as calling_for
from qa.reading.tabular.extremes import extreme
from qa.reading.times.after_next import next_left_out
from qa.refusing.best_supported import best_supported
from qa.refusing.computing import to_work_out
from qa.refusing.refuse import RULED_OUT, confidence, threshold
from qa.saying import say
from qa.saying.verify import verified
from qa.settings import Settings
from qa.types import Answer, Answerer, Draft, Kind, RankedSentence, Task, Turn

LONGEST_QUESTION = 2_000  # characters that are read of a question; nobody's question is longer
READ_FROM = 8  # passages that an answer is read from
_BESIDE = 2  # passages of other documents that are read beside those of the ones named
DEFINED_IN = 40  # and among which one that defines a word is looked for
_CONTROL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127])


class Assistant:
    """Answers questions about a collection; safe to share between threads."""

    def __init__(self, index: PassageIndex, answerer: Answerer | None = None, settings: Settings | None = None) -> None:
        self.index = index
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
        task = self.task(understood.rewritten, language, wanted)
        for draft, sure in self._drafted(task):
            yield _timed(replace(composed(question, task, draft, sure, wanted), asked=meant), began)

    @one_thread
    def task(
        self, question: str, language: Language, k: int, kind: Kind | None = None, within: frozenset[str] = frozenset()
    ) -> Task:
        """What is found and read for a question, before anything is said; `kind` where its wording does not tell.

        It is read from the documents `within`, by their ids, or from those whose file it names itself.
        """
        return best_supported(self.as_read(question, language, k, kind, within))

    @one_thread
    def as_read(
        self, question: str, language: Language, k: int, kind: Kind | None = None, within: frozenset[str] = frozenset()
    ) -> Task:
        """The same as it is read, not yet weighed by how well its evidence supports it."""
        asked_of, files = without_files(question, self.index.documents())
        within = files or within
        query = self.index.analyse(asked_of)
        asked = kind or kind_of(asked_of)
        hits = self._hits(query, asked, max(k, READ_FROM), within)
        if not within:
            query, hits = self._of_named(query, hits)
        return self._read(Task(asked_of, language, asked, query, tuple(hits), (), (), within=within))

    def _read(self, put: Task) -> Task:
        """The sentences and spans of a task of which only the passages are known."""
        question, asked, query, read_from = put.question, put.kind, put.query, put.hits[:READ_FROM]
        if any(abroad := named_abroad(query, [hit.passage for hit in read_from])):
            read_from = tuple(hit for hit, has in zip(read_from, abroad, strict=True) if has)  # not of another machine
        query = without_choices(query)
        sentences = rank_sentences(query, read_from, self.index)
        put = replace(put, query=query)
        if asked is Kind.DEFINITION:
            sentences = defining_first(question, sentences, lambda sentence: sentence.text)
        if told := provision(question, sentences):
            return replace(put, kind=Kind.OTHER, sentences=(told, *sentences), spans=(whole(told),))
        documents = dict.fromkeys(each.passage.document_id for each in sentences)
        if most := extreme(query, asked, sentences, map(self.document, documents)):
            return replace(put, sentences=tuple(sentences), spans=(most,))
        sentences, asking, posed = set_apart(query, next_left_out(question, siblings_left_out(question, sentences)))
        ranked = (*sentences, *asking)  # what asks is no evidence, but stands beside it
        if posed and tells_all(posed, asked):
            return replace(put, kind=Kind.OTHER, sentences=ranked, spans=(whole(posed),))
        read = reading(query, asked, sentences)
        spans = person_first(query, sentences, read.spans, self.index)
        spans = tuple(replace(span, plain=True) if span.sentence == posed else span for span in spans)
        return replace(put, sentences=ranked, spans=spans, nowhere=read.nowhere)

    def _of_named(self, query: Query, hits: list[Hit]) -> tuple[Query, list[Hit]]:
        """The best passages of the documents that a question names, before others that say the names.

        The question without the words that only name them: no evidence need repeat its title.
        """
        units = sentences_of(hits[:READ_FROM])
        found = named(query, [(hits[owner].passage, cut.text) for owner, _, _, cut in units], self.index.opening)
        if not found.documents:
            return query, hits
        others = []
        for owner, hit in enumerate(hits[:READ_FROM]):
            told = [unit for unit, meant in zip(units, found.meant, strict=True) if meant and unit[0] == owner]
            if told and hit.passage.document_id not in found.documents:
                others.append(replace(hit, passage=_cut(hit.passage, told[0][1], told[-1][2])))
        others = others[:_BESIDE]
        own = self.index.search(query, len(hits) - len(others), within=found.documents)
        if not others and all(each.passage.language.chinese is query.language.chinese for each in own):
            again = [(own[owner].passage, cut.text) for owner, _, _, cut in sentences_of(own)]
            query = needless(query, found.words, again)
        place = READ_FROM - len(others)
        both = (*own[:place], *others, *own[place:])
        return query, [replace(hit, rank=rank) for rank, hit in enumerate(both, start=1)]

    def _hits(self, query: Query, kind: Kind, count: int, within: frozenset[str]) -> list[Hit]:
        """The best passages; ahead of them those of some more that define the word whose meaning is asked for."""
        if kind is not Kind.DEFINITION:
            return self.index.search(query, count, within=within)
        found = self.index.search(query, max(count, DEFINED_IN), within=within)
        ordered = defining_first(query.text, found, lambda hit: hit.passage.text)[:count]
        return [replace(hit, rank=rank) for rank, hit in enumerate(ordered, start=1)]

    def _drafted(self, task: Task) -> Iterator[tuple[Draft, float]]:
        """The verified draft as it grows, and its confidence; of several things asked, each is answered by itself."""
        if not (several := list(self._several(task))):
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

    def _several(self, task: Task) -> Iterable[Task]:
        """A task for each of several things asked; none where one is."""
        if len(parts(task.question)) > 1:
            return self._parts(task)
        return told_apart(task, self.index, lambda each: self.task(each, task.language, READ_FROM))

    def _alone(self, task: Task) -> Iterator[tuple[Draft, float]]:
        if to_work_out(task):
            yield Draft((), note=say.not_worked_out(task.language)), RULED_OUT
            return
        sure = confidence(task, self.index)
        if sure < self._threshold(task):
            yield Draft(()), sure
            return
        task = beside(task, self.index, lambda put: best_supported(self._read(put)))
        yield from ((draft, sure) for draft in self._checked(task))

    def _parts(self, task: Task) -> Iterator[Task]:
        """A task for each thing asked, what the later clauses leave out filled in from the first and its answer.

        An "and when?" that nothing fills in and that names nothing new is read together with the first.
        """
        first, *others = clauses(task.question)
        put = partial(self.task, language=task.language, k=READ_FROM, within=task.within)
        tasks = [put(each) for each in shared_out(first)]
        yield from tasks
        spans = tasks[0].spans
        there = set(terms(_with_headings(spans[0].sentence))) if spans else set()
        for clause in others:
            whole = follow_ups.whole(clause, first, spans[0].text if spans else "")
            words, calling = self.index.analyse(clause).terms, calling_for(clause)  # 多少钱 calls for a price by itself
            own = [each for each in words if not any(s <= each.start < e for s, e in calling)] or words
            named = all(any(other in there for other, _ in word.alternatives) for word in own)
            if whole == clause and named:
                if owned := follow_ups.owned(clause, first):
                    yield put(owned)
                    continue
                read = put(f"{clause} {first}", kind=kind_of(clause))
                yield replace(read, question=clause)
            else:
                yield from (put(each) for each in shared_out(whole))

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


def _cut(passage: Passage, start: int, end: int) -> Passage:
    """What stands of a passage between two offsets of its document."""
    return replace(passage, start=start, end=end, text=passage.text[start - passage.start : end - passage.start])


def _with_headings(sentence: RankedSentence) -> str:
    """A sentence, of the row of a table with the names of its columns."""
    return f"{header_of(sentence.passage, sentence.start)} {sentence.text}"


def _timed(answer: Answer, began: float) -> Answer:
    return replace(answer, seconds=time.perf_counter() - began)
