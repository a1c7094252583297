"""Who does which of several things that a sentence shares out."""

from __future__ import annotations

import pytest

from qa.reading.matching import match
from qa.reading.people.doers import doer_meant, without_by
from qa.reading.pieces import pieces
from tests.qa.texts import no_vectors, run_of, text_of, words


@pytest.mark.parametrize(
    ("question", "read", "meant"),
    [
        ("水费由谁承担?", "甲方", "乙方"),
        ("谁承担物业费?", "乙方", "甲方"),
        ("费用由谁承担?", "甲方", None),
        ("保险由谁承担?", "甲方", None),
    ],
)
def test_of_several_doers_the_one_asked_for_is_meant(question: str, read: str, meant: str | None) -> None:
    cut = pieces("水费由乙方承担，物业费由甲方承担。")
    matching = match(words(question), [cut], no_vectors)
    found = doer_meant(cut, matching.best(), matching.weights, run_of(cut, read))
    assert (found and text_of(cut, found)) == meant


@pytest.mark.parametrize(
    ("text", "begins"),
    [("由小王主持会议", "小王"), ("由李明主持会议", "由"), ("由于下雨", "由于"), ("由美子主持会议", "由美子")],
)
def test_a_name_is_freed_of_the_word_it_is_cut_with(text: str, begins: str) -> None:
    assert text[without_by(pieces(text), 0) :].startswith(begins)
