"""A question's words by how much each says of what it is about, and which of them are names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index.names import is_name
from index.query import Query, QueryTerm
from index.types import FloatVector
from index.words import is_chinese, tokens
from qa import wordings
from qa.contacts import REACHING
from qa.contrasts import Mention, mentions
from qa.question import asked
from qa.reading.rarity import rarity
from qa.reading.widen import asks_for_body, asks_for_post

_NEVER_SEEN = 1.0  # rarity of a word that the model does not know
_COMMON = 0.1  # what the commonest word weighs, against 1.1 of one that the model has never seen
# What only says of what sort the answer is, so that no document need say it beside the answer: always; after "which"
# and 哪; where a post, or whose it is, is asked for.
_COUNTING = frozenset({"mani", "much", "number", "数量", "总数"})
_SORTS = frozenset({
    "date", "year", "month", "day", "time", "place", "citi", "countri", "compani", "organis", "organiz", "depart",
    "institut", "agenc", "bodi", "person", "name", "bureau", "时间", "日期", "年份", "年代", "月份", "日子", "时间段",
    "地方", "地点", "城市", "国家", "公司", "企业", "机构", "组织", "单位", "部门", "人物", "名字", "名称", "两个",
    "三个",
})  # fmt: skip
# What points at the document or hedges: it says nothing of what is asked about.
_VAGUE = frozenset({
    "大概", "大约", "左右", "差不多", "总共", "一共", "合计", "例子", "举例", "说说", "例举", "分别", "各自", "究竟",
    "到底", "具体", "文中", "文末", "文章", "注明", "提到", "提及", "rough", "approxim", "altogeth", "suppos",
    "exact", "accord", "respect", "articl", "mention", "exampl",
})  # fmt: skip
_ASKING = re.compile(r"哪[一几两]?[天年月日号次家个位种项场座所届]|加起来")
_WHICH = re.compile(r"\b(?:which|what)\s+(\w+(?:\s+\w+)?)", re.IGNORECASE)
_HOLDING = frozenset({
    "post", "posit", "titl", "role", "job", "hold", "held", "serv", "work", "employ", "职务", "职位", "职衔", "身份",
    "担任", "任职", "就职", "供职",
})  # fmt: skip
_SPECIFIC = 0.8  # of an acronym's rarity
_PLACES = frozenset({"area", "country", "continent"})


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The question's words, none inside another.

    `members` are the rows of the terms that stand where each does, as 两年 and its figure; `parts` of those within.
    """

    members: tuple[tuple[int, ...], ...]
    parts: tuple[tuple[int, ...], ...]
    weights: FloatVector
    names: NDArray[np.bool_]

    def of(self, by_term: NDArray[np.float32]) -> NDArray[np.float32]:
        """(words, ...) of (terms, ...): the match of each word, its own or the mean of its parts' if that is better."""
        own = [by_term[list(rows)].max(axis=0) for rows in self.members]
        parts = [by_term[list(rows)].mean(axis=0) if rows else np.zeros(by_term.shape[1:]) for rows in self.parts]
        return np.maximum(own, parts).astype(np.float32)

    def share(self, by_word: FloatVector, rows: list[int] | slice = slice(None)) -> float:
        """The mean match by weight, of all words or of some rows."""
        weights = self.weights[rows]
        return float(weights @ by_word[rows] / max(weights.sum(), 1e-9))


def words_of(query: Query) -> Words:
    """Names are written as names or known as such; what only says of what sort the answer is, is left out."""
    which = " ".join((asked(query.text).focus, *_WHICH.findall(query.text)))
    asking = _COUNTING | (_SORTS & {token.term for token in tokens(which)})
    if asks_for_post(query.text) or asks_for_body(query.text):
        asking |= _HOLDING
    if asked(query.text).contact and any(term.term not in asking | REACHING for term in query.terms):
        asking |= REACHING  # unless nothing else is said: 电话是多少
    within = [found.span() for found in _ASKING.finditer(query.text)]
    terms = [term for term in query.terms if term.term not in asking and not _empty(term, within)]
    rows = {(term.start, term.end): [n for n, each in enumerate(query.terms) if _same(each, term)] for term in terms}
    outer = [place for place in rows if not any(_inside(place, other) for other in rows)]
    parts = [[n for place in rows if _inside(place, whole) for n in rows[place]] for whole in outer]
    weights = [_COMMON + min(rarity(query.terms[n].term) for n in rows[place]) for place in outer]
    said = mentions(query.text)
    names = [_is_name(query, query.terms[rows[place][0]], said) for place in outer]
    return Words(
        tuple(tuple(rows[place]) for place in outer),
        tuple(map(tuple, parts)),
        np.array(weights, dtype=np.float32),
        np.array(names, dtype=bool),
    )


def without_parts(query: Query) -> Query:
    """The query, its acronyms without translations far commoner than they: those are parts of what it stands for.

    GDP is aligned with 国内 and with 生产总值, and what is 国内, domestic, need not be about it. USA stays 美国.
    """
    return replace(query, terms=tuple(_specific(query, term) for term in query.terms))


def _specific(query: Query, term: QueryTerm) -> QueryTerm:
    if not is_acronym(query, term):
        return term
    least = _SPECIFIC * rarity(term.term)
    kept = tuple(
        (other, probability)
        for other, probability in term.alternatives
        if other == term.term or rarity(other) >= least or mentions(other)
    )
    return replace(term, alternatives=kept)


def is_acronym(query: Query, term: QueryTerm) -> bool:
    """Whether a word is written in capitals alone, two or more."""
    surface = query.surface(term)
    return surface.isascii() and surface.isupper() and len(surface) > 1


def _empty(term: QueryTerm, asking: Sequence[tuple[int, int]]) -> bool:
    """Whether a word says nothing of what is asked about: a hedge, 这篇, or the 一天 of 哪一天."""
    within = any(start <= term.start and term.end <= end for start, end in asking)
    return within or term.term in _VAGUE or bool(wordings.POINTING.fullmatch(term.term))


def _same(one: QueryTerm, other: QueryTerm) -> bool:
    return (one.start, one.end) == (other.start, other.end)


def _inside(place: tuple[int, int], other: tuple[int, int]) -> bool:
    return other != place and other[0] <= place[0] and place[1] <= other[1]


def _is_name(query: Query, term: QueryTerm, said: Sequence[Mention]) -> bool:
    slots = {each.slot for each in said if each.overlaps(term)}
    if slots:
        return bool(slots & _PLACES)
    if is_chinese(term.term):
        return is_name(term.term)
    surface = query.surface(term)
    if len(surface) < 2 or not surface[:1].isupper():
        return query.language.chinese and rarity(term.term) >= _NEVER_SEEN  # tidelog的作者
    return query.language.chinese or term.start > 0 or rarity(term.term) >= _NEVER_SEEN
