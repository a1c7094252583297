"""Reading comprehension sets (SQuAD 1.1 and 2.0, DRCD, CMRC 2018), whose contexts serve as the documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from corpus import Document
from corpus.language import question_language
from corpus.sentences import sentences
from qa.evaluation.rows import Faults
from qa.evaluation.types import Evidence, Question


class _Paragraph(NamedTuple):
    title: str
    context: str
    rows: list[dict[str, Any]]


def is_reading_set(data: Any) -> bool:
    """Whether parsed JSON has the shape of SQuAD (and DRCD, CMRC as SQuAD) or of CMRC's own format."""
    if isinstance(data, dict):
        return isinstance(data.get("data"), list)
    return isinstance(data, list) and bool(data) and isinstance(data[0], dict) and "context_text" in data[0]


def reading_set(data: Any, faults: Faults) -> tuple[list[Question], list[Document]]:
    """One document per context; the sentence around the first answer is a question's evidence."""
    questions: list[Question] = []
    documents: dict[str, Document] = {}
    for number, paragraph in enumerate(_paragraphs(data), 1):
        if not paragraph.context.strip():
            faults.add(number, "context", "is empty (rows are counted by paragraphs)")
            continue
        source = f"{number:05}.txt"
        document = Document.from_text(paragraph.context.replace("\r\n", "\n"), source, paragraph.title or None)
        document = documents.setdefault(document.text, document)
        for row in paragraph.rows:
            question = _question(row, document, number, faults)
            questions += [question] if question else []
    return questions, list(documents.values())


def _paragraphs(data: Any) -> Iterator[_Paragraph]:
    if isinstance(data, list):
        for each in data:
            yield _Paragraph(str(each.get("title", "")), str(each.get("context_text", "")), each.get("qas", []))
        return
    for article in data["data"]:
        for each in article.get("paragraphs", []):
            yield _Paragraph(str(article.get("title", "")), str(each.get("context", "")), each.get("qas", []))


def _question(row: Mapping[str, Any], document: Document, number: int, faults: Faults) -> Question | None:
    text = row.get("question") or row.get("query_text")
    if not isinstance(text, str) or not text.strip():
        faults.add(number, "question", "is empty (rows are counted by paragraphs)")
        return None
    identity = str(row.get("id") or row.get("query_id") or f"{number}-{text}")
    given = [] if row.get("is_impossible") else row.get("answers") or []
    answers = [str(each["text"]) if isinstance(each, dict) else str(each) for each in given]
    evidence = _evidence(given[0], answers[0], document) if answers else ()
    return Question(identity, text.strip(), tuple(dict.fromkeys(answers)), evidence, question_language(text))


def _evidence(given: Any, answer: str, document: Document) -> tuple[Evidence, ...]:
    start = given.get("answer_start", -1) if isinstance(given, dict) else -1
    if not isinstance(start, int) or not document.text.startswith(answer, start):
        start = document.text.find(answer)
    if start < 0:
        return ()
    end = start + len(answer)
    around = [each for each in sentences(document.text) if each.start < end and each.end > start]
    if not around:
        return ()
    return (Evidence(document.text[around[0].start : around[-1].end], document.source),)
