"""Plain text: the decoded file as it is; a heading it opens with is its title."""

from __future__ import annotations

from corpus.encoding import decode
from corpus.headings import title_of
from corpus.readers import Text


def read(data: bytes) -> Text:
    text, encoding = decode(data)
    return Text(text, title=title_of(text), encoding=encoding)
