"""Who came after whom in a post: Nair succeeds Holloway; he was followed by Vera Collins; 周敏接替李建华任总经理."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus import Span
from index.names import FULL_NAME
from index.passage_index import PassageIndex
from qa.reading.candidates import Look, candidates
from qa.reading.people.appointments import POSTS
from qa.reading.people.topics import NAME, WHO_IS, meant_before, same_name, subject_before, unwrapped, with_what_is_told
from qa.reading.pieces import pieces
from qa.saying.pinyin import spelt
from qa.types import RankedSentence, ReadSpan, Task

_STEPS = (
    r"(?:succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)"
    r"|t(?:ake|akes|ook|aken|aking) over(?: [\w' -]{1,30}?)?(?: in \d{4})? from)"
)
_RELATIVE = r"(?:(?:his|her) [a-z-]+, )?"
_PASSIVE = r"(?:succeeded|replaced|followed)"
_MORE = r"(?:(?:has|have|had|will|would|is|are|was|to|who|then|later|also|formally|in turn|appointed) )*"
_ASIDE = r"(?:,? \([^)]*\)|,(?: [^,.;]{1,80},)?)?"
_SHE = r"\b(?:[Ss]he|[Hh]e)"
_ACTIVE_ENGLISH = re.compile(rf"\b{_STEPS} {WHO_IS}(?P<before>{NAME}|him\b|her\b)")
_DOER_AHEAD = re.compile(rf"(?P<after>{NAME}|{_SHE}){_ASIDE} {_MORE}$")
_DOING = re.compile(rf"(?P<after>{NAME})(?= [a-z])")
_PASSIVE_ENGLISH = re.compile(rf"\b{_PASSIVE}(?: (?!by )[\w ]{{1,40}}?)? by {_RELATIVE}{WHO_IS}(?P<after>{NAME})")
_DONE_AHEAD = re.compile(rf"(?P<before>{NAME}|{_SHE}){_ASIDE} {_MORE}(?:was |were |be |been |being )(?:\w+ ){{0,2}}$")
_NOUN_ENGLISH = re.compile(
    rf"(?P<of>\b[Hh]is|\b[Hh]er|{NAME}['’]s) (?P<how>successor|predecessor)\b(?: as [a-z ]+)?,? "
    rf"(?:(?:is|was|will be) )?(?!\b(?:as|has|is|was)\b){WHO_IS}(?P<name>{NAME})"
)
_CHINESE_STEPS = "(?:接替|接任|继任|接棒|接班|取代)"
_POST_ENDS = "".join(each for each in POSTS if len(each) == 1)
_POST_AHEAD = rf"(?:[^，。；,;]{{0,14}}?(?:[{_POST_ENDS}弟友生]|创始人|[休往任职]的|[局部院校司厅处]的))??"
_NAME_ENDS = r"(?=担任|出任|兼任|任|成为|的|为|后|，|。|；|,|;|、|（|\(|$|\s)"
_AFTER_CHINESE = re.compile(
    rf"(?:^|[，。；,;：、\s]|(?P<by>由)|聘任|聘请|任命|委任|选举|推选|决定){_POST_AHEAD}(?P<after>{FULL_NAME})"
    rf"(?:将|已|正式|随后|于[^，。；]{{1,12}}?|[今当次]?[年月日])*{_CHINESE_STEPS}"
)
_BEFORE_CHINESE = re.compile(rf"{_CHINESE_STEPS}了?{_POST_AHEAD}(?P<before>{FULL_NAME}){_NAME_ENDS}")
_CHINESE_NAME = re.compile(rf"[老小]?{FULL_NAME}(?<![{_POST_ENDS}])")
_COMING = re.compile(r"\b(?:will|would|is to)\b|将")
_LEFT = re.compile("退休|卸任|离任|离职|辞|调任|转任|去世|病逝|届满|不再|免去|升任")
_NOUN_CHINESE = re.compile(
    rf"(?:(?P<of>{FULL_NAME})|[他她其])的?(?P<how>前任|继任者?|接班人|接任者)(?:是|为){_POST_AHEAD}(?P<name>{FULL_NAME}){_NAME_ENDS}"
)

_X = r"(?P<x>[\w .'’-]+?)"
_AS = r"(?:,? (?:as|in|at|for|when|after) [^?]*)?\W*$"
_ASKS = tuple(
    (successor, re.compile(pattern, re.IGNORECASE))
    for successor, pattern in (
        (
            True,
            rf"^who (?:(?:has|had|will|would|is to|is going to) )?(?:succeed(?:s|ed)?|replac(?:e|es|ed)|follow(?:s|ed)?"
            rf"|t(?:ake|akes|ook|aken) over(?: [^?]+?)? from|c(?:a|o)mes? after) {_X}{_AS}",
        ),
        (True, rf"^(?:by whom|who) (?:was|is|were|will) {_X} (?:be )?(?:succeeded|replaced|followed)(?: by)?{_AS}"),
        (True, rf"^who (?:is|was|will be) (?:{_X}['’]s? successor|the successor (?:of|to) (?P<y>[\w .'’-]+?)){_AS}"),
        (
            False,
            rf"^whom? (?:did|does|has|will|is) {_X} (?:to )?(?:succeed(?:ed|ing)?|replac(?:e|ed|ing)|follow|taken? over"
            rf"(?: [^?]+?)? from|taking over(?: [^?]+?)? from|c(?:o)me after){_AS}",
        ),
        (
            False,
            rf"^who (?:is|was) (?:{_X}['’]s? predecessor|the predecessor (?:of|to) (?P<y>[\w .'’-]+?)){_AS}",
        ),
        (False, rf"^who (?:was|held|had been|ran|led|headed|chaired|managed|ruled)(?: [^?]+?)? before {_X}\W*$"),
        (False, rf"^who preceded {_X}{_AS}"),
        (
            True,
            r"谁(?:将|会|来|要|是)?(?:接替|接任|继任|接棒|接班|取代|顶替|接)了?(?P<x>[\u4e00-\u9fff]{2,8}?)"
            r"(?:的职务|的?工作|担任.*|出任.*|任.*|成为.*|的?[\u4e00-\u9fff]{2,8}一?职.*)?的?\W*$",
        ),
        (
            True,
            r"^(?:谁是)?(?P<x>[\u4e00-\u9fff]{2,4}?)的?(?:继任者?|接班人|接任者|接替者|后任)(?:是谁|是哪位|叫什么.*)?\W*$",
        ),
        (True, r"接替(?P<x>[\u4e00-\u9fff]{2,4}?)(?:担任.*|出任.*|任.*)?的(?:人)?是(?:谁|哪位)"),
        (
            True,
            r"^(?P<x>[\u4e00-\u9fff]{2,4}?)(?:[卸离退][任职休]后|之后|后)?,?，?(?:由|被|是)谁(?:来)?(?:接替|接任|继任|接棒|取代)",
        ),
        (
            False,
            r"^(?P<x>[\u4e00-\u9fff]{2,4}?)(?:接替|接任|取代|顶替|接)(?:了|的)?(?:人)?(?:的?是)?(?:谁|哪位)",
        ),
        (
            False,
            r"^(?:谁是)?(?P<x>[\u4e00-\u9fff]{2,4}?)的(?:前任|上一任)[\u4e00-\u9fff]{0,6}?(?:是谁|是哪位|叫什么.*)?\W*$",
        ),
    )
)


# What tells at all that somebody came after somebody.
_OF_CHANGE = re.compile(
    r"\b(?:succe|replac|t(?:ake|ook)|follow|predecess|appoint|nam(?:ed|es)|elect|new|retire|resign|step|left|leav|after"
    r"|bec[oa]me|promot|before|until|since|from|next|then|second|third|pass|hand|in turn)"
    r"|[接继替任退卸辞离调转新后前原]",
    re.IGNORECASE,
)


class _Told(NamedTuple):
    """Who came after whom, at half-open offsets; None is the one whom the sentence, or a pronoun in it, means.

    `start` and `end` are where it is told.
    """

    after: Span | None
    before: Span | None
    start: int
    end: int


class Wanted(NamedTuple):
    """Whose successor, or predecessor, a question asks for."""

    of: str
    successor: bool


def wanted_in(question: str) -> Wanted | None:
    """None where neither is asked for."""
    for successor, pattern in _ASKS:
        if found := pattern.search(question.strip()):
            said = (found["x"] or found.groupdict().get("y") or "").strip()
            of = re.sub(r"^(?:the )?(?:[a-z]+ )*(?=[A-Z])", "", said)
            of_person = of[:1].isupper() or _CHINESE_NAME.fullmatch(of)
            of_post = successor and of.endswith(POSTS)
            return Wanted(of, successor) if of_person or of_post else None
    return None


def other_in_succession(question: str, ranked: Sequence[RankedSentence], index: PassageIndex) -> ReadSpan | None:
    """The successor or predecessor that a question asks for, if it does and a text tells it."""
    wanted = wanted_in(question)
    found = []
    for sentence in ranked if wanted else ():
        if wanted and (named := _named(wanted, sentence, index.document(sentence.passage.document_id).text)):
            found.append(named)
    coming = _COMING.search(question) is not None
    as_asked = (each for each in found if (_COMING.search(each.sentence.text) is not None) is coming)
    return next(as_asked, found[0] if found else None)


def of_another_succession(task: Task) -> bool:
    """Whether a successor or predecessor is asked for, and what was read tells whom another one came after."""
    wanted = wanted_in(task.question)
    if wanted is None or not task.spans or task.spans[0].plain or wanted.of.endswith(POSTS):
        return False
    sentence, told = task.spans[0].sentence, []
    if not _OF_CHANGE.search(sentence.text) or _same(task.spans[0].text, wanted.of):
        return True
    for each in _successions(sentence.text):
        known = each.before if wanted.successor else each.after
        begin = sentence.start - sentence.passage.start
        meant = None if known else meant_before(sentence.passage.text, begin)
        told.append(sentence.text[slice(*known)] if known else sentence.passage.text[slice(*meant)] if meant else "")
    return bool(told) and all(name and not _same(name, wanted.of) for name in told)


def _named(wanted: Wanted, sentence: RankedSentence, text: str) -> ReadSpan | None:
    """The person asked for, named in the sentence that tells it or before."""
    here = text[sentence.start : sentence.end]
    for told in _successions(here):
        known, sought = (told.before, told.after) if wanted.successor else (told.after, told.before)
        known_name, name = (
            Span(sentence.start + each.start, sentence.start + each.end) if each else _meant(told, sentence, text)
            for each in (known, sought)
        )
        if name is not None and wanted.of.endswith(POSTS) and wanted.of in here:
            return with_what_is_told(sentence, Span(min(name.start, sentence.start), sentence.end), name, text)
        if known_name is None or name is None or known_name == name:
            continue
        if _same(text[slice(*known_name)], wanted.of) and not _same(text[slice(*name)], wanted.of):
            return with_what_is_told(sentence, Span(min(name.start, sentence.start), sentence.end), name, text)
    return None


def _meant(told: _Told, sentence: RankedSentence, text: str) -> Span | None:
    """Whom a pronoun means that tells of a succession, or a verb without its subject: who the sentence is about."""
    subject = subject_before(text[sentence.start : sentence.end], told.start)
    if subject is None:
        return meant_before(text, sentence.start)
    return Span(sentence.start + subject.start, sentence.start + subject.end)


def _same(told: str, asked: str) -> bool:
    """Whether two names may be of the same person; Li Jianhua is 李建华."""
    if asked.isascii() and not told.isascii():
        return asked.lower().replace(" ", "") == spelt(told).lower().replace(" ", "")
    return same_name(told, asked) or (not told.isascii() and told in asked)


def _successions(text: str) -> Iterator[_Told]:
    """Each that a sentence tells."""
    text = unwrapped(text)
    yield from _chinese(text) if pieces(text).has("chinese") else _english(text)


def _english(text: str) -> Iterator[_Told]:
    for found in _ACTIVE_ENGLISH.finditer(text):
        ahead = _DOER_AHEAD.search(text[: found.start()])
        if found[0].split()[0].endswith("ing"):  # Priti Shah becomes secretary, replacing him
            ahead = next(reversed([*_DOING.finditer(text, 0, found.start())]), None)
        yield _Told(_name(ahead, "after"), _name(found, "before"), found.start(), found.end())
    for found in _PASSIVE_ENGLISH.finditer(text):
        ahead = _DONE_AHEAD.search(text[: found.start()])
        yield _Told(_name(found, "after"), _name(ahead, "before"), found.start(), found.end())
    yield from _by_nouns(_NOUN_ENGLISH, text)


def _chinese(text: str) -> Iterator[_Told]:
    for found in _AFTER_CHINESE.finditer(text):
        before = _BEFORE_CHINESE.search(text, found.end("after"), min(found.end() + 30, len(text)))
        left = Span(*before.span("before")) if before else _who_left(text[: found.start()])
        yield _Told(Span(*found.span("after")), left, found.start(), found.end())
    for found in _BEFORE_CHINESE.finditer(text):
        if not any(each.end() > found.start() >= each.start() for each in _AFTER_CHINESE.finditer(text)):
            yield _Told(None, Span(*found.span("before")), found.start(), found.end())
    yield from _by_nouns(_NOUN_CHINESE, text)


def _by_nouns(pattern: re.Pattern[str], text: str) -> Iterator[_Told]:
    for found in pattern.finditer(text):
        of, name = _name(found, "of"), Span(*found.span("name"))
        after, before = (of, name) if found["how"] in ("predecessor", "前任") else (name, of)
        yield _Told(after, before, found.start(), found.end())


def _name(found: re.Match[str] | None, group: str) -> Span | None:
    """Where a name stands that was found; None for a pronoun or none at all."""
    said = found[group] if found else None
    if not found or not said or said.lower() in ("he", "she", "his", "her", "him"):
        return None
    start, end = found.span(group)
    return Span(start, end - len("'s") if re.search("['’]s$", said) else end)


def _who_left(ahead: str) -> Span | None:
    """The last person named ahead in a clause that tells of leaving a post."""
    cut = pieces(ahead) if _LEFT.search(ahead) else None
    persons = [each for each in candidates(cut) if each.look is Look.PERSON] if cut and cut.row else []
    if not cut or not persons:
        return None
    return Span(cut.row[persons[-1].first].start, cut.row[persons[-1].last - 1].end)
