"""Passages: slices of a document, snapped to heading > paragraph > sentence, fit to be retrieved and cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from corpus.delimited import headers
from corpus.document import Document, Passage, Span
from corpus.headings import heading_paths
from corpus.language import text_language
from corpus.lines import paragraphs
from corpus.sentences import sentences

# Sizes are bytes of UTF-8: a Chinese character weighs three, a Latin letter one, about as they carry meaning.
AIM = 1200
LARGEST = 2000

_TABLE_RULE = re.compile(r"[|:\- ]+")  # the line between a Markdown table's header and its rows


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int
    page: int | None
    is_heading: bool
    heading: tuple[str, ...]
    table: str  # the header of the table it is a row of; empty for the header itself and outside of tables


def passages(document: Document) -> list[Passage]:
    """The passages of a document, in order: together they hold every non-blank character, none crosses a page.

    A paragraph up to `LARGEST` is never cut; shorter neighbours under one heading are merged up to `AIM`. A heading
    opens the passage it stands above; a passage from the midst of a table has the table's header as its last heading.
    """
    found: list[Passage] = []
    for group in _groups(document):
        page = group[0].page
        heading = (*group[-1].heading, group[0].table) if group[0].table else group[-1].heading
        for start, end in _cut(document.text, Span(group[0].start, group[-1].end)):
            text = document.text[start:end]
            found.append(
                Passage(
                    document_id=document.id,
                    source=document.source,
                    title=document.title,
                    start=start,
                    end=end,
                    text=text,
                    heading=heading,
                    page=page,
                    language=text_language(text),
                )
            )
    return found


def weight(text: str) -> int:
    """How much a text holds, in bytes of UTF-8."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def _paragraphs(document: Document) -> list[_Paragraph]:
    text = document.text
    edges = [*document.page_starts, len(text)] if document.page_starts else [0, len(text)]
    spans: list[Span] = []
    pages: list[int | None] = []
    for number, (start, end) in enumerate(pairwise(edges), 1):
        on_page = paragraphs(text, start, end)
        spans += on_page
        pages += [number if document.page_starts else None] * len(on_page)
    headings = heading_paths(text, spans, markdown=not document.page_starts)  # on printed pages # is just a character
    return [
        _Paragraph(span.start, span.end, page, is_heading, path, table)
        for span, page, (is_heading, path), table in zip(spans, pages, headings, _tables(text, spans), strict=True)
    ]


def _tables(text: str, spans: list[Span]) -> Iterator[str]:
    """For each paragraph, the header of the table that it goes on with, or nothing."""
    header = above = ""
    lines = text.split("\n")
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    parted = {start: header for start, header in zip(starts, headers(lines), strict=False) if header}
    for start, end in spans:
        if start in parted:
            yield parted[start]
            continue
        row = text[start:end] if text.startswith("|", start) else ""
        if not row:
            header = ""
        elif not header and _TABLE_RULE.fullmatch(row):
            header = above
        yield header
        above = row.strip("| ")


def _groups(document: Document) -> Iterator[list[_Paragraph]]:
    """Neighbouring paragraphs that make one passage, or one paragraph that is too long for one."""
    group: list[_Paragraph] = []
    size = 0
    for paragraph in _paragraphs(document):
        weighs = weight(document.text[paragraph.start : paragraph.end])
        if group and not _belongs(group, size, paragraph, weighs):
            yield group
            group, size = [], 0
        group.append(paragraph)
        size += weighs
    if group:
        yield group


def _belongs(group: list[_Paragraph], size: int, paragraph: _Paragraph, weighs: int) -> bool:
    last = group[-1]
    if paragraph.page != last.page or size + weighs > LARGEST:
        return False
    if last.is_heading:  # it would say nothing alone; in a table of contents, it and the next
        return True
    return paragraph.heading == last.heading and not paragraph.is_heading and size + weighs <= AIM


def _cut(text: str, span: Span) -> list[Span]:
    """The span whole, or cut between sentences into about equal parts where it is too large."""
    size = weight(text[span.start : span.end])
    if size <= LARGEST:
        return [span]
    share = size / -(-size // AIM)
    parts: list[Span] = []
    passed, number = 0, -1
    for start, end in sentences(text, span.start, span.end):
        weighs = weight(text[start:end])
        before, number = number, int((passed + weighs / 2) / share)  # the part that most of the sentence falls into
        if number == before and weight(text[parts[-1].start : end]) <= LARGEST:
            parts[-1] = Span(parts[-1].start, end)
        else:
            parts.append(Span(start, end))
        passed += weighs
    return parts
