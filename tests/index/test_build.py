"""Building with several processes: the same index as with one."""

from __future__ import annotations

import numpy as np
import pytest

import index.build
from corpus import Document
from index.model import EmbeddedModel
from index.passage_index import PassageIndex

TEXT = "# Mill {n}\n\nThe mill number {n} was built in 180{n}.\n\n# 第{n}号磨坊\n\n磨坊建于{n}月。"
DOCUMENTS = [Document.from_text(TEXT.format(n=n), f"{n}.md") for n in range(9)]


@pytest.fixture
def one_process() -> PassageIndex:
    return PassageIndex.build(DOCUMENTS, EmbeddedModel.load())


@pytest.fixture
def several_processes(monkeypatch: pytest.MonkeyPatch) -> PassageIndex:
    monkeypatch.setattr(index.build, "_BATCH", 2)
    monkeypatch.setattr(index.build, "_MANY", 4)
    return PassageIndex.build(iter(DOCUMENTS), EmbeddedModel.load())


def test_documents_and_passages_keep_their_order(one_process: PassageIndex, several_processes: PassageIndex) -> None:
    assert several_processes.documents() == one_process.documents()
    assert len(several_processes) == len(one_process)
    for row in range(len(one_process)):
        assert several_processes.passage(row) == one_process.passage(row)


@pytest.mark.parametrize("question", ["When was mill number 7 built?", "第3号磨坊建于几月？", "windmill"])
def test_questions_find_the_same(one_process: PassageIndex, several_processes: PassageIndex, question: str) -> None:
    alone, together = (each.search(question, 5) for each in (one_process, several_processes))
    assert [hit.passage for hit in together] == [hit.passage for hit in alone]
    np.testing.assert_allclose([hit.score for hit in together], [hit.score for hit in alone], rtol=1e-5)


def test_progress_counts_every_document_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index.build, "_BATCH", 4)
    monkeypatch.setattr(index.build, "_MANY", 4)
    told: list[int] = []
    PassageIndex.build(DOCUMENTS, EmbeddedModel.load(), progress=told.append)
    assert told == [4, 8, 9]
