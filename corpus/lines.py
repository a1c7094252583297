"""Paragraphs: where a newline ends one, and where it only wraps a long line."""

from __future__ import annotations

import re
from itertools import pairwise

from corpus.delimited import headers
from corpus.document import Span

# What starts a line of its own, whatever stands above it: markup, bullets, enumerations, numbered headings.
LIST_ITEM = re.compile(
    r"[-*+•·●○■□◆▪‣–—][ \t\u3000]|\(?[0-9]{1,3}[.)、][ \t]*(?=[^\s\d])|[（(][一二三四五六七八九十百0-9]+[）)]"
    r"|[一二三四五六七八九十]+[、.．是]|[①-⑳⑴-⒇]|[A-Za-z][.)][ \t]"
)
_OWN_LINE = re.compile(
    r"#{1,6}[ \t]|\||>|```|~~~|第[一二三四五六七八九十百零〇0-9]+[编編篇部章节節条條款]|" + LIST_ITEM.pattern
)
# The mark alone, of a bullet, a heading or a number; a letter may be a name's first: J. Smith.
_MARK = re.compile(
    r"\s*(?:#{1,6}[ \t]+|[-*+•·●○■□◆▪‣][ \t\u3000]+|\(?\d{1,3}[.)、．][ \t]*(?=[^\s\d])"
    r"|\d{1,3}(?:\.\d{1,3})+\.?[ \t]+(?=\D)|[（(][一二三四五六七八九十\d]{1,3}[）)][ \t]*"
    r"|[一二三四五六七八九十]{1,3}、|[①-⑳⑴-⒇][ \t]*)"
)
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})$")  # Markdown's other way of marking the line above as a heading
# Dots that lead from what a line names to its figure, or its last few words: Beard trim ....... £10, 豆浆……4元.
_LEADER = re.compile(
    r"(?<=\S)(?:[ \t]*(?:\.{4,}|…{3,}|·{3,}|(?:\. ){3,}\.?)[ \t]*(?=\S.{0,40}$)"
    r"|(?:[ \t]+(?:\.{1,3}|…)[ \t]*|[ \t]*…{1,2}[ \t]*)(?=[£$€¥￥]?\d.{0,20}$))"
)
_IN_LEADERS = ("..", "…", "···", " .", "\t.")  # one of these is in each, so that most lines are told by plain searches
_BLOCK = re.compile(r"\S.*(?:\n[^\S\n]*\S.*)*")
_LINE = re.compile(r"\S.*")
CHINESE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—"
_CHINESE_CHARACTER = re.compile(f"[{CHINESE}]")

# Columns (a Chinese character takes two) between which text is wrapped by hand or by a page.
_NARROWEST, _WIDEST = 40, 150
_COLUMN_SLACK = 4


def behind_mark(line: str) -> int:
    """Where a line goes on behind its bullet, its hashes or its number; 0 where it begins with none."""
    found = _MARK.match(line)
    return found.end() if found else 0


def leader(text: str) -> re.Match[str] | None:
    """The dots in a line, or in a paragraph, that lead to its end."""
    return _LEADER.search(text) if any(mark in text for mark in _IN_LEADERS) else None


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The paragraphs within text[start:end], in order, without blanks around them; together they hold every non-blank.

    A blank line always ends a paragraph. A single newline does too, unless the line above it is as full as lines in
    this block get, or the sentence plainly goes on.
    """
    end = len(text) if end is None else end
    found: list[Span] = []
    for block in _BLOCK.finditer(text, start, end):
        if "\n" in block[0]:
            found.extend(_split_block(text, block.start(), block.end()))
        else:
            found.append(_trimmed(text, block.start(), block.end()))
    return found


def _trimmed(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))


def _split_block(text: str, start: int, end: int) -> list[Span]:
    lines = [_trimmed(text, line.start(), line.end()) for line in _LINE.finditer(text, start, end)]
    contents = [text[line.start : line.end] for line in lines]
    width = wrap_width(contents)
    found = [lines[0]]
    rows = headers(contents)[1:]
    for (line, following), span, row in zip(pairwise(contents), lines[1:], rows, strict=True):
        if not row and goes_on(line, following, width):
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return found


def columns(line: str) -> int:
    """How wide a line stands on a page: a Chinese character counts two."""
    return len(line) if line.isascii() else (len(line.encode("utf-8", "replace")) + len(line)) // 2


def wrap_width(lines: list[str]) -> int:
    """The width these lines were wrapped at; 0 where most of them could have taken the next line's first word."""
    widths = [columns(line) for line in lines]
    width = max(widths)
    if len(lines) < 3 or not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(_is_full(line, following, width) for line, following in pairwise(lines))
    return width if full * 2 >= len(lines) - 1 else 0


def goes_on(line: str, following: str, width: int) -> bool:
    """Whether `following` continues the paragraph of `line`, where lines were wrapped at `width` (0: not wrapped)."""
    if _OWN_LINE.match(following) or line.startswith(("#", "|")) or leader(line):
        return False
    if _UNDERLINE.match(following):
        return not _OWN_LINE.match(line)
    if width and _is_full(line, following, width):
        return True
    if line[-1] in "，、" or (line[-1] == "-" and line[-2:-1].isalpha() and following[0].isalpha()):
        return True
    return following[0].islower() and following[0].isascii() and line[-1] not in ".!?:;" and columns(line) >= _NARROWEST


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of `following` would not have fitted behind `line`."""
    if _CHINESE_CHARACTER.match(line[-1]) or _CHINESE_CHARACTER.match(following):
        return columns(line) > width - _COLUMN_SLACK
    return columns(line) + 1 + columns(following.split(None, 1)[0]) > width
