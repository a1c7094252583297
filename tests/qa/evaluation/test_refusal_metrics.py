"""Refusal metrics of a set, by hand."""

from __future__ import annotations

import numpy as np
import pytest

from qa.evaluation.refusal_metrics import auc, calibration_bins, calibration_error

YES_NO = np.array([True, True, False, False])


@pytest.mark.parametrize(
    ("confidence", "value"),
    [
        pytest.param([0.9, 0.8, 0.2, 0.1], 1.0, id="apart"),
        pytest.param([0.1, 0.2, 0.8, 0.9], 0.0, id="upside down"),
        pytest.param([0.9, 0.3, 0.5, 0.1], 3 / 4, id="one pair of four wrong"),
        pytest.param([0.5, 0.5, 0.5, 0.5], 1 / 2, id="ties count half"),
    ],
)
def test_auc(confidence: list[float], value: float) -> None:
    assert auc(np.array(confidence), YES_NO) == pytest.approx(value)


def test_auc_wants_both_sorts() -> None:
    assert np.isnan(auc(np.array([0.3, 0.4]), np.array([True, True])))


def test_calibration_error_by_hand() -> None:
    confidence = np.array([0.95, 0.85, 0.15, 1.0])
    # Bins: 0.1-0.2 {0.15: no}, 0.8-0.9 {0.85: yes}, 0.9-1.0 {0.95: yes, 1.0: no}
    answerable = np.array([True, True, False, False])
    assert calibration_bins(confidence, answerable) == [
        (pytest.approx(0.15), 0.0, 1),
        (pytest.approx(0.85), 1.0, 1),
        (pytest.approx(0.975), 0.5, 2),
    ]
    assert calibration_error(confidence, answerable) == pytest.approx((0.15 + 0.15 + 2 * 0.475) / 4)
