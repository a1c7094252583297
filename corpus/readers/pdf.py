"""PDF: its text page by page, lines joined into paragraphs; a scan is said to be one."""

from __future__ import annotations

import re
from threading import Lock
from typing import Any

from corpus.errors import YoujuError
from corpus.headings import title_of
from corpus.readers import Text
from corpus.readers.reflow import Page, reflow, without_furniture

_PDFIUM = Lock()  # pdfium bears one thread at a time
_LINE_HYPHEN = re.compile("[\ufffe\x02\u00ad]\r?\n?")  # how pdfium hands over a hyphen and the end of its line
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_BLANKS = re.compile("[ \t\u00a0\u2000-\u200b]+")
_GARBLED = re.compile("[\ue000-\uf8ff\ufffd]")
_NO_TITLE = re.compile(r"^\s*$|^untitled|^Microsoft |\.\w{2,5}$", re.IGNORECASE)  # what programs write by themselves
_MOST_GARBLED = 0.1

_SCAN = "The PDF holds no text: it seems to be a scan, and pictures of text are not read (no OCR)."
_LOCKED = "The PDF is protected by a password: save a copy without one."
_DAMAGED = "The PDF is damaged or no PDF at all: it cannot be opened."


def read(data: bytes) -> Text:
    pages, title = _extracted(data)
    if not any(pages):
        raise YoujuError(_SCAN)
    text, starts = reflow(without_furniture(pages))
    if _NO_TITLE.search(title):
        title = title_of(text)
    return Text(text, title=title, page_starts=starts, remark=_remark(pages, text))


def _extracted(data: bytes) -> tuple[list[Page], str]:
    import pypdfium2

    with _PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise YoujuError(_LOCKED if "assword" in str(error) else _DAMAGED) from error
        try:
            pages = [_lines(document[number]) for number in range(len(document))]
            return pages, str(document.get_metadata_dict().get("Title") or "")
        except pypdfium2.PdfiumError as error:
            raise YoujuError(_DAMAGED) from error
        finally:
            document.close()


def _lines(page: Any) -> Page:
    text = page.get_textpage().get_text_bounded()
    lines = (_BLANKS.sub(" ", line) for line in _LINE_HYPHEN.sub("-\n", text).splitlines())
    return [line for line in (_CONTROL.sub("", line).strip() for line in lines) if line]


def _remark(pages: list[Page], text: str) -> str:
    said = []
    empty = [str(number) for number, lines in enumerate(pages, 1) if not lines]
    if empty:
        listed = ", ".join(empty[:10]) + (", …" if len(empty) > 10 else "")
        said.append(f"Pages without text (blank or scanned): {listed}.")
    if len(_GARBLED.findall(text)) > _MOST_GARBLED * len(text):
        said.append("Part of the text is garbled: the PDF does not say which characters its fonts draw.")
    return " ".join(said)
