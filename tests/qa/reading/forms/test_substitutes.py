"""What may be taken in place of something."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.reading.forms.substitutes import asks_for_substitute, substitute_for
from qa.reading.pieces import pieces


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("What can I use instead of butter?", "butter"),
        ("What can butter be replaced with?", "butter"),
        ("What is a substitute for eggs?", "eggs"),
        ("What can I use if I have no eggs?", "eggs"),
        ("What did he do instead of working?", ""),
        ("没有冰糖用什么代替？", "冰糖"),
        ("冰糖可以换成什么？", "冰糖"),
        ("什么可以代替冰糖？", "冰糖"),
        ("冰糖放多少？", ""),
    ],
)
def test_for_what_a_question_wants_a_substitute(question: str, thing: str) -> None:
    assert asks_for_substitute(question) == thing


@pytest.mark.parametrize(
    ("text", "thing", "instead"),
    [
        ("Butter can be replaced by margarine.", "butter", "margarine"),
        ("Honey can be used in place of sugar.", "sugar", "Honey"),
        ("If you cannot find ground almonds, use polenta instead.", "ground almonds", "polenta"),
        ("Instead of butter, use oil.", "butter", "oil"),
        ("Use oat milk instead of cow's milk if you like.", "milk", "oat milk"),
        ("Butter can be replaced by margarine.", "eggs", None),
        ("没有冰糖可以用白糖代替。", "冰糖", "白糖"),
        ("没有盐的话可以用酱油代替。", "盐", "酱油"),
        ("黄瓜可换成胡萝卜丝。", "黄瓜", "胡萝卜丝"),
        ("可用花生酱代替芝麻酱。", "芝麻酱", "花生酱"),
        ("没有冰糖可以用白糖代替。", "料酒", None),
    ],
)
def test_what_may_be_taken_for_it(text: str, thing: str, instead: str | None) -> None:
    sentence = pieces(text)
    found, tells = substitute_for(sentence, thing)
    assert tells
    assert (found and sentence.said(*found)) == instead


def test_a_substitute_for_something_else_is_none() -> None:
    text = "# Drizzle cake\n\nYou need 225 g of butter and 4 eggs. Butter can be replaced by margarine."
    assistant = Assistant.from_documents([Document.from_text(text, "cake.md")])
    assert assistant.ask("What can I use instead of butter?").short == "margarine"
    assert not assistant.ask("What can I use instead of eggs?").found
