"""Asking every question of a set, keeping what is done."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal, TextIO

from corpus import YoujuError
from qa.evaluation.types import Prediction, Question

Ask = Callable[[str], Mapping[str, Any]]  # a question's text -> the object that `youju ask --json` prints


def run(
    questions: Sequence[Question],
    ask: Ask,
    predictions: Path | None = None,
    resume: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> list[Prediction]:
    """The predictions of all questions, in order; those of the first ones where Ctrl-C ends the run.

    Each is written to `predictions` as soon as it is there. With `resume`, what that file holds is not asked again.
    A question that raises an error is written with it, and counts as failed.
    """
    done = _read(predictions) if resume and predictions else {}
    resumed = predictions if done else None
    if resumed:
        _replace(resumed, done.values())  # without a last line cut short
    rows: list[dict[str, Any]] = []
    with _lines(predictions, "a" if resumed else "w") as write:
        try:
            for number, question in enumerate(questions, 1):
                row = _kept(done.pop(question.id, None), question)
                if row is None:
                    row = _asked(question, ask)
                    write(row)
                rows.append(row)
                if progress:
                    progress(number, len(questions))
            done.clear()
        except KeyboardInterrupt:
            pass
    if resumed:
        _replace(resumed, [*rows, *done.values()])  # in the order of the questions
    return [Prediction.from_object(row) for row in rows]


def _kept(row: dict[str, Any] | None, question: Question) -> dict[str, Any] | None:
    """The row of the earlier run, unless it failed there or the question has been worded anew."""
    return row if row and row.get("question") == question.text and not row.get("error") else None


def _asked(question: Question, ask: Ask) -> dict[str, Any]:
    try:
        return {"id": question.id, **ask(question.text)}
    except Exception as error:  # one bad question must not end a long run; it is told, and counts 0
        failed = {"question": question.text, "language": str(question.language), "found": False, "confidence": 0.0}
        empty = {"short": "", "answer": "", "citations": [], "hits": [], "seconds": 0.0}
        return {"id": question.id, **failed, **empty, "error": f"{type(error).__name__}: {error}"}


def _read(path: Path) -> dict[str, dict[str, Any]]:
    """The rows of an earlier run by question id, the last; a line cut short is dropped, a missing file is no row."""
    if not path.exists():
        return {}
    rows = {}
    lines = path.read_text(encoding="utf-8").split("\n")
    for number, line in enumerate(lines, 1):
        try:
            if line:
                row = json.loads(line)
                rows[str(row["id"])] = row
        except (ValueError, KeyError, TypeError) as error:
            if number < len(lines):
                raise YoujuError(f"{path} cannot be resumed: line {number} is no prediction.") from error
    return rows


def _replace(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    """Put these rows into the file, which is never without the old ones or these, whatever ends the process."""
    path = path.resolve()
    beside = path.with_name(f"{path.name}.new")
    with _lines(beside) as write:
        for row in rows:
            write(row)
    beside.replace(path)


@contextmanager
def _lines(path: Path | None, mode: Literal["w", "a"] = "w") -> Iterator[Callable[[Mapping[str, Any]], None]]:
    if path is None:
        yield lambda _row: None
        return
    try:
        file: TextIO = path.open(mode, encoding="utf-8", newline="\n")
    except OSError as error:
        raise YoujuError(f"The predictions cannot be written to {path}: {error.strerror}.") from error
    with file:

        def write(row: Mapping[str, Any]) -> None:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            file.flush()

        yield write
