"""What a term may be in the other language, as likely as word alignment and a dictionary make it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from index.acronyms import ACRONYMS
from index.irregular import other_forms
from index.model.files import array, vocabulary, vocabulary_terms
from index.words import TokenKind, is_chinese, tokens

_ROUNDEST = 255
# A translation put together from a word's parts is less sure than one of the whole word.
_COMPOSED = 0.5
_COMPOSED_KEPT = 8
_SHORTENED = 0.5  # of how likely an acronym is its words: how likely they are said by it
_OTHER_FORM = 0.8  # of how likely it is as a translation of one form: how likely as one of another
_WORDS_SHORTENED = 2  # words that an acronym may stand for; of more, none says it


@lru_cache(maxsize=65_536)
def translations(term: str) -> list[tuple[str, float]]:
    """The terms of the other language that may stand for a term, with probabilities, best first; never the term itself.

    Terms are those of `index.words`. Two neighbouring English terms joined by a space ("artifici intellig") are looked
    up as one phrase. An acronym has what it stands for. A Chinese word that the tables lack is put together from its
    known parts. Forms of a word that no stem joins, sunk and sink, have one another's translations, and are those of
    Chinese words together. Empty where nothing is known.
    """
    known = _in_tables(term)
    if not is_chinese(term):
        return _acronyms().get(term) or _with_others(known, chain.from_iterable(map(_in_tables, other_forms(term))))
    found = best_first([*(known or _composed(term)), *_acronyms().get(term, ())])
    return _with_others(found, ((form, likely) for other, likely in found for form in other_forms(other)))


def _in_tables(term: str) -> list[tuple[str, float]]:
    row = vocabulary().get(term)
    return _listed(row) if row is not None else []


def _with_others(known: list[tuple[str, float]], others: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
    """Beside what is known of a term what is known of other forms, a little less likely."""
    found = dict(known)
    for term, likely in others:
        found[term] = max(found.get(term, 0.0), likely * _OTHER_FORM)
    return best_first(found.items()) if len(found) > len(known) else known


def phrase_translations(first: str, second: str) -> list[tuple[str, float]]:
    """The Chinese words that stand for two neighbouring English terms together; empty for most pairs."""
    return translations(f"{first} {second}")


@cache
def _acronyms() -> dict[str, list[tuple[str, float]]]:
    """What acronyms stand for, and what stands for them."""
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for acronym, meant in ACRONYMS.items():
        for each in meant:
            words = [token.term for token in tokens(each) if token.kind is TokenKind.WORD]
            probability = 1 / (len(meant) * len(words))
            for word in words:
                found[acronym][word] += probability
                if len(words) <= _WORDS_SHORTENED:
                    found[word][acronym] += _SHORTENED * probability
    return {term: best_first(others.items()) for term, others in found.items()}


def _listed(row: int) -> list[tuple[str, float]]:
    offsets, targets, probabilities = _tables()
    start, end = int(offsets[row]), int(offsets[row + 1])
    terms = vocabulary_terms()
    return [
        (terms[target], probability / _ROUNDEST)
        for target, probability in zip(targets[start:end].tolist(), probabilities[start:end].tolist(), strict=True)
    ]


@cache
def _tables() -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.uint8]]:
    return array("translation_offsets"), array("translation_targets"), array("translation_probabilities")


def _composed(word: str) -> list[tuple[str, float]]:
    """The parts' translations, each part the longest known one from the left."""
    found: dict[str, float] = {}
    start = 0
    longest = 1
    while start < len(word):
        for end in range(min(len(word), start + 4), start, -1):
            row = vocabulary().get(word[start:end])
            listed = _listed(row) if row is not None and end - start < len(word) else []
            if listed:
                longest = max(longest, end - start)
                for term, probability in listed:
                    share = _COMPOSED * probability * (end - start) / len(word)
                    found[term] = max(found.get(term, 0.0), share)
                break
        start = max(end, start + 1)
    if longest == 1:  # characters by themselves: most likely a name, which has no parts to translate
        return []
    return best_first(found.items())[:_COMPOSED_KEPT]


def best_first(likely: Iterable[tuple[str, float]]) -> list[tuple[str, float]]:
    """Terms with probabilities in order, those as likely as each other by the alphabet."""
    return sorted(likely, key=lambda item: (-item[1], item[0]))
