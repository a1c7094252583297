"""Who gave what to whom: presented to Joan Ellery by the mayor, Asif Rahman; 一等奖由马立群颁给苏雨桐."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from corpus import Span
from index.names import FULL_NAME
from index.query import Query
from qa.reading.matching import Matching
from qa.reading.people.doers import Borne, share_said, words_named
from qa.reading.people.topics import NAME, unwrapped
from qa.reading.pieces import Pieces, Run

_GIVEN = r"(?:presented|awarded|given|handed(?: over)?|bestowed)"
_BE = r"(?:is|was|are|were|be|been|being|will be)"
_WHOM = (
    r"(?:(?!(?:by|to|for|in|on|at|with|and|who|which|\d+)\b)(?:[\w'’-]|\.(?= [A-Z]))+,? ?){1,8}?"
    r"(?: and [A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)?"
)
_ENDS = r"(?=$|[;:.!?\n]|,(?! [A-Z])| (?:by|to|for|in|on|at|with|and|who|which)\b)"
_TELLING = (
    # The Founders' Cup was presented to Joan Ellery by the mayor, Asif Rahman; by Ann Lee to Bo Ray
    re.compile(
        rf"(?P<what>[^;:.!?\n]+?),?(?: which)? {_BE} {_GIVEN}(?: (?:to|on) (?P<receiver>{_WHOM}))?"
        rf" by (?P<giver>{_WHOM})(?: to (?P<behind>{_WHOM}))?{_ENDS}"
    ),
    re.compile(rf"(?P<what>[^;:.!?\n]+?) {_BE} {_GIVEN} to (?P<receiver>{_WHOM}){_ENDS}(?! by\b)"),
    # The mayor, Asif Rahman, presented the cup to Joan Ellery
    re.compile(
        rf"(?P<giver>{NAME}),? (?:presented|handed|gave|awarded) (?P<what>(?:the|a|an|its) [^;:.!?\n]+?)"
        rf" to (?P<receiver>{_WHOM}){_ENDS}"
    ),
    # 一等奖由马立群颁给苏雨桐
    re.compile(
        r"(?P<what>[^，。；,;！!？?\n由]{2,30})由(?P<giver>[^，。；,;！!？?\n]{2,20}?)"
        r"(?:颁发给|颁授给|颁给|颁赠|授予|赠予|颁发|颁奖)(?P<receiver>[^，。；,;！!？?\n]{2,30})?"
    ),
    # 市长向她颁发了奖杯; 市长为她颁发证书
    re.compile(
        r"(?P<giver>[^，。；,;！!？?\n由向为]{2,20})[向为给](?P<receiver>[^，。；,;！!？?\n]{1,20}?)"
        r"(?:颁发|颁授|颁赠|授予|颁奖)了?(?P<what>[^，。；,;！!？?\n]{2,24})?"
    ),
    # 护士童欣获“优秀护士”称号
    re.compile(
        r"(?P<receiver>[^，。；,;！!？?\n由向]{2,20}?)(?:荣获|获得|获评|被评为|被授予|获)了?"
        r"(?P<what>(?=[^，。；]*(?:奖|称号))[^，。；,;！!？?\n]{2,24})"
    ),
    # “师德标兵”称号授予唐秋云
    re.compile(r"(?P<what>[^，。；,;！!？?\n由向]{2,24}?)(?:被?授予|颁给|颁发给)了?(?P<receiver>[^，。；,;！!？?\n]{2,30})"),
)
_GIVE = "(?:颁发|颁授|颁赠|颁给|颁|授予|颁奖)"
_WHAT = r"(?P<what>[^,，?？谁]{2,30}?)"
_ASKING = tuple(
    (side, re.compile(pattern, re.IGNORECASE))
    for side, pattern in (
        ("giver", r"^who (?:presented|handed(?: over)?|gave(?: out)?|awarded|conferred) (?P<what>[^,?]{3,80})"),
        ("giver", rf"^(?:by whom|who) {_BE} (?P<what>[^,?]{{3,80}}?) {_GIVEN} (?:to [^,?]+ )?by\W*$"),
        ("receiver", rf"^(?:to )?whom? {_BE} (?P<what>[^,?]{{3,80}}?) {_GIVEN}(?: to| on)?\W*$"),
        (
            "receiver",
            r"^who (?:won|wins|received|got|took(?: home)?|was (?:presented with|awarded|given)) (?P<what>[^,?]{3,80})",
        ),
        ("receiver", rf"^{_WHAT}(?:被|是)?(?:颁|授|颁发|授予|颁授|发|奖)(?:给|予)?了?(?:给了?)?谁"),
        ("giver", rf"^{_WHAT}(?:是|由)?(?:由)?谁(?:来)?{_GIVE}[^,，?？]{{0,8}}\W*$"),
        ("giver", rf"^(?:是)?谁(?:来)?(?:给|为|向){_WHAT}{_GIVE}[^,，?？]{{0,12}}\W*$"),
        ("giver", rf"^(?:是)?谁{_GIVE}了?{_WHAT}的?\W*$"),
        ("receiver", rf"^(?:是)?谁(?:获得|荣获|赢得|夺得|得到|得|获|捧得|被授予|被评为)了?{_WHAT}\W*$"),
        ("receiver", rf"^{_WHAT}(?:的)?(?:获得者|得主|获奖者)(?:是|有)(?:谁|哪些人?)\W*$"),
    )
)
_QUOTES = re.compile("[“”《》\"]")
_OF_PRIZES = re.compile("(?:奖[项杯金牌]?|称号|证书)$")
_AND_DOES = re.compile("接受|[并又再还]")
_SELF = re.compile(r" (?:him|her)self$")
_ENGLISH_NAME = re.compile(rf"{NAME}(?: of [A-Z][\w'’-]+)?(?: and {NAME})?$")
_CHINESE_NAMES = re.compile(
    rf"(?:^|[长任员师生手友席裁监理授家记人士事表的者）)])(?P<name>{FULL_NAME}(?:[、和与及]{FULL_NAME})*)$"
)


class _Giving(NamedTuple):
    """Half-open offsets: of all that tells it, and of the names of giver and receiver; None where one is not told."""

    told: Span
    giver: Span | None
    receiver: Span | None


class _Wanted(NamedTuple):
    what: Span
    side: str


def given(query: Query, matching: Matching) -> Borne:
    """For each sentence who gave what a question names, or whom it was given to, as it asks."""
    nothing = Borne((None,) * len(matching.sentences))
    wanted = _wanted_in(query.text)
    groups = words_named(query, wanted.what) if wanted else []
    if wanted is None or not groups:
        return nothing
    sides = {
        (place, giving.told, party): matching.sentences[place].text[slice(*party)]
        for place, sentence in enumerate(matching.sentences)
        for giving in _givings(sentence.text)
        if (party := giving.giver if wanted.side == "giver" else giving.receiver)
    }
    named = _QUOTES.sub("", query.text[slice(*wanted.what)])
    whole = [
        each
        for each, party in sides.items()
        if party not in named  # who gave something to 马立群 is not himself
        and (
            named in _QUOTES.sub("", matching.sentences[each[0]].text[slice(*each[1])])
            or share_said(query, matching, each[0], each[1], groups) == 1
        )
    ]
    if len({sides[each] for each in whole}) == 1:
        runs = {place: _run(matching.sentences[place], party) for place, _, party in reversed(whole)}
        return Borne(tuple(runs.get(place) for place in range(len(matching.sentences))), plain=True)
    several = not whole and len(set(sides.values())) > 1
    return nothing._replace(left_out=several and _is_untold(named, matching))


def _run(sentence: Pieces, party: Span) -> Run | None:
    """The pieces of a party's name; None where it was not cut between the name and what is beside it."""
    first, last = sentence.touched(*party)
    return (first, last) if (sentence.row[first].start, sentence.row[last - 1].end) == party else None


