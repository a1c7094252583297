"""The spans that a question's wording leaves in the running, where it says what sort of answer it wants."""

from __future__ import annotations

import re

from corpus.sentences import clause_at
from index.quantities import QuantityKind, quantities
from index.types import FloatVector
from index.units import DURATIONS
from qa.amounts import AREAS, TOLD_OFTEN
from qa.contrasts import conflicts
from qa.numbered import names, tells_of_another
from qa.question import Asked, sort_of
from qa.reading.counting.changes import changes
from qa.reading.counting.differences import tells_difference
from qa.reading.counting.enumerations import members
from qa.reading.forms.headings import is_numbered
from qa.reading.pieces import Pieces, pieces
from qa.reading.signs import SIGNS
from qa.reading.times.periods import ends
from qa.reading.times.tellings import begins_only, hours_in, only_when, tells_when
from qa.reading.times.told_when import beside_one_told, of_another_year
from qa.types import Kind, ReadSpan

Signed = list[tuple[ReadSpan, FloatVector]]
_UNIT, _CHANCE, _HELD, _LISTING, _LABELLED = (
    SIGNS.index(name) for name in ("unit", "chance", "held", "listing", "labelled")
)
_PLACE_LABEL = re.compile(r"\W*(?:地[点點址]|venue|place|location|address)\s*[:：]\s*", re.IGNORECASE)
_AT = re.compile(r"(?:[在至]|[位设設建座][于於]|\b(?:in|at|on|to|near|from)(?: the)? )$", re.IGNORECASE)
_THINGS = frozenset({Kind.LIST, Kind.ORGANISATION, Kind.PERSON, Kind.PLACE, Kind.OTHER})
_OF_AGE = {"age", "year", ""}  # the units in which one is told
_FOR_YEARS = re.compile(r"\b(?:for|within|over|during|in|past|last|next) (?:\w+ )?$", re.IGNORECASE)
_YEARS_SINCE = re.compile(r"(?:之?[前后後]|[以之]?[来來])|,? (?:later|ago|earlier|in office|as)\b")
_LIKELY, _NEARLY, _AS_GOOD = -7.0, 4.0, 2.0  # a log-probability, and by how much another may be less
_BEFORE = 8  # characters
_TO = re.compile(r"[^,，、和及]*[至到为][^,，、]*| (?:\w+ )?to ")
_SECTION = re.compile(r"\s*(\d+(?:\.\d+)+\.?|\d+\.)\s+(?=\D)")
_LEADING = re.compile(
    r"(?:表示|介绍|指出|显示|透露|认为|强调|获悉|如下)[,，:：]?$|^(?:as )?follow(?:s|ing)\W?$", re.IGNORECASE
)


def preferred(found: Signed, wording: Asked, sure: bool = False) -> Signed:
    """The spans that do as the wording says, all of them where none does: as many things, the sort of figure, a day.

    Where what code found is `sure`, that alone.
    """
    if sure:
        found = [each for each in found if each[1][_HELD]] or found
    for rule in _RULES:
        found = rule(found, wording) or found
    return found


def _likely(found: Signed) -> Signed:
    return [each for each in found if each[1][_CHANCE] > _LIKELY]


def _of_substance(found: Signed, wording: Asked) -> Signed:
    """Without what only leads up to an answer, 数据显示, 王小明介绍, "as follows", and the number of a section.

    Of a list that is asked for the heading of a section tells nothing, if not that of the list itself.
    """
    kept = [each for each in found if not _LEADING.search(each[0].text) and not _numbers_section(each[0])]
    if wording.kind is not Kind.LIST:
        return kept
    return [(span, signs) for span, signs in kept if span.plain or not is_numbered(span.sentence)]


def _whole_row(found: Signed, wording: Asked) -> Signed:
    """Where several things are asked for, no member of a row that is told as a whole: Ash and Elm, of Oak, Ash and Elm.
    """
    if not wording.several or wording.kind not in _THINGS:
        return found
    rows = [each for each in found if each[1][_LISTING] > 0 and each[1][_CHANCE] > _LIKELY]
    if not rows:
        return found
    row, _ = max(rows, key=lambda each: each[1][_CHANCE])
    return [each for each in found if each[1][_LISTING] > 0 or not _lies_within(each[0], row)]


def _lies_within(span: ReadSpan, row: ReadSpan) -> bool:
    shorter = span.end - span.start < row.end - row.start
    return shorter and span.sentence == row.sentence and row.start <= span.start and span.end <= row.end


def _numbers_section(span: ReadSpan) -> bool:
    found = _SECTION.match(span.sentence.text)
    return found is not None and span.within[1] <= found.end(1)


