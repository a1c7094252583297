"""Figures over a set, their intervals, and what changed between two runs."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from corpus import YoujuError
from qa.evaluation.compare import sign_flip_p
from qa.evaluation.results import Evaluation, compare_with, read_baseline
from qa.evaluation.scoring import judge
from tests.qa.evaluation.examples import AGE, CHINESE, COLLECTION, ENGLISH, RUNNER, SIZE, place, predicted

RIGHT = judge(SIZE, predicted(SIZE, "20亿元", place(CHINESE, "规模为20亿元。")), COLLECTION)
WRONG = judge(RUNNER, predicted(RUNNER, "", hits=[place(ENGLISH, "Li Jun runs it.")]), COLLECTION)
REFUSED = judge(AGE, predicted(AGE, "", confidence=0.1, seconds=0.03), COLLECTION)
EVALUATION = Evaluation.of([RIGHT, WRONG, REFUSED])


def test_figures_are_means_over_the_questions_that_have_them() -> None:
    values = {each.metric: (each.value, each.count) for each in EVALUATION.figures}
    assert values["accuracy"] == (pytest.approx(2 / 3), 3)
    assert values["f1"] == (0.5, 2)
    assert values["refusal_recall"] == (1.0, 1)
    assert values["refusal_precision"] == (0.5, 2)
    assert values["false_refusals"] == (0.5, 2)
    assert values["auc"] == (1.0, 3)
    assert values["seconds_p50"] == (pytest.approx(0.01), 3)


def test_intervals_hold_the_value_and_are_the_same_every_time() -> None:
    for each in EVALUATION.figures:
        assert each.low <= each.value <= each.high
    assert Evaluation.of([RIGHT, WRONG, REFUSED]).figures == EVALUATION.figures


def test_the_interval_of_a_mean_is_near_its_normal_one() -> None:
    cases = [RIGHT, WRONG] * 100
    accuracy = Evaluation.of(cases).figure("accuracy")
    half = 1.96 * (0.5 * 0.5 / 200) ** 0.5
    assert (accuracy.low, accuracy.high) == (pytest.approx(0.5 - half, abs=0.015), pytest.approx(0.5 + half, abs=0.015))


def test_directions_are_told_apart() -> None:
    assert set(EVALUATION.by_direction) == {"zh→en+zh", "en→en", "en→en+zh"}


def test_rows_and_scores_are_flat() -> None:
    rows = EVALUATION.rows()
    assert [(row["id"], row["outcome"], row.get("f1")) for row in rows] == [
        ("size", "right", 1.0), ("runner", "wrongly_refused", 0.0), ("age", "right", None),
    ]  # fmt: skip
    assert ("size", "exact_match", 1.0) in EVALUATION.scores


def test_an_unknown_figure_is_answered_with_the_known_ones() -> None:
    with pytest.raises(YoujuError, match=r"'bleu'; it has accuracy"):
        EVALUATION.figure("bleu")


def test_a_run_is_compared_question_by_question(tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    path.write_text(json.dumps(EVALUATION.to_object()), encoding="utf-8")
    mended = judge(RUNNER, predicted(RUNNER, "Li Jun", place(ENGLISH, "Li Jun runs it.")), COLLECTION)
    comparison = compare_with(Evaluation.of([RIGHT, mended, REFUSED]), read_baseline(path))
    change = next(each for each in comparison.changes if each.metric == "accuracy")
    assert (change.before, change.after, change.better, change.worse) == (pytest.approx(2 / 3), 1.0, 1, 0)
    assert [(each.question_id, each.before, each.after) for each in comparison.questions] == [
        ("runner", "wrongly_refused", "right")
    ]


def test_what_is_no_baseline_is_said(tmp_path: Path) -> None:
    path = tmp_path / "old.json"
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(YoujuError, match="youju eval --json"):
        read_baseline(path)
    with pytest.raises(YoujuError, match="shares no question"):
        compare_with(EVALUATION, [{"id": "other", "scores": {}}])


def test_the_paired_test_by_hand() -> None:
    # Five questions better, none worse: 2 of the 32 ways to choose signs are as extreme.
    assert sign_flip_p(np.array([1.0] * 5 + [0.0] * 20)) == pytest.approx(2 / 32, abs=0.01)
    assert sign_flip_p(np.zeros(4)) == 1.0
    assert sign_flip_p(np.array([1.0, -1.0])) == pytest.approx(1.0)
