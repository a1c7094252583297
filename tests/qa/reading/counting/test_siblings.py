"""Clauses worded alike: the figure of the one that names what the question names."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.reading.counting.siblings import of_exception, of_named_sibling
from qa.reading.pieces import pieces
from tests.qa.texts import run_of, text_of

ROOMS = "本店单人间每晚260元，双人间每晚380元，家庭间每晚520元。"
CABINS = "A small cabin costs £60, a large cabin £85 and a corner cabin £120."
LEFT_AND_RIGHT = "左舱的定金是500元，右舱定金是300元。"
SHIFTS = "甲组去年产量为12吨，今年产量为15吨；乙组去年产量为8吨，今年产量为9吨。"


@pytest.mark.parametrize(
    ("text", "question", "span", "right"),
    [
        (ROOMS, "单人间每晚多少钱？", "380元", "260元"),
        (ROOMS, "本店双人间多少钱一晚？", "260元", "380元"),
        (ROOMS, "家庭间的价格是多少？", "260元", "520元"),
        (LEFT_AND_RIGHT, "右舱的定金是多少？", "500元", "300元"),
        (CABINS, "What does a large cabin cost?", "£60", "£85"),
        (CABINS, "How much does a small cabin cost?", "£85", "£60"),
        ("£12 for adult tickets, £8 for student tickets.", "What are student tickets?", "£12", "£8"),
        (LEFT_AND_RIGHT, "左舱和右舱的定金是多少？", "500元", None),  # both are asked for
        (ROOMS, "三人间多少钱？", "260元", None),
        (SHIFTS, "乙组今年的产量是多少？", "15吨", "9吨"),
        (SHIFTS, "甲组去年的产量是多少？", "9吨", "12吨"),
        (SHIFTS, "乙组去年的产量是多少？", "12吨", "8吨"),
        ("A座有车位120个，B座有车位85个。", "B座有多少个车位？", "120个", "85个"),
        ("收入为50亿元，员工有50人。", "员工有多少？", "50亿元", None),  # nothing alike
        ("The mill employs 40 people, the farm has 12 cows.", "How many cows has the farm?", "40 people", None),
    ],
)
def test_the_figure_of_the_named_one(text: str, question: str, span: str, right: str | None) -> None:
    sentence = pieces(text)
    found = of_named_sibling(sentence, run_of(sentence, span), question)
    assert (text_of(sentence, found) if found else None) == right


@pytest.mark.parametrize(
    ("question", "right"),
    [
        ("What is the subscription?", "£18"),
        ("What is the subscription for people under 25?", "£12"),
    ],
)
@pytest.mark.parametrize("span", ["£18", "£12", "£18, or £12"])
def test_the_price_for_all_or_for_some(question: str, right: str, span: str) -> None:
    sentence = pieces("The subscription stays at £18, or £12 for those under 25.")
    found = of_exception(sentence, run_of(sentence, span), question)
    assert (text_of(sentence, found) if found else None) == right


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        ("一班9月1日报到,二班9月2日报到,三班9月3日报到。", "二班什么时候报到?", "9月2日"),
        ("初中部上午8点上课,高中部上午7点半上课。", "初中部几点上课?", "上午8点"),
        ("The Leeds office opened in 2011, the York office opened in 2015.", "When did the Leeds office open?", "2011"),
    ],
)
def test_the_date_of_the_clause_that_is_asked_about(text: str, question: str, short: str) -> None:
    assert Assistant.from_documents([Document.from_text(text, "notice.txt")]).ask(question).short == short
