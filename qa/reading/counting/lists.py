"""Lists as a sentence writes them: figures in a row, the things that they are of, and a part with its figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from qa.reading.candidates import figures_of
from qa.reading.pieces import SENTENCES_KEPT, Pieces, Run

JOINS = frozenset({"、", ",", "\uff0c", "和", "及", "与", "以及", "and", "或", "&"})
CHINESE_JOINS = JOINS - {",", "\uff0c"}
BREAKS = frozenset(",\uff0c;\uff1b:\uff1a。!?\uff01\uff1f…")
COMMAS = frozenset({",", "\uff0c"})
_AFTER_ITEMS = frozenset({"等", "分别", "各", "已", "were", "was", "are", "is", "had", "have", "grew", "rose"})
_HOW_MANY_ITEMS = re.compile(r"[两二三四五六七八九十][个种类项家座条大]?")  # 甲、乙、丙三种
_RESPECTIVE = frozenset({"分别", "分別"})
_THEM = frozenset({"them", "which", "whom", "these", "those"})
_MORE = frozenset({"more", "fewer", "less"})  # 45 machines, 15 more than last year: no list
ENGLISH_ANDS = frozenset({"and", "or", "&"})


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
    if not between or len(between) > 7 or between[-1] not in joins_of(sentence) or BREAKS & set(between[:-1]):
        return False
    more = other[1] < len(sentence.row) and sentence.said(other[1], other[1] + 1).lower() in _MORE
    return not more and other not in dict(parts(sentence))


def joins_of(sentence: Pieces) -> frozenset[str]:
    """What joins the members of a list; a comma does so in English only."""
    return CHINESE_JOINS if sentence.has("chinese") else JOINS


@lru_cache(maxsize=SENTENCES_KEPT)
def items_before(sentence: Pieces, figures: tuple[Run, ...]) -> list[Run]:
    """The list of as many things that stands last before the figures; empty where there is none."""
    wanted, joins = len(figures), joins_of(sentence)
    row = sentence.row
    cuts = [n for n in range(figures[0][0]) if row[n].term in joins and row[n + 1].term not in ENGLISH_ANDS]
    windows = [cuts[n : n + wanted - 1] for n in range(len(cuts) - wanted + 2)]
    # In English the last of a list follows an "and": A, B and C, named by 3, 4 and 5.
    windows.reverse()
    for chosen in sorted(windows, key=lambda each: row[each[-1]].term not in ENGLISH_ANDS):
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


@lru_cache(maxsize=SENTENCES_KEPT)
def parts(sentence: Pieces) -> tuple[tuple[Run, list[int]], ...]:
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
