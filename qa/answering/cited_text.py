"""A model's text, read into statements: each with the slices of the passages that its marks point to."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from corpus import Passage, Span
from corpus.sentences import sentences
from index.quantities import quantities
from index.translate import translations
from index.words import terms
from qa.saying.quotes import evidence_for
from qa.types import Evidence, Statement

_MARKS = re.compile(r"(?:\s*[\[【(]\s*\d{1,3}(?:\s*[,，、]\s*\d{1,3})*\s*[\]】)](?!\w))+")
_BRACKETED = re.compile(r"[\[【]")
_NUMBER = re.compile(r"\d+")
_THOUGHT = re.compile(r"<think>.*?(?:</think>|$)", re.DOTALL)
# A sentence that gives the assistant orders is no source for what obeys it.
_ORDER = re.compile(
    r"\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|prompts?|rules|above|previous)\b"
    r"|(?:忽略|无视|忘记|不要理会|忽視|無視|忘記).{0,15}(?:指令|指示|提示|规则|要求|規則|命令)",
    re.IGNORECASE,
)
_EDGES = " \t\n-*•·"


def cited_statements(text: str, passages: Sequence[Passage]) -> list[Statement]:
    """The sentences of the text that bear marks, in order; what bears none, or a number nobody has, is left out.

    A sentence before a marked one and without a mark of its own is not covered by the other's. What rests on a
    sentence that gives orders to its reader is left out too.
    """
    text = _THOUGHT.sub("", text)
    found: list[Statement] = []
    start = 0
    for marks in _MARKS.finditer(text):
        if not _BRACKETED.search(marks.group()):
            continue
        said = _last_sentence(text[start : marks.start()])
        numbers = [int(number) for number in _NUMBER.findall(marks.group())]
        start = marks.end()
        if said and all(0 < number <= len(passages) for number in numbers):
            evidence = tuple(_evidence(said, passages[n - 1]) for n in dict.fromkeys(numbers))
            if not any(_ORDER.search(each.quote) for each in evidence):
                found.append(Statement(said, evidence))
    return found


def _last_sentence(text: str) -> str:
    plain = text.strip(_EDGES).lstrip("。.!?！？;；,， ")
    spans = sentences(plain)
    return plain[spans[-1].start : spans[-1].end].strip(_EDGES) if spans else ""


def _evidence(said: str, passage: Passage) -> Evidence:
    """The sentence of the passage that has most of the statement's figures and words."""
    spans = sentences(passage.text) or [Span(0, len(passage.text))]
    figures = {quantity.key for quantity in quantities(said)}
    words = set(terms(said))
    best = max(spans, key=lambda span: _support(passage.text[span.start : span.end], words, figures))
    whole = Span(passage.start + best.start, passage.start + best.end)
    return evidence_for(passage, whole, _kept(passage, whole, said))


def _support(sentence: str, words: set[str], figures: Set[object]) -> float:
    there = set(terms(sentence))
    shared = sum(word in there or any(other in there for other, _ in translations(word)) for word in words)
    return 3 * len(figures & {quantity.key for quantity in quantities(sentence)}) + shared / max(len(words), 1)


def _kept(passage: Passage, whole: Span, said: str) -> Span:
    """The figures of the sentence that the statement gives, which the quote must not be cut short of."""
    wanted = {quantity.key for quantity in quantities(said)}
    offset = passage.start
    text = passage.text[whole.start - offset : whole.end - offset]
    inside = [quantity for quantity in quantities(text) if quantity.key in wanted]
    if not inside:
        return Span(whole.start, min(whole.end, whole.start + 1))
    return Span(whole.start + inside[0].start, whole.start + inside[-1].end)
