"""Figures read in both languages, with hand-computed values."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.bounds import is_day_of_month
from index.dates import Date
from index.quantities import Quantity, QuantityKind, decimal, quantities


def only(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "shown", "value", "unit"),
    [
        ("总规模20亿元的基金", "20亿元", 2 * 10**9, "CNY"),
        ("總規模20 億元", "20 億元", 2 * 10**9, "CNY"),
        ("二十亿元", "二十亿元", 2 * 10**9, "CNY"),
        ("worth 2 billion yuan", "2 billion yuan", 2 * 10**9, "CNY"),
        ("worth RMB 2 billion", "RMB 2 billion", 2 * 10**9, "CNY"),
        ("$1.5bn", "$1.5bn", 1_500_000_000, "USD"),
        ("1.2万亿元", "1.2万亿元", 1_200_000_000_000, "CNY"),
        ("3亿2000万人", "3亿2000万人", 320_000_000, "person"),
        ("12.4 million people", "12.4 million people", 12_400_000, "person"),
        ("163,500家", "163,500家", 163_500, ""),
        ("16.35万家", "16.35万家", 163_500, ""),
        ("41个", "41个", 41, ""),
        ("其中一半免费", "一半", Fraction(1, 2), ""),
        ("過半居民", "半", Fraction(1, 2), ""),
        ("almost half of the staff", "half", Fraction(1, 2), ""),
        ("add 3/4 cup of sugar", "3/4 cup", Fraction(3, 4), "cup"),
        ("add 1 1/2 cups of flour", "1 1/2 cups", Fraction(3, 2), "cup"),
        ("约1/3的人", "1/3", Fraction(1, 3), ""),
        ("近百名志愿者", "百名", 100, "person"),
        ("上千人报名", "千人", 1000, "person"),
        ("投入万余元", "万余元", 10_000, "CNY"),
        ("2.5m people", "2.5m people", 2_500_000, "person"),
        ("a wall 2.5m high", "2.5m", Fraction(5, 2), "m"),
        ("净利润-3.5亿元", "-3.5亿元", -350_000_000, "CNY"),
        ("a result of -£2m", "-£2m", -2_000_000, "GBP"),
        ("成人票-50元", "50元", 50, "CNY"),
        ("担负2亿元", "2亿元", 2 * 10**8, "CNY"),
        ("每度3元5角", "3元5角", Fraction(7, 2), "CNY"),
        ("身高1米75,", "1米75", Fraction(7, 4), "m"),
        ("产量翻两番", "翻两番", 4, "times"),
        ("sales doubled", "doubled", 2, "times"),
        ("a threefold rise", "threefold", 3, "times"),
        ("增长１６．５％", "１６．５％", Fraction(33, 2), "%"),
        ("按月租金的千分之五支付", "千分之五", Fraction(1, 2), "%"),
        ("万分之三", "万分之三", Fraction(3, 100), "%"),
        ("百分之三十五点五", "百分之三十五点五", Fraction(71, 2), "%"),
        ("twenty-five percent", "twenty-five percent", 25, "%"),
        ("七成", "七成", 70, "%"),
        ("5个百分点", "5个百分点", 5, "pp"),
        ("三分之一", "三分之一", Fraction(1, 3), ""),
        ("a third of", "a third", Fraction(1, 3), ""),
        ("up to three-fourths of them", "three-fourths", Fraction(3, 4), ""),
        ("三个月", "三个月", 3, "month"),
        ("a 3-year plan", "3-year", 3, "year"),
        ("4,000平方公里", "4,000平方公里", 4000, "km2"),
        ("took 3½ hours", "3½ hours", Fraction(7, 2), "hour"),
        ("fined ¥30 million in Tokyo", "¥30 million", 30_000_000, "JPY"),
        ("fined ¥30 million in Harbin", "¥30 million", 30_000_000, "CNY"),
        ("half a million people", "half a million people", 500_000, "person"),
        ("a quarter of a million copies", "a quarter of a million", 250_000, ""),
        ("one and a half million dollars", "one and a half million dollars", 1_500_000, "USD"),
        ("took two and a half years", "two and a half years", Fraction(5, 2), "year"),
        ("three quarters of an hour", "three quarters of an hour", Fraction(3, 4), "hour"),
        ("lasts an hour and a half", "an hour and a half", Fraction(3, 2), "hour"),
        ("for a week", "a week", 1, "week"),
        ("half an hour", "half an hour", Fraction(1, 2), "hour"),
        ("四分之三", "四分之三", Fraction(3, 4), ""),
        ("3 in 4 residents", "3 in 4", Fraction(3, 4), ""),
        ("One in five pupils", "One in five", Fraction(1, 5), ""),
        ("六成五", "六成五", 65, "%"),
        ("一万五", "一万五", 15_000, ""),
        ("两千多万人", "两千多万人", 20_000_000, "person"),
        ("净重5.2千克", "5.2千克", Fraction(26, 5), "kg"),
        ("每盒2斤", "2斤", 2, "jin"),
        ("set to -40°F", "-40°F", -40, "°F"),
        ("did 135 mph", "135 mph", 135, "mile/h"),
        ("时速达到350公里", "350公里", 350, "km/h"),
        ("每秒20米", "20米", 20, "m/s"),
        ("15个工作日", "15个工作日", 15, "workday"),
        ("密码至少八位", "八位", 8, ""),
        ("三位教师", "三位", 3, "person"),
        ("降至零下5度", "零下5度", -5, "°"),
        ("出口同比-3.2%", "-3.2%", Fraction(-16, 5), "%"),
        ("sales rose by minus 3%", "minus 3%", -3, "%"),
        ("its 1,000th show", "1,000th", 1000, ""),
        ("raised £310,000, mostly from members", "£310,000", 310_000, "GBP"),
        ("发放12,300份,其中多数免费", "12,300份", 12_300, ""),
        ("two hundred and five", "two hundred and five", 205, ""),
        ("共计48620瓶,已售出", "48620瓶", 48_620, ""),
        ("每公斤26.3微克", "26.3微克", Fraction(263, 10), "μg"),
        ("a layer of 5 µm", "5 µm", 5, "μm"),
        ("票价300泰铢", "300泰铢", 300, "THB"),
        ("it costs 1.5 million Swiss francs", "1.5 million Swiss francs", 1_500_000, "CHF"),
        ("S$20 a night", "S$20", 20, "SGD"),
        ("a bus ride is 45 cents", "45 cents", 45, "cent"),
        ("each trader gets a grant of 1,500 pounds", "1,500 pounds", 1500, "GBP"),
        ("pensioners go on paying 30 pounds", "30 pounds", 30, "GBP"),
        ("the gap is 2 million pounds", "2 million pounds", 2_000_000, "GBP"),
        ("she weighed 130 pounds when she was paid", "130 pounds", 130, "pound"),
        ("they bought 30 pounds of rice", "30 pounds", 30, "pound"),
        ("they bought 30 pounds of cheap rice", "30 pounds", 30, "pound"),
        ("add 2 pounds to the pot", "2 pounds", 2, "pound"),
        ("a supply of 220 volts", "220 volts", 220, "V"),
        ("水壶保修一年。", "一年", 1, "year"),
        ("一小时内答复", "一小时", 1, "hour"),
        ("小火熬一个半小时", "一个半小时", Fraction(3, 2), "hour"),
        ("停产超过半年", "半年", Fraction(1, 2), "year"),
        ("學徒期兩年半", "兩年半", Fraction(5, 2), "year"),
        ("加半升水", "半升", Fraction(1, 2), "l"),
    ],
)
def test_value_and_unit(text: str, shown: str, value: Fraction | int, unit: str) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.value, found.unit) == (shown, value, unit)


@pytest.mark.parametrize(
    ("text", "shown", "date"),
    [
        ("10月31日,深圳市", "10月31日", Date(month=10, day=31)),
        ("on October 31, 2023", "October 31, 2023", Date(2023, 10, 31)),
        ("31 October 2023", "31 October 2023", Date(2023, 10, 31)),
        ("2023年10月31日", "2023年10月31日", Date(2023, 10, 31)),
        ("二〇二三年十月", "二〇二三年十月", Date(2023, 10)),
        ("2023-10-31", "2023-10-31", Date(2023, 10, 31)),
        ("since 1998,", "1998", Date(1998)),
        ("20世纪90年代", "20世纪90年代", Date(1990, decade=True)),
        ("the 1990s", "1990s", Date(1990, decade=True)),
        ("上世纪80年代", "上世纪80年代", Date(1980, decade=True)),
        ("它建于90年代初", "90年代初", Date(90, decade=True, part="early")),
        ("in the early 90s", "the early 90s", Date(90, decade=True, part="early")),
        ("公元前221年统一", "公元前221年", Date(-221)),
        ("in 44 BCE", "44 BCE", Date(-44)),
        ("（前259年生）", "前259年", Date(-259)),
        ("公元618年", "公元618年", Date(618)),
        ("it fell in AD 618", "AD 618", Date(618)),
        ("建于光绪三十年", "光绪三十年", Date(30, era="光绪")),
        ("民国38年10月", "民国38年10月", Date(1949, 10)),
        ("农历八月十五", "农历八月十五", Date(month=8, day=15, era="农历")),
        ("五月初五赛龙舟", "五月初五", Date(month=5, day=5, era="农历")),
        ("2026年第三季度", "2026年第三季度", Date(2026, part="q3")),
        ("in the third quarter of 2026", "the third quarter of 2026", Date(2026, part="q3")),
        ("sold in Q3 2026", "Q3 2026", Date(2026, part="q3")),
        ("2024年上半年", "2024年上半年", Date(2024, part="h1")),
        ("in H1 2024", "H1 2024", Date(2024, part="h1")),
        ("2026年年底前", "2026年年底", Date(2026, part="end")),
        ("2021年初中毕业", "2021年", Date(2021)),
        ("by mid-May", "mid-May", Date(month=5, part="mid")),
        ("5月中旬", "5月中旬", Date(month=5, part="mid")),
        ("The fair is in May.", "May", Date(month=5)),
    ],
)
def test_dates(text: str, shown: str, date: Date) -> None:
    found = only(text)
    assert (text[found.start : found.end], found.value, found.kind) == (shown, date, QuantityKind.DATE)


@pytest.mark.parametrize(
    ("text", "shown", "first", "last"),
    [
        ("runs from 16 to 24 May 2026, daily", "16 to 24 May 2026", Date(2026, 5, 16), Date(2026, 5, 24)),
        ("3\u20135 June", "3\u20135 June", Date(month=6, day=3), Date(month=6, day=5)),
        ("on May 16 to 24, 2026", "May 16 to 24, 2026", Date(2026, 5, 16), Date(2026, 5, 24)),
        ("2026年5月16日至24日举行", "2026年5月16日至24日", Date(2026, 5, 16), Date(2026, 5, 24)),
        ("十月一日至七日放假", "十月一日至七日", Date(month=10, day=1), Date(month=10, day=7)),
        ("10月31日到5号楼集合", "10月31日", Date(month=10, day=31), None),
        ("10月31日到5日", "10月31日", Date(month=10, day=31), None),
        ("By March 5,312 had applied", "March", Date(month=3), None),
        ("graves of 1338\u201339 near the lake", "1338\u201339", Date(1338), Date(1339)),
        ("2023-24赛季", "2023-24", Date(2023), Date(2024)),
        ("2024-10 was the month", "2024", Date(2024), None),
    ],
)
def test_days_of_one_month_and_years_of_one_century(text: str, shown: str, first: Date, last: Date | None) -> None:
    found = quantities(text)[0]
    assert (text[found.start : found.end], found.value, found.upper) == (shown, first, last)


@pytest.mark.parametrize("text", ["in her 90s", "the second quarter of the match", "an ad 618 of them saw"])
def test_what_only_looks_like_a_date(text: str) -> None:
    assert not any(each.kind is QuantityKind.DATE for each in quantities(text))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("19日发布", True),
        ("15个工作日内答复", False),
        ("2个自然日到账", False),
        ("须在30日内付清", False),
        ("自收到之日起20日", False),
        ("60日", False),
    ],
)
def test_a_day_of_the_month_and_so_many_days(text: str, day: bool) -> None:
    assert is_day_of_month(only(text), text) is day


LOOKALIKES = [
    "另一半", "千家万户", "上百度搜索", "翻番茄", "double room",
    "十分重要", "万一", "5G网络", "he may march on", "一个", "百姓", "second thoughts", "millions",
    "一二三产业", "三五个", "二三线城市", "有一天他来了", "一年一度的集市", "一年能赚钱", "下半场",
    "several thousand people", "数十亿元", "几十家", "a day trip", "one day he came",
]  # fmt: skip


@pytest.mark.parametrize("text", LOOKALIKES)
def test_what_only_looks_like_a_figure(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("20亿元", "2 billion yuan"),
        ("2.6万人", "26,000 people"),
        ("30岁", "30-year-old"),
        ("300公里", "300 km"),
        ("2000家", "2,000"),
        ("第十四", "14th"),
        ("十四倍", "fourteen times"),
        ("60公里/小时", "60 kilometres per hour"),
        ("68华氏度", "68 degrees Fahrenheit"),
        ("3个工作日", "3 working days"),
        ("三分之二", "two thirds"),
        ("一半", "half of"),
        ("翻一番", "doubled"),
        ("三倍", "threefold"),
    ],
)
def test_equal_across_notations(chinese: str, english: str) -> None:
    assert only(chinese).key == only(english).key


def test_several_in_order() -> None:
    text = "增长28.3%、27.8%、14.1%"
    assert [text[each.start : each.end] for each in quantities(text)] == ["28.3%", "27.8%", "14.1%"]


@given(st.text(alphabet="0123456789.,-%亿万千百十二三两年月日元至多约个 $第分之成halfmilionbtsyer", max_size=40))
def test_spans_are_ordered_and_never_overlap(text: str) -> None:
    found = quantities(text)
    for quantity in found:
        assert 0 <= quantity.start < quantity.end <= len(text)
    assert all(first.end <= second.start for first, second in pairwise(found))


@given(st.integers(1, 10**13))
def test_digits_come_back_as_they_were(number: int) -> None:
    assert decimal(only(f"{number}个").value) == str(number)  # type: ignore[arg-type]
    assert decimal(only(f"{number:,} km").value) == str(number)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Children from 8 to 14 may use it.", QuantityKind.NUMBER),
        ("It is open on 14 may.", QuantityKind.DATE),
        ("It opens on 14 may at noon.", QuantityKind.DATE),
        ("Children from 8 to 14 May 2024", QuantityKind.DATE),
    ],
)
def test_may_in_small_letters_behind_a_number_is_a_verb_where_a_verb_goes_on(text: str, kind: QuantityKind) -> None:
    assert quantities(text)[0].kind is kind
