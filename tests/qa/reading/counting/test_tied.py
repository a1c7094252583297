"""Figures told together stay together, and a bare number takes what it counts with it."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.question import asked
from qa.reading.counting.tied import tied, with_unit
from qa.reading.pieces import pieces
from tests.qa.texts import run_of, text_of


@pytest.mark.parametrize(
    ("text", "question", "read", "right"),
    [
        ("尺寸为3.5m×2m。", "尺寸是多少?", "3.5m", "3.5m×2m"),
        ("It measures 3 by 2 metres.", "How large is it?", "2 metres", "3 by 2 metres"),
        ("血压是128/82mmHg。", "血压是多少?", "128", "128/82mmHg"),
        ("湿度为75%±5%。", "湿度是多少?", "75%", "75%±5%"),
        ("汇率是1美元兑7.12元。", "汇率是多少?", "1美元", "1美元兑7.12元"),
        ("汇率是1美元兑7.12元。", "1美元兑多少元?", "7.12元", "7.12元"),
        ("Vouchers cost £10, £25 and £50.", "How much are vouchers?", "£50", "£10, £25 and £50"),
        ("Vouchers cost £10, £25 and £50.", "How much is the cheapest voucher?", "£10", "£10"),
        ("They cost £10 and £25 for children and adults.", "How much for adults?", "£25", "£25"),
        ("甲、乙分别奖励50元和100元。", "乙奖励多少?", "100元", "100元"),
        ("On day 12, 15 people came.", "How many people came?", "15 people", "15 people"),
        ("The vote was 12 and 15 people left.", "How many people left?", "15 people", "15 people"),
    ],
)
def test_figures_told_together(text: str, question: str, read: str, right: str) -> None:
    sentence = pieces(text)
    assert text_of(sentence, tied(sentence, run_of(sentence, read), asked(question))) == right


@pytest.mark.parametrize(
    ("text", "question", "read", "right"),
    [
        ("Add 2 handfuls of oats.", "How much oats is added?", "2", "2 handfuls"),
        ("It delivers 250 kbit/s.", "How fast is it?", "250", "250 kbit/s"),
        ("300 attended.", "How many people attended?", "300", "300"),
        ("It cost 300 yesterday.", "How much money did it cost?", "300", "300"),
        ("住户领到钥匙三把。", "领到多少钥匙?", "三", "三把"),
        ("每户三的倍数。", "每户多少?", "三", "三"),
    ],
)
def test_a_number_with_what_it_counts(text: str, question: str, read: str, right: str) -> None:
    sentence = pieces(text)
    assert text_of(sentence, with_unit(sentence, run_of(sentence, read), asked(question))) == right


def test_a_fine_is_so_many_days_pay() -> None:
    assistant = Assistant.from_documents([Document.from_text("Staff who smoke are fined ten days' pay.", "rules.txt")])
    assert assistant.ask("How many days' pay is the fine?").short == "ten days"
