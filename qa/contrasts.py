"""Words of which a question means one and not another: places, years, levels, opposites, posts, numbered things."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from itertools import chain
from typing import Protocol

from index.dates import Date
from index.folding import fold
from index.numerals import ENGLISH_DIGITS, ENGLISH_ORDINALS, chinese_value
from index.quantities import QuantityKind, quantities

# Slots of words that another slot may have too.
_BESIDE_OTHERS = frozenset({"year", "month", "season", "quarter", "half", "standing"})
_CLOSE, _NEAR = frozenset({"level", "standing", "rank", "order", "place in a row", "extreme", "change"}), 2
CHINESE_POSTS = "[局处厅部市省州县区镇校院所馆科会社行台站组队]长|董事长|总经理|主任|书记|主席|总裁|总监|总理|总统|主编"
_POST = re.compile(
    rf"(副)?(?:{CHINESE_POSTS})"
    r"|\b((?:deputy|vice|associate|assistant)[ -])?"
    r"(?:director|minister|mayor|president|chair(?:man|woman)?|governor|manager|editor|premier|head|chief)\b"
    r"|\bwho (?:heads|chairs|leads|runs)\b"
)
_OF_POSTS = frozenset({"standing", "rank"})
_COMES_TO = re.compile(
    r"[接继][任替]|升任|升为|提拔|改任|转任|\b(?:succeed|promot|replac)|\bt(?:ook|akes?|aken|aking) over\b",
    re.IGNORECASE,
)
# Things that are told apart by their number or letter: 六年级, Line 7, the second phase, Block C.
_CARDINAL = "\\d{1,3}|[一二两三四五六七八九十]{1,3}"
_WORD = "\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten"
_RANKED = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\d{1,2}(?=st|nd|rd|th)"
_LETTER = "(?<![a-z])[a-h]"  # a capital: Block C, A栋
_SLOTS_NUMBERED = {
    "grade": rf"({_CARDINAL})年级|\bgrade ({_WORD})\b|\b({_RANKED})(?:st|nd|rd|th)?[- ]grade",
    "line": rf"({_CARDINAL})号线|\bline ({_WORD})\b",
    "building": rf"({_CARDINAL})号楼|({_LETTER})(?:号?楼|栋|幢|座)|\b(?:building|block|tower) ({_WORD}|{_LETTER}\b)",
    "zone": rf"({_LETTER})(?:[展片]?区)|\b(?:zone|area) ({_LETTER})\b",
    "gate": rf"({_LETTER})(?:登机口|检票口|出口|入口|口|门)|\b(?:gate|exit|entrance) ({_LETTER})\b",
    "hall": rf"({_LETTER})(?:展?厅|馆|会议室|教室)|\b(?:hall|room|studio) ({_LETTER})\b",
    "round": rf"({_LETTER})\+?轮|\b(?:series|round) ({_LETTER}\b)",
    "phase": rf"({_CARDINAL})期(?![间限货待望刊])|\bphase ({_WORD})\b|\b({_RANKED})(?:st|nd|rd|th)? phase\b",
    "bus": rf"({_CARDINAL})路(?=公交|[汽客]?车|巴士)|\bbus(?: route)? ({_WORD})\b",
}
_NUMBERED = re.compile("|".join(rf"(?P<{slot}>{pattern})" for slot, pattern in _SLOTS_NUMBERED.items()))
NUMBERED = frozenset(_SLOTS_NUMBERED)
# Said of a figure, or of what there is, in its own clause, and of nothing else there.
OF_CLAUSE = frozenset({"ticket", "room", "pass", "fee", "meal"})
# What is compared with another time is said of its own: 比去年增长, up from last year.
_COMPARED = re.compile(
    r"(?:[比较跟与和同]|\b(?:than|from|over|on|against|versus|compared (?:with|to))(?: in)?(?: the)? )$"
)


_THAN_IN = re.compile(r"(?:[比较]|\b(?:than|compared (?:with|to))(?: in)? )$", re.IGNORECASE)  # 比2020年提高


class Stretch(Protocol):
    """Something at half-open offsets."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Mention:
    """A member of a slot at half-open offsets: `Mention("area", "深圳", 0, 2)`, whichever way it is said."""

    slot: str
    member: str
    start: int
    end: int

    def overlaps(self, other: Stretch) -> bool:
        """Whether it shares a character with another stretch of the same text."""
        return self.start < other.end and other.start < self.end


