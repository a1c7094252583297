"""A small collection with questions, and predictions to judge, for the tests of evaluation."""

from __future__ import annotations

from typing import Any

from corpus import Document, Language
from qa.evaluation.gold import Collection
from qa.evaluation.types import Evidence, Prediction, Question

CHINESE = Document.from_text("基金很新。规模为20亿元。由李军管理。", "fund.zh.txt")
ENGLISH = Document.from_text("The fund is new. It holds 2 billion yuan. Li Jun runs it.", "fund.en.txt")
DOCUMENTS = [CHINESE, ENGLISH]
COLLECTION = Collection.of(DOCUMENTS)

SIZE = Question(
    "size",
    "基金规模多大？",
    ("20亿元", "2 billion yuan"),
    (Evidence("规模为20亿元。", "fund.zh.txt"), Evidence("It holds 2 billion yuan.", "fund.en.txt")),
    Language.SIMPLIFIED,
)
RUNNER = Question("runner", "Who runs the fund?", ("Li Jun",), (Evidence("Li Jun runs it."),), Language.ENGLISH)
AGE = Question("age", "How old is Li Jun?", (), (), Language.ENGLISH)


def place(document: Document, quote: str) -> dict[str, Any]:
    """Where a quote stands, as a citation and as a hit of a predictions file."""
    start = document.text.index(quote)
    return {"source": document.source, "start": start, "end": start + len(quote), "quote": quote, "number": 1}


def predicted(question: Question, short: str, cited: dict[str, Any] | None = None, **given: Any) -> Prediction:
    """An answer with one citation, or a refusal where `short` is empty; given fields on top."""
    row = {
        "id": question.id,
        "question": question.text,
        "found": bool(short),
        "confidence": 0.9 if short else 0.2,
        "short": short,
        "answer": f"{short} [1]" if short else "The documents do not say.",
        "citations": [cited] if cited else [],
        "hits": [cited] if cited else [],
        "seconds": 0.01,
    }
    return Prediction.from_object(row | given)
