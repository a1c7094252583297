"""The tables and the price lists of a text: rows of cells, and lines that tell one figure each behind a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus import Span
from corpus.tables import cells, is_barred, is_rule
from index.quantities import quantities

_LONGEST_NAME, _LONGEST_REST = 40, 40  # characters of what a line of a list names, and of what it says of its figure
_NAME = re.compile(r"\s*(?:[-*•]\s+)?(?P<name>[^|\n:：,，;；。]*[^|\s:：,，;；。.…–—-])(?:\s*[:：].*|[\s.…–—-]*)")


class Table(NamedTuple):
    """The headings of a table, or none of a price list, and where the cells of its rows stand, the name first."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Span, ...], ...]


def tables_of(text: str) -> Iterator[Table]:
    """The tables and price lists of a text of two rows or more."""
    headings: tuple[str, ...] | None = None
    rows: list[tuple[Span, ...]] = []
    at, before, header = 0, "", ""
    for line in [*text.splitlines(keepends=True), "\n"]:
        told, found = _row(line, header, at)
        if told is None or told != headings:
            if headings is not None and len(rows) > 1:
                yield Table(headings, tuple(rows))
            headings, rows = told, []
        if told is not None:
            rows.append(found)
        header = before if is_rule(line) else header if is_barred(line) else ""
        before, at = line, at + len(line)


def _row(line: str, header: str, at: int) -> tuple[tuple[str, ...] | None, tuple[Span, ...]]:
    """The headings of a line that is a row and where its cells stand; no heading where it is one of a price list."""
    if found := cells(line.rstrip("\n"), header):
        return tuple(each.heading for each in found), tuple(Span(at + s, at + e) for _, (s, e) in found)
    figures = [each for each in quantities(line) if each.unit]
    if len(figures) != 1 or len(line.rstrip()) > figures[0].end + _LONGEST_REST:
        return None, ()
    figure, named = figures[0], _NAME.fullmatch(line[: figures[0].start])
    if not named or len(named["name"]) > _LONGEST_NAME:
        return None, ()
    first, last = named.span("name")
    return (), (Span(at + first, at + last), Span(at + figure.start, at + figure.end))
