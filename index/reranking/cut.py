"""A passage cut into sentences for reranking, with their terms; kept, because the same passages come again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from corpus import Span
from corpus.sentences import sentences
from index.contents import unpacked
from index.model import EmbeddedModel, unit
from index.types import FloatMatrix
from index.words import is_chinese, terms_of_sentences

SENTENCE_LOOKS = (
    "has digits", "digits", "has name", "names", "quoted", "bracketed", "share or large number", "question", "length",
    "opens passage", "place", "chinese", "listing",
)  # fmt: skip
CHINESE = SENTENCE_LOOKS.index("chinese")
_PASSAGES_KEPT = 128  # about 150 KB each
_DIGIT = re.compile(r"\d")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]")


@dataclass(frozen=True, slots=True, eq=False)
class Cut:
    """`spans` of the sentences in the passage, and its distinct `terms`, each under its number in `numbers`.

    `places` are those of the sentences' terms among them, sentence after sentence, of which `starts` are the first.
    `rows` (terms, dimension) are their unit vectors, `vectors` (sentences, dimension) those of the sums of the
    sentences' terms; `looks` is (sentences, SENTENCE_LOOKS).
    """

    spans: tuple[Span, ...]
    terms: tuple[str, ...]
    numbers: dict[str, int]
    places: NDArray[np.int64]
    starts: NDArray[np.int64]
    rows: FloatMatrix
    vectors: FloatMatrix
    looks: FloatMatrix

    def terms_of(self, sentence: int) -> NDArray[np.int64]:
        """The places of its terms."""
        end = self.starts[sentence + 1] if sentence + 1 < len(self.starts) else len(self.places)
        return self.places[self.starts[sentence] : end]


@lru_cache(maxsize=_PASSAGES_KEPT)
def cut(text: str, kept: str | None = None) -> Cut:
    """The sentences of a passage that have a term; it may have none.

    `kept` are the terms as an index keeps them (`Contents.terms_of`), to read them instead of finding them once more.
    """
    own = terms_of_sentences(text) if kept is None else unpacked(kept)
    found = [(span, held) for span, held in zip(sentences(text), own, strict=True) if held]
    sizes = [len(held) for _, held in found]
    numbers: dict[str, int] = {}
    places = [numbers.setdefault(term, len(numbers)) for _, held in found for term in held]
    vectors = EmbeddedModel.load().word_vectors(list(numbers))
    starts = np.cumsum([0, *sizes], dtype=np.int64)[:-1]
    sums = np.add.reduceat(vectors[places], starts, axis=0) if found else vectors
    looks = [_looks(text[span.start : span.end], n, sizes) for n, (span, _) in enumerate(found)]
    return Cut(
        tuple(span for span, _ in found),
        tuple(numbers),
        numbers,
        np.array(places, dtype=np.int64),
        starts,
        unit(vectors),
        unit(sums),
        np.array(looks, dtype=np.float32).reshape(len(found), len(SENTENCE_LOOKS)),
    )


def _looks(sentence: str, place: int, sizes: Sequence[int]) -> list[float]:
    digits, names = len(_DIGIT.findall(sentence)), len(_NAME.findall(sentence))
    return [
        digits > 0,
        digits / len(sentence),
        names > 0,
        names / 8,
        any(mark in sentence for mark in "《》\"“”「」"),
        any(mark in sentence for mark in "()\uff08\uff09"),
        any(mark in sentence for mark in "%\uff05亿万"),
        sentence.rstrip("\"”’」』").endswith(("?", "\uff1f")),
        float(np.log1p(sizes[place])) / 4,
        place == 0,
        place / max(len(sizes) - 1, 1),
        any(map(is_chinese, sentence[:20])),
        "、" in sentence or sentence.count(",") > 3,
    ]
