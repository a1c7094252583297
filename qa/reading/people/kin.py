"""Whose father, wife or teacher somebody is, where a text says it beside the name: his father, Samuel; 与赵建国结婚."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from index.names import FULL_NAME, SURNAMES
from index.numerals import ENGLISH_ORDINALS, chinese_value
from index.rounding import choice
from qa.reading.people.topics import NAME, NO_NAME, WHO_IS, same_name, subject_before
from qa.types import RankedSentence

# Words for the same relation in a row; a narrower word of a wider one stands in both.
_RELATIONS = """
father dad 父亲 爸爸 其父
mother mum mom 母亲 妈妈 其母
wife 妻子 太太 夫人 老婆 爱人 spouse 配偶 其妻
husband 丈夫 老公 先生 爱人 spouse 配偶 其夫
son 儿子 长子 次子 独子 幼子 三子 子
daughter 女儿 长女 次女 独女 幼女 女
brother 哥哥 弟弟 兄弟
哥哥 兄长 大哥
弟弟 胞弟
sister 姐姐 妹妹 姐妹
姐姐 大姐
妹妹 胞妹
uncle 叔叔 伯父 舅舅 舅父 叔父
aunt 姑姑 姨妈 姑母 姨母 舅母
nephew 侄子 侄儿 外甥
niece 侄女 外甥女
grandfather 祖父 爷爷 外公 外祖父
grandmother 祖母 奶奶 外婆 外祖母
grandson 孙子 外孙
granddaughter 孙女 外孙女
son-in-law 女婿
daughter-in-law 儿媳 儿媳妇
teacher 老师 导师 恩师 师父 师傅
"""
_ROWS = tuple(tuple(row.split()) for row in _RELATIONS.strip().splitlines())
_ENGLISH = "|".join(sorted((word for row in _ROWS for word in row if word.isascii()), key=len, reverse=True))
_CHINESE = choice({word for row in _ROWS for word in row if not word.isascii() and len(word) > 1})
_WIFE, _HUSBAND = (frozenset(row) for row in _ROWS[2:4])
_TEACHER = frozenset(_ROWS[-1])
_BY_WHOM = {"he": _WIFE, "娶": _WIFE, "she": _HUSBAND, "嫁给": _HUSBAND, "嫁与": _HUSBAND}

_PERSON_ENDS = (
    r"(?=[，,。；;、（(！!]"
    r"|[是为曾在于和与的从任早时也系原现都因及等已生担当出成教病去退接学先师娶嫁毕考获入]|\d|$)"
)

_RANK = "(?:(?:first|second|third|fourth) )?"
_RANK_CHINESE = "(?:(?:第[一二三四]|首)[任个位])?"
_RANKED = re.compile(r"\b(first|second|third|fourth) (?:[a-z]+ )?$|(?:第([一二三四])|首)[任个位]$")
_ASKED = (
    re.compile(
        rf"^(?:who|what) (?:is|was|are|were|'s)(?: the names? of)? (?P<owner>[\w .'’-]+?)['’]s? "
        rf"{_RANK}(?P<kin>{_ENGLISH})s?"
        r"(?:['’]s name| called)?\W*$", re.I
    ),
    re.compile(
        rf"^(?:who|what) (?:is|was|are|were)(?: the names? of)? the {_RANK}(?P<kin>{_ENGLISH})s? of"
        r" (?P<owner>[\w .'’-]+?)\W*$", re.I
    ),
    re.compile(
        r"^whom? (?:did (?P<owner>[\w .'’-]+?) marry|(?:is|was) (?P<other>[\w .'’-]+?) married to)\W*$", re.I
    ),
    re.compile(
        rf"^(?P<owner>[^的，,]{{1,12}})的{_RANK_CHINESE}(?P<kin>{_CHINESE})"
        r"(?:是谁|是哪位|叫什么(?:名字)?|叫啥|的?名字是什么)\W*$"
    ),
    re.compile(rf"^谁是(?P<owner>[^的，,]{{1,12}})的{_RANK_CHINESE}(?P<kin>{_CHINESE})\W*$"),
    re.compile(r"^(?P<owner>[^的，,]{1,12}?)(?:[和与跟同]谁结婚|嫁给了?谁|娶了?谁)了?\W*$"),
)  # fmt: skip

_PRONOUNS = ("his", "her", "their", "a")
_WHOSE = rf"(?P<owner>\b[Hh]is|\b[Hh]er|\b[Tt]heir|{NAME}['’]s|\ba(?= [a-z -]+, ))"  # they had a daughter, Edith
_BESIDE = re.compile(
    rf"{_WHOSE} (?:[a-z]+ ){{0,2}}?(?P<kin>{_ENGLISH})(?P<several>s)?,? (?:(?:was|is|were|are) )?(?:called |named )?"
    rf"{WHO_IS}(?P<name>{NAME}(?(several)(?:(?:,? and |, ){NAME})*))"
)
_BORN_TO = re.compile(
    rf"(?P<owner>\b[Hh]e|\b[Ss]he|{NAME})\b[^.;]*?\b(?:son|daughter|child) of"
    r" (?:(?:the|an?) (?:[a-z]+ ){1,4}?(?:[a-z]+, ))?"
    rf"(?P<father>{NAME})(?:,[^,.;]*)??,?(?: and (?:of )?his wife,? (?P<mother>{NAME}))?"
)
_BEHIND = re.compile(rf"(?P<name>{NAME}), {_WHOSE} (?:[a-z]+ ){{0,2}}?(?P<kin>{_ENGLISH})(?=[.;)]|,(?! [A-Z])|$)")
_MARRIED = re.compile(
    rf"(?:(?P<owner>\b[Hh]e|\b[Ss]he|{NAME})(?:, who)?|\band) (?:was |is )?(?:later |then |first |also )?"
    rf"(?:married|marries|wed) (?:to )?{WHO_IS}(?P<name>{NAME})"
)
_STUDIED = re.compile(
    rf"(?P<owner>\b[Hh]e|\b[Ss]he|{NAME}) (?:[a-z]+ ){{0,3}}?(?:studied|trained)"
    rf" (?:\w+ ){{0,3}}?under (?P<name>{NAME})"
)
_BESIDE_CHINESE = re.compile(
    rf"(?:(?P<owner>[\u4e00-\u9fff]{{2,3}})的)?(?P<kin>{_CHINESE}|(?<=[生育])[子女]|(?<=[生育]有一)[子女])(?:名叫|名为|[，,叫是为])?(?P<name>{FULL_NAME}){_PERSON_ENDS}"
)
_MARRIED_CHINESE = re.compile(
    rf"(?:^|[，,。；;年月日\d\s])(?:[他她]|(?P<owner>{FULL_NAME}))?[与和跟同][^，,。；;]{{0,12}}?(?P<name>{FULL_NAME})(?:女士|先生|小姐)?"
    r"(?:登记|正式|自由恋爱)?(?:结婚|成婚|完婚|成亲|结为(?:夫妻|夫妇|伉俪))"
)
_WED_CHINESE = re.compile(
    rf"(?P<owner>{FULL_NAME})?(?P<how>娶|嫁给|嫁与)了?"
    rf"(?:[^，,。；;]{{0,8}}(?=[{''.join(sorted(SURNAMES))}]))??"
    rf"(?P<name>{FULL_NAME})(?:为妻)?{_PERSON_ENDS}"
)
_STUDIED_CHINESE = re.compile(
    rf"(?:师从|师承|拜)(?:于|了)?(?:[^，。；,;]{{0,12}}[家师授士匠手人旦角生”])??(?P<name>{FULL_NAME})(?:为师)?{_PERSON_ENDS}"
)
# Whom a sentence is about: who begins it, also as somebody's relative.
_SUBJECT = re.compile(
    rf"(?:^|[.;!?\n] ?)(?:In (?:[A-Z][a-z]+ )?\d{{4}},? )?"
    rf"(?P<kin>(?:His|Her|Their|{NAME}['’]s) (?:[a-z]+ ){{0,2}}(?:{_ENGLISH}),? )?"
    rf"(?P<name>{NO_NAME}{NAME})(?=,? ?[a-z(]|['’]s)"
    rf"|(?:^|[。；;！\n])(?P<chinese_kin>(?:{FULL_NAME}的)?(?:{_CHINESE}))?(?P<chinese>{FULL_NAME}){_PERSON_ENDS}"
)


# What tells at all that two are relatives.
_OF_KIN = re.compile(
    rf"\b(?:{_ENGLISH}|marri|wed|born|couple|parent|child|famil|sibling|twin|widow|partner|under|pupil|taught)"
    rf"|{_CHINESE}|[夫妻父母子女兄弟姐妹婚娶嫁生师徒]", re.IGNORECASE
)
_I = re.compile(r"我(?!们)[^”]*$|\b(?:I|[Mm]y)\b[^”\"]*$")  # who says so of himself may be anybody


class _Told(NamedTuple):
    """The half-open offsets of a name, whose bearer has one of the relations to the owner; no owner is the topic.

    `rank` is 2 for a second wife, 0 where none is said.
    """

    start: int
    end: int
    relations: frozenset[str]
    owner: str
    rank: int = 0


def relative_told(text: str, above: str, ahead: str, question: str) -> tuple[int, int] | None:
    """The offsets of the relative whom a question asks for, where a sentence says it beside the name.

    `above` are the headings and `ahead` the sentences before it: whom "his" may mean. Of several relatives of the same
    sort none is told.
    """
    asked = _asked(question)
    if not asked:
        return None
    owner, wanted, rank = asked
    found: dict[str, tuple[int, int]] = {}
    others = {ahead[each.start : each.end] for each in _told(ahead) if rank and each.relations & wanted}
    for each in sorted(_told(text)) if rank else _told(text):
        name = text[each.start : each.end]
        if rank and each.relations & wanted:
            others.add(name)
            if rank != (each.rank or len(others)):
                continue
        if each.relations & wanted and not same_name(name, owner) and _is_of(owner, each, text, above, ahead):
            found.setdefault(name, (each.start, each.end))
    return next(iter(found.values())) if len(found) == 1 else None


@lru_cache(maxsize=64)
def _asked(question: str) -> tuple[str, frozenset[str], int] | None:
    """Whose relative a question asks for, the words that may tell the relation, and 2 for a second one of them."""
    for pattern in _ASKED:
        if found := pattern.search(question.strip()):
            groups = found.groupdict()
            kin = groups.get("kin") or ""
            wanted = _words_of().get(kin.lower(), frozenset()) if kin else _WIFE | _HUSBAND
            return (groups.get("owner") or groups.get("other") or "").strip(), wanted, _rank(found)
    return None


def _rank(found: re.Match[str]) -> int:
    """The ordinal that stands ahead of the word for a relation, 0 where none does."""
    if not found.groupdict().get("kin"):
        return 0
    said = _RANKED.search(found.string[: found.start("kin")])
    if not said:
        return 0
    return ENGLISH_ORDINALS[said[1]] if said[1] else int(chinese_value(said[2] or "一") or 0)


@cache
def _words_of() -> dict[str, frozenset[str]]:
    """Under each word for a relation those that tell it: a brother may be an elder one, but not the other way about."""
    found: dict[str, frozenset[str]] = {}
    for row in _ROWS:
        for word in row:
            found[word] = frozenset(row) | (_WIFE | _HUSBAND if word in _WIFE & _HUSBAND else frozenset())
    return found


def _told(text: str) -> Iterator[_Told]:
    for pattern in (_BEHIND, _BESIDE, _BESIDE_CHINESE):
        for found in pattern.finditer(text):
            said_to_be = pattern is _BESIDE and text[: found.start("name")].endswith(("was ", "is ", "were ", "are "))
            if said_to_be and " " not in found["name"]:
                continue  # his wife was American
            if pattern is _BEHIND and not found.start() and " " not in found["name"]:
                continue  # However, his wife
            owner = found["owner"] or ""
            pronoun = owner.lower() in _PRONOUNS
            said = "" if pronoun else re.sub(r"['’]s$", "", owner)
            yield _Told(*found.span("name"), frozenset({found["kin"].lower()}), said, _rank(found))
    for pattern in (_MARRIED, _MARRIED_CHINESE, _WED_CHINESE):
        for found in pattern.finditer(text):
            owner = found["owner"] or ""
            how = found.groupdict().get("how") or owner.lower()
            relations = _BY_WHOM.get(how, _WIFE | _HUSBAND)
            said = "" if owner.lower() in ("he", "she") else owner
            yield _Told(*found.span("name"), relations, said)
            if said:
                yield _Told(*found.span("owner"), _WIFE | _HUSBAND, found["name"])
    for found in _BORN_TO.finditer(text):
        said = "" if found["owner"].lower() in ("he", "she") else found["owner"]
        yield _Told(*found.span("father"), frozenset({"father"}), said)
        if found["mother"]:
            yield _Told(*found.span("mother"), frozenset({"mother"}), said)
    for pattern in (_STUDIED, _STUDIED_CHINESE):
        for found in pattern.finditer(text):
            owner = found.groupdict().get("owner") or ""
            yield _Told(*found.span("name"), _TEACHER, "" if owner.lower() in ("he", "she") else owner)


def _is_of(owner: str, told: _Told, text: str, above: str, ahead: str) -> bool:
    """Whether a relative told of is the owner's: named so, or his, where the owner is whom the text speaks of.

    Somebody's relative who begins a sentence is its subject for whom he married, not for "his mother" behind.
    """
    if told.owner:
        return same_name(told.owner, owner)
    if topic := _topic(told, text, ahead):
        return same_name(topic, owner)
    return any(same_name(name, owner) for name in re.findall(NAME, above)) or (not owner.isascii() and owner in above)


def _topic(told: _Told, text: str, ahead: str) -> str:
    """Whom a sentence is about where it tells of a relative, or else what stands ahead of it; empty if nobody."""
    topic = ""
    for part, here in ((ahead, False), (text[: told.start], True)):
        own = ""
        for found in _SUBJECT.finditer(part):
            if not (found["kin"] or found["chinese_kin"]) or (here and told.relations <= _WIFE | _HUSBAND):
                own = found["name"] or found["chinese"]
        if here and not own and not part.isascii() and (subject := subject_before(text, told.start)):
            own = text[slice(*subject)]
        topic = own or topic
    return topic


def another_is_told(question: str, sentence: RankedSentence, place: tuple[int, int]) -> bool:
    """Whether a relative is asked for, and whoever stands at a place is told to be another one, or somebody else's."""
    asked = _asked(question)
    if not asked:
        return False
    owner, wanted, _ = asked
    passage, text = sentence.passage, sentence.text
    ahead = passage.text[: sentence.start - passage.start]
    here = [each for each in _told(text) if each.start < place[1] and place[0] < each.end]
    if not here or any(same_name(text[each.start : each.end], owner) for each in here):
        return bool(here) or not _OF_KIN.search(text)
    fitting = [each for each in here if each.relations & wanted]
    return not any(
        same_name(whose, owner) or (" " not in whose and whose.isascii())
        for each in fitting
        if (whose := each.owner or ("" if _I.search(text[: each.start]) else _topic(each, text, ahead)) or owner)
    )
