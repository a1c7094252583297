"""Embedders by name: ours, and sentence-transformers models built on the spot."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from corpus import Document, YoujuError
from index.embed import embedder
from index.model import EmbeddedModel
from index.passage_index import PassageIndex
from index.types import Embedder

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "river", "fund", "city", "the", "基", "金", "河", "流"]


@pytest.fixture(scope="module")
def bert(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A BERT of two layers with random weights, saved as a sentence-transformers model with prompts."""
    torch = pytest.importorskip("torch")
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, BertTokenizer

    torch.manual_seed(1)
    folder = tmp_path_factory.mktemp("bert 模型")
    (folder / "vocab.txt").write_text("\n".join(WORDS), encoding="utf-8")
    BertTokenizer(str(folder / "vocab.txt")).save_pretrained(folder)
    config = BertConfig(
        vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=2, num_attention_heads=2, intermediate_size=32
    )
    BertModel(config).save_pretrained(folder)
    module = Transformer(str(folder))
    saved = tmp_path_factory.mktemp("saved") / "tiny"
    SentenceTransformer(
        modules=[module, Pooling(16)], device="cpu", prompts={"query": "river ", "document": "city "}
    ).save(str(saved))
    return saved


@pytest.fixture(scope="module")
def static(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A static model: one random vector per word."""
    pytest.importorskip("torch")
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding
    from tokenizers import Tokenizer, models, pre_tokenizers

    tokenizer = Tokenizer(models.WordLevel({word: place for place, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    weights = np.random.default_rng(1).normal(size=(len(WORDS), 8)).astype(np.float32)
    saved = tmp_path_factory.mktemp("saved") / "static"
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_weights=weights)], device="cpu").save(str(saved))
    return saved


@pytest.fixture(params=["embedded", "bert", "static"])
def any_embedder(request: pytest.FixtureRequest) -> Embedder:
    name = request.param
    return embedder(None if name == "embedded" else str(request.getfixturevalue(name)))


def test_unit_vectors_of_the_told_dimension(any_embedder: Embedder) -> None:
    vectors = any_embedder.embed_documents(["the river", "the fund of the city"])
    assert vectors.shape == (2, any_embedder.dimension)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-5)
    assert any_embedder.embed_documents([]).shape == (0, any_embedder.dimension)


def test_an_index_is_built_searched_kept_and_opened(any_embedder: Embedder, tmp_path: Path) -> None:
    documents = [Document.from_text("the river", "a.txt"), Document.from_text("the fund of the city", "b.txt")]
    index = PassageIndex.build(documents, any_embedder)
    index.save(tmp_path)
    again = PassageIndex.open(tmp_path, any_embedder)
    assert again.search("fund")[0].passage.source == "b.txt"
    assert again.verify() == []


def test_questions_and_passages_take_their_own_prompts(bert: Path) -> None:
    model = embedder(str(bert))
    question, passage = model.embed_queries(["the fund"]), model.embed_documents(["the fund"])
    assert not np.allclose(question, passage, atol=1e-3)


def test_the_fingerprint_tells_models_apart_and_is_the_same_each_time(bert: Path, static: Path) -> None:
    assert embedder(str(bert)).fingerprint == embedder(str(bert)).fingerprint
    assert len({embedder(str(bert)).fingerprint, embedder(str(static)).fingerprint, embedder().fingerprint}) == 3


def test_the_embedded_model_goes_by_several_names() -> None:
    own = EmbeddedModel.load()
    assert embedder() is own
    assert embedder("embedded") is own
    assert embedder(own.name) is own


def test_a_name_that_is_nowhere_gets_one_sentence_and_no_retries(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    with pytest.raises(YoujuError, match=r"nobody/nothing is no folder.*cannot be fetched.*hf download"):
        embedder("nobody/nothing")
    with pytest.raises(YoujuError, match=r"holds no sentence-transformers model"):
        embedder(str(tmp_path))
    assert "Retrying" not in capfd.readouterr().err
