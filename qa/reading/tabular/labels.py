"""Values behind a label, 作者：王小明, 【有效期】30个月, "Venue: the hall": to be told to who asks for the label."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from types import MappingProxyType

from index.types import FloatMatrix, FloatVector
from qa.reading.counting.lists import BREAKS, COMMAS
from qa.reading.pieces import Pieces, Run
from qa.types import Kind

_COLONS = frozenset(":\uff1a")
_BRACKET = "】"  # ends a label like a colon
_ENDS = BREAKS | frozenset("|(\uff08)\uff09[]【】》”」")
_ROW_ENDS = frozenset(";\uff1b。!?\uff01\uff1f|")
_LEADS = frozenset({"name", "includ", "such", "即", "包括", "namely", "including"})  # to a row: technologies, namely X
_OPENS = frozenset("-•*")
# In pieces; behind a longer one 【讲解】 heads a text instead.
LABEL_LONGEST, VALUE_LONGEST, BRACKETED_LONGEST, ROW_LONGEST = 6, 24, 8, 80
# What a label says of its value that the question's wording asks for: when, 报名时间; where, 活动地点.
SORTS = MappingProxyType({
    Kind.DATE: frozenset({"时间", "日期", "date", "time"}),
    Kind.PLACE: frozenset({"地点", "地址", "place", "venu", "locat", "address"}),
})
_OF_SORT = 0.5  # the share where that is all the label tells: 地点：三号楼
_MATCHED = 0.6  # how well the question has to match every word of the label


def labelled(
    sentence: Pieces, matches: FloatMatrix, weights: FloatVector, kind: Kind, whole: bool = False
) -> tuple[Run | None, float]:
    """The value whose label the question asks for, and the share of the question that the label matches.

    None and 0 unless every word of the label is matched, or tells the `kind` asked for; `matches` is (words of the
    question, pieces of the sentence). The value is the `whole` row that stands there, or ends at its first comma.
    """
    sort = SORTS.get(kind, frozenset())
    found: list[tuple[Run | None, float]] = [
        (value, _share(sentence, label, matches, weights, sort))
        for label, value in _pairs(sentence, whole)
        if len(weights)
    ]
    value, share = max(found, key=lambda each: each[1], default=(None, 0.0))
    return (value, share) if share > 0 else (None, 0.0)


def _share(sentence: Pieces, label: Run, matches: FloatMatrix, weights: FloatVector, sort: frozenset[str]) -> float:
    words = [n for n in range(*label) if sentence.column("word")[n] and sentence.row[n].term not in sort]
    if not words and any(sentence.row[n].term in sort for n in range(*label)):
        return _OF_SORT
    if not words or matches[:, words].max(axis=0).min() < _MATCHED:
        return 0.0
    return float(weights @ matches[:, words].max(axis=1))


def _pairs(sentence: Pieces, whole: bool) -> Iterator[tuple[Run, Run]]:
    """Each label with its value, which ends before the next label; in Chinese a blank begins a label."""
    row = sentence.row
    for colon, piece in enumerate(row):
        if piece.term not in _COLONS | {_BRACKET} or _of_clock(sentence, colon):
            continue
        first = colon
        while first > 0 and row[first - 1].term not in _ENDS | _OPENS and not _begins(sentence, first):
            first -= 1
        last = colon + 1
        while last < len(row) and (row[last].term not in _ENDS or _of_clock(sentence, last)):
            last += 1
        leads = first == 0 or row[first - 1].term in _OPENS or _on_new_line(sentence, first)
        if whole and leads and piece.term in _COLONS:
            last = _end_of_row(sentence, colon, last)
        if last < len(row) and row[last].term in _COLONS:  # a label of its own
            last = next((n for n in range(last - 1, colon + 1, -1) if _parted(sentence, n)), colon)
        longest = BRACKETED_LONGEST if piece.term == _BRACKET else ROW_LONGEST if whole else VALUE_LONGEST
        if 0 < colon - first <= LABEL_LONGEST and colon + 1 < last <= colon + longest:
            yield (first, colon), (colon + 1, last)


def _end_of_row(sentence: Pieces, colon: int, last: int) -> int:
    """Where the row of short things behind a colon ends, at a semicolon, a full stop or a line's end; else `last`.

    Clauses make no row, nor does what has another label behind it.
    """
    row = sentence.row
    ends = (n for n in range(colon + 1, len(row)) if row[n].term in _ROW_ENDS or _on_new_line(sentence, n))
    end = next(ends, len(row))
    end -= row[end - 1].term == "."
    cuts = [n for n in range(colon + 1, end) if row[n].term in COMMAS]
    longest = max((after - before - 1 for before, after in pairwise([colon, *cuts, end])), default=0)
    enough, short = (3, 5) if sentence.has("chinese") else (2, 6)
    labels = any(row[n].term in _COLONS and not _of_clock(sentence, n) for n in range(colon + 1, end))
    led_up_to = any(row[n].term in _LEADS for n in range(colon + 1, end))
    return last if labels or led_up_to or len(cuts) + 1 < enough or longest > short else end


def _on_new_line(sentence: Pieces, place: int) -> bool:
    """Whether a line ends before a piece."""
    return place > 0 and "\n" in sentence.text[sentence.row[place - 1].end : sentence.row[place].start]


def _of_clock(sentence: Pieces, colon: int) -> bool:
    """Whether numbers stand on both sides of a colon."""
    beside = sentence.column("number")[max(colon - 1, 0) : colon + 2 : 2]
    return sentence.row[colon].term in _COLONS and bool(beside.all()) and len(beside) > 1


def _begins(sentence: Pieces, place: int) -> bool:
    """Whether a label may begin at a piece: on a new line, or behind a blank in Chinese."""
    return _on_new_line(sentence, place) or _parted(sentence, place)


def _parted(sentence: Pieces, place: int) -> bool:
    """Whether a blank stands before a piece in Chinese text."""
    one, other = sentence.row[place - 1], sentence.row[place]
    return one.end < other.start and bool(sentence.column("chinese")[place - 1 : place + 1].any())
