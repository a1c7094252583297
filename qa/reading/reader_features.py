"""What the reading network is shown of each piece beside its vector: its looks, and how it matches the question."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from index.query import QueryTerm
from index.types import FloatMatrix, FloatVector
from index.words import is_chinese
from qa.question import Asked
from qa.reading.matching import Matching
from qa.reading.pieces import SHAPES, Pieces
from qa.types import Kind

MATCHES = (
    "written", "written, weighted", "meant", "meant, weighted", "left", "right", "sentence coverage",
    "sentence meaning", "sentence worst", "best sentence", "unit asked", "focus", "same language",
)  # fmt: skip
FEATURES = len(SHAPES) + len(MATCHES)
KINDS = tuple(Kind)
QUESTION_FEATURES = len(KINDS) + 4
_REACH = np.concatenate([[0], np.exp(-np.arange(1, 9) / 4)]).astype(np.float32)


def piece_features(matching: Matching, asked: Asked, focus: FloatVector, chinese: bool) -> FloatMatrix:
    """(pieces, FEATURES): the looks of all sentences' pieces in a row, then the MATCHES; `focus` is its unit vector."""
    shapes = np.concatenate([sentence.shapes for sentence in matching.sentences])
    return np.concatenate([shapes, _matches(matching, asked, focus, chinese)], axis=1)


def in_chinese(question: str) -> bool:
    """Whether more than a third of its characters are Chinese: an English one may quote a name."""
    return sum(map(is_chinese, question)) * 3 > len(question)


def question_features(asked: Asked, chinese: bool) -> FloatVector:
    """(QUESTION_FEATURES,): the kind of answer, then the wording."""
    kinds = [float(asked.kind is kind) for kind in KINDS]
    wording = [float(bool(asked.unit)), float(asked.superlative), float(bool(asked.focus)), float(chinese)]
    return np.array(kinds + wording, dtype=np.float32)


def shares(matching: Matching) -> FloatMatrix:
    """(pieces, words of the question): how much of each word a piece is matched with; each row sums to 1."""
    strength = np.exp(8 * matching.best())
    return np.asarray((strength / np.maximum(strength.sum(axis=0), 1e-9)).T, dtype=np.float32)


def word_pieces(question: Pieces, words: Sequence[QueryTerm]) -> NDArray[np.int64]:
    """(words,): the piece of the question at which each word begins."""
    ends = [piece.end for piece in question.row]
    return np.searchsorted(ends, [word.start for word in words], side="right").astype(np.int64)


def _matches(matching: Matching, asked: Asked, focus: FloatVector, chinese: bool) -> FloatMatrix:
    count = int(matching.bounds[-1])
    columns = np.zeros((count, len(MATCHES)), dtype=np.float32)
    sizes = np.diff(matching.bounds)
    if len(matching.weights):
        scale = matching.weights / matching.weights.max()
        columns[:, 0] = matching.written.max(axis=0)
        columns[:, 1] = (matching.written.T * scale).max(axis=1)
        columns[:, 2] = matching.meant.max(axis=0)
        columns[:, 3] = (matching.meant.T * scale).max(axis=1)
        columns[:, 4] = _reach(columns[:, 1], matching.bounds)
        columns[:, 5] = _reach(columns[::-1, 1], matching.bounds[-1] - matching.bounds[::-1])[::-1]
        best = matching.by_sentence(matching.best())
        coverage = matching.weights @ matching.by_sentence(matching.written)
        meaning = matching.weights @ best
        columns[:, 6:9] = np.repeat(np.stack([coverage, meaning, best.min(axis=0)], axis=1), sizes, axis=0)
        columns[:, 9] = np.repeat(meaning - meaning.max(), sizes)
    surfaces = [(sentence.text, piece) for sentence in matching.sentences for piece in sentence.row]
    columns[:, 10] = [_of_unit(text[piece.start : piece.end], asked.unit) for text, piece in surfaces]
    columns[:, 11] = np.maximum(matching.rows() @ focus, 0)
    columns[:, 12] = [is_chinese(piece.term) == chinese for _, piece in surfaces]
    return columns


def _reach(matched: FloatVector, bounds: NDArray[np.int64]) -> FloatVector:
    """How much of the question was matched in the eight pieces before each in its sentence, fading with distance."""
    spread = [np.convolve(matched[start:end], _REACH)[: end - start] for start, end in pairwise(bounds)]
    return np.asarray(np.concatenate(spread) / 2, dtype=np.float32)


def _of_unit(surface: str, unit: str) -> bool:
    return bool(unit) and (surface == unit or (surface.isascii() and surface.lower() in unit.split()))
