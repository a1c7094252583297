"""Clauses that leave out what the first has said: Bremen employs 210 people, Leipzig 95; 甲厂有员工210人,乙厂95人."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from index.quantities import QuantityKind
from index.rounding import without_rounding
from qa.reading.candidates import Look, runs_of
from qa.reading.counting.siblings import CLEAR, CUTS, SEMICOLONS, Run, between, figure_told, words_of
from qa.reading.pieces import SENTENCES_KEPT, Pieces

_BARE = (QuantityKind.NUMBER, "")
_SAID = 0.5  # the share of its words that the question must say of a name
_WORDS, _CHARACTERS = 4, 8  # of the longest name
_PREPOSITIONS = "in|for|among|at|on|from|during|before|after|of"
_SMALL = "the|a|an|one|its|his|her|their|new|only|just|about|some|last|this|next|year|month|week|quarter|today|now"
_LINKS = rf"by|to|with|is|was|were|has|had|{_PREPOSITIONS}|{_SMALL}"
_AHEAD = re.compile(rf"(?P<name>[^()]*?)(?: ?\b(?:{_LINKS}))* ?", re.IGNORECASE)  # in Austria by | 3.2%
_BEHIND = re.compile(rf"(?:\w+ )?(?P<name>(?:{_PREPOSITIONS}) [^()]+)", re.IGNORECASE)  # by 33 minutes | in the fourth
_AHEAD_CHINESE = re.compile(r"[而则其中]*(?P<name>[^()（）]*?)[则仅只约共近超达有为是到至过]*")
_LEADING = re.compile(r"^(?:去年|今年|上年|其中|目前|[^，,]{0,5}?[年月日])")
_ADVERBS = re.compile(r"累计|一共|总共|[共已达为]")
# Told of the same thing: at another time, or how much more it is.
_OF_SAME = re.compile(
    r"[去上前今明]年|同期|年初|年末|^(?:[环同]?[比较占]|增|[下提][降高]|减)"
    r"|(?<!-)\byears?\b|^(?:an?|the) (?:increase|rise|fall|drop|decline|decrease|gain|difference|total)\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[$£€%]|(?<![\w-])\d[\d.,]*(?![\w-])")  # a clause with another figure says more than a name
_CHANGED = re.compile(r" (?:(?:is|was|were) )?[a-z]+(?: by)? \d[\d.]*(?: ?%| per ?cent)(?= to$)")  # fell 3% to 0.8
_NO_COUNT = re.compile(r"[\d.,\s%％万亿千百余多约近超$£€¥]+")
_HAN = re.compile(r"[\u3400-\u9fff]")


class Member(NamedTuple):
    """A clause of a row by its figure, the name of what that is told of, and all that stands ahead of the figure."""

    figure: Run
    name: str
    ahead: str


def of_named_member(sentence: Pieces, span: Run, question: str) -> Run | None:
    """The figure of the clause whose name the question says, where `span` is that of another in its row.

    None where the question names none of them, or several about as well.
    """
    row = row_with(sentence, span)
    if not row:
        return None
    shares = _shares(row, question)
    *_, second, best = sorted(shares) if len(shares) > 1 else (0.0, 0.0)
    if best < _SAID or best < CLEAR * second:
        return None
    figure = row[shares.index(best)].figure
    alone = sum(_overlap(each.figure, span) for each in row) == 1
    return span if alone and _overlap(figure, span) else figure  # with "about", if that was read


def row_with(sentence: Pieces, span: Run) -> tuple[Member, ...]:
    """The row of clauses of which `span` holds a figure; empty where there is none."""
    look = Look.DATE if span in runs_of(sentence, Look.DATE) else Look.FIGURE
    rows = _rows(sentence, look)
    return next((row for row in rows if any(_overlap(each.figure, span) for each in row)), ())


def names_none(row: tuple[Member, ...], question: str) -> bool:
    """Whether a question says nothing of any name of a row."""
    return all(_own(row)) and not any(_shares(row, question))


def _overlap(one: Run, other: Run) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _shares(row: tuple[Member, ...], question: str) -> list[float]:
    """For each member the share of the words of its name that a question says, of those that no other name has."""
    asked = _words(question)
    return [len(name & asked) / len(name) if name else 0.0 for name in _own(row)]


def _own(row: tuple[Member, ...]) -> list[frozenset[str]]:
    """For each member the words of its name that no other has."""
    found = []
    for each in row:
        others = [other.ahead for other in row if other is not each]
        found.append(_words(_apart(each.name, others)).difference(*map(_words, others)))
    return found


def _apart(name: str, others: Sequence[str]) -> str:
    """A Chinese name without its beginning and end that others have too, two characters at least: 工业 of 工业用电."""
    if not _HAN.search(name):
        return name
    more = len(name) - 2
    end = next((n for n in range(more, 1, -1) if any(name[-n:] in other for other in others)), 0)
    name = name[: len(name) - end]
    start = next((n for n in range(len(name) - 2, 1, -1) if any(name[:n] in other for other in others)), 0)
    return name[start:]


def _words(text: str) -> frozenset[str]:
    """The words of a text, and numbers with what hangs on them: 15-year-olds."""
    numbered = () if _HAN.search(text) else re.findall(r"\b\d[\w-]*", text.lower())
    return words_of(text).union(numbered)


@lru_cache(maxsize=SENTENCES_KEPT)
def _rows(sentence: Pieces, look: Look) -> tuple[tuple[Member, ...], ...]:
    """The rows: a clause, and those after it that have but a name beside a figure of its sort, or a bare number."""
    rows: list[list[Member]] = []
    for part in between(sentence, SEMICOLONS, (0, len(sentence.row))):
        told = [(*figure_told(sentence, clause, look), clause) for clause in between(sentence, CUTS, part)]
        row: list[Member] = []
        for (head, sort, clause), (figure, other, short) in pairwise(told):
            alike = sort and other in (sort, _BARE) and _counted(sentence, figure) in ("", _counted(sentence, head))
            name = _only_name(sentence, figure, short) if alike else ""
            if not name or _OF_SAME.search(name):
                row = []
                continue
            if not row:
                row = [Member(head, _counterpart(sentence, head, clause, name), sentence.said(clause[0], head[0]))]
                rows.append(row)
            row.append(Member(figure, name, name))
    return tuple(tuple(row) for row in rows)


def _counted(sentence: Pieces, figure: Run) -> str:
    """What a figure says that it counts: 座 of 21座."""
    return _NO_COUNT.sub("", sentence.said(*figure))


def _only_name(sentence: Pieces, figure: Run, clause: Run) -> str:
    """What stands in a clause beside its figure, if it is as short as a name: "in Austria", 乙厂; else nothing."""
    before = _CHANGED.sub("", without_rounding(sentence.said(clause[0], figure[0])).strip())
    after = sentence.said(figure[1], clause[1]).strip(" .")
    if sentence.has("chinese"):
        found = _AHEAD_CHINESE.fullmatch(before) if not after else None
        return found["name"] if found and 1 < len(found["name"]) <= _CHARACTERS else ""
    found = _BEHIND.fullmatch(after) if after and _is_link(before) else _AHEAD.fullmatch(before) if not after else None
    name = found["name"] if found else ""
    short = len(name.split()) <= _WORDS and not _FIGURE.search(name)
    return name if name and short and _words(name) else ""


def _is_link(text: str) -> bool:
    return re.fullmatch(rf"(?:\b(?:{_LINKS})\b ?)*", text, re.IGNORECASE) is not None


def _counterpart(sentence: Pieces, figure: Run, clause: Run, name: str) -> str:
    """What the first clause has in the place of a name: Germany behind "in", 甲厂 for 乙厂, or what it begins with."""
    before, after = without_rounding(sentence.said(clause[0], figure[0])), sentence.said(figure[1], clause[1])
    if sentence.has("chinese"):
        text = _ADVERBS.sub("", before if _LEADING.match(name) else _LEADING.sub("", before))
        end = text.find(name[-1], len(name) - 1) + 1 or len(name)
        return text[end - len(name) : end]
    if led := re.match(rf"({_PREPOSITIONS}) ", name, re.IGNORECASE):
        more = len(name.split()) - 2
        behind = re.search(
            rf"\b{led[1]} ((?:(?:{_SMALL}) )*[\w'-]+(?: [\w'-]+){{0,{more}}})", f"{before} {after}", re.IGNORECASE
        )
        return behind[1] if behind else ""
    words, others = (re.sub(rf"^(?:(?:{_LINKS})\b ?)*", "", each, flags=re.I).split() for each in (before, name))
    return " ".join(words[: max(len(others), 1)])
