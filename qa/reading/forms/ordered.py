"""Items told in order, 一是…；二是… or "First, …; second, …", and that of a row which a figure tells."""

from __future__ import annotations

import re
from fractions import Fraction

from index.numerals import ENGLISH_ORDINALS, chinese_value
from index.quantities import Quantity, quantities
from index.types import FloatMatrix, FloatVector
from index.words import stem
from qa.reading.counting.enumerations import share_said
from qa.reading.counting.figures import item_and_common
from qa.reading.counting.lists import BREAKS, figure_lists, items_before
from qa.reading.pieces import Pieces, Run
from qa.wordings import LEAST

_MARKER = re.compile(r"第?([一二三四五六七八九十])(?:是|步|项|点|条)?|([1-9])")
_LAST = frozenset({"最后", "final", "last"})
_ENGLISH = {stem(word): value for word, value in ENGLISH_ORDINALS.items()} | {"firstli": 1, "secondli": 2, "thirdli": 3}
_AFTER_MARKER = frozenset({",", "\uff0c", "、", "\uff09", ")", ".", ":", "\uff1a", "is", "to", "the", "be", "was"})
_ENDS = frozenset({";", "\uff1b", "。", ".", "!", "?"})
_LONG = 16  # pieces from which an item is cut at its first comma
_AMONG = re.compile(
    r"[两二三四五六七八几]大?[个家项种类座条]|其中|之中|以下|这些|各"
    r"|\bof the\b.*\bwhich\b|\bwhich (?:one )?of\b|\bamong\b|\b(?:two|three|four|five|six) \w+"
)
_SAID = 0.2  # share of the question that what is said of the whole row must match


def item_at(sentence: Pieces, ordinal: int) -> Run | None:
    """What stands behind the marker of the `ordinal`-th item, counted from 1, or of the last at -1."""
    row = sentence.row
    for place in range(len(row) - 1):
        opens = place == 0 or row[place - 1].term in BREAKS | _ENDS | {"(", "\uff08", "the", "and"}
        if not opens or not _is_marker(row[place].term, row[place + 1].term, ordinal):
            continue
        first = place + 1
        while first < len(row) and row[first].term in _AFTER_MARKER:
            first += 1
        last = sentence.first_of(_ENDS, first)
        if last - first > _LONG:
            last = sentence.first_of(BREAKS, first + 1, last)
        if first < last:
            return first, last
    return None


def _is_marker(term: str, after: str, ordinal: int) -> bool:
    if ordinal == -1:
        return term in _LAST
    if term.isascii() and term.isalpha():
        return _ENGLISH.get(term) == ordinal and after in _AFTER_MARKER
    found = _MARKER.fullmatch(term)
    if found is None or ((found[2] or len(term) == 1) and after not in _AFTER_MARKER):
        return False
    return (int(found[2]) if found[2] else chinese_value(found[1])) == ordinal


def extreme_item(sentence: Pieces, question: str, matches: FloatMatrix, weights: FloatVector) -> Run | None:
    """Of things in a row followed by as many figures the one that has the most, or the least, as the question asks.

    None unless the question asks among several, and about what is said of the whole row.
    """
    if not _AMONG.search(question) or not len(weights):
        return None
    for figures in figure_lists(sentence):
        items, (_, common) = items_before(sentence, figures), item_and_common(sentence, figures[0])
        values = [value for figure in figures if (value := _value(sentence, figure)) is not None]
        differ = len(set(values)) == len(figures)
        if items and differ and share_said(matches, weights, common) > _SAID:
            chosen = min(values) if LEAST.search(question) else max(values)
            return items[values.index(chosen)]
    return None


def item_with(sentence: Pieces, question: str) -> Run | None:
    """Of things in a row followed by as many figures the one whose figure the question says: 哪个增长27.8%?"""
    rows = [(figures, items) for figures in figure_lists(sentence) if (items := items_before(sentence, figures))]
    said = {each.key for each in quantities(question)} if rows else frozenset()
    for figures, items in rows:
        told = [{each.key for each in _held(sentence, figure)} for figure in figures]
        if sum(not said.isdisjoint(keys) for keys in told) == 1:
            return next(item for item, keys in zip(items, told, strict=True) if not said.isdisjoint(keys))
    return None


def _held(sentence: Pieces, figure: Run) -> list[Quantity]:
    return sentence.figures_in(sentence.row[figure[0]].start, sentence.row[figure[1] - 1].end)


def _value(sentence: Pieces, figure: Run) -> float | None:
    held = _held(sentence, figure)
    value = held[0].value if held else None
    return float(value) if isinstance(value, Fraction) else None
