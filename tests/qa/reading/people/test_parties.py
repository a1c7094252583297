"""Roles told beside names: in brackets behind them, or in the label ahead of them."""

from __future__ import annotations

import pytest

from qa.reading.people.parties import another_is_told, bearer_of, names_bearer
from qa.reading.pieces import pieces

LETTING = (
    'This agreement is made on 3 February 2024 between Hollin Homes Ltd ("the Landlord") and Ms Ada Fell and Mr Jo '
    'Rusk (together "the Tenants").'
)
SERVICE = "本协议由青禾软件有限公司（以下简称“供应商”）与北岭市第二医院（以下简称“客户”）于2024年5月6日签订。"
SALE = 'Ferrow plc (hereinafter referred to as the "Seller"), and A. B. Ross & Sons (the "Buyer") agree as follows.'
LOAN = "借款人赵磊（乙方）向出借人吴静（甲方）借款3万元。"


@pytest.mark.parametrize(
    ("text", "question", "bearer"),
    [
        (LETTING, "Who is the landlord?", "Hollin Homes Ltd"),
        (LETTING, "Who are the tenants?", "Ms Ada Fell and Mr Jo Rusk"),
        (LETTING, "这套房子的房东是谁？", "Hollin Homes Ltd"),
        (LETTING, "Who is the guarantor?", None),
        (LETTING, "When was the landlord founded?", None),
        (SALE, "Who is the buyer?", "A. B. Ross & Sons"),
        (SALE, "卖方是谁？", "Ferrow plc"),
        (SERVICE, "客户是哪家单位？", "北岭市第二医院"),
        (SERVICE, "供应商的联系人是谁？", None),
        (LOAN, "甲方是谁？", "吴静"),
        (LOAN, "Who is the borrower?", "赵磊"),
        ("出租方（甲方）：周敏", "Who is the landlord?", "周敏"),
        ("出租方（甲方）：周敏", "出租方叫什么名字？", "周敏"),
        ("出租方（甲方）：周敏", "甲方是谁？", "周敏"),
        ("出租方（甲方）：周敏", "乙方是谁？", None),
        ("Landlord (Party A): Zhou Min", "房东是谁？", "Zhou Min"),
        ("出租人：周敏", "What is the landlord's name?", "周敏"),
        ("Opening hours: nine to five", "Who is the landlord?", None),
    ],
)
def test_a_role_is_borne_by_the_name_it_stands_beside(text: str, question: str, bearer: str | None) -> None:
    cut = pieces(text)
    found = bearer_of(cut, question)
    said = cut.said(*found).removeprefix("由") if found else None  # cut with the name of a company
    assert said == bearer


@pytest.mark.parametrize(
    ("question", "text", "read", "another"),
    [
        ("Who is the landlord?", "承租方（乙方）：孟可", "孟可", True),
        ("Who is the tenant?", "承租方（乙方）：孟可", "孟可", False),
        ("担保人是谁？", "物业费由甲方承担。", "甲方", True),
        ("物业费由谁承担？", "物业费由甲方承担。", "甲方", False),
        ("孟可的职业是什么？", "承租方（乙方）：孟可", "承租方", True),
        ("Who is the chair?", "The chair is Ann Lee.", "Ann Lee", False),
    ],
)
def test_another_party_is_not_the_one_asked_for(question: str, text: str, read: str, another: bool) -> None:
    start = text.index(read)
    assert another_is_told(question, text, (start, start + len(read))) is another


@pytest.mark.parametrize(
    ("text", "nothing_else"),
    [("乙方（承租人）：尤佳怡", True), ("Landlord: Ann Lee.", True), ("停车：免费", False), ("乙方不得转租。", False)],
)
def test_a_line_that_only_names_a_party_decides_nothing(text: str, nothing_else: bool) -> None:
    assert names_bearer(text) is nothing_else
