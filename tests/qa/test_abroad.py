"""Collections in both languages: which document a question names, however it writes the name."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant

ENGLISH = """Corva C7 speaker

The Corva C7 weighs 2.4 kg and costs €189. It runs for 15 hours on one charge. The guarantee is three years.

Corva was founded in Oslo in 2011. Its managing director is Nora Lund.
"""
CHINESE = """远澜Y2音箱说明

远澜Y2重1.8公斤，售价699元。充满电可用12小时。整机保修一年。

远澜公司2015年在苏州创立，总经理高明哲。
"""


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_documents([Document.from_text(ENGLISH, "c7.txt"), Document.from_text(CHINESE, "y2.txt")])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How much does the Yuanlan Y2 cost?", "699元"),
        ("How long is the guarantee of the Yuanlan Y2?", "一年"),
        ("Who is the general manager of Yuanlan?", "高明哲"),
        ("How much does the Corva C7 cost?", "€189"),
        ("科尔瓦的总经理是谁？", "Nora Lund"),
        ("远澜Y2多少钱？", "699元"),
        ("Which speaker is heavier, the C7 or the Y2?", ""),
    ],
)
def test_a_name_that_only_a_document_of_the_other_language_has_tells_which_is_meant(
    assistant: Assistant, question: str, told: str
) -> None:
    assert assistant.ask(question).short == told
