"""What was read is of the sort asked for: a time, a measure, a rise, a body, an end."""

from __future__ import annotations

import pytest

from corpus import Document, question_language
from qa.assistant import Assistant
from qa.question import asked
from qa.refusing.fitting import dateless, miscounts, unchanged


def told_by(text: str) -> Assistant:
    return Assistant.from_documents([Document.from_text(text, "a.txt")])


@pytest.mark.parametrize(
    ("question", "text", "lacks"),
    [
        ("博物馆星期几闭馆?", "博物馆每周二闭馆。", False),
        ("博物馆星期几闭馆?", "博物馆4月12日闭馆。", True),
        ("On which day of the week is it closed?", "It is closed on Tuesdays.", False),
        ("On which day of the week is it closed?", "It is closed on 12 April 2025.", True),
        ("每月几号发工资?", "工资于每月12日发放。", False),
        ("On what day will the bins be emptied?", "The bins are emptied on Thursdays.", False),
        ("结对帮扶是从哪一年开始的?", "结对帮扶活动8月15日开始。", True),
        ("结对帮扶是从哪一年开始的?", "结对帮扶活动2021年8月15日开始。", False),
        ("结对帮扶是从哪一年开始的?", "结对帮扶活动去年8月15日开始。", False),
        ("结对帮扶是从哪天开始的?", "结对帮扶活动8月15日开始。", False),
        ("Which year did the aid begin?", "The aid began on 15 August.", True),
        ("In what year did the aid begin?", "The aid began in the 2nd century.", False),
        ("On what day did the aid begin?", "The aid began on a Monday.", False),
        ("援助是哪一天开始的?", "援助15日开始。", False),
        ("援助是哪天开始的?", "援助昨天开始。", False),
        ("In what year will the forest be gone?", "The forest will be gone by 2100.", False),
    ],
)
def test_a_day_without_its_year_tells_no_year(question: str, text: str, lacks: bool) -> None:
    task = told_by(text).tasks.of(question, question_language(question), 8)
    assert dateless(asked(question), task.spans) is lacks


@pytest.mark.parametrize(
    ("question", "text", "same"),
    [
        ("农机产值比前年增长多少?", "去年农机产值218亿元,企业132家。", True),
        ("农机企业比前年多了几家?", "去年农机产值218亿元,企业132家。", True),
        ("农机产值比前年增长多少?", "去年农机产值218亿元,增长5.1%。", False),
        ("农机产值增加了多少?", "去年农机产值增加18亿元。", False),
        ("By how much did output grow?", "Last year output came to 21.8 billion yuan.", True),
        ("By how much did output grow?", "Last year output rose by 1.8 billion yuan.", False),
        ("What was the output?", "Last year output came to 21.8 billion yuan.", False),
    ],
)
def test_what_something_came_to_is_no_rise(question: str, text: str, same: bool) -> None:
    task = told_by(text).tasks.of(question, question_language(question), 8)
    assert task.spans and unchanged(asked(question), task.spans) is same


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("清河县早稻平均亩产多少公斤?", "清河县早稻平均亩产486公斤,比去年多21公斤。", "486公斤"),
        ("清河县早稻平均亩产多少公斤?", "清河县早稻平均亩产比去年多21公斤。", ""),
        ("清河县早稻平均亩产比去年多多少公斤?", "清河县早稻平均亩产比去年多21公斤。", "21公斤"),
        ("汽油现在一升多少钱?", "今晚24时起,汽油每升下调0.17元。", ""),
        ("汽油现在一升多少钱?", "今晚24时起,汽油每升下调0.17元。\n\n清河七小的春游费用为每人138元。", ""),
        ("汽油每升下调了多少?", "今晚24时起,汽油每升下调0.17元。", "0.17元"),
        ("How much does a litre of petrol cost?", "From midnight petrol goes down by 0.17 yuan a litre.", ""),
        ("How much cheaper does petrol get?", "From midnight petrol goes down by 0.17 yuan a litre.", "0.17 yuan"),
        ("会议最多能有多少人参加?", "会议最多21人参加。", "21人"),
    ],
)
def test_a_difference_is_not_what_something_comes_to(question: str, text: str, short: str) -> None:
    assert told_by(text).ask(question).short == short


