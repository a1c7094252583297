"""The extractive answerer: the answer read out of the documents, and the sentences that carry it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from corpus import Language, Span
from index.folding import fold
from index.quantities import Quantity, quantities
from index.words import terms
from qa import say
from qa.quotes import evidence_for, shown
from qa.types import Draft, Evidence, ReadSpan, Statement, Task

MOST_DOCUMENTS = 4  # cited for one and the same fact
_MOST_OF_QUOTE = 0.7  # an answer that fills this share of what is shown is not said twice
_SAME_SUBJECT = 0.6  # share of words in common from which two sentences speak of the same thing
LONGEST_SHORT = 120


class ExtractiveAnswerer:
    """Says what was read, and quotes it; refuses where nothing was read."""

    def draft(self, task: Task) -> Draft:
        best = _first(task.spans, task.language)
        if best is None:
            return Draft(())
        others = _best_elsewhere(task.spans, best)
        same = [span for span in others if _same_fact(best, span)][: MOST_DOCUMENTS - 1]
        differing = [span for span in others if _contradicts(best, span)][:1]
        evidence = _evidence(best)
        statements = [*_carried(best, evidence, [_evidence(span) for span in same], task.language)]
        statements += [_other(span, task.language) for span in differing]
        return Draft(tuple(statements), best.text.strip()[:LONGEST_SHORT])


def _first(spans: Sequence[ReadSpan], language: Language) -> ReadSpan | None:
    """The best span; where the same fact also stands in the question's language, that one."""
    if not spans:
        return None
    readable = (span for span in _each_sentence(spans) if span.sentence.passage.language == language)
    return next((span for span in readable if _same_fact(spans[0], span)), spans[0])


def _each_sentence(spans: Iterable[ReadSpan]) -> list[ReadSpan]:
    """The best span of each sentence, in order."""
    found: dict[tuple[str, int], ReadSpan] = {}
    for span in spans:
        found.setdefault((span.sentence.passage.document_id, span.sentence.start), span)
    return list(found.values())


def _best_elsewhere(spans: Sequence[ReadSpan], best: ReadSpan) -> list[ReadSpan]:
    """The best span of each other document."""
    found: dict[str, ReadSpan] = {best.sentence.passage.document_id: best}
    for span in spans:
        found.setdefault(span.sentence.passage.document_id, span)
    return list(found.values())[1:]


def _evidence(span: ReadSpan) -> Evidence:
    sentence = span.sentence
    return evidence_for(sentence.passage, Span(sentence.start, sentence.end), Span(span.start, span.end))


def _carried(
    span: ReadSpan, evidence: Evidence, same: Sequence[Evidence], language: Language
) -> Iterable[Statement]:
    """The answer by itself, cited to every document that has it, and the quote that carries it."""
    part = shown(evidence, Span(span.start, span.end))
    quote = _slice(evidence, part)
    answer = _answer(span, evidence, language)
    if span.end - span.start < _MOST_OF_QUOTE * len(quote):
        yield Statement(say.sentence_of(answer, language), (evidence, *same))
        yield Statement(say.quoted(quote, language, answer), (evidence,))
    else:
        yield Statement(say.quoted(quote, language), (evidence, *same))


def _other(span: ReadSpan, language: Language) -> Statement:
    evidence = _evidence(span)
    quote = _slice(evidence, shown(evidence, Span(span.start, span.end)))
    return Statement(say.differing(_answer(span, evidence, language), quote, language), (evidence,))


def _answer(span: ReadSpan, evidence: Evidence, language: Language) -> str:
    local = Span(span.start - evidence.start, span.end - evidence.start)
    return say.short_answer(evidence.quote, local, language)


def _slice(evidence: Evidence, part: Span) -> str:
    offset = evidence.passage.start
    return evidence.passage.text[part.start - offset : part.end - offset]


def _figure(span: ReadSpan) -> Quantity | None:
    """The only figure of the span, with the unit it has in its sentence."""
    start, end = span.start - span.sentence.start, span.end - span.sentence.start
    found = [each for each in quantities(span.sentence.text) if each.start < end and start < each.end]
    return found[0] if len(found) == 1 else None


def _same_fact(first: ReadSpan, second: ReadSpan) -> bool:
    one, other = _figure(first), _figure(second)
    if one is not None and other is not None:
        return one.key == other.key
    return fold(first.text).text.strip() == fold(second.text).text.strip()


def _contradicts(first: ReadSpan, second: ReadSpan) -> bool:
    """Whether two documents give the same thing different figures of one unit."""
    one, other = _figure(first), _figure(second)
    if one is None or other is None or one.key == other.key:
        return False
    alike = (one.kind, one.unit) == (other.kind, other.unit) and isinstance(one.value, Fraction)
    return alike and _in_common(first, second) >= _SAME_SUBJECT


def _in_common(first: ReadSpan, second: ReadSpan) -> float:
    """The share of the shorter sentence's words that the other has, the answers themselves left out."""
    own, others = (set(terms(span.sentence.text.replace(span.text, " "))) for span in (first, second))
    return len(own & others) / max(1, min(len(own), len(others)))
