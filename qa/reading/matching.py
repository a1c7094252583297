"""How well every piece of some sentences matches every word of a question: as written, translated, and in meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise, product

import numpy as np
from numpy.typing import NDArray

from index.model import unit
from index.query import Forms, QueryTerm, forms_of
from index.spelt import heard_in
from index.translate import translations
from index.types import FloatMatrix, FloatVector
from qa.reading.forms.abbreviations import Spelt, is_abbreviation, places_of, spelt
from qa.reading.pieces import SENTENCES_KEPT, Pieces, Run

Vectors = Callable[[Sequence[str]], FloatMatrix]
_SAME = 0.9
_ABBREVIATED = 0.8
_LEVELS = frozenset("国省市州县区镇乡村")  # 市文化馆 is no other sort of 文化馆
_SAID = 0.3  # from which a character that makes a word longer is one of the question
_LIKELY = 0.05  # the least probability of a piece's translation
_QUESTIONS_KEPT = 4  # that are matched with the same sentences again and again before they are answered


@dataclass(frozen=True, eq=False)
class Matching:
    """`written` and `meant` are (words of the question, pieces of all sentences in a row).

    `written` is the square root of the translation's probability, of the word by the piece or of the piece by the word,
    whichever is greater (1 for the word itself); `meant` the cosine of the vectors, 0 where there is none. `bounds` are
    the sentences' first pieces, and the end. `weights`, one for each word of the question, is larger the fewer of these
    sentences hold it; they sum to 1. `question` are the vectors of the question's words.
    """

    sentences: tuple[Pieces, ...]
    bounds: NDArray[np.int64]
    written: FloatMatrix
    meant: FloatMatrix
    weights: FloatVector
    question: FloatMatrix
    vectors: Vectors

    def rows(self, places: Sequence[int] | None = None) -> FloatMatrix:
        """(pieces, dimension) unit vectors of the pieces of some sentences in a row, of all unless told."""
        chosen = self.sentences if places is None else [self.sentences[place] for place in places]
        nothing = np.zeros((0, self.question.shape[1]), dtype=np.float32)
        return np.concatenate([nothing, *(rows_of(sentence, self.vectors) for sentence in chosen)])

    def means(self) -> FloatMatrix:
        """(sentences, dimension): the unit vector of each sentence."""
        return np.stack([mean_of(sentence, self.vectors) for sentence in self.sentences])

    def best(self) -> FloatMatrix:
        """The better of the two ways to match."""
        return self._best

    @cached_property
    def _best(self) -> FloatMatrix:
        return np.maximum(self.written, self.meant)

    def columns(self, place: int) -> slice:
        """The pieces of one sentence among all."""
        return slice(int(self.bounds[place]), int(self.bounds[place + 1]))

    def named(self, place: int) -> NDArray[np.bool_]:
        """Which pieces of a sentence the question says, in its words or as surely translated, (pieces,)."""
        return np.asarray((self.written[:, self.columns(place)] > _SAME).any(axis=0), dtype=np.bool_)

    def best_in(self, place: int) -> FloatMatrix:
        """`best` of one sentence, (words, pieces)."""
        return self._best[:, self.columns(place)]

    def of(self, chosen: Sequence[int]) -> Matching:
        """The same for some of the sentences only; the words keep the weights they have among all."""
        columns = np.concatenate([np.arange(self.bounds[n], self.bounds[n + 1]) for n in chosen])
        sizes = [int(self.bounds[n + 1] - self.bounds[n]) for n in chosen]
        return Matching(
            tuple(self.sentences[n] for n in chosen),
            np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64),
            self.written[:, columns],
            self.meant[:, columns],
            self.weights,
            self.question,
            self.vectors,
        )

    def by_sentence(self, matches: FloatMatrix) -> FloatMatrix:
        """(words, sentences): the best match of each word in each sentence."""
        return np.maximum.reduceat(matches, self.bounds[:-1], axis=1)


def match(words: Sequence[QueryTerm], sentences: Sequence[Pieces], vectors: Vectors) -> Matching:
    """The matches of a question's words in sentences, none of which may be empty."""
    looked_for = _looked_for(tuple(words), vectors)
    found = looked_for.in_each(sentences)
    written, meant = (np.concatenate([each[way] for each in found], axis=1) for way in (0, 1))
    bounds = _bounds(sentences)
    held = np.maximum.reduceat(written, bounds[:-1], axis=1) > 0.3 if words else np.zeros((0, 1), dtype=bool)
    return Matching(tuple(sentences), bounds, written, meant, _weights(held), looked_for.question, vectors)


@dataclass(frozen=True, slots=True, eq=False)
class _LookedFor:
    """The words of a question with all that they may be, and how they match the sentences met so far."""

    words: tuple[QueryTerm, ...]
    forms: Forms
    short: list[tuple[int, str]]  # the words that may be abbreviations
    spelt: Spelt  # what all of them may be shortened to
    question: FloatMatrix
    vectors: Vectors
    met: dict[Pieces, tuple[FloatMatrix, FloatMatrix]] = field(default_factory=dict)

    def in_each(self, sentences: Sequence[Pieces]) -> list[tuple[FloatMatrix, FloatMatrix]]:
        """(words, pieces) as written and as meant, for each of some sentences."""
        new = [sentence for sentence in dict.fromkeys(sentences) if sentence not in self.met]
        if new:
            bounds = _bounds(new)
            written = _written(self, new, bounds)
            rows = np.concatenate([rows_of(sentence, self.vectors) for sentence in new])
            meant = np.maximum(self.question @ rows.T, 0)
            for sentence, (start, end) in zip(new, pairwise(bounds.tolist()), strict=True):
                for longer, alone in _longer(sentence):
                    said = max(written[:, start + longer - 1], default=0) >= _SAID
                    others = [start + place for place in (alone if said else [longer])]
                    written[:, others] = meant[:, others] = 0
                self.met[sentence] = written[:, start:end], meant[:, start:end]
        return [self.met[sentence] for sentence in sentences]


