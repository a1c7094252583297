"""Text and where it came from: documents, readers, languages, sentences, passages."""

from corpus.document import Document, Passage, Span
from corpus.errors import YoujuError
from corpus.language import Language

__all__ = ["Document", "Language", "Passage", "Span", "YoujuError"]
