"""How well questions are answered, and refused, on the reports that nothing was trained on.

    python -m benchmarks.reports [--refusals 0.05]

Six reports at a time, told in one language and asked about in both; a third of the questions ask what no report tells.
Those about papers of home and work, and yes-or-no questions about some reports, are measured by themselves.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from benchmarks.results import mean, save
from qa.assistant import Assistant
from qa.evaluation.text_metrics import contains, f1, quantity_match
from qa.refusing.refuse import direction_of
from qa.saying.say import decision
from qa.settings import Settings
from qa.types import Answer, Verdict
from training.reports import PAPERS, REPORTS, Report, collections, kept_out

Figures = dict[str, float]
Asked = tuple[Answer, list[str]]  # an answer, and the right ones, none where no report tells
_ALIKE = 0.6  # F1 from which on an answer is as good as the right one
_TIMES, _MORE = 4, 12  # as long as the right one, and so many characters more, may be what holds it


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--refusals", type=float, help="the share of answerable questions that may be refused")
    arguments = parser.parse_args()
    settings = replace(Settings.load(), refusals=arguments.refusals)
    told = kept_out(REPORTS)
    measured = {
        "figures": answered(told, settings),
        "papers": answered(kept_out(PAPERS), settings),
        "whether": decided([report for report in told if report.whether], settings),
    }
    for about, found in measured.items():
        for name, each in found.items():
            print(about, name, *(f"{key} {value:.1f}" for key, value in each.items()), sep="  ")
    print(save("reports", {"refusals": arguments.refusals, **measured}))


def answered(asked_about: Sequence[Report], settings: Settings) -> dict[str, Figures]:
    """The figures by direction, of the question and then of the text."""
    found: dict[str, list[Asked]] = defaultdict(list)
    for direction, answer, row in _answers(asked_about, settings):
        found[direction].append((answer, [each["text"] for each in row["answers"]]))
    return {name: figures(pairs) for name, pairs in sorted(found.items())}


def decided(asked_about: Sequence[Report], settings: Settings) -> dict[str, Figures]:
    """Of yes-or-no questions, by direction: how many are answered with the right or the wrong word, how many by the
    claim alone, how many are refused, in per cent."""
    found: dict[str, list[tuple[Answer, bool | None]]] = defaultdict(list)
    for direction, answer, row in _answers(asked_about, settings, whether=True):
        found[direction].append((answer, row["says"]))
    return {name: _decisions(pairs) for name, pairs in sorted(found.items())}


def _answers(
    asked_about: Sequence[Report], settings: Settings, whether: bool = False
) -> Iterator[tuple[str, Answer, dict[str, Any]]]:
    """The direction, the answer and the row of each question: of those that ask `whether`, or of the others."""
    for documents, rows in collections(asked_about, whether=whether):
        assistant = Assistant.from_documents(documents, settings=settings)
        for row in rows:
            if ("says" in row) is whether:
                answer = assistant.ask(row["question"])
                yield direction_of(answer.language, documents[0].language), answer, row


def _decisions(pairs: Sequence[tuple[Answer, bool | None]]) -> Figures:
    told = [(answer, decision(answer.short, answer.language), says) for answer, says in pairs if says is not None]
    untold = [answer for answer, says in pairs if says is None]
    return {
        "questions": len(told),
        "right": mean([said is (Verdict.YES if says else Verdict.NO) for _, said, says in told]),
        "wrong": mean([said is (Verdict.NO if says else Verdict.YES) for _, said, says in told]),
        "left open": mean([answer.found and said is Verdict.UNCLEAR for answer, said, _ in told]),
        "refused": mean([not answer.found for answer, *_ in told]),
        "unanswerable": len(untold),
        "rightly refused": mean([not answer.found for answer in untold]),
    }


def figures(pairs: Sequence[Asked]) -> Figures:
    """Means in per cent; a refused answer is not accepted and cites nothing."""
    told = [(answer, expected) for answer, expected in pairs if expected]
    untold = [answer for answer, expected in pairs if not expected]
    return {
        "questions": len(told),
        "f1": mean([max(f1(answer.short, each) for each in expected) for answer, expected in told]),
        "accepted": mean([any(accepted(answer.short, each) for each in expected) for answer, expected in told]),
        "cited": mean([_cited(answer, expected) for answer, expected in told]),
        "refused": mean([not answer.found for answer, _ in told]),
        "unanswerable": len(untold),
        "rightly refused": mean([not answer.found for answer in untold]),
    }


def accepted(short: str, expected: str) -> bool:
    """Whether it holds the right answer and hardly more, or gives its figure, or without a figure nearly its words."""
    if contains(short, expected) and len(short) <= _TIMES * len(expected) + _MORE:
        return True
    same_figure = quantity_match(short, expected)
    return f1(short, expected) >= _ALIKE if same_figure is None else same_figure == 1.0


def _cited(answer: Answer, expected: Sequence[str]) -> bool:
    return any(each in citation.quote for each in expected for citation in answer.citations)


if __name__ == "__main__":
    main()
