"""Cutting a document into passages: slices fit to be found and cited."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.document import Document, Passage, Span
from corpus.headings import Paragraph, outline
from corpus.language import text_language
from corpus.paragraphs import paragraphs
from corpus.sentences import sentences

# A Chinese character tells about as much as three Latin ones: 400 and 1,200 of them make an aimed-at passage.
_CHARACTER_WEIGHT = 3
AIM = 1_200
MOST = 1_920  # a paragraph up to this weight is never cut
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


@dataclass(slots=True)
class _Draft:
    start: int
    end: int
    weight: int
    heading: tuple[str, ...]
    headings_only: bool


def passages(document: Document) -> list[Passage]:
    """The passages of a document in order; together they cover every non-blank character, and none overlap.

    Cuts fall at pages, then headings, then paragraphs, and inside a paragraph heavier than `MOST` at sentences.
    Paragraphs under one heading are merged up to `AIM`. A document without text gives none.
    """
    found: list[Passage] = []
    text = document.text
    for page in _pages(document):
        for draft in _merged(text, outline(text, paragraphs(text, *page), document.source)):
            piece = text[draft.start : draft.end]
            found.append(
                Passage(
                    document.id,
                    document.source,
                    document.title,
                    draft.start,
                    draft.end,
                    piece,
                    draft.heading,
                    document.page_at(draft.start),
                    text_language(piece),
                )
            )
    return found


def _pages(document: Document) -> list[Span]:
    bounds = [*(document.page_starts or (0,)), len(document.text)]
    return [Span(start, end) for start, end in pairwise(bounds)]


def _merged(text: str, pieces: Sequence[Paragraph]) -> Iterator[_Draft]:
    open_draft: _Draft | None = None
    for paragraph in pieces:
        for span in _cut(text, paragraph.span):
            weight = weigh(text[span.start : span.end])
            if open_draft is not None and _joins(open_draft, paragraph, weight):
                open_draft.end = span.end
                open_draft.weight += weight
                open_draft.heading = paragraph.heading
                open_draft.headings_only = open_draft.headings_only and paragraph.is_heading
                continue
            if open_draft is not None:
                yield open_draft
            open_draft = _Draft(span.start, span.end, weight, paragraph.heading, paragraph.is_heading)
    if open_draft is not None:
        yield open_draft


def _joins(draft: _Draft, paragraph: Paragraph, weight: int) -> bool:
    if draft.headings_only:
        return paragraph.heading[: len(draft.heading)] == draft.heading and draft.weight + weight <= MOST
    if paragraph.is_heading:
        return False
    return paragraph.heading == draft.heading and draft.weight + weight <= AIM


def weigh(text: str) -> int:
    """How much a text tells, in Latin characters."""
    return len(text) + (_CHARACTER_WEIGHT - 1) * len(_HAN.findall(text))


def _cut(text: str, paragraph: Span) -> list[Span]:
    total = weigh(text[paragraph.start : paragraph.end])
    if total <= MOST:
        return [paragraph]
    share = total / -(-total // AIM)
    found: list[Span] = []
    weight = 0.0
    for sentence in sentences(text, *paragraph):
        if found and weight < share:
            found[-1] = Span(found[-1].start, sentence.end)
        else:
            found.append(sentence)
            weight = 0.0
        weight += weigh(text[sentence.start : sentence.end])
    return found
