"""The amounts that a span tells, and whether they only tell by how much something rose, fell or differs."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.sentences import clause_at
from index.quantities import Quantity, QuantityKind, quantities
from qa.reading.pieces import pieces
from qa.types import ReadSpan

_NEARLY, _ABOUT = "(?:约|近|超过|逾|超)?", "(?:about |nearly |over |around |almost |some )?"
_CHANGED = re.compile(
    rf"(?:[上下]调|上涨|下跌|上升|下降|增长|增加|减少|提高|降低|回落|[涨跌])了?{_NEARLY}$"
    r"|\b(?:(?:r[io]se\w*|risen|grew|grow\w*|increas\w+|f[ae]ll\w*|dropp?\w*|declin\w+|up|down|higher|lower|longer|cut)"
    rf" by|(?:goes?|went|is|are|was|were) (?:up|down)|(?:increase|rise|decrease|decline) of) {_ABOUT}$",
    re.IGNORECASE,
)
# Rose 7 % to £2 million.
_RISEN = re.compile(
    rf"\b(?:r[io]se\w*|risen|gr[eo]w\w*|increas\w+|f[ae]ll\w*|dropp?\w*|declin\w+|up|down|climb\w*|jump\w*) {_ABOUT}$",
    re.IGNORECASE,
)
_JOIN = re.compile(r"[、和及与]|,? and |, ")
_NO_AMOUNTS = frozenset({QuantityKind.DATE, QuantityKind.TIME, QuantityKind.ORDINAL})
_THAN = re.compile("[比较]")
_BY = re.compile(rf"(?<![最至不很])[多少高低快慢][了出]?{_NEARLY}$")
_MORE = re.compile(r" (?:more|less|higher|lower|fewer|cheaper|dearer)\b(?! or\b)", re.IGNORECASE)


def amounts_of(span: ReadSpan) -> list[Quantity]:
    """The figures that a span holds, dates and places in a row left out."""
    return _amounts(span.sentence.text, *span.within)


def _amounts(text: str, start: int, end: int) -> list[Quantity]:
    return [each for each in pieces(text).figures_in(start, end) if each.kind not in _NO_AMOUNTS]


def _first_of_row(text: str, figure: Quantity) -> int:
    """Where the first of the figures begins that stand in a row with one: 增长28%、27%、14%."""
    start = figure.start
    for each in reversed([each for each in quantities(text) if each.end <= figure.start and each.kind is figure.kind]):
        if not _JOIN.fullmatch(text, each.end, start):
            break
        start = each.start
    return start


def tells_difference(span: ReadSpan) -> bool:
    """Whether the first figure of a span is a rise, a fall or a difference: 下调0.17元, 比前年多了一成, 2 % more."""
    return _told(span.sentence.text, *span.within)


@lru_cache(maxsize=1024)
def _told(text: str, start: int, end: int) -> bool:
    """Kept, because the same place is found again and again: likely itself, and what others are set right to."""
    amounts = _amounts(text, start, end)
    if not amounts:
        return False
    before = text[: _first_of_row(text, amounts[0])]
    compared = _THAN.search(clause_at(text, start)) and _BY.search(before)
    percent, behind = amounts[0].kind is QuantityKind.PERCENT, amounts[0].end
    risen = percent and _RISEN.search(before) and text.startswith(" to ", behind)
    return bool(_CHANGED.search(before) or risen or _MORE.match(text, behind) or compared)
