"""What stands beneath a heading, or behind a label, that names the sort of thing asked for."""

from __future__ import annotations

import pytest

from corpus import Document
from qa import Assistant

CARD = """# 老年优待证办理须知
一、申请条件
年满60周岁的本市居民。
二、申请材料
（一）身份证原件；
（二）一寸照片2张。
三、办理流程
1. 到社区居委会填表；
2. 十日后领取。
四、电话：8123 4567"""
PASS = """# 残疾人证办理须知
一、申请条件
经指定医院评定的人员。
二、申请材料
（一）户口簿；
（二）评定书。"""
BIRTH = """# Registering a birth

## Who can register
The mother, or the father if the parents are married.

## What to bring
- the red book
- proof of address

## How to book
Reserve a time on the website."""


def _assistant(*texts: str) -> Assistant:
    return Assistant.from_documents([Document.from_text(text, f"{n}.md") for n, text in enumerate(texts)])


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("办老年优待证要带什么材料？", "身份证原件；\n（二）一寸照片2张。"),
        ("需要提交哪些材料？", "身份证原件；\n（二）一寸照片2张。"),
        ("什么条件可以办老年优待证？", "年满60周岁的本市居民"),
        ("怎么办理老年优待证？", "到社区居委会填表；\n2. 十日后领取。"),
        ("办理步骤是什么？", "到社区居委会填表；\n2. 十日后领取。"),
    ],
)
def test_the_items_beneath_a_chinese_heading(question: str, short: str) -> None:
    assert _assistant(CARD).ask(question).short == short


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("What do I need to bring?", "the red book\n- proof of address"),
        ("What documents do I need?", "the red book\n- proof of address"),
        ("Who can register a birth?", "The mother, or the father if the parents are married"),
        ("How do I book an appointment?", "Reserve a time on the website"),
    ],
)
def test_what_stands_beneath_an_english_heading(question: str, short: str) -> None:
    assert _assistant(BIRTH).ask(question).short == short


def test_of_two_guides_the_one_that_is_asked_about() -> None:
    assert _assistant(CARD, PASS).ask("办残疾人证需要什么材料？").short == "户口簿；\n（二）评定书。"
    assert _assistant(PASS, CARD).ask("办老年优待证需要什么材料？").short == "身份证原件；\n（二）一寸照片2张。"
