"""Readers: from a file's bytes to the text offsets count in; a format is one small file and one line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from corpus.errors import YoujuError


@dataclass(frozen=True, slots=True)
class Text:
    """What a reader made of a file; empty `title` where the file names none, `encoding` where it is no text file.

    `page_starts` holds the offset of each page's first character, ascending from 0; empty where there are no pages.
    `remark` says what could not be read of a file that otherwise could.
    """

    text: str
    title: str = ""
    encoding: str = ""
    page_starts: tuple[int, ...] = ()
    remark: str = ""


Reader = Callable[[bytes], Text]

# Suffix -> module of this package; its function `read` turns bytes into a Text, or raises YoujuError.
_READERS = {
    ".txt": "text",
    ".text": "text",
    ".log": "text",
    ".rst": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "web",
    ".htm": "web",
    ".xhtml": "web",
    ".pdf": "pdf",
    ".docx": "word",
    ".csv": "table",
    ".tsv": "table",
}

SUFFIXES = tuple(_READERS)


def reader_for(suffix: str) -> Reader:
    """The reader of files with this suffix (".pdf", in any case); a file without one is read as text."""
    if suffix and suffix.lower() not in _READERS:
        raise YoujuError(f"Files of type {suffix} are not read, only {' '.join(SUFFIXES)}: save it as one of these.")
    reader: Reader = import_module(f"corpus.readers.{_READERS.get(suffix.lower(), 'text')}").read
    return reader
