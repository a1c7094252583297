"""Times of day as they are written in Chinese and English: 下午5点半, 17:30, half past five in the afternoon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from index.numerals import ENGLISH_DIGITS, chinese_value
from index.rounding import choice


class Clock(NamedTuple):
    """A time of day: the hour from 0 to 24, and the minute; as written where no half of the day is told."""

    hour: int
    minute: int = 0

    @property
    def terms(self) -> list[str]:
        """What word search matches it by: as on a clock of twenty-four hours, and of twelve."""
        return [f"t{hour}:{self.minute:02}" for hour in dict.fromkeys((self.hour, self.hour % 12 or 12))]


class FoundClock(NamedTuple):
    """A time of day at half-open offsets; `half` is the word that tells the half of the day, if one does."""

    start: int
    end: int
    clock: Clock
    half: str


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MORNING = _words("凌晨 清晨 清早 早上 早晨 早间 上午 早 a morning")
_AFTERNOON = _words("下午 午后 傍晚 晚上 晚间 当晚 今晚 每晚 昨晚 明晚 晚 p afternoon evening")
_NIGHT = _words("夜里 夜间 深夜 半夜 午夜 当夜 夜 night")
_NOON = _words("中午 正午")
_FROM_MIDNIGHT = _words("凌晨 a")  # with these twelve is the beginning of the day
_HALVES = choice(word for word in _MORNING | _AFTERNOON | _NIGHT | _NOON if not word.isascii())
_SPELT = "零〇一二两三四五六七八九十"
_HOUR = r"(?<!\d)(?:(?<!\d[.,:])|(?<=:\d\d,))(?:2[0-4]|1\d|0?\d)"
_TOLD = r"(?: in the (?P<told>morning|afternoon|evening)| at (?P<night>night)\b)?"
_CHINESE = re.compile(
    rf"(?:(?P<half>{_HALVES})\s?)?(?P<hour>{_HOUR}|[{_SPELT}]{{1,3}})\s?(?P<mark>[点时])"
    rf"(?P<rest>半|[一三]刻钟?|[0-5]?\d分(?!钟)|[0-5]\d(?![\d万亿%])|[{_SPELT}]{{2,3}}分(?!钟)|[钟整]|(?=许))?"
)
_DIGITAL = re.compile(
    rf"(?:(?P<half>{_HALVES})\s?)?(?P<hour>{_HOUR})(?:(?P<mark>[:.])(?P<minute>[0-5]\d))?(?!\d|[:.]\d)"
    rf"(?:\s?(?P<meridiem>[ap])(?:m(?![a-z])|\.m(?![a-z])\.?))?{_TOLD}"
)
_WORDED = re.compile(
    r"\b(?:(?P<step>half|(?:a )?quarter|five|ten|twenty) (?P<way>past|to) )?"
    r"(?P<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1[0-2]|[1-9])\b"
    rf"(?P<mark> o'clock)?{_TOLD}"
)
_NAMED = re.compile(r"\b(?:at|until|till|by|before|after|from|to|since|12) (?P<name>noon|midday|midnight)\b")
# Where one of these may be, found by plain character searches: most texts have none.
_CHINESE_LEAD = re.compile(rf"[\d{_SPELT}]\s?[点时]")
_DIGITAL_LEAD = re.compile(r"\d(?::[0-5]\d|\s?[ap]\.?m(?![a-z]))")
_ENGLISH_WORDS = ("o'clock", " past ", "quarter to ", "noon", "midday", "midnight")
_NO_HOUR = re.compile(r"[间代候期而常刻辰节空速差]")  # 3时期, 1时差
# A point is as well one of several, or of a share index: something has to tell that it is an hour.
_GOES_ON = re.compile(
    r"\s?(?:准时|左右|前后|以[前后]|之[前后]|[开关闭起至到前后]|出发|抵|入场|[上下][班课]|结束|举行|截止|-)"
)
_DAY_BEFORE = re.compile(r"[日号天一二三四五六]\s?$")
_COMPARED_BEFORE = re.compile(
    r"以$|(?:比分?|比例|[胜负局])[^。]*$|\b(?:ratio|scores?|won|lost|beat(?:en)?|sets?|games?)\b[^.]*$"
)
_COMPARED_BEHIND = re.compile(r"\s?(?:[获大险完]?胜|负|击败|力克|的?比[分例]|win\b|victory\b|defeat\b)")
_COUNTS_ON = re.compile(r"\s?%|[.,-]\d| (?:per|hundred|thousand|million|billion|of)\b")
_JOIN = re.compile(r"\s?(?:-|~|至|到|、|和|与|to|and|until)\s?")
# The first end of a range, of which only the other tells the half of the day: 7-9 am, from 6.30 to 8.30 p.m.
_BEGUN = re.compile(
    rf"(?P<between>\bbetween )?(?<![\d$£€%])(?P<hour>{_HOUR})(?:[:.](?P<minute>[0-5]\d))?"
    r"(?:\s?-\s?| (?:to|until|till) |(?(between) and |(?!)))$"
)
_STEPS = {"half": 30, "quarter": 15, "a quarter": 15, "five": 5, "ten": 10, "twenty": 20}
_QUARTERS = {"半": 30, "一刻": 15, "三刻": 45}
_NOON_HOUR = 12
_NEAR = 24  # characters before two numbers with a colon in which a score is told of


def clocks(folded: str) -> list[FoundClock]:
    """The times of day of a folded text in order; the ends of a range are two, the half told for one meant for both."""
    found: list[FoundClock] = []
    if _CHINESE_LEAD.search(folded):
        found += _in_chinese(folded)
    if _DIGITAL_LEAD.search(folded):
        found += filter(None, (_digital(folded, each) for each in _DIGITAL.finditer(folded)))
        found += _begun(folded, found)
    if any(word in folded for word in _ENGLISH_WORDS):
        found += chain(_worded(folded), _named(folded))
    return _in_ranges(folded, sorted(found))


def _in_chinese(folded: str) -> Iterator[FoundClock]:
    last = 0
    for found in _CHINESE.finditer(folded):
        if not _told_in_chinese(folded, found, last):
            continue
        hour = chinese_value(found["hour"]) if found["hour"][0] in _SPELT else int(found["hour"])
        if hour is None or hour > 2 * _NOON_HOUR:
            continue
        half, last = found["half"] or "", found.end()
        yield FoundClock(*found.span(), Clock(_hour(int(hour), half), _minute(found["rest"] or "")), half)


def _told_in_chinese(folded: str, found: re.Match[str], last: int) -> bool:
    """Whether an hour is meant: a half of the day or minutes stand there, or what is beside it tells."""
    if found["rest"] is not None:
        return True
    if _NO_HOUR.match(folded, found.end()):
        return False
    if found["half"]:
        return True
    if found["hour"][0] in _SPELT:
        return False
    if found["mark"] == "时" or _GOES_ON.match(folded, found.end()):
        return True
    before = folded[max(last, found.start() - 3) : found.start()]
    return bool(_DAY_BEFORE.search(before) or (last and joined(before)))


def _minute(rest: str) -> int:
    if step := _QUARTERS.get(rest.removesuffix("钟")):
        return step
    digits = rest.strip("零〇分钟整")
    return int(digits) if digits.isdigit() else int(chinese_value(digits) or 0) if digits else 0


def _digital(folded: str, found: re.Match[str]) -> FoundClock | None:
    half = found["meridiem"] or found["half"] or found["told"] or found["night"] or ""
    if not found["meridiem"] and (found["mark"] != ":" or _is_compared(folded, found)):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour == 2 * _NOON_HOUR and minute:
        return None
    if found["meridiem"] and not 0 < hour <= _NOON_HOUR:
        half = ""
    return FoundClock(*found.span(), Clock(_hour(hour, half), minute), half)


def _begun(folded: str, ends: list[FoundClock]) -> list[FoundClock]:
    """The bare hours that begin a range which one of `ends`, told with am or pm, closes."""
    taken = {each.end for each in ends}
    found: list[FoundClock] = []
    for end in ends:
        first = _BEGUN.search(folded, max(0, end.start - _NEAR), end.start) if end.half in ("a", "p") else None
        if first is None or not taken.isdisjoint(range(first.start("hour") + 1, end.start)):
            continue
        hour, minute = int(first["hour"]), int(first["minute"] or 0)
        if 0 < hour <= _NOON_HOUR:
            stop = first.end("minute") if first["minute"] else first.end("hour")
            found.append(FoundClock(first.start("hour"), stop, Clock(hour, minute), ""))
    return found


def _is_compared(folded: str, found: re.Match[str]) -> bool:
    """Whether two numbers with a colon are a score or a ratio."""
    before = folded[max(0, found.start() - _NEAR) : found.start()]
    return bool(_COMPARED_BEFORE.search(before) or _COMPARED_BEHIND.match(folded, found.end()))


def _worded(folded: str) -> Iterator[FoundClock]:
    for found in _WORDED.finditer(folded):
        if not found["mark"] and (found["step"] not in ("half", "a quarter", "quarter") or _counts_on(folded, found)):
            continue
        half = found["told"] or found["night"] or ""
        hour = _hour(ENGLISH_DIGITS.get(found["hour"]) or int(found["hour"]), half)
        minute = _STEPS.get(found["step"] or "", 0)
        if found["way"] == "to":
            hour, minute = (hour - 1) % (2 * _NOON_HOUR), 60 - minute
        yield FoundClock(*found.span(), Clock(hour, minute), half)


def _counts_on(folded: str, found: re.Match[str]) -> bool:
    """Whether the number is no hour: rose by a quarter to 5 million, a quarter to 3.5."""
    return _COUNTS_ON.match(folded, found.end()) is not None


def _named(folded: str) -> Iterator[FoundClock]:
    for found in _NAMED.finditer(folded):
        start = found.start() if found.group().startswith("12") else found.start("name")
        hour = 0 if found["name"] == "midnight" else _NOON_HOUR
        yield FoundClock(start, found.end(), Clock(hour), found["name"])


def _hour(hour: int, half: str) -> int:
    """The hour on a clock of twenty-four."""
    if hour == _NOON_HOUR:
        if half in _FROM_MIDNIGHT:
            return 0
        return 2 * hour if half in _NIGHT or "晚" in half else hour
    late = half in _AFTERNOON or half in (_NOON if hour < _NOON_HOUR // 2 else _NIGHT)
    return hour + _NOON_HOUR if late and hour < _NOON_HOUR else hour


def joined(between: str) -> bool:
    """Whether what stands between two times of a folded text makes them the ends of a range."""
    return _JOIN.fullmatch(between) is not None


def _in_ranges(folded: str, found: list[FoundClock]) -> list[FoundClock]:
    """Where one end of a range is in the afternoon, the other too if nothing else is told: 下午2点至4点, 6:30-8 p.m."""
    for place in range(1, len(found)):
        first, second = found[place - 1 : place + 1]
        if not joined(folded[first.end : second.start]) or bool(first.half) == bool(second.half):
            continue
        if first.half and second.clock.hour < _NOON_HOUR <= first.clock.hour < second.clock.hour + _NOON_HOUR:
            found[place] = second._replace(clock=_later(second.clock), half=first.half)
        elif second.half and first.clock.hour < _NOON_HOUR and _later(first.clock) < second.clock:
            found[place - 1] = first._replace(clock=_later(first.clock), half=second.half)
    return found


def _later(clock: Clock) -> Clock:
    return clock._replace(hour=clock.hour + _NOON_HOUR)
