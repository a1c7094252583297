"""Questions that a text poses itself: they tell nothing, but what stands behind one answers whoever asks the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

import numpy as np

from corpus.sentences import clauses
from index.model import EmbeddedModel
from index.quantities import quantities
from index.query import Query
from qa.reading.matching import match
from qa.reading.pieces import pieces
from qa.types import Kind, RankedSentence, ReadSpan

# Kinds of which the answer is a few words of the sentence behind the question; of the others it is that sentence.
_READ = frozenset({Kind.QUANTITY, Kind.DATE, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE})
_LABEL = re.compile(
    r"\s*(?:#+\s*|[*\-•]\s+)?(?:\*\*|__)?(?:(?:问题?|Q(?:uestion)?)\s*\d*\s*[:：.、]|[\d一二三四五六七八九十]+[、.．)）])?(?:\*\*|__)?\s*",
    re.IGNORECASE,
)
ANSWER = re.compile(
    r"\s*(?:[*\-•]\s+)?(?:(?:\*\*|__)?(?:答案?|回答|A(?:nswer)?)\s*\d*\s*[:：.、](?:\*\*|__)?)?\s*", re.IGNORECASE
)
_ASKED = re.compile(r"[?？]\W*$")
_SAID = re.compile(r"[“\"「『：:]")  # 他问：“怎么办？” tells that he asked
_SAME, _SAME_BACK = 0.7, 0.6  # shares of the words asked that it says, and of its words that are asked
_MATCHED = 0.6
_SHORT = 16  # characters of an answer that the sentence behind it belongs to: No. Only water is allowed.


def poses(text: str) -> bool:
    """Whether a sentence is a question, perhaps numbered or labelled as one."""
    return _ASKED.search(text) is not None and _SAID.search(text, _label_end(text)) is None


class SetApart(NamedTuple):
    """Sentences that tell something, and those that ask; `answer` leads the first if the text asks the same itself."""

    telling: list[RankedSentence]
    asking: list[RankedSentence]
    answer: RankedSentence | None


def set_apart(query: Query, ranked: Sequence[RankedSentence]) -> SetApart:
    """The sentences by whether they ask; where all do, all are taken to tell."""
    asks = [poses(each.text) for each in ranked]
    telling = [each for each, asking in zip(ranked, asks, strict=True) if not asking]
    asking = [each for each, asked in zip(ranked, asks, strict=True) if asked]
    if not telling:
        return SetApart(asking, [], None)
    same = (each for each in asking if _is_same(query, each.text))
    answer = next(filter(None, (_behind(each, ranked) for each in same)), None)
    if answer is not None:
        telling = [answer, *(each for each in telling if not _within(each, answer))]
    return SetApart(telling, asking, answer)


def whole(sentence: RankedSentence) -> ReadSpan:
    """The span of all that an answering sentence says, without its "A:" and its last mark."""
    text = sentence.text
    found = ANSWER.match(text)
    start = found.end() if found else 0
    end = len(text.rstrip().rstrip("。.;；"))
    return ReadSpan(sentence, sentence.start + start, sentence.start + max(end, start + 1), 0.0, plain=True)


def tells_all(answer: RankedSentence, kind: Kind) -> bool:
    """Whether nothing less than all of an answering sentence will do, as where each of its clauses tells a price."""
    if kind not in _READ:
        return True
    if kind is not Kind.QUANTITY:
        return False
    parts = [answer.text[start:end] for start, end in clauses(answer.text)]
    sorts = [{(each.kind, each.unit) for each in quantities(part)} for part in parts]
    return any(one & other for one, other in combinations(sorts, 2))


def _label_end(text: str) -> int:
    found = _LABEL.match(text)
    return found.end() if found else 0


def _is_same(query: Query, text: str) -> bool:
    """Whether a question of a text asks what the query asks: each says most of what the other does."""
    cut = pieces(text[_label_end(text) :])
    words = [n for n, column in enumerate(cut.column("word")) if column] if cut.row else []
    if not words or not query.terms:
        return False
    matching = match(query.terms, [cut], EmbeddedModel.load().word_vectors)
    best = matching.best()
    said = float(matching.weights @ (best.max(axis=1) >= _MATCHED))
    back = float(np.mean(best[:, words].max(axis=0) >= _MATCHED))
    return said >= _SAME * float(matching.weights.sum()) and back >= _SAME_BACK


def _behind(question: RankedSentence, ranked: Sequence[RankedSentence]) -> RankedSentence | None:
    """What stands behind a question in its passage, a short word with what follows it; None where that asks again."""
    passage = question.passage
    following = sorted(
        (each for each in ranked if each.passage == passage and each.start >= question.end), key=lambda each: each.start
    )
    if not following or poses(following[0].text):
        return None
    first = following[0]
    if len(first.text) >= _SHORT or len(following) < 2 or poses(following[1].text):
        return first
    between = passage.text[first.end - passage.start : following[1].start - passage.start]
    return first if "\n\n" in between else replace(first, end=following[1].end)


def _within(inner: RankedSentence, outer: RankedSentence) -> bool:
    return inner.passage == outer.passage and outer.start <= inner.start and inner.end <= outer.end
