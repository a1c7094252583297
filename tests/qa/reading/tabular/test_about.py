"""What a row of a table is about, asked for by who does it, when it is, or where it goes."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant

CLASSES = """# Evening classes

| Class | Tutor | Day | Time | Room |
|---|---|---|---|---|
| Bookbinding | Nora Pike | Tuesday | 18:30–20:30 | Studio 2 |
| Italian for beginners | Luca Conti | Monday | 19:00–20:30 | 114 |
| Fencing | Ed Marlow | Tuesday | 19:00–21:00 | Hall |
"""
TALKS = (
    "时间\t题目\t主讲人\t地点\n09:30\t旱年节水\t马宁\t报告厅\n11:00\t城市内涝\t高洁\t二会议室\n"
    "14:00\t湿地修复\t石磊\t报告厅\n"
)
RIDES = "班次,始发站,终点站,发车时间\nK1,学府路,科技园,7:00\nK2,学府路,机场,7:30\nK3,东站,科技园,8:10\n"
FAIR = """# Village fair

Saturday 7 June

- 10:00 – Parade, Market Square
- 14:00 – Brass band, Bandstand

Sunday 8 June

- 10:30 – Bike ride, Town Hall
- 15:00 – Jazz trio, Bandstand
"""


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (CLASSES, "What does Nora Pike teach?", ["Bookbinding"]),
        (CLASSES, "What does Nora Pike earn?", []),
        (CLASSES, "What does Clara Pike teach?", []),
        (CLASSES, "What is on Monday evening?", ["Italian for beginners"]),
        (CLASSES, "What is on Tuesday evening?", ["Bookbinding", "Fencing"]),
        (CLASSES, "What is on Monday morning?", []),
        (CLASSES, "What is on Saturday evening?", []),
        (TALKS, "高洁讲什么？", ["城市内涝"]),
        (TALKS, "14:00有什么活动？", ["湿地修复"]),
        (TALKS, "What does Ma Ning talk about?", []),  # whose name no code reads
        (RIDES, "去科技园坐哪趟车？", ["K1", "K3"]),
        (RIDES, "从东站去科技园坐哪趟车？", ["K3"]),
        (RIDES, "去古镇坐哪趟车？", []),
        (FAIR, "What happens at 3 pm on Sunday?", ["Jazz trio"]),
        (FAIR, "What is on at the Bandstand on Saturday?", ["Brass band"]),
        (FAIR, "What is on Friday?", []),
    ],
)
def test_a_row_is_named_by_another_cell(text: str, question: str, told: list[str]) -> None:
    given = Assistant.from_documents([Document.from_text(text, "table.txt")]).ask(question)
    assert given.found is bool(told)
    assert given.short == (told[0] if told else "")
    assert all(each in given.text for each in told)
    assert len(given.citations) == len(told)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("When is the jazz trio?", "15:00"),
        ("Where does the bike ride start?", "Town Hall"),
        ("When is the poetry reading?", ""),
        ("What time is the parade?", "10:00"),
    ],
)
def test_a_line_of_a_programme_tells_what_when_and_where(question: str, short: str) -> None:
    assert Assistant.from_documents([Document.from_text(FAIR, "fair.md")]).ask(question).short == short
