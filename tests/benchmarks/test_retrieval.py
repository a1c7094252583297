from __future__ import annotations

import math
from itertools import islice

import pytest

from benchmarks.question_sets import Collection
from benchmarks.retrieval import _rank, _rankings, figures_of
from corpus import Document


def test_the_rank_of_a_source_counts_from_one_and_is_endless_where_it_is_not_found() -> None:
    assert _rank(["b", "a"], "a") == 2
    assert _rank(["b"], "a") == math.inf


def test_figures_are_means_in_per_cent_over_all_questions() -> None:
    rankings = {"first": ["a"], "third": ["c", "b", "a"], "eleventh": [*"bcdefghijk", "a"], "none": []}
    figures = figures_of(rankings.__getitem__, [(question, "a") for question in rankings])
    # nDCG: (1 + 1 / log2(4) + 0 + 0) / 4
    assert figures == {"questions": 4, "ndcg@10": 37.5, "success@1": 25.0, "success@3": 50.0}


@pytest.mark.parametrize(
    ("question", "texts"),
    [
        pytest.param(
            "When are cherries picked?",
            ("Cherries are picked in June and sold fresh.", "The museum closes at five on Mondays."),
            id="en-en",
        ),
        pytest.param("樱桃什么时候采摘？", ("樱桃六月采摘，新鲜出售。", "博物馆周一下午五点关门。"), id="zh-zh"),
        pytest.param(
            "When does the museum close?", ("博物馆周一下午五点关门。", "樱桃六月采摘，新鲜出售。"), id="en-zh"
        ),
    ],
)
def test_each_ranking_of_ours_puts_the_paragraph_that_answers_first(question: str, texts: tuple[str, str]) -> None:
    documents = [Document.from_text(text, f"{n}.txt", title=" ") for n, text in enumerate(texts)]
    rankings = _rankings(Collection("small", documents, [(question, "0.txt")]), minilm=False)
    found = [(name, ranking(question)[0]) for name, ranking in islice(rankings, 3)]
    assert found == [("words", "0.txt"), ("vectors", "0.txt"), ("fused", "0.txt")]
