"""The bare answer, read out of the best sentences: spans scored by a network, set right by code where it is surer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from index.model import EmbeddedModel
from index.passage_index import PassageIndex
from index.query import Query
from index.types import FloatMatrix, FloatVector, Scalar
from index.words import TokenKind, tokens
from qa.question import Asked, asked
from qa.reading.candidates import Look, candidates
from qa.reading.counting.enumerations import resolved, within
from qa.reading.counting.rows import refrain, together
from qa.reading.forms.headings import is_heading, of_year_headed
from qa.reading.forms.steps import asks_to_do, whole_step
from qa.reading.forms.titles import asks_for_title, whole_title
from qa.reading.known import SENTENCES_READ, Told, known_in, told_of
from qa.reading.matching import Matching, match, rows_of
from qa.reading.people.doers import doer_meant, without_by
from qa.reading.people.parties import names_bearer
from qa.reading.people.posts import holder_in, holder_meant
from qa.reading.pieces import Pieces, Run, pieces
from qa.reading.preferred import preferred, tells_sort
from qa.reading.reader_features import in_chinese, piece_features, question_features, shares, word_pieces
from qa.reading.reader_network import GAP, ReaderInput, ReaderNetwork
from qa.reading.signs import SIGNS, UNLIKELY, Chances, likeliest_runs, signs, weights
from qa.reading.tabular.tables import in_one_cell, row_of, rows_meant
from qa.reading.times.periods import told_by_another, without_joint
from qa.reading.widen import asks_how, figure_looked_for, shortened, widened, with_verb
from qa.types import Kind, RankedSentence, ReadSpan

SENTENCES_ACROSS = 6  # read where they are in the other language: the right one ranks further down there
SENTENCES_WEIGHED = 30  # among which a word's rarity is judged
PIECES_READ = 320
KEPT = 16
LONGEST = 120  # characters
_HELD = SIGNS.index("held")
_DOUBT = -2.3  # the log-probability of nowhere at most, where code knows what the network doubts


@dataclass(frozen=True, slots=True)
class Reading:
    """Spans, best first, and the network's log-probability that none of the sentences read holds the answer."""

    spans: tuple[ReadSpan, ...]
    nowhere: float


def read(
    query: Query,
    kind: Kind,
    sentences: Sequence[RankedSentence],
    index: PassageIndex,  # noqa: ARG001
) -> list[ReadSpan]:
    """The candidates for the bare answer, best first, scored by adjusted log-probability; empty without sentences."""
    return list(reading(query, kind, sentences).spans)


def reading(query: Query, kind: Kind, sentences: Sequence[RankedSentence]) -> Reading:
    """What `read` gives, with the network's own signs of doubt."""
    found, nowhere = spans_with_signs(query, kind, sentences)
    scores = [float(weights() @ signs) for _, signs in found]
    spans = [ReadSpan(s.sentence, s.start, s.end, score, s.plain) for (s, _), score in zip(found, scores, strict=True)]
    ordered = sorted(_distinct(spans), key=lambda span: (-span.score, span.start))
    if any(span == ordered[0] and signs[_HELD] for span, (_, signs) in zip(spans, found, strict=True)):
        nowhere = min(nowhere, _DOUBT)
    return Reading(tuple(ordered), nowhere)


