"""Parallel lists and counts side by side: where code is surer than a network.

    three things named, then three rates        A、B、C分别增长28%、27%、14%      asked for B: 27%
    counts that share what they count           41个国家级、360个市级中心          asked for 市级: 360个
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from index.folding import fold
from index.quantities import QuantityKind, quantities
from index.types import FloatMatrix, FloatVector
from qa.contrasts import conflicts
from qa.question import asked
from qa.reading.candidates import figures_of
from qa.reading.counting.elliptic import of_named_member
from qa.reading.counting.siblings import of_exception, of_named_sibling
from qa.reading.pieces import SENTENCES_KEPT, Pieces

_JOINS = frozenset({"、", ",", "\uff0c", "和", "及", "与", "以及", "and", "或", "&"})
CHINESE_JOINS = _JOINS - {",", "\uff0c"}
BREAKS = frozenset(",\uff0c;\uff1b:\uff1a。!?\uff01\uff1f…")
COMMAS = frozenset({",", "\uff0c"})
_AFTER_ITEMS = frozenset({"等", "分别", "各", "已", "were", "was", "are", "is", "had", "have", "grew", "rose"})
_HOW_MANY_ITEMS = re.compile(r"[两二三四五六七八九十][个种类项家座条大]?")  # 甲、乙、丙三种
_MARKS_OF_LISTS = re.compile(r"[、,\uff0c](?! ?and\b)")
_ANDS = re.compile(r"[和及与]|\band\b|&")
_ANDS_ENGLISH = frozenset({"and", "or", "&"})
_RESPECTIVE = frozenset({"分别", "分別"})
_EACH = re.compile(r"各(?=自?[为占有增达是])|分[别別]|\b(?:each|respectively)\b", re.IGNORECASE)
_OF_TIME = re.compile(r"个?(?:季度?|月)|[年天日周]| ?(?:quarter|month|year|week|day)s?\b")
_THEM = frozenset({"them", "which", "whom", "these", "those"})
_MORE = frozenset({"more", "fewer", "less"})  # 45 machines, 15 more than last year: no list
_AS_WRITTEN = 0.9
_OF_PART = 0.6  # how well the question has to match a word that tells which part is meant
_RATHER = 0.1  # by how much a word matches the one better than the other
_CLEAR = 0.15  # by how much one item must match better than every other

Run = tuple[int, int]


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
    parts = [(figure, words) for figure, words in _parts(sentence) if figure[0] >= span[1]]
    if not parts or span not in figures_of(sentence) or not len(matches):
        return None
    part, words = parts[0]
    said = sum(float(matches[:, n].max()) > _OF_PART for n in words)
    return part if 2 * said >= len(words) and _rather_of_part(matches, words, part) else None


def _rather_of_part(matches: FloatMatrix, words: Sequence[int], part: Run) -> bool:
    """Whether some word of the question is said of the part rather than ahead of it: 外资, and not 企业."""
    return bool((matches[:, words].max(axis=1) - matches[:, : min(words[0], part[0])].max(axis=1)).max() >= _RATHER)


def _all_meant(sentence: Pieces, matches: FloatMatrix, span: Run) -> Run | None:
    """The figure of all where `span` is that of a part, and no word of the question is of the part rather than of all.

    How long is the lease: 租期共三年,其中前45天为免租期. None where that is unclear.
    """
    words = dict(_parts(sentence)).get(span)
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


@lru_cache(maxsize=SENTENCES_KEPT)
def _parts(sentence: Pieces) -> tuple[tuple[Run, list[int]], ...]:
    """The figures of parts, each with what tells of which part it is."""
    told = ((figure, _words_of_part(sentence, figure)) for figure in figures_of(sentence))
    return tuple((figure, words) for figure, words in told if words)


def _words_of_part(sentence: Pieces, figure: Run) -> list[int]:
    """What tells of which part a figure is: behind "of them" up to the next break, or in a clause with 其中 in it."""
    row, end = sentence.row, sentence.first_of(BREAKS, figure[1])
    behind = [row[n].term for n in range(figure[1], min(figure[1] + 2, end))]
    if len(behind) == 2 and behind[0] == "of" and behind[1] in _THEM:
        return [n for n in range(figure[1] + 2, end) if len(row[n].term) > 2]
    start = next((n + 1 for n in range(figure[0] - 1, -1, -1) if row[n].term in BREAKS), 0)
    within_clause = [*range(start, figure[0]), *range(figure[1], end)]
    alone = sum(start <= first < end for first, _ in figures_of(sentence)) == 1  # else it is a list of parts
    parted = any(row[n].term == "其中" and (n + 1 == len(row) or row[n + 1].term != "之一") for n in within_clause)
    if not alone or not parted:
        return []
    of_all = {piece.term for piece in row[:start]} | {"其中"}
    return [n for n in within_clause if sentence.column("word")[n] and row[n].term not in of_all]


def listings(sentence: Pieces, longest: int) -> NDArray[np.bool_]:
    """(pieces, longest): whether the run of so many pieces from a piece on names several things, and all in the row.

    A joining mark or an "and" stands within it, and none beside it: 甲、乙和丙 of 发展甲、乙和丙等产业, not 乙和丙.
    """
    joins = CHINESE_JOINS if sentence.has("chinese") else _ANDS_ENGLISH
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


@lru_cache(maxsize=SENTENCES_KEPT)
def figure_lists(sentence: Pieces) -> tuple[tuple[Run, ...], ...]:
    """Two or more figures of a kind, nothing between them but a joining mark and what they count."""
    lists: list[list[Run]] = []
    for figure in figures_of(sentence):
        if lists and _joined(sentence, lists[-1][-1], figure):
            lists[-1].append(figure)
        else:
            lists.append([figure])
    return tuple(tuple(figures) for figures in lists if len(figures) > 1)


def count_lists(sentence: Pieces) -> list[tuple[Run, ...]]:
    """The lists of figures that stand before what they count, 41个国家级、360个市级中心, not behind as many things."""
    return [figures for figures in figure_lists(sentence) if not items_before(sentence, figures)]


def _joined(sentence: Pieces, one: Run, other: Run) -> bool:
    between = [piece.term for piece in sentence.row[one[1] : other[0]]]
    if not between or len(between) > 7 or between[-1] not in _joins(sentence) or BREAKS & set(between[:-1]):
        return False
    more = other[1] < len(sentence.row) and sentence.said(other[1], other[1] + 1).lower() in _MORE
    return not more and other not in dict(_parts(sentence))


def _joins(sentence: Pieces) -> frozenset[str]:
    """What joins the members of a list; a comma does so in English only."""
    return CHINESE_JOINS if sentence.has("chinese") else _JOINS


@lru_cache(maxsize=SENTENCES_KEPT)
def items_before(sentence: Pieces, figures: tuple[Run, ...]) -> list[Run]:
    """The list of as many things that stands last before the figures; empty where there is none."""
    wanted, joins = len(figures), _joins(sentence)
    row = sentence.row
    cuts = [n for n in range(figures[0][0]) if row[n].term in joins and row[n + 1].term not in _ANDS_ENGLISH]
    windows = [cuts[n : n + wanted - 1] for n in range(len(cuts) - wanted + 2)]
    # In English the last of a list follows an "and": A, B and C, named by 3, 4 and 5.
    windows.reverse()
    for chosen in sorted(windows, key=lambda each: row[each[-1]].term not in _ANDS_ENGLISH):
        first = next((n + 1 for n in range(chosen[0] - 1, -1, -1) if sentence.row[n].term in BREAKS | {"、"}), 0)
        last = next((n for n in range(chosen[-1] + 1, figures[0][0]) if _ends_item(sentence, n)), figures[0][0])
        items = [(before + 1, after) for before, after in pairwise([first - 1, *chosen, last])]
        if all(end > start for start, end in items) and not _holds_figure(sentence, items):
            return _pared(sentence, items)
    return _clauses_before(sentence, figures)


def _clauses_before(sentence: Pieces, figures: tuple[Run, ...]) -> list[Run]:
    """The things of as many clauses before figures told 分别 or "respectively", each ahead of a figure of its own.

    存款52亿元,贷款46亿元,分别增长7%和5%: 存款 and 贷款.
    """
    row, wanted = sentence.row, len(figures)
    breaks = [-1, *(n for n in range(figures[0][0]) if row[n].term in BREAKS | {"、"})]
    if len(breaks) <= wanted or not any(piece.term in _RESPECTIVE for piece in row[breaks[-1] + 1 : figures[0][0]]):
        return []
    firsts = {first for first, _ in figures_of(sentence)}
    runs = [(one + 1, other) for one, other in pairwise(breaks[-wanted - 1 :])]
    items = [(start, min((n for n in range(start, end) if n in firsts), default=start)) for start, end in runs]
    return items if all(end > start for start, end in items) else []


def _pared(sentence: Pieces, items: list[Run]) -> list[Run]:
    """The first item without what leads up to the list, the last without what follows: about as long as the rest.

    Where all but the last are as long as each other, it is no longer: 风电、光伏、水电|装机容量. Where these end in a
    name, so does it: Leeds, Hull and York employ.
    """
    lengths = [end - start for start, end in items]
    alike = len(set(lengths[:-1])) == 1
    longest = max(lengths[1:-1]) + (not alike) if len(items) > 2 else min(lengths)
    (start, end), (last_start, last_end) = items[0], items[-1]
    last_end = min(last_end, last_start + longest)
    if all(_capitalised(sentence, other_end - 1) for _, other_end in items[:-1]):
        last_end = next((n for n in range(last_end, last_start, -1) if _capitalised(sentence, n - 1)), last_end)
    return [(max(start, end - longest), end), *items[1:-1], (last_start, last_end)]


def _capitalised(sentence: Pieces, place: int) -> bool:
    return sentence.text[sentence.row[place].start].isupper()


def _ends_item(sentence: Pieces, place: int) -> bool:
    term = sentence.row[place].term
    return term in BREAKS | _AFTER_ITEMS or _HOW_MANY_ITEMS.fullmatch(term) is not None


def _holds_figure(sentence: Pieces, items: Sequence[Run]) -> bool:
    return any(sentence.column("number")[start:end].any() for start, end in items)


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
    last = sentence.first_of(_JOINS | BREAKS, figures[-1][1])
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
