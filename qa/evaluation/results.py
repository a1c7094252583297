"""The outcome of an evaluation: typed, turned into rows for pandas, written as JSON and compared with an older one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from corpus import YoujuError
from qa.evaluation.compare import Change, Changed, Scores, compare
from qa.evaluation.figures import by_direction, figures
from qa.evaluation.types import Case, Figure, Score

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Every question with its scores, and the figures over all of them and by direction."""

    cases: tuple[Case, ...]
    figures: tuple[Figure, ...]
    by_direction: dict[str, tuple[Figure, ...]]

    @classmethod
    def of(cls, cases: Sequence[Case]) -> Evaluation:
        return cls(tuple(cases), figures(cases), by_direction(cases))

    def figure(self, metric: str) -> Figure:
        """One figure by its name; YoujuError where no question of the set has it."""
        found = {each.metric: each for each in self.figures}
        if metric not in found:
            raise YoujuError(f"No question of this set measures {metric!r}; it has {', '.join(found)}.")
        return found[metric]

    @property
    def scores(self) -> list[Score]:
        """All metrics of all questions, in the order of the questions."""
        return [Score(case.question.id, *each) for case in self.cases for each in case.scores.items()]

    @property
    def outcomes(self) -> dict[str, int]:
        """How many questions ended in each way, the most frequent first."""
        return dict(Counter(str(case.outcome) for case in self.cases if case.outcome).most_common())

    def rows(self) -> list[dict[str, Any]]:
        """One flat row per question, for `pandas.DataFrame(evaluation.rows())`."""
        return [_row(case) for case in self.cases]

    def to_object(self) -> dict[str, Any]:
        """What `youju eval --json` prints."""
        return {
            "format": FORMAT,
            "questions": len(self.cases),
            "outcomes": self.outcomes,
            "figures": _figures_object(self.figures),
            "directions": {name: _figures_object(each) for name, each in self.by_direction.items()},
            "rows": [_described(case) | {"scores": dict(case.scores)} for case in self.cases],
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed since a baseline: the metrics, and the questions that ended otherwise."""

    changes: tuple[Change, ...]
    questions: tuple[Changed, ...]

    def to_object(self) -> dict[str, Any]:
        """Plain JSON values."""
        metrics, questions = map(asdict, self.changes), map(asdict, self.questions)
        return {"metrics": list(metrics), "questions": list(questions)}


def compare_with(evaluation: Evaluation, before: list[dict[str, Any]]) -> Comparison:
    """Against the rows of an earlier run."""
    old_scores: Scores = {row["id"]: row["scores"] for row in before}
    old_outcomes = {row["id"]: row.get("outcome") for row in before}
    changes = compare(old_scores, {case.question.id: case.scores for case in evaluation.cases})
    changed = [
        Changed(case.question.id, str(old_outcomes[case.question.id]), str(case.outcome))
        for case in evaluation.cases
        if case.question.id in old_outcomes and old_outcomes[case.question.id] != case.outcome
    ]
    return Comparison(tuple(changes), tuple(changed))


def read_baseline(path: Path) -> list[dict[str, Any]]:
    """The rows of what an earlier run printed with --json."""
    try:
        stored = json.loads(path.read_text(encoding="utf-8"))
        if stored["format"] == FORMAT:
            return list(stored["rows"])
    except OSError as error:
        raise YoujuError(f"The baseline {path} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError):
        pass
    raise YoujuError(f"The baseline {path} is not what `youju eval --json` prints; write one with it first.")


def _figures_object(found: Sequence[Figure]) -> dict[str, dict[str, float]]:
    return {each.metric: {"value": each.value, "low": each.low, "high": each.high, "count": each.count}
            for each in found}  # fmt: skip


def _described(case: Case) -> dict[str, Any]:
    return {
        "id": case.question.id,
        "question": case.question.text,
        "language": str(case.question.language),
        "direction": case.direction,
        "kind": str(case.kind),
        "expected": None if case.question.answers is None else list(case.question.answers),
        "short": case.prediction.short,
        "answer": case.prediction.answer,
        "found": case.prediction.found,
        "confidence": case.prediction.confidence,
        "outcome": case.outcome and str(case.outcome),
        "error": case.prediction.error,
    }


def _row(case: Case) -> dict[str, Any]:
    return _described(case) | dict(case.scores)
