"""What a word means where a text defines it."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.reading.forms.definitions import definition_of
from qa.reading.pieces import pieces


@pytest.mark.parametrize(
    ("question", "text", "meaning"),
    [
        ("什么是滩地？", "本办法所称滩地，是指潮水时常淹没的土地。", "潮水时常淹没的土地"),
        ("滩地是什么意思？", "所谓“滩地”，即潮水时常淹没的土地；共五处。", "潮水时常淹没的土地"),
        ("什麼是灘地？", "「灘地」是指潮水時常淹沒的土地。", "潮水時常淹沒的土地"),
        ("什么是滩地？", "滩地是一种时常被淹没的土地。", "一种时常被淹没的土地"),
        ("什么是滩地？", "去年滩地是游客最多的地方。", None),
        ("什么是滩地？", "滩地指数上涨三成。", None),
        ("什么是滩地？", "沙地是指有沙的土地。", None),
        ('What is a "borrowed item"?', 'A "borrowed item" means a book or a map on loan.', "a book or a map on loan"),
        ("What does Lender mean in this agreement?", '"Lender" shall mean the library. It may end it.', "the library"),
        ("What is a tide mill?", "A tide mill is a water mill driven by tides.", "a water mill driven by tides"),
        ("What is the meaning of lend?", 'To "lend" an item means to hand it out.', "to hand it out"),
        ("What is a borrowed item?", '"Notice" for a borrowed item means a letter.', None),
        ("What is a tide mill?", "We saw that a tide mill is a fine sight.", None),
        ("水泵PX-20屏幕上的E3代码说明什么问题？", "E3：水罐未装好，请重新安放。", "水罐未装好"),
        ("E3代表什么？", "E5：过热；请关机。", None),
        ("What is wrong if the display shows E3?", "E5: too hot. E3: no water; fill it.", "no water"),
        ("What does error code F2 mean?", "E5: see F2: the fan", None),
        ("Who reset E3?", "E3: no water", None),
        ("What was the problem in Q3?", "Q3: revenue rose by 5 per cent", None),
        ("What does HSA stand for?", "The IMB (Inland Marine Board) met the HSA (Harbour Safety Agency).",
         "Harbour Safety Agency"),
        ("What is HSA short for?", "The Inland Marine Board (IMB) met the Harbour Safety Agency (HSA).",
         "Harbour Safety Agency"),
        ("What does ROQ stand for?", "They read the Rules of the Quay (ROQ).", "Rules of the Quay"),
        ("What does HSA stand for?", "The HSA (see page four) met.", None),
        ("Who runs the tide mill?", "A tide mill is a water mill.", None),
    ],
)  # fmt: skip
def test_what_a_word_means_is_read_where_it_is_defined(question: str, text: str, meaning: str | None) -> None:
    sentence = pieces(text)
    found = definition_of(sentence, question)
    assert (found and sentence.said(*found)) == meaning


def test_a_definition_is_found_among_many_passages_that_use_the_word() -> None:
    rules = [f"第{n}条 借阅物损坏或者遗失的,读者应当在{n}日内向借阅物管理处说明借阅物的情况。" for n in range(2, 60)]
    text = "\n\n".join([*rules, "第六十条 本规则所称借阅物,是指图书、地图和唱片。"])
    given = Assistant.from_documents([Document.from_text(text, "rules.txt")]).ask("什么是借阅物?")
    assert given.short == "图书、地图和唱片"
    assert "本规则所称借阅物" in given.citations[0].quote


def test_what_a_code_stands_for_is_told_without_doubt() -> None:
    text = "故障代码\n\nE3：水罐未装好，请重新安放。\n\nE5：过热，请关机。"
    answer = Assistant.from_documents([Document.from_text(text, "pump.txt")]).ask("屏幕出现E5说明什么问题？")
    assert (answer.short, answer.confidence >= 0.9) == ("过热", True)


def test_of_codes_in_a_row_the_one_that_is_asked_about_is_told() -> None:
    text = "E1: humidity sensor failed – contact service. E2: coil sensor failed – contact service. E4: tank missing."
    answer = Assistant.from_documents([Document.from_text(text, "dryer.txt")]).ask("What does the E2 code mean?")
    assert answer.short == "coil sensor failed – contact service"
