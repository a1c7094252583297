"""What the minutes of a meeting tell: who was there, who sent apologies, what was decided on what."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant

SEPTEMBER = """# Minutes of the Quay Society, 3 September 2025

Present: Ann Lowe (chair), Bill Harker, Sita Rao
Apologies for absence: Rev. Kim Dale, Omar Bey

1. Hedge. The hedge by gate 2 is too high. It was agreed to cut it in March.
2. Shed. A new shed costs £640. The purchase was approved.
3. Bonfires were discussed; no decision was reached.
"""
MAY = """# 渡口读书会理事会纪要

出席:陈立、王小明、李敏
请假:赵明

一、关于会费。有人提议涨到200元。因多数人反对,会议决定暂不调整,明年再议。

二、关于书架。会议同意添置四个书架。
"""


@pytest.fixture(scope="module")
def english() -> Assistant:
    return Assistant.from_documents([Document.from_text(SEPTEMBER, "september.md")])


@pytest.fixture(scope="module")
def chinese() -> Assistant:
    return Assistant.from_documents([Document.from_text(MAY, "纪要.md")])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Who attended the meeting?", "Ann Lowe (chair), Bill Harker, Sita Rao"),
        ("Who sent apologies?", "Rev. Kim Dale, Omar Bey"),
        ("Who didn't attend?", "Rev. Kim Dale, Omar Bey"),
        ("Who attended the meeting in November?", ""),
        ("Who attended the harvest supper?", ""),
        ("What was decided about the hedge?", "cut it in March"),
        ("What did the society decide about the shed?", "The purchase was approved"),
        ("What was decided about bonfires?", "Bonfires were discussed; no decision was reached"),
        ("What was decided about the trampoline?", ""),
    ],
)
def test_minutes_in_english(english: Assistant, question: str, told: str) -> None:
    assert english.ask(question).short == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("谁出席了会议？", "陈立、王小明、李敏"),
        ("哪些人请假了？", "赵明"),
        ("关于会费会议作了什么决定？", "暂不调整,明年再议"),
        ("关于书架会议决定了什么？", "添置四个书架"),
        ("关于停车场会议决定了什么？", ""),
    ],
)
def test_minutes_in_chinese(chinese: Assistant, question: str, told: str) -> None:
    assert chinese.ask(question).short == told
