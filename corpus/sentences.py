"""Where sentences and clauses begin and end, in Chinese, English and both mixed; always as offsets of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Span
from corpus.paragraphs import paragraphs

LONGEST = 600  # characters; a run without a full stop is cut before it grows past this

_CLOSERS = "”’」』）)\\]】》〉\"'"
_END = re.compile(
    rf"(?:[。！？!?…]+|\.(?=[{_CLOSERS}]*(?:\s|$|\[\d)|[{_CLOSERS}]*[\u4e00-\u9fff])[.]*)[{_CLOSERS}]*(?:\[\d+\])*"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[“\"'])(?:mr|mrs|ms|dr|prof|st|gen|col|lt|sgt|capt|rev|hon|gov|sen|rep|jr|sr|messrs|mt|ft|vs|etc|al|"
    r"e\.g|i\.e|cf|ca|approx|fig|figs|eq|vol|vols|ch|sec|pp?|ed|eds|no|nos|inc|ltd|co|corp|bros|dept|univ|assn|"
    r"jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|a\.m|p\.m|ph\.d|u\.s|u\.k|u\.n|e\.u|d\.c)\.$",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"(?:^|[\s.(“\"'])[A-Z]\.$")
_NEVER_LAST = re.compile(
    r"(?:^|[\s(\[“\"'])(?:mr|mrs|ms|dr|prof|st|gen|col|capt|rev|gov|sen|e\.g|i\.e|cf|ca|vs|fig|figs|eq|vol|pp?)\.$",
    re.IGNORECASE,
)
_FUNCTION_WORD = re.compile(
    r"\s+[“\"'(\[]*(?:The|This|That|These|Those|It|Its|He|She|They|We|You|I|In|On|At|By|For|From|After|Before|But|"
    r"And|However|As|When|While|If|Although|There|His|Her|Their|Our|A|An|Since|During|With|To|Of|Many|Some|Most)\b"
)
_OPENS_SENTENCE = re.compile(r"\s+[“‘\"'(\[「『（【《]*(?:[A-Z0-9\u00c0-\u00de$€£¥]|[\u3400-\u9fff])")
_ENUMERATOR = re.compile(r"^\s*(?:[(（]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})\.)$")
_ATTRIBUTION = re.compile(r"[^，。,；;！？!?\s]{0,10}(?:说|道|问|答|表示|指出|称|說|問|稱|介绍|介紹)[。！]")
_GOES_ON = re.compile(r"[ \t]+[a-z]")  # "Is it?" he asked.
_QUERY_STRING = re.compile(r"(?:https?://|www\.)\S*$")

_CLAUSE_END = re.compile(
    rf"(?:[，；：]|[,;](?!\d)|(?<!\d)[,;]|:(?!\d|//)|——|—|\s[-–]\s)[{_CLOSERS}]*"
)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of text[start:end], in order; every non-blank character stands in exactly one.

    A heading or list item without a full stop is a sentence of its own. `；` joins clauses and ends nothing.
    """
    found: list[Span] = []
    for paragraph in paragraphs(text, start, len(text) if end is None else end):
        for whole in _between(text, paragraph, _sentence_ends(text, paragraph)):
            found += _within_limit(text, whole)
    return found


def clauses(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The clauses of text[start:end], in order, each with the mark that closes it; numbers stay whole (1,000)."""
    return [
        clause
        for sentence in sentences(text, start, end)
        for clause in _between(text, sentence, (mark.end() for mark in _CLAUSE_END.finditer(text, *sentence)))
    ]


def trimmed(text: str, start: int, end: int) -> Span:
    """The span without the blanks at its edges; empty at `end` when there is nothing else."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(start + left, max(start + left, start + len(piece.rstrip())))


def _between(text: str, whole: Span, ends: Iterator[int]) -> Iterator[Span]:
    start = whole.start
    for end in (*ends, whole.end):
        span = trimmed(text, start, end)
        if span.start < span.end:
            yield span
        start = end


def _sentence_ends(text: str, paragraph: Span) -> Iterator[int]:
    start = paragraph.start
    for mark in _END.finditer(text, *paragraph):
        if mark.end() < paragraph.end and not _ends_sentence(text, start, mark, paragraph.end):
            continue
        yield mark.end()
        start = mark.end()


def _ends_sentence(text: str, start: int, mark: re.Match[str], limit: int) -> bool:
    first = mark.group()[0]
    if first == ".":
        return _full_stop(text, start, mark, limit)
    if _GOES_ON.match(text, mark.end(), limit):
        return False
    if first in "!?" and not text[mark.end()].isspace() and text[mark.end()].isascii():
        # "a?b=c" and "Yahoo!s" go on; a Chinese sentence needs no blank after its half-width mark.
        return not (text[mark.end()].isalnum() or _QUERY_STRING.search(text, start, mark.start()))
    if first == "…":
        return text[mark.end()].isspace() or mark.end() - mark.start() > len(mark.group().rstrip("”’」』"))
    quoted = mark.group()[-1] in "”’」』\""
    return not (quoted and _ATTRIBUTION.match(text, mark.end(), limit))


def _full_stop(text: str, start: int, mark: re.Match[str], limit: int) -> bool:
    after = mark.end()
    if not text[after].isspace():
        return True  # a half-width stop between Chinese sentences
    before = text[max(start, mark.start() - 12) : mark.start() + 1]
    if _ENUMERATOR.match(text[start : mark.start() + 1]):
        return False
    if _NEVER_LAST.search(before):
        return False
    if _ABBREVIATION.search(before) or _INITIAL.search(before):
        if before.lower().endswith("no.") and not text[after:limit].lstrip()[:1].isdigit():
            return True
        return _FUNCTION_WORD.match(text, after, limit) is not None
    return _OPENS_SENTENCE.match(text, after, limit) is not None


def _within_limit(text: str, sentence: Span) -> Iterator[Span]:
    start, end = sentence
    while end - start > LONGEST:
        cut = start
        for mark in _CLAUSE_END.finditer(text, start, start + LONGEST):
            cut = mark.end()
        if cut <= start + LONGEST // 4:
            blank = text.rfind(" ", start + LONGEST // 4, start + LONGEST)
            cut = blank if blank > 0 else start + LONGEST
        piece = trimmed(text, start, cut)
        if piece.start < piece.end:
            yield piece
        start = trimmed(text, cut, end).start
    if start < end:
        yield Span(start, end)
