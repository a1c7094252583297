"""What is to be done where a condition holds."""

from __future__ import annotations

import pytest

from qa.reading.forms.conditions import consequence
from qa.reading.matching import match
from qa.reading.pieces import pieces
from tests.qa.texts import no_vectors, words

LIGHT = "If the red light stays on, press and hold the Reset button."
LEASE = "乙方擅自转租的，甲方有权解除合同。"


@pytest.mark.parametrize(
    ("text", "question", "then"),
    [
        (LIGHT, "What should I do if the red light stays on?", "press and hold the Reset button"),
        (LIGHT, "What happens when the red light stays on?", "press and hold the Reset button"),
        (LIGHT, "What if the red light stays on?", "press and hold the Reset button"),
        (LIGHT, "What should I do if the tank leaks?", None),
        (LIGHT, "Which button must be pressed?", None),
        (LEASE, "乙方擅自转租怎么办？", "甲方有权解除合同"),
        ("第六条 如果乙方转租，甲方可以解除合同。", "乙方转租怎么办？", "甲方可以解除合同"),
        ("乙方不得转租。", "乙方转租怎么办？", None),
        (LEASE, "谁有权解除合同？", None),
    ],
)
def test_what_follows_a_condition_is_told_to_who_asks_what_to_do(text: str, question: str, then: str | None) -> None:
    sentence = pieces(text)
    matching = match(words(question), [sentence], no_vectors)
    found = consequence(sentence, question, matching.best_in(0), matching.weights)
    assert (found and sentence.said(*found)) == then
