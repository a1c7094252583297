"""Whole conversations: what each of several turns asks, each made whole from those before it."""

from __future__ import annotations

import pytest

from corpus import Language
from qa.conversing.converse import Act, understand
from qa.types import Turn


def asked(*turns: str) -> str:
    """What the last of the turns asks; the others are each "question | answer"."""
    *before, last = turns
    told = [turn.partition(" | ") for turn in before]
    return understand(last, [Turn(said, f"{answer} [1]." if answer else "") for said, _, answer in told]).rewritten


DOGS = "Are dogs allowed on the field? | No: Dogs are not allowed on the field"
PHONES = "学生可以带手机吗？ | 不可以，学生不得带手机进校"


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        ((DOGS, "Why?"), "Why aren't dogs allowed on the field?"),
        ((DOGS, "Why not?"), "Why aren't dogs allowed on the field?"),
        (("Can I smoke in the flat? | No: Smoking is not allowed", "why?"), "Why can't I smoke in the flat?"),
        (("Will the roof be repaired? | No: The roof will not be", "Why?"), "Why won't the roof be repaired?"),
        (("Is parking free? | Yes: Parking is free", "Why?"), "Why is parking free?"),
        ((PHONES, "为什么？"), "为什么学生不可以带手机？"),
        ((PHONES, "为什么不可以？"), "为什么学生不可以带手机？"),
        (("能过滤热水吗？ | 不能，不要用于过滤热水", "为什么呢？"), "为什么不能过滤热水？"),
        (("周一开门吗？ | 不，周一闭馆", "为什么？"), "为什么周一不开门？"),
        (("图书馆有自习室吗？ | 没有，图书馆没有自习室", "为什么？"), "为什么图书馆没有自习室？"),
        (("可以带狗吗？ | 可以，狗可以进入", "为什么？"), "为什么可以带狗？"),
        ((DOGS, "Why? | Because of the food stalls", "What about bicycles?"), "Are bicycles allowed on the field?"),
        ((PHONES, "为什么？ | 手机影响学习", "电话手表呢？"), "学生可以带电话手表吗？"),
    ],
)
def test_why_asks_of_what_was_answered(turns: tuple[str, ...], whole: str) -> None:
    assert asked(*turns) == whole


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (("When did she move to Paris? | 1924", "What happened that year?"), "What happened in 1924?"),
        (("那座桥是哪一年建成的？ | 1904年", "那一年谁是市长？"), "1904年谁是市长？"),
        (("赵以炯什么时候中状元的？ | 1886年", "那一年他多大？"), "1886年赵以炯多大？"),
        (("婚假几天？ | 10天", "那年假呢？"), "年假几天？"),
        (("去年的利润是多少？ | 3亿元", "那2022年呢？"), "2022年的利润是多少？"),
        (("公司去年的利润是多少？ | 3亿元", "前年呢？"), "公司前年的利润是多少？"),
        (("图书馆几点关？ | 17:00", "周末呢？"), "周末图书馆几点关？"),
        (("家长会在哪里开？ | 礼堂", "下次呢？"), "下次家长会在哪里开？"),
        (("When is the next meeting? | 21 May", "And the one after that?"), "When is the meeting after the next one?"),
        (
            ("Who do Rovers play next Saturday? | Eastbridge City", "And after that?"),
            "Who do Rovers play after Eastbridge City?",
        ),
        (("When is the next meeting? | 21 May", "What time?"), "What time is the next meeting?"),
        (("When is the next meeting? | 21 May", "And then?"), "And then?"),
    ],
)
def test_times_that_were_told_before(turns: tuple[str, ...], whole: str) -> None:
    assert asked(*turns) == whole


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (
            ("Who is the coach? | Ada Fox", "Who did she replace? | Ian Doyle", "What does she say?"),
            "What does Ada Fox say?",
        ),
        (("谁是教练？ | 林小燕", "她接替了谁？ | 王伟", "她说了什么？"), "林小燕说了什么？"),
        (("Where is the firm based? | In Leeds", "How old is it?"), "How old is the firm?"),
        (("Where was Ada Brown born? | In Hull", "How big is it?"), "How big is Hull?"),
        (("公司的总部在哪里？ | 杭州", "它有多大？"), "公司有多大？"),
        (("Who founded the firm? | Ada Fox", "Where? | Hull", "How big is it?"), "How big is the firm?"),
        (("Did Ada Fox have children? | Yes: two sons", "How old are they?"), "How old are the children?"),
        (("How many are women? | 40", "Has that number grown?"), "Has the number of women grown?"),
        (("How many members are there? | 40", "How many of them are women?"), "How many of the members are women?"),
        (
            ("谁是董事长？ | 李强", "他哪年上任的？ | 2019年", "那一年公司亏损了吗？ | 没有，盈利", "他的前任是谁？"),
            "李强的前任是谁？",
        ),
    ],
)
def test_whom_and_what_a_pronoun_stands_for(turns: tuple[str, ...], whole: str) -> None:
    assert asked(*turns) == whole


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (("陪产假有几天？ | 15天", "病假呢？"), "病假有几天？"),
        (("陪产假有几天？ | 15天", "产假呢？"), "产假有几天？"),
        (("三天以内由谁批准？ | 经理", "三天以上呢？"), "三天以上由谁批准？"),
        (("整机保修多久？ | 2年", "水箱呢？"), "水箱保修多久？"),
        (("篮球场谁出的钱？ | 教育局", "图书馆呢？"), "图书馆谁出的钱？"),
        (("试用期员工可以休年假吗？ | 不可以", "工作满10年的呢？"), "工作满10年的可以休年假吗？"),
        (("可以退吗？ | 不可以", "学生呢？"), "学生可以退吗？"),
        (("灯塔有多高？ | 34米", "门票呢？"), "灯塔的门票是多少?"),
        (("合肥工厂何时投产的？ | 2023年", "投资多少？ | 6亿元", "苏州工厂呢？"), "苏州工厂投资多少？"),
        (("How much is the Year 6 trip? | £18", "And the Year 5 trip?"), "How much is the Year 5 trip?"),
        (("Are pets allowed? | No: Pets are not", "And smoking?"), "Is smoking allowed?"),
        (("Is parking allowed? | No", "And bicycles?"), "Are bicycles allowed?"),
        (("Can I smoke in the flat? | No", "And on the balcony?"), "Can I smoke on the balcony?"),
        (("Who runs the Leeds office? | Ada Fox", "And the Hull factory?"), "Who runs the Hull factory?"),
        (("How many people does it employ? | 412", "And how many in Hull?"), "How many people does it employ in Hull?"),
        (("What does Omar Haddad pay for? | Gas", "And the landlord?"), "What does the landlord pay for?"),
    ],
)
def test_what_is_named_stands_in_for_all_of_its_like(turns: tuple[str, ...], whole: str) -> None:
    assert asked(*turns) == whole


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (("When is the fair? | 22 June", "And if it rains?"), "When is the fair if it rains?"),
        (("运动会在哪里举行？ | 操场", "如果下雨呢？"), "如果下雨，运动会在哪里举行？"),
        (("运动会在哪里举行？ | 操场", "如果下雨怎么办？"), "运动会如果下雨怎么办？"),
        (("Who will organise the party? | Mei Tan", "When is it?"), "When is the party?"),
        (("Who will organise the party? | Mei Tan", "Where?"), "Where will the party take place?"),
        (("Who won the match? | Rovers", "What was the score? | 3-2", "Where?"), "Where was the match?"),
        (("Who runs the office? | Ada Fox", "Since when?"), "Since when does Ada Fox run the office?"),
        (("Who can apply? | Residents", "How?"), "How can one apply?"),
        (("Can I borrow films? | Yes: films can be borrowed", "How many?"), "How many films can I borrow?"),
        (("Who scored it? | Ada Fox", "How old is she? | 19", "When?"), "When was it that Ada Fox scored it?"),
        (("冬季几点关门？ | 18:00", "怎么去？"), "怎么去？"),
        (("利润是多少？ | 3亿元", "为什么下降？"), "利润为什么下降？"),
        (("篮球场花了多少钱？ | 36万元", "谁出的钱？"), "篮球场谁出的钱？"),
        (("会议谁没来？ | 王伟", "讨论了什么？"), "会议讨论了什么？"),
        (("门票多少钱？ | 60元", "要预约吗？ | 要：须预约", "怎么预约？"), "门票怎么预约？"),
        (("四年级秋游去哪里？ | 科技馆", "每人多少钱？ | 65元", "什么时候去？"), "四年级秋游什么时候去？"),
    ],
)
def test_what_asks_alone_finds_what_it_is_about(turns: tuple[str, ...], whole: str) -> None:
    assert asked(*turns) == whole


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (("泳池几点开门？ | 7点", "What about the gym?"), "gym几点开门？"),
        (("泳池几点开门？ | 7点", "And on Sundays?"), "泳池几点开门 on Sundays？"),
        (("灯塔的门票是多少？ | 5元", "What about the museum?"), "museum的门票是多少？"),
        (("When does the pool open? | 7 am", "健身房呢？"), "When does 健身房 open?"),
        (("When does the pool open? | 7 am", "在哪里？"), "Where does the pool open?"),
        (("How many days of sick leave are there? | 30", "陪产假呢？"), "How many days of 陪产假 are there?"),
        (("Who has the key? | Joe Mills", "Where does he live? | Flat 1", "租金是多少？"), "租金是多少？"),
        (("Who runs the office? | Ada Fox", "她的电话是多少？"), "Ada Fox的电话是多少？"),
    ],
)
def test_another_language_in_the_middle(turns: tuple[str, ...], whole: str) -> None:
    assert asked(*turns) == whole


