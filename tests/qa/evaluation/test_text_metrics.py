"""Answer metrics against values worked by hand, and against SQuAD's official ones."""

from __future__ import annotations

import pytest

from qa.evaluation.text_metrics import contains, exact_match, f1, lcs_f1, normalise, quantity_match, units


@pytest.mark.parametrize(
    ("text", "normalised"),
    [
        ("The Cat, sat!", "cat sat"),
        ("An  apple a day", "apple day"),
        ("U.S. dollars", "us dollars"),
        ("“深圳发布”。", "深圳发布"),
        ("２０億元", "20亿元"),
        ("theatre", "theatre"),
    ],
)
def test_normalisation(text: str, normalised: str) -> None:
    assert normalise(text) == normalised


def test_units_are_characters_in_chinese_and_words_in_english() -> None:
    assert units("20亿元") == ["20", "亿", "元"]
    assert units("the 2 billion yuan") == ["2", "billion", "yuan"]
    assert units("AI+医药 field") == ["ai", "医", "药", "field"]


# (prediction, answer, exact, F1) as SQuAD's official evaluation gives them.
OFFICIAL = [
    ("Denver Broncos", "Denver Broncos", 1.0, 1.0),
    ("The Denver Broncos", "denver broncos.", 1.0, 1.0),
    ("Broncos", "Denver Broncos", 0.0, 2 / 3),
    ("the Denver Broncos team", "Denver Broncos", 0.0, 4 / 5),
    ("Santa Clara, California", "Levi's Stadium in Santa Clara", 0.0, 2 * (2 / 3) * (2 / 5) / (2 / 3 + 2 / 5)),
    ("state-of-the-art", "state of the art", 0.0, 0.0),
    ("to to be", "to be be", 0.0, 2 / 3),
    ("Panthers", "Denver Broncos", 0.0, 0.0),
    ("", "Denver Broncos", 0.0, 0.0),
]


@pytest.mark.parametrize(("said", "expected", "exact", "shared"), OFFICIAL)
def test_exact_match_and_f1_are_squads(said: str, expected: str, exact: float, shared: float) -> None:
    assert exact_match(said, expected) == exact
    assert f1(said, expected) == pytest.approx(shared, abs=1e-12)


def test_chinese_f1_counts_characters() -> None:
    assert f1("规模为20亿元", "20亿元") == pytest.approx(2 * 3 / (6 + 3))
    assert exact_match("「20億元」", "20亿元") == 1.0


def test_lcs_f1_wants_the_shared_characters_together() -> None:
    assert lcs_f1("北京大学", "北大") == pytest.approx(2 * 1 / 6)
    assert f1("北京大学", "北大") == pytest.approx(2 * 2 / 6)
    assert lcs_f1("在北京大学", "北京大学") == pytest.approx(2 * 4 / 9)


def test_contains_wants_whole_words_in_order() -> None:
    assert contains("There are 29 of them", "29") == 1.0
    assert contains("There are 290 of them", "29") == 0.0
    assert contains("规模为20亿元。", "20亿元") == 1.0
    assert contains("亿元20", "20亿元") == 0.0
    assert contains("anything", "the") == 0.0


@pytest.mark.parametrize(
    ("said", "expected", "value"),
    [
        ("20亿元", "2 billion yuan", 1.0),
        ("2 billion yuan", "20亿", 1.0),
        ("24,800", "2.48万家", 1.0),
        ("2 million yuan", "20亿元", 0.0),
        ("16.5%", "16.5%", 1.0),
        ("16.5", "16.5%", 1.0),
        ("20 billion", "2 billion", 0.0),
        ("", "29家", 0.0),
        ("肖祖平", "Xiao Zuping", None),
    ],
)
def test_figures_match_in_any_notation(said: str, expected: str, value: float | None) -> None:
    assert quantity_match(said, expected) == value
