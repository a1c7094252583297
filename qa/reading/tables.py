"""Rows of a table: the cell under the heading that is asked for, in the row that the question names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from index.model import EmbeddedModel
from index.query import QueryTerm
from index.types import FloatMatrix
from qa.reading.enumerations import Run
from qa.reading.matching import match
from qa.reading.pieces import Pieces, pieces
from qa.types import Kind, RankedSentence

_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
# Headings under which a kind of answer stands, though the question says them in other words.
_OF_KIND = {
    Kind.DATE: re.compile(r"日期|时间|時間|截止|期限|\b(?:date|time|day|deadline|due|until)\b", re.IGNORECASE),
    Kind.PERSON: re.compile(
        r"人$|人[员員]|[负負][责責]|姓名|教[师師练練]|老[师師]|[讲講][师師]|主[讲講]|[医醫]生|[经經]理|作者"
        r"|\b(?:name|owner|person|lead(?:er)?|contact|t(?:each|ut)(?:er|or)|instructor|lecturer|coach|doctor|manager|author)\b",
        re.IGNORECASE,
    ),
    Kind.PLACE: re.compile(r"地[点點]|教室|房[间間]|[场場]地|\b(?:room|venue|place|location|where)\b", re.IGNORECASE),
}
_FIGURES = frozenset({Kind.QUANTITY, Kind.DATE})
_COLON = frozenset({":"})
_MATCHED, _NAMING = 0.6, 0.6  # how well a word is matched, and the share of a cell's words that name its row


class Cell(NamedTuple):
    """The pieces of a cell, and whether the question says its heading in so many words."""

    run: Run
    plain: bool


def is_rule(line: str) -> bool:
    """Whether a line in Markdown is the one under the names of a table's columns."""
    return _RULE.fullmatch(line.strip()) is not None


def header_of(row: RankedSentence) -> str:
    """The line in Markdown that names the columns of the table a row stands in; empty where the passage has none."""
    if not row.text.lstrip().startswith("|") or is_rule(row.text):
        return ""
    above = row.passage.text[: row.start - row.passage.start].splitlines()
    for place in range(len(above) - 1, 0, -1):
        if is_rule(above[place]):
            return above[place - 1]
        if not above[place].lstrip().startswith("|"):
            break
    return ""


def cell_of(words: Sequence[QueryTerm], row: Pieces, matches: FloatMatrix, header: str, kind: Kind) -> Cell | None:
    """The cell of a row that is asked for, where another one names the row; `matches` is (words, pieces of the row).

    Under the heading that the question says, or its kind of answer; the heading stands in the line `header`, or before
    each cell as the readers of tables write it, "item: maps; until: May 3". Where that cell is named itself, as in
    何佳负责什么, the first one of the row.
    """
    if not len(words):
        return None
    if header:
        top, cells = pieces(header), _between_bars(row)
        heads, told = _between_bars(top), match(words, [top], EmbeddedModel.load().word_vectors).best()
    else:
        top, told = row, matches
        heads, cells = _named(row)
    if len(cells) < 2 or len(cells) != len(heads):
        return None
    named = [_share(row, cell, matches) for cell in cells]
    fitting = _OF_KIND.get(kind)
    written = [_share(top, head, told) for head in heads]
    said = [
        share + 0.5 * bool(fitting and fitting.search(top.said(*head).strip()))
        for share, head in zip(written, heads, strict=True)
    ]
    able = [n for n, cell in enumerate(cells) if kind not in _FIGURES or row.column("number")[slice(*cell)].any()]
    asked = max(able, key=lambda n: said[n], default=0)
    if not able or said[asked] <= 0:  # the only figure that the question does not say itself
        able = [n for n in able if named[n] < _NAMING]
        if kind not in _FIGURES or len(able) != 1:
            return None
        asked = able[0]
    if named[asked] >= _NAMING and asked > 0:
        return Cell(cells[0], False)
    others = (share for place, share in enumerate(named) if place != asked)
    if not max(others) >= _NAMING > named[asked]:
        return None
    return Cell(cells[asked], written[asked] >= _NAMING)


def _between_bars(row: Pieces) -> list[Run]:
    """What stands between two bars; an empty cell is left out."""
    bars = [n for n, piece in enumerate(row.row) if piece.term == "|"]
    ends = [*bars, len(row.row)]
    return [(first + 1, last) for first, last in zip(bars, ends[1:], strict=False) if last > first + 1]


def _named(row: Pieces) -> tuple[list[Run], list[Run]]:
    """The headings and the cells of a row as the readers of tables write it; none where a part has no heading."""
    ends = [n for n, piece in enumerate(row.row) if piece.term == ";"]
    heads, cells = [], []
    for first, last in pairwise([-1, *ends, len(row.row)]):
        colon = row.first_of(_COLON, first + 1, last)
        if not first + 1 < colon < last - 1:
            return [], []
        heads.append((first + 1, colon))
        cells.append((colon + 1, last))
    return heads, cells


def _share(sentence: Pieces, run: Run, matches: FloatMatrix) -> float:
    """The share of the words of a run that the question says."""
    words = [n for n in range(*run) if sentence.column("word")[n] or sentence.column("number")[n]]
    return float((matches[:, words].max(axis=0) >= _MATCHED).mean()) if words else 0.0
