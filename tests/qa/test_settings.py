"""Where settings come from."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus import YoujuError
from qa.settings import Settings


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("K", "MODEL", "REFUSALS", "INDEX", "CACHE", "ANSWERER"):
        monkeypatch.delenv(f"YOUJU_{name}", raising=False)


def test_the_command_line_comes_before_the_environment_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Settings.load().k == 8
    (tmp_path / ".env").write_text("YOUJU_K=3\nYOUJU_CACHE=kept\n", encoding="utf-8")
    assert (Settings.load().k, Settings.load().cache_folder) == (3, Path("kept"))
    (tmp_path / ".env").write_text("YOUJU_K=3\nYOUJU_CACHE=~/kept\nYOUJU_INDEX=~/index\n", encoding="utf-8")
    assert (Settings.load().cache_folder, Settings.load().index) == (Path.home() / "kept", Path.home() / "index")
    monkeypatch.setenv("YOUJU_K", "4")
    assert Settings.load().k == 4
    assert Settings.load(k=5).k == 5
    assert Settings.load(k=None).k == 4


@pytest.mark.parametrize(
    ("name", "value", "meaning"),
    [("K", "0", "a whole number from 1"), ("K", "many", "a whole number from 1"), ("REFUSALS", "2", "from 0 to 1")],
)
def test_a_wrong_value_is_named(name: str, value: str, meaning: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"YOUJU_{name}", value)
    with pytest.raises(YoujuError, match=f"YOUJU_{name} is '{value}'.*{meaning}"):
        Settings.load()
