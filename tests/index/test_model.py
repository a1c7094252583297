"""The embedded model: what its vectors say, and that every way to them gives the same."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from index.model import EmbeddedModel
from index.model.files import FOLDER, array, description, vocabulary
from index.numbering import Numbering
from index.words import terms

TEXTS = [
    "What is the capital of France?",
    "法国的首都是哪里？",
    "The fund invests in young companies.",
    "该基金投资初创企业。",
    "",
    "qwzzx",
]


def test_vectors_are_of_unit_length_or_zero() -> None:
    vectors = EmbeddedModel.load().embed_documents(TEXTS)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), [1, 1, 1, 1, 0, 0], atol=1e-5)
    assert EmbeddedModel.load().embed_queries([]).shape == (0, 256)


def test_a_translation_lies_closer_than_another_text() -> None:
    vectors = EmbeddedModel.load().embed_queries(TEXTS[:4])
    near = vectors @ vectors.T
    assert near[0, 1] > near[0, 3] + 0.2
    assert near[2, 3] > near[1, 2] + 0.2


def test_a_text_is_the_sum_of_its_words() -> None:
    model = EmbeddedModel.load()
    total = model.word_vectors(terms(TEXTS[2])).sum(axis=0)
    np.testing.assert_allclose(model.embed_documents([TEXTS[2]])[0], total / np.linalg.norm(total), atol=1e-5)


@pytest.mark.parametrize("texts", [[*TEXTS, "薹鰆河"], ["qwzzx"], [""], []])
def test_numbered_terms_give_the_same_vectors(texts: list[str]) -> None:
    model, numbering = EmbeddedModel.load(), Numbering()
    numbered = numbering.numbered([terms(text) for text in texts])
    assert np.array_equal(model.embed_numbered(numbering.terms, numbered), model.embed_documents(texts))


def test_unknown_words() -> None:
    model = EmbeddedModel.load()
    unknown, parts = model.word_vectors(["qwzzx", "薹鰆河"])[:2]
    assert not unknown.any()
    np.testing.assert_allclose(parts, model.word_vectors(["薹", "鰆", "河"]).sum(axis=0), atol=1e-6)
    assert model.word_weight("qwzzx") == 0 < model.word_weight("基金")


def test_traditional_and_full_width_give_the_same_vector() -> None:
    vectors = EmbeddedModel.load().embed_queries(["經濟發展與ＡＩ", "经济发展与AI"])
    np.testing.assert_array_equal(vectors[0], vectors[1])


def test_the_same_vectors_through_sentence_transformers() -> None:
    from index.model.sentence_transformer import as_sentence_transformer

    vectors = as_sentence_transformer().encode(TEXTS)
    np.testing.assert_allclose(vectors, EmbeddedModel.load().embed_documents(TEXTS), atol=1e-5)


def test_files_agree_and_stay_small() -> None:
    described = description()
    assert len(vocabulary()) == described["terms"] == len(array("translation_offsets")) - 1
    assert array("vectors").shape == (described["rows"], described["dimension"])
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) <= 36 * 2**20


def test_serving_needs_no_torch() -> None:
    code = "import sys; from index.model import EmbeddedModel; EmbeddedModel.load(); assert 'torch' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
