"""What the figures of a question and of the clause that answers it say together: more, less, the same, or neither."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from index.dates import Date
from index.folding import fold
from index.quantities import Quantity, QuantityKind, quantities
from index.words import terms
from qa.answering.claims import numbering
from qa.answering.denials import DENIED_BOUND, negates
from qa.types import Verdict

_MORE = re.compile(
    r"超过?|高于|多于|大于|突破|以上|不止|逾|\b(?:more|larger|bigger|higher|greater) than\b|\bover\b|\bexceed|\babove\b"
)
_LESS = re.compile(r"不到|不足|低于|少于|小于|以下|\b(?:less|smaller|lower|fewer) than\b|\bunder\b|\bbelow\b")
THAN = re.compile(r"比|\bthan\b")
_NAME_BEFORE = re.compile(
    r"(?:[A-Z]{2,}[ -]?|\b(?i:number|no\.?|room|route|line|bus|clause|section|article|chapter|model|gate|building) )$"
)
_NAME_BEHIND = re.compile(r"(?:路|号线?|栋|室|次)(?!人)")
_ABOVE, _BELOW = frozenset({"over", "at least"}), frozenset({"nearly", "under", "at most", "within"})
# On which side of a figure something is: after 9 p.m., 12岁以下. Denied it is another one: 不超过, not over.
_BOUND_BEFORE = re.compile(
    rf"(?:(?P<at_most>{DENIED_BOUND}(?:超[过出]?|[高多大晚迟]于|exceed(?:ing)?|over|above"
    r"|(?:more|larger|higher|greater|longer|older|later) than))"
    rf"|(?P<at_least>{DENIED_BOUND}(?:[低少小早]于|under|below"
    r"|(?:less|fewer|lower|smaller|shorter|younger|earlier) than))"
    r"|(?P<under>[不未]满|不[到足]|[低少小早]于|\b(?:before|until|till|under|below|within|up to)"
    r"|\b(?:less|fewer|lower|smaller|shorter|younger|earlier) than)"
    r"|(?P<over>超过?|[高多大晚迟]于|满|\b(?:after|from|since|above|over|past|beyond|exceed(?:s|ed|ing)?)"
    r"|\b(?:more|larger|higher|greater|longer|older|later) than))\s*$"
)
_BOUND_BEHIND = re.compile(
    r"\s?(?:(?P<over>[以之]?后|以上|起|or (?:more|older|over|later|above)\b)"
    r"|(?P<under>[以之]?前(?!后)|以下|[以之]内|or (?:less|younger|under|below|earlier)\b))"
)
_OPPOSITE = {"over": {"under", "at most"}, "at least": {"under", "at most"}}
# Where a clause goes on with something else: and does not invest in shops.
_JOINT = re.compile(
    r"\bbut\b|\band (?:do|does|did|is|are|was|were|has|have|had|will|would|can|could|may|must|should)\b|但|而(?!且)"
)
_FAR = 16  # characters before a figure in which its bound is looked for


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure with the side of it that is meant, and whether something is denied of it."""

    figure: Quantity
    bound: str
    denied: bool = False


def by_figures(question: str, clause: str) -> Verdict | None:
    """What the figures of a question and a clause say together; None where they decide nothing.

    A clause that denies what it says of its figure says NO of that figure and of any that it takes in, and leaves the
    others open.
    """
    folded, clause = fold(question).text, clause[numbering(clause) :]
    asked = [_Figure(each, _bound(each, question)) for each in quantities(question)]
    told = [_Figure(each, _bound(each, clause), _is_denied(each, clause)) for each in quantities(clause)]
    if _of_other_days(asked, told):
        return Verdict.UNCLEAR
    if not measures(folded) and any(_apart(each, other) for each in asked for other in told):
        return Verdict.UNCLEAR
    said: set[Verdict] = set()
    for each in asked:
        figure = each.figure
        if isinstance(figure.value, Date) or _names(figure, question):
            continue
        alike = [other for other in told if _alike(other.figure, figure)]
        is_asked = _is_asked(figure, folded, question[figure.end :])
        if any(other.denied for other in alike):
            if not any(_takes_in(other, each) for other in alike):
                return Verdict.UNCLEAR
            said |= {Verdict.NO} if is_asked else set()
        elif not is_asked:
            continue
        elif alike or not negates(fold(clause).text):  # what is denied altogether is denied of every figure
            said.add(_compared(folded, figure, alike))
    return None if not said else said.pop() if len(said) == 1 else Verdict.UNCLEAR


