"""Table rows as lines of text, each repeating the header, so that a row is understood wherever it is found."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

Row = Sequence[str]


class Cell(NamedTuple):
    """A cell and how many columns and rows it takes."""

    text: str
    columns: int = 1
    rows: int = 1


_WIDEST_CELL = 100  # columns or rows; a table that claims more is not believed
_FIGURE = re.compile(r"[\W\d_]*\d[\W\d_]*")
_BLANKS = re.compile(r"\s+")


def rendered(rows: Sequence[Row]) -> str:
    """One paragraph a row, "header: value; header: value"; rows of a table without a header are their values."""
    tidy = [[_BLANKS.sub(" ", cell).strip() for cell in row] for row in rows]
    tidy = [row for row in tidy if any(row)]
    captions = []
    while len(tidy) > 1 and len(tidy[0]) > 1 and len(set(filter(None, tidy[0]))) == 1:
        captions.append(next(filter(None, tidy.pop(0))))
    header, body = (tidy[0], tidy[1:]) if has_header(tidy) else ([], tidy)
    return "\n\n".join([*captions, *(_line(header, row) for row in body)])


def has_header(rows: Sequence[Row]) -> bool:
    """Whether the first row names the columns: several different words, one for nearly every column below."""
    if len(rows) < 2:
        return False
    names = [cell for cell in rows[0] if cell]
    widest = max(map(len, rows[1:]))
    return len(set(names)) > 1 and len(names) >= widest - 1 and not any(map(_FIGURE.fullmatch, names))


def expanded(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """The rows with every cell said again in each column and row that it takes."""
    found: list[list[str]] = []
    hanging: dict[int, tuple[str, int]] = {}  # column -> text of a cell above, rows it still takes
    for row in rows:
        cells = [cell for cell in row for _ in range(min(cell.columns, _WIDEST_CELL))]
        line: list[str] = []
        while cells or len(line) in hanging:
            column = len(line)
            text, left = hanging.pop(column, ("", 0))
            if not left:
                cell = cells.pop(0)
                text, left = cell.text, min(cell.rows, _WIDEST_CELL)
            line.append(text)
            if left > 1:
                hanging[column] = text, left - 1
        found.append(line)
    return found


def _line(header: Row, row: Row) -> str:
    names = [*header, *[""] * (len(row) - len(header))]
    said = set(filter(None, row))
    if not header and len(said) == 1 and not any(map(_FIGURE.fullmatch, said)):
        return said.pop()  # one cell merged over all columns
    # A value twice under one name is a merged cell; without a name it is two values.
    pairs = dict.fromkeys(
        (name, value, 0 if name else column)
        for column, (name, value) in enumerate(zip(names, row, strict=False))
        if value
    )
    return "; ".join(f"{name}: {value}" if name else value for name, value, _ in pairs)
