"""Rows of a question set, whatever file they came from: names of fields, checks, faults told by row and column."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from corpus import Language, YoujuError
from corpus.language import question_language
from qa.evaluation.types import Evidence, Question

# The contract's names first; then what ragas and hand-made tables call the same.
_NAMES = {
    "id": ("id", "question_id"),
    "question": ("question", "user_input", "query"),
    "answers": ("answers", "answer", "reference", "references", "ground_truth", "ground_truths"),
    "evidence": ("evidence", "reference_contexts", "quote"),
    "source": ("source",),
    "language": ("language", "lang"),
}
_SEPARATOR = "|"
_SHOWN_FAULTS = 20


class Faults:
    """Everything wrong with one file, told at once."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._found: list[str] = []

    def add(self, row: int | str, column: str, what: str) -> None:
        self._found.append(f"row {row}, {column}: {what}")

    def raise_if_any(self) -> None:
        if self._found:
            rest = len(self._found) - _SHOWN_FAULTS
            shown = [*self._found[:_SHOWN_FAULTS], *([f"and {rest} more"] if rest > 0 else [])]
            raise YoujuError(f"{self._source} cannot be used as a question set: " + "; ".join(shown) + ".")


def questions_of(numbered: Iterable[tuple[int, Mapping[str, Any]]], faults: Faults) -> list[Question]:
    """The questions of (row number, row) pairs; what is wrong with a row is added to `faults`."""
    found: dict[str, Question] = {}
    for number, row in numbered:
        question = _question(number, row, faults)
        if question is None:
            continue
        if question.id in found:
            faults.add(number, "id", f"{question.id!r} is used twice")
        found[question.id] = question
    return list(found.values())


def _question(number: int, row: Mapping[str, Any], faults: Faults) -> Question | None:
    column, text = _field(row, "question")
    if not column:
        faults.add(number, "question", f"is missing (the row has {', '.join(map(str, row)) or 'nothing'})")
        return None
    if not isinstance(text, str) or not text.strip():
        faults.add(number, column, "is empty or no text")
        return None
    identity = _field(row, "id")[1]
    return Question(
        id=f"{number}" if identity in (None, "") else str(identity),
        text=text.strip(),
        answers=_answers(number, row, faults),
        evidence=_evidence(number, row, faults),
        language=_language(number, row, text, faults),
    )


def _field(row: Mapping[str, Any], name: str) -> tuple[str, Any]:
    return next(((each, row[each]) for each in _NAMES[name] if each in row), ("", None))


def _answers(number: int, row: Mapping[str, Any], faults: Faults) -> tuple[str, ...] | None:
    column, value = _field(row, "answers")
    if not column or value is None:
        return None
    if isinstance(value, Mapping) and "text" in value:  # SQuAD as Hugging Face flattens it
        value = value["text"]
    listed = _listed(value)
    if listed is None or not all(isinstance(each, str) for each in listed):
        faults.add(number, column, f"must be a text or a list of texts, not {_shown(value)}")
        return None
    return tuple(dict.fromkeys(each.strip() for each in listed if each.strip()))


def _evidence(number: int, row: Mapping[str, Any], faults: Faults) -> tuple[Evidence, ...]:
    column, value = _field(row, "evidence")
    listed = _listed(value)
    if listed is None:
        faults.add(number, column, f"must be a quote or a list of quotes, not {_shown(value)}")
        return ()
    source = str(_field(row, "source")[1] or "")
    found = []
    for each in listed:
        if isinstance(each, str):
            found += [Evidence(each, source)] if each.strip() else []
        elif isinstance(each, Mapping) and isinstance(each.get("quote"), str):
            found.append(Evidence(each["quote"], str(each.get("source") or source)))
        else:
            faults.add(number, column, f'must be texts or {{"source", "quote"}}, not {_shown(each)}')
    return tuple(found)


def _listed(value: Any) -> Sequence[Any] | None:
    """A list as it is, a text as a list of one, nothing as an empty list."""
    if value is None:
        return []
    if isinstance(value, str):
        return [value]
    return value if isinstance(value, list) else None


def cell(column: str, text: str) -> Any:
    """What a cell of a table holds: in columns of lists a JSON list, or the parts between bars."""
    if column not in _NAMES["answers"] + _NAMES["evidence"]:
        return text
    if text.lstrip().startswith("["):
        try:
            return list(json.loads(text))
        except ValueError:
            pass  # a text that begins with a bracket is no list
    return text.split(_SEPARATOR)


def _language(number: int, row: Mapping[str, Any], text: str, faults: Faults) -> Language:
    column, value = _field(row, "language")
    if value in (None, ""):
        return question_language(text)
    try:
        return Language(value)
    except ValueError:
        faults.add(number, column, f"{value!r} is unknown; use one of {', '.join(Language)}")
        return Language.ENGLISH


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)[:60]