def test_thanks_and_praise_ahead_of_a_follow_up() -> None:
    assert asked("When does the pool open? | 7 am", "Great, thanks! And close?") == "When does the pool close?"
    assert asked("泳池几点开门？ | 7点", "好的，谢谢！那健身房呢？") == "健身房几点开门？"
    assert asked("Who leads the Bristol office? | Tom", "No, I meant the Leeds office") == "Who leads the Leeds office?"


@pytest.mark.parametrize(
    "said",
    [
        "Are you sure?", "Where does it say that?", "Do you speak Chinese?",
        "你确定吗？", "出处在哪里？", "你會說英文嗎？",
    ],
)
def test_questions_about_the_assistant_are_answered_and_leave_the_subject(said: str) -> None:
    assert understand(said).kind is Act.SOCIAL
    assert understand(said).reply
    assert asked("泳池几点开门？ | 7点", f"{said} | ", "健身房呢？") == "健身房几点开门？"


def test_the_answer_to_a_question_in_chinese_words_stays_chinese() -> None:
    understood = understand("什么时候？", [Turn("Who do Rovers play on Saturday?", "Wexley Town [1].")])
    assert understood.rewritten == "When do Rovers play Wexley Town?"
    assert understood.language is Language.SIMPLIFIED


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (("公园里有什么？ | 白塔", "还有呢？"), "公园里还有什么？"),
        (("他设计过什么？ | 白塔", "还有吗？"), "他还设计过什么？"),
        (("谁参加了会议？ | 李华", "还有谁？"), "还有谁参加了会议？"),
        (("公司的电话是多少？ | 555", "还有吗？"), "还有吗？"),
        (("What does the café sell? | soup", "Anything else?"), "What else does the café sell?"),
        (("Who voted against the repair? | Lucy Hale", "Anyone else?"), "Who else voted against the repair?"),
        (("Which products does it make? | pumps", "Any others?"), "Which other products does it make?"),
        (("Is there a sauna? | No", "What else?"), "What else?"),
    ],
)
def test_what_else(turns: tuple[str, ...], whole: str) -> None:
    assert asked(*turns) == whole