def _of_sort(found: Signed, wording: Asked) -> Signed:  # noqa: ARG001
    """Without figures that surely count something else than is asked for, where one that does not is among them."""
    fitting = any(signs[_UNIT] > 0 for _, signs in found)
    return [each for each in found if each[1][_UNIT] > -1] if fitting else found


def _of_number_named(found: Signed, wording: Asked) -> Signed:
    """Where bus 5 is asked about and told of, the spans that are not said of bus 15."""
    for asked in wording.numbered:
        if any(names(span.sentence.text, asked) for span, _ in found):
            kept = [each for each in found if not tells_of_another(each[0].sentence.text, each[0].within, asked)]
            found = kept or found
    return found


def _of_units(found: Signed, wording: Asked) -> Signed:
    """Where a weight, a length, an area or a volume is asked for, the spans that tell one, unless they are unlikely."""
    if wording.kind is not Kind.QUANTITY or not wording.units or wording.units >= DURATIONS:  # a length, or a time
        return found
    likely = [(each, {figure.unit for figure in quantities(each[0].text)}) for each in _likely(found)]
    return [each for each, units in likely if units & wording.units & AREAS] or [
        each for each, units in likely if units & wording.units
    ]


def _of_level(found: Signed, wording: Asked) -> Signed:
    """Where it is asked what something comes to, no rise, fall or difference, if its sentence has another figure."""
    if wording.kind is not Kind.QUANTITY or wording.change:
        return found
    told = [(each, tells_difference(each[0])) for each in found]
    kept = [each for each, differs in told if not differs]
    beside = {span.sentence for span, _ in kept if quantities(span.text)}
    return kept if all(span.sentence in beside for (span, _), differs in told if differs) else found


def _of_difference(found: Signed, wording: Asked) -> Signed:
    """Where it is asked how many more there are, no figure that tells how many there are beside one that does."""
    if wording.kind is not Kind.QUANTITY:
        return found
    if wording.growth and QuantityKind.PERCENT in wording.sorts:  # no share that rose from one to another
        found = [each for each in found if not _from_and_to(each[0])] or found
    if not wording.compared:
        return found
    told = [(each, tells_difference(each[0])) for each in found]
    beside = {span.sentence for (span, _), differs in told if differs}
    return [each for each, differs in told if differs or each[0].sentence not in beside]


def _from_and_to(span: ReadSpan) -> bool:
    shares = [each for each in quantities(span.text) if each.kind is QuantityKind.PERCENT]
    return len(shares) > 1 and _TO.fullmatch(span.text[shares[0].end : shares[1].start]) is not None


def _of_year(found: Signed, wording: Asked) -> Signed:
    """Where the question names a year, or last year, no figure that is told of another one, if a likely one is not."""
    if wording.kind is not Kind.QUANTITY or not wording.years:
        return found
    beside = beside_one_told([span for span, _ in found], wording.years)
    of_none = [of_another_year(span, wording.years) or other for (span, _), other in zip(found, beside, strict=True)]
    kept = [each for each, other in zip(found, of_none, strict=True) if not other]
    return kept if any(quantities(span.text) for span, _ in _likely(kept)) else found


def _of_moment(found: Signed, wording: Asked) -> Signed:
    """Where something changed, the spans without the value after it if that before is asked for; else the other way."""
    told = [(each, *_changed_values(each[0], wording.moment)) for each in found]
    left = [(each, meant) for each, meant, other in told if not other]
    return [each for each, _ in left] if any(meant for _, meant in left) else found


def _changed_values(span: ReadSpan, moment: str) -> tuple[bool, bool]:
    """Whether a span holds a value of the moment asked for, and whether it holds one of the other."""
    meant = other = False
    for change in changes(pieces(span.sentence.text)) if moment else ():
        if moment == "before" or change.sure:
            before, after = (each.start < span.within[1] and span.within[0] < each.end for each in change[:2])
            meant |= before if moment == "before" else after
            other |= after if moment == "before" else before
    return meant, other


def _of_age(found: Signed, wording: Asked) -> Signed:
    """Where it is asked how old somebody is, the spans that may tell it; 90后, born in the nineties, is no age."""
    if not wording.age:
        return found
    likely = (each for each in found if not each[0].sentence.text.startswith(("后", "後"), each[0].within[1]))
    return [each for each in likely if may_be_age(each[0])]


def may_be_age(span: ReadSpan) -> bool:
    """Whether a span holds figures, and all of them may be ages: 43岁 or 43, not 1天, not for 17 years."""
    units = {figure.unit for figure in quantities(span.text)}
    text = span.sentence.text
    years = [each for each in pieces(text).figures_in(*span.within) if each.unit == "year"]
    lasting = any(_FOR_YEARS.search(text[: each.start]) or _YEARS_SINCE.match(text, each.end) for each in years)
    return bool(units) and units <= _OF_AGE and not lasting


