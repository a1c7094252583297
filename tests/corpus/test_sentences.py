from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import clauses, sentences
from corpus.sentences import LONGEST_SENTENCE, clause_at

MARKS = "。！？；，…“”‘’（）《》、.!?;,'\"()[]:：\n \t\u3000"
WORDS = st.sampled_from(
    ["深圳", "基金", "的", "Mr", "e.g", "U.S", "3.5", "1,000", "Fund", "the", "http://a.b/c?d", "一是", "1", "#", "-"]
)
TEXTS = st.lists(WORDS | st.sampled_from(MARKS), max_size=80).map("".join) | st.text(max_size=200)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in clauses(text)]


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(["他来了。", "她走了！", "真的？"], id="chinese-stops"),
        pytest.param(["今年怎样?", "比去年好!", "是的."], id="half-width-stops"),
        pytest.param(["“今年怎样?”他说。", "没有人回答。"], id="a-quote-and-who-said-it"),
        pytest.param(["“明年会更好。”", "局长介绍,全市已有三个中心。"], id="closing-quote-goes-along"),
        pytest.param(['他问:"你好吗?"', '我说:"好。"', '"再见。"'], id="straight-quotes"),
        pytest.param(["《谁动了我的奶酪？》是一本书。", "它很薄。"], id="a-question-in-a-title"),
        pytest.param(["他们要问“为什么？”的问题。", "这是好事。", "等到明年再说。"], id="a-quoted-question-goes-on"),
        pytest.param(["增长了28.3%、27.8%、14.1%；税收1,000万元。", "五、六月份持平。"], id="decimals-and-semicolons"),
        pytest.param(["一是加大投入;二是引进人才;三是改善环境。", "成效明显。"], id="enumeration"),
        pytest.param(["**要带证件吗？**", "要带。"], id="a-bold-question"),
        pytest.param(["他叫约翰.史密斯，是医生。", "他住在深圳。"], id="dot-in-a-name"),
    ],
)
def test_chinese_sentences(expected: list[str]) -> None:
    assert split("".join(expected)) == expected


@pytest.mark.parametrize(
    "expected",
    [
        pytest.param(["Mr. Smith met Dr. J. R. Jones on Jan. 5.", "They talked."], id="titles-initials-months"),
        pytest.param(["The U.S. economy grew by 3.5%.", "It did so twice."], id="acronym-and-decimal"),
        pytest.param(["He lives in the U.S.", "The house is small."], id="acronym-at-the-end"),
        pytest.param(["It closes at 9 p.m.", "Dogs stay out, cats etc.", "Park behind."], id="time-at-the-end"),
        pytest.param(["It closes at 9 p.m. GMT and 5 p.m. Sundays, i.e. Easter etc. too."], id="time-within"),
        pytest.param(["Apple Inc. said so.", "See Fig. 2 and pp. 3-5, e.g. the table."], id="company-figure-pages"),
        pytest.param(["No. 5 is alive.", "The answer is no.", "He left."], id="number-and-no"),
        pytest.param(["She said “Stop.”", "Then he left.", "(It was late.)", "Why?"], id="quotes-and-brackets"),
        pytest.param(["“Why?” he asked.", "Yahoo! is a company.", "Wait... Then go."][:2], id="mark-inside"),
        pytest.param(["See https://a.example/b?c=d.e for more.", "Daly et al. (2001) agree."], id="address"),
        pytest.param(["It grew.[12]", "It shrank."], id="reference-mark"),
        pytest.param(["**Do I need a printer?**", "No.", "Write it by hand."], id="a-bold-question-and-its-answer"),
        pytest.param(["A: No.", "Only water is allowed.", "See No. 5 and No. Ten."], id="a-no-is-no-number"),
    ],
)
def test_english_sentences(expected: list[str]) -> None:
    assert split(" ".join(expected)) == expected


def test_both_languages_in_one_paragraph() -> None:
    assert split("深圳很大。Shenzhen is big. 人口很多。") == ["深圳很大。", "Shenzhen is big.", "人口很多。"]


def test_headings_and_list_items_end_with_their_line() -> None:
    lines = [
        "升级产业结构",
        "今年已投入近10亿元",
        "局长说，投入还会增加。",
        "1. First thing",
        "2. Second thing",
        "- third",
        "(一)其他",
    ]
    assert split("\n".join(lines)) == lines


def test_wrapped_lines_are_not_sentence_ends() -> None:
    text = (
        "The harbour was enlarged in the year that followed the opening of the\n"
        "Grand Canal, which had been dug by several thousand workers from the\n"
        "North. It is still in use."
    )
    assert split(text) == [text[: text.index(" It is")], "It is still in use."]


def test_wrapped_chinese_lines_are_not_sentence_ends() -> None:
    line = "这个城市的港口在运河开通之后的第二年得到了扩建而且"
    assert split(f"{line}\n{line}\n工程很大。完工。") == [f"{line}\n{line}\n工程很大。", "完工。"]


def test_clauses_are_cut_at_commas_but_not_inside_numbers() -> None:
    assert cut("一是投入1,000万元,二是5、6月完工;三是引进人才，共3,200人。") == [
        "一是投入1,000万元,",
        "二是5、6月完工;",
        "三是引进人才，",
        "共3,200人。",
    ]
    assert cut("In 2005, the firm sold 1,200 cars; it grew.") == ["In 2005,", "the firm sold 1,200 cars;", "it grew."]


def test_the_clause_at_a_place_is_found() -> None:
    text = "林静,水务局副局长,谈到了水质。"
    found = [clause_at(text, text.index(each)) for each in ("静", "水务", "水质")]
    assert found == ["林静,", "水务局副局长,", "谈到了水质。"]
    assert clause_at(text, len(text)) == text



@pytest.mark.parametrize(
    "text",
    [
        "Beard trim ........ £10\nLost ticket ....... £2.00\nFirst hour ........ free",
        "Kids' cut (under 12) ... £12\nHaircut and beard . £26",
        "红烧牛肉面………22元\n豆浆……4元",
    ],
)
def test_dots_that_lead_to_a_price_end_no_sentence(text: str) -> None:
    assert split(text) == text.split("\n")


def test_a_text_without_stops_is_cut_at_a_maximum() -> None:
    assert [len(sentence) for sentence in split("字" * (LONGEST_SENTENCE + 1))] == [LONGEST_SENTENCE, 1]


def test_offsets_are_those_of_the_whole_text() -> None:
    text = "甲。乙。丙。"
    assert sentences(text, 2, 4) == [(2, 4)]


@given(TEXTS)
def test_every_non_blank_character_is_in_exactly_one_span(text: str) -> None:
    for spans in (sentences(text), clauses(text)):
        covered = "".join(text[start:end] for start, end in spans)
        assert "".join(covered.split()) == "".join(text.split())
        assert all(before.end <= after.start for before, after in pairwise(spans))
        assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
