"""Figures as tables in a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console, Group, RenderableType
from rich.table import Table

from qa.evaluation.results import Comparison, Evaluation
from qa.evaluation.types import Figure

_SHOWN_CHANGES = 30


def show(evaluation: Evaluation, comparison: Comparison | None, console: Console) -> None:
    """Prints the figures, the outcomes, and what changed where a baseline was given."""
    parts: list[RenderableType] = [_figures(evaluation), _outcomes(evaluation.outcomes)]
    missing = sum(len(case.gold.missing) for case in evaluation.cases)
    if missing:
        parts.append(f"{missing} quotes of the set stand in no document; they count for nothing.")
    if comparison:
        parts += [_changes(comparison), _changed_questions(comparison)]
    console.print(Group(*parts))


def _figures(evaluation: Evaluation) -> Table:
    """One line per metric: over all with its interval, then by direction."""
    directions = evaluation.by_direction if len(evaluation.by_direction) > 1 else {}
    table = Table(title=f"{len(evaluation.cases)} questions", title_justify="left")
    table.add_column("metric", no_wrap=True, min_width=19)
    for name in ("all", "95 % interval", "n", *directions):
        table.add_column(name, justify="right", no_wrap=name not in directions)
    for figure in evaluation.figures:
        interval = f"{number(figure.low)}–{number(figure.high)}"
        table.add_row(figure.metric, number(figure.value), interval, str(figure.count),
                      *(_value(each, figure.metric) for each in directions.values()))  # fmt: skip
    return table


def number(value: float) -> str:
    """Three decimals, enough for figures and seconds alike."""
    return f"{value:.3f}"


def _value(figures: Sequence[Figure], metric: str) -> str:
    return next((number(each.value) for each in figures if each.metric == metric), "")


def _outcomes(outcomes: Mapping[str, int]) -> Table:
    table = Table("outcome", "questions")
    for outcome, count in outcomes.items():
        table.add_row(outcome.replace("_", " "), str(count))
    return table


def _changes(comparison: Comparison) -> Table:
    table = Table(title="Against the baseline (p: paired randomisation test)", title_justify="left")
    for name in ("metric", "before", "after", "better", "worse", "p"):
        table.add_column(name, justify="left" if name == "metric" else "right")
    for each in (change for change in comparison.changes if change.better or change.worse):
        table.add_row(each.metric, number(each.before), number(each.after), str(each.better), str(each.worse),
                      number(each.p))  # fmt: skip
    return table


def _changed_questions(comparison: Comparison) -> Table:
    hidden = len(comparison.questions) - _SHOWN_CHANGES
    table = Table("question", "before", "after", caption=f"and {hidden} more" if hidden > 0 else None)
    for each in comparison.questions[:_SHOWN_CHANGES]:
        table.add_row(each.question_id, each.before.replace("_", " "), each.after.replace("_", " "))
    return table
