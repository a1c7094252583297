"""The language a text is written in."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """Simplified and traditional Chinese are told apart because people are answered in the script they wrote."""

    SIMPLIFIED = "zh"
    TRADITIONAL = "zh-Hant"
    ENGLISH = "en"
    MIXED = "mixed"

    @property
    def chinese(self) -> bool:
        return self in (Language.SIMPLIFIED, Language.TRADITIONAL)


def text_language(text: str) -> Language:
    """The language of a document or passage; a text without letters counts as English."""
    raise NotImplementedError


def question_language(text: str) -> Language:
    """The language to answer in: never MIXED."""
    raise NotImplementedError
