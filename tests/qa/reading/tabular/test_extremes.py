"""What a table or a price list has the most or the least of."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant

BOATS = """# Hire fleet

| Boat | Length (m) | Berths | Price per week (£) |
|---|---|---|---|
| Curlew | 12.5 | 4 | 950 |
| Heron | 15.2 | 6 | 1180 |
| Teal | 10.1 | 2 | 720 |
"""
WALKS = """# 徒步路线

| 路线 | 全长 | 爬升 | 难度 |
|---|---|---|---|
| 湖滨线 | 6.5公里 | 80米 | 易 |
| 山脊线 | 12公里 | 640米 | 难 |
| 竹林线 | 8公里 | 210米 | 中 |
"""
REPAIRS = """# Bike repairs

| Job | Labour | Time |
|---|---|---|
| Puncture repair | £12 | 20 min |
| Full service | £65 | 1 day |
| Wheel truing | £12 | 3 hours |
"""
ROOMS = "# Room rates\n\n- Single room: £65 per night\n- Double room: £95 per night\n- Suite: £180 per night\n"
COURSES = """# Courses

| Course | Day | Fee |
|---|---|---|
| Pottery | Monday | £95 |
| Choir | Friday | free |
| Drawing | Tuesday | £60 |
"""
INN = """# 房价

| 房型 | 平日价 | 周末价 |
|---|---|---|
| 单人间 | 188元 | 228元 |
| 标准间 | 238元 | 238元 |
| 家庭套房 | 458元 | 528元 |
"""
RIDES = "Service,From,Departs,Arrives\n101,Alden,06:40,07:55\n103,Alden,07:15,07:50\n309,Alden,12:00,14:10\n"
NOODLES = "# 老街小馆\n\n牛肉面 18元\n炸酱面 14元\n凉拌黄瓜 6元\n可乐 4元\n"


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (BOATS, "Which boat is the longest?", "Heron"),
        (BOATS, "Which boat has the fewest berths?", "Teal"),
        (BOATS, "哪条船最便宜？", "Teal"),
        (WALKS, "哪条路线最长？", "山脊线"),
        (WALKS, "哪条路线爬升最大？", "山脊线"),
        (WALKS, "最短的路线有多长？", "6.5公里"),
        (REPAIRS, "Which job takes the longest?", "Full service"),  # a day is longer than 20 minutes
        (REPAIRS, "Which job is the quickest?", "Puncture repair"),
        (ROOMS, "What is the cheapest room?", "Single room"),
        (ROOMS, "Which room costs the most?", "Suite"),
        (ROOMS, "最贵的房间多少钱？", "£180"),
        (NOODLES, "最便宜的面是哪种？", "炸酱面"),
        (COURSES, "What is the cheapest course?", "Choir"),
        (COURSES, "Which course is the most expensive?", "Pottery"),
        (INN, "最贵的房间是哪种？", "家庭套房"),  # on working days and on weekends
        (INN, "周末最便宜的房型是哪个？", "单人间"),
        (WALKS, "Which route is the longest?", "山脊线"),
        (RIDES, "Which service is the earliest?", "101"),
        (RIDES, "最晚的一班几点发车？", "12:00"),
    ],
)
def test_the_foremost_row_is_told(text: str, question: str, short: str) -> None:
    given = Assistant.from_documents([Document.from_text(text, "list.md")]).ask(question)
    assert given.short == short
    row = next(line for line in text.splitlines() if short in line or f"{short[1:]}" in line)
    assert row in given.citations[0].quote


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (REPAIRS, "Which job is the cheapest?"),  # two are
        (BOATS, "Which boat is the widest?"),
        (BOATS, "Which boat with an outboard motor is the cheapest?"),
        (BOATS, "Which supplier is the cheapest?"),
    ],
)
def test_what_the_table_leaves_open_is_not_answered(text: str, question: str) -> None:
    assert not Assistant.from_documents([Document.from_text(text, "list.md")]).ask(question).found


def test_at_most_is_not_the_most_of_all() -> None:
    text = "公共图书馆问答\n\n问:一次可以借几本?\n答:成人每次5本,儿童卡每次8本,借期都是28天。"
    assert Assistant.from_documents([Document.from_text(text, "faq.txt")]).ask("成人一次最多借几本?").short == "5本"
