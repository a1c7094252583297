"""When somebody was born or died, or how old one is, told right behind the name: Henry Coil (1733–1790); Menon, 52."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.folding import fold
from index.query import QueryTerm
from index.types import FloatMatrix
from qa.question import Asked
from qa.reading.people.topics import NAME, same_name
from qa.reading.pieces import Pieces, Run
from qa.reading.times.periods import in_brackets, periods

_ABOUT_LIFE = re.compile(
    r"born|birth\w*|die[ds]?|death|dead|pass(?:ed)?|away|year|date|day|when|出生|生于|诞生|生日|生年|去世|逝世|病逝|死|卒|过世"
    r"|哪[一]?年|何时|什么|时候|时间|日期|年份?|日|是|的|在|于|了"
)
_TOLD = {
    "birth": re.compile(r"\bborn\b|\bbirth|\bb\. ?\d|生|诞|[(\uff08][^()（）]*\d\s?[-–—~～至]", re.IGNORECASE),
    "death": re.compile(
        r"\b(?:die[ds]?|dying|dead|deaths?|killed|murdered|drowned|perished|buried|funeral|executed|suicide|late"
        r"|pass(?:ed|es)? away|lost (?:his|her|their) li(?:fe|ves)|life|lived|shot)\b"
        r"|[死亡逝卒殁薨崩殉葬]|去世|过世|病故|身故|牺牲|遇[难害]|享年|终年|自杀|自尽|处决|被杀|[(\uff08][^()（）]*\d\s?[-–—~～至]",
        re.IGNORECASE,
    ),
}
_HOW_OLD = re.compile(
    r"^[Hh]ow old (?:is|was) (?P<who>[\w .'’-]+?)\W*$|^[Ww]hat (?:is|was) (?P<whose>[\w .'’-]+?)['’]s age\W*$"
)
_AGED = re.compile(rf"(?P<name>{NAME})(?:, (?:who is )?| \()(?P<age>\d{{1,3}})(?=[,)]| (?:and|years old)\b)")
_NAMED = 0.6  # how well the question must say each piece of the name
_LONGEST = 5  # pieces of a name


def age_told(text: str, question: str) -> tuple[int, int] | None:
    """The offsets of somebody's age behind the name, as English news tell it: Menon, 52, joined the firm."""
    asked = _HOW_OLD.search(question.strip())
    for told in _AGED.finditer(text) if asked else ():
        if asked and same_name(told["name"], asked["who"] or asked["whose"]):
            return told.span("age")
    return None


def life_date(sentence: Pieces, words: Sequence[QueryTerm], matches: FloatMatrix, wording: Asked) -> Run | None:
    """The date of the birth or the death asked for, where nothing but a name is asked about that it stands behind.

    `matches` is (words of the question, pieces of the sentence).
    """
    if wording.period not in ("birth", "death") or not len(words):
        return None
    own = [row for row, word in enumerate(words) if not _ABOUT_LIFE.fullmatch(word.term)]
    for period in periods(sentence):
        if not own or period[0] == period[1] or not in_brackets(sentence, period):
            continue
        bracket = sentence.touched(*period[0])[0] - 1
        while bracket > 0 and sentence.row[bracket].term not in ("(", "\uff08"):
            bracket -= 1
        first = _name_begins(sentence, bracket)
        name = matches[own, first:bracket]
        if name.size and name.max(axis=1).min() > _NAMED and name.max(axis=0).min() > _NAMED:
            return sentence.touched(*period[wording.period == "death"])
    return None


def tells_of(end: str, text: str) -> bool:
    """Whether a text may tell of a "birth" or a "death": says a word for it, or holds dates in brackets."""
    return _TOLD[end].search(fold(text).text) is not None


def _name_begins(sentence: Pieces, end: int) -> int:
    """Where the name begins that ends there: its words have capitals, or it is a word of Chinese behind a mark."""
    first = end
    while first > 0 and end - first < _LONGEST and sentence.column("word")[first - 1]:
        if not (sentence.column("capitalised")[first - 1] or sentence.column("capitals")[first - 1]):
            if sentence.column("chinese")[end - 1] and sentence.column("chinese")[first - 1]:
                first -= 1
                continue
            break
        first -= 1
    return first
