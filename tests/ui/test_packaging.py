"""What a wheel must hold beyond the modules."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SETUPTOOLS = PROJECT["tool"]["setuptools"]


def test_every_file_beside_the_modules_is_package_data() -> None:
    for package, patterns in SETUPTOOLS["package-data"].items():
        listed = {path for pattern in patterns for path in (ROOT / package).glob(pattern)}
        present = {
            path for path in (ROOT / package).rglob("*") if path.is_file() and path.suffix not in (".py", ".pyc")
        }
        assert {path for path in present if path.name != "py.typed"} <= listed


def test_every_room_is_a_package_that_is_found() -> None:
    for room in ("corpus", "index", "qa"):
        assert {room, f"{room}.*"} <= set(SETUPTOOLS["packages"]["find"]["include"])
        for module in (ROOT / room).rglob("*.py"):
            assert (module.parent / "__init__.py").exists(), f"{module.parent} would be missing from the wheel"


def test_the_page_and_the_command_are_there() -> None:
    assert SETUPTOOLS["py-modules"] == ["ui"]
    assert PROJECT["project"]["scripts"]["youju"] == "ui:main"
