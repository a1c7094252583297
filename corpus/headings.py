"""Headings: which paragraphs head what follows them, and how they nest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.document import Span
from corpus.lines import LIST_ITEM, columns, paragraphs
from corpus.sentences import sentences
from corpus.tables import is_row

_Heading = tuple[int, str]  # rank (a smaller one stands above) and words

_DIGITS = "[一二三四五六七八九十百零〇0-9]+"
_MARKDOWN = re.compile(r"(#{1,6})[ \t]+(\S.*?)[ \t]*#*$")
_UNDERLINED = re.compile(r"([^\n]+)\n[ \t]*(={3,}|-{3,})$")
_FENCE = re.compile(r"```|~~~")
# Numbered headings, outermost first; how deep 1.2.3 is, its dots say.
_NUMBERED = tuple(
    re.compile(pattern)
    for pattern in (
        f"第{_DIGITS}[编編篇部][^，。；]*$|(?:Part|PART|Book) [IVX\\d]+\\b",
        f"第{_DIGITS}章|(?:Chapter|CHAPTER|Appendix|APPENDIX) [IVX\\dA-Z]+\\b|附[录錄]",
        f"第{_DIGITS}[节節]|(?:Section|SECTION|Article|ARTICLE) [IVX\\d]+\\b",
        "[一二三四五六七八九十]+、",
        "[（(][一二三四五六七八九十]+[）)]",
        # What a figure counts, or a date, begins no heading: 30分钟以内, 5月18日.
        r"\d{1,2}(?:\.\d{1,2}){0,4}(?![年月日号点时分秒天周个小元人])[.、．]?[ \t\u3000]*(?=[A-Z\u4e00-\u9fff])",
    )
)
_ENDS_OPEN = "。！？.!?；;，,、：:…|"  # a line that ends so is no heading
_ASKS = "？?！!"
_COLONS = "：:"
_UNLIKE_HEADING = re.compile(r"[：:。；;|\t]|\d{4,}.*\d{4,}|https?:|@")
_UNLIKE_TITLE = re.compile(r"[。|\t]|https?:|@|(?:Q|A|问|問|答)\d*[.：:]")
_PARTED = re.compile(r"\t|,\S+,\S")  # a row of a table: 第一节 and then a lesson for each day
_FIELD = re.compile(r"[^：:。.]{1,30}[：:]")  # what a line of a form begins with
_LETTER = re.compile(r"[^\W\d_]")

_WIDEST_PLAIN = 60  # columns: thirty Chinese characters
_WIDEST_NUMBERED = 80
_WIDEST_TITLE = 100
_TITLE, _NUMBERED_RANK, _PLAIN, _LABEL = 0, 10, 30, 40
_WIDEST_LABEL, _MOST_WORDS = 24, 4  # columns and words of a label that stands on a line of its own
_FEWEST_LABELS, _LONGEST_BLOCK = 3, 3
_OPENING = 2000  # characters looked at for a title
_LONGEST_OPENING = 3  # short lines under which running text begins: title, author, date
_FAR_LONGER = 2  # times as long as the line above it
_LONGEST_RUN = 2  # more short lines than this in a row are a list, a poem or a table


def heading_paths(text: str, spans: Sequence[Span], markdown: bool = True) -> Iterator[tuple[bool, tuple[str, ...]]]:
    """For each paragraph: whether it is a heading, and the headings it stands under, outermost first, itself included.

    Where Markdown marks headings, nothing else is one; otherwise chapter numbers and short lines without a full stop
    that stand above running text are.
    """
    ranked = [_markdown_heading(text[start:end]) if markdown else None for start, end in spans]
    _blank_fenced(text, spans, ranked)
    if not any(ranked):
        ranked = [_numbered_heading(text[start:end]) for start, end in spans]
        _blank_items(text, spans, ranked)
        _add_title(text, spans, ranked)
        _add_plain(text, spans, ranked)
    _add_labels(text, spans, ranked)
    open_headings: list[_Heading] = []
    for heading in ranked:
        if heading is not None:
            while open_headings and open_headings[-1][0] >= heading[0]:
                open_headings.pop()
            open_headings.append(heading)
        yield heading is not None, tuple(title for _, title in open_headings)


def title_of(text: str) -> str:
    """The heading a text opens with; a first line in capitals with a second one right under it; else empty."""
    first, second = [*map(str.strip, text.lstrip().split("\n", 2)), "", ""][:2]
    in_capitals = first.isupper() and " " in first and _fits(first, _WIDEST_PLAIN)
    if in_capitals and second and second[-1] not in _ENDS_OPEN and _fits(second, _WIDEST_TITLE):
        return f"{first}: {second}"
    spans = paragraphs(text, 0, min(len(text), _OPENING))[: _LONGEST_OPENING + 1]
    is_heading, path = next(heading_paths(text, spans), (False, ()))
    if is_heading:
        return path[0]
    return first if in_capitals else ""


def _markdown_heading(paragraph: str) -> _Heading | None:
    if "\n" in paragraph:
        underlined = _UNDERLINED.match(paragraph)
        if underlined is None or _UNLIKE_HEADING.search(underlined[1]):
            return None
        return 1 if underlined[2][0] == "=" else 2, underlined[1].strip()
    marked = _MARKDOWN.match(paragraph)
    return (len(marked[1]), marked[2].strip("*_ ")) if marked else None


def _numbered_heading(paragraph: str) -> _Heading | None:
    if "\n" in paragraph or paragraph[-1] in _ENDS_OPEN or not _fits(paragraph, _WIDEST_NUMBERED):
        return None
    if _PARTED.search(paragraph):
        return None
    for rank, pattern in enumerate(_NUMBERED):
        found = pattern.match(paragraph)
        if found:
            return _NUMBERED_RANK + rank + found[0].strip(" .、").count("."), paragraph
    return None


def _blank_fenced(text: str, spans: Sequence[Span], ranked: list[_Heading | None]) -> None:
    """Take back headings inside fenced code, where # begins a comment."""
    fenced = False
    for i, span in enumerate(spans):
        if fenced:
            ranked[i] = None
        if len(_FENCE.findall(text, *span)) % 2:
            fenced = not fenced


