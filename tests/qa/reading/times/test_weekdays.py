"""Which days of the week is it open, and on which is it closed: the days of the right clause."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.reading.times.weekdays import tells_weekday

CHINESE = (
    "清渡博物馆参观须知\n\n【开放时间】周二至周日9:00—17:00,周一闭馆(法定节假日除外)。每周五晚延时开放到20:00。\n\n"
    "本馆2009年辟为博物馆。\n\n【讲解】免费讲解在周末10:30和14:30各一场。"
)
ENGLISH = (
    "Harlow Museum\n\nThe museum reopens on Saturday 12 April 2025.\n\nIt is open from 10 a.m. to 5 p.m. every day "
    "except Tuesday, with late opening until 9 p.m. on Thursdays.\n\nThe clinic runs on Monday, Wednesday and Friday."
)


@pytest.mark.parametrize(
    ("text", "question", "days"),
    [
        (CHINESE, "清渡博物馆星期几不开门?", "周一"),
        (CHINESE, "博物馆星期几开放?", "周二至周日"),
        (CHINESE, "免费讲解在星期几?", "周末"),
        (CHINESE, "On which day of the week is the museum closed?", "周一"),
        (ENGLISH, "On which day of the week is the museum closed?", "Tuesday"),
        (ENGLISH, "Which day of the week does the museum open late?", "Thursdays"),
        (ENGLISH, "On what day of the week does the museum reopen?", "Saturday"),
        (ENGLISH, "Which days of the week does the clinic run?", "Monday, Wednesday and Friday"),
    ],
)
def test_the_days_asked_for(text: str, question: str, days: str) -> None:
    answer = Assistant.from_documents([Document.from_text(text, "museum.txt")]).ask(question)
    assert answer.short.removeprefix("每") == days


@pytest.mark.parametrize(
    ("text", "told"),
    [("每天", True), ("Open daily", True), ("星期三", True), ("4月12日", False), ("一周三次", False), ("2025", False)],
)
def test_a_date_names_no_day_of_the_week(text: str, told: bool) -> None:
    assert tells_weekday(text) is told
