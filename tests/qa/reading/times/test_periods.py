"""Periods: the end that is asked for, or both; the dates of a life; what is told by another date."""

from __future__ import annotations

import numpy as np
import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.question import asked
from qa.reading.pieces import pieces
from qa.reading.times.periods import told_by_another, without_joint
from qa.reading.widen import widened
from tests.qa.texts import run_of, text_of


@pytest.mark.parametrize(
    ("question", "text", "read", "right"),
    [
        ("When did she become mayor?", "She was mayor from 1995 to 2003.", "1995 to 2003", "1995"),
        ("When did she stop being mayor?", "She was mayor from 1995 to 2003.", "1995 to 2003", "2003"),
        ("When was she mayor?", "She was mayor from 1995 to 2003.", "2003", "1995 to 2003"),
        ("When did it start?", "It ran from June 2019 to May 2021.", "May 2021", "June 2019"),
        ("When does it begin?", "Open from 1 May until 30 September.", "30 September", "1 May"),
        ("When does it open?", "Open from 9 am to 5 pm.", "9 am to 5 pm", "9 am"),
        ("When does it close?", "Open from 9 am to 5 pm.", "9 am to 5 pm", "5 pm"),
        ("What are the hours?", "Open from 9 am to 5 pm.", "5 pm", "9 am to 5 pm"),
        ("隧道从什么时候开始封闭?", "自2025年11月1日零时起至2026年5月底封闭", "2026年5月底", "2025年11月1日"),
        ("隧道从什么时候开始封闭?", "自2025年11月1日起至2026年5月底封闭", "2026年5月底", "2025年11月1日"),
        ("展览从什么时候到什么时候?", "展览从3月5日开到4月10日", "4月10日", "3月5日开到4月10日"),
        ("展览到什么时候结束?", "展览从3月5日开到4月10日", "3月5日", "4月10日"),
        ("When does it close?", "It is closed from 3 May until 9 June.", "9 June", "3 May until 9 June"),
        ("图书馆什么时候闭馆?", "图书馆1月1日至2月1日闭馆", "2月1日", "1月1日至2月1日"),
        ("图书馆闭馆到哪天?", "图书馆1月1日至2月1日闭馆", "1月1日", "2月1日"),
        ("When is it closed?", "Between 4 May and 9 June it is closed.", "9 June", "Between 4 May and 9 June"),
        ("Until when is it closed?", "It is closed from 3 May until 9 June.", "3 May", "9 June"),
        ("报名什么时候截止?", "报名时间:5月6日9:00至5月10日16:00", "5月6日", "5月10日16:00"),
        ("报名什么时候开始?", "报名时间:5月6日9:00至5月10日16:00", "5月10日", "5月6日9:00"),
        ("几点封闭?", "大桥夜间22时至次日6时封闭", "6时", "夜间22时至次日6时"),
        ("什么时候展出?", "3月4日(周一)至3月8日(周五)展出", "3月8日", "3月4日(周一)至3月8日"),
        ("Until when is it on?", "It is on from Monday 3 June to Friday 7 June.", "3 June", "7 June"),
        ("When is the meeting?", "It was moved from 12 April to 19 April.", "19 April", "19 April"),
        ("租期到哪天?", "租期自2024年3月1日起至2027年2月28日止", "2024年3月1日", "2027年2月28日"),
        ("书何时送到?", "书3月5日送到,4月10日寄回", "3月5日", "3月5日"),
    ],
)
def test_the_end_asked_for_is_told(question: str, text: str, read: str, right: str) -> None:
    sentence = pieces(text)
    first, last = widened(sentence, run_of(sentence, read), asked(question))
    assert text[sentence.row[first].start : without_joint(sentence, last)] == right


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Until when are permits valid?", "Permits are valid from 1 May 2023 to 31 August 2024.", "31 August 2024"),
        ("Until when does it run?", "The show opens on 3 May and runs until 9 June.", "9 June"),
        ("维修到什么时候?", "大桥22时至次日6时维修,维修预计持续到明年3月。", "明年3月"),
        ("How long may visitors park?", "Visitors may park from 6 p.m. until 11 p.m.", "6 p.m. until 11 p.m."),
    ],
)
def test_the_end_is_told_where_it_is_asked_until_when(question: str, text: str, short: str) -> None:
    assert Assistant.from_documents([Document.from_text(text, "notice.txt")]).ask(question).short == short


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Until when is the timetable valid?", "The timetable is valid from 10 December 2023."),
        ("时刻表有效到哪天?", "时刻表自2023年12月10日起有效。"),
    ],
)
def test_when_it_begins_is_not_until_when(question: str, text: str) -> None:
    assert not Assistant.from_documents([Document.from_text(text, "notice.txt")]).ask(question).found


@pytest.mark.parametrize(
    ("question", "text", "right"),
    [
        ("When was Thomas Greave born?", "Thomas Greave (4 May 1801 – 9 June 1866) was an engraver.", "4 May 1801"),
        ("When did Thomas Greave die?", "Thomas Greave (4 May 1801 – 9 June 1866) was an engraver.", "9 June 1866"),
        ("When did Henry Coil die?", "Henry Coil (1733–1790) was a clockmaker.", "1790"),
        ("陆鸿年哪年去世？", "陆鸿年（1921年4月8日—1998年11月23日），画家。", "1998年11月23日"),
        ("周莲哪年出生？", "周莲（1950—2011），作家。", "1950"),
    ],
)
def test_the_dates_of_a_life(question: str, text: str, right: str) -> None:
    assert Assistant.from_documents([Document.from_text(text, "life.txt")]).ask(question).short == right


@pytest.mark.parametrize("question", ["When did Henry Coil's father die?", "When did Anna Coil die?"])
def test_of_nobody_else_are_they_told(question: str) -> None:
    document = Document.from_text("Henry Coil (1733–1790) was a clockmaker.", "life.txt")
    assert Assistant.from_documents([document]).ask(question).short != "1790"


@pytest.mark.parametrize(
    ("text", "read", "matched", "right"),
    [
        ("他1946年赴美国留学,次年获硕士学位", "1946年", "硕士", "次年"),
        ("他1946年赴美国留学,两年后获硕士学位", "1946年", "硕士", "两年后"),
        ("他1946年赴美国留学,次年获硕士学位", "1946年", "留学", None),
        ("他1946年赴美国留学,次年回国,1950年获硕士学位", "1946年", "硕士", None),
        ("He left in 1946 and graduated the following year.", "1946", "graduated", "the following year"),
    ],
)
def test_what_is_told_by_another_date(text: str, read: str, matched: str, right: str | None) -> None:
    sentence = pieces(text)
    matches = np.array([[matched in text[each.start : each.end] for each in sentence.row]], dtype=np.float32)
    found = told_by_another(sentence, run_of(sentence, read), matches, np.ones(1, dtype=np.float32))
    assert (text_of(sentence, found) if found else None) == right
