"""Questions made out of statements."""

from __future__ import annotations

import random

import pytest

from corpus.sentences import sentences
from training.clozes import clozes

ENGLISH = "The old harbour of Larvik was built in 1902 by Maria Lopez. It handles about forty ships on a calm day."
CHINESE = "县图书馆建于1987年，馆址在东街的旧粮仓里。去年馆内藏书增加到近三十万册，读者有四万人。"


@pytest.mark.parametrize("context", [ENGLISH, CHINESE, f"{CHINESE}{ENGLISH}"], ids=["English", "Chinese", "both"])
@pytest.mark.parametrize("seed", range(20))
def test_the_answer_stands_in_its_context_and_not_in_the_question(context: str, seed: int) -> None:
    rows = list(clozes(context, sentences(context), random.Random(seed)))
    assert rows
    for row in rows:
        (answer,) = row["answers"]
        assert context[answer["start"] : answer["start"] + len(answer["text"])] == answer["text"]
        assert row["question"].endswith(("?", "？"))
        assert answer["text"] not in row["question"] or context.count(answer["text"]) > 1


def test_a_short_line_makes_no_question() -> None:
    assert list(clozes("Page 3", sentences("Page 3"), random.Random(1))) == []


def test_the_same_seed_makes_the_same_questions() -> None:
    made = [list(clozes(ENGLISH, sentences(ENGLISH), random.Random(7))) for _ in range(2)]
    assert made[0] == made[1]
