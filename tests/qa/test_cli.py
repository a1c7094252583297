"""The command line, run as a program."""

from __future__ import annotations

import json
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from qa.cli import application
from tests.qa.texts import HARBOUR_ZH, LIBRARY_EN

ROOT = Path(__file__).parent.parent.parent
FIELDS = ["question", "language", "found", "confidence", "short", "answer", "citations", "hits", "seconds"]


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    folder = tmp_path / "docs"
    (folder / "en").mkdir(parents=True)
    (folder / "harbour.md").write_text(HARBOUR_ZH, encoding="utf-8")
    (folder / "en" / "library.md").write_text(LIBRARY_EN, encoding="utf-8")
    return folder


class Youju:
    """Runs `youju` in this process; `apart` in one of its own."""

    def __call__(self, *arguments: str | Path) -> Result:
        return CliRunner().invoke(application, list(map(str, arguments)))

    def asked(self, *arguments: str | Path) -> dict[str, Any]:
        done = self("ask", *arguments, "--json")
        assert done.exit_code == 0, done.stderr
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    def apart(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        start = f"import sys; sys.path.insert(0, {str(ROOT)!r}); import ui; ui.main()"
        command = [sys.executable, "-c", start, *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture
def youju(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Youju:
    """With a cache of its own, in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("YOUJU_CACHE", str(tmp_path / "cache"))
    return Youju()


def test_an_answer_keeps_the_contract(youju: Youju, docs: Path) -> None:
    answer = youju.asked("临江港的货物吞吐量是多少?", "--docs", docs, "-k", "2")
    assert list(answer) == FIELDS
    assert answer["found"] and answer["language"] == "zh"
    assert "3.2亿吨" in answer["short"]
    for citation in answer["citations"]:
        assert list(citation) == ["number", "source", "title", "start", "end", "page", "quote"]
        text = (docs / citation["source"]).read_text(encoding="utf-8")
        assert text[citation["start"] : citation["end"]] == citation["quote"]
        assert f"[{citation['number']}]" in answer["answer"]
    assert answer["short"] in answer["citations"][0]["quote"]
    assert 0 < len(answer["hits"]) <= 2
    for hit in answer["hits"]:
        assert list(hit) == ["source", "start", "end", "score", "text"]
        text = (docs / hit["source"]).read_text(encoding="utf-8")
        assert text[hit["start"] : hit["end"]] == hit["text"]


def test_across_languages_the_figure_is_converted(youju: Youju, docs: Path) -> None:
    answer = youju.asked("How much did the port of Linjiang invest in 2022?", "--docs", docs / "harbour.md")
    assert "12亿元" in answer["short"]
    assert "early 1.2 billion yuan (近12亿元)" in answer["answer"]
    assert "The source is in Chinese" in answer["answer"]
    assert answer["citations"][0]["source"] == "harbour.md"


def test_a_refusal_has_no_citations_and_keeps_the_closest_passages(youju: Youju, docs: Path) -> None:
    answer = youju.asked("法国的首都是哪里?", "--docs", docs)
    assert (answer["found"], answer["short"], answer["citations"]) == (False, "", [])
    assert answer["answer"].startswith("文档没有说明这一点。")
    assert answer["hits"]
    assert 0 <= answer["confidence"] < 1


def test_a_changed_file_is_noticed_and_a_removed_one_forgotten(youju: Youju, docs: Path) -> None:
    question = "临江港的货物吞吐量是多少?"
    assert "3.2亿吨" in youju.asked(question, "--docs", docs)["short"]
    changed = HARBOUR_ZH.replace("3.2亿吨", "3.5亿吨")
    (docs / "harbour.md").write_text(changed, encoding="utf-8")
    answer = youju.asked(question, "--docs", docs)
    assert "3.5亿吨" in answer["short"]
    assert "3.2亿吨" not in json.dumps(answer, ensure_ascii=False)
    (docs / "harbour.md").unlink()
    assert {hit["source"] for hit in youju.asked(question, "--docs", docs)["hits"]} <= {"en/library.md"}


def test_an_error_is_told_without_a_traceback_and_exits_with_2(youju: Youju) -> None:
    done = youju.apart("ask", "谁?", "--docs", "nowhere")
    assert done.returncode == 2
    assert done.stderr.startswith("youju: ") and done.stderr.count("\n") == 1


def test_two_at_once_do_not_spoil_the_index(youju: Youju, docs: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    with ThreadPoolExecutor(2) as pool:
        question = ("ask", "When did the library open?", "--docs", docs, "--index", index, "--json")
        answers = [each.result() for each in [pool.submit(youju.apart, *question) for _ in range(2)]]
    assert [each.returncode for each in answers] == [0, 0]
    assert len({json.dumps(json.loads(each.stdout)["citations"]) for each in answers}) == 1
    assert youju("index", "--index", index, "--verify").exit_code == 0


def test_the_index_is_listed_checked_and_cleared(youju: Youju, docs: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    assert youju("index", docs, "--index", index).exit_code == 0
    assert "en/library.md" in youju("index", "--index", index, "--list").stdout
    assert "sound" in youju("index", "--index", index, "--verify").stdout
    assert youju.asked("When did the library open?", "--index", index)["citations"][0]["source"] == "en/library.md"
    largest = max((each for each in index.rglob("*.npy")), key=lambda each: each.stat().st_size)
    largest.write_bytes(largest.read_bytes()[:-1] + b"\x07")
    assert youju("index", "--index", index, "--verify").exit_code == 1
    assert youju("index", "--index", index, "--clear").exit_code == 0
    assert not index.exists()


def test_what_has_changed_is_named_when_the_index_is_brought_into_step(
    youju: Youju, docs: Path, tmp_path: Path
) -> None:
    index = tmp_path / "index"
    assert "harbour.md:" not in youju("index", docs, "--index", index).stdout
    (docs / "harbour.md").write_text("The mill has 12 wheels.", encoding="utf-8")
    (docs / "en" / "library.md").unlink()
    (docs / "new.txt").write_text("The farm has 9 cows.", encoding="utf-8")
    said = youju("index", docs, "--index", index).stdout
    assert said.splitlines()[:3] == ["new.txt: added", "harbour.md: changed", "en/library.md: removed"]
    assert "2 documents, 2 passages in" in said
    (docs / "new.txt").unlink()
    assert "1 document, 1 passage in" in youju("index", docs, "--index", index).stdout


def test_asking_other_documents_does_not_replace_an_index(youju: Youju, docs: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    assert youju("index", docs, "--index", index).exit_code == 0
    for command in ("ask", "search"):
        done = youju(command, "When did the library open?", "--docs", docs / "en", "--index", index)
        assert (done.exit_code, f"youju index {docs / 'en'} --index {index}" in done.stderr) == (2, True)
    assert "harbour.md" in youju("index", "--index", index, "--list").stdout
    assert youju.asked("When did the library open?", "--docs", docs, "--index", index)["found"]
    assert youju("index", docs / "en", "--index", index).exit_code == 0
    assert "harbour.md" not in youju("index", "--index", index, "--list").stdout


@pytest.mark.parametrize("what", ["--list", "--verify"])
def test_where_there_is_no_index_it_is_told_how_to_make_it(youju: Youju, tmp_path: Path, what: str) -> None:
    done = youju("index", what, "--index", tmp_path / "none")
    assert (done.exit_code, "delete" in done.stderr) == (2, False)
    assert f"youju index PATH --index {tmp_path / 'none'}" in done.stderr


def test_clearing_removes_an_index_and_nothing_of_anybody_else(youju: Youju, docs: Path, tmp_path: Path) -> None:
    index, other = tmp_path / "cache" / "index", tmp_path / "cache" / "other"
    assert youju("index", docs, "--index", index).exit_code == 0
    other.mkdir()
    for path in (index / "thesis.md", other / "thesis.md", other / "current.json"):
        path.write_text("{}", encoding="utf-8")
    (index / "generation-plans").mkdir()
    done = youju("index", "--index", other, "--clear")
    assert (done.exit_code, "nothing was removed" in done.stderr) == (2, True)
    done = youju("index", "--clear")
    assert "Removed 1 index." in done.stdout
    assert str(index / "thesis.md") in done.stderr
    assert {path.name for path in index.iterdir()} == {"generation-plans", "thesis.md"}
    assert {path.name for path in other.iterdir()} == {"current.json", "thesis.md"}


def test_a_link_that_leads_nowhere_is_told_and_the_rest_is_used(youju: Youju, docs: Path) -> None:
    (docs / "gone.txt").symlink_to(docs / "nowhere.txt")
    (docs / "loop.txt").symlink_to(docs / "loop.txt")
    for _ in range(2):
        asked = youju("ask", "When did the library open?", "--docs", docs)
        assert (asked.exit_code, "1987" in asked.stdout) == (0, True)
        assert "gone.txt: not read" in asked.stderr and "loop.txt: not read" in asked.stderr
    (docs / "nowhere.txt").write_text("The mill has 12 wheels.", encoding="utf-8")
    assert "12" in youju.asked("How many wheels does the mill have?", "--docs", docs)["short"]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="nothing can be made in /proc, not even by root")
def test_where_no_index_can_be_kept_it_is_told_at_once(youju: Youju, docs: Path) -> None:
    done = youju("ask", "When did the library open?", "--docs", docs, "--index", "/proc/idx")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert "cannot be kept in /proc/idx" in done.stderr


def test_what_cannot_be_read_is_told_and_the_rest_is_used(youju: Youju, docs: Path) -> None:
    (docs / "empty.txt").write_text("", encoding="utf-8")
    done = youju("index", docs)
    assert done.exit_code == 1
    assert "empty.txt" in done.stderr
    asked = youju("ask", "When did the library open?", "--docs", docs)
    assert asked.exit_code == 0
    assert "empty.txt" in asked.stderr
    assert "1987" in asked.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("ask", "谁?", "--docs", "nowhere"),
        ("ask", "谁?", "--docs", ""),
        ("ask", "", "--docs", "docs"),
        ("ask", "？？ \x01\x07", "--docs", "docs"),
        ("ask", "谁?", "--docs", "docs", "-k", "0"),
        ("ask", "谁?", "--docs", "empty.txt"),
        ("ask", "谁?", "--docs", "binary.txt"),
        ("ask", "谁?", "--docs", "docs", "--index", "docs"),
        ("search", "", "--docs", "docs"),
        ("index", "nowhere"),
        ("index", ""),
        ("index", "docs", "--index", ""),
        ("questions", ""),
        ("index", "--verify", "--index", "nowhere"),
        ("index", "--list", "--clear"),
    ],
    ids=lambda arguments: " ".join(arguments).replace("\x01", "1").replace("\x07", "7"),
)
def test_bad_input_is_told_in_one_sentence(youju: Youju, docs: Path, arguments: tuple[str, ...]) -> None:
    (docs.parent / "empty.txt").write_text("", encoding="utf-8")
    (docs.parent / "binary.txt").write_bytes(bytes(range(256)) * 20)
    done = youju(*arguments)
    assert done.exit_code == 2
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert done.stderr.strip() and not done.stdout
    assert sorted(path.name for path in docs.iterdir()) == ["en", "harbour.md"]


def test_an_index_of_another_model_is_left_as_it_is(youju: Youju, docs: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    assert youju("index", docs, "--index", index).exit_code == 0
    (metadata,) = index.rglob("metadata.json")
    stored = json.loads(metadata.read_text(encoding="utf-8"))
    metadata.write_text(json.dumps({**stored, "fingerprint": "0" * 32}), encoding="utf-8")
    before = {path: path.read_bytes() for path in index.rglob("*") if path.is_file()}
    done = youju("ask", "When did the library open?", "--docs", docs, "--index", index)
    assert done.exit_code == 2
    assert "model" in done.stderr
    assert {path: path.read_bytes() for path in index.rglob("*") if path.is_file()} == before


def test_search_explains_itself(youju: Youju, docs: Path) -> None:
    done = youju("search", "library opening", "--docs", docs, "-k", "1", "--explain", "--json")
    (hit,) = json.loads(done.stdout)["hits"]
    assert hit["source"] == "en/library.md"
    words = next(part for part in hit["parts"] if part["leg"] == "words")
    assert "librari" in {match["word"] for match in words["matches"]}


def test_the_doctor_says_what_needs_the_network(youju: Youju, docs: Path) -> None:
    done = youju("doctor", "--docs", docs)
    assert done.exit_code == 0
    assert "Network: nothing needs it" in done.stdout
    assert "Index: none yet" in done.stdout


@pytest.mark.parametrize("command", ["ask", "search", "index", "doctor", "eval", "questions"])
def test_every_command_has_its_help(youju: Youju, command: str) -> None:
    done = youju(command, "--help")
    assert done.exit_code == 0
    assert "Usage" in done.stdout
