"""Terms in Chinese, English and mixed text, and where they stand in the original."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import sentences
from index.folding import _FOLDS, _fold_character, fold
from index.words import TokenKind, stem, terms, terms_of_each, terms_of_sentences, tokens

MIXED = st.text(
    alphabet=st.one_of(
        st.sampled_from("深圳设立科技創新種子基金20亿元１６．５％，。 \n'’-éﬁ½\u200b\u0301"),
        st.characters(codec="utf-8"),
        st.sampled_from("abcXYZ019.,$% "),
    ),
    max_size=60,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("深圳设立了基金", {"深圳", "设立", "基金"}, id="simplified"),
        pytest.param("深圳設立了基金", {"深圳", "设立", "基金"}, id="traditional-is-folded"),
        pytest.param("Shenzhen's innovations", {"shenzhen", "innov"}, id="possessive-and-stem"),
        pytest.param("the cafés of São Paulo", {"cafe", "sao", "paulo"}, id="accents"),
        pytest.param("ＡＩ芯片", {"ai", "芯片"}, id="full-width"),
        pytest.param("中华人民共和国", {"中华", "华人", "人民", "共和", "共和国", "中华人民共和国"}, id="subwords"),
        pytest.param("U.S. policy", {"us", "polici"}, id="acronym"),
        pytest.param("SMEs' R&D and EPS", {"sme", "r&d", "eps"}, id="acronyms-of-business"),
        pytest.param("Q&A with AT&T, one by one", {"q&a", "t", "one"}, id="only-single-letters-are-joined"),
        pytest.param("5G网络", {"5g", "网络"}, id="digits-in-a-name"),
        pytest.param("What is it?", set(), id="only-stop-words"),
        pytest.param("", set(), id="empty"),
    ],
)
def test_terms(text: str, expected: set[str]) -> None:
    assert set(terms(text)) == expected


@given(MIXED)
def test_each_sentence_has_the_terms_that_it_has_alone(text: str) -> None:
    found = terms_of_sentences(text)
    assert found == [terms(text[span.start : span.end]) for span in sentences(text)]
    assert not any(mark in term for each in found for term in each for mark in "\t\n")


def test_a_term_belongs_to_the_part_that_it_begins_in() -> None:
    text = "The ﬁrm grew ½%. 在深圳，設立了基金。"  # folded it is longer
    firm, city, fund = terms_of_each(text, (0, text.index("在"), text.index("設")))
    assert {"firm", "grew"} <= set(firm) and not any(term[0] >= "\u4e00" for term in firm)
    assert (city, fund) == (["深圳"], ["设立", "基金"])
    assert terms_of_each("", (0,)) == [[]]
    assert terms_of_sentences("0\nm") == [["0"], ["m"]]


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ("20亿元", "2 billion yuan"),
        ("二十億元", "RMB 2 billion"),
        ("16.35万家", "163,500 companies"),
        ("10月31日", "October 31"),
        ("2023年", "in 2023"),
        ("百分之三", "3 percent"),
        ("第三", "the third"),
        ("三个", "three"),
        ("20世纪90年代", "the 1990s"),
    ],
)
def test_figures_share_a_term_across_languages(chinese: str, english: str) -> None:
    assert set(terms(chinese)) & set(terms(english))


def test_money_shares_its_quantity_term() -> None:
    assert "2000000000cny" in terms("总规模20亿元") and "2000000000cny" in terms("2 billion yuan")


def test_offsets_are_those_of_the_original() -> None:
    text = "ﬁrst 設立 Café\u0301’s 20億元"
    shown = {token.term: text[token.start : token.end] for token in tokens(text)}
    assert shown["设立"] == "設立"
    assert shown["2000000000cny"] == "20億元"
    assert shown["cafe"] == "Café\u0301’s"


def test_stop_words_are_flagged_not_dropped() -> None:
    kinds = {token.term: token.kind for token in tokens("深圳的基金 of Shenzhen")}
    assert kinds["的"] is kinds["of"] is TokenKind.STOP
    assert kinds["深圳"] is TokenKind.WORD


@given(MIXED)
def test_terms_are_those_of_the_tokens(text: str) -> None:
    assert sorted(terms(text)) == sorted(token.term for token in tokens(text) if token.kind is not TokenKind.STOP)


@given(MIXED)
def test_tokens_stand_inside_the_text_and_read_back(text: str) -> None:
    for token in tokens(text):
        assert 0 <= token.start < token.end <= len(text)
        if token.kind is not TokenKind.QUANTITY:
            # The offsets hold the term whole; a character such as ¼ may fold to more than the term.
            assert token.term[0] in fold(text[token.start : token.end]).text


def test_characters_that_folding_passes_by_fold_into_themselves() -> None:
    passed = [character for character in map(chr, range(0x10000)) if not _FOLDS.match(character)]
    assert len(passed) > 20_000
    assert [character for character in passed if _fold_character(character) != character] == []


@given(MIXED)
def test_folding_maps_every_character_back(text: str) -> None:
    folded = fold(text)
    for place in range(len(folded.text)):
        start, end = folded.span(place, place + 1)
        assert 0 <= start < end <= len(text)


def test_what_only_asks_is_no_word_to_search_by() -> None:
    assert terms("增长百分之几?") == terms("增长多少?") == ["增长"]
    assert terms("占总量的几成?") == ["占", "总量"]


@pytest.mark.usefixtures("hasty_threads")
def test_threads_that_meet_new_words_at_once_get_the_stems_of_each(monkeypatch: pytest.MonkeyPatch) -> None:
    parts = (("hopp", "relat", "gener", "marl"), ("ational", "ing", "fulness", "iveness"), ("", "s", "ly", "ed"))
    words = ["".join(each) for each in product(("", "un", "re", "dis"), *parts)]
    alone = [stem(word) for word in words]
    assert alone[:2] == ["hoppat", "hoppat"]
    monkeypatch.setattr("index.words._stems", {})
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: [stem(word) for word in words], range(8))) == [alone] * 8
