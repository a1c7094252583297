"""Relatives told beside their names, and whom somebody married."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.reading.people.kin import relative_told

_ENGLISH = "His father, S. Hartley, was a miller; his mother, Jane Pascoe, kept a shop."
_MARRIAGE = "In 1888 he married Margaret Lowe; they had a daughter, Edith, who married the painter Hugh Moss."
_FIRM = "It was founded by George Benson, Laura's father, in Wakefield."
_BORN = "She was born in Falmouth, the daughter of a lighthouse keeper, Arthur Reed, and his wife Maud."
_SURVIVED = "She is survived by their two sons, Daniel and Martin, and a granddaughter, Isla."
_PARENTS, _CHILDREN = "父亲秦伯庸是竹编艺人。", "1946年与同窗李正清结婚，长子李衡为建筑师，生女李蕴。"


def told(question: str, text: str, above: str, ahead: str = "") -> str | None:
    found = relative_told(text, above, ahead, question)
    return found and text[slice(*found)]


@pytest.mark.parametrize(
    ("question", "text", "name"),
    [
        ("Who was Edwin Hartley's father?", _ENGLISH, "S. Hartley"),
        ("Who was the mother of Edwin Hartley?", _ENGLISH, "Jane Pascoe"),
        ("Who was Edwin Hartley's sister?", _ENGLISH, None),
        ("Who was Edwin Hartley's wife?", _MARRIAGE, "Margaret Lowe"),
        ("Who did Hartley marry?", _MARRIAGE, "Margaret Lowe"),
        ("Who was Hartley's daughter?", _MARRIAGE, "Edith"),
        ("Who was Edith's husband?", _MARRIAGE, "Hugh Moss"),
        ("Who is Laura Benson's father?", _FIRM, "George Benson"),
        ("Who is George Benson's father?", _FIRM, None),
        ("Who was Tom Crowe's father?", _ENGLISH, None),
    ],
)
def test_a_relative_is_told_beside_the_word_for_it(question: str, text: str, name: str | None) -> None:
    assert told(question, text, "Edwin Hartley (1861-1934)") == name


@pytest.mark.parametrize(
    ("question", "text", "name"),
    [
        ("秦素棠的父亲是谁？", _PARENTS, "秦伯庸"),
        ("秦素棠的丈夫叫什么名字？", _CHILDREN, "李正清"),
        ("秦素棠和谁结婚？", _CHILDREN, "李正清"),
        ("秦素棠的儿子是谁？", _CHILDREN, "李衡"),
        ("秦素棠的女儿叫什么？", _CHILDREN, "李蕴"),
        ("秦素棠的妹妹是谁？", _CHILDREN, None),
        ("赵建国的父亲是谁？", _PARENTS, None),
    ],
)
def test_a_relative_is_told_in_chinese(question: str, text: str, name: str | None) -> None:
    assert told(question, text, "秦素棠") == name


@pytest.mark.parametrize(
    ("question", "text", "above", "ahead", "name"),
    [
        ("Who was Henry's daughter?", "His daughter, Rose, wrote.", "The Bakers", "In 1910 Henry left. ", "Rose"),
        ("Who was Thomas Baker's daughter?", "His daughter, Rose, wrote.", "Thomas Baker", "Henry left. ", None),
        ("Who was John's wife?", "Their son John married Alice Green.", "Thomas Baker", "", "Alice Green"),
        ("梁建萍的丈夫是谁？", "梁晨师从郑志远，2015年与同学孙悦结婚。", "梁家三代：梁建萍", "", None),
        ("梁建萍的丈夫是谁？", "梁建业的妹妹梁建萍嫁给了教师许文涛，女儿许倩在读书。", "梁家三代", "", "许文涛"),
        ("梁晨的妻子是谁？", "梁晨师从郑志远，2015年与同学孙悦结婚。", "梁家三代", "", "孙悦"),
    ],
)
def test_his_is_whom_the_text_speaks_of(question: str, text: str, above: str, ahead: str, name: str | None) -> None:
    assert told(question, text, above, ahead) == name


def test_whose_sister_somebody_married_is_not_whom() -> None:
    assert told("陈明远的妻子是谁？", "1964年与同事赵建国的妹妹赵雅琴结婚。", "陈明远小传") == "赵雅琴"


def test_a_nationality_is_no_name() -> None:
    assert told("Who was Hartley's wife?", "His wife was American.", "Edwin Hartley") is None


@pytest.mark.parametrize(
    ("question", "text", "name"),
    [
        ("Who was Ellen Reed's father?", _BORN, "Arthur Reed"),
        ("Who was Ellen Reed's mother?", _BORN, "Maud"),
        ("Who was Sue Todd's mother?", _BORN, None),
        ("What are the names of Ellen Reed's sons?", _SURVIVED, "Daniel and Martin"),
        ("Who is Ellen's granddaughter?", _SURVIVED, "Isla"),
        ("Who is Ellen's daughter?", _SURVIVED, None),
        ("Who was Ellen Reed's husband?", "Her husband, the composer Ian Hill, died in 2015.", "Ian Hill"),
        ("Who was Tom Baxter's wife?", "Tom's wife Ann kept the books.", "Ann"),
        ("Who was Ben Baxter's wife?", "Tom's wife Ann kept the books.", None),
    ],
)
def test_parents_and_several_relatives(question: str, text: str, name: str | None) -> None:
    assert told(question, text, "Ellen Reed, biologist") == name


_TWICE = "His first wife was Doris Keane, a nurse. In 1983 he married the painter Anna Lindqvist, who survives him."
_ONCE_MORE = "In 1986 she married the journalist Simon Tate. Her second husband is the architect Felix Braun."


@pytest.mark.parametrize(
    ("question", "text", "name"),
    [
        ("Who was Walter Brandt's first wife?", _TWICE, "Doris Keane"),
        ("Who was Walter Brandt's second wife?", _TWICE, "Anna Lindqvist"),
        ("Who was Walter Brandt's third wife?", _TWICE, None),
        ("Who was Eleanor Marsh's first husband?", _ONCE_MORE, "Simon Tate"),
        ("Who was the second husband of Eleanor Marsh?", _ONCE_MORE, "Felix Braun"),
        ("陈思的首任妻子是谁？", "第一任妻子李梅是教师，第二任妻子王芳是医生。", "李梅"),
        ("陈思的第二任妻子是谁？", "第一任妻子李梅是教师，第二任妻子王芳是医生。", "王芳"),
    ],
)
def test_a_first_and_a_second_one_are_told_apart(question: str, text: str, name: str | None) -> None:
    assert told(question, text, "Walter Brandt\nEleanor Marsh\n陈思") == name


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("陈思的丈夫是谁？", "张伟民"),
        ("陈思的女儿是谁？", "张宁"),
        ("张宁的丈夫是谁？", "刘畅"),
        ("陈思的儿子是谁？", ""),
        ("顾玉珍的丈夫是谁？", ""),
        ("陈平的妻子是谁？", ""),
        ("陈思的老师是谁？", "任慧娴"),
    ],
)
def test_no_relative_of_another_is_told(question: str, short: str) -> None:
    text = (
        "# 陈思简介\n\n陈思1962年出生于苏州，师从刺绣家任慧娴。母亲顾玉珍是绣娘。弟弟陈平是摄影师。\n\n"
        "1986年与同事张伟民结婚，育有一女张宁。张宁后来成为时装设计师，丈夫刘畅是建筑师。\n"
    )
    answer = Assistant.from_documents([Document.from_text(text, "life.md")]).ask(question)
    assert (answer.short if answer.found else "") == short


@pytest.mark.parametrize(
    ("question", "short"),
    [("范守拙的师傅是谁？", "冯阿泰"), ("老范的师傅叫什么名字？", "冯阿泰"), ("范守拙的妻子是谁？", "")],
)
def test_who_tells_of_his_own_teacher_may_be_the_one_asked_about(question: str, short: str) -> None:
    told = "# 钟表匠范守拙\n\n“我是1976年进的钟表店，师傅叫冯阿泰，脾气大得很。”老范笑着说。后来他盘下了这间铺面。\n"
    assert Assistant.from_documents([Document.from_text(told, "a.md")]).ask(question).short == short
