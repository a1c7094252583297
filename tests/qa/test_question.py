"""What the wording of a question tells of its answer."""

import pytest

from index.quantities import QuantityKind
from qa.question import asked, kind_of
from qa.types import Kind


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("全市有多少家公司?", Kind.QUANTITY),
        ("增长率是多少\uff1f", Kind.QUANTITY),
        ("他几岁开始工作?", Kind.QUANTITY),
        ("这座桥有多长?", Kind.QUANTITY),
        ("哪一年成立的?", Kind.DATE),
        ("博物馆周几不开门?", Kind.DATE),
        ("下周几个人来?", Kind.QUANTITY),
        ("停电的那几天由谁送水?", Kind.PERSON),
        ("没有桥的那几年,大家怎么过河?", Kind.OTHER),
        ("好几個村用的是哪家公司的水泵?", Kind.ORGANISATION),
        ("八十七座水库,今年能修好几座?", Kind.QUANTITY),
        ("那几点开门?", Kind.DATE),
        ("停车怎么收费?", Kind.QUANTITY),
        ("树干有多粗?", Kind.QUANTITY),
        ("许多大学采用了什么办法?", Kind.OTHER),
        ("多伦多大学创立于何时?", Kind.DATE),
        ("几千年来这口井叫什么?", Kind.OTHER),
        ("20几所学校的学生在哪里集会?", Kind.PLACE),
        ("早读学习机卖什么价?", Kind.QUANTITY),
        ("面团在什么温度下发得最快?", Kind.QUANTITY),
        ("水壶保修几年?", Kind.QUANTITY),
        ("企业几年不用缴税?", Kind.QUANTITY),
        ("这座桥是几年建成的?", Kind.DATE),
        ("消费券在什么时段能用?", Kind.DATE),
        ("他靠什么发出了工资?", Kind.OTHER),
        ("What does the nursery pay for new extinguishers?", Kind.QUANTITY),
        ("What did they pay for?", Kind.OTHER),
        ("What do I have to pay to be switched on again?", Kind.QUANTITY),
        ("What did she do to pay wages?", Kind.OTHER),
        ("What is the most one can borrow at a time?", Kind.QUANTITY),
        ("What's the most flour the machine can take?", Kind.QUANTITY),
        ("What's the longest you may stay?", Kind.QUANTITY),
        ("What is the most popular dish?", Kind.OTHER),
        ("What is the most common one?", Kind.OTHER),
        ("What is the old piano worth?", Kind.QUANTITY),
        ("What commission does the shop charge?", Kind.QUANTITY),
        ("How hot may the wash be?", Kind.QUANTITY),
        ("How frequently is the herd counted?", Kind.QUANTITY),
        ("What is the running time of the film?", Kind.QUANTITY),
        ("What is the deadline for applying?", Kind.DATE),
        ("What is the release date of the film?", Kind.DATE),
        ("During which hours is construction halted?", Kind.DATE),
        ("What place does the zone hold among its kind?", Kind.QUANTITY),
        ("What led to the increase in rents?", Kind.OTHER),
        ("What was the effect of the increase?", Kind.OTHER),
        ("What does the airline charge for a small dog?", Kind.QUANTITY),
        ("How is parking charged?", Kind.QUANTITY),
        ("What is the fee for late return?", Kind.QUANTITY),
        ("What was he charged with?", Kind.OTHER),
        ("發布會是什麼時候舉行的?", Kind.DATE),
        ("谁是局长?", Kind.PERSON),
        ("誰寫了這本書?", Kind.PERSON),
        ("总部在哪里?", Kind.PLACE),
        ("哪个城市排第一?", Kind.PLACE),
        ("哪家公司中标?", Kind.ORGANISATION),
        ("有哪些措施?", Kind.LIST),
        ("什么是低空经济?", Kind.DEFINITION),
        ("为什么要改革?", Kind.REASON),
        ("他被任命为什么职位?", Kind.OTHER),
        ("塔在客家地区被称为什么?", Kind.OTHER),
        ("這樣做可以嗎?", Kind.YES_NO),
        ("他如何评价这件事?", Kind.OTHER),
        ("How many companies are there?", Kind.QUANTITY),
        ("What is the size of the fund?", Kind.QUANTITY),
        ("What percentage of people agreed?", Kind.QUANTITY),
        ("What period do the growth figures cover?", Kind.DATE),
        ("The count of patents is for which months?", Kind.DATE),
        ("What will the tunnel cost?", Kind.QUANTITY),
        ("When was it founded?", Kind.DATE),
        ("What did she see when she came?", Kind.OTHER),
        ("In which year did it open?", Kind.DATE),
        ("Who is the deputy director?", Kind.PERSON),
        ("What made the king's daughter laugh?", Kind.OTHER),
        ("Where is the office?", Kind.PLACE),
        ("Which company won?", Kind.ORGANISATION),
        ("What are the three measures?", Kind.LIST),
        ("Why did it fail?", Kind.REASON),
        ("Does it have a park?", Kind.YES_NO),
        ("Does the number of parks include private ones?", Kind.YES_NO),
        ("Could you tell me the number of parks?", Kind.QUANTITY),
        ("What is photosynthesis?", Kind.DEFINITION),
        ("腾讯 was founded by who?", Kind.PERSON),
        ("Tencent是谁创立的?", Kind.PERSON),
        ("Number of night buses in Leeds?", Kind.QUANTITY),
        ("Tell me the number of bakers.", Kind.QUANTITY),
        ("What is the overall title of the series?", Kind.OTHER),
        ("Which government body drafted the notice?", Kind.ORGANISATION),
        ("Which commission does she represent?", Kind.ORGANISATION),
        ("Where does the city rank among ports?", Kind.QUANTITY),
        ("Where did the press conference take place?", Kind.PLACE),
        ("Over what period was it spent?", Kind.QUANTITY),
        ("What kind of city does it want to be?", Kind.OTHER),
        ("馆长叫什么名字?", Kind.PERSON),
        ("图书馆馆长?", Kind.PERSON),
        ("Name of the director?", Kind.PERSON),
        ("市级图书馆数量是?", Kind.QUANTITY),
        ("Total revenue in 2023?", Kind.QUANTITY),
        ("开馆日期", Kind.DATE),
        ("Date of opening?", Kind.DATE),
        ("Over what time span was it built?", Kind.QUANTITY),
        ("主办单位?", Kind.ORGANISATION),
        ("Venue of the meeting?", Kind.PLACE),
        ("At which venue was the forum held?", Kind.PLACE),
        ("In what building does the club meet?", Kind.PLACE),
        ("What did the city's exports come to in May?", Kind.QUANTITY),
        ("What do the six funds add up to?", Kind.QUANTITY),
        ("What is the company's valuation after the round?", Kind.QUANTITY),
        ("What did she come to see?", Kind.OTHER),
        ("When the two firms merged, what was the new one called?", Kind.OTHER),
        ("When the school opened in 1950, who was its head?", Kind.PERSON),
        ("When and where was he born?", Kind.DATE),
        ("Name the three museums", Kind.LIST),
        ("Tell me about the director", Kind.OTHER),
        ("这座桥叫什么名字?", Kind.OTHER),
        ("采用哪些灵活的组织管理方式?", Kind.LIST),
        ("产量排全国第几?", Kind.QUANTITY),
    ],
)
def test_the_kind_of_answer_is_read_from_the_wording(question: str, kind: Kind) -> None:
    assert kind_of(question) is kind


