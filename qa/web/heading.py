"""The bar at the top: the name, a new conversation, the other language."""

from __future__ import annotations

from collections.abc import Iterable

from corpus import Language
from qa.web.markup import button, escape
from qa.web.strings import strings


def heading(language: Language, suffixes: Iterable[str], limit: int) -> str:
    """The bar, with what the page's script must know to refuse a file in the page's language; `limit` in MB."""
    words = strings(language)
    kinds = sorted(suffixes)
    wrong_type = words.wrong_type.format(name="{name}", suffixes=" ".join(kinds))
    too_large = words.too_large.format(name="{name}", limit=limit)
    return (
        f'<div class="bar" data-language="{words.html_language}" data-title="{escape(words.title)}">'
        f'<span class="brand">{escape(words.title)}</span><span class="tagline">{escape(words.tagline)}</span>'
        f"{button(words.new_conversation, 'clear', 'all')}"
        f"{button(words.switch, 'option_select', words.switch_to.value)}</div>"
        f'<div id="notice" role="status"></div>'
        f'<div id="limits" hidden data-bytes="{limit * 2**20}" data-suffixes="{" ".join(kinds)}"'
        f' data-wrong-type="{escape(wrong_type)}" data-too-large="{escape(too_large)}"></div>'
    )
