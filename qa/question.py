"""What a question's wording says of its answer: the kind, the unit counted, the place in a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from index.clock import Clock
from index.dates import Date
from index.folding import fold
from index.quantities import Quantity, QuantityKind, Value, quantities
from index.query import Query
from index.units import MEASURE_WORDS, UNITS
from index.words import TokenKind, is_chinese, tokens
from qa import amounts, bylines, kinds, wordings
from qa.contacts import Contact, contact_asked_for
from qa.contrasts import mentions
from qa.identifiers import identifier_asked_for
from qa.numbered import Numbered, numbered_in
from qa.types import Kind


@dataclass(frozen=True, slots=True)
class Asked:
    """What the wording asks for; `unit` is the thing counted ("家", "companies"), `focus` the noun after which/哪个.

    `ordinal` counts from 1, and -1 is the last; `count` is how many things are to be named. `choices` are the figures
    of which it asks to choose one. `figures` are the sorts of figure asked for, a count being a NUMBER; empty where the
    wording does not say. `calendar` is "year", "month", "day", "weekday" or "hour" where nothing will do but a date or
    a time that has it: which year, 哪天, 几点; `hours` tells whether it is asked from when to when; `period` is
    "start", "until", "end", "birth" or "death" where one end of a period is asked for: until when, rather than when
    something ends or closes. `noun` is the half-open stretch of what it asks the value, number or bearer of: "average
    salary", 平均工资. `several` tells whether more than one thing is asked for: 哪些, "which cities are"; `age` whether
    it is asked how old somebody is, `often` how often, `growth` by how much something rose or fell; `change` whether a
    rise, a fall or a difference may be asked for at all; `moment` is "before" where it is asked what something was
    before it changed, "after" where what it is now, empty where a date says when. `units` are those in which the
    weight, length, area, volume, power or temperature asked for may be told, or the one named. `compared` tells whether
    a difference alone answers: how many more than. `contact` is how somebody is to be reached, where the address or the
    number is asked for; `outlet` whether it is asked who published or wrote the text; `identifier` whether it is asked
    for a number or code of something. `numbered` are the names told apart by their number: bus 5. `post` is the word
    for a post, the head's or the deputy's, whose holder may be asked for. `years` are those it names, ("year", "2023"),
    and 去年 and the like, ("when", "去年").
    """

    kind: Kind
    unit: str = ""
    focus: str = ""
    ordinal: int | None = None
    count: int | None = None
    superlative: bool = False
    choices: frozenset[Value] = frozenset()
    figures: frozenset[QuantityKind] = frozenset()
    calendar: str = ""
    hours: bool = False
    period: str = ""
    noun: tuple[int, int] | None = None
    several: bool = False
    age: bool = False
    often: bool = False
    growth: bool = False
    change: bool = False
    moment: str = ""
    compared: bool = False
    units: frozenset[str] = frozenset()
    contact: Contact | None = None
    outlet: bool = False
    identifier: bool = False
    numbered: tuple[Numbered, ...] = ()
    post: str = ""
    years: frozenset[tuple[str, str]] = frozenset()

    @property
    def strict(self) -> bool:
        """Whether figures of other sorts are surely not asked for: to grow by 5 % and by 300 people is both to grow."""
        return bool(self.unit and self.figures) or self.figures in _ALONE or self.age

    @property
    def sorts(self) -> frozenset[QuantityKind]:
        """The sorts of figure asked for that say more than a count: money, a share, a time."""
        return self.figures - {QuantityKind.NUMBER}

    @property
    def rank(self) -> bool:
        """Whether a place in an order is asked for."""
        return QuantityKind.ORDINAL in self.figures

    def counts(self, figures: Sequence[Quantity], text: str) -> bool | None:
        """Whether one of the figures, which stand in `text`, is of a sort asked for.

        None where that is unclear: no sort is asked for, or one says not what it counts; a share may tell how many.
        """
        sorts = {sort_of(each) for each in figures}
        if self.figures & sorts:
            return True
        shared = QuantityKind.PERCENT in sorts and self.figures == {QuantityKind.NUMBER}
        return None if not self.figures or shared or any(_bare(each, text) for each in figures) else False


_CHINESE, _ENGLISH = (
    tuple((kind, re.compile(pattern)) for kind, pattern in table) for table in (kinds.CHINESE, kinds.ENGLISH)
)
_BETWEEN = 8  # characters between two figures of which one is to be chosen
_OF_NAME = re.compile(r"(?:[A-Z][A-Za-z]* ?|[A-Z\u4e00-\u9fff]-)$")  # GT 10, VX-30, 霜藤-3
_HAN = re.compile(r"[\u3400-\u9fff]")


@lru_cache(maxsize=256)
def kind_of(question: str) -> Kind:
    """The kind of answer that the question asks for, in either language; OTHER where the wording does not tell."""
    text = plainly(question)
    if contact_asked_for(text):
        return Kind.OTHER
    for kind, pattern in _CHINESE if worded_in_chinese(text) else _ENGLISH:
        if pattern.search(text):
            return kind
    chosen_from = _choices(question)
    dates = any(isinstance(each.value, Date | Clock) for each in chosen_from)
    return Kind.DATE if dates else Kind.QUANTITY if chosen_from else Kind.OTHER


@lru_cache(maxsize=256)
def asked(question: str) -> Asked:
    """Everything the wording says of the answer."""
    text = plainly(question)
    chinese, contact = worded_in_chinese(text), contact_asked_for(text)
    unit = (wordings.CHINESE_UNIT if chinese else wordings.ENGLISH_UNIT).search(text)
    focus = (wordings.CHINESE_FOCUS if chinese else wordings.ENGLISH_FOCUS).search(text)
    return Asked(
        kind=kind_of(question),
        unit=(unit[1] or "").replace("s' ", "s ") if unit else "",  # two weeks' notice is counted in weeks
        focus=focus[1] if focus else "",
        ordinal=_ordinal(text),
        count=_count(text),
        superlative=bool(wordings.SUPERLATIVE.search(text)),
        choices=frozenset(each.value for each in _choices(question)),
        figures=frozenset() if contact else _figures(text),
        calendar=next((part for part, pattern in wordings.CALENDAR if pattern.search(text)), ""),
        hours=bool(wordings.HOURS.search(text)),
        period=_period(text),
        noun=_noun(question, chinese),
        post=next((question[each.start : each.end] for each in mentions(question) if each.slot == "standing"), ""),
        years=frozenset((each.slot, each.member) for each in mentions(question) if each.slot in ("year", "when")),
        several=kind_of(question) is Kind.LIST or bool(wordings.SEVERAL.search(text)),
        age=bool(amounts.AGE.search(text)),
        often=bool(amounts.OFTEN.search(text)),
        growth=bool(amounts.GROWTH.search(text)),
        change=any(pattern.search(text) for pattern in amounts.CHANGES),
        moment=_moment(text),
        compared=bool(amounts.COMPARED.search(text)),
        units=frozenset() if wordings.RANK.search(text) else amounts.units_asked(text),
        contact=contact,
        outlet=bool(bylines.OUTLET.search(text)) and _only_of_text(text),
        numbered=numbered_in(question),
        identifier=not contact and identifier_asked_for(text),
    )


def _choices(question: str) -> list[Quantity]:
    """The figures or dates between which the question asks to choose: 3个还是7个, "3 or 7"; most often none."""
    found = quantities(question) if wordings.OR.search(question) else []
    pairs = (pair for pair in pairwise(found) if wordings.OR.search(question, pair[0].end, pair[1].start))
    return [each for pair in pairs for each in pair if len(question[pair[0].end : pair[1].start]) <= _BETWEEN]


def without_choices(query: Query) -> Query:
    """The query without the words of the figures between which it asks to choose: what answers it tells but one."""
    places = [(each.start, each.end) for each in _choices(query.text)]
    kept = (term for term in query.terms if not any(s <= term.start and term.end <= e for s, e in places))
    return replace(query, terms=tuple(kept)) if places else query


def sort_of(figure: Quantity) -> QuantityKind:
    """What a figure counts, as `Asked.figures` has it: people are a NUMBER, whatever is counted."""
    return QuantityKind.NUMBER if figure.unit in _COUNTED else figure.kind


def _bare(figure: Quantity, text: str) -> bool:
    """Whether a figure of `text` says not what it counts, so that it may be anything; in "GT 10" it is of a name."""
    named = _OF_NAME.search(text[: figure.start]) is not None
    return figure.kind is QuantityKind.NUMBER and text[figure.end - 1] not in MEASURE_WORDS and not named


_ALONE = ({QuantityKind.NUMBER}, {QuantityKind.DURATION}, {QuantityKind.MONEY}, {QuantityKind.ORDINAL})
_COUNTED = frozenset({"person", "person-time", "household", "times"})


def _figures(text: str) -> frozenset[QuantityKind]:
    if counted := wordings.CHINESE_FIGURE.search(text):
        return frozenset({QuantityKind.MONEY if counted[1].endswith("钱") else _sort_of_unit(counted[1])})
    if wordings.HOW_MANY.search(text):
        words = found[1].replace("s' ", "s ").split() if (found := wordings.ENGLISH_UNIT.search(text)) else [""]
        unit = next((each for each in (" ".join(words[-2:]), words[-1], words[0]) if each in UNITS), "")
        return frozenset({_sort_of_unit(unit)})
    if wordings.RANK.search(text):
        return frozenset({QuantityKind.ORDINAL})
    if amounts.IN_MONEY.search(text):
        return frozenset({QuantityKind.MONEY})
    sorts = frozenset(sort for sort, pattern in amounts.FIGURES if pattern.search(text))
    rate = amounts.GROWTH.search(text) or (sorts and amounts.TARGET.search(text))
    return sorts | {QuantityKind.PERCENT} if rate else sorts


def _sort_of_unit(unit: str) -> QuantityKind:
    """The sort of figure that counts in a unit; abbreviations such as PCT are names in a question, not units."""
    if unit not in UNITS or (unit.isascii() and len(unit) <= 3 and unit != "%"):
        return QuantityKind.NUMBER
    return sort_of(quantities(f"2{unit}" if not unit.isascii() else f"2 {unit}")[0])


def _period(text: str) -> str:
    """Which end of a period is asked for; empty where both are, or neither."""
    if wordings.HOURS.search(text) or wordings.WHOLE_PERIOD.search(text):
        return ""
    found = [end for end, pattern in wordings.PERIOD if pattern.search(text)]
    if "until" in found:
        return "until"
    return found[0] if len(found) == 1 else ""


def _noun(question: str, chinese: bool) -> tuple[int, int] | None:
    folded = fold(question)
    for pattern in wordings.CHINESE_NOUNS if chinese else wordings.ENGLISH_NOUNS:
        if found := pattern.search(folded.text):
            start, end = found.span(1)
            bare = wordings.NO_NOUN.search(found[1])
            end -= len(bare[0]) if bare else 0
            return folded.span(start, end) if end > start else None
    return None


def _moment(text: str) -> str:
    if amounts.EARLIER.search(text):
        return "before"
    dated = amounts.BY_ITS_DATE.search(text) or any(each.kind is QuantityKind.DATE for each in quantities(text))
    return "" if dated or amounts.GROWTH.search(text) else "after"


def _only_of_text(text: str) -> bool:
    """Whether every word is about the text itself, none about what it tells but for its topic."""
    bare = bylines.TOPIC.sub(" ", text)
    terms = [token.term for token in tokens(bare) if token.kind is not TokenKind.STOP]
    told = (term.lstrip(bylines.COUNTED_BY) or term for term in terms)  # 篇文章 is cut as one word
    return all(term in bylines.PUBLISHING or wordings.POINTING.fullmatch(term) for term in told)


def plainly(question: str) -> str:
    """Lower case, simplified, half width: what the patterns are written for; 几 only where it asks.

    Where it means a few and something else asks, 数 stands for it.
    """
    plain = wordings.POLITE.sub("", fold(question).text.replace("\uff0c", ",").replace("\u3002", ".").strip())
    without = wordings.SOME.sub("数", plain)
    return without if wordings.CHINESE_WORDING.search(without) else plain


@lru_cache(maxsize=1024)  # sentences are asked for again and again
def simplified(text: str) -> str:
    """The text with simplified characters, as the patterns have them, all else as it is."""
    if text.isascii():
        return text
    folded = fold(text).text
    if len(folded) != len(text):
        return text
    return "".join(new if is_chinese(old) else old for old, new in zip(text, folded, strict=True))


def worded_in_chinese(text: str) -> bool:
    """Whether the asking itself is Chinese, whatever names it mentions."""
    if wordings.CHINESE_WORDING.search(text):
        return True
    return bool(_HAN.search(text)) and not wordings.ASKS.search(text) and not _ENGLISH_START.match(text)


_ENGLISH_START = re.compile(r"[a-z]+ [a-z]")


def _count(text: str) -> int | None:
    found = wordings.CHINESE_COUNT.search(text) or wordings.ENGLISH_COUNT.search(text)
    return (wordings.COUNTS.get(found[1]) or int(found[1])) if found else None


def _ordinal(text: str) -> int | None:
    if found := wordings.CHINESE_ORDINAL.search(text):
        return -1 if found[2] else wordings.NUMERALS.get(found[1]) or int(found[1])
    if found := wordings.ENGLISH_ORDINAL.search(text):
        return wordings.ORDINALS[found[1]]
    return None
