"""From when on rules hold is told by the date beside the words for it, not by when they were issued or repealed."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant

RULES = """# 云湖市电动自行车停放充电管理规定

（2023年11月2日市政府第31次常务会议通过，自2024年3月1日起施行）

2018年印发的《云湖市电动自行车管理暂行办法》同时废止。
"""
BYLAW = "The byelaw was made on 2 May 2023 and comes into force on 1 June 2024. It replaces the byelaw of 1998."


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (RULES, "办法什么时候施行？", "2024年3月1日"),
        (RULES, "When did the rules on parking and charging e-bikes come into force?", "2024年3月1日"),
        (RULES, "When did the regulations come into force?", "2024年3月1日"),
        (BYLAW, "这个规定什么时候生效？", "1 June 2024"),
        (RULES, "暂行办法是哪年印发的？", "2018年"),
        (BYLAW, "When does the byelaw take effect?", "1 June 2024"),
        (BYLAW, "When was the byelaw made?", "2 May 2023"),
    ],
)
def test_when_rules_come_into_force(text: str, question: str, short: str) -> None:
    assert Assistant.from_documents([Document.from_text(text, "a.md")]).ask(question).short == short
