"""What other documents say of the same thing: the same, or something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from index.folding import fold
from index.quantities import Quantity, QuantityKind, quantities
from index.query import Query
from index.words import terms_kept
from qa.amounts import FIGURES
from qa.types import RankedSentence, ReadSpan

LOOKED_AT = 12  # sentences, best first
MOST_DOCUMENTS = 4  # cited for one and the same fact
# Shares of the answer's sentence found in the other: enough to confirm a figure, and to contradict it.
_CONFIRMS, _CONTRADICTS = 0.4, 0.6
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
        if (same := _same_in(span, sentence)) is not None and _alike(span, sentence, rank):
            found[sentence.passage.document_id] = same
    return list(found.values())[: MOST_DOCUMENTS - 1]


def in_full(span: ReadSpan, sentences: Sequence[RankedSentence]) -> ReadSpan:
    """The same answer in a whole sentence of the same document where the span stands in a heading; else the span."""
    if _is_whole(span.sentence):
        return span
    for sentence in sentences[:LOOKED_AT]:
        own = sentence.passage.document_id == span.sentence.passage.document_id
        if not own or not _is_whole(sentence) or _in_common(span, sentence) < _CONTRADICTS:
            continue
        if (same := _same_in(span, sentence)) is not None:
            return same
    return span


def contradicting(span: ReadSpan, sentences: Sequence[RankedSentence], query: Query) -> ReadSpan | None:
    """Another figure of the same unit for the same thing in another document; None where they do not differ.

    It is the same thing where the other names all of the question that the answer's own sentence names.
    """
    own = figure(span)
    if own is None or own.kind is QuantityKind.ORDINAL:
        return None
    for sentence in sentences[:LOOKED_AT]:
        if sentence.passage.document_id == span.sentence.passage.document_id:
            continue
        other = _other_figure(own, span, sentence)
        if other is not None and not _of_another_thing(query, span.sentence, sentence):
            return other
    return None


def figure(span: ReadSpan) -> Quantity | None:
    """The only figure of a span, with the unit it has in its sentence."""
    start, end = span.within
    found = [each for each in quantities(span.sentence.text) if each.start < end and start < each.end]
    return found[0] if len(found) == 1 else None


def _is_whole(sentence: RankedSentence) -> bool:
    return sentence.text.rstrip(_CLOSERS).endswith(_FULL_STOPS)


def _same_in(span: ReadSpan, sentence: RankedSentence) -> ReadSpan | None:
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


def _alike(span: ReadSpan, sentence: RankedSentence, rank: int) -> bool:
    across = sentence.passage.language.chinese != span.sentence.passage.language.chinese
    return rank < _ACROSS if across else _in_common(span, sentence) >= _CONFIRMS


def _other_figure(own: Quantity, span: ReadSpan, sentence: RankedSentence) -> ReadSpan | None:
    there = quantities(sentence.text)
    if any(each.key == own.key for each in there) or _in_common(span, sentence) < _CONTRADICTS:
        return None
    rivals = [each for each in there if (each.kind, each.unit) == (own.kind, own.unit)]
    if len(rivals) != 1 or _of_other_times(span.sentence, sentence, own.kind):
        return None
    return _span(sentence, rivals[0].start, rivals[0].end)


def _of_another_thing(query: Query, first: RankedSentence, second: RankedSentence) -> bool:
    """Whether a word of the question stands in the first sentence, or above it, and nothing that says it in the second.

    What only says of what sort the figure is, a cost, and when, is not what it is the figure of.
    """
    one, other = (_words_above(sentence) for sentence in (first, second))
    text = fold(query.text)
    sorts = [text.span(*found.span()) for _, pattern in FIGURES for found in pattern.finditer(text.text)]
    dates = [(each.start, each.end) for each in quantities(query.text) if each.kind is QuantityKind.DATE]
    for term in query.terms:
        if any(start < term.end and term.start < end for start, end in (*sorts, *dates)):
            continue
        named = {way for way, _ in (*term.alternatives, *term.together)}
        if named & one and not (named | {way for way, _ in term.paraphrases}) & other:
            return True
    return False


def _words_above(sentence: RankedSentence) -> frozenset[str]:
    passage = sentence.passage
    return terms_kept(sentence.text) | terms_kept(passage.above)


def _of_other_times(first: RankedSentence, second: RankedSentence, asked: QuantityKind) -> bool:
    """Whether two sentences speak of different dates, unless the date itself is asked for."""
    if asked is QuantityKind.DATE:
        return False
    one, other = (set(_dates(sentence)) for sentence in (first, second))
    return bool(one and other) and one.isdisjoint(other)


def _dates(sentence: RankedSentence) -> Iterator[object]:
    return (each.key for each in quantities(sentence.text) if each.kind is QuantityKind.DATE)


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
