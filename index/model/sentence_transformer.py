"""The embedded model as a sentence-transformers model, for programs that speak that library; needs torch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from index.model.embedded import EmbeddedModel
from index.words import terms

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


def as_sentence_transformer() -> SentenceTransformer:
    """A SentenceTransformer whose `encode` gives the vectors of `EmbeddedModel` within 1e-5, already of unit length."""
    import torch
    from sentence_transformers import SentenceTransformer

    model = EmbeddedModel.load()
    weight = torch.from_numpy(model.matrix())

    class StaticTerms(torch.nn.Module):  # type: ignore[misc]
        """Texts to rows, and the normalised sum of their vectors."""

        def __init__(self) -> None:
            super().__init__()
            self.embedding = torch.nn.EmbeddingBag.from_pretrained(weight, mode="sum")
            self.max_seq_length: int | None = None

        def preprocess(self, inputs: list[str], *_: object, **__: object) -> dict[str, Any]:
            rows = [model.rows(terms(text)) for text in inputs]
            starts = torch.tensor([0, *(len(each) for each in rows[:-1])]).cumsum(0)
            flat = torch.tensor([row for each in rows for row in each], dtype=torch.long)
            return {"input_ids": flat, "offsets": starts}

        tokenize = preprocess

        def forward(self, features: dict[str, Any], **_: object) -> dict[str, Any]:
            sums = self.embedding(features["input_ids"], features["offsets"])
            features["sentence_embedding"] = torch.nn.functional.normalize(sums, dim=1)
            return features

        def get_sentence_embedding_dimension(self) -> int:
            return model.dimension

        get_embedding_dimension = get_sentence_embedding_dimension

        def save(self, *_: object, **__: object) -> None:
            """Nothing: the weights ship with the package."""

    return SentenceTransformer(modules=[StaticTerms()], device="cpu")
