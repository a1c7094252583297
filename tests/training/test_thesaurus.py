"""The thesaurus as written and as it ships."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.model.files import lines
from training import thesaurus


def written(folder: Path, monkeypatch: pytest.MonkeyPatch, *rows: str) -> dict[str, dict[str, float]]:
    (folder / "words.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")
    monkeypatch.setattr(thesaurus, "WRITTEN", folder)
    return {term: dict(others) for term, others in thesaurus.table().items()}


def test_the_first_is_surest_and_each_is_said_by_its_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = written(tmp_path, monkeypatch, "boss = manager, chief, head", "老板 = 经理")
    assert found["boss"] == pytest.approx({"manag": 0.30, "chief": 0.21, "head": 0.12})
    assert found["chief"] == pytest.approx({"boss": 0.6 * 0.21})
    assert found["经理"] == pytest.approx({"老板": 0.18})


def test_what_two_lines_say_counts_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = written(tmp_path, monkeypatch, "boss = manager", "manager = boss, chief")
    assert found["manag"] == pytest.approx({"boss": 0.30, "chief": 0.12})
    assert found["boss"] == pytest.approx({"manag": 0.30})


def test_an_expression_in_every_form_of_its_verb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = written(tmp_path, monkeypatch, "take over = succeed")
    assert set(found) == {"take over", "took over", "taken over"}


def test_what_is_no_single_known_word_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = written(tmp_path, monkeypatch, "boss = velparinqua, general manager, chief")
    assert found["boss"] == pytest.approx({"chief": 0.12})


@pytest.mark.parametrize("line", ["boss", "boss =", "= chief"])
def test_a_line_that_is_no_entry_is_named(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match=r"words\.txt, line 1"):
        written(tmp_path, monkeypatch, line)


def test_what_ships_is_what_is_written() -> None:
    assert thesaurus.packed() == lines("thesaurus")
