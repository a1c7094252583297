"""How old somebody is, told behind the name."""

from __future__ import annotations

import pytest

from qa.reading.people.lives import age_told

NEWS = "Menon, 52, joined the firm in 2014; Lena Fox (34) stays, and her brother, 41, leaves room 12."


@pytest.mark.parametrize(
    ("question", "age"),
    [
        ("How old is Rajiv Menon?", "52"),
        ("What is Lena Fox's age?", "34"),
        ("How old is Tom Fox?", None),
        ("How old is the firm?", None),
    ],
)
def test_an_age_stands_behind_the_name(question: str, age: str | None) -> None:
    found = age_told(NEWS, question)
    assert (found and NEWS[slice(*found)]) == age
