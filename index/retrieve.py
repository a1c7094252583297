"""Searching: words and vectors, each language ranked apart, fused into one ranking, its best reranked."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.build import Parts
from index.contents import CHINESE, DocumentEntry
from index.files import release
from index.foreign import named_abroad
from index.fuse import calibration_of, fused, seated
from index.keywords import Keywords
from index.pairs import SHARE, Pairs
from index.query import Query, QueryTerm
from index.reranking import Reread, reread
from index.sounding import Sounding
from index.spelt import Collection as Spelt
from index.types import FloatVector, Hit, Match, Part
from index.vectors import best_places

_CANDIDATES = 60  # passages that each leg puts forward in each language, or as many as are asked for
RERANKED = 12  # passages at most, the best of all languages together
_BEHIND = 4.0  # a score so far behind the best of its language leaves no doubt: reranking such passages wins nothing
_OTHER = 1.0  # log-odds that a passage in the other language must be ahead of one in that of the question
_NAMED = 3.0  # and that a passage has for a name that stands in the other language only
_SAME, _APART = 0.6, 0.15  # cosine from which two passages are taken to tell the same; and ahead of any third
_PHRASES = 0.25  # of a phrase's score is added to those of its words


@dataclass(frozen=True, slots=True)
class Searched:
    """All that one search reads; replaced as a whole when documents change."""

    parts: Parts
    keywords: Keywords
    pairs: Pairs
    sounding: Sounding
    ids: NDArray[np.int64]
    documents: dict[str, int]  # the place of each among the documents, by its id

    @classmethod
    def of(cls, parts: Parts) -> Searched:
        """The parts of an index with what is worked out from them once."""
        documents = {entry.id: place for place, entry in enumerate(parts.contents.documents)}
        ids = np.ascontiguousarray(parts.contents.passages["id"])
        groups = parts.contents.groups()
        pairs = Pairs(parts.pairs, groups)
        return cls(parts, Keywords(parts.words, groups, pairs), pairs, Sounding(parts.names), ids, documents)

    def entry(self, document_id: str) -> DocumentEntry:
        """A document's entry; KeyError for an unknown id."""
        return self.parts.contents.documents[self.documents[document_id]]

    @property
    def collection(self) -> Spelt:
        """What is asked of it to find the names that a question spells."""
        chinese = frozenset(group == CHINESE for group, store in self.parts.stores.items() if len(store))
        return Spelt(chinese, self.pairs, self.keywords.rows, self.sounding)

    def release(self) -> None:
        """Give back the memory that a search has mapped."""
        release(self.parts.contents.text)
        release(self.parts.contents.terms)
        self.parts.words.release()


@dataclass(frozen=True, slots=True)
class _Candidates:
    """Passages put forward by either leg: rows, language group, each leg's score and the fused one, (candidates,)."""

    rows: NDArray[np.int64]
    groups: NDArray[np.int8]
    words: FloatVector
    cosines: FloatVector
    scores: FloatVector


def search(
    searched: Searched,
    query: Query,
    k: int,
    explain: bool = False,
    rerank: bool = True,
    within: Collection[str] = (),
) -> list[Hit]:
    """The k best passages for a query, of the documents `within` alone where any are given.

    A word the passages do not know never filters anything out.

    The best are reranked by how well their sentences answer, and get the scores of the places that they come to.
    """
    groups = [group for group, store in searched.parts.stores.items() if len(store)]
    limit = max(k, _CANDIDATES)
    rows = _rows_of(searched, within) if within else None
    found = _joined([_candidates(searched, query, group, limit, rows) for group in groups])
    order = seated(np.lexsort((found.rows, -found.scores)), found.groups, max(k, RERANKED))
    scores = found.scores[order].tolist()
    rereadings = _reread(searched, query, found, _in_doubt(found, order[:RERANKED])) if rerank else {}
    if rereadings:
        order[:RERANKED] = _reordered(searched, found, order[:RERANKED], rereadings, query)
    word_ranks, vector_ranks = _ranks(found.words), _ranks(found.cosines)
    odds = sorted((each.log_odds for each in rereadings.values()), reverse=True)
    hits = []
    for rank, (place, score) in enumerate(zip(order[:k].tolist(), scores, strict=False), 1):
        row = int(found.rows[place])
        terms = (*query.terms, *query.phrases)
        words, names = _matches(searched.keywords, terms, row) if explain else ((), ())
        read = rereadings.get(place) or Reread(searched.parts.contents.passage(row))
        parts = (
            Part("words", int(word_ranks[place]), float(found.words[place]), words),
            *([Part("names", 1, max(name.probability for name in names), names)] if names else []),
            Part("vectors", int(vector_ranks[place]), float(found.cosines[place])),
            *([Part("sentences", odds.index(read.log_odds) + 1, read.log_odds)] if read.sentences else []),
        )
        hits.append(Hit(read.passage, row, score, rank, parts, read.sentences))
    searched.release()
    return hits


def _in_doubt(found: _Candidates, first: NDArray[np.int64]) -> list[int]:
    """Those of some candidates that may be the best of their language."""
    groups, scores = found.groups[first], found.scores[first]
    best = {group: scores[groups == group].max() for group in np.unique(groups).tolist()}
    behind = np.array([best[group] for group in groups.tolist()]) - scores
    return list(first[behind <= _BEHIND].tolist())


