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
