"""Questions that a text only seems to answer: an answerable one with one thing in it changed."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import numpy as np

from index.model import EmbeddedModel
from index.translate import translations
from index.types import FloatMatrix
from index.words import Token, TokenKind, tokens
from qa.contrasts import mentions

_NAME = re.compile(r"(?<=[\s\u4e00-\u9fff])[A-Z][a-z]{2,}(?: [A-Z][a-z]+)*")


def other_slot(question: str, others: Sequence[str], chance: random.Random) -> str:
    """The question with a place, year, level or name changed to one of `others`' questions; empty without any."""
    here = list(mentions(question))
    chance.shuffle(here)
    for mention in here:
        for text in chance.sample(others, min(200, len(others))):
            for other in mentions(text):
                if other.slot == mention.slot and other.member != mention.member:
                    return question[: mention.start] + text[other.start : other.end] + question[mention.end :]
    names = _NAME.findall(question[1:])
    if names and chance.random() < 0.5:
        for text in chance.sample(others, min(20, len(others))):
            found = _NAME.findall(text[1:])
            if found and found[0] not in question:
                return question.replace(chance.choice(names), found[0], 1)
    return ""


def other_word(question: str, context: str, other: str, chance: random.Random) -> str:
    """The question with a word, no slot's, changed to one of another question's that the context does not hold."""
    here, there = _plain_words(question), _plain_words(other)
    if not here or not there:
        return ""
    old, new = chance.choice(here), chance.choice(there)
    surface = other[new.start : new.end]
    return "" if surface in context else question[: old.start] + surface + question[old.end :]


def _plain_words(question: str) -> list[Token]:
    taken = [(mention.start, mention.end) for mention in mentions(question)]
    return [
        token
        for token in tokens(question)
        if token.kind is TokenKind.WORD
        and token.end - token.start > 1
        and not any(start < token.end and token.start < end for start, end in taken)
    ]


class Neighbours:
    """Words of some questions by what they mean, to change a word to one of another meaning of the same sort."""

    LEAST, MOST = 0.3, 0.72  # cosine: words less alike are of another sort, words more alike may mean the same
    NEAREST, TRIED = 60, 6

    def __init__(self, questions: Sequence[str]) -> None:
        surfaces: dict[str, str] = {}
        for question in questions:
            for token in _plain_words(question):
                surfaces.setdefault(token.term, question[token.start : token.end])
        self._terms, self._surfaces = list(surfaces), list(surfaces.values())
        self._vectors = _unit_vectors(self._terms)

    def other_word(self, question: str, context: str, chance: random.Random) -> str:
        """The question with a word changed to a neighbour that the context does not hold; empty without any."""
        if not (here := _plain_words(question)):
            return ""
        old = chance.choice(here)
        alike = self._vectors @ _unit_vectors([old.term])[0]
        near = [n for n in np.argsort(-alike)[: self.NEAREST].tolist() if self.LEAST < alike[n] < self.MOST]
        chance.shuffle(near)
        meanings = _meanings(old.term)
        for n in near[: self.TRIED]:
            other = _meanings(self._terms[n])
            held = self._surfaces[n].lower() in context.lower() or any(each in context for each in other)
            if not held and not meanings & other:
                return question[: old.start] + self._surfaces[n] + question[old.end :]
        return ""


def _unit_vectors(terms: Sequence[str]) -> FloatMatrix:
    vectors = EmbeddedModel.load().word_vectors(terms)
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def _meanings(term: str) -> set[str]:
    return {other for other, probability in translations(term) if probability > 0.05}
