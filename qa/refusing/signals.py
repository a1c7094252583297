"""What speaks for and against the documents answering a question: named, explainable, each about 0 to 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields, replace
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from corpus import Language
from corpus.sentences import clause_at
from index.model import EmbeddedModel
from index.names import is_pinyin
from index.query import QueryTerm
from index.types import FloatMatrix, FloatVector
from index.words import is_chinese
from qa.contrasts import OF_CLAUSE, Mention, conflicts, mentions
from qa.question import Asked, asked
from qa.reading.counting.enumerations import counted_elsewhere
from qa.reading.counting.figures import counted_and_common, figure_context, item_and_common
from qa.reading.pieces import Pieces
from qa.refusing.agreement import figures_stated, names_heard
from qa.refusing.compared import Compared, compared
from qa.refusing.fitting import fits, unit_agrees
from qa.refusing.named import names_meant
from qa.refusing.words import is_acronym
from qa.types import Kind, ReadSpan, Task

_NEIGHBOUR = 0.85  # what a match in a neighbouring sentence, the heading or the title is worth
_NO_COUNTERPART = 0.35  # how alike in meaning unrelated words may be
_PASSAGE = 0.7  # and one elsewhere in the passage
_CANNOT_TELL = 0.5
_CHINA = "中国"
_SAID = 0.6  # how well a word is matched that a sentence says
_RANGE = 12.0  # of the support network's log-odds, from surely not to surely
_CERTAINLY = 12.0  # a log-probability of nowhere below the negative of this one says no more


class Collection(Protocol):
    """What is asked of an index: how rare a word is among its passages."""

    def idf(self, term: str) -> float: ...


@dataclass(frozen=True, slots=True)
class Signals:
    """The evidence is the sentence of the best span; `near` takes in its neighbours, its heading and its title.

    meant: share of the question's words, by rarity, that are matched near, in letters or meaning.
    worst: how well the worst-matched word is.
    names, figures: share of the question's names, its figures and dates that stand near (1 where it has none); of
    an English question about Chinese evidence its acronyms and China only where they do.
    least: how well the least matched of its names is, in the passage (1 where it has none).
    unknown: share of the question's words, by rarity, that no passage of the collection holds.
    counterparts: share of the question's words, by rarity, that have a counterpart near at all, in letters or meaning.
    absent: rarity of the rarest name that no passage holds and that has no counterpart near.
    conflict: 1 where the evidence names another year, place, level or the like than the question.
    asked: share, by rarity, of what the question asks the value or the bearer of that has a counterpart near (1/2: it
    does not say of what).
    fits: whether the best span is a figure of the sort asked for, a date or a name, where one is asked for.
    unit: whether it counts in what the question asks for, money or a share for instance (1/2: not said).
    counted: how well the words around the best span match, of its clause or its place in a list (1/2: no figure asked).
    item: how well what the best span is of in a list matches what tells which is meant (1: in no list or not told).
    astray: 1 where the best span is counted in a list, and what is asked for in another, not at the level asked for.
    around: share of the question's words, by rarity, fading with their distance from the best span.
    alike: cosine of the question and the sentence with its heading and title, as texts.
    together: share of neighbouring pairs of question words that stand within a few words of each other.
    ahead: how far the reader's best span is ahead of the best of another sentence.
    nowhere: 1 where the reader is sure that what it read does not hold the answer, less with its log-probability.
    alone: how far the evidence's share of the question's words is ahead of the next passage's.
    supported: how surely the support network says that the evidence answers the question (1/2: it cannot tell).
    """

    meant: float = 0.0
    worst: float = 0.0
    names: float = 0.0
    least: float = 0.0
    figures: float = 0.0
    unknown: float = 1.0
    counterparts: float = 0.0
    absent: float = 1.0
    conflict: float = 0.0
    asked: float = 0.0
    fits: float = 0.0
    unit: float = 0.0
    counted: float = 0.0
    item: float = 0.0
    astray: float = 0.0
    around: float = 0.0
    alike: float = 0.0
    together: float = 0.0
    ahead: float = 0.0
    nowhere: float = 1.0
    alone: float = 0.0
    supported: float = 0.0

    def vector(self) -> NDArray[np.float64]:
        return np.array(astuple(self), dtype=np.float64)


NAMES = tuple(field.name for field in fields(Signals))


def signals(task: Task, index: Collection) -> Signals:
    """The signals for the best span; where nothing was found, all say that nothing speaks for an answer."""
    judged = task.compared if task.compared and task.compared.spans is task.spans else None
    found = judged or compared(task.query, task.sentences, task.spans)
    return _signals(found, task, index) if found else Signals()


def _signals(found: Compared, task: Task, index: Collection) -> Signals:
    kind = task.kind
    query, words, matching, spans = found.query, found.words, found.matching, found.spans
    written, meant = (words.of(matching.by_sentence(each)) for each in (matching.written, matching.best()))
    here = written[:, 0]
    around = found.text(found.near)
    heard = _heard(found, here, around)
    near, passage = (np.maximum(each, heard) for each in _reaching(written, found))
    meant_near = np.maximum(_reaching(meant, found)[0], heard)
    covered = words.weights @ written / max(words.weights.sum(), 1e-9)
    known = _known(found, index)
    counterparts = np.clip((meant_near - _NO_COUNTERPART) / _NO_COUNTERPART, 0, 1).astype(np.float32)
    wording = replace(asked(query.text), kind=kind)
    named = words.names & ~(_unsaid(found) & (passage < _SAID))
    return Signals(
        meant=words.share(meant_near),
        worst=float(meant_near.min()),
        names=float(passage[named].mean()) if named.any() else 1.0,
        least=float(passage[named].min(initial=1.0)),
        figures=figures_stated(query.text, f"{found.best.text}\n{around}"),
        unknown=1.0 - words.share(np.maximum(known, near)),
        counterparts=words.share(counterparts),
        absent=float((words.weights * words.names * (1 - known) * (1 - counterparts)).max()),
        conflict=float(not OF_CLAUSE.issuperset(conflicts(query.text, _clause(found), found.best.text, around))),
        asked=_asked(found, wording, counterparts),
        fits=fits(wording, spans),
        unit=unit_agrees(wording, spans),
        counted=_counted(found, kind),
        item=_item(found, wording),
        astray=_astray(found),
        around=_around(found),
        alike=_alike(found),
        together=_together(found, here),
        ahead=_ahead(spans),
        nowhere=max(1 + task.nowhere / _CERTAINLY, 0.0),
        alone=float(covered[0] - covered[list(found.elsewhere)].max(initial=0.0)),
        supported=float(np.clip(0.5 + task.support / _RANGE, 0, 1)),
    )


def _reaching(matches: FloatMatrix, found: Compared) -> tuple[FloatVector, FloatVector]:
    """The match of each word near the evidence, and in its passage; farther off it counts less.

    `matches` is (words, sentences).
    """
    near = np.maximum(matches[:, 0], _NEIGHBOUR * matches[:, list(found.near)].max(axis=1, initial=0))
    passage = _PASSAGE * matches[:, list(found.passage)].max(axis=1, initial=0)
    return near, np.maximum(near, passage)


def _heard(found: Compared, here: FloatVector, around: str) -> FloatVector:
    """How surely each name of the question that is not written in the evidence is a name there.

    In Chinese evidence it sounds like it, in English, of an English question, it may be misspelt or shortened.
    """
    heard = np.zeros(len(here), dtype=np.float32)
    query, first = found.query, found.first_terms
    if found.best.passage.language is Language.ENGLISH:
        if not query.language.chinese:
            rows = [*np.flatnonzero(found.words.names)]
            heard[rows] = names_meant(query.text, [first[n] for n in rows], f"{found.best.text}\n{around}")
        return heard
    rows = [
        n
        for n in np.flatnonzero(found.words.names)
        if not is_chinese(first[n].term) and not is_acronym(query, first[n])  # an acronym is no sound
    ]
    names = [first[n] for n in rows]
    heard[rows] = names_heard(query.text, names, here[rows], f"{found.best.text}\n{around}")
    if query.language.chinese:  # it is written as Chinese texts write it
        return heard
    # The Chinese of a foreign name that no table holds may be anything: that it is not there cannot be told.
    strange = [n for n in rows if len(first[n].alternatives) == 1 and not is_pinyin(query.surface(first[n]))]
    heard[strange] = np.maximum(heard[strange], _CANNOT_TELL)
    return heard


def _unsaid(found: Compared) -> NDArray[np.bool_]:
    """Which words of an English question Chinese evidence may leave out: acronyms, and that it is about China."""
    query, told_in_chinese = found.query, found.best.passage.language is not Language.ENGLISH
    china = [each for each in mentions(query.text) if each.member == _CHINA]
    unsaid = [
        told_in_chinese
        and not is_chinese(term.term)
        and (is_acronym(query, term) or any(each.overlaps(term) for each in china))
        for term in found.first_terms
    ]
    return np.array(unsaid, dtype=np.bool_)


def _clause(found: Compared) -> str:
    """The clause that holds the best span, or where none was read, the middle of the question's words.

    All behind a colon is said of what stands right before it.
    """
    if found.spans:
        place = found.spans[0].start - found.best.start
        if found.best.text.startswith((":", "\uff1a"), place + len(found.spans[0].text)):
            return found.best.text
    else:
        matching = found.matching
        at = matching.written[:, : matching.bounds[1]].argmax(axis=1)[[rows[0] for rows in found.words.members]]
        place = matching.sentences[0].row[int(np.median(at))].start
    return clause_at(found.best.text, place)


def is_held(term: str, index: Collection) -> bool:
    """Whether some passage holds a term."""
    return index.idf(term) < index.idf("\u0000")


def is_known(word: QueryTerm, index: Collection) -> bool:
    """Whether some passage holds a word itself, a translation of it or a name that it is heard as."""
    return bool(word.sounds) or any(is_held(form, index) for form, _ in word.alternatives)


def _known(found: Compared, index: Collection) -> FloatVector:
    """1 for each word that some passage holds, itself, a translation, a part or a name it is heard as; else 0."""
    terms = found.query.terms
    known = [
        any(is_known(terms[row], index) for row in rows)
        or any(is_held(form, index) for row in inner for form, _ in terms[row].alternatives)
        for rows, inner in zip(found.words.members, found.words.parts, strict=True)
    ]
    return np.array(known, dtype=np.float32)


def _asked(found: Compared, wording: Asked, counterparts: FloatVector) -> float:
    """Of the noun asked for its last two words, which say most of what is meant; a name is seen to apart."""
    if wording.noun is None:
        return 0.5
    (start, end), words = wording.noun, found.words
    own = [n for n, term in enumerate(found.first_terms) if term.start < end and start < term.end]
    own = [n for n in own if not words.names[n]][-2:]
    return words.share(counterparts, own) if own else 0.5


def _counted(found: Compared, kind: Kind) -> float:
    if kind is not Kind.QUANTITY or not found.run:
        return 0.5
    matching = found.matching
    return figure_context(matching.sentences[0], found.run, matching.best_in(0), matching.weights)


def _item(found: Compared, wording: Asked) -> float:
    """How well what a figure in a list is of is what was asked for: by the rarest word that tells which is meant.

    A word tells that if it is not said of all things in the list, no name, and not the value asked for. Where the
    figures stand before what they count, 41个国家级、360个市级中心, any of the words asked for tells.
    """
    if not (run := found.run):
        return 1.0
    sentence, scores = found.matching.sentences[0], found.matching.best_in(0)
    start, end = wording.noun or (0, 0)
    words, terms = found.words, found.first_terms
    item, common = item_and_common(sentence, run)
    counted, leading = ([], []) if item else counted_and_common(sentence, run)
    of_all = words.of(scores[:, [*common, *leading]].max(axis=1, initial=0))
    telling = [n for n, term in enumerate(terms) if of_all[n] < _SAID and not words.names[n]]
    if item and words.names[[n for n in range(len(terms)) if words.of(scores[:, item].max(axis=1))[n] > _SAID]].any():
        return 1.0  # it is named: 深圳
    if item and (meant := [n for n in telling if terms[n].end != end]):
        return float(words.of(scores[:, item].max(axis=1))[max(meant, key=lambda n: words.weights[n])])
    alike = _mentioned_alike(found.query.text, sentence, counted)
    # What is counted may stand behind the noun: 研究所有多少张床.
    asked_for = [n for n in telling if wording.noun and start <= terms[n].start]
    if counted and (meant := [n for n in asked_for if not any(each.overlaps(terms[n]) for each in alike)]):
        return float(words.of(scores[:, counted].max(axis=1))[meant].max())
    return 1.0


def _astray(found: Compared) -> float:
    if not (run := found.run):
        return 0.0
    matching = found.matching
    scores, question = matching.best_in(0), found.query.text
    return float(counted_elsewhere(matching.sentences[0], scores, matching.weights, run, question))


def _mentioned_alike(question: str, sentence: Pieces, run: Sequence[int]) -> list[Mention]:
    """What a question says in other words than some pieces of a sentence: 省一级 for 省级."""
    text = "".join(sentence.text[sentence.row[n].start : sentence.row[n].end] for n in run)
    members = {(each.slot, each.member) for each in mentions(text)}
    return [each for each in mentions(question) if (each.slot, each.member) in members]


def _around(found: Compared) -> float:
    if not found.spans:
        return 0.0
    (start, end), row = found.spans[0].within, found.matching.sentences[0].row
    far = np.array([max(start - piece.end, piece.start - end, 0) for piece in row], dtype=np.float32)
    scale = 1.0 if is_chinese(row[len(row) // 2].term) else 0.4  # an English word takes more letters
    faded = found.matching.best_in(0) * np.exp(-scale * far / 20)
    return found.words.share(found.words.of(np.asarray(faded.max(axis=1), dtype=np.float32)))


def _alike(found: Compared) -> float:
    one, other = _vector_of(found.query.text), _vector_of(f"{found.text(())}\n{found.best.text}")
    return float(one @ other)


@lru_cache(maxsize=256)
def _vector_of(text: str) -> FloatVector:
    """Kept, because the same sentences answer one question after another."""
    return np.asarray(EmbeddedModel.load().embed_documents([text])[0], dtype=np.float32)


def _together(found: Compared, here: FloatVector) -> float:
    """Whether words that stand side by side in the question do so in the sentence."""
    members, terms = found.words.members, found.first_terms
    order = sorted(range(len(members)), key=lambda n: terms[n].start)
    if len(order) < 2:
        return float(here.mean())
    scores = found.matching.best_in(0)
    at = [int(np.argmax(scores[list(members[n])].max(axis=0))) for n in order]
    strength = [float(scores[list(members[n])].max()) for n in order]
    pairs = [
        min(strength[n], strength[n + 1]) * np.exp(-max(abs(at[n] - at[n + 1]) - 2, 0) / 6)
        for n in range(len(order) - 1)
    ]
    return float(np.mean(pairs))


def _ahead(spans: Sequence[ReadSpan]) -> float:
    if not spans:
        return 0.0
    other = next((each for each in spans if each.sentence != spans[0].sentence), None)
    return float(np.tanh((spans[0].score - other.score) / 4)) if other else 1.0
