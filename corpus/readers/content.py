"""What a reader hands over."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """A file's text as it will stay; `remark` is one clause on what to mind (empty pages, damaged characters)."""

    text: str
    title: str = ""
    page_starts: tuple[int, ...] = ()
    encoding: str = ""
    remark: str = ""
