"""One question of the report: what was asked, expected and answered, and the citations where they stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from qa.evaluation.report.wording import Words
from qa.evaluation.types import Case, Cited

_BLANK_LINES = re.compile(r"\n\s*\n")
_AROUND = 100  # characters of the document shown on either side of a citation


def case_html(case: Case, texts: Mapping[str, str], word: Words) -> str:
    """A folded entry; its data attributes are what the filters look at."""
    outcome = str(case.outcome or "unjudged")
    attributes = {"outcome": outcome, "kind": str(case.kind), "direction": case.direction}
    data = " ".join(f'data-{name}="{escape(value, quote=True)}"' for name, value in attributes.items())
    parts = [_line(word("answer"), case.prediction.answer, "said"), _line(word("short"), case.prediction.short)]
    parts.append(_line(word("expected"), _expected(case, word)))
    if case.prediction.error:
        parts.append(_line(word("error"), case.prediction.error))
    if case.prediction.citations:
        cited = "".join(_citation(each, texts, word) for each in case.prediction.citations)
        parts.append(f"<h3>{escape(word('citations'))}</h3>{cited}")
    if case.question.evidence:
        quotes = "".join(f"<blockquote>{escape(each.quote)}{_source(each.source)}</blockquote>"
                         for each in case.question.evidence)  # fmt: skip
        parts.append(f"<h3>{escape(word('evidence'))}</h3>{quotes}")
    scores = " · ".join(f"{escape(word(name))} {value:.2f}" for name, value in case.scores.items() if "@" not in name)
    parts.append(f'<p class="scores">{escape(word("confidence"))} {case.prediction.confidence:.2f} · {scores}</p>')
    return (
        f'<details class="case" {data}><summary><span class="badge {outcome}">{escape(word(outcome))}</span> '
        f'<span class="asked">{escape(case.question.text)}</span> <small>{escape(case.question.id)}</small></summary>'
        f"{''.join(parts)}</details>"
    )


def _expected(case: Case, word: Words) -> str:
    if case.question.answers is None:
        return word("not_given")
    return " / ".join(case.question.answers) or word("must_refuse")


def _line(name: str, text: str, style: str = "") -> str:
    if not text:
        return ""
    return f'<p class="line {style}"><span>{escape(name)}</span> {escape(text)}</p>'


def _source(source: str, page: str = "") -> str:
    return f"<cite>{escape(source)}{escape(page)}</cite>" if source else ""


def _citation(cited: Cited, texts: Mapping[str, str], word: Words) -> str:
    """The citation highlighted in the text around it; alone where the document is not at hand."""
    source, start, end = cited.place
    text = texts.get(source, "")
    before, after = (
        _BLANK_LINES.sub("\n", each) for each in (text[max(0, start - _AROUND) : start], text[end : end + _AROUND])
    )
    marked = text[start:end] or cited.quote
    lead, trail = "…" if start > _AROUND else "", "…" if end + _AROUND < len(text) else ""
    page = f", {word('page').format(cited.page)}" if cited.page else ""
    return (
        f'<blockquote><b>[{cited.number}]</b> {lead}{escape(before)}<mark>{escape(marked)}</mark>{escape(after)}{trail}'
        f"{_source(source, page)}</blockquote>"
    )
