"""An embedder whose vectors can be worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.types import FloatMatrix

WORDS = ("river", "fund", "school", "河流", "基金", "学校")


class WordEmbedder:
    """One dimension per word of `WORDS`, Chinese on the same axis as English; `texts` counts what was embedded."""

    name = "words"
    dimension = 3

    def __init__(self, fingerprint: str = "words-1") -> None:
        self.fingerprint = fingerprint
        self.texts = 0

    def embed_documents(self, texts: Sequence[str]) -> FloatMatrix:
        self.texts += len(texts)
        return self.embed_queries(texts)

    def embed_queries(self, texts: Sequence[str]) -> FloatMatrix:
        vectors = np.zeros((len(texts), 3), np.float32)
        for row, text in enumerate(texts):
            for place, word in enumerate(WORDS):
                vectors[row, place % 3] += text.lower().count(word)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
