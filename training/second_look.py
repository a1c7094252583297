"""Train the second look: `python -m training.second_look --data ../shared/data/train`; writes its weights.

It is shown the sentences that the ranker finds likeliest, for questions about papers, reports and snippets, of a few
or of some dozens at a time, and for those of `train/qa` that are new to the vectors; and told which hold the
answer.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from corpus import Document
from index.model import EmbeddedModel, unit
from index.passage_index import PassageIndex
from index.query import Query, analyse
from index.reranking.shown import LONGEST
from qa.assistant import READ_FROM
from qa.reading.rank import compared, sentences_of
from qa.reading.second_look import LOOKED_AT, PATH, likeliest
from training.reader_examples import Row, Vocabulary, read_rows
from training.reports import BOTH, PAPERS, REPORTS, SNIPPETS, Report, documents_of, kept_out, learnt
from training.reranking import missed, store, train
from training.reranking_examples import Example, stored
from training.reranking_torch import Reranking
from training.sources import NEW_TO_VECTORS
from training.switching import switched_query

EPOCHS = 3
PARTS = 8  # in which examples are collected
TOGETHER = (6, 6, 10, 30)  # papers or reports searched at a time
CONTEXTS = 100  # of `train/qa`, likewise
SHARES = {"papers": 0.55, "reports": 0.17, "snippets": 0.3}  # of the questions, each time asked in one language
AS_ASKED, SWITCHED = 0.6, 0.4  # of those of `train/qa`, in their language and in the other
KEPT_OUT = {"papers kept out": (PAPERS, 0.25), "reports kept out": (REPORTS, 0.1)}
FOLDERS = {"papers": PAPERS, "reports": REPORTS, "snippets": SNIPPETS}
Asked = tuple[Query, Row, int]  # a question, its row, and the document that answers it


def collected(data: Path, processes: int) -> tuple[dict[str, list[Example]], list[str]]:
    """The examples of each source, and the terms of the vocabulary."""
    jobs = [(data, name, part) for name, part in product(("qa", *FOLDERS, *KEPT_OUT), range(PARTS))]
    vocabulary = Vocabulary()
    found: dict[str, list[Example]] = {}
    with ProcessPoolExecutor(processes, multiprocessing.get_context("fork")) as running:
        parts = running.map(_collected, *zip(*jobs, strict=True))
        for (_, name, _), (examples, terms) in zip(jobs, parts, strict=True):
            rows = np.array([vocabulary.row(term) for term in terms], dtype=np.int32)
            found.setdefault(name, []).extend(each.renumbered(rows) for each in examples)
    return found, list(vocabulary.rows)


def _collected(data: Path, name: str, part: int) -> tuple[list[Example], list[str]]:
    """One part of the examples, and the terms that they number."""
    vocabulary, chance = Vocabulary(), random.Random(part)
    if name == "qa":
        return list(_examples(_of_questions(data, part, chance), vocabulary)), list(vocabulary.rows)
    if name in KEPT_OUT:
        (folder, share), together = KEPT_OUT[name], TOGETHER[:1]
        told = kept_out(folder)
    else:
        share, together = SHARES[name], TOGETHER
        told = learnt(FOLDERS[name])
    examples = list(examples_of_reports(told[part::PARTS], share, vocabulary, part, together))
    return examples, list(vocabulary.rows)


def examples_of_reports(
    told: Sequence[Report], share: float, vocabulary: Vocabulary, seed: int, together: Sequence[int] = TOGETHER
) -> Iterator[Example]:
    """Those of a share of the questions about reports, in either language, over so many of them at a time."""
    return _examples(_of_reports(told, share, together, random.Random(seed)), vocabulary)


def _examples(groups: Iterable[tuple[list[Document], list[Asked]]], vocabulary: Vocabulary) -> Iterator[Example]:
    for documents, asked in groups:
        index = PassageIndex.build(documents, EmbeddedModel.load())
        for query, row, number in asked:
            yield from _example(query, row, number, index, vocabulary)


def _of_questions(data: Path, part: int, chance: random.Random) -> Iterator[tuple[list[Document], list[Asked]]]:
    """Contexts of `train/qa`, and the questions about them that are new to the vectors."""
    for name, sources in NEW_TO_VECTORS.items():
        about: dict[str, list[Row]] = {}
        for row in read_rows(data / f"{name}.jsonl.gz"):
            if row["src"] in sources and row["answers"]:
                about.setdefault(row["context"], []).append(row)
        contexts = random.Random(len(about)).sample(sorted(about), len(about))[part::PARTS]
        for start in range(0, len(contexts), CONTEXTS):
            group, asked = contexts[start : start + CONTEXTS], []
            for number, row in ((n, row) for n, context in enumerate(group) for row in about[context]):
                query = analyse(row["question"], EmbeddedModel.load())
                asked += [(query, row, number)] * (chance.random() < AS_ASKED)
                if chance.random() < SWITCHED:
                    asked.append((switched_query(query, chance), row, number))
            yield documents_of(group, titled=False), asked


def _of_reports(
    told: Sequence[Report], share: float, together: Sequence[int], chance: random.Random
) -> Iterator[tuple[list[Document], list[Asked]]]:
    """A share of the questions about reports, some at a time: told in Chinese, in English, and each in either."""
    shuffled = chance.sample(told, len(told))
    start = 0
    while group := shuffled[start : start + chance.choice(together)]:
        start += len(group)
        for tellings in ([True] * len(group), [False] * len(group), chance.choices(BOTH, k=len(group))):
            documents = documents_of([each.text[chinese] for each, chinese in zip(group, tellings, strict=True)])
            asked = []
            for number, (report, chinese) in enumerate(zip(group, tellings, strict=True)):
                for question, in_chinese in product(report.asked, BOTH):
                    if question.answer and chance.random() < share:
                        row = report.row(question, in_chinese, chinese)
                        asked.append((analyse(row["question"], EmbeddedModel.load()), row, number))
            yield documents, asked


def _example(query: Query, row: Row, number: int, index: PassageIndex, vocabulary: Vocabulary) -> Iterator[Example]:
    """One, where some of the likeliest sentences hold the answer, and not all of them."""
    hits = index.search(query, READ_FROM)[:READ_FROM]
    if not (found := sentences_of(hits)):
        return
    ranked = compared(query, hits, found)
    chosen = np.argsort(-ranked.scores, kind="stable")[:LOOKED_AT]
    places = [(answer["start"], answer["start"] + len(answer["text"])) for answer in row["answers"]]
    holds = [
        hits[owner].source == f"{number}.txt" and any(start <= a and b <= end for a, b in places)
        for owner, start, end, _ in (found[n] for n in chosen.tolist())
    ]
    if any(holds) and not all(holds) and (seen := likeliest(ranked, chosen)):
        words, owners = query.terms[:LONGEST], np.arange(len(chosen))
        yield stored(query, words, seen, seen.terms, owners, seen.behind, holds, holds, vocabulary)


def loss_of(model: Reranking, batch: dict[str, Tensor]) -> Tensor:
    """The mean negative log-probability of the sentences that hold the answer, beside the scores that they had."""
    return missed(model(batch)[1], batch["right"]).mean()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with qa.en.jsonl.gz and qa.zh.jsonl.gz")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--processes", type=int, default=2, help="that prepare the questions")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=PATH)
    options = parser.parse_args()
    found, terms = collected(options.data, options.processes)
    print(", ".join(f"{len(each)} of {name}" for name, each in found.items()), flush=True)
    examples = [each for name, part in found.items() if name not in KEPT_OUT for each in part]
    measured = {name: found[name] for name in KEPT_OUT}
    table = torch.from_numpy(unit(EmbeddedModel.load().word_vectors(terms)))
    store(train(examples, measured, table, options.epochs, options.seed, loss_of, LOOKED_AT), options.out)


if __name__ == "__main__":
    main()
