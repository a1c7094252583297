"""Of which year a figure is told: of the one that is asked about, of last year, or of another."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.sentences import clauses
from qa.contrasts import mentions
from qa.types import ReadSpan

Years = frozenset[tuple[str, str]]  # ("year", "2023"), ("when", "去年")


def of_another_year(span: ReadSpan, asked: Years) -> bool:
    """Whether a span is told of another year than those of a question: 2024年实现营收42亿元, asked about 2023.

    Its own clause says so, or else what is said last ahead of it.
    """
    return _differ(_told(span), asked)


def only_of_others(span: ReadSpan, asked: Years) -> bool:
    """Whether a span's own clause names years, and none of those that the question names."""
    return _differ(_told(span, in_clause=True), asked)


def beside_one_told(found: Sequence[ReadSpan], asked: Years) -> list[bool]:
    """For each span whether no year is told of it, and of another one of its sentence that which is asked for.

    9万箱, where last year is asked about: 完成9万箱,去年同期7万箱.
    """
    told = [_told(span) for span in found]
    right = {span.sentence for span, years in zip(found, told, strict=True) if years & asked}
    return [span.sentence in right and not years for span, years in zip(found, told, strict=True)]


def _differ(told: Years, asked: Years) -> bool:
    return any(
        not any((slot, member) in asked for other, member in told if other == slot)
        for slot in {slot for slot, _ in asked} & {slot for slot, _ in told}
    )


def _told(span: ReadSpan, in_clause: bool = False) -> Years:
    """The years that a span's clause names, if none and not only that is looked at, the last named ahead of it."""
    text, (start, _) = span.sentence.text, span.within
    clause = next((each for each in clauses(text) if each.start <= start < each.end), None)
    if clause is None:
        return frozenset()
    ahead = [each for each in mentions(text) if each.slot in ("year", "when") and each.end <= clause.end]
    own = [each for each in ahead if each.start >= clause.start]
    return frozenset((each.slot, each.member) for each in (own if own or in_clause else ahead[-1:]))
