"""The evidence panel: a document open at the cited sentence, or the passages that came closest."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import groupby, pairwise

from corpus import Document, Passage, Span
from corpus.tables import between_bars, is_barred, is_rule
from qa.types import Answer
from qa.web.markup import button, escape, marked
from qa.web.session import Opened, Session
from qa.web.strings import Strings, strings

CONTEXT = 1200  # characters shown on either side of what is cited, and added by each wish for more
MARKDOWN = (".md", ".markdown")
EXCERPT = 280  # characters of a passage in a list
_LINE = re.compile(r"[^\n]*\S[^\n]*")
_TITLE = re.compile(r"(#{1,6})\s+")


def evidence(session: Session, focus: bool = False) -> str:
    """The panel's content; `focus` asks the page's script to bring what is cited into sight."""
    words = strings(session.language)
    opened = session.opened
    asked = tuple(session.exchanges)  # as it stands: another thread may begin the conversation anew
    exchange = asked[opened.exchange] if opened and opened.exchange < len(asked) else None
    heading = f"<h2>{escape(words.evidence)}</h2>"
    if opened is None or exchange is None or exchange.answer is None:
        return f'{heading}<p class="hint">{escape(words.evidence_hint)}</p>'
    found = _target(exchange.answer, opened)
    if found is None or exchange.core is None:
        where, body = "", _passages(exchange.answer, opened.exchange, words)
    else:
        passage, target, page = found
        where = f'<p class="place">{place(passage.source, passage.title, page, words)}{_path(passage)}</p>'
        body = _document(exchange.core.document(passage.document_id), target, exchange.answer, opened, words)
    back = f'<a class="back" href="#exchange-{opened.exchange}">{escape(words.back)}</a>'
    choices = _choices(exchange.answer, opened, words)
    focused = ' data-focus="yes"' if focus else ""
    return f'<div{focused}><header class="top">{back}{heading}{choices}{where}</header>{body}</div>'


def place(source: str, title: str, page: int | None, words: Strings) -> str:
    """Where something stands: title, file and page."""
    where = [source] if source != title else []
    if page is not None:
        where.append(words.page.format(page=page))
    details = f' <span class="where">{escape(" · ".join(where))}</span>' if where else ""
    return f'<span class="source-title">{escape(title)}</span>{details}'


def _choices(answer: Answer, opened: Opened, words: Strings) -> str:
    """One button for each citation, and one for the list of passages."""
    chips = []
    for citation in answer.citations:
        target = Opened(opened.exchange, "citation", citation.number)
        chosen = (opened.kind, opened.number) == ("citation", citation.number)
        title = words.source_number.format(number=citation.number)
        chips.append(button(f"[{citation.number}]", "select", str(target), "chip chosen" if chosen else "chip", title))
    if answer.hits:
        name = "chip" if opened.kind == "citation" else "chip chosen"
        chips.append(button(words.all_passages, "select", str(Opened(opened.exchange)), name))
    return f'<div class="chips">{"".join(chips)}</div>'


def _passages(answer: Answer, exchange: int, words: Strings) -> str:
    title = words.other_passages if answer.found else words.closest
    hint = "" if answer.found else f'<p class="hint">{escape(words.closest_hint)}</p>'
    cards = []
    for hit in answer.hits:
        passage = hit.passage
        cards.append(
            f'<button type="button" class="card" data-event="select"'
            f' data-value="{Opened(exchange, "hit", hit.rank)}">'
            f"{place(passage.source, passage.title, passage.page, words)}"
            f"{_path(passage)}"
            f'<span class="excerpt" dir="auto">{escape(_excerpt(passage))}</span></button>'
        )
    return f'<h3>{escape(title)}</h3>{hint}<div class="cards">{"".join(cards)}</div>'


def _path(passage: Passage) -> str:
    """The headings above a passage, without the document's own title."""
    path = [part for part in passage.heading if part != passage.title]
    return f'<span class="path">{escape(" › ".join(path))}</span>' if path else ""


def _excerpt(passage: Passage) -> str:
    """The beginning of a passage, without the headings that stand above it anyway."""
    lines = [line for line in passage.text.splitlines() if line.strip() and not _TITLE.match(line)]
    text = "\n".join(lines) or passage.text
    return text[:EXCERPT] + ("…" if len(text) > EXCERPT else "")


