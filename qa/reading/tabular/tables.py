"""Rows of tables: the cell under the heading that is asked for, in the row that the question names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corpus.tables import cells, header_of
from index.folding import fold
from index.model import EmbeddedModel
from index.quantities import QuantityKind, quantities
from index.query import Query
from index.types import FloatMatrix, FloatVector
from qa.question import Asked
from qa.reading.matching import match
from qa.reading.pieces import SENTENCES_KEPT, Pieces, Run, pieces
from qa.reading.tabular.columns import asking, called_for, fit, tells_sort
from qa.reading.tabular.listed import name_of, of_length
from qa.reading.tabular.marked import another_is_meant, is_of_kind_alone, is_said
from qa.reading.times.weekdays import tells_weekday
from qa.types import Kind, RankedSentence

_FIGURES = frozenset({Kind.QUANTITY, Kind.DATE})
_ALSO = frozenset({"及", "和", "与", "或", "、", "/", "&", "and", "or"})
_OF_DAYS = frozenset({"weekday", "day"})
_AS_WELL = 0.05
_MATCHED, _NAMING = 0.6, 0.6  # how well a word is matched, and the share of a cell's words that name its row
# What tells a row from others: letters with a figure, E4, RU-5, 2.1b; or a figure alone in the column of numbers.
_CODE = re.compile(r"(?<![a-z0-9])(?=[a-z0-9./-]*[a-z])(?=[a-z0-9./-]*\d)[a-z0-9]+(?:[-./][a-z0-9]+)*(?![a-z0-9])")
_NUMBER = re.compile(r"(?<![a-z\d.,])\d+(?:\.\d+)*(?![\d%]|[.,]\d)")
_NUMBERED = re.compile(r"(?:no\.?|nr\.?|#|第)?\s*(\d+(?:\.\d+)*)\s*[号路线级条]?\.?")
_ASKS_NUMBER = re.compile(r"几号|编号|号码|第几|\b(?:what|which) (?:number|no\b)|\bnumber of\b")
_FOR_WHOM = re.compile(r"(?<=\w) (?:for|with) |(?<=\w) ?[(（]")
_OF_NUMBERS = re.compile(r"号|序|级|\b(?:no|nr|number|id|year|programmes?|programs?|level|grade)\b|年")


_CLOCK = r"\d{1,2}(?:[:.]\d\d(?:\s?[ap]\.?m\b\.?)?|\s?[ap]\.?m\b\.?)"
_PROGRAMMED = re.compile(
    rf"\s*(?:[-*•]\s+)?(?P<time>{_CLOCK}(?:\s?(?:[-–—~至]|to)\s?{_CLOCK})?)(?:\s*[-–—:：]\s*|\s+)"
    r"(?P<event>[^\d\W][^,，;；。(（]{1,50}?)(?:\s*[,，(（@]\s*(?P<place>[^.。;；]{1,40}?)[)）]?)?\s*",
    re.IGNORECASE,
)
_OF_PROGRAMME = (("event", "event 活动"), ("time", "time 时间"), ("place", "place 地点"))


class Row(NamedTuple):
    """The cells of a row that hold something, in their order: the heading of each, its pieces, and its column."""

    headings: tuple[str, ...]
    cells: tuple[Run, ...]


class Cell(NamedTuple):
    """The pieces of a cell, whether there is no doubt of it; how much of the question names its row, and how much all
    of the row says, its headings included."""

    run: Run
    plain: bool
    naming: float
    covered: float


def row_of(row: RankedSentence, cut: Pieces) -> Row | None:
    """The cells of a sentence that is the row of a table; `cut` are its pieces."""
    return _row_under(header_of(row.passage, row.start), cut)


@lru_cache(maxsize=SENTENCES_KEPT)
def _row_under(header: str, cut: Pieces) -> Row | None:
    found = [each for each in cells(cut.text, header) if each.span.start < each.span.end]
    if len(found) < 2:
        return _programmed(cut.text, cut)
    return Row(tuple(each.heading for each in found), tuple(cut.touched(*each.span) for each in found))


def _programmed(line: str, cut: Pieces) -> Row | None:
    """What takes place, when and where, in a line of a programme, which has no names over them: 16:00 – Raft race."""
    found = _PROGRAMMED.fullmatch(line)
    if found is None:
        return None
    told = [(heading, found.span(name)) for name, heading in _OF_PROGRAMME if found[name]]
    return Row(tuple(heading for heading, _ in told), tuple(cut.touched(*span) for _, span in told))


def codes_in(question: str) -> frozenset[str]:
    """The codes of a question, folded: E4, BM-40; what counts something is none: 40km, 3pm."""
    text = fold(question).text
    counting = [each.start for each in quantities(text) if each.unit or each.kind is not QuantityKind.NUMBER]
    return frozenset(each[0] for each in _CODE.finditer(text) if each.start() not in counting)


def numbers_in(question: str) -> frozenset[str]:
    """The numbers of a question that may be somebody's or something's: programme 11, 5号."""
    return frozenset(each[0] for each in _NUMBER.finditer(fold(question).text))


def is_named(row: Row, cut: Pieces, question: str) -> bool:
    """Whether a cell of a row holds a code of the question, or the first one, or one of numbers, its number alone.

    So does a first one that is as long as the question says: 120 minutes, of two hours.
    """
    if of_length(question, cut.said(*row.cells[0])):
        return True
    codes, numbers = codes_in(question), numbers_in(question)
    for place, (heading, run) in enumerate(zip(row.headings, row.cells, strict=True)):
        cell = fold(cut.said(*run)).text
        if any(each in codes for each in _CODE.findall(cell)):
            return True
        number = _NUMBERED.fullmatch(cell)
        if number and number[1] in numbers and (place == 0 or _OF_NUMBERS.search(fold(heading).text)):
            return True
    return False


def rows_meant(question: str, sentences: Sequence[RankedSentence]) -> list[RankedSentence]:
    """The sentences without those rows of a table that are not named, where another one is by its code or number.

    A row whose first cell says another mark than the question is out, whether the table has one of that mark or not;
    so is one of 60 minutes, or the line of a price list, where it is asked about 90.
    """
    rows = [row_of(each, pieces(each.text)) for each in sentences]
    tables = [row and (each.passage.document_id, row.headings) for each, row in zip(sentences, rows, strict=True)]
    named = [
        row is not None and is_named(row, pieces(each.text), question)
        for each, row in zip(sentences, rows, strict=True)
    ]
    told = {table for table, here in zip(tables, named, strict=True) if here}
    apart = [
        of_length(question, name_of(each)) is False
        or (row is not None and another_is_meant(question, pieces(each.text).said(*row.cells[0])))
        for each, row in zip(sentences, rows, strict=True)
    ]
    return [
        each
        for each, table, here, other in zip(sentences, tables, named, apart, strict=True)
        if here or not (other or table in told)
    ]


def best_named(found: Sequence[Cell | None], sentences: Sequence[RankedSentence]) -> list[Cell | None]:
    """The cells without those whose row is named less well than another one of the same document."""
    best: dict[str, float] = {}
    for cell, sentence in zip(found, sentences, strict=True):
        if cell:
            name = sentence.passage.document_id
            best[name] = max(best.get(name, 0.0), cell.naming)
    return [
        cell if cell and cell.naming >= best[sentence.passage.document_id] - _AS_WELL else None
        for cell, sentence in zip(found, sentences, strict=True)
    ]


def in_one_cell(row: Row, count: int, longest: int) -> NDArray[np.bool_]:
    """(pieces, longest): whether the run of so many pieces from a piece on stands in one cell of the row."""
    ends = np.zeros(count, dtype=np.int64)
    for first, last in row.cells:
        ends[first:last] = last
    places = np.arange(count)[:, None] + np.arange(longest) + 1
    return np.asarray(places <= ends[:, None], dtype=np.bool_)


def cell_of(
    query: Query, row: Row, cut: Pieces, matches: FloatMatrix, weights: FloatVector, wording: Asked
) -> Cell | None:
    """The cell of a row that is asked for, where another one names the row; `matches` is (words, pieces of the row).

    Under the heading that the question says, in its words or in others; where that cell is named itself, as in
    何佳负责什么, the first one of the row.
    """
    if not len(query.terms) or wording.often:
        return None
    texts = [cut.said(*run) for run in row.cells]
    coded = is_named(row, cut, query.text)
    named = [_named(cut, run, query.text, matches) for run in row.cells]
    called = _called(query.text, row, cut, matches)
    named[0] = max(named[0], called)
    told = [_told(query, heading) for heading in row.headings]
    written = [
        0.0 if another_is_meant(query.text, heading) or _only_ends_as_said(query.text, heading, row.headings)
        else max(*(_share(top, run, told_here) for run in _ways(top)), float(is_said(query.text, heading)))
        for heading, (top, told_here) in zip(row.headings, told, strict=True)
    ]
    said = [
        share + fit(query.text, wording.kind, heading) for share, heading in zip(written, row.headings, strict=True)
    ]
    able = _able(row, cut, texts, wording, query.text)
    if coded and len(able) > 1:  # the code is not what is asked for
        able = [n for n in able if not (named[n] >= _NAMING and said[n] < max(said[m] for m in able))]
    if named[0] >= _NAMING and any(said[n] > 0 and named[n] < _NAMING for n in able):
        able = [n for n in able if n]  # the pottery class is in a row, and its room is asked for
    asked = max(able, key=lambda n: (said[n], is_said(query.text, row.headings[n]), named[n] < _NAMING), default=0)
    if not able or said[asked] <= 0:  # the only figure that the question does not say itself
        able = [n for n in able if named[n] < _NAMING]
        if wording.kind not in _FIGURES or len(able) != 1:
            return None
        asked = able[0]
    others = [n for n in range(len(row.cells)) if n != asked]
    covered = np.maximum(matches.max(axis=1), np.concatenate([here for _, here in told], axis=1).max(axis=1, initial=0))
    in_all = float(weights @ covered**2)
    if named[asked] >= _NAMING and asked > 0:
        return Cell(row.cells[0], False, _naming(row, [asked], matches, weights), in_all)
    if not (coded or max(named[n] for n in others) >= _NAMING) or named[asked] >= _NAMING:
        return None
    name = _FOR_WHOM.split(texts[0])[0]
    known = coded or (is_said(query.text, name) and _all_said(query, covered))
    plain = written[asked] >= _NAMING or (known and (said[asked] > 0 or len(able) == 1))
    return Cell(row.cells[asked], plain, coded + called + _naming(row, others, matches, weights), in_all)


def _ways(heading: Pieces) -> list[Run]:
    """The whole of a heading, and each of the things that it joins: weekends, of weekends and holidays."""
    cuts = [-1, *(n for n, piece in enumerate(heading.row) if piece.term in _ALSO), len(heading.row)]
    return [(0, len(heading.row)), *((one + 1, other) for one, other in pairwise(cuts) if other > one + 1)]


def _only_ends_as_said(question: str, heading: str, headings: Sequence[str]) -> bool:
    """Whether a question says of a Chinese heading but the end that others have too: 下午班, of 早班 and 晚班."""
    told, asked = fold(heading).text, fold(question).text
    own, end = told[:-1].strip(), told[-1:]
    alike = "\u4e00" <= end <= "\u9fff" and sum(fold(each).text.endswith(end) for each in headings) > 1
    return alike and end in asked and not any(own[n : n + 2] in asked for n in range(max(len(own) - 1, 1)))


def _all_said(query: Query, covered: FloatVector) -> bool:
    """Whether a row and its headings say each word of a question, but those that call for one of the headings."""
    calling = asking(query.text)
    return all(
        said >= _MATCHED or any(each.start <= word.start < each.end for each in calling)
        for word, said in zip(query.terms, covered, strict=True)
    )


def _called(question: str, row: Row, cut: Pieces, matches: FloatMatrix) -> float:
    """1 where the columns are things, one of which is named, and the row is what is asked of it: how heavy, Weight."""
    if not any(is_said(question, each) for each in row.headings[1:]):
        return 0.0
    start = _offsets(cut, row.cells[0])[0]
    places = called_for(question, cut.said(*row.cells[0]))
    called = [n for first, last in places for n in range(*cut.touched(start + first, start + last))]
    rest = [n for n in _words(cut, row.cells[0]) if n not in called]
    # How long is the Heron, if there is but the length of its cable?
    return float(bool(called) and (not rest or matches[:, rest].max(axis=0).min() >= _MATCHED))


def _able(row: Row, cut: Pieces, texts: Sequence[str], wording: Asked, question: str) -> list[int]:
    """The cells that may tell what is asked for: those with the sort of figure asked for, if any has, or with any."""
    able = list(range(len(row.cells)))
    if wording.kind in _FIGURES:
        told = [n for n in able if cut.figures_in(*_offsets(cut, row.cells[n])) or tells_weekday(texts[n])]
        if wording.calendar in _OF_DAYS and not _ASKS_NUMBER.search(fold(question).text):
            return [n for n in able if _tells_day(texts[n])]  # no hour tells on which day
        able = told or [n for n in able if any(map(str.isdigit, texts[n]))]  # 5ATM
    of_sort = [n for n in able if tells_sort(wording, texts[n], row.headings[n])]
    if of_sort or wording.kind is not Kind.QUANTITY or _ASKS_NUMBER.search(fold(question).text):
        return of_sort or able
    return [n for n in able if n or not _NUMBERED.fullmatch(fold(texts[n]).text)] or able


def _tells_day(cell: str) -> bool:
    return tells_weekday(cell) or any(each.kind is QuantityKind.DATE for each in quantities(cell))


def _offsets(cut: Pieces, run: Run) -> tuple[int, int]:
    return cut.row[run[0]].start, cut.row[run[1] - 1].end


def _told(query: Query, heading: str) -> tuple[Pieces, FloatMatrix]:
    """The pieces of a heading and how well they match the words of a question."""
    top = pieces(heading)
    return top, match(query.terms, [top], EmbeddedModel.load().word_vectors).best()


def _named(cut: Pieces, run: Run, question: str, matches: FloatMatrix) -> float:
    """The share of a cell that the question says; half a code is none of it, and "Spanish for beginners" is Spanish."""
    code = fold(cut.said(*run)).text
    if (rest := _FOR_WHOM.search(code)) and len(code) == len(cut.said(*run)):
        start = _offsets(cut, run)[0]
        run = (run[0], max(cut.touched(start, start + rest.start())[1], run[0] + 1))
    if another_is_meant(question, code) or is_of_kind_alone(question, code):
        return 0.0
    return float(code in codes_in(question)) if _CODE.fullmatch(code) else _share(cut, run, matches)


def _share(sentence: Pieces, run: Run, matches: FloatMatrix) -> float:
    """The share of the words of a run that the question says."""
    words = _words(sentence, run)
    return float((matches[:, words].max(axis=0) >= _MATCHED).mean()) if words else 0.0


def _words(sentence: Pieces, run: Run) -> list[int]:
    return [n for n in range(*run) if sentence.column("word")[n] or sentence.column("number")[n]]


def _naming(row: Row, others: Sequence[int], matches: FloatMatrix, weights: FloatVector) -> float:
    """How much of the question stands in some cells of a row."""
    places = [n for other in others for n in range(*row.cells[other])]
    return float(weights @ matches[:, places].max(axis=1, initial=0) ** 2)
