"""CSV and TSV: a row a paragraph, told with its header; the delimiter is found out."""

from __future__ import annotations

import csv
import io
from collections import Counter
from itertools import islice

from corpus.encoding import decode
from corpus.errors import YoujuError
from corpus.readers import Text
from corpus.readers.rows import rendered

_DELIMITERS = ",\t;|，"
_SAMPLE_ROWS = 50
_LARGEST_CELL = 10_000_000


def read(data: bytes) -> Text:
    text, encoding = decode(data)
    csv.field_size_limit(_LARGEST_CELL)
    try:
        rows = list(csv.reader(_lines(text), delimiter=_delimiter(text)))
    except csv.Error as error:
        raise YoujuError(f"The table is malformed: {error}.") from error
    return Text(rendered(rows), encoding=encoding)


def _lines(text: str) -> io.StringIO:
    """Cut at newlines alone: `splitlines` would end a row inside a cell, at U+2028 or a form feed."""
    return io.StringIO(text, newline="")


def _delimiter(text: str) -> str:
    """The delimiter that cuts the most rows of a sample into the same number of columns; a comma where none does."""
    sample = text[:100_000]

    def regularity(delimiter: str) -> float:
        rows = islice(csv.reader(_lines(sample), delimiter=delimiter), _SAMPLE_ROWS)
        widths = Counter(len(row) for row in rows if row)
        width, times = max(widths.items(), key=lambda item: (item[1], item[0]))
        return times / widths.total() * (1 - 1 / width)

    return max(_DELIMITERS, key=regularity)
