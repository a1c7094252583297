"""Names in pinyin, found however the text is cut into words."""

from __future__ import annotations

import pytest

from corpus import Document
from index.passage_index import PassageIndex
from index.spelt import heard_in


def index_of(*texts: str) -> PassageIndex:
    return PassageIndex.build([Document.from_text(text, f"{n}.txt", title=" ") for n, text in enumerate(texts)])


def heard(question: str, text: str) -> dict[str, float]:
    """The names that the words of a question are heard as."""
    return {name: sure for term in index_of(text).analyse(question).terms for name, sure in term.sounds}


@pytest.mark.parametrize(
    ("text", "question", "name"),
    [
        pytest.param("凌小鹏是厂长。", "What job does Ling Xiaopeng do?", "凌小鹏", id="cut-after-凌小"),
        pytest.param("凌小鹏是厂长。", "What job does Xiaopeng Ling do?", "凌小鹏", id="given-name-first"),
        pytest.param("舒望之在研究所工作。", "Which is Shu Wangzhi's institute?", "舒望之", id="ends-in-stop-word"),
        pytest.param("兰沟洼蓄滞洪区共转移4.2万人。", "Who left Langouwa?", "兰沟洼", id="three-syllables"),
        pytest.param("纬十二路站长334米。", "How long is Weishierlu station?", "纬十二路", id="four-syllables"),
        pytest.param("济南地铁年底开通。", "When will the Jinan metro open?", "济南", id="other-than-in-the-table"),
        pytest.param("熊某欠下赌债。", "Why was Xiong in debt?", "熊某", id="surname-by-itself"),
        pytest.param("王女士获赔。", "What did Ms Wang get?", "王女", id="surname-with-title"),
        pytest.param("羅曉鵬是廠長。", "What is Luo Xiaopeng?", "罗晓鹏", id="traditional-text"),
        pytest.param("Ling Xiaopeng runs the plant.", "凌霄鹏担任什么职务？", "xiaopeng", id="across-two-words"),
        pytest.param("Ling Xiaopeng runs the plant.", "凌霄鹏担任什么职务？", "ling", id="the-surname-too"),
        pytest.param("Cangpu has 12 firms.", "沧浦有多少家企业？", "cangpu", id="place"),
        pytest.param("Bai Lu found a weakness.", "白露发现了什么？", "lu", id="one-character-behind-a-surname"),
        pytest.param("Liu Yiran still paints.", "柳依然画什么？", "yiran", id="a-word-behind-a-surname"),
    ],
)
def test_a_name_of_the_other_language_is_found_by_its_pinyin(text: str, question: str, name: str) -> None:
    assert heard(question, text)[name] == 1.0
    elsewhere = "The quarry belongs to the town." if text.isascii() else "采石场归镇政府管理。"
    assert name not in heard(question, elsewhere)


@pytest.mark.parametrize(
    ("text", "question", "name"),
    [
        pytest.param("Millbrook School has a caterer.", "给米尔布鲁克小学供餐的是谁？", "millbrook", id="cut-in-two"),
        pytest.param("The Ashgrove Foundation pays.", "阿什格罗夫的资助有多少？", "ashgrov", id="five-characters"),
        pytest.param("Tidewell owned the mill.", "磨坊属于泰德韦尔吗？", "tidewel", id="in-the-middle"),
        pytest.param("Thornbeck has a market.", "索恩貝克有集市嗎？", "thornbeck", id="traditional"),
    ],
)
def test_words_that_together_sound_like_a_latin_name_are_that_name(text: str, question: str, name: str) -> None:
    assert max(sure for found, sure in heard(question, text).items() if found.startswith(name)) > 0.8
    assert heard(question, "The quarry belongs to the town of Kestrel.") == {}


def test_what_sounds_like_a_name_is_found_by_it() -> None:
    names = ("Millbrook", "Ashgrove", "Tidewell", "Kilmory")
    index = index_of(*(f"{name} has {n} bells." for n, name in enumerate(names)))
    for question, name in (("米尔布鲁克有几口钟？", "Millbrook"), ("泰德韦尔有几口钟？", "Tidewell")):
        first = index.search(index.analyse(question), 3, explain=True)[0]
        assert first.passage.text.startswith(name)
        assert name.lower()[:7] in {match.found[:7] for part in first.parts for match in part.matches}


def test_a_word_that_the_text_translates_is_no_name() -> None:
    assert heard("市长是谁？", "The mayor of Shichang is Ann Lee.") == {}
    assert heard("高度是多少？", "Gao measured the height. Du left.") == {}
    assert heard("Is Line 4 the longest?", "4号线最长，就在这里呢。") == {}


def test_the_passage_with_the_name_is_found_and_the_name_is_placed_in_it() -> None:
    names = ("凌小鹏", "舒望之", "裴守正", "关山月", "陶仲卿", "谭春晖")
    index = index_of(*(f"{name}在厂里工作，负责质量。" for name in names))
    for spelt, name in (("Ling Xiaopeng", "凌小鹏"), ("Pei Shouzheng", "裴守正"), ("Tao Zhongqing", "陶仲卿")):
        query = index.analyse(f"What is {spelt} responsible for?")
        first = index.search(query, 3, explain=True)[0]
        assert first.passage.text.startswith(name)
        assert name in {match.found for part in first.parts for match in part.matches}
        text = first.passage.text
        assert {text[each.start : each.end] for each in heard_in(query.terms, text)} == {name}


def test_what_is_no_name_is_not_explained_by_parts_of_words() -> None:
    (hit,) = index_of("济南市场开张了。").search("When did the Jinan market open?", explain=True)
    words, *_ = hit.parts
    assert "济南市" not in {match.found for match in words.matches}


def test_a_name_is_placed_in_traditional_text_as_it_stands_there() -> None:
    text = "據悉,羅曉鵬是廠長。"
    (term, *_) = (term for term in index_of(text).analyse("What is Luo Xiaopeng?").terms if term.sounds)
    (found,) = heard_in([term], text)
    assert text[found.start : found.end] == "羅曉鵬" and found.strength == 1.0


def test_a_way_to_read_a_name_is_as_likely_as_passages_hold_it() -> None:
    texts = ["济南地铁开通。"] * 3 + ["暨南地铁开通。"]
    index = index_of(*(f"{text}{n}号线。" for n, text in enumerate(texts)))
    (jinan,) = (term for term in index.analyse("When does the Jinan metro open?").terms if term.term == "jinan")
    assert dict(jinan.sounds)["济南"] == 0.75


def test_a_word_that_can_be_cut_in_very_many_ways_is_no_name() -> None:
    assert heard(f"Who is {'An' + 'an' * 300}?", "凌小鹏是厂长。") == {}
