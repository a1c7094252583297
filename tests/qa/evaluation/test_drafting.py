"""Drafted questions: their answers stand in the quote, they are marked, and a question set can be read from them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus import Document
from qa.evaluation.drafting import drafted
from qa.evaluation.question_sets import read_questions

CHINESE = Document.from_text(
    "深圳设立了一只种子基金，规模为20亿元。\n\n发布会于10月31日在深圳举行。\n\n它的名字叫“深研”，很新。\n", "a.md"
)


def test_chinese_questions_ask_in_place() -> None:
    assert [(row["question"], row["answers"]) for row in drafted(CHINESE, 10)] == [
        ("深圳设立了一只种子基金，规模为多少元？", ["20亿元"]),
        ("发布会于什么时候在深圳举行？", ["10月31日"]),
        ("它的名字叫什么，很新？", ["深研"]),
    ]


@pytest.mark.parametrize(
    ("statement", "question", "answer"),
    [
        ("The landlord is Anna Maria Smith of the Harbour Trust.", "Who or what is the landlord?", "Anna Maria Smith"),
        ("It was led by Anna Maria Smith of the city.", "Who or what was it led by?", "Anna Maria Smith"),
        ("The lease begins on 1 March 2026 and ends on 2 May 2028.", "When does the lease begin?", "1 March 2026"),
        ("They were founded on 3 May 2021 in Oslo.", "When were they founded in Oslo?", "3 May 2021"),
        ("Our office is open until 17:00 on Mondays.", "Until when is our office open on Mondays?", "17:00"),
        ("The rent is 1,200 euros a month.", "How much is the rent a month?", "1,200 euros"),
        ("There are 24 rooms in the house.", "How many rooms are there in the house?", "24"),
        ("At the end of June, 300 people had signed.", "How many people had signed at the end of June?", "300 people"),
        ("The machine needs 2 litres of water.", "How many litres of water does the machine need?", "2 litres"),
        ("The share of women is 45%.", "What percentage is the share of women?", "45%"),
        ("Patents granted: 163,500 this year, the most ever.", "Patents granted: how many this year?", "163,500"),
    ],
)
def test_english_statements_are_worded_as_questions(statement: str, question: str, answer: str) -> None:
    (row,) = drafted(Document.from_text(f"{statement}\n", "b.md"), 10)
    assert (row["question"], row["answers"]) == (question, [answer])


@pytest.mark.parametrize(
    "statement",
    [
        "The measures Anna Maria Smith spoke of are these.",
        "On 31 October 2024, the council met again.",
        "Parking is free here, but dogs pay 5 euros.",
        "Smith, who is 35 years old, painted the bridge.",
        "The report was printed in May and 300 copies were sold.",
    ],
)
def test_no_english_question_is_drafted_where_no_rule_words_one(statement: str) -> None:
    assert drafted(Document.from_text(f"{statement}\n", "b.md"), 10) == []


def test_they_are_marked_bounded_and_read_back(tmp_path: Path) -> None:
    rows = drafted(CHINESE, 2)
    assert len(rows) == 2
    assert all(row["drafted"] is True for row in rows)
    path = tmp_path / "set.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    for question in read_questions(path).questions:
        (evidence,) = question.evidence
        assert evidence.quote in CHINESE.text
        assert (question.answers or ("",))[0] in evidence.quote