def test_the_thing_counted_is_told() -> None:
    assert asked("新增了多少家企业?").unit == "家"
    assert asked("How many new companies were added?").unit == "new companies"
    assert asked("How much does a ticket cost?").unit == ""
    assert asked("销量排全国第几名?").unit == ""


def test_the_noun_after_which_is_told() -> None:
    assert asked("哪个城市的增速最高?").focus == "城市"
    assert asked("Which city grew fastest?").superlative
    assert asked("Which of the three grew slowest?").superlative
    assert asked("三条线路中哪条最便宜?").superlative
    assert asked("What colour is it?").focus == "colour"
    assert asked("她属于哪个部门?").focus == "部门"


@pytest.mark.parametrize(
    ("question", "rank"),
    [
        ("这是第几届博览会?", True),
        ("他们在全省排第几?", True),
        ("Where does the port rank in the country?", True),
        ("Where did the race take place?", False),
        ("In what place did she finish?", True),
        ("第三届博览会来了多少人?", False),
        ("Which position did Anna hold?", False),
        ("Which place is the capital?", False),
    ],
)
def test_a_place_in_an_order_is_no_count(question: str, rank: bool) -> None:
    assert asked(question).rank is rank


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("县里扶持哪些产业?", True),
        ("哪几家公司参加了?", True),
        ("哪家公司参加了?", False),
        ("Which technologies in energy does the city want?", True),
        ("Which firm makes cars in China?", False),
        ("What is the name of the bus?", False),
    ],
)
def test_more_than_one_thing_is_asked_for(question: str, several: bool) -> None:
    assert asked(question).several is several