@pytest.mark.parametrize(
    ("question", "text", "wrong"),
    [
        ("How much of the city's population is Hui?", "回族约占全市人口的30%。", False),
        ("回族占全市人口的多少?", "回族约占全市人口的30%。", False),
        ("How many Victorians are Catholic?", "Catholics are 26.7% of Victorians.", False),
        ("How many miles south of the lake is the town?", "The town lies 103 miles south of the lake.", False),
        ("How many years must members pay in?", "Members pay in for 44 years.", False),
        ("How many mills must they close?", "They close after 44 years.", True),
        ("What is the capacity of the tank?", "The car with the tank has run 21,460 miles.", True),
        ("What is the capacity of the tank?", "The tank holds 48 litres.", False),
        ("What is the capacity of the hall?", "The hall holds 300 guests.", False),
        ("水箱有多高?", "水箱占地12平方米。", True),
        ("萤火虫一天能飞多远?", "萤火虫的成虫只能活三周。", True),
        ("How far can a firefly fly in a day?", "A firefly lives for three weeks.", True),
        ("How far is the harbour?", "The harbour is 20 minutes away.", False),
        ("How far back is child benefit paid?", "Child benefit is paid up to six months back.", False),
        ("小明今年多大?", "Xiao Ming is 8 years old.", False),
        ("面包机的电源线有多长?", "面包机电源线的功率是620瓦。", True),
        ("面包机的电源线有多长?", "面包机的电源线长1.2米。", False),
        ("面包机的功率是多少?", "面包机重6公斤。", True),
        ("How large are the discs?", "The discs are 300 nanometres across.", False),
        ("圆盘有多大?", "圆盘直径约300纳米。", False),
        ("圆盘的面积是多少?", "圆盘的直径约300纳米。", True),
        ("工人每年有多少带薪假日?", "工人每年有28天带薪假日。", False),
        ("How long is the cake programme?", "The cake programme is for 1 kg.", True),
        ("How long is the cake programme?", "The cake programme takes 55 minutes.", False),
        ("水池的水温多高?", "水池的水温是35摄氏度。", False),
        ("How high is the temperature of the pool?", "The pool has a temperature of 35 degrees Celsius.", False),
        ("What temperature has the pool?", "The pool weighs 35 tonnes.", True),
    ],
)
def test_what_surely_counts_something_else_is_told(question: str, text: str, wrong: bool) -> None:
    task = told_by(text).tasks.of(question, question_language(question), 8)
    assert task.spans and miscounts(asked(question), task.spans) is wrong


def test_a_number_of_people_is_no_age() -> None:
    assert asked("补贴可以领到孩子几周岁?").strict
    text = "育儿补贴已发给82位孩子的家长。"
    assert not told_by(text).ask("育儿补贴可以领到孩子几周岁?").found


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("三号超算什么时候投入使用?", False),
        ("When will the third supercomputer go into operation?", False),
        ("旧馆什么时候关闭的?", True),
        ("When did the old museum close?", True),
    ],
)
def test_what_tells_no_time_does_not_answer_when(question: str, answered: bool) -> None:
    told = "加快建设三号超算等设施,支撑人工智能产业发展。\n旧馆在战争爆发后关闭,馆藏移交市档案馆。"
    assert told_by(told).ask(question).found is answered


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("李敏是哪所大学毕业的?", False),
        ("Which university did Li Min graduate from?", False),
        ("这笔贷款由哪家银行发放?", True),
        ("Which bank granted the loan?", True),
        ("哪家银行出资设立了基金?", False),
    ],
)
def test_a_body_of_the_sort_asked_for_is_named_or_nothing(question: str, answered: bool) -> None:
    told = "市科技局副局长李敏出席了会议。\n市财政局出资设立了20亿元的种子基金。\n贷款由建设银行发放,共3亿元。"
    assert told_by(told).ask(question).found is answered


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        ("The tenancy starts on 1 June 2024. The rent is £700.", "When does the tenancy end?", ""),
        ("The tenancy ends on 1 June 2024. The rent is £700.", "When does the tenancy end?", "1 June 2024"),
        ("The road is closed from 3 May. Shops stay open.", "When will the road close?", "3 May"),
        ("2024年5月3日签订本合同。租金每月2,800元。", "合同什么时候到期？", ""),
        ("2024年5月3日签订本合同。租金每月2,800元。", "合同什么时候签订的？", "2024年5月3日"),
        ("房屋自2024年6月1日起租。租金每月2,800元。", "租期什么时候结束？", ""),
    ],
)
def test_a_beginning_or_a_signing_is_no_end(text: str, question: str, short: str) -> None:
    assert told_by(text).ask(question).short.removeprefix("from ") == short
