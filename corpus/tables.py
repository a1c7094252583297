"""Tables as they stand in texts: rows between bars as Markdown has them, each cell behind its heading, or parted.

    | City | Year |              the line above its rule `|---|---|` names the columns
    City: Pinghu; Year: 2023    as the readers of CSV, HTML and DOCX write a row
    Pinghu,2023                 parted as the line that names the columns is (delimited.py)
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from corpus.delimited import headers_in, parted
from corpus.document import Passage, Span

_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_TOLD = re.compile(r"([^:;\n]{1,60}): ([^;\n]*)(?:; |$)")
_ROW = re.compile(r"[^:;\n]{1,60}: [^;\n]*(?:; [^:;\n]{1,60}: [^;\n]*)+")
_BETWEEN = re.compile(r"(?<=\|)[^|\n]*(?=\||$)")


class Cell(NamedTuple):
    """The heading above a cell, and where the cell stands in its line, without blanks; one may be empty."""

    heading: str
    span: Span


def is_rule(line: str) -> bool:
    """Whether a line in Markdown is the one under the names of a table's columns."""
    return _RULE.fullmatch(line.strip()) is not None


def is_barred(line: str) -> bool:
    """Whether a line is a row in Markdown."""
    return line.lstrip().startswith("|")


def is_row(line: str) -> bool:
    """Whether a line is a row that tells each cell behind its heading."""
    return _ROW.fullmatch(line) is not None


def between_bars(line: str) -> list[Span]:
    """Where the cells of a row in Markdown stand in their line, the empty ones too."""
    found = [_trimmed(line, *each.span()) for each in _BETWEEN.finditer(line)]
    return found[:-1] if line.rstrip().endswith("|") else found


def cells(line: str, header: str = "") -> list[Cell]:
    """The cells of a row, under the headings in the line `header` unless it tells them itself; none if they do not fit.

    >>> [(heading, *span) for heading, span in cells("| 3 | Haining |", "| No. | Town |")]
    [('No.', 2, 3), ('Town', 6, 13)]
    """
    return list(_cells(line, header))


@lru_cache(maxsize=1024)
def _cells(line: str, header: str) -> tuple[Cell, ...]:
    if is_barred(line):
        heads, spans = [header[slice(*span)] for span in between_bars(header)], between_bars(line)
        return tuple(map(Cell, heads, spans)) if len(heads) == len(spans) > 1 else ()
    if header and not is_barred(header):
        spans = parted(line.rstrip("\n"), header)
        return tuple(map(Cell, (header[slice(*span)] for span in parted(header, header)), spans)) if spans else ()
    if not is_row(line.rstrip("\n")):
        return ()
    return tuple(Cell(each[1].strip(), _trimmed(line, *each.span(2))) for each in _TOLD.finditer(line))


def header_of(passage: Passage, start: int) -> str:
    """The line that names the columns of the row, between bars or parted, that begins at `start` of the document.

    Empty where there is none: a passage from the midst of a table has it as its last heading.
    """
    text, at = passage.text, start - passage.start
    if not is_barred(text[at : at + 200]):
        return _over_parted(passage, at)
    if is_rule(text[at:].partition("\n")[0]):
        return ""
    above = text[:at].splitlines()
    for place in range(len(above) - 1, -1, -1):
        if is_rule(above[place]) and place:
            return above[place - 1]
        if not is_barred(above[place]):
            return ""
    last = passage.heading[-1] if passage.heading else ""
    return f"| {last} |" if "|" in last else ""


def _over_parted(passage: Passage, at: int) -> str:
    """The same for a row whose cells are parted."""
    last = passage.heading[-1] if passage.heading else ""
    found = _headers_under(last, passage.text)
    if not found:
        return ""
    line = passage.text.count("\n", 0, at) + 1
    above = found[line : line + 1]
    return above[0] if above else ""


@lru_cache(maxsize=64)
def _headers_under(last: str, text: str) -> tuple[str, ...]:
    """The headers in a text and the line over it; asked for each of its sentences."""
    return headers_in(f"{last}\n{text}")


def heading_over(passage: Passage, line: Span, place: int) -> str:
    """The heading of the cell that holds a place in the row `line`; empty where there is none. All are the document's.
    """
    text = passage.text[line.start - passage.start : line.end - passage.start]
    found = cells(text, header_of(passage, line.start))
    at = place - line.start
    return next((heading for heading, (start, end) in found if start <= at < end), "")


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    first = start + len(piece) - len(piece.lstrip())
    return Span(first, max(start + len(piece.rstrip()), first))
