"""What an index knows of its documents and passages, as arrays: no Python object is kept per passage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from corpus import Document, Language, Passage

LANGUAGES = tuple(Language)
OPENING = 600  # bytes
CHINESE, ENGLISH = 0, 1  # the groups that are ranked apart; mixed text goes with Chinese

PASSAGE = np.dtype(
    [
        ("id", "<i8"),  # ascending, never changed while the passage is there: what the vector stores know it by
        ("document", "<i4"),
        ("start", "<i4"),  # code points of the document
        ("end", "<i4"),
        ("first_byte", "<i8"),  # bytes of the text of all documents
        ("last_byte", "<i8"),
        ("first_term", "<i8"),  # bytes of the terms of all passages
        ("last_term", "<i8"),
        ("page", "<i4"),  # 0 where there are no pages
        ("heading", "<i4"),
        ("language", "<i1"),
    ]
)


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """A document as the index lists it; `first_byte` and `last_byte` bound its text among all texts."""

    id: str
    source: str
    title: str
    language: Language
    page_starts: tuple[int, ...]
    characters: int
    passages: int
    first_byte: int
    last_byte: int


@dataclass(frozen=True, slots=True)
class Contents:
    """Documents, passages and texts; `text` holds the documents' UTF-8 one after the other, (bytes,) uint8.

    `terms` holds those of the passages' sentences in the same way, each passage's as `packed`.
    """

    documents: tuple[DocumentEntry, ...]
    headings: tuple[tuple[str, ...], ...]
    passages: NDArray[np.void]
    text: NDArray[np.uint8]
    terms: NDArray[np.uint8]

    @classmethod
    def empty(cls) -> Contents:
        return cls((), (), np.zeros(0, PASSAGE), np.zeros(0, np.uint8), np.zeros(0, np.uint8))

    def groups(self) -> NDArray[np.int8]:
        """The language group of each passage, (passages,)."""
        english = LANGUAGES.index(Language.ENGLISH)
        return np.where(self.passages["language"] == english, ENGLISH, CHINESE).astype(np.int8)

    def passage(self, row: int) -> Passage:
        """The passage of a row."""
        entry = self.passages[row]
        document = self.documents[int(entry["document"])]
        return Passage(
            document.id,
            document.source,
            document.title,
            int(entry["start"]),
            int(entry["end"]),
            _decoded(self.text, int(entry["first_byte"]), int(entry["last_byte"])),
            self.headings[int(entry["heading"])],
            int(entry["page"]) or None,
            LANGUAGES[int(entry["language"])],
        )

    def terms_of(self, row: int) -> str:
        """The terms of the sentences of a row's passage, `packed`."""
        entry = self.passages[row]
        return _decoded(self.terms, int(entry["first_term"]), int(entry["last_term"]))

    def document(self, entry: DocumentEntry) -> Document:
        """A document with its whole text."""
        text = _decoded(self.text, entry.first_byte, entry.last_byte)
        return Document(entry.id, entry.source, entry.title, text, entry.language, entry.page_starts)

    def opening(self, entry: DocumentEntry) -> str:
        """The first OPENING bytes or so of a document."""
        held = self.text[entry.first_byte : min(entry.last_byte, entry.first_byte + OPENING)]
        return held.tobytes().decode("utf-8", "ignore")

    def kept(self, keep: NDArray[np.bool_]) -> Contents:
        """The documents whose flag is set, (documents,), with their passages in the old order."""
        renumbered = np.cumsum(keep) - 1
        rows = keep[self.passages["document"]]
        passages = self.passages[rows].copy()
        stay = [entry for entry, stays in zip(self.documents, keep, strict=True) if stays]
        pieces = [self.text[entry.first_byte : entry.last_byte] for entry in stay]
        starts = np.cumsum([0, *map(len, pieces)])[:-1]
        shifts = starts - np.array([entry.first_byte for entry in stay], np.int64)
        passages["document"] = renumbered[passages["document"]]
        for field in ("first_byte", "last_byte"):
            passages[field] += shifts[passages["document"]]
        text = np.concatenate(pieces) if pieces else np.zeros(0, np.uint8)
        documents = tuple(_moved(entry, int(shift)) for entry, shift in zip(stay, shifts, strict=True))
        sizes = self.passages["last_term"] - self.passages["first_term"]
        passages["last_term"] = np.cumsum(sizes[rows])
        passages["first_term"] = passages["last_term"] - sizes[rows]
        used, passages["heading"] = np.unique(passages["heading"], return_inverse=True)
        headings = tuple(self.headings[number] for number in used)
        return Contents(documents, headings, passages, text, self.terms[np.repeat(rows, sizes)])

    @classmethod
    def merged(cls, parts: Sequence[Contents]) -> Contents:
        """One after the other; passage ids are taken as they are."""
        place: dict[tuple[str, ...], int] = {}
        documents: list[DocumentEntry] = []
        rows, texts, terms = [np.zeros(0, PASSAGE)], [np.zeros(0, np.uint8)], [np.zeros(0, np.uint8)]
        bytes_before, terms_before = 0, 0
        for part in parts:
            numbers = np.array([place.setdefault(heading, len(place)) for heading in part.headings], np.int32)
            passages = part.passages.copy()
            passages["document"] += len(documents)
            passages["heading"] = numbers[passages["heading"]] if len(numbers) else passages["heading"]
            for field in ("first_byte", "last_byte"):
                passages[field] += bytes_before
            for field in ("first_term", "last_term"):
                passages[field] += terms_before
            documents += [_moved(entry, bytes_before) for entry in part.documents]
            rows.append(passages)
            texts.append(part.text)
            terms.append(part.terms)
            bytes_before += len(part.text)
            terms_before += len(part.terms)
        joined = np.concatenate(rows), np.concatenate(texts), np.concatenate(terms)
        return cls(tuple(documents), tuple(place), *joined)


