"""A question's words matched with its evidence, and with what stands beside it, in its passage and elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.model import EmbeddedModel
from index.query import Query, QueryTerm
from qa.reading.matching import Matching, match
from qa.reading.pieces import Run, pieces
from qa.refusing.words import Words, without_parts, words_of
from qa.types import RankedSentence, ReadSpan

SENTENCES_COMPARED = 40


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Sentences are told by their places in `matching`; 0 is the evidence.

    `near` are the sentence before and the one after it, and its heading and title taken as one; `passage` the other
    sentences of its passage and these two; `elsewhere` those of other passages.
    """

    query: Query
    words: Words
    matching: Matching
    best: RankedSentence
    sentences: tuple[RankedSentence, ...]
    near: tuple[int, ...]
    passage: tuple[int, ...]
    elsewhere: tuple[int, ...]
    spans: tuple[ReadSpan, ...]

    @property
    def first_terms(self) -> list[QueryTerm]:
        """The term of each word."""
        return [self.query.terms[rows[0]] for rows in self.words.members]

    @property
    def run(self) -> Run | None:
        """The pieces of the evidence that the best span touches; None where nothing was read."""
        return self.matching.sentences[0].touched(*self.spans[0].within) if self.spans else None

    def text(self, places: Sequence[int]) -> str:
        """The title, the headings and the sentences at some places."""
        texts = [self.sentences[n].text for n in places if n < len(self.sentences)]
        return "\n".join((self.best.passage.above, *texts))


def compared(query: Query, sentences: Sequence[RankedSentence], spans: Sequence[ReadSpan]) -> Compared | None:
    """The evidence is the sentence of the best span, or the best sentence; None without it, or without any word."""
    found = compared_each(query, sentences, spans[:1])
    return replace(found[0], spans=tuple(spans)) if found else None


def compared_each(query: Query, sentences: Sequence[RankedSentence], judged: Sequence[ReadSpan]) -> list[Compared]:
    """The same for each of some spans by itself, its sentence the evidence; without any for the best sentence."""
    query = without_parts(query)
    best = [span.sentence for span in judged] or list(sentences[:1])
    if not best or not query.terms or not all(pieces(each.text).row for each in best):
        return []
    words = words_of(query)
    if not words.members:
        return []
    others = (each for each in sentences[:SENTENCES_COMPARED] if pieces(each.text).row)
    chosen = list(dict.fromkeys([*best, *others]))
    headings = [text for text in dict.fromkeys(each.passage.above for each in best) if pieces(text).row]
    cut = [pieces(text) for text in (*(each.text for each in chosen), *headings)]
    whole = match(query.terms, cut, EmbeddedModel.load().word_vectors)
    found = []
    for place, one in enumerate(best):
        at = chosen.index(one)
        order = [at, *(n for n in range(len(chosen)) if n != at)]
        above = [len(chosen) + n for n, text in enumerate(headings) if text == one.passage.above]
        matching, spans = whole.of([*order, *above]), tuple(judged[place : place + 1])
        found.append(_compared(query, words, matching, tuple(chosen[n] for n in order), spans))
    return found


def _compared(
    query: Query,
    words: Words,
    matching: Matching,
    chosen: tuple[RankedSentence, ...],
    spans: tuple[ReadSpan, ...],
) -> Compared:
    """Of sentences that begin with the evidence; `matching` has them, and its heading behind them if it has one."""
    best = chosen[0]
    beside = [each.passage == best.passage for each in chosen]
    own = [n for n, here in enumerate(beside) if here and n]
    before = max((n for n in own if chosen[n].start < best.start), key=lambda n: chosen[n].start, default=None)
    after = min((n for n in own if chosen[n].start > best.start), key=lambda n: chosen[n].start, default=None)
    headed = range(len(chosen), len(matching.sentences))
    near = (*(n for n in (before, after) if n is not None), *headed)
    elsewhere = tuple(n for n, here in enumerate(beside) if not here)
    return Compared(query, words, matching, best, chosen, near, tuple(own), elsewhere, spans)