def _document(document: Document, target: Span, answer: Answer, opened: Opened, words: Strings) -> str:
    """The document around what was opened, as much as was asked for; the answer's other quotes are marked too."""
    spans = [(target, "cited")] + [
        (Span(citation.start, citation.end), "other")
        for citation in answer.citations
        if citation.passage.document_id == document.id
        and (citation.end <= target.start or citation.start >= target.end)
    ]
    start = _line_start(document.text, target.start - CONTEXT * (opened.before + 1))
    end = _line_end(document.text, target.end + CONTEXT * (opened.after + 1))
    text = "".join(_page(document, piece, spans, words) for piece in _pages(document, start, end))
    before, after = replace(opened, before=opened.before + 1), replace(opened, after=opened.after + 1)
    earlier = button(words.earlier, "select", str(before), "more") if start > 0 else ""
    later = button(words.later, "select", str(after), "more") if end < len(document.text) else ""
    return f'<div class="document">{earlier}{text}{later}</div>'


def _target(answer: Answer, opened: Opened) -> tuple[Passage, Span, int | None] | None:
    """The passage opened, the offsets to highlight in its document, and their page."""
    if opened.kind == "citation":
        for citation in answer.citations:
            if citation.number == opened.number:
                return citation.passage, Span(citation.start, citation.end), citation.page
    else:
        for hit in answer.hits:
            if hit.rank == opened.number:
                return hit.passage, Span(hit.passage.start, hit.passage.end), hit.passage.page
    return None


def _pages(document: Document, start: int, end: int) -> list[Span]:
    """The stretch from `start` to `end`, cut where pages begin."""
    starts = document.page_starts
    bounds = [start, *starts[bisect_right(starts, start) : bisect_left(starts, end)], end]
    return [Span(*bound) for bound in pairwise(bounds)]


def _page(document: Document, piece: Span, spans: list[tuple[Span, str]], words: Strings) -> str:
    """One page's lines, or all lines of a document without pages."""
    page = document.page_at(piece.start)
    lines = [] if page is None else [f'<p class="page-label">{escape(words.page.format(page=page))}</p>']
    markdown = document.source.endswith(MARKDOWN)
    found = list(_LINE.finditer(document.text, *piece))
    for in_table, group in groupby(found, lambda line: markdown and is_barred(line.group())):
        if in_table:
            lines.append(_table(document.text, list(group), spans))
        else:
            lines += [_told(document.text, line, spans, markdown) for line in group]
    return "".join(lines)


def _told(text: str, line: re.Match[str], spans: list[tuple[Span, str]], markdown: bool) -> str:
    """A line that is no row of a table."""
    title = _TITLE.match(line.group()) if markdown else None
    name = f"title level-{len(title.group(1))}" if title else "line"
    start = line.start() + (title.end() if title else 0)
    return f'<p class="{name}" dir="auto">{marked(text, start, line.end(), spans)}</p>'


def _table(text: str, lines: list[re.Match[str]], spans: list[tuple[Span, str]]) -> str:
    """The rows of a table in Markdown; the one above its rule has the names of the columns."""
    ruled = [is_rule(line.group()) for line in lines]
    rows = []
    for line, rule, heads in zip(lines, ruled, [*ruled[1:], False], strict=True):
        tag, at = "th" if heads else "td", line.start()
        told = (marked(text, at + start, at + end, spans) for start, end in between_bars(line.group()))
        rows += [] if rule else ["<tr>" + "".join(f'<{tag} dir="auto">{cell}</{tag}>' for cell in told) + "</tr>"]
    return f'<div class="rows"><table>{"".join(rows)}</table></div>'


def _line_start(text: str, offset: int) -> int:
    """The beginning of the line that holds `offset`, or of the text."""
    return text.rfind("\n", 0, max(offset, 0)) + 1 if offset > 0 else 0


def _line_end(text: str, offset: int) -> int:
    """The end of the line that holds `offset`, or of the text."""
    found = text.find("\n", offset) if offset < len(text) else -1
    return found if found >= 0 else len(text)
