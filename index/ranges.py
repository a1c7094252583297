"""The other end of a range: 5至10年, £12–£15, between 1 m and 2 m, 200元以上500元以下."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.numbers import Number, money_at, number_at, scale_of
from index.units import UNITS

_JOIN = re.compile(r"\s?(?:-|~|至|到|to|and|和|与|以上[、至到]?(?:不满|不足|不超过)?)\s?")
_BETWEEN = re.compile(r"\bbetween\s$")
_AMONG = re.compile(r"之间")  # closes what 和 opens: 5%和10%之间
_UNDER = re.compile(r"以[下内]")  # closes what 以上 opens
_ABOVE = "以上"
_GOES_ON = re.compile(r"-\d")  # 1.2.0 - 2024-03-05: what begins there is a date
# Where something changes from one value to another, neither is the end of a range.
CHANGED_FROM = re.compile(
    r"\b(?:r[io]se[sn]?|rising|rais\w+|increas\w+|gr[eo]w[sn]?|growing|climb\w*|jump\w*|surg\w+|soar\w*|went|upped|lift\w*"
    r"|expand\w*|extend\w*|lengthen\w*|doubl\w+|tripl\w+|f[ae]ll\w*|drop\w*|declin\w+|decreas\w+|reduc\w+|cut\w*|lower\w*"
    r"|shr[iau]nk\w*|goes|going|gone|chang\w+|mov\w+|push\w+|put|postpon\w+|defer\w+|delay\w+|shift\w*|reschedul\w+|brought|up|down)\b"
    r"[^.;:,()]*\bfrom (?:(?:about|around|nearly|just|roughly|only|some) )?$"
)
# Up by $60 to $910 tells by how much, and what it came to then.
_RISEN_BY = re.compile(
    r"\b(?:r[io]se[sn]?|rising|increas\w+|gr[eo]w[sn]?|f[ae]ll\w*|drop\w*|declin\w+|decreas\w+|reduc\w+|up|down)\b"
    r"[^.;:,()]*\bby (?:(?:about|around|nearly|just|roughly|only|some) )?$"
)
_FAR_APART = 4  # times: up by $5 to $10 may be a range
_CLAUSE = 80  # characters


@dataclass(frozen=True, slots=True)
class Range:
    """Its two ends, the unit of both as it was matched, and the half-open offsets of all that tells it."""

    start: int
    end: int
    low: Number
    upper: Number
    unit: re.Match[str] | None


def range_from(
    text: str, number: Number, sign: re.Match[str] | None, unit: re.Match[str] | None, units: re.Pattern[str]
) -> Range | None:
    """The range that begins with a number of a folded text, with the currency's `sign` before it and the `unit` behind.

    `units` matches the unit of the other end.
    """
    join = _JOIN.match(text, unit.end() if unit else number.end)
    if join is None:
        return None
    begin, how = sign.start() if sign else number.start, join.group().strip()
    again = money_at(text, join.end()) if sign else None  # £12–£15
    start = again.end() if again else join.end()
    upper = number_at(text, start)
    if upper is None or upper.start != start or _GOES_ON.match(text, upper.end):
        return None
    if sign and again and again.group().strip() != sign.group().strip():
        return None
    between = _BETWEEN.search(text, max(0, begin - len("between ")), begin)
    upper_unit = units.match(text, upper.end)
    end = upper_unit.end() if upper_unit else upper.end
    if how == "and" and not between:
        return None
    if how in ("和", "与") or how.startswith(_ABOVE):
        closing = (_UNDER if how.startswith(_ABOVE) else _AMONG).match(text, end)
        if (closing is None and not how.endswith(("不满", "不足", "不超过"))) or (unit is None and how[0] == _ABOVE[0]):
            return None
        end = closing.end() if closing else end
    if how == "to" and CHANGED_FROM.search(text, max(0, begin - _CLAUSE), begin):
        return None
    low = number.value
    scaled = low * scale_of(text, upper)
    # Of £90 to £110 million both are in millions, of £500 to £1 million one.
    if upper.scaled and not number.scaled and unit is None and not (again and scaled >= upper.value):
        low = scaled
    if low >= upper.value or (unit is not None and upper_unit is not None and not _same(unit, upper_unit)):
        return None
    if how == "to" and upper.value >= _FAR_APART * low and _RISEN_BY.search(text, max(0, begin - _CLAUSE), begin):
        return None
    first = Number(number.start, number.end, low, scaled=True)
    return Range(between.start() if between and how == "and" else begin, end, first, upper, upper_unit)


def _same(first: re.Match[str], second: re.Match[str]) -> bool:
    names = [match["zh"] or match["en"] or match["sign"] for match in (first, second)]
    return UNITS.get(names[0]) == UNITS.get(names[1])
