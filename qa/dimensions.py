"""What a question measures, weight, length, area or volume, by the units in which it is told."""

from __future__ import annotations

import re

_MEASURED = (
    (r"多重|重量|体重|\bhow heavy\b|\bweigh(?:s|ed|t)?\b", "kg g mg μg t pound"),
    (
        r"多[高宽深厚远]|[高宽深厚]度|身高|\bhow (?:tall|high|wide|deep|thick|far(?! in advance| ahead))\b"
        r"|\b(?:height|width|depth|thickness)\b",
        "km m cm mm μm nm mile foot inch yard",
    ),
    (r"面积|多大(?!年)|\bhow (?:large|big)\b|\barea\b", "km2 m2 sqmi sqft ha mu acre"),
    (r"容积|容量|体积|\bcapacity\b|\bvolume\b", "l ml m3"),
)
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), frozenset(units.split())) for pattern, units in _MEASURED)
# These are high or low without any length.
_OTHER = re.compile(r"温|率|比例|价|\b(?:temperature|rate|percentage|price|cost)s?\b", re.IGNORECASE)


def units_asked(question: str) -> frozenset[str]:
    """The units of `index.units` in which what a question measures may be told; empty where it measures nothing so.

    >>> sorted(units_asked("How heavy may a cabin bag be?"))
    ['g', 'kg', 'mg', 'pound', 't', 'μg']
    """
    if _OTHER.search(question):
        return frozenset()
    return next((units for pattern, units in _PATTERNS if pattern.search(question)), frozenset())
