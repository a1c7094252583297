"""Who holds a post that is told beside the name."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant

FIRM = """# Kestrel Energy

Rajiv Menon, currently chief operating officer, moves up, while the finance director, Graham Tully, the general counsel,
Beth Romero, and the head of people, Kofi Asante, stay. Its chairman is Sir David Lyle, its chief executive Helen Ash,
and its company secretary Ruth Okafor. Zia Khan is vice-chairman.

The trustees are Dr Alan Brook (convener), Sheila Norton (vice-chair) and Gareth Lewis (treasurer). Joan Pell was the
third director of the Penrose laboratory. She became its patron in 2010.
"""
LINES = "Deputy head: Ms Carol Whitby\nSchool business manager: Mrs Anita Desai\n"
NOTICE = """青峰公司公告

会上，董事长郑海涛感谢李建华八年来的付出。原财务总监陈国栋到龄退休。董事会秘书仍由许文静担任。

2003年，陈思任刺绣研究所第三任所长，首任所长为任慧娴，第二任所长为潘文华。校长杨建民主持仪式，副校长葛立平致辞。
"""


@pytest.mark.parametrize(
    ("text", "question", "name"),
    [
        (FIRM, "Who is the finance director?", "Graham Tully"),
        (FIRM, "Who is the general counsel of Kestrel Energy?", "Beth Romero"),
        (FIRM, "Who is the head of people?", "Kofi Asante"),
        (FIRM, "Who is the chairman of Kestrel Energy?", "Sir David Lyle"),
        (FIRM, "Who is the chief executive?", "Helen Ash"),
        (FIRM, "Who is the CEO?", "Helen Ash"),
        (FIRM, "Who is the company secretary?", "Ruth Okafor"),
        (FIRM, "Who is the treasurer?", "Gareth Lewis"),
        (FIRM, "Who was the third director of the laboratory?", "Joan Pell"),
        (FIRM, "Who was the second director of the laboratory?", ""),
        (FIRM, "Who is the marketing director?", ""),
        (FIRM, "Who is the caretaker?", ""),
        (LINES, "Who is the deputy head?", "Ms Carol Whitby"),
        (NOTICE, "公司董事长是谁？", "郑海涛"),
        (NOTICE, "前任财务总监是谁？", "陈国栋"),
        (NOTICE, "董事会秘书是谁？", "许文静"),
        (NOTICE, "校长是谁？", "杨建民"),
        (NOTICE, "刺绣研究所首任所长是谁？", "任慧娴"),
        (NOTICE, "第三任所长是谁？", "陈思"),
        (NOTICE, "第四任所长是谁？", ""),
        ("座谈会上，作协副主席阎晶明、出版社社长臧永清发言。", "作协主席是谁？", ""),
        ("座谈会上，作协副主席阎晶明、出版社社长臧永清发言。", "作协副主席是谁？", "阎晶明"),
        ("座谈会上，作协副主席阎晶明、出版社社长臧永清发言。", "出版社总编辑是谁？", ""),
        (NOTICE, "市场总监是谁？", ""),
        (NOTICE, "首席技术官是谁？", ""),
    ],
)
def test_the_holder_of_the_post_asked_for_or_nobody(text: str, question: str, name: str) -> None:
    answer = Assistant.from_documents([Document.from_text(text, "staff.txt")]).ask(question)
    assert (answer.short if answer.found else "") == name


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Who is the finance director of Oxley Mills?", "Nora Beck"),
        ("Who is the finance director of Brook & Lane?", "Tim Hale"),
    ],
)
def test_of_two_firms_the_one_asked_about(question: str, name: str) -> None:
    lane = "# Brook & Lane Ltd\n\nFinance director: Tim Hale\n\nTim Hale was with Oxley Mills before.\n"
    mills = "# Oxley Mills plc\n\nThe finance director, Nora Beck, joined in 2021.\n"
    documents = [Document.from_text(lane, "lane.md"), Document.from_text(mills, "mills.md")]
    assert Assistant.from_documents(documents).ask(question).short == name
