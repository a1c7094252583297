"""Who pays for what, is responsible for it or approves it: 水费由乙方承担; the tenant pays for gas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from corpus import Span
from index.folding import fold
from index.quantities import Quantity, quantities
from index.query import Query
from qa.reading.enumerations import Run
from qa.reading.matching import Matching
from qa.reading.reader_features import in_chinese

_SAID, _HINTED_AT = 0.5, 0.4  # how well a word is matched by what somebody has to see to, or by anything at all
_ALIKE = 0.6  # from which the vector of a word may mean the same
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
# What any bill or task is called says nothing of which it is.
_NO_MATTER = frozenset(
    {"费", "费用", "款", "款项", "工作", "业务", "事宜", "问题", "事情", "cost", "bill", "expens", "fee", "work"}
)
_OF_BILLS, _HAN = frozenset("费用款"), re.compile(r"[\u4e00-\u9fff]")
_PLAIN_ENDS = re.compile("(?:费用?|款项?|工作|业务|事宜|问题)$")


class Duty(NamedTuple):
    """Who has to see to something: `what` is where it is said, ahead of them or behind.

    `named` is the same, from the duty before on where this one only bounds another figure of it: 请假3天以内, 3天以上.
    """

    who: Span
    what: Span
    named: Span
    approves: bool


class _Wanted(NamedTuple):
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


def wanted_in(question: str) -> _Wanted | None:
    """What a question asks who has to see to it; None where it asks no such thing."""
    folded = fold(question)
    found = next(filter(None, (asking.search(folded.text) for asking in _ASKING)), None)
    if found is None:
        return None
    what = Span(*folded.span(*found.span("what")))
    return _Wanted(what, found.groupdict().get("approves") is not None)


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
    groups = _words(query, wanted.what)
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
    fitting = {each: _share_named(query, matching, *each, groups) for each in about}
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


def _words(query: Query, what: Span) -> list[list[int]]:
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


def _share_named(
    query: Query, matching: Matching, place: int, duty: Duty, groups: Sequence[Sequence[int]]
) -> float:
    """The share of what the question names that a duty is about; a Chinese character of a word is half of it.

    So is 窗 in 门窗, of 窗户.
    """
    first, last = matching.sentences[place].touched(*duty.named)
    written = matching.written[:, matching.columns(place)][:, first:last]
    characters = _HAN.findall(matching.sentences[place].text[slice(*duty.named)])
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