def _blank_items(text: str, spans: Sequence[Span], ranked: list[_Heading | None]) -> None:
    """Take back numbered lines in a row, of one rank, that a line with a colon leads up to: they are a list."""
    for i, (_, end) in enumerate(spans):
        if ranked[i] is not None or text[end - 1] not in _COLONS:
            continue
        ranks = [each and each[0] for each in ranked[i + 1 :]]
        count = next((n for n, rank in enumerate(ranks) if rank is None or rank != ranks[0]), len(ranks))
        if count > 1:
            ranked[i + 1 : i + 1 + count] = [None] * count


def _add_title(text: str, spans: Sequence[Span], ranked: list[_Heading | None]) -> None:
    """Make the line a text opens with its title, above all other headings, if the text goes on from there."""
    plain = 0
    while plain < len(spans) and ranked[plain] is None and _could_be_plain(text[slice(*spans[plain])]):
        plain += 1
    if len(spans) < 2 or ranked[0] is not None:
        return
    stands_apart = _stands_apart(text, spans)
    opens = 0 < plain <= _LONGEST_OPENING and plain < len(spans)
    goes_on = opens and (stands_apart or ranked[plain] is not None or _is_running_text(text[slice(*spans[plain])]))
    if goes_on or _is_title(text, spans, stands_apart):
        ranked[0] = _TITLE, text[slice(*spans[0])]


def _stands_apart(text: str, spans: Sequence[Span]) -> bool:
    """Whether a blank line follows the opening line and what may stand right under it, who issued the text and when."""
    block = next((n for n in range(1, len(spans)) if spans[n].start - spans[n - 1].end > 1), len(spans))
    under = [text[slice(*span)] for span in spans[1:block]]
    return block < len(spans) and block <= _LONGEST_OPENING and all(map(_may_stand_under_title, under))


def _may_stand_under_title(line: str) -> bool:
    return _fits(line, _WIDEST_TITLE) and line[-1] not in _ENDS_OPEN and not line[0].islower()


