"""What speaks for a span being the bare answer: few, explainable signs, weighed by qa/data/choosing.json."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from index.types import FloatMatrix, FloatVector
from qa.question import Asked
from qa.reading.counting.figures import figure_context, figure_fit
from qa.reading.matching import Matching, rows_of
from qa.reading.people.posts import post_fit
from qa.reading.pieces import Run
from qa.reading.widen import asks_for_several, begins_name, figures_held, is_body, is_name, looks_right
from qa.types import Kind

# chance, start, end: the network's log-probability of the span, and of any span with its start, its end. shared: the
# log of what it shares with the likeliest spans (the expected F1 by pieces). behind: how far its sentence's rank is
# behind the best's. moved: whether exact code set it in another's place. held: whether code knows it to be what is
# asked for: a person's post or body, an item by its place or by its figure. length: log of its pieces. echo: how much
# of it the question says. focus: its likeness in meaning to the noun asked for. figure, date: whether it holds one, of
# the sort asked for, where one is asked for. named: whether it is just a name, where a person is asked for; name:
# whether it ends as the name of a body does, where one is asked for. post: how well what stands before a person's name
# matches. unit, counted: the figure's kind and unit, and how well the words around it match; wholly: whether they are
# all of the question's; rival: by how much they match better than those around any other figure of the sentence.
# several: figures more than asked for. labelled: where the span stands behind a label and a colon, the share of the
# question that the label matches. listing: whether it names several things, and all in the row, where several are
# asked for.
SIGNS = (
    "chance", "start", "end", "shared", "behind", "moved", "held", "length", "rival", "echo", "focus",
    "figure", "date", "named", "name", "post", "unit", "counted", "wholly", "several",
    "labelled", "listing",
)  # fmt: skip
PATH = Path(__file__).parents[1] / "data" / "choosing.json"
UNLIKELY = -20.0
_WHOLLY = 0.9
POOL = 48  # of the likeliest spans a span is compared with


@cache
def weights() -> FloatVector:
    """One for each of SIGNS, made by `python -m training.choosing`."""
    stored = json.loads(PATH.read_text(encoding="utf-8"))
    return np.array([stored[name] for name in SIGNS], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Chances:
    """What the network says of all spans of some sentences, by sentence: log-probabilities of each start and end."""

    starts: Sequence[FloatVector]
    ends: Sequence[FloatVector]
    likeliest: FloatMatrix  # (spans, 4): sentence, first, last, probability

    @classmethod
    def of(cls, tables: Sequence[FloatMatrix], likeliest: Sequence[tuple[int, Run, float]]) -> Chances:
        """From the (pieces, LONGEST) log-probabilities of every sentence and their `likeliest_runs`."""
        starts, ends = [], []
        for table in tables:
            sure = np.exp(table)
            starts.append(_log(sure.sum(axis=1)))
            last = np.arange(len(table))[:, None] + np.arange(table.shape[1])
            found = np.bincount(last.ravel(), sure.ravel())[: len(table)]
            ends.append(_log(found.astype(np.float32)))
        best = [(place, first, last, np.exp(chance)) for place, (first, last), chance in likeliest]
        return cls(starts, ends, np.array(best, dtype=np.float32).reshape(-1, 4))

    def signs(self, place: int, run: Run, chance: float) -> dict[str, float]:
        """Those of SIGNS that the network alone gives."""
        first, last = run
        sentence, begin, finish, sure = self.likeliest.T
        both = np.maximum(np.minimum(finish, last) - np.maximum(begin, first), 0) * (sentence == place)
        shared = 2 * both / (finish - begin + (last - first))
        return {
            "chance": max(chance, UNLIKELY),
            "start": float(self.starts[place][first]),
            "end": float(self.ends[place][last - 1]),
            "shared": float(_log((shared @ sure)[None])[0]),
        }


def likeliest_runs(tables: Sequence[FloatMatrix]) -> list[tuple[int, Run, float]]:
    """The POOL likeliest spans: the sentence each stands in, its half-open run of pieces, its log-probability."""
    flat = np.concatenate([table.ravel() for table in tables])
    top = np.argpartition(-flat, min(POOL, len(flat) - 1))[:POOL]
    top = np.sort(top[np.isfinite(flat[top])])
    longest, begins = tables[0].shape[1], np.cumsum([0, *map(len, tables)])
    rows, more = np.divmod(top, longest)
    places = np.searchsorted(begins, rows, side="right") - 1
    firsts = rows - begins[places]
    runs = zip(firsts.tolist(), (firsts + more + 1).tolist(), strict=True)
    return sorted(zip(places.tolist(), runs, flat[top].tolist(), strict=True), key=lambda each: -each[2])


def signs(
    question: str,
    matching: Matching,
    place: int,
    run: Run,
    wording: Asked,
    focus: FloatVector,
    contexts: Mapping[Run, float],
) -> dict[str, float]:
    """Those of SIGNS that the span's own looks and the words around it give; what is not named is 0.

    `contexts` are the `figure_contexts` of its sentence.
    """
    cut = matching.sentences[place]
    matches = matching.best_in(place)
    right = looks_right(cut, run, wording)
    found = {
        "length": float(np.log(run[1] - run[0])),
        "echo": float(matching.written[:, matching.columns(place)][:, run[0] : run[1]].max(axis=0, initial=0).mean()),
        "focus": float(np.maximum(rows_of(cut, matching.vectors)[run[0] : run[1]] @ focus, 0).max()),
    }
    if wording.kind is Kind.QUANTITY:
        found["unit"] = figure_fit(cut, run, wording)
        found["figure"] = right * (1 + min(found["unit"], 0))
        known = contexts.get(run)
        found["counted"] = figure_context(cut, run, matches, matching.weights) if known is None else known
        others = (context for (first, last), context in contexts.items() if last <= run[0] or run[1] <= first)
        found["rival"] = found["counted"] - max(others, default=0.0)
        found["wholly"] = float(found["counted"] > _WHOLLY)
        found["several"] = float(figures_held(cut, run) > 1 and not asks_for_several(question))
    elif wording.kind is Kind.DATE:
        found["date"] = right
    elif wording.kind is Kind.PERSON:
        found["named"] = is_name(cut, run)
        found["post"] = post_fit(cut, run, matches, matching.weights) * begins_name(cut, run)
    elif wording.kind is Kind.ORGANISATION:
        found["name"] = is_body(cut, run)
    return found


def _log(values: FloatVector) -> FloatVector:
    return np.asarray(np.log(np.maximum(values, np.exp(UNLIKELY))), dtype=np.float32)
