"""Training examples for the reader: questions, their paragraph's sentences among others, and where the answer is."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.query import QueryTerm, expressions_of, phrases_of, rephrased, together
from index.types import FloatMatrix, FloatVector
from index.words import Token, TokenKind, stem, tokens
from qa.question import Asked, asked
from qa.reading.matching import match
from qa.reading.pieces import Pieces, pieces
from qa.reading.read import focus_term, spaced
from qa.reading.reader_features import in_chinese, piece_features, question_features, word_pieces
from qa.reading.reader_network import GAP, LONGEST
from training.switching import Translations, switched_question, switched_text

Vectors = Callable[[Sequence[str]], FloatMatrix]
Split = Callable[[str], Sequence[tuple[int, int]]]
Row = dict[str, Any]
SENTENCES_READ = 5
OTHERS = 60  # paragraphs from which other sentences are drawn
VARIANTS = 4  # of each question: other sentences around its own, it or they put into the other language or not
AROUND = 3  # paragraphs whose sentences stand among its own
QUESTION_SWITCHED, SENTENCES_SWITCHED, KEPT_OUT = 0.3, 0.15, 0.12
SHARES = {"policyqa-dev": 0.25, "policyqa-test": 0.25, "drcd-dev": 0.5, "drcd-dev-simp": 0.6, "qed-dev(NQ)": 2.0}


@dataclass(frozen=True, slots=True, eq=False)
class Example:
    """Arrays of one question; `asked`, `words` and `pieces` are rows of the vocabulary, -1 in the gaps of the last."""

    asked: np.ndarray  # (asked pieces,) int32
    asked_looks: np.ndarray  # (asked pieces, SHAPES) float16
    pieces: np.ndarray  # (places,) int32
    features: np.ndarray  # (places, FEATURES) float16
    best: np.ndarray  # (words, places) float16
    words: np.ndarray  # (words,) int32
    weights: np.ndarray  # (words,) float16
    word_pieces: np.ndarray  # (words,) int32
    focus: int
    question: FloatVector
    gold: tuple[tuple[int, int], ...]  # empty: not there

    def renumbered(self, rows: NDArray[np.int32]) -> Example:
        """The same with row n of the vocabulary as `rows[n]`; the last of `rows` stands for none, -1."""
        named = {"asked": rows[self.asked], "pieces": rows[self.pieces], "words": rows[self.words]}
        return replace(self, **named, focus=int(rows[self.focus]))


@dataclass(frozen=True, slots=True)
class Question:
    """How it is asked in the language shown, what the wording of the original says, and the words to match."""

    text: str
    wording: Asked
    words: Sequence[QueryTerm]


class Vocabulary:
    """The terms seen, numbered as they come."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}

    def row(self, term: str) -> int:
        return self.rows.setdefault(term, len(self.rows))


