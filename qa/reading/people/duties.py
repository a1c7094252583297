"""What a text says who pays for, is responsible for or approves, and what of that a question asks: 水费由乙方承担."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus import Span
from index.folding import fold
from index.quantities import quantities

_BEARS = "承担|承擔|负担|負擔|支付|缴纳|繳納|交纳|负责(?!人)|負責(?!人)|付|出(?!具)"
_APPROVES = "批准|审批|審批|核准|审核|審核|批"
_HOW = "(?:共同|自行|自己|各自|统一|全额|全部|直接|一并|来|另行)*"
_SHALL = "(?:应当?|须|需要?|必须|将|要|也|均|都)*"
_WHO = r"[^\s,，;；。:：、!！?？由谁]{1,14}?"
_LEADS = "(?:and|but|while|whereas|so|however)"
_MODAL = (
    r"(?:(?:also|shall|will|must|should|may|is to|are to|agrees? to|ha(?:s|ve) to|undertakes? to"
    r"|(?:is|are) required to) )?"
)
_PAYS = (
    r"(?:also )?(?:pays?(?: for)?|funds?"
    r"|(?:bears?|covers?|meets?) (?:the|any|all)(?: \w+)? (?:costs?|bills?)(?: of| for))"
    r"|(?:(?:is|are|be|remains?)(?: \w+ly| also)? (?:responsible|liable) for)"
    r"|takes? care of|looks? after|(?:is|are|be) in charge of"
)
_PASSIVE = r"(?:paid(?: for)?|covered|borne|met|funded|repaired|maintained|looked after|carried out|organi[sz]ed)"
_PARTY = r"(?P<who>(?!(?:and|if|when|unless|nobody|no|who|they|he|she|we|i|you|can|do|does|how|to)\b)[\w'’.-]+"
_PARTY += r"(?: (?!(?:and|not|does|do|never)\b)[\w'’-]+){0,4}?)"
_BEGUN = rf"(?:^\s*|[.;:,\n]\s*|\b{_LEADS} )(?:{_LEADS} )?"
_NOT_DENIED = r"(?! (?:not|no longer)\b)"
_TELLING = (
    # 水费由乙方承担; 请假3天以内由部门经理批准
    re.compile(rf"(?<!不)由(?P<who>{_WHO}){_SHALL}{_HOW}(?:(?P<approves>{_APPROVES})|(?:{_BEARS}))"),
    # 甲方负责屋顶的维修
    re.compile(
        rf"(?:^|[,，;；。:：\n])\s*(?:第?[\d一二三四五六七八九十]+[条款.、)）]\s*)?(?P<who>(?![^,，;；。]*[由不])[^\s,，;；。:：、\d]{{2,12}}?){_SHALL}{_HOW}"
        rf"(?:(?P<approves>批准|审批)|承担|负担|支付|负责)(?P<what>(?!人|制)[^,，;；。!！?？\n]{{2,60}})"
    ),
    re.compile(
        rf"{_BEGUN}{_PARTY} {_MODAL}(?:(?P<approves>approves?|authori[sz]es?)|{_PAYS}){_NOT_DENIED} "
        r"(?=(?P<what>[^.;:!?\n]{2,160}))"
    ),
    re.compile(
        rf"{_BEGUN}(?P<what>[^.;:!?\n]{{2,90}}?) {_MODAL}"
        rf"(?:(?:is|are|be) (?:(?P<approves>approved|authori[sz]ed)|{_PASSIVE})"
        r"(?: (?:in advance|in writing|in full|\w+ly))? by|"
        r"(?:is|are|be) the responsibility of) "
        r"(?P<who>[\w'’-]+\.?(?: (?!(?:and|if|when|in|at|on|within|from|before|after)\b)[\w'’-]+){0,4})"
    ),
)
_VERBS = rf"(?:(?P<approves>{_APPROVES})|(?:{_BEARS}|交|缴|掏|管|买单|维修|修))"
_ASKED_WHO = "(?:谁|哪一?方|哪个部门|什么部门|何人|什么人|哪个单位)"
_ASKING = (
    re.compile(rf"^(?P<what>[^,，?？谁]{{1,24}}?)(?:应该?|该|要)?(?:由|归|是)?{_ASKED_WHO}(?:来|应该?)?{_HOW}{_VERBS}"),
    re.compile(rf"^(?:由)?{_ASKED_WHO}(?:来|应该?|该|要)?{_HOW}{_VERBS}(?P<what>[^,，?？]{{1,24}}?)[的呢]?[?？]?$"),
    re.compile(
        r"^who (?:will |must |should |shall |has to |is going to |needs to |is to )?"
        rf"(?:(?P<approves>approves?|authori[sz]es?)|{_PAYS}) (?P<what>[^,?]{{2,60}})"
    ),
    re.compile(r"^whose responsibility (?:is|are) (?P<what>[^,?]{2,60})"),
)


class Duty(NamedTuple):
    """Who has to see to something: `what` is where it is said, ahead of them or behind.

    `named` is the same, from the duty before on where this one only bounds another figure of it: 请假3天以内, 3天以上.
    """

    who: Span
    what: Span
    named: Span
    approves: bool


class Wanted(NamedTuple):
    what: Span
    approves: bool


@lru_cache(maxsize=1024)
def duties(text: str) -> tuple[Duty, ...]:
    """The duties that a sentence tells, each with its party.

    >>> text = "水费、电费由乙方承担，取暖费由甲方承担。"
    >>> [(text[slice(*each.what)], text[slice(*each.who)]) for each in duties(text)]
    [('水费、电费', '乙方'), ('，取暖费', '甲方')]
    """
    folded = fold(text)
    found = sorted(
        (each for telling in _TELLING for each in telling.finditer(folded.text)), key=lambda each: each.start("who")
    )
    kept: list[re.Match[str]] = []
    for each in found:
        is_pronoun = text[slice(*folded.span(*each.span("who")))] in ("it", "It")  # but IT pays for phones
        if not is_pronoun and (not kept or each.start("who") >= kept[-1].end("who")):
            kept.append(each)
    told: list[Duty] = []
    ends = [*(each.start() for each in kept[1:]), len(folded.text)][: len(kept)]
    before = 0
    for each, end in zip(kept, ends, strict=True):
        if "what" in each.re.groupindex:
            start, last = each.span("what")
            what = (start, last if last <= each.start("who") else max(min(last, end), start))
        else:
            last_stop = max(folded.text.rfind(mark, before, each.start()) for mark in ";。\n；")
            what = (max(before, last_stop + 1), each.start())
        if what[0] < what[1]:
            who, here = Span(*folded.span(*each.span("who"))), Span(*folded.span(*what))
            told.append(Duty(who, here, _named(text, here, told), each["approves"] is not None))
        before = each.end()
    return tuple(told)


def _named(text: str, what: Span, before: Sequence[Duty]) -> Span:
    """Where a duty is named: where it is but another figure, from the duty before on."""
    said = text[slice(*what)].lstrip(" ,，;；、")
    figure = next((each for each in quantities(said) if each.start == 0), None)
    return Span(before[-1].named.start, what.end) if before and figure else what


def wanted_in(question: str) -> Wanted | None:
    """What a question asks who has to see to it; None where it asks no such thing."""
    folded = fold(question)
    found = next(filter(None, (asking.search(folded.text) for asking in _ASKING)), None)
    if found is None:
        return None
    what = Span(*folded.span(*found.span("what")))
    return Wanted(what, found.groupdict().get("approves") is not None)
