"""The days of the week that a sentence tells: when something is open, and when it is closed."""

from __future__ import annotations

import re

from corpus.sentences import clauses
from index.types import FloatMatrix, FloatVector
from qa.reading.enumerations import Run, share_said
from qa.reading.pieces import Pieces

_DAY = (
    r"(?:(?<!一)(?:周|星期|礼拜)[一二三四五六日天末](?![次天个])|工作日"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun|week)days?\b|\bweekends?\b)"
)
_DAYS = re.compile(rf"{_DAY}(?:\s?(?:至|到|、|,|和|-|–|\bto\b|\band\b|\bthrough\b)\s?{_DAY})*", re.IGNORECASE)
_ALL = re.compile(r"每[天日]|\b(?:daily|every day)\b", re.IGNORECASE)
_SHUT = re.compile(r"[闭關关休停]|不[开開对對]|除外|\bclos(?:e[ds]?|ing)\b|\bshut|\bnot open\b", re.IGNORECASE)
_EXCEPTED = re.compile(r"(?:除了?|\b(?:except|excluding|but not|apart from))(?: on| for)?\s?$", re.IGNORECASE)


def tells_weekday(text: str) -> bool:
    """Whether a text names a day of the week, several or all."""
    return _DAYS.search(text) is not None or _ALL.search(text) is not None


def weekday_of(sentence: Pieces, question: str, matches: FloatMatrix, weights: FloatVector) -> Run | None:
    """The days in the clause that says most of the question, those of closing where that is asked for; else None."""
    text, asks_shut = sentence.text, _SHUT.search(question) is not None
    cut = clauses(text)
    found: list[tuple[float, Run]] = []
    for days in _DAYS.finditer(text):
        around = [each for each in cut if each.start < days.end() and days.start() < each.end]  # Monday, Wednesday
        start, end = around[0].start, around[-1].end
        shut = _EXCEPTED.search(text, 0, days.start()) or _SHUT.search(text, start, end)
        if (shut is not None) is asks_shut:
            inside = [n for n, piece in enumerate(sentence.row) if start <= piece.start < end]
            found.append((share_said(matches, weights, inside), sentence.touched(*days.span())))
    return max(found, key=lambda each: each[0])[1] if found else None
