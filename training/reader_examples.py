"""Training examples for the reader: questions, their paragraph's sentences among others, and where the answer is."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from index.types import FloatMatrix, FloatVector
from index.words import TokenKind, is_chinese, tokens
from qa.question import asked
from qa.reading.matching import match
from qa.reading.pieces import Pieces, pieces
from qa.reading.read import focus_term, spaced
from qa.reading.reader_features import piece_features, question_features, word_pieces
from qa.reading.reader_network import GAP, LONGEST

Translations = Callable[[str], Sequence[tuple[str, float]]]
Vectors = Callable[[Sequence[str]], FloatMatrix]
Split = Callable[[str], Sequence[tuple[int, int]]]
Row = dict[str, Any]
SENTENCES_READ = 5
OTHERS = 60  # paragraphs from which other sentences are drawn
VARIANTS = 4  # of each question: other sentences around its own, its words switched or not
SWITCHED, KEPT_OUT = 0.35, 0.12
SHARES = {"policyqa-dev": 0.25, "policyqa-test": 0.25, "drcd-dev": 0.5, "drcd-dev-simp": 0.6, "qed-dev(NQ)": 2.0}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question with its alternatives, as `index.query` makes them."""

    term: str
    start: int
    end: int
    alternatives: tuple[tuple[str, float], ...]
    sounds: tuple[tuple[str, float], ...] = ()


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


class Vocabulary:
    """The terms seen, numbered as they come."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}

    def row(self, term: str) -> int:
        return self.rows.setdefault(term, len(self.rows))


def read_rows(path: Path) -> list[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def question_words(question: str, translations: Translations, switch: random.Random | None = None) -> list[Word]:
    """The words to match; with `switch`, each is replaced by a translation drawn by its probability."""
    words: list[Word] = []
    for token in tokens(question):
        if token.kind is TokenKind.STOP:
            continue
        options = list(translations(token.term)) if token.kind is not TokenKind.QUANTITY else []
        term = token.term
        if switch and options:
            term = switch.choices([o for o, _ in options], [p for _, p in options])[0]
            options = list(translations(term))
        others = tuple((o, p) for o, p in options if o != term)
        words.append(Word(term, token.start, token.end, ((term, 1.0), *others)))
    return words


def examples(
    rows: Sequence[Row],
    split: Split,
    translations: Translations,
    vectors: Vectors,
    vocabulary: Vocabulary,
    seed: int,
    count: int = VARIANTS,
) -> Iterator[tuple[Example, ...]]:
    """For each answerable row so many variants; one whose sentence is kept out has no answer."""
    chance = random.Random(seed)
    elsewhere = [_texts(row["context"], split) for row in chance.sample(list(rows), min(OTHERS, len(rows)))]
    for row in rows:
        spans = split(row["context"])
        own = [pieces(row["context"][start:end]) for start, end in spans]
        found = _gold(row, spans, own)
        if not any(found):
            continue
        variants = []
        for _ in range(count):
            others = [text for texts in chance.sample(elsewhere, min(2, len(elsewhere))) for text in texts]
            words = question_words(row["question"], translations, chance if chance.random() < SWITCHED else None)
            variants.append(_example(row["question"], words, own, others, found, vectors, vocabulary, chance))
        yield tuple(variants)


def _texts(context: str, split: Split) -> list[str]:
    return [context[start:end] for start, end in split(context)]


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
    question: str,
    words: Sequence[Word],
    own: Sequence[Pieces],
    others: Sequence[str],
    found: Sequence[Sequence[tuple[int, int]]],
    vectors: Vectors,
    vocabulary: Vocabulary,
    chance: random.Random,
) -> Example:
    wording = asked(question)
    pool = [*own, *(pieces(text) for text in others)]
    pool = [sentence for sentence in pool if sentence.row]
    whole = match(words, pool, vectors)
    meaning = whole.weights @ whole.by_sentence(whole.best()) if words else np.zeros(len(pool))
    kept_out = chance.random() < KEPT_OUT
    chosen = [n for n in np.argsort(-meaning, kind="stable") if not (kept_out and n < len(own) and found[n])]
    chosen = chosen[:SENTENCES_READ]
    if not kept_out and not any(n < len(own) and found[n] for n in chosen):
        chosen[-1] = next(n for n in range(len(own)) if found[n])
    chosen = sorted(chosen)
    # The words' weights come from the whole pool, as they do when a question is answered.
    read = whole.of(chosen)
    chinese = sum(map(is_chinese, question)) * 3 > len(question)
    focused = focus_term(wording)
    focus = vectors([focused])[0] if focused else np.zeros(read.rows.shape[1], dtype=np.float32)
    features = piece_features(read, wording, focus / max(float(np.linalg.norm(focus)), 1e-9), chinese)
    gold = tuple(
        (int(place) + first, int(place) + last)
        for n, place in zip(chosen, read.bounds + GAP * np.arange(len(read.bounds)), strict=False)
        if n < len(own)
        for first, last in found[n]
    )
    terms = np.array([vocabulary.row(piece.term) for n in chosen for piece in pool[n].row], dtype=np.int32)
    cut = pieces(question)
    switched = {(word.start, word.end): word.term for word in words}
    asked_terms = [vocabulary.row(switched.get((each.start, each.end), each.term)) for each in cut.row]
    return Example(
        np.array(asked_terms, dtype=np.int32),
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
