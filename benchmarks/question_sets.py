"""The question sets of the shared data, as collections of paragraphs and questions on them."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus import Document

DATA = Path(__file__).parents[2] / "shared" / "data" / "tune"


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents of one paragraph each, and questions with the source of the paragraph that answers them.

    `answers` are those that each question may have, in the words of its paragraph.
    """

    name: str
    documents: list[Document]
    questions: list[tuple[str, str]]
    answers: list[tuple[str, ...]] = field(default_factory=list)


def collections(paragraphs: int, per_paragraph: int = 3, skip: int = 0) -> Iterator[Collection]:
    """Every set of tune/, at most so many paragraphs chosen with a fixed seed and so many questions on each.

    The first `skip` of the shuffled paragraphs are passed over: what is tuned on those after is measured on these.
    """
    for question, passage in (("en", "en"), ("zh", "zh"), ("en", "zh"), ("zh", "en")):
        rows = _rows("crosslingual", f"{question}_question", f"{passage}_context", f"{passage}_answers", "en_context")
        yield _collection(f"crosslingual {question}-{passage}", rows, paragraphs, per_paragraph, skip)
    for name in ("qa.en", "qa.zh", "qa_other.en", "qa_other.zh"):
        rows = _rows(name, "question", "context", "answers", "context")
        yield _collection(name, rows, paragraphs, per_paragraph, skip)


Row = tuple[str, tuple[str, ...], str, str]  # a question, its answers, its paragraph, what tells paragraphs apart


def _rows(name: str, question: str, context: str, answers: str, key: str) -> Iterator[Row]:
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row: dict[str, Any] = json.loads(line)
            if not row.get("impossible"):
                yield row[question], tuple(each["text"] for each in row[answers]), row[context], row[key]


def _collection(name: str, rows: Iterator[Row], paragraphs: int, per_paragraph: int, skip: int) -> Collection:
    contexts: dict[str, str] = {}
    questions: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for question, answers, context, key in rows:
        contexts.setdefault(key, context)
        questions.setdefault(key, []).append((question, answers))
    keys = sorted(contexts)
    random.Random(1).shuffle(keys)
    chosen = keys[skip : skip + paragraphs]
    # Without a title of its own a paragraph's source would be searched as one.
    documents = [Document.from_text(contexts[key], f"{n}.txt", title=" ") for n, key in enumerate(chosen)]
    asked = [(n, *each) for n, key in enumerate(chosen) for each in questions[key][:per_paragraph]]
    sources = [(question, f"{n}.txt") for n, question, _ in asked]
    return Collection(name, documents, sources, [answers for *_, answers in asked])
