"""Markdown: the decoded file as it is, so that offsets are the file's; its first heading is the title."""

from __future__ import annotations

import re

from corpus.encoding import decode
from corpus.readers import Text

_FIRST_HEADING = re.compile(r"^#{1,6}[ \t]+(\S.*?)[ \t#]*$|^(\S.*)\n={3,}[ \t]*$", re.MULTILINE)
_FRONT_MATTER_TITLE = re.compile(r"\A---\n(?:.*\n)*?title:[ \t]*[\"']?(.+?)[\"']?[ \t]*\n(?:.*\n)*?---\n")


def read(data: bytes) -> Text:
    text, encoding = decode(data)
    found = _FRONT_MATTER_TITLE.search(text) or _FIRST_HEADING.search(text)
    title = next(filter(None, found.groups()), "") if found else ""
    return Text(text, title=title, encoding=encoding)
