"""Running a set: kept as it goes, taken up again, stopped by Ctrl-C, and not ended by one bad question."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from corpus import YoujuError
from qa.evaluation.run import run
from tests.qa.evaluation.examples import AGE, RUNNER, SIZE

QUESTIONS = (SIZE, RUNNER, AGE)


def ask(question: str) -> Mapping[str, Any]:
    return {"question": question, "found": True, "confidence": 0.5, "short": question[:3]}


def never(question: str) -> Mapping[str, Any]:
    raise AssertionError(f"asked again: {question}")


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_one_object_per_question_in_order(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    seen: list[tuple[int, int]] = []
    found = run(QUESTIONS, ask, path, progress=lambda done, total: seen.append((done, total)))
    assert [row["id"] for row in lines(path)] == [each.id for each in found] == ["size", "runner", "age"]
    assert lines(path)[0] == {"id": "size", **ask(SIZE.text)}
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_ctrl_c_keeps_what_is_done_and_resume_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    asked: list[str] = []

    def interrupted(question: str) -> Mapping[str, Any]:
        if len(asked) == 2:
            raise KeyboardInterrupt
        asked.append(question)
        return ask(question)

    assert [each.id for each in run(QUESTIONS, interrupted, path)] == ["size", "runner"]
    assert [row["id"] for row in lines(path)] == ["size", "runner"]
    again: list[str] = []
    found = run(QUESTIONS, lambda question: again.append(question) or ask(question), path, resume=True)
    assert again == [AGE.text]
    assert [each.id for each in found] == [row["id"] for row in lines(path)] == ["size", "runner", "age"]
    assert len(run(QUESTIONS, never, path, resume=True)) == 3


def test_resume_forgives_a_line_cut_short_and_refuses_another_file(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    run(QUESTIONS[:2], ask, path)
    path.write_text(path.read_text(encoding="utf-8") + '{"id": "age", "sho', encoding="utf-8")
    assert len(run(QUESTIONS, ask, path, resume=True)) == 3
    path.write_text("a shopping list\n", encoding="utf-8")
    with pytest.raises(YoujuError, match="line 1 is no prediction"):
        run(QUESTIONS, ask, path, resume=True)
    assert path.read_text(encoding="utf-8") == "a shopping list\n"


def test_a_question_that_fails_is_told_and_asked_again_on_resume(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"

    def failing(question: str) -> Mapping[str, Any]:
        if question == RUNNER.text:
            raise ValueError("no such thing")
        return ask(question)

    found = run(QUESTIONS, failing, path)
    assert [each.error for each in found] == ["", "ValueError: no such thing", ""]
    assert [each.error for each in run(QUESTIONS, ask, path, resume=True)] == ["", "", ""]


def test_predictions_that_cannot_be_written_are_said(tmp_path: Path) -> None:
    with pytest.raises(YoujuError, match="cannot be written"):
        run(QUESTIONS, ask, tmp_path / "none" / "out.jsonl")


def test_whatever_ends_a_resumed_run_what_was_kept_stays(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    run(QUESTIONS[1:], ask, path)

    def killed(_: str) -> Mapping[str, Any]:
        assert [row["id"] for row in lines(path)] == ["runner", "age"]  # what SIGKILL would leave
        raise SystemExit(143)

    with pytest.raises(SystemExit):
        run(QUESTIONS, killed, path, resume=True)
    assert [row["id"] for row in lines(path)] == ["runner", "age"]
    run(QUESTIONS, ask, path, resume=True)
    assert [row["id"] for row in lines(path)] == ["size", "runner", "age"]
    assert list(tmp_path.iterdir()) == [path]
