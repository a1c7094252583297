"""Whether evidence has the figures, the names and the unit that a question asks with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from index.dates import Date
from index.names import sounds_like
from index.quantities import QuantityKind, quantities
from index.query import QueryTerm
from index.types import FloatVector
from qa.contrasts import mentions
from qa.types import Kind, ReadSpan

_WRITTEN = 0.6  # a name matched less well than this is listened for
_SMALL = 10
_ASKED_UNITS: tuple[tuple[re.Pattern[str], frozenset[QuantityKind]], ...] = (
    (re.compile(r"年纪|年龄|多大岁数|几岁|how old|what age"), frozenset({QuantityKind.DURATION, QuantityKind.MEASURE})),
    (
        re.compile(
            r"百分之几|百分比|比例|增速|增幅|增长率|增长了?(?:多少|几)"
            r"|percent|growth rate|proportion|what share|by how much"
        ),
        frozenset({QuantityKind.PERCENT}),
    ),
    (
        re.compile(
            r"多少[万亿千百]*(?:钱|元|美元|资金|人民币)|金额|how much (?:money|funding|capital)|in yuan|in dollars"
        ),
        frozenset({QuantityKind.MONEY}),
    ),
    (
        re.compile(r"多少年|多长时间|多久|how long|how many years"),
        frozenset({QuantityKind.DURATION, QuantityKind.MEASURE}),
    ),
)


def figures_stated(question: str, evidence: str) -> float:
    """The share of the question's figures and dates that the evidence has; small counts are often not repeated."""
    asked_for = {
        each.key
        for each in quantities(question)
        if each.kind is not QuantityKind.ORDINAL and (isinstance(each.value, Date) or each.unit or each.value > _SMALL)
    }
    if not asked_for:
        return 1.0
    there = {each.key for each in quantities(evidence)}
    years = {mention.member for mention in mentions(evidence) if mention.slot == "year"}
    return sum(key in there or _year(key[0]) in years for key in asked_for) / len(asked_for)


def _year(value: object) -> str:
    return str(value.year) if isinstance(value, Date) else ""


def unit_agrees(question: str, kind: Kind, spans: Sequence[ReadSpan]) -> float:
    """Whether the best span, or if less surely the next, is a figure of the sort that the wording asks for."""
    wanted = next((kinds for pattern, kinds in _ASKED_UNITS if pattern.search(question.lower())), None)
    if kind is not Kind.QUANTITY or wanted is None or not spans:
        return 0.5
    return float(any(_kinds(span) & wanted for span in spans[:2]))


def _kinds(span: ReadSpan) -> set[QuantityKind]:
    start, end = span.start - span.sentence.start, span.end - span.sentence.start
    return {each.kind for each in quantities(span.sentence.text) if each.start < end and start < each.end}


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
    return likely[0].confidence if likely else 0.0
