"""Values that something changed from and to: from 32 to 38 cents, 由62元上调至75元, £30 instead of £24."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from index.quantities import Quantity, QuantityKind
from index.ranges import CHANGED_FROM
from qa.reading.pieces import SENTENCES_KEPT, Pieces

_ABOUT = r"(?:(?:about|around|nearly|almost|just|over|only|some|the|its|a|an|present|current|new|record) )*"
_OF_OLD = r"(?:(?:the|its|a|an|about|around|previous|former|earlier|old|original|existing|then|usual) )*"
# Ahead of the first value, and between it and the second.
_FROM_CHINESE = re.compile(r"(?:[由从從自将將把]|原[来來先定]?的?)[^，。；;,!！?？]{0,12}$")
_TO_CHINESE = re.compile(
    r"(?P<verb>[^，。；;,!！?？、]{0,6}?[增升涨漲提降减減跌缩縮扩擴延迟遲挪移改变變调調压壓回翻发發转轉换換长長短][^，。；;,!！?？、]{0,4})?"
    r"(?:到|至|为|為|成)了?[^，。；;,!！?？、]{0,8}"
)
_NOW_CHINESE = re.compile(r"[到至](?:(?:现在|現在|目前|如今|今天|今年)的?)?")
_FROM = re.compile(rf"\bfrom {_ABOUT}$", re.IGNORECASE)
_TO = re.compile(rf"(?P<words>[^,;.!?]{{0,30}}?) to {_ABOUT}", re.IGNORECASE)
# The second value came first.
_UP_FROM = re.compile(
    r"[^.;!?]{0,30}?(?:\b(?:up|down) from|[(,;] ?(?:it |they )?(?:previously|formerly|originally)(?: was| were)?) "
    rf"{_OF_OLD}"
    r"|[^，。；;,!！?？]{0,8}[，,；;（(]?而?(?:此前|之前|以前|原来|原來|原先|原本|原为|原為|过去|過去|先前)[^，。；;,!！?？]{0,6}",
    re.IGNORECASE,
)
_INSTEAD_OF = re.compile(
    rf"[^.;!?]{{0,30}}?\b(?:compared (?:with|to)|instead of|in place of|rather than|replacing|not) {_OF_OLD}"
    r"|[^，。；;,!！?？]{0,8}[，,]?(?:而不是|而非|不再是|取代|代替)[^，。；;,!！?？]{0,8}",
    re.IGNORECASE,
)
_TOLD_FROM_AND_TO = (QuantityKind.DATE, QuantityKind.TIME)  # closed from 14 May to 5 June is a period


class Change(NamedTuple):
    """Two figures of a sentence; `sure` where the one was surely what the other is now."""

    before: Quantity
    after: Quantity
    sure: bool


@lru_cache(maxsize=SENTENCES_KEPT)
def changes(sentence: Pieces) -> tuple[Change, ...]:
    """The pairs of figures of which a sentence says that one came in place of the other, in the order they stand."""
    dates = [each for each in sentence.figures if each.kind is QuantityKind.DATE]
    others = [each for each in sentence.figures if each.kind is not QuantityKind.DATE]
    pairs = [pair for pair in pairwise(others) if _alike(*pair)]
    pairs += [(one, other) for one, other in pairwise(dates) if not sentence.figures_in(one.end, other.start)]
    return tuple(found for one, other in pairs if (found := _change(sentence.text, one, other)))


def _alike(one: Quantity, other: Quantity) -> bool:
    """Whether both may be told in the same unit: from 32 to 38 cents."""
    bare = any(each.kind is QuantityKind.NUMBER and not each.unit for each in (one, other))
    return bare or (one.kind is other.kind and one.unit == other.unit)


def _change(text: str, one: Quantity, other: Quantity) -> Change | None:
    ahead, between = text[: one.start], text[one.end : other.start]
    if told := _TO_CHINESE.fullmatch(between):
        plain = told["verb"] or (_NOW_CHINESE.fullmatch(between) and _FROM_CHINESE.search(ahead))
        return Change(one, other, True) if plain else None
    if (told := _TO.fullmatch(between)) and _FROM.search(ahead):
        plain = not told["words"] and one.kind not in _TOLD_FROM_AND_TO
        return Change(one, other, True) if plain or CHANGED_FROM.search(ahead.lower()) else None
    if _UP_FROM.fullmatch(between) or (between.endswith(" from ") and re.search(rf"\bto {_ABOUT}$", ahead)):
        return Change(other, one, True)
    return Change(other, one, False) if _INSTEAD_OF.fullmatch(between) else None
