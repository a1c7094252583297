"""Retrieval metrics of one ranked list with binary relevance."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

CUTOFFS = (1, 3, 5, 10)


def success(relevant: Sequence[bool], k: int) -> float:
    """Success@k: 1 if anything relevant is among the first k, else 0. (Recall@k is another thing: a share.)"""
    return float(any(relevant[:k]))


def reciprocal_rank(relevant: Sequence[bool]) -> float:
    """1 / rank of the first relevant result, 0 without one (Voorhees 1999); its mean is MRR."""
    return next((1 / rank for rank, each in enumerate(relevant, 1) if each), 0.0)


def ndcg(relevant: Sequence[bool], total: int, k: int = 10) -> float:
    """nDCG@k: sum of 1 / log2(rank + 1) over relevant results, by that of the best order (Järvelin, Kekäläinen 2002).

    `total` counts all that is relevant, retrieved or not; at least 1.
    """
    gained = sum(1 / log2(rank + 1) for rank, each in enumerate(relevant[:k], 1) if each)
    ideal = sum(1 / log2(rank + 1) for rank in range(1, min(total, k) + 1))
    return gained / ideal


def ranking_scores(of: str, relevant: Sequence[bool], total: int) -> dict[str, float]:
    """All metrics of one list, named after what was ranked ("document", "evidence")."""
    scores = {f"{of}_success@{k}": success(relevant, k) for k in CUTOFFS}
    return scores | {f"{of}_mrr": reciprocal_rank(relevant), f"{of}_ndcg@10": ndcg(relevant, total)}
