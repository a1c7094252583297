"""What tells whether a sentence answers a question: few, explainable features, each with its name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.types import FloatMatrix, Hit
from qa.question import Asked
from qa.reading.matching import Matching
from qa.reading.preferred import tells_sort
from qa.types import Kind

FEATURES = (
    "coverage", "meaning", "worst word", "rarest word", "words met", "sentence vector", "density",
    "passage score", "passage gap", "passage rank", "passage coverage", "heading coverage", "before", "after",
    "length", "opens passage", "place", "is a question", "has figure", "has date", "has name",
    "figure asked and there", "figure asked, none", "date asked and there", "date asked, none",
    "name asked and there", "name asked, none", "reason asked", "definition asked", "words asked",
    "coverage to best", "meaning to best", "worst to best", "vector to best",
    "coverage beside heading", "meaning beside heading", "meaning beside heading to best",
    "sort asked and there", "sort asked, none", "reason asked and there",
)  # fmt: skip
Put = Callable[[str, NDArray[Any]], None]
# What a reason is told with.
_REASON = re.compile(
    r"[因故]|由于|为了|为使|以便|导致|使得|致使|缘于|源于|出于|目的|旨在|理由|以免|避免|防止|影响"
    r"|\b(?:because|since|due to|owing to|so (?:that|as)|in order to|thanks to|as a result|reason\w*|caus\w+|result\w*"
    r"|led to|blam\w+|therefore|aim\w*|purpose|lest|fear\w*|avoid\w*|prevent\w*|after|why)\b",
    re.IGNORECASE,
)
_RELATIVE = ("coverage", "meaning", "worst word", "sentence vector", "meaning beside heading")
_COLUMN = {name: column for column, name in enumerate(FEATURES)}
_FIGURES = ("money", "percent", "measure", "duration", "bare number")


def sentence_features(
    matching: Matching, hits: Sequence[Hit], owners: NDArray[np.int64], headings: FloatMatrix, asked: Asked
) -> FloatMatrix:
    """(sentences, FEATURES); `owners` is each sentence's hit, in reading order.

    `headings` (words, hits) tells how surely each word of the question stands in the headings above each hit.
    """
    features = np.zeros((len(owners), len(FEATURES)), dtype=np.float32)

    def put(name: str, values: NDArray[Any]) -> None:
        features[:, _COLUMN[name]] = values

    sizes = np.diff(matching.bounds)
    written, best = matching.by_sentence(matching.written), matching.by_sentence(matching.best())
    _put_matches(put, matching, owners, written, best)
    scores = np.array([hit.score for hit in hits], dtype=np.float32)
    put("passage score", ((scores - scores.mean()) / max(float(scores.std()), 1e-6))[owners])
    put("passage gap", ((scores - scores.max()) / max(float(scores.max() - scores.min()), 1e-6))[owners])
    put("passage rank", (1 / (1 + np.arange(len(hits), dtype=np.float32)))[owners])
    put("heading coverage", (matching.weights @ headings)[owners])
    _put_beside_headings(put, written, best, matching.weights[:, None] * (1 - headings[:, owners]))
    first = np.concatenate([[True], owners[1:] != owners[:-1]])
    counts = np.bincount(owners, minlength=len(hits))
    within = np.arange(len(owners)) - np.maximum.accumulate(np.where(first, np.arange(len(owners)), 0))
    put("opens passage", first)
    put("place", (within / np.maximum(counts[owners] - 1, 1)).astype(np.float32))
    put("length", np.log1p(sizes).astype(np.float32))
    put("is a question", np.array([s.text.rstrip("\"”’」』").endswith(("?", "\uff1f")) for s in matching.sentences]))
    put("words asked", np.full(len(owners), min(len(matching.weights), 15) / 15, dtype=np.float32))
    _put_kinds(put, matching, asked)
    for name in _RELATIVE:
        column = features[:, _COLUMN[name]]
        put({"worst word": "worst", "sentence vector": "vector"}.get(name, name) + " to best", column - column.max())
    return features


def _put_matches(
    put: Put, matching: Matching, owners: NDArray[np.int64], written: FloatMatrix, best: FloatMatrix
) -> None:
    """`written` and `best` are the matches of each word in each sentence, (words, sentences)."""
    if not len(matching.weights):
        return
    coverage = matching.weights @ written
    starts = np.flatnonzero(np.concatenate([[True], owners[1:] != owners[:-1]]))
    whole = matching.weights @ np.maximum.reduceat(best, starts, axis=1)
    put("coverage", coverage)
    put("meaning", matching.weights @ best)
    put("worst word", best.min(axis=0))
    put("rarest word", best[int(matching.weights.argmax())])
    put("words met", (best > 0.7).mean(axis=0))
    put("passage coverage", np.repeat(whole, np.diff([*starts, len(owners)])))
    put("density", (matching.best() > 0.7).any(axis=0).astype(np.float32).cumsum()[matching.bounds[1:] - 1])
    put("before", np.where(np.roll(owners, 1) == owners, np.roll(coverage, 1), 0))
    put("after", np.where(np.roll(owners, -1) == owners, np.roll(coverage, -1), 0))
    asked = matching.weights @ matching.question
    put("sentence vector", matching.means() @ (asked / max(float(np.linalg.norm(asked)), 1e-9)))


def _put_beside_headings(put: Put, written: FloatMatrix, best: FloatMatrix, left: FloatMatrix) -> None:
    """What sentences say beside their headings; `left` (words, sentences) are the weights that these leave to words."""
    whole = np.maximum(left.sum(axis=0), 1e-6)
    put("coverage beside heading", (left * written).sum(axis=0) / whole)
    put("meaning beside heading", (left * best).sum(axis=0) / whole)


def _put_kinds(put: Put, matching: Matching, asked: Asked) -> None:
    def there(*shapes: str) -> NDArray[np.bool_]:
        return np.array([sentence.has(*shapes) for sentence in matching.sentences])

    figure, date = there(*_FIGURES), there("date")
    name = there("surname") | np.array(
        [s.has("capitalised") and bool(s.column("capitalised")[1:].any()) for s in matching.sentences]
    )
    put("has figure", figure)
    put("has date", date)
    put("has name", name)
    for wanted, label, held in (
        (asked.kind is Kind.QUANTITY, "figure", figure),
        (asked.kind is Kind.DATE, "date", date),
        (asked.kind in (Kind.PERSON, Kind.PLACE, Kind.ORGANISATION), "name", name),
    ):
        put(f"{label} asked and there", held & wanted)
        put(f"{label} asked, none", ~held & wanted)
    sort = np.array([tells_sort(asked, sentence) for sentence in matching.sentences])
    of_sort = asked.kind is Kind.QUANTITY and bool(asked.units or asked.sorts)
    put("sort asked and there", sort)
    put("sort asked, none", ~sort & (of_sort or asked.kind is Kind.DATE))
    put("reason asked", np.full(len(name), asked.kind is Kind.REASON))
    if asked.kind is Kind.REASON:
        put("reason asked and there", np.array([bool(_REASON.search(s.text)) for s in matching.sentences]))
    put("definition asked", np.full(len(name), asked.kind is Kind.DEFINITION))