def _is_untold(prize: str, matching: Matching) -> bool:
    """Whether no sentence has the name of a Chinese prize: 三等奖, where 一等奖 and 二等奖 are given."""
    name = _OF_PRIZES.sub("", prize)
    return bool(name) and not name.isascii() and not any(name in sentence.text for sentence in matching.sentences)


@lru_cache(maxsize=256)
def _wanted_in(question: str) -> _Wanted | None:
    for side, pattern in _ASKING:
        if found := pattern.search(question.strip()):
            return _Wanted(Span(*found.span("what")), side)
    return None


@lru_cache(maxsize=1024)
def _givings(text: str) -> tuple[_Giving, ...]:
    """Each that a sentence tells; of two that overlap the first pattern's."""
    found: list[_Giving] = []
    taken: list[re.Match[str]] = []
    text = unwrapped(text)
    for told in (each for telling in _TELLING for each in telling.finditer(text)):
        if not any(told.start() < each.end() and each.start() < told.end() for each in taken):
            taken.append(told)
            parties = [_party(text, told, "giver"), _party(text, told, "receiver") or _party(text, told, "behind")]
            found.append(_Giving(Span(*_with_clause_before(text, told)), *parties))
    return tuple(found)


def _with_clause_before(text: str, told: re.Match[str]) -> tuple[int, int]:
    """Where it is told: from the clause before on, where a pronoun stands for the receiver, or for what was given."""
    said = told.groupdict().get("receiver") or ""
    if said.strip() in ("她", "他", "他们", "她们", "him", "her", "them"):
        return max(text.rfind(mark, 0, told.start()) for mark in "。；;.\n") + 1, told.end()
    return told.span()


def _party(text: str, told: re.Match[str], side: str) -> Span | None:
    """The bare name of a party, its post left out; None for a pronoun, and in Chinese for what is no name."""
    said = told.groupdict().get(side)
    if not said or said.strip().lower() in ("她", "他", "他们", "她们", "him", "her", "them"):
        return None
    start, end = told.span(side)
    end = start + len(_SELF.sub("", said.rstrip(" ,")))
    if said.isascii():
        name = _ENGLISH_NAME.search(text[start:end])
        return Span(start + name.start(), end) if name else Span(start, end)
    names = _CHINESE_NAMES.search(_AND_DOES.split(text[start:end])[0])
    return Span(start + names.start("name"), start + names.end("name")) if names else None