def spans_with_signs(
    query: Query, kind: Kind, sentences: Sequence[RankedSentence]
) -> tuple[list[tuple[ReadSpan, FloatVector]], float]:
    """The candidates with their SIGNS, and the network's log-probability of nowhere."""
    weighed = [sentence for sentence in sentences[:SENTENCES_WEIGHED] if pieces(sentence.text).row]
    weighed = of_year_headed(query.text, rows_meant(query.text, weighed))
    if kind is Kind.YES_NO:  # what is only named tells nothing
        weighed = [each for each in weighed if not (is_heading(each) or names_bearer(each.text))] or weighed
    if not weighed:
        return [], 0.0
    whole = match(query.terms, [pieces(sentence.text) for sentence in weighed], EmbeddedModel.load().word_vectors)
    wording = replace(asked(query.text), kind=kind)
    told_by_code = known_in(query, whole, wording, weighed)
    if told_by_code.untold:
        return [], 0.0
    held = told_by_code.runs
    order = sorted(range(len(weighed)), key=lambda place: held[place] is None)
    order = _with_figure(order, _affordable([whole.sentences[place] for place in order], query), whole, wording)
    chosen, matching = [weighed[place] for place in order], whole.of(order)
    read = reader_input(query, matching, wording)
    tables, nowhere = _chances(read, matching)
    if not wording.several:
        tables = [_within_cells(table, sentence) for table, sentence in zip(tables, chosen, strict=True)]
    likeliest = likeliest_runs(tables)
    chances = Chances.of(tables, likeliest)
    first = max(sentence.score for sentence in chosen)
    told = [told_of(matching, at, wording, held[place], tables[at].shape[1]) for at, place in enumerate(order)]
    found = []
    looks: dict[tuple[int, Run], dict[str, float]] = {}  # of each run once
    rights: dict[tuple[int, Run], tuple[Run, bool]] = {}
    for place, run, chance in (*likeliest[:KEPT], *_fitting_runs(tables, matching, wording, told)):
        here = told[place]
        sure_of = told_by_code.sure and here.held
        known = here.labelled if here.labelled and within(run, here.labelled) and not sure_of else here.held
        if (place, run) not in rights:
            rights[place, run] = (known, False) if known else _set_right(query, matching, place, run, wording)
        right, moved = rights[place, run]
        sure = chances.signs(place, run, chance)
        if right == here.labelled:  # the network is asked where it begins; where it ends is plain
            sure["chance"] = sure["end"] = sure["start"] = max(chances.starts[place][right[0]], sure["chance"])
        if (place, right) not in looks:
            looks[place, right] = signs(query.text, matching, place, right, wording, read.focus, here.contexts)
        values = {
            **sure,
            **looks[place, right],
            "behind": first - chosen[place].score,
            "moved": float(moved),
            "held": float(right == here.held),
            "labelled": here.label if right == here.labelled else 0.0,
            "listing": float(_allows(here.listing, right)),
        }
        vector = np.array([values.get(name, 0.0) for name in SIGNS], dtype=np.float32)
        plain = right == here.held and order[place] in told_by_code.plain
        found.append((_span(chosen[place], matching.sentences[place], right, plain), vector))
    return preferred(found, wording, told_by_code.sure), nowhere


def _with_figure(order: list[int], count: int, whole: Matching, wording: Asked) -> list[int]:
    """The first `count`; where money, a share or a date is asked for and none of them has one, the next that does."""
    having = next((place for place in order if tells_sort(wording, whole.sentences[place])), None)
    if having is None or having in order[:count]:
        return order[:count]
    return [*order[: max(count - 1, 1)], having]


def _affordable(sentences: Sequence[Pieces], query: Query) -> int:
    """As many of the first sentences as may be read, fewer if they are very long."""
    across = sentences[0].has("chinese") is not in_chinese(query.text)
    first = sentences[: SENTENCES_ACROSS if across else SENTENCES_READ]
    return max(1, sum(count <= PIECES_READ for count in accumulate(len(each.row) for each in first)))


def _chances(read: ReaderInput, matching: Matching) -> tuple[list[FloatMatrix], float]:
    """For each sentence (pieces, LONGEST) log-probabilities of its spans; and of the answer being nowhere."""
    scores, nowhere = ReaderNetwork.load().spans(read)
    places = matching.bounds + GAP * np.arange(len(matching.bounds))
    sizes = np.diff(matching.bounds)
    return [scores[start : start + size] for start, size in zip(places, sizes, strict=False)], nowhere


def _within_cells(table: FloatMatrix, sentence: RankedSentence) -> FloatMatrix:
    """The log-probabilities of a sentence's spans; of one that is the row of a table, those within a cell alone."""
    row = row_of(sentence, pieces(sentence.text))
    return np.where(in_one_cell(row, *table.shape), table, -np.inf).astype(np.float32) if row else table


def reader_input(query: Query, matching: Matching, wording: Asked) -> ReaderInput:
    """What the network is shown of a question and the sentences matched with its terms."""
    chinese = in_chinese(query.text)
    focus = focus_vector(wording)
    question, rows = pieces(query.text), matching.rows()
    return ReaderInput(
        rows_of(question, EmbeddedModel.load().word_vectors),
        question.shapes,
        matching.question,
        matching.weights,
        word_pieces(question, query.terms),
        spaced(rows, matching.bounds),
        spaced(piece_features(matching, wording, focus, chinese), matching.bounds),
        spaced(shares(matching), matching.bounds),
        spaced(np.ones(len(rows), dtype=bool), matching.bounds),
        focus,
        question_features(wording, chinese),
    )


def focus_term(wording: Asked) -> str:
    """The term of the noun asked for, the last word of the focus; empty where there is none."""
    found = [token.term for token in tokens(wording.focus) if token.kind is TokenKind.WORD]
    return found[-1] if found else ""


