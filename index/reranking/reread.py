"""Passages read once more, sentence by sentence, against a question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from corpus import Passage
from index.query import Query
from index.reranking.cut import cut
from index.reranking.network import RerankingNetwork
from index.reranking.shown import shown
from index.types import FloatMatrix, ScoredSentence


@dataclass(frozen=True, slots=True)
class Reread:
    """The log-odds that a passage holds the answer, -inf where there is nothing to compare, and its best sentences'."""

    passage: Passage
    log_odds: float = -np.inf
    sentences: tuple[ScoredSentence, ...] = ()


def reread(query: Query, passages: Sequence[Passage], kept: Sequence[str], scores: FloatMatrix) -> list[Reread]:
    """One for each of the passages, whose terms are `kept` (`Contents.terms_of`).

    `scores` (passages, 3) are the fused ones and those by words and by vectors.
    """
    cuts = [cut(passage.text, terms) for passage, terms in zip(passages, kept, strict=True)]
    seen = shown(query, passages, cuts, scores)
    if seen is None:
        return [Reread(passage) for passage in passages]
    network = RerankingNetwork.load()
    by_sentence = network.sentences(seen)
    by_passage = network.passages(seen, by_sentence).tolist()
    sentences: list[list[ScoredSentence]] = [[] for _ in passages]
    for owner, number, log_odds in zip(seen.owners.tolist(), seen.numbers.tolist(), by_sentence.tolist(), strict=True):
        offset, (start, end) = passages[owner].start, cuts[owner].spans[number]
        sentences[owner].append(ScoredSentence(offset + start, offset + end, log_odds))
    found = zip(passages, by_passage, sentences, strict=True)
    return [Reread(passage, odds, tuple(own)) for passage, odds, own in found]
