"""Ranking metrics by hand, and against ir-measures."""

from __future__ import annotations

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.evaluation.ranking_metrics import ndcg, ranking_scores, reciprocal_rank, success


def test_success_and_reciprocal_rank_by_hand() -> None:
    ranked = [False, False, True, True]
    assert [success(ranked, k) for k in (1, 2, 3, 10)] == [0.0, 0.0, 1.0, 1.0]
    assert reciprocal_rank(ranked) == 1 / 3
    assert reciprocal_rank([False]) == reciprocal_rank([]) == 0.0


def test_ndcg_by_hand() -> None:
    assert ndcg([True, False, True], total=2) == pytest.approx((1 + 1 / 2) / (1 + 1 / log2(3)))
    assert ndcg([True], total=3) == pytest.approx(1 / (1 + 1 / log2(3) + 1 / 2))
    assert ndcg([], total=1) == 0.0


@given(st.lists(st.booleans(), max_size=14), st.integers(0, 5))
def test_they_agree_with_ir_measures(relevant: list[bool], missed: int) -> None:
    measures = pytest.importorskip("ir_measures")
    total = sum(relevant) + missed
    if not total:
        return
    run = [measures.ScoredDoc("q", f"d{rank}", -float(rank)) for rank in range(len(relevant))]
    found = [measures.Qrel("q", f"d{rank}", int(each)) for rank, each in enumerate(relevant)]
    qrels = found + [measures.Qrel("q", f"missed{each}", 1) for each in range(missed)]
    theirs = {
        f"evidence_{name}": measures.parse_measure(measure)
        for name, measure in [
            ("success@1", "Success@1"), ("success@3", "Success@3"), ("success@5", "Success@5"),
            ("success@10", "Success@10"), ("mrr", "RR"), ("ndcg@10", "nDCG@10"),
        ]
    }  # fmt: skip
    scores = {each.measure: each.value for each in measures.iter_calc(list(theirs.values()), qrels, run)}
    ours = ranking_scores("evidence", relevant, total)
    for name, measure in theirs.items():
        assert ours[name] == pytest.approx(scores.get(measure, 0.0), abs=1e-9), name
