"""What is meant: questions are left alone, follow-ups made whole, small talk answered, errands declined."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from qa.conversing.converse import Act, understand
from qa.types import Turn

TRAIN = Path(__file__).parents[4] / "shared" / "data" / "train"


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("你好", Act.SOCIAL),
        ("你好!你是谁?", Act.SOCIAL),
        ("謝謝你", Act.SOCIAL),
        ("Hello there!", Act.SOCIAL),
        ("Thanks a lot", Act.SOCIAL),
        ("What can you do?", Act.SOCIAL),
        ("OK", Act.SOCIAL),
        ("总结一下", Act.DECLINED),
        ("请概括这篇文章的主要内容", Act.DECLINED),
        ("這份文件講了什麼?", Act.DECLINED),
        ("你怎么看?", Act.DECLINED),
        ("41和360加起来是多少?", Act.DECLINED),
        ("总投资和总产值加起来是多少?", Act.DECLINED),
        ("全部工厂的总产值加起来有多少?", Act.QUESTION),  # the total is one figure
        ("把全文翻译成英文", Act.DECLINED),
        ("Please summarize the report", Act.DECLINED),
        ("What do you think about it?", Act.DECLINED),
        ("What is the sum of 41 and 360?", Act.DECLINED),
        ("Translate this into Chinese", Act.DECLINED),
        ("是谁开发了你?", Act.SOCIAL),
        ("你是什么模型?", Act.SOCIAL),
        ("我能问什么?", Act.SOCIAL),
        ("你有哪些文档?", Act.SOCIAL),
        ("多谢多谢,拜拜啦", Act.SOCIAL),
        ("你真没用!", Act.SOCIAL),
        ("Who made you?", Act.SOCIAL),
        ("Which model are you?", Act.SOCIAL),
        ("What documents do you have?", Act.SOCIAL),
        ("Thanks a bunch, that's all", Act.SOCIAL),
        ("You are useless!", Act.SOCIAL),
        ("👍", Act.SOCIAL),
        ("今天星期几?", Act.DECLINED),
        ("What's today's date?", Act.DECLINED),
        ("Give me the gist", Act.DECLINED),
        ("How much is 240 plus 95?", Act.DECLINED),
        ("这台冰箱是什么型号?", Act.QUESTION),
        ("今天几点开会?", Act.QUESTION),
        ("垃圾", Act.QUESTION),
        ("Who made the clock?", Act.QUESTION),
        ("What documents do I need?", Act.QUESTION),
        ("What time is it open?", Act.QUESTION),
        ("总结会在哪里举行?", Act.QUESTION),
        ("你好集团的总部在哪里?", Act.QUESTION),
        ("谢谢餐厅是哪一年开业的?", Act.QUESTION),
        ("《你是谁》的导演是谁?", Act.QUESTION),
        ("翻译协会有多少会员?", Act.QUESTION),
        ("平均气温是多少?", Act.QUESTION),
        ("What is the total number of patents?", Act.QUESTION),
        ("Who wrote the summary of the report?", Act.QUESTION),
        ("Which bank did Hello Kitty advertise?", Act.QUESTION),
        ("What is the average temperature in July?", Act.QUESTION),
    ],
)
def test_what_kind_of_utterance_it_is(said: str, kind: Act) -> None:
    understood = understand(said)
    assert understood.kind is kind
    assert bool(understood.reply) == (kind is not Act.QUESTION)
    assert understood.rewritten == said


def test_replies_are_in_the_language_of_the_question() -> None:
    assert "不客气" in understand("谢谢!").reply
    assert "不客氣" in understand("謝謝你們!").reply
    assert "welcome" in understand("Thank you!").reply


def test_a_greeting_before_a_question_is_left_out() -> None:
    assert understand("你好,图书馆有多少本书?").rewritten == "图书馆有多少本书?"


LIBRARY = Turn("市图书馆有多少个国家级藏书室?", "3个 [1]。")
REVENUE = Turn("What was the company's revenue in 2023?", "12 million yuan [1].")
FOUNDER = Turn("Who founded the museum?", "Ada Brown [1]. The museum was founded by Ada Brown.")
BRIDGES = Turn("Which bridges did Millford build?", "A and B [1].")
MUSEUM = Turn("那座博物馆是谁创办的?", "王小明 [1]。")


@pytest.mark.parametrize(
    ("turn", "said", "whole"),
    [
        (LIBRARY, "市级美术馆数量是?", "市级美术馆数量是?"),
        (LIBRARY, "那省级的呢?", "市图书馆有多少个省级藏书室?"),
        (LIBRARY, "阅览室呢?", "市图书馆有多少个国家级阅览室?"),
        (Turn("几点闭馆?", "17:00 [1]。"), "那周一呢?", "周一几点闭馆?"),
        (Turn("图书馆几点闭馆?", "17:00 [1]。"), "自习室呢?", "自习室几点闭馆?"),
        (MUSEUM, "他是哪一年出生的?", "王小明是哪一年出生的?"),
        (Turn("上海2023年的产值是多少?", "5亿元 [1]。"), "那上一年呢?", "上海2022年的产值是多少?"),
        (Turn("上海2023年的产值是多少?", "5亿元 [1]。"), "杭州呢?", "杭州2023年的产值是多少?"),
        (Turn("法国的首都是哪里?", "巴黎 [1]。"), "它有多少人口?", "巴黎有多少人口?"),
        (Turn("法国的首都是哪里?", "巴黎 [1]。"), "德国呢?", "德国的首都是哪里?"),
        (REVENUE, "And in the previous year?", "What was the company's revenue in 2022?"),
        (REVENUE, "What about 2021?", "What was the company's revenue in 2021?"),
        (Turn("冷库一期花了多少钱?", "4000万元 [1]。"), "那二期呢?", "冷库二期花了多少钱?"),
        (Turn("When does Line 5 open?", "In May [1]."), "And Line 6?", "When does Line 6 open?"),
        (REVENUE, "And profit?", "What was the company's profit in 2023?"),
        (FOUNDER, "When was she born?", "When was Ada Brown born?"),
        (FOUNDER, "How big is it?", "How big is the museum?"),
        (BRIDGES, "How many of them?", "How many bridges did Millford build?"),
    ],
)
def test_a_follow_up_is_made_whole(turn: Turn, said: str, whole: str) -> None:
    assert understand(said, [turn]).rewritten == whole


PRICE = Turn("单人间每晚多少钱?", "260元 [1]。")


@pytest.mark.parametrize(
    ("turn", "said", "whole"),
    [
        (REVENUE, "No, I meant 2021", "What was the company's revenue in 2021?"),
        (REVENUE, "Sorry, 2020.", "What was the company's revenue in 2020?"),
        (REVENUE, "I meant the profit", "What was the company's profit in 2023?"),
        (REVENUE, "Sorry, who founded the museum?", "who founded the museum?"),
        (PRICE, "不对，我问的是双人间", "双人间每晚多少钱?"),
        (PRICE, "我是说双人间。", "双人间每晚多少钱?"),
        (Turn("上海2023年的产值是多少?", "5亿元 [1]。"), "说错了，2021年", "上海2021年的产值是多少?"),
        (PRICE, "不是会员多少钱?", "不是会员多少钱?"),
        (PRICE, "不对", "不对"),
    ],
)
def test_a_correction_asks_again(turn: Turn, said: str, whole: str) -> None:
    assert understand(said, [turn]).rewritten == whole


@pytest.mark.parametrize(
    "said",
    ["意大利的首都是哪里?", "博物馆有多少件藏品?", "Who wrote the Iliad?", "What did Newton say in his letters?"],
)
def test_a_new_subject_is_not_dragged_along(said: str) -> None:
    for turn in (LIBRARY, REVENUE, FOUNDER, MUSEUM):
        assert understand(said, [turn]).rewritten == said


def test_a_follow_up_of_a_follow_up_and_thanks_between() -> None:
    history = [LIBRARY, Turn("那省级的呢?", "7个 [1]。"), Turn("谢谢", "不客气!")]
    assert understand("阅览室呢?", history).rewritten == "市图书馆有多少个省级阅览室?"


def test_without_anything_before_it_a_follow_up_stays() -> None:
    assert understand("那省级的呢?").rewritten == "那省级的呢?"


@pytest.mark.data
@pytest.mark.parametrize("name", ["qa.zh.jsonl.gz", "qa.en.jsonl.gz"])
def test_hardly_any_real_question_is_taken_for_small_talk(name: str) -> None:
    if not (TRAIN / name).exists():
        pytest.skip(f"{name} is not beside the repository")
    with gzip.open(TRAIN / name, "rt", encoding="utf-8") as lines:
        questions = [json.loads(line)["question"] for line in lines][::3]
    taken = [question for question in questions if understand(question).kind is not Act.QUESTION]
    assert len(taken) / len(questions) < 0.001, taken
