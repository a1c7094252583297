"""How the house is built: imports point one way, heavy libraries stay out, nothing goes out to the network."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ROOMS = ("corpus", "index", "qa", "ui")  # each may import itself and those before it
HEAVY = ("torch", "transformers", "sentence_transformers", "faiss", "gradio")


def _files(room: str) -> list[Path]:
    return [ROOT / "ui.py"] if room == "ui" else sorted((ROOT / room).rglob("*.py"))


def _imported(file: Path) -> set[str]:
    """The first name of every module imported anywhere in a file."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


@pytest.mark.parametrize("room", ROOMS)
def test_imports_point_one_way(room: str) -> None:
    above = set(ROOMS[ROOMS.index(room) + 1 :])
    assert {str(file): names for file in _files(room) if (names := _imported(file) & above)} == {}


def test_corpus_needs_no_numbers_and_no_models() -> None:
    unwanted = {"numpy", *HEAVY}
    assert {str(file): names for file in _files("corpus") if (names := _imported(file) & unwanted)} == {}


@pytest.mark.parametrize("module", ["qa", "qa.assistant", "qa.cli", "ui"])
def test_importing_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_asking_needs_no_network_and_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("灯塔修建于1907年,高42米。", encoding="utf-8")
    code = f"""
import socket, sys
def refuse(*_):
    raise AssertionError("a socket was opened")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from qa import answer
print(answer("灯塔有多高?", documents={str(tmp_path / "note.txt")!r}).short)
print(*sorted({{"torch", "transformers", "sentence_transformers", "gradio"}} & set(sys.modules)))
"""
    kept = {**os.environ, "YOUJU_CACHE": str(tmp_path / "cache"), "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=kept, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split("\n")[:2] == ["42米", ""]
