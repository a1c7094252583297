"""A difference answers where one is asked for, and what something comes to where that is."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.question import asked

MACHINES = "The laundry has 45 machines, 15 more than last year."
MARGIN = "城镇化率为68.3%，比上年提高1.2个百分点。"


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (MACHINES, "How many more machines than last year does the laundry have?", "15"),
        (MACHINES, "How many machines does the laundry have?", "45"),
        (MARGIN, "城镇化率提高了多少?", "1.2个百分点"),
        ("Revenue rose 7.4% to £1.86 billion in the year.", "What was the revenue?", "£1.86 billion"),
        ("Revenue rose 7.4% to £1.86 billion in the year.", "By how much did revenue rise?", "7.4%"),
        (MARGIN, "城镇化率是多少?", "68.3%"),
        ("甲、乙两个集群分别增长28.3%、27.8%。", "乙集群增长了多少?", "27.8%"),
        ("The passengers were let down a drop of 62 metres.", "How deep was the drop?", "62 metres"),
        ("Sales rose to 500 tonnes, an increase of 12 tonnes.", "By how much did sales rise?", "12 tonnes"),
    ],
)
def test_the_figure_asked_for(text: str, question: str, short: str) -> None:
    assert Assistant.from_documents([Document.from_text(text, "report.txt")]).ask(question).short == short


@pytest.mark.parametrize(
    ("question", "compared"),
    [
        ("学生比去年少了多少人?", True),
        ("How much taller is the tower than the church?", True),
        ("票价提高了多少?", True),
        ("票价提高到多少?", False),
        ("How much did the fare rise to?", False),
        ("How much did the fare go up in March?", True),
        ("How much did the fare go up to?", False),
        ("How many more pupils are wanted?", False),
    ],
)
def test_whether_a_difference_is_asked_for(question: str, compared: bool) -> None:
    assert asked(question).compared is compared
