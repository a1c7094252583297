"""Names are cut into the letters of each character; needs pypinyin, which only training needs."""

from __future__ import annotations

from collections import defaultdict

import pytest

pytest.importorskip("pypinyin", reason="training.names needs pypinyin")

from training.names import expectation


def test_a_pair_uses_each_character_once_and_every_letter_once() -> None:
    chances = {("卡", "ca"): 0.5, ("卡", "c"): 0.5, ("尔", "rl"): 0.5, ("尔", "arl"): 0.25}
    used: dict[str, float] = defaultdict(float)
    letters = 0.0
    for (character, run), share in expectation("卡尔", "carl", chances, {}):
        used[character] += share
        letters += share * len(run)
    assert used == pytest.approx({"卡": 1, "尔": 1}, abs=1e-3)
    assert letters == pytest.approx(4, abs=1e-2)


def test_the_likelier_cut_of_a_name_has_the_larger_share() -> None:
    # ca|rl has .5 * .5, c|arl has .5 * .25: two thirds and one third.
    chances = {("卡", "ca"): 0.5, ("卡", "c"): 0.5, ("尔", "rl"): 0.5, ("尔", "arl"): 0.25}
    shares = dict(expectation("卡尔", "carl", chances, {}))
    assert shares["卡", "ca"] == pytest.approx(2 / 3, abs=1e-3)
    assert shares["尔", "arl"] == pytest.approx(1 / 3, abs=1e-3)
