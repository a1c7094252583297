"""Figures and dates in clauses worded alike, of which each names another thing: 单人间每晚260元,双人间每晚380元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby, pairwise

from index.words import TokenKind, tokens
from qa.reading.candidates import Look, figures_of, runs_of
from qa.reading.pieces import SENTENCES_KEPT, Pieces

Run = tuple[int, int]
Row = dict[tuple[Run, ...], frozenset[str]]  # of each clause or part its figures, and its words
SEMICOLONS = frozenset(";\uff1b。!?\uff01\uff1f…")
CUTS = SEMICOLONS | frozenset(",\uff0c:\uff1a") | {"and", "while", "but", "而"}
_HAN = re.compile(r"[\u3400-\u9fff]")
_SAYS_NOTHING = re.compile(r"[的为為是]")  # between a name and what is said of it
_OR_ELSE = re.compile(r",? (?:or|but|and) (?:only |just )?", re.IGNORECASE)
_FOR_WHOM = re.compile(r"(?: each| a \w+| per \w+)? (?:for|if|when|with) ([^,.;:()]+)", re.IGNORECASE)
_OF_ALL = frozenset({
    "the", "a", "an", "those", "people", "who", "are", "is", "you", "your", "aged", "for", "of", "and", "or",
})  # fmt: skip
CLEAR = 2.0  # how many times as much of its own words the one clause must have in the question


def of_exception(sentence: Pieces, span: Run, question: str) -> Run | None:
    """The one figure meant where `span` holds that for all or that for some: £18, or £12 for those under 25.

    The second where the question says most of for whom it is, else the first.
    """
    text, figures = sentence.text, figures_of(sentence)
    for one, other in pairwise(figures):
        between = text[sentence.row[one[1] - 1].end : sentence.row[other[0]].start]
        told = _FOR_WHOM.match(text, sentence.row[other[1] - 1].end)
        if told and _OR_ELSE.fullmatch(between) and span[0] < other[1] and one[0] < span[1]:
            own, said = (set(re.findall(r"\w+", each.lower())) - _OF_ALL for each in (told[1], question))
            return other if own and 2 * len(own & said) > len(own) else one
    return None


def of_named_sibling(sentence: Pieces, span: Run, question: str) -> Run | None:
    """The figure of the clause whose own words the question says, where `span` is one of clauses worded alike.

    Their own words are those that no other of these clauses has. Between semicolons the part is chosen first:
    一车间去年1吨,今年2吨;二车间去年3吨,今年4吨. None where the question says the words of none, or those of several
    about as well.
    """
    look = Look.DATE if span in runs_of(sentence, Look.DATE) else Look.FIGURE
    found = _chosen(_rows_of_parts(sentence, look), span, question)
    return _chosen(_rows(sentence, look), found or span, question) or found


def _chosen(rows: Sequence[Row], span: Run, question: str) -> Run | None:
    """The figure in the place of `span` in the member of a row that the question names."""
    row, place = next(((row, figures.index(span)) for row in rows for figures in row if span in figures), ({}, 0))
    if not row:
        return None
    asked, texts = words_of(question), list(row.values())
    shares = []
    for text in texts:
        own = text.difference(*(other for other in texts if other is not text))
        shares.append(len(own & asked) / len(own) if own else 0.0)
    *_, second, best = sorted(shares)
    return list(row)[shares.index(best)][place] if best > 0 and best >= CLEAR * second else None


@lru_cache(maxsize=SENTENCES_KEPT)
def _rows_of_parts(sentence: Pieces, look: Look) -> tuple[Row, ...]:
    """The parts between semicolons, where each tells as many figures and all are worded alike; empty where not."""
    parts = between(sentence, SEMICOLONS, (0, len(sentence.row)))
    row = {tuple(_figures_in(sentence, part, look)): _around(sentence, part, look) for part in parts}
    alike = len(row) > 1 and len({len(figures) for figures in row}) == 1 and all(row)
    return (row,) if alike and frozenset.intersection(*row.values()) else ()


@lru_cache(maxsize=SENTENCES_KEPT)
def _rows(sentence: Pieces, look: Look) -> tuple[Row, ...]:
    """The rows of two or more clauses worded alike, each by its one figure of the sort that all have."""
    rows: list[Row] = []
    for part in between(sentence, SEMICOLONS, (0, len(sentence.row))):
        told = [(*figure_told(sentence, clause, look), clause) for clause in between(sentence, CUTS, part)]
        for sort, members in groupby(told, key=lambda each: each[1]):
            row: Row = {(figure,): _around(sentence, clause, look) for figure, _, clause in members}
            if sort and len(row) > 1 and frozenset.intersection(*row.values()):
                rows.append(row)
    return tuple(rows)


def between(sentence: Pieces, marks: frozenset[str], part: Run) -> list[Run]:
    """The runs of pieces between marks."""
    cuts = [n for n in range(*part) if sentence.row[n].term.lower() in marks]
    return [(start + 1, end) for start, end in pairwise([part[0] - 1, *cuts, part[1]]) if end > start + 1]


def figure_told(sentence: Pieces, clause: Run, look: Look) -> tuple[Run, tuple[str, str] | None]:
    """The last figure of a clause and its sort; no sort where the clause has none, or another of that sort."""
    found = [
        (run, (each.kind, each.unit))
        for run in _figures_in(sentence, clause, look)
        for each in sentence.figures_in(sentence.row[run[0]].start, sentence.row[run[1] - 1].end)[:1]
    ]
    alone = bool(found) and [sort for _, sort in found].count(found[-1][1]) == 1
    return found[-1] if alone else (clause, None)


def _around(sentence: Pieces, run: Run, look: Look) -> frozenset[str]:
    """The words of a run of pieces beside its figures."""
    ends = [run[0], *(end for figure in _figures_in(sentence, run, look) for end in figure), run[1]]
    return words_of(" ".join(sentence.said(start, end) for start, end in zip(ends[::2], ends[1::2], strict=True)))


def _figures_in(sentence: Pieces, run: Run, look: Look) -> list[Run]:
    return [figure for figure in runs_of(sentence, look) if run[0] <= figure[0] and figure[1] <= run[1]]


@lru_cache(maxsize=SENTENCES_KEPT)
def words_of(text: str) -> frozenset[str]:
    """The words of a text; of Chinese the pairs of characters, which do not depend on where words are cut."""
    if not _HAN.search(text):
        return frozenset(token.term for token in tokens(text) if token.kind is TokenKind.WORD)
    runs = re.findall(r"\w+", _SAYS_NOTHING.sub("", text.lower()))
    return frozenset(f"{one}{other}" for run in runs for one, other in pairwise(run))
