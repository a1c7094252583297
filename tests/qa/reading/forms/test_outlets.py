"""Who published a text is read from its by-line or its source line, in both languages, where that is asked for."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.question import asked
from qa.reading.forms.outlets import outlet_of
from qa.reading.pieces import pieces
from tests.qa.texts import text_of

STORY = """青石县办起渔鼓戏夜校

青石日报讯 记者王晓梅 5月3日，青石县文化馆开办渔鼓戏夜校，首批学员三十六人。
夜校每周三晚上上课，资金来源是县里的非遗专项经费。
来源：青石发布
"""


@pytest.mark.parametrize(
    ("text", "question", "outlet"),
    [
        ("青石日报讯 记者王晓梅 5月3日，夜校开课。", "哪家媒体报道的?", "青石日报"),
        ("新华社清河5月3日电（记者王晓梅）夜校开课。", "哪家媒体报道的?", "新华社"),
        ("据《青石日报》5月3日报道，夜校开课。", "哪家媒体报道的?", "青石日报"),
        ("来源：青石发布", "文章的来源是哪里?", "青石发布"),
        ("Source: The Larvik Gazette", "What source is credited?", "The Larvik Gazette"),
        ("LARVIK (Northern Wire) - The evening school opened.", "Which outlet filed the story?", "Northern Wire"),
        ("本报讯 记者王晓梅 夜校开课。", "哪家媒体报道的?", None),
        ("夜校开课的消息传开了。", "哪家媒体报道的?", None),
        ("青石日报讯 记者王晓梅 5月3日，夜校开课。", "这篇报道是哪位记者写的?", "王晓梅"),
        ("红星新闻记者 彭惊", "Who is the reporter of this article?", "彭惊"),
        ("青石日报讯 夜校开课。本文由0579生活网整理发布。", "这篇文章由哪家网站整理转发?", "0579生活网"),
        ("青石日报讯 夜校开课。本文由0579生活网整理发布。", "哪家媒体报道的?", "青石日报"),
        ("作者：胡鹏（宜昌五峰）", "这篇评论的作者是谁?", "胡鹏"),
        ("By Anna Berg", "Who wrote this story?", "Anna Berg"),
        ("记者从会上了解到，夜校开课。", "这篇报道是哪位记者写的?", None),
    ],
)
def test_where_a_text_says_who_published_it(text: str, question: str, outlet: str | None) -> None:
    cut = pieces(text)
    found = outlet_of(question, [cut])
    assert (found and text_of(cut, found[1])) == outlet


@pytest.mark.parametrize(
    ("question", "outlet"),
    [
        ("Which newspaper filed this story?", True),
        ("这篇报道出自哪家报纸？", True),
        ("文章末尾标注的来源是什么？", True),
        ("这篇关于渔鼓戏夜校的文章注明的来源是什么？", True),
        ("Who is credited as the original source of the article on the evening school?", True),
        ("这篇渔鼓戏夜校的报道是哪位记者写的？", True),
        ("Who wrote the commentary on evening schools?", True),
        ("Who is the journalist behind the report on evening schools?", True),
        ("哪家媒体报道了这条消息？", True),
        ("这篇文章由哪家网站整理转发？", True),
        ("Who wrote the novel?", False),
        ("哪位记者获得了大奖？", False),
        ("资金来源是什么？", False),
        ("Which newspaper did the mayor found?", False),
        ("What is the main source of income?", False),
    ],
)
def test_whether_the_publisher_is_asked_for(question: str, outlet: bool) -> None:
    assert asked(question).outlet is outlet


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Which newspaper filed this story?", "青石日报"),
        ("这是哪家媒体的报道？", "青石日报"),
        ("What source is credited at the end of the article?", "青石发布"),
        ("这篇稿子末尾标注的来源是哪里？", "青石发布"),
        ("这篇关于渔鼓戏夜校的报道是哪位记者写的？", "王晓梅"),
        ("Who wrote the article about the evening school?", "王晓梅"),
    ],
)
def test_who_asks_for_the_publisher_is_told(question: str, short: str) -> None:
    answer = Assistant.from_documents([Document.from_text(STORY, "a.txt")]).ask(question)
    assert answer.found and answer.short == short and short in answer.citations[0].quote


@pytest.mark.parametrize(
    "question", ["Who wrote the article about the airport strike?", "这篇关于机场罢工的报道是哪位记者写的？"]
)
def test_of_a_text_about_something_else_the_writer_is_not_told(question: str) -> None:
    assert not Assistant.from_documents([Document.from_text(STORY, "a.txt")]).ask(question).found


@pytest.mark.parametrize("question", ["Which newspaper published the story?", "这篇报道出自哪家报纸？"])
def test_a_text_without_a_by_line_does_not_say_who_published_it(question: str) -> None:
    text = "青石县文化馆开办渔鼓戏夜校，首批学员三十六人。本简报只记文化馆的事。"
    assert not Assistant.from_documents([Document.from_text(text, "a.txt")]).ask(question).found
