"""Who does what is asked about: the party that has to see to it, or of several, each doing something, the one meant.

    水电费由乙方承担，物业费由甲方承担      asked who pays for water: 乙方
    甲册由小王起草，乙册由小李制作          asked who wrote the first, where the reader names 小李: 小王
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

import numpy as np

from corpus import Span
from index.folding import fold
from index.model.files import vocabulary
from index.quantities import Quantity, quantities
from index.query import Query
from index.types import FloatMatrix, FloatVector
from qa.reading.counting.enumerations import stands_out, within
from qa.reading.matching import Matching
from qa.reading.people.duties import Duty, duties, wanted_in
from qa.reading.pieces import Pieces, Run
from qa.reading.reader_features import in_chinese

_SAID, _HINTED_AT = 0.5, 0.4  # how well a word is matched by what somebody has to see to, or by anything at all
_ALIKE = 0.6  # from which the vector of a word may mean the same
# What any bill or task is called says nothing of which it is.
_NO_MATTER = frozenset(
    {"费", "费用", "款", "款项", "工作", "业务", "事宜", "问题", "事情", "cost", "bill", "expens", "fee", "work"}
)
_OF_BILLS, _HAN = frozenset("费用款"), re.compile(r"[\u4e00-\u9fff]")
_PLAIN_ENDS = re.compile("(?:费用?|款项?|工作|业务|事宜|问题)$")
_DONE = (
    "统一|负责|承担|主持|处理|支付|缴纳|担任|保管|提供|组织|主办|承办|协办|安排|维护|管理|维修|结算|办理|审批|审核|完成|执行"
    "|制作|撰写|起草|带领|带队|接待|牵头|监督|发放|收取|送|做|出资|设计|施工|供应|照顾|照看|看管|主讲|授课|讲授|指导"
)
_SHARED_OUT = re.compile(
    rf"(?P<ahead>[^，。；,;由]*)(?<!自)由(?P<who>[^，。；,;由]{{1,16}}?)(?P<done>(?:{_DONE})[^，。；,;]*)"
)


class Borne(NamedTuple):
    """For each sentence the party that has to see to what a question names, if it tells it.

    `plain` where a duty says all that the question does; `left_out` where two parties at least have their duties, and
    no sentence says anything of what is asked about.
    """

    runs: tuple[Run | None, ...]
    plain: bool = False
    left_out: bool = False


def bearers(query: Query, matching: Matching) -> Borne:
    """Who has to see to what a question names."""
    nothing = Borne((None,) * len(matching.sentences))
    wanted = wanted_in(query.text)
    told = [duties(sentence.text) if wanted else () for sentence in matching.sentences]
    if wanted is None or not any(told):
        return nothing
    groups = words_named(query, wanted.what)
    if not groups:
        return nothing
    asked = [each for each in quantities(query.text) if wanted.what.start <= each.start < wanted.what.end]
    everyone = {
        (place, duty): fold(matching.sentences[place].text[slice(*duty.who)]).text
        for place, here in enumerate(told)
        for duty in here
        if duty.approves == wanted.approves
    }
    about = [each for each in everyone if _takes_in(matching, *each, asked)]
    fitting = {each: share_said(query, matching, each[0], each[1].named, groups) for each in about}
    best = max(fitting.values(), default=0.0)
    found = [each for each, share in fitting.items() if share == best > 0]
    if len({everyone[each] for each in found}) == 1:
        runs = {place: matching.sentences[place].touched(*duty.who) for place, duty in reversed(found)}
        return Borne(tuple(runs.get(place) for place in range(len(told))), plain=best == 1)
    left_out = not found and len(set(everyone.values())) > 1 and not _hinted_at(query, matching, groups)
    return nothing._replace(left_out=left_out)


def _hinted_at(query: Query, matching: Matching, groups: Sequence[Sequence[int]]) -> bool:
    """Whether any sentence may be about what is asked; in the other language any may."""
    if any(sentence.has("chinese") is not in_chinese(query.text) for sentence in matching.sentences):
        return True
    rows = [row for group in groups for row in group]
    return bool((matching.written[rows] >= _HINTED_AT).any() or (matching.meant[rows] >= _ALIKE).any())


def words_named(query: Query, what: Span) -> list[list[int]]:
    """The words of what is asked about, those that are parts of another with it; but not what says nothing of it."""
    inside = [n for n, word in enumerate(query.terms) if what.start <= word.start and word.end <= what.end]
    whole = [
        n
        for n in inside
        if not any(
            query.terms[m].start <= query.terms[n].start
            and query.terms[n].end <= query.terms[m].end
            and len(query.terms[m].term) > len(query.terms[n].term)
            for m in inside
        )
    ]
    groups = []
    for n in whole:
        word = query.terms[n]
        if word.term in _NO_MATTER or any(character.isdigit() for character in word.term):
            continue
        core = word.end - len(found[0]) if (found := _PLAIN_ENDS.search(word.term)) else word.end
        parts = [m for m in inside if query.terms[m].start <= word.start and core <= query.terms[m].end <= word.end]
        groups.append(parts)
    return groups


def share_said(
    query: Query, matching: Matching, place: int, stretch: Span, groups: Sequence[Sequence[int]]
) -> float:
    """The share of what the question names that a stretch of a sentence says; a Chinese character of a word is half.

    So is 窗 in 门窗, of 窗户.
    """
    first, last = matching.sentences[place].touched(*stretch)
    written = matching.written[:, matching.columns(place)][:, first:last]
    characters = _HAN.findall(matching.sentences[place].text[slice(*stretch)])
    told = 0.0
    for group in groups:
        shared = any(set(query.terms[row].term).difference(_OF_BILLS) & set(characters) for row in group)
        told += 1.0 if (written[list(group)] >= _SAID).any() else 0.5 * shared
    return told / len(groups)


def _takes_in(matching: Matching, place: int, duty: Duty, asked: Sequence[Quantity]) -> bool:
    """Whether a duty bounded by figures is about the figure asked about: up to 3 days, of 2 days."""
    text = matching.sentences[place].text
    told = [each for each in quantities(text) if duty.what.start <= each.start < duty.what.end]
    pairs = ((one, other) for one in told for other in asked if (one.unit, one.kind) == (other.unit, other.kind))
    return all(_holds(one, other) for one, other in pairs)


def _holds(told: Quantity, asked: Quantity) -> bool:
    """Whether a bound takes a figure in; a date or a time bounds nothing here."""
    limit, value = told.value, asked.value
    if not isinstance(limit, Fraction) or not isinstance(value, Fraction):
        return True
    if isinstance(told.upper, Fraction):
        return limit <= value <= told.upper
    meaning = told.rounding.meaning if told.rounding else ""
    if meaning in ("over", "at least"):
        return limit < value or (limit == value and meaning == "at least")
    if meaning in ("under", "at most", "within"):
        return value < limit or (value == limit and meaning != "under")
    return limit == value


def doer_meant(sentence: Pieces, matches: FloatMatrix, weights: FloatVector, span: Run) -> Run | None:
    """Of several, each said to do another thing, the one whose doing is asked for, where `span` names one of them.

    `matches` is (words of the question, pieces of the sentence).
    """
    told = list(_SHARED_OUT.finditer(sentence.text))
    doers = [sentence.touched(*each.span("who")) for each in told]
    if len(doers) < 2 or not len(weights) or not any(within(span, doer) or within(doer, span) for doer in doers):
        return None
    deeds = (
        [n for side in ("ahead", "done") if each[side] for n in range(*sentence.touched(*each.span(side)))]
        for each in told
    )
    scores = np.array([weights @ matches[:, deed].max(axis=1) for deed in deeds])
    return doers[int(scores.argmax())] if stands_out(scores) else None


def without_by(sentence: Pieces, first: int) -> int:
    """The offset where a piece begins, behind the 由 that a name unknown to the dictionary is cut with: 由小王."""
    piece = sentence.row[first]
    unlisted = len(piece.term) > 2 and piece.term.startswith("由") and piece.term not in vocabulary()
    return piece.start + (unlisted and not piece.term.startswith("由于"))
