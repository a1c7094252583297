"""Who somebody's wife, son or mother is: the name beside the word for them. "Her husband, the composer Ian Hill"."""

from __future__ import annotations

import re
from typing import NamedTuple

from index.folding import fold
from qa.reading.candidates import Look, candidates
from qa.reading.enumerations import Run
from qa.reading.pieces import Pieces


class _Kin(NamedTuple):
    """The words for one sort of kin, in Chinese and in English, as patterns; and of whom the same may be said."""

    chinese: str
    english: str
    spouse: bool = False
    parent: str = ""


_KIN = (
    _Kin("妻子|夫人|太太|爱人|妻", "wife|widow", spouse=True),
    _Kin("丈夫|夫婿|爱人", "husband|widower", spouse=True),
    _Kin("配偶|伴侣|爱人", "spouse|partner|wife|husband", spouse=True),
    _Kin("(?:独生)?儿子|长子|次子|幼子|独子|小儿子|大儿子", "sons?"),
    _Kin("(?:独生)?女儿|长女|次女|幼女|独女|小女儿|大女儿", "daughters?"),
    _Kin("子女|孩子", "children|child"),
    _Kin("父亲|爸爸|生父|父", "father", parent="first"),
    _Kin("母亲|妈妈|生母|母", "mother", parent="second"),
    _Kin("哥哥|兄长|长兄", "(?:elder |older |big )?brothers?"),
    _Kin("弟弟|胞弟", "(?:younger |little )?brothers?"),
    _Kin("姐姐|长姐|妹妹|胞妹", "(?:(?:elder|older|younger) )?sisters?"),
    _Kin("孙子", "grandsons?"),
    _Kin("孙女", "granddaughters?"),
    _Kin("祖父|爷爷", "grandfather"),
    _Kin("祖母|奶奶", "grandmother"),
)
_ASKED_CHINESE = r"(?:{0})(?:们)?(?:是谁|是哪位|都?叫什么|叫啥|名叫|的名字|的姓名|姓名)|谁是[^，,]*的(?:{0})\W*$"
_ASKED_ENGLISH = (
    r"^who(?:'s| is| was| are| were) (?:[^,?]*(?:'s|s'|s’|’s) |his |her |their |my )(?:\w+ )?(?:{0})\W*$"
    r"|^who(?:'s| is| was| are| were) the (?:{0}) of\b"
    r"|\bnames? of (?:[^,?]*(?:'s|s'|’s|s’) |his |her |their )(?:{0})\W*$"
    r"|^what (?:is|was|are|were) (?:[^,?]*(?:'s|s'|’s|s’) |his |her |their )(?:{0})(?:'s|s'|s’|’s)? names?\b"
    r"|^what (?:is|was|are|were) (?:[^,?]*(?:'s|s'|’s|s’) |his |her |their )(?:{0}) (?:called|named)\b"
)
_MARRIED = re.compile(
    r"[和跟与同]谁结了?婚|娶了?谁|嫁给了?谁"
    r"|\bwhom? did [^,?]* marry\b|^who(?:m)? (?:is|was) [^,?]* married to\b",
    re.IGNORECASE,
)
_NAME = r"(?-i:(?:[A-Z][\w'’-]+|[A-Z]\.)(?: (?:[A-Z][\w'’-]+|[A-Z]\.|de|van|von|der|del|la|bin|al))*)"
_NAMES = rf"(?P<name>{_NAME}(?:(?:, | and |, and ){_NAME})*)"
_WHO_IS = r",? (?:(?:the|an?|his|her|their|fellow) (?-i:[a-z][a-z' -]{1,40}?),? )?"
_WEDDING = re.compile(rf"\bmarr(?:ied|ies) (?:to )?{_WHO_IS[3:]}(?P<name>{_NAME})", re.IGNORECASE)
_BORN_TO = re.compile(
    rf"\b(?:son|daughter|child) of{_WHO_IS}(?P<first>{_NAME})"
    rf"(?:,[^,.]*)?,?(?: and (?:(?:of )?his wife,? )?(?P<second>{_NAME}))?",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"(?P<chinese>[\u4e00-\u9fff·]{2,8})的[^的]{1,5}(?:是|叫|名|姓)"
    r"|\b(?:is|was|are|were|did|of|s) (?P<english>(?:[A-Z][\w.-]+ ?)+)(?:['’]s?\b|['’]|marry|married)"
)
_POSSESSED = re.compile(r"([A-Z][\w.-]+)(?:['’]s?)(?= )|([\u4e00-\u9fff]{2,4})的[^，,。的]{1,4}$")
_LEADS_TO = frozenset({"是", "为", "叫", "名叫", "叫做", ",", "\uff0c", ":", "\uff1a", "名"})
_JOINS = frozenset({"和", "与", "、", "及"})
_WED, _WEDS = frozenset({"结婚", "成婚", "完婚", "成亲", "结为夫妻"}), frozenset({"娶", "迎娶", "嫁给", "下嫁", "嫁"})


