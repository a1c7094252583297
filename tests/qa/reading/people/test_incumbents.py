"""Who holds a post, asked in one language and told in the other."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.reading.people.incumbents import holds_another
from qa.reading.pieces import pieces

MILL = """Brenton Mill to close

By Sue Hart, Industry Reporter
BRENTON – Kallow Paper will close its mill at Brenton in June. Chief financial officer Peter Lunn said it loses money.

Mayor Ruth Ansell called the news a blow. Deputy mayor Colin Frey asked the company to think again.

The union's secretary, Mara Quill, said its 340 members would vote on Friday.
"""
PLANT = """宏川电缆二期项目开工

本报讯（记者 李倩）5月6日，宏川电缆股份有限公司二期项目在临溪市开工。

宏川电缆总经理郑启明表示，项目将于明年投产。董事长周牧之因公务未到场。临溪市副市长何文静出席仪式。
"""


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (MILL, "布伦顿市长是谁？", "Ruth Ansell"),
        (MILL, "副市长叫什么名字？", "Colin Frey"),
        (MILL, "首席财务官是谁？", "Peter Lunn"),
        (MILL, "公司的首席执行官是谁？", ""),
        (MILL, "工会书记是谁？", "Mara Quill"),
        (PLANT, "Who is the general manager of Hongchuan Cable?", "郑启明"),
        (PLANT, "Who is the chairman of Hongchuan?", "周牧之"),
        (PLANT, "Who is the deputy mayor of Linxi?", "何文静"),
        (PLANT, "Who is the mayor of Linxi?", ""),
        (PLANT, "Who is the chief engineer of Hongchuan?", ""),
    ],
)
def test_the_holder_stands_beside_the_post_and_of_another_post_nobody_is_named(
    text: str, question: str, told: str
) -> None:
    assert Assistant.from_documents([Document.from_text(text, "news.txt")]).ask(question).short == told


@pytest.mark.parametrize(
    ("sentence", "name", "question", "another"),
    [
        ("Lena Ford is its chief executive.", "Lena Ford", "首席执行官是谁？", False),
        ("Lena Ford, head of the museum, spoke.", "Lena Ford", "馆长是谁？", False),
        ("Lena Ford, head of the museum, spoke.", "Lena Ford", "市长是谁？", True),
        ("Former mayor Lena Ford spoke.", "Lena Ford", "总理是谁？", False),
        ("Vice president Lena Ford spoke.", "Lena Ford", "总统是谁？", True),
        ("校长沈思远致辞。", "沈思远", "Who is the principal?", False),
        ("校长沈思远致辞。", "沈思远", "Who is the chief editor?", True),
        ("校长沈思远致辞。", "沈思远", "Whom did the chief editor meet?", False),
        ("校长沈思远致辞。", "沈思远", "Who was the first dean?", False),
    ],
)
def test_a_post_may_be_said_in_several_ways(sentence: str, name: str, question: str, another: bool) -> None:
    start = sentence.index(name)
    assert holds_another(question, pieces(sentence), start, start + len(name)) is another


def test_a_dotted_name_is_told_whole() -> None:
    text = "哈罗博物馆（Harrow Museum）馆长是汤姆·贝茨。"
    assistant = Assistant.from_documents([Document.from_text(text, "museum.txt")])
    assert assistant.ask("Who is the director of the Harrow Museum?").short == "汤姆·贝茨"
    assert assistant.ask("哈罗博物馆馆长是谁？").short == "汤姆·贝茨"
