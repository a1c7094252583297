"""From when rules hold, as rules say it themselves: 自2024年3月1日起施行, "comes into force on 1 March 2024"."""

from __future__ import annotations

import re

from index.folding import fold
from index.quantities import QuantityKind
from qa.reading.pieces import Pieces, Run

_FORCE = r"(?:com|go|enter|t[ao]k|w[eo]nt|cam|becom|becam)\w* (?:in(?:to)? (?:force|effect)|effect(?:ive)?)"
_HOLD = "(?:施行|生效|实施|实行|执行)"
_ASKED = re.compile(rf"\b{_FORCE}\b|\b(?:be|is|was|in) (?:effective|in (?:force|effect))\b|{_HOLD}")
_BEHIND = re.compile(rf"(?:零时)?(?:起(?:正式|开始|全面)?|正式|开始|全面){_HOLD}")
_AHEAD = re.compile(rf"\b(?:{_FORCE}|in force|effective|with effect)(?: on| from| as of)? $")
_RULES = re.compile(
    r"\b(?:when|from|what|which|date|day|on|did|do|does|is|are|was|were|will|the|these|this|new|it|they|rules?|law|act|policy"
    r"|regulations?|measures?|byelaws?|bylaws?|ordinance|provisions?|be)\b"
    r"|[这该本新]个?|规[定章则]|办法|条例|细则|政策|制度|法律|什么时候|何时|什么时间|哪[一]?[天年]|从|自|起|开始|正式|是|的|了|在"
)


def asks_when_in_force(question: str) -> bool:
    """Whether it is asked from when on rules hold."""
    return _ASKED.search(fold(question).text) is not None


def date_in_force(sentence: Pieces) -> Run | None:
    """The date from which on what a sentence is about holds; None where it tells none, or several."""
    text = sentence.text
    dates = [each for each in sentence.figures if each.kind is QuantityKind.DATE]
    found = [
        sentence.touched(each.start, each.end)
        for each in dates
        if _BEHIND.match(fold(text[each.end :]).text) or _AHEAD.search(fold(text[: each.start]).text)
    ]
    return found[0] if len(found) == 1 else None


def names_no_rules(question: str) -> bool:
    """Whether a question asks when "the rules" come into force, and does not say which."""
    return not re.search(r"\w", _RULES.sub(" ", _ASKED.sub(" ", fold(question).text)))