def test_a_place_in_a_list_is_told() -> None:
    assert asked("第二个产业集群是什么?").ordinal == 2
    assert asked("What is the third of the measures?").ordinal == 3
    assert asked("最后一项任务是什么?").ordinal == -1
    assert asked("他是谁?").ordinal is None


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("运动员来自哪五个国家?", 5),
        ("是哪两家机构投的资?", 2),
        ("哪两年?", None),
        ("哪一个?", None),
        ("Which two places are named?", 2),
        ("What are the three clusters?", 3),
        ("Which one is it?", None),
    ],
)
def test_how_many_things_are_to_be_named_is_told(question: str, count: int | None) -> None:
    assert asked(question).count == count


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("哪天开的会?", "day"),
        ("几月几号开的会?", "day"),
        ("哪一年建的?", "year"),
        ("什么时候建的?", ""),
        ("On what date did it open?", "day"),
        ("In which month did it open?", "month"),
        ("Which year was it?", "year"),
        ("图书馆几点开门?", "hour"),
        ("What time does it open?", "hour"),
        ("How late is the café open?", "hour"),
        ("他提了几点建议?", ""),
        ("In what time of year does it bloom?", ""),
        ("Over which time horizons are they grown?", ""),
        ("What time of day is the most dangerous?", "hour"),
        ("When did it open?", ""),
    ],
)
def test_the_part_of_a_date_asked_for_is_told(question: str, part: str) -> None:
    assert asked(question).calendar == part


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("How heavy may a cabin bag be?", "kg"),
        ("一件快件最重可以寄多重?", "kg"),
        ("这座塔有多高?", "m"),
        ("How far is it to the station?", "km"),
        ("书房面积多大?", "m2"),
        ("水箱的容量是多少?", "l"),
        ("喷口温度有多高?", "°C"),
        ("How far in advance must it be booked?", None),
        ("How high is the unemployment rate?", None),
        ("有多少家公司?", None),
        ("What is the heating output in kilowatts?", "kW"),
        ("How loud is the grinder in decibels?", "dB"),
        ("每袋含多少克甘草?", "mg"),
        ("树干至少要多粗?", "cm"),
        ("多冷的时候刹车会失灵?", "°C"),
        ("种子基金有多大规模?", None),
        ("How large is the budget for the dig?", None),
        ("How high is the debt ratio?", None),
        ("该省面积是全国第几大?", None),
    ],
)
def test_what_is_measured_is_told_in_its_units(question: str, unit: str | None) -> None:
    units = asked(question).units
    assert unit in units if unit else not units


@pytest.mark.parametrize(
    ("question", "sort"),
    [
        ("What subsidy does each firm get?", QuantityKind.MONEY),
        ("高层次人才能拿到多少住房补贴?", QuantityKind.MONEY),
        ("多少人拿到了补贴?", QuantityKind.NUMBER),
        ("How soon must the deposit be returned?", QuantityKind.DURATION),
        ("How fast are rents climbing?", QuantityKind.PERCENT),
        ("What do visitors pay to get in?", QuantityKind.MONEY),
        ("How much tax did the firms pay last year?", QuantityKind.MONEY),
        ("过期一天罚多少?", QuantityKind.MONEY),
        ("外国学生占几成?", QuantityKind.PERCENT),
        ("How far in advance must it be booked?", QuantityKind.DURATION),
        ("How much time does each side get?", QuantityKind.DURATION),
        ("潜伏期有多长?", QuantityKind.DURATION),
    ],
)
def test_the_sort_of_figure_is_told(question: str, sort: QuantityKind) -> None:
    assert asked(question).kind is Kind.QUANTITY
    assert sort in asked(question).figures


def test_the_sort_of_figure_is_not_told_by_part_of_a_word() -> None:
    assert QuantityKind.PERCENT not in asked("How much is a grown-up's ticket to the museum?").figures
    assert QuantityKind.MEASURE not in asked("How far in advance must it be booked?").figures


@pytest.mark.parametrize(
    ("question", "change"),
    [
        ("汽油现在一升多少钱?", False),
        ("汽油涨了多少?", True),
        ("比去年多花多少?", True),
        ("How much does a litre cost?", False),
        ("How much cheaper is it?", True),
        ("What is the inflation rate?", True),
    ],
)
def test_whether_a_difference_may_be_asked_for_is_told(question: str, change: bool) -> None:
    assert asked(question).change is change


@pytest.mark.parametrize(
    ("question", "often"),
    [
        ("How often must the filter be changed?", True),
        ("多久检查一次?", True),
        ("反渗透膜多久换一次?", True),
        ("董事會多長時間開一次會?", True),
        ("几个月换一次滤芯?", True),
        ("会议开了多久?", False),
        ("How long does it last?", False),
    ],
)
def test_it_is_asked_how_often(question: str, often: bool) -> None:
    assert asked(question).often is often
