"""Questions that a text only seems to answer: an answerable one with one thing in it changed."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

from index.words import Token, TokenKind, tokens
from qa.contrasts import mentions

_NAME = re.compile(r"(?<=[\s\u4e00-\u9fff])[A-Z][a-z]{2,}(?: [A-Z][a-z]+)*")


def other_slot(question: str, others: Sequence[str], chance: random.Random) -> str:
    """The question with a place, year, level or name changed to one of `others`' questions; empty without any."""
    here = list(mentions(question))
    chance.shuffle(here)
    for mention in here:
        for text in chance.sample(others, min(200, len(others))):
            for other in mentions(text):
                if other.slot == mention.slot and other.member != mention.member:
                    return question[: mention.start] + text[other.start : other.end] + question[mention.end :]
    names = _NAME.findall(question[1:])
    if names and chance.random() < 0.5:
        for text in chance.sample(others, min(20, len(others))):
            found = _NAME.findall(text[1:])
            if found and found[0] not in question:
                return question.replace(chance.choice(names), found[0], 1)
    return ""


def other_word(question: str, context: str, other: str, chance: random.Random) -> str:
    """The question with a word, no slot's, changed to one of another question's that the context does not hold."""
    here, there = _plain_words(question), _plain_words(other)
    if not here or not there:
        return ""
    old, new = chance.choice(here), chance.choice(there)
    surface = other[new.start : new.end]
    return "" if surface in context else question[: old.start] + surface + question[old.end :]


def _plain_words(question: str) -> list[Token]:
    taken = [(mention.start, mention.end) for mention in mentions(question)]
    return [
        token
        for token in tokens(question)
        if token.kind is TokenKind.WORD
        and token.end - token.start > 1
        and not any(start < token.end and token.start < end for start, end in taken)
    ]
