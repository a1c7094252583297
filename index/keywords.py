"""Word search: BM25 over words and paraphrases, and over translations across languages."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.bm25 import Bm25, Form, inverse_document_frequency
from index.contents import CHINESE, ENGLISH
from index.pairs import Pairs
from index.postings import Postings, term_key
from index.query import QueryTerm
from index.words import is_chinese

_LEAST_PROBABILITY = 0.3  # a word whose translations are all unlikely must not weigh like a sure one
_WORTH = 0.1  # of what a word that stands nowhere would weigh: what a paraphrase weighs at least
_FEW_ROWS, _FORMS_KEPT = 256, 4096
_COMMONEST = 4  # translations looked at to tell how much a word can score


class Keywords:
    """Scores passages by the words of a question; `groups` holds the language group of every row.

    A name that is no word of the collection is looked for among its pairs of characters.
    """

    def __init__(self, postings: Postings, groups: NDArray[np.int8], pairs: Pairs) -> None:
        self._postings, self._pairs = postings, pairs
        self._bm25 = Bm25(postings, groups)
        self._rare: dict[tuple[str, int], Form] = {}

    def __len__(self) -> int:
        return len(self._bm25)

    def rows(self, term: str) -> NDArray[np.int32]:
        """The rows of the passages that hold a term, ascending."""
        return self._postings.of_key(term_key(term))[0]

    def document_frequency(self, term: str) -> int:
        """How many passages hold a term."""
        return len(self.rows(term))

    def idf(self, term: str) -> float:
        """BM25's inverse document frequency among all passages, never negative; highest for an unknown term."""
        return inverse_document_frequency(self.document_frequency(term), len(self))

    def scores(self, terms: Sequence[QueryTerm], group: int) -> NDArray[np.float32]:
        """The BM25 score of every row, (rows,); 0 outside the group and where nothing stands that a word may be."""
        total = np.zeros(len(self), np.float32)
        for term in terms:
            own = self._form(term.term, 1.0, group)
            foreign = is_chinese(term.term) != (group == CHINESE)
            others = [self._form(*each, group) for each in term.alternatives[1:]] if foreign else []
            translated = [form for form in others if len(form.rows)]
            heard = [self._name(*each, group) for each in term.sounds]
            paraphrased = self._paraphrased(term, group)
            if translated or heard or paraphrased:
                best = self._translated(own, translated, group)
                self._raise([*heard, *paraphrased], group, best)
                total += best
            elif len(own.rows):
                total[own.rows] += self._bm25.plain(own, group)
        return total

    def most(self, terms: Sequence[QueryTerm], group: int) -> float:
        """About the score of a passage of mean length that holds every word once: what `scores` are a share of."""
        return sum(self._weight(term, group) for term in terms)

    def held(self, forms: Sequence[tuple[str, float]], row: int) -> list[tuple[str, float]]:
        """Those of some forms with their probabilities that stand in a row."""
        return [form for form in forms if _holds(self.rows(form[0]), row)]

    def held_names(self, names: Sequence[tuple[str, float]], row: int) -> list[tuple[str, float]]:
        """Those of some names with their confidences that stand in a row, as words or cut otherwise."""
        return [name for name in names if _holds(self._rows_of_name(name[0]), row)]

    def _rows_of_name(self, name: str) -> NDArray[np.int32]:
        rows = self.rows(name)
        return rows if len(rows) else self._pairs.rows(name)

    def _form(self, term: str, probability: float, group: int) -> Form:
        """Kept where few rows hold it: a question looks its words up twice, and the next one many of them again."""
        known = self._rare.get((term, group))
        if known is not None:
            return Form(probability, known.rows, known.frequencies)
        form = self._bm25.form(term_key(term), probability, group)
        if len(form.rows) <= _FEW_ROWS:
            if len(self._rare) >= _FORMS_KEPT:
                self._rare.clear()
            self._rare[term, group] = form
        return form

    def _name(self, name: str, probability: float, group: int) -> Form:
        form = self._form(name, probability, group)
        if group != CHINESE or len(form.rows):
            return form
        rows = self._pairs.rows(name)
        return Form(probability, rows, np.ones(len(rows), np.uint8))

    def _paraphrased(self, term: QueryTerm, group: int) -> list[Form]:
        """The paraphrases in a group's language that stand somewhere, each as sure as the root of its probability.

        Those so common that they could hardly score are left out: it is they that would take time.
        """
        idf = self._bm25.idf
        least = _WORTH * idf(0, group)
        mine = [each for each in term.paraphrases if is_chinese(each[0]) == (group == CHINESE)]
        counts = self._postings.counts([term_key(other) for other, _ in mine]).tolist()
        forms = [
            self._form(other, probability**0.5, group)
            for (other, probability), count in zip(mine, counts, strict=True)
            if count and probability**0.5 * idf(count, group) >= least
        ]
        return [form for form in forms if len(form.rows)]

    def _weight(self, term: QueryTerm, group: int) -> float:
        """The idf of the commonest form: a word that stands nowhere in the group counts in full."""
        found = [len(self._form(*each, group).rows) for each in term.alternatives[:_COMMONEST]]
        return self._bm25.idf(max(found), group)

    def _raise(self, forms: Sequence[Form], group: int, best: NDArray[np.float32]) -> None:
        """Raise rows to the best of the names that a word sounds like or of its paraphrases, each by its confidence."""
        for form in forms:
            scores = np.float32(form.probability) * self._bm25.plain(form, group)
            best[form.rows] = np.maximum(best[form.rows], scores)

    def _translated(self, own: Form, forms: Sequence[Form], group: int) -> NDArray[np.float32]:
        """The better of a word itself and its translations, for every row."""
        best = np.zeros(len(self), np.float32)
        best[own.rows] = self._bm25.plain(own, group)
        if forms and group == CHINESE:
            self._expected_translation(forms, best)
        elif forms:
            self._best_translation(forms, best)
        return best

    def _best_translation(self, forms: Sequence[Form], best: NDArray[np.float32]) -> None:
        """Into English: the maximum of (p / max p) * idf * saturated frequency over the translations."""
        most = max(form.probability for form in forms)
        for form in forms:
            scores = np.float32(form.probability / most) * self._bm25.plain(form, ENGLISH)
            best[form.rows] = np.maximum(best[form.rows], scores)

    def _expected_translation(self, forms: Sequence[Form], best: NDArray[np.float32]) -> None:
        """Into Chinese: expected term frequency and document frequency over the translations, then saturated."""
        mass = max(sum(form.probability for form in forms), _LEAST_PROBABILITY)
        frequency = np.zeros(len(self), np.float32)
        for form in forms:
            frequency[form.rows] += np.float32(form.probability / mass) * form.frequencies
        rows = np.flatnonzero(frequency)
        weight = self._bm25.idf(sum(form.probability * len(form.rows) for form in forms) / mass, CHINESE)
        best[rows] = np.maximum(best[rows], np.float32(weight) * self._bm25.saturated(rows, frequency[rows]))


def _holds(rows: NDArray[np.int32], row: int) -> bool:
    """Whether a row is among ascending ones."""
    place = int(np.searchsorted(rows, row))
    return place < len(rows) and int(rows[place]) == row
