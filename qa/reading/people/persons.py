"""Persons told in more than one sentence: who said something, who came after whom, who holds a post."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus import Span
from index.passage_index import PassageIndex
from index.query import Query
from qa.reading.people.offices import office_holder
from qa.reading.people.speakers import speaker
from qa.reading.people.successions import other_in_succession
from qa.reading.people.topics import PRONOUNS, meant_before, with_what_is_told
from qa.types import RankedSentence, ReadSpan

_SURE = 30.0  # score of somebody found above the best of what is read


def person_first(
    query: Query, ranked: Sequence[RankedSentence], spans: Sequence[ReadSpan], index: PassageIndex
) -> tuple[ReadSpan, ...]:
    """The spans read, ahead of them the person whom the question asks for, where code finds that told.

    The sentence of the name reaches from where somebody is named to what is told of him, if they are near.
    """
    told = speaker(query, ranked, index)
    if told is None:
        plainly = other_in_succession(query.text, ranked, index) or office_holder(query.text, ranked, index)
        told = replace(plainly, plain=True) if plainly else _meant_by_pronoun(spans, index)
    best = spans[0].score if spans else 0.0
    return (replace(told, score=best + _SURE), *spans) if told else tuple(spans)


def _meant_by_pronoun(spans: Sequence[ReadSpan], index: PassageIndex) -> ReadSpan | None:
    """Whom the best span means where it is but "she" or 他."""
    if not spans or spans[0].text.lower() not in PRONOUNS:
        return None
    sentence = spans[0].sentence
    text = index.document(sentence.passage.document_id).text
    name = meant_before(text, sentence.start)
    return with_what_is_told(sentence, Span(name.start, sentence.end), name, text) if name else None