DIRECTOR = "Who is the director? | Helen Ashworth"
MANAGER = "总经理是谁？ | 吴晓梅"


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        ((DIRECTOR, "When does the museum open? | 10 am", "What did she study?"), "What did Helen Ashworth study?"),
        ((DIRECTOR, "When did Ada Brown join? | 2010", "Where was she born?"), "Where was Ada Brown born?"),
        ((MANAGER, "公司有多少员工？ | 5200人", "她是哪里人？"), "吴晓梅是哪里人？"),
        ((MANAGER, "公司有多少员工？ | 5200人", "它总部在哪里？"), "公司总部在哪里？"),
        (("Who was Ida Renn? | a Danish botanist", "Where was she born?"), "Where was Ida Renn born?"),
        (("王建国是谁？ | 校长", "他多大？"), "王建国多大？"),
        (("校长是谁？ | 王建国", "他多大？"), "王建国多大？"),
        (("张伟毕业于哪所大学？ | 南京大学", "他的专业呢？"), "张伟的专业是什么?"),
        (("他曾设计过哪座大桥？ | 青龙大桥", "它有多长？"), "青龙大桥有多长？"),
        (("公司位于哪座城市？ | 苏州", "它有多少员工？"), "公司有多少员工？"),
        (("What is the museum's phone number? | ", "And its budget?"), "What is the museum's budget?"),
        (("What is the address of the museum? | 5 Mill Lane", "And its budget?"), "What is the museum's budget?"),
        (("What is the deadline for applications? | 5 May", "Where do I send them?"), "Where do I send applications?"),
    ],
)
def test_of_whom_and_of_what_more_is_asked(turns: tuple[str, ...], whole: str) -> None:
    assert asked(*turns) == whole


