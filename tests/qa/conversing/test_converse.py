"""What is meant: questions are left alone, follow-ups made whole, small talk answered, errands declined."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from corpus import Language
from qa.conversing.converse import Act, understand
from qa.conversing.small_talk import Talk, reply
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
        ("thanks, that was helpful", Act.SOCIAL),
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
        ("我可以带狗吗？", Act.QUESTION),
        ("我应该交多少押金？", Act.QUESTION),
        ("Should I clean the filter every month?", Act.QUESTION),
        ("Should I buy shares in the company?", Act.DECLINED),
        ("我应该买这只股票吗？", Act.DECLINED),
        ("总结报告是谁写的？", Act.QUESTION),
        ("翻译文件要多少钱？", Act.QUESTION),
        ("计算下列费用时要不要含税？", Act.QUESTION),
        ("What is 15% of 950?", Act.DECLINED),
        ("What is 15% of the rent?", Act.QUESTION),
        ("三加五等于几？", Act.DECLINED),
        ("三号楼加装电梯要多少钱？", Act.QUESTION),
        ("Compare the two documents", Act.DECLINED),
        ("Are you ChatGPT?", Act.SOCIAL),
        ("Thank you so much, that helped", Act.SOCIAL),
        ("Can I ask you something?", Act.SOCIAL),
        ("Can I ask for a refund?", Act.QUESTION),
        ("我可以问你一个问题吗？", Act.SOCIAL),
        ("我可以问医生什么问题？", Act.QUESTION),
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


@pytest.mark.parametrize("language", [Language.SIMPLIFIED, Language.TRADITIONAL])
@pytest.mark.parametrize("talk", Talk)
def test_chinese_replies_have_full_width_marks(talk: Talk, language: Language) -> None:
    assert not re.search("[,:;!?()]", reply(talk, language))


def test_a_greeting_before_a_question_is_left_out() -> None:
    assert understand("你好,图书馆有多少本书?").rewritten == "图书馆有多少本书?"


LIBRARY = Turn("市图书馆有多少个国家级藏书室?", "3个 [1]。")
REVENUE = Turn("What was the company's revenue in 2023?", "12 million yuan [1].")
FOUNDER = Turn("Who founded the museum?", "Ada Brown [1]. The museum was founded by Ada Brown.")
BRIDGES = Turn("Which bridges did Millford build?", "A and B [1].")
PROGRAMME = Turn("How long does Programme 1 take?", "2 hours [1].")
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
        (PROGRAMME, "And Programme 7?", "How long does Programme 7 take?"),
        (PROGRAMME, "And 11?", "How long does Programme 11 take?"),
        (Turn("Who may enter at level 1?", "All [1]."), "And Level 10?", "Who may enter at Level 10?"),
        (Turn("What is new in version 2.4.1?", "A [1]."), "And version 2.4.0?", "What is new in version 2.4.0?"),
        (Turn("When does BA 117 leave?", "9.40 [1]."), "And BA 292?", "When does BA 292 leave?"),
        (Turn("Who pays £40?", "Guests [1]."), "And £50?", "Who pays £50?"),
        (Turn("BM-40有多重?", "3公斤 [1]。"), "BM-60呢?", "BM-60有多重?"),
        (Turn("11号程序要多久?", "一小时 [1]。"), "那12号程序呢?", "12号程序要多久?"),
        (Turn("第三条规定了什么?", "押金 [1]。"), "第五条呢?", "第五条规定了什么?"),
        (Turn("员工有几天年假?", "5天 [1]。"), "那产假呢?", "员工有几天产假?"),
        (Turn("音乐会在哪儿开?", "剧院 [1]。"), "票价多少?", "音乐会票价多少?"),
        (Turn("水管什么时候停水?", "1月 [1]。"), "停到哪天?", "水管停到哪天?"),
        (Turn("What is the rent in Hull?", "£5 [1]."), "And in York?", "What is the rent in York?"),
        (Turn("How much is the deposit?", "£5 [1]."), "And the rent?", "How much is the rent?"),
        (Turn("When was the lighthouse built?", "1904 [1]."), "By whom?", "By whom was the lighthouse built?"),
        (Turn("When was it founded?", "1904 [1]."), "And by whom?", "By whom was it founded?"),
        (FOUNDER, "When?", "When was it that Ada Brown founded the museum?"),
        (Turn("Who wrote it?", "Arthur Penrose.[1]"), "What was his trade?", "What was Arthur Penrose's trade?"),
        (Turn("Who wrote it?", "Dr. Ada Brown.[1]"), "How old is she?", "How old is Dr. Ada Brown?"),
        (Turn("What did Mr. Hay buy?", "A car.[1]"), "Where did he buy it?", "Where did Mr. Hay buy it?"),
    ],
)
def test_a_follow_up_is_made_whole(turn: Turn, said: str, whole: str) -> None:
    assert understand(said, [turn]).rewritten == whole


FATHER = Turn("Who was Ada Brown's father?", "Tom Brown [1].")
MEETING = Turn("When was the last board meeting?", "10 May [1].")
CLUB = Turn("How many members did the club have in 2023?", "612 [1].")
DIED = Turn("林秀珍哪一年去世的？", "2003年 [1]。")
MOTHER = Turn("林秀珍的母亲是谁？", "陈月娥 [1]。")
ASSEMBLY = Turn("上次業主大會在哪裡舉行？", "社區中心 [1]。")


@pytest.mark.parametrize(
    ("turn", "said", "whole"),
    [
        (FATHER, "And her mother?", "Who was Ada Brown's mother?"),
        (FATHER, "And his wife?", "Who was Ada Brown's wife?"),
        (Turn("Who is Tom's wife?", "Ann Lee [1]."), "And her father?", "Who is Ann Lee's father?"),
        (Turn("Who is Tom's wife?", "Ann Lee [1]."), "When did they marry?", "When did Tom marry?"),
        (FOUNDER, "And her husband?", "Who is Ada Brown's husband?"),
        (MOTHER, "那她丈夫呢？", "林秀珍的丈夫是谁？"),
        (MOTHER, "她是做什么的？", "陈月娥是做什么的？"),
        (Turn("林秀珍的丈夫是谁？", "赵建国 [1]。"), "他们有几个孩子？", "林秀珍有几个孩子？"),
        (DIED, "那她哥哥呢？", "林秀珍哥哥哪一年去世的？"),
    ],
)
def test_whose_it_is_that_is_asked_about(turn: Turn, said: str, whole: str) -> None:
    assert understand(said, [turn]).rewritten == whole


@pytest.mark.parametrize(
    ("turn", "said", "whole"),
    [
        (DIED, "在哪？", "林秀珍在哪去世的？"),
        (DIED, "为什么？", "林秀珍为什么去世的？"),
        (Turn("她什么时候结婚的？", "1964年 [1]。"), "和谁？", "她和谁结婚的？"),
        (Turn("谁创立了公司？", "孙国栋 [1]。"), "什么时候？", "孙国栋什么时候创立了公司？"),
        (Turn("可以带狗吗？", "可以 [1]。"), "为什么？", "为什么可以带狗？"),
        (Turn("Are dogs allowed?", "No: dogs are not allowed [1]."), "Why?", "Why aren't dogs allowed?"),
        (Turn("What did Mr. Hay buy?", "A boat [1]."), "Why?", "Why did Mr. Hay buy a boat?"),
        (Turn("Who is the coach?", "Roger Fox [1]."), "Since when?", "Since when is Roger Fox the coach?"),
        (Turn("Which mill did Hay build?", "Skell Mill [1]."), "How tall is it?", "How tall is Skell Mill?"),
    ],
)
def test_another_circumstance_of_the_same_deed(turn: Turn, said: str, whole: str) -> None:
    assert understand(said, [turn]).rewritten == whole


@pytest.mark.parametrize(
    ("turn", "said", "whole"),
    [
        (Turn("Who is the coach?", "Roger Fox [1]."), "And the mayor?", "Who is the mayor?"),
        (CLUB, "And the mayor?", "Who is the mayor?"),
        (Turn("Since when is Ada Brown the coach?", "2022 [1]."), "And the mayor?", "Who is the mayor?"),
        (CLUB, "What about a year ago?", "How many members did the club have in 2022?"),
        (CLUB, "and two years earlier?", "How many members did the club have in 2021?"),
        (CLUB, "And branches?", "How many branches did the club have in 2023?"),
        (MEETING, "And the next meeting?", "When is the next board meeting?"),
        (MEETING, "And the next one?", "When is the next board meeting?"),
        (Turn("What is on today?", "A walk [1]."), "how about tomorrow", "What is on tomorrow?"),
        (Turn("When does the café open?", "9 am [1]."), "and close?", "When does the café close?"),
        (Turn("When does the café open?", "9 am [1]."), "on Sundays?", "When does the café open on Sundays?"),
        (Turn("How much is entry for adults?", "£9 [1]."), "students?", "How much is entry for students?"),
        (Turn("How do I get there by bus?", "Line 5 [1]."), "and by train?", "How do I get there by train?"),
        (Turn("How much is an adult ticket?", "£9 [1]."), "And for children?", "How much is a ticket for children?"),
        (Turn("Does the fee include lunch?", "Yes [1]."), "And insurance?", "Does the fee include insurance?"),
        (Turn("Where do the women's team play?", "Hull [1]."), "And the men's?", "Where do the men's team play?"),
        (REVENUE, "ok, so who wrote the Iliad?", "Who wrote the Iliad?"),
        (Turn("2023年全县有多少所小学？", "48所 [1]。"), "那2022年呢？", "2022年全县有多少所小学？"),
        (Turn("2023年全县有多少所小学？", "48所 [1]。"), "局长呢？", "局长是谁?"),
        (Turn("教育局局长是谁？", "周平 [1]。"), "副局长呢？", "教育局副局长是谁？"),
        (Turn("云溪县有几所示范高中？", "2所 [1]。"), "幼儿园呢？", "云溪县有几所示范幼儿园？"),
        (Turn("今天有什么活动？", "散步 [1]。"), "明天呢？", "明天有什么活动？"),
        (Turn("保修期多长？", "2年 [1]。"), "电池呢？", "电池的保修期多长？"),
        (Turn("宁波工厂面积多大？", "2万平方米 [1]。"), "什么时候建的？", "宁波工厂什么时候建的？"),
        (Turn("2022年营业收入是多少？", "6亿元 [1]。"), "那净利润呢？", "2022年净利润是多少?"),
    ],
)
def test_what_is_named_alone_takes_the_place_of_its_like(turn: Turn, said: str, whole: str) -> None:
    assert understand(said, [turn]).rewritten == whole


def test_a_refusal_is_no_answer_to_fill_in() -> None:
    refused = Turn("Who is Ada Brown's husband?", "The documents do not say.")
    assert understand("When was he born?", [refused]).rewritten == "When was Ada Brown's husband born?"
    assert understand("他哪年出生的？", [Turn("林秀珍的丈夫是谁？", "文档没有说明这一点。")]).rewritten == (
        "林秀珍的丈夫哪年出生的？"
    )


def test_traditional_characters_are_understood_and_kept() -> None:
    assert understand("什麼時候？", [ASSEMBLY]).rewritten == "上次業主大會什麼時候舉行？"
    assert understand("不對，我問的是下次", [ASSEMBLY]).rewritten == "下次業主大會在哪裡舉行？"
    without_telling_characters = understand("那下次呢？", [ASSEMBLY])
    assert without_telling_characters.rewritten == "下次業主大會在哪裡舉行？"
    assert without_telling_characters.language is Language.TRADITIONAL


def test_a_change_of_language_in_the_middle() -> None:
    assert understand("那2022年呢？", [CLUB]).rewritten == "How many members did the club have in 2022?"
    assert understand("那2022年呢？", [CLUB]).language is Language.SIMPLIFIED
    pool = Turn("泳池几点开门？", "7点 [1]。")
    assert understand("And when does it close?", [pool]).rewritten == "When does 泳池 close?"
    canteen = Turn("When does the canteen open?", "7 am [1].")
    assert understand("它几点关门？", [canteen]).rewritten == "the canteen几点关门？"


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


@pytest.mark.parametrize("said", ["And 11?", "And £50?", "And the?", "And it?", "那12呢?", "呢?", "50元呢?"])
def test_a_follow_up_without_a_word_of_its_own_does_no_harm_later(said: str) -> None:
    for turn in (PROGRAMME, FOUNDER, LIBRARY, MUSEUM):
        assert understand("Who wrote the Iliad?", [turn, Turn(said, "A [1].")]).rewritten == "Who wrote the Iliad?"


@pytest.mark.data
@pytest.mark.parametrize("name", ["qa.zh.jsonl.gz", "qa.en.jsonl.gz"])
def test_hardly_any_real_question_is_taken_for_small_talk(name: str) -> None:
    if not (TRAIN / name).exists():
        pytest.skip(f"{name} is not beside the repository")
    with gzip.open(TRAIN / name, "rt", encoding="utf-8") as lines:
        questions = [json.loads(line)["question"] for line in lines][::3]
    taken = [question for question in questions if understand(question).kind is not Act.QUESTION]
    assert len(taken) / len(questions) < 0.001, taken
