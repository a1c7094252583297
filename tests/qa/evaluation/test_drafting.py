"""Drafted questions: their answers stand in the quote, they are marked, and a question set can be read from them."""

from __future__ import annotations

import json
from pathlib import Path

from corpus import Document
from qa.evaluation.drafting import drafted
from qa.evaluation.question_sets import read_questions

CHINESE = Document.from_text(
    "深圳设立了一只种子基金，规模为20亿元。\n\n发布会于10月31日在深圳举行。\n\n它的名字叫“深研”，很新。\n", "a.md"
)
ENGLISH = Document.from_text(
    "The city spent nearly 12 million dollars on parks.\n\nThe talks were led by Anna Maria Smith of the council.\n\n"
    "Investment rose 16.5% from a year earlier.\n\nThey met here on 3 May 2021 again.\n",
    "b.md",
)


def test_chinese_questions_ask_in_place() -> None:
    assert [(row["question"], row["answers"]) for row in drafted(CHINESE, 10)] == [
        ("深圳设立了一只种子基金，规模为多少元？", ["20亿元"]),
        ("发布会于什么时候在深圳举行？", ["10月31日"]),
        ("它的名字叫什么，很新？", ["深研"]),
    ]


def test_english_questions_ask_in_place() -> None:
    assert [(row["question"], row["answers"]) for row in drafted(ENGLISH, 10)] == [
        ("The city spent nearly how much money on parks?", ["12 million dollars"]),
        ("The talks were led by what of the council?", ["Anna Maria Smith"]),
        ("Investment rose what percentage from a year earlier?", ["16.5%"]),
        ("They met here on when again?", ["3 May 2021"]),
    ]


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
