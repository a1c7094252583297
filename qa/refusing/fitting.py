"""Whether what was read is of the sort that a question asks for."""

from __future__ import annotations

from collections.abc import Sequence

from index.quantities import Quantity, QuantityKind
from qa.question import Asked, bare, sort_of
from qa.reading.candidates import Look, candidates
from qa.reading.pieces import pieces
from qa.types import Kind, ReadSpan

_LOOKS = {
    Kind.DATE: frozenset({Look.DATE}),
    Kind.PERSON: frozenset({Look.PERSON, Look.NAME}),
    Kind.ORGANISATION: frozenset({Look.NAME, Look.QUOTED}),
    Kind.PLACE: frozenset({Look.NAME}),
}


def fits(wording: Asked, spans: Sequence[ReadSpan]) -> float:
    """0 where the best span is no figure of the sort asked for, no date, no name; 1 elsewhere, 1/2 where unclear."""
    if not spans:
        return 0.0
    if wording.kind is Kind.QUANTITY:
        return _fits_figure(wording, spans[0])
    if wording.kind not in _LOOKS:
        return 1.0
    sentence = pieces(spans[0].sentence.text)
    start, end = spans[0].start - spans[0].sentence.start, spans[0].end - spans[0].sentence.start
    inside = [n for n, piece in enumerate(sentence.row) if piece.start < end and start < piece.end]
    held = (c for c in candidates(sentence) if c.look in _LOOKS[wording.kind])
    return float(any(c.first <= inside[-1] and inside[0] < c.last for c in held))


def miscounts(wording: Asked, spans: Sequence[ReadSpan]) -> bool:
    """Whether the best span is a figure that surely counts something else than is asked for."""
    if wording.kind is not Kind.QUANTITY or not wording.strict or not spans:
        return False
    sorts, text = _sorts(spans[0]), spans[0].sentence.text
    return bool(sorts) and not sorts & wording.figures and not any(bare(each, text) for each in _figures(spans[0]))


def unit_agrees(wording: Asked, spans: Sequence[ReadSpan]) -> float:
    """Whether the best span, or if less surely the next, is money, a share or a measure as asked; 1/2 for counts."""
    wanted = wording.figures - {QuantityKind.NUMBER}
    if wording.kind is not Kind.QUANTITY or not wanted or not spans:
        return 0.5
    return float(any(_sorts(span) & wanted for span in spans[:2]))


def _fits_figure(wording: Asked, span: ReadSpan) -> float:
    sorts = _sorts(span)
    if not sorts or not wording.figures or sorts & wording.figures:
        return float(bool(sorts))
    text = span.sentence.text
    return 0.5 if any(bare(each, text) for each in _figures(span)) else 0.0


def _figures(span: ReadSpan) -> list[Quantity]:
    return pieces(span.sentence.text).figures_in(span.start - span.sentence.start, span.end - span.sentence.start)


def _sorts(span: ReadSpan) -> set[QuantityKind]:
    return {sort_of(each) for each in _figures(span)} - {QuantityKind.DATE, QuantityKind.ORDINAL}