def relative_of(sentence: Pieces, question: str) -> Run | None:
    """The name of the relative that a question asks for, where the sentence tells it beside the word for such a one."""
    text = fold(question).text
    kin = next((each for each in _KIN if _asks_for(each, text)), None)
    spouse = bool(_MARRIED.search(text) or (kin and kin.spouse))
    if not (kin or spouse):
        return None
    found = _in_chinese(sentence, kin, spouse) if sentence.has("chinese") else _in_english(sentence, kin, spouse)
    if not found or sentence.said(*found) in question or _of_another(sentence, question, found):
        return None
    return found


def is_named(question: str, passage: str) -> bool:
    """Whether a passage names whom a question asks the relative of."""
    asked = _named(question)
    return bool(asked) and asked[-1] in passage


def _named(question: str) -> list[str]:
    """The words of the name of whom it asks the relative; none where it does not name anybody."""
    asked = _WHOSE.search(question)
    return (asked["chinese"] or asked["english"]).split() if asked else []


def _of_another(sentence: Pieces, question: str, run: Run) -> bool:
    """Whether a relative is said to be somebody else's: Ann of "Tom's wife Ann" where Ben's is asked for."""
    asked, ahead = _named(question), sentence.text[: sentence.row[run[0]].start]
    told = [found[1] or found[2] for found in _POSSESSED.finditer(ahead)]
    return bool(asked) and any(not any(word in other for word in asked) for other in told)


def _asks_for(kin: _Kin, text: str) -> bool:
    return bool(
        re.search(_ASKED_CHINESE.format(kin.chinese), text)
        or re.search(_ASKED_ENGLISH.format(kin.english), text, re.IGNORECASE)
    )


def _in_chinese(sentence: Pieces, kin: _Kin | None, spouse: bool) -> Run | None:
    row = sentence.row
    persons = {c.first: c.last for c in candidates(sentence) if c.look is Look.PERSON}
    word = re.compile(f"(?:{kin.chinese})$") if kin else None
    for place, piece in enumerate(row):
        if word and word.search(sentence.text[max(piece.end - 4, 0) : piece.end]):
            first = place + 1
            while first < len(row) and row[first].term in _LEADS_TO:
                first += 1
            if last := persons.get(first):
                while last + 1 in persons and row[last].term in _JOINS:
                    last = persons[last + 1]
                return first, last
        if spouse and piece.term in _WEDS and (last := persons.get(place + 1)):
            return place + 1, last
        if spouse and piece.term in _WED:
            return next(((first, last) for first, last in persons.items() if last == place), None)
    return None


def _in_english(sentence: Pieces, kin: _Kin | None, spouse: bool) -> Run | None:
    text = sentence.text
    beside = kin and re.search(rf"\b(?:{kin.english}){_WHO_IS}{_NAMES}", text, re.IGNORECASE)
    if beside:
        return sentence.touched(*beside.span("name"))
    if spouse and (wedding := _WEDDING.search(text)):
        return sentence.touched(*wedding.span("name"))
    born = _BORN_TO.search(text) if kin and kin.parent else None
    return sentence.touched(*born.span(kin.parent)) if kin and born and born[kin.parent] else None
