"""Questions that offer two things to choose from."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.question import kind_of
from qa.reading.forms.chosen import offered

RULES = "水费由承租人承担，物业费由出租人承担。县文化局副局长王建国主持会议。会议由县文化局举办。"
DISHES = "The drip tray can go into the dishwasher, the water tank cannot. The cup holder is made of steel."


@pytest.mark.parametrize(
    ("question", "things"),
    [
        ("水费由承租人还是出租人承担？", ("承租人", "出租人承担")),
        ("会议在总馆还是在分馆开？", ("总馆", "分馆开")),
        ("Did the county or the city hold it?", ("county", "the city hold")),
        ("Is the holder made of steel or glass?", ("steel", "glass")),
        ("哪天开馆还是闭馆？", None),
        ("Who pays, A or B?", None),
        ("馆里有3个还是7个阅览室？", None),
    ],
)
def test_the_two_things_are_told_from_the_wording(question: str, things: tuple[str, str] | None) -> None:
    found = offered(question, kind_of(question))
    assert (found and tuple(question[each.start : each.end] for each in found)) == things


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (RULES, "水费由承租人还是出租人承担？", "承租人"),
        (RULES, "物业费由承租人还是出租人承担？", "出租人承担"),
        (RULES, "王建国是局长还是副局长？", "副局长"),
        (RULES, "会议由县文化局还是县教育局举办？", "县文化局"),
        (RULES, "地图由县文化局还是县教育局绘制？", ""),
        (DISHES, "Can the drip tray or the water tank go into the dishwasher?", "drip tray"),
        (DISHES, "Is the cup holder made of steel or glass?", "steel"),
        (DISHES, "Is the machine red or blue?", ""),
    ],
)
def test_of_two_things_the_one_that_is_told_answers_or_none(text: str, question: str, short: str) -> None:
    assert Assistant.from_documents([Document.from_text(text, "rules.txt")]).ask(question).short == short
