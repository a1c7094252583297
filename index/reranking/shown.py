"""What the reranking network is shown: every word of a question beside what matches it in every sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from corpus import Passage
from index.model import EmbeddedModel, unit
from index.query import Forms, Query, QueryTerm, forms_of
from index.reranking.cut import Cut
from index.spelt import HeardName, heard_in
from index.types import FloatMatrix, FloatVector
from index.words import TokenKind, is_chinese, terms_kept, tokens

LOOKS = (
    "written", "meant", "written in passage", "matched in passage", "matched before", "matched after",
    "in heading", "rarity", "rarity to greatest", "behind best", "ahead of rivals",
    "chinese", "digits", "capitalised", "place", "weight", "translated",
)  # fmt: skip
PASSAGE_LOOKS = ("score", "words", "vectors", "behind best", "similarity", "rank")
BEHIND_BEST = PASSAGE_LOOKS.index("behind best")
_SENTENCES = 4  # of a passage
_LONGEST = 20  # words of a question, and
_LONGEST_ASKED = 32  # of it with its stop words
_HELD = 0.3  # how well a word is matched at least where it is held
_HEAVIEST = 9.0


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """`asked` (words of the question, dimension) with its stop words, `words` (words, dimension) without them.

    Of every passage some sentences are shown, one after another: `owners` (sentences,) are their passages, `numbers`
    (sentences,) their places in those. `looks` is (words, sentences, LOOKS), `aligned` (words, sentences, dimension)
    what matches each word best, which `terms` names for each sentence. `vectors` (sentences, dimension) and
    `sentence_looks` are of the sentences, `passage_looks` (passages, PASSAGE_LOOKS) of the passages.
    """

    chinese: bool
    asked: FloatMatrix
    words: FloatMatrix
    looks: FloatMatrix
    aligned: FloatMatrix
    terms: list[list[str]]
    vectors: FloatMatrix
    sentence_looks: FloatMatrix
    owners: NDArray[np.int64]
    numbers: NDArray[np.int64]
    passage_looks: FloatMatrix


def shown(query: Query, passages: Sequence[Passage], cuts: Sequence[Cut], scores: FloatMatrix) -> Shown | None:
    """`scores` (passages, 3) are fused, by words and by vectors; None where there is nothing to compare."""
    words = query.terms[:_LONGEST]
    if not words or not any(each.terms for each in cuts):
        return None
    model = EmbeddedModel.load()
    own = model.word_vectors([word.term for word in words])
    vectors, forms = unit(own), forms_of(words)
    heard = [list(heard_in(words, passage.text)) for passage in passages]
    found = [_matched(vectors, forms, *each) for each in zip(cuts, heard, strict=True)]
    written, meant = (np.concatenate([each[part] for each in found], axis=1) for part in (0, 1))
    owners = np.repeat(np.arange(len(cuts)), [len(each.starts) for each in cuts])
    rarity = np.log(1 + (len(owners) + 1) / ((written > _HELD).sum(axis=1) + 0.5))
    chosen = _chosen(rarity @ np.maximum(written, meant), owners)
    looks = _looks_of(written, meant, _in_headings(forms, passages, len(words)), rarity / rarity.sum(), owners)
    numbers = (np.arange(len(owners)) - np.searchsorted(owners, owners))[chosen]
    owners = owners[chosen]
    places = list(zip(owners.tolist(), numbers.tolist(), strict=True))
    best = [(cuts[owner], _best_terms(cuts[owner], found[owner][2], number)) for owner, number in places]
    return Shown(
        query.language.chinese,
        unit(model.word_vectors(asked_terms(query))),
        vectors,
        np.concatenate([looks[:, chosen], _looks_of_words(query, words, own, len(chosen))], axis=2),
        np.stack([each.rows[first] for each, first in best], axis=1),
        [[each.terms[n] for n in first.tolist()] for each, first in best],
        np.stack([cuts[owner].vectors[number] for owner, number in places]),
        np.stack([cuts[owner].looks[number] for owner, number in places]),
        owners,
        numbers,
        _passage_looks(scores),
    )


def asked_terms(query: Query) -> list[str]:
    """The words of a question in their order, stop words among them."""
    found = (token.term for token in tokens(query.text) if token.kind in (TokenKind.WORD, TokenKind.STOP))
    return list(islice(found, _LONGEST_ASKED))


def _matched(
    vectors: FloatMatrix, forms: Forms, held: Cut, heard: Iterable[HeardName]
) -> tuple[FloatMatrix, FloatMatrix, FloatMatrix]:
    """Of one passage (words, sentences) as written or translated and in meaning, and (words, terms) the better.

    `heard` are the names heard that stand in it; one that is cut in two is matched by its longest part.
    """
    meant = np.maximum(vectors @ held.rows.T, 0)
    written = np.zeros_like(meant)
    for term in forms.keys() & held.numbers.keys():
        for word, strength in forms[term]:
            written[word, held.numbers[term]] = max(written[word, held.numbers[term]], strength)
    for each in heard:
        parts = [place for place, term in enumerate(held.terms) if term in each.name]
        if parts:
            longest = max(parts, key=lambda place: len(held.terms[place]))
            written[each.word, longest] = max(written[each.word, longest], each.strength)
    best = np.maximum(written, meant)
    if not held.terms:
        return written, meant, best
    by_sentence = (np.maximum.reduceat(each[:, held.places], held.starts, axis=1) for each in (written, meant))
    return *by_sentence, best


def _chosen(strength: FloatVector, owners: NDArray[np.int64]) -> NDArray[np.int64]:
    """The sentences of each passage that match the question best, in their order."""
    best = np.lexsort((-strength, owners))
    within = np.arange(len(owners)) - np.searchsorted(owners, owners)
    return np.sort(best[within < _SENTENCES])


def _best_terms(held: Cut, best: FloatMatrix, number: int) -> NDArray[np.int64]:
    """(words,): which term of a sentence matches each word best, the first of equal ones."""
    places = held.terms_of(number)
    return np.asarray(places[best[:, places].argmax(axis=1)], dtype=np.int64)


def _in_headings(forms: Forms, passages: Sequence[Passage], count: int) -> FloatMatrix:
    """(words, passages): how well each word is matched by what stands above a passage."""
    found = np.zeros((count, len(passages)), dtype=np.float32)
    for place, passage in enumerate(passages):
        for term in forms.keys() & terms_kept(passage.above):
            for word, strength in forms[term]:
                found[word, place] = max(found[word, place], strength)
    return found


def _looks_of(
    written: FloatMatrix, meant: FloatMatrix, heading: FloatMatrix, rarity: FloatVector, owners: NDArray[np.int64]
) -> FloatMatrix:
    """(words, sentences, LOOKS) of how they match, but of what a word is by itself."""
    best = np.maximum(written, meant)
    opens = np.diff(owners, prepend=-1) != 0
    firsts = np.flatnonzero(opens)
    place = np.cumsum(opens) - 1  # among the passages that have sentences
    matched = np.maximum.reduceat(best, firsts, axis=1)
    before = np.where(opens, 0, np.roll(best, 1, axis=1))
    after = np.where(np.roll(opens, -1), 0, np.roll(best, -1, axis=1))
    share = np.broadcast_to(rarity[:, None], best.shape)
    return np.stack(
        [
            written,
            meant,
            np.maximum.reduceat(written, firsts, axis=1)[:, place],
            matched[:, place],
            before,
            after,
            heading[:, owners],
            share,
            share / share.max(),
            best - best.max(axis=1, keepdims=True),
            (matched - _rival(matched))[:, place],
        ],
        axis=2,
    ).astype(np.float32)


def _rival(matched: FloatMatrix) -> FloatMatrix:
    """(words, passages): the best match in any passage that matches better or worse, the second best for the best."""
    if matched.shape[1] == 1:
        return np.zeros_like(matched)
    ordered = np.sort(matched, axis=1)
    best, second = ordered[:, -1:], ordered[:, -2:-1]
    return np.where(matched == best, second, best)


def _looks_of_words(query: Query, words: Sequence[QueryTerm], vectors: FloatMatrix, count: int) -> FloatMatrix:
    """(words, sentences, LOOKS) of what each word is by itself."""
    lengths = np.minimum(np.linalg.norm(vectors, axis=1), _HEAVIEST).tolist()
    looks = [
        [
            is_chinese(word.term),
            any(map(str.isdigit, query.surface(word))),
            word.capitalised,
            word.start / len(query.text),
            length,
            len(word.alternatives) > 1,
        ]
        for word, length in zip(words, lengths, strict=True)
    ]
    return np.repeat(np.array(looks, dtype=np.float32)[:, None], count, axis=1)


def _passage_looks(scores: FloatMatrix) -> FloatMatrix:
    standard = (scores - scores.mean(axis=0)) / (scores.std(axis=0) + 1e-6)
    behind = scores[:, :1] - scores[:, :1].max()
    rank = 1 / (1 + np.arange(len(scores)))[:, None]
    return np.concatenate([standard, behind, scores[:, 2:], rank], axis=1).astype(np.float32)
