"""Small documents of our own, and spans put into them by hand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from corpus import Document, Passage, passages, sentences
from index.query import QueryTerm
from index.words import TokenKind, tokens
from qa.reading.pieces import Pieces
from qa.types import Evidence, RankedSentence, ReadSpan

HARBOUR_ZH = """# 临江市港口年报

## 投资

2022年,临江港投入近12亿元扩建码头,新增泊位5个。港务局局长沈思远表示,港口将在三年内全部用上岸电。

## 吞吐量

全年货物吞吐量达3.2亿吨,比上年增长7.5%;集装箱吞吐量为480万标准箱,居全省第二;旅客吞吐量约26万人。
"""

LIBRARY_EN = """# The Marlow Library

The Marlow Library opened on 4 May 1987. It holds more than 350,000 books and employs 42 people.

In 2019 the town council set aside 2.5 million dollars for a new reading room. The architect Ines Calder designed it.
"""


def document(text: str, source: str = "harbour.md") -> Document:
    return Document.from_text(text, source)


def passage_of(text: Document, needle: str) -> Passage:
    """The passage that holds a string."""
    return next(passage for passage in passages(text) if needle in passage.text)


def span_of(text: Document, needle: str, score: float = 0.0) -> ReadSpan:
    """The first occurrence of a string, in its sentence."""
    passage = passage_of(text, needle)
    place = text.text.index(needle, passage.start)
    start, end = next(each for each in sentences(text.text, passage.start, passage.end) if each.end > place)
    return ReadSpan(RankedSentence(passage, start, end, score), place, place + len(needle), score)


def evidence_of(text: Document, needle: str) -> Evidence:
    """The string itself as evidence."""
    passage = passage_of(text, needle)
    place = text.text.index(needle, passage.start)
    return Evidence(passage, place, place + len(needle))


def words(question: str) -> list[QueryTerm]:
    found = [token for token in tokens(question) if token.kind is not TokenKind.STOP]
    return [QueryTerm(token.term, token.start, token.end, ((token.term, 1.0),)) for token in found]


def no_vectors(terms: Sequence[str]) -> np.ndarray:
    return np.zeros((len(terms), 4), dtype=np.float32)


def run_of(sentence: Pieces, text: str) -> tuple[int, int]:
    start = sentence.text.index(text)
    inside = [n for n, piece in enumerate(sentence.row) if start <= piece.start and piece.end <= start + len(text)]
    return inside[0], inside[-1] + 1


def text_of(sentence: Pieces, run: tuple[int, int] | None) -> str:
    return "" if run is None else sentence.text[sentence.row[run[0]].start : sentence.row[run[1] - 1].end]
