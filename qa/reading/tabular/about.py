"""What a row of a table is about, asked for by another cell: what Ana Ruiz teaches, what is on on Tuesday evening."""

from __future__ import annotations

import re

from index.clock import Clock
from index.folding import fold
from index.quantities import QuantityKind, Value, quantities
from qa.question import Asked
from qa.reading.pieces import Pieces, Run
from qa.reading.tabular.marked import is_said
from qa.reading.times.weekdays import weekdays, without_weekdays
from qa.types import Kind, RankedSentence

_KINDS = frozenset({Kind.OTHER, Kind.DEFINITION, Kind.LIST})
# What somebody does, and the headings under which those stand who do it.
_DOING = tuple(
    (re.compile(does), re.compile(heading))
    for does, heading in (
        (
            r"[教带上授][什哪]|\bwh(?:at|ich)\b.*\b(?:teach|coach|instruct|lectur)",
            r"教|老师|讲师|\b(?:teacher|tutor|instructor|lecturer|coach)\b",
        ),
        (
            r"讲[的了些]*[什哪]|分享[的了]?[什哪]|\bwhat\b.*\b(?:talks?|speak\w*|present\w*|lectur\w*|talking)\b",
            r"讲|嘉宾|演讲|\b(?:speaker|presenter|lecturer|panellist)\b",
        ),
        (r"(?:负责|主管|管理?)[的了些]*[什哪]|\bwh(?:at|ich)\b.*\b(?:in charge|responsible|leads?|runs?|manages?)\b",
         r"负责|主管|责任|\b(?:owner|lead(?:er)?|manager|responsible)\b"),
    )
)  # fmt: skip
_HAPPENS = re.compile(
    r"(?:有|是|安排了?|上演?|举行|进行)(?:的是)?(?:什么|哪些?)|什么(?:活动|节目|课|安排|项目|内容)"
    r"|\bwhat(?:'s| is| are)? ?(?:happen\w*|on\b|there\b|scheduled|planned|taking place|takes place)"
    r"|\bwhat .*\b(?:is|are) (?:on|scheduled|planned)\b"
)
_OF_DAY = (
    (re.compile(r"上午|早上|\bmorning\b"), 0, 12),
    (re.compile(r"下午|\bafternoon\b"), 12, 18),
    (re.compile(r"晚|\b(?:evening|night|tonight)\b"), 17, 24),
)
# Which of the rides of a timetable goes somewhere, and the headings under which that stands.
_WHICH_RIDE = re.compile(r"哪[一]?[趟班路条]|\bwhich (?:bus(?:es)?|trains?|services?|flights?|lines?|coach|ferry)\b")
_BOUND_FOR = re.compile(r"终|到达站|到站|目的|[开去往]往?|\b(?:to|destination)\b")
_BOUND_FROM = re.compile(r"始发|起点|出发[站地]|\b(?:from|origin)\b")
_FROM = re.compile(r"从(?P<place>.+?)(?:出发)?[到去往开]|\bfrom (?P<start>[\w ]+?)(?: to\b|[?]|$)")
_LISTED = re.compile(r"\s*(?:[-*•|]|\d{1,2}[:.]\d\d|.*\t)")
_LONGEST_SECTION = 40  # characters
_SAYS_NOTHING = re.compile(
    r"\b(?:what(?:'s)?|is|are|on|in|at|the|there|of|happen\w*|scheduled|planned|takes?|taking|place|programmes?|day)\b"
    r"|[有是的在安排什么活动节目课项内容上演举行进哪些些?？点整]|上午|下午|晚上|早上|\b(?:morning|afternoon|evening|night)\b|[\W_]"
)


