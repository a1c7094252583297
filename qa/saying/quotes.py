"""What is cited: a verbatim slice of at most LONGEST characters, cut at clauses, that holds what it is cited for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus import Language, Passage, Span
from corpus.sentences import clauses
from qa.types import Evidence

LONGEST = 300  # characters of a citation
_SHOWN, _SHOWN_IN_ENGLISH = 120, 240  # characters above which an answer shows a part of the quote only
_MORE = 12  # characters at least that a part must have beside what it is shown for
_LINE_MARK = re.compile(r"(?:#{1,6}|[-*+•●▪])[ \t]+")
_PART_END = re.compile(r"[；;]")
_EDGE = "，,；;：:、—"


def evidence_for(passage: Passage, whole: Span, kept: Span) -> Evidence:
    """The sentence `whole`, or the run of its clauses around `kept` that is short enough; offsets are the document's.

    Clauses before `kept` are taken first, because they name the subject. `kept` itself is never cut, unless it is
    longer than LONGEST.
    """
    offset = passage.start
    local, inner = Span(whole.start - offset, whole.end - offset), Span(kept.start - offset, kept.end - offset)
    start, end = _run(passage.text, _clauses(passage.text, local), inner, LONGEST)
    return Evidence(passage, offset + start, offset + end)


def shown(evidence: Evidence, kept: Span) -> Span:
    """The part of the quote that an answer shows: all of it, or of a long one the part between semicolons with `kept`.

    The mark of a heading or of a bullet is left out. Offsets are the document's.
    """
    if (mark := _LINE_MARK.match(evidence.quote)) and evidence.start + mark.end() <= kept.start:
        evidence = replace(evidence, start=evidence.start + mark.end())
    longest = _SHOWN_IN_ENGLISH if evidence.passage.language is Language.ENGLISH else _SHOWN
    if evidence.end - evidence.start <= longest:
        return Span(evidence.start, evidence.end)
    offset, text = evidence.passage.start, evidence.passage.text
    whole = Span(evidence.start - offset, evidence.end - offset)
    inner = Span(kept.start - offset, kept.end - offset)
    start, end = _without_edges(text, _part(text, whole, inner), inner)
    if end - start > longest:
        part = _run(text, _clauses(text, Span(start, end)), inner, longest)
        if part.end - part.start >= inner.end - inner.start + _MORE:  # "On 31 October" alone says nothing
            start, end = part
    return Span(offset + start, offset + end)


def _clauses(text: str, whole: Span) -> list[Span]:
    return clauses(text, *whole) or [whole]


def _part(text: str, whole: Span, kept: Span) -> Span:
    """The part of `whole` between semicolons that holds `kept`."""
    ends = [mark.end() for mark in _PART_END.finditer(text, *whole)]
    start = max((end for end in ends if end <= kept.start), default=whole.start)
    end = min((end for end in ends if end >= kept.end), default=whole.end)
    return _trimmed(text, start, end)


def _run(text: str, pieces: Sequence[Span], kept: Span, longest: int) -> Span:
    """The longest run of neighbouring clauses around `kept` within `longest` characters."""
    inside = [n for n, piece in enumerate(pieces) if piece.start < kept.end and kept.start < piece.end]
    first, last = (inside[0], inside[-1]) if inside else (0, 0)
    if pieces[last].end - pieces[first].start > longest:
        return _window(text, Span(pieces[first].start, pieces[last].end), kept, longest)
    while True:
        if first and pieces[last].end - pieces[first - 1].start <= longest:
            first -= 1
        elif last + 1 < len(pieces) and pieces[last + 1].end - pieces[first].start <= longest:
            last += 1
        else:
            break
    return _without_edges(text, Span(pieces[first].start, pieces[last].end), kept)


def _window(text: str, whole: Span, kept: Span, longest: int) -> Span:
    """Where one clause is too long: characters around `kept`, cut at blanks where there are any."""
    spare = max(0, longest - (kept.end - kept.start))
    start = max(whole.start, kept.start - spare // 2)
    end = min(whole.end, start + longest)
    start = max(whole.start, min(start, end - longest))
    if start > whole.start and (blank := text.find(" ", start, kept.start)) >= 0:
        start = blank + 1
    if end < whole.end and (blank := text.rfind(" ", kept.end, end)) >= 0:
        end = blank
    return _trimmed(text, start, end)


def _without_edges(text: str, span: Span, kept: Span) -> Span:
    """The span without the comma it would end with."""
    end = span.end
    while end > kept.end and text[end - 1] in _EDGE:
        end -= 1
    return Span(span.start, end)


def _trimmed(text: str, start: int, end: int) -> Span:
    """The span without the blanks at its edges."""
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))
