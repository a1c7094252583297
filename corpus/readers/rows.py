"""Table rows as lines of text, each repeating the header, so that a row is understood wherever it is found."""

from __future__ import annotations

import re
from collections.abc import Sequence

Row = Sequence[str]

_FIGURE = re.compile(r"[\W\d_]*\d[\W\d_]*")
_BLANKS = re.compile(r"\s+")


def rendered(rows: Sequence[Row]) -> str:
    """One paragraph a row, "header: value; header: value"; rows of a table without a header are their values."""
    tidy = [[_BLANKS.sub(" ", cell).strip() for cell in row] for row in rows]
    tidy = [row for row in tidy if any(row)]
    if not has_header(tidy):
        return "\n\n".join("; ".join(filter(None, row)) for row in tidy)
    header, *body = tidy
    return "\n\n".join(_line(header, row) for row in body)


def has_header(rows: Sequence[Row]) -> bool:
    """Whether the first row names the columns: words only, no two alike, one for nearly every column below."""
    if len(rows) < 2:
        return False
    names = [cell for cell in rows[0] if cell]
    widest = max(map(len, rows[1:]))
    return len(names) > 1 and len(set(names)) == len(names) >= widest - 1 and not any(map(_FIGURE.fullmatch, names))


def _line(header: Row, row: Row) -> str:
    names = [*header, *[""] * (len(row) - len(header))]
    pairs = zip(names, row, strict=False)
    return "; ".join(f"{name}: {value}" if name else value for name, value in pairs if value)
