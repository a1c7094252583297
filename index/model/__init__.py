"""The bilingual model that ships with the package: word vectors, translations, sounds of names."""

from index.model.embedded import EmbeddedModel

__all__ = ["EmbeddedModel"]
