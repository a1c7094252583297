"""A sentence as the ranker and the reader see it: pieces in a row, none overlapping, and what each looks like."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from corpus import Span
from index.multiples import is_word
from index.names import SURNAMES
from index.quantities import Quantity, QuantityKind, quantities
from index.types import FloatMatrix, FloatVector
from index.words import Token, TokenKind, is_chinese, tokens
from qa.reading.forms.abbreviations import joined_places
from qa.reading.people.appointments import names_told

SHAPES = (
    "word", "stop", "number", "chinese", "capitalised", "capitals", "first", "comma", "full stop", "opening", "closing",
    "other mark", "quoted", "bracketed", "titled", "money", "percent", "measure", "duration", "date", "ordinal",
    "bare number", "quantity starts", "quantity ends", "length", "one character", "surname", "place", "place from end",
)  # fmt: skip
_QUANTITY_SHAPE = {
    QuantityKind.NUMBER: "bare number", QuantityKind.MONEY: "money", QuantityKind.PERCENT: "percent",
    QuantityKind.MEASURE: "measure", QuantityKind.DURATION: "duration", QuantityKind.DATE: "date",
    QuantityKind.ORDINAL: "ordinal",
}  # fmt: skip
_COLUMN = {name: column for column, name in enumerate(SHAPES)}
_GAP = re.compile(r"\d+(?:(?:\.|(?<!:\d\d),)\d+)*|\S")  # 07:15,08:05 are two times
_DOTS = frozenset({"·", "•", "・"})  # between the parts of a foreign name
_COMMAS = frozenset(",、\uff0c;\uff1b:\uff1a·")
_STOPS = frozenset(".。!?\uff01\uff1f…")
_PAIRS = {
    "“": ("”", "quoted"), '"': ('"', "quoted"), "「": ("」", "quoted"), "『": ("』", "quoted"), "‘": ("’", "quoted"),
    "(": (")", "bracketed"), "\uff08": ("\uff09", "bracketed"), "[": ("]", "bracketed"), "《": ("》", "titled"),
    "〈": ("〉", "titled"),
}  # fmt: skip
_CLOSING = frozenset(closing for closing, _ in _PAIRS.values())


Places = NDArray[np.int64]
Run = tuple[int, int]  # of pieces of a sentence, half-open
SENTENCES_KEPT = 1024  # about 55 KB each, with all that is worked out of their pieces once


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, a number or a mark at half-open offsets of its sentence; a mark's term is the mark."""

    term: str
    start: int
    end: int


@dataclass(frozen=True, eq=False)
class Pieces:
    """The pieces of one text; `shapes` is (pieces, len(SHAPES)).

    `others` are the terms that no piece carries (subwords, figures by value, the places of 深港), each with the pieces
    it covers; `figures` are the quantities as they stand in the text.
    """

    text: str
    row: tuple[Piece, ...]
    others: tuple[tuple[str, int, int], ...]
    shapes: FloatMatrix
    figures: tuple[Quantity, ...]

    def column(self, shape: str) -> FloatVector:
        """One shape of every piece, by its name in SHAPES."""
        return self.shapes[:, _COLUMN[shape]]

    def figures_in(self, start: int, end: int) -> list[Quantity]:
        """The figures that touch the half-open offsets."""
        return [each for each in self.figures if each.start < end and start < each.end]

    def first_of(self, terms: Set[str], start: int, end: int | None = None) -> int:
        """Where the first piece from `start` on stands that is one of `terms`; without any `end`, or the end of all."""
        end = len(self.row) if end is None else end
        return next((place for place in range(start, end) if self.row[place].term in terms), end)

    def touched(self, start: int, end: int) -> tuple[int, int]:
        """The half-open run of the pieces that the half-open offsets touch, one at least."""
        starts, ends = self._edges
        return bisect_right(ends, start), bisect_left(starts, end)

    def said(self, first: int, last: int) -> str:
        """The text from a piece up to another, as it is written."""
        return self.text[self.row[first].start : self.row[last - 1].end] if first < last else ""

    def has(self, *shapes: str) -> bool:
        """Whether any piece has one of the shapes."""
        return not self._held.isdisjoint(shapes)

    @cached_property
    def _edges(self) -> tuple[list[int], list[int]]:
        """Where each piece starts and ends."""
        return [piece.start for piece in self.row], [piece.end for piece in self.row]

    @cached_property
    def _held(self) -> frozenset[str]:
        return frozenset(np.array(SHAPES)[self.shapes.any(axis=0)].tolist())


@lru_cache(maxsize=4096)
def pieces(text: str) -> Pieces:
    """The text cut into pieces; kept for the next question, because the same sentences are asked again and again."""
    found = tokens(text)
    # Sales doubled to £3m: how many times tells no sum.
    figures = tuple(each for each in quantities(text) if not is_word(text[each.start : each.end]))
    row = _with_dates(text, _with_names(text, _row(text, found)), figures)
    starts = np.array([piece.start for piece in row], dtype=np.int64)
    ends = np.array([piece.end for piece in row], dtype=np.int64)
    others = tuple(
        (token.term, *_covered(starts, ends, token.start, token.end))
        for token in found
        if token.kind in (TokenKind.SUBWORD, TokenKind.QUANTITY)
    )
    others += tuple((name, n, n + 1) for n, piece in enumerate(row) for name in joined_places(piece.term))
    stops = {(token.start, token.end) for token in found if token.kind is TokenKind.STOP}
    return Pieces(text, row, others, _shapes(text, row, stops, figures, starts, ends), figures)


