"""Whom a text speaks of."""

from __future__ import annotations

import pytest

from qa.reading.people.topics import meant_before, same_name, subject_of


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Menon, 52, joined Kestrel in 2014.", "Menon"),
        ("Its director, Ada Brown, spoke of the sea.", "Ada Brown"),
        ("Harrow Pumps said on Monday that its chief executive, Dina Petrov, would step down.", "Dina Petrov"),
        ("Born in Carlisle in 1931, he was a clerk's son.", None),
        ("His first wife was Doris Keane.", None),
        ("会上，董事长郑海涛感谢李建华八年来的付出。", "郑海涛"),
        ("1978年接替严济棠出任系主任。", None),
        ("威廉·雷尼·哈珀是第一任校长。", None),
    ],
)
def test_whom_a_sentence_is_about(sentence: str, name: str | None) -> None:
    found = subject_of(sentence)
    assert (found and sentence[slice(*found)]) == name


def test_she_is_whom_the_nearest_sentence_about_somebody_is_about() -> None:
    text = "Ann Lee ran the mill. Shares rose. She sold it."
    assert meant_before(text, text.index("She")) == (0, 7)
    text = "The mill was founded by Bo Ray. He ran it."
    assert meant_before(text, text.index("He ")) == (text.index("Bo"), text.index("."))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [("Laura", "Laura Benson", True), ("Mr Stubbs", "Derek Stubbs", True), ("Sam Hart", "Ed Hart", False)],
)
def test_names_of_the_same_person(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
