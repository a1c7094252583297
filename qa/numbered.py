"""Names told apart by their number, bus 5 and bus 15, form A2, 程序1: which is asked about, which a place tells of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus import Span
from corpus.sentences import clause_span
from index.folding import fold
from index.quantities import QuantityKind, quantities
from index.units import MEASURE_WORDS
from index.words import TokenKind, tokens
from qa.contrasts import NUMBERED, Mention, mentions

_NUMBER = r"[a-z]?\d{1,4}[a-h]?"
_ENDED = r"(?![a-z0-9%]|[.,:/-]\d)"
_NAME = re.compile(rf"(?:(?<![a-z])([a-z]{{2,}})[ -]?|([\u4e00-\u9fff]{{1,2}}) ?)({_NUMBER}){_ENDED}")
_RANGE = re.compile(r"(\d+)\s*(?:[-–~至到]|to|through)\s*(\d+)")
_JOINS = r"\s*(?:[,、和与及或&~–-]|至|到|and|or|to|through)\s*"
_LINKS = re.compile(r" (?:in|for|on|from|at|of|by)(?: (?:the|its|their|our|his|her|an?))? ")
_ENDS_CLAUSE = re.compile(r"[\W_]*")
_COUNTED = re.compile(r" (?!was\b|does\b|has\b)[a-z]{2,}s\b")  # scored 3 goals


class Numbered(NamedTuple):
    """A name by its head, of a text or of `qa.contrasts`, and its number."""

    head: str
    number: str


class _Mention(NamedTuple):
    numbers: frozenset[str]
    start: int
    end: int


@lru_cache(maxsize=256)
def numbered_in(question: str) -> tuple[Numbered, ...]:
    """The names with a number that a question says, one of a head; a figure with what it counts is none."""
    text = fold(question).text
    held = [each for each in quantities(text) if each.kind is not QuantityKind.NUMBER or each.unit]
    stops = {token.term for token in tokens(text) if token.kind is TokenKind.STOP}
    found = [Numbered(each.slot, each.member) for each in mentions(question) if each.slot in NUMBERED]
    for name in _NAME.finditer(text):
        head, (start, end) = name[1] or name[2], name.span(3)
        counted = text[end : end + 1] in MEASURE_WORDS or _COUNTED.match(text, end)
        if head not in stops and not counted and not any(each.start < end and start < each.end for each in held):
            found.append(Numbered(head, name[3]))
    each_once = tuple(dict.fromkeys(found))
    heads = [each.head for each in each_once]
    return tuple(each for each in each_once if heads.count(each.head) == 1)


def names(text: str, asked: Numbered) -> bool:
    """Whether a text says the name."""
    return any(asked.number in each.numbers for each in _mentions(text, asked.head))


def others_alone(text: str, asked: Numbered, question: str) -> bool:
    """Whether a text says a name that a question writes with a capital, AirPure 500, with other numbers alone."""
    written = question.lower().find(asked.head)
    if asked.head in NUMBERED or written < 0 or not question[written].isupper():
        return False
    return bool(_mentions(text, asked.head)) and not names(text, asked)


def tells_of_another(text: str, place: tuple[int, int], asked: Numbered) -> bool:
    """Whether what stands at a place of a sentence is said of the same thing with another number.

    >>> tells_of_another("Bus 5 goes to Kirk and bus 15 to Wells.", (32, 37), Numbered("bus", "5"))
    True
    """
    span, found = Span(*place), _mentions(text, asked.head)
    if said := [each for each in found if each.start < span.end and span.start < each.end]:
        return any(asked.number not in each.numbers for each in said)
    clause = clause_span(text, span.start)
    inside = [each for each in found if clause.start <= each.start < clause.end]
    nearest = _nearest(text, clause, span, inside) or _nearest(text, Span(0, len(text)), span, found)
    return nearest is not None and asked.number not in nearest.numbers


def _nearest(text: str, clause: Span, span: Span, found: Sequence[_Mention]) -> _Mention | None:
    """The name that a place tells of: the last ahead of it, or the next where names end what is said of them."""
    before = [each for each in found if each.end <= span.start]
    after = [each for each in found if each.start >= span.end]
    if after and _LINKS.fullmatch(text, span.end, after[0].start):  # $5 million in its Series B
        return after[0]
    trailing = bool(found) and _ENDS_CLAUSE.fullmatch(text, found[-1].end, clause.end) is not None
    if after and (trailing or not before):
        return after[0]
    return before[-1] if before else None


@lru_cache(maxsize=1024)
def _mentions(text: str, head: str) -> tuple[_Mention, ...]:
    """Where a text says a head with its number, or with several: bus 5 and 15, programmes 1 to 3."""
    if head in NUMBERED:
        return _together(text, [each for each in mentions(text) if each.slot == head])
    folded = fold(text)
    name = rf"(?<![a-z]){head}(?:e?s)?[ -]?" if head.isascii() else rf"{head} ?"
    pattern = re.compile(rf"{name}({_NUMBER}(?:{_JOINS}(?:{name})?{_NUMBER})*){_ENDED}")
    return tuple(_Mention(_numbers(each[1]), *folded.span(*each.span())) for each in pattern.finditer(folded.text))


def _together(text: str, found: Sequence[Mention]) -> tuple[_Mention, ...]:
    """The names, those joined by an "and" as one."""
    joined: list[_Mention] = []
    for each in found:
        mention = _Mention(frozenset({each.member}), each.start, each.end)
        if joined and re.fullmatch(_JOINS, text[joined[-1].end : each.start]):
            last = joined.pop()
            mention = _Mention(last.numbers | mention.numbers, last.start, mention.end)
        joined.append(mention)
    return tuple(joined)


def _numbers(said: str) -> frozenset[str]:
    """The numbers of one name or of several joined, those of a range all: programmes 1 to 3."""
    ranges = (range(int(first), int(last) + 1) for first, last in _RANGE.findall(said))
    return frozenset(re.findall(_NUMBER, said)) | {str(number) for each in ranges for number in each}
