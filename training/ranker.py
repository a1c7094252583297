"""Train the sentence ranker: `python -m training.ranker --data ../shared/data/train`; writes qa/data/ranker.json.

Its questions must be new to the word vectors: a ranker that sees vectors trained on its own questions learns to trust
them blindly, and fails across languages.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
import torch

from index.model import EmbeddedModel
from index.passage_index import PassageIndex
from index.query import Query
from index.types import FloatMatrix, FloatVector
from qa.reading.rank import PATH, features_of, sentences_of
from qa.reading.rank_features import FEATURES
from training.reader_examples import Row, read_rows
from training.reports import BOTH, PAPERS, REPORTS, SNIPPETS, Report, documents_of, learnt
from training.sources import NEW_TO_VECTORS
from training.switching import switched_query

SWITCHED = 2500  # questions of each language asked once more in the other, word by word
HITS = 8
REPORTS_TOLD, PAPERS_TOLD = 336, 480


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """The features of one question's sentences, and which of them hold the answer."""

    features: FloatMatrix
    right: FloatVector


def questions(data: Path, seed: int) -> Iterator[Question]:
    """Questions over all contexts of their language, as asked and switched; those without the answer are left out."""
    chance = random.Random(seed)
    for name, shares in NEW_TO_VECTORS.items():
        rows = read_rows(data / f"{name}.jsonl.gz")
        kept = [row for row in rows if row["src"] in shares]
        contexts = sorted({row["context"] for row in kept})
        numbers = {context: number for number, context in enumerate(contexts)}
        index = PassageIndex.build(documents_of(contexts, titled=False), EmbeddedModel.load())
        asked = [
            row
            for source, count in shares.items()
            for row in chance.sample([row for row in kept if row["src"] == source], count)
        ]
        for row in asked:
            query = index.analyse(row["question"])
            yield from _question(row, f"{numbers[row['context']]}.txt", query, index)
        for row in chance.sample(asked, SWITCHED):
            query = switched_query(index.analyse(row["question"]), chance)
            yield from _question(row, f"{numbers[row['context']]}.txt", query, index)


def of_reports(told: Sequence[Report], seed: int) -> Iterator[Question]:
    """The questions about reports, each in one language, over all reports as told in Chinese and in English."""
    chance = random.Random(seed)
    for chinese in BOTH:
        index = PassageIndex.build(documents_of([each.text[chinese] for each in told]), EmbeddedModel.load())
        for n, report in enumerate(told):
            for question in report.asked:
                row = report.row(question, chance.choice(BOTH), chinese)
                if row["answers"]:
                    yield from _question(row, f"{n}.txt", index.analyse(row["question"]), index)


