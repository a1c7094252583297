"""Who published a text: the paper in its by-line, or the source that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from qa.reading.enumerations import Run
from qa.reading.pieces import Pieces

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


def outlet_of(question: str, sentences: Sequence[Pieces]) -> tuple[int, Run] | None:
    """The sentence that names the outlet, and where: the source it names where that is asked for, or its by-line."""
    source = bool(_SOURCE.search(question))
    return next(chain(_named(sentences, source), _named(sentences, not source)), None)


def _named(sentences: Sequence[Pieces], source: bool) -> Iterator[tuple[int, Run]]:
    for pattern in (_NAMED,) if source else _BY_LINE:
        for place, sentence in enumerate(sentences):
            if told := pattern.search(sentence.text):
                yield place, sentence.touched(*told.span(1))
