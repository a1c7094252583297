"""The figure of the sort that is asked for answers: a weight, an age, and never the number of a section."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.question import asked
from qa.reading.times.tellings import only_when, tells_when
from tests.qa.texts import document, span_of

BAGGAGE = "4.2 A cabin bag may measure 55 x 38 x 22 cm and weigh 9 kg.\n\n7.2 The board has five members."
LOANS = "3. 每人每次限借3册,期限21天。\n\n4. 志愿者须年满16岁。\n\n霜藤-3由沈若川团队研制,历时近四年。"
ELECTED = "柳溪村选出新一届村委会 “90后”返乡青年当选主任\n\n经过一天的投票,33岁的返乡青年贺春林以1021票当选村委会主任。"
SURGERY = (
    "A severe infection affects roughly 1 in 1,500 patients. You will be seen by an optician five weeks after surgery "
    "for new glasses. Swimming is to be avoided for four weeks."
)
METERS = (
    "The meters are read by hand. A leak is dealt with within twenty-four hours. Readings are taken every two months."
)
PORT = "一季度海铁联运完成9.6万标箱,去年同期为7.1万标箱。"
PROFIT = "2023年年报显示,公司净利润3.17亿元。公司计划2024年实现净利润3.8亿元。"
RUNNER = "女子马拉松比赛中,32岁的陶敏以2小时34分获得冠军。"
RAISED = "It raised $8 million in its Series A round and $25 million in its Series B."
BRACES = "许小禾的牙套要戴20个月。每五周到诊所调整。"


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (BAGGAGE, "How heavy may a cabin bag be?", "9 kg"),
        (BAGGAGE, "How many members does the board have?", "five"),
        (LOANS, "志愿者要多大年纪?", "16岁"),
        (LOANS, "霜藤-3的研制花了多长时间?", "近四年"),
        (LOANS, "每人每次可以借多少册?", "3册"),
        (SURGERY, "How often does a serious infection follow the operation?", "1 in 1,500"),
        (METERS, "How often does the company look at the meters?", "every two months"),
        (BRACES, "牙套多久调整一次?", "每五周"),
        (PORT, "去年一季度海铁联运完成多少?", "7.1万标箱"),
        (PROFIT, "2023年的净利润是多少?", "3.17亿元"),
        (RUNNER, "谁获得女子马拉松冠军?", "陶敏"),
        (RAISED, "How much was raised in Series B?", "$25 million"),
        ("The ship left on 24 April 1968. It sent its images on Christmas Eve.", "On what day did it send images?",
         "Christmas Eve"),
        ("实验记载于1963年的书中。第一次实验在公元前2世纪进行。", "第一次实验是哪一年进行的?", "公元前2世纪"),
        (ELECTED, "How old is the new head of the village committee?", "33"),
    ],
)
def test_the_figure_asked_for(text: str, question: str, short: str) -> None:
    assert short in Assistant.from_documents([Document.from_text(text, "rules.txt")]).ask(question).short


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("志愿者每次借书期限21天。", "志愿者几岁?"),
        ("She succeeded Paul Lane, who led the centre for 17 years.", "How old is Paul Lane?"),
    ],
)
def test_days_and_years_of_service_are_no_age(text: str, question: str) -> None:
    assert not Assistant.from_documents([Document.from_text(text, "rules.txt")]).ask(question).found


@pytest.mark.parametrize(
    ("text", "span", "told"),
    [
        ("Tests are done on Tuesdays and Thursdays in room 3.", "Tuesdays and Thursdays", True),
        ("Tests are done between 8.15 and 10.45 am in room 3.", "8.15", True),
        ("Tests are done between 8.15 and 10.45 am in room 3.", "room 3", False),
        ("会议定于星期一14:00在三号楼举行。", "星期一14:00", True),
        ("会议定于星期一14:00在三号楼举行。", "三号楼", False),
    ],
)
def test_when_is_not_where(text: str, span: str, told: bool) -> None:
    assert only_when(span_of(document(text), span)) is told


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("图像是哪一天传回地球的?", "平安夜", True),
        ("On what day was it sent?", "Christmas Eve", True),
        ("On what day was it sent?", "the 2nd century", False),
        ("实验是哪一年进行的?", "公元前2世纪", True),
        ("实验是哪一年进行的?", "平安夜", False),
    ],
)
def test_feasts_are_days_and_a_century_tells_a_year(question: str, text: str, told: bool) -> None:
    assert tells_when(asked(question), text) is told


@pytest.mark.parametrize("question", ["Who was elected mayor?", "Who is the mayor?", "谁当选市长?"])
def test_the_head_is_not_the_deputy(question: str) -> None:
    text = "Janet Fry was elected mayor on Monday night. Amir Khan was re-elected as deputy mayor."
    assert Assistant.from_documents([Document.from_text(text, "council.txt")]).ask(question).short == "Janet Fry"


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        ("Its brands include Haverley, Golden Churn and Little Ladle. Haverley is sold abroad.",
         "What brands does the dairy own?", "Haverley, Golden Churn and Little Ladle"),
        ("参会企业包括远山科技、清河电子和大江重工。", "哪些企业参加了会议?", "远山科技、清河电子和大江重工"),
    ],
)  # fmt: skip
def test_of_several_asked_for_the_whole_row_is_given(text: str, question: str, short: str) -> None:
    assert Assistant.from_documents([Document.from_text(text, "a.md")]).ask(question).short == short


def test_a_rise_is_not_the_share_that_rose_from_one_to_another() -> None:
    text = "上半年接待游客1064万人次,同比增长83%;过夜游客占比由去年的19%升至34%。"
    assistant = Assistant.from_documents([Document.from_text(text, "a.md")])
    assert assistant.ask("上半年游客比去年同期多了百分之多少?").short == "83%"
