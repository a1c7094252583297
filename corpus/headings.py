"""Which paragraphs are headings, and under which headings every paragraph stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from corpus.document import Span


class Paragraph(NamedTuple):
    """A paragraph and the path of headings it stands under, outermost first; a heading's path ends in itself."""

    span: Span
    heading: tuple[str, ...]
    is_heading: bool


_MARKDOWN = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_NUMBERED = (
    (re.compile(r"第[一二三四五六七八九十百零〇\d]+[编編篇部卷]"), 11),
    (re.compile(r"(?:第[一二三四五六七八九十百零〇\d]+章|(?:Chapter|Part|CHAPTER|PART)\s+[\dIVX]+)"), 12),
    (re.compile(r"第[一二三四五六七八九十百零〇\d]+[节節]"), 13),
    (re.compile(r"[一二三四五六七八九十]{1,3}、"), 14),
    (re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）]"), 15),
    (re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}[.、]?\s*(?=[A-Z\u4e00-\u9fff])"), 16),
)
_PLAIN = 20  # the level of a short line without a mark; one right below another is one deeper
_ENDS_SENTENCE = re.compile(r"[。！？!?；;，,、：:.…][”’」』）)\]】\"']*$")
_LIST_ITEM = re.compile(r"[-*+•·▪◦●■|>]\s?|[(（]?(?:\d{1,3}|[a-z])[.)）]\s")
_LONGEST_HEADING = 90  # columns
_RUN = 3  # more short lines than this in a row are verse, a list or a table, not headings


def outline(text: str, spans: Sequence[Span], source: str) -> list[Paragraph]:
    """The paragraphs with their heading paths; marks (#, 第一章, 1.2) count everywhere, in Markdown only `#`."""
    markdown_only = source.lower().endswith((".md", ".markdown"))
    levels = [_marked_level(text[span.start : span.end], markdown_only) for span in spans]
    if not markdown_only:
        _add_plain(text, spans, levels)
    stack: list[tuple[int, str]] = []
    found = []
    for span, level in zip(spans, levels, strict=True):
        if level:
            stack = [entry for entry in stack if entry[0] < level]
            stack.append((level, _MARKDOWN.sub(r"\2", text[span.start : span.end])))
        found.append(Paragraph(span, tuple(title for _, title in stack), level > 0))
    return found


def _marked_level(line: str, markdown_only: bool) -> int:
    """0 for what is no heading; a smaller level stands above a greater one."""
    markdown = _MARKDOWN.match(line)
    if markdown and "\n" not in line:
        return len(markdown[1])
    if markdown_only or not _is_short(line):
        return 0
    for pattern, level in _NUMBERED:
        mark = pattern.match(line)
        if mark and mark.end() < len(line):
            return level + mark.group().count(".")
    return 0


def _is_short(line: str) -> bool:
    columns = sum(2 if character > "\u2e7f" else 1 for character in line[: _LONGEST_HEADING + 1])
    return columns <= _LONGEST_HEADING and "\n" not in line and not _ENDS_SENTENCE.search(line)


def _add_plain(text: str, spans: Sequence[Span], levels: list[int]) -> None:
    """Short lines above a longer paragraph are headings; a first one right below another stands under it."""
    run: list[int] = []
    for place, span in enumerate(spans):
        line = text[span.start : span.end]
        if not levels[place] and _is_short(line) and not _LIST_ITEM.match(line):
            run.append(place)
            continue
        if 0 < len(run) <= _RUN and not levels[place] and not _LIST_ITEM.match(line):
            for depth, heading in enumerate(run):
                levels[heading] = _PLAIN + depth
        run = []
