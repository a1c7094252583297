"""The two things everything else points at: a document's fixed text, and a slice of it."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

from corpus.language import Language, text_language


class Span(NamedTuple):
    """Half-open offsets in code points of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """A text that never changes after its reader fixed it; every offset anywhere counts its code points.

    `page_starts` holds the offset of each page's first character, ascending from 0; empty where there are no pages.
    """

    id: str
    source: str
    title: str
    text: str
    language: Language
    page_starts: tuple[int, ...] = ()

    @classmethod
    def from_text(
        cls, text: str, source: str, title: str | None = None, page_starts: tuple[int, ...] = ()
    ) -> Document:
        """A document whose id is a hash of source and text; the title defaults to the source's file name."""
        digest = hashlib.sha256(f"{source}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return cls(digest, source, title or PurePosixPath(source).stem, text, text_language(text), page_starts)

    def page_at(self, offset: int) -> int | None:
        """The page number, from 1, on which the character at `offset` stands; None without pages."""
        return bisect_right(self.page_starts, offset) if self.page_starts else None


@dataclass(frozen=True, slots=True)
class Passage:
    """A slice of a document, fit to be retrieved and cited: `document.text[start:end] == text`.

    `heading` is the path of headings above it, outermost first; it stands beside the text, never inside it.
    """

    document_id: str
    source: str
    title: str
    start: int
    end: int
    text: str
    heading: tuple[str, ...]
    page: int | None
    language: Language

    @property
    def above(self) -> str:
        """What stands above the text, a line each: the title, then the headings."""
        return "\n".join((self.title, *self.heading))
