"""Values that stand on a line of their own below their label: "Manager", and on the next line "Grace Holloway"."""

from __future__ import annotations

from index.folding import fold
from index.model import EmbeddedModel
from index.quantities import QuantityKind, quantities
from index.query import Query
from qa.contacts import REACHING, contacts
from qa.question import Asked
from qa.reading.matching import match
from qa.reading.pieces import pieces
from qa.reading.tabular.columns import asking, called_for
from qa.reading.tabular.labels import SORTS
from qa.reading.times.weekdays import tells_weekday
from qa.types import Kind, RankedSentence

_MATCHED = 0.6  # how well a word is matched that is said
_LONGEST = 100  # characters of a value
_NEVER = frozenset({Kind.YES_NO, Kind.REASON})
_DATED = frozenset({QuantityKind.DATE, QuantityKind.TIME})
_ASKS_WHEN = frozenset({"时候", "几点", "哪天", "日期", "时间"})


def is_below_its_label(query: Query, wording: Asked, sentence: RankedSentence) -> bool:
    """Whether a sentence is all that stands below a label that a question asks for, each word of it being said there.
    """
    label = _label_of(sentence)
    if not label or wording.kind in _NEVER or not _may_be(wording, sentence.text):
        return False
    sorts = {term: kind for kind, terms in SORTS.items() for term in terms}
    cut = pieces(label)
    told = {sorts[piece.term] for piece in cut.row if piece.term in sorts}
    if told and wording.kind in SORTS and wording.kind not in told:
        return False  # the time of the exam, where its place is asked for
    calling = asking(query.text)
    meant = SORTS.get(wording.kind, frozenset()) | (REACHING if wording.contact else frozenset())
    meant |= _ASKS_WHEN if wording.kind is Kind.DATE else frozenset()
    terms = [
        word
        for word in query.terms
        if word.term not in meant and not any(start < word.end and word.start < end for start, end in calling)
    ]
    called = called_for(query.text, label)
    words = [
        n
        for n, piece in enumerate(cut.row)
        if cut.column("word")[n] and not any(start < piece.end and piece.start < end for start, end in called)
    ]
    own = [n for n in words if cut.row[n].term not in meant]
    if not terms:
        return bool(words or called) and not own
    best = match(terms, [cut, pieces(f"{sentence.passage.title}\n")], EmbeddedModel.load().word_vectors).best()
    said = best[:, own].max(axis=0, initial=0) >= _MATCHED if own else []
    return bool(best.max(axis=1).min() >= _MATCHED) and len(own) > 0 and 2 * sum(said) > len(own)


def _label_of(sentence: RankedSentence) -> str:
    """The label that stands above a sentence, which is all that stands below it; else empty."""
    passage = sentence.passage
    if not passage.heading or sentence.end - sentence.start > _LONGEST:
        return ""
    lines = passage.text.strip().splitlines()
    if len(lines) < 2:
        return ""
    below = lines[-1].strip() == sentence.text.strip() and lines[-2].strip("*_ ") == passage.heading[-1]
    return passage.heading[-1] if below else ""


def _may_be(wording: Asked, value: str) -> bool:
    """Whether a value may be what is asked for: a figure, a number to call."""
    if wording.contact:
        return bool(contacts(value, wording.contact))
    if wording.kind is Kind.DATE:
        return tells_weekday(value) or any(each.kind in _DATED for each in quantities(value))
    return wording.kind is not Kind.QUANTITY or any(map(str.isdigit, fold(value).text))
