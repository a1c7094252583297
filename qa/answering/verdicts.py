"""Whether a claim that was found says yes or no to the question: by figures, days, every word, or a denial."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, starmap

import numpy as np

from corpus.sentences import clauses
from index.folding import fold
from index.model import EmbeddedModel
from index.quantities import QuantityKind, quantities
from index.query import QueryTerm
from index.types import FloatVector
from index.words import terms
from qa.answering.claims import is_condition, numbering
from qa.answering.denials import WHETHER, denies, negates, turned
from qa.answering.exemptions import exempted, is_of_paying
from qa.answering.figures import THAN, by_figures, measures
from qa.answering.left_open import left_open, told_with_the_one_before
from qa.answering.sides import OPEN, Side, forms_of, held, is_apart, side
from qa.answering.unfulfilled import unfulfilled
from qa.contrasts import by_slot, conflicts, mentions
from qa.reading.candidates import Look, candidates
from qa.reading.matching import match
from qa.reading.pieces import pieces
from qa.reading.times.weekdays import VISITING, weekdays, without_weekdays
from qa.types import ReadSpan, Task, Verdict
from qa.wordings import ASKS_FOR_BEING

_MEANT, _COMPARED = 0.75, 0.5  # share of the question's words that the claim must have; less where a figure decides
_OF_MOST = 0.5  # of how well the clause of a sentence matches that does so best, for another to be about the question
_LIKELY = 0.2  # log-odds that what was read answers the question, for a denial in other words to be a no
_SAID, _LIKE = 0.5, 0.3  # how well a word is matched by what says it, and by what is at least like it in meaning
# What only says of what sort something is, so that no claim need say it: is art among the areas supported?
_GENERAL = frozenset({
    "area", "field", "count", "number", "total", "list", "part", "thing", "领域", "数量", "总数", "方面", "东西",
}) | WHETHER  # fmt: skip
# Whether something is allowed: only a clause that says all of it tells, and none that allows something else alone.
_MAY = re.compile(
    r"可以|(?<![可性功效智])能(?![力量源效]).*吗|能否|可否|能不能|可不可以|允许|准许"
    r"|^(?:can|may|could) |\ballowed\b|\bpermitted\b"
)
_ONLY = re.compile(r"只[能可准许]|仅[限可]|\bonly\b")
# Only what allows or offers is a yes to whether one may. What one can is told by what is done as well, cautions apart.
_ASKS_LEAVE = re.compile(r"可以|可否|可不可以|允许|准许|^may |\ballowed\b|\bpermitted\b")
_ALLOWS = re.compile(
    r"可(?![能靠见怕持观惜笑爱燃谓])|(?<![可性功效智])能(?![力量源效])|允许|准许|准予|欢迎|支持|提供|接受|开放|免费|受理|[最至]多"
    r"|\b(?:may|can|could|allow(?:s|ed)?|permit(?:s|ted)?|welcome[sd]?|able|available|open|offers?|accept(?:s|ed)?|free"
    r"|up to|at most)\b"
)
_LEAVE = re.compile(r"\s*(?:未经|除|(?i:unless|without)\b)")
_CAUTIONS = re.compile(r"慎|小心|当心|须|应[当该]?|\b(?:should|must|caution|careful(?:ly)?|avoid(?:ed)?)\b")
_EXTREME = re.compile(r"最|\b\w{3,}est\b|\bmost\b")
_ITSELF = 0.7  # how well what may be there is matched: a washing machine is like a dishwasher, and is none
_PART_ENDS = re.compile(r"[;；。!?！？]")
_FOREMOST = re.compile(r"首位?|第一|榜首|领先|居前|\b(?:first|top|leads?|leading|record)\b")


def verdict(task: Task, claim: ReadSpan) -> Verdict:
    """YES or NO only where the figures or the words leave no doubt, or NO where the claim denies what is asked."""
    sentence = claim.sentence.text
    clause, around = _clauses(sentence, claim.within)
    asked, told = by_slot(task.question).get("change", set()), _changes_told(sentence, clause)
    # What fell is seen to below, and so are the days of the week, of which a range does not name each.
    seen_to = {slot for slot, here in (("change", told), ("day", weekdays(fold(clause).text))) if here}
    apart = set(conflicts(task.question, clause, sentence)) - seen_to
    if apart or (asked and len(told) > 1):
        return Verdict.UNCLEAR
    opposed = _of_change(task) if told and not asked & told else frozenset()
    question, folded = fold(task.question).text, fold(clause).text
    if unfulfilled(question, folded, fold(sentence).text) or _on_condition(task.query.terms, clause):
        return Verdict.UNCLEAR
    compared = by_figures(task.question, clause)
    freed = exempted(task.query.terms, question, folded)
    misleads = any(starmap(told_with_the_one_before, pairwise(_folded_clauses(around))))
    if misleads or Verdict.UNCLEAR in (compared, freed):
        return Verdict.UNCLEAR
    about = side(task.query.terms, question, clause) if compared is None and freed is None else Side(clause, False)
    if about is None:
        return Verdict.UNCLEAR
    said = _by_words(task, claim, question, about, around, compared, freed, opposed)
    if said and left_open(question, _folded_clauses(clause), said):
        return Verdict.UNCLEAR
    if opposed:  # it fell, where it is asked whether it rose
        return Verdict.NO if said is Verdict.YES and compared is None else Verdict.UNCLEAR
    folded = fold(about.text).text
    likely = said is Verdict.UNCLEAR and task.support > _LIKELY
    if likely and ASKS_FOR_BEING.search(question):  # no car park is no word of a garden
        likely = bool(_matched(task.query.terms, sentence).max(initial=0) >= _ITSELF)
    likely = likely and not left_open(question, _folded_clauses(clause), Verdict.NO)
    if likely and denies(folded, fold(sentence).text, question):
        return Verdict.NO if _is_about(task.query.terms, about.text, around, question, sentence) else said
    return said


def _folded_clauses(text: str) -> list[str]:
    return [fold(text[start:end]).text for start, end in clauses(text)]


def _changes_told(sentence: str, clause: str) -> set[str]:
    """Whether a clause tells of a rise, a fall or both; where it does not, what stands behind it up to a semicolon."""
    behind = _PART_ENDS.split(sentence[sentence.find(clause) + len(clause) :])[0]
    return by_slot(clause).get("change") or by_slot(behind).get("change", set())


def _of_change(task: Task) -> frozenset[str]:
    """The words with which a question asks whether something rose or fell."""
    told = [each for each in mentions(task.question) if each.slot == "change"]
    return frozenset(word.term for word in task.query.terms for each in told if each.overlaps(word))


def _on_condition(words: Sequence[QueryTerm], clause: str) -> bool:
    """Whether what a clause says holds on a condition of which the question says nothing: 提前退租的，押金不退.

    What may not be done without leave may not be done; what is excepted is seen to as such.
    """
    first, *others = (clause[start:end] for start, end in clauses(clause))
    if not others or not is_condition(first) or _LEAVE.match(first[numbering(first) :]):
        return False
    here, there = forms_of(first), forms_of(" ".join(others))
    return not any(held(word, here) and not held(word, there) for word in words)


def _is_about(words: Sequence[QueryTerm], clause: str, around: str, question: str, sentence: str) -> bool:
    """Whether a clause has a word of the question, and no other clause of its sentence far more of them.

    Nor one that the clause before has, which speaks of something else; nor another day than is asked about.
    """
    if _by_weekdays(question, fold(clause).text) in (Verdict.UNCLEAR, Verdict.NO):
        return False
    if _of_other_thing(words, clause, around, "", question):
        return False
    matched = _matched(words, clause)
    if matched.max(initial=0) <= _SAID:
        return False
    most = max(float(_matched(words, sentence[start:end]).mean()) for start, end in clauses(sentence))
    return bool(matched.mean() >= _OF_MOST * most)


def _by_words(
    task: Task,
    claim: ReadSpan,
    question: str,
    about: Side,
    around: str,
    compared: Verdict | None,
    freed: Verdict | None,
    unasked: frozenset[str],
) -> Verdict:
    """What a clause says that has the words of the folded question, its figures and exemptions having been judged.

    The `unasked` words it need not have.
    """
    clause, sentence = about.text, claim.sentence.text
    folded = fold(clause).text
    days = _by_weekdays(question, folded)
    if days is Verdict.UNCLEAR:
        return days
    unsaid = _GENERAL | unasked
    if days:
        unsaid |= VISITING | (set(terms(question)) - set(terms(without_weekdays(question))))
    words = [word for word in task.query.terms if word.term not in unsaid and not any(map(str.isdigit, word.term))]
    words = [word for word in words if not (freed and is_of_paying(word.term))]
    above = claim.sentence.passage.above
    may = _MAY.search(question) is not None
    near = clause if may else f"{around}\n{above}"
    if _of_another_clause(words, sentence, clause, near) or _of_other_thing(words, clause, around, above, question):
        return Verdict.UNCLEAR
    if may and _ONLY.search(fold(around).text) and not _ONLY.search(question):
        return Verdict.UNCLEAR
    if _compares(question, folded, compared):
        return Verdict.UNCLEAR
    matched = _matched(words, f"{sentence}\n{above}")
    share = float((matched > _SAID).mean()) if len(matched) else 1.0
    enough = _COMPARED if compared and measures(question) else _MEANT
    if ASKS_FOR_BEING.search(question) and matched.min(initial=1.0) < _ITSELF:
        return Verdict.UNCLEAR
    if share < enough or (compared is None and matched.min(initial=1.0) < _LIKE):
        return Verdict.UNCLEAR
    told_not = about.denies or negates(folded) or turned(question, folded)
    said = freed or _polarity(negates(question), told_not, compared, days)
    return Verdict.UNCLEAR if may and said is Verdict.YES and not _allows(question, folded) else said


def _polarity(asked_not: bool, told_not: bool, compared: Verdict | None, days: Verdict | None) -> Verdict:
    """Yes or no where all of it is said, by what is denied in the question and in the clause."""
    if compared and asked_not:
        return Verdict.YES if told_not and compared is Verdict.NO else Verdict.UNCLEAR
    if compared:
        return compared
    if days is Verdict.NO and told_not:  # closed on another day
        return Verdict.UNCLEAR
    return Verdict.NO if asked_not != (told_not or days is Verdict.NO) else Verdict.YES


def _allows(question: str, clause: str) -> bool:
    """Whether a folded clause is a yes to whether something may or can be done."""
    return bool(_ALLOWS.search(clause)) or not (_ASKS_LEAVE.search(question) or _CAUTIONS.search(clause))


def _of_another_clause(words: Sequence[QueryTerm], sentence: str, clause: str, around: str) -> bool:
    """Whether a word stands in another clause of the sentence alone, and may be said of something else.

    Who stands in the clause before surely is someone else.
    """
    here, near, said = map(forms_of, (clause, around, sentence))
    persons = _persons(sentence)
    return any(held(word, said) and not held(word, here if word.term in persons else near) for word in words)


def _of_other_thing(words: Sequence[QueryTerm], clause: str, around: str, above: str, question: str) -> bool:
    """Whether a word stands in the clause before alone, and that one speaks of something else: the cafe."""
    before, found, _ = fold(around).text.rpartition(fold(clause).text)
    if not found or not before.strip() or not is_apart(fold(clause).text, before, question):
        return False
    here, there = forms_of(f"{clause}\n{above}"), forms_of(before)
    return any(held(word, there) and not held(word, here) for word in words if word.term not in OPEN)


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


def _persons(sentence: str) -> set[str]:
    cut = pieces(sentence)
    return {cut.row[each.first].term for each in candidates(cut) if each.look is Look.PERSON}


def _by_weekdays(question: str, clause: str) -> Verdict | None:
    """Whether a folded clause tells of the days of the week in a question; None where either names none."""
    asked, told = weekdays(question), weekdays(clause)
    if not asked or not told:
        return None
    return Verdict.YES if asked <= told else Verdict.NO if not asked & told else Verdict.UNCLEAR


def _compares(question: str, clause: str, compared: Verdict | None) -> bool:
    """Whether a folded question sets things against each other, and the clause does not or tells the second largest."""
    if _EXTREME.search(question):
        foremost = _EXTREME.search(clause) or _FOREMOST.search(clause)
        if not foremost or _ordinals(clause) - _ordinals(question):
            return True
    return not compared and THAN.search(question) is not None and not THAN.search(clause)


def _ordinals(text: str) -> set[object]:
    return {each.value for each in quantities(text) if each.kind is QuantityKind.ORDINAL}
