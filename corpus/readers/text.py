"""Plain text and Markdown: the text is the decoded file, so offsets are those a person finds in an editor."""

from __future__ import annotations

import re
from pathlib import Path

from corpus.encoding import decode
from corpus.readers.content import Content

_FIRST_HEADING = re.compile(r"^#\s+(.+?)\s*#*$", re.MULTILINE)


def read_text(file: Path) -> Content:
    """A text file in whichever encoding."""
    text, encoding = decode(file.read_bytes())
    return Content(text, encoding=encoding)


def read_markdown(file: Path) -> Content:
    """A Markdown file, titled by its first heading of the first level."""
    text, encoding = decode(file.read_bytes())
    heading = _FIRST_HEADING.search(text)
    return Content(text, heading[1] if heading else "", encoding=encoding)
