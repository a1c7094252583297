"""Questions that offer two things to choose from, 由甲方还是乙方承担, "the director or the deputy"."""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray

from corpus import Span
from index.query import Query
from index.types import FloatMatrix, FloatVector
from index.words import terms
from qa.reading.counting.lists import BREAKS
from qa.reading.matching import Matching
from qa.reading.pieces import Run
from qa.types import Kind

_ASKING = re.compile(
    r"什么|哪|谁|怎|几[个点年月日]|多少|\b(?:what|which|who\w*|how|when|where|why)\b", re.IGNORECASE
)
_OR_CHINESE = re.compile(r"还是|還是")
_OR_ENGLISH = re.compile(r" or ")
# What stands before the first thing: A of 由A还是B承担; and what may be said again before the second.
_LEADS = re.compile(r"[是由在给給用有为為选選去到跟和对對被把,，、：:]")
_AGAIN = re.compile(r"^(?:是|由|在|给|給|用|有|为|為|选|選|去|到)")
_DETERMINERS = re.compile(r"\b(?:the|an?|its|their|his|her|my|our|your)\s", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[?？!！。.,，;；\s]+$")
_HERE, _REST = 0.6, 0.5  # how well a word is matched; share of the other words that the clause must say


def offered(question: str, kind: Kind) -> tuple[Span, Span] | None:
    """Where the two things stand that a question offers; None where it offers none, or asks for something else."""
    if kind in (Kind.QUANTITY, Kind.DATE) or _ASKING.search(question):
        return None
    end = len(_SENTENCE_ENDS.sub("", question))
    if found := _OR_CHINESE.search(question):
        leads = [each.end() for each in _LEADS.finditer(question, 0, found.start())]
        first = Span(leads[-1] if leads else 0, found.start())
        again = _AGAIN.match(question[found.end() : end])
        start = found.end() + (again.end() if again else 0)
        return (first, Span(start, end)) if first.start < first.end and start < end else None
    found = _OR_ENGLISH.search(question)
    if found is None:
        return None
    before, after = question[: found.start()], question[found.end() : end]
    leads = [each.end() for each in _DETERMINERS.finditer(before)] if _DETERMINERS.match(after) else []
    start = leads[-1] if leads else before.rfind(" ") + 1
    length = len(before[start:].split()) + 1 + bool(leads)
    words = list(re.finditer(r"\S+", after))[:length]
    return (Span(start, found.start()), Span(found.end(), found.end() + words[-1].end())) if words else None


def chosen(query: Query, matching: Matching, place: int, things: tuple[Span, Span]) -> Run | None:
    """Which of the two things a sentence tells, in the clause that says most of the rest of the question."""
    sentence, best = matching.sentences[place], matching.best_in(place)
    own = [_words(query, each) for each in things]
    rest = [n for n in range(len(query.terms)) if not any(n in words for words in own)]
    if not all(own) or not len(matching.weights):
        return None
    found: list[tuple[float, Run]] = []
    first = 0
    for last in [*(n for n, piece in enumerate(sentence.row) if piece.term in BREAKS), len(sentence.row)]:
        there = best[:, first:last]
        told = [words for words in own if last > first and (there[words].max(axis=1) >= _HERE).all()]
        if len(told) == 2 and len(told[0]) != len(told[1]):  # the deputy director is no director
            told = [max(told, key=len)]
        if len(told) == 1:
            start, end = _shortest(there[told[0]] >= _HERE)
            found.append((_said(matching.weights, best, rest, first, last), (first + start, first + end)))
        first = last + 1
    share, run = max(found, default=(0.0, None))
    return run if share >= _REST or (run and not rest) else None


def _shortest(told: NDArray[np.bool_]) -> Run:
    """The shortest run of pieces that says every word, of equal ones the first; `told` is (words, pieces)."""
    count = told.shape[1]
    runs = ((start, end) for start in range(count) for end in range(start + 1, count + 1))
    return min((run for run in runs if told[:, slice(*run)].any(axis=1).all()), key=lambda run: run[1] - run[0])


def _words(query: Query, thing: Span) -> list[int]:
    held = set(terms(query.text[thing.start : thing.end]))
    return [n for n, term in enumerate(query.terms) if term.term in held]


def _said(weights: FloatVector, best: FloatMatrix, rest: list[int], first: int, last: int) -> float:
    """The share of the other words that a clause says, or what stands before it in the sentence."""
    if not rest:
        return 0.0
    here = best[rest, first:last].max(axis=1, initial=0)
    before = best[rest, :first].max(axis=1, initial=0) / 2
    total = float(weights[rest].sum())
    return float(weights[rest] @ np.maximum(here, before)) / total if total else 0.0
