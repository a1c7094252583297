"""The likeliest sentences looked at once more: each word of the question beside what matches it there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.model import EmbeddedModel, unit
from index.query import Query
from index.reranking.network import RerankingNetwork
from index.reranking.shown import LONGEST, asked_terms, looks_of, looks_of_words
from index.spelt import heard_in
from index.types import FloatMatrix, FloatVector
from qa.reading.matching import Matching
from qa.reading.pieces import Pieces
from qa.reading.rank_features import FEATURES
from qa.reading.reader_features import in_chinese

LOOKED_AT = 16  # sentences
TOLD = len(FEATURES) + 7
PATH = Path(__file__).parents[1] / "data" / "second-look.npz"
_SCALE = 0.6  # brings the best as far ahead of the others, at the median, as the ranker has them
_MOST = 5.0  # standard deviations that a feature may be away


@dataclass(frozen=True, slots=True, eq=False)
class Ranked:
    """The sentences found for a question, all of them, as the ranker sees and scores them.

    `owners` (sentences,) are their hits, `headings` (words, hits) how surely each word stands above them. `features`
    (sentences, FEATURES) are standardised; `ranked`, `reread` and `scores` (sentences,) are the ranker's scores, the
    log-odds of reranking, and both together.
    """

    query: Query
    matching: Matching
    owners: NDArray[np.int64]
    headings: FloatMatrix
    features: FloatMatrix
    ranked: FloatVector
    reread: FloatVector
    scores: FloatVector


@dataclass(frozen=True, slots=True, eq=False)
class Likeliest:
    """What the network is shown of some sentences, as `index.reranking.network.Compared` has it.

    `terms` are the pieces that match each word best, for each sentence; `behind` (sentences,) tells how far the score
    of each is behind the best's.
    """

    asked: FloatMatrix
    words: FloatMatrix
    looks: FloatMatrix
    aligned: FloatMatrix
    vectors: FloatMatrix
    told: FloatMatrix
    terms: list[list[str]]
    behind: FloatVector


def second_look(found: Ranked) -> FloatVector:
    """(sentences,) scores, comparable as `found.scores` are: the likeliest by what the network makes of them too.

    The others stay behind these as they stood. So do all where the first holds a name that sounds like one asked about:
    nothing in its vectors tells the network that it is the same.
    """
    order = np.argsort(-found.scores, kind="stable")
    chosen, rest = order[:LOOKED_AT], order[LOOKED_AT:]
    seen = None if _heard(found.query, found.matching.sentences[order[0]]) else likeliest(found, chosen)
    if seen is None:
        return found.scores
    network = RerankingNetwork.load(PATH)
    scores = found.scores.copy()
    scores[chosen] += network.sentences(seen) / network.prior
    scores[rest] += scores[chosen].min() - found.scores[chosen[-1]]
    return np.asarray(_SCALE * scores, dtype=np.float32)


def _heard(query: Query, sentence: Pieces) -> bool:
    """Whether a name stands in it that some word of the question sounds like."""
    sounds = {name for word in query.terms for name, _ in word.sounds}
    return any(piece.term in sounds for piece in sentence.row) or any(heard_in(query.terms, sentence.text))


def likeliest(found: Ranked, chosen: NDArray[np.int64]) -> Likeliest | None:
    """The sentences at some places of those found; None where the question has no word."""
    words, matching = found.query.terms[:LONGEST], found.matching
    count = len(words)
    if not count:
        return None
    model = EmbeddedModel.load()
    written, meant = (matching.by_sentence(each)[:count] for each in (matching.written, matching.meant))
    rarity = matching.weights[:count] / matching.weights[:count].sum()
    matched = looks_of(written, meant, found.headings[:count], rarity, found.owners)[:, chosen]
    alone = looks_of_words(found.query, words, model.word_vectors([word.term for word in words]), len(chosen))
    best = [matching.best_in(place)[:count].argmax(axis=1) for place in chosen.tolist()]
    cut = [matching.sentences[place] for place in chosen.tolist()]
    return Likeliest(
        unit(model.word_vectors(asked_terms(found.query))),
        matching.question[:count],
        np.concatenate([matched, alone], axis=2),
        np.stack([matching.rows([n])[first] for n, first in zip(chosen.tolist(), best, strict=True)], axis=1),
        matching.of(chosen.tolist()).means(),
        _told(found, chosen, count),
        [[each.row[n].term for n in first.tolist()] for each, first in zip(cut, best, strict=True)],
        found.scores[chosen] - found.scores.max(),
    )


def _told(found: Ranked, chosen: NDArray[np.int64], count: int) -> FloatMatrix:
    """(sentences, TOLD): the features of each, how far it is behind the best, and what the question is."""
    behind = [each[chosen] - each.max() for each in (found.ranked, found.reread, found.scores)]
    in_question = np.full(len(chosen), in_chinese(found.query.text))
    in_sentence = [found.matching.sentences[place].has("chinese") for place in chosen.tolist()]
    whole = [in_question, np.array(in_sentence), np.full(len(chosen), count / 10), np.arange(len(chosen)) / LOOKED_AT]
    features = np.clip(found.features[chosen], -_MOST, _MOST)
    return np.concatenate([features, np.stack([*behind, *whole], axis=1)], axis=1).astype(np.float32)