def _is_title(text: str, spans: Sequence[Span], stands_apart: bool) -> bool:
    """Whether a text opens with a line that is longer than other headings, asks or has a colon, and yet its title.

    One that stands above a form, above far longer text, or apart; a question only where no other is asked like it.
    """
    first, second, *others = (text[slice(*span)] for span in spans[: _LONGEST_OPENING + 1])
    if not _could_be_title(first):
        return False
    if first[-1] in _ASKS:
        return stands_apart and not any(each[-1] in _ASKS for each in (second, *others))
    above_form = [bool(_FIELD.match(each)) for each in (first, second, *others[:1])] == [False, True, True]
    above_text = len(second) >= _FAR_LONGER * len(first) and _is_running_text(second)
    return stands_apart or above_form or above_text


def _could_be_title(paragraph: str) -> bool:
    return (
        _could_head(paragraph, _WIDEST_TITLE)
        and (paragraph[-1] not in _ENDS_OPEN or paragraph[-1] in _ASKS)
        and not _UNLIKE_TITLE.search(paragraph)
        and not is_row(paragraph)
        and len(sentences(paragraph)) == 1
    )


def _add_plain(text: str, spans: Sequence[Span], ranked: list[_Heading | None]) -> None:
    """Add the short lines above running text; a second one in a row stands under the first."""
    run: list[int] = []
    for i, (start, end) in enumerate(spans):
        paragraph = text[start:end]
        if ranked[i] is None and _could_be_plain(paragraph):
            run.append(i)
            continue
        under_heading = bool(run) and run[0] > 1 and ranked[run[0] - 1] is not None
        if 0 < len(run) <= _LONGEST_RUN - under_heading and ranked[i] is None and _is_running_text(paragraph):
            for depth, number in enumerate(run):
                ranked[number] = _PLAIN + depth, text[slice(*spans[number])]
        run = []


def _add_labels(text: str, spans: Sequence[Span], ranked: list[_Heading | None]) -> None:
    """Add the labels of a list that tells each value on the line below its label, with or without blank lines between.
    """
    lines = [text[start:end] for start, end in spans]
    apart = [n == 0 or text.count("\n", spans[n - 1].end, spans[n].start) > 1 for n in range(len(spans))]
    blocks = [n for n, is_apart in enumerate(apart) if is_apart] + [len(lines)]
    groups = [(start, end) for start, end in pairwise(blocks) if (ranked[start] or (_PLAIN, ""))[0] >= _PLAIN]
    for start, end in groups:
        labels, values = lines[start:end:2], lines[start + 1 : end : 2]
        told = 2 * sum(any(map(str.isdigit, each)) for each in values) >= len(values)
        if len(labels) == len(values) >= _FEWEST_LABELS and told and all(map(_could_be_label, labels)):
            ranked[start:end] = [head for each in labels for head in ((_LABEL, each.strip("*_ ")), None)]
    run: list[int] = []
    for n, (start, end) in enumerate((*groups, (len(lines), len(lines)))):
        follows = not run or groups[n - 1][1] == start
        fits = 1 < end - start <= _LONGEST_BLOCK and _could_be_label(lines[start])
        if fits and follows:
            run.append(start)
            continue
        if len(run) >= _FEWEST_LABELS:
            for each in run:
                ranked[each : each + 2] = [(_LABEL, lines[each].strip("*_ ")), None]  # 7 Orchard Lane is no chapter
        run = [start] if fits else []


def _could_be_label(line: str) -> bool:
    """Whether a line is short enough to be the label of the line below it, and no figure."""
    short = columns(line) <= _WIDEST_LABEL and len(line.split()) <= _MOST_WORDS
    return short and _could_be_plain(line) and not any(map(str.isdigit, line))


def _could_be_plain(paragraph: str) -> bool:
    return (
        _could_head(paragraph, _WIDEST_PLAIN)
        and paragraph[-1] not in _ENDS_OPEN
        and not _UNLIKE_HEADING.search(paragraph)
    )


def _could_head(paragraph: str, width: int) -> bool:
    """Whether it is one line of letters, not too wide, that neither lists anything nor goes on from elsewhere."""
    return (
        _fits(paragraph, width)
        and "\n" not in paragraph
        and not LIST_ITEM.match(paragraph)
        and _LETTER.search(paragraph) is not None
        and not paragraph[0].islower()
    )


def _is_running_text(paragraph: str) -> bool:
    return not _fits(paragraph, _WIDEST_PLAIN) or paragraph[-1] in "。！？.!?”\"；;…"


def _fits(paragraph: str, width: int) -> bool:
    return len(paragraph) <= width and columns(paragraph) <= width
