"""Names told apart by their number: which a question says, and which a place in a sentence tells of."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.numbered import Numbered, numbered_in, tells_of_another

BUSES = "Bus 5 goes to Kirk and bus 15 goes to Wells."
WASHING = "Wool is washed with programme 1 and cotton with programme 11."


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Where does route 7 end?", [("route", "7")]),
        ("Who is form A2 for?", [("form", "a2")]),
        ("程序11洗什么？", [("程序", "11")]),
        ("5路公交开往哪里？", [("bus", "5")]),
        ("Who scored 3 goals?", []),
        ("Who pays 5 euros?", []),
        ("谁买了5本书？", []),
        ("What happened in 2019?", []),
        ("Do cycle 1 and cycle 2 take an hour?", []),
    ],
)
def test_the_names_that_a_question_says(question: str, names: list[tuple[str, str]]) -> None:
    assert numbered_in(question) == tuple(Numbered(*name) for name in names)


@pytest.mark.parametrize(
    ("text", "told", "name", "another"),
    [
        (BUSES, "Wells", ("bus", "5"), True),
        (BUSES, "Wells", ("bus", "15"), False),
        (BUSES, "Kirk and bus 15", ("bus", "5"), True),
        (WASHING, "Wool", ("programme", "1"), False),
        (WASHING, "cotton", ("programme", "1"), True),
        ("Forms A2 and A20 are for parents.", "parents", ("form", "a2"), False),
        ("程序1至3用于洗羊毛。", "羊毛", ("程序", "2"), False),
        ("程序11用于洗棉，程序1用于洗羊毛。", "棉", ("程序", "1"), True),
        ("The quay is old.", "old", ("bus", "5"), False),
    ],
)
def test_which_name_a_place_tells_of(text: str, told: str, name: tuple[str, str], another: bool) -> None:
    start = text.index(told)
    assert tells_of_another(text, (start, start + len(told)), Numbered(*name)) is another


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (BUSES, "Where does bus 5 go?", "Kirk"),
        (BUSES, "Where does bus 15 go?", "Wells"),
        ("Form A2 is for parents, and form A20 is for teachers.", "Who is form A2 for?", "parents"),
        ("程序11用于洗棉织物，程序1用于洗羊毛。", "程序11洗什么？", "棉织物"),
    ],
)
def test_what_is_said_of_the_number_asked_about(text: str, question: str, short: str) -> None:
    assert Assistant.from_documents([Document.from_text(text, "a.txt")]).ask(question).short == short
