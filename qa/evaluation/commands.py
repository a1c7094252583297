"""`youju eval` and `youju questions`; the work behind them is loaded when they are called."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from corpus import YoujuError
from qa.commands.options import AsJson, Docs, Hits, Index, named

if TYPE_CHECKING:
    from qa.evaluation.question_sets import QuestionSet
    from qa.evaluation.results import Comparison, Evaluation
    from qa.evaluation.run import Ask
    from qa.evaluation.types import Prediction

INTERRUPTED = 130


def evaluate_command(
    questions: Annotated[
        Path, typer.Argument(help="A .jsonl, .json (SQuAD, CMRC, DRCD), .csv or .tsv file.", show_default=False)
    ],
    docs: Docs = None,
    predictions: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Keep every answer here, one JSON object a line.")
    ] = None,
    k: Hits = None,
    index: Index = None,
    as_json: AsJson = False,
    report: Annotated[Path | None, typer.Option(metavar="FILE", help="Write an HTML report here.")] = None,
    language: Annotated[
        str | None, typer.Option(help="Language of the report: zh or en. Default: that of most questions.")
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="What an earlier run printed with --json, to compare with.")
    ] = None,
    fail_under: Annotated[
        list[str] | None, typer.Option(metavar="METRIC=VALUE", help="Exit with 1 below this; may be repeated.")
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Go on from what --predictions holds.")] = False,
) -> None:
    """Tell how good the answers to a question set are, without a judge model.

    Examples:

        youju eval questions.jsonl --docs reports --report report.html

        youju eval questions.jsonl --docs reports --json > old.json

        youju eval questions.jsonl --docs reports --baseline old.json --fail-under f1=0.8
    """
    from qa.evaluation.evaluating import asking, assistant_for, judged
    from qa.evaluation.question_sets import read_questions
    from qa.evaluation.report import write_report
    from qa.evaluation.results import compare_with, read_baseline

    floors = [_floor(each) for each in fail_under or ()]
    if resume and predictions is None:
        raise YoujuError("--resume needs --predictions, the file to go on from.")
    if language not in (None, "zh", "en"):
        raise YoujuError(f"A report is written in zh or en, not in {language!r}.")
    old = read_baseline(baseline) if baseline else None
    chosen = read_questions(questions)
    assistant = assistant_for(chosen, docs, index)
    found = _with_progress(chosen, asking(assistant, k), predictions, resume)
    evaluation = judged(chosen, found, assistant)
    _tell(evaluation, None if old is None else compare_with(evaluation, old), as_json)
    if report:
        write_report(report, evaluation, assistant.documents, language)
    _say_if_interrupted(len(chosen.questions) - len(found))
    _hold(evaluation, floors)


def questions_command(
    paths: Annotated[
        list[Path], typer.Argument(parser=named, help="Files or folders to draft from.", show_default=False)
    ],
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write them here instead of printing them.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most this many questions of each document.")] = 40,
) -> None:
    """Draft a question set from documents, in Chinese and English, to be corrected by hand.

    Example:

        youju questions reports --out questions.jsonl
    """
    from corpus import load
    from qa.evaluation.drafting import drafted

    rows = [row for document in load(paths).documents for row in drafted(document, limit)]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    if out is None:
        sys.stdout.write(lines)
        return
    try:
        out.write_text(lines, encoding="utf-8", newline="\n")
    except OSError as error:
        raise YoujuError(f"The questions cannot be written to {out}: {error.strerror}.") from error
    print(f"{len(rows)} questions drafted in {out}; correct them by hand before use.")


def _floor(text: str) -> tuple[str, float]:
    from qa.evaluation.figures import METRICS

    metric, _, value = text.partition("=")
    if metric not in METRICS:
        raise YoujuError(f"--fail-under knows no metric {metric!r}; it knows {', '.join(METRICS)}.")
    try:
        floor = float(value)
    except ValueError:
        floor = math.nan
    if not math.isfinite(floor):
        raise YoujuError(f"--fail-under {text!r} must be metric=number, such as f1=0.8.")
    return metric, floor


def _with_progress(chosen: QuestionSet, ask: Ask, predictions: Path | None, resume: bool) -> list[Prediction]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from qa.evaluation.run import run

    columns = (TextColumn("asking"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("asking", total=len(chosen.questions))
        return run(chosen.questions, ask, predictions, resume, lambda done, _total: bar.update(task, completed=done))


def _tell(evaluation: Evaluation, comparison: Comparison | None, as_json: bool) -> None:
    if as_json:
        whole = evaluation.to_object() | ({"comparison": comparison.to_object()} if comparison else {})
        print(json.dumps(whole, ensure_ascii=False, indent=1))
        return
    from rich.console import Console

    from qa.evaluation.terminal import show

    show(evaluation, comparison, Console())


def _say_if_interrupted(left: int) -> None:
    if left:
        print(f"Interrupted: {left} questions were not asked; --predictions with --resume goes on.", file=sys.stderr)
        raise typer.Exit(INTERRUPTED)


def _hold(evaluation: Evaluation, floors: list[tuple[str, float]]) -> None:
    """Exit code 1 where a figure lies under its floor, every such figure told."""
    under = [(metric, value, floor) for metric, floor in floors if (value := evaluation.figure(metric).value) < floor]
    for metric, value, floor in under:
        print(f"{metric} is {value:.3f}, under {floor}.", file=sys.stderr)
    if under:
        raise typer.Exit(1)
