"""Titles of books, films and songs, which no small word within them ends: A Spanner | in the Sky."""

from __future__ import annotations

import re

from qa.reading.pieces import Pieces, Run

_ASKED = re.compile(
    r"\b(?:titles?|books?|novels?|memoirs?|films?|movies?|songs?|albums?|plays?|poems?|paintings?|operas?|musicals?)\b",
    re.IGNORECASE,
)
_WORD = r"[A-Z][\w'’-]*"
_GOES_ON = re.compile(
    rf"(?: (?:of|in|the|and|an?|on|to|for|at|with|from|by|over|under|or)){{1,3}} {_WORD}(?: {_WORD})*"
)


def asks_for_title(question: str) -> bool:
    """Whether an English question asks what a book, a film or the like is called, or which it is."""
    return _ASKED.search(question) is not None


def whole_title(sentence: Pieces, run: Run) -> Run:
    """The run with what goes on behind it as a title does, where each of its words begins with a capital."""
    text, last = sentence.text, sentence.row[run[1] - 1].end
    words = sentence.said(*run).split()
    if not words or not all(word[0].isupper() for word in words if len(word) > 3):
        return run
    goes_on = _GOES_ON.match(text, last)
    return (run[0], sentence.touched(last, goes_on.end())[1]) if goes_on else run