@lru_cache(maxsize=2048)
def mentions(text: str) -> tuple[Mention, ...]:
    """Every slot word, year, month, ordinal and numbered thing of a text, by start; of two that overlap, the longer."""
    folded = fold(text)
    in_folded = (each(folded.text, folded.span) for each in (_worded, _standing, _numbered))
    found = [each for each in chain.from_iterable(in_folded) if not _is_article(each, text)] + _dated(text)
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[Mention] = []
    for mention in found:
        if not kept or mention.start >= kept[-1].end or mention.slot in _BESIDE_OTHERS:
            kept.append(mention)
    return tuple(kept)


def conflicts(question: str, *evidence: str) -> tuple[str, ...]:
    """The slots in which the evidence names another member than the question.

    The first text of the evidence that names any member of a slot decides it: a clause before its sentence, that
    before its neighbours. What is said of one thing only, its level or who holds a post, is looked for no farther than
    in the second text.

    >>> conflicts("上海的基金有多少钱?", "设立了20亿元的基金", "深圳今年设立了20亿元的基金")
    ('area',)
    """
    told = [by_slot(text) for text in evidence]
    if len(told) > 1 and _COMES_TO.search(evidence[0]):  # the deputy became the head: both posts are his
        told[0] |= {slot: told[0][slot] | told[1].get(slot, set()) for slot in _OF_POSTS & told[0].keys()}
    return tuple(
        slot for slot, members in by_slot(question).items() if not members & _decisive(slot, told, default=members)
    )


def _decisive(slot: str, told: Sequence[dict[str, set[str]]], default: set[str]) -> set[str]:
    near = told[:_NEAR] if slot in _CLOSE else told
    return next((text[slot] for text in near if slot in text), default)


def by_slot(text: str) -> dict[str, set[str]]:
    """The members that a text names of each slot."""
    found: dict[str, set[str]] = {}
    for mention in mentions(text):
        found.setdefault(mention.slot, set()).add(mention.member)
    return found


def _worded(text: str, span: Callable[[int, int], tuple[int, int]]) -> list[Mention]:
    pattern, members = _table()
    found = [(*members[match.group()], match.span()) for match in pattern.finditer(text)]
    return [
        Mention(slot, member, *span(*place))
        for slot, member, place in found
        if slot != "when" or not _COMPARED.search(text[: place[0]])
    ]


def _standing(text: str, span: Callable[[int, int], tuple[int, int]]) -> list[Mention]:
    posts = ((found, "deputy" if found[1] or found[2] else "head") for found in _POST.finditer(text))
    return [Mention("standing", member, *span(*found.span())) for found, member in posts]


def _numbered(text: str, span: Callable[[int, int], tuple[int, int]]) -> list[Mention]:
    found = []
    for match in _NUMBERED.finditer(text):
        numeral = next(filter(None, match.groups()[match.lastindex or 0 :]))  # the groups within that of the slot
        found.append(Mention(match.lastgroup or "", _number(numeral), *span(*match.span())))
    return found


def _is_article(mention: Mention, text: str) -> bool:
    """Whether what reads like a letter is a small one: the road they block a day."""
    lettered = mention.slot in NUMBERED and mention.member.isalpha()
    return lettered and not re.search("[A-H]", text[mention.start : mention.end])


def _number(numeral: str) -> str:
    if numeral.isascii():
        return str(ENGLISH_ORDINALS.get(numeral) or ENGLISH_DIGITS.get(numeral) or numeral)
    return str(chinese_value(numeral) or numeral)


def _dated(text: str) -> list[Mention]:
    found = []
    for quantity in quantities(text):
        if quantity.kind is QuantityKind.ORDINAL:
            found.append(Mention("place in a row", str(quantity.value), quantity.start, quantity.end))
        if _THAN_IN.search(text[: quantity.start]):
            continue
        for date in (quantity.value, quantity.upper):
            if isinstance(date, Date):
                if date.year:
                    found.append(Mention("year", str(date.year), quantity.start, quantity.end))
                if date.month:
                    found.append(Mention("month", str(date.month), quantity.start, quantity.end))
    return found


@cache
def _table() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """The pattern of every way to say a member, the longest first, and what each says."""
    members: dict[str, tuple[str, str]] = {}
    for line in resources.files("qa").joinpath("data/contrasts.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        slot, _, listed = line.partition(": ")
        for member in listed.split("; "):
            ways = member.split("|")
            members.update(dict.fromkeys(ways, (slot, ways[0])))
    ordered = sorted(members, key=len, reverse=True)
    latin = "|".join(re.escape(way) for way in ordered if way.isascii())
    chinese = "|".join(way for way in ordered if not way.isascii())
    return re.compile(rf"(?<![a-z0-9])(?:{latin})(?![a-z0-9])|{chinese}"), members
