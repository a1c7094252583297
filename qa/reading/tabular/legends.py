"""Legends, which say in a row what each sign means: 红色表示高风险，黄色表示中风险; red means stop."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from corpus import Span
from index.folding import fold
from index.query import Query
from index.types import FloatMatrix
from index.words import is_chinese
from qa.reading.matching import Matching
from qa.reading.pieces import Pieces, Run

_MATCHED = 0.6  # how well every word of a key is matched, in either language
_VERB = (
    r"(?:表示|代表|意味着|说明|表明|是?指的?是?"
    r"|means?\b|indicates?\b|stands? for\b|denotes?\b|signif(?:y|ies)\b|marks?\b)"
)
_QUOTE = "[\"'“”‘’「」]?"
_KEY = r"(?P<key>[\u4e00-\u9fffa-z\d]{1,6}?|(?!and )[a-z][\w'-]*(?: (?!and )[\w'-]+){0,3}?)"
_ENTRY = re.compile(
    rf"(?:^|[,，;；。、:：|\n]|\.\s|\b(?:and|while|whereas)\s|而)\s*(?:an? |the )?{_QUOTE}{_KEY}{_QUOTE}"
    rf"\s*则?{_VERB}\s*"
)
_ASKING = tuple(
    re.compile(pattern)
    for pattern in (
        r"^(?P<sign>[^,。?]{1,12}?)(?:表示|代表|意味着|是指|指的?是?|是)了?(?:什么|啥)(?:意思)?[?]?$",
        r"^what do(?:es)? (?:an? |the )?(?P<sign>[^?,]{2,40}?) (?:mean|stand for|indicate|denote|mark|signify)\W*$",
        r"^what is meant by (?:an? |the )?(?P<sign>[^?,]{2,40}?)\W*$",
    )
)
# Why a sign shows: of any sign, 指示灯为什么闪烁, all that do so are told.
_WHY = tuple(
    re.compile(pattern)
    for pattern in (
        r"^(?P<sign>[^,?]{1,12}?)(?:是?怎么回事|说明了?什么|是?什么原因|怎么了)[?]?$",
        r"^(?:为什么|为何)?(?P<sign>[^,?]{1,12}?(?:为什么|为何|怎么)[^,?]{1,8}?)了?[?]?$",
        r"^why (?:is|are|does|do) (?:the |my )?(?P<sign>[^?,]{2,40}?)\W*$",
    )
)
_ANY_SIGN = frozenset({"指示灯", "指示", "灯", "信号灯", "light", "indic", "led", "lamp", "为什么", "为何", "怎么"})
_ONE_LIGHT = re.compile(r"(?!(?:指示|信号))[\u4e00-\u9fff](?<![示号的个种盏])灯")  # 紫灯 is no other
_ENDS = re.compile(r"[。!?！？\n]|\.(?=\s|$)")


class Entry(NamedTuple):
    """One sign of a legend and what it means."""

    key: Span
    meaning: Span


def sign_in(question: str, wordings: Sequence[re.Pattern[str]] = _ASKING) -> Span | None:
    """Where a question says the sign whose meaning it asks for."""
    folded = fold(question)
    found = next(filter(None, (asking.search(folded.text) for asking in wordings)), None)
    return Span(*folded.span(*found.span("sign"))) if found else None


@lru_cache(maxsize=1024)
def entries(text: str) -> tuple[Entry, ...]:
    """The entries of a sentence that is a legend, with two of them at least.

    >>> [text[slice(*each.meaning)] for text in ["Red means stop, amber means wait."] for each in entries(text)]
    ['stop', 'wait']
    """
    folded = fold(text)
    found = list(_ENTRY.finditer(folded.text))
    if len(found) < 2:
        return ()
    ends = [*(each.start() for each in found[1:]), len(folded.text)]
    told = []
    for entry, end in zip(found, ends, strict=True):
        stop = _ENDS.search(folded.text, entry.end(), end)
        last = len(folded.text[: stop.start() if stop else end].rstrip(" ,，;；、。."))
        if entry.end() < last:
            told.append(Entry(Span(*folded.span(*entry.span("key"))), Span(*folded.span(entry.end(), last))))
    return tuple(told) if len(told) > 1 else ()


def meanings(query: Query, matching: Matching) -> tuple[tuple[Run | None, ...], bool]:
    """For each sentence what its legend says the sign of a question means; and whether legends leave the sign out.

    They do where no sentence says it: purple, of a map in red and yellow.
    """
    nothing: tuple[Run | None, ...] = (None,) * len(matching.sentences)
    legends = [entries(sentence.text) for sentence in matching.sentences]
    if any(legends) and (shown := sign_in(query.text, _WHY)):
        rest = [n for n, word in enumerate(query.terms) if shown.start <= word.start < shown.end]
        rest = [n for n in rest if query.terms[n].term not in _ANY_SIGN]
        runs = tuple(_all_that_show(rest, matching, place, legend) for place, legend in enumerate(legends))
        one = _ONE_LIGHT.search(query.text)
        if one and not any(one[0] in sentence.text for sentence in matching.sentences):
            return nothing, True
        return runs, False
    sign = sign_in(query.text) if any(legends) else None
    asked = [n for n, word in enumerate(query.terms) if sign and sign.start <= word.start < sign.end]
    if sign is None or not asked:
        return nothing, False
    said = fold(query.text[slice(*sign)]).text
    written = [matching.written[asked, matching.columns(place)] for place in range(len(legends))]
    runs = tuple(
        _meaning(said, sentence, legend, here)
        for sentence, legend, here in zip(matching.sentences, legends, written, strict=True)
    )
    told = any(float(here.max(axis=1, initial=0).min()) >= _MATCHED for here in written)
    return runs, not any(runs) and not told


def _all_that_show(rest: list[int], matching: Matching, place: int, legend: Sequence[Entry]) -> Run | None:
    """From the first to the last entry whose key says the words of a sign; the meaning alone where it is but one."""
    sentence, written = matching.sentences[place], matching.written[:, matching.columns(place)]
    keys = [sentence.touched(*each.key) for each in legend]
    found = [
        each
        for each, (first, last) in zip(legend, keys, strict=True)
        if rest and written[rest, first:last].max(axis=1).min() >= _MATCHED
    ]
    if not found:
        return None
    start = found[0].meaning.start if len(found) == 1 else found[0].key.start
    return sentence.touched(start, found[-1].meaning.end)


def _meaning(said: str, sentence: Pieces, legend: Sequence[Entry], written: FloatMatrix) -> Run | None:
    """What the entry whose key matches the sign best says; `written` is (words of the sign, pieces).

    Either says all of the other: the green light, of green; green, of the green light. Of two keys the longer.
    """
    found: list[tuple[float, int, Run]] = []
    for key, meaning in legend:
        (first, last), told = sentence.touched(*key), fold(sentence.text[slice(*key)]).text
        here = written[:, first:last]
        share = float(max(here.max(axis=1).min(), here.max(axis=0).min()))
        beginning = is_chinese(said[0]) and said[0] == told[0] and len(said) == len(told)  # 绿灯, of 绿色
        matched = 1.0 if told == said else max(share, _MATCHED * beginning)
        found.append((matched, last - first, sentence.touched(*meaning)))
    best = max(found, key=itemgetter(0, 1), default=None)
    return best[2] if best and best[0] >= _MATCHED else None
