"""Yes-or-no questions: a yes or a no only where figures or words leave no doubt, the claim in any case."""

from __future__ import annotations

import pytest

from corpus import Document
from qa import Assistant
from qa.reading.times.weekdays import weekdays

CHINESE = """全县去年新建图书馆12座，超过80座图书馆已向公众开放。县里设立了规模3亿元的阅读基金，基金没有投资网络书店。
县教育局副局长王建国，县财政局局长李敏出席了会议。"""
ENGLISH = """The county opened 12 libraries last year. Its reading fund has 300 million yuan and does not invest in
online shops. More than 80 libraries are open to the public."""


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (CHINESE, "县里的阅读基金规模是3亿元吗？", "是的，"),
        (CHINESE, "县里的阅读基金规模是5亿元吗？", "不是，"),
        (CHINESE, "向公众开放的图书馆是否超过80座？", "是的，"),
        (CHINESE, "向公众开放的图书馆超过70座吗？", "是的，"),
        (CHINESE, "阅读基金的规模超过4亿元吗？", "不是，"),
        (CHINESE, "阅读基金投资了网络书店吗？", "没有，"),
        (ENGLISH, "Is the reading fund 300 million yuan?", "Yes: "),
        (ENGLISH, "Is the reading fund larger than 1 billion yuan?", "No: "),
        (ENGLISH, "Does the reading fund invest in online shops?", "No: "),
    ],
)
def test_the_verdict_is_said_before_the_claim(text: str, question: str, said: str) -> None:
    answer = Assistant.from_documents([Document.from_text(text, "fund.txt")]).ask(question)
    assert answer.short.startswith(said)
    assert answer.short.removeprefix(said) in answer.citations[0].quote
    assert answer.text.startswith(said.strip().rstrip("，:"))


@pytest.mark.parametrize(
    "question", ["向公众开放的图书馆超过100座吗？", "王建国是县财政局的吗？", "县里设立了仲裁基金吗？"]
)
def test_what_the_claim_leaves_open_is_not_decided(question: str) -> None:
    # More than 80 may be more than 100; the office stands beside another person; a reading fund is another one.
    answer = Assistant.from_documents([Document.from_text(CHINESE, "fund.txt")]).ask(question)
    assert not answer.short.startswith(("是的", "不", "没有", "有"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("读者可以转借地图吗？", "不可以，"),
        ("讀者可以轉借地圖嗎？", "不可以，"),
        ("地图能外借吗？", "能，"),
        ("地圖會在6月展出嗎？", "會，"),
        ("Can readers borrow atlases?", "Yes: "),
        ("Can I clean the maps with water?", ""),  # that water damages them is no yes
        ("Can the globe be borrowed?", "No: "),
    ],
)
def test_one_answers_with_the_verb_and_of_what_is_allowed_only_where_it_is_said(question: str, said: str) -> None:
    chinese = "读者不可以转借地图。地图能外借。地图会在6月展出。"
    english = "Clean the maps with a brush only; water damages maps. Readers can borrow atlases, the globe cannot."
    documents = [Document.from_text(chinese, "zh.txt"), Document.from_text(english, "en.txt")]
    answer = Assistant.from_documents(documents).ask(question)
    assert answer.short.startswith(said)
    assert said or not answer.short.startswith(("Yes", "No"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("借书前要先付押金吗？", "不用，"),
        ("May children touch the globe?", "No: "),  # prohibited, though no word says not
        ("Are the maps free of charge?", ""),  # "no fee" denies the opposite of what is asked
        ("Can guide dogs come in?", ""),  # what is excepted from what is denied
        ("Is the library open on Mondays?", "No: "),
        ("Is the library open on Wednesdays?", "Yes: "),
        ("Is the library open on Saturdays and Sundays?", ""),  # on one of them
        ("馆内可以用自拍杆吗？", "不可以，"),  # though the clause before allows
        ("Does the number 7 bus stop at the library?", "Yes: "),  # a name, though another figure stands there
    ],
)
def test_what_a_text_denies_in_other_words_is_a_no_and_days_are_compared(question: str, said: str) -> None:
    chinese = "办理借书不收押金。馆内可以拍照，但禁止使用自拍杆。图书馆周二至周六开放。"
    english = (
        "Children are prohibited from touching the globe. There is no fee for the maps. No dogs, except guide dogs."
        " The library is open Tuesday to Saturday.\n\n2. The number 7 bus stops at the library.\n"
    )
    documents = [Document.from_text(chinese, "zh.txt"), Document.from_text(english, "en.txt")]
    answer = Assistant.from_documents(documents).ask(question)
    assert answer.short.startswith(said)
    assert said or not answer.short.startswith(("Yes: ", "No: ", "是", "不", "可", "能"))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Can the museum be visited on Mondays?", "No: "),  # closed is not open
        ("Is the museum closed on Mondays?", "Yes: "),
        ("Has the forecast for growth this year been set above 3%?", ""),  # it was not, and now is
        ("三个集群中增长最快的是人工智能吗？", ""),  # no superlative is told, only three figures
        ("Are there more national than provincial centres?", ""),  # both are counted, nothing is compared
        ("Was the book fair held in Kelby?", "Yes: "),  # though for the fifth time
        ("Did the Dunmore mine close in 1985?", "Yes: "),
        ("Does the program run on Windows?", ""),  # what is denied shares no word with what is asked
    ],
)
def test_what_only_seems_to_be_said_is_not_decided(question: str, said: str) -> None:
    text = (
        "The museum is closed on Mondays. The forecast for growth this year was raised from 2.5% to 3.1%.\n"
        "低空经济、智能网联汽车、人工智能三个集群增长28%、27%、14%。全市有3个国家级、7个省级中心。\n"
        "The program: Windows works, but colours are not shown.\n"
        "The book fair was held in Kelby for the fifth time. The Dunmore mine closed in 1985."
    )
    answer = Assistant.from_documents([Document.from_text(text, "mixed.txt")]).ask(question)
    assert answer.found
    assert answer.short.startswith(said)
    assert said or not answer.short.startswith(("Yes: ", "No: ", "是", "不", "可", "能"))


