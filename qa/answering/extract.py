"""The extractive answerer: the answer read out of the documents, and the sentences that carry it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus import Span
from corpus.tables import cells, header_of, heading_over, is_barred
from index.folding import fold
from index.quantities import is_one_end, quantities
from qa.answering.claims import claim, numbering
from qa.answering.corroboration import in_full, in_language, readable, same_in
from qa.answering.items import with_items
from qa.answering.verdicts import verdict
from qa.headed import with_unit
from qa.identifiers import identifier_asked_for
from qa.reading.tabular.about import may_be_several
from qa.saying import say
from qa.saying.quotes import evidence_for, shown
from qa.types import Draft, Evidence, Kind, ReadSpan, Statement, Task, Verdict

_LONG = 105  # characters, from which an answer that ends within a clause has been cut
_MOST_AT_ONCE = 6  # things that take place at one time and are told
_MOST_OF_QUOTE = 0.7  # an answer that fills this share of what is shown is not said twice


class ExtractiveAnswerer:
    """Says what was read, and quotes it; refuses where nothing was read."""

    def draft(self, task: Task) -> Draft:
        if not task.spans:
            return Draft(())
        read = readable(task.spans, task.language)
        asserted = task.kind is Kind.YES_NO
        if items := with_items(read, task):
            evidence = _evidence(items)
            return Draft((Statement(say.quoted(evidence.quote, task.language), (evidence,)),), items.text)
        span = claim(read, task.query) if asserted else in_full(_whole_figure(read), task.sentences)
        others = [same_in(span, each.spans[0].sentence) or each.spans[0] for each in task.fellows]
        own = [other for other in others if in_language(other, task.language)]
        if own and not in_language(span, task.language):
            span, others = own[0], [span, *(other for other in others if other is not own[0])]
        if beside := _on_as_well(span, task):
            told = sorted((span, *beside), key=lambda each: each.start)
            listed = tuple(statement for each in told for statement in _carried(each, (), task, Verdict.UNCLEAR))
            return Draft(listed, told[0].text)
        found = verdict(task, span) if asserted else Verdict.UNCLEAR
        statements = [*_carried(span, [_evidence(other) for other in others], task, found)]
        statements += [_differing(rival, number == 0) for number, rival in enumerate(task.rivals)]
        return Draft(tuple(statements), span.text.strip(), verdict=found)


def _on_as_well(span: ReadSpan, task: Task) -> list[ReadSpan]:
    """What else takes place then, or goes there, in other rows of the same document."""
    if not span.plain or not may_be_several(task.question):
        return []
    document = span.sentence.passage.document_id
    plain = [each for each in task.spans if each.plain and each.sentence.passage.document_id == document]
    others = {each.sentence.start: each for each in plain if each.sentence.start != span.sentence.start}
    return list(others.values())[: _MOST_AT_ONCE - 1]


def _whole_figure(span: ReadSpan) -> ReadSpan:
    """The span, of a part of one figure the whole figure: 31日 becomes 10月31日."""
    start, end = span.within
    for each in quantities(span.sentence.text):
        if each.start <= start and end <= each.end and not is_one_end(each, span.sentence.text, start, end):
            return replace(span, start=span.sentence.start + each.start, end=span.sentence.start + each.end)
    return span


def _evidence(span: ReadSpan) -> Evidence:
    sentence = span.sentence
    return evidence_for(sentence.passage, Span(sentence.start, sentence.end), Span(span.start, span.end))


def _carried(span: ReadSpan, same: Sequence[Evidence], task: Task, found: Verdict) -> Iterator[Statement]:
    """The answer by itself, cited to every document that has it, and the quote that carries it."""
    evidence = _evidence(span)
    quote = _shown(evidence, span)
    quote = quote[numbering(quote) :] if found else quote
    fills = span.end - span.start >= _MOST_OF_QUOTE * len(quote)
    if fills and (found or not _is_converted(span, evidence, task)):
        said = say.quoted(quote, task.language, around=span.sentence.passage.language)
        said = say.decided(found, said, task.language, task.question)
        yield Statement(said, (evidence, *same))
        return
    answer = say.decided(found, _answer(span, evidence, task), task.language, task.question)
    said = answer + say.wording(task.language).stop if _is_typed(span, task) else say.sentence_of(answer, task.language)
    yield Statement(said, (evidence, *same))
    quoted = say.quoted(quote, task.language, answer, span.sentence.passage.language)
    yield Statement(quoted + say.headed(_names_over(evidence, quote), task.language), (evidence,))


def _is_converted(span: ReadSpan, evidence: Evidence, task: Task) -> bool:
    """Whether the answer alone is said in figures of the other language, and not as it stands or quoted."""
    shown_first = (span.text.strip(), say.wording(task.language).opening)
    return not in_language(span, task.language) and not _answer(span, evidence, task).startswith(shown_first)


def _is_typed(span: ReadSpan, task: Task) -> bool:
    """Whether its small letters matter: it stands in backticks, or a password or a code is asked for."""
    return identifier_asked_for(fold(task.question).text) or "`" in span.sentence.text[: span.within[0]][-1:]


def _names_over(evidence: Evidence, quote: str) -> list[str]:
    """The names of the columns, where a whole row between bars is quoted."""
    header = header_of(evidence.passage, evidence.start) if quote == evidence.quote and is_barred(quote) else ""
    names = [cell.heading for cell in cells(quote, header)] if header else []
    return names if sum(map(len, names)) <= _LONG else []


def _differing(rival: Task, first: bool) -> Statement:
    asserted = rival.kind is Kind.YES_NO
    span = claim(rival.spans[0], rival.query) if asserted else _whole_figure(rival.spans[0])
    evidence = _evidence(span)
    quote = _shown(evidence, span)
    if asserted:
        answer = say.yes_or_no(verdict(rival, span), quote, rival.language, rival.question).lower()
    else:
        answer = _answer(span, evidence, rival)
    return Statement(say.differing(answer, quote, rival.language, first), (evidence,))


def _answer(span: ReadSpan, evidence: Evidence, task: Task) -> str:
    local = Span(span.start - evidence.start, span.end - evidence.start)
    row = Span(evidence.start, evidence.end)
    if told := with_unit(span.text, heading_over(evidence.passage, row, span.start)):
        return say.with_unit(told, span.text, task.language)
    answer = say.short_answer(evidence.quote, local, task.language, task.kind is Kind.PERSON)
    return f"{answer}…" if _is_cut(span) else answer


def _is_cut(span: ReadSpan) -> bool:
    """Whether it ends in the midst of a clause because all of it would be too long for an answer."""
    behind = span.sentence.text[span.within[1] :].lstrip(" ")
    return span.end - span.start > _LONG and behind[:1].isalnum()


def _shown(evidence: Evidence, span: ReadSpan) -> str:
    """The part of the quote that the answer shows."""
    offset = evidence.passage.start
    start, end = shown(evidence, Span(span.start, span.end))
    return evidence.passage.text[start - offset : end - offset]
