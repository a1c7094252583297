"""Markdown: the decoded file as it is, so that offsets are the file's; the title it states, or its first heading."""

from __future__ import annotations

import re

from corpus.encoding import decode
from corpus.readers import Text

_FIRST_HEADING = re.compile(r"^#{1,6}[ \t]+(\S.*?)[ \t#]*$|^(\S.*)\n={3,}[ \t]*$", re.MULTILINE)
# Between two lines of dashes nothing but fields and what belongs to them; a thematic break is followed by text.
_FRONT_MATTER = re.compile(
    r"\A---\n(?=(?:#.*\n)*[\w.-]+:)((?:(?:[\w.-]+:|[ \t]|- |#).*\n|\n)*?)(?:---|\.{3})[ \t]*(?:\n|\Z)"
)
_TITLE_FIELD = re.compile(r"^title:[ \t]*([\"']?)(\S.*?)\1[ \t]*$", re.MULTILINE)
# Code, where # begins a comment; a fence that nothing closes goes on to the end.
_FENCED = re.compile(
    r"^ {0,3}(`{3,}(?=[^`\n]*$)|~{3,}).*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE
)


def read(data: bytes) -> Text:
    text, encoding = decode(data)
    return Text(text, title=_title(text), encoding=encoding)


def _title(text: str) -> str:
    fields = _FRONT_MATTER.match(text)
    if fields and (named := _TITLE_FIELD.search(fields[1])):
        return named[2]
    heading = _FIRST_HEADING.search(_FENCED.sub("", text[fields.end() :] if fields else text))
    return heading[1] or heading[2] if heading else ""
