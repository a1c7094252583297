"""Things of a kind told apart by one letter or sign: Model A and Model B, Size L, A款, 甲方案 and 乙方案."""

from __future__ import annotations

import re
from functools import lru_cache

from index.folding import fold

_SIGNS = "甲乙丙丁戊己庚辛"
_MARKED = re.compile(rf"(?P<kind>[^\W\d_][^\d]*?) ?(?P<mark>(?<![a-z])[a-z]|[{_SIGNS}])")
_MARKED_AHEAD = re.compile(rf"(?P<mark>[a-z](?![a-z'])|[{_SIGNS}]) ?(?P<kind>[\u4e00-\u9fff].*)")
_WORDS_TOO = frozenset("ai")  # small ones in English are words: is the model a good one?


def another_is_meant(question: str, name: str) -> bool:
    """Whether a question says the kind of what is named with other marks than its own: model B, of Model A."""
    told = fold(name).text.strip()
    found = _MARKED.fullmatch(told) or _MARKED_AHEAD.fullmatch(told)
    if found is None:
        return False
    ahead = found.start("mark") == 0
    said = _marks_said(question, found["kind"].strip(), ahead)
    return bool(said) and found["mark"] not in said


def is_said(question: str, name: str) -> bool:
    """Whether a question says a name in full, as words of their own."""
    told = fold(name).text.strip()
    if len(told) < 2:
        return False
    return re.search(rf"(?<![a-z0-9]){re.escape(told)}(?:'s)?(?![a-z0-9])", fold(question).text) is not None


@lru_cache(maxsize=1024)
def _marks_said(question: str, kind: str, ahead: bool) -> frozenset[str]:
    """The marks that a question sets ahead of a kind of thing, or behind it."""
    folded, kind = fold(question), re.escape(kind)
    mark = rf"(?P<mark>(?<![a-z])[a-z](?![a-z'])|[{_SIGNS}])"
    found = re.finditer(rf"{mark} ?{kind}" if ahead else rf"(?<![a-z0-9]){kind} ?{mark}", folded.text)
    return frozenset(
        each["mark"]
        for each in found
        if each["mark"] not in _WORDS_TOO
        or question[folded.span(*each.span("mark"))[0]].isupper()
        or not folded.text[each.end() :].strip(" ?!.")
    )