def _short(text: str, question: str) -> str:
    return Assistant.from_documents([Document.from_text(text, "rules.txt")]).ask(question).short


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        ("Visitors are not allowed after 9 p.m.", "Are visitors allowed after 9 p.m.?", "No: "),
        ("Visitors are not allowed after 9 p.m.", "Are visitors allowed after 8 p.m.?", ""),
        ("Visitors are not allowed after 9 p.m.", "Are visitors allowed before 9 p.m.?", ""),
        ("Trucks are not allowed above 40 tons.", "Are trucks allowed above 50 tons?", "No: "),
        ("Trucks are not allowed above 40 tons.", "Are trucks allowed above 30 tons?", ""),
        ("The pool is closed after 8 p.m.", "Is the pool closed after 8 p.m.?", "Yes: "),
        ("The fee is not more than $300.", "Is the fee more than $300?", "No: "),
        ("The gym opens not later than 6 a.m.", "Does the gym open by 6 a.m.?", "Yes: "),
        ("七天后不予退款。", "七天后可以退款吗？", "不可以，"),
        ("未满18岁不得入场。", "满18岁可以入场吗？", ""),
        ("行李不得超过20公斤。", "行李可以超过20公斤吗？", "不可以，"),
        ("行李不得超过20公斤。", "行李可以超过10公斤吗？", ""),
        ("晚上11点后不能办理入住。", "Can guests check in after 11 p.m.?", "No: "),
        # It has the sum and denies something else.
        ("The fund has 3 million yuan and does not buy shops.", "Is the fund 3 million yuan?", "Yes: "),
    ],
)
def test_what_is_denied_of_a_figure_is_denied_of_what_that_takes_in(text: str, question: str, said: str) -> None:
    assert _short(text, question) == said + (text if text.endswith(".m.") else text.rstrip(".。"))


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        ("残疾人免缴押金。", "残疾人要交押金吗？", "不用，"),
        ("残疾人免缴押金。", "学生要交押金吗？", ""),
        ("住店客人免费停车。", "住店客人停车要钱吗？", "不用，"),
        ("住店客人免费停车。", "停车要钱吗？", ""),  # others may have to pay
        ("住店客人免费停车。", "住店客人可以免费停车吗？", "可以，"),
        ("军人免排队。", "军人要排队吗？", "不用，"),
        ("停车不收费。", "停车免费吗？", ""),
        ("Parking is free.", "Do I have to pay for parking?", "No: "),
        ("Parking is free.", "Is parking free?", "Yes: "),
        ("Children are exempt from the fee.", "Do children pay the fee?", "No: "),
        ("The museum is free for students.", "Do adults have to pay for the museum?", ""),
    ],
)
def test_who_is_exempt_does_not_pay(text: str, question: str, said: str) -> None:
    assert _short(text, question) == said + text.rstrip(".。")


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        ("孕妇谨慎使用。", "孕妇可以用吗？", ""),
        ("Pregnant women should use it with caution.", "Can pregnant women use it?", ""),
        ("读者凭证借书。", "读者可以借书吗？", ""),
        ("观众可带水入场。", "观众可以带水入场吗？", "可以，"),
        ("工厂生产机器人。", "工厂能生产机器人吗？", "能，"),  # who does it can
    ],
)
def test_only_what_allows_is_a_yes_to_whether_one_may(text: str, question: str, said: str) -> None:
    assert _short(text, question) == said + text.rstrip(".。")


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        ("会议不同意更换供应商的提议。", "会议同意更换供应商吗？", "不，"),
        ("理事会否决了扩建方案。", "理事会通过扩建方案了吗？", ""),
        ("游泳池暂停开放。", "游泳池开放吗？", ""),
        ("展览定于下月开幕。", "展览开幕了吗？", ""),
        ("新桥已于去年通车。", "新桥通车了吗？", "是的，"),
        ("新桥计划明年通车。", "新桥明年通车吗？", "是的，"),  # asked after what is to come
        ("The bakery stopped selling rye bread.", "Does the bakery sell rye bread?", ""),
        ("The concert was cancelled.", "Was the concert cancelled?", "Yes: "),
        ("The bridge is expected to open in May.", "Has the bridge opened?", ""),
        ("The bridge opened in May.", "Has the bridge opened?", "Yes: "),
    ],
)
def test_what_is_refused_or_stopped_or_only_planned_is_no_yes(text: str, question: str, said: str) -> None:
    assert _short(text, question) == said + text.rstrip(".。")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("open tuesday to saturday", {1, 2, 3, 4, 5}),
        ("周一至五", {0, 1, 2, 3, 4}),
        ("星期六、周日", {5, 6}),
        ("sunday to tuesday", {6, 0, 1}),
        ("daily except mondays", {1, 2, 3, 4, 5, 6}),
        ("除周一外每天开放", {1, 2, 3, 4, 5, 6}),
        ("mon-fri 8-5", {0, 1, 2, 3, 4}),
        ("工作日", {0, 1, 2, 3, 4}),
        ("the sun sat low", set()),
        ("一周三次", set()),
    ],
)
def test_days_of_the_week(text: str, days: set[int]) -> None:
    assert weekdays(text) == days


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        ("水费由乙方承担，物业费由甲方承担。", "物业费由乙方承担吗？", "物业费由甲方承担"),
        ("病假期间发放工资的80%，事假不发工资。", "病假发工资吗？", None),
        ("The tenant pays for gas; the landlord pays for water.", "Does the tenant pay for water?",
         "the landlord pays for water"),
        ("The museum and the cafe will be closed; the park stays open.", "Is the cafe open?",
         "The museum and the cafe will be closed"),
        ("Towels are provided, lockers are not.", "Are lockers provided?", "No: Towels are provided, lockers are not"),
        ("The pool opens at 7 am on weekdays; it is closed on Sundays.", "Is the pool open on Sunday?",
         "No: it is closed on Sundays"),
    ],
)  # fmt: skip
def test_a_clause_about_one_thing_is_no_yes_or_no_about_another(text: str, question: str, short: str | None) -> None:
    found = Assistant.from_documents([Document.from_text(text, "rules.txt")]).ask(question).short
    assert found == short if short else not found.startswith(("是", "不", "没有"))


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        ("The deposit is refunded in January but not in February.", "Is the deposit refunded in February?", "No: "),
        ("The deposit is refunded in January but not in February.", "Is the deposit refunded in January?", "Yes: "),
        ("Dogs may enter the garden but not the house.", "May dogs enter the garden?", "Yes: "),
        ("Payment is possible by card, not by cash.", "Can I pay by bank transfer?", "Payment"),
        ("快递点周末营业，节假日不营业。", "快递点周六营业吗？", "是的，"),
        ("快递点周末营业，节假日不营业。", "快递点节假日营业吗？", "不，"),
        ("除周一外，售票处每天营业。", "售票处周一营业吗？", "不，"),
        ("除春节外，展览馆全年开放。", "展览馆春节开放吗？", "不，"),
        ("除了羽毛球馆外，还有游泳馆对外开放。", "游泳馆对外开放吗？", "是的，"),
    ],
)
def test_of_what_holds_here_and_not_there_each_is_told(text: str, question: str, said: str) -> None:
    assert Assistant.from_documents([Document.from_text(text, "rules.txt")]).ask(question).short.startswith(said)


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        ("The office will be open on Monday.", "Is the office open on Monday?",
         "Yes: The office will be open on Monday"),
        ("10月3日全天停电。", "10月4日停电吗？", "10月3日全天停电"),
        ("10月1日至7日食堂停业。", "10月3日食堂停业吗？", "是的，10月1日至7日食堂停业"),
        ("未经甲方同意，乙方不得转租。", "可以转租吗？", "不可以，未经甲方同意，乙方不得转租"),
        ("乙方提前退租的，押金不予退还。", "押金退还吗？", "乙方提前退租的，押金不予退还"),
        ("行动不便的老人可由亲属代办。", "可以由亲属代办吗？", "可以，行动不便的老人可由亲属代办"),
        ("人为损坏不保修。", "摔坏了保修吗？", "不，人为损坏不保修"),
    ],
)  # fmt: skip
def test_days_conditions_and_attributes(text: str, question: str, short: str) -> None:
    assert Assistant.from_documents([Document.from_text(text, "rules.txt")]).ask(question).short == short


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        ("前三季度,出口612亿元,增长1.4%;进口278亿元,下降9.0%。", "进口增长了吗？", "没有，"),
        ("前三季度,出口612亿元,增长1.4%;进口278亿元,下降9.0%。", "Did imports increase?", "No: "),
        ("前三季度,出口612亿元,增长1.4%;进口278亿元,下降9.0%。", "Did exports increase?", "Yes: "),
        ("Car sales fell by 4% while rents rose.", "Did car sales rise?", ""),  # two things in one clause
        ("Car sales fell by 4% last year.", "Did car sales rise last year?", "No: "),
    ],
)
def test_what_fell_did_not_rise(text: str, question: str, said: str) -> None:
    short = Assistant.from_documents([Document.from_text(text, "trade.txt")]).ask(question).short
    assert short.startswith(said)
    assert said or not short.startswith(("Yes", "No"))


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        ("Barbecues on balconies are banned.", "Are barbecues on balconies banned?", "Yes: "),
        ("There is a ban on barbecues on balconies.", "Are barbecues on balconies banned?", "Yes: "),
        ("On the agenda: a ban on barbecues on balconies.", "Have barbecues on balconies been banned?", ""),
        ("冷链物流园建成投产,云岭机场可行性研究报告获批。", "机场建成了吗?", ""),
    ],
)
def test_a_ban_bans_and_what_is_on_the_agenda_or_studied_is_not_decided(text: str, question: str, said: str) -> None:
    short = Assistant.from_documents([Document.from_text(text, "letter.txt")]).ask(question).short
    assert short.startswith(said)
    assert said or not short.startswith(("Yes", "No", "是的", "没有"))


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        ("Both owners may vote by post.", "Do both owners have to vote by post?", "Both owners may vote by post"),
        ("Both owners must vote.", "Do both owners have to vote?", "Yes: Both owners must vote"),
        ("The owner may come in on two days' notice.", "Can the owner come in without notice?", None),
        ("会员预约后可以入场。", "会员不预约可以入场吗？", None),
        ("Hail damage is covered only if you chose Extra.", "Is hail damage covered?", None),
        ("To insure skis abroad, add the Winter option.", "Are my skis insured abroad?", None),
        ("One guest a month is free; further guests pay £7.", "Do guests have to pay?", None),
        ("Dogs are not allowed in the sandpit.", "Is there a sandpit?", None),
        ("There is no sandpit.", "Is there a sandpit?", "No: There is no sandpit"),
        ("公司净亏损30万元，上年盈利20万元。", "公司去年赚钱了吗？", "公司净亏损30万元，上年盈利20万元"),
        ("Full-time cooks get 20 days.", "Do part-time cooks get 20 days?", ""),
        ("已婚的还需提供结婚证。", "未婚的需要提供结婚证吗？", None),
        ("The maze is closed on Mondays, except bank holidays.", "Is the maze closed on a bank holiday Monday?", None),
    ],
)
def test_what_a_clause_leaves_open_is_told_without_a_yes_or_no(text: str, question: str, short: str | None) -> None:
    assert _short(text, question) == (text.rstrip(".。") if short is None else short)


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        ("The café is open Tuesday to Saturday from 9 a.m. to 5 p.m.", "Can we go on Thursday?", "Yes: "),
        ("The café is open Tuesday to Saturday from 9 a.m. to 5 p.m.", "Can I come on Monday?", "No: "),
        ("茶馆周二至周日10:00至22:00营业。", "周六能去吗？", "能，"),
        ("茶馆周二至周日10:00至22:00营业。", "周一可以去吗？", "不可以，"),
        ("There is no car park.", "Is there a garden?", ""),  # green as both are
    ],
)
def test_whoever_asks_whether_to_go_on_a_day_asks_whether_it_is_open(text: str, question: str, said: str) -> None:
    short = _short(text, question)
    assert short.startswith(said)
    assert said or not short.startswith(("Yes", "No"))
