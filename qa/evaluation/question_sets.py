"""Reading question sets: JSON Lines, SQuAD and CMRC JSON, tables; each told apart by its suffix and its shape."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import Document, YoujuError
from qa.evaluation.reading_sets import is_reading_set, reading_set
from qa.evaluation.rows import Faults, cell, questions_of
from qa.evaluation.types import Question


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions in the file's order; `documents` are the contexts of a SQuAD or CMRC file, else empty."""

    questions: tuple[Question, ...]
    documents: tuple[Document, ...] = ()


def read_questions(path: Path) -> QuestionSet:
    """The questions of a .jsonl, .json, .csv or .tsv file; YoujuError names every faulty row and column at once."""
    faults = Faults(path.name)
    text = _text(path)
    match path.suffix.lower():
        case ".jsonl" | ".ndjson":
            questions = questions_of(_lines(text, faults), faults)
            documents: list[Document] = []
        case ".json":
            questions, documents = _json(text, faults)
        case ".csv" | ".tsv" as suffix:
            questions, documents = questions_of(_table(text, suffix), faults), []
        case other:
            raise YoujuError(f"{path.name} ends in {other!r}: a question set is .jsonl, .json, .csv or .tsv.")
    faults.raise_if_any()
    if not questions:
        raise YoujuError(f"{path.name} holds no question.")
    return QuestionSet(tuple(questions), tuple(documents))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise YoujuError(f"The question set {path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise YoujuError(f"The question set {path} is not UTF-8; save it as UTF-8.") from error


def _lines(text: str, faults: Faults) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            faults.add(number, "the line", f"is not JSON ({error})")
            continue
        if isinstance(row, dict):
            yield number, row
        else:
            faults.add(number, "the line", "is not an object in braces")


def _json(text: str, faults: Faults) -> tuple[list[Question], list[Document]]:
    try:
        data = json.loads(text)
    except ValueError as error:
        faults.add(1, "the file", f"is not JSON ({error})")
        return [], []
    if is_reading_set(data):
        return reading_set(data, faults)
    if isinstance(data, list) and all(isinstance(row, dict) for row in data):
        return questions_of(enumerate(data, 1), faults), []
    faults.add(1, "the file", "is neither a list of questions nor SQuAD, CMRC or DRCD")
    return [], []


def _table(text: str, suffix: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Rows by the names in the first line, which is row 1; empty lines are passed over."""
    lines = csv.reader(io.StringIO(text), delimiter="\t" if suffix == ".tsv" else ",")
    header = [name.strip().lower() for name in next(lines, [])]
    for number, cells in enumerate(lines, 2):
        if any(cell.strip() for cell in cells):
            yield number, {name: cell(name, text) for name, text in zip(header, cells, strict=False)}
