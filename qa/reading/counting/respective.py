"""Two lists of which each member of the one belongs to its fellow of the other, as 分别 and "respectively" say.

    甲和乙分别由张三和李四分管                          asked who runs 乙: 李四
    gold and silver went to Ann Lee and Bo Ray respectively    asked who won gold: Ann Lee
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from index.folding import fold
from index.types import FloatMatrix, FloatVector
from qa.reading.candidates import Look, candidates
from qa.reading.counting.enumerations import meant
from qa.reading.counting.lists import BREAKS, COMMAS
from qa.reading.pieces import Pieces, Run

_SAYING_SO = frozenset({"分别", "分別", "respect"})
_CHINESE_JOINS = frozenset({"、", "和", "与", "與", "及", "以及"})
_ANDS = frozenset({"and", "&"})
_ENDS = frozenset({";", "\uff1b", ".", "。", "!", "?", "\uff01", "\uff1f"})
_SAID = 0.6  # how well a word of the question must match one of a member
_NAMES = (Look.PERSON, Look.NAME)
_PARTNERS = {"》": "《", "”": "“", "」": "「"}


def respective(sentence: Pieces, question: str, matches: FloatMatrix, weights: FloatVector) -> Run | None:
    """The member of one list whose fellow in the other is the only one that the question names.

    Else the one whose fellow its words match clearly better than the rest, one of them nearly as it is written.
    """
    if not len(weights):
        return None
    lists = [pair for one, other in _lists(sentence) for pair in ((one, other), (other, one))]
    asked = fold(question).text
    for answers, named in lists:
        said = [run for run in named if _bare(sentence, run) in asked]
        if len(said) == 1:
            return answers[named.index(said[0])]
    for answers, named in lists:
        fits = [float(matches[:, range(*run)].max(initial=0)) for run in named]
        if max(fits) > _SAID and (found := meant(answers, named, matches, weights)):
            return found if fits[answers.index(found)] > _SAID else None
    return None


def _bare(sentence: Pieces, run: Run) -> str:
    return fold(sentence.said(*run)).text.strip("《》“”「」\" ")


def _lists(sentence: Pieces) -> list[tuple[list[Run], list[Run]]]:
    """The pairs of lists, each of as many members, about every word that says they belong together."""
    row, found = sentence.row, []
    for place, piece in enumerate(row):
        if piece.term not in _SAYING_SO:
            continue
        first = next((n + 1 for n in range(place - 1, -1, -1) if row[n].term in _ENDS), 0)
        if sentence.has("chinese"):
            end = sentence.first_of(BREAKS, place)
            after = [n for n in range(place + 1, end) if row[n].term in _CHINESE_JOINS]
            before = [n for n in range(first, place) if row[n].term in _CHINESE_JOINS][-len(after) :] if after else []
            bounds = (first, place, place + 1, end)
        else:
            before, after = _english_joins(sentence, first, place)
            middle = (before[-1] + 1, after[0]) if after else (place, place)
            bounds = (first, middle[1], middle[0], place)
        if after and len(before) == len(after):
            start, stop, begin, end = bounds
            pair = _members(sentence, before, start, stop), _members(sentence, after, begin, end)
            # A mark is no member: an "and" behind a bracket joins clauses.
            if all(any(map(str.isalnum, sentence.said(*run))) for run in (*pair[0], *pair[1])):
                found.append(pair)
    return found


def _english_joins(sentence: Pieces, first: int, last: int) -> tuple[list[int], list[int]]:
    """The joins of the last two lists before "respectively", of the longest that are as long as each other."""
    row = sentence.row
    ands = [n for n in range(first, last) if row[n].term in _ANDS][-2:]
    if len(ands) < 2:
        return [], []
    commas = [
        [n for n in range(start, end) if row[n].term in COMMAS and n + 1 != end]  # the comma of ", and" joins nothing
        for start, end in ((first, ands[0]), (ands[0] + 1, ands[1]))
    ]
    more = min(map(len, commas))
    before, after = ([*marks[len(marks) - more :], join] for marks, join in zip(commas, ands, strict=True))
    return before, after


def _members(sentence: Pieces, joins: Sequence[int], first: int, end: int) -> list[Run]:
    """The members that the joins part; the outer two reach as far as a name does, or about as far as the others."""
    row = sentence.row
    within = [(one + 1, other - (row[other - 1].term in COMMAS)) for one, other in pairwise(joins)]
    start, stop = joins[0] - (row[joins[0] - 1].term in COMMAS), joins[-1] + 1
    breaks = BREAKS | _CHINESE_JOINS
    start_limit = next((n + 1 for n in range(start - 1, first - 1, -1) if row[n].term in breaks), first)
    stop_limit = sentence.first_of(breaks, stop, end)
    named_before, named_after = _name(sentence, start, -1), _name(sentence, stop, 1)
    lengths = [last - begun for begun, last in (*within, named_before, named_after) if last > begun]
    longest = max(lengths, default=0) or (
        min(start - start_limit, stop_limit - stop) if sentence.has("chinese") else 1
    )
    before = named_before if named_before[0] < start else (max(start - longest, start_limit), start)
    after = named_after if named_after[1] > stop else (stop, min(stop + longest, stop_limit))
    return [before, *within, after]


def _name(sentence: Pieces, place: int, side: int) -> Run:
    """The name, or what is quoted, that ends (-1) or begins (1) at a place; an empty run where there is none."""
    row = sentence.row
    if side < 0 and row[place - 1].term in _PARTNERS:
        opening = next((n for n in range(place - 1, -1, -1) if row[n].term == _PARTNERS[row[place - 1].term]), place)
        return opening, place
    if side > 0 and place < len(row) and row[place].term in _PARTNERS.values():
        closing = next(mark for mark, begun in _PARTNERS.items() if begun == row[place].term)
        return place, min(sentence.first_of({closing}, place) + 1, len(row))
    if not sentence.has("chinese"):
        return _capitalised(sentence, place, side)
    runs = [(c.first, c.last) for c in candidates(sentence) if c.look in _NAMES]
    beside = [run for run in runs if run[0 if side > 0 else 1] == place]
    return max(beside, key=lambda run: run[1] - run[0], default=(place, place))


def _capitalised(sentence: Pieces, place: int, side: int) -> Run:
    """The words with capitals that end or begin at a place."""
    capital = sentence.column("capitalised") + sentence.column("capitals") > 0
    first = last = place
    while side < 0 and first > 0 and capital[first - 1]:
        first -= 1
    while side > 0 and last < len(capital) and capital[last]:
        last += 1
    return first, last
