"""The question sets of the shared data, as collections of paragraphs and questions on them."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import Document

DATA = Path(__file__).parents[2] / "shared" / "data" / "tune"


@dataclass(frozen=True, slots=True)
class Collection:
    """Documents of one paragraph each, and questions with the source of the paragraph that answers them."""

    name: str
    documents: list[Document]
    questions: list[tuple[str, str]]


def collections(paragraphs: int, per_paragraph: int = 3) -> Iterator[Collection]:
    """Every set of tune/, at most so many paragraphs chosen with a fixed seed and so many questions on each."""
    for question, passage in (("en", "en"), ("zh", "zh"), ("en", "zh"), ("zh", "en")):
        rows = _rows("crosslingual", f"{question}_question", f"{passage}_context", "en_context")
        yield _collection(f"crosslingual {question}-{passage}", rows, paragraphs, per_paragraph)
    for name in ("qa.en", "qa.zh", "qa_other.en", "qa_other.zh"):
        yield _collection(name, _rows(name, "question", "context", "context"), paragraphs, per_paragraph)


def _rows(name: str, question: str, context: str, key: str) -> Iterator[tuple[str, str, str]]:
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row: dict[str, Any] = json.loads(line)
            if not row.get("impossible"):
                yield row[question], row[context], row[key]


def _collection(name: str, rows: Iterator[tuple[str, str, str]], paragraphs: int, per_paragraph: int) -> Collection:
    contexts: dict[str, str] = {}
    questions: dict[str, list[str]] = {}
    for question, context, key in rows:
        contexts.setdefault(key, context)
        questions.setdefault(key, []).append(question)
    keys = sorted(contexts)
    random.Random(1).shuffle(keys)
    chosen = keys[:paragraphs]
    # Without a title of its own a paragraph's source would be searched as one.
    documents = [Document.from_text(contexts[key], f"{n}.txt", title=" ") for n, key in enumerate(chosen)]
    asked = [(text, f"{n}.txt") for n, key in enumerate(chosen) for text in questions[key][:per_paragraph]]
    return Collection(name, documents, asked)
