"""Yes-or-no questions: what answers them is the clause that makes the claim, not a name or figure inside it."""

from __future__ import annotations

from dataclasses import replace

from corpus import Span
from corpus.sentences import clauses
from index.query import Query, QueryTerm
from index.words import terms
from qa.types import ReadSpan

_LATER = 3.0  # how much more the last word of a question weighs than its first
_LONGEST = 120  # characters of a bare answer
_ENDS = " \n\t,.;:，。；：、!?！？#*->"


def claim(span: ReadSpan, query: Query) -> ReadSpan:
    """The clause of the span's sentence that holds most of the question's words; later ones weigh more.

    What is asked comes last in both languages, after what it is asked of. The span itself where nothing fits.
    """
    text = span.sentence.text
    rated = [(_shared(text[start:end], query), Span(start, end)) for start, end in clauses(text)]
    if not rated:
        return span
    shared, best = max(rated, key=lambda each: each[0])
    start, end = _bare(text, best)
    if not shared or not 0 < end - start <= _LONGEST:
        return span
    return replace(span, start=span.sentence.start + start, end=span.sentence.start + end)


def _shared(clause: str, query: Query) -> float:
    held = set(terms(clause))
    length = max(1, len(query.text))
    return sum((1 + _LATER * word.start / length) * _chance(word, held) for word in query.terms)


def _chance(word: QueryTerm, held: set[str]) -> float:
    return max((chance for form, chance in word.alternatives if form in held), default=0.0)


def _bare(text: str, span: Span) -> Span:
    """The clause without marks and spaces at its edges."""
    start, end = span
    while start < end and text[start] in _ENDS:
        start += 1
    while end > start and text[end - 1] in _ENDS:
        end -= 1
    return Span(start, end)
