"""What is trained in torch is what is served in numpy."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from corpus.sentences import sentences
from index.model import EmbeddedModel
from index.translate import translations
from qa.reading.reader_network import ReaderInput, ReaderNetwork, stored_weights
from training.reader import batch_of, blanked, with_vectors, write
from training.reader_examples import Example, Vocabulary, examples
from training.reader_torch import Reader
from training.schedule import mean


def row(context: str, question: str, answer: str) -> dict[str, Any]:
    answers = [{"text": answer, "start": context.index(answer)}]
    return {"context": context, "question": question, "answers": answers, "src": "test"}


ROWS = [
    row("The harbour was built in 1902. It handles forty ships a day.", "When was the harbour built?", "1902"),
    row("县图书馆建于1987年，馆址在东街。馆内藏书近三十万册。", "图书馆在哪里？", "东街"),
    row("馆长王建国毕业于Leeds大学。他爱读书。", "Where did the head of the library study?", "Leeds大学"),
]


@pytest.fixture(scope="module")
def prepared() -> tuple[list[Example], torch.Tensor]:
    vocabulary, vectors = Vocabulary(), EmbeddedModel.load().word_vectors
    found = [each for each, *_ in examples(ROWS, sentences, translations, vectors, vocabulary, 1, 1)]
    table = vectors(list(vocabulary.rows))
    table = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return found, torch.from_numpy(np.concatenate([table, np.zeros((1, table.shape[1]))]).astype(np.float32))


def test_numpy_gives_the_scores_of_torch(prepared: tuple[list[Example], torch.Tensor]) -> None:
    found, table = prepared
    torch.manual_seed(3)
    model = Reader(table.shape[1]).eval()
    network = ReaderNetwork(model.exported())
    with torch.no_grad():
        spans, nowhere = model(with_vectors(batch_of(found), table))
    assert len(found) == 3
    for place, example in enumerate(found):
        scores = spans[place, : len(example.pieces)].double().numpy()
        total = np.logaddexp(np.logaddexp.reduce(scores[scores > -9000]), float(nowhere[place]))
        served, lost = network.spans(served_input(example, table.numpy()))
        assert (np.isfinite(served) == (scores > -9000)).all()
        np.testing.assert_allclose(served[np.isfinite(served)], scores[scores > -9000] - total, atol=0.02)
        assert lost == pytest.approx(float(nowhere[place]) - total, abs=0.02)


def served_input(example: Example, table: np.ndarray) -> ReaderInput:  # type: ignore[type-arg]
    strength = np.exp(8 * example.best.astype(np.float32))
    return ReaderInput(
        table[example.asked], example.asked_looks.astype(np.float32), table[example.words],
        example.weights.astype(np.float32), example.word_pieces.astype(np.int64), table[example.pieces],
        example.features.astype(np.float32), (strength / strength.sum(axis=0)).T, example.pieces >= 0,
        table[example.focus], example.question,
    )  # fmt: skip


def test_the_answer_is_where_the_example_says(prepared: tuple[list[Example], torch.Tensor]) -> None:
    """A span's pieces are rows of the vocabulary: the first row's answer is the number after "in"."""
    found, _ = prepared
    ((first, last),) = found[0].gold
    assert first == last
    assert found[0].features[first, 2] == 1  # "number" of SHAPES


def test_an_example_keeps_its_gaps_when_its_terms_are_numbered_anew(
    prepared: tuple[list[Example], torch.Tensor],
) -> None:
    found, table = prepared
    count = len(table) - 1
    moved = found[0].renumbered(np.array([*range(10, count + 10), -1], dtype=np.int32))
    np.testing.assert_array_equal(moved.pieces, np.where(found[0].pieces < 0, -1, found[0].pieces + 10))
    assert (found[0].pieces < 0).any() and moved.gold == found[0].gold
    assert moved.focus == (found[0].focus + 10 if found[0].focus >= 0 else -1)


def test_weights_are_written_to_within_half_a_step(tmp_path: Path) -> None:
    """A column that reaches from -2.54 to 1 has steps of 0.02."""
    weights = {"mix.weight": np.array([[1, 0.5], [-2.54, 0.25]], np.float32), "mix.bias": np.array([0.1], np.float32)}
    write(tmp_path / "reader.npz", weights)
    found = stored_weights(tmp_path / "reader.npz")
    assert found.keys() == weights.keys()
    np.testing.assert_allclose(found["mix.weight"][:, 0], weights["mix.weight"][:, 0], atol=0.01)
    np.testing.assert_allclose(found["mix.weight"][:, 1], weights["mix.weight"][:, 1], atol=0.002)
    np.testing.assert_allclose(found["mix.bias"], [0.1], atol=1e-4)


def test_mean_is_that_of_the_weights() -> None:
    one, other = ({"bias": np.array(values, np.float32)} for values in ([0, 1], [2, 4]))
    np.testing.assert_array_equal(mean([one, other])["bias"], [1, 2.5])


def test_pieces_are_shown_without_their_vector_and_the_rest_as_it_is(
    prepared: tuple[list[Example], torch.Tensor],
) -> None:
    found, table = prepared
    batch = with_vectors(batch_of(found), table)
    torch.manual_seed(7)
    shown = blanked(batch, 1.0)
    assert batch["vectors"].abs().sum() > 0
    assert shown["vectors"].abs().sum() == 0
    gone = shown["asked"].abs().sum(-1) == 0
    assert 0 < (gone & batch["asked_there"]).sum() < batch["asked_there"].sum()
    assert torch.equal(shown["asked"][~gone], batch["asked"][~gone])
    assert torch.equal(shown["features"], batch["features"])
