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
from qa.reading.widen import asks_how, shortened, widened, with_verb
from qa.types import RankedSentence, ReadSpan
from tests.qa.texts import run_of, text_of


@pytest.mark.parametrize(
    ("question", "text", "read", "right"),
    [
        ("县里扶持哪些产业?", "县里扶持茶叶、丝绸等产业风口", "茶叶、丝绸等产业风口", "茶叶、丝绸"),
        ("县里扶持哪两个产业?", "县里扶持茶叶、丝绸等产业风口", "茶叶、丝绸等产业", "茶叶、丝绸"),
        ("县里扶持什么?", "县里扶持高等学校、小学", "高等学校、小学", "高等学校、小学"),
        ("副局长是谁?", "副局长王建国,市图书馆馆长李敏", "王建国,市图书馆", "王建国"),
        ("电脑由谁处理?", "由信息部的老秦统一处理", "秦统一", "老秦"),
        ("电脑由谁处理?", "由信息部的老秦统一处理", "老秦统一", "老秦"),
        ("电话由谁登记?", "由家委会的小何统一登记", "家委会的小何统一", "家委会的小何"),
        ("钥匙交给谁?", "钥匙交给行政部的小邓", "邓", "小邓"),
        ("谁负责摄影?", "李明负责摄影", "李明负责", "李明"),
        ("Who chairs it?", "Dr. Femi Adeyemi chairs it", "Femi Adeyemi", "Dr. Femi Adeyemi"),
        ("Who opened it?", "Mrs Ada Quill opened it", "Ada Quill", "Mrs Ada Quill"),
        ("基金有多少钱?", "设立了近20亿元的基金", "20亿", "近20亿元"),
        ("谁领投?", "融资由甲方资本领投", "由甲方资本", "甲方资本"),
        ("公司由谁创立?", "公司由王芳于2017年创立", "王芳于", "王芳"),
        ("Where was it held?", "It was held in Dublin Castle on Friday", "Dublin Castle on Friday", "Dublin Castle"),
        ("Where is it?", "It lies in Stratford on Avon", "Stratford on Avon", "Stratford on Avon"),
        ("大桥何时通车?", "大桥拟于2026年第三季度通车", "拟于2026年第三季度", "2026年第三季度"),
        ("大桥何时通车?", "大桥将于明年4月通车", "4月", "明年4月"),
        ("大桥何时通车?", "大桥2026年年底前通车", "2026年", "2026年年底前"),
        ("大桥哪一年通车?", "大桥2026年上半年通车", "2026年", "2026年上半年"),
        ("他何时毕业?", "他2021年初中毕业", "2021年", "2021年"),
        ("When will it open?", "It will open in the third quarter of 2026.", "2026", "the third quarter of 2026"),
        ("When did the street open?", "It opened on 14 July last year, in the rain.", "14 July", "14 July last year"),
        ("When is the race?", "The race is on the first Sunday in July.", "July", "the first Sunday in July"),
        ("In which month is the race?", "The race is on the first Sunday in July.", "July", "July"),
        ("赛船会何时举行?", "赛船会每年在7月的第一个周日举行", "7月", "7月的第一个周日"),
        ("When will it open?", "It will open in late 2026.", "in late 2026", "late 2026"),
        ("Who won?", "It was won by Ann Lee, Bob Roe and Cy Poe.", "Bob Roe and Cy Poe", "Ann Lee, Bob Roe and Cy Poe"),
        ("Who won?", "In New York, Bob Roe and Cy Poe won.", "Bob Roe and Cy Poe", "Bob Roe and Cy Poe"),
        ("Which command lists?", "Running `lend list --all` lists.", "Running `lend list", "Running `lend list --all`"),
        ("Which command lists?", "Running `lend list --all` lists.", "list --all", "lend list --all"),
        ("Who is a lender?", "Lender means the owner and the keeper of it", "the owner and the", "the owner"),
        ("谁是出借人?", "出借人包括市图书馆和县图书馆", "市图书馆和", "市图书馆"),
        ("几点闭馆?", "周末8时30分开馆,17:00闭馆", "00", "17:00"),
        ("Which setting makes jam?", "Programme 11 makes jam.", "Programme", "Programme 11"),
        ("Which model is silent?", "Of these the BM-40 is silent.", "BM", "BM-40"),
        ("哪种型号静音?", "其中型号HX-200B最静音", "HX", "HX-200B"),
        ("账号是多少?", "账号:6222 0212 0300 4567,开户行在城东", "6222", "6222 0212 0300 4567"),
        ("快递单号是多少?", "单号为SF 1032 4477 8890,周三送达", "4477 8890", "SF 1032 4477 8890"),
        ("序列号是多少?", "序列号KX-4471/B,2024年安装", "4471", "KX-4471/B"),
        ("What is the key?", "The key is AX12-0042-ZZ and is kept.", "AX12-0042-ZZ and is", "AX12-0042-ZZ"),
        ("What is the order?", "The order is PO/2024-118 of May.", "118", "PO/2024-118"),
        ("How many are there?", "There are 20-25 boats.", "20-25", "20-25"),
        ("How much is it?", "It is US$3-5 million.", "3-5 million", "US$3-5 million"),
        ("Where is it?", "It is at https://quay.example/v2.", "https", "https://quay.example/v2"),
        ("宿舍在几号楼几室?", "宿舍在3号楼302室,食堂在5号楼", "302", "3号楼302室"),
        ("怎么投稿?", "投稿请寄pen.name@quay.example。", "quay", "pen.name@quay.example"),
        ("什么时候参观?", "7. 下午三点参观工厂", "7. 下午三点", "下午三点"),
        ("会议定了什么?", "（三）测试组增加人手", "（三）测试组增加人手", "测试组增加人手"),
        ("What is due?", "3.4 A fee is due.", "3.4 A fee", "A fee"),
        ("How many came?", "3.5 million people came.", "3.5 million people", "3.5 million people"),
        ("Who came?", "J. Smith came.", "J. Smith", "J. Smith"),
        ("王启山是哪里人?", "王启山,字伯远,浙江绍兴人,生于1890年", "字伯远,浙江", "浙江绍兴人"),
        ("大桥在哪里?", "大桥在青石镇,三名工人,一名司机在场", "青石镇", "青石镇"),
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
        ("When must it be done?", "It must be done by 30 June.", "30 June", "by 30 June"),
        ("When was it built?", "It was built around 1950.", "1950", "around 1950"),
        ("何时涨价?", "停车费6月以后涨价", "6月", "6月以后"),
        ("何时验收?", "验收不晚于12月1日", "12月1日", "不晚于12月1日"),
        ("When is it due?", "It is due on or before the 5th of each month.", "5th",
         "on or before the 5th of each month"),
        ("When does it apply?", "It applies after the 10th.", "10th", "after the 10th"),
        ("When is it due?", "It is due by the last working day of the month.", "day of the month",
         "by the last working day of the month"),
        ("班车几点发车?", "班车于7:30和18:10发车", "18:10", "7:30和18:10"),
        ("讲解几点开始?", "讲解10:00、14:00和15:30开始", "14:00", "10:00、14:00和15:30"),
        ("When do they leave?", "They leave at 06:15, 08:40 and 17:30.", "08:40", "06:15, 08:40 and 17:30"),
        ("哪天补课?", "10月1日至7日放假,9月29日补课", "9月29日", "9月29日"),
        ("When is it?", "It is on Tuesday, 21 May, at 7 p.m. in the hall.", "21 May", "21 May, at 7 p.m."),
        ("On what day is it?", "It is on Tuesday, 21 May, at 7 p.m. in the hall.", "21 May", "21 May"),
        ("什么时候开?", "定于9月20日(星期五)晚上7:00召开", "9月20日", "9月20日(星期五)晚上7:00"),
        ("什么时候开放?", "周三至周日10:00至17:30开放", "10:00", "周三至周日10:00至17:30"),
        ("When does it meet?", "It meets every Thursday from 6 to 8 p.m.", "8 p.m", "every Thursday from 6 to 8 p.m."),
        ("病假有几天?", "病假每年不超过30天", "30天", "不超过30天"),
        ("几点停止入馆?", "开放到17:00(16:30停止入馆)", "16:30停止", "16:30"),
        ("大桥何时通车?", "大桥预计5月20日通车", "5月20日", "预计5月20日"),
        ("When did he live?", "He lived in the 2nd century BCE in Athens", "2nd", "2nd century BCE"),
        ("这幅画用了多久?", "这幅画从14世纪中叶开始使用", "14", "14世纪"),
        ("谁标明管线?", "承包商通常需要标明管线", "承包商通常", "承包商"),
        ("焦明梁是哪家媒体的记者?", "南都记者焦明梁", "南都", "南都"),
        ("Who led it?", "In the Great War, Ann Lee and Bob Roe led it", "Ann Lee and Bob Roe", "Ann Lee and Bob Roe"),
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
    day = pieces("fell due on the day on which it came")
    assert text_of(day, shortened(day, (0, len(day.row)), 28)) == "fell due on the day"
    assert shortened(sentence, everything, 120) == everything


@pytest.mark.parametrize(
    ("question", "text", "read", "right"),
    [
        ("How do I reset it?", "To reset it, hold the RESET button.", "the RESET button", "hold the RESET button"),
        ("How do I light it?", "Press and turn the knob.", "the knob", "Press and turn the knob"),
        ("How do I light it?", "It is lit by the knob.", "the knob", "the knob"),
        ("怎么复位？", "长按“复位”键5秒即可", "键5秒", "长按“复位”键5秒"),
        ("怎么报名？", "请带身份证、学历证书到二楼报名", "学历证书到二楼", "请带身份证、学历证书到二楼"),
    ],
)
def test_how_something_is_done_is_told_with_its_verb(question: str, text: str, read: str, right: str) -> None:
    cut = pieces(text)
    assert asks_how(question)
    assert text_of(cut, with_verb(cut, run_of(cut, read))) == right
