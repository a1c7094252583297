"""The items of a list that a sentence leads up to, or a heading: "The toolbox holds the following:" tells nothing."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from corpus import Passage, Span
from corpus.lines import LIST_ITEM, paragraphs
from index.words import terms
from qa.reading.forms.beneath import beneath, heading_line
from qa.reading.forms.headings import is_heading
from qa.reading.pieces import pieces
from qa.saying.quotes import LONGEST
from qa.types import Kind, RankedSentence, ReadSpan, Task

_LEADS_UP = re.compile(r"[:：][*_\s]*$")
_POINTING = re.compile(
    r"(?:[以如]下|下[列述])\w{0,4}|(?:do )?(?:the |these |as )?follow(?:s|ing)(?: \w+)?|these(?: \w+)?", re.IGNORECASE
)
_CHINESE_NUMBER = re.compile(r"[一二三四五六七八九十]{1,3}、")
_LISTED = frozenset({Kind.LIST, Kind.OTHER, Kind.DEFINITION, Kind.PERSON, Kind.ORGANISATION, Kind.PLACE})
_SAID = 0.6  # share of the question's words that a sentence must say whose item was read


def with_items(span: ReadSpan, task: Task) -> ReadSpan | None:
    """All items of the list that the span's sentence leads up to, or is one of; None where not they are asked for."""
    each = task.kind is Kind.QUANTITY and span.plain  # of how much each of three grew
    if task.kind not in _LISTED and not each:
        return None
    passage = span.sentence.passage
    lines = paragraphs(passage.text)
    own = next((n for n, line in enumerate(lines) if line.end > span.start - passage.start), len(lines) - 1)
    if items := _beneath_heading(span, task, lines, own):
        return _items(span.sentence, items)
    lead, heading = own, span.plain and is_heading(span.sentence)
    while not heading and lead >= 0 and _is_item(passage, lines[lead]):
        lead -= 1
    last = max(lead, own)
    rest = lines[last + 1 :]
    last += next((n for n, line in enumerate(rest) if not _is_alike(passage, lines[lead + 1], line)), len(rest))
    if lead < 0 or last == lead:
        return None
    if not heading and not _LEADS_UP.search(passage.text[lines[lead].start : lines[lead].end]):
        return None
    words = set(terms(task.question))
    all_asked = each or task.kind is Kind.LIST or _POINTING.fullmatch(span.text) or set(terms(span.text)) <= words
    if lead == own and not all_asked:
        return None
    if lead < own and (each or not _names_the_list(passage, lines[lead], lines[own], words)):
        return None
    return _items(span.sentence, [lines[lead], *lines[lead + 1 : last + 1]])


def _beneath_heading(span: ReadSpan, task: Task, lines: list[Span], own: int) -> list[Span]:
    """The heading that names what is asked for with the items beneath it, of which one was read; else nothing."""
    text = span.sentence.passage.text
    head = heading_line(text, lines[own].start)
    if head is None or not beneath(pieces(span.sentence.text), span.sentence, task.question, task.kind):
        return []
    first = lines.index(head)
    beside = _CHINESE_NUMBER.match(text, *head)  # of 三、, 四、 is no item
    items = [*takewhile(lambda line: _is_item(span.sentence.passage, line), lines[first + 1 :])]
    items = [*takewhile(lambda line: not (beside and _CHINESE_NUMBER.match(text, *line)), items)]
    return [head, *items] if len(items) > 1 else []


def _is_item(passage: Passage, line: Span) -> bool:
    return LIST_ITEM.match(passage.text, *line) is not None


def _is_alike(passage: Passage, one: Span, other: Span) -> bool:
    """Whether both are items, with marks of one sort: （二） after （一）, and no 四、."""
    marks = [LIST_ITEM.match(passage.text, *each) for each in (one, other)]
    sorts = {re.sub(r"[\w①-⑳⑴-⒇]+", "", mark[0]) if mark else None for mark in marks}
    return len(sorts) == 1 and None not in sorts


def _names_the_list(passage: Passage, lead: Span, item: Span, words: set[str]) -> bool:
    """Whether a question is about the whole list: its words stand ahead of the list, and none in the item read."""
    ahead, own = (set(terms(passage.text[start:end])) for start, end in (lead, item))
    return not words & own and len(words & ahead) >= _SAID * len(words)


def _items(sentence: RankedSentence, lines: list[Span]) -> ReadSpan | None:
    """The items as far as they fit a quote together with what leads up to them, without the first one's mark."""
    offset, text = sentence.passage.start, sentence.passage.text
    fitting = [line for line in lines if line.end - lines[0].start <= LONGEST]
    first = LIST_ITEM.match(text, *lines[1])
    if len(fitting) < 2 or first is None:
        return None
    start = len(text[: first.end()]) + len(text[first.end() :]) - len(text[first.end() :].lstrip())
    whole = replace(sentence, start=offset + lines[0].start, end=offset + fitting[-1].end)
    return ReadSpan(whole, offset + start, offset + fitting[-1].end, 0.0)