def name_of_row(
    headings: tuple[str, ...],
    cells: tuple[Run, ...],
    cut: Pieces,
    question: str,
    wording: Asked,
    sentence: RankedSentence,
) -> Run | None:
    """The cell that tells what a row is about, where the question names who does it or when it is; else None."""
    texts = [cut.said(*run) for run in cells]
    folded = fold(question).text
    if wording.kind not in _KINDS or len(texts) < 2:
        return None
    name = next((n for n, text in enumerate(texts) if not _is_figure(text)), 0)
    told = list(zip(headings[1:], texts[1:], strict=True))
    does = [heading for asks, heading in _DOING if asks.search(folded)]
    doers = [n for n, head in enumerate(headings) if any(each.search(fold(head).text) for each in does)]
    if any(is_said(question, texts[n]) for n in doers):
        return next((cells[n] for n in range(name, len(texts)) if n not in doers), None)
    if _WHICH_RIDE.search(folded):
        bound = any(_BOUND_FOR.search(fold(head).text) and is_said(question, text) for head, text in told)
        start = _FROM.search(folded)
        begun = not start or any(_BOUND_FROM.search(fold(head).text) and is_said(start[0], text) for head, text in told)
        return cells[0] if bound and begun else None
    return cells[name] if _HAPPENS.search(folded) and _is_then(folded, [*texts, _section(sentence)], name) else None


def on_another_day(question: str, sentence: RankedSentence) -> bool:
    """Whether a row stands in the part of a programme that is of another day of the week than a question names."""
    asked_for, told = weekdays(fold(question).text), weekdays(fold(_section(sentence)).text)
    return bool(asked_for and told) and not asked_for & told


def _section(sentence: RankedSentence) -> str:
    """The line that heads the rows or the items of a list among which a sentence stands; empty where none does."""
    passage = sentence.passage
    ahead = passage.text[: sentence.start - passage.start].splitlines()
    found = next((each for each in reversed(ahead) if each.strip() and not _LISTED.match(each)), "")
    return found if len(found) <= _LONGEST_SECTION else ""


def may_be_several(question: str) -> bool:
    """Whether a question asks what takes place, or what goes somewhere, of which there may be several."""
    folded = fold(question).text
    return _HAPPENS.search(folded) is not None or _WHICH_RIDE.search(folded) is not None


def _is_figure(text: str) -> bool:
    """Whether a cell is a time, a date, a day of the week or a number."""
    left = without_weekdays(fold(text).text)
    for each in reversed(quantities(left)):
        left = left[: each.start] + left[each.end :]
    return not any(sign.isalnum() for sign in left)


def _is_then(question: str, texts: list[str], name: int) -> bool:
    """Whether a row tells the day, the hour or the place that a question asks about, and it asks about nothing else.
    """
    told = [fold(text).text for n, text in enumerate(texts) if n != name]
    hours = [each.value for each in quantities(question) if each.kind is QuantityKind.TIME]
    dates = [each.value for each in quantities(question) if each.kind is QuantityKind.DATE]
    days = weekdays(question)
    figures = [each for text in told for each in quantities(text)]
    found = []
    if days:
        found.append(any(days <= weekdays(text) for text in told if weekdays(text)))
    if dates:
        found.append(any(each.value in dates for each in figures))
    begins = [each.value for each in figures if each.kind is QuantityKind.TIME]
    if hours:
        found.append(any(_alike(one, other) for one in hours for other in begins[:1]))
    elif found and begins:
        hour = begins[0].hour if isinstance(begins[0], Clock) else 0
        found += [first <= hour < last for asks, first, last in _OF_DAY if asks.search(question)]
    left = without_weekdays(question)
    for each in reversed(quantities(left)):
        left = left[: each.start] + left[each.end :]
    if place := next((text for text in told if len(text) > 1 and text in left), ""):
        left = left.replace(place, "")
        found.append(True)
    return bool(found) and all(found) and not _SAYS_NOTHING.sub("", left)


def _alike(one: Value, other: Value) -> bool:
    """Whether two times of day are the same, on a clock of twelve hours where the first does not tell the half."""
    if not isinstance(one, Clock) or not isinstance(other, Clock):
        return False
    return one == other or (one.hour < 13 and (one.hour % 12, one.minute) == (other.hour % 12, other.minute))
