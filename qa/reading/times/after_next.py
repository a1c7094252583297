"""The one after the next: the meeting after the next one is told as "the one after that", 再下次."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.folding import fold
from qa.types import RankedSentence

_ASKED = re.compile(r"\bafter the next(?: one)?\b|再下一?[次届场轮回]|下下[次届场轮回]")
_TOLD = re.compile(
    r"\b(?:one|meeting|session|match|game|issue|edition|event|\w+ing) after (?:that|the next)\b|\bnext but one\b"
    r"|\bfollowing one\b|再下一?[次届场轮回]|下下[次届场轮回]"
)


def asks_after_next(question: str) -> bool:
    """Whether it asks about the one after the next."""
    return _ASKED.search(fold(question).text) is not None


def tells_after_next(text: str) -> bool:
    """Whether the text tells of the one after another."""
    return _TOLD.search(fold(text).text) is not None


def next_left_out(question: str, sentences: Sequence[RankedSentence]) -> list[RankedSentence]:
    """The sentences that tell of the one after the next, where it is asked about and any does; else all of them."""
    told = [each for each in sentences if tells_after_next(each.text)] if asks_after_next(question) else []
    return told or list(sentences)
