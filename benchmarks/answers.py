"""How good the short answers are, how often they are refused, and how long one takes.

    python -m benchmarks.answers [--paragraphs 200] [--refusals 0.05]

Every set of `tune/`, its paragraphs as one collection; then the questions on the sample, for the time alone.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from dataclasses import replace
from pathlib import Path

import qa
from benchmarks.question_sets import Collection, collections
from benchmarks.results import mean, save
from corpus import load, sample_paths
from qa.assistant import Assistant
from qa.evaluation.text_metrics import f1
from qa.settings import Settings

SAMPLE = Path(qa.__file__).parent / "data" / "sample-questions.jsonl"
Figures = dict[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paragraphs", type=int, default=200, help="paragraphs of each set")
    parser.add_argument("--refusals", type=float, help="the share of answerable questions that may be refused")
    arguments = parser.parse_args()
    settings = replace(Settings.load(), refusals=arguments.refusals)
    measured: dict[str, Figures] = {}
    for collection in collections(arguments.paragraphs, per_paragraph=2):
        measured[collection.name] = answered(collection, settings)
        print(f"{collection.name:20}", *(f"{key} {value:5.1f}" for key, value in measured[collection.name].items()))
    times = on_the_sample()
    print("the sample", *(f"{key} {value:.1f}" for key, value in times.items()))
    asked = {"paragraphs": arguments.paragraphs, "refusals": arguments.refusals}
    print(save("answers", {**asked, "figures": measured, "sample": times}))


def answered(collection: Collection, settings: Settings) -> Figures:
    """Means in per cent; an answer refused has an F1 of 0 and no citation."""
    assistant = Assistant.from_documents(collection.documents, settings=settings)
    found = [assistant.ask(question) for question, _ in collection.questions]
    pairs = list(zip(found, collection.answers, strict=True))
    return {
        "questions": len(found),
        "f1": mean([max(f1(answer.short, each) for each in expected) for answer, expected in pairs]),
        "first citation holds it": mean(
            [any(each in citation.quote for each in expected for citation in a.citations[:1]) for a, expected in pairs]
        ),
        "refused": mean([not answer.found for answer in found]),
    }


def on_the_sample() -> Figures:
    """Milliseconds a question on the Chinese sample, all included, once everything has been asked."""
    assistant = Assistant.from_documents(load(sample_paths()[:1]).documents)
    questions = [json.loads(line)["question"] for line in SAMPLE.read_text(encoding="utf-8").splitlines()]
    for question in questions:
        assistant.ask(question)
    clock, processor = [], []
    for question in questions:
        began, used = time.perf_counter(), time.process_time()
        assistant.ask(question)
        clock.append(1000 * (time.perf_counter() - began))
        processor.append(1000 * (time.process_time() - used))
    return {"clock p50 ms": statistics.median(clock), "processor p50 ms": statistics.median(processor)}


if __name__ == "__main__":
    main()
