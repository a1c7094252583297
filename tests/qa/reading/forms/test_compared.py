"""Which of two things compared, and who of two: where the sentence leaves no doubt."""

from __future__ import annotations

import numpy as np
import pytest

from index.types import FloatMatrix
from qa.reading.forms.compared import ahead_of_other, party_of
from qa.reading.pieces import pieces
from tests.qa.texts import text_of

ALL_SAID: FloatMatrix = np.ones((1, 1), dtype=np.float32)


@pytest.mark.parametrize(
    ("text", "question", "right"),
    [
        ("Ben is older than Sue.", "Who is older?", "Ben"),
        ("Ben is older than Sue.", "Who is younger, Ben or Sue?", "Sue"),
        ("Ben is two years older than Sue.", "Who is older?", "Ben"),
        ("Lake Tarn is deeper than Lake Mere.", "Which lake is deeper?", "Lake Tarn"),
        ("The new map is more exact than the old one.", "Which map is less exact?", "the old one"),
        ("玉兰比丁香高。", "玉兰和丁香哪个更高?", "玉兰"),
        ("李明比王芳大两岁。", "谁更小?", "王芳"),
        ("Ben is not older than Sue.", "Who is older?", None),
        ("Ben is older than Sue.", "Who is taller?", None),
        ("Ben is older than Sue.", "Who is older than Ben?", None),
    ],
)
def test_which_of_two_is_more_so(text: str, question: str, right: str | None) -> None:
    sentence = pieces(text)
    found = ahead_of_other(sentence, question)
    assert (text_of(sentence, found) if found else None) == right


@pytest.mark.parametrize(
    ("text", "question", "right"),
    [
        ("Karin beat Olga in the final.", "Who won the final?", "Karin"),
        ("In 2019 Marsh United beat Denby Rovers 3-2.", "Who lost?", "Denby Rovers"),
        ("Karin was beaten by Olga.", "Who won?", "Olga"),
        ("Tom sold the boat to Rita.", "Who sold the boat?", "Tom"),
        ("Rita bought the boat from Tom.", "Who sold the boat?", "Tom"),
        ("甲队击败乙队夺冠。", "谁赢了?", "甲队"),
        ("乙队被甲队击败。", "谁赢了?", "甲队"),
        ("赵明把船卖给了孙丽。", "谁买了船?", "孙丽"),
        ("The mayor who beat cancer opened the park.", "Who opened the park?", None),
    ],
)
def test_who_did_it_and_to_whom(text: str, question: str, right: str | None) -> None:
    sentence = pieces(text)
    found = party_of(sentence, question, ALL_SAID)
    assert (text_of(sentence, found) if found else None) == right


def test_who_sold_something_else_is_not_told() -> None:
    nothing_said: FloatMatrix = np.zeros((1, 1), dtype=np.float32)
    assert party_of(pieces("Tom sold the boat to Rita."), "Who sold the house?", nothing_said) is None
