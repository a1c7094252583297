"""Relatives, named beside the word for them."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.reading.family import relative_of
from qa.reading.pieces import pieces
from tests.qa.reading.test_enumerations import text_of

CHILDREN = "两人育有一子一女,长子陆平是画家,女儿陆静在植物研究所工作。"
SURVIVED = "She is survived by their two sons, Daniel and Martin, and a granddaughter, Isla."
BORN = "She was born in Falmouth, the daughter of a lighthouse keeper, Arthur Reed, and his wife Maud."


@pytest.mark.parametrize(
    ("text", "question", "right"),
    [
        ("Her husband, the composer Ian Hill, died in 2015.", "Who was Meg Hill's husband?", "Ian Hill"),
        ("In 1961 she married Rob Cole, a naval engineer.", "Who was Ellen's husband?", "Rob Cole"),
        ("In 1961 she married Rob Cole, a naval engineer.", "Who did Ellen marry?", "Rob Cole"),
        ("In 1961 she married Rob Cole, a naval engineer.", "Who was Ellen's father?", ""),
        (BORN, "Who was Ellen Reed's father?", "Arthur Reed"),
        (SURVIVED, "What are the names of her sons?", "Daniel and Martin"),
        (SURVIVED, "Who is her granddaughter?", "Isla"),
        (SURVIVED, "Who is her daughter?", ""),
        ("Tom's wife Ann kept the books.", "Who was Tom Baxter's wife?", "Ann"),
        ("Tom's wife Ann kept the books.", "Who was Ben Baxter's wife?", ""),
        ("1956年,他与同事何兰英结婚。", "陆怀瑾的妻子是谁?", "何兰英"),
        ("1956年,他与同事何兰英结婚。", "Who was Lu Huaijin's wife?", "何兰英"),
        (CHILDREN, "陆怀瑾的女儿叫什么名字?", "陆静"),
        (CHILDREN, "陆怀瑾的儿子是谁?", "陆平"),
        (CHILDREN, "陆怀瑾的父亲是谁?", ""),
    ],
)
def test_the_relative_asked_for(text: str, question: str, right: str) -> None:
    sentence = pieces(text)
    assert text_of(sentence, relative_of(sentence, question)) == right


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (f"Ellen Reed, biologist, died in May. {BORN}", "Who was Ellen Reed's father?", "Arthur Reed"),
        (f"陆怀瑾是植物学家。1956年,他与同事何兰英结婚。{CHILDREN}", "陆怀瑾的女儿叫什么名字?", "陆静"),
        (f"陆怀瑾是植物学家。1956年,他与同事何兰英结婚。{CHILDREN}", "陆怀瑾的妻子是谁?", "何兰英"),
    ],
)
def test_a_relative_is_told_where_the_text_names_whom_it_is_about(text: str, question: str, short: str) -> None:
    assert Assistant.from_documents([Document.from_text(text, "life.txt")]).ask(question).short == short
