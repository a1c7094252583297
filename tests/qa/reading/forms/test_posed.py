"""Questions that a text poses itself: never evidence, and answered by what stands behind them."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.reading.forms.posed import poses

DESK = """常见问题

一、如何申请借书证？
请携带身份证到一楼服务台办理，当场发证。外地读者需交押金一百元。

二、借书证丢了怎么办？
先打电话挂失，再到服务台补办，工本费五元。

问：图书可以续借几次？
答：每本书可以续借两次，每次十五天。

Q: Can I bring food into the reading rooms?
A: No. Only water in closed bottles is allowed.

Q: How do I reserve a study room?
A: Book it in the app up to three days ahead. Bring your card when you come.

## What happens if I damage a book?
You pay for a new copy or replace it with one of the same edition.
"""

BOLD = """**问：可以带宠物入馆吗？**
答：不可以，导盲犬除外。

**Q: When does the reading room close?**
**A:** At nine in the evening.

**儿童借书要押金吗？**
不要押金。

## 会员费是多少？

个人会员每年198元，家庭会员每年368元。
"""


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("**问：可以带宠物入馆吗？**", True),
        ("二、借书证丢了怎么办？", True),
        ("Q: Can I bring food?", True),
        ("## 逾期要交多少钱？", True),
        ("他问：“怎么办？”", False),
        ("“Why?” asked the reader.", False),
        ("答：可以续借两次。", False),
    ],
)
def test_a_sentence_that_asks_is_told_from_one_that_quotes(text: str, asks: bool) -> None:
    assert poses(text) is asks


@pytest.fixture(scope="module")
def desk() -> Assistant:
    return Assistant.from_documents([Document.from_text(DESK, "desk.md")])


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("怎样申请借书证？", "请携带身份证到一楼服务台办理，当场发证"),
        ("借书证丢了怎么办？", "先打电话挂失，再到服务台补办，工本费五元"),
        ("图书能续借几次？", "两次"),
        ("How many times can a book be renewed?", "两次"),
        ("Can I bring food into the reading rooms?", "No. Only water in closed bottles is allowed"),
        ("How do I reserve a study room?", "Book it in the app up to three days ahead"),
        ("What happens if I damage a book?", "You pay for a new copy or replace it with one of the same edition"),
    ],
)
def test_who_asks_what_the_text_asks_is_given_its_answer(desk: Assistant, question: str, short: str) -> None:
    given = desk.ask(question)
    assert (given.found, given.short) == (True, short)
    assert all("？" not in each.quote and "?" not in each.quote for each in given.citations)


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("What can I reserve?", True),
        ("图书每次可以续借多少天？", True),
        ("我能带食物去哪里？", False),
        ("Where do I reserve a study room?", False),
    ],
)
def test_no_question_of_the_text_is_cited_for_another_question(desk: Assistant, question: str, found: bool) -> None:
    given = desk.ask(question)
    assert given.found is bool(given.citations) is found
    assert not any(poses(each.quote) for each in given.citations)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("可以带宠物入馆吗？", "不可以，导盲犬除外"),
        ("When does the reading room close?", "nine in the evening"),
        ("儿童借书要押金吗？", "不要押金"),
        ("会员费是多少？", "个人会员每年198元，家庭会员每年368元"),
    ],
)
def test_a_question_in_bold_is_one_and_what_tells_a_price_for_each_is_told_whole(question: str, short: str) -> None:
    given = Assistant.from_documents([Document.from_text(BOLD, "bold.md")]).ask(question)
    assert (given.found, given.short) == (True, short)


def test_a_text_of_questions_alone_answers_none() -> None:
    given = Assistant.from_documents([Document.from_text("谁来？谁去？", "q.txt")]).ask("谁来？")
    assert (given.found, given.citations) == (False, ())
