"""The same answer elsewhere: in the question's language, in a whole sentence, in the notation of another text."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import Language
from index.folding import fold
from index.quantities import Quantity, quantities
from index.words import terms_kept
from qa.types import RankedSentence, ReadSpan

LOOKED_AT = 12  # sentences, best first
_EQUALLY_GOOD = 12.0  # score between two spans of which the one in the question's language is preferred
_TOLD_IN_FULL = 0.6  # share of the words of a heading that the sentence has that says all of it
_FULL_STOPS = ("。", ".", "！", "!", "？", "?", "；", ";")
_CLOSERS = "”’」』）)\"'"
_SHORTEST = 2  # characters of a name that confirms


def readable(spans: Sequence[ReadSpan], language: Language) -> ReadSpan:
    """The best span, or one in the question's language that is about as good."""
    near = (span for span in spans if span.score >= spans[0].score - _EQUALLY_GOOD)
    return next((span for span in near if in_language(span, language)), spans[0])


def in_language(span: ReadSpan, language: Language) -> bool:
    written = span.sentence.passage.language
    return written.chinese == language.chinese and written is not Language.MIXED


def in_full(span: ReadSpan, sentences: Sequence[RankedSentence]) -> ReadSpan:
    """The same answer in a whole sentence of the same document where the span stands in a heading; else the span."""
    if _is_whole(span.sentence):
        return span
    for sentence in sentences[:LOOKED_AT]:
        own = sentence.passage.document_id == span.sentence.passage.document_id
        if not own or not _is_whole(sentence) or _in_common(span, sentence) < _TOLD_IN_FULL:
            continue
        if (same := same_in(span, sentence)) is not None:
            return same
    return span


def figure(span: ReadSpan) -> Quantity | None:
    """The only figure of a span, with the unit it has in its sentence."""
    start, end = span.within
    found = [each for each in quantities(span.sentence.text) if each.start < end and start < each.end]
    return found[0] if len(found) == 1 else None


def same_in(span: ReadSpan, sentence: RankedSentence) -> ReadSpan | None:
    """Where the sentence has the answer of the span, in whatever notation."""
    own = figure(span)
    if own is not None:
        same = next((each for each in quantities(sentence.text) if each.key == own.key), None)
        return _span(sentence, same.start, same.end) if same else None
    name, text = fold(span.text.strip()), fold(sentence.text)
    place = text.text.find(name.text)
    if len(name.text) < _SHORTEST or place < 0:
        return None
    return _span(sentence, *text.span(place, place + len(name.text)))


def _is_whole(sentence: RankedSentence) -> bool:
    return sentence.text.rstrip(_CLOSERS).endswith(_FULL_STOPS)


def _in_common(span: ReadSpan, sentence: RankedSentence) -> float:
    """The share of the shorter sentence's words that the other has, figures left out."""
    own, others = (_words(text) for text in (span.sentence.text, sentence.text))
    return len(own & others) / max(1, min(len(own), len(others)))


def _words(text: str) -> frozenset[str]:
    for each in reversed(quantities(text)):
        text = f"{text[: each.start]} {text[each.end :]}"
    return terms_kept(text)


def _span(sentence: RankedSentence, start: int, end: int) -> ReadSpan:
    return ReadSpan(sentence, sentence.start + start, sentence.start + end, sentence.score)
