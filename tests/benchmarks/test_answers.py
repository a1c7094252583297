from __future__ import annotations

from benchmarks.answers import answered
from benchmarks.question_sets import Collection
from corpus import Document
from qa.settings import Settings


def test_answers_are_scored_against_the_nearest_expected_one_and_a_refusal_scores_nothing() -> None:
    documents = [
        Document.from_text("The harbour was opened in 1912 by Queen Maria.", "0.txt"),
        Document.from_text("图书馆建于1987年,馆址在东街。", "1.txt"),
    ]
    asked = ["When was the harbour opened?", "图书馆建于哪一年?", "法国的首都是哪里?"]
    questions = list(zip(asked, ["0.txt", "1.txt", "1.txt"], strict=True))
    answers = [("May", "1912"), ("1987年",), ("巴黎",)]
    found = answered(Collection("made up", documents, questions, answers), Settings())
    # Two of three are right to the word and cited; the third is refused.
    assert found == {"questions": 3, "f1": 66.7, "first citation holds it": 66.7, "refused": 33.3}
