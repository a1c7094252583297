"""Whether a figure was read of a table, a price list or a row for what it does not list: lemon cake, for carrot cake.

What is asked and what is told differ where each has a word that the other lacks. "The Spanish course" is the line
"Spanish for beginners" all the same: what is left of the question stands behind what is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import Language, Span
from index.model import EmbeddedModel
from index.query import QueryTerm
from qa.reading.columns import asking, fit
from qa.reading.enumerations import figure_lists, items_before
from qa.reading.listed import tables_of
from qa.reading.marked import is_said
from qa.reading.matching import match
from qa.reading.pieces import pieces
from qa.types import Kind, Task

_SAID = 0.6  # how well a word is matched that is said
_ALIKE = 0.4  # and one that may be meant
_LISTED = 3  # cells of a row, lines of a list

_HOW_MUCH = re.compile(r"\bhow (?:much|many)\b|多少钱?|几[\u4e00-\u9fff]?", re.IGNORECASE)


def of_another_item(task: Task) -> bool:
    """Whether the best span is a cell under another heading than the one asked for, or the figure of another thing."""
    if not task.spans or task.spans[0].plain or task.kind in (Kind.YES_NO, Kind.REASON):
        return False
    span = task.spans[0]
    passage = span.sentence.passage
    if (task.language is Language.ENGLISH) is not (passage.language is Language.ENGLISH):
        return False  # a word that no table translates may be said
    if is_said(task.question, span.text):
        return False  # at home or away?
    at = span.start - passage.start
    for headings, rows in tables_of(passage.text):
        for row in rows:
            column = next((n for n, (start, end) in enumerate(row) if start <= at < end), 0)
            if not column:
                continue
            told = [passage.text[slice(*each)] for each in row]
            if not headings:  # the rest of the line says what the figure is for: £130 per night
                names = [passage.text[slice(*each[0])] for each in rows]
                rest = span.sentence.text[len(told[0]) :]
                return len(rows) >= _LISTED and _differ(task, told[0], [rest], names, asking(task.question))
            others = [each for place, each in enumerate(headings) if place != column]
            if len(row) >= _LISTED and not fit(task.question, task.kind, headings[column]):
                calling = [Span(*each.span()) for each in _HOW_MUCH.finditer(task.question)]  # weighs calls for another
                return _differ(task, headings[column], [*told, *others], headings, calling)
    return False


def of_another_member(task: Task) -> bool:
    """Whether the best span is one of several figures in a row, and the question names none of what these are for.

    "Textiles and machinery rose by 4% and 9%", asked how much steel rose. Something must be left of the question that
    is said neither beside them nor above; across languages, something that can be translated.
    """
    if not task.spans or task.kind is not Kind.QUANTITY:
        return False
    span = task.spans[0]
    cut = pieces(span.sentence.text)
    run = cut.touched(*span.within)
    items = next((items_before(cut, figures) for figures in figure_lists(cut) if run in figures), [])
    calling = [Span(*each.span()) for each in _HOW_MUCH.finditer(task.question)]
    words = [
        word
        for word in task.query.terms
        if word.term.isalpha() and not any(start < word.end and word.start < end for start, end in calling)
    ]
    if not items or not words:
        return False
    context = [cut, *(pieces(each) for each in (span.sentence.passage.above,) if pieces(each).row)]
    matching = match(words, context, EmbeddedModel.load().word_vectors)
    here = matching.best_in(0)
    if any(here[:, start:end].max() >= _ALIKE for start, end in items):
        return False
    across = (task.language is Language.ENGLISH) is not (span.sentence.passage.language is Language.ENGLISH)
    left = matching.best().max(axis=1) < _ALIKE
    return any(unsaid and (not across or len(word.alternatives) > 1) for word, unsaid in zip(words, left, strict=True))


def _differ(task: Task, name: str, around: Sequence[str], names: Sequence[str], calling: Sequence[Span]) -> bool:
    """Whether a question that asks for one of some names has a word that this one lacks, and the other way round.

    What stands in `calling` says but how it asks.
    """
    vectors = EmbeddedModel.load().word_vectors
    context = [pieces(each) for each in (*around, task.spans[0].sentence.passage.above) if pieces(each).row]
    words = [
        word
        for word in task.query.terms
        if word.term.isalpha() and not any(start < word.end and word.start < end for start, end in calling)
    ]
    beside = match(words, context, vectors).best().max(axis=1) if words else []
    words = [word for word, said in zip(words, beside, strict=True) if said < _SAID]
    cut = pieces(name)
    own = [n for n, piece in enumerate(cut.row) if cut.column("word")[n] and not _common(piece.term, names)]
    if not words or not own:
        return False
    best = match(words, [cut], vectors).best()
    said = [word for word, how_well in zip(words, best.max(axis=1), strict=True) if how_well >= _SAID]
    left = [word for word in words if word not in said]
    own = [n for n in own if best[:, n].max() < _SAID and not any(_ends(w, cut.row[n].term) for w in left)]
    if not own or any(best[words.index(word), n] >= _ALIKE for word in left for n in own):
        return False
    last = max((word.start for word in said), default=None)
    return any(last is None or word.start < last for word in left)


def _common(term: str, names: Sequence[str]) -> bool:
    """Whether more than half of the names have a word, so that it tells none from another."""
    return 2 * sum(any(piece.term == term for piece in pieces(each).row) for each in names) > len(names)


def _ends(word: QueryTerm, term: str) -> bool:
    """Whether a Chinese word ends with another, which names the sort of thing alone: 担担面 and 面."""
    return not term.isascii() and word.term != term and word.term.endswith(term)
