"""Values on a line of their own below their label."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant

CENTRE = """Hillside Centre

Manager
Grace Holt

Caretaker
Bill Tran

Hall hire
£24 an hour

Small room hire
£12 an hour

Telephone
01234 555 019

Address
7 Orchard Lane, Mellbury
"""
EXAM = (
    "报名须知\n\n报名时间\n3月1日至3月20日\n考试时间\n5月18日上午9:00\n考试地点\n市第三中学\n报名费\n120元\n"
    "咨询电话\n0571-8555 0123\n"
)


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (CENTRE, "Who is the manager?", "Grace Holt"),
        (CENTRE, "Who is the assistant manager?", ""),
        (CENTRE, "Who is the treasurer?", ""),
        (CENTRE, "How much is it to hire the hall?", "£24 an hour"),
        (CENTRE, "How much is kitchen hire?", ""),
        (CENTRE, "What is the phone number?", "01234 555 019"),
        (CENTRE, "What is the fax number?", ""),
        (CENTRE, "What is the address?", "7 Orchard Lane, Mellbury"),
        (EXAM, "考试是什么时候？", "5月18日上午9:00"),
        (EXAM, "在哪里考试？", "市第三中学"),
        (EXAM, "报名费多少？", "120元"),
        (EXAM, "补考费多少？", ""),
        (EXAM, "成绩什么时候公布？", ""),
    ],
)
def test_who_asks_for_a_label_is_told_what_stands_below_it(text: str, question: str, short: str) -> None:
    given = Assistant.from_documents([Document.from_text(text, "notice.txt")]).ask(question)
    assert given.short == short
    assert given.found is bool(short)
