"""Tables in plain text: rows of cells parted by tabs, by wide blanks or by commas, under a line that names the columns.

    Name,Room,Extension        a line is a row where the lines beside it have as many cells, parted alike
    Mia Jensen,B12,2200
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.document import Span

_PARTINGS = (re.compile("\t"), re.compile(r"(?:[ \u3000]{2,}|\u3000)"), re.compile(r",(?!\s)"), re.compile("[,，] ?"))
_LOOSE = len(_PARTINGS) - 1  # commas as sentences have them: a column of figures has to tell that it is a table
_SIGN = re.compile("\t|  |\u3000|[,，].*[,，]")
_LONGEST_CELL, _LONGEST_NAME = 60, 20
_FEWEST_LINES, _FEWEST_BETWEEN_COMMAS = 3, 3
_ENDS = "。.!?！？:：;；"
_FIGURE, _DIGIT = re.compile(r"[\W_]*\d[\d\W_]*\w{0,3}"), re.compile(r".*\d")


def headers(lines: Sequence[str]) -> list[str]:
    """For each line the one that names its columns; empty where it is no row, as the naming line itself is none."""
    found = [""] * len(lines)
    at = 0
    while at < len(lines):
        end = max((_end_of_table(lines, at, parting) for parting in range(len(_PARTINGS))), default=at)
        if end > at:
            found[at + 1 : end] = [lines[at]] * (end - at - 1)
        at = max(end, at + 1)
    return found


@lru_cache(maxsize=64)
def headers_in(text: str) -> tuple[str, ...]:
    """The same for the lines of a text."""
    return tuple(headers(text.split("\n"))) if _SIGN.search(text) else ()


def parted(line: str, header: str) -> list[Span]:
    """Where the cells of a row stand in its line, without blanks, parted as the header is; none if they do not fit."""
    for parting in range(len(_PARTINGS)):
        names, found = _spans(header, parting), _spans(line, parting)
        if len(names) > 1 and len(names) == len(found):
            return found
    return []


def _end_of_table(lines: Sequence[str], at: int, parting: int) -> int:
    """Where the table ends that a line heads; where it heads none, the line itself."""
    if len(lines) - at < _FEWEST_LINES or not _SIGN.search(lines[at]):
        return at
    names = _cells(lines[at], parting)
    if not _are_names(names, parting):
        return at
    end, rows = at + 1, []
    while end < len(lines):
        row = _cells(lines[end], parting)
        if len(row) != len(names) or any(len(each) > _LONGEST_CELL for each in row) or row[-1][-1:] in tuple(_ENDS):
            break
        rows.append(row)
        end += 1
    enough = end - at >= _FEWEST_LINES
    told = parting != _LOOSE or any(all(any(map(str.isdigit, row[n])) for row in rows) for n in range(len(names)))
    return end if enough and told else at


def _are_names(names: Sequence[str], parting: int) -> bool:
    commas = parting >= _LOOSE - 1
    fewest, figure = (_FEWEST_BETWEEN_COMMAS, _DIGIT.match) if commas else (2, _FIGURE.fullmatch)
    short = all(0 < len(each) <= _LONGEST_NAME and not figure(each) for each in names)
    return len(names) >= fewest and short and len(set(names)) == len(names) and names[-1][-1] not in _ENDS


def _cells(line: str, parting: int) -> list[str]:
    return [line[start:end] for start, end in _spans(line, parting)]


def _spans(line: str, parting: int) -> list[Span]:
    """The cells of a line, the empty ones of tabs and commas too."""
    first = len(line) - len(line.lstrip(" \u3000"))
    edges = [first]
    for each in _PARTINGS[parting].finditer(line.rstrip(), first):
        edges += each.span()
    edges.append(len(line.rstrip()))
    found = []
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        piece = line[start:end]
        begin = start + len(piece) - len(piece.lstrip())
        found.append(Span(begin, max(begin, start + len(piece.rstrip()))))
    return found
