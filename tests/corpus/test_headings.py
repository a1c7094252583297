"""Headings of a text, and its title."""

from __future__ import annotations

import pytest

from corpus.headings import heading_paths, title_of
from corpus.lines import paragraphs


def test_a_first_line_in_capitals_is_a_title() -> None:
    assert title_of("KESTREL CLIMBING: TERMS\nThey bind all members.\n\nMembers may come.") == "KESTREL CLIMBING: TERMS"
    assert title_of("ASH CLINIC\nFor patients: your visit\n\nCome early.") == "ASH CLINIC: For patients: your visit"
    assert title_of("NATO said on Monday that it would meet.\nIt did.") == ""
    assert title_of("He said YES.\nIt did.") == ""


@pytest.mark.parametrize(
    "title",
    [
        "Visitor Guide: The Pellworth Museum of Glass and Light",
        "Having a colonoscopy: what patients of St Aldhelm's Hospital should know beforehand",
        "Bridge shut for nine months; diversions announced",
        "Case Summary: Orrin v. Tidewell Ferries Ltd",
        "Why do old books smell good?",
        "一碗渡口鱼羹：从船家饭到名菜",
        "小科学：旧书为什么有香味？",
    ],
)
@pytest.mark.parametrize("below", ["The first paragraph is short.", "第一段很短。", "Opened: 1991\nTickets: £11"])
def test_a_line_that_stands_apart_above_a_text_is_its_title(title: str, below: str) -> None:
    assert title_of(f"{title}\n\n{below}\n\nMore is told here.") == title


def test_without_a_blank_line_a_title_stands_above_a_form_or_far_longer_text() -> None:
    assert title_of("工程技术规格书\n项目：翠湾公园攀爬架\n编号：CW-11\n\n高四米。") == "工程技术规格书"
    assert title_of("凤凰渡：三年建成\n" + "这座码头由市政府出资，去年秋天动工。" * 3) == "凤凰渡：三年建成"
    assert title_of("It rained: nobody came to the harbour\nand nobody left.\n\nThe next day was dry.") == ""


@pytest.mark.parametrize(
    "text",
    [
        "{}\nThe Ashgrove Foundation\n\nBackground\nSince 2011 we have paid.",
        "{}\n文／陆知微\n\n走在草滩上，脚下软得像海绵。",
        "{}\n东澜铁路有限公司\n2024年7月1日\n\n尊敬的旅客：\n现将有关事项公告如下。",
    ],
)
@pytest.mark.parametrize("title", ["Call for Applications: Small Grants", "泥炭地：脚下的“碳银行”", "施工公告"])
def test_who_issued_a_text_may_stand_under_its_title(text: str, title: str) -> None:
    assert title_of(text.format(title)) == title


@pytest.mark.parametrize(
    "text",
    [
        "Dear customers,\n\nFrom January we change our charges.",
        "各位家长：\n\n秋游定在周五。",
        "Product: Bell; Price: £3\n\nProduct: Lamp; Price: £9",
        "Q: How do I return a sofa?\n\nA: Call us.",
        "How do I return a sofa?\n\nCall us.\n\nWho pays for that?\n\nWe do.",
        "He came home long before anybody had thought of a storm. It was late in autumn\n\nNobody saw him.",
        "码头今年建成。\n\n它有三个泊位。",
        "a line that goes on\n\nfrom elsewhere.",
    ],
)
def test_a_greeting_one_question_of_many_and_a_sentence_are_no_titles(text: str) -> None:
    assert title_of(text) == ""


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("报名须带以下材料：\n1. 身份证\n2. 照片\n地点在二楼。", []),
        ("处理如下：\n（一）口头警告\n（二）暂停借书", []),
        ("三、处罚\n处理如下：\n（一）警告\n（二）停借\n四、附则\n自发布之日起施行。", ["三、处罚", "四、附则"]),
        ("办法如下：\n1. 借书\n凭证借书。\n2. 还书\n按期还书。", ["1. 借书", "2. 还书"]),
        ("1. 借书\n2. 还书\n按期还书。", ["1. 借书", "2. 还书"]),
        ("5月18日上午9:00\n30分钟以内免费", []),
    ],
)
def test_numbered_lines_in_a_row_below_a_colon_are_a_list(text: str, headings: list[str]) -> None:
    spans = paragraphs(text)
    told = zip(spans, heading_paths(text, spans), strict=True)
    assert [text[start:end] for (start, end), (is_heading, _) in told if is_heading] == headings
