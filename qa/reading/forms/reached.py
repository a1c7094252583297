"""Where somebody can be reached: of several numbers or addresses the one whose words are asked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

import numpy as np

from index.query import QueryTerm
from qa.contacts import REACHING, Contact, contacts
from qa.reading.counting.enumerations import share_said
from qa.reading.counting.lists import BREAKS
from qa.reading.matching import Matching
from qa.reading.pieces import Pieces, Run


def contact_of(words: Sequence[QueryTerm], matching: Matching, sort: Contact) -> tuple[int, Run] | None:
    """The sentence and the place in it of the contact of a sort whose words, before it and behind, match best."""
    telling = matching.weights * np.array([word.term not in REACHING for word in words], dtype=np.float32)
    found = [
        (share_said(matching.best_in(place), telling, around), place, run)
        for place, sentence in enumerate(matching.sentences)
        for run, around in _with_words(sentence, sort)
    ]
    best = max(found, key=itemgetter(0), default=None)
    return best[1:] if best else None


def _with_words(sentence: Pieces, sort: Contact) -> Iterator[tuple[Run, list[int]]]:
    """Each contact of a sort, and what stands between it and the last one and up to the end of its clause."""
    begin = 0
    for place in contacts(sentence.text, sort):
        first, last = sentence.touched(*place)
        yield (first, last), [*range(begin, first), *range(last, sentence.first_of(BREAKS, last))]
        begin = last
