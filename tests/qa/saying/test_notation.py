"""Figures said in the other language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Language
from index.quantities import quantities
from qa.saying.notation import figures, with_rounding


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("总投资20亿元", ["2 billion yuan"]),
        ("投入近10亿元,增长16.5%", ["nearly 1 billion yuan"]),
        ("累计投入超150亿元", ["over 15 billion yuan"]),
        ("近三年一直增长", ["the past 3 years"]),
        ("工程历时近三年", ["nearly 3 years"]),
        ("总数预计突破1000家,都是企业", ["expected to exceed 1,000 companies"]),
        ("人才达2.6万人", ["26,000 people"]),
        ("企业1.1万家", ["11,000 companies"]),
        ("授权专利16.35万件", ["163,500 patents"]),
        ("支持了2000多个项目", ["over 2,000"]),
        ("提高3个百分点", ["3 percentage points"]),
        ("10月31日", ["October 31"]),
        ("19日发布", ["the 19th"]),
        ("3月14日（星期五）开幕", ["Friday, March 14"]),
        ("每周三闭馆", ["Wednesday"]),
        ("每隔3年", ["every 3 years"]),
        ("每斤5分钱", ["5 fen"]),
        ("持续19天", ["19 days"]),
        ("2023年10月", ["October 2023"]),
        ("1至8月", ["January to August"]),
        ("来了三四百人", ["300 to 400 people"]),
        ("零下5至10度", ["-10 to -5 degrees"]),
        ("2026年5月16日至24日", ["May 16 to 24, 2026"]),
        ("20世纪90年代", ["the 1990s"]),
        ("上世纪80年代末", ["the late 1980s"]),
        ("90年代初搬迁", ["the early 90s"]),
        ("公元前221年统一", ["221 BC"]),
        ("建于光绪三十年", []),
        ("农历八月十五赏月", []),
        ("15个工作日内答复", ["within 15 working days"]),
        ("须在30日内付清", ["within 30 days"]),
        ("预计2026年第三季度完工", ["expected the third quarter of 2026"]),
        ("2024年上半年", ["the first half of 2024"]),
        ("2026年底前建成", ["before the end of 2026"]),
        ("5月下旬", ["late May"]),
        ("验收不晚于12月1日", ["by December 1"]),
        ("6月以后涨价", ["after June"]),
        ("10月20日前来报名", ["October 20"]),
        ("2025年前5个月", ["2025", "5 months"]),
        ("三天后出结果", ["3 days later"]),
        ("1950年前后", ["around 1950"]),
        ("按5至10年分类", ["5 to 10 years"]),
        ("居全国第一", ["first"]),
        ("约300平方公里", ["about 300 square kilometres"]),
        ("1.2345亿元", ["123.45 million yuan"]),
        ("15个工作日内", ["within 15 working days"]),
        ("高达3亿元", ["as much as 300 million yuan"]),
        ("多达300人", ["as many as 300 people"]),
        ("最多可停放60辆", ["at most 60"]),
        ("三分之二的员工", ["two thirds"]),
        ("半小时", ["half an hour"]),
        ("间隔5分30秒", ["5 minutes 30 seconds"]),
        ("2小时8分12秒", ["2 hours 8 minutes 12 seconds"]),
        ("宝宝2岁6个月", ["2 years 6 months old"]),
        ("年满2岁6个月、未满6岁", ["2 years 6 months old", "under 6 years old"]),
        ("3天,12小时", ["3 days", "12 hours"]),
        ("票价12.50元", ["12.50 yuan"]),
        ("时速120公里", ["120 kilometres per hour"]),
        ("密码至少八位,验证码六位", ["at least 8 characters", "6 digits"]),
        ("年底前完工", ["before the end of the year"]),
        ("去年底完工", []),
        ("二○二四年三月五日", ["March 5, 2024"]),
        ("近一半,不足四分之三", ["nearly half", "under three quarters"]),
        ("近翻一番", ["nearly doubled"]),
        ("比去年翻了一番多", ["more than doubled"]),
        ("净亏损额为-1.2亿元", ["-120 million yuan"]),
        ("上千人,百余人", ["over 1,000 people", "over 100 people"]),
        ("低至30元,少至20人", ["as low as 30 yuan", "as few as 20 people"]),
        ("限5人以内", ["at most 5 people"]),
        ("增长16.5%", []),
    ],
)
def test_chinese_figures_are_said_in_english(text: str, said: list[str]) -> None:
    assert [figure.said for figure in figures(text, Language.ENGLISH)] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a fund of 2 billion yuan", ["20亿元"]),
        ("nearly 26,000 people", ["近2.6万人"]),
        ("more than 163,500 patents", ["超过16.35万"]),
        ("$1.5 trillion", ["1.5万亿美元"]),
        ("an annual fee of 52 pounds", ["52英镑"]),
        ("a bag of 52 pounds", ["52磅"]),
        ("30 Swiss francs", ["30瑞士法郎"]),
        ("on October 31, 2023", ["2023年10月31日"]),
        ("from 16 to 24 May 2026", ["2026年5月16日至24日"]),
        ("in the 1990s", ["20世纪90年代"]),
        ("in the 2000s", ["2000年代"]),
        ("in 44 BC", ["公元前44年"]),
        ("the third quarter of 2025", ["2025年第三季度"]),
        ("in H1 2024", ["2024年上半年"]),
        ("late 2026", ["2026年末"]),
        ("built around 1950", ["约1950年"]),
        ("a film about 1984", []),
        ("before March 2030", ["2030年3月前"]),
        ("by 30 June", ["不晚于6月30日"]),
        ("after 6 pm", ["晚上6点后"]),
        ("it runs until 4 August", ["直到8月4日"]),
        ("food will not be sold until June", ["6月"]),
        ("it will not reopen before 12 May", ["5月12日"]),
        ("from 1 May until 30 September", ["5月1日", "9月30日"]),
        ("within 3 business days", ["3个工作日内"]),
        ("is expected to reach 7 million people", ["预计700万人"]),
        ("twenty-five kilometres", ["25公里"]),
        ("about 300 square miles", ["约300平方英里"]),
        ("three decades", ["30年"]),
        ("half a million people", ["50万人"]),
        ("took 3½ hours", ["3.5小时"]),
        ("fell to minus 5°C", ["-5摄氏度"]),
        ("three times a day", ["3次"]),
        ("2 hours and 35 minutes", ["2小时35分钟"]),
        ("6 feet 2 inches", ["6英尺2英寸"]),
        ("about 3 in 4 residents", ["约四分之三"]),
        ("nine out of ten customers", ["十分之九"]),
        ("1 in 200 flights", ["200分之1"]),
        ("three times as many", ["3倍"]),
        ("set to 68°F", ["68华氏度"]),
        ("fell by a quarter", ["四分之一"]),
        ("within 21 days", ["21天内"]),
        ("not less than 5 days", ["至少5天"]),
        ("tickets at $29.50", ["29.50美元"]),
        ("half an hour", ["半小时"]),
        ("reopens on Saturday 25 March 2023", ["2023年3月25日星期六"]),
        ("closed from Monday to Wednesday", ["星期一", "星期三"]),
        ("change it every 12 months", ["每12个月"]),
        ("32 cents a unit", ["32美分"]),
        ("2 tablespoons", ["2汤匙"]),
        ("two-and-a-half years", ["2.5年"]),
        ("by the end of the year", ["不晚于年底"]),
        ("roughly half", ["约一半"]),
        ("1/4 inch", ["四分之一英寸"]),
        ("nearly doubled", ["近翻一番"]),
        ("more than tripled", ["增至超过三倍"]),
        ("twice a week", ["2次"]),
        ("twice as many", ["2倍"]),
        ("14 days or fewer", ["至多14天"]),
        ("minus £200", ["-200英镑"]),
        ("six-year-olds", ["6岁"]),
        ("rose 12% in 2019", []),
    ],
)
def test_english_figures_are_said_in_chinese(text: str, said: list[str]) -> None:
    assert [figure.said for figure in figures(text, Language.SIMPLIFIED)] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("每天下午5点关门", ["5 p.m."]),
        ("08时20分恢复供电", ["8:20"]),
        ("上午8时30分开馆", ["8:30 a.m."]),
        ("6时开始", ["6 o'clock"]),
        ("中午12点吃饭", ["noon"]),
        ("晚上12点熄灯", ["midnight"]),
        ("约下午3点到达", ["about 3 p.m."]),
        ("晚上8点左右", ["about 8 p.m."]),
        ("周末17:00闭馆", []),
    ],
)
def test_chinese_times_of_day_are_said_in_english(text: str, said: list[str]) -> None:
    assert [figure.said for figure in figures(text, Language.ENGLISH)] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It closes at 9:45 p.m.", ["晚上9点45分"]),
        ("It opens at 6.30 a.m.", ["上午6点30分"]),
        ("Lessons begin at half past four in the afternoon.", ["下午4点30分"]),
        ("at a quarter to five", ["4点45分"]),
        ("The power went at noon.", ["中午12点"]),
        ("It ended at 15:20.", []),
    ],
)
def test_english_times_of_day_are_said_in_chinese(text: str, said: list[str]) -> None:
    assert [figure.said for figure in figures(text, Language.SIMPLIFIED)] == said


def test_a_traditional_reader_gets_traditional_characters() -> None:
    assert [figure.said for figure in figures("5 billion yuan", Language.TRADITIONAL)] == ["50億元"]


def test_a_figure_is_widened_by_the_words_that_round_it() -> None:
    text = "今年投入近10亿元。"
    start, end = with_rounding(text, text.index("10"), text.index("。"))
    assert text[start:end] == "近10亿元"


@given(st.integers(1, 10**13), st.sampled_from(["元", "人", "吨", "平方公里", "美元"]))
def test_what_is_said_has_the_same_value(value: int, unit: str) -> None:
    text = f"共{value}{unit}"
    (figure,) = figures(text, Language.ENGLISH)
    (own,), (said,) = quantities(text), quantities(figure.said)
    assert said.key == own.key
    back = figures(figure.said, Language.SIMPLIFIED)
    assert [quantities(each.said)[0].key for each in back] == [own.key]
