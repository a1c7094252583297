"""Parallel lists and counts side by side: where code is surer than a network.

    three things named, then three rates        A、B、C分别增长28%、27%、14%      asked for B: 27%
    counts that share what they count           41个国家级、360个市级中心          asked for 市级: 360个
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.folding import fold
from index.quantities import QuantityKind, quantities
from index.types import FloatMatrix, FloatVector
from qa.contrasts import conflicts
from qa.question import asked
from qa.reading.candidates import figures_of
from qa.reading.counting.elliptic import of_named_member
from qa.reading.counting.lists import (
    BREAKS,
    CHINESE_JOINS,
    ENGLISH_ANDS,
    JOINS,
    count_lists,
    figure_lists,
    items_before,
    parts,
)
from qa.reading.counting.siblings import of_exception, of_named_sibling
from qa.reading.pieces import Pieces, Run

_MARKS_OF_LISTS = re.compile(r"[、,\uff0c](?! ?and\b)")
_ANDS = re.compile(r"[和及与]|\band\b|&")
_EACH = re.compile(r"各(?=自?[为占有增达是])|分[别別]|\b(?:each|respectively)\b", re.IGNORECASE)
_OF_TIME = re.compile(r"个?(?:季度?|月)|[年天日周]| ?(?:quarter|month|year|week|day)s?\b")
_AS_WRITTEN = 0.9
_OF_PART = 0.6  # how well the question has to match a word that tells which part is meant
_RATHER = 0.1  # by how much a word matches the one better than the other
_CLEAR = 0.15  # by how much one item must match better than every other


def resolved(
    sentence: Pieces, matches: FloatMatrix, weights: FloatVector, span: Run, question: str
) -> Run | None:
    """The figure or item that the question means, where `span` is one of several in a list; None where that is unclear.

    `matches` is (words of the question, pieces of the sentence); runs are half-open.
    """
    sibling = of_exception(sentence, span, question) or of_named_member(sentence, span, question)
    if sibling == span:  # it is named
        return None
    sibling = sibling or of_named_sibling(sentence, span, question)
    if part := _part_meant(sentence, matches, sibling or span) or _all_meant(sentence, matches, span):
        return part
    if sibling:
        return sibling
    lists = figure_lists(sentence)
    for figures in lists:
        items = items_before(sentence, figures)
        whole = bool(items) and span == (figures[0][0], figures[-1][1])
        if span in figures or whole:
            if _means_all(sentence, items, matches, question) if items else asked(question).several:
                return figures[0][0], figures[-1][1]
            by_item = meant(figures, items, matches, weights)
            counts = lists if not items else (figures,)
            if whole:
                return by_item
            return by_item or _meant_of_counts(sentence, counts, matches, weights, question)
        if items and within(span, (items[0][0], items[-1][1])):
            return meant(items, figures, matches, weights)
    return None


def _means_all(sentence: Pieces, items: Sequence[Run], matches: FloatMatrix, question: str) -> bool:
    """Whether a question names several of some items, or none and asks for each: 各增长多少, what the three paid."""
    said = matches.max(axis=0, initial=0) >= _AS_WRITTEN
    words = sentence.column("word") > 0
    if any(said[start:end].any() for start, end in items):
        return sum(bool(said[start:end][words[start:end]].all()) for start, end in items) > 1
    return asks_for_each(question, len(items))


def asks_for_each(question: str, count: int) -> bool:
    """Whether a question asks for what is told of each of so many things: 各增长多少, how much the three paid."""
    worded = fold(question).text
    counts = [each for each in quantities(worded) if each.value == count and not _OF_TIME.match(worded, each.end)]
    return bool(counts or _EACH.search(worded))


def _part_meant(sentence: Pieces, matches: FloatMatrix, span: Run) -> Run | None:
    """The figure of a part where the question says which, and `span` is that of all: 44 concerts, 18 of them free.

    None where it does not, or where there is no such part.
    """
    behind = [(figure, words) for figure, words in parts(sentence) if figure[0] >= span[1]]
    if not behind or span not in figures_of(sentence) or not len(matches):
        return None
    part, words = behind[0]
    said = sum(float(matches[:, n].max()) > _OF_PART for n in words)
    return part if 2 * said >= len(words) and _rather_of_part(matches, words, part) else None


def _rather_of_part(matches: FloatMatrix, words: Sequence[int], part: Run) -> bool:
    """Whether some word of the question is said of the part rather than ahead of it: 外资, and not 企业."""
    return bool((matches[:, words].max(axis=1) - matches[:, : min(words[0], part[0])].max(axis=1)).max() >= _RATHER)


def _all_meant(sentence: Pieces, matches: FloatMatrix, span: Run) -> Run | None:
    """The figure of all where `span` is that of a part, and no word of the question is of the part rather than of all.

    How long is the lease: 租期共三年,其中前45天为免租期. None where that is unclear.
    """
    words = dict(parts(sentence)).get(span)
    if not words or not len(matches):
        return None
    kinds = _kinds(sentence, span)
    ahead = [each for each in figures_of(sentence) if each[1] <= span[0] and kinds & _kinds(sentence, each)]
    until = min(words[0], span[0])
    if not ahead or not until:
        return None
    said_of_all = matches[:, :until].max(axis=1)
    plain = said_of_all.min() > _AS_WRITTEN and matches[:, words].max() < _AS_WRITTEN
    plain |= said_of_all.max() > _OF_PART and not _rather_of_part(matches, words, span)
    return ahead[-1] if plain else None


def _kinds(sentence: Pieces, run: Run) -> set[QuantityKind]:
    return {each.kind for each in sentence.figures_in(sentence.row[run[0]].start, sentence.row[run[1] - 1].end)}


def listings(sentence: Pieces, longest: int) -> NDArray[np.bool_]:
    """(pieces, longest): whether the run of so many pieces from a piece on names several things, and all in the row.

    A joining mark or an "and" stands within it, and none beside it: 甲、乙和丙 of 发展甲、乙和丙等产业, not 乙和丙.
    """
    joins = CHINESE_JOINS if sentence.has("chinese") else ENGLISH_ANDS
    joining = np.array([piece.term in joins for piece in sentence.row])
    count = len(joining)
    before = np.concatenate([[0], np.cumsum(joining)])
    firsts, lasts = np.arange(count)[:, None], np.arange(count)[:, None] + np.arange(longest)
    inside = lasts < count
    lasts = np.minimum(lasts, count - 1)
    held = before[lasts + 1] - before[firsts] > 0
    beside = np.concatenate([[False], joining, [False]])
    single = sentence.column("one character") * sentence.column("word") * sentence.column("chinese") > 0
    in_word = np.concatenate([[False], single[1:] & single[:-1]])[firsts]  # 拿铁, cut into 拿 and 铁
    ends = beside[firsts] | beside[lasts + 2] | joining[firsts] | joining[lasts] | in_word
    return np.asarray(inside & held & ~ends)


def share_said(matches: FloatMatrix, weights: FloatVector, places: Sequence[int]) -> float:
    """The share of the question that the pieces at some places say; squared, for to be like is not to be the same."""
    return float(weights @ matches[:, list(places)].max(axis=1, initial=0) ** 2)


def stands_out(scores: FloatVector) -> bool:
    least, greatest = np.sort(scores)[-2:]
    return bool(greatest - least > _CLEAR * max(float(greatest), 1e-9))


def _meant_of_counts(
    sentence: Pieces, lists: Sequence[Sequence[Run]], matches: FloatMatrix, weights: FloatVector, question: str
) -> Run | None:
    """Of the figures of all lists the one whose words match clearly better than those of the others.

    What the last of a list counts, they all count: 360 of 41个国家级、360个市级中心 is of 市级 and of 中心. Those of
    another level than the question names are passed over: of 国家级 where it is "municipal".
    """
    if not len(weights):
        return None
    scores: dict[Run, float] = {}
    fitting: dict[Run, float] = {}
    for figures in lists:
        own, shared = _counted(sentence, figures)
        for figure, (start, end) in zip(figures, own, strict=True):
            scores[figure] = share_said(matches, weights, [*range(start, end), *shared])
            if not conflicts(question, sentence.said(start, end)):
                fitting[figure] = scores[figure]
    left = fitting or scores
    best = max(left, key=lambda figure: left[figure])
    return best if len(left) == 1 or stands_out(np.array(list(left.values()))) else None


def counted_elsewhere(
    sentence: Pieces, matches: FloatMatrix, weights: FloatVector, span: Run, question: str
) -> bool:
    """Whether `span` is a figure of a list beside another list that counts what is asked for, but at other levels.

    Asked for 省级技术中心, 132 of 41个国家级、360个市级技术中心,14个国家级、132个省级设计中心 is of something else.
    """
    lists = count_lists(sentence)
    if len(lists) < 2 or not len(weights) or not any(span in figures for figures in lists):
        return False
    counted = [_counted(sentence, figures) for figures in lists]
    shares = np.array([share_said(matches, weights, shared) for _, shared in counted], dtype=np.float32)
    best = int(shares.argmax())
    if span in lists[best] or not stands_out(shares):
        return False
    return all(conflicts(question, sentence.said(*own)) for own in counted[best][0])


def _counted(sentence: Pieces, figures: Sequence[Run]) -> tuple[list[Run], range]:
    """For each figure the words up to the next joining mark, 360个市级 from 41个国家级; and what the last has more."""
    ends = [other[0] - 1 for other in figures[1:]]
    last = sentence.first_of(JOINS | BREAKS, figures[-1][1])
    own = [(figure[1], end) for figure, end in zip(figures, ends, strict=False)]
    pared = min(last, figures[-1][1] + max(end - start for start, end in own))
    return [*own, (figures[-1][1], pared)], range(pared, last)


def meant(
    answers: Sequence[Run], named: Sequence[Run], matches: FloatMatrix, weights: FloatVector
) -> Run | None:
    """The answer beside the one thing that the question's words match clearly better than the others."""
    if len(answers) != len(named) or not len(weights):
        return None
    scores = [share_said(matches, weights, range(*run)) for run in named]
    return answers[int(np.argmax(scores))] if stands_out(np.array(scores)) else None


def members(text: str) -> set[int]:
    """How many things a text may name: by its commas and 、 alone, and with every "and" between two of them."""
    marks = len(_MARKS_OF_LISTS.findall(text))
    return {marks + 1, marks + len(_ANDS.findall(text)) + 1}


def within(inner: Run, outer: Run) -> bool:
    """Whether a run lies in another."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]
