"""What would have to be worked out is not; what a sentence tells of it is answered."""

from __future__ import annotations

import pytest

from corpus import Language
from qa.assistant import Assistant
from qa.refusing.computing import to_work_out
from tests.qa.texts import document

LAMPS = "The L20 lamp costs £45. The L30 lamp costs £62 and has a dimmer."
KILNS = "The Dover kiln employs 24 people. The Ely kiln employs 9 people. The Bath kiln employs 6 people."
FLATS = "小套月租为3200元，押金为6400元。大套月租为4500元，押金为9000元。"
SHOPS = "东区分店有员工48人。西区分店有员工53人。南区分店有员工45人。"
TICKETS = "一张成人票80元。一张学生票40元。"


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        (LAMPS, "Which lamp is cheaper?", True),
        (LAMPS, "How much more does the L30 cost than the L20?", True),
        (LAMPS, "What is the price of two L20?", True),
        (LAMPS, "What is the price of the L20?", False),
        (LAMPS, "Which lamp has a dimmer?", False),
        (f"{LAMPS} The L20 is the cheaper of the two.", "Which lamp is cheaper?", False),
        (KILNS, "Which kiln employs the most people?", True),
        (KILNS, "How many people do the three kilns employ in total?", True),
        (KILNS, "Which kiln employs 9 people?", False),
        (f"{KILNS} That is 39 people in total.", "How many people do the three kilns employ in total?", False),
        ("The largest kiln, Dover, employs 24 people. The Ely kiln employs 9.", "Which kiln is the largest?", False),
        ("Oak Lane is longer than Elm Lane. Elm Lane is 200 m long.", "Which lane is longer?", False),
        (FLATS, "小套和大套押金相差多少？", True),
        (FLATS, "小套的押金是多少？", False),
        (SHOPS, "三个分店一共有多少员工？", True),
        (SHOPS, "哪个分店员工最多？", True),
        (f"公司三个分店共有员工146人。{SHOPS}", "三个分店一共有多少员工？", False),
        ("东店有员工48人。西店有员工53人，比东店多5人。", "西店比东店多多少员工？", False),
        (TICKETS, "两张成人票多少钱？", True),
        ("The A5 weighs 178 g and costs €499. It has a 6-inch screen and 50 megapixels.", "Which is heavier?", False),
        (TICKETS, "一张成人票多少钱？", False),
        (f"{TICKETS}两张成人票150元。", "两张成人票多少钱？", False),
        ("In 2022 the zoo had 184,000 visitors; in 2021 it had 97,000.",
         "What's the difference between the 2022 and 2021 visitors?", True),
        ("The rent is £950. The deposit is £1,100.", "How much are the rent and the deposit together?", True),
        ("A seat costs £12 for adults and £5 for children.", "How much cheaper is a seat for children than for adults?",
         True),
        ("A licence costs £20. A lease gives the tenant possession.", "What is the difference between a lease and a"
         " licence?", False),
        ("去年借閱42萬冊，今年為45萬冊。", "今年比去年多借了多少冊？", True),
        ("中文版共48页，英文版共52页。", "中文版和英文版一共多少页？", True),
        ("两期工程共投资8亿元，一期3亿元，二期5亿元。", "两期工程一共投资多少？", False),
    ],
)
def test_what_has_to_be_worked_out(text: str, question: str, expected: bool) -> None:
    assistant = Assistant.from_documents([document(text, "told.txt")])
    language = Language.ENGLISH if question.isascii() else Language.SIMPLIFIED
    assert to_work_out(assistant.tasks.of(question, language, 8)) is expected


def test_it_is_said_that_nothing_is_worked_out() -> None:
    answer = Assistant.from_documents([document(LAMPS, "told.txt")]).ask("Which lamp is cheaper?")
    assert (answer.found, answer.short) == (False, "")
    assert "compare" in answer.note
