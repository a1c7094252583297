"""What a question's wording says of its answer: the kind, the unit counted, the place in a list, the several asks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from index.folding import fold
from qa import wordings
from qa.types import Kind


@dataclass(frozen=True, slots=True)
class Asked:
    """What the wording asks for; `unit` is the thing counted ("家", "companies"), `focus` the noun after which/哪个.

    `ordinal` counts from 1, and -1 is the last; `parts` are the separate questions of one sentence, one or more.
    """

    kind: Kind
    unit: str = ""
    focus: str = ""
    ordinal: int | None = None
    superlative: bool = False
    parts: tuple[str, ...] = ()


_CHINESE, _ENGLISH = (
    tuple((kind, re.compile(pattern)) for kind, pattern in table) for table in (wordings.CHINESE, wordings.ENGLISH)
)
_HAN = re.compile(r"[\u3400-\u9fff]")


@lru_cache(maxsize=256)
def kind_of(question: str) -> Kind:
    """The kind of answer that the question asks for, in either language; OTHER where the wording does not tell."""
    text = _plain(question)
    for kind, pattern in _CHINESE if _worded_in_chinese(text) else _ENGLISH:
        if pattern.search(text):
            return kind
    return Kind.OTHER


@lru_cache(maxsize=256)
def asked(question: str) -> Asked:
    """Everything the wording says of the answer."""
    text = _plain(question)
    chinese = _worded_in_chinese(text)
    unit = (wordings.CHINESE_UNIT if chinese else wordings.ENGLISH_UNIT).search(text)
    focus = (wordings.CHINESE_FOCUS if chinese else wordings.ENGLISH_FOCUS).search(text)
    return Asked(
        kind=kind_of(question),
        unit=(unit[1] or "") if unit else "",
        focus=focus[1] if focus else "",
        ordinal=_ordinal(text),
        superlative=bool(wordings.SUPERLATIVE.search(text)),
        parts=parts(question),
    )


def parts(question: str) -> tuple[str, ...]:
    """The separate questions of one sentence; a piece that asks nothing stays with its neighbour.

    >>> parts("Who founded it, and when?")
    ('Who founded it', 'when?')
    """
    whole: list[str] = []
    pending = ""
    for piece in filter(str.strip, wordings.PART_MARKS.split(question)):
        pending = f"{pending},{piece}" if pending else piece
        if wordings.ASKS.search(_plain(pending)):
            whole.append(pending.strip())
            pending = ""
    return tuple(whole) if len(whole) > 1 and not pending else (question,)


def _plain(question: str) -> str:
    """Lower case, simplified, half width: what the patterns are written for."""
    return fold(question).text.replace("\uff0c", ",").replace("\u3002", ".").strip()


def _worded_in_chinese(text: str) -> bool:
    """Whether the asking itself is Chinese, whatever names it mentions."""
    if wordings.CHINESE_WORDING.search(text):
        return True
    return bool(_HAN.search(text)) and not wordings.ASKS.search(text) and not _ENGLISH_START.match(text)


_ENGLISH_START = re.compile(r"[a-z]+ [a-z]")


def _ordinal(text: str) -> int | None:
    if found := wordings.CHINESE_ORDINAL.search(text):
        return -1 if found[2] else wordings.NUMERALS.get(found[1]) or int(found[1])
    if found := wordings.ENGLISH_ORDINAL.search(text):
        return wordings.ORDINALS[found[1]]
    return None
