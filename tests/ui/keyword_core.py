"""A stand-in for the assistant, simple enough to know its answers by hand."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus import Document, passages, question_language, sentences
from index.types import Hit
from qa.types import Answer, Citation, Turn


class KeywordCore:
    """Cites the sentence that holds the question's text before the first colon; refuses where none does.

    "fund: how much?" cites the first sentence with "fund". A question of "wait" is answered once `go` is set;
    "slowly" at once about the harbour, and in the end, once `go` is set, about the piers.
    """

    def __init__(self, documents: Sequence[Document]) -> None:
        self.documents = tuple(documents)
        self.go = threading.Event()
        self.histories: list[tuple[Turn, ...]] = []

    def document(self, document_id: str) -> Document:
        return next(document for document in self.documents if document.id == document_id)

    def stream(self, question: str, history: Sequence[Turn] = ()) -> Iterator[Answer]:
        self.histories.append(tuple(history))
        if question == "wait":
            self.go.wait(20)
        if question == "slowly":  # the first statement at once, the second once `go` is set
            yield replace(self._answer("harbour", history), unfinished=True)
            self.go.wait(20)
            question = "piers"
        yield self._answer(question, history)

    def _answer(self, question: str, history: Sequence[Turn]) -> Answer:
        keyword = question.split(":")[0]
        found = [passage for document in self.documents for passage in passages(document)]
        found.sort(key=lambda passage: keyword not in passage.text)
        hits = tuple(Hit(passage, number, 1 / (number + 1), number + 1) for number, passage in enumerate(found[:5]))
        language = question_language(question)
        if not hits or keyword not in hits[0].passage.text:
            refusal = "文档中没有说明。" if language.chinese else "The documents do not say."
            return Answer(question, language, False, 0.1, "", refusal, (), hits, 0.01, question)
        passage = hits[0].passage
        span = next(span for span in sentences(passage.text) if keyword in passage.text[span.start : span.end])
        start, end = passage.start + span.start, passage.start + span.end
        page = self.document(passage.document_id).page_at(start)
        citation = Citation(1, passage, start, end, page)
        asked = f"{question} ({history[-1].question})" if history else question
        return Answer(question, language, True, 0.9, keyword, f"{citation.quote} [1]", (citation,), hits, 0.01, asked)
