"""Evidence of something else is told by one sign alone: another year or event, another sort of figure, another name."""

from __future__ import annotations

import pytest

from corpus import Document, Language
from qa.assistant import Assistant
from qa.refusing.ruling_out import ruled_out
from qa.refusing.signals import signals


def told_by(text: str) -> Assistant:
    return Assistant.from_documents([Document.from_text(text, "a.txt")])


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("清河市图书馆2023年新增藏书多少册?", True),
        ("清河市图书馆2018年新增藏书多少册?", False),
        ("How many paintings did the Millford Museum buy in 2023?", True),
        ("How many paintings did the Millford Museum buy in 2018?", False),
    ],
)
def test_a_year_that_no_passage_knows_is_refused(assistant: Assistant, question: str, answered: bool) -> None:
    assert assistant.ask(question).found is answered


def test_the_year_beside_one_that_is_written_may_be_what_last_year_means() -> None:
    text = "2023年,清河市图书馆新增藏书12万册,比去年多2万册。"
    assistant = told_by(text)
    beside, another = ("2022年清河市图书馆新增藏书多少册?", "2018年清河市图书馆新增藏书多少册?")
    tasks = [assistant.tasks.of(question, Language.SIMPLIFIED, 8) for question in (beside, another)]
    index = assistant.index
    assert [ruled_out(task, signals(task, index), index) for task in tasks] == [False, True]


@pytest.mark.parametrize(
    ("question", "text", "found"),
    [
        ("When was the increase announced?", "The increase was announced on 14 April 2024.", True),
        ("When is the next increase?", "The increase was announced on 14 April 2024.", False),
        ("When is the next meeting?", "The meeting of the board will be held on 21 May 2024.", True),
        ("下次会议是什么时候?", "会议时间:2024年5月13日14:00", False),
        ("下次会议是什么时候?", "会议时间:2024年5月13日14:00\n\n下次会议时间:2024年6月3日", True),
    ],
)
def test_the_next_is_not_the_one_that_was(question: str, text: str, found: bool) -> None:
    assert told_by(text).ask(question).found is found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("What does the code E7 of the coffee machine mean?", True),
        ("What does the code E5 of the coffee machine mean?", False),
        ("咖啡机显示E07是什么意思?", True),
        ("咖啡机显示E5是什么意思?", False),
        ("When did Ledger 8.3 come out?", True),
        ("When did Ledger 8.4 come out?", False),
    ],
)
def test_another_code_or_version_is_not_answered_for(question: str, found: bool) -> None:
    text = "The code E7 of the coffee machine means that the pump has overheated.\n\nLedger 8.3 came out on 3 May 2024."
    assert told_by(text).ask(question).found is found


