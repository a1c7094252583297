"""Word search: BM25 over sparse postings, within one language and across two."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.contents import CHINESE, ENGLISH
from index.postings import Postings
from index.query import QueryTerm
from index.words import is_chinese

K1 = 1.2
B = 0.75
_LEAST_PROBABILITY = 0.3  # a word whose translations are all unlikely must not weigh like a sure one


@dataclass(frozen=True, slots=True)
class _Form:
    """One written form of a query word: the rows that hold it, how often, and how probable it is."""

    probability: float
    rows: NDArray[np.int32]
    frequencies: NDArray[np.uint8]


class Keywords:
    """Scores passages by the words of a question. `groups` holds the language group of every row.

    Document frequencies and lengths are taken within a group, so that the passages of one language never change
    what a word weighs among those of the other.
    """

    def __init__(self, postings: Postings, groups: NDArray[np.int8]) -> None:
        self.postings = postings
        self._groups = groups
        self._sizes = np.bincount(groups, minlength=2)
        self._norms = _length_norms(np.asarray(postings.lengths, np.float32), groups)

    def __len__(self) -> int:
        return len(self._groups)

    def document_frequency(self, term: str) -> int:
        """How many passages hold a term."""
        return len(self.postings.of_term(term)[0])

    def idf(self, term: str) -> float:
        """BM25's inverse document frequency among all passages, never negative; highest for an unknown term."""
        return _idf(self.document_frequency(term), len(self))

    def scores(self, terms: Sequence[QueryTerm], group: int) -> NDArray[np.float32]:
        """The BM25 score of every row, (rows,); 0 outside the group and where no word or translation stands."""
        total = np.zeros(len(self), np.float32)
        for term in terms:
            own = self._form(term.term, 1.0, group)
            foreign = is_chinese(term.term) != (group == CHINESE)
            others = [self._form(*each, group) for each in term.alternatives[1:]] if foreign else []
            translated = [form for form in others if len(form.rows)]
            if translated:
                self._add_translated(own, translated, group, total)
            elif len(own.rows):
                total[own.rows] += self._plain(own, group)
        return total

    def most(self, terms: Sequence[QueryTerm], group: int) -> float:
        """About the score of a passage of mean length that holds every word once: what `scores` are a share of."""
        return sum(self._weight(term, group) for term in terms)

    def matches(self, term: QueryTerm, row: int) -> list[tuple[str, float]]:
        """The forms of a query word, itself or translations, that stand in a row, with their probabilities."""
        return [each for each in term.alternatives if self._holds(each[0], row)]

    def _holds(self, term: str, row: int) -> bool:
        rows, _ = self.postings.of_term(term)
        place = int(np.searchsorted(rows, row))
        return place < len(rows) and int(rows[place]) == row

    def _form(self, term: str, probability: float, group: int) -> _Form:
        rows, frequencies = self.postings.of_term(term)
        if len(rows) and self._sizes[group] < len(self):
            mine = self._groups[rows] == group
            rows, frequencies = rows[mine], frequencies[mine]
        return _Form(probability, rows, frequencies)

    def _weight(self, term: QueryTerm, group: int) -> float:
        """The idf of the commonest form: a word that stands nowhere in the group counts in full."""
        found = [len(self._form(*each, group).rows) for each in term.alternatives[:4]]
        return _idf(max(found), int(self._sizes[group]))

    def _add_translated(self, own: _Form, forms: Sequence[_Form], group: int, total: NDArray[np.float32]) -> None:
        """Add the better of a word itself and its translations, row by row."""
        best = np.zeros(len(self), np.float32)
        best[own.rows] = self._plain(own, group)
        if group == CHINESE:
            self._expected_translation(forms, best)
        else:
            self._best_translation(forms, best)
        total += best

    def _best_translation(self, forms: Sequence[_Form], best: NDArray[np.float32]) -> None:
        """Into English: the maximum of (p / max p) * idf * saturated frequency over the translations."""
        most = max(form.probability for form in forms)
        for form in forms:
            scores = np.float32(form.probability / most) * self._plain(form, ENGLISH)
            best[form.rows] = np.maximum(best[form.rows], scores)

    def _expected_translation(self, forms: Sequence[_Form], best: NDArray[np.float32]) -> None:
        """Into Chinese: expected term frequency and document frequency over the translations, then saturated."""
        mass = max(sum(form.probability for form in forms), _LEAST_PROBABILITY)
        frequency = np.zeros(len(self), np.float32)
        for form in forms:
            frequency[form.rows] += np.float32(form.probability / mass) * form.frequencies
        rows = np.flatnonzero(frequency)
        document_frequency = sum(form.probability * len(form.rows) for form in forms) / mass
        weight = _idf(document_frequency, int(self._sizes[CHINESE]))
        best[rows] = np.maximum(best[rows], weight * self._saturated(rows, frequency[rows]))

    def _plain(self, form: _Form, group: int) -> NDArray[np.float32]:
        weight = np.float32(_idf(len(form.rows), int(self._sizes[group])))
        return weight * self._saturated(form.rows, form.frequencies.astype(np.float32))

    def _saturated(self, rows: NDArray[np.integer], frequencies: NDArray[np.float32]) -> NDArray[np.float32]:
        saturated: NDArray[np.float32] = frequencies * np.float32(K1 + 1) / (frequencies + self._norms[rows])
        return saturated


def _idf(document_frequency: float, size: int) -> float:
    return math.log1p((max(size, document_frequency) - document_frequency + 0.5) / (document_frequency + 0.5))


def _length_norms(lengths: NDArray[np.float32], groups: NDArray[np.int8]) -> NDArray[np.float32]:
    norms = np.empty(len(lengths), np.float32)
    for group in (CHINESE, ENGLISH):
        mine = groups == group
        average = float(lengths[mine].mean()) if mine.any() else 1.0
        norms[mine] = K1 * (1 - B + B * lengths[mine] / max(average, 1.0))
    return norms
