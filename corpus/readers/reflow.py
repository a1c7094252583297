"""Lines as they stand on pages, made into running text: no page numbers, wrapped lines joined, words made whole."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from corpus.lines import CHINESE, LIST_ITEM, columns, goes_on

Page = list[str]  # its lines, without blanks around them

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(?:第|Page|page|P\.)?\s*(\d{1,4})\s*(?:[页頁]|(?:/|of|共)\s*\d{1,4}\s*[页頁]?)?\W*")
_HYPHENATED = re.compile(r"\w+-\w+")
_LAST_WORD = re.compile(r"\w+-$")
_FIRST_WORD = re.compile(r"[^\W\d_]\w*")
_CHINESE_EDGE = re.compile(f"[{CHINESE}]")
_ENDS = re.compile(r"[。！？.!?：:][”’」』）)\"']*$")

_NARROWEST = 30  # columns of a line of running text
_RAGGED = 0.92  # how much of the width a full line reaches at least
_SHORT = 0.6  # of the width, below which a line that ends no sentence may be a heading


def without_furniture(pages: list[Page]) -> list[Page]:
    """The pages without their page numbers and the repetitions of running heads and feet; one of each head is kept."""
    for place in (0, 1, -1, -2):
        pages = _without_numbers(pages, place)
    for place in (0, -1):
        pages = _without_repeats(pages, place)
    return pages


def reflow(pages: list[Page]) -> tuple[str, tuple[int, ...]]:
    """One text of all pages, a paragraph to a line, and where each page starts in it."""
    width = _text_width([line for page in pages for line in page])
    hyphenated = {word.lower() for page in pages for line in page for word in _HYPHENATED.findall(line)}
    texts = [_paragraphs(page, width, hyphenated) for page in pages]
    starts = [0]
    for text in texts[:-1]:
        starts.append(starts[-1] + len(text))
    return "".join(texts), tuple(starts)


def _without_numbers(pages: list[Page], place: int) -> list[Page]:
    """Drop the line at `place` where it is the page's number: it counts up with the pages."""
    found = [_PAGE_NUMBER.fullmatch(_line(page, place)) for page in pages]
    offsets = [int(number[1]) - count if number else None for count, number in enumerate(found)]
    counted = Counter(offset for offset in offsets if offset is not None).most_common(1)
    if not counted or counted[0][1] < 2:
        return pages
    usual = counted[0][0]
    return [_without(page, place) if offset == usual else page for page, offset in zip(pages, offsets, strict=True)]


def _without_repeats(pages: list[Page], place: int) -> list[Page]:
    """Drop the line at `place` where a third of the pages have the same there, but for its first time."""
    heads = [_DIGITS.sub("#", _line(page, place)) for page in pages]
    running = {head for head, times in Counter(heads).items() if head and times >= max(3, len(pages) / 3)}
    kept: list[Page] = []
    for page, head in zip(pages, heads, strict=True):
        repeated = head in running and head in heads[: len(kept)]
        kept.append(_without(page, place) if repeated else page)
    return kept


def _line(page: Page, place: int) -> str:
    return page[place] if -len(page) <= place < len(page) else ""


def _without(page: Page, place: int) -> Page:
    return [line for number, line in enumerate(page) if number != place % len(page)]


def _text_width(lines: Page) -> int:
    """The columns a full line of running text reaches at least; 0 where no two lines agree on a margin."""
    widths = Counter(map(columns, lines))
    reaching = {
        width: sum(times for other, times in widths.items() if _RAGGED * width <= other <= width)
        for width in widths
        if width >= _NARROWEST
    }
    best = max(reaching, key=lambda width: width * reaching[width], default=0)
    return int(best * _RAGGED) if best and reaching[best] >= 2 else 0


def _paragraphs(lines: Page, width: int, hyphenated: set[str]) -> str:
    if not lines:
        return ""
    text = lines[0]
    for line, following in pairwise(lines):
        if _is_wrapped(line, following, width):
            text = _seamed(text, following, hyphenated)
        else:
            text += "\n" + following
    return text + "\n\n"


def _is_wrapped(line: str, following: str, width: int) -> bool:
    if _ENDS.search(line) and columns(following) < _SHORT * width and not _ENDS.search(following):
        return False
    return goes_on(line, following, width) and not (LIST_ITEM.match(following) and not line.endswith("-"))


def _seamed(text: str, following: str, hyphenated: set[str]) -> str:
    """Text and the line that continues it: blanks between Latin words, none in Chinese, hyphens only if meant."""
    last, first = _LAST_WORD.search(text), _FIRST_WORD.match(following)
    if last and first:
        meant = (
            text[: last.start()].endswith("-")
            or first[0][0].isupper()
            or (last[0] + first[0]).lower() in hyphenated
        )
        return (text if meant else text[:-1]) + following
    blank = "" if _CHINESE_EDGE.match(text[-1]) or _CHINESE_EDGE.match(following[0]) else " "
    return text + blank + following
