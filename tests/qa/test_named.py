"""Several documents of one kind: the one that a question names, by its title, its parties or its file, is read."""

from __future__ import annotations

import pytest

from corpus import Document
from qa import Assistant
from qa.conversing.files import without_files

LEASE = """Tenancy Agreement

This agreement is made between {landlord} (the landlord) and {tenant} (the tenant) for {house}.

1. Rent
The rent is £{rent} a month and is payable in advance on the fifth day of each month by bank transfer.

2. Deposit
A deposit of £{deposit} is paid on signing and returned within 14 days of the end of the tenancy."""
TEXTS = {
    "a1.txt": LEASE.format(landlord="Rita Page", tenant="Owen Clark", house="Elm House", rent=950, deposit=1100),
    "a2.txt": LEASE.format(landlord="Rita Page", tenant="Mei Tan", house="Heron Court", rent=1240, deposit=1430),
    "dry.txt": "DryHome 20 manual\nThe dehumidifier weighs 10.4 kg. The tank holds 2.3 litres.",
    "air.txt": "AirDry X manual\nThe tank holds 4 litres. Unlike the DryHome 20, it has a timer of 24 hours.",
    "春晖公告2024.txt": "春晖小区停车公告\n停车费每月200元。登记时间为每周六上午。",
    "秋月公告.txt": "秋月小区停车公告\n停车费每月150元。登记时间为每周日下午。",
}


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_documents([Document.from_text(text, name) for name, text in TEXTS.items()])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How much does the tank of the DryHome hold?", "2.3 litres"),
        ("How much rent does Owen Clark pay?", "£950"),
        ("What is the deposit for Heron Court?", "£1430"),
        ("秋月小区什么时候登记？", "每周日下午"),
        ("According to a2.txt, what is the rent?", "£1240"),
        ("How much is the deposit in a1.txt, and the rent?", "£950"),
        ("春晖公告2024.txt里的停车费是多少？", "200元"),
    ],
)
def test_the_document_named_alone_is_read(assistant: Assistant, question: str, told: str) -> None:
    given = assistant.ask(question)
    assert told in given.text
    assert "differ" not in given.text and "不一" not in given.text


def test_what_another_document_says_of_the_one_named_may_be_read(assistant: Assistant) -> None:
    assert "24 hours" in assistant.ask("How long a timer has the machine unlike the DryHome 20?").text


def test_a_house_that_no_document_is_about_is_refused(assistant: Assistant) -> None:
    assert not assistant.ask("How much is the rent of Maple House?").found
    assert not assistant.ask("夏雨小区停车费多少？").found


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("According to a1.txt, what is the rent?", "What is the rent?"),
        ("What does a1.txt say about pets?", "What does the article say about pets?"),
        ("根据秋月公告.txt，停车费每月多少？", "停车费每月多少？"),
        ("请问在秋月公告.txt中停车费多少？", "请问 停车费多少？"),
        ("What is in ba1.txt?", "What is in ba1.txt?"),  # another file, which is not there
    ],
)
def test_a_file_is_taken_off_the_question(assistant: Assistant, question: str, rest: str) -> None:
    left, named = without_files(question, assistant.index.documents())
    assert left == rest
    assert len(named) == (left != question)
