"""What is told of another ticket, room, fee, meal or block, or of what is only like it, is no answer."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant

PRICES = "门票:成人票60元,学生票30元。单人间每晚260元,双人间每晚380元。每月物业费180元,押金500元。"
HOUSE = "The kitchen has a refrigerator. Breakfast is served at 8 am. The washing machine is in the shed."
INN = "每间房配有吹风机。早餐8:00开始,需前一晚预订。"
BLOCKS = "Water will be off in Block C on 12 June. The monthly service charge rises to £145. Adults pay £9, boys £4."


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (PRICES, "老人票多少钱?", ""),
        (PRICES, "学生票多少钱?", "30元"),
        (PRICES, "How much is a ticket for a senior?", ""),
        (PRICES, "How much is a suite?", ""),
        (PRICES, "每月电费多少钱?", ""),
        (PRICES, "每月物业费多少钱?", "180元"),
        (BLOCKS, "When will the water be off in Block A?", ""),
        (BLOCKS, "When will the water be off in Block C?", "12 June"),
        (BLOCKS, "A栋什么时候停水?", ""),
        (BLOCKS, "C栋什么时候停水?", "12 June"),
        (BLOCKS, "每月电费是多少?", ""),
        (HOUSE, "What time is lunch?", ""),
        (HOUSE, "What time is breakfast?", "8 am"),
        (HOUSE, "Is there a gym?", ""),
        (HOUSE, "Is there a fridge?", "Yes: The kitchen has a refrigerator"),
        (HOUSE, "Is there a dishwasher?", "The washing machine is in the shed"),
        (INN, "有游泳池吗?", ""),
        (INN, "提供晚餐吗?", ""),
        (INN, "晚餐几点开始?", ""),
        ("晚餐在湖边饭庄吃。", "早餐在哪里吃?", ""),
        ("晚餐在湖边饭庄吃。", "晚餐在哪里吃?", "湖边饭庄"),
        ("电费按表计收,每度0.85元。", "水费怎么算?", ""),
        (INN, "有吹风机吗?", "有，每间房配有吹风机"),
        (BLOCKS, "How much do adults pay?", "£9"),
    ],
)
def test_what_is_told_of_another_ticket_room_meal_or_block_is_no_answer(text: str, question: str, told: str) -> None:
    answer = Assistant.from_documents([Document.from_text(text, "a.txt")]).ask(question)
    assert (answer.short if answer.found else "") == told


PURIFIER = """Corven AirPure 350

The AirPure 350 has a guarantee of three years and costs $249. It was designed in Bristol.
"""


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("AirPure 350保修几年？", True),
        ("AirPure 500保修几年？", False),
        ("How long is the guarantee of the AirPure 350?", True),
        ("How long is the guarantee of the AirPure 500?", False),
        ("AirPure 350是在布里斯托尔设计的吗？", True),
        ("AirPure 350是在格拉斯哥设计的吗？", False),
    ],
)
def test_what_only_another_number_or_another_city_is_told_of_is_refused(question: str, answered: bool) -> None:
    assert Assistant.from_documents([Document.from_text(PURIFIER, "purifier.txt")]).ask(question).found is answered


SALES = "Kestrel sold 212,000 cars last year. It was founded in Ely."


@pytest.mark.parametrize(
    ("question", "answered"), [("公司去年卖了多少辆车？", True), ("公司前年卖了多少辆车？", False)]
)
def test_last_year_is_not_the_year_before(question: str, answered: bool) -> None:
    assert Assistant.from_documents([Document.from_text(SALES, "sales.txt")]).ask(question).found is answered


TRAM = "A day ticket is valid until 4 a.m. Unused day tickets may be refunded. No refund is given for single tickets."


@pytest.mark.parametrize(
    ("question", "answered"),
    [("单程票可以退吗？", True), ("月票可以退吗？", False), ("Can I get a refund for a single ticket?", True)],
)
def test_what_holds_for_a_single_ticket_is_not_said_of_another(question: str, answered: bool) -> None:
    assert Assistant.from_documents([Document.from_text(TRAM, "tram.txt")]).ask(question).found is answered
