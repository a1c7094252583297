"""What else may say what a word of a question says: words of a thesaurus, and words that share its translations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, takewhile

from index.model.files import lines
from index.translate import best_first, translations
from index.words import is_chinese

Likely = tuple[tuple[str, float], ...]  # terms with probabilities, best first

_THERE_AND_BACK = 0.04  # a word less likely to come back from the other language is no paraphrase
_SAID_AGAIN = 0.64  # of how likely it comes back: how likely it says the same
_LIKELY_ABROAD = 0.04  # the least probability of a word of the other language


@lru_cache(maxsize=65_536)
def paraphrases(term: str) -> Likely:
    """The other terms of either language that may say the same, with probabilities, best first.

    A pair of neighbouring English terms joined by a space is an expression: "take over".
    """
    return likeliest((*said(term), *_returned(term), *_abroad(term)))


def _returned(term: str) -> Iterator[tuple[str, float]]:
    """The terms that share its translations, as likely as they come back from the other language.

    That is the sum over the translations of how likely each is, times how likely the other term is as its translation
    (Bannard and Callison-Burch 2005).
    """
    likely: dict[str, float] = defaultdict(float)
    for translation, there in translations(term):
        for other, back in translations(translation):
            if other != term and is_chinese(other) == is_chinese(term):
                likely[other] += there * back
    return ((other, _SAID_AGAIN * p) for other, p in likely.items() if p >= _THERE_AND_BACK)


def _abroad(term: str) -> Iterator[tuple[str, float]]:
    """The translations of what the thesaurus has for it, and what that has for its translations.

    Those that are likelier as its translations are left out.
    """
    known = dict(translations(term))
    for other, p in chain(_likely(said(term), translations), _likely(translations(term), said)):
        if p >= known.get(other, 0.0) and is_chinese(other) != is_chinese(term):
            yield other, p


def _likely(
    first: Iterable[tuple[str, float]], then: Callable[[str], Iterable[tuple[str, float]]]
) -> Iterator[tuple[str, float]]:
    """Where two steps lead to, as long as that is likely; each step has its best first."""
    for term, p in takewhile(lambda step: step[1] >= _LIKELY_ABROAD, first):
        yield from takewhile(lambda step: step[1] >= _LIKELY_ABROAD, ((other, p * q) for other, q in then(term)))


def likeliest(likely: Iterable[tuple[str, float]]) -> Likely:
    """Each term once, as likely as it is at most, best first."""
    found: dict[str, float] = {}
    for term, p in likely:
        found[term] = max(found.get(term, 0.0), p)
    return tuple(best_first(found.items()))


def said(term: str) -> list[tuple[str, float]]:
    """What the thesaurus has for a term: terms of its own language, with probabilities, best first."""
    words = _thesaurus().get(term, "").split()
    return [(other, int(p) / 100) for other, p in zip(words[::2], words[1::2], strict=True)]


@cache
def _thesaurus() -> dict[str, str]:
    """For each term a line: other terms, each with its probability in per cent."""
    return {term: others for term, _, others in (line.partition("\t") for line in lines("thesaurus"))}
