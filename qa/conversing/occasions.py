"""Things and days told by when they come: tomorrow for today, the next meeting of the last, that year of 1904."""

from __future__ import annotations

import re

from index.dates import Date
from index.quantities import quantities
from qa.contrasts import mentions

_ORDER = "last|next|previous|first|second|third|final|current|latest|upcoming|following"
_ORDERED = re.compile(rf"(?:the )?(?P<order>{_ORDER})(?: (?P<noun>(?!year)[a-z][\w' -]*))?", re.I)
_DAY = (
    r"(?:the )?day (?:before yesterday|after tomorrow)|today|tomorrow|yesterday|tonight"
    r"|this (?:morning|afternoon|evening)|(?:this|next|last) (?:week(?:end)?|month|season|term)"
)
_ENGLISH_DAY = re.compile(rf"\b(?:{_DAY})\b", re.I)
# What comes again and again, with what leads up to it: on Sundays, at the weekend, in the evening.
_REGULAR = re.compile(
    r"(?:(?P<leads>on|at|in|during|for|of) )?(?:the )?"
    r"(?P<when>(?P<day>(?:week|sun|mon|tues|wednes|thurs|fri|satur)days?|(?:(?:public|bank|school) )?holidays?)"
    r"|(?P<end>weekends?)|(?P<part>mornings?|afternoons?|evenings?)"
    r"|winter|summer|spring|autumn)",
    re.I,
)
_CHINESE_DAY = re.compile(
    "(?:大?[前后]|今|明|昨)[天日晚早]|今晚|(?:这|本|[上下]+)个?(?:周|星期|礼拜|月|季度|学期)(?:末|[一二三四五六日天])?"
    "|(?:周|星期|礼拜)[一二三四五六日天]|周末|工作日|平[日时]|节?假日|[寒暑]假|春节|[早晚]上|[上中下]午|夜里"
)
_TIME = re.compile("(?:[上下这本前首]一?|第[一二三四五六七八九十]+|最[后近])(?P<counter>[次届场轮回])")
_RELATIVE_YEAR = re.compile(r"(?:[去今明前]|上一?|本)年度?|\b(?:in |of )?(?:last|this|next) year(?:['’]s)?", re.I)
_THAT_TIME = re.compile(
    r"\b(?:(?:in|at|on|during|of) )?(?:that|the same) (?P<unit>year|month|day|time)\b|\bback then\b"
    r"|(?<=\w )then(?=\W*$)",
    re.I,
)
_THAT_TIME_CHINESE = re.compile(
    "在?(?:[那这同]一?个?(?P<unit>年|月|天|日|时候?)|当(?P<when>年|月|天|日|时))(?!前|后|代|间)"
    "(?!(?<=年)[假轻货度报会终初底级龄检费薪收])(?!(?<=月)[薪租票饼初底])(?!(?<=天)[气津然])(?!(?<=日)[常期本])的?时?"
)
_AHEAD_OF_TIME = 3  # characters: 那他当时多大
_UNITS = {"年": "year", "月": "month"}
_COMES = {"last": "was", "previous": "was", "next": "is", "upcoming": "is"}


def other_occasion(question: str, part: str) -> str:
    """The question with another day, or another one of a row, in place of its own; empty where it has none such."""
    for days in (_ENGLISH_DAY, _CHINESE_DAY):
        if days.fullmatch(part) and (day := days.search(question)):
            return question[: day.start()] + part + question[day.end() :]
    if (time := _TIME.fullmatch(part)) and (own := _same_counter(question, time["counter"])):
        return question[: own.start()] + part + question[own.end() :]
    if time and time["counter"] == "次" and not _TIME.search(question):
        return f"{part}{question}"  # 家长会在哪儿开？下次呢？
    if (time := _TIME.match(part)) and part[time.end() :] in question and not _TIME.search(question):
        return question.replace(part[time.end() :], part, 1)  # 会议谁主持？下次会议呢？
    if _RELATIVE_YEAR.fullmatch(part) and (own := _RELATIVE_YEAR.search(question)):
        return question[: own.start()] + part + question[own.end() :]
    return of_year(question, part) or _other_of_row(question, part)


def of_year(question: str, part: str) -> str:
    """The question about last year asked of the year that the part is; empty where it is about no such year."""
    year = next((each.member for each in mentions(part) if each.slot == "year"), "")
    own = _RELATIVE_YEAR.search(question) if year else None
    if not own:
        return ""
    new = f"{year}年" if own[0].endswith(("年", "度")) else f"{'of' if own[0].startswith('of') else 'in'} {year}"
    if own[0].endswith(("'s", "’s")):
        new = f"{year}'s"
    return question[: own.start()] + new + question[own.end() :]


def that_time(question: str, *told: str, chinese: bool) -> tuple[int, int, str] | None:
    """Where a question says that year, 那天 or then, and the time told before that it means; empty where none was."""
    if not (found := (_THAT_TIME_CHINESE if chinese else _THAT_TIME).search(question)):
        return None
    if chinese and found.start() > _AHEAD_OF_TIME:  # 农业在何时占当时人口的两成 tells its time itself
        return None
    unit = found["unit"] or (found["when"] if chinese else "") or ""
    unit = _UNITS.get(unit, unit)
    for text in told:
        for each in quantities(text):
            if isinstance(each.value, Date) and (each.value.year or unit != "year"):
                year = unit == "year"
                said = str(each.value.year) if year else text[each.start : each.end].strip()
                if chinese:
                    return *found.span(), f"{said}年" if year else said
                said = said.removesuffix("年")
                return *found.span(), f"{'on' if each.value.day and not year else 'in'} {said}"
    return *found.span(), ""


def on_a_day(question: str, part: str) -> str:
    """The question, which names no day, asked of the day that the part is; empty where the part is none."""
    if _ENGLISH_DAY.fullmatch(part):
        return f"{question.rstrip('?. ')} {part}?"
    if regular := _REGULAR.fullmatch(part):
        return _regularly(question, regular)
    return f"{part}{question}" if _CHINESE_DAY.fullmatch(part) else ""


def _regularly(question: str, regular: re.Match[str]) -> str:
    """The question asked of Sundays, in the place of its own such time; empty where that is but a part of a name."""
    article = "the " if regular["part"] or regular["end"] == "weekend" else ""
    leads = "on" if regular["day"] else "at" if regular["end"] else "in"
    if own := _REGULAR.search(question):
        leads = own["leads"] if own["leads"] in ("for", "of") else leads
        new = f"{leads} {article}{regular['when']}"
        return question[: own.start()] + new + question[own.end() :] if own["leads"] else ""
    return f"{question.rstrip('?. ')} {leads} {article}{regular['when']}?"


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
