"""Spans that look like answers: figures, dates, names, what is quoted, clauses; as runs of pieces of a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

import numpy as np

from index.names import readings
from index.quantities import QuantityKind
from index.translate import translations
from qa.reading.pieces import Pieces
from qa.reading.rarity import rarity
from qa.types import Kind


class Look(StrEnum):
    """What a span looks like."""

    FIGURE = "figure"
    DATE = "date"
    ORDINAL = "ordinal"
    PERSON = "person"
    NAME = "name"
    QUOTED = "quoted"
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True)
class Candidate:
    """The pieces `first` up to but not including `last`."""

    first: int
    last: int
    look: Look


FITTING: dict[Kind, tuple[Look, ...]] = {
    Kind.DATE: (Look.DATE,),
    Kind.PERSON: (Look.PERSON, Look.NAME),
    Kind.ORGANISATION: (Look.NAME, Look.QUOTED),
    Kind.PLACE: (Look.NAME,),
}
_PLACE_OR_BODY = tuple("省市县区州国镇村岛港湾局部委院校厂司社会团队馆所站")
_SMALL = frozenset({"of", "the", "and", "de", "van", "von", "la", "le", "du", "da", "di", "for", "&", "-", "."})
_COMMON_WORD = 0.6  # the rarity up to which a word is no name
_RANKS = frozenset({"首位", "首名", "榜首", "前列", "前茅", "末位", "第一位"})
_BREAKS = frozenset(",\uff0c;\uff1b:\uff1a。.!?\uff01\uff1f…")


@lru_cache(maxsize=512)
def candidates(sentence: Pieces) -> tuple[Candidate, ...]:
    """Every candidate of a sentence, each run once, in the order it stands."""
    found: dict[tuple[int, int], Candidate] = {}
    for candidate in (*_figures(sentence), *_names(sentence), *_enclosed(sentence), *_clauses(sentence)):
        if candidate.first < candidate.last:
            found.setdefault((candidate.first, candidate.last), candidate)
    return tuple(sorted(found.values(), key=lambda candidate: (candidate.first, candidate.last)))


def figures_of(sentence: Pieces) -> list[tuple[int, int]]:
    """The half-open runs of its figures, dates and ordinals not among them, in the order they stand."""
    return runs_of(sentence, Look.FIGURE)


def runs_of(sentence: Pieces, look: Look) -> list[tuple[int, int]]:
    """The half-open runs of the spans that look so, in the order they stand."""
    return [(each.first, each.last) for each in candidates(sentence) if each.look is look]


def _figures(sentence: Pieces) -> Iterator[Candidate]:
    starts = np.flatnonzero(sentence.column("quantity starts"))
    ends = np.flatnonzero(sentence.column("quantity ends"))
    date, ordinal = sentence.column("date"), sentence.column("ordinal")
    times = [sentence.touched(each.start, each.end) for each in sentence.figures if each.kind is QuantityKind.TIME]
    yield from (Candidate(*time, Look.DATE) for time in times)
    for first in starts:
        if any(start <= first < end for start, end in times):
            continue
        last = int(ends[np.searchsorted(ends, first)]) if len(ends) and ends[-1] >= first else int(first)
        look = Look.DATE if date[first] else Look.ORDINAL if ordinal[first] else Look.FIGURE
        yield Candidate(int(first), last + 1, look)
    for place, piece in enumerate(sentence.row):
        if piece.term in _RANKS:
            yield Candidate(place, place + 1, Look.ORDINAL)


def _names(sentence: Pieces) -> Iterator[Candidate]:
    capital = sentence.column("capitalised") + sentence.column("capitals") > 0
    row = sentence.row
    place = 0
    while place < len(row):
        if not capital[place]:
            if sentence.column("surname")[place] and _may_be_person(row[place].term):
                yield Candidate(place, place + 1, Look.PERSON)
            elif sentence.column("word")[place] and row[place].term.endswith(_PLACE_OR_BODY):
                yield Candidate(place, place + 1, Look.NAME)
            place += 1
            continue
        last = place + 1
        while last < len(row) and (capital[last] or (row[last].term in _SMALL and capital[last + 1 : last + 2].any())):
            last += 1
        yield Candidate(place, last, Look.NAME)
        place = last


def _may_be_person(term: str) -> bool:
    """Whether a word that begins with a surname may be a name: 金融 is too common for that, 高质量 means something."""
    if len(term) == 1 or (len(term) == 2 and rarity(term) <= _COMMON_WORD):
        return False
    surname = tuple(readings(term[0]))
    return rarity(term) == 1 or any(other.startswith(surname) for other, _ in translations(term))


def _enclosed(sentence: Pieces) -> Iterator[Candidate]:
    for shape in ("quoted", "titled"):
        inside = np.flatnonzero(np.diff(np.concatenate([[0], sentence.column(shape), [0]])))
        for first, last in zip(inside[::2], inside[1::2], strict=True):
            opening = int(sentence.column("opening")[first])
            yield Candidate(int(first) + opening, int(last), Look.QUOTED)


def _clauses(sentence: Pieces) -> Iterator[Candidate]:
    breaks = [-1, *(n for n, piece in enumerate(sentence.row) if piece.term in _BREAKS), len(sentence.row)]
    for before, after in pairwise(breaks):
        yield Candidate(before + 1, after, Look.CLAUSE)
