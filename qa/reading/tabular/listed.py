"""The tables and the price lists of a text: rows of cells, and lines that tell one figure each behind a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import chain, repeat
from typing import NamedTuple

from corpus import Span
from corpus.delimited import headers_in
from corpus.tables import cells, header_of, is_barred, is_rule
from index.folding import fold
from index.quantities import Quantity, QuantityKind, Value, quantities
from qa.types import RankedSentence

_LONGEST_NAME, _LONGEST_REST = 40, 40  # characters of what a line of a list names, and of what it says of its figure
_NAME = re.compile(r"\s*(?:[-*•]\s+)?(?P<name>[^|\n:：,，;；。]*[^|\s:：,，;；。.…–—-])(?:\s*[:：].*|[\s.…–—-]*)")

# What may stand around the ends of how long something takes: from 2 to 4 hours, 30分钟以内（含）.
_BETWEEN = re.compile(
    r"(?:[\s~()-]|[至到含超过满不以之内上下外停车时长间]|\b(?:to|from|up|over|under|more|less|than|and|or|within|between|first|the)\b)*"
)
_MEANS_MORE = re.compile(r"over|least|more|above")

_MEASURES = {
    "second": ("minute", Fraction(1, 60)),
    "hour": ("minute", Fraction(60)),
    "day": ("minute", Fraction(24 * 60)),
    "week": ("minute", Fraction(7 * 24 * 60)),
    "fortnight": ("minute", Fraction(14 * 24 * 60)),
    "year": ("month", Fraction(12)),
}


class Table(NamedTuple):
    """The headings of a table, or none of a price list, and where the cells of its rows stand, the name first."""

    headings: tuple[str, ...]
    rows: tuple[tuple[Span, ...], ...]


def tables_of(text: str) -> Iterator[Table]:
    """The tables and price lists of a text of two rows or more."""
    headings: tuple[str, ...] | None = None
    rows: list[tuple[Span, ...]] = []
    at, before, header = 0, "", ""
    parted = chain(headers_in(text), repeat(""))
    for line, over in zip([*text.split("\n"), ""], parted, strict=False):
        told, found = _row(line, header or over, at)
        if told is None or told != headings:
            if headings is not None and len(rows) > 1:
                yield Table(headings, tuple(rows))
            headings, rows = told, []
        if told is not None:
            rows.append(found)
        header = before if is_rule(line) else header if is_barred(line) else ""
        before, at = line, at + len(line) + 1


@lru_cache(maxsize=1024)
def _row(line: str, header: str, at: int) -> tuple[tuple[str, ...] | None, tuple[Span, ...]]:
    """The headings of a line that is a row and where its cells stand; no heading where it is one of a price list."""
    if found := cells(line.rstrip("\n"), header):
        return tuple(each.heading for each in found), tuple(Span(at + s, at + e) for _, (s, e) in found)
    figures = [each for each in quantities(line) if each.unit]
    if not 1 <= len(figures) <= 2 or len(line.rstrip()) > figures[-1].end + _LONGEST_REST:
        return None, ()
    figure, named = figures[-1], _NAME.fullmatch(line[: figures[-1].start])
    if not named or len(named["name"]) > _LONGEST_NAME:
        return None, ()
    if len(figures) == 2 and (figures[0].start, figures[0].end) != named.span("name"):  # 60分钟：200元 has two
        return None, ()
    first, last = named.span("name")
    return (), (Span(at + first, at + last), Span(at + figure.start, at + figure.end))


def measured(figure: Quantity) -> tuple[str, Value]:
    """The unit and the value of a figure, of how long something takes in minutes or months."""
    unit, times = _MEASURES.get(figure.unit, (figure.unit, Fraction(1)))
    return unit, figure.value * times if isinstance(figure.value, Fraction) else figure.value


def lengths_in(text: str) -> frozenset[tuple[str, Value]]:
    """How long a text says that something takes: 2 hours and 120分钟 are the same."""
    told = [each for each in quantities(text) if each.kind is QuantityKind.DURATION and each.upper is None]
    return frozenset(map(measured, told))


def of_length(question: str, name: str) -> bool | None:
    """Whether a name that is nothing but how long something takes is as long as a question says; else None.

    What lies between its ends, 30分钟至2小时, or beyond its one, "over 8 hours", is as long as it too.
    """
    told = quantities(name)
    if not told or any(each.kind is not QuantityKind.DURATION for each in told):
        return None
    asked_for = lengths_in(question)
    if not asked_for:
        return None
    left = "".join(" " if any(each.start <= n < each.end for each in told) else sign for n, sign in enumerate(name))
    if _BETWEEN.fullmatch(fold(left).text) is None:
        return None
    first, last = told[0], replace(told[-1], value=told[-1].upper or told[-1].value)
    (unit, low), (other, high) = measured(first), measured(last)
    lengths = [value for each, value in asked_for if each == unit]
    if len(told) > 2 or unit != other or not lengths:
        return None
    if len(told) == 2 or first.upper is not None:
        return any(_lies(each, low, high) for each in lengths)
    if not first.rounding:
        return low in lengths
    longer = _MEANS_MORE.search(first.rounding.meaning) is not None
    return any(_lies(each, low, None) if longer else _lies(each, None, low) for each in lengths)


def _lies(length: Value, low: Value | None, high: Value | None) -> bool:
    """Whether a length is more than one end and no more than the other, as prices by the hour are meant."""
    above = not isinstance(low, Fraction) or (isinstance(length, Fraction) and low < length)
    return above and (not isinstance(high, Fraction) or (isinstance(length, Fraction) and length <= high))


def figure_of(sentence: RankedSentence) -> tuple[str, Span] | None:
    """The name of the line of a price list, and where its figure stands in it."""
    headings, spans = _row(sentence.text, "", 0)
    return (sentence.text[slice(*spans[0])], spans[1]) if spans and not headings else None


def name_of(sentence: RankedSentence) -> str:
    """What the row of a table or the line of a price list is called; empty where a sentence is neither."""
    _, spans = _row(sentence.text, header_of(sentence.passage, sentence.start), 0)
    return sentence.text[slice(*spans[0])] if spans else ""
