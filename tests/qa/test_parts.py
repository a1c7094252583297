"""The several questions of one sentence."""

import pytest

from qa.parts import parts


def test_several_questions_in_one_sentence_are_told_apart() -> None:
    assert parts("基金规模有多大\uff0c由谁设立\uff1f") == ("基金规模有多大", "由谁设立\uff1f")
    assert parts("Who founded it, and when?") == ("Who founded it", "when?")
    assert parts("今年以来\uff0c深圳投入了多少?") == ("今年以来\uff0c深圳投入了多少?",)
    assert parts("Of the towns whose harvest failed, which is the poorest?") == (
        "Of the towns whose harvest failed, which is the poorest?",
    )
    assert parts("报告列出的几项工作里,第三项是什么?") == ("报告列出的几项工作里,第三项是什么?",)
    assert parts("有几项工作,由谁负责?") == ("有几项工作", "由谁负责?")
    assert parts("停水的那几天,谁送水?") == ("停水的那几天,谁送水?",)
    assert parts("Who met Anna and Ben?") == ("Who met Anna and Ben?",)


@pytest.mark.parametrize(
    ("question", "each"),
    [
        ("When and where does the fair open?", ("When does the fair open?", "Where does the fair open?")),
        (
            "Where, when and by whom was it built?",
            ("Where was it built?", "When was it built?", "By whom was it built?"),
        ),
        ("When was the mill built and by whom?", ("When was the mill built", "by whom?")),
        ("How much is the fee and the fine?", ("How much is the fee?", "How much is the fine?")),
        (
            "What are the price and the stock of the brake pad?",
            ("What is the price of the brake pad?", "What is the stock of the brake pad?"),
        ),
        ("What is the height and weight of it?", ("What is the height of it?", "What is the weight of it?")),
        ("What is the fee of the bed and the desk?", ("What is the fee of the bed?", "What is the fee of the desk?")),
        ("When does the lease begin and end?", ("When does the lease begin?", "When does the lease end?")),
        ("How much is it for adults and children?", ("How much is it for adults?", "How much is it for children?")),
        ("产假和陪产假分别是多少天?", ("产假是多少天?", "陪产假是多少天?")),
        ("甲厂、乙厂和丙厂的产量各是多少?", ("甲厂的产量是多少?", "乙厂的产量是多少?", "丙厂的产量是多少?")),
        ("会议时间和地点是什么?", ("会议时间是什么?", "会议地点是什么?")),
        ("How much is the deposit and may I keep a cat?", ("How much is the deposit", "may I keep a cat?")),
        ("What are their phone number and address?", ("What is their phone number?", "What is their address?")),
        ("采购和宣传分别由谁负责?", ("采购由谁负责?", "宣传由谁负责?")),
        ("會議什麼時候、在哪裡召開?", ("會議什麼時候召開?", "會議在哪裡召開?")),
        ("產假和陪產假分別是多少天?", ("產假是多少天?", "陪產假是多少天?")),
        ("会议的时间、地点和主持人?", ("会议的时间?", "会议的地点?", "会议的主持人?")),
        ("营业时间和电话是多少?", ("营业时间是多少?", "电话是多少?")),
        ("培训什么时候在哪里举行?", ("培训什么时候举行?", "培训在哪里举行?")),
        ("灯会在哪儿办、票价多少、谁负责?", ("灯会在哪儿办", "票价多少", "谁负责?")),
    ],
)
def test_what_is_asked_of_two_things_is_asked_of_each(question: str, each: tuple[str, ...]) -> None:
    assert parts(question) == each


@pytest.mark.parametrize(
    "question",
    [
        "How much is the bread and butter pudding?",
        "What are the terms and conditions of the lease?",
        "What is the difference between the bed and the desk?",
        "Where did Anna and Ben meet?",
        "How many men and women work there?",
        "Where is the bed and breakfast?",
        "双方和解的金额是多少?",
        "张三和李四在哪里结婚?",
        "和平饭店有多少间客房?",
        "What can and should I do?",
        "研究与开发?",
    ],
)
def test_one_thing_asked_stays_one(question: str) -> None:
    assert parts(question) == (question,)