@pytest.mark.parametrize(
    ("turns", "whole"),
    [
        (("When is the rent due? | 1 May", "And the deposit?"), "When is the deposit due?"),
        (("When did Ada join the club? | 2016", "And the coach?"), "When did the coach join the club?"),
        (("When does the pool close? | 9 pm", "What about weekends?"), "When does the pool close at weekends?"),
        (("When does the shop open on Saturdays? | 9", "And weekdays?"), "When does the shop open on weekdays?"),
        (("How much is a ticket for weekdays? | £9", "And weekends?"), "How much is a ticket for weekends?"),
        (("What does the red light mean? | no power", "And the green one?"), "What does the green light mean?"),
        (("Does the warranty cover the battery? | No", "And the screen?"), "Does the warranty cover the screen?"),
        (("When did Marie move to Paris? | 1891", "And to Warsaw?"), "When did Marie move to Warsaw?"),
        (("How tall is the tower? | 85 m", "And how old?"), "How old is the tower?"),
        (("Can children come? | Yes", "From what age?"), "From what age can children come?"),
        (("Is smoking allowed? | No", "Not even on the balcony?"), "Is smoking allowed on the balcony?"),
        (("门票多少钱？ | 100元", "学生票呢？"), "学生票多少钱？"),
        (("門票多少錢？ | 100元", "學生票呢？"), "學生票多少錢？"),
        (("项目总预算是多少？ | 300万", "第二期呢？"), "第二期项目总预算是多少？"),
        (("年假有几天？ | 10天", "工作满五年的呢？"), "工作满五年的年假有几天？"),
        (("回收率是多少？ | 80%", "满意度呢？"), "满意度是多少？"),
        (("房租包含水电吗？ | 包含", "网费呢？"), "房租包含网费吗？"),
        (("早餐包含在内吗？ | 是", "停车呢？"), "停车包含在内吗？"),
        (("有健身房吗？ | 有", "几点开？"), "健身房几点开？"),
        (("哪些房间有阳台？ | 5号", "多少钱？"), "有阳台的房间多少钱？"),
        (("Is the fee refundable? | No", "And the deposit?"), "Is the deposit refundable?"),
        (("Is the fee refundable? | No", "How much is it?"), "How much is the fee?"),
        (("Is the fee refundable? | No", "Under what conditions?"), "Under what conditions is the fee refundable?"),
        (("Where was Ada born? | Leeds", "And her daughter's name?"), "What is Ada's daughter's name?"),
        (("When does the pool open? | 6", "And the lockers at the pool?"), "When do the lockers at the pool open?"),
        (("Is there a phone number? | Yes", "An email address?"), "Is there an email address?"),
        (("How much is a place for students? | £9", "For kids under 5?"), "How much is a place for kids under 5?"),
        (("How long is the course? | six weeks", "Any exams?"), "Are there any exams?"),
        (("费用可以退吗？ | 不可以", "那押金呢？"), "押金可以退吗？"),
        (("可以带狗吗？ | 可以", "猫呢？"), "可以带猫吗？"),
        (("可以吃东西吗？ | 不可以", "喝水呢？"), "可以喝水吗？"),
        (("演唱會幾點開始？ | 七點", "那結束呢？"), "演唱會幾點結束？"),
        (("桑拿开放吗？ | 不", "Until when?"), "桑拿开放到什么时候？"),
        (("红灯亮是什么意思？ | 没有网络", "那我该怎么办？"), "那我该怎么办？"),
    ],
)
def test_the_rest_of_the_question_stays(turns: tuple[str, ...], whole: str) -> None:
    assert asked(*turns) == whole


def test_how_to_use_it_is_asked_of_what_was_spoken_of() -> None:
    assert understand("How do I use it?").kind is Act.SOCIAL
    assert asked("How heavy is the heater? | 6 kg", "How do I use it?") == "How do I use the heater?"