@pytest.mark.parametrize(
    ("question", "text", "found"),
    [
        ("清河港今年吞吐量增长了多少?", "清河港去年吞吐量增长了5.2%,今年将扩建。", False),
        ("清河港去年吞吐量增长了多少?", "清河港去年吞吐量增长了5.2%,今年将扩建。", True),
        ("清河港去年吞吐量是多少?", "清河港吞吐量完成96万吨,去年同期为71万吨。", True),
        ("清河市第二季度的产值是多少?", "清河市第一季度的产值是38亿元。", False),
        ("清河市三季度的产值是多少?", "清河市2023年四季度的产值是38亿元。", False),
        ("清河市下半年的产值是多少?", "清河市上半年的产值是38亿元。", False),
        ("2022年咖啡市场规模是多少?", "咖啡市场规模不断扩大,预计2025年将达到2300亿元。", False),
        ("集团2023年盈利多少?", "集团2022年盈利4200万元,2023年亏损1100万元。", False),
        ("集团2022年盈利多少?", "集团2022年盈利4200万元,2023年亏损1100万元。", True),
        ("How large was the profit in 2023?", "It made a profit of £4m in 2022 and a loss of £1m in 2023.", False),
        ("How large was the loss in 2023?", "It made a profit of £4m in 2022 and a loss of £1m in 2023.", True),
        ("清河市第一季度的产值是多少?", "清河市第一季度的产值是38亿元。", True),
        ("How much did Qinghe's imports grow?", "Qinghe's exports grew by 5.2%.", False),
        ("How much did Qinghe's exports grow?", "Qinghe's exports grew by 5.2%.", True),
        ("临云高铁商务座要多少钱?", "临云高铁的二等座票价为138元。", False),
        ("临云高铁二等座要多少钱?", "临云高铁的二等座票价为138元。", True),
        ("临云高铁二等座要多少钱?", "临云高铁的商务座票价为420元,二等座为138元。", True),
        ("How much is a first-class seat to Linton?", "A second-class seat to Linton costs 18 euros.", False),
        ("How much is a second-class seat to Linton?", "A second-class seat to Linton costs 18 euros.", True),
        ("How much is a first-class ticket to Linton?", "飞往林顿的头等舱机票价格为4200元。", True),
        ("临云高铁一等座要多少钱?", "A second-class seat on the Linyun line costs 138 yuan.", False),
    ],
)
def test_another_time_or_direction_is_not_answered_for(question: str, text: str, found: bool) -> None:
    assistant = told_by(text)
    assert assistant.ask(question).found is found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("第十四场发布会的主题是什么?", True),
        ("第十五场发布会的主题是什么?", False),
        ("What was the theme of the 14th press conference?", True),
        ("What was the theme of the fifteenth press conference?", False),
    ],
)
def test_another_event_of_a_row_is_not_answered_for(question: str, found: bool) -> None:
    text = "清河市举行系列主题发布会,主题是“绿色港口”。这是其中的第十四场。"
    assistant = told_by(text)
    assert assistant.ask(question).found is found


@pytest.mark.parametrize(
    ("title", "text", "question", "found"),
    [
        ("五年级秋游通知", "研学活动定于10月31日举行。", "五年级的研学活动在哪天举行?", True),
        ("五年级秋游通知", "研学活动定于10月31日举行。", "六年级的研学活动在哪天举行?", False),
        ("Metro news", "Line 5 opens on 3 May; change to Line 2 at the harbour.", "When does Line 5 open?", True),
        ("Metro news", "Line 5 opens on 3 May; change to Line 2 at the harbour.", "When does Line 6 open?", False),
        ("公司新闻", "公司2016年完成A轮融资800万元,2019年完成B轮融资2500万元。", "B轮融资多少?", True),
        ("公司新闻", "公司2016年完成A轮融资800万元,2019年完成B轮融资2500万元。", "C轮融资多少?", False),
        ("Cold store", "The first phase cost 40 million yuan.", "How much did the second phase cost?", False),
        ("Cold store", "The first phase of the cold store cost 40 million yuan.", "冷库一期花了多少钱?", True),
        ("Cold store", "The first phase of the cold store cost 40 million yuan.", "冷库二期花了多少钱?", False),
    ],
)
def test_what_is_told_apart_by_its_number_is_not_taken_for_another(
    title: str, text: str, question: str, found: bool
) -> None:
    assistant = Assistant.from_documents([Document.from_text(f"{title}\n\n{text}", "notice.txt", title)])
    assert assistant.ask(question).found is found


def test_a_figure_of_a_list_is_not_given_for_what_the_list_does_not_name() -> None:
    text = "清河市的纺织、造船、制茶集群分别增长28.3%、27.8%、14.1%。制盐集群今年刚刚设立。"
    assistant = told_by(text)
    assert assistant.ask("造船集群增长了多少?").short == "27.8%"
    assert not assistant.ask("制盐集群增长了多少?").found


def test_a_count_side_by_side_is_not_given_for_what_stands_beside_it() -> None:
    text = "清河市办起了52个县级、210个市级农技服务站,16个县级、87个省级文化活动室。"
    assistant = told_by(text)
    assert assistant.ask("清河市有多少个市级农技服务站?").short == "210个"
    assert assistant.ask("省级文化活动室的数量是多少?").short == "87个"
    assert not assistant.ask("清河市有多少个省级农技服务站?").found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("清河市教育局的副局长是谁?", True),
        ("清河市教育局的局长是谁?", False),
        ("清河市教育局局长叫什么名字?", False),
        ("清河市水务局局长是谁?", False),
        ("图书馆的馆长是谁?", True),
        ("图书馆的副馆长是谁?", False),
        ("清河市的新图书馆哪一年开放?", False),
        ("清河市教育局副局长哪天介绍了情况?", True),
        ("Who heads the education bureau of Qinghe?", False),
    ],
)
def test_a_deputy_is_not_the_head_and_no_date_is_no_year(question: str, found: bool) -> None:
    text = (
        "5月3日,清河市教育局副局长高敏介绍了学校的情况。图书馆馆长马涛说,新图书馆二期工程正在建设。"
        "林静,清河市水务局副局长,谈到了水质。"
    )
    assistant = told_by(text)
    assert assistant.ask(question).found == found


