from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.convolution import convolved, convolved_plainly, filters


@pytest.mark.parametrize(
    ("dilation", "expected"), [(1, [12, 123, 234, 345, 450]), (2, [13, 24, 135, 240, 350]), (9, [10, 20, 30, 40, 50])]
)
def test_each_place_sees_the_one_before_and_the_one_behind(dilation: int, expected: list[float]) -> None:
    """Of 1, 2, 3, 4, 5: a hundred times what stands `dilation` before, ten times the place, once what stands behind."""
    values = np.array([[1], [2], [3], [4], [5]], dtype=np.float32)
    weight = np.array([[100], [10], [1]], dtype=np.float32)
    assert convolved(values, filters(weight), dilation).ravel() == pytest.approx(expected, abs=1e-2)
    assert convolved_plainly(values, weight, dilation).ravel() == pytest.approx(expected)


@given(st.integers(1, 70), st.integers(1, 9), st.integers(0, 2**32 - 1))
def test_it_gives_what_the_plain_convolution_gives(places: int, dilation: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    values = random.standard_normal((places, 6)).astype(np.float32)
    weight = random.standard_normal((18, 4)).astype(np.float32)
    plain = convolved_plainly(values, weight, dilation)
    assert np.abs(convolved(values, filters(weight), dilation) - plain).max() < 1e-4
