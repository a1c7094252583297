"""The bilingual model that ships with the package: word vectors, translations, sounds of names."""

from index.model.embedded import EmbeddedModel, unit

__all__ = ["EmbeddedModel", "unit"]
