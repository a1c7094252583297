"""`youju eval` and `youju questions` as a person runs them, with the real assistant on the sample."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from qa.cli import application

ROWS: list[dict[str, Any]] = [
    {"id": "fund", "question": "深圳设立的科技创新种子基金有多少钱？", "answers": ["20亿元", "2 billion yuan"],
     "evidence": [{"source": "a.md", "quote": "规模为20亿元"}]},
    {"id": "cup", "question": "Who won the World Cup in 2018?", "answers": []},
]  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("YOUJU_CACHE", str(tmp_path / "cache"))
    (tmp_path / "a.md").write_text("# 基金\n\n深圳设立了科技创新种子基金，规模为20亿元。\n", encoding="utf-8")
    (tmp_path / "set.jsonl").write_text("\n".join(json.dumps(row) for row in ROWS), encoding="utf-8")
    return tmp_path


def youju(folder: Path, *arguments: str) -> Result:
    named = ["eval", str(folder / "set.jsonl"), "--docs", str(folder / "a.md")]
    return CliRunner().invoke(application, [*named, *arguments])


def test_predictions_are_what_ask_prints_with_the_id(folder: Path) -> None:
    out = folder / "out.jsonl"
    result = youju(folder, "--predictions", str(out), "-k", "1")
    assert result.exit_code == 0, result.output
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["fund", "cup"]
    assert set(rows[0]) == {"id", "question", "language", "found", "confidence", "short", "answer", "citations", "hits",
                            "seconds"}  # fmt: skip
    assert rows[0]["short"] == "20亿元"
    assert len(rows[0]["hits"]) == 1
    assert rows[1]["found"] is False


def test_json_report_baseline_and_floors(folder: Path) -> None:
    first = youju(folder, "--json")
    assert first.exit_code == 0, first.output
    assert json.loads(first.stdout)["figures"]["f1"]["value"] == 1.0
    (folder / "old.json").write_text(first.stdout, encoding="utf-8")
    options = ["--baseline", str(folder / "old.json"), "--report", str(folder / "report.html"), "--language", "zh"]
    second = youju(folder, *options, "--fail-under", "f1=0.9", "--fail-under", "refusal_recall=0.9")
    assert second.exit_code == 0, second.output
    assert "<svg" in (folder / "report.html").read_text(encoding="utf-8")
    third = youju(folder, "--fail-under", "f1=1.1")
    assert third.exit_code == 1
    assert "f1 is 1.000, under 1.1" in third.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--fail-under", "bleu=1"], "no metric 'bleu'"),
        (["--fail-under", "f1=high"], "must be metric=number"),
        (["--fail-under", "f1=nan"], "must be metric=number"),
        (["--resume"], "--resume needs --predictions"),
        (["--baseline", "none.json"], "cannot be read"),
        (["--language", "fr"], "zh or en"),
    ],
)
def test_bad_configuration_exits_with_2(folder: Path, arguments: list[str], said: str) -> None:
    result = youju(folder, *arguments)
    assert result.exit_code == 2
    assert said in result.output


def test_a_reading_set_is_asked_of_its_own_contexts(folder: Path) -> None:
    context = "The lighthouse was built in 1871. It is 42 metres tall."
    answer = {"text": "42 metres", "answer_start": 40}
    asked = {"id": "q", "question": "How tall is the lighthouse?", "answers": [answer]}
    paragraphs = [{"context": context, "qas": [asked]}]
    path = folder / "squad.json"
    path.write_text(json.dumps({"data": [{"title": "Light", "paragraphs": paragraphs}]}), encoding="utf-8")
    result = CliRunner().invoke(application, ["eval", str(path), "--json"])
    assert result.exit_code == 0, result.output
    (row,) = json.loads(result.stdout)["rows"]
    assert row["scores"]["evidence_success@1"] == 1.0
    assert row["direction"] == "en→en"


def test_questions_are_drafted_to_a_file_or_the_terminal(folder: Path) -> None:
    printed = CliRunner().invoke(application, ["questions", str(folder / "a.md")])
    assert json.loads(printed.stdout)["answers"] == ["20亿元"]
    told = CliRunner().invoke(application, ["questions", str(folder / "a.md"), "--out", str(folder / "drafts.jsonl")])
    assert "1 questions drafted" in told.stdout.replace("\n", " ")
    assert json.loads((folder / "drafts.jsonl").read_text(encoding="utf-8"))["drafted"] is True
