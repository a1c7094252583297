"""Times of day read in both languages, with values worked out by hand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.clock import Clock, clocks
from index.folding import fold
from index.quantities import QuantityKind, quantities


def read(text: str) -> list[tuple[str, int, int]]:
    """What is read as times of day, each with its hour and minute."""
    found = (each for each in quantities(text) if isinstance(each.value, Clock))
    return [(text[each.start : each.end], *each.value) for each in found if isinstance(each.value, Clock)]


@pytest.mark.parametrize(
    ("text", "shown", "hour", "minute"),
    [
        ("儿童阅览室下午5点关门", "下午5点", 17, 0),
        ("兒童閱覽室下午5點半關門", "下午5點半", 17, 30),
        ("当天08时20分恢复供电", "08时20分", 8, 20),
        ("自习室开到晚上十点", "晚上十点", 22, 0),
        ("下午三点一刻开会", "下午三点一刻", 15, 15),
        ("晚上12点熄灯", "晚上12点", 24, 0),
        ("凌晨12点出发", "凌晨12点", 0, 0),
        ("中午1点吃饭", "中午1点", 13, 0),
        ("夜里2点有人敲门", "夜里2点", 2, 0),
        ("夜里11点有人敲门", "夜里11点", 23, 0),
        ("周末17:00闭馆", "17:00", 17, 0),
        ("上午９：３０开馆", "上午９：３０", 9, 30),
        ("3月8日9点集合", "9点", 9, 0),
        ("早上6时许", "早上6时", 6, 0),
        ("opens at 6.30 a.m. on weekdays", "6.30 a.m.", 6, 30),
        ("opens at 8 am", "8 am", 8, 0),
        ("closes at 9:45 p.m. every day", "9:45 p.m.", 21, 45),
        ("at half past four in the afternoon", "half past four in the afternoon", 16, 30),
        ("at a quarter to five", "a quarter to five", 4, 45),
        ("ten o'clock at night", "ten o'clock at night", 22, 0),
        ("The power went at noon", "noon", 12, 0),
        ("It opens at 12 noon", "12 noon", 12, 0),
        ("doors open 12:15 a.m.", "12:15 a.m.", 0, 15),
        ("ended at 15:20", "15:20", 15, 20),
    ],
)
def test_a_time_of_day_is_read(text: str, shown: str, hour: int, minute: int) -> None:
    assert read(text) == [(shown, hour, minute)]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("meets from 6.30 to 8.30 p.m.", [("6.30", 18, 30), ("8.30 p.m.", 20, 30)]),
        ("no bicycles 7–9 am", [("7", 7, 0), ("9 am", 9, 0)]),
        ("open 11 to 2 pm", [("11", 11, 0), ("2 pm", 14, 0)]),
        ("between 8.15 and 10.45 am", [("8.15", 8, 15), ("10.45 am", 10, 45)]),
        ("two dogs, 5 and 8 pm", [("8 pm", 20, 0)]),
    ],
)
def test_the_first_end_of_a_range_is_a_time_too(text: str, times: list[tuple[str, int, int]]) -> None:
    assert read(text) == times


@pytest.mark.parametrize(
    "text",
    [
        "股指上涨30点", "提出三点建议", "这是3点建议", "有一点不同", "增长三点五倍", "24小时服务", "当时有5人",
        "第3时期", "主队以21:15获胜", "比例为1:10", "24:22拿下决胜局", "She won 6:30 in a close match",
        "a screen of 16:9", "rose by a quarter to 5 million", "ran it in 2:11:07", "Midnight Express", "at 25:00",
        "10万人点赞",
    ],
)  # fmt: skip
def test_what_is_no_time_of_day_is_not_read_as_one(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("下午2点至4点", [14, 16]),
        ("上午9:00至晚上8点半", [9, 20]),
        ("早8点到晚8点", [8, 20]),
        ("8点到下午3点", [8, 15]),
        ("from 6:30-8:30 p.m.", [18, 20]),
        ("9:00 to 5:30 p.m.", [9, 17]),
        ("7:00—11:00", [7, 11]),
    ],
)
def test_the_half_of_the_day_told_for_one_end_of_a_range_is_meant_for_both(text: str, hours: list[int]) -> None:
    assert [hour for _, hour, _ in read(text)] == hours


def test_the_figures_of_a_time_count_nothing() -> None:
    assert [each.kind for each in quantities("08时20分恢复供电，出动15人")] == [QuantityKind.TIME, QuantityKind.MEASURE]


@given(st.integers(1, 11), st.integers(0, 59))
def test_a_time_has_one_value_in_both_languages(hour: int, minute: int) -> None:
    tail = f"{minute}分" if minute else ""
    chinese, english = f"下午{hour}点{tail}", f"{hour}:{minute:02} p.m."
    (one,), (other,), (plain,) = quantities(chinese), quantities(english), quantities(f"{hour + 12}:{minute:02}")
    assert one.value == other.value == plain.value == Clock(hour + 12, minute)
    assert one.terms == other.terms


@given(st.text(alphabet="下午晚上点时半分刻钟至到:.-0123456789三十 apmnoto'clockhalf", max_size=40))
def test_times_lie_apart_in_order_whatever_is_written(text: str) -> None:
    folded = fold(text).text
    places = [(each.start, each.end) for each in clocks(folded)]
    assert all(0 <= start < end <= len(folded) for start, end in places)
    found = quantities(text)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= each.value.hour <= 24 for each in found if isinstance(each.value, Clock))
