"""The language a text is written in."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache


class Language(StrEnum):
    """Simplified and traditional Chinese are told apart because people are answered in the script they wrote."""

    SIMPLIFIED = "zh"
    TRADITIONAL = "zh-Hant"
    ENGLISH = "en"
    MIXED = "mixed"

    @property
    def chinese(self) -> bool:
        return self in (Language.SIMPLIFIED, Language.TRADITIONAL)


_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")

_SCRIPT_SAMPLE = 2000  # characters; more would not change the vote
# One English word says about as much as this many Chinese characters.
_HAN_PER_WORD = 1.6
_CHINESE_FROM, _ENGLISH_UP_TO = 0.55, 0.15

# In a question of both scripts, the words that carry its grammar tell which language it is asked in.
_ENGLISH_GRAMMAR = re.compile(
    r"\b(?:what|who|whom|whose|which|when|where|why|how|is|are|was|were|am|be|been|do|does|did|has|have|had|can|could"
    r"|will|would|should|may|might|must|shall|the|an|of|in|on|at|to|for|from|by|with|and|or|about|than|that|this"
    r"|there|it|its|me|my|you|your|we|our|they|their|any|much|many|tell|explain|describe|define|list|name|give"
    r"|compare|show|find|meaning|means?|definition|translate|please)\b",
    re.IGNORECASE,
)
_CHINESE_GRAMMAR = re.compile(
    "什么|什麼|甚麼|怎么|怎麼|怎样|怎樣|为何|為何|为啥|如何|是否|哪|谁|誰|几|幾|多少|何时|何時|吗|嗎|呢|吧|的|是|了|在|有|请|請|和|与|與|对|對|被|将|將|把|多大|多长|多長|多久"
)
_QUOTED = re.compile("“[^”]*”|\"[^\"]*\"|「[^」]*」|『[^』]*』|《[^》]*》|(?<!\\w)'[^']*'(?!\\w)|‘[^’]*’")


def text_language(text: str) -> Language:
    """The language of a document or passage; a text without letters counts as English."""
    han = 0 if text.isascii() else _count_han(text)
    if not han:
        return Language.ENGLISH
    words = len(_LATIN_WORD.findall(text)) * _HAN_PER_WORD
    share = han / (han + words)
    if share >= _CHINESE_FROM:
        return _script(text)
    return Language.ENGLISH if share <= _ENGLISH_UP_TO else Language.MIXED


def question_language(text: str) -> Language:
    """The language to answer in: never MIXED. What the question merely quotes does not count."""
    own = _QUOTED.sub(" ", text)
    if not _HAN.search(own) and not _LATIN_WORD.search(own):
        own = text
    if not _HAN.search(own):
        return Language.ENGLISH
    english = len(_ENGLISH_GRAMMAR.findall(own))
    if english and english >= len(_CHINESE_GRAMMAR.findall(own)):
        return Language.ENGLISH
    return _script(text)


def _count_han(text: str) -> int:
    return sum(map(len, _HAN.findall(text)))


def _script(text: str) -> Language:
    """Distinct characters vote, so that a name repeated often does not outweigh the text around it."""
    sample = text[:_SCRIPT_SAMPLE]
    simplified, traditional = _script_characters()
    found = set(traditional.findall(sample))
    if found and len(found) > len(set(simplified.findall(sample))):
        return Language.TRADITIONAL
    return Language.SIMPLIFIED


@cache
def _script_characters() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of the characters that only simplified, and only traditional, texts are printed with.

    The national standards say which: those of GB 2312 that Big5 lacks, and the frequent ones of Big5 (its first
    level) that GB 2312 lacks. A character both have, such as 后 or 里, tells nothing.
    """
    gb_trail = range(0xA1, 0xFF)
    big5_trail = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    gb = _decoded("gb2312", range(0xB0, 0xF8), gb_trail)
    frequent = _decoded("big5", range(0xA4, 0xC7), big5_trail)
    rare = _decoded("big5", range(0xC9, 0xFA), big5_trail)
    return _any_of(gb - frequent - rare), _any_of(frequent - gb)


def _any_of(characters: set[str]) -> re.Pattern[str]:
    # Found in a text several times as fast as a set of its characters is compared.
    return re.compile(f"[{''.join(sorted(characters))}]")


def _decoded(codec: str, leads: range, trails: range | list[int]) -> set[str]:
    table = bytes(byte for lead in leads for trail in trails for byte in (lead, trail))
    return {character for character in table.decode(codec, "ignore") if "\u4e00" <= character <= "\u9fff"}
