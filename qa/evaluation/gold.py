"""Where the evidence of a question stands in the documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus import Document, Language, Span
from qa.evaluation.types import Gold, Place, Question


@dataclass(frozen=True, slots=True)
class Collection:
    """The documents a set is asked of, by their source."""

    by_source: Mapping[str, Document]
    languages: tuple[Language, ...]

    @classmethod
    def of(cls, documents: Iterable[Document]) -> Collection:
        by_source = {each.source: each for each in documents}
        return cls(by_source, tuple(sorted({each.language for each in by_source.values()})))


def locate(question: Question, collection: Collection) -> Gold:
    """The first place of every quote in each document; spaces and line breaks may differ from the document's."""
    spans: dict[str, tuple[Span, ...]] = {}
    languages: list[Language] = []
    missing: list[str] = []
    for evidence in question.evidence:
        places = [
            (document, Span(*match.span()))
            for document in _candidates(evidence.source, collection)
            if (match := _search(evidence.quote, document.text))
        ]
        for document, span in places:
            spans[document.source] = tuple(dict.fromkeys((*spans.get(document.source, ()), span)))
            languages.append(document.language)
        missing += [] if places else [evidence.quote]
    return Gold(spans, tuple(sorted(set(languages))), tuple(missing))


def _candidates(source: str, collection: Collection) -> Iterable[Document]:
    if not source:
        return collection.by_source.values()
    return [collection.by_source[source]] if source in collection.by_source else []


def _search(quote: str, text: str) -> re.Match[str] | None:
    exact = re.escape(quote.strip())
    if quote.strip() in text:
        return re.search(exact, text)
    return re.search(r"\s+".join(map(re.escape, quote.split())), text) if quote.strip() else None


def holds(place: Place, source: str, span: Span) -> bool:
    """Whether a place shares at least half of the shorter of both with a span of evidence."""
    if place.source != source:
        return False
    shared = min(place.end, span.end) - max(place.start, span.start)
    return 2 * shared >= max(1, min(place.end - place.start, span.end - span.start))


def covered(span: Span, source: str, places: Sequence[Place]) -> float:
    """The share of a span's characters that the places cover together."""
    characters = {
        offset
        for place in places
        if place.source == source
        for offset in range(max(place.start, span.start), min(place.end, span.end))
    }
    return len(characters) / max(1, span.end - span.start)
