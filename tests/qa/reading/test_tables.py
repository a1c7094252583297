"""Rows of tables: the cell under the heading that is asked for, in the row that the question names."""

from __future__ import annotations

import pytest

from corpus import Document
from corpus.readers import table
from qa.assistant import Assistant

STAFF = """# 员工名单

| 姓名 | 部门 | 职位 | 入职日期 |
|------|:----:|------|----------|
| 张伟 | 市场部 | 经理 | 2019-03-01 |
| 李娜 | 财务部 | 会计 | 2021-07-15 |
| 王磊 | 研发部 | 工程师 | 2020-11-02 |
"""
TASKS = "事项,负责人,截止日期\n登录优化方案,何佳,9月18日\n英文文案校对,Lisa Wong,9月21日\n新版定价调研,孙立,9月30日\n"
OUTPUT = "City;Year;Output\nHaining;2022;15 million yuan\nHaining;2023;18 million yuan\nPinghu;2023;22 million yuan\n"
COURSES = """# Evening courses

| Course | Day | Room | Tutor |
|---|---|---|---|
| Pottery | Tuesday | Studio 2 | Ralph Hemsley |
| Yoga | Thursday | B12 | Elena Cortina |
"""
LONG = "gears and brakes adjusted, every moving part cleaned and greased, wheels trued, the bike tried out on the road"
PRICES = f"""Code,Item,Details,Price
B1,Silver service,"{LONG}",85 pounds
B2,Bronze service,brakes adjusted,40 pounds
"""


def _of(text: str, name: str) -> Assistant:
    read = text if name.endswith(".md") else table.read(text.encode()).text
    return Assistant.from_documents([Document.from_text(read, name)])


@pytest.mark.parametrize(
    ("name", "text", "question", "short"),
    [
        ("staff.md", STAFF, "李娜在哪个部门？", "财务部"),
        ("staff.md", STAFF, "王磊是什么职位？", "工程师"),
        ("staff.md", STAFF, "李娜什么时候入职？", "2021-07-15"),
        ("staff.md", STAFF, "谁是会计？", "李娜"),
        ("staff.md", STAFF, "Which department does Li Na work in?", "财务部"),
        ("staff.md", STAFF, "赵敏在哪个部门？", ""),
        ("tasks.csv", TASKS, "登录优化方案由谁负责？", "何佳"),
        ("tasks.csv", TASKS, "新版定价调研的截止日期是哪天？", "9月30日"),
        ("tasks.csv", TASKS, "何佳负责什么？", "登录优化方案"),
        ("tasks.csv", TASKS, "Who is responsible for the pricing research?", "孙立"),
        ("prices.csv", PRICES, "What is the price of the silver service?", "85 pounds"),
        ("prices.csv", PRICES, "金牌服务要几天？", ""),
        ("courses.md", COURSES, "Who teaches pottery?", "Ralph Hemsley"),
        ("courses.md", COURSES, "Where is the yoga class held?", "B12"),
        ("output.csv", OUTPUT, "What was the output of Haining in 2023?", "18 million yuan"),
    ],
)
def test_the_cell_asked_for_is_told(name: str, text: str, question: str, short: str) -> None:
    given = _of(text, name).ask(question)
    assert given.short == short
    assert given.found is bool(short)


@pytest.mark.parametrize(
    ("question", "found"),
    [("员工名单有什么？", True), ("What is the department?", True), ("姓名是什么？", False), ("谁的部门？", False)],
)
def test_the_line_that_names_the_columns_is_no_evidence(question: str, found: bool) -> None:
    given = _of(STAFF, "staff.md").ask(question)
    assert given.found is bool(given.citations) is found
    assert not any("姓名" in each.quote or "---" in each.quote for each in given.citations)
