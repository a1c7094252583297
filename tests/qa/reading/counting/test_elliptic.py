"""Clauses that leave out what the first has said: the figure of the one whose name the question says."""

from __future__ import annotations

import pytest

from qa.reading.counting.elliptic import names_none, of_named_member, row_with
from qa.reading.pieces import pieces
from tests.qa.texts import run_of, text_of

SITES = "Bremen employs 210 people and Leipzig 95; the plant in Graz has 48 employees."
STORES = "The Goole warehouse covers 14,000 square metres and the one at Selby 9,500."
SALES = "Sales in Germany rose by 6.5%, in Austria by 3.2% and in Poland by 11%."
PHONES = "Among 13-year-olds 38% read in bed every night, among 15-year-olds 52% and among 17-year-olds 67%."
SLEEP = "Sleep rose by 41 minutes in the first week and by 33 minutes in the fourth."
OUTPUT = "Wind output rose 14% to 1.9 terawatt-hours, solar output fell 3% to 0.8."
ROUNDED = "Bremen employs at least 210 people, Leipzig fewer than 95."
MONTHS = "5月利润约6万元,6月利润4.5万元。"
PLANTS = "甲厂有员工210人,乙厂95人,丙厂48人。"
POWER = "全年用电量426亿千瓦时,其中工业用电251亿千瓦时,居民用电98亿千瓦时,第三产业77亿千瓦时。"
CARTS = "公司无人配送车累计交付3200台,无人环卫车交付740台。"


@pytest.mark.parametrize(
    ("text", "question", "span", "right"),
    [
        (SITES, "How many people work in Leipzig?", "210 people", "95"),
        (SITES, "How many people does Bremen employ?", "95", "210 people"),
        (SITES, "How many people work in Graz?", "210 people", None),
        (STORES, "How big is the warehouse at Selby?", "14,000 square metres", "9,500"),
        (STORES, "How big is the Goole warehouse?", "9,500", "14,000 square metres"),
        (SALES, "By how much did sales in Austria rise?", "6.5%", "3.2%"),
        (SALES, "By how much did sales in Germany rise?", "11%", "6.5%"),
        (SALES, "By how much did sales in France rise?", "6.5%", None),
        (PHONES, "What share of 15-year-olds read in bed?", "38%", "52%"),
        (SLEEP, "By how much did sleep rise in the fourth week?", "41 minutes", "33 minutes"),
        (OUTPUT, "How much was wind output?", "0.8", "1.9 terawatt-hours"),
        (OUTPUT, "How much was solar output?", "1.9 terawatt-hours", "0.8"),
        (PLANTS, "丙厂有多少员工?", "210人", "48人"),
        (PLANTS, "甲厂有多少人?", "95人", "210人"),
        (ROUNDED, "How many people does Leipzig employ?", "210 people", "95"),
        (MONTHS, "6月利润是多少?", "6万元", "4.5万元"),
        (PLANTS, "丁厂有多少人?", "95人", None),
        (POWER, "居民用电多少?", "251亿千瓦时", "98亿千瓦时"),
        (CARTS, "无人配送车交付多少台?", "740台", "3200台"),
        ("The tower has 40 floors, the garage 120 spaces.", "How many spaces has the garage?", "40 floors", None),
        ("一季度完成9.6万箱,去年同期为7.1万箱。", "去年一季度完成多少?", "7.1万箱", None),  # no other thing
    ],
)
def test_the_figure_of_the_clause_that_names_what_is_asked_about(
    text: str, question: str, span: str, right: str | None
) -> None:
    cut = pieces(text)
    found = of_named_member(cut, run_of(cut, span), question)
    assert (text_of(cut, found) if found else None) == right


@pytest.mark.parametrize(
    ("text", "question", "span", "none"),
    [
        (SALES, "By how much did sales in France rise?", "6.5%", True),
        (SALES, "By how much did sales in Germany rise?", "6.5%", False),
        (PLANTS, "丁厂有多少员工?", "210人", True),
        (PLANTS, "甲厂有多少员工?", "210人", False),
        (POWER, "农业用电多少?", "251亿千瓦时", True),
    ],
)
def test_whether_another_thing_is_asked_about(text: str, question: str, span: str, none: bool) -> None:
    cut = pieces(text)
    assert names_none(row_with(cut, run_of(cut, span)), question) is none
