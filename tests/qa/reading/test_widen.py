"""The edges of an answer: whole figures and dates, lists without their "and so on", persons without who comes next."""

from __future__ import annotations

import numpy as np
import pytest

from corpus import Document
from corpus.passages import passages
from qa.assistant import Assistant
from qa.question import asked
from qa.reading.pieces import pieces
from qa.reading.preferred import preferred
from qa.reading.signs import SIGNS
from qa.reading.widen import shortened, widened
from qa.types import RankedSentence, ReadSpan
from tests.qa.reading.test_enumerations import run_of, text_of


@pytest.mark.parametrize(
    ("question", "text", "read", "right"),
    [
        ("县里扶持哪些产业?", "县里扶持茶叶、丝绸等产业风口", "茶叶、丝绸等产业风口", "茶叶、丝绸"),
        ("县里扶持哪两个产业?", "县里扶持茶叶、丝绸等产业风口", "茶叶、丝绸等产业", "茶叶、丝绸"),
        ("县里扶持什么?", "县里扶持高等学校、小学", "高等学校、小学", "高等学校、小学"),
        ("副局长是谁?", "副局长王建国,市图书馆馆长李敏", "王建国,市图书馆", "王建国"),
        ("基金有多少钱?", "设立了近20亿元的基金", "20亿", "近20亿元"),
        ("大桥何时通车?", "大桥拟于2026年第三季度通车", "拟于2026年第三季度", "2026年第三季度"),
        ("大桥何时通车?", "大桥将于明年4月通车", "4月", "明年4月"),
        ("大桥何时通车?", "大桥2026年年底前通车", "2026年", "2026年年底"),
        ("大桥哪一年通车?", "大桥2026年上半年通车", "2026年上半年", "2026年"),
        ("他何时毕业?", "他2021年初中毕业", "2021年", "2021年"),
        ("When will it open?", "It will open in the third quarter of 2026.", "2026", "the third quarter of 2026"),
        ("When did the street open?", "It opened on 14 July last year, in the rain.", "14 July", "14 July last year"),
        ("When will it open?", "It will open in late 2026.", "in late 2026", "late 2026"),
        ("Which command lists?", "Running `lend list --all` lists.", "Running `lend list", "Running `lend list --all`"),
        ("Which command lists?", "Running `lend list --all` lists.", "list --all", "lend list --all"),
        ("Who is a lender?", "Lender means the owner and the keeper of it", "the owner and the", "the owner"),
        ("谁是出借人?", "出借人包括市图书馆和县图书馆", "市图书馆和", "市图书馆"),
        ("几点闭馆?", "周末8时30分开馆,17:00闭馆", "00", "17:00"),
        ("Which setting makes jam?", "Programme 11 makes jam.", "Programme", "Programme 11"),
        ("Which model is silent?", "Of these the BM-40 is silent.", "BM", "BM-40"),
        ("哪种型号静音?", "其中型号HX-200B最静音", "HX", "HX-200B"),
        ("Where were the games?", "The games of London 2012 were dry.", "London", "London"),
        ("Who won?", "Marsh 3, Denby 2: a close match.", "Marsh", "Marsh"),
        ("Which club won?", "For Rovers 500 people sang.", "Rovers", "Rovers"),
        ("全程要多久?", "全程5个小时20分,不停车", "5个小时", "5个小时20分"),
        ("全程要多久?", "全程两小時四十分鐘,不停车", "两小時", "两小時四十分鐘"),
        ("要等几天?", "第2天8小时就好", "8小时", "8小时"),
        ("How long is it?", "It takes 1 hour and 25 minutes.", "25 minutes", "1 hour and 25 minutes"),
        ("几点开馆?", "周末8时30分开馆,17:00闭馆", "30分", "8时30分"),
        ("机场何时恢复?", "机场28日上午8时恢复", "28日上午8时", "28日上午8时"),
        ("营业时间是什么?", "上午9:00至晚上8点半营业", "晚上8点半", "上午9:00至晚上8点半"),
        ("What are the opening hours?", "It is open from 10:00 to 18:00.", "00 to 18:00", "10:00 to 18:00"),
        ("When does it close?", "It is open from 10:00 to 18:00.", "18:00", "18:00"),
    ],
)
def test_the_edges_are_set_right(question: str, text: str, read: str, right: str) -> None:
    sentence = pieces(text)
    assert text_of(sentence, widened(sentence, run_of(sentence, read), asked(question))) == right


def test_as_many_things_are_named_as_are_asked_for() -> None:
    text = "首批运动员来自越南、巴西、智利、肯尼亚、波兰5个国家。"
    assistant = Assistant.from_documents([Document.from_text(text, "zh.txt")])
    assert assistant.ask("首批运动员来自哪五个国家?").short == "越南、巴西、智利、肯尼亚、波兰"


def test_a_day_is_told_where_a_day_is_asked_for() -> None:
    text = "清河市水务局8月4日召开发布会,通报了2023年上半年的水质。"
    assistant = Assistant.from_documents([Document.from_text(text, "zh.txt")])
    assert assistant.ask("清河市水务局是哪天召开发布会通报水质的?").short == "8月4日"
    assert assistant.ask("通报的是哪一年的水质?").short.startswith("2023年")


@pytest.mark.parametrize("question", ["用假币买瓜的屈某多大岁数?", "屈某几岁了?"])
def test_an_age_is_told_where_an_age_is_asked_for(question: str) -> None:
    text = "男子1天7次用7张百元假币买瓜。警方通报,屈某(男,43岁)用假币买瓜95元,已被拘留15天。"
    assistant = Assistant.from_documents([Document.from_text(text, "zh.txt")])
    assert "43" in assistant.ask(question).short


def test_who_says_it_is_no_answer() -> None:
    sentence = RankedSentence(passages(Document.from_text("数据显示,全县产茶。", "zh.txt"))[0], 0, 10, 1.0)
    spans = [(ReadSpan(sentence, start, end, 0.0), np.zeros(len(SIGNS), np.float32)) for start, end in ((0, 4), (5, 7))]
    assert [span.text for span, _ in preferred(spans, asked("全县产什么?"))] == ["全县"]
    assert preferred(spans[:1], asked("全县产什么?")) == spans[:1]


def test_a_long_answer_is_cut_after_its_last_clause_that_fits() -> None:
    sentence = pieces("the owner of the book, its keeper, and anybody to whom the two have lent it for a while")
    everything = (0, len(sentence.row))
    assert text_of(sentence, shortened(sentence, everything, 40)) == "the owner of the book, its keeper"
    assert text_of(sentence, shortened(sentence, everything, 30)) == "the owner of the book"
    assert text_of(sentence, shortened(sentence, everything, 16)) == "the owner"
    assert shortened(sentence, everything, 120) == everything
