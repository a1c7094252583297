"""DOCX: paragraphs in order, headings as Markdown writes them, tables told row by row with their header."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from corpus.errors import YoujuError
from corpus.readers import Text
from corpus.readers.rows import rendered

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_HEADING_STYLE = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_WIDEST_CELL = 100  # columns
_LARGEST_UNPACKED = 500_000_000  # bytes
_DAMAGED = "The DOCX is damaged, protected by a password, or no DOCX at all: it cannot be opened."


def read(data: bytes) -> Text:
    import docx

    try:
        _refuse_bomb(data)
        document = docx.Document(BytesIO(data))
        blocks = [block for block in _blocks(document, document.element.body) if block.strip()]
    except YoujuError:
        raise
    except Exception as error:  # python-docx lets through whatever zip, XML and key errors a broken file raises
        raise YoujuError(_DAMAGED) from error
    heading = next((block.lstrip("# ") for block in blocks if block.startswith("#")), "")
    return Text("\n\n".join(blocks), title=document.core_properties.title or heading)


def _refuse_bomb(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as archive:
        size = sum(part.file_size for part in archive.infolist())
    if size > _LARGEST_UNPACKED:
        limit = f"{_LARGEST_UNPACKED / 1e6:.0f} MB"
        raise YoujuError(f"The DOCX unpacks to {size / 1e6:.0f} MB, more than the {limit} that are read: split it.")


def _blocks(document: Any, parent: Any) -> Iterator[str]:
    for element in parent:
        if element.tag == f"{_W}p":
            yield _paragraph(document, element)
        elif element.tag == f"{_W}tbl":
            yield rendered(_rows(element))
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins"):
            yield from _blocks(document, element)


def _paragraph(document: Any, element: Any) -> str:
    from docx.text.paragraph import Paragraph

    text = _text(element)
    style = Paragraph(element, document).style
    name = style.name or "" if style is not None else ""
    level = _HEADING_STYLE.match(name)
    if level and text:
        return f"{'#' * min(int(level[1]) + 1, 6)} {text}".replace("\n", " ")
    if name == "Title" and text:
        return f"# {text}".replace("\n", " ")
    listed = element.find(f"{_W}pPr/{_W}numPr") is not None or name.startswith("List ")
    return f"- {text}" if listed and text else text


def _rows(table: Any) -> list[list[str]]:
    """The table's cells, merged ones said again wherever they reach."""
    rows: list[list[str]] = []
    for row in table.findall(f"{_W}tr"):
        cells: list[str] = []
        for cell in row.findall(f"{_W}tc"):
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            text = " ".join(filter(None, (_text(paragraph) for paragraph in cell.iter(f"{_W}p"))))
            if merged is not None and merged.get(f"{_W}val") != "restart" and rows and len(cells) < len(rows[-1]):
                text = rows[-1][len(cells)]
            cells += [text] * (min(int(span.get(f"{_W}val")), _WIDEST_CELL) if span is not None else 1)
        rows.append(cells)
    return rows


def _text(element: Any) -> str:
    """The words of a paragraph as they stand, insertions and links included, deletions not."""
    parts: list[str] = []
    stack = [element]
    while stack:
        node = stack.pop()
        if node.tag == _FALLBACK:  # says again, for older programs, what stands beside it
            continue
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        parts.append(_BREAKS.get(node.tag, ""))
        stack.extend(reversed(node))
    return "".join(parts).strip()