class ContentsBuilder:
    """Collects documents with their passages, in order; passage ids count up from 0."""

    def __init__(self) -> None:
        self._documents: list[DocumentEntry] = []
        self._headings: dict[tuple[str, ...], int] = {}
        self._rows: list[tuple[int, ...]] = []  # the fields of PASSAGE
        self._texts: list[bytes] = []
        self._terms: list[bytes] = []
        self._bytes = self._term_bytes = 0

    def add(self, document: Document, passages: Sequence[Passage], terms: Sequence[Sequence[Sequence[str]]]) -> None:
        """One document and its passages, ascending, with the terms of each of their sentences."""
        encoded = _encoded(document.text)
        place, byte, number = 0, self._bytes, len(self._documents)
        for passage, own in zip(passages, terms, strict=True):
            first_byte = byte + len(_encoded(document.text[place : passage.start]))
            place, byte = passage.end, first_byte + len(_encoded(passage.text))
            self._terms.append(_encoded(packed(own)))
            first_term, self._term_bytes = self._term_bytes, self._term_bytes + len(self._terms[-1])
            heading = self._headings.setdefault(passage.heading, len(self._headings))
            offsets = passage.start, passage.end, first_byte, byte, first_term, self._term_bytes
            language = LANGUAGES.index(passage.language)
            self._rows.append((len(self._rows), number, *offsets, passage.page or 0, heading, language))
        self._texts.append(encoded)
        last = self._bytes + len(encoded)
        self._documents.append(
            DocumentEntry(
                document.id,
                document.source,
                document.title,
                document.language,
                document.page_starts,
                len(document.text),
                len(passages),
                self._bytes,
                last,
            )
        )
        self._bytes = last

    def contents(self) -> Contents:
        """What was collected."""
        text, terms = (np.frombuffer(b"".join(each), np.uint8) for each in (self._texts, self._terms))
        return Contents(tuple(self._documents), tuple(self._headings), np.array(self._rows, PASSAGE), text, terms)


def packed(terms: Iterable[Iterable[str]]) -> str:
    """The terms of some sentences: a line for each sentence, tabs between its terms, which hold neither."""
    return "\n".join(map("\t".join, terms))


def unpacked(held: str) -> list[list[str]]:
    """The terms of the sentences, one at least, that were packed."""
    return [line.split("\t") if line else [] for line in held.split("\n")]


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _decoded(held: NDArray[np.uint8], first: int, last: int) -> str:
    return held[first:last].tobytes().decode("utf-8", "surrogatepass")


def _moved(entry: DocumentEntry, by: int) -> DocumentEntry:
    return replace(entry, first_byte=entry.first_byte + by, last_byte=entry.last_byte + by)
