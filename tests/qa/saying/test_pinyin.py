"""Chinese names for English readers."""

from __future__ import annotations

import pytest

from qa.saying.pinyin import spelt, stands_in


@pytest.mark.parametrize(
    ("name", "said"),
    [("沈思远", "Shen Siyuan"), ("王平", "Wang Ping"), ("欧阳明", "Ouyang Ming"), ("曾国平", "Zeng Guoping"),
     ("吕强", "Lyu Qiang"), ("王医生", "Dr Wang"), ("欧阳女士", "Ms Ouyang"), ("曾先生", "Mr Zeng"),
     ("沈思远经理", "Shen Siyuan"), ("王平副局长", "Wang Ping")],
)
def test_a_name_is_spelt_surname_first(name: str, said: str) -> None:
    assert spelt(name) == said


@pytest.mark.parametrize("name", ["王长乐", "沈", "Shen", "沈思远说了话", "港务局", "王师傅", "车先生", "王副局长"])
def test_what_is_in_doubt_or_no_name_is_not_spelt(name: str) -> None:
    assert spelt(name) == ""


def test_a_spelt_name_is_found_in_the_text_it_came_from() -> None:
    assert stands_in("Siyuan", "港务局局长沈思远表示")
    assert stands_in("Shen", "港务局局长沈思远表示")
    assert not stands_in("Guoping", "港务局局长沈思远表示")
