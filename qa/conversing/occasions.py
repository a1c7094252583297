"""Things and days told by when they come: tomorrow in place of today, the next meeting of the last, 下次 of 上次."""

from __future__ import annotations

import re

_ORDER = "last|next|previous|first|second|third|final|current|latest|upcoming|following"
_ORDERED = re.compile(rf"(?:the )?(?P<order>{_ORDER})(?: (?P<noun>(?!year)[a-z][\w' -]*))?", re.I)
_DAY = (
    r"(?:the )?day (?:before yesterday|after tomorrow)|today|tomorrow|yesterday|tonight"
    r"|this (?:morning|afternoon|evening)|(?:this|next|last) (?:week(?:end)?|month|season|term)"
)
_ENGLISH_DAY = re.compile(rf"\b(?:{_DAY})\b", re.I)
_CHINESE_DAY = re.compile(
    "(?:大?[前后]|今|明|昨)[天日晚早]|今晚|(?:这|本|[上下]+)个?(?:周|星期|礼拜|月|季度|学期)(?:末|[一二三四五六日天])?"
)
_TIME = re.compile("(?:[上下这本前首]一?|第[一二三四五六七八九十]+|最[后近])(?P<counter>[次届场轮回])")
_COMES = {"last": "was", "previous": "was", "next": "is", "upcoming": "is"}


def other_occasion(question: str, part: str) -> str:
    """The question with another day, or another one of a row, in place of its own; empty where it has none such."""
    for days in (_ENGLISH_DAY, _CHINESE_DAY):
        if days.fullmatch(part) and (day := days.search(question)):
            return question[: day.start()] + part + question[day.end() :]
    if (time := _TIME.fullmatch(part)) and (own := _same_counter(question, time["counter"])):
        return question[: own.start()] + part + question[own.end() :]
    return _other_of_row(question, part)


def on_a_day(question: str, part: str) -> str:
    """The question, which names no day, asked of the day that the part is; empty where the part is none."""
    if _ENGLISH_DAY.fullmatch(part):
        return f"{question.rstrip('?. ')} {part}?"
    return f"{part}{question}" if _CHINESE_DAY.fullmatch(part) else ""


def _same_counter(question: str, counter: str) -> re.Match[str] | None:
    return next((found for found in _TIME.finditer(question) if found["counter"] == counter), None)


def _other_of_row(question: str, part: str) -> str:
    """The next board meeting, for the last: what the part adds of its own noun goes, what it does not say stays."""
    if not (wanted := _ORDERED.fullmatch(part)):
        return ""
    noun = re.sub(r"\bones?$", "", wanted["noun"] or "").strip()
    named = rf"(?:[\w'’-]+ )*?{re.escape(noun)}\b" if noun else ""
    own = re.search(rf"\b(?P<order>{_ORDER}) (?P<named>{named})", question, re.I)
    if not own:
        return ""
    before = question[: own.start("order")]
    verb = _COMES.get(wanted["order"].lower())
    if verb and _COMES.get(own["order"].lower()):  # When was the last? When is the next?
        before = re.sub(r"\b(?:is|was)\b", verb, before, count=1)
    return before + wanted["order"] + question[own.end("order") :]
