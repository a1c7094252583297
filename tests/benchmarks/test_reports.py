"""Answers on reports that nothing was trained on: what counts as accepted, and figures that hold their floors."""

from __future__ import annotations

import pytest

from benchmarks.reports import Figures, accepted, answered, decided
from qa.settings import Settings
from training.reports import REPORTS, kept_out

EVERY = 48  # of those kept out, so that the few measured are of many kinds
# A little under what was measured on these twelve reports: a figure below is a step back, not chance.
FLOORS = {
    "zh-zh": {"f1": 73, "accepted": 75, "cited": 86, "rightly refused": 58},
    "en-en": {"f1": 55, "accepted": 55, "cited": 64, "rightly refused": 62},
    "en-zh": {"f1": 66, "accepted": 65, "cited": 75, "rightly refused": 56},
    "zh-en": {"f1": 55, "accepted": 55, "cited": 66, "rightly refused": 56},
}


@pytest.mark.parametrize(
    ("short", "expected", "right"),
    [
        ("约20亿元", "20亿元", True),
        ("2 billion yuan", "20亿元", True),
        ("30亿元", "20亿元", False),
        ("东湖图书馆馆长周敏", "周敏", True),
        ("市图书馆", "市立图书馆", True),  # eight of nine characters are the same
        ("市政府", "省教育厅", False),
        ("the old library", "old library", True),
        ("", "周敏", False),
        ("周敏说,今年以来全市到馆读者人数比去年同期又多了许多", "周敏", False),
    ],
)
def test_what_is_accepted(short: str, expected: str, right: bool) -> None:
    assert accepted(short, expected) is right


@pytest.fixture(scope="module")
def measured() -> dict[str, Figures]:
    return answered(kept_out(REPORTS)[::EVERY], Settings())


@pytest.mark.parametrize("direction", FLOORS)
def test_figures_hold_their_floors(measured: dict[str, Figures], direction: str) -> None:
    found = measured[direction]
    assert found["questions"] + found["unanswerable"] == 144
    assert {name: found[name] for name in FLOORS[direction] if found[name] < FLOORS[direction][name]} == {}
    assert found["refused"] <= 25


def test_yes_or_no_questions_are_measured_by_themselves() -> None:
    (report,) = (each for each in kept_out(REPORTS) if each.name == "technology 8")
    found = decided([report], Settings())
    assert set(found) == set(FLOORS)
    for each in found.values():
        assert (each["questions"], each["unanswerable"]) == (4, 1)
        assert each["right"] + each["wrong"] + each["left open"] + each["refused"] == pytest.approx(100)
