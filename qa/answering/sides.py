"""Which part of what says yes of one thing and no of another is about the question, and what another clause says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus import Span
from corpus.sentences import clauses
from index.folding import fold
from index.query import QueryTerm
from index.words import TokenKind, terms, tokens
from qa.answering.denials import negates
from qa.reading.counting.siblings import words_of
from qa.reading.times.weekdays import weekdays

_CUT = re.compile(r"(?:\band |\bor )?(?=\bbut\b|\b(?:except|apart from|other than|excluding)\b)|(?=但|而(?!且))")
EXCEPTED = re.compile(r"(?:except|apart from|other than|excluding)\b|[^，,]{0,12}除外|\W*除了?[^，,]{1,16}外[，,]$")
_BESIDES = re.compile(r"\W*除了?[^，,]{1,16}外[，,]?.{0,12}[还也還]")
BARELY_NOT = re.compile(r"(?:\band |\bbut )?not (?:by|in|on|at|to|for|with|from|during|after|before|the|those)\b")
# What a part is denied or granted by, so that it tells no part from another.
OPEN = frozenset({"open", "开", "开放", "开门", "营业", "be", "do"})
_CONDITION = re.compile(r"\W*(?:if|when|where|unless|without|before|after|in|on|at|for|from|during|as|because)\b")
_OF_SAME = re.compile(
    r"\W*(?:(?:and|but|so|or|which|who|that|it|they|he|she|this|these|those|both|there|not|only"
    r"|(?:the )?(?:ones?|other)|is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|must"
    r"|should|to|with|\w+ing|\w+ed)\b)"
)
_FULL = re.compile(
    r"\W*(?:(?:the|an?|each|every|all|no|other|further|most|some|our|your) (?:[\w'’-]+ ){1,6}?[\w'’-]+|"
    r"(?:[\w'’-]+ ){1,5}(?:is|are|was|were|has|have|had|do|does|did|will|would|can|could|may|must|should|pays?)\b)"
)
_JOINED = re.compile(r"\W*(?:and|but|while|whereas)\s+")
_APART = "；;"
_ELLIPTIC = re.compile(r"\b(?:is|are|was|were|has|have|had|do|does|did|will|can|may|must)(?: not|n't)?\s*(?:\W*$|:)")


class Side(NamedTuple):
    """The part of a clause that the question is about, and whether it denies."""

    text: str
    denies: bool


def held(word: QueryTerm, forms: tuple[set[str], str]) -> bool:
    """Whether what `forms_of` gives says a word."""
    said, folded = forms
    return any(form in said or (not form.isascii() and form in folded) for form, _ in word.alternatives)


def forms_of(text: str) -> tuple[set[str], str]:
    """The terms of a text, and the text folded: Chinese may be cut otherwise there."""
    return set(terms(text)), fold(text).text


def side(words: Sequence[QueryTerm], question: str, clause: str) -> Side | None:
    """The part of a clause that a question is about where its parts say yes and no; None where that is open.

    It names the day asked about, or says every word of the question that the others say. What is only excepted or said
    not to be so too, in A but not in B, is denied if the question names it. The question is folded.
    """
    parts = _parts(fold(clause).text)
    denied = [negates(part) or bool(EXCEPTED.match(part)) for part in parts]
    if all(denied) and _names_exception(words, parts):
        return None
    if len(set(denied)) < 2:
        return Side(clause, any(denied))
    # Days are counted without those excepted; 除了甲外，还有乙 excepts nothing.
    if _BESIDES.match(clause) or any(EXCEPTED.match(part) and weekdays(part) for part in parts):
        return Side(clause, any(map(negates, parts)))
    counted = [word for word in words if word.term not in OPEN]
    said = [_said(counted, part) for part in parts]
    for n, part in enumerate(parts):
        barely = EXCEPTED.match(part) or BARELY_NOT.match(part) or (n and not _has_own_start(part, question))
        if barely and said[n] - set().union(*said[:n], *said[n + 1 :]):
            return Side(clause, True) if denied[n] and not any(denied[:n] + denied[n + 1 :]) else None
    days = weekdays(question)
    named = [n for n, part in enumerate(parts) if days and days <= weekdays(part)]
    if len(named) == 1:
        return Side(parts[named[0]], denied[named[0]])
    best = max(range(len(parts)), key=lambda n: len(said[n]))
    others = [n for n in range(len(parts)) if denied[n] != denied[best]]
    if all(said[n] < said[best] for n in others):
        return Side(parts[best], denied[best])
    return None


def _names_exception(words: Sequence[QueryTerm], parts: Sequence[str]) -> bool:
    """Whether what a question names is excepted, as a bank holiday is: closed on Mondays, except bank holidays."""
    return any(
        EXCEPTED.match(part) and _said(words, part) - _said(words, " ".join([*parts[:n], *parts[n + 1 :]]))
        for n, part in enumerate(parts)
    )


def is_apart(clause: str, before: str, question: str) -> bool:
    """Whether a clause speaks of something else than the one before it, so that no word of that is said in this.

    In English both have a subject; otherwise they are worded alike, and this has words of its own, and does not begin
    with what the other names already. All are folded.
    """
    if clause.isascii() and (found := _JOINED.match(clause)):
        clause = clause[found.end() :]
    if clause.isascii() and (_OF_SAME.match(clause) or _ELLIPTIC.search(clause)):
        return False
    if _is_full(clause) and _is_full(before):
        return True
    alike = words_of(clause) & words_of(before) or before.rstrip()[-1:] in _APART
    return bool(alike) and _first(clause) not in before and bool(_own(clause, f"{question}\n{before}"))


def of_asked(words: Sequence[QueryTerm], question: str, text: str, read: Span) -> Span:
    """The clause of a text that says every word of the question, where the one read speaks of something else.

    That is the one about the cafe, where the park was read of; the one read where there is none. The question is
    folded.
    """
    said = [word for word in words if word.term not in OPEN]
    every = {word.term for word in said}
    if every <= _said(said, text[read.start : read.end]):
        return read
    for each in clauses(text):
        first, second = sorted((each, read))
        before, behind = (fold(text[start:end]).text for start, end in (first, second))
        if is_apart(behind, before, question) and every <= _said(said, text[each.start : each.end]):
            return each
    return read


def _said(words: Sequence[QueryTerm], text: str) -> set[str]:
    forms = forms_of(text)
    return {word.term for word in words if held(word, forms)}


def _parts(clause: str) -> list[str]:
    """The clauses of a folded text, cut before what contrasts with it too: but not, except."""
    parts: list[str] = []
    for start, end in clauses(clause):
        text = clause[start:end]
        # Days are excepted where they are counted: daily except Monday.
        found = (cut.end() for cut in _CUT.finditer(text) if cut.end() and not weekdays(text[cut.end() :]))
        cuts = [0, *found, len(text)]
        parts += [text[one:other] for one, other in pairwise(cuts) if text[one:other].strip(" ,，")]
    return parts


def _is_full(clause: str) -> bool:
    return bool(_FULL.match(clause)) and not _CONDITION.match(clause)


def _has_own_start(part: str, question: str) -> bool:
    """Whether a part begins with something that the question does not name: 食堂照常开放."""
    return _first(part) not in question and not _OF_SAME.match(part)


def _first(part: str) -> str:
    """The first word of a text; empty where it has none."""
    return next((each.term for each in tokens(part) if each.kind is TokenKind.WORD), "")


def _own(clause: str, other: str) -> set[str]:
    """The words of a clause, of two characters or more, that another text does not say."""
    said = set(terms(other))
    words = {each.term for each in tokens(clause) if each.kind is TokenKind.WORD and len(each.term) > 1}
    return {word for word in words - said if word not in other}
