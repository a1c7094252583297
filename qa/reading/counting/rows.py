"""Rows that are one answer together: 抓早、抓小、抓苗头; Ann Lee and Bo Ray, who founded it."""

from __future__ import annotations

import re

from index.folding import fold
from index.words import is_chinese
from qa.reading.candidates import Look, candidates
from qa.reading.counting.lists import CHINESE_JOINS
from qa.reading.pieces import Pieces, Run

_REFRAIN = re.compile(
    r"([\u4e00-\u9fff])[\u4e00-\u9fff]{1,3}(?:、\1[\u4e00-\u9fff]{1,3}?){2,}"
    r"(?=[^\u4e00-\u9fff]|[等的和]|$)"
)
_WHO_DID = re.compile(
    r"(?:^|\bby )who(?:m)?\b(?! (?:is|was|are|were|else|has been)\b)|谁(?![是的]|担任|任|出任)(?=.)(?![?？])"
)
_AND_ANOTHER = re.compile(
    r" and (?:(?:his|her|their) (?:\w+ ){1,2})?(?-i:[A-Z][\w'’-]+(?: (?:[A-Z][\w'’-]*|de|van|von))*)"
)
_RESPECTIVELY = re.compile(r"分[别別]|\brespectively\b", re.IGNORECASE)
_NAME_LONGEST = 4  # pieces


def refrain(sentence: Pieces, run: Run) -> Run | None:
    """The whole row of three or more short things that begin alike, where the run lies in it: 抓早、抓小、抓苗头.

    Such a row is said in one breath, so that one of its members alone answers nothing.
    """
    start, end = sentence.row[run[0]].start, sentence.row[run[1] - 1].end
    for found in _REFRAIN.finditer(sentence.text):
        if found.start() <= start and end <= found.end():
            first, last = sentence.touched(*found.span())
            whole = sentence.row[first].start == found.start() and sentence.row[last - 1].end == found.end()
            return (first, last) if whole else None
    return None


def together(sentence: Pieces, run: Run, question: str) -> Run:
    """The whole row of persons of which a run names one, where it is asked who did something: 甲和乙 founded it.

    "And his sister Constance" belongs to it. The run itself where the question names another of the row.
    """
    terms = [piece.term for piece in sentence.row]
    if not _WHO_DID.search(fold(question).text) or _RESPECTIVELY.search(sentence.text):
        return run
    if sentence.has("chinese"):
        persons = {c.first: c.last for c in candidates(sentence) if c.look is Look.PERSON}
        first, last = run
        while last + 1 in persons and terms[last] in CHINESE_JOINS:
            last = persons[last + 1]
        ends = {end: start for start, end in persons.items()}
        while first > 1 and terms[first - 1] in CHINESE_JOINS and first - 1 in ends:
            first = ends[first - 1]
        whole = first, last
    else:
        behind = _AND_ANOTHER.match(sentence.text, sentence.row[run[1] - 1].end)
        whole = (run[0], sentence.touched(*behind.span())[1]) if behind else run
    others = sentence.row[whole[0] : run[0]] + sentence.row[run[1] : whole[1]]
    told = (sentence.text[other.start : other.end] for other in others)
    named = any(word in question for word in told if word[0].isupper() or (len(word) > 1 and is_chinese(word)))
    return run if named or run[1] - run[0] > _NAME_LONGEST else whole
