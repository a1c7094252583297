"""The words that bound a date, a time of day or a span of time: before, until, around; 前, 不晚于, 预计, 30日内."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import NamedTuple

from index.quantities import Quantity, QuantityKind


class Bounds(NamedTuple):
    """Half-open offsets of a figure with the words that bound it, and what these mean, the one nearest to it first."""

    start: int
    end: int
    meanings: tuple[str, ...] = ()


_FLAGS = re.IGNORECASE | re.ASCII
# What goes on behind is another word: 10月20日前来报名, 前5个月.
_BEFORE = r"(?:之前|以前|(?<![之以])前(?![来來往夕期述端景后後身门門排锋列台进言线沿任\d一二三四五六七八九十几两兩半]))"
_AFTER = r"(?:之[后後]|以[后後]|[后後](?![来來期续續备備台勤者代裔卫衛排方座门門院半\d]))"
_AHEAD = re.compile(
    r"(?:(?P<by>不[晚迟遲][于於]|最[晚迟遲][于於在到]?|\bnot? later than |\bon or before |\bby )"
    r"|(?P<not_before>不早[于於]|\b(?:not (?:before|earlier than)|no earlier than) )"
    r"|(?P<before>早[于於]|\b(?:before|prior to) )|(?P<after>晚[于於]|\bafter )"
    r"|(?P<until>直[到至]|\b(?:until|till) )"
    r"|(?P<around>大?[约約][于於在为為]?|大概[于於在]?|\b(?:around |circa |ca?\. ?)"
    r"|(?<=\b(?:in|by|at|on|to) )about ))$",
    _FLAGS,
)
_EXPECTED = re.compile(
    r"(?:(?:预计|預計|预期|預期|有望)[将將会會可能]?[于於在到至]?|\bexpected (?:(?:in|on|for|at) )?)$",
    _FLAGS,
)
_BEHIND = re.compile(
    rf"\s?(?:(?P<around>左右|前[后後]|\bor so\b)|(?P<before>{_BEFORE})|(?P<after>{_AFTER})|(?P<until>[为為]?止)"
    r"|(?P<by>,? at the latest\b))",
    _FLAGS,
)
_WITHIN_AHEAD = re.compile(r"(?:(?P<within>\bwithin )|(?P<later>\bafter ))(?:the )?$", _FLAGS)
_WITHIN_BEHIND = re.compile(
    rf"\s?(?:(?P<within>之?[内內](?!蒙))|(?P<later>{_AFTER}|\blater\b)|(?P<earlier>{_BEFORE}|\b(?:ago|earlier)\b))",
    _FLAGS,
)
# From 1 May until 30 September, not until June, not before May, 直到6月才开放, 6月前不开放: no bound.
_PERIOD = re.compile(r"\d[^\d,.;，。；]{0,16}\s$", re.ASCII)
_NOT = re.compile(r"(?:\b(?:not|no|never|nor)|n't)\b[^,.;]{0,60}$", _FLAGS)
_ONLY_THEN, _NOT_BEFORE = re.compile(r"[^,.;，。；]{0,6}才"), re.compile(r"[^,.;，。；]{0,3}[不未禁]")
# 30日内, 之日起30日, 满30日: so many days, none of a month.
_LASTING_BEHIND = re.compile(r"\s?(?:之?[内內](?!蒙)|之久|期限|游)")
_LASTING_BEFORE = re.compile(
    r"(?:[起共满滿每达達逾需须須用停留假]"
    r"|[为為]期|[历歷][时時]|[连連][续續]|持[续續]|延[长長]|提前|期限[为為]?|工期[为為]?)\s?$"
)
_LONGEST = 24  # characters


def is_day_of_month(quantity: Quantity, text: str) -> bool:
    """Whether a figure of `text` that counts days is written as the day of a month: 12日, not 12个工作日 or 12日内."""
    if quantity.unit != "day" or quantity.upper is not None or text[quantity.end - 1] != "日" or quantity.rounding:
        return False
    if not isinstance(quantity.value, Fraction) or quantity.value > 31 or text[quantity.end - 2] in "然作":
        return False
    lasting = _LASTING_BEFORE.search(text[max(0, quantity.start - 4) : quantity.start])
    return lasting is None and _LASTING_BEHIND.match(text, quantity.end) is None


def bounds_of(quantity: Quantity, text: str) -> Bounds:
    """The words of a text that bound a date, a time of day or a duration; the figure alone where there are none."""
    start, end = quantity.start, quantity.end
    if quantity.kind is QuantityKind.DURATION and not is_day_of_month(quantity, text):
        return _of_duration(quantity, text)
    if quantity.kind not in (QuantityKind.DATE, QuantityKind.TIME, QuantityKind.DURATION):
        return Bounds(start, end)
    meanings: list[str] = []
    behind = _BEHIND.match(text, end)
    rounded = behind and behind["around"] and quantity.rounding
    if behind and not rounded and not (behind["before"] and _NOT_BEFORE.match(text, behind.end())):
        end = behind.end()
        meanings.append(behind.lastgroup or "")
    before = max(0, start - _LONGEST)
    ahead = _AHEAD.search(text[before:start]) if not meanings else None
    if ahead and not _begins_then(text, before, ahead, end) and not (ahead["around"] and quantity.rounding):
        start = before + ahead.start()
        meanings.append((ahead.lastgroup or "").replace("_", " "))
    before = max(0, start - _LONGEST)
    if expected := _EXPECTED.search(text[before:start]):
        start = before + expected.start()
        meanings.append("expected")
    return Bounds(start, end, tuple(meanings))


def _begins_then(text: str, place: int, ahead: re.Match[str], end: int) -> bool:
    """Whether something begins with the date: not until, not before; or a period from another ends with it."""
    start = place + ahead.start()
    if ahead["until"] and (_PERIOD.search(text, max(0, start - 24), start) or _ONLY_THEN.match(text, end)):
        return True
    return bool((ahead["until"] or ahead["before"]) and _NOT.search(text, max(0, start - 80), start))


def _of_duration(quantity: Quantity, text: str) -> Bounds:
    start, end = quantity.start, quantity.end
    if quantity.rounding is not None and quantity.rounding.meaning == "within":  # as with any figure
        return Bounds(start, end)
    if behind := _WITHIN_BEHIND.match(text, end):
        return Bounds(start, behind.end(), (behind.lastgroup or "",))
    before = max(0, start - _LONGEST)
    if ahead := _WITHIN_AHEAD.search(text[before:start]):
        return Bounds(before + ahead.start(), end, (ahead.lastgroup or "",))
    return Bounds(start, end)
