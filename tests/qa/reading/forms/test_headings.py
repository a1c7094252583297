"""What a heading tells of what stands below it."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant

PLAN_ZH = """临溪县政府工作报告

一、2022年工作回顾
地区生产总值增长5.2%；旅游收入18.4亿元；新增就业6100人。

二、2023年主要预期目标
地区生产总值增长6%左右；旅游收入增长8%以上；新增就业6000人。

三、2023年重点工作
（一）改建县医院门诊楼。
（二）新修农村公路85公里。
（三）引进茶叶加工企业4家。
"""
PLAN_EN = """Wexby Parish Council

Key priorities for 2024
1. Mend the roof of the village hall.
2. Plant 300 trees along Mill Lane.
3. Open a youth club by May.

The council meets on the first Tuesday of the month.
"""
TASKS = "改建县医院门诊楼。\n（二）新修农村公路85公里。\n（三）引进茶叶加工企业4家。"
PRIORITIES = (
    "Mend the roof of the village hall.\n2. Plant 300 trees along Mill Lane.\n3. Open a youth club by May."
)


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (PLAN_ZH, "What are the key tasks for 2023?", TASKS),
        (PLAN_ZH, "2023年的重点工作有哪些？", TASKS),
        (PLAN_ZH, "What are the key tasks for 2025?", ""),
        (PLAN_ZH, "2025年的重点工作有哪些？", ""),
        (PLAN_EN, "2024年的重点工作有哪些？", PRIORITIES),
        (PLAN_EN, "What are the key priorities for 2024?", PRIORITIES),
        (PLAN_EN, "2023年的重点工作有哪些？", ""),
    ],
)
def test_of_a_list_that_its_heading_names_all_items_are_told(text: str, question: str, told: str) -> None:
    assert Assistant.from_documents([Document.from_text(text, "plan.txt")]).ask(question).short == told


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("2023年地区生产总值的增长目标是多少？", "6%左右"),
        ("2022年地区生产总值增长了多少？", "5.2%"),
        ("2022年旅游收入是多少？", "18.4亿元"),
        ("What is the GDP growth target for 2023?", "6%左右"),
    ],
)
def test_of_two_years_that_of_the_heading_is_meant(question: str, told: str) -> None:
    assert Assistant.from_documents([Document.from_text(PLAN_ZH, "plan.txt")]).ask(question).short == told
