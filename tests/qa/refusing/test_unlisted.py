"""What a table or a price list does not list is not answered with what stands beside it."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant

CAFE = "# Café menu\n\nEspresso £1.80\nLatte £3.10\nHot chocolate £3.30\nCarrot cake £3.40\nBacon roll £3.95\n"
PLANS = "# 云笔记会员\n\n青春版：每月12元\nPro版：每月25元\n团队版：每人每月40元\n"
TICKETS = "# 景区门票价格\n\n成人票：80元\n儿童票：40元\n观光车：20元\n"
COVER = """# Home cover prices

| Plan | Monthly premium | Excess | Contents limit |
|---|---|---|---|
| Basic | £9.50 | £250 | £20,000 |
| Plus | £14.00 | £150 | £50,000 |
"""
PARTS = """# Parts price list

| Part no. | Description | Unit price | Stock |
|---|---|---|---|
| P-310 | Gasket | £1.20 | 140 |
| P-330 | Drive belt | £4.60 | 35 |
"""

FIXTURES = """# Fixtures

| Date | Opponent | Venue | Kick-off |
|---|---|---|---|
| 4 October | Ashford Town | Home | 15:00 |
| 11 October | Redhill United | Away | 14:30 |
"""
COURSES = "| 班级 | 年龄 | 教师 |\n|---|---|---|\n| 书法班 | 7-10岁 | 孙老师 |\n| 围棋班 | 6-9岁 | 赵老师 |\n"
LESSONS = (
    "课表\n\n时间\t周一\t周二\t周三\n第一节\t语文\t数学\t英语\n第二节\t数学\t英语\t体育\n"
    "第三节\t英语\t音乐\t科学\n"
)
SHIFTS = """# 值班表

| 日期 | 早班 | 晚班 |
|---|---|---|
| 4月1日 | 李敏 | 王芳 |
| 4月2日 | 陈杰 | 赵磊 |
| 4月3日 | 王芳 | 张伟 |
"""
SUITES = """# 房价

| 房型 | 平日价 | 周末价 |
|---|---|---|
| 单人间 | 188元 | 228元 |
| 标准间 | 238元 | 298元 |
| 家庭套房 | 458元 | 528元 |
"""
BARBER = (
    "Kingsway Barbers\n\nHaircut ........ £18\nBeard trim ..... £10\n"
    "Shirt wash ..... £3\nHaircut and beard ... £26\n"
)


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (LESSONS, "周二第一节是什么课？", "数学"),
        (LESSONS, "周六第一节是什么课？", ""),
        (LESSONS, "周一第五节是什么课？", ""),
        (SHIFTS, "4月2日晚班是谁？", "赵磊"),
        (SHIFTS, "4月5日早班是谁？", ""),
        (SHIFTS, "4月3日下午班是谁？", ""),
        (SUITES, "标准间周末价多少？", "298元"),
        (SUITES, "总统套房多少钱？", ""),
        (BARBER, "How much is a beard trim?", "£10"),
        (BARBER, "How much is a haircut?", "£18"),
        (BARBER, "How much is shirt mending?", ""),
        (CAFE, "How much is a cappuccino?", ""),
        (CAFE, "How much is the lemon cake?", ""),
        (CAFE, "How much is a large latte?", "£3.10"),
        (CAFE, "How much is the cake?", "£3.40"),
        (PLANS, "标准版多少钱？", ""),
        (PLANS, "Pro版多少钱？", "25元"),
        (TICKETS, "缆车多少钱？", ""),
        (TICKETS, "门票多少钱？", "80元"),
        (TICKETS, "How much is an adult ticket?", "80元"),
        (COVER, "What is the annual premium of the Plus plan?", ""),
        (COVER, "What is the buildings limit on Basic?", ""),
        (COVER, "What is the monthly premium of Plus?", "£14.00"),
        (FIXTURES, "Is the Redhill match at home or away?", "Away"),
        (FIXTURES, "What was the score against Ashford Town?", ""),
        (COURSES, "几岁可以学围棋？", "6-9岁"),
        (COURSES, "书法班在哪个教室？", ""),
        (PARTS, "What is the lead time of P-330?", ""),
        (PARTS, "What does the drive belt weigh?", ""),
        (PARTS, "What do you charge for the drive belt?", "£4.60"),
    ],
)
def test_only_what_is_listed_is_told(text: str, question: str, short: str) -> None:
    given = Assistant.from_documents([Document.from_text(text, "list.md")]).ask(question)
    assert given.short == short
    assert given.found is bool(short)


GROWTH = "In the first half, output in textiles, chemicals and machinery rose by 4.1%, 5.2% and 9.9% respectively.\n"
WORKSHOPS = "甲、乙、丙三个车间分别有工人35人、48人、52人。\n上半年，高端装备、生物医药产值分别增长12.5%和9.8%。\n"


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (GROWTH, "How much did steel output rise?", ""),
        (GROWTH, "How much did output in chemicals rise?", "5.2%"),
        (GROWTH, "How much did engineering output rise?", "9.9%"),
        (GROWTH, "How much did output rise in each of the three industries?", "4.1%, 5.2% and 9.9%"),
        (WORKSHOPS, "纺织业产值增长多少？", ""),
        (WORKSHOPS, "医药产值增长多少？", "9.8%"),
        (WORKSHOPS, "两大产业各增长多少？", "12.5%和9.8%"),
        (WORKSHOPS, "三个车间各有多少工人？", "35人、48人、52人"),
        (WORKSHOPS, "How much did the textile industry grow?", ""),
    ],
)
def test_of_figures_in_a_row_the_one_asked_for_or_all_or_none(text: str, question: str, short: str) -> None:
    assert Assistant.from_documents([Document.from_text(text, "a.md")]).ask(question).short == short


FARES = """# Bus fares

| Ticket | Adult | Child 5–15 | Concession |
|---|---|---|---|
| Single | £3.40 | £1.70 | free |
| Day Rover | £6.50 | £3.20 | £2.00 |
| Family Day (2 adults + 3 children) | £13.50 | – | – |
"""
SPA = """# 温泉馆票价

## 门票（元/人）

| 票种 | 平日 | 周末及节假日 | 说明 |
|---|---|---|---|
| 成人票 | 138 | 178 | 含毛巾一条 |
| 儿童票（1.2—1.5米） | 78 | 98 | 须有成人陪同 |
| 夜场票（18:00后） | 98 | 128 | 不含自助餐 |
"""


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (FARES, "What's the price of the family day ticket?", "£13.50"),
        (FARES, "What's the price of a child's Day Rover?", "£3.20"),
        (FARES, "What's the price of the weekly ticket?", ""),
        (SPA, "周末买一张成人票多少钱？", "178"),
        (SPA, "儿童票周末多少钱一张？", "98"),
        (SPA, "平日的成人票多少钱？", "138"),
        (SPA, "节假日夜场票多少钱？", "128"),
        (SPA, "老人票多少钱？", ""),
    ],
)
def test_a_heading_of_two_things_is_said_by_one_and_a_price_alone_is_for_all(
    text: str, question: str, short: str
) -> None:
    assert Assistant.from_documents([Document.from_text(text, "a.md")]).ask(question).short == short
