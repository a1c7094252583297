"""What is told of somebody or something else than is asked about."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant

LAKE = """Lake Orsel

Lake Orsel is the second largest lake of the Velm highlands after Lake Mirren. It has an area of 37.5 square kilometres.

The fisherman Anton Brell was born in Ketten in 1951. The novelist Mira Sand wrote here and died in Ruse in 1988.

Tom Rae was born in Ketten in 1911 and died there in 1980.
"""
PAINTER = """画家秦素兰

秦素兰，1931年生于临溪，师从书法家郑怀书。1955年与中学教师陆明结婚。丈夫陆明教地理。

2016年11月3日，她在临溪家中去世。
"""

PLANTS = "甲厂有员工210人,乙厂95人,丙厂48人。\n\n正在建设的南库总投资62亿元,工期三年。"
OFFICES = "公司员工分布在北京、苏州、深圳三地,分别有420人、260人和180人。"
SALES = "Sales in Germany rose by 6.5%, in Austria by 3.2% and in Poland by 11%."


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (LAKE, "What is the area of Lake Mirren?", ""),
        (LAKE, "What is the area of Lake Orsel?", "37.5 square kilometres"),
        (LAKE, "When did Anton Brell die?", ""),
        (LAKE, "When was Anton Brell born?", "1951"),
        (LAKE, "When was Mira Sand born?", ""),
        (LAKE, "When did Mira Sand die?", "1988"),
        (LAKE, "When was Tom Rae born?", "1911"),
        (LAKE, "When did Tom Rae die?", "1980"),
        (PLANTS, "乙厂有多少员工？", "95人"),
        (PLANTS, "甲厂有多少员工？", "210人"),
        (PLANTS, "丁厂有多少员工？", ""),
        (OFFICES, "深圳有多少人？", "180人"),
        (PLANTS, "南库投资多少？", "62亿元"),
        (PLANTS, "北库投资多少？", ""),
        (SALES, "By how much did sales in Poland rise?", "11%"),
        (SALES, "By how much did sales in France rise?", ""),
        (SALES, "By how much did sales in Germany rise?", "6.5%"),
        (PAINTER, "秦素兰是哪一年去世的？", "2016年11月3日"),
        (PAINTER, "秦素兰是哪年出生的？", "1931年"),
        (PAINTER, "郑怀书是哪一年去世的？", ""),
        (PAINTER, "陆明是哪一年出生的？", ""),
        (PAINTER, "陆明是哪一年去世的？", ""),
        (PAINTER, "陆明的职业是什么？", "中学教师"),
    ],
)
def test_what_is_told_of_another_is_no_answer(text: str, question: str, told: str) -> None:
    answer = Assistant.from_documents([Document.from_text(text, "a.txt")]).ask(question)
    assert (answer.short if answer.found else "") == told
