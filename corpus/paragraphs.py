"""Where paragraphs begin and end: at newlines, except those that only wrap a line."""

from __future__ import annotations

import re
import unicodedata

from corpus.document import Span

_LIST_MARK = re.compile(
    r"\s*(?:[-*+•·▪◦●■□–]\s|#{1,6}\s|>|\||[(（]?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)）、]\s?|"
    r"[(（]?[一二三四五六七八九十]{1,3}[)）、.]|第[一二三四五六七八九十百\d]{1,4}[章节節条條部篇])"
)
_ENDS_ANYWAY = re.compile(r"[。！？!?：:；;.…][”’」』）)\]】》\"']*\s*$")
_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\uffef]")
_NARROWEST, _WIDEST = 40, 130  # columns between which text is known to be wrapped by hand or machine


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The paragraphs of text[start:end], in order, without the blanks around them.

    A newline ends a paragraph unless its block (lines up to a blank one) is hard-wrapped there: the line is nearly
    as wide as the widest of the block, stops in mid-sentence, and what follows is no list item.
    """
    end = len(text) if end is None else end
    found: list[Span] = []
    block: list[Span] = []
    for line in _lines(text, start, end):
        if line.start == line.end:
            found += _block(text, block)
            block = []
        else:
            block.append(line)
    return found + _block(text, block)


def _lines(text: str, start: int, end: int) -> list[Span]:
    lines = []
    while start <= end:
        newline = text.find("\n", start, end)
        stop = end if newline < 0 else newline
        piece = text[start:stop]
        left = start + len(piece) - len(piece.lstrip())
        lines.append(Span(min(left, stop), max(min(left, stop), start + len(piece.rstrip()))))
        start = stop + 1
    return lines


def _block(text: str, lines: list[Span]) -> list[Span]:
    if len(lines) < 2:
        return lines
    widths = [_columns(text[line.start : line.end]) for line in lines]
    widest = max(widths)
    found = [lines[0]]
    for place, line in enumerate(lines[1:], 1):
        above = found[-1]
        if _wrapped(text[above.start : above.end], text[line.start : line.end], widths[place - 1], widest):
            found[-1] = Span(above.start, line.end)
        else:
            found.append(line)
    return found


def _wrapped(above: str, below: str, width: int, widest: int) -> bool:
    if not _NARROWEST <= widest <= _WIDEST or _LIST_MARK.match(below) or _ENDS_ANYWAY.search(above):
        return False
    if above.lstrip().startswith(("#", "|")):
        return False
    first_word = 2 if _HAN.match(below) else len(below.split(maxsplit=1)[0]) + 1
    return width + first_word > widest * 0.9


def _columns(line: str) -> int:
    if line.isascii():
        return len(line)
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)
