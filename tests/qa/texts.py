"""Small documents of our own, and spans put into them by hand."""

from __future__ import annotations

from corpus import Document, Passage, passages, sentences
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
