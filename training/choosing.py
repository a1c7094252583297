"""Weighs the signs by which a span is chosen: `python -m training.choosing`; writes qa/data/choosing.json.

Reads `tune/`, the question set on the sample and the reports kept out of training: as many weights as there are SIGNS,
of the fifty scalars that data for tuning may set. What is made greatest is the expected F1, a softmax over a question's
spans being how they are chosen.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.question_sets import collections
from corpus import Document, load, sample_paths
from index.passage_index import PassageIndex
from qa.evaluation.text_metrics import f1
from qa.question import kind_of
from qa.reading.rank import rank_sentences
from qa.reading.read import spans_with_signs
from qa.reading.signs import PATH, SIGNS
from training.reports import REPORTS, kept_out
from training.reports import collections as reported
from training.sources import ROOT

PARAGRAPHS, PER_PARAGRAPH = 240, 4
SETS = ("crosslingual", "qa.en", "qa.zh")
# Of a question on the sample and on reports, which are asked as people ask, against one of the others.
WEIGHTS = {"sample": 6.0, "reports": 2.0}
# Where the questions are indifferent, the exact code keeps its say: counts side by side hardly occur among them.
PRIOR = {
    "chance": 1.0, "behind": -0.2, "moved": 0.5, "held": 8.0, "echo": -0.3, "figure": 5.0, "date": 3.5, "named": 0.8,
    "post": 3.0, "unit": 3.0, "counted": 15.0, "wholly": 5.0, "several": -2.0,
    "labelled": 8.0, "rival": 5.0, "listing": 2.0,
}  # fmt: skip
PENALTY = 1e-4  # on the squared distance from it


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """The signs of one question's spans, (spans, SIGNS), and the F1 of each."""

    name: str
    signs: NDArray[np.float32]
    right: NDArray[np.float64]


def examples() -> Iterator[Example]:
    """Other paragraphs than those that the benchmarks ask about, the sample in both languages, and reports."""
    for collection in collections(PARAGRAPHS, PER_PARAGRAPH, skip=PARAGRAPHS):
        if collection.name.startswith(SETS):
            asked = zip((question for question, _ in collection.questions), collection.answers, strict=True)
            yield from _read(collection.name, collection.documents, list(asked))
    stored = ROOT / "qa" / "data" / "sample-questions.jsonl"
    rows = [json.loads(line) for line in stored.read_text(encoding="utf-8").splitlines()]
    asked = [(row["question"], tuple(row["answers"])) for row in rows if row["answers"]]
    for path in sample_paths():
        yield from _read("sample", load([path]).documents, asked)
    for documents, told in reported(kept_out(REPORTS)):
        answers = ((row["question"], tuple(each["text"] for each in row["answers"])) for row in told if row["answers"])
        yield from _read("reports", documents, list(answers))


def _read(name: str, documents: Sequence[Document], asked: list[tuple[str, tuple[str, ...]]]) -> Iterator[Example]:
    index = PassageIndex.build(documents)
    for question, answers in asked:
        query = index.analyse(question)
        found, *_ = spans_with_signs(query, kind_of(question), rank_sentences(query, index.search(query, 8), index))
        right = np.array([max(f1(span.text, answer) for answer in answers) for span, _ in found])
        if len(right) and right.max() > right.min():
            yield Example(name, np.stack([signs for _, signs in found]), right)


def fitted(found: list[Example]) -> NDArray[np.float64]:
    """The weights of the greatest mean expected F1."""
    starts = np.concatenate([[0], np.cumsum([len(each.right) for each in found])[:-1]])
    sizes = [len(each.right) for each in found]
    signs = np.concatenate([each.signs for each in found]).astype(np.float64)
    right = np.concatenate([each.right for each in found])
    share = np.array([WEIGHTS.get(each.name, 1.0) for each in found])
    share /= share.sum()

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = signs @ weights
        chances = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), sizes))
        chances /= np.repeat(np.add.reduceat(chances, starts), sizes)
        expected = np.add.reduceat(chances * right, starts)
        slope = chances * (right - np.repeat(expected, sizes)) * np.repeat(share, sizes)
        away = weights - prior
        return -float(share @ expected) + PENALTY * float(away @ away), -signs.T @ slope + 2 * PENALTY * away

    prior = np.array([PRIOR.get(name, 0.0) for name in SIGNS])
    return np.asarray(minimize(loss, prior, jac=True, method="L-BFGS-B").x)


def chosen(found: list[Example], weights: NDArray[np.float64]) -> float:
    """The mean F1, in per cent, of the spans that the weights choose."""
    return 100 * float(np.mean([each.right[int(np.argmax(each.signs @ weights))] for each in found]))


def main() -> None:
    found = list(examples())
    halves = [[each for n, each in enumerate(found) if n % 2 == half] for half in (0, 1)]
    fits = [fitted(half) for half in halves]
    first = np.eye(len(SIGNS))[SIGNS.index("chance")]
    for name in dict.fromkeys(each.name for each in found):
        judged = [[each for each in half if each.name == name] for half in reversed(halves)]
        alone = np.mean([chosen(half, first) for half in judged])
        crossed = np.mean([chosen(half, fit) for half, fit in zip(judged, fits, strict=True)])
        print(f"{name:20} network alone {alone:.1f}, weighed by the other half {crossed:.1f}")
    weights = fitted(found)
    named = {name: round(float(weight), 4) for name, weight in zip(SIGNS, weights, strict=True)}
    PATH.write_text(json.dumps(named, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