@lru_cache(maxsize=_QUESTIONS_KEPT)
def _looked_for(words: tuple[QueryTerm, ...], vectors: Vectors) -> _LookedFor:
    spellings = spelt(enumerate(word.term for word in words))
    short = [(row, word.term) for row, word in enumerate(words) if is_abbreviation(word.term)]
    question = unit(vectors([word.term for word in words]))
    return _LookedFor(words, forms_of(words), short, spellings, question, vectors)


def _bounds(sentences: Sequence[Pieces]) -> NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum([len(sentence.row) for sentence in sentences])]).astype(np.int64)


@lru_cache(maxsize=SENTENCES_KEPT)
def mean_of(sentence: Pieces, vectors: Vectors) -> FloatVector:
    """The unit vector of the sum of them all."""
    return np.asarray(unit(rows_of(sentence, vectors).sum(axis=0, keepdims=True))[0], dtype=np.float32)


@lru_cache(maxsize=SENTENCES_KEPT)
def rows_of(sentence: Pieces, vectors: Vectors) -> FloatMatrix:
    """The unit vectors of the pieces; kept, because the same sentences are read for one question after another."""
    return unit(vectors([piece.term for piece in sentence.row]))


def _written(asked: _LookedFor, sentences: Sequence[Pieces], bounds: NDArray[np.int64]) -> FloatMatrix:
    words, wanted = asked.words, asked.forms
    written = np.zeros((len(words), int(bounds[-1])), dtype=np.float32)
    sounding = any(word.sounds for word in words)
    for sentence, offset in zip(sentences, bounds.tolist(), strict=False):
        standing = _standing(sentence)
        for term in wanted.keys() & standing.keys():
            for (row, strength), (first, last) in product(wanted[term], standing[term]):
                part = written[row, offset + first : offset + last]
                np.maximum(part, strength, out=part)
        for name in heard_in(words, sentence.text) if sounding else ():
            first, last = sentence.touched(name.start, name.end)
            part = written[name.word, offset + first : offset + last]
            np.maximum(part, name.strength, out=part)
        for row, place in _abbreviated(asked, sentence):
            written[row, offset + place] = max(written[row, offset + place], _ABBREVIATED)
        translated = _translated(sentence)
        for row, word in enumerate(words):
            for place, strength in translated.get(word.term, ()):
                written[row, offset + place] = max(written[row, offset + place], strength)
    return written


@lru_cache(maxsize=SENTENCES_KEPT)
def _standing(sentence: Pieces) -> dict[str, list[Run]]:
    """For each term the runs of pieces that carry it."""
    found: dict[str, list[Run]] = {}
    for place, piece in enumerate(sentence.row):
        found.setdefault(piece.term, []).append((place, place + 1))
    for term, first, last in sentence.others:
        found.setdefault(term, []).append((first, last))
    return found


def _abbreviated(asked: _LookedFor, sentence: Pieces) -> Iterator[tuple[int, int]]:
    """Each word of the question and each piece of which one is part of what the other is short for."""
    for place, term in _abbreviations(sentence):
        yield from ((row, place) for row in places_of(term, asked.spelt))
    for row, term in asked.short:
        if all(term != piece.term for piece in sentence.row):
            yield from ((row, place) for place in places_of(term, _spelt(sentence)))


@lru_cache(maxsize=SENTENCES_KEPT)
def _abbreviations(sentence: Pieces) -> tuple[tuple[int, str], ...]:
    return tuple((place, piece.term) for place, piece in enumerate(sentence.row) if is_abbreviation(piece.term))


@lru_cache(maxsize=SENTENCES_KEPT)
def _longer(sentence: Pieces) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Each word that one character makes longer, 产假 in 陪产假, and where it stands by itself."""
    row, words = sentence.row, sentence.column("chinese") * (1 - sentence.column("stop"))
    behind_word = [n > 0 and bool(words[n - 1]) and row[n - 1].end == row[n].start for n in range(len(row))]
    longer = [
        place
        for place, follows in enumerate(behind_word)
        if follows and not behind_word[place - 1] and len(row[place].term) > 1 and words[place]
        if len(row[place - 1].term) == 1 and row[place - 1].term not in _LEVELS
    ]
    alone = {
        place: tuple(n for n, piece in enumerate(row) if piece.term == row[place].term and not behind_word[n])
        for place in longer
    }
    return tuple((place, others) for place, others in alone.items() if others)


@lru_cache(maxsize=SENTENCES_KEPT)
def _spelt(sentence: Pieces) -> dict[str, list[int]]:
    return spelt((place, piece.term) for place, piece in enumerate(sentence.row))


@lru_cache(maxsize=SENTENCES_KEPT)
def _translated(sentence: Pieces) -> dict[str, list[tuple[int, float]]]:
    """The terms of the other language that pieces may be: where each stands, and how strongly it matches."""
    found: dict[str, list[tuple[int, float]]] = {}
    for place, piece in enumerate(sentence.row):
        for term, probability in translations(piece.term):
            if probability >= _LIKELY:
                found.setdefault(term, []).append((place, probability**0.5))
    return found


def _weights(held: NDArray[np.bool_]) -> FloatVector:
    """The question words' shares of the whole rarity; `held` is (words, sentences)."""
    rarity = np.log(1 + (held.shape[1] + 1) / (held.sum(axis=1) + 0.5))
    return np.asarray(rarity / max(rarity.sum(), 1e-9), dtype=np.float32)
