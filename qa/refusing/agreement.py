"""Whether evidence has the figures and the names that a question asks with."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

import numpy as np

from index.dates import Date
from index.folding import fold
from index.names import readings, sounds_like
from index.quantities import QuantityKind, quantities
from index.query import QueryTerm
from index.types import FloatVector
from qa.contrasts import mentions
from qa.reading.candidates import Look, candidates
from qa.reading.pieces import pieces

_WRITTEN = 0.6  # a name matched less well than this is listened for
_SMALL = 10


def figures_stated(question: str, evidence: str) -> float:
    """The share of the question's figures and dates that the evidence has; small counts are often not repeated."""
    asked_for = {
        each.key
        for each in quantities(question)
        if each.kind is not QuantityKind.ORDINAL
        and (not isinstance(each.value, Fraction) or each.unit or each.value > _SMALL)
    }
    if not asked_for:
        return 1.0
    there = {each.key for each in quantities(evidence)}
    years = {mention.member for mention in mentions(evidence) if mention.slot == "year"}
    return sum(key in there or _year(key[0]) in years for key in asked_for) / len(asked_for)


def _year(value: object) -> str:
    return str(value.year) if isinstance(value, Date) else ""


def names_heard(text: str, names: Sequence[QueryTerm], matched: FloatVector, evidence: str) -> FloatVector:
    """How surely each name of `text` sounds like a stretch of Chinese evidence, (names,); 0 where it is written there.

    Names side by side, such as a surname and a first name, are tried as one first.
    """
    heard = np.zeros(len(names), dtype=np.float32)
    starts = [n for n, name in enumerate(names) if not n or text[names[n - 1].end : name.start] != " "]
    for first, last in pairwise([*starts, len(names)]):
        if matched[first:last].min() >= _WRITTEN:
            continue
        run = [text[name.start : name.end] for name in names[first:last]]
        together = _likeness("".join(run), evidence)
        heard[first:last] = together or [_likeness(name, evidence) for name in run]
    return heard


def _likeness(name: str, evidence: str) -> float:
    likely = sounds_like(name, evidence)
    return likely[0].confidence if likely else float(_is_surname(name, evidence))


def _is_surname(name: str, evidence: str) -> bool:
    """Whether somebody whom Chinese evidence names has a surname that is read so: Wang of 王小明."""
    cut = pieces(evidence)
    persons = (cut.row[each.first].term for each in candidates(cut) if each.look is Look.PERSON)
    return any(fold(name).text in readings(person[0]) for person in persons)
