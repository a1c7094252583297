"""The conversation: questions, answers whose marks open their sources, and what goes with each."""

from __future__ import annotations

import re

from corpus import sample_paths
from qa.saying.say import wording
from qa.types import Answer, Citation
from qa.web.evidence import place
from qa.web.markup import button, escape
from qa.web.session import Exchange, Opened, Session
from qa.web.strings import Strings, strings

_MARK = re.compile(r"\[(\d{1,4})\]")
_BEGINNING, _END = 150, 50  # characters shown of a long question as it was understood: the visitor has just written it


def conversation(session: Session) -> str:
    """Everything said so far; before the first question, an invitation."""
    words = strings(session.language)
    if not session.exchanges:
        return _invitation(session, words)
    last = len(session.exchanges) - 1
    turns = [_exchange(exchange, number, number == last, words) for number, exchange in enumerate(session.exchanges)]
    return f'<div class="turns" role="log" aria-live="polite">{"".join(turns)}</div>'


def _invitation(session: Session, words: Strings) -> str:
    """A greeting, with questions to start from while the sample is among the documents."""
    sample = {path.name for path in sample_paths()}
    questions = words.samples if any(document.source in sample for document in session.documents) else ()
    samples = "".join(button(question, "example_select", question, "sample") for question in questions)
    trying = f'<p class="try">{escape(words.try_asking)}</p><div class="samples">{samples}</div>' if samples else ""
    return f'<div class="invitation"><h2>{escape(words.greeting)}</h2><p>{escape(words.invitation)}</p>{trying}</div>'


def _exchange(exchange: Exchange, number: int, last: bool, words: Strings) -> str:
    asked = escape(exchange.question)
    question = f'<div class="question" id="exchange-{number}" data-testid="user" dir="auto">{asked}</div>'
    again = button(words.retry, "retry", str(number)) if last and not exchange.pending else ""
    waiting = f'<p class="pending">{escape(words.thinking)}</p>' if exchange.pending else ""
    if exchange.answer is not None:
        problem = f'<p class="aside">{escape(exchange.problem)}</p>' if exchange.problem else ""
        body = _answer(exchange.answer, number, words) + problem
        body += waiting or _footer(exchange.answer, again, words)
    elif waiting:
        body = waiting
    else:
        body = f'<p class="aside">{escape(exchange.problem or words.stopped)}</p><div class="actions">{again}</div>'
    return f'{question}<div class="answer" data-testid="bot">{body}</div>'


def _answer(answer: Answer, exchange: int, words: Strings) -> str:
    understood = ""
    if answer.asked and answer.asked != answer.question:
        asked = words.understood.format(question=_shortened(answer.asked))
        understood = f'<p class="aside">{escape(asked)}</p>'
    note = f'<p class="aside">{escape(answer.note)}</p>' if answer.note else ""
    paragraphs = "".join(
        f'<p dir="auto">{_linked(line, answer.citations, exchange, words)}</p>'
        for line in answer.text.split("\n")
        if line.strip()
    )
    return understood + paragraphs + note + _sources(answer, exchange, words)


def _shortened(question: str) -> str:
    """The question without its middle where it is long: a follow-up is filled in anywhere, mostly near an end."""
    if len(question) <= _BEGINNING + _END:
        return question
    return f"{question[:_BEGINNING].rstrip()} … {question[-_END:].lstrip()}"


def _linked(text: str, citations: tuple[Citation, ...], exchange: int, words: Strings) -> str:
    """The text with each mark that has a citation made a link to it."""
    known = {citation.number: citation for citation in citations}
    pieces: list[str] = []
    position = 0
    for mark in _MARK.finditer(text):
        citation = known.get(int(mark.group(1)))
        if citation is not None:
            pieces += [escape(text[position : mark.start()]), _link(citation, exchange, words)]
            position = mark.end()
    return "".join([*pieces, escape(text[position:])])


def _link(citation: Citation, exchange: int, words: Strings) -> str:
    label = escape(words.source_number.format(number=citation.number))
    return (
        f'<a class="cite" href="#evidence" data-event="select" title="{escape(citation.quote)}" aria-label="{label}"'
        f' data-value="{Opened(exchange, "citation", citation.number)}">[{citation.number}]</a>'
    )


def _sources(answer: Answer, exchange: int, words: Strings) -> str:
    """Under the answer, one line for each source."""
    lines = "".join(
        f"<li>{_link(citation, exchange, words)} {place(citation.source, citation.title, citation.page, words)}</li>"
        for citation in answer.citations
    )
    return f'<ol class="sources">{lines}</ol>' if lines else ""


def _footer(answer: Answer, again: str, words: Strings) -> str:
    copy = (
        f'<button type="button" class="quiet" data-copy="{escape(plain(answer))}"'
        f' data-copied="{escape(words.copied)}">{escape(words.copy)}</button>'
    )
    figures = ""
    if answer.hits:  # small talk looks nothing up
        sure = words.confidence.format(percent=round(answer.confidence * 100))
        took = words.seconds.format(seconds=f"{answer.seconds:.2f}")
        figures = f'<span class="figures">{escape(f"{sure} · {took}")}</span>'
    return f'<div class="actions">{copy}{again}{figures}</div>'


def plain(answer: Answer) -> str:
    """The answer and its sources in its language, to be pasted elsewhere; a quote stands in it once."""
    said, words = wording(answer.language), strings(answer.language)
    lines = [answer.text]
    for citation in answer.citations:
        where = citation.source
        if citation.page is not None:
            where += ("，" if answer.language.chinese else ", ") + words.page.format(page=citation.page)
        quote = f"{said.opening}{citation.quote}{said.closing}"
        told = where if citation.quote in answer.text else quote + said.brackets.format(where)
        lines.append(f"[{citation.number}] {told}")
    return "\n".join(lines)
