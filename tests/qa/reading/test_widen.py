"""The edges of an answer: whole figures, lists without their "and so on", persons without who comes next."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.question import asked
from qa.reading.pieces import pieces
from qa.reading.widen import widened
from tests.qa.reading.test_enumerations import run_of, text_of


@pytest.mark.parametrize(
    ("question", "text", "read", "right"),
    [
        ("县里扶持哪些产业?", "县里扶持茶叶、丝绸等产业风口", "茶叶、丝绸等产业风口", "茶叶、丝绸"),
        ("县里扶持哪两个产业?", "县里扶持茶叶、丝绸等产业风口", "茶叶、丝绸等产业", "茶叶、丝绸"),
        ("县里扶持什么?", "县里扶持高等学校、小学", "高等学校、小学", "高等学校、小学"),
        ("副局长是谁?", "副局长王建国,市图书馆馆长李敏", "王建国,市图书馆", "王建国"),
        ("基金有多少钱?", "设立了近20亿元的基金", "20亿", "近20亿元"),
    ],
)
def test_the_edges_are_set_right(question: str, text: str, read: str, right: str) -> None:
    sentence = pieces(text)
    assert text_of(sentence, widened(sentence, run_of(sentence, read), asked(question))) == right


def test_as_many_things_are_named_as_are_asked_for() -> None:
    text = "首批运动员来自越南、巴西、智利、肯尼亚、波兰5个国家。"
    assistant = Assistant.from_documents([Document.from_text(text, "zh.txt")])
    assert assistant.ask("首批运动员来自哪五个国家?").short == "越南、巴西、智利、肯尼亚、波兰"
