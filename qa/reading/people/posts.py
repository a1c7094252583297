"""Posts, their holders and the bodies they are of, read beside a name: 市科技局副局长王小明, "Ann Lee, head of it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from index.query import QueryTerm
from index.types import FloatMatrix, FloatVector
from index.words import stem
from qa.reading.candidates import Candidate, Look, candidates
from qa.reading.counting.enumerations import meant, stands_out
from qa.reading.counting.lists import BREAKS, COMMAS
from qa.reading.people.appointments import POSTS
from qa.reading.pieces import Pieces, Run

BODIES = (
    *"局部委院校厂司社会团队馆所站办", "集团", "银行", "证券", "保险", "基金", "大学", "公司", "办公室", "中心",
    "研究室",
)  # fmt: skip
_HELD = """director president head chief minister professor manager chairman chairwoman chair secretary officer
    mayor member founder editor spokesman spokeswoman governor dean principal captain commander ambassador leader
    executive engineer curator master librarian ceo vice deputy"""
_ENGLISH_POSTS = frozenset(stem(word) for word in _HELD.split())
_OF = frozenset({"of", "at", "for"})
_ARTICLES = frozenset({"the", "a", "an", "it", "his", "her", "their"})
POST_LONGEST = 8  # pieces
_ANY_DIRECTOR = frozenset(stem(word) for word in ("director", "deputy", "vice", "head", "chief"))
_TELLS = 0.3  # by how much a word must match some posts better than others to tell which is meant


def post_of(
    sentence: Pieces, named: NDArray[np.bool_], matches: FloatMatrix, weights: FloatVector
) -> Run | None:
    """The post written beside a person whom the question names; `named` tells which pieces the question holds.

    Of several in a row, 县文联主席、图书馆馆长王建国, the one that the question's words match, or all.
    """
    for first, last in _before_persons(sentence, named):
        posts = _posts_in_row(sentence, (first, last))
        if len(posts) > 1 and sentence.row[last - 1].term.endswith(POSTS):
            return meant(posts, posts, matches, weights) or (posts[0][0], last)
        while first < last and named[first]:
            first += 1
        if first < last and not named[first:last].any() and sentence.row[last - 1].term.endswith(POSTS):
            return first, last
    return next((run for run, _ in _appositions(sentence, named)), None)


def _posts_in_row(sentence: Pieces, post: Run) -> list[Run]:
    """A post, and ahead of it those that stand in a row with it."""
    row, found, first = sentence.row, [post], post[0]
    while first > 1 and row[first - 1].term == "、" and row[first - 2].term.endswith(POSTS):
        last = first - 1
        first = _words_before(sentence, last)
        found.insert(0, (first, last))
    return found


def body_of(
    sentence: Pieces, named: NDArray[np.bool_], matches: FloatMatrix, weights: FloatVector
) -> Run | None:
    """The body at which a person whom the question names has a post: 市科技局副局长王小明 is of 市科技局.

    Of several posts in a row that of the one that the question's words match, or the last.
    """
    before = []
    for first, last in _before_persons(sentence, named):
        if sentence.row[last - 1].term.endswith(POSTS):
            posts = _posts_in_row(sentence, (first, last))
            before.append((meant(posts, posts, matches, weights) if len(posts) > 1 else None) or (first, last))
    beside = list(_appositions(sentence, named))
    for first, last in (*before, *(run for run, _ in beside)):
        ends = [n + 1 for n in range(first, last) if sentence.row[n].term.endswith(BODIES)]
        if ends:
            return first, ends[-1]
    for (_, last), post in beside:
        ofs = [n for n in range(post + 1, last - 1) if sentence.row[n].term in _OF]
        if ofs:
            return _without_article(sentence, ofs[0] + 1), last
    return None


def _appositions(sentence: Pieces, named: NDArray[np.bool_]) -> Iterator[tuple[Run, int]]:
    """What stands between commas beside a name in the question, if a post does, and where the post stands.

    Ann Lee, head of the mill,    The head of the mill, Ann Lee,    王小明，市科技局副局长，
    """
    row = sentence.row
    person = (sentence.column("capitalised") + sentence.column("surname") > 0) & named
    marks = [-1, *(n for n, piece in enumerate(row) if piece.term in BREAKS | {"."}), len(row)]
    for before, after in pairwise(marks):
        held = [row[n].term in _ENGLISH_POSTS for n in range(before + 1, after)]
        if held:
            held[-1] |= row[after - 1].term.endswith(POSTS)
        posts = [n for n, post in enumerate(held, before + 1) if post and not named[n]]
        beside_left = before > 0 and row[before].term in COMMAS and person[before - 1]
        beside_right = after + 1 < len(row) and row[after].term in COMMAS and person[after + 1]
        if posts and (beside_left or beside_right):
            yield (_without_article(sentence, before + 1), after), posts[0]


def _without_article(sentence: Pieces, first: int) -> int:
    return first + 1 if sentence.row[first].term in _ARTICLES else first


def _before_persons(sentence: Pieces, named: NDArray[np.bool_]) -> Iterator[Run]:
    """The words right before each person whom the question names."""
    for place in np.flatnonzero(named & (sentence.column("word") > 0)):
        first = int(place)
        if not sentence.column("surname")[place] and not (first and sentence.row[first - 1].term.endswith(POSTS)):
            continue
        first = _words_before(sentence, first)
        if first < place:
            yield first, int(place)


def _words_before(sentence: Pieces, last: int) -> int:
    """Where the words begin that end before `last`."""
    first = last
    while first > 0 and sentence.column("word")[first - 1]:
        first -= 1
    return first


def holder_in(sentence: Pieces, span: Run) -> Run | None:
    """The name at the end of a span that begins with a post: 副局长王小明 holds 王小明."""
    first, last = span
    named = last - 1
    if first < named and sentence.column("surname")[named] and sentence.row[named - 1].term.endswith(POSTS):
        return named, last
    return None


def holder_meant(
    sentence: Pieces, words: Sequence[QueryTerm], matches: FloatMatrix, weights: FloatVector, span: Run
) -> Run | None:
    """The one of several persons, each behind a post or some, whose post is asked for, where `span` names one of them.

    That a director is asked for does not tell: 局长 and 主任 are both, each of another body. A word tells more the
    fewer of the posts it fits: the city, which stands ahead of the first two of four bodies, less than what one is of.
    """
    held = [(run, (c.first, c.last)) for c in candidates(sentence) if (run := _posts_before(sentence, c))]
    if len(held) < 2 or span not in [name for _, name in held]:
        return None
    fits = np.stack([matches[:, start:end].max(axis=1) for (start, end), _ in held])
    fitting = (fits > fits.max(axis=0) - _TELLS).sum(axis=0)
    telling = weights * np.log(len(held) / fitting) * [word.term not in _ANY_DIRECTOR for word in words]
    scores = fits @ telling
    return held[int(scores.argmax())][1] if stands_out(scores) else None


def _posts_before(sentence: Pieces, candidate: Candidate) -> Run | None:
    """The Chinese post, or the posts in a row, with the bodies, that a person's name follows."""
    last = candidate.first
    if candidate.look is not Look.PERSON or not last or not sentence.row[last - 1].term.endswith(POSTS):
        return None
    begun = before_name(sentence, last, longest=last)
    first, _ = _posts_in_row(sentence, (begun, last))[0]
    return (first if first < begun else before_name(sentence, last)), last


def before_name(sentence: Pieces, name: int, longest: int = POST_LONGEST) -> int:
    """Where what may be the post of a name's bearer begins: after the mark before it, or `longest` pieces away."""
    first = name
    while first > max(name - longest, 0) and sentence.row[first - 1].term not in BREAKS | {"、"}:
        first -= 1
    return first


def post_fit(sentence: Pieces, run: Run, matches: FloatMatrix, weights: FloatVector) -> float:
    """The share of the question that the words right before a name match: its bearer's post."""
    first = before_name(sentence, run[0])
    return float(weights @ matches[:, first : run[0]].max(axis=1)) if first < run[0] and len(weights) else 0.0
