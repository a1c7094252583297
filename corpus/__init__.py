"""Text and where it came from: documents, readers, languages, sentences, passages."""

from pathlib import Path

from corpus.document import Document, Passage, Span
from corpus.errors import YoujuError
from corpus.language import Language, question_language, text_language
from corpus.load import FileReport, Reading, load
from corpus.passages import passages
from corpus.sentences import clauses, sentences

__all__ = [
    "Document",
    "FileReport",
    "Language",
    "Passage",
    "Reading",
    "Span",
    "YoujuError",
    "clauses",
    "load",
    "passages",
    "question_language",
    "sample_paths",
    "sentences",
    "text_language",
]


def sample_paths() -> list[Path]:
    """The documents that come with the package: one briefing in Chinese, the same in English."""
    return sorted(path for path in (Path(__file__).parent / "documents").iterdir() if path.suffix == ".md")
