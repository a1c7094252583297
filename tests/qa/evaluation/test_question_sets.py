"""Question sets in every format, and faults told all at once by row and column."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus import Language, YoujuError
from qa.evaluation.question_sets import QuestionSet, read_questions
from qa.evaluation.types import Evidence, Question


def read(folder: Path, name: str, content: Any) -> QuestionSet:
    path = folder / name
    text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
    path.write_text(text, encoding="utf-8")
    return read_questions(path)


def test_json_lines_follow_the_contract(tmp_path: Path) -> None:
    rows = [
        {"id": "a", "question": "多少钱？", "answers": ["20亿元"], "evidence": ["规模为20亿元"], "language": "zh"},
        {"id": 7, "question": "Who?", "answers": [], "evidence": [{"source": "b.txt", "quote": "Li Jun"}]},
        {"id": "c", "question": "When?"},
    ]
    found = read(tmp_path, "set.jsonl", "\n\n".join(json.dumps(row) for row in rows) + "\n").questions
    assert found == (
        Question("a", "多少钱？", ("20亿元",), (Evidence("规模为20亿元"),), Language.SIMPLIFIED),
        Question("7", "Who?", (), (Evidence("Li Jun", "b.txt"),), Language.ENGLISH),
        Question("c", "When?", None, (), Language.ENGLISH),
    )
    assert [each.answerable for each in found] == [True, True, None]


def test_no_answers_means_to_be_refused(tmp_path: Path) -> None:
    question = read(tmp_path, "set.jsonl", {"question": "Who?", "answers": []}).questions[0]
    assert question.id == "1"
    assert question.answerable is False


def test_ragas_names_are_understood(tmp_path: Path) -> None:
    row = {"user_input": "Who?", "reference": "Li Jun", "reference_contexts": ["Li Jun spoke."], "response": "Nobody"}
    question = read(tmp_path, "set.json", [row]).questions[0]
    assert (question.text, question.answers) == ("Who?", ("Li Jun",))
    assert question.evidence == (Evidence("Li Jun spoke."),)


@pytest.mark.parametrize(("name", "mark"), [("set.csv", ","), ("set.tsv", "\t")])
def test_tables_by_named_columns(tmp_path: Path, name: str, mark: str) -> None:
    header = ["Question", "answers", "evidence", "source"]
    lines = [header, ["谁？", "李军|Li Jun", "李军介绍", "a.md"], ["Why?", "", "", ""]]
    found = read(tmp_path, name, "\ufeff" + "\n".join(mark.join(cells) for cells in lines)).questions
    assert found[0] == Question("2", "谁？", ("李军", "Li Jun"), (Evidence("李军介绍", "a.md"),), Language.SIMPLIFIED)
    assert (found[1].id, found[1].answerable) == ("3", False)


SQUAD = {
    "version": "v2.0",
    "data": [
        {
            "title": "Fund",
            "paragraphs": [
                {
                    "context": "It began small. The fund holds 2 billion yuan. Nobody knows more.",
                    "qas": [
                        {
                            "id": "q1",
                            "question": "How much?",
                            "answers": [
                                {"text": "2 billion yuan", "answer_start": 31},
                                {"text": "2 billion", "answer_start": 31},
                            ],
                        },
                        {"id": "q2", "question": "Who?", "answers": [], "is_impossible": True},
                    ],
                }
            ],
        }
    ],
}  # fmt: skip


def test_squad_brings_its_documents_and_the_sentence_as_evidence(tmp_path: Path) -> None:
    found = read(tmp_path, "squad.json", SQUAD)
    (document,) = found.documents
    assert document.title == "Fund"
    assert found.questions[0].answers == ("2 billion yuan", "2 billion")
    (evidence,) = found.questions[0].evidence
    assert (evidence.quote.strip(), evidence.source) == ("The fund holds 2 billion yuan.", document.source)
    assert found.questions[1].answerable is False


def test_cmrc_in_its_own_format(tmp_path: Path) -> None:
    data = [
        {
            "context_id": "D",
            "context_text": "基金很新。规模为20亿元。",
            "title": "基金",
            "qas": [{"query_id": "D_1", "query_text": "规模多大？", "answers": ["20亿元", "20亿元", "20亿"]}],
        }
    ]
    found = read(tmp_path, "cmrc.json", data)
    assert found.questions[0].id == "D_1"
    assert found.questions[0].answers == ("20亿元", "20亿")
    assert found.questions[0].evidence[0].quote == "规模为20亿元。"


def test_every_fault_is_told_with_row_and_column(tmp_path: Path) -> None:
    lines = [
        '{"id": "a", "question": "Who?"}',
        '{"id": "a", "question": "When?"}',
        '{"id": "b", "question": " "}',
        "not json",
        '{"id": "c", "question": "How?", "answers": 3, "evidence": [{"source": "x"}], "language": "fr"}',
        '{"id": "d", "answers": []}',
    ]
    with pytest.raises(YoujuError) as raised:
        read(tmp_path, "set.jsonl", "\n".join(lines))
    message = str(raised.value)
    for fault in ("row 2, id: 'a' is used twice", "row 3, question", "row 4, the line", "row 5, answers",
                  "row 5, evidence", "row 5, language", "row 6, question: is missing"):  # fmt: skip
        assert fault in message


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("set.xlsx", "", "ends in '.xlsx'"),
        ("set.jsonl", "", "holds no question"),
        ("set.json", '{"rows": []}', "neither a list of questions nor SQuAD"),
        ("set.json", "{", "is not JSON"),
    ],
)
def test_what_is_no_question_set_is_said(tmp_path: Path, name: str, content: str, said: str) -> None:
    with pytest.raises(YoujuError, match=said):
        read(tmp_path, name, content)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(YoujuError, match="cannot be read"):
        read_questions(tmp_path / "none.jsonl")
