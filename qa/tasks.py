"""What is found and read for a question over a collection, or for each of the things that it asks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial

from corpus import Language, Passage
from corpus.tables import header_of
from index.foreign import named_abroad
from index.named import named, needless
from index.passage_index import PassageIndex
from index.query import Query
from index.threads import one_thread
from index.types import Hit
from index.words import terms
from qa.answering.apart import told_apart
from qa.conversing import follow_ups
from qa.conversing.files import without_files
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
from qa.types import Kind, RankedSentence, Task

READ_FROM = 8  # passages that an answer is read from
_BESIDE = 2  # passages of other documents that are read beside those of the ones named
_DEFINED_IN = 40  # and among which one that defines a word is looked for


class Tasks:
    """Makes the tasks of questions about the documents of an index."""

    def __init__(self, index: PassageIndex) -> None:
        self.index = index

    @one_thread
    def of(
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

    @one_thread
    def read(self, put: Task) -> Task:
        """A task of which only the passages are known, read and weighed."""
        return best_supported(self._read(put))

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
        if most := extreme(query, asked, sentences, map(self.index.document, documents)):
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
        found = self.index.search(query, max(count, _DEFINED_IN), within=within)
        ordered = defining_first(query.text, found, lambda hit: hit.passage.text)[:count]
        return [replace(hit, rank=rank) for rank, hit in enumerate(ordered, start=1)]

    def several(self, task: Task) -> Iterable[Task]:
        """A task for each of several things asked; none where one is."""
        if len(parts(task.question)) > 1:
            return self._parts(task)
        return told_apart(task, self.index, lambda each: self.of(each, task.language, READ_FROM))

    def _parts(self, task: Task) -> Iterator[Task]:
        """A task for each thing asked, what the later clauses leave out filled in from the first and its answer.

        An "and when?" that nothing fills in and that names nothing new is read together with the first.
        """
        first, *others = clauses(task.question)
        put = partial(self.of, language=task.language, k=READ_FROM, within=task.within)
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


def _cut(passage: Passage, start: int, end: int) -> Passage:
    """What stands of a passage between two offsets of its document."""
    return replace(passage, start=start, end=end, text=passage.text[start - passage.start : end - passage.start])


def _with_headings(sentence: RankedSentence) -> str:
    """A sentence, of the row of a table with the names of its columns."""
    return f"{header_of(sentence.passage, sentence.start)} {sentence.text}"
