"""English names that evidence in English has in other letters: misspelt, in full for an acronym, the surname alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np

from index.folding import fold
from index.model.files import vocabulary
from index.names import is_pinyin
from index.query import QueryTerm
from index.types import FloatVector
from qa.reading.forms.definitions import spells

_MEANT = 0.7  # how surely
_SHORTEST = 5  # letters of what may be misspelt: of fewer too many differ by one
_FEWEST = 3  # letters of an acronym that nothing beside it explains
_WORD = re.compile(r"[A-Za-z][\w'’]*")
# What tells a name from the same without it.
_APART = frozenset({
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "new", "old", "great", "upper",
    "lower", "central",
})  # fmt: skip
_TITLED = re.compile(r"(?:^|[.!?:;(\"“]\s?|\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|The|In|By|For|When)\.? )$")
_AHEAD = re.compile(r"[A-Z][\w.'’-]*,? $")


def names_meant(question: str, names: Sequence[QueryTerm], evidence: str) -> FloatVector:
    """How surely each name of a question, (names,), is meant by something else in the evidence; 0 where nothing is."""
    words = [word for word in _WORD.findall(evidence) if not word.isupper() or len(word) == 1]  # no II, no acronym
    capitalised = {fold(word).text for word in words if word[0].isupper()}
    found = np.zeros(len(names), dtype=np.float32)
    for n, name in enumerate(names):
        surface = question[name.start : name.end]
        behind = names[n + 1] if n + 1 < len(names) and question[name.end : names[n + 1].start] == " " else None
        surname = question[behind.start : behind.end] if behind else ""
        if surface.isupper():
            meant = len(surface) >= _FEWEST and _in_full(fold(surface).text, words)
        else:
            meant = _misspelt(name.term, fold(surface).text, capitalised)
            meant = meant or (fold(surface).text not in _APART and _by_surname(surname, evidence))
        found[n] = _MEANT * meant
    return found


def _in_full(acronym: str, words: Sequence[str]) -> bool:
    """Whether words that stand together have its letters as their initials: the United Methodist Church is the UMC."""
    size = len(acronym)
    stretches = (words[n : n + size + more] for n in range(len(words)) for more in range(3))
    return any(
        each[0][0].isupper() and each[-1][0].isupper() and spells(acronym, fold(" ".join(each)).text)
        for each in stretches
        if len(each) >= size
    )


def _misspelt(term: str, name: str, words: Iterable[str]) -> bool:
    """Whether a name that no dictionary has is a word of the text but for one letter."""
    if len(name) < _SHORTEST or term in vocabulary() or is_pinyin(name):
        return False
    return any(_one_apart(name, word) for word in words if len(word) >= _SHORTEST)


def _one_apart(one: str, other: str) -> bool:
    """Whether one letter more, less or another, or two that changed places, make one word the other."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    ahead = next((n for n, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), None)
    if ahead is None:
        return True
    rests = one[ahead:], other[ahead:]
    if len(one) != len(other):
        longer, shorter = sorted(rests, key=len, reverse=True)
        return longer[1:] == shorter
    return rests[0][1:] == rests[1][1:] or (rests[0][1::-1] + rests[0][2:]) == rests[1]


def _by_surname(surname: str, evidence: str) -> bool:
    """Whether the evidence names somebody by the surname and never with a first name: Tesla is Nikola Tesla."""
    if not surname[:1].isupper():
        return False
    ahead = [evidence[: found.start()] for found in re.finditer(rf"\b{re.escape(surname)}\b", evidence)]
    return bool(ahead) and all(_TITLED.search(text) or not _AHEAD.search(text) for text in ahead)