def of_all_reports(seed: int) -> Iterator[Question]:
    """The questions about the first reports, half of those about so many papers, and those about all snippets."""
    yield from of_reports(learnt(REPORTS)[:REPORTS_TOLD], seed)
    papers = learnt(PAPERS)
    random.Random(seed + 2).shuffle(papers)
    about = list(of_reports(papers[:PAPERS_TOLD], seed))
    yield from random.Random(seed + 4).sample(about, len(about) // 2)
    yield from of_reports(learnt(SNIPPETS), seed)


def _question(row: Row, source: str, query: Query, index: PassageIndex) -> Iterator[Question]:
    hits = index.search(query, HITS, rerank=False)  # the network that reranks may know the question
    found = sentences_of(hits)
    if not found:
        return
    right = np.zeros(len(found), dtype=np.float32)
    for place, (owner, start, end, _) in enumerate(found):
        if hits[owner].passage.source == source:
            right[place] = any(start <= a["start"] and a["start"] + len(a["text"]) <= end + 1 for a in row["answers"])
    if 0 < right.sum() < len(right):
        yield Question(features_of(query.text, query.terms, hits, found), right)


def fit_linear(asked: Sequence[Question], mean: FloatVector, deviation: FloatVector) -> FloatVector:
    """Softmax regression: the right sentence among those of its question; a little weight decay."""
    weights = torch.zeros(len(FEATURES), requires_grad=True)
    inputs = [torch.from_numpy((question.features - mean) / deviation) for question in asked]
    rights = [torch.from_numpy(question.right) > 0 for question in asked]
    optimiser = torch.optim.LBFGS([weights], max_iter=60, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        total = weights.new_zeros(())
        for values, right in zip(inputs, rights, strict=True):
            scores = values @ weights
            total = total + scores.logsumexp(0) - scores[right].logsumexp(0)
        total = total / len(inputs) + 0.001 * (weights**2).sum()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    optimiser.step(loss)  # type: ignore[no-untyped-call]
    return weights.detach().numpy()


def fit_trees(asked: Sequence[Question], seed: int) -> list[dict[str, Any]]:
    """LambdaMART over the same questions."""
    data = lightgbm.Dataset(
        np.concatenate([question.features for question in asked]),
        label=np.concatenate([question.right for question in asked]),
        group=[len(question.right) for question in asked],
        feature_name=[name.replace(",", "").replace(" ", "_") for name in FEATURES],
    )
    settings = {
        "objective": "lambdarank", "num_leaves": 15, "learning_rate": 0.05, "min_data_in_leaf": 40, "verbosity": -1,
        "feature_fraction": 0.7, "bagging_fraction": 0.8, "bagging_freq": 1, "num_threads": 1, "seed": seed,
        "deterministic": True, "lambdarank_truncation_level": 8,
    }  # fmt: skip
    trees: list[dict[str, Any]] = lightgbm.train(settings, data, num_boost_round=250).dump_model()["tree_info"]
    return trees


def flat(tree: dict[str, Any], nodes: int) -> dict[str, list[float]]:
    """A tree as rows of `nodes` inner nodes; a negative child -n - 1 is leaf n."""
    rows: dict[str, list[float]] = {
        name: [0] * nodes for name in ("feature", "threshold", "left", "right")
    } | {"leaves": [0] * (nodes + 1)}

    def visit(node: dict[str, Any]) -> int:
        if "leaf_value" in node:
            leaf = int(node.get("leaf_index", 0))
            rows["leaves"][leaf] = round(node["leaf_value"], 6)
            return -leaf - 1
        at = int(node["split_index"])
        rows["feature"][at] = int(node["split_feature"])
        rows["threshold"][at] = float(np.float32(node["threshold"]))
        rows["left"][at], rows["right"][at] = visit(node["left_child"]), visit(node["right_child"])
        return at

    if visit(tree["tree_structure"]) < 0:  # a tree of one leaf: both ways lead to it
        rows["left"][0] = rows["right"][0] = -1
    return rows


def main() -> None:
    """Train on the question sets of a folder and write the ranker."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with qa.en.jsonl.gz and qa.zh.jsonl.gz")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=PATH)
    options = parser.parse_args()
    torch.set_num_threads(1)
    asked = [*questions(options.data, options.seed), *of_all_reports(options.seed)]
    features = np.concatenate([question.features for question in asked])
    mean, deviation = features.mean(axis=0), np.maximum(features.std(axis=0), 1e-3)
    trees = [flat(tree, 14) for tree in fit_trees(asked, options.seed)]
    stored = {
        "features": list(FEATURES), "mean": mean.round(5).tolist(), "deviation": deviation.round(5).tolist(),
        "linear": fit_linear(asked, mean, deviation).round(5).tolist(),
    }  # fmt: skip
    stored |= {name: [tree[name] for tree in trees] for name in ("feature", "threshold", "left", "right", "leaves")}
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(values)}" for name, values in stored.items())
    options.out.write_text("{\n" + lines + "\n}\n", encoding="utf-8")
    print(f"{len(asked)} questions, {len(features)} sentences")


if __name__ == "__main__":
    main()
