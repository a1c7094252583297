"""Embedders by name: the embedded model, or any sentence-transformers model."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from corpus.errors import YoujuError
from index.hub import reachable
from index.model import EmbeddedModel
from index.types import Embedder, FloatMatrix

EMBEDDED = "embedded"


def embedder(name: str | None = None) -> Embedder:
    """The embedded model for None or "embedded"; otherwise a sentence-transformers model by hub name or folder."""
    own = EmbeddedModel.load()
    return own if name in (None, EMBEDDED, own.name) else TransformersEmbedder(str(name))


class TransformersEmbedder:
    """A sentence-transformers model; question and passage prompts are used where the model has them."""

    def __init__(self, name: str) -> None:
        self._model = _loaded(name)
        self.name = name
        dimension = getattr(self._model, "get_embedding_dimension", None)  # its name since 6.0
        self.dimension = int((dimension or self._model.get_sentence_embedding_dimension)())
        self.fingerprint = _fingerprint(self._model)

    def embed_documents(self, texts: Sequence[str]) -> FloatMatrix:
        return self._encoded(self._model.encode_document, texts)

    def embed_queries(self, texts: Sequence[str]) -> FloatMatrix:
        return self._encoded(self._model.encode_query, texts)

    def _encoded(self, encode: Any, texts: Sequence[str]) -> FloatMatrix:
        if not texts:
            return np.zeros((0, self.dimension), np.float32)
        vectors = encode(list(texts), normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False)
        return np.asarray(vectors, np.float32)


def _loaded(name: str) -> Any:
    from sentence_transformers import SentenceTransformer

    folder = Path(name).expanduser()
    try:
        if folder.is_dir():
            return SentenceTransformer(str(folder), device="cpu", local_files_only=True)
        return SentenceTransformer(name, device="cpu", local_files_only=not reachable(name))
    except Exception as problem:  # it raises a dozen kinds for a model that is not there
        if folder.is_dir():
            raise YoujuError(f"The folder {name} holds no sentence-transformers model ({problem}).") from problem
        raise YoujuError(
            f"The model {name} is no folder, is not in the cache and cannot be fetched; give the folder of a "
            f"sentence-transformers model, or fetch it once while online with: hf download {name}"
        ) from problem


def _fingerprint(model: Any) -> str:
    """A hash of every weight by name, so that a fine-tuned model of the same name is told apart."""
    digest = hashlib.sha256()
    for name, weight in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(np.ascontiguousarray(weight.float().numpy()).tobytes())
    return digest.hexdigest()[:32]
