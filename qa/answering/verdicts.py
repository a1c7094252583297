"""Whether a claim that was found says yes or no to the question: by figures, days, every word, or a denial."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from corpus.sentences import clauses
from index.dates import Date
from index.folding import fold
from index.model import EmbeddedModel
from index.quantities import Quantity, QuantityKind, quantities
from index.query import QueryTerm
from index.types import FloatVector
from index.words import terms
from qa.answering.denials import WHETHER, denies, negates
from qa.contrasts import conflicts
from qa.reading.candidates import Look, candidates
from qa.reading.matching import match
from qa.reading.pieces import pieces
from qa.reading.weekdays import weekdays, without_weekdays
from qa.types import ReadSpan, Task, Verdict

_MEANT, _COMPARED = 0.75, 0.5  # share of the question's words that the claim must have; less where a figure decides
_OF_MOST = 0.5  # of how well the clause of a sentence matches that does so best, for another to be about the question
_LIKELY = 0.2  # log-odds that what was read answers the question, for a denial in other words to be a no
_SAID, _LIKE = 0.5, 0.3  # how well a word is matched by what says it, and by what is at least like it in meaning
# What only says of what sort something is, so that no claim need say it: is art among the areas supported?
_GENERAL = frozenset({
    "area", "field", "count", "number", "total", "list", "part", "thing", "领域", "数量", "总数", "方面", "东西",
}) | WHETHER  # fmt: skip
_MORE = re.compile(
    r"超过?|高于|多于|大于|突破|以上|不止|逾|\b(?:more|larger|bigger|higher|greater) than\b|\bover\b|\bexceed|\babove\b"
)
_LESS = re.compile(r"不到|不足|低于|少于|小于|以下|\b(?:less|smaller|lower|fewer) than\b|\bunder\b|\bbelow\b")
# Whether something is allowed: only a clause that says all of it tells, and none that allows something else alone.
_MAY = re.compile(
    r"可以|(?<![可性功效智])能(?![力量源效]).*吗|能否|可否|能不能|可不可以|允许|准许"
    r"|^(?:can|may|could) |\ballowed\b|\bpermitted\b"
)
_ONLY = re.compile(r"只[能可准许]|仅[限可]|\bonly\b")
_THAN = re.compile(r"比|\bthan\b")
_EXTREME = re.compile(r"最|\b\w{3,}est\b|\bmost\b")
_FOREMOST = re.compile(r"首位?|第一|榜首|领先|居前|\b(?:first|top|leads?|leading|record)\b")
_NUMBERED = re.compile(r"^[\s#>*-]*\d+[.、)）](?!\d)")  # an item of a list
_NAME_BEFORE = re.compile(
    r"(?:[A-Z]{2,}[ -]?|\b(?i:number|no\.?|room|route|line|bus|clause|section|article|chapter|model|gate|building) )$"
)
_NAME_BEHIND = re.compile(r"(?:路|号线?|栋|室|次)(?!人)")
_ABOVE, _BELOW = frozenset({"over", "at least"}), frozenset({"nearly", "under", "at most"})


def verdict(task: Task, claim: ReadSpan) -> Verdict:
    """YES or NO only where the figures or the words leave no doubt, or NO where the claim denies what is asked."""
    sentence = claim.sentence.text
    clause, around = _clauses(sentence, claim.within)
    if conflicts(task.question, clause, sentence):
        return Verdict.UNCLEAR
    question = fold(task.question).text
    said = _by_words(task, claim, question, clause, around)
    likely = said is Verdict.UNCLEAR and task.support > _LIKELY
    if likely and denies(fold(clause).text, fold(sentence).text, question):
        return Verdict.NO if _is_about(task.query.terms, clause, sentence) else said
    return said


def _is_about(words: Sequence[QueryTerm], clause: str, sentence: str) -> bool:
    """Whether a clause has a word of the question, and no other clause of its sentence far more of them."""
    matched = _matched(words, clause)
    if matched.max(initial=0) <= _SAID:
        return False
    most = max(float(_matched(words, sentence[start:end]).mean()) for start, end in clauses(sentence))
    return bool(matched.mean() >= _OF_MOST * most)


def _by_words(task: Task, claim: ReadSpan, question: str, clause: str, around: str) -> Verdict:
    sentence = claim.sentence.text
    compared = _by_figures(question, task.question, clause)
    if compared is Verdict.UNCLEAR:
        return compared
    days = _by_weekdays(question, fold(clause).text)
    if days is Verdict.UNCLEAR:
        return days
    unsaid = _GENERAL | (set(terms(question)) - set(terms(without_weekdays(question))) if days else set())
    words = [word for word in task.query.terms if word.term not in unsaid and not any(map(str.isdigit, word.term))]
    above = claim.sentence.passage.above
    may = _MAY.search(question) is not None
    if _of_another_clause(words, sentence, clause, clause if may else f"{around}\n{above}"):
        return Verdict.UNCLEAR
    if may and _ONLY.search(fold(around).text) and not _ONLY.search(question):
        return Verdict.UNCLEAR
    if _compares(question, fold(clause).text, compared):
        return Verdict.UNCLEAR
    matched = _matched(words, f"{sentence}\n{above}")
    share = float((matched > _SAID).mean()) if len(matched) else 1.0
    enough = _COMPARED if compared and _measures(question) else _MEANT
    if share < enough or (compared is None and matched.min(initial=1.0) < _LIKE):
        return Verdict.UNCLEAR
    asked_not, told_not = negates(question), negates(fold(clause).text)
    if compared:
        return Verdict.UNCLEAR if asked_not else compared
    if days is Verdict.NO and told_not:  # closed on another day
        return Verdict.UNCLEAR
    return Verdict.NO if asked_not != (told_not or days is Verdict.NO) else Verdict.YES


def _of_another_clause(words: Sequence[QueryTerm], sentence: str, clause: str, around: str) -> bool:
    """Whether a word stands in another clause of the sentence alone, and may be said of something else.

    Who stands in the clause before surely is someone else.
    """
    here, near, said = map(_forms, (clause, around, sentence))
    persons = _persons(sentence)
    return any(_held(word, said) and not _held(word, here if word.term in persons else near) for word in words)


def _matched(words: Sequence[QueryTerm], text: str) -> FloatVector:
    """(words,): how well each is matched in a text, as written, translated or in meaning."""
    return np.asarray(match(words, [pieces(text)], EmbeddedModel.load().word_vectors).best().max(axis=1, initial=0))


def _clauses(sentence: str, within: tuple[int, int]) -> tuple[str, str]:
    """The clauses that a claim stands in, and with the one before them."""
    spans = clauses(sentence)
    touched = [n for n, (start, end) in enumerate(spans) if start < within[1] and within[0] < end]
    if not touched:
        return sentence[slice(*within)], sentence
    first, end = touched[0], spans[touched[-1]].end
    return sentence[spans[first].start : end], sentence[spans[max(first - 1, 0)].start : end]


def _forms(text: str) -> tuple[set[str], str]:
    """The terms of a text, and the text folded: Chinese may be cut otherwise there."""
    return set(terms(text)), fold(text).text


def _held(word: QueryTerm, forms: tuple[set[str], str]) -> bool:
    """Whether what `_forms` gives says a word."""
    held, folded = forms
    return any(form in held or (not form.isascii() and form in folded) for form, _ in word.alternatives)


def _persons(sentence: str) -> set[str]:
    cut = pieces(sentence)
    return {cut.row[each.first].term for each in candidates(cut) if each.look is Look.PERSON}


def _by_weekdays(question: str, clause: str) -> Verdict | None:
    """Whether a folded clause tells of the days of the week in a question; None where either names none."""
    asked, told = weekdays(question), weekdays(clause)
    if not asked or not told:
        return None
    return Verdict.YES if asked <= told else Verdict.NO if not asked & told else Verdict.UNCLEAR


def _by_figures(folded: str, question: str, clause: str) -> Verdict | None:
    """What the figures of a question and a clause say together; None where the question has none."""
    asked = [each for each in quantities(question) if not isinstance(each.value, Date) and not _names(each, question)]
    asked = [each for each in asked if _is_asked(each, folded, question[each.end :])]
    if not asked:
        return None
    told = quantities(_NUMBERED.sub("", clause))
    found = {_compared(folded, figure, [each for each in told if _alike(each, figure)]) for figure in asked}
    return found.pop() if len(found) == 1 else Verdict.UNCLEAR


def _compares(question: str, clause: str, compared: Verdict | None) -> bool:
    """Whether a folded question sets things against each other, and the clause does not or tells the second largest."""
    if _EXTREME.search(question):
        foremost = _EXTREME.search(clause) or _FOREMOST.search(clause)
        if not foremost or _ordinals(clause) - _ordinals(question):
            return True
    return not compared and _THAN.search(question) is not None and not _THAN.search(clause)


def _ordinals(text: str) -> set[object]:
    return {each.value for each in quantities(text) if each.kind is QuantityKind.ORDINAL}


def _names(figure: Quantity, question: str) -> bool:
    """Whether a number is a name's: the number 18 bus, room 5, GEO 214, 18路."""
    if figure.unit:
        return False
    return bool(_NAME_BEFORE.search(question, 0, figure.start) or _NAME_BEHIND.match(question, figure.end))


