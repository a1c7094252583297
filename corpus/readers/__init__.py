"""One small file per format; a format is registered by one line in `READERS`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from corpus.readers.content import Content
from corpus.readers.text import read_markdown, read_text

READERS: dict[str, Callable[[Path], Content]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
}


def known_suffixes() -> str:
    """The endings that can be read, for a message."""
    return ", ".join(sorted(READERS))
