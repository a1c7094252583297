"""Whether a figure was read of a table, a price list or a row for what it does not list: lemon cake, for carrot cake.

What is asked and what is told differ where each has a word that the other lacks. "The Spanish course" is the line
"Spanish for beginners" all the same: what is left of the question stands behind what is said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus import Language, Span
from corpus.tables import cells, header_of
from index.dates import Date
from index.folding import fold
from index.model import EmbeddedModel
from index.quantities import QuantityKind, quantities
from index.query import QueryTerm
from index.types import FloatMatrix
from qa.contrasts import by_slot
from qa.reading.counting.differences import amounts_of
from qa.reading.counting.lists import figure_lists, items_before
from qa.reading.matching import match
from qa.reading.pieces import Pieces, pieces
from qa.reading.tabular.columns import asking, fit
from qa.reading.tabular.listed import tables_of
from qa.reading.tabular.marked import is_said
from qa.reading.times.weekdays import weekdays
from qa.types import Kind, Task

_SAID = 0.6  # how well a word is matched that is said
_ALIKE = 0.4  # and one that may be meant
_SUPPORTED = 1.5  # log-odds, from which on the support network outweighs that no member of a row is named
_LISTED = 3  # cells of a row, lines of a list

_PRICE = re.compile(r"pric|fee|cost|charg|rate|fare|hire|rent|price|ticket|[价费钱票]")
_BRACKETED = re.compile(r"\s*[(（][^()（）]*[)）]")
_HOW_MUCH = re.compile(
    r"\bhow (?:much|many)\b|(?:[能可][以够]?)?(?:[装容盛放坐住载]得?下?|容纳)?多少钱?|几[\u4e00-\u9fff]?", re.IGNORECASE
)


def of_another_item(task: Task) -> bool:
    """Whether the best span is a cell under another heading than the one asked for, or the figure of another thing."""
    if not task.spans or task.kind in (Kind.YES_NO, Kind.REASON):
        return False
    span = task.spans[0]
    if _of_another_time(task):
        return True
    if span.plain:
        return False
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
                return len(rows) >= _LISTED and _differ(task, told[0], [rest], names, _calling(task.question))
            named = any(is_said(task.question, each) for n, each in enumerate(told) if n not in (0, column))
            beside = [*told[1:], *headings]
            names = [passage.text[slice(*each[0])] for each in rows]
            name = _BRACKETED.sub("", told[0]) or told[0]  # of what a family consists
            if not named and len(rows) >= _LISTED and _differ(task, name, beside, names, _calling(task.question)):
                return True
            others = [each for place, each in enumerate(headings) if place != column]
            figures = amounts_of(span)
            priced = bool(figures) and all(each.kind is QuantityKind.MONEY for each in figures)
            alone = priced and not any(map(str.isdigit, "".join(told[1:column] + told[column + 1 :])))  # it is for all
            if len(row) >= _LISTED and not alone and not fit(task.question, task.kind, headings[column]):
                calling = _asking_how_much(task.question)  # weighs calls for another
                return _differ(task, headings[column], [*told, *others], headings, calling)
    return False


def _asking_how_much(question: str) -> list[Span]:
    return [Span(*each.span()) for each in _HOW_MUCH.finditer(question)]


def _calling(question: str) -> list[Span]:
    return [*asking(question), *_asking_how_much(question)]


def of_another_member(task: Task) -> bool:
    """Whether the best span is one of several figures in a row, and the question names none of what these are for.

    "Textiles and machinery rose by 4% and 9%", asked how much steel rose. Something must be left of the question that
    is said neither beside them nor above; across languages, something that can be translated.
    """
    if not task.spans or task.kind is not Kind.QUANTITY or task.support > _SUPPORTED:
        return False
    span = task.spans[0]
    cut = pieces(span.sentence.text)
    run = cut.touched(*span.within)
    items = next((items_before(cut, figures) for figures in figure_lists(cut) if run in figures), [])
    words = _besides(task, _asking_how_much(task.question))
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


def _besides(task: Task, calling: Sequence[Span]) -> list[QueryTerm]:
    """The words of a question that do not stand in `calling`, which only says how it asks."""
    return [
        word
        for word in task.query.terms
        if word.term.isalpha() and not any(start < word.end and word.start < end for start, end in calling)
    ]


def _of_another_time(task: Task) -> bool:
    """Whether a cell was read of a table that tells days, dates or places in a row, and not the one asked about."""
    row = task.spans[0].sentence
    told = cells(row.text, header_of(row.passage, row.start))
    if len(told) < 2:
        return False
    question, above = fold(task.question).text, fold(row.passage.above).text
    texts = [fold(row.text[slice(*each.span)]).text for each in told]
    heads = [fold(each.heading).text for each in told]
    days, listed = weekdays(question), [weekdays(each) for each in (*texts, *heads, above)]
    if days and any(listed) and not any(days & each for each in listed):
        return True
    order = by_slot(question).get("order", set())
    if order and (own := by_slot(texts[0]).get("order")) and not order & own:
        return True
    dates, own_dates = _dates(question), _dates(texts[0])
    return bool(dates and own_dates) and not any(_same_day(one, other) for one in dates for other in own_dates)


def _dates(text: str) -> list[Date]:
    """The days of a text, none where it tells how they go on to another."""
    found = [each for each in quantities(text) if isinstance(each.value, Date) and each.value.day]
    return [] if any(each.upper for each in found) else [each.value for each in found if isinstance(each.value, Date)]


def _same_day(one: Date, other: Date) -> bool:
    year = not one.year or not other.year or one.year == other.year
    return year and (one.month, one.day) == (other.month, other.day)


def _differ(task: Task, name: str, around: Sequence[str], names: Sequence[str], calling: Sequence[Span]) -> bool:
    """Whether a question that asks for one of some names has a word that this one lacks, and the other way round.

    What stands in `calling` says but how it asks.
    """
    vectors = EmbeddedModel.load().word_vectors
    context = [pieces(each) for each in (*around, task.spans[0].sentence.passage.above) if pieces(each).row]
    words = _besides(task, calling)
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
    if any(_of_another_head(words, best, word, cut, n) for word in left for n in own):
        return True
    if not own or any(best[words.index(word), n] >= _ALIKE for word in left for n in own):
        return False
    last = max((word.start for word in said), default=None)
    return any(last is None or word.start < last for word in left)


def _of_another_head(words: Sequence[QueryTerm], best: FloatMatrix, word: QueryTerm, cut: Pieces, place: int) -> bool:
    """Whether a word and a piece of a name stand right behind the same word, but mean another: hair wash, hair cut."""
    ahead = [n for n, each in enumerate(words) if 0 <= word.start - each.end <= 1]
    if not ahead or not place or cut.row[place].start - cut.row[place - 1].end > 1 or _PRICE.search(word.term):
        return False
    same = best[ahead[0], place - 1] >= _SAID and cut.column("word")[place - 1]
    return bool(same) and not _PRICE.search(cut.row[place].term) and best[words.index(word), place] < _SAID


def _common(term: str, names: Sequence[str]) -> bool:
    """Whether more than half of the names have a word, so that it tells none from another."""
    return 2 * sum(any(piece.term == term for piece in pieces(each).row) for each in names) > len(names)


def _ends(word: QueryTerm, term: str) -> bool:
    """Whether a Chinese word ends with another, which names the sort of thing alone: 担担面 and 面."""
    return not term.isascii() and word.term != term and word.term.endswith(term)
