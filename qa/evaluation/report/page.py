"""The report's page: headline figures, plots, every figure, every question."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

import numpy as np

import qa
from corpus import Document, YoujuError
from qa.evaluation.figures import LOWER_IS_BETTER
from qa.evaluation.report import plots
from qa.evaluation.report.case import case_html
from qa.evaluation.report.wording import Words, words
from qa.evaluation.results import Evaluation
from qa.evaluation.types import Figure

_HEADLINES = ("accuracy", "f1", "citation_recall", "refusal_recall", "auc", "seconds_p50")
_DATA = Path(qa.__file__).parent / "data"


def write_report(
    path: Path, evaluation: Evaluation, documents: Sequence[Document], language: str | None = None
) -> None:
    """Write the report in "zh" or "en", by default the language of most questions."""
    try:
        path.write_text(report_html(evaluation, documents, language), encoding="utf-8", newline="\n")
    except OSError as error:
        raise YoujuError(f"The report cannot be written to {path}: {error.strerror}.") from error


def report_html(evaluation: Evaluation, documents: Sequence[Document], language: str | None = None) -> str:
    """One page without anything outside it; all text of documents, questions and answers is escaped."""
    chosen = language or _usual_language(evaluation)
    word = words(chosen)
    texts = {each.source: each.text for each in documents}
    style = (_DATA / "report.css").read_text(encoding="utf-8")
    script = (_DATA / "report.js").read_text(encoding="utf-8")
    cases = "\n".join(case_html(case, texts, word) for case in evaluation.cases)
    return f"""<!doctype html>
<html lang="{'zh-CN' if chosen == 'zh' else 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>{escape(word("title"))}</title><style>{style}</style></head>
<body><main>
<h1>{escape(word("title"))}</h1>
<p class="summary">{escape(_summary(evaluation, len(documents), word))}</p>
<section class="headlines">{_headlines(evaluation.figures, word)}</section>
<section class="plots">{_plots(evaluation, word)}</section>
<details class="figures"><summary>{escape(word("figures"))}</summary>{_table(evaluation, word)}</details>
<h2>{escape(word("questions"))}</h2>
{_filters(evaluation, word)}
<section id="cases">
{cases}
</section>
</main><script>{script}</script></body></html>
"""  # noqa: E501


def _usual_language(evaluation: Evaluation) -> str:
    chinese = sum(case.question.language.chinese for case in evaluation.cases)
    return "zh" if 2 * chinese > len(evaluation.cases) else "en"


def _summary(evaluation: Evaluation, documents: int, word: Words) -> str:
    answerable = [case.question.answerable for case in evaluation.cases]
    return word("summary").format(
        questions=len(answerable),
        documents=documents,
        answerable=answerable.count(True),
        refusable=answerable.count(False),
    )


def _headlines(figures: Sequence[Figure], word: Words) -> str:
    found = {each.metric: each for each in figures}
    shown = [found[metric] for metric in _HEADLINES if metric in found]
    return "".join(
        f'<div class="headline"><b>{_number(each, each.value)}</b><span>{escape(word(each.metric))}</span>'
        f"<small>{_number(each, each.low)} – {_number(each, each.high)}</small></div>"
        for each in shown
    )


def _number(figure: Figure, value: float) -> str:
    return f"{value:.3f}" if figure.metric.startswith("seconds") else f"{value:.1%}"


def _plots(evaluation: Evaluation, word: Words) -> str:
    judged = [case for case in evaluation.cases if case.outcome]
    kinds = {str(case.kind): [each.scores["accuracy"] for each in judged if each.kind is case.kind] for case in judged}
    rows = [(word(kind), float(np.mean(values)), len(values)) for kind, values in kinds.items()]
    rows.sort(key=lambda row: -row[2])
    known = [case for case in evaluation.cases if case.question.answerable is not None]
    drawn = []
    if rows:
        drawn.append((word("by_kind"), plots.bars(rows, word("by_kind"))))
    if known:
        confidence = np.array([case.prediction.confidence for case in known])
        answerable = np.array([bool(case.question.answerable) for case in known])
        drawn.append((word("calibration"), plots.calibration(confidence, answerable, word)))
    seconds = np.array([case.prediction.seconds for case in evaluation.cases])
    if len(seconds):
        drawn.append((word("latency"), plots.latency(seconds, word)))
    return "".join(f"<figure><figcaption>{escape(title)}</figcaption>{plot}</figure>" for title, plot in drawn)


def _table(evaluation: Evaluation, word: Words) -> str:
    """One row per metric: over all with its interval, then by direction."""
    directions = {name: {each.metric: each for each in found} for name, found in evaluation.by_direction.items()}
    heads = [word("metric"), word("all"), word("interval"), word("number_of_questions"), *directions]
    rows = ["<tr>" + "".join(f"<th>{escape(head)}</th>" for head in heads) + "</tr>"]
    for each in evaluation.figures:
        note = f" <small>({escape(word('lower'))})</small>" if each.metric in LOWER_IS_BETTER else ""
        cells = [f"{each.value:.3f}", f"{each.low:.3f} – {each.high:.3f}", str(each.count)]
        cells += [f"{found[each.metric].value:.3f}" if each.metric in found else "" for found in directions.values()]
        values = "".join(f"<td>{cell}</td>" for cell in cells)
        rows.append(f"<tr><th>{escape(word(each.metric))}{note}</th>{values}</tr>")
    return f'<div class="wide"><table>{"".join(rows)}</table></div>'


def _filters(evaluation: Evaluation, word: Words) -> str:
    """Selects by outcome, kind and direction, each with how many questions it shows, and a search in the text."""
    columns = {
        "outcome": [str(case.outcome or "unjudged") for case in evaluation.cases],
        "kind": [str(case.kind) for case in evaluation.cases],
        "direction": [case.direction for case in evaluation.cases],
    }
    selects = []
    for name, values in columns.items():
        choices = "".join(
            f'<option value="{escape(value, quote=True)}">{escape(word(value))} ({values.count(value)})</option>'
            for value in sorted(set(values), key=lambda value: (-values.count(value), value))
        )
        every = f'<option value="">{escape(word("all"))}</option>'
        selects.append(f'<label>{escape(word(name))} <select data-filter="{name}">{every}{choices}</select></label>')
    search = f'<label>{escape(word("search"))} <input type="search" id="search"></label>'
    count = f'<span class="count"><output id="shown">{len(evaluation.cases)}</output> {escape(word("shown"))}</span>'
    return f'<form class="filters">{"".join(selects)}{search}{count}</form>'