def _reread(searched: Searched, query: Query, found: _Candidates, first: Sequence[int]) -> dict[int, Reread]:
    """What reranking makes of some candidates, by their place."""
    contents, rows = searched.parts.contents, found.rows[list(first)].tolist()
    passages, kept = [contents.passage(row) for row in rows], [contents.terms_of(row) for row in rows]
    scores = np.stack([found.scores[first], found.words[first], found.cosines[first]], axis=1)
    return dict(zip(first, reread(query, passages, kept, scores), strict=True))


def _reordered(
    searched: Searched,
    found: _Candidates,
    first: NDArray[np.int64],
    rereadings: Mapping[int, Reread],
    query: Query,
) -> NDArray[np.int64]:
    """Candidates by their log-odds, the language of the question preferred, each language with its seats.

    Where only passages of the other language have a name that the question writes in its script, those are preferred.

    Those that were not read again come after them as they stood. Of two that tell the same, the one in the language of
    the question gets the better place.
    """
    odds = np.array([rereadings[place].log_odds if place in rereadings else -np.inf for place in first.tolist()])
    own = (found.groups[first] == CHINESE) == query.language.chinese
    there = [place in rereadings for place in first.tolist()]
    named = np.zeros(len(first), dtype=np.bool_)
    named[there] = named_abroad(query, [rereadings[place].passage for place in first[there].tolist()])
    odds += _NAMED * named if named.any() else -_OTHER * ~own
    for one, other in _told_twice(searched, found, first, own):
        odds[[one, other]] = max(odds[one], odds[other]), min(odds[one], odds[other])
    return seated(first[np.argsort(-odds, kind="stable")], found.groups, len(first))


def _told_twice(
    searched: Searched, found: _Candidates, first: NDArray[np.int64], own: NDArray[np.bool_]
) -> list[tuple[int, int]]:
    """Pairs of candidates that tell the same in two languages, the `own` one first: like each other, and no third."""
    ids, groups = searched.ids[found.rows[first]], found.groups[first]
    ones, others = np.flatnonzero(own), np.flatnonzero(~own)
    if not len(ones) or not len(others):
        return []
    held, told = (searched.parts.stores[groups[each[0]]].reconstruct(ids[each]) for each in (ones, others))
    alike = held @ told.T
    pairs = []
    for n, m in enumerate(alike.argmax(axis=1).tolist()):
        third = max(np.delete(alike[n], m).max(initial=0), np.delete(alike[:, m], n).max(initial=0))
        if alike[n, m] >= max(_SAME, third + _APART):
            pairs.append((int(ones[n]), int(others[m])))
    return pairs


def _rows_of(searched: Searched, documents: Collection[str]) -> NDArray[np.int64]:
    """The rows of the passages of some documents."""
    places = [searched.documents[each] for each in documents if each in searched.documents]
    return np.flatnonzero(np.isin(searched.parts.contents.passages["document"], places))


def _candidates(
    searched: Searched, query: Query, group: int, limit: int, only: NDArray[np.int64] | None
) -> _Candidates:
    """Those of one language group; all of the rows `only` where they are given."""
    words = searched.keywords.scores(query.terms, group)
    most = searched.keywords.most(query.terms, group)
    coverage = words / np.float32(most) if most > 0 else words
    if group == CHINESE and query.phrases:
        words = words + np.float32(_PHRASES) * searched.keywords.scores(query.phrases, group)
    if group == CHINESE and query.language.chinese:
        words = words + np.float32(SHARE) * searched.pairs.scores(query.text)
    if only is None:
        holding = np.flatnonzero(words)
        rows = np.union1d(holding[best_places(words[holding], limit)], _by_vectors(searched, query, group, limit))
    else:
        rows = only[searched.parts.contents.groups()[only] == group]
    vectors = searched.parts.stores[group].reconstruct(searched.ids[rows])
    cosines = (vectors @ query.vector).astype(np.float32)
    calibration = calibration_of(query.language.chinese, group == CHINESE)
    scores = fused(words[rows], cosines, coverage[rows], calibration)
    return _Candidates(rows, np.full(len(rows), group, np.int8), words[rows], cosines, scores)


def _by_vectors(searched: Searched, query: Query, group: int, limit: int) -> NDArray[np.int64]:
    if not query.vector.any():
        return np.zeros(0, np.int64)
    _, found = searched.parts.stores[group].search(query.vector[None], limit)
    return np.searchsorted(searched.ids, found[found >= 0])


def _joined(candidates: Sequence[_Candidates]) -> _Candidates:
    return _Candidates(
        np.concatenate([np.zeros(0, np.int64), *(each.rows for each in candidates)]),
        np.concatenate([np.zeros(0, np.int8), *(each.groups for each in candidates)]),
        np.concatenate([np.zeros(0, np.float32), *(each.words for each in candidates)]),
        np.concatenate([np.zeros(0, np.float32), *(each.cosines for each in candidates)]),
        np.concatenate([np.zeros(0, np.float32), *(each.scores for each in candidates)]),
    )


def _ranks(scores: FloatVector) -> NDArray[np.int64]:
    """Each score's place from the best, counting from 1."""
    ranks = np.empty(len(scores), np.int64)
    ranks[np.argsort(-scores, kind="stable")] = np.arange(1, len(scores) + 1)
    return ranks


def _matches(keywords: Keywords, terms: Sequence[QueryTerm], row: int) -> tuple[tuple[Match, ...], tuple[Match, ...]]:
    """What stands in a row of all that the words of a question may be, and of the names that sound like them."""
    words = [
        Match(term.term, *each)
        for term in terms
        for each in keywords.held((*term.alternatives, *term.paraphrases), row)
    ]
    names = [Match(term.term, *each) for term in terms for each in keywords.held_names(term.sounds, row)]
    return tuple(words), tuple(names)
