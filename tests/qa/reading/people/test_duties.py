"""Who pays for what, is responsible for it or approves it, and that nobody is where the duties leave it out."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.reading.people.duties import duties, wanted_in

RENT = "# 租房协议\n\n水费、电费、燃气费由乙方承担，物业管理费、取暖费由甲方承担。\n外墙由甲方负责维修。\n"
HOUSE = (
    "# Agreement\n\nThe tenant pays for gas and electricity. The landlord pays for water.\n"
    "The landlord is responsible for repairs to the roof. The tenant is responsible for replacing light bulbs and "
    "keeping the garden tidy.\n"
)
BRIDGE = "# Minutes\n\nThe city will pay for the land and the state will pay for construction of the bridge.\n"
LEAVE = "# 请假\n\n请假3天以内由部门经理批准，3天以上由总经理批准。\n加班由项目负责人批准。\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("水费由乙方承担，取暖费由甲方承担。", [("水费", "乙方"), ("，取暖费", "甲方")]),
        ("3. 甲方负责屋顶的维修。", [("屋顶的维修", "甲方")]),
        ("甲方不承担停车费，停车费不由甲方承担。", []),
        ("The owner must pay for repairs.", [("repairs", "The owner")]),
        ("The land is paid for by the city in May.", [("The land", "the city")]),
        ("Snow removal is the responsibility of the parks department.", [("Snow removal", "the parks department")]),
        ("It must be approved in advance by the head of department.", [("It", "the head of department")]),
        ("HR is responsible for hiring, and IT pays for phones.", [("hiring", "HR"), ("phones", "IT")]),
        ("It pays for itself.", []),
        ("The owner does not pay for repairs.", []),
        ("Parking is not paid for by the company.", []),
    ],
)
def test_duties_are_read_clause_by_clause(text: str, told: list[tuple[str, str]]) -> None:
    assert [(text[slice(*each.what)], text[slice(*each.who)]) for each in duties(text)] == told


@pytest.mark.parametrize(
    ("question", "what"),
    [
        ("水费谁出？", "水费"),
        ("谁负责扫雪？", "扫雪"),
        ("押金由哪一方承担？", "押金"),
        ("Who will pay for the land?", "the land"),
        ("Whose responsibility is the garden?", "the garden"),
        ("Who meets the mayor?", None),
        ("谁是负责人？", None),
    ],
)
def test_a_question_says_of_what_it_asks_who_sees_to_it(question: str, what: str | None) -> None:
    wanted = wanted_in(question)
    assert (question[slice(*wanted.what)] if wanted else None) == what


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (RENT, "水费谁出？", "乙方"),
        (RENT, "电费由谁承担？", "乙方"),
        (RENT, "物业费谁交？", "甲方"),
        (RENT, "停车费由谁承担？", ""),
        (RENT, "Who pays for the water?", "乙方"),
        ("公共区域保洁由物业公司负责。\n业主负责自家门窗的维修。\n", "窗户坏了谁负责维修？", "业主"),
        (HOUSE, "Who pays for the water?", "The landlord"),
        (HOUSE, "Who is responsible for the garden?", "The tenant"),
        (HOUSE, "Who is responsible for the broadband?", ""),
        (HOUSE, "花园由谁负责？", "The tenant"),
        (BRIDGE, "Who will pay for construction?", "the state"),
        (BRIDGE, "Who pays for the land?", "The city"),
        (LEAVE, "请假2天由谁批准？", "部门经理"),
        (LEAVE, "请假5天由谁批准？", "总经理"),
        (LEAVE, "加班谁批准？", "项目负责人"),
        (LEAVE, "出差由谁批准？", ""),
    ],
)
def test_the_party_of_the_duty_that_the_question_names(text: str, question: str, short: str) -> None:
    answer = Assistant.from_documents([Document.from_text(text, "duties.md")]).ask(question)
    assert answer.short == short if short else not answer.found