def test_a_level_said_in_other_words_is_the_same() -> None:
    text = "清河市建成了4个国家级、9个省级种子实验室。"
    assistant = told_by(text)
    assert assistant.ask("清河市有几家省一级的种子实验室?").short == "9个"


def test_a_company_that_the_documents_do_not_name_is_not_answered_for() -> None:
    text = "清河市的企业去年申请了873件国际专利,比上年多了一成。"
    assistant = told_by(text)
    assert assistant.ask("清河市的企业去年申请了多少件国际专利?").short == "873件"
    assert not assistant.ask("华为去年申请了多少件国际专利?").found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("ParcelNest一共有多少名员工?", True),
        ("FreshTide一共有多少名员工?", False),
        ("tidelog的作者是谁?", False),
        ("How many employees does ParcelNest have?", True),
    ],
)
def test_a_latin_name_in_chinese_is_the_subject_wherever_it_stands(question: str, found: bool) -> None:
    text = "ParcelNest由何立新创办,目前一共有620名员工。公司的软件由作者周敏维护。"
    assert told_by(text).ask(question).found is found


def test_the_chinese_of_a_foreign_name_may_be_told_in_english() -> None:
    text = "Tillerman Valley Unified School District. The new phone policy takes effect on January 6, 2026."
    assistant = told_by(text)
    assert assistant.ask("蒂勒曼谷学区的手机新规从什么时候起生效?").short == "January 6, 2026"


def test_the_reason_for_this_year_may_lie_in_last_year_and_a_decade_is_written_as_one() -> None:
    text = "马拉松今年的赛道避开了隧道,主要是考虑到去年有选手在隧道内胸闷。"
    assistant = told_by(text)
    assert "去年有选手在隧道内胸闷" in assistant.ask("马拉松今年的赛道为什么要改?").text
    text = "Since the 1980s less water has reached Lake Ulmet, because of the irrigation of cotton fields."
    assistant = told_by(text)
    assert "irrigation" in assistant.ask("Why has less water been reaching Lake Ulmet since the 1980s?").short
    assert not assistant.ask("Why has less water been reaching Lake Ulmet since the 1950s?").found


@pytest.mark.parametrize(
    ("text", "question", "found"),
    [
        ("首批液化天然气模块拟于2025年第三季度全部交付。", "By when should all the LNG modules be delivered?", True),
        ("农业大学历时十余年培育出黑色肉兔新品种。", "Which university bred China's new black meat rabbit?", True),
        ("农业大学历时十余年培育出黑色肉兔新品种。", "Which university bred Kenya's new black meat rabbit?", False),
        ("副局长王建国介绍了进展。接下来,将持续完善创新平台网络。", "What does Wang say will be improved next?", True),
        ("副局长王建国介绍了进展。接下来,将持续完善创新平台网络。", "What does Zhao say will be improved next?", False),
        ("红军长征历时两年。", "How many years did the Long March take?", True),
    ],
)
def test_what_chinese_leaves_unsaid_is_no_other_subject(text: str, question: str, found: bool) -> None:
    """An acronym may be spelt out, China goes without saying, and a surname stands with the rest of a name."""
    assistant = told_by(text)
    assert assistant.ask(question).found is found


