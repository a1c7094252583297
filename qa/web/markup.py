"""Text into HTML that can do nothing but be read."""

from __future__ import annotations

import html
from collections.abc import Iterable

from corpus import Span

# The page's components treat their value as a template as well: ${...}, {{...}} and @children must stay text.
_TEMPLATE = str.maketrans({"$": "&#36;", "{": "&#123;", "}": "&#125;", "`": "&#96;", "@": "&#64;"})


def escape(text: str) -> str:
    """The text for element content and for quoted attributes."""
    return html.escape(text.replace("\0", ""), quote=True).translate(_TEMPLATE)


def marked(text: str, start: int, end: int, spans: Iterable[tuple[Span, str]]) -> str:
    """The slice of `text` as HTML, each span of it inside `<mark class=name>`; where spans overlap the first has it."""
    pieces: list[str] = []
    position = start
    for span, name in sorted(spans):
        opening, closing = max(span.start, position), min(span.end, end)
        if opening < closing:
            pieces += [escape(text[position:opening]), f'<mark class="{name}">{escape(text[opening:closing])}</mark>']
            position = closing
    return "".join([*pieces, escape(text[position:end])])


def button(label: str, event: str, value: str, name: str = "quiet", title: str = "") -> str:
    """A button that the page's script turns into `event` with `value`."""
    described = f' title="{escape(title)}" aria-label="{escape(title)}"' if title else ""
    return (
        f'<button type="button" class="{name}" data-event="{event}" data-value="{escape(value)}"{described}>'
        f"{escape(label)}</button>"
    )