def read_rows(path: Path) -> list[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def question_words(question: str, translations: Translations) -> list[QueryTerm]:
    """The words to match."""
    cut = tokens(question)
    phrases = tuple(phrases_of(question, cut))
    expressions = expressions_of(question, cut)
    return [
        QueryTerm(
            token.term,
            token.start,
            token.end,
            ((token.term, 1.0), *_others(token, translations)),
            together=together(token, phrases),
            paraphrases=rephrased(question, token, expressions),
        )
        for token in cut
        if token.kind is not TokenKind.STOP
    ]


def _others(token: Token, translations: Translations) -> list[tuple[str, float]]:
    if token.kind is TokenKind.QUANTITY:
        return []
    return [(term, p) for term, p in translations(token.term) if term != token.term]


def examples(
    rows: Sequence[Row],
    split: Split,
    translations: Translations,
    vectors: Vectors,
    vocabulary: Vocabulary,
    seed: int,
    count: int = VARIANTS,
    switched: bool = True,
) -> Iterator[tuple[Example, ...]]:
    """For each row so many variants, some of them `switched` into the other language.

    A row that has no answers has none in any variant, one whose sentence is kept out none in that one; a row whose
    answers lie in no one sentence is left out.
    """
    chance = random.Random(seed)
    sampled = chance.sample(list(rows), min(OTHERS, len(rows)))
    elsewhere = [[pieces(row["context"][start:end]) for start, end in split(row["context"])] for row in sampled]
    elsewhere_switched = [
        _switched(sentences, [[]] * len(sentences), translations, chance)[0] for sentences in elsewhere if switched
    ]
    for row in rows:
        spans = split(row["context"])
        own = [pieces(row["context"][start:end]) for start, end in spans]
        found = _gold(row, spans, own)
        if row["answers"] and not any(found):
            continue
        variants = []
        for _ in range(count):
            drawn = chance.random() if switched else 1.0
            question, shown, around = _question(row["question"], translations), (own, found), elsewhere
            if drawn < QUESTION_SWITCHED:
                question = _switched_question(row["question"], translations, chance)
            elif drawn < QUESTION_SWITCHED + SENTENCES_SWITCHED:
                told, gold = _switched(own, found, translations, chance)
                if any(gold):
                    shown, around = (told, gold), elsewhere_switched
            others = [each for sentences in chance.sample(around, min(AROUND, len(around))) for each in sentences]
            variants.append(_example(question, *shown, others, vectors, vocabulary, chance))
        yield tuple(variants)


def _switched(
    own: Sequence[Pieces], found: Sequence[Sequence[tuple[int, int]]], translations: Translations, chance: random.Random
) -> tuple[list[Pieces], list[list[tuple[int, int]]]]:
    """The sentences in the other language, and the runs of their pieces that are an answer."""
    told: list[Pieces] = []
    gold: list[list[tuple[int, int]]] = []
    for sentence, runs in zip(own, found, strict=True):
        text, places = switched_text(sentence.text, translations, chance)
        told.append(pieces(text))
        ends = [(places[first][0], places[last][1]) for first, last in runs]
        touched = [told[-1].touched(start, end) for start, end in ends if start < end]
        gold.append([(first, last - 1) for first, last in touched if last - first <= LONGEST])
    return told, gold


def _question(text: str, translations: Translations) -> Question:
    return Question(text, asked(text), question_words(text, translations))


def _switched_question(text: str, translations: Translations, chance: random.Random) -> Question:
    """A question put into the other language; its wording's patterns need the original."""
    wording, switched = asked(text), switched_question(text, translations, chance)
    unit, focus = (_translated(words, translations) for words in (wording.unit, focus_term(wording)))
    return Question(switched, replace(wording, unit=unit, focus=focus), question_words(switched, translations))


def _translated(term: str, translations: Translations) -> str:
    """The likeliest translation; "?" where there is none, so that it is still asked for and stands nowhere."""
    return next((other for other, _ in translations(stem(term))), "?") if term else ""


def _gold(row: Row, spans: Sequence[tuple[int, int]], own: Sequence[Pieces]) -> list[list[tuple[int, int]]]:
    """For each sentence the runs of pieces that are an answer."""
    found: list[list[tuple[int, int]]] = [[] for _ in spans]
    for answer in row["answers"]:
        start, end = answer["start"], answer["start"] + len(answer["text"].rstrip(" .。,"))
        for place, ((first, last), sentence) in enumerate(zip(spans, own, strict=True)):
            if first <= start and end <= last + 1 and end > start:
                touched = [n for n, p in enumerate(sentence.row) if p.end > start - first and p.start < end - first]
                if touched and touched[-1] - touched[0] < LONGEST:
                    found[place].append((touched[0], touched[-1]))
    return found


def _example(
    question: Question,
    own: Sequence[Pieces],
    found: Sequence[Sequence[tuple[int, int]]],
    others: Sequence[Pieces],
    vectors: Vectors,
    vocabulary: Vocabulary,
    chance: random.Random,
) -> Example:
    wording, words = question.wording, question.words
    places, pool = zip(*((n, sentence) for n, sentence in enumerate((*own, *others)) if sentence.row), strict=True)
    found = [found[n] for n in places if n < len(own)]
    whole = match(words, pool, vectors)
    meaning = whole.weights @ whole.by_sentence(whole.best()) if words else np.zeros(len(pool))
    kept_out = not any(found) or chance.random() < KEPT_OUT
    chosen = [n for n in np.argsort(-meaning, kind="stable") if not (kept_out and n < len(found) and found[n])]
    chosen = chosen[:SENTENCES_READ]
    if not kept_out and not any(n < len(found) and found[n] for n in chosen):
        chosen[-1] = next(n for n, runs in enumerate(found) if runs)
    chosen = sorted(chosen)
    # The words' weights come from the whole pool, as they do when a question is answered.
    read = whole.of(chosen)
    chinese = in_chinese(question.text)
    focused = focus_term(wording)
    focus = vectors([focused])[0] if focused else np.zeros(read.question.shape[1], dtype=np.float32)
    features = piece_features(read, wording, focus / max(float(np.linalg.norm(focus)), 1e-9), chinese)
    gold = tuple(
        (int(place) + first, int(place) + last)
        for n, place in zip(chosen, read.bounds + GAP * np.arange(len(read.bounds)), strict=False)
        if n < len(found)
        for first, last in found[n]
    )
    terms = np.array([vocabulary.row(piece.term) for n in chosen for piece in pool[n].row], dtype=np.int32)
    cut = pieces(question.text)
    return Example(
        np.array([vocabulary.row(piece.term) for piece in cut.row], dtype=np.int32),
        cut.shapes.astype(np.float16),
        spaced(terms, read.bounds, -1),
        spaced(features.astype(np.float16), read.bounds),
        spaced(read.best().T.astype(np.float16), read.bounds).T,
        np.array([vocabulary.row(word.term) for word in words], dtype=np.int32),
        whole.weights.astype(np.float16),
        word_pieces(cut, words).astype(np.int32),
        vocabulary.row(focused) if focused else -1,
        question_features(wording, chinese),
        gold,
    )
