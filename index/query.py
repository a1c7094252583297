"""A question as the index sees it: its words, their translations, its vector."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.language import Language, question_language
from index.translate import translations
from index.types import Embedder, FloatVector
from index.words import TokenKind, tokens


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A word of the question at half-open offsets; `alternatives` are itself with 1.0, then its translations.

    `sounds` are names of the searched collection that it may be, with confidences; `capitalised` tells how it stands.
    """

    term: str
    start: int
    end: int
    alternatives: tuple[tuple[str, float], ...]
    sounds: tuple[tuple[str, float], ...] = ()
    capitalised: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Query:
    """`terms` are distinct and without stop words, in the order of their first occurrence."""

    text: str
    language: Language
    terms: tuple[QueryTerm, ...]
    vector: FloatVector


def analyse(text: str, embedder: Embedder) -> Query:
    """Make a question ready for search; one without any word has no terms and may have a zero vector."""
    found: dict[str, QueryTerm] = {}
    for token in tokens(text):
        if token.kind is not TokenKind.STOP and token.term not in found:
            alternatives = ((token.term, 1.0), *translations(token.term))
            capitalised = text[token.start : token.start + 1].isupper()
            found[token.term] = QueryTerm(token.term, token.start, token.end, alternatives, capitalised=capitalised)
    return Query(text, question_language(text), tuple(found.values()), embedder.embed_queries([text])[0])
