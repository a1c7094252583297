"""Chinese abbreviations matched with what they are short for, in both languages and either way round."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from index.model import EmbeddedModel
from index.query import QueryTerm, analyse
from qa.reading.forms.abbreviations import is_abbreviation, joined_places, places_of, spelt
from qa.reading.matching import Matching, match
from qa.reading.pieces import pieces

MATCHED = 0.75


@pytest.mark.parametrize(
    ("question", "matched"),
    [
        ("谁代表工业和信息化局发言?", {"工业", "信息化", "局"}),
        ("Who heads the Industry and Information Technology Bureau?", {"industri", "inform", "bureau"}),
        ("谁代表教育局发言?", set()),
    ],
)
def test_an_abbreviation_in_the_text_is_matched_by_its_words(question: str, matched: set[str]) -> None:
    terms, found = matching(question, "深圳市工信局副局长王建国发言")
    at = next(n for n, piece in enumerate(found.sentences[0].row) if piece.term == "工信局")
    assert {term.term for n, term in enumerate(terms) if found.written[n, at] >= MATCHED} == matched


@pytest.mark.parametrize("text", ["市发展和改革委员会发言", "The Development and Reform Commission spoke."])
def test_an_abbreviation_in_the_question_is_matched_by_its_words(text: str) -> None:
    terms, found = matching("发改委说了什么?", text)
    row = found.written[[term.term for term in terms].index("发改委")]
    there = {piece.term for n, piece in enumerate(found.sentences[0].row) if row[n] >= MATCHED}
    assert there in ({"发展", "改革", "委员会"}, {"develop", "reform", "commiss"})


@pytest.mark.parametrize(
    ("word", "places"),
    [
        ("深港", ("深圳", "香港")),
        ("苏浙", ("江苏", "浙江")),
        ("美德", ()),
        ("港口", ()),
        ("港", ()),
    ],
)
def test_places_joined_in_one_word_are_told_apart(word: str, places: tuple[str, ...]) -> None:
    assert joined_places(word) == places


def test_a_place_is_matched_in_a_word_that_joins_it_to_another() -> None:
    terms, found = matching("香港企业在哪里办公证?", "设立深港公证窗口")
    row = found.written[[term.term for term in terms].index("香港")]
    assert [piece.term for n, piece in enumerate(found.sentences[0].row) if row[n] >= MATCHED] == ["深港"]


def matching(question: str, text: str) -> tuple[Sequence[QueryTerm], Matching]:
    terms = analyse(question, EmbeddedModel.load()).terms
    return terms, match(terms, [pieces(text)], EmbeddedModel.load().word_vectors)


def test_the_words_stand_in_order_and_near_each_other() -> None:
    words = ["工业", "增长", "信息", "技术", "部门", "局"]
    assert places_of("工信局", spelt(enumerate(words))) == [0, 2, 5]
    assert places_of("信工局", spelt(enumerate(words))) == []
    assert places_of("工局", spelt(enumerate(words))) == []  # five words apart


def test_a_word_of_the_dictionary_is_no_abbreviation() -> None:
    assert is_abbreviation("工信局")
    assert not is_abbreviation("发展")
    assert not is_abbreviation("bureau")