def _row(text: str, found: list[Token]) -> tuple[Piece, ...]:
    """Words and stop words as they come; what lies between them cut into numbers and single marks."""
    row: list[Piece] = []
    last = 0
    for token in found:
        if token.kind not in (TokenKind.WORD, TokenKind.STOP) or token.start < last:
            continue
        row += _gap(text, last, token.start)
        row.append(Piece(token.term, token.start, token.end))
        last = token.end
    return (*row, *_gap(text, last, len(text)))


def _with_names(text: str, row: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with each name that the words about it tell as one, and what else was cut together with it apart."""
    return _apart(text, row, names_told(text)) if any(is_chinese(piece.term) for piece in row) else row


def _with_dates(text: str, row: tuple[Piece, ...], figures: tuple[Quantity, ...]) -> tuple[Piece, ...]:
    """The pieces with the last of a date apart from what it was cut together with: 9月3|日|报到, not 9月3|日报|到."""
    inside = {place for piece in row for place in range(piece.start + 1, piece.end)}
    cut = (each for each in figures if each.kind is QuantityKind.DATE and each.end in inside)
    return _apart(text, row, [Span(each.end - 1, each.end) for each in cut])


def _apart(text: str, row: tuple[Piece, ...], spans: Sequence[Span]) -> tuple[Piece, ...]:
    for start, end in spans:
        held = [piece for piece in row if piece.start < end and start < piece.end]
        parts = ((held[0].start, start), (start, end), (end, held[-1].end)) if held else ()
        cut = [Piece(text[first:last], first, last) for first, last in parts if first < last]
        row = (*(p for p in row if p.end <= start), *cut, *(p for p in row if p.start >= end)) if cut else row
    return row


def _gap(text: str, start: int, end: int) -> list[Piece]:
    return [Piece(mark.group(), mark.start(), mark.end()) for mark in _GAP.finditer(text, start, end)]


def _covered(starts: Places, ends: Places, start: int, end: int) -> tuple[int, int]:
    """The half-open run of pieces that touch `start` to `end`."""
    return int(np.searchsorted(ends, start, side="right")), int(np.searchsorted(starts, end, side="left"))


def _shapes(
    text: str,
    row: tuple[Piece, ...],
    stops: set[tuple[int, int]],
    figures: tuple[Quantity, ...],
    starts: Places,
    ends: Places,
) -> FloatMatrix:
    shapes = np.zeros((len(row), len(SHAPES)), dtype=np.float32)
    marked: list[tuple[int, int]] = []
    open_until: list[tuple[str, int]] = []
    for place, piece in enumerate(row):
        surface = text[piece.start : piece.end]
        marked += [(place, column) for column in _looks(surface, (piece.start, piece.end) in stops)]
        if open_until and surface == open_until[-1][0]:
            open_until.pop()
        elif surface in _PAIRS:
            closing, kind = _PAIRS[surface]
            open_until.append((closing, _COLUMN[kind]))
        marked += [(place, column) for _, column in open_until]
    if marked:
        shapes[tuple(np.array(marked).T)] = 1
    count = np.arange(len(row))
    shapes[:1, _COLUMN["first"]] = 1
    shapes[:, _COLUMN["length"]] = np.minimum(ends - starts, 10) / 10
    shapes[:, _COLUMN["place"]] = np.minimum(count, 40) / 40
    shapes[:, _COLUMN["place from end"]] = np.minimum(count[::-1], 40) / 40
    for quantity in figures:
        first, last = _covered(starts, ends, quantity.start, quantity.end)
        if quantity.kind is QuantityKind.TIME:  # in which the networks have learnt to see bare numbers
            digits = [n for n in range(first, last) if text[row[n].start].isdigit()]
            shapes[np.ix_(digits, [_COLUMN[s] for s in ("bare number", "quantity starts", "quantity ends")])] = 1
            continue
        shapes[first:last, _COLUMN[_QUANTITY_SHAPE[quantity.kind]]] = 1
        shapes[first : first + 1, _COLUMN["quantity starts"]] = 1
        shapes[last - 1 : last, _COLUMN["quantity ends"]] = 1
    return shapes


@lru_cache(maxsize=16384)
def _looks(surface: str, stop: bool) -> tuple[int, ...]:
    """The columns that the surface alone decides."""
    return tuple(_COLUMN[name] for name in _names_of_looks(surface, stop))


def _names_of_looks(surface: str, stop: bool) -> list[str]:
    if surface[0].isdigit():
        return ["number"]
    if not surface[0].isalnum():
        return ["opening" if surface in _PAIRS else "closing" if surface in _CLOSING else _mark(surface)]
    looks = ["stop" if stop else "word"]
    if is_chinese(surface):
        looks += ["chinese"]
        if surface[0] in SURNAMES and len(surface) <= 3:
            looks += ["surname"]
    elif surface[0].isupper():
        looks += ["capitals"] if len(surface) > 1 and surface.isupper() else ["capitalised"]
    return [*looks, "one character"] if len(surface) == 1 else looks


def _mark(surface: str) -> str:
    return "comma" if surface in _COMMAS else "full stop" if surface in _STOPS else "other mark"


def dotted(sentence: Pieces, first: int, last: int) -> Run:
    """The run with the words that dots join to its ends: 汤姆·贝茨."""
    row = sentence.row
    while first > 1 and row[first - 1].term in _DOTS:
        first -= 2
    while last + 1 < len(row) and row[last].term in _DOTS:
        last += 2
    if last < len(row) and row[last - 1].term in _DOTS:
        last += 1
    return first, last
