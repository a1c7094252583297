"""Who published or wrote a text: the paper or the person in its by-line, or the source that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from index.folding import fold
from qa import bylines
from qa.reading.pieces import Pieces, Run

_SOURCE = re.compile(r"来源|\bsource\b", re.IGNORECASE)
_NAMED = re.compile(r"(?:来源|来自|Source) ?[:\uff1a] ?([^\s,;。\uff0c\uff1b()\uff08\uff09|]+(?: [A-Z][\w.]*)*)")
_BY_LINE = tuple(
    re.compile(pattern)
    for pattern in (
        r"^[(\uff08【]?((?!本[报台网刊社])[\u4e00-\u9fffA-Za-z]{2,8}?)(?:讯|消息)[)\uff09】]?"
        r"(?=[ \u3000(\uff08,\uff0c]|\d|记者|通讯员)",
        r"^[(\uff08【]?([\u4e00-\u9fff]{2,4}[社网])[\u4e00-\u9fff]{0,8}\d+月\d+日电",
        r"据《?([\u4e00-\u9fff]{2,10}?(?:报|社|网|台|新闻))》?(?:\d+[月日年]\S{0,6})?(?:报道|消息)",
        r"\(([A-Z][\w.]+(?: [A-Z][\w.]+)*)\) ?[-–—]",
        r"\breported by ((?:the )?[A-Z][\w.]+(?: [A-Z][\w.]+)*)",
    )
)
# Who passed a text on that others had published.
_PASSING_ON = re.compile(r"网站|公众号|整理|转[载发]")
_PASSED_ON = re.compile(r"本文由([\u4e00-\u9fffA-Za-z\d]{2,12}?)(?:整理|编[辑发]|转[载发]|发布|供稿)")

_WRITERS = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:记者|通讯员|撰稿人?|撰文|作者|文)[】\]]? ?[:\uff1a/\uff0f]? ?"
        r"((?!表示|说|从|在|了解)[\u4e00-\u9fff]{2,4}(?:[ 、][\u4e00-\u9fff]{2,3}(?![\u4e00-\u9fff]))*)"
        r"(?=$|[\s)\uff09\]】(\uff08:\uff1a]|\d|报道|摄|编辑)",
        r"^(?:[Bb]y|Written by|Reported by|Author:) ((?:[A-Z][\w.'-]+ ?){2,4})(?=$|[,;|])",
    )
)


def outlet_of(question: str, sentences: Sequence[Pieces]) -> tuple[int, Run] | None:
    """The sentence that names what is asked for, and where: the writer, the source that the text names, or the outlet.

    Of the last two the one stands for the other where that is missing.
    """
    if _asks_for_writer(question):
        return next(_named(sentences, _WRITERS), None)
    sources = ((_NAMED,), _BY_LINE) if _SOURCE.search(question) else (_BY_LINE, (_NAMED,))
    if _PASSING_ON.search(fold(question).text):
        sources = ((_PASSED_ON,), *sources)
    return next(chain.from_iterable(_named(sentences, patterns) for patterns in sources), None)


def _named(sentences: Sequence[Pieces], patterns: Sequence[re.Pattern[str]]) -> Iterator[tuple[int, Run]]:
    for pattern in patterns:
        for place, sentence in enumerate(sentences):
            if told := pattern.search(sentence.text):
                yield place, sentence.touched(*told.span(1))


def _asks_for_writer(question: str) -> bool:
    found = bylines.OUTLET.search(fold(question).text)
    return bool(found and found["writer"])