def spaced(values: NDArray[Scalar], bounds: NDArray[np.int64], empty: float = 0) -> NDArray[Scalar]:
    """The rows of `values` with GAP empty rows after each sentence."""
    gap = np.full((GAP, *values.shape[1:]), empty, dtype=values.dtype)
    return np.concatenate([part for start, end in pairwise(bounds) for part in (values[start:end], gap)])


@lru_cache(maxsize=64)
def focus_vector(wording: Asked) -> FloatVector:
    """The unit vector of the focus, zeros where there is none; kept for all that is read for a question."""
    term, model = focus_term(wording), EmbeddedModel.load()
    vector = model.word_vectors([term])[0] if term else np.zeros(model.dimension, dtype=np.float32)
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), dtype=np.float32)


def _fitting_runs(
    chances: Sequence[FloatMatrix], matching: Matching, wording: Asked, told: Sequence[Told]
) -> list[tuple[int, Run, float]]:
    """Every figure, date or person where one is asked for, and what code knows of each sentence, however unlikely."""
    wanted = Look.PERSON if wording.kind is Kind.PERSON else figure_looked_for(wording)
    found: list[tuple[int, Run, float]] = []
    for place, (table, sentence, here) in enumerate(zip(chances, matching.sentences, told, strict=True)):
        runs = [(c.first, c.last) for c in candidates(sentence) if c.look is wanted]
        runs += [_likeliest_of(table, here.listing)] if here.listing.any() else []
        runs += [run for run in (here.held, here.labelled) if run]
        found += [(place, run, _chance_about(table, run)) for run in runs]
    return found


def _allows(runs: NDArray[np.bool_], run: Run) -> bool:
    """Whether a run is among those that a (pieces, longest) table marks."""
    first, last = run
    return last - first <= runs.shape[1] and bool(runs[first, last - first - 1])


def _likeliest_of(table: FloatMatrix, allowed: NDArray[np.bool_]) -> Run:
    """The likeliest of the spans allowed."""
    first, more = divmod(int(np.where(allowed, table, -np.inf).argmax()), table.shape[1])
    return first, first + more + 1


def _chance_about(table: FloatMatrix, run: Run) -> float:
    """The log-probability of the likeliest span that begins and ends within three pieces of the run's own ends."""
    first, last = run
    near = [
        table[start, end - start - 1]
        for start in range(max(first - 3, 0), min(first + 4, len(table)))
        for end in range(max(last - 3, start + 1), min(last + 4, start + table.shape[1] + 1))
        if start < last and first < end
    ]
    return max([float(chance) for chance in near if np.isfinite(chance)], default=UNLIKELY)


def _set_right(query: Query, matching: Matching, place: int, run: Run, wording: Asked) -> tuple[Run, bool]:
    """The run with its edges right, or the figure or item of a list that is meant instead; and whether it was moved."""
    cut = matching.sentences[place]
    run = widened(cut, run, wording)
    if wording.kind in (Kind.OTHER, Kind.DEFINITION) and asks_for_title(query.text):
        run = whole_title(cut, run)
    matches, weights = matching.best_in(place), matching.weights
    better = resolved(cut, matches, weights, run, query.text)
    if not better and wording.kind in (Kind.OTHER, Kind.LIST, Kind.PLACE):  # 往哪里投: 投早、投小
        run = refrain(cut, run) or run
    if not better and wording.kind is Kind.OTHER and asks_to_do(query.text):
        run = whole_step(cut, run)
    elif not better and wording.kind is Kind.OTHER and asks_how(query.text):
        run = with_verb(cut, run)
    if wording.kind is Kind.DATE and not better:
        better = told_by_another(cut, run, matches, weights)
    found = better or run
    if wording.kind is Kind.PERSON:
        found = holder_in(cut, found) or found
        meant = holder_meant(cut, query.terms, matches, weights, found) or doer_meant(cut, matches, weights, found)
        return meant or together(cut, found, query.text), better is not None or meant not in (None, found)
    return found, better is not None


def _span(sentence: RankedSentence, cut: Pieces, run: Run, plain: bool) -> ReadSpan:
    first, last = shortened(cut, run, LONGEST)
    start = without_by(cut, first)
    end = min(without_joint(cut, last), start + LONGEST)
    return ReadSpan(sentence, sentence.start + start, sentence.start + end, 0.0, plain)


def _distinct(spans: Sequence[ReadSpan]) -> list[ReadSpan]:
    """Each place once, with its best score."""
    best: dict[tuple[str, int, int], ReadSpan] = {}
    for span in spans:
        key = (span.sentence.passage.document_id, span.start, span.end)
        if key not in best or best[key].score < span.score:
            best[key] = span
    return list(best.values())
