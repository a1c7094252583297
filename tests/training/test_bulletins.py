"""Bulletins made up in both languages: the answer stands where it is said to, and what is not told is not there."""

from __future__ import annotations

import random

import pytest

from index.quantities import quantities
from index.words import is_chinese
from training.bulletin_values import drawn, listed_words
from training.bulletins import bulletins

ROWS = list(bulletins(150, 1))


def test_every_answer_stands_in_its_text() -> None:
    for row in ROWS:
        for answer in row["answers"]:
            end = answer["start"] + len(answer["text"])
            assert row["context"][answer["start"] : end] == answer["text"] != ""


def test_both_languages_are_asked_about_both() -> None:
    chinese = [tuple(any(map(is_chinese, row[part])) for part in ("question", "context")) for row in ROWS]
    assert {(True, True), (True, False), (False, True), (False, False)} == set(chinese)
    assert chinese.count((False, True)) > len(ROWS) // 5


def test_some_questions_have_no_answer() -> None:
    without = [row for row in ROWS if not row["answers"]]
    assert len(ROWS) // 10 < len(without) < len(ROWS) // 3


def test_no_slot_or_mark_is_left_over() -> None:
    assert not [row for row in ROWS if set("{}[]") & set(row["context"] + row["question"])]


@pytest.mark.parametrize("slot", ["money", "number", "people", "percent", "days", "date", "length", "points", "price"])
def test_a_figure_is_the_same_in_both_languages(slot: str) -> None:
    for seed in range(200):
        pair = drawn(slot, random.Random(seed))
        (chinese,), (english,) = quantities(pair.chinese), quantities(pair.english)
        assert set(chinese.terms) == set(english.terms), pair


def test_every_listed_word_is_in_both_languages() -> None:
    for slot, pairs in listed_words().items():
        assert all(pair.chinese and pair.english for pair in pairs), slot
        assert all(pair.measure for pair in pairs) == (slot == "thing"), slot


def test_the_same_seed_gives_the_same_rows() -> None:
    assert list(bulletins(20, 7)) == list(bulletins(20, 7)) != list(bulletins(20, 8))