def _of_other_days(asked: Sequence[_Figure], told: Sequence[_Figure]) -> bool:
    """Whether a day of a month is asked about, and other days are told of alone; one may be within 10月1日至7日."""
    days = [day for each in asked for day in _days(each.figure)[:1]]
    stretches = [_days(each.figure) for each in told if not each.bound]
    stretches = [each for each in stretches if each]
    bounded = any(each.bound and _days(each.figure) for each in told)
    return bool(days and stretches and not bounded) and not any(
        first <= day <= last for day in days for first, *_, last in stretches
    )


def _days(figure: Quantity) -> list[tuple[int, int]]:
    """(month, day) of the first and of the last day of a date, twice the same where it is one; none where not told."""
    ends = [figure.value, figure.upper or figure.value]
    found = [(end.month, end.day) for end in ends if isinstance(end, Date) and end.month and end.day]
    return found if len(found) == len(ends) else []


def measures(folded: str) -> bool:
    """Whether a folded question asks whether something is more or less than a figure."""
    return bool(_MORE.search(folded) or _LESS.search(folded))


def _names(figure: Quantity, question: str) -> bool:
    """Whether a number is a name's: the number 18 bus, room 5, GEO 214, 18路."""
    if figure.unit:
        return False
    return bool(_NAME_BEFORE.search(question, 0, figure.start) or _NAME_BEHIND.match(question, figure.end))


def _is_asked(figure: Quantity, question: str, behind: str) -> bool:
    """Whether a figure is what is asked, and does not count what something else is asked of: are all 37 kilns open?"""
    if figure.kind is QuantityKind.ORDINAL and THAN.search(question):  # more than in the first round
        return False
    return measures(question) or len(terms(behind)) <= 1


def _alike(told: Quantity, asked: Quantity) -> bool:
    return told.unit == asked.unit and told.kind is asked.kind and type(told.value) is type(asked.value)


def _bound(figure: Quantity, text: str) -> str:
    """The side of a figure that is meant, "over", "under", "at least" or "at most"; empty where it is itself."""
    before = _BOUND_BEFORE.search(fold(text[max(0, figure.start - _FAR) : figure.start]).text)
    found = before or _BOUND_BEHIND.match(fold(text[figure.end : figure.end + _FAR]).text)
    return (found.lastgroup or "").replace("_", " ") if found else ""


def _is_denied(figure: Quantity, clause: str) -> bool:
    """Whether the part of a clause that a figure stands in denies: and does not invest is said of something else."""
    joints = [0, *(joint.start() for joint in _JOINT.finditer(clause)), len(clause)]
    parts = (clause[start:end] for start, end in pairwise(joints) if start <= figure.start < end)
    return any(negates(fold(part).text) for part in parts)


def _apart(asked: _Figure, told: _Figure) -> bool:
    """Whether the same figure bounds something else: nothing is told of before nine by what is so after it."""
    if asked.figure.key != told.figure.key:
        return False
    if told.denied:
        return asked.bound != told.bound
    return told.bound in _OPPOSITE.get(asked.bound, ()) or asked.bound in _OPPOSITE.get(told.bound, ())


def _takes_in(told: _Figure, asked: _Figure) -> bool:
    """Whether what is said of one figure is said of another too: what is above 50 tons is above 40."""
    if told.figure.key == asked.figure.key:
        return told.bound == asked.bound
    value, limit = told.figure.value, asked.figure.value
    if told.figure.upper or asked.figure.upper or not isinstance(value, Fraction) or not isinstance(limit, Fraction):
        return False
    beyond = limit > value if told.bound == "over" else told.bound == "under" and limit < value
    return beyond and asked.bound in ("", told.bound)


def _compared(question: str, asked: Quantity, told: Sequence[_Figure]) -> Verdict:
    """A figure of the folded question against the one of its unit in the clause."""
    more, less = _MORE.search(question), _LESS.search(question)
    if not more and not less and any(each.figure.key == asked.key for each in told):
        return Verdict.YES
    if len(told) != 1:
        return Verdict.UNCLEAR
    figure = told[0].figure
    value, limit = figure.value, asked.value
    if not isinstance(value, Fraction) or not isinstance(limit, Fraction):
        return Verdict.UNCLEAR
    upper = figure.upper if isinstance(figure.upper, Fraction) else value
    if value <= limit <= upper and value < upper:  # within a range, or between what it was and became
        return Verdict.UNCLEAR
    meaning = figure.rounding.meaning if figure.rounding else ""
    if told[0].bound in ("at most", "at least"):  # the index takes "not more than" for more
        meaning = told[0].bound
    if bool(more) == bool(less):
        return Verdict.UNCLEAR if more or meaning else Verdict.NO
    above = value > limit or (value == limit and meaning in _ABOVE)
    below = value < limit or (value == limit and meaning in _BELOW)
    if (above and meaning in _BELOW) or (below and meaning in _ABOVE):
        return Verdict.UNCLEAR
    return Verdict.YES if (above if more else below) else Verdict.NO
