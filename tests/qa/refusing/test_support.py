"""The support network: served as it was trained, and surer of what is told than of what is nearly told."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from corpus import Document, question_language
from qa.assistant import Assistant
from qa.refusing.compared import compared
from qa.refusing.support import SupportNetwork, stored_members
from qa.refusing.support_input import LOOKS, WHOLE, SupportInput, support_input
from training.schedule import write_members
from training.support import batch_of
from training.support_torch import Support

CHINESE = (
    "白石镇今年新修公路46公里,投资1.8亿元,比去年多12%。镇长何素云说,全镇有3所小学、1所中学。"
    "镇里还建了一座图书馆,由省建筑设计院设计。"
)
ENGLISH = (
    "The town of Whitestone built 46 kilometres of road this year for 180 million yuan, 12 percent more than last "
    "year. Mayor Ho Suyun said the town had three primary schools and one secondary school. It also opened a library, "
    "which the provincial design institute had drawn."
)


@pytest.fixture(scope="module")
def assistants() -> dict[str, Assistant]:
    return {
        name: Assistant.from_documents([Document.from_text(text, f"{name}.txt")])
        for name, text in (("zh", CHINESE), ("en", ENGLISH))
    }


def shown(assistant: Assistant, question: str) -> SupportInput:
    task = assistant.tasks.of(question, question_language(question), 8)
    found = compared(task.query, task.sentences, task.spans)
    assert found is not None
    return support_input(found, task.kind)


def test_numpy_gives_the_log_odds_of_torch(assistants: dict[str, Assistant]) -> None:
    inputs = [
        shown(assistants["zh"], "白石镇今年修了多少公里公路?"),
        shown(assistants["en"], "Who is the mayor of Whitestone?"),
        shown(assistants["zh"], "Who designed the library?"),
    ]
    torch.manual_seed(5)
    model = Support(inputs[0].words.shape[1], 64).eval()
    network = SupportNetwork([{name: each.astype(np.float32) for name, each in model.exported().items()}])
    with torch.no_grad():
        trained = model(batch_of(inputs)).numpy()
    np.testing.assert_allclose([network.log_odds([each])[0] for each in inputs], trained, atol=2e-3)


def test_training_goes_on_from_what_is_stored(assistants: dict[str, Assistant], tmp_path: Path) -> None:
    shown_to = [shown(assistants["en"], "Who is the mayor of Whitestone?")]
    torch.manual_seed(5)
    model, other = (Support(shown_to[0].words.shape[1], 64).eval() for _ in range(2))
    write_members(tmp_path / "support.npz", [other.exported(), model.exported()])
    with np.load(tmp_path / "support.npz") as stored:
        assert {stored[name].dtype for name in stored.files} == {np.dtype(np.float16)}  # for size
    other.start_from(stored_members(tmp_path / "support.npz")[1])
    with torch.no_grad():
        np.testing.assert_allclose(other(batch_of(shown_to)), model(batch_of(shown_to)), atol=2e-3)


def test_shapes_are_as_told(assistants: dict[str, Assistant]) -> None:
    found = shown(assistants["zh"], "白石镇今年修了多少公里公路?")
    count = len(found.words)
    assert found.here.shape == found.near.shape == found.words.shape
    assert found.looks.shape == (count, len(LOOKS)) and found.whole.shape == (WHOLE,)
    assert np.isfinite(np.concatenate([found.looks.ravel(), found.read.ravel(), found.whole])).all()


@pytest.mark.parametrize(
    ("text", "told", "nearly"),
    [
        ("zh", "白石镇今年新修了多少公里公路?", "白石镇今年新修了多少公里铁路?"),
        ("zh", "白石镇有几所小学?", "白石镇有几所医院?"),
        ("zh", "白石镇的镇长是谁?", "白石镇的中学校长是谁?"),
        ("zh", "图书馆是哪家单位设计的?", "图书馆是哪家单位施工的?"),
        ("en", "How many kilometres of road were built?", "How many kilometres of railway were built?"),
        ("en", "Who is the mayor?", "Who is the headmaster of the secondary school?"),
        ("zh", "How many primary schools are there in the town?", "How many hospitals are there in the town?"),
        ("en", "白石镇修路投资了多少钱?", "白石镇修图书馆投资了多少钱?"),
    ],
)
def test_what_is_told_has_more_support_than_what_is_nearly_told(
    assistants: dict[str, Assistant], text: str, told: str, nearly: str
) -> None:
    network = SupportNetwork.load()
    more, less = (network.log_odds([shown(assistants[text], question)])[0] for question in (told, nearly))
    assert more > less
