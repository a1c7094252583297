"""What the READMEs promise holds."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from corpus import Document, load, sample_paths
from qa import Assistant

ROOT = Path(__file__).resolve().parents[2]
READMES = ("README.md", "README.zh-CN.md")
ASKED = re.compile(r'\$ youju ask "([^"]+)"(?: --docs (\S+))?\n    (.+)\n')


def examples() -> list[tuple[str, str, str]]:
    return [found for name in READMES for found in ASKED.findall((ROOT / name).read_text(encoding="utf-8"))]


def sample(path: str) -> list[Document]:
    return list(load([ROOT / path] if path else sample_paths()).documents)


@pytest.mark.parametrize(("question", "docs", "said"), examples())
def test_an_example_is_answered_as_shown(question: str, docs: str, said: str) -> None:
    answer = Assistant.from_documents(sample(docs)).ask(question)
    assert answer.found == said.endswith("[1]")
    assert answer.text[:6] == said[:6]
    assert answer.short in said


@pytest.mark.parametrize("name", READMES)
def test_a_follow_up_in_python_prints_what_is_shown(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("YOUJU_CACHE", str(tmp_path))
    text = (ROOT / name).read_text(encoding="utf-8")
    found = re.search(r"    from qa import Assistant.*?\n\n", text, re.DOTALL)
    assert found
    exec(textwrap.dedent(found.group()), {})
    assert capsys.readouterr().out.strip() == found.group().rstrip().rpartition("  # ")[2]


@pytest.mark.parametrize("name", READMES)
def test_links_and_pictures_are_there(name: str) -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", (ROOT / name).read_text(encoding="utf-8"))
    local = [target for target in targets if "://" not in target]
    assert local
    assert [target for target in local if not (ROOT / target).exists()] == []


def test_both_readmes_show_the_same_commands() -> None:
    english, chinese = (
        re.findall(
            r"^    (make|youju|python3|py|\.venv\S*) (\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE
        )
        for name in READMES
    )
    assert english == chinese
