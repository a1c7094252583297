"""Things of a kind told apart by a letter, a sign or a number: Model A and Model B, A款, 甲方案, 15路 and 33路."""

from __future__ import annotations

import re
from functools import lru_cache

from index.folding import fold

_SIGNS = "甲乙丙丁戊己庚辛"
_LETTER = rf"(?<![a-z])[a-z](?![a-z]|'(?!s\b))|[{_SIGNS}]"  # Model B's
_NUMBER = r"(?<![a-z\d.,:])[a-z]?\d{1,4}[a-z]?(?![a-z\d%]|[.,:]\d)"
_ONE = rf"{_LETTER}|{_NUMBER}"
_MARK = rf"(?P<mark>{_ONE})"
_JOINS = r"(?:'s)?\s*(?:[,、/&和与及或]|\b(?:and|or)\b)\s*"  # Model A and B, 12、15路
_MARKED = re.compile(rf"(?P<kind>[^\W\d_][^\d]*?) ?{_MARK}")
_MARKED_AHEAD = re.compile(rf"{_MARK} ?(?P<kind>[\u4e00-\u9fff].*)")
_WORDS_TOO = frozenset("ai")  # small ones in English are words: is the model a good one?


def another_is_meant(question: str, name: str) -> bool:
    """Whether a question says the kind of what is named with other marks than its own: model B, of Model A."""
    found = _marked(name)
    said = _said_of_kind(question, found) if found else frozenset()
    return found is not None and bool(said) and found["mark"] not in said


def is_of_kind_alone(question: str, name: str) -> bool:
    """Whether a question says but the kind of what one letter tells apart: which model, of Model A."""
    found = _marked(name)
    return found is not None and not found["mark"][-1].isdigit() and found["mark"] not in _said_of_kind(question, found)


def _marked(name: str) -> re.Match[str] | None:
    """A name that is a kind and a mark; the mark ahead of its kind or behind it."""
    told = fold(name).text.strip()
    return _MARKED.fullmatch(told) or _MARKED_AHEAD.fullmatch(told)


def _said_of_kind(question: str, found: re.Match[str]) -> frozenset[str]:
    return _marks_said(question, found["kind"].strip(), found.start("mark") == 0)


def is_said(question: str, name: str) -> bool:
    """Whether a question says a name in full, as words of their own."""
    told = fold(name).text.strip()
    if len(told) < 2:
        return False
    written = r"\s?".join(map(re.escape, told.split()))  # Pro 版 may be asked about as Pro版
    return re.search(rf"(?<![a-z0-9]){written}(?:'s)?(?![a-z0-9])", fold(question).text) is not None


@lru_cache(maxsize=1024)
def _marks_said(question: str, kind: str, ahead: bool) -> frozenset[str]:
    """The marks that a question sets ahead of a kind of thing, or behind it."""
    folded, kind = fold(question), re.escape(kind)
    joined = rf"(?:{_ONE})(?:{_JOINS}(?:{_ONE}))*"
    written = rf"(?P<marks>{joined}) ?{kind}" if ahead else rf"(?<![a-z0-9]){kind} ?(?P<marks>{joined})"
    found = re.finditer(written, folded.text)
    return frozenset(
        each[0]
        for marks in found
        for each in re.compile(_ONE).finditer(folded.text, *marks.span("marks"))
        if each[0] not in _WORDS_TOO
        or question[folded.span(*each.span())[0]].isupper()
        or not folded.text[each.end() :].strip(" ?!.")
    )
