"""Other documents, each asked the same question alone: those that tell the same, and those that tell otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Protocol

from index.dates import Date
from index.quantities import Quantity, QuantityKind
from index.query import Query
from index.threads import one_thread
from index.words import says, terms_kept
from qa.answering.claims import claim
from qa.answering.corroboration import LOOKED_AT, figure, readable, same_in
from qa.answering.verdicts import verdict
from qa.question import asked
from qa.reading.times.tellings import dates_in
from qa.refusing.refuse import confidence
from qa.refusing.signals import Collection, signals
from qa.types import Kind, RankedSentence, ReadSpan, Task, Verdict

MOST = 3  # documents told beside the first
_ASKED = 4  # documents that are asked
SURELY = 0.7  # confidence from which a document is told beside another
_LIKELY = 0.55  # confidence that is enough where it tells the same of as much of the question
_UNSUPPORTED = -0.75  # log-odds of support from which a document that has the same name or figure tells it of this
_MEANT_ALIKE = 0.65  # share of the question's words that it must have to tell the same
_MEANT_ALIKE_ABROAD, _LIKELY_ABROAD = 0.25, 0.35  # the same in the other language
_MEANT = 0.8  # share of the question's words that its evidence must have, or nearly as many as the first's
_MEANT_AT_LEAST, _NEARLY = 0.7, 0.1
_MEANT_ABROAD = 0.55  # where it is in the other language, and words are matched by their translations
_MAY_BE, _MAY_BE_ABROAD = 0.5, 0.3  # share of them that its best sentence must have, before it is read
_SAID_ABROAD = 0.6  # share of the words of an answer that another must say in the other language
_TRANSLATED, _HEARD = 0.05, 0.3  # probability of a translation, and how sure a name is to be heard, that say one
_NAMES = frozenset({Kind.PERSON, Kind.PLACE, Kind.ORGANISATION})
_SHORT = _NAMES | {Kind.QUANTITY, Kind.DATE, Kind.YES_NO}  # told in so few words that other words tell otherwise
_COMPARED_ABROAD = frozenset({Kind.QUANTITY, Kind.DATE, Kind.YES_NO})  # 汤姆·贝茨 may be Tom Bates
_ALIKE = 0.6  # share of the shorter text's words from which two texts say the same
_ABOUT = Fraction(1, 10)  # of a figure that is told roughly
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


class Searched(Collection, Protocol):
    """What is asked of an index besides: the words of a text, their translations and the names here that they sound
    like."""

    def analyse(self, question: str) -> Query: ...


@one_thread
def beside(task: Task, index: Searched, read: Callable[[Task], Task]) -> Task:
    """The task with what other documents tell that surely answer the same question alone: the same, and otherwise.

    `read` fills in what is read of the passages of a task.
    """
    if not task.spans:
        return task
    first = readable(task.spans, task.language)
    if first is not task.spans[0]:
        task = replace(task, spans=(first, *(span for span in task.spans if span is not first)))
    fellows: list[Task] = []
    rivals: list[Task] = []
    for alone in _each_alone(task, index, read):
        if len(fellows) + len(rivals) == MOST:
            break
        if alike(task, alone, index):
            fellows += [alone] if _tells_the_same(task, alone, index) else []
        elif differ(task, alone) and _tells_otherwise(task, alone, index):
            rivals.append(alone)
    return replace(task, fellows=tuple(fellows), rivals=tuple(rivals))


def _tells_the_same(first: Task, alone: Task, index: Searched) -> bool:
    """Whether a document that is read alike surely tells what is asked."""
    sure, said = confidence(alone, index), signals(alone, index).meant
    if _across(first.spans[0].sentence, alone.spans[0].sentence):
        return said >= _MEANT_ALIKE_ABROAD and sure >= _LIKELY_ABROAD
    likely = _LIKELY if said >= signals(first, index).meant - _NEARLY else SURELY
    return said >= _MEANT_ALIKE and sure >= likely and alone.support > _UNSUPPORTED


def _tells_otherwise(first: Task, alone: Task, index: Searched) -> bool:
    """Whether a document that is read otherwise surely tells what is asked, of the same thing."""
    across = _across(first.spans[0].sentence, alone.spans[0].sentence)
    if not _may_differ(first, across) or confidence(alone, index) < SURELY:
        return False
    most = signals(first, index).meant - _NEARLY
    enough = _MEANT_ABROAD if across else min(_MEANT, max(_MEANT_AT_LEAST, most))
    return signals(alone, index).meant >= enough


def _each_alone(task: Task, index: Searched, read: Callable[[Task], Task]) -> Iterator[Task]:
    """What is read of the likeliest other documents, each by itself.

    One of which no sentence has the answer is asked only if it may tell it otherwise or in its own language, and its
    best sentence says enough of the question.
    """
    first = task.spans[0]
    documents = dict.fromkeys(each.passage.document_id for each in task.sentences[:LOOKED_AT])
    documents.pop(first.sentence.passage.document_id, None)
    asked_of = 0
    for document in documents:
        if asked_of == _ASKED:
            return
        sentences = tuple(each for each in task.sentences if each.passage.document_id == document)
        hits = tuple(hit for hit in task.hits if hit.passage.document_id == document)
        alone = replace(task, hits=hits, sentences=sentences, spans=(), nowhere=0.0, support=0.0, compared=None)
        across = _across(sentences[0], first.sentence)
        if not any(same_in(first, each) for each in sentences):
            least = _MAY_BE_ABROAD if across else _MAY_BE
            if not (across or _may_differ(task, across)) or signals(alone, index).meant < least:
                continue
        asked_of += 1
        alone = read(alone)
        if alone.spans:
            yield alone


def _across(one: RankedSentence, other: RankedSentence) -> bool:
    """Whether two sentences are in two languages."""
    return one.passage.language.chinese is not other.passage.language.chinese


def _may_differ(task: Task, across: bool) -> bool:
    """Whether what is asked for is told in so few words that two documents can be compared, in two languages too."""
    return task.kind in _COMPARED_ABROAD if across else task.kind in _SHORT or bool(asked(task.question).numbered)


def alike(first: Task, other: Task, index: Searched) -> bool:
    """Whether two documents, each asked alone, tell the same."""
    one, two = first.spans[0], other.spans[0]
    if first.kind is Kind.YES_NO:
        told = _verdicts(first, other)
        return told in ({Verdict.YES}, {Verdict.NO}) or (told == {Verdict.UNCLEAR} and bool(same_in(one, two.sentence)))
    here, there = figure(one), figure(two)
    if same_in(one, two.sentence) or (here is None and same_in(two, one.sentence)):
        return True
    if here and there:
        return _same_figure(here, there)
    if _across(one.sentence, two.sentence):
        return first.kind not in _COMPARED_ABROAD and (_said(one, two, index) or _said(two, one, index))
    return first.kind not in _SHORT and not _other_words(one.text, two.text)


def _said(one: ReadSpan, other: ReadSpan, index: Searched) -> bool:
    """Whether another answer says half of the words of one in the other language: translated, or by their sound."""
    words = index.analyse(one.text).terms
    said = sum(says(other.text, word.ways(_TRANSLATED, _HEARD)) for word in words)
    return said >= _SAID_ABROAD * len(words) > 0


def differ(first: Task, other: Task) -> bool:
    """Whether two documents, each asked alone, tell what cannot both be so: figures, names, a yes and a no."""
    one, two = first.spans[0], other.spans[0]
    if first.kind is Kind.YES_NO:
        return _verdicts(first, other) == {Verdict.YES, Verdict.NO}
    if same_in(one, two.sentence) or same_in(two, one.sentence):
        return False
    if first.kind in _NAMES:
        return not terms_kept(one.text) & terms_kept(two.text)  # Dr Pike may be Anna Pike
    if first.kind not in _SHORT:
        return _other_words(one.text, two.text)
    here, there = figure(one), figure(two)
    if here is None or there is None or here.kind is not there.kind or _of_other_times(one, two, here.kind):
        return False
    return not _agree(here, there)


def _verdicts(*tasks: Task) -> set[Verdict]:
    return {verdict(each, claim(each.spans[0], each.query)) for each in tasks}


def _other_words(one: str, other: str) -> bool:
    here, there = terms_kept(one), terms_kept(other)
    return len(here & there) < _ALIKE * min(len(here), len(there))


def _same_figure(one: Quantity, other: Quantity) -> bool:
    """Whether two figures tell the same: 320 people and a staff of 320, 1987 and 3 May 1987."""
    first, second = one.value, other.value
    if isinstance(first, Date) and isinstance(second, Date):
        return first.era == second.era and not first.decade and not second.decade and _same_date(first, second)
    return first == second and not (one.unit and other.unit)


def _agree(one: Quantity, other: Quantity) -> bool:
    """Whether two figures may both be right: 1987 and 3 May 1987, over 300 and 312; of units not compared they are."""
    first, second = one.value, other.value
    if isinstance(first, Date) and isinstance(second, Date):
        return _same_date(first, second)
    if one.key == other.key:
        return True
    if not isinstance(first, Fraction) or not isinstance(second, Fraction):
        return False
    if one.unit != other.unit:
        if one.unit not in _DAYS or other.unit not in _DAYS:
            return True
        first, second = first * _DAYS[one.unit], second * _DAYS[other.unit]
    rough = one.rounding or other.rounding or one.unit != other.unit
    return bool(rough) and abs(first - second) <= _ABOUT * max(first, second)


def _same_date(one: Date, other: Date) -> bool:
    """Whether what both tell is the same; a decade holds its years, and another calendar is not compared."""
    if one.era != other.era:
        return True
    if one.decade or other.decade:
        return one.year // 10 == other.year // 10
    told = zip((one.year, one.month, one.day, one.part), (other.year, other.month, other.day, other.part), strict=True)
    return all(here == there for here, there in told if here and there)


def _of_other_times(one: ReadSpan, other: ReadSpan, asked: QuantityKind) -> bool:
    """Whether two sentences speak of different dates, unless the date is asked for, or how long something lasts."""
    if asked in (QuantityKind.DATE, QuantityKind.DURATION):
        return False
    here, there = (set(dates_in(each.sentence.text)) for each in (one, other))
    return bool(here and there) and here.isdisjoint(there)
