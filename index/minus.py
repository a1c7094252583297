"""What tells that a figure lies below nought: 零下5度, -3.2%, 净利润-3.5亿元, minus £200."""

from __future__ import annotations

import re

from index.units import MONEY

_SPELT = "零〇一二两三四五六七八九十百千万亿"
_BELOW_ZERO = frozenset({"%", "pp", "°", "°C", "°F"})
_SIGN = re.compile(rf"(?:零下\s?|负|\bminus |(?<![-a-z0-9_{_SPELT}°℃%)\]])-)$")
# In 成人票-50元 the hyphen only parts, and who 担负2亿元 owes them.
_SIGN_OF_MONEY = re.compile(
    r"(?:(?<![担背欠抱肩承胜自正])负|\bminus |(?<![^\s:(|为是达至值额润损流])(?<![\d%]\s)-)$", re.MULTILINE
)


def minus_before(text: str, start: int, unit: str) -> re.Match[str] | None:
    """The sign or the word right before the figure of a `unit` that begins at `start` of a folded text."""
    if unit not in _BELOW_ZERO and unit not in MONEY:
        return None
    return (_SIGN_OF_MONEY if unit in MONEY else _SIGN).search(text, max(0, start - 6), start)