def test_who_names_the_subject_of_the_text_and_has_a_word_of_his_own_is_answered() -> None:
    # The club stands in the title alone, and nowhere that there are patrons.
    pages = [f"{n}. Rule {n} is that shoes of size {30 + n} are kept on shelf {n} and brushed." for n in range(1, 40)]
    text = "KESTREL CLIMBING: TERMS\n\n" + "\n\n".join([*pages, "Members may freeze the membership for nine months."])
    assistant = Assistant.from_documents([Document.from_text(text, "terms.txt")])
    assert assistant.ask("How long can patrons of Kestrel Climbing freeze the membership?").short == "nine months"
    assert not assistant.ask("How long can members of Falcon Climbing freeze the membership?").found


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("绿灯表示什么?", "空气优"),
        ("蓝灯表示什么?", ""),
        ("What does a green light mean?", "空气优"),
        ("What does a blue light mean?", ""),
    ],
)
def test_what_one_colour_means_is_not_said_of_another(question: str, short: str) -> None:
    text = "慧居空气净化器使用说明\n\n指示灯:绿色表示空气优,黄色表示良,红色表示差。\n\n机身用干布擦拭。"
    assert Assistant.from_documents([Document.from_text(text, "purifier.txt")]).ask(question).short == short


@pytest.mark.parametrize(
    ("text", "question", "found"),
    [
        ("There is a coin-operated laundry. The lounge has a piano.", "Is there a laundry?", True),
        ("There is a coin-operated laundry. The lounge has a piano.", "Is there a lift?", False),
        ("There is a coin-operated laundry. The lounge has a piano.", "Are towels provided?", False),
        ("山庄设有免费停车位60个，三楼为会议室。", "有停车场吗？", True),
        ("山庄设有免费停车位60个，三楼为会议室。", "有电梯吗？", False),
        ("Students pay £24 instead of £32.", "Is there a discount for students?", True),  # told without the word
    ],
)
def test_no_thing_is_there_that_is_not_named(text: str, question: str, found: bool) -> None:
    assert told_by(text).ask(question).found is found


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("How do I turn on the child lock?", True),
        ("How do I delete my account?", False),
    ],
)
def test_what_is_done_with_anything_need_not_be_said(question: str, found: bool) -> None:
    told = "CHILD LOCK – hold MODE and TIMER for three seconds to lock the panel.\nThe tank holds five litres of water."
    assert told_by(told).ask(question).found is found


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        ("第一批为1号楼,自9月15日起停梯;第二批为2号楼,具体日期另行通知。", "第二批从哪天开始停梯?", ""),
        ("第一批为1号楼,自9月15日起停梯;第二批为2号楼,具体日期另行通知。", "第一批从哪天开始停梯?", "9月15日"),
        ("五一假期民宿平均入住率97%,均价468元。", "国庆假期民宿的入住率是多少?", ""),
        ("五一假期民宿平均入住率97%,均价468元。", "五一假期民宿的入住率是多少?", "97%"),
        ("The price of a school dinner goes up to £2.60.", "What will a school lunch cost?", "£2.60"),
        ("At Easter the hotel was 97% full.", "How full was the hotel at Christmas?", ""),
        ("今年前三季度进出口总值5126.7亿元。出口增势平稳。", "前三季度出口多少亿元?", ""),
        ("今年前三季度进出口总值5126.7亿元。出口增势平稳。", "前三季度进出口总值是多少?", "5126.7亿元"),
    ],
)
def test_another_batch_feast_or_trade_is_not_answered_for(text: str, question: str, short: str) -> None:
    assert told_by(text).ask(question).short == short


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Who voted against the new fence?", "Tom Reed"),
        ("Who abstained?", ""),
        ("谁投了弃权票?", ""),
        ("谁对涨价投了反对票?", "何川"),
    ],
)
def test_who_voted_how_is_told_beside_the_vote(question: str, short: str) -> None:
    told = (
        "The plan was carried by five votes to one. Helen Marsh asked for lights. Tom Reed voted against the fence.\n"
        "会议以5票赞成、1票弃权通过，闻静为下任团长候选人。何川对涨价投了反对票。"
    )
    assert told_by(told).ask(question).short == short


def test_what_a_post_is_of_may_be_joined_by_a_particle() -> None:
    """北区的经理 is the manager of 北区, whom the text names; nobody is told for 东区."""
    assistant = Assistant.from_documents([Document.from_text("北区经理是陈东。南区经理是林小北。", "regions.txt")])
    assert assistant.ask("北区的经理是谁？").short == "陈东"
    assert not assistant.ask("东区的经理是谁？").found
