"""Ranges, and the words that make a figure inexact, read in both languages."""

from __future__ import annotations

import pytest

from index.dates import Date
from index.quantities import Quantity, quantities


def only(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("5至10年", 5, 10, "year"),
        ("3 to 5 years", 3, 5, "year"),
        ("5-10亿元", 5 * 10**8, 10**9, "CNY"),
        ("三四百人", 300, 400, "person"),
        ("十七八岁", 17, 18, "age"),
        ("零下5至10度", -10, -5, "°"),
        ("-2℃到5℃", -2, 5, "°C"),
        ("5万-10万元", 50_000, 100_000, "CNY"),
        ("10%到15%", 10, 15, "%"),
        ("between 5 and 10 percent", 5, 10, "%"),
        ("£12–£15", 12, 15, "GBP"),
        ("US$5-US$10", 5, 10, "USD"),
        ("$200m to $250m", 200_000_000, 250_000_000, "USD"),
        ("£90 to £110 million", 90_000_000, 110_000_000, "GBP"),
        ("£500 to £1 million", 500, 1_000_000, "GBP"),
        ("between four and six people", 4, 6, "person"),
        ("one to two hours", 1, 2, "hour"),
        ("一至两周", 1, 2, "week"),
        ("200元以上500元以下", 200, 500, "CNY"),
        ("一千元以上不满三千元", 1000, 3000, "CNY"),
        ("5%和10%之间", 5, 10, "%"),
    ],
)
def test_ranges(text: str, low: int, high: int, unit: str) -> None:
    found = only(text)
    assert (found.value, found.upper, found.unit) == (low, high, unit)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It is between 1 m and 2 m deep.", ["between 1 m and 2 m"]),
        ("处200元以上500元以下罚款", ["200元以上500元以下"]),
        ("rooms go from £900 to £1,200", ["£900 to £1,200"]),
        ("rents rose from £900 to £1,200", ["£900", "£1,200"]),
        ("£10 and £25", ["£10", "£25"]),
        ("rows four and six", ["four", "six"]),
        ("the odds are one to one", []),
        ("aged 3 to 15 $4.75, adults $8", ["3 to 15", "$4.75", "$8"]),
        ("周一至五", []),
    ],
)
def test_where_a_range_begins_and_ends(text: str, shown: list[str]) -> None:
    assert [text[each.start : each.end] for each in quantities(text)] == shown


def test_range_of_months() -> None:
    assert only("今年1-8月").key == (Date(month=1), Date(month=8), "")


@pytest.mark.parametrize(
    ("text", "word", "meaning"),
    [
        ("近10亿元", "近", "nearly"),
        ("nearly 1 billion yuan", "nearly", "nearly"),
        ("超过163,500户", "超过", "over"),
        ("20多亿元", "多", "over"),
        ("up to 300 km", "up to", "at most"),
        ("100人左右", "左右", "about"),
        ("预计41个", "预计", "expected"),
        ("not more than $300", "not more than", "at most"),
        ("not less than 5 days", "not less than", "at least"),
        ("within 21 days", "within", "within"),
        ("15天内", "内", "within"),
        ("不高于18℃", "不高于", "at most"),
        ("≥5吨", "≥", "at least"),
        ("最多可停放60辆", "最多可停放", "at most"),
        ("高达3亿元", "高达", "as much as"),
        ("二百来只", "来", "about"),
        ("面积约为30亩", "约", "about"),
        ("不止30人", "不止", "over"),
        ("65周岁及以上", "及以上", "at least"),
        ("票价50元起", "起", "at least"),
        ("凌晨2时许", "许", "about"),
        ("過半的人", "過", "over"),
        ("aged 65 and over", "and over", "at least"),
        ("14 days or fewer", "or fewer", "at most"),
        ("max. 40 kg", "max.", "at most"),
        ("a fee of ~20 yuan", "~", "about"),
        ("as few as 20 people", "as few as", "as low as"),
    ],
)
def test_rounding_words(text: str, word: str, meaning: str) -> None:
    rounding = only(text).rounding
    assert rounding is not None
    assert (text[rounding.start : rounding.end], rounding.meaning) == (word, meaning)


@pytest.mark.parametrize(
    "text", ["停约两周", "签约五年", "预约三天", "最近三年", "10名内部员工", "> 5 boxes", "通过百人签名", "5元起步"]
)
def test_what_only_looks_like_a_rounding_word(text: str) -> None:
    assert only(text).rounding is None
