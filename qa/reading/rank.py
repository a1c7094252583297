"""The sentences of the retrieved passages, the likeliest to hold the answer first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from corpus import Span
from corpus.delimited import headers_in
from corpus.sentences import sentences
from corpus.tables import is_row, is_rule
from index.model import EmbeddedModel
from index.passage_index import PassageIndex
from index.query import Query, QueryTerm
from index.types import FloatMatrix, FloatVector, Hit
from index.words import terms_kept
from qa.question import asked
from qa.reading.matching import match
from qa.reading.pieces import Pieces, pieces
from qa.reading.rank_features import FEATURES, sentence_features
from qa.types import RankedSentence

LONG = 120  # characters
_PASSAGES_KEPT = 256
_MARKUP = re.compile(r"[\W_]+|\.\. [\w-]+::.*|\[[^\]]+\]:\s*\S+")  # rules, directives, where links lead
_SEMICOLON = re.compile(r"[;\uff1b]")
PATH = Path(__file__).parents[1] / "data" / "ranker.json"
_ALL = 2**32 - 1  # the bits of a tree's leaves


@dataclass(frozen=True, slots=True, eq=False)
class Ranker:
    """A linear model over standardised FEATURES and boosted trees, their scores standardised per question and added.

    `feature`, `threshold` and `left_out` are (nodes, trees): a sentence whose feature is above a node's threshold goes
    right there, and comes to none of the leaves whose bits `left_out` lacks. `leaves` is (trees, leaves) from the left.
    """

    mean: FloatVector
    deviation: FloatVector
    linear: FloatVector
    feature: NDArray[np.int64]
    threshold: FloatMatrix
    left_out: NDArray[np.uint32]
    leaves: FloatMatrix

    @classmethod
    @cache
    def load(cls) -> Ranker:
        """The ranker in the package; read once."""
        stored = json.loads(PATH.read_text(encoding="utf-8"))
        if stored["features"] != list(FEATURES):
            raise ValueError(f"{PATH.name} was trained on other features; run `python -m training.ranker`.")
        mean, deviation, linear, leaves = (
            np.array(stored[name], dtype=np.float32) for name in ("mean", "deviation", "linear", "leaves")
        )
        nodes = [from_the_left(*children) for children in zip(stored["left"], stored["right"], strict=True)]
        order = np.array([leaf for _, leaf in nodes], dtype=np.int64).reshape(leaves.shape)
        return cls(
            mean,
            deviation,
            linear,
            np.array(stored["feature"], dtype=np.int64).T,
            np.array(stored["threshold"], dtype=np.float32).T,
            np.array([kept for kept, _ in nodes], dtype=np.uint32).T,
            np.take_along_axis(leaves, order, axis=1),
        )

    def scores(self, features: FloatMatrix) -> FloatVector:
        """(sentences,) scores, comparable within a question."""
        linear = np.asarray(((features - self.mean) / self.deviation) @ self.linear, dtype=np.float32)
        if not self.leaves.size:
            return linear
        return _standard(linear) + _standard(self.boosted(features))

    def boosted(self, features: FloatMatrix) -> FloatVector:
        """Every node is asked at once; the leaf come to is the first that none leaves out (Lucchese et al. 2015)."""
        right = np.ascontiguousarray(features.T)[self.feature] > self.threshold[..., None]
        going_left = right.astype(np.uint32) - np.uint32(1)  # all bits
        kept = np.bitwise_and.reduce(self.left_out[..., None] | going_left, axis=0)
        leaf = np.frexp((kept & -kept).astype(np.float32))[1] - 1
        return np.asarray(np.take_along_axis(self.leaves, leaf, axis=1).sum(axis=0), dtype=np.float32)


def from_the_left(left: Sequence[int], right: Sequence[int]) -> tuple[list[int], list[int]]:
    """Of a flat tree: for each node the bits of the leaves but those on its left, and the leaves from the left.

    A negative child -n - 1 is leaf n; nodes that none leads to leave out nothing.
    """
    kept, order = [_ALL] * len(left), []

    def walk(node: int) -> None:
        if node < 0:
            order.append(-node - 1)
        elif left[node] == right[node]:  # a tree of one leaf
            walk(left[node])
        else:
            before = len(order)
            walk(left[node])
            kept[node] &= ~sum(1 << place for place in range(before, len(order)))
            walk(right[node])

    walk(0)
    return kept, order + sorted(set(range(len(left) + 1)) - set(order))


def rank_sentences(query: Query, hits: Sequence[Hit], index: PassageIndex) -> list[RankedSentence]:  # noqa: ARG001
    """The sentences of `hits`, best first, each once; scores are comparable within a question. Empty without hits.

    The ranker's scores and the log-odds that reranking gave count alike.
    """
    found = sentences_of(hits)
    if not found:
        return []
    features = features_of(query.text, query.terms, hits, found)
    scores = Ranker.load().scores(features) + _standard(_log_odds(hits, found))
    ranked = [
        RankedSentence(hits[owner].passage, start, end, float(score))
        for (owner, start, end, _), score in zip(found, scores, strict=True)
    ]
    return sorted(ranked, key=lambda sentence: (-sentence.score, sentence.passage.document_id, sentence.start))


Found = tuple[int, int, int, Pieces]  # the hit it stands in, its offsets in the document, its pieces


def sentences_of(hits: Sequence[Hit]) -> list[Found]:
    """Every sentence of the hits once, in the order of the hits."""
    found: list[Found] = []
    seen: set[tuple[str, int]] = set()
    for owner, hit in enumerate(hits):
        passage = hit.passage
        for start, end, cut in _told(passage.text):
            key = (passage.document_id, passage.start + start)
            if key not in seen:
                seen.add(key)
                found.append((owner, passage.start + start, passage.start + end, cut))
    return found


@lru_cache(maxsize=_PASSAGES_KEPT)
def _told(text: str) -> tuple[tuple[int, int, Pieces], ...]:
    """The sentences of a passage that tell something; kept for the next question."""
    units = ((start, end, pieces(text[start:end])) for start, end in _units(text))
    return tuple(
        (start, end, cut)
        for start, end, cut in units
        if cut.row and not _MARKUP.fullmatch(cut.text.strip()) and not _heads(text, end)
    )


def _heads(text: str, end: int) -> bool:
    """Whether what ends there is the line that names the columns of a table."""
    over_parted = headers_in(text)[text.count("\n", 0, end) + 1 :]
    if over_parted and over_parted[0]:
        return text[:end].endswith(over_parted[0].strip())
    return text.startswith("\n|", end) and is_rule(text[end + 1 :].partition("\n")[0])


def _units(text: str) -> Iterator[Span]:
    """Sentences; a long one that semicolons join is read statement by statement, unless it is the row of a table."""
    for start, end in sentences(text):
        if end - start <= LONG or is_row(text[start:end]):
            yield Span(start, end)
            continue
        cuts = [mark.end() for mark in _SEMICOLON.finditer(text, start, end) if mark.end() < end]
        for first, last in pairwise([start, *cuts, end]):
            yield Span(first + len(text[first:last]) - len(text[first:last].lstrip()), last)


def features_of(question: str, words: Sequence[QueryTerm], hits: Sequence[Hit], found: Sequence[Found]) -> FloatMatrix:
    """(sentences, FEATURES) of the sentences found in hits."""
    matching = match(words, [cut for *_, cut in found], EmbeddedModel.load().word_vectors)
    headings = np.array([_in_headings(hit, words) for hit in hits], dtype=np.float32).reshape(len(hits), -1).T
    owners = np.array([owner for owner, *_ in found], dtype=np.int64)
    return sentence_features(matching, hits, owners, headings, asked(question))


def _log_odds(hits: Sequence[Hit], found: Sequence[Found]) -> FloatVector:
    """(sentences,): those of the best sentence of reranking that each is of; the least of all where there is none."""
    odds = [
        max((each.log_odds for each in hits[owner].sentences if each.start < end and start < each.end), default=np.nan)
        for owner, start, end, _ in found
    ]
    known = [each for each in odds if not np.isnan(each)]
    return np.nan_to_num(np.array(odds, dtype=np.float32), nan=min(known, default=0.0))


def _in_headings(hit: Hit, words: Sequence[QueryTerm]) -> list[float]:
    """How surely each word of a question stands in the passage's title or the headings above it."""
    above = terms_kept(hit.passage.above)
    return [max((p for term, p in word.alternatives if term in above), default=0.0) ** 0.5 for word in words]


def _standard(scores: FloatVector) -> FloatVector:
    return np.asarray((scores - scores.mean()) / max(float(scores.std()), 1e-6), dtype=np.float32)
