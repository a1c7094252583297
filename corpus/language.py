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


HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007\U00020000-\U0003ffff"
_HAN = re.compile(f"[{HAN}]")
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['’][A-Za-z]+)?")
_ENGLISH_FUNCTION_WORD = re.compile(
    r"\b(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|the|of|in|tell|can|has|have)\b",
    re.IGNORECASE,
)
_CHINESE_FUNCTION_WORD = re.compile("[的了吗嗎呢是哪谁誰在有几幾与與和]|什么|什麼|多少|怎么|怎麼|如何|为何|為何|请|請")
# A language is only spoken of as present when it fills more than this share of a text; a Chinese character
# carries about as much as two thirds of an English word.
_PRESENT = 0.25
_WORDS_PER_CHARACTER = 2 / 3
_SAMPLE = 4_000  # characters looked at: a document's language shows early


@cache
def _single_script() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Characters that only simplified, and only traditional, texts are written with, by OpenCC's tables."""
    from opencc import OpenCC

    common = "".join(map(chr, range(0x4E00, 0xA000)))
    to_traditional, to_simplified = OpenCC("s2t").convert, OpenCC("t2s").convert
    simplified = {c for c in common if to_traditional(c) != c and to_simplified(c) == c}
    traditional = {c for c in common if to_simplified(c) != c and to_traditional(c) == c}
    return _character_class(simplified), _character_class(traditional)


def _character_class(characters: set[str]) -> re.Pattern[str]:
    return re.compile(f"[{''.join(sorted(characters))}]")


def _chinese_script(text: str) -> Language:
    simplified, traditional = _single_script()
    more_traditional = len(traditional.findall(text)) > len(simplified.findall(text))
    return Language.TRADITIONAL if more_traditional else Language.SIMPLIFIED


def text_language(text: str) -> Language:
    """The language of a document or passage; a text without letters counts as English."""
    sample = text[:_SAMPLE]
    characters = len(_HAN.findall(sample)) * _WORDS_PER_CHARACTER
    words = len(_LATIN_WORD.findall(sample))
    if not characters:
        return Language.ENGLISH
    share = characters / (characters + words)
    if share <= _PRESENT:
        return Language.ENGLISH
    return Language.MIXED if share < 1 - _PRESENT else _chinese_script(sample)


def question_language(text: str) -> Language:
    """The language to answer in: never MIXED. The words that hold a question together decide before its nouns."""
    if not _HAN.search(text):
        return Language.ENGLISH
    chinese = len(_CHINESE_FUNCTION_WORD.findall(text))
    english = len(_ENGLISH_FUNCTION_WORD.findall(text))
    if chinese == english:
        chinese, english = len(_HAN.findall(text)), len(_LATIN_WORD.findall(text))
    return Language.ENGLISH if english > chinese else _chinese_script(text)
