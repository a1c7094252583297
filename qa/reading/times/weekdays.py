"""The days of the week that a text tells of: Monday to Friday, 周六、周日, daily, every day except Monday."""

from __future__ import annotations

import re

from corpus.sentences import clauses
from index.quantities import QuantityKind, quantities
from index.types import FloatMatrix, FloatVector
from qa.reading.counting.enumerations import share_said
from qa.reading.pieces import Pieces, Run

_CHINESE = "一二三四五六日"
_ENGLISH = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NO_LENGTH = "(?![次天个])"  # 一周一次
_LONG = rf"(?<!一)(?:周|星期|礼拜)[{_CHINESE}天]{_NO_LENGTH}|\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b"
_SHORT = r"\b(?:mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?"
_TO = r"\s?(?:-|–|—|~|至|到|\bto\b|\bthrough\b|\btill\b)\s?"
_BUT = r"\b(?:except|excluding|but not|apart from)(?: on| for)?"
_DAYS = re.compile(  # what is short is a day where a range or a list goes on: the sun sat low
    rf"(?P<out>除了?|不含|不包括|{_BUT} )?"
    rf"(?P<first>{_LONG}|{_SHORT}(?=\s?[-–—~,/&]|\s\d)|(?<=[,/&]\s){_SHORT})"
    rf"(?:{_TO}(?P<last>{_LONG}|{_SHORT}|[{_CHINESE}](?!\d)))?"
    r"(?P<behind>除外|[之以]?外)?"
)
_NAME = rf"(?:{_LONG}|(?<!一)(?:周|星期|礼拜)末{_NO_LENGTH}|工作日|\bweek(?:day|end)s?\b)"
_NAMES = re.compile(rf"{_NAME}(?:\s?(?:至|到|、|,|和|-|–|\bto\b|\band\b|\bthrough\b)\s?{_NAME})*", re.IGNORECASE)
_ANY = re.compile(r"每[天日]|\b(?:daily|every day)\b", re.IGNORECASE)
_AHEAD = re.compile(
    rf"(?:(?:every |on )?{_NAMES.pattern}|{_ANY.pattern})(?:,? (?:from|at|between)|[,\uff0c]|的)?\s?$", re.IGNORECASE
)
_EXCEPTED = re.compile(rf"(?:除了?|{_BUT})\s?$", re.IGNORECASE)
_SHUT = re.compile(r"[闭關关休停]|不[开開对對]|除外|\bclos(?:e[ds]?|ing)\b|\bshut|\bnot open\b", re.IGNORECASE)
# Whoever asks whether to go somewhere on a day asks whether it is open then.
VISITING = frozenset(
    {"go", "come", "visit", "get", "we", "open", "去", "来", "过去", "过来", "进", "进去", "参观", "办", "办理"}
)
_VISIT = re.compile(
    r"(?:能不能|可不可以|能|可以?)(?:过?[去来]|进去?|参观|办理?)(?:吗|么|\W*$)|[去来]得了吗"
    r"|^(?:can|may|could) (?:i|we|you|one|people) (?:go|come|visit|get in|drop in|call in)\b"
)
_OPEN = re.compile(r"开放|营业|办公|\b(?:open|closed)\b")
_WEEK = frozenset(range(7))
_NAMED = (
    (re.compile(r"周末|双休日|\bweekends?\b"), frozenset({5, 6})),
    (re.compile(r"工作日|平日|\b(?:weekdays?|working days?|workdays?)\b"), frozenset(range(5))),
    (re.compile(r"每[天日]|天天|全年无休|\b(?:daily|every day|all week|(?:seven|7) days a week)\b"), _WEEK),
)


def weekdays(folded: str) -> frozenset[int]:
    """Those that a folded text tells of, Monday being 0, without those that it excepts."""
    found = {day for name, days in _NAMED if name.search(folded) for day in days}
    out: set[int] = set()
    for each in _DAYS.finditer(folded):
        first = _number(each["first"])
        last = _number(each["last"]) if each["last"] else first
        days = {day % 7 for day in range(first, last + 1 + 7 * (last < first))}
        if each["out"] or each["behind"]:
            out |= days
        else:
            found |= days
    return frozenset((found or _WEEK) - out if out else found)


def without_weekdays(folded: str) -> str:
    """The text with blanks for the days of the week that it names."""
    return _DAYS.sub(lambda each: " " * len(each.group()), folded)


def tells_weekday(text: str) -> bool:
    """Whether a text names a day of the week, several or all."""
    return _NAMES.search(text) is not None or _ANY.search(text) is not None


def days_ahead(text: str, end: int) -> int:
    """Where the days of the week begin that stand right before the hour at an offset, every Thursday from 6 pm."""
    found = _AHEAD.search(text, 0, end)
    return found.start() if found else end


def weekday_of(sentence: Pieces, question: str, matches: FloatMatrix, weights: FloatVector) -> Run | None:
    """The days in the clause that says most of the question, those of closing where that is asked for; else None."""
    text, asks_shut = sentence.text, _SHUT.search(question) is not None
    cut = clauses(text)
    found: list[tuple[float, Run]] = []
    for days in _NAMES.finditer(text):
        around = [each for each in cut if each.start < days.end() and days.start() < each.end]  # Monday, Wednesday
        start, end = around[0].start, around[-1].end
        shut = _EXCEPTED.search(text, 0, days.start()) or _SHUT.search(text, start, end)
        if (shut is not None) is asks_shut:
            inside = [n for n, piece in enumerate(sentence.row) if start <= piece.start < end]
            found.append((share_said(matches, weights, inside), sentence.touched(*days.span())))
    return max(found, key=lambda each: each[0])[1] if found else None


def asks_to_visit(folded: str) -> bool:
    """Whether a folded question asks whether one may come somewhere on a day of the week, so that its hours tell."""
    return _VISIT.search(folded) is not None and bool(weekdays(folded))


def tells_opening(folded: str) -> bool:
    """Whether a folded text tells on which days of the week something is open, or from when to when."""
    hours = any(each.kind is QuantityKind.TIME for each in quantities(folded))
    return bool(weekdays(folded)) and (hours or _OPEN.search(folded) is not None)


def _number(day: str) -> int:
    return _ENGLISH.index(day[:3]) if day.isascii() else _CHINESE.index(day[-1].replace("天", "日"))
