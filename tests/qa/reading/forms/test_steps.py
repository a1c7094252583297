"""How something is done: the whole instruction for just that, from documents nobody wrote for a machine."""

from __future__ import annotations

import pytest

from corpus import Document
from qa import Assistant
from qa.reading.forms.steps import asks_to_do

LAMP = """# 台灯说明
一、更换灯泡
更换时先拔下插头，逆时针旋下旧灯泡，再装入新灯泡。
二、日常使用
轻触底座开灯，再次轻触关灯；长按底座3秒可开启定时。"""
CLUB = """# Rowing club
You may pause your membership for up to two months. To pause it, tell the office a week ahead.
Emptying the boat: open the valve at the stern, tilt the boat and close the valve again.
Boats can be booked online. After cancelling, you keep your locker until the end of the month."""
LOANS = """# 水费缴纳指南
三、办理方式：登录“水务”App，点击“缴费”，输入户号后付款。
四、所需材料：户号、银行卡。"""


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("How do I pause my membership?", True),
        ("How to empty the boat?", True),
        ("How do you like the boat?", False),
        ("How did the boat sink?", False),
        ("灯泡怎么换？", True),
        ("怎么办理居住证？", True),
        ("迟到了怎么办？", False),
        ("服务怎么样？", False),
        ("一些学者如何看待这本书？", False),
    ],
)
def test_who_asks_how_something_is_done(question: str, asks: bool) -> None:
    assert asks_to_do(question) is asks


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (LAMP, "灯泡怎么换？", "更换时先拔下插头，逆时针旋下旧灯泡，再装入新灯泡"),
        (LAMP, "怎么开启定时？", "长按底座3秒可开启定时"),
        (CLUB, "How do I pause my membership?", "tell the office a week ahead"),
        (CLUB, "How do I empty the boat?", "open the valve at the stern, tilt the boat and close the valve again"),
        (LOANS, "怎么缴纳水费？", "登录“水务”App，点击“缴费”，输入户号后付款"),
        # Nothing tells how; what is told is of something else.
        (CLUB, "How do I repaint the boat?", ""),
        (CLUB, "How do I delete my photograph?", ""),
        (LOANS, "怎么绑定公交卡？", ""),
    ],
)
def test_the_whole_instruction_for_what_is_asked_or_none(text: str, question: str, short: str) -> None:
    assert Assistant.from_documents([Document.from_text(text, "guide.md")]).ask(question).short == short
