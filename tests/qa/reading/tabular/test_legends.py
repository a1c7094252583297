"""What each sign of a legend means, and that one it leaves out means nothing."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.reading.tabular.legends import entries

TRAIL = "# Trail map\n\nRed means closed, yellow means caution and green means open.\nThe hut sleeps 24.\n"
RISKS = "# 风险图\n\n红色代表高风险区，橙色代表中风险区，蓝色代表低风险区。实线表示已建成道路，虚线表示规划道路。\n"
LEASE = '"Deposit" means the sum paid in advance, and "Tenant" means the person named in schedule 1.\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Red means stop, no entry, amber means wait.", [("Red", "stop, no entry"), ("amber", "wait")]),
        ("图例：红色表示故障；绿色则表示正常。", [("红色", "故障"), ("绿色", "正常")]),
        ("Red means stop.", []),
        ("红色的房子代表了一个时代。", []),
    ],
)
def test_a_legend_is_read_entry_by_entry(text: str, told: list[tuple[str, str]]) -> None:
    assert [(text[slice(*key)], text[slice(*meaning)]) for key, meaning in entries(text)] == told


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (TRAIL, "What does red mean?", "closed"),
        (TRAIL, "What does yellow mean?", "caution"),
        (TRAIL, "What does purple mean?", ""),
        (TRAIL, "红色是什么意思？", "closed"),
        (RISKS, "橙色是什么意思？", "中风险区"),
        (RISKS, "虚线表示什么？", "规划道路"),
        (RISKS, "紫色代表什么？", ""),
        (RISKS, "What does orange mean?", "中风险区"),
        (LEASE, "What does deposit mean?", "the sum paid in advance"),
        (LEASE, "What does landlord mean?", ""),
    ],
)
def test_a_sign_means_what_its_own_entry_says(text: str, question: str, short: str) -> None:
    assert Assistant.from_documents([Document.from_text(text, "legend.md")]).ask(question).short == short

KETTLE = "红灯亮表示正在加热，绿灯亮表示保温，红灯闪烁说明缺水，绿灯闪烁说明传感器故障。"
BOILER = "A steady green light means that it is on, and a flashing red light means low pressure."


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (KETTLE, "红灯为什么闪烁？", "缺水"),
        (KETTLE, "绿灯亮是怎么回事？", "保温"),
        (KETTLE, "指示灯为什么闪烁？", "红灯闪烁说明缺水，绿灯闪烁说明传感器故障"),  # both do
        (KETTLE, "紫灯为什么闪烁？", ""),
        (BOILER, "Why is the red light flashing?", "low pressure"),
    ],
)
def test_why_a_light_flashes_is_what_that_means(text: str, question: str, short: str) -> None:
    assert Assistant.from_documents([Document.from_text(text, "manual.md")]).ask(question).short == short
