"""One part of a question put in place of another: 省级 for 国家级, "universities" for "companies"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from index.model import EmbeddedModel
from index.numerals import ENGLISH_DIGITS, chinese_value
from index.types import FloatVector
from index.words import Token, TokenKind, is_chinese, tokens
from qa.contrasts import Mention, mentions
from qa.conversing.renumbering import renumbered

_ALIKE = 0.35  # how near two phrases must be in meaning for one to stand in for the other
SLIGHTLY_ALIKE = 0.15  # where no better guess is left
_PER_WORD = 0.05  # the shorter phrase of two as near: 宠物 of 带宠物
_MOST_WORDS = 5
_PREFIXES = ("陪", "副", "非", "准")  # 产假 is no 陪产假, and stands in for the whole of it
_TAKING = frozenset("带养遛骑穿买卖吃喝停租借拍")  # with what is taken they may be cut as one word
_FILLING = re.compile(r"^['’]s\b|^\W*(?:的|in|the|for|of|at|on|during|from|a|an)?\b|\b(?:ones?|的)?\W*$", re.I)
_FILLING_ALONE = re.compile(r"^[\s的]+|[\s的]+$|^(?:in|the|for|of|at|on|year|ones?)$", re.I)


def substituted(question: str, part: str, alike: float = _ALIKE) -> str:
    """The question with `part` in the place of what it contrasts with; empty where the question has no such place.

    Numbers, places, years, levels and the like replace their own kind; other words the phrase nearest to them.
    """
    if with_number := renumbered(question, part):
        return with_number
    here = {mention.slot: mention for mention in mentions(part)}
    places: list[tuple[int, int, str]] = []
    for mention in mentions(question):
        taken = any(mention.start < end and start < mention.end for start, end, _ in places)  # 局长 is of two slots
        if not taken and (new := here.get(mention.slot)) and mention.member != new.member:
            places.append((mention.start, mention.end, _said_alike(question, mention, part[new.start : new.end])))
    placed = {mention.slot for mention in mentions(question)}
    rest = _without(part, [each for each in here.values() if each.slot in placed])
    if rest and not (places and rest in question):
        phrase = nearest_phrase(question, _without(part, list(here.values())) or rest, alike)
        if phrase is None:
            return ""
        places.append((*phrase, rest))
    elif not places:
        return ""
    for start, end, new_text in sorted(places, reverse=True):
        question = question[:start] + new_text + question[end:]
    return question


def other_year(part: str, question: str, answer: str, earlier: re.Pattern[str], later: re.Pattern[str]) -> str:
    """The year meant by "the previous year" or "the next", counted from the one spoken of; empty where none was."""
    before, after = earlier.search(part), later.search(part)
    if not (said := before or after):
        return ""
    told = said.groupdict().get("count") or "1"
    count = int(told if told.isdecimal() else ENGLISH_DIGITS.get(told.lower()) or chinese_value(told) or 1)
    years = [mention.member for text in (question, answer) for mention in mentions(text) if mention.slot == "year"]
    return str(int(years[0]) + (-count if before else count)) if years else ""


def nearest_phrase(question: str, part: str, alike: float = _ALIKE) -> tuple[int, int] | None:
    """Where the words stand that `part` can stand in for; None where nothing in the question is like it."""
    ends = [token.term for token in tokens(part) if token.kind is TokenKind.WORD]
    if not ends:
        return None
    wanted = _meaning(ends)
    named = _is_name(part)
    runs = list(_runs(question))
    names = [words for words in runs if _is_name(question[words[0].start : words[-1].end])] if named else []
    best, best_score = None, -1.0 if names else alike  # a name stands in for a name, whatever it means
    for words in names or runs:
        start, end = words[0].start, words[-1].end
        if question[start:end] == part and question[max(start - 1, 0) : start] not in _PREFIXES:
            continue
        if ends and words[-1].term == ends[-1]:
            return start, end  # the same head word: its modifiers change with it
        score = float(wanted @ _meaning([word.term for word in words])) + _shared_end(question[start:end], part)
        score -= _PER_WORD * (len(words) - 1) if is_chinese(part) else 0
        if score > best_score + 1e-6:
            best, best_score = (start, end), score
    return _whole_word(question, part, best) if best else None


def nearer(part: str, one: str, other: str) -> bool:
    """Whether a part is nearer in meaning to the one phrase than to the other."""
    wanted, first, second = (
        _meaning([each.term for each in tokens(text) if each.kind is TokenKind.WORD]) for text in (part, one, other)
    )
    return float(wanted @ first) > float(wanted @ second)


def _whole_word(question: str, part: str, place: tuple[int, int]) -> tuple[int, int]:
    """The place, with the word ahead of it where it is but the last character of the part: 年假 for 产假, not 假."""
    start, end = place
    if end - start == 2 and question[start] in _TAKING and part[0] not in _TAKING:  # 可以带狗吗？猫呢？
        return start + 1, end
    if question[max(start - 1, 0)] in _TAKING and part[0] in _TAKING:  # 可以吃东西吗？喝水呢？
        return start - 1, end
    if question[max(start - 1, 0) : start] in _PREFIXES and (question[end - 1] == part[-1] or part.isascii()):
        return start - 1, end
    if is_chinese(part[-1]) == question[end - 1].isascii():  # 病假 for sick leave
        return _whole_phrase(question, start), end
    if end - start > 1 or len(part) == 1 or not is_chinese(part[-1]) or question[start:end] != part[-1]:
        return place
    ahead = [word.start for word in tokens(question) if word.kind is TokenKind.WORD and word.end == start]
    return min([start, *ahead]), end


def _whole_phrase(question: str, start: int) -> int:
    """Where the run of content words begins that stands ahead of the place."""
    words = [word for word in tokens(question) if word.kind is TokenKind.WORD]
    while ahead := [word for word in words if word.end < start and not question[word.end : start].strip(" -")]:
        start = ahead[-1].start
    return start


def _is_name(text: str) -> bool:
    """Whether every word of a Latin phrase begins with a capital, but for little words within it."""
    words = [text[word.start : word.end] for word in tokens(text) if word.kind is TokenKind.WORD]
    return bool(words) and all(word[0].isascii() and word[0].isupper() for word in words)


def _runs(question: str) -> Iterator[list[Token]]:
    """Every run of content words with nothing but spaces or hyphens between, no slot word in it, the longest first."""
    taken = [(mention.start, mention.end) for mention in mentions(question)]
    words = [token for token in tokens(question) if token.kind is TokenKind.WORD]
    words = [word for word in words if question[word.start - 1 : word.start] != "几"]  # 几点闭馆 may be cut 几, 点闭馆
    words = [word for word in words if not any(start < word.end and word.start < end for start, end in taken)]
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        for first in range(len(words) - count + 1):
            run = words[first : first + count]
            gaps = (question[left.end : right.start] for left, right in pairwise(run))
            if all(not gap.strip(" -") for gap in gaps):
                yield run


def _shared_end(one: str, other: str) -> float:
    """Half of the share of the shorter phrase with which both end: 创新中心 and 设计中心 are of one sort."""
    shared = 0
    while shared < min(len(one), len(other)) and one[-1 - shared].lower() == other[-1 - shared].lower():
        shared += 1
    if not is_chinese(other[-1:] or "x") and shared < 4:
        return 0.0
    return 0.6 * shared / min(len(one), len(other))


def _meaning(words: list[str]) -> FloatVector:
    vector = EmbeddedModel.load().word_vectors(words).sum(axis=0)
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), dtype=np.float32)


def _said_alike(question: str, old: Mention, new: str) -> str:
    """The new member as the old one is worded: 2023年 where 2023 stands before 年, "2022" inside "in 2023"."""
    before = question[old.start : old.end]
    if old.slot == "year" and before.endswith("年") and not new.endswith("年"):
        return f"{new}年"
    return new.removesuffix("年") if old.slot == "year" and not before.endswith("年") else new


def _without(part: str, taken: list[Mention]) -> str:
    for mention in sorted(taken, key=lambda each: -each.start):
        part = f"{part[: mention.start]} {part[mention.end :]}"
    return _FILLING_ALONE.sub("", _FILLING.sub("", part.strip()).strip())
