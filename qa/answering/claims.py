"""Yes-or-no questions: what answers them is the clause that makes the claim, not a name or figure inside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus import Span
from corpus.sentences import clauses
from index.quantities import QuantityKind, quantities
from index.query import Query, QueryTerm
from index.words import terms
from qa.types import ReadSpan

_LATER = 3.0  # how much more the last word of a question weighs than its first
_LONGEST = 120  # characters of a bare answer
_JOINING = re.compile(r"\s*(?:但是?|而且?|并且|且|不过|(?i:and|but|so)\b)")
_ENDS = " \n\t,.;:，。；：、!?！？#*->"


def claim(span: ReadSpan, query: Query) -> ReadSpan:
    """The clause of the span's sentence that says a figure of the question, or else holds most of its words.

    Later words weigh more: what is asked comes last in both languages, after what it is asked of; a date is only when.
    The span itself where nothing fits.
    """
    text = span.sentence.text
    asked = quantities(query.text)
    dates = [each for each in asked if each.kind is QuantityKind.DATE]
    figures = {each.key for each in asked} - {each.key for each in dates}
    words = [word for word in query.terms if not any(each.start <= word.start < each.end for each in dates)]
    places = clauses(text)
    told = [text[start:end] for start, end in places]
    rated = [(any(e.key in figures for e in quantities(each)), _shared(each, words, query)) for each in told]
    if not any(shared for _, shared in rated):
        return span
    start, end = _bare(text, places[rated.index(max(rated))])
    if not 0 < end - start <= _LONGEST:
        return span
    return replace(span, start=span.sentence.start + start, end=span.sentence.start + end)


def _shared(clause: str, words: Sequence[QueryTerm], query: Query) -> float:
    held = set(terms(clause))
    length = max(1, len(query.text))
    return sum((1 + _LATER * word.start / length) * _chance(word, held) for word in words)


def _chance(word: QueryTerm, held: set[str]) -> float:
    return max((chance for form, chance in word.alternatives if form in held), default=0.0)


def _bare(text: str, span: Span) -> Span:
    """The clause without marks and spaces at its edges, a word that joins it to the one before, or half a quotation."""
    start, end = span
    if joining := _JOINING.match(text, start, end):
        start = joining.end()
    ends = _ENDS + "".join(mark for mark, other in ("“”", "”“") if other not in text[start:end])
    while start < end and text[start] in ends:
        start += 1
    while end > start and text[end - 1] in ends:
        end -= 1
    return Span(start, end)
