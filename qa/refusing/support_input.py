"""What the support network is shown: each word of a question beside what matches it, and what was read."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index.types import FloatMatrix, FloatVector
from index.words import is_chinese
from qa.question import asked
from qa.reading.pieces import SHAPES
from qa.reading.read import focus_vector
from qa.reading.reader_features import QUESTION_FEATURES, in_chinese, question_features
from qa.refusing.compared import Compared
from qa.types import Kind

LOOKS = (
    "written here", "meant here", "written near", "meant near", "written in passage", "meant in passage",
    "meant elsewhere", "weight", "name", "in noun", "ends noun", "meant about span", "distance", "nearness",
    "clauses between", "inside span", "chinese", "digits", "place",
)  # fmt: skip
WHOLE = QUESTION_FEATURES + len(SHAPES) + 3
READ = 4  # vectors of what was read: the span, what is around it, the noun asked for, the focus of the wording
_AROUND = 4  # pieces on each side of the span
_LONGEST = 20  # pieces, beyond which a span is as long as any
_REACH = 5.0  # pieces within which a match counts as about the span


@dataclass(frozen=True, slots=True, eq=False)
class SupportInput:
    """`words`, `here`, `near` are (words, dimension): each word, and what matches it in and beside the evidence.

    `looks` is (words, LOOKS), `read` (READ, dimension), `whole` (WHOLE,) tells of the question and the span.
    """

    words: FloatMatrix
    here: FloatMatrix
    near: FloatMatrix
    looks: FloatMatrix
    read: FloatMatrix
    whole: FloatVector


def support_input(found: Compared, kind: Kind) -> SupportInput:
    """The words in the order of the question; without a span the whole evidence stands for it."""
    wording = replace(asked(found.query.text), kind=kind)
    matching, terms = found.matching, found.first_terms
    order = np.argsort([term.start for term in terms], kind="stable")
    meant, written = found.words.of(matching.best())[order], found.words.of(matching.written)[order]
    terms = [terms[n] for n in order]
    zones = _zones(found)
    most_written, most_meant = (matching.by_sentence(each) for each in (written, meant))
    evidence = matching.sentences[0]
    count = len(evidence.row)
    first, end = found.run or (0, count)
    places = np.arange(count)
    far = np.maximum(np.maximum(first - places, places - end + 1), 0)
    at = meant[:, :count].argmax(axis=1)
    distance = np.where(at < first, at - first, np.where(at >= end, at - end + 1, 0))
    clauses = evidence.column("comma").cumsum()
    noun_start, noun_end = wording.noun or (0, 0)
    in_noun = [noun_start <= term.start and term.end <= noun_end for term in terms]
    looks = np.stack(
        [
            *(_most(part, zones == zone) for zone in (0, 1) for part in (most_written, most_meant)),
            _most(most_written, zones <= 2),
            _most(most_meant, zones <= 2),
            _most(most_meant, zones == 3),
            found.words.weights[order],
            found.words.names[order],
            in_noun,
            [term.end == noun_end for term in terms],
            (meant[:, :count] * np.exp(-far / _REACH)).max(axis=1),
            np.tanh(distance / 8),
            np.exp(-np.abs(distance) / 4),
            np.tanh(np.abs(clauses[at] - clauses[first]) / 2),
            distance == 0,
            [is_chinese(term.term) for term in terms],
            [any(map(str.isdigit, found.query.surface(term))) for term in terms],
            [term.start / len(found.query.text) for term in terms],
        ],
        axis=1,
    ).astype(np.float32)
    rows, near = matching.rows([0]), sorted(found.near)
    beside = np.concatenate([meant[:, :0], *(meant[:, matching.columns(n)] for n in near)], axis=1)
    vectors = matching.question[[found.words.members[n][0] for n in order]]
    around = np.concatenate([rows[max(first - _AROUND, 0) : first], rows[end : end + _AROUND]])
    length = min(end - first, _LONGEST) / _LONGEST
    asking = question_features(wording, in_chinese(found.query.text))
    tail = [length, float(evidence.has("chinese")), float(wording.count or 0)]
    return SupportInput(
        vectors,
        _aligned(meant[:, :count], rows),
        _aligned(beside, matching.rows(near)),
        looks,
        np.stack([rows[first:end].mean(axis=0), _mean(around), _mean(vectors[in_noun]), focus_vector(wording)]),
        np.concatenate([asking, evidence.shapes[first:end].mean(axis=0), tail]).astype(np.float32),
    )


def _zones(found: Compared) -> NDArray[np.int64]:
    """For each sentence: 0 the evidence, 1 beside it, 2 elsewhere in its passage, 3 elsewhere."""
    zones = np.full(len(found.matching.sentences), 3)
    for zone, places in ((2, found.passage), (1, found.near), (0, (0,))):
        zones[list(places)] = zone
    return zones


def _most(matches: FloatMatrix, where: NDArray[np.bool_]) -> FloatVector:
    return np.asarray(matches[:, where].max(axis=1, initial=0.0), dtype=np.float32)


def _aligned(matches: FloatMatrix, rows: FloatMatrix) -> FloatMatrix:
    """(words, dimension): the mean of the pieces by how well they match each word."""
    strength = np.exp(8 * matches)
    shares = strength / np.maximum(strength.sum(axis=1, keepdims=True), 1e-9)
    return np.asarray(shares @ rows, dtype=np.float32)


def _mean(rows: FloatMatrix) -> FloatVector:
    return np.asarray(rows.sum(axis=0) / max(len(rows), 1), dtype=np.float32)
