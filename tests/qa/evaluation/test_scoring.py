"""What single answers are worth, by hand."""

from __future__ import annotations

from typing import Any

import pytest

from corpus import Document, Language
from qa.evaluation.gold import Collection, locate
from qa.evaluation.scoring import judge
from qa.evaluation.types import Evidence, Outcome, Prediction, Question
from tests.qa.evaluation.examples import AGE, CHINESE, COLLECTION, ENGLISH, RUNNER, SIZE, place, predicted

QUOTE = place(CHINESE, "规模为20亿元。")
ELSEWHERE = place(CHINESE, "基金很新。")


def test_a_right_answer_in_one_of_two_languages_loses_nothing() -> None:
    case = judge(SIZE, predicted(SIZE, "20亿元", QUOTE), COLLECTION)
    assert case.outcome is Outcome.RIGHT
    assert case.direction == "zh→en+zh"
    expected = {"exact_match": 1, "f1": 1, "contains": 1, "quantity_match": 1, "citation_verbatim": 1,
                "citation_precision": 1, "citation_recall": 1, "false_refusals": 0, "accuracy": 1,
                "document_success@1": 1, "evidence_mrr": 1}  # fmt: skip
    assert {name: case.scores[name] for name in expected} == expected
    assert case.scores["brier"] == pytest.approx(0.01)
    assert "refusal_recall" not in case.scores


def test_half_the_evidence_cited_is_half_recalled() -> None:
    half = place(CHINESE, "20亿元。")  # 5 of the 8 characters
    case = judge(SIZE, predicted(SIZE, "20亿元", half), COLLECTION)
    assert case.scores["citation_recall"] == pytest.approx(5 / 8)
    assert case.scores["citation_precision"] == 1.0


def test_a_quote_that_does_not_stand_there_is_not_verbatim() -> None:
    case = judge(SIZE, predicted(SIZE, "20亿元", QUOTE | {"quote": "规模为30亿元。"}), COLLECTION)
    assert case.scores["citation_verbatim"] == 0.0


@pytest.mark.parametrize(
    ("question", "prediction", "outcome"),
    [
        pytest.param(SIZE, predicted(SIZE, "2 billion", QUOTE), Outcome.RIGHT, id="figure in another notation"),
        pytest.param(SIZE, predicted(SIZE, "20亿", ELSEWHERE, hits=[QUOTE]), Outcome.CITED_WRONGLY, id="cited wrongly"),
        pytest.param(SIZE, predicted(SIZE, "基金很新", ELSEWHERE), Outcome.NOT_RETRIEVED, id="not retrieved"),
        pytest.param(SIZE, predicted(SIZE, "", None), Outcome.NOT_RETRIEVED, id="refused and not retrieved"),
        pytest.param(SIZE, predicted(SIZE, "", hits=[QUOTE]), Outcome.WRONGLY_REFUSED, id="wrongly refused"),
        pytest.param(SIZE, predicted(SIZE, "基金", ELSEWHERE, hits=[QUOTE]), Outcome.NOT_READ, id="not read"),
        pytest.param(SIZE, predicted(SIZE, "规模", QUOTE), Outcome.WRONGLY_ANSWERED, id="wrongly answered"),
        pytest.param(AGE, predicted(AGE, "40", ELSEWHERE), Outcome.WRONGLY_ANSWERED, id="answered what it cannot"),
        pytest.param(AGE, predicted(AGE, ""), Outcome.RIGHT, id="refused as it should"),
        pytest.param(SIZE, predicted(SIZE, "", error="ValueError"), Outcome.FAILED, id="failed"),
    ],
)
def test_what_went_wrong_is_named(question: Question, prediction: Prediction, outcome: Outcome) -> None:
    assert judge(question, prediction, COLLECTION).outcome is outcome


def test_a_failed_question_counts_nothing_for_it() -> None:
    answerable = judge(RUNNER, predicted(RUNNER, "", error="boom"), COLLECTION).scores
    refusable = judge(AGE, predicted(AGE, "", error="boom"), COLLECTION).scores
    assert [answerable[name] for name in ("f1", "citation_recall", "evidence_mrr", "accuracy")] == [0, 0, 0, 0]
    assert answerable["false_refusals"] == answerable["brier"] == 1.0
    assert refusable["refusal_recall"] == refusable["accuracy"] == 0.0


def test_a_missed_second_quote_costs_ndcg_but_not_success() -> None:
    case = judge(SIZE, predicted(SIZE, "20亿元", QUOTE), COLLECTION)
    one_of_two = 1 / (1 + 1 / 1.584962500721156)
    assert case.scores["evidence_ndcg@10"] == pytest.approx(one_of_two)
    assert case.scores["evidence_success@1"] == 1.0


def test_evidence_is_found_across_line_breaks_and_missing_quotes_are_told() -> None:
    wrapped = Document.from_text("It holds\n2 billion yuan.", "wrapped.txt")
    collection = Collection.of([wrapped, ENGLISH])
    found = locate(Question("q", "?", ("2",), (Evidence("It holds 2 billion"), Evidence("no such")), Language.ENGLISH),
                   collection)  # fmt: skip
    assert found.spans == {"wrapped.txt": ((0, 18),), "fund.en.txt": ((17, 35),)}
    assert found.missing == ("no such",)


def test_without_expectations_only_what_needs_none_is_measured() -> None:
    question = Question("free", "What?", None, (), Language.ENGLISH)
    quote: dict[str, Any] = place(ENGLISH, "The fund is new.")
    case = judge(question, predicted(question, "new", quote), COLLECTION)
    assert set(case.scores) == {"citation_verbatim", "seconds"}
    assert case.outcome is None
