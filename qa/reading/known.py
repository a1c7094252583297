"""What code knows to be asked for, sentence by sentence, before any span is weighed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus import Span
from corpus.sentences import clauses
from index.folding import fold
from index.query import Query
from index.words import terms
from qa.question import Asked, simplified
from qa.reading.counting.enumerations import listings
from qa.reading.counting.figures import figure_contexts
from qa.reading.counting.respective import respective
from qa.reading.forms.beneath import SAID, headings_matched, told_beneath
from qa.reading.forms.chosen import chosen, offered
from qa.reading.forms.compared import ahead_of_other, party_of
from qa.reading.forms.conditions import consequence
from qa.reading.forms.definitions import asks_for_code, definition_of
from qa.reading.forms.headings import heads_list, is_heading, leads_to_each
from qa.reading.forms.minutes import attendance, decisions
from qa.reading.forms.ordered import extreme_item, item_at, item_with
from qa.reading.forms.outlets import outlet_of
from qa.reading.forms.reached import contact_of
from qa.reading.forms.steps import asks_to_do, step_told
from qa.reading.forms.substitutes import asks_for_substitute, substitute_for
from qa.reading.matching import Matching
from qa.reading.people.appointments import holder_told, holders_stated, post_told
from qa.reading.people.awards import given
from qa.reading.people.doers import bearers
from qa.reading.people.hosts import asks_of_any_event, host_of, verbs_of_hosts
from qa.reading.people.incumbents import incumbents
from qa.reading.people.kin import relative_told
from qa.reading.people.lives import age_told, life_date
from qa.reading.people.parties import bearer_of
from qa.reading.people.posts import body_of, post_of
from qa.reading.pieces import Run
from qa.reading.tabular.about import name_of_row, on_another_day
from qa.reading.tabular.below import is_below_its_label
from qa.reading.tabular.columns import asking
from qa.reading.tabular.labels import labelled
from qa.reading.tabular.legends import meanings
from qa.reading.tabular.listed import figure_of, of_length
from qa.reading.tabular.marked import is_said
from qa.reading.tabular.tables import Cell, best_named, cell_of, row_of
from qa.reading.times.dated import dated
from qa.reading.times.in_force import asks_when_in_force, date_in_force, names_no_rules
from qa.reading.times.weekdays import VISITING, asks_to_visit, tells_opening, weekday_of, without_weekdays
from qa.reading.widen import asks_for_body, asks_for_post
from qa.types import Kind, RankedSentence

SENTENCES_READ = 4
_WORDS_STATED, _AS_WRITTEN = 2, 0.9
_CLEARLY = 0.1  # share of a question
_NO_ITEMS = frozenset({Kind.QUANTITY, Kind.DATE, Kind.YES_NO, Kind.REASON})  # what no thing of a list answers


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """What code makes of one sentence before its spans are weighed.

    `held` is what it knows to be asked for; `labelled` stands behind a label, of which the question says the share
    `label`; `contexts` are the `figure_contexts`; `listing` tells by (pieces, longest) which runs name several things,
    where several are asked for.
    """

    held: Run | None
    labelled: Run | None
    label: float
    contexts: Mapping[Run, float]
    listing: NDArray[np.bool_]


def told_of(matching: Matching, place: int, wording: Asked, held: Run | None, longest: int) -> Told:
    sentence = matching.sentences[place]
    listing = listings(sentence, longest) if wording.several else np.zeros((len(sentence.row), longest), dtype=np.bool_)
    return Told(held, *_labelled(matching, place, wording), _contexts(matching, place, wording), listing)


@dataclass(frozen=True, slots=True)
class Known:
    """For each sentence what code knows to be asked for, if it tells it; and whether nothing else will do then.

    `plain` are the sentences of which there is no doubt that they tell it; `untold` tells that things are offered to
    choose from, and no sentence says which, or that a legend, or the duties of all, leave out what is asked about.
    """

    runs: tuple[Run | None, ...]
    sure: bool
    plain: frozenset[int] = frozenset()
    untold: bool = False


def known_in(query: Query, matching: Matching, wording: Asked, weighed: Sequence[RankedSentence]) -> Known:
    """What code knows of each sentence of `weighed`, which `matching` holds in this order.

    A number to call, or who published the text, is told by one of them.
    """
    count = len(weighed)
    below = [is_below_its_label(query, wording, each) for each in weighed]
    if sum(below) == 1:
        told = zip(matching.sentences, below, strict=True)
        return _surely(tuple((0, len(cut.row)) if here else None for cut, here in told))
    found = None
    if wording.contact:
        found = contact_of(query.terms, matching, wording.contact)
    elif wording.outlet:
        found = outlet_of(query.text, matching.sentences)
    if found or wording.contact:
        return Known(tuple(found[1] if found and found[0] == place else None for place in range(count)), True)
    if things := offered(query.text, wording.kind):
        runs = tuple(chosen(query, matching, place, things) for place in range(count))
        return Known(runs, True, untold=not any(runs))
    signs, left_out = meanings(query, matching)
    if any(signs) or left_out:
        return _surely(signs, left_out)
    if wording.kind is Kind.PERSON and any(held := incumbents(query, matching.sentences, weighed)):
        return _surely(tuple(held))
    for borne in (bearers(query, matching), given(query, matching)):
        if not any(borne.runs) and not borne.left_out:
            continue
        plain = frozenset(place for place, run in enumerate(borne.runs) if run and borne.plain)
        return Known(borne.runs, True, plain, untold=borne.left_out)
    if special := _in_minutes(query, matching, weighed) or _substituted(query.text, matching):
        return special
    cells = [_in_table(query, matching, place, wording, each) for place, each in enumerate(weighed)]
    cells = _not_told_better(best_named(cells, weighed), matching, weighed)
    if any(cells):
        plain = frozenset(place for place, cell in enumerate(cells) if cell and cell.plain)
        return Known(tuple(cell and cell.run for cell in cells), True, plain)
    runs = tuple(_plainly(query, matching, place, wording, each) for place, each in enumerate(weighed))
    if any(runs):
        return _surely(runs)
    if any((headed := told_beneath(query, matching, wording.kind, weighed)).runs):
        return Known(headed.runs, True, headed.plain)
    steps = _steps(query, matching, wording, weighed)
    if any(steps):
        return Known(tuple(steps), True)
    runs = tuple(_known(query.text, matching, place, wording) for place in range(count))
    # In the likeliest sentence of all; "the event" is the only one that is said to be held.
    likeliest = runs[:1] if not asks_of_any_event(query.text) or sum(map(bool, runs)) > 1 else runs
    hosted = any(likeliest) and bool(_hosting(query.text, wording))
    return Known(runs, hosted or wording.kind is Kind.DEFINITION or wording.calendar == "weekday")


def _surely(runs: tuple[Run | None, ...], untold: bool = False) -> Known:
    """What the sentences tell without doubt, each that tells it."""
    return Known(runs, True, frozenset(place for place, run in enumerate(runs) if run), untold)


def _in_minutes(query: Query, matching: Matching, weighed: Sequence[RankedSentence]) -> Known | None:
    """Who was at a meeting and what was decided there, where that is asked for; None where code does not know."""
    runs = attendance(query, matching.sentences, weighed)
    if not isinstance(runs, bool):
        return _surely(runs)
    if runs:
        return _surely((), untold=True)
    found = decisions(query, matching.sentences, weighed)
    if isinstance(found, bool):
        return _surely((), untold=True) if found else None
    decided, run = found
    return _surely(tuple(run if place == decided else None for place in range(len(weighed))))


def _substituted(question: str, matching: Matching) -> Known | None:
    """What may be taken in place of something, where that is asked for and substitutes are told, if not of that."""
    thing = asks_for_substitute(question)
    told = [substitute_for(sentence, thing) for sentence in matching.sentences] if thing else []
    runs = tuple(run for run, _ in told)
    if not any(runs) and not any(tells for _, tells in told):
        return None
    return _surely(runs, untold=not any(runs))


def _steps(query: Query, matching: Matching, wording: Asked, weighed: Sequence[RankedSentence]) -> list[Run | None]:
    """Of each sentence the instruction that it tells for just what is asked, where it is asked how something is done.
    """
    if wording.kind is not Kind.OTHER or not asks_to_do(query.text):
        return []
    above = headings_matched(query, weighed, ahead=True)  # to freeze it: what, stands ahead
    return [
        step_told(sentence, matching.best_in(place), above[place]) for place, sentence in enumerate(matching.sentences)
    ]


def _hosting(question: str, wording: Asked) -> frozenset[str]:
    """The verbs of which the subject is asked for, where it is asked who holds an event; else none."""
    return verbs_of_hosts(question) if wording.kind in (Kind.ORGANISATION, Kind.PERSON) else frozenset()


def _in_table(query: Query, matching: Matching, place: int, wording: Asked, sentence: RankedSentence) -> Cell | None:
    cut = matching.sentences[place]
    row = row_of(sentence, cut)
    if row and on_another_day(query.text, sentence):
        return None
    if row and (name := name_of_row(row.headings, row.cells, cut, query.text, wording, sentence)):
        return Cell(name, True, 1.0, 1.0)
    return cell_of(query, row, cut, matching.best_in(place), matching.weights, wording) if row else None


def _not_told_better(
    cells: Sequence[Cell | None], matching: Matching, weighed: Sequence[RankedSentence]
) -> list[Cell | None]:
    """The cells, but those beside a sentence that says clearly more of the question: a season ticket is £60."""
    if not any(cells):
        return list(cells)
    said = matching.weights @ matching.by_sentence(matching.best()) ** 2
    rows = {
        place
        for place, each in enumerate(weighed)
        if is_heading(each) or row_of(each, matching.sentences[place])
    }
    most = max((float(said[place]) for place in range(len(weighed)) if place not in rows), default=0.0)
    return [cell if cell and cell.covered > most - _CLEARLY else None for cell in cells]


def _plainly(query: Query, matching: Matching, place: int, wording: Asked, told: RankedSentence) -> Run | None:
    """What leaves no doubt: what stands behind a code that is asked about, or what is asked whether, word by word.

    So do the dates of a life, in brackets behind the name, a role, "the Seller", beside its bearer's, a relative's name
    beside the word for it, 局长为周建平, and the price of as many minutes as are asked about.
    """
    if bearer := bearer_of(matching.sentences[place], query.text):
        return bearer
    above, ahead = told.passage.above, told.passage.text[: told.start - told.passage.start]
    text, above, ahead, question = map(simplified, (told.text, above, ahead, query.text))
    if who := relative_told(text, above, ahead, question) or holders_stated(text, f"{above}\n{ahead}", question):
        return matching.sentences[place].touched(*who)
    if asks_for_code(query.text):
        return definition_of(matching.sentences[place], query.text)
    leads = {Kind.LIST: heads_list, Kind.QUANTITY: leads_to_each}.get(wording.kind)
    if leads and leads(told, query.text, matching.best_in(place).max(axis=1, initial=0)):
        return 0, len(matching.sentences[place].row)
    if wording.kind is Kind.DATE and asks_when_in_force(query.text) and names_no_rules(query.text):
        return date_in_force(matching.sentences[place])
    if wording.kind is Kind.DATE:
        return life_date(matching.sentences[place], query.terms, matching.best_in(place), wording)
    if wording.age and (age := age_told(told.text, query.text)):
        return matching.sentences[place].touched(*age)
    listed = figure_of(told) if wording.kind is Kind.QUANTITY else None
    if listed and (of_length(query.text, listed[0]) or _is_all_asked(query, listed[0])):
        return matching.sentences[place].touched(*listed[1])
    if wording.kind is Kind.YES_NO:
        return _stated(matching, place) or _hours_told(query, matching, place)
    return None


def _is_all_asked(query: Query, name: str) -> bool:
    """Whether a question asks for nothing but what a line of a price list names, as written: £10, of Beard trim."""
    place, calling = query.text.lower().find(name.lower()), asking(query.text)
    named = Span(place, place + len(name))
    return is_said(query.text, name) and all(
        any(each.start < word.end and word.start < each.end for each in (named, *calling)) for word in query.terms
    )


def _stated(matching: Matching, place: int) -> Run | None:
    """The clause that says, as written, every word of a yes-or-no question."""
    sentence, best = matching.sentences[place], matching.best_in(place)
    for start, end in clauses(sentence.text) if len(best) >= _WORDS_STATED else ():
        inside = [n for n, piece in enumerate(sentence.row) if start <= piece.start < end]
        if inside and best[:, inside].max(axis=1).min() > _AS_WRITTEN:
            return inside[0], inside[-1] + 1
    return None


def _hours_told(query: Query, matching: Matching, place: int) -> Run | None:
    """All of a sentence that tells on which days something is open, where it is asked whether to go there on one."""
    sentence, folded = matching.sentences[place], fold(query.text).text
    if not asks_to_visit(folded) or not tells_opening(fold(sentence.text).text):
        return None
    days = without_weekdays(folded)
    best = matching.best_in(place).max(axis=1, initial=0)
    others = [n for n, each in enumerate(query.terms) if each.term in terms(days) and each.term not in VISITING]
    return (0, len(sentence.row)) if best[others].min(initial=1.0) >= SAID else None


def _known(question: str, matching: Matching, place: int, wording: Asked) -> Run | None:
    """What code knows to be asked for where a sentence tells it.

    The post, or the body, of a person whom the question names; who holds a post, or an event; what a word means;
    what to do where a condition holds; the days of the week, and from when on rules hold; which of two things compared;
    who of two did something to the other; the item in its place of several told in order; the fellow of a member of
    another list; of those in a row the one with the figure said, with the most or the least.
    """
    sentence = matching.sentences[place]
    if asks_for_post(question):
        if post := post_told(sentence.text, question):
            return sentence.touched(*post)
        # Where all of somebody's posts are asked for, no word tells one from another.
        telling = np.zeros_like(matching.weights) if wording.several else matching.weights
        return post_of(sentence, matching.named(place), matching.best_in(place), telling)
    if wording.ordinal:  # far down, what is told in order is something else
        return item_at(sentence, wording.ordinal) if place < SENTENCES_READ else None
    if wording.calendar == "weekday":
        return weekday_of(sentence, question, matching.best_in(place), matching.weights)
    if wording.kind is Kind.DEFINITION and (meaning := definition_of(sentence, question)):
        return meaning
    if wording.kind is Kind.DATE and asks_when_in_force(question):
        return date_in_force(sentence)
    if then := consequence(sentence, question, matching.best_in(place), matching.weights):
        return then
    if wording.kind not in _NO_ITEMS and (item := item_with(sentence, question)):
        return item
    one = not wording.several and (wording.count or 1) == 1
    if wording.superlative and one and wording.kind not in (Kind.QUANTITY, Kind.DATE):
        return extreme_item(sentence, fold(question).text, matching.best_in(place), matching.weights)
    if wording.kind in (Kind.PERSON, Kind.LIST) and (holder := holder_told(sentence.text, question)):
        return sentence.touched(*holder)
    listed = place < SENTENCES_READ and wording.kind not in _NO_ITEMS and not wording.several
    if listed and (fellow := respective(sentence, question, matching.best_in(place), matching.weights)):
        return fellow
    if party := ahead_of_other(sentence, question) or party_of(sentence, question, matching.best_in(place)):
        return party
    if verbs := _hosting(question, wording):
        return host_of(sentence, matching.best_in(place), verbs, question)
    if wording.kind is Kind.ORGANISATION or asks_for_body(question):
        return body_of(sentence, matching.named(place), matching.best_in(place), matching.weights)
    return None


def _contexts(matching: Matching, place: int, wording: Asked) -> dict[Run, float]:
    """How well the words around each figure of a sentence match, where a figure is asked for."""
    if wording.kind is not Kind.QUANTITY:
        return {}
    return figure_contexts(matching.sentences[place], matching.best_in(place), matching.weights)


def _labelled(matching: Matching, place: int, wording: Asked) -> tuple[Run | None, float]:
    """What stands behind the label that is asked for; a figure's label is seen to by the words around it."""
    if wording.kind in (Kind.QUANTITY, Kind.YES_NO, Kind.REASON):
        return None, 0.0
    sentence, kind = matching.sentences[place], wording.kind
    whole = wording.several or kind in (Kind.OTHER, Kind.LIST)
    if wording.calendar:  # but a part of what stands there
        kind = Kind.OTHER
    value, share = labelled(sentence, matching.best_in(place), matching.weights, kind, whole)
    return (dated(sentence, value, wording) if value and wording.kind is Kind.DATE else value), share
