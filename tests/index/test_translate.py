"""Translations of everyday words in both directions, phrases, parts, names."""

from __future__ import annotations

import pytest

from index.names import SoundIndex, is_name, is_pinyin, romanised, sounds_like
from index.translate import phrase_translations, translations
from index.words import stem, terms


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("water", "水"),
        ("bridge", "桥"),
        ("capital", "首都"),
        ("river", "河"),
        ("school", "学校"),
        ("government", "政府"),
        ("economy", "经济"),
        ("church", "教堂"),
        ("war", "战争"),
        ("computer", "电脑"),
    ],
)
def test_everyday_words_both_ways(english: str, chinese: str) -> None:
    assert chinese in [term for term, _ in translations(stem(english))[:5]]
    assert stem(english) in [term for term, _ in translations(chinese)[:5]]


@pytest.mark.parametrize(
    ("acronym", "chinese"),
    [("SMEs", "中小企业"), ("R&D", "研发"), ("VAT", "增值税"), ("UAVs", "无人机"), ("IP", "知识产权")],
)
def test_acronyms_both_ways(acronym: str, chinese: str) -> None:
    (term,) = terms(acronym)
    assert chinese in [other for other, _ in translations(term)[:2]]
    assert term in [other for other, _ in translations(chinese)]


def test_an_acronym_of_several_words_is_each_of_them() -> None:
    assert dict(translations("gdp")) == {"生产总值": 0.75, "国内": 0.25}  # 国内生产总值 or 生产总值
    assert "gdp" in dict(translations("生产总值"))
    assert "msme" not in dict(translations("企业"))  # one of three: says too little of it


def test_probabilities_fall_and_stay_within_one() -> None:
    listed = translations("fund")
    probabilities = [probability for _, probability in listed]
    assert probabilities == sorted(probabilities, reverse=True)
    assert 0 < sum(probabilities) <= 1.05
    assert all(probability > 0 for probability in probabilities)


def test_traditional_words_are_translated_after_folding() -> None:
    assert any(translations(term)[:1] == translations("经济")[:1] for term in terms("經濟"))


def test_phrases_of_two_words() -> None:
    assert phrase_translations("artifici", "intellig")[0][0] == "人工智能"
    assert phrase_translations("purpl", "intellig") == []


@pytest.mark.parametrize(
    ("form", "chinese"), [("overthrew", "推翻"), ("geese", "鹅"), ("sunk", "下沉"), ("bred", "育种")]
)
def test_forms_that_no_stemmer_joins_share_their_translations(form: str, chinese: str) -> None:
    assert chinese in dict(translations(stem(form)))
    assert stem(form) in dict(translations(chinese))


def test_unknown_compound_from_its_parts() -> None:
    listed = [term for term, _ in translations("低空经济")]
    assert {"altitud", "low"} <= set(listed)
    assert set(listed) & {"economi", "econom"}


def test_unknown_words_have_no_translation() -> None:
    assert translations("qwzzx") == []
    assert translations("") == []


@pytest.mark.parametrize(
    ("latin", "chinese"), [("kennedi", "肯尼迪"), ("shakespear", "莎士比亚"), ("california", "加利福尼亚")]
)
def test_names_by_sound_both_ways(latin: str, chinese: str) -> None:
    names = SoundIndex([latin, chinese, "基金", "经济", "fund", "table"])
    assert [term for term, _ in names.chinese_like(latin)] == [chinese]
    assert [term for term, _ in names.latin_like(chinese)] == [latin]


def test_romanised_names_match_exactly() -> None:
    names = SoundIndex(["深圳", "肖祖平", "shenzhen", "设立"])
    assert names.chinese_like("shenzhen") == [("深圳", 1.0)]
    assert names.chinese_like(stem("zuping")) == [("肖祖平", 1.0)]
    assert names.latin_like("深圳") == [("shenzhen", 1.0)]
    assert "beij" in romanised("北京")


@pytest.mark.parametrize("written", ["lyuqiang", "luqiang", "lvqiang"])
def test_a_letter_that_keyboards_lack_is_written_in_three_ways(written: str) -> None:
    assert SoundIndex(["吕强", "李强"]).chinese_like(stem(written)) == [("吕强", 1.0)]


def test_a_name_is_found_where_it_stands() -> None:
    text = "人们說爱迪生发明了電燈"
    (found,) = sounds_like("Edison", text)
    assert text[found.start : found.end] == "爱迪生"
    assert sounds_like("Newton", text) == []


def test_no_names_at_all() -> None:
    assert SoundIndex([]).chinese_like("denver") == []
    assert SoundIndex([]).latin_like("丹佛") == []
    assert sounds_like("Denver", "") == []


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Shenzhen", True),
        ("Lushi", True),
        ("Tastien", False),
        ("B", False),
        ("", False),
        pytest.param("an" * 50 + "x", False, id="cut-in-very-many-ways"),
    ],
)
def test_what_can_be_read_in_pinyin(word: str, expected: bool) -> None:
    assert is_pinyin(word) is expected


@pytest.mark.parametrize("name", ["华为", "上海", "克里米亚", "好莱坞"])
def test_a_chinese_word_is_a_name_if_a_translation_sounds_like_it(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize("word", ["企业", "苹果", "增长", "专精特新", "一"])
def test_other_words_are_none(word: str) -> None:
    assert not is_name(word)
