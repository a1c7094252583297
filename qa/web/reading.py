"""The documents being asked, and how the reading of new ones went."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.load import FileReport
from qa.web.markup import button, escape
from qa.web.reasons import reason_in
from qa.web.session import Session
from qa.web.strings import Strings, strings

LISTED = 50  # documents shown by name; a larger collection tells the rest by number


def documents(session: Session, status: str = "") -> str:
    """The list of documents with the latest reading report; `status` is a line on reading still under way."""
    words = strings(session.language)
    collection = session.documents
    rows = [
        f'<li><span class="source-title" title="{escape(document.source)}">{escape(document.title)}</span>'
        f'<span class="where">{escape(_extent(len(document.text), len(document.page_starts), words))}</span>'
        f"{button('×', 'delete', document.id, 'remove', words.remove.format(title=document.title))}</li>"
        for document in collection[:LISTED]
    ]
    if len(collection) > LISTED:
        rows.append(f'<li class="where">+ {len(collection) - LISTED}</li>')
    listing = f'<ul class="documents">{"".join(rows)}</ul>' if rows else ""
    empty = "" if rows else f'<p class="hint">{escape(words.no_documents)}</p>'
    under_way = f'<p class="reading" role="status">{escape(status)}</p>' if status else ""
    return (
        f'<details open><summary><h2>{escape(words.documents)} <span class="count">{len(collection)}</span></h2>'
        f"</summary>{listing}{empty}{under_way or report(session.reports, words)}</details>"
    )


def report(reports: Sequence[FileReport], words: Strings) -> str:
    """How many files were read, and each that was not with its reason; empty where nothing was added."""
    if not reports:
        return ""
    read = sum(item.read for item in reports)
    summary = words.reading_done.format(number=read, total=len(reports))
    if not read:
        summary = words.reading_none.format(total=len(reports))
    remarks = "".join(_remark(item, words) for item in reports if item.reason or not item.read)
    return f'<div class="report" role="status"><p>{escape(summary)}</p>{f"<ul>{remarks}</ul>" if remarks else ""}</div>'


def _remark(item: FileReport, words: Strings) -> str:
    """One file's line: why it was not read, or what was left out of it."""
    reason = reason_in(words.language, item.reason)
    told = reason if item.read else words.not_read.format(reason=reason)
    return f'<li><span class="source-title">{escape(item.source)}</span> {escape(told)}</li>'


def _extent(characters: int, pages: int, words: Strings) -> str:
    return words.pages.format(pages=pages) if pages else words.characters.format(characters=f"{characters:,}")
