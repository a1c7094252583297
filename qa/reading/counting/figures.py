"""Which of several figures a question asks for: by what each counts, its unit, and the words around it."""

from __future__ import annotations

from index.types import FloatMatrix, FloatVector
from qa.question import Asked
from qa.reading.candidates import figures_of
from qa.reading.counting.enumerations import share_said
from qa.reading.counting.lists import BREAKS, count_lists, figure_lists, items_before
from qa.reading.pieces import Pieces, Run
from qa.reading.widen import ROUNDING, looks_right

_JOINS = frozenset({"、", "和", "及", "与", "以及", "and"})
_SAID = 0.9
_STRONG = frozenset(";\uff1b。!?\uff01\uff1f")


def figure_fit(sentence: Pieces, run: Run, asked: Asked) -> float:
    """From -1 to 1: whether the figure is of the sort and the unit asked for."""
    start, end = sentence.row[run[0]].start, sentence.row[run[1] - 1].end
    held = sentence.figures_in(start, end)
    text = sentence.text[start:end].lower()
    unit = bool(asked.unit) and any(word in text for word in asked.unit.split() if word.isascii() is text.isascii())
    if not asked.figures:
        return 0.5 * unit
    agrees = bool(looks_right(sentence, run, asked)) if asked.rank else asked.counts(held, sentence.text)
    return (0.5 if agrees else -1.0 if agrees is False and asked.strict else -0.5) + 0.5 * unit


def figure_context(sentence: Pieces, run: Run, matches: FloatMatrix, weights: FloatVector) -> float:
    """The share of the question that the figure's own words match: its clause before it, and what it counts."""
    if not len(weights):
        return 0.0
    around = in_parallel(sentence, run) or _about(sentence, run, matches)
    around += [n for n in range(*run) if sentence.row[n].term in ROUNDING]
    return share_said(matches, weights, around)


def figure_contexts(sentence: Pieces, matches: FloatMatrix, weights: FloatVector) -> dict[Run, float]:
    """The `figure_context` of every figure of a sentence."""
    return {run: figure_context(sentence, run, matches, weights) for run in _figures(sentence).items()}


def _about(sentence: Pieces, run: Run, matches: FloatMatrix) -> list[int]:
    """The figure's clause before it, what it counts, and what leads up to the counts that it is one of."""
    others, (_, leading) = _others(sentence, matches), counted_and_common(sentence, run)
    return [*leading, *_before(sentence, run, others), *_after(sentence, run, others)]


def _figures(sentence: Pieces) -> dict[int, int]:
    """Where each figure begins and ends."""
    return dict(figures_of(sentence))


def _last_end(figures: dict[int, int], place: int) -> int:
    """Where the last figure before a place ends; 0 where there is none."""
    return max((end for end in figures.values() if end <= place), default=0)


def _others(sentence: Pieces, matches: FloatMatrix) -> dict[int, int]:
    """The figures, save those that the question says itself: they are part of what is asked."""
    said = matches.max(axis=0) > _SAID
    return {first: last for first, last in _figures(sentence).items() if not said[first:last].all()}


def in_parallel(sentence: Pieces, run: Run) -> list[int]:
    """For one of several figures after as many things: the thing in its place, and what is said of all."""
    item, common = item_and_common(sentence, run)
    return [*item, *(n for n in common if n >= item.stop)]


def item_and_common(sentence: Pieces, run: Run) -> tuple[range, list[int]]:
    """The thing in the place of a figure in a list, and what is said of all things; empty where there is no list.

    What stands before another figure is said of that one: 新增企业29家；甲、乙分别达3家、5家。
    """
    for figures in figure_lists(sentence):
        if run in figures and (items := items_before(sentence, figures)):
            begin = _last_end(_figures(sentence), items[0][0])
            common = [*range(begin, items[0][0]), *range(items[-1][1], figures[0][0])]
            return range(*items[figures.index(run)]), common
    return range(0), []


def counted_and_common(sentence: Pieces, run: Run) -> tuple[list[int], list[int]]:
    """What a figure counts in a list such as 41个国家级、360个市级中心, and what leads up to such lists; else empty.

    What leads up to a list is said of those after it too: 建成3个国家级、7个省级中心,12个市级、40个县级书屋.
    """
    counting = count_lists(sentence)
    if not any(run in figures for figures in counting):
        return [], []
    others = _figures(sentence)
    firsts = [figures[0][0] for figures in counting if figures[0] <= run]
    leading = [n for first in firsts for n in range(_leading(sentence, first, others), first)]
    return _after(sentence, run, others), leading


def _leading(sentence: Pieces, first: int, others: dict[int, int]) -> int:
    """Where what leads up to a list begins: with the sentence, after a strong mark, or after the clause of a figure."""
    begin = _last_end(others, first)
    if begin:
        begin = sentence.first_of(BREAKS, begin, first)
    return max((n for n in range(begin, first) if sentence.row[n].term in _STRONG), default=begin)


def _before(sentence: Pieces, run: Run, others: dict[int, int]) -> range:
    """From the last break, joining mark or other figure up to the figure."""
    ends = set(others.values())
    first = run[0]
    while first > 0 and sentence.row[first - 1].term not in BREAKS | {"、"} and first not in ends:
        first -= 1
    return range(first, run[0])


def _after(sentence: Pieces, run: Run, others: dict[int, int]) -> list[int]:
    """Up to the next break, joining mark or figure; a figure in a list also counts what the last of the list counts."""
    own = _counted(sentence, run[1], others)
    after, last = own, own
    while last.stop in range(len(sentence.row)) and sentence.row[last.stop].term in _JOINS and last.stop + 1 in others:
        last = _counted(sentence, others[last.stop + 1], others)
    if last is own:
        return list(after)
    return [*after, *range(min(last.start + max(len(own), 1), last.stop), last.stop)]


def _counted(sentence: Pieces, start: int, others: dict[int, int]) -> range:
    """The words after a figure, without the rounding word of the next."""
    end = start
    while end < len(sentence.row) and sentence.row[end].term not in BREAKS | _JOINS and end not in others:
        end += 1
    if end in others and end > start and sentence.row[end - 1].term in ROUNDING:
        end -= 1
    return range(start, end)