def _is_asked(figure: Quantity, question: str, behind: str) -> bool:
    """Whether a figure is what is asked, and does not count what something else is asked of: are all 37 kilns open?"""
    if figure.kind is QuantityKind.ORDINAL and _THAN.search(question):  # more than in the first round
        return False
    return _measures(question) or len(terms(behind)) <= 1


def _measures(question: str) -> bool:
    return bool(_MORE.search(question) or _LESS.search(question))


def _alike(told: Quantity, asked: Quantity) -> bool:
    return told.unit == asked.unit and told.kind is asked.kind and type(told.value) is type(asked.value)


def _compared(question: str, asked: Quantity, told: Sequence[Quantity]) -> Verdict:
    """A figure of the question against the one of its unit in the clause."""
    more, less = _MORE.search(question), _LESS.search(question)
    if not more and not less and any(each.key == asked.key for each in told):
        return Verdict.YES
    if len(told) != 1:
        return Verdict.UNCLEAR
    value, limit = told[0].value, asked.value
    if not isinstance(value, Fraction) or not isinstance(limit, Fraction):
        return Verdict.UNCLEAR
    upper = told[0].upper if isinstance(told[0].upper, Fraction) else value
    if value <= limit <= upper and value < upper:  # within a range, or between what it was and became
        return Verdict.UNCLEAR
    meaning = told[0].rounding.meaning if told[0].rounding else ""
    if bool(more) == bool(less):
        return Verdict.UNCLEAR if more or meaning else Verdict.NO
    above = value > limit or (value == limit and meaning in _ABOVE)
    below = value < limit or (value == limit and meaning in _BELOW)
    if (above and meaning in _BELOW) or (below and meaning in _ABOVE):
        return Verdict.UNCLEAR
    return Verdict.YES if (above if more else below) else Verdict.NO
