"""The shipped question set: its contents are what issue and report promise, and every quote stands in the sample."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import corpus
import qa
from corpus import Language
from qa.evaluation.question_sets import read_questions
from qa.evaluation.types import Question

FOLDER = Path(corpus.__file__).parent / "documents"
QUESTIONS = read_questions(Path(qa.__file__).parent / "data" / "sample-questions.jsonl").questions
ANSWERABLE = [each for each in QUESTIONS if each.answerable]
KINDS = {"quantity", "date", "person", "organisation", "place", "list", "definition", "yes-no", "reason"}


def test_there_are_enough_of_every_kind_in_both_languages() -> None:
    answerable = Counter(each.language for each in ANSWERABLE)
    unanswerable = Counter(each.language for each in QUESTIONS if not each.answerable)
    assert answerable[Language.SIMPLIFIED] >= 80 <= answerable[Language.ENGLISH]
    assert unanswerable == {Language.SIMPLIFIED: 80, Language.ENGLISH: 80}
    for language in (Language.SIMPLIFIED, Language.ENGLISH):
        ids = [each.id for each in ANSWERABLE if each.language is language]
        assert {kind for kind in KINDS if any(each.startswith(f"{kind}-") for each in ids)} == KINDS


@pytest.mark.parametrize("question", ANSWERABLE, ids=lambda each: each.id)
def test_every_quote_stands_in_its_document(question: Question) -> None:
    assert [each.source for each in question.evidence if each.source.endswith(".zh.md")]
    assert [each.source for each in question.evidence if each.source.endswith(".en.md")]
    for evidence in question.evidence:
        assert evidence.quote in (FOLDER / evidence.source).read_text(encoding="utf-8")


def test_an_answer_of_each_language_stands_in_its_document() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))]
    for question in ANSWERABLE:
        for text in texts:
            assert any(answer in text for answer in question.answers or ()), question.id


def test_no_question_is_asked_twice() -> None:
    assert [text for text, count in Counter(each.text for each in QUESTIONS).items() if count > 1] == []
