"""Fusion: legs by z-score, languages level, a seat in four for each."""

from __future__ import annotations

import numpy as np
import pytest

from index.fuse import TO_CHINESE, TO_ENGLISH, WITHIN, Calibration, calibration_of, fused, seated, z_scores


def floats(*values: float) -> np.ndarray:
    return np.array(values, np.float32)


def test_z_scores_by_hand() -> None:
    assert z_scores(floats(1, 3)) == pytest.approx([-1, 1])
    assert z_scores(floats(2, 2)).tolist() == [0, 0]


def test_without_words_the_vectors_decide() -> None:
    scores = fused(floats(0, 0, 0), floats(0.1, 0.7, 0.3), floats(0, 0, 0), WITHIN)
    assert np.argsort(-scores).tolist() == [1, 2, 0]


@pytest.mark.parametrize("across", [TO_CHINESE, TO_ENGLISH])
def test_the_language_of_the_question_wins_on_equal_evidence_and_loses_on_much_less(across: Calibration) -> None:
    words, cosines = floats(5, 1), floats(0.6, 0.2)
    equal = fused(words, cosines, floats(0.9, 0.2), WITHIN).max(), fused(words, cosines, floats(0.9, 0.2), across).max()
    assert equal[0] > equal[1]
    weak = fused(floats(1, 0.9), floats(0.1, 0.1), floats(0.05, 0.04), WITHIN).max()
    assert equal[1] > weak


def test_evidence_that_stands_out_lifts_its_language() -> None:
    cosines, held = floats(0.3, 0.3, 0.3, 0.3), floats(0.5, 0.4, 0.4, 0.4)
    out, among = fused(floats(5, 1, 1, 1), cosines, held, WITHIN), fused(floats(5, 5, 5, 1), cosines, held, WITHIN)
    assert out.max() > among.max()


def test_each_direction_has_its_calibration() -> None:
    assert calibration_of(True, True) is calibration_of(False, False) is WITHIN
    assert calibration_of(True, False) is TO_ENGLISH and calibration_of(False, True) is TO_CHINESE


def test_no_candidates_give_no_scores() -> None:
    assert fused(floats(), floats(), floats(), WITHIN).tolist() == []


def test_every_fourth_place_goes_to_the_language_left_out() -> None:
    order, groups = np.arange(10), np.array([0] * 8 + [1] * 2, np.int8)
    assert seated(order, groups, 8).tolist() == [0, 1, 2, 8, 3, 4, 5, 9]
    assert seated(order, groups, 3).tolist() == [0, 1, 2]


def test_a_language_that_had_its_share_gets_no_further_seat() -> None:
    order, groups = np.arange(6), np.array([0, 1, 0, 0, 0, 0], np.int8)
    assert seated(order, groups, 6).tolist() == [0, 1, 2, 3, 4, 5]
    assert seated(np.arange(0), np.zeros(0, np.int8), 4).tolist() == []
