"""The same answer in other documents, and in a whole sentence where it was read in a heading."""

from __future__ import annotations

from collections.abc import Sequence

from index.folding import fold
from index.quantities import Quantity, quantities
from index.words import terms_kept
from qa.types import RankedSentence, ReadSpan

LOOKED_AT = 12  # sentences, best first
MOST_DOCUMENTS = 4  # cited for one and the same fact
# Shares of the answer's sentence found in the other: enough to confirm a figure, and to be the whole of a heading.
_CONFIRMS, _TOLD_IN_FULL = 0.4, 0.6
_ACROSS = 4  # sentences in another language this far up confirm by their figure alone
_FULL_STOPS = ("。", ".", "！", "!", "？", "?", "；", ";")
_CLOSERS = "”’」』）)\"'"
_SHORTEST = 2  # characters of a name that confirms


def confirming(span: ReadSpan, sentences: Sequence[RankedSentence]) -> list[ReadSpan]:
    """The same answer in other documents, one for each, best first."""
    found: dict[str, ReadSpan] = {}
    for rank, sentence in enumerate(sentences[:LOOKED_AT]):
        if sentence.passage.document_id in (span.sentence.passage.document_id, *found):
            continue
        if (same := same_in(span, sentence)) is not None and _alike(span, sentence, rank):
            found[sentence.passage.document_id] = same
    return list(found.values())[: MOST_DOCUMENTS - 1]


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


def _alike(span: ReadSpan, sentence: RankedSentence, rank: int) -> bool:
    across = sentence.passage.language.chinese != span.sentence.passage.language.chinese
    return rank < _ACROSS if across else _in_common(span, sentence) >= _CONFIRMS


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
