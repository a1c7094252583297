"""Whether what was read is of the sort that a question asks for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.sentences import clause_at
from index.folding import fold
from index.quantities import QuantityKind, quantities
from index.units import DURATIONS
from index.words import is_chinese
from qa.amounts import AREAS, CHANGE, LENGTHS, MEASURED
from qa.contacts import contacts
from qa.question import Asked, asked, sort_of
from qa.reading.candidates import FITTING, candidates
from qa.reading.counting.changes import changes
from qa.reading.counting.differences import amounts_of, tells_difference
from qa.reading.forms.outlets import outlet_of
from qa.reading.pieces import pieces
from qa.reading.preferred import may_be_age, tells_choice
from qa.reading.times.tellings import FEAST, begins_only, dates_in, only_when, tells_hour
from qa.reading.times.weekdays import tells_weekday
from qa.reading.widen import looks_right
from qa.types import Kind, ReadSpan, Task
from qa.wordings import PERIOD

# What tells a day, and what a month or a year, without being read as a date.
_DAY = re.compile(rf"\d ?[日号]|[今明昨前后]天|星期|礼拜|周[一二三四五六日]|days?\b|{FEAST.pattern}", re.IGNORECASE)
_YEAR = re.compile(r"[年世]|\byears?\b|\bcentur|^may$|^[12]\d{3}$", re.IGNORECASE)  # 去年, 公元前2世纪, 2100
# Words of time; and what a time stands behind, or ahead of.
_TIME = re.compile(
    r"\d|[年月日号天周季世纪代期时刻夜晚晨春夏秋冬前后初末昔古今旦早午]|第[一二三四五六七八九十]|星期|礼拜|[二三四五六七八九十]分"
    r"|\b(?:\w+days?|weeks?|months?|years?|decades?|centur\w+|spring|summer|autumn|fall|winter|seasons?|\w*nights?|morning"
    r"|evening|\w*noon|dawn|dusk|ages?|eras?|periods?|times?|moments?|now|ago|soon|later|early|late|before|after|when"
    r"|while|once|during|until|till|since|by|upon|following|ends?|begin\w*|start\w*|opening|closing|births?|deaths?"
    r"|first|second|third|last|next|war|reign|childhood|christmas|easter|ramadan|midday|immediately|always|never|hours?"
    r"|minutes?|daily|weekly|monthly|yearly|annual\w*|january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b",
    re.IGNORECASE,
)
_AHEAD_OF_TIME = re.compile(
    r"(?:\b(?:in|until|till|since|after|before|during|upon|when|while|following|through\w*|once)"
    r"(?: (?:the|an?|his|her|its|their))?|[自从直等当])\s?$",
    re.IGNORECASE,
)
_BEHIND_TIME = re.compile(r"[之以]?[时時后後前起]|期间|以来|为止|的[时那]")
# A Chinese body is called by its sort, in full or cut short: 哪家银行, 建设银行 or 建行. An English one may be Oxford.
_BODIES = tuple(
    (re.compile(rf"哪一?[所家个間间](?:{chinese})|\b(?:what|which) (?:{english})\b", re.IGNORECASE), re.compile(ending))
    for chinese, english, ending in (
        ("大学|大學|高校", "universit(?:y|ies)", "[大院校]|学"),
        ("银行|銀行", "banks?", "行|信用社"),
        ("医院|醫院", "hospitals?", "[医院所]|中心"),
    )
)
_SIGNED = re.compile(r"签[订署约]|\b(?:signed|dated)\b")
# A way is told by the time that it takes, and 多大 asks for an age as well.
_BY_TIME = AREAS | LENGTHS | DURATIONS | {"km/h", "mile/h"}
_LONG = DURATIONS - {"second", "minute", "hour", "day", "workday"}  # how far it is may be told in those
_HOUR = re.compile(r"[点时晨晚夜早午\d]|\b(?:dawn|dusk|sun(?:rise|set)|\w*noon|\w*night|midday|morning|evening)\b")


def fits(wording: Asked, spans: Sequence[ReadSpan]) -> float:
    """0 where the best span is no figure of the sort asked for, no date, no name; 1 elsewhere, 1/2 where unclear."""
    if not spans:
        return 0.0
    if wording.contact:
        return float(not unreached(wording, spans))
    if wording.kind is Kind.QUANTITY:
        if wording.rank:
            return _is_rank(wording, spans[0])
        if not wording.figures:
            return float(bool(amounts_of(spans[0])))
        counts = _counts(wording, spans[0])
        return 0.5 if counts is None else float(counts)
    if wording.kind not in FITTING:
        return 1.0
    sentence = pieces(spans[0].sentence.text)
    first, last = sentence.touched(*spans[0].within)
    held = (c for c in candidates(sentence) if c.look in FITTING[wording.kind])
    return float(any(c.first < last and first < c.last for c in held))


def of_another_sort(task: Task) -> bool:
    """Whether the best span is surely none of what is asked for: tonnes where a time is, no date where one is."""
    wording = replace(asked(task.question), kind=task.kind)
    rules = (miscounts, dateless, timeless, unchanged, only_differs, unchosen, unreached, misplaced, unended)
    return any(rule(wording, task.spans) for rule in rules) or of_another_body(task)


def miscounts(wording: Asked, spans: Sequence[ReadSpan]) -> bool:
    """Whether the best span is a figure that surely counts something else than is asked for, weeks and no length.

    多大 may ask for an age as well.
    """
    if wording.kind is not Kind.QUANTITY or not spans or not (figures := amounts_of(spans[0])):
        return False
    others = MEASURED if wording.units & AREAS else MEASURED | _LONG
    others = others if wording.units & _BY_TIME else others | DURATIONS
    if wording.units and all(each.unit in others - wording.units for each in figures):
        return True
    if not wording.strict:
        return False
    return _counts(wording, spans[0]) is False or (wording.age and not may_be_age(spans[0]))


def dateless(wording: Asked, spans: Sequence[ReadSpan]) -> bool:
    """Whether a year, month, day or hour is asked for, and the best span holds none, or for a year a day without it.

    A weekday, a feast or a century is date enough.
    """
    if wording.kind is not Kind.DATE or not wording.calendar or not spans:
        return False
    text = spans[0].text
    if wording.calendar == "hour":
        return not tells_hour(text) and not _HOUR.search(_without_dates(text).lower())
    if wording.calendar == "weekday":
        return not tells_weekday(text)
    dates = dates_in(text)
    yearless = wording.calendar == "year" and bool(dates) and not any(date.year for date in dates)
    told = (_DAY if wording.calendar == "day" else _YEAR).search(text)
    return not told and (fits(wording, spans) == 0 or yearless)


def timeless(wording: Asked, spans: Sequence[ReadSpan]) -> bool:
    """Whether it is asked when, and the best span neither holds a word of time nor stands where a time would stand."""
    if wording.kind is not Kind.DATE or not spans or fits(wording, spans):
        return False
    (start, end), text = spans[0].within, fold(spans[0].sentence.text).text
    before, behind = text[max(0, start - 20) : start], text[end : end + 4]
    return not (_TIME.search(text[start:end]) or _AHEAD_OF_TIME.search(before) or _BEHIND_TIME.match(behind))


def of_another_body(task: Task) -> bool:
    """Whether a university, a bank or a hospital is asked for, and the best span, in Chinese, names none."""
    if not task.spans or not is_chinese(task.spans[0].text[:1]):
        return False
    asked_for = [ending for pattern, ending in _BODIES if pattern.search(task.question)]
    return bool(asked_for) and not any(ending.search(task.spans[0].text) for ending in asked_for)


def _without_dates(text: str) -> str:
    """What else a text tells than its dates; a bare number may be an hour."""
    for figure in reversed(quantities(text)):
        if figure.kind is QuantityKind.DATE:
            text = text[: figure.start] + text[figure.end :]
    return text


def unchanged(wording: Asked, spans: Sequence[ReadSpan]) -> bool:
    """Whether a rise or a fall is asked for, and the best span only tells what something came to.

    It is no share, nor what it was before and after, and its clause does not say that anything changed.
    """
    if not wording.growth or not spans:
        return False
    span, sentence = spans[0], pieces(spans[0].sentence.text)
    if any(all(span.within[0] <= each.start < span.within[1] for each in told[:2]) for told in changes(sentence)):
        return False
    shares = any(each.kind is QuantityKind.PERCENT for each in amounts_of(spans[0]))
    return not shares and not CHANGE.search(clause_at(spans[0].sentence.text, spans[0].within[0]))


def only_differs(wording: Asked, spans: Sequence[ReadSpan]) -> bool:
    """Whether it is asked what something comes to, and the best span tells but a rise, a fall or a difference."""
    if wording.kind is not Kind.QUANTITY or not spans or not tells_difference(spans[0]):
        return False
    points = all(each.unit == "pp" for each in amounts_of(spans[0]))  # a rate is told in per cent
    return not wording.change or (points and not wording.growth and not wording.compared)


def unchosen(wording: Asked, spans: Sequence[ReadSpan]) -> bool:
    """Whether it is asked which of some figures it is, and the best span tells none of them."""
    return bool(wording.choices and spans) and not tells_choice(wording, spans[0].text)


def unended(wording: Asked, spans: Sequence[ReadSpan]) -> bool:
    """Whether it is asked until when, or when it ends, and the best span merely tells when something begins.

    So too where it tells when the paper was signed, and it is asked when what that is about begins or ends. Where its
    clause tells of an end, from May on it is closed, that begins then.
    """
    if wording.kind is not Kind.DATE or wording.period not in ("start", "until", "end") or not spans:
        return False
    clause = fold(clause_at(spans[0].sentence.text, spans[0].within[0])).text
    told = {end for end, pattern in PERIOD if pattern.search(clause)}
    if _SIGNED.search(clause) and wording.period not in told:
        return True
    if wording.period == "start" or (wording.period == "end" and "end" in told):
        return False
    return begins_only(spans[0])


def misplaced(wording: Asked, spans: Sequence[ReadSpan]) -> bool:
    """Whether it is asked where, and the best span merely tells when."""
    return wording.kind is Kind.PLACE and bool(spans) and only_when(spans[0])


def unreached(wording: Asked, spans: Sequence[ReadSpan]) -> bool:
    """Whether an address or a number is asked for to reach somebody at, and the best span holds none."""
    if wording.contact is None or not spans:
        return False
    start, end = spans[0].within
    return not any(s < end and start < e for s, e in contacts(spans[0].sentence.text, wording.contact))


def outlet_told(task: Task) -> bool:
    """Whether the best span is what the by-line or the source line of the text says."""
    if not task.spans:
        return False
    sentence = pieces(task.spans[0].sentence.text)
    found = outlet_of(task.question, [sentence])
    return found is not None and found[1] == sentence.touched(*task.spans[0].within)


def unit_agrees(wording: Asked, spans: Sequence[ReadSpan]) -> float:
    """Whether the best span, or if less surely the next, is money, a share or a measure as asked; 1/2 for counts."""
    wanted = wording.sorts
    if wording.rank and spans:
        return _is_rank(wording, spans[0])
    if wording.kind is not Kind.QUANTITY or not wanted or not spans:
        return 0.5
    return float(any(wanted & {sort_of(each) for each in amounts_of(span)} for span in spans[:2]))


def _is_rank(wording: Asked, span: ReadSpan) -> float:
    sentence = pieces(span.sentence.text)
    return looks_right(sentence, sentence.touched(*span.within), wording)


def _counts(wording: Asked, span: ReadSpan) -> bool | None:
    return wording.counts(amounts_of(span), span.sentence.text)

