"""Training examples for reranking: questions over a few hundred texts, what is found, and which of it answers."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.model import EmbeddedModel
from index.passage_index import PassageIndex
from index.query import Query
from index.reranking.cut import cut
from index.reranking.shown import Shown, asked_terms, shown
from index.retrieve import RERANKED
from index.types import Hit
from training.reader_examples import Row, Vocabulary, read_rows
from training.reports import BOTH, Report, documents_of
from training.sources import NEW_TO_VECTORS
from training.switching import switched_query

CONTEXTS, REPORTS = 400, 250  # texts searched at a time
MIXED = 0.5  # of the groups of contexts
SWITCHED = 0.5  # of the questions of `train/qa`, once more in the other language
ACROSS = 0.65  # of the questions about reports


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """Arrays of one question as `Shown` has them; `asked`, `words` and `aligned` are rows of the vocabulary.

    `holds` tells which sentences hold the answer, `right` which passages.
    """

    chinese: bool
    asked: NDArray[np.int32]  # (words with stop words,)
    words: NDArray[np.int32]  # (words,)
    aligned: NDArray[np.int32]  # (words, sentences)
    looks: NDArray[np.float16]  # (words, sentences, LOOKS)
    vectors: NDArray[np.float16]  # (sentences, dimension)
    sentence_looks: NDArray[np.float16]  # (sentences, SENTENCE_LOOKS)
    owners: NDArray[np.int16]  # (sentences,)
    passage_looks: NDArray[np.float16]  # (passages, PASSAGE_LOOKS)
    holds: NDArray[np.bool_]  # (sentences,)
    right: NDArray[np.bool_]  # (passages,)

    def of(self, passages: Sequence[int]) -> Example:
        """The same with some of the passages only, whose looks stay as they are among all."""
        kept = np.isin(self.owners, passages)
        return replace(
            self,
            aligned=self.aligned[:, kept],
            looks=self.looks[:, kept],
            vectors=self.vectors[kept],
            sentence_looks=self.sentence_looks[kept],
            owners=np.searchsorted(passages, self.owners[kept]).astype(np.int16),
            passage_looks=self.passage_looks[passages],
            holds=self.holds[kept],
            right=self.right[passages],
        )

    def renumbered(self, rows: NDArray[np.int32]) -> Example:
        """The same with row n of the vocabulary as `rows[n]`."""
        return replace(self, asked=rows[self.asked], words=rows[self.words], aligned=rows[self.aligned])


def of_questions(data: Path, vocabulary: Vocabulary, seed: int, part: int, parts: int) -> Iterator[Example]:
    """The questions of `train/qa` that are new to the vectors, over their contexts; one part of so many.

    Half of the time as many contexts in the other language stand beside them.
    """
    chance = random.Random(seed)
    about: dict[str, dict[str, list[Row]]] = {name: {} for name in NEW_TO_VECTORS}
    for name, sources in NEW_TO_VECTORS.items():
        for row in read_rows(data / f"{name}.jsonl.gz"):
            if row["src"] in sources and row["answers"]:
                about[name].setdefault(row["context"], []).append(row)
    contexts = {name: chance.sample(sorted(found), len(found)) for name, found in about.items()}
    starts = [(name, start) for name, found in contexts.items() for start in range(0, len(found), CONTEXTS)]
    for place in range(part, len(starts), parts):
        name, start = starts[place]
        group = contexts[name][start : start + CONTEXTS]
        others = (texts for other, texts in contexts.items() if other != name)
        beside = [text for texts in others for text in texts[start : start + CONTEXTS]]
        searched = [*group, *(beside if chance.random() < MIXED else [])]
        index = PassageIndex.build(documents_of(searched, titled=False), EmbeddedModel.load())
        for n, context in enumerate(group):
            for row in about[name][context]:
                query = index.analyse(row["question"])
                yield from _example(query, row, n, index, vocabulary)
                if chance.random() < SWITCHED:
                    yield from _example(switched_query(query, chance), row, n, index, vocabulary)


def of_reports(
    told: Sequence[Report], vocabulary: Vocabulary, seed: int, share: float, part: int, parts: int
) -> Iterator[Example]:
    """A share of the questions about reports; one part of so many.

    As told in Chinese, in English, and some in the one, some in the other, and some in both: of these the telling in
    the language of the question counts as right.
    """
    chance = random.Random(seed)
    shuffled = chance.sample(told, len(told))
    for start in range(part * REPORTS, len(shuffled), parts * REPORTS):
        group = shuffled[start : start + REPORTS]
        mixed = [((True,), (False,), BOTH)[n % 3] for n in range(len(group))]
        for tellings in ([(True,)] * len(group), [(False,)] * len(group), mixed):
            texts = [(report, chinese) for report, own in zip(group, tellings, strict=True) for chinese in own]
            numbers = {(id(report), chinese): n for n, (report, chinese) in enumerate(texts)}
            documents = documents_of([report.text[chinese] for report, chinese in texts])
            index = PassageIndex.build(documents, EmbeddedModel.load())
            for report, own in zip(group, tellings, strict=True):
                for question in report.asked:
                    if question.answer and chance.random() < share:
                        asked_in_chinese = own[0] is not (chance.random() < ACROSS)
                        chinese = asked_in_chinese if own == BOTH else own[0]
                        row = report.row(question, asked_in_chinese, chinese)
                        query = index.analyse(row["question"])
                        yield from _example(query, row, numbers[id(report), chinese], index, vocabulary)


def _example(query: Query, row: Row, number: int, index: PassageIndex, vocabulary: Vocabulary) -> Iterator[Example]:
    """One, where the answer is in a passage found, and not in every one; `number` is the document that answers."""
    source = f"{number}.txt"
    hits = index.search(query, RERANKED, rerank=False)
    places = [(answer["start"], answer["start"] + len(answer["text"])) for answer in row["answers"]]
    right = [hit.source == source and any(hit.start <= a and b <= hit.end for a, b in places) for hit in hits]
    scores = np.array([[hit.score, hit.parts[0].score, hit.parts[-1].score] for hit in hits], dtype=np.float32)
    if not any(right) or all(right):
        return
    cuts = [cut(hit.text) for hit in hits]
    if seen := shown(query, [hit.passage for hit in hits], cuts, scores.reshape(len(hits), 3)):
        yield _stored(query, seen, _holding(hits, seen, right, places), right, vocabulary)


def _holding(hits: Sequence[Hit], seen: Shown, right: Sequence[bool], places: Sequence[tuple[int, int]]) -> list[bool]:
    """Which of the sentences shown hold the answer."""
    held = []
    for owner, number in zip(seen.owners.tolist(), seen.numbers.tolist(), strict=True):
        hit = hits[owner]
        start, end = cut(hit.text).spans[number]
        held.append(right[owner] and any(hit.start + start <= a and b <= hit.start + end for a, b in places))
    return held


def _stored(query: Query, seen: Shown, holds: list[bool], right: list[bool], vocabulary: Vocabulary) -> Example:
    def rows(terms: Sequence[str]) -> list[int]:
        return [vocabulary.row(term) for term in terms]

    return Example(
        seen.chinese,
        np.array(rows(asked_terms(query)), dtype=np.int32),
        np.array(rows([word.term for word in query.terms[: len(seen.words)]]), dtype=np.int32),
        np.array([rows(terms) for terms in seen.terms], dtype=np.int32).T,
        seen.looks.astype(np.float16),
        seen.vectors.astype(np.float16),
        seen.sentence_looks.astype(np.float16),
        seen.owners.astype(np.int16),
        seen.passage_looks.astype(np.float16),
        np.array(holds),
        np.array(right),
    )
