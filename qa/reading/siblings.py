"""Figures in clauses worded alike, of which each names another thing: 单人间每晚260元,双人间每晚380元."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby, pairwise

from index.words import TokenKind, is_chinese, tokens
from qa.reading.candidates import figures_of
from qa.reading.pieces import SENTENCES_KEPT, Pieces

Run = tuple[int, int]
_CUTS = frozenset(",\uff0c;\uff1b:\uff1a。!?\uff01\uff1f…") | {"and", "while", "but", "而"}
_SAYS_NOTHING = re.compile(r"[的为為是]")  # between a name and what is said of it
_CLEAR = 2.0  # how many times as much of its own words the one clause must have in the question


def of_named_sibling(sentence: Pieces, span: Run, question: str) -> Run | None:
    """The figure of the clause whose own words the question says, where `span` is one of clauses worded alike.

    Their own words are those that no other of these clauses has. None where the question says the words of none, or of
    several about as well.
    """
    row = next((row for row in _rows(sentence) if span in row), ())
    if not row:
        return None
    asked, texts = words_of(question), [words_of(_around(sentence, figure, clause)) for figure, clause in row.items()]
    shares = []
    for text in texts:
        own = text.difference(*(other for other in texts if other is not text))
        shares.append(len(own & asked) / len(own) if own else 0.0)
    *_, second, best = sorted(shares)
    return list(row)[shares.index(best)] if best > 0 and best >= _CLEAR * second else None


@lru_cache(maxsize=SENTENCES_KEPT)
def _rows(sentence: Pieces) -> tuple[dict[Run, Run], ...]:
    """The rows of two or more clauses worded alike, each by its one figure of the sort that all have."""
    cuts = [n for n, piece in enumerate(sentence.row) if piece.term.lower() in _CUTS]
    clauses = [(start + 1, end) for start, end in pairwise([-1, *cuts, len(sentence.row)]) if end > start + 1]
    rows: list[dict[Run, Run]] = []
    told = [(*_figure(sentence, clause), clause) for clause in clauses]
    for sort, members in groupby(told, key=lambda each: each[1]):
        row = {figure: clause for figure, _, clause in members}
        texts = [words_of(_around(sentence, figure, clause)) for figure, clause in row.items()]
        if sort and len(row) > 1 and texts[0].intersection(*texts[1:]):
            rows.append(row)
    return tuple(rows)


def _figure(sentence: Pieces, clause: Run) -> tuple[Run, tuple[str, str] | None]:
    """The last figure of a clause and its sort; no sort where the clause has none, or another of that sort."""
    found = [
        (run, (each.kind, each.unit))
        for run in figures_of(sentence)
        if clause[0] <= run[0] and run[1] <= clause[1]
        for each in sentence.figures_in(sentence.row[run[0]].start, sentence.row[run[1] - 1].end)[:1]
    ]
    alone = bool(found) and [sort for _, sort in found].count(found[-1][1]) == 1
    return found[-1] if alone else (clause, None)


def _around(sentence: Pieces, figure: Run, clause: Run) -> str:
    return f"{sentence.said(clause[0], figure[0])} {sentence.said(figure[1], clause[1])}"


@lru_cache(maxsize=SENTENCES_KEPT)
def words_of(text: str) -> frozenset[str]:
    """The words of a text; of Chinese the pairs of characters, which do not depend on where words are cut."""
    if not is_chinese(text):
        return frozenset(token.term for token in tokens(text) if token.kind is TokenKind.WORD)
    runs = re.findall(r"\w+", _SAYS_NOTHING.sub("", text))
    return frozenset(f"{one}{other}" for run in runs for one, other in pairwise(run))
