"""What a text denies, in the words of the question, by their opposite or whatever one would do."""

from __future__ import annotations

import pytest

from corpus import Document
from qa import Assistant


def _short(text: str, question: str) -> str:
    return Assistant.from_documents([Document.from_text(text, "rules.txt")]).ask(question).short


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        ("The fee is non-refundable.", "Is the fee refundable?", "No: The fee is non-refundable"),
    ],
)
def test_the_opposite_of_a_word_denies_it(text: str, question: str, short: str) -> None:
    assert _short(text, question) == short


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        ("Dogs are not allowed in the park.", "Can dogs be brought into the park?", "No: "),
        ("Dogs are not allowed in the park.", "Can I take my dog to the park?", "No: "),
        ("馆内不允许饮食。", "馆内能吃东西吗？", "不能，"),
    ],
)
def test_not_allowed_denies_whatever_is_done(text: str, question: str, said: str) -> None:
    assert _short(text, question).startswith(said)
