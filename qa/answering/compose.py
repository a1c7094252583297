"""From a verified draft to the answer that is returned: marks numbered, citations in their order."""

from __future__ import annotations

from corpus import Span
from corpus.sentences import clauses
from qa.saying import say
from qa.types import Answer, Citation, Draft, Evidence, Task

LONGEST_SHORT = 120  # characters of the bare answer


def composed(question: str, task: Task, draft: Draft, confidence: float, k: int) -> Answer:
    """The answer with its marks and citations, or the refusal where the draft says nothing."""
    hits = task.hits[:k]
    if not draft.statements:
        text = say.refusal(task.language, bool(hits))
        return Answer(question, task.language, False, confidence, "", text, (), hits, 0.0, task.question, draft.note)
    citations: list[Citation] = []
    lines = [
        say.marked(statement.text, sorted({_number(citations, each) for each in statement.evidence}))
        for statement in draft.statements
    ]
    lines += [say.unanswered(draft.unanswered, task.language)] if draft.unanswered else []
    short = say.decided(draft.verdict, draft.short or _clause(citations[0]), task.language, task.question)
    return Answer(
        question,
        task.language,
        True,
        confidence,
        short[:LONGEST_SHORT],
        "\n".join(lines),
        tuple(citations),
        hits,
        0.0,
        task.question,
        draft.note,
        draft.unfinished,
    )


def _number(citations: list[Citation], evidence: Evidence) -> int:
    """The number of the citation that holds the evidence; a new one where none does yet."""
    for citation in citations:
        same = citation.passage.document_id == evidence.passage.document_id
        if same and citation.start <= evidence.start and evidence.end <= citation.end:
            return citation.number
    page = evidence.passage.page
    citations.append(Citation(len(citations) + 1, evidence.passage, evidence.start, evidence.end, page))
    return len(citations)


def _clause(citation: Citation) -> str:
    """The first clause of the quote."""
    first = next(iter(clauses(citation.quote)), Span(0, LONGEST_SHORT))
    return citation.quote[first.start : min(first.end, first.start + LONGEST_SHORT)].strip("，,；;：:。. ")
