"""Who was put into which post, and where Chinese names end."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.reading.people.appointments import holder_told, holders_stated, names_told, post_told
from qa.reading.pieces import pieces

BOARD = "会议选举孙立群为董事长,选举赵曼为副董事长,聘任冯雪、马骏为副总经理,聘任宋佳为公司财务总监兼董事会秘书。"
CHIEFS = "目前吴建平任首席执行官,林珊任首席技术官。"


@pytest.mark.parametrize(
    ("text", "question", "right"),
    [
        (BOARD, "谁被选为董事长?", "孙立群"),
        (BOARD, "副董事长是谁?", "赵曼"),
        (BOARD, "副总经理有哪些人?", "冯雪、马骏"),
        (BOARD, "董事会秘书是谁?", "宋佳"),
        (BOARD, "财务总监由谁担任?", "宋佳"),
        (BOARD, "前董事长是谁?", None),
        (BOARD, "前任董事长是谁?", None),
        (BOARD, "总工程师是谁?", None),
        ("聘任周敏接替李建华担任总经理,任期三年。", "新任总经理是谁?", "周敏"),
        ("陈思任刺绣研究所第三任所长。", "第三任所长是谁?", "陈思"),
        ("陈思任刺绣研究所第三任所长。", "第四任所长是谁?", None),
        (CHIEFS, "首席技术官是谁?", "林珊"),
        ("李有为任校长。", "校长是谁?", "李有为"),
        ("高主任说,林业任务重,成员很少。", "主任是谁?", None),
    ],
)
def test_who_holds_the_post_asked_for(text: str, question: str, right: str | None) -> None:
    found = holder_told(text, question)
    assert (found and text[slice(*found)]) == right


@pytest.mark.parametrize(
    ("text", "question", "right"),
    [
        (CHIEFS, "林珊现任什么职务?", "首席技术官"),
        (CHIEFS, "林珊曾任什么职务?", None),
        ("何兰英是昆虫学家,曾任云南农业大学副校长。", "何兰英曾任什么职务?", "云南农业大学副校长"),
        ("何兰英是昆虫学家,曾任云南农业大学副校长。", "陆静曾任什么职务?", None),
    ],
)
def test_which_post_somebody_was_given(text: str, question: str, right: str | None) -> None:
    found = post_told(text, question)
    assert (found and text[slice(*found)]) == right


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (BOARD, ["孙立群", "赵曼", "冯雪", "马骏", "宋佳"]),
        (CHIEFS, ["吴建平", "林珊"]),
        ("公司由吴建平和林珊于2017年创立。", ["吴建平", "林珊"]),
        ("由于张力不足,和平任务未完成。", []),
        ("校长杨建民主持仪式,董事长郑海涛感谢来宾。", ["杨建民", "郑海涛"]),
        ("“有信心，”方亚军说。奖由马立群颁发。", ["方亚军", "马立群"]),
        ("校长高度评价,主任于会上表示,会长时间紧。", []),
    ],
)
def test_names_are_one_piece_each_without_the_verb_behind(text: str, names: list[str]) -> None:
    assert [text[slice(*name)] for name in names_told(text)] == names
    assert set(names) <= {piece.term for piece in pieces(text).row}


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("县教育局局长是谁?", "周建平"),
        ("教育局的副局长有哪些?", "刘晓梅、陈志强"),
        ("前任局长是谁?", None),
        ("财政局局长是谁?", None),
        ("教育局局长为什么辞职?", None),
    ],
)
def test_a_post_is_said_to_be_its_holders(question: str, names: str | None) -> None:
    text = "局长为周建平，副局长为刘晓梅、陈志强，党委书记暂缺。"
    found = holders_stated(text, "云溪县教育局简介", question)
    assert (found and text[slice(*found)]) == names


@pytest.mark.parametrize(
    ("question", "name"),
    [("一中校长是谁?", "林文斌"), ("二中的校长是谁?", "黄秀兰"), ("三中校长是谁?", None), ("校长是谁?", None)],
)
def test_of_several_bodies_the_one_named_ahead_of_the_post(question: str, name: str | None) -> None:
    text = "城东校区由一中管理，校长为林文斌；城西校区由二中管理，校长为黄秀兰。"
    found = holders_stated(text, "两校区", question)
    assert (found and text[slice(*found)]) == name


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("首任所长是谁?", "任慧娴"),
        ("刺绣所第二任所长是谁?", "潘文华"),
        ("第四任所长是谁?", None),
        ("秘书是谁?", "许文静"),
    ],
)
def test_of_several_holders_the_one_in_its_place(question: str, name: str | None) -> None:
    text = "刺绣所首任所长为任慧娴，第二任所长为潘文华，秘书仍由许文静担任。"
    found = holders_stated(text, "简介", question)
    assert (found and text[slice(*found)]) == name


@pytest.mark.parametrize(
    ("question", "short"),
    [("财务总监是谁?", "宋佳"), ("Who is the chief technology officer?", "林珊"), ("谁是首席执行官?", "吴建平")],
)
def test_a_holder_is_answered_by_the_bare_name(question: str, short: str) -> None:
    assistant = Assistant.from_documents([Document.from_text(f"{BOARD}\n\n{CHIEFS}", "board.txt")])
    assert assistant.ask(question).short == short


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("市长梁思远作报告时说,要修路。", ["梁思远"]),
        ("董事长周牧之因公务未到场。", ["周牧之"]),
        ("局长李明在会上说,要修路。", ["李明"]),
        ("经济增长高质量在路上。", []),
    ],
)
def test_a_name_behind_a_post_ends_before_its_verb(text: str, names: list[str]) -> None:
    assert [text[slice(*each)] for each in names_told(text)] == names
