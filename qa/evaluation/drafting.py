"""Drafting questions from a document's figures, dates and names: a start for a person's own question set."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from corpus import Document, Language, Span, text_language
from corpus.sentences import sentences
from index.quantities import Quantity, QuantityKind, quantities
from qa.evaluation import drafting_english

_SHORTEST, _LONGEST = 10, 200  # characters of a sentence that can be asked about by itself
# 《…》 and “…” name things in Chinese; in English a name is capitalised words inside a sentence.
_NAMES = re.compile(r"《[^《》\n]{2,30}》|“[^“”\n]{2,20}”|(?<=[a-z,] )[A-Z][a-z]+(?: (?:of |for |and )?[A-Z][a-z]+)+")
_WHEN = (QuantityKind.DATE, QuantityKind.TIME)
_MARKS = re.compile(r"^(?:[\s#>*\-+]+|\d+[.)、]\s*)+")
_FIGURE = re.compile(
    r"^(?:[\d.,\s%％零一二两三四五六七八九十百千万亿兆多余-]"
    r"|(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion|trillion)\b)+",
    re.IGNORECASE,
)
_STOP = ".。!！?？;；:："


def drafted(document: Document, limit: int) -> list[dict[str, Any]]:
    """At most `limit` rows of a question set, in the document's order, each marked as drafted.

    The first figure, date or name of a sentence is replaced by the word that asks for it, in the sentence's language.
    That is a question in Chinese; in English its words are put in order, and nothing is drafted where no rule can.
    """
    rows: list[dict[str, Any]] = []
    for kind, gap, sentence in _gaps(document):
        if len(rows) == limit:
            break
        if row := _row(document, kind, gap, sentence, len(rows) + 1):
            rows.append(row)
    return rows


def _row(
    document: Document, kind: QuantityKind | None, gap: Span, sentence: Span, number: int
) -> dict[str, Any] | None:
    text = document.text
    quote, answer = text[sentence.start : sentence.end], text[gap.start : gap.end]
    chinese = text_language(quote) is not Language.ENGLISH
    before, word = _MARKS.sub("", text[sentence.start : gap.start]), _word(kind, answer, chinese)
    after = text[gap.end : sentence.end].rstrip().rstrip(_STOP)
    question = before + word + after if chinese else drafting_english.asked(before, word, after)
    if question is None:
        return None
    question = " ".join(question.split())
    return {
        "id": f"{document.source}-{number:03}",
        "question": question[0].upper() + question[1:] + ("？" if chinese else "?"),
        "answers": [answer.strip("《》“”")],
        "evidence": [{"source": document.source, "quote": quote}],
        "language": "zh" if chinese else "en",
        "drafted": True,
    }


def _word(kind: QuantityKind | None, answer: str, chinese: bool) -> str:
    """What stands in a question where the answer stood; a figure's unit is kept, a name has no kind."""
    match kind:
        case None:
            return "什么" if chinese else drafting_english.WHO
        case QuantityKind.DATE | QuantityKind.TIME:
            return "什么时候" if chinese else drafting_english.WHEN
        case QuantityKind.PERCENT:
            return "百分之多少" if chinese else "what percentage"
        case QuantityKind.MONEY if not chinese:
            return "how much money"
        case _:
            unit = _FIGURE.sub("", answer).strip()
            return f"多少{unit}" if chinese else f"how many {unit}".rstrip()


def _gaps(document: Document) -> Iterator[tuple[QuantityKind | None, Span, Span]]:
    for sentence in sentences(document.text):
        text = document.text[sentence.start : sentence.end]
        if not _SHORTEST <= len(text) <= _LONGEST or text.startswith("#"):
            continue
        gap = _gap(text)
        if gap:
            kind, span = gap
            yield kind, Span(sentence.start + span.start, sentence.start + span.end), sentence


def _gap(text: str) -> tuple[QuantityKind | None, Span] | None:
    """The first figure that tells something, else a date, else a name."""
    marks = _MARKS.match(text)
    found = [each for each in quantities(text) if each.start >= (marks.end() if marks else 0)]
    dates = [each for each in found if each.kind in _WHEN and re.search(r"\d", text[each.start : each.end])]
    for each in [*filter(_telling, found), *dates]:
        return each.kind, Span(each.start, each.end)
    name = _NAMES.search(text)
    return (None, Span(*name.span())) if name else None


def _telling(quantity: Quantity) -> bool:
    bare = quantity.kind is QuantityKind.NUMBER and quantity.end - quantity.start < 2
    return quantity.kind not in (*_WHEN, QuantityKind.ORDINAL) and not bare
