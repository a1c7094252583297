"""Of the value before a change and the one after it, that which a question means."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.question import asked
from qa.reading.counting.changes import changes
from qa.reading.pieces import pieces


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("月租由62元上调至75元", "62元", "75元"),
        ("限速由80公里下调为70公里", "80公里", "70公里"),
        ("合同期五年改为六年", "五年", "六年"),
        ("最低工资从2019年的1800元提高到2023年的2100元", "1800元", "2100元"),
        ("日期由5月3日提前至4月20日", "5月3日", "4月20日"),
        ("It was postponed from 3 May to 9 May.", "3 May", "9 May"),
        ("月租75元,此前为62元", "62元", "75元"),
        ("开幕由9月14日推迟到10月5日", "9月14日", "10月5日"),
        ("The opening is pushed back from 14 September to 5 October.", "14 September", "5 October"),
        ("It was raised from 32 cents to 38 cents.", "32 cents", "38 cents"),
        ("It cut the term from 8 to 5 years.", "8", "5 years"),
        ("The rate is 5%, up from 4.25%.", "4.25%", "5%"),
        ("Rent rose to £30 from £24.", "£24", "£30"),
        ("It costs £30 instead of the previous £24.", "£24", "£30"),
    ],
)
def test_what_came_before_and_what_after(text: str, before: str, after: str) -> None:
    (found,) = changes(pieces(text))
    assert [text[each.start : each.end] for each in found[:2]] == [before, after]


@pytest.mark.parametrize(
    "text",
    [
        "Tickets cost from £5 for children to £8 for adults.",
        "It takes 5 to 8 days.",
        "The hall is closed from 14 September to 5 October.",
        "由儿童5元到成人8元",
        "The hall has 40 seats and 3 doors.",
        "增加18名教师,共26名",
        "It is open from 3 May to 9 May, from 9 am to 5 pm.",
        "The rent goes up by $60 to $910.",
    ],
)
def test_no_change_is_told(text: str) -> None:
    assert not changes(pieces(text))


@pytest.mark.parametrize(
    ("question", "moment"),
    [
        ("票价原来是多少?", "before"),
        ("票价上调前是多少?", "before"),
        ("What did it cost before?", "before"),
        ("票价上调到多少?", "after"),
        ("How much does it cost?", "after"),
        ("How old is she?", "after"),
        ("2019年票价是多少?", ""),
        ("How much was it last year?", ""),
        ("票价上调了多少?", ""),
    ],
)
def test_which_is_asked_for(question: str, moment: str) -> None:
    assert asked(question).moment == moment


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        ("退休年龄由60岁延长至63岁。", "退休年龄延长到多少岁?", "63岁"),
        ("退休年龄由60岁延长至63岁。", "退休年龄原来是多少岁?", "60岁"),
        ("Passwords must have 12 characters instead of 8.", "How many characters did passwords need before?", "8"),
        ("The rent of a studio goes up by $60 to $910.", "By how much does the rent of a studio go up?", "$60"),
        ("The rent will rise from $1,250 to $1,340.", "By how much will the rent rise?", "from $1,250 to $1,340"),
        ("住宿费由1000元调整为1200元。", "住宿费涨了多少?", "由1000元调整为1200元"),
        ("The loan period rises from 14 to 21 days.", "How long is the loan period?", "21 days"),
    ],
)
def test_the_one_asked_for_answers(text: str, question: str, short: str) -> None:
    assert Assistant.from_documents([Document.from_text(text, "rules.txt")]).ask(question).short == short


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("When does the show open?", "5 October"),
        ("When is the show closed?", "6 to 9 October"),
        ("展览何时开幕?", "10月5日"),
        ("展览原定何时开幕?", "9月14日"),
    ],
)
def test_what_is_moved_to_another_day_is_then(question: str, told: str) -> None:
    english = "The opening of the show is pushed back from 14 September to 5 October. It is closed from 6 to 9 October."
    text = "展览的开幕由9月14日推迟到10月5日。" if "展览" in question else english
    assert Assistant.from_documents([Document.from_text(text, "show.txt")]).ask(question).short == told
