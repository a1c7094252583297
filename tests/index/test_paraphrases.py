"""What else may say what a word says: everyday words in both languages, expressions, words of the other language."""

from __future__ import annotations

import pytest

from index.model import EmbeddedModel
from index.paraphrases import paraphrases, said
from index.query import QueryTerm, analyse, forms_of
from index.translate import translations
from index.words import is_chinese, terms


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("joblessness", "unemployment"),
        ("purchase", "buy"),
        ("kids", "children"),
        ("boss", "manager"),
        ("doctor", "surgeon"),
        ("surgeon", "doctor"),
        ("医生", "大夫"),
        ("老师", "教师"),
        ("花掉", "支出"),
        ("价钱", "售价"),
    ],
)
def test_words_of_one_language_that_say_the_same(word: str, other: str) -> None:
    found = dict(paraphrases(*terms(word)))
    assert set(terms(other)) <= set(found)
    assert not set(terms(word)) & set(found)
    assert all(0 < probability < 1 for probability in found.values())


@pytest.mark.parametrize(
    ("word", "other"), [("fetch", "卖"), ("lift", "电梯"), ("老板", "manag"), ("花掉", "expenditur")]
)
def test_words_of_the_other_language_that_say_what_another_word_says(word: str, other: str) -> None:
    (term,) = terms(word)
    found = dict(paraphrases(term))
    assert found[other] > dict(translations(term)).get(other, 0)
    assert is_chinese(other) != is_chinese(word)


@pytest.mark.parametrize("word", ["fetch", "take over", "老板"])
def test_each_once_and_the_surest_first(word: str) -> None:
    found = paraphrases(word)
    assert [p for _, p in found] == sorted((p for _, p in found), reverse=True)
    assert len({other for other, _ in found}) == len(found) > 0


def test_a_name_says_nothing_else() -> None:
    assert paraphrases("velparin") == ()
    assert said("velparin") == []


def test_what_is_written_as_a_name_says_nothing_else() -> None:
    asked = {word: analyse(f"Who runs the {word} club?", EmbeddedModel.load()).terms for word in ("Falcon", "falcon")}
    names, words = ([each for term in terms for each, _ in term.paraphrases] for terms in asked.values())
    assert "hawk" in words
    assert "hawk" not in names


def test_an_expression_says_what_neither_of_its_words_does() -> None:
    took, over = (paraphrases(term) for term in ("took", "over"))
    query = analyse("Who took over as head of the club?", EmbeddedModel.load())
    (word,) = (each for each in query.terms if each.term == "took")
    assert {"succeed", "replac"} <= {other for other, _ in word.paraphrases}
    assert "succeed" not in {other for other, _ in (*took, *over)}


def test_a_paraphrase_of_the_other_language_matches_half_as_strongly() -> None:
    word = QueryTerm("fetch", 0, 5, (("fetch", 1.0), ("取", 0.25)), paraphrases=(("sold", 0.36), ("卖", 0.36)))
    assert forms_of((word,)) == {"fetch": [(0, 1.0)], "取": [(0, 0.5)], "sold": [(0, 0.6)], "卖": [(0, 0.3)]}


def test_of_a_question_for_a_measure_the_word_that_tells_which_is_kept() -> None:
    assert "深" in {word.term for word in analyse("泳池多深?", EmbeddedModel.load()).terms}
    assert "深" not in {word.term for word in analyse("多深的水", EmbeddedModel.load()).terms}