def _of_frequency(found: Signed, wording: Asked) -> Signed:
    """Where it is asked how often, the spans that tell it, themselves or by what stands before: every | 60 days."""
    if not wording.often:
        return found
    return [each for each in _likely(found) if TOLD_OFTEN.search(_with_before(each[0]))]


def _with_before(span: ReadSpan) -> str:
    start, end = span.within
    return span.sentence.text[max(0, start - _BEFORE) : end]


def _of_number(found: Signed, wording: Asked) -> Signed:
    """Where so many things are to be named, the spans that name as many, if they are nearly as likely as any."""
    if not wording.count or not found:
        return found
    least = max(signs[_CHANCE] for _, signs in found) - _NEARLY
    return [each for each in found if each[1][_CHANCE] >= least and wording.count in members(each[0].text)]


def _of_standing(found: Signed, wording: Asked) -> Signed:
    """Where it is asked who the mayor is, no deputy mayor beside somebody nearly as likely whom no text calls so."""
    if wording.kind is not Kind.PERSON or not wording.post or not found:
        return found
    least = max(signs[_CHANCE] for _, signs in found) - _AS_GOOD
    return [each for each in found if each[1][_CHANCE] >= least and not _of_another_standing(each[0], wording.post)]


def _of_another_standing(span: ReadSpan, post: str) -> bool:
    text, (start, _) = span.sentence.text, span.within
    return "standing" in conflicts(post, clause_at(text, start), text)


def _of_choice(found: Signed, wording: Asked) -> Signed:
    """Where it is asked which of some figures it is, the spans that tell one of them."""
    return [each for each in found if tells_choice(wording, each[0].text)] if wording.choices else found


def tells_choice(wording: Asked, text: str) -> bool:
    """Whether a text holds one of the figures between which the question asks to choose."""
    return any(figure.value in wording.choices for figure in quantities(text))


def _of_calendar(found: Signed, wording: Asked) -> Signed:
    """Where a day is asked for, the spans that tell one, unless they are unlikely; an hour, a month or a year too."""
    if wording.kind is not Kind.DATE or not (wording.calendar or wording.hours):
        return found
    likely = _likely(found)
    if wording.hours and (both := [each for each in likely if hours_in(each[0].text) > 1]):
        return both
    return [each for each in likely if tells_when(wording, each[0].text)]


def _of_end(found: Signed, wording: Asked) -> Signed:
    """Where it is asked until when, no span that tells when something begins, if its sentence has another date.

    What ends a period, or is told with until or by, is preferred to other dates of its sentence.
    """
    if wording.kind is not Kind.DATE or wording.period != "until":
        return found
    told = [(each, begins_only(each[0])) for each in found]
    beside = {span.sentence for (span, _), begins in told if not begins and tells_when(wording, span.text)}
    found = [each for each, begins in told if not begins or each[0].sentence not in beside]
    judged = [(each, ends(pieces(each[0].sentence.text), *each[0].within)) for each in found]
    ending = {span.sentence for (span, _), last in judged if last}
    return [each for each, last in judged if last or each[0].sentence not in ending]


def _of_place(found: Signed, wording: Asked) -> Signed:
    """Where it is asked where, the spans that do not merely tell when.

    In a passage that has a label for it, 地点：三楼会议室, what stands behind that, or behind in or at.
    """
    if wording.kind is not Kind.PLACE:
        return found
    found = [each for each in found if not only_when(each[0])]
    labelled = {span.sentence.passage for span, signs in found if signs[_LABELLED] and _behind(_PLACE_LABEL, span)}
    return [
        each for each in found
        if each[0].sentence.passage not in labelled or each[1][_LABELLED] or _behind(_AT, each[0])
    ]  # fmt: skip


def _behind(words: re.Pattern[str], span: ReadSpan) -> bool:
    return words.search(span.sentence.text[: span.within[0]]) is not None


def tells_sort(wording: Asked, sentence: Pieces) -> bool:
    """Whether a sentence holds money, a share or a date, an area, a place's label, or how often, where it is asked."""
    if wording.often:
        return TOLD_OFTEN.search(sentence.text) is not None
    if wording.kind is Kind.DATE:
        return tells_when(wording, sentence.text)
    if wording.kind is Kind.PLACE:
        return _PLACE_LABEL.match(sentence.text) is not None
    if wording.kind is not Kind.QUANTITY:
        return False
    if wording.units:
        return any(each.unit in wording.units for each in sentence.figures)
    return bool(wording.sorts & {sort_of(each) for each in sentence.figures})


_RULES = (
    _of_substance,
    _whole_row,
    _of_number_named,
    _of_sort,
    _of_units,
    _of_level,
    _of_difference,
    _of_year,
    _of_moment,
    _of_age,
    _of_frequency,
    _of_number,
    _of_standing,
    _of_choice,
    _of_calendar,
    _of_end,
    _of_place,
)
