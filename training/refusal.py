"""Fits how likely the documents answer a question: `python -m training.refusal [questions per direction]`.

Given 0 questions, it fits the signals of the last run again.

Reads `tune/`, the question set on the sample, and the reports and papers kept out of training; writes
qa/data/refusal.json: fourteen weights and a bias for each of the four directions, of the fifty scalars that data for
tuning may set, and the quantiles that turn a share of refusals into a threshold.

Unanswerable are: SQuAD 2.0's own impossible questions, asked of the paragraphs of their article; answerable ones asked
of their article without their paragraph; near misses, whose place, year, level or name was changed to another, or one
of whose words to a word of another question; some asked of a foreign article; and the near misses that were written
for the sample, the reports and the papers.
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import minimize
from scipy.stats import rankdata

from corpus import Document, Language, load, question_language, sample_paths
from index.embed import embedder
from index.passage_index import PassageIndex
from qa.assistant import Assistant
from qa.refusing.refuse import RULED_OUT, SHARES_REFUSED, Direction, by_rule, direction_of
from qa.refusing.ruling_out import ruled_out
from qa.refusing.signals import NAMES, Signals, signals
from qa.settings import Settings
from qa.tasks import READ_FROM
from training.near_misses import other_slot, other_word
from training.reports import REPORTS, collections, kept_out
from training.sources import ROOT, TUNE, WORK

OUT = ROOT / "qa" / "data" / "refusal.json"
NEVER = ("item",)  # it is a rule's, in qa/refusing/refuse.py
KEPT = 14  # signals: those that move the confidence most
AGAINST = frozenset({"unknown", "absent", "conflict", "nowhere"})
PARAGRAPHS = 30  # of an article, so that one long article is not the whole collection
STEPS_OF_SHARE = np.linspace(0, 1, 51)  # at which quantiles are kept
PENALTY = 1e-4  # on the squared weights
SHARES = {
    "answerable": 0.46, "impossible": 0.08, "dropped": 0.08, "other slot": 0.12, "other word": 0.18, "foreign": 0.08,
}  # fmt: skip
# Origins by the size of the collection asked, from which thresholds are told. Papers are none of them: asked about in
# other words than theirs, they would make a share of refusals mean more leniency on everything else.
FEW_PASSAGES, MANY_PASSAGES = ("sample", "report"), tuple(SHARES)
# Of a question on the sample and on reports and papers, which are asked as people ask, against one of the others.
SAMPLE_WEIGHT, REPORT_WEIGHT = 6.0, 2.0


@dataclass(frozen=True, slots=True)
class Asked:
    """A question put to the paragraphs of an article: `origin` is how it came to be answerable or not."""

    origin: str
    direction: Direction
    title: str
    question: str
    without: str = ""  # the paragraph left out
    answers: tuple[str, ...] = ()  # one of which the evidence must hold, if anything is known of the answer


@dataclass(frozen=True, slots=True)
class Example:
    """`least` and `most` are the confidences between which rules hold it, whatever the model says."""

    origin: str
    direction: Direction
    found: Signals
    least: float
    most: float


def rows() -> list[dict[str, str]]:
    """The questions asked in both languages of the same paragraph, shuffled the same way every time."""
    with gzip.open(TUNE / "crosslingual.jsonl.gz", "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    random.Random(7).shuffle(found)
    return found


def asked(table: list[dict[str, str]], direction: Direction, count: int) -> Iterator[Asked]:
    """Questions of every origin in their shares, `count` in all."""
    own, other = (direction[:2], direction[3:])
    shuffled = random.Random(direction)
    answerable = [row for row in table if not row["impossible"]]
    impossible = [row for row in table if row["impossible"]]
    titles = sorted({row["title"] for row in table})
    questions = [row[f"{own}_question"] for row in answerable]
    pools = {
        "answerable": (
            Asked("answerable", direction, r["title"], r[f"{own}_question"], "", _texts(r[f"{other}_answers"]))
            for r in answerable
        ),
        "impossible": (Asked("impossible", direction, r["title"], r[f"{own}_question"]) for r in impossible),
        "dropped": (
            Asked("dropped", direction, r["title"], r[f"{own}_question"], r[f"{other}_context"])
            for r in reversed(answerable)
        ),
        "other slot": (
            Asked("other slot", direction, r["title"], missed)
            for r in answerable
            if (missed := other_slot(r[f"{own}_question"], questions, shuffled))
        ),
        "other word": (
            Asked("other word", direction, r["title"], missed)
            for r in answerable
            if (other := shuffled.choice(answerable))["title"] != r["title"]
            if (missed := other_word(r[f"{own}_question"], r[f"{own}_context"], other[f"{own}_question"], shuffled))
        ),
        "foreign": (
            Asked("foreign", direction, shuffled.choice([t for t in titles if t != r["title"]]), r[f"{own}_question"])
            for r in answerable
        ),
    }
    for origin, share in SHARES.items():
        for _, each in zip(range(round(share * count)), pools[origin], strict=False):
            yield each


def _texts(answers: list[dict[str, str]]) -> tuple[str, ...]:
    return tuple(answer["text"] for answer in answers)


def examples(questions: list[Asked], table: list[dict[str, str]]) -> Iterator[Example]:
    """The signals of each question, its article indexed once; paragraphs that are to be left out are."""
    paragraphs: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
    for row in table:
        for language in ("zh", "en"):
            paragraphs[row["title"], language][row[f"{language}_context"]] = None
    wanted: dict[tuple[str, str, str], list[Asked]] = defaultdict(list)
    for each in questions:
        wanted[each.title, each.direction[3:], each.without].append(each)
    model = embedder()
    for (title, language, without), group in wanted.items():
        texts = list(paragraphs[title, language])[:PARAGRAPHS]
        name = title.replace("_", " ")
        documents = [Document.from_text(t, f"{n}.txt", name) for n, t in enumerate(texts) if t != without]
        index = PassageIndex.build(documents, model)
        for each in group:
            yield _example(each, index)


def sample_examples() -> Iterator[Example]:
    """The questions on the sample, put to its Chinese and to its English document."""
    stored = ROOT / "qa" / "data" / "sample-questions.jsonl"
    table = [json.loads(line) for line in stored.read_text(encoding="utf-8").splitlines()]
    for path in sample_paths():
        (document,) = load([path]).documents
        index = PassageIndex.build([document])
        for row in table:
            origin = "sample answerable" if row["answers"] else "sample"
            direction = direction_of(Language(row["language"]), document.language)
            quotes = tuple(each["quote"] for each in row["evidence"] if each["source"] == path.name)
            yield _example(Asked(origin, direction, "", row["question"], "", quotes), index)


def report_examples() -> Iterator[Example]:
    """The questions on what was written and kept out of training, each put to a few in Chinese and in English; those
    about snippets are papers'."""
    reports = {text for each in kept_out(REPORTS) for text in each.text.values()}
    for documents, rows_asked in collections(kept_out()):
        index = PassageIndex.build(documents)
        for row in rows_asked:
            about = "report" if row["context"] in reports else "paper"
            origin = f"{about} answerable" if row["answers"] else about
            direction = direction_of(question_language(row["question"]), documents[0].language)
            yield _example(Asked(origin, direction, "", row["question"], "", _texts(row["answers"])), index)


def _example(one: Asked, index: PassageIndex) -> Example:
    """The question's signals; an answerable one whose evidence is wrong is "astray": refusing it costs nothing."""
    language = question_language(one.question)
    task = Assistant(index, settings=Settings()).tasks.of(one.question, language, READ_FROM)
    found = signals(task, index)
    evidence = task.spans[0].sentence.text if task.spans else ""
    astray = one.answers and not any(text in evidence or evidence in text for text in one.answers if evidence)
    origin = f"{one.origin} astray" if astray else one.origin
    given = by_rule(task, index)
    if given is not None:
        return Example(origin, one.direction, found, given, given)
    return Example(origin, one.direction, found, 0.0, RULED_OUT if ruled_out(task, found, index) else 1.0)


def fitted(
    matrix: NDArray[np.float64], found: Sequence[Example], kept: NDArray[np.bool_]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The biases and weights of the likeliest logistic model in which no signal speaks against its meaning.

    Each direction has a bias of its own; `kept` are the signals that may weigh anything.
    """
    label = np.array([example.origin.endswith("answerable") for example in found], dtype=float)
    share = _shares(found)
    own = np.array([[example.direction is each for each in Direction] for example in found], dtype=float)

    def loss(values: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        biases, weights = np.split(values, [len(Direction)])
        score = own @ biases + matrix @ weights
        error = (1 / (1 + np.exp(-score)) - label) * share
        value = float(share @ (np.logaddexp(0, score) - label * score)) + PENALTY * float(weights @ weights)
        return value, np.concatenate([own.T @ error, matrix.T @ error + 2 * PENALTY * weights])

    signs = [(None, 0) if name in AGAINST else (0, None) for name in NAMES]
    bounds = [(None, None)] * len(Direction) + [sign if may else (0, 0) for sign, may in zip(signs, kept, strict=True)]
    best = minimize(loss, np.zeros(len(bounds)), jac=True, bounds=bounds, method="L-BFGS-B").x
    biases, weights = np.split(best, [len(Direction)])
    return biases, weights


def _shares(found: Sequence[Example]) -> NDArray[np.float64]:
    weights = {"sample": SAMPLE_WEIGHT, "report": REPORT_WEIGHT, "paper": REPORT_WEIGHT}
    weight = np.array([weights.get(example.origin.split()[0], 1.0) for example in found])
    return np.asarray(weight / weight.sum())


def pruned(found: Sequence[Example]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The model fitted again with the signals alone that move the confidence most; the others weigh 0."""
    matrix = np.array([example.found.vector() for example in found])
    may = np.array([name not in NEVER for name in NAMES])
    _, weights = fitted(matrix, found, may)
    moves = np.abs(weights) * np.sqrt(np.cov(matrix.T, aweights=_shares(found)).diagonal())
    return fitted(matrix, found, may & (moves >= np.sort(moves)[-KEPT]))


def scored(found: Sequence[Example], biases: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """The log-odds that each is answerable."""
    own = dict(zip(Direction, biases, strict=True))
    return np.array([own[example.direction] + float(example.found.vector() @ weights) for example in found])


def auc(scores: NDArray[np.float64], answerable: NDArray[np.bool_]) -> float:
    """The chance that an answerable question scores above an unanswerable one."""
    ranks = rankdata(scores)
    positive = int(answerable.sum())
    negative = len(answerable) - positive
    return float((ranks[answerable].sum() - positive * (positive + 1) / 2) / max(positive * negative, 1))


def calibrated(found: list[Example]) -> dict[str, object]:
    """The file's contents, its figures printed: each half of the examples judged by the other half's fit.

    The quantiles are those of answerable questions whose evidence is right: on the sample and the reports for few
    passages, on the paragraphs of `tune/` for many.
    """
    found = [example for example in found if not example.origin.endswith("astray")]
    halves = found[::2], found[1::2]
    judged = [*zip(halves[0], scored(halves[0], *pruned(halves[1])), strict=True)]
    judged += [*zip(halves[1], scored(halves[1], *pruned(halves[0])), strict=True)]
    biases, weights = pruned(found)
    entries = {}
    for direction, bias in zip(Direction, biases, strict=True):
        crossed = [(example, score) for example, score in judged if example.direction is direction]
        _tell([example for example, _ in crossed], np.array([score for _, score in crossed]))
        own = [each for each in found if each.direction is direction and each.origin.endswith("answerable")]
        few = [each for each in own if each.origin.startswith(FEW_PASSAGES)]
        many = [each for each in own if each.origin.startswith(MANY_PASSAGES)]
        of_few = _quantiles(few, scored(few, biases, weights))
        of_many = _quantiles(many, scored(many, biases, weights))
        entries[direction.value] = {
            "bias": round(float(bias), 4),
            "few": of_few,
            "many": [min(each) for each in zip(of_few, of_many, strict=True)],  # more pages are not held to more
        }
    named = {name: round(float(each), 4) for name, each in zip(NAMES, weights, strict=True) if each}
    return {"weights": named, "directions": entries}


def _quantiles(found: Sequence[Example], scores: NDArray[np.float64]) -> list[float]:
    """The confidences at STEPS_OF_SHARE, after the rules: what they refuse counts as refused."""
    sure = np.clip(1 / (1 + np.exp(-scores)), [each.least for each in found], [each.most for each in found])
    return [round(float(each), 5) for each in _quantile([each.origin for each in found], sure, STEPS_OF_SHARE)]


def _quantile(origins: Sequence[str], values: NDArray[np.float64], shares: ArrayLike) -> NDArray[np.float64]:
    """Every origin counts alike: the reports are many, by the writers of those that the reader has learnt."""
    counts = Counter(origins)
    weights = np.array([1 / counts[origin] for origin in origins])
    return np.asarray(np.quantile(values, shares, weights=weights, method="inverted_cdf"))


def _tell(found: Sequence[Example], scores: NDArray[np.float64]) -> None:
    share = SHARES_REFUSED[found[0].direction]
    answerable = np.array([example.origin.endswith("answerable") for example in found])
    origins = np.array([example.origin for example in found])
    print(f"{found[0].direction}: AUC", end="")
    for name, begun in (("sample", "sample"), ("reports", "report"), ("papers", "paper"), ("tune", MANY_PASSAGES)):
        own = np.array([origin.startswith(begun) for origin in origins.tolist()])
        print(f" {name} {auc(scores[own], answerable[own]):.3f}", end="")
    for name, begun in (("many", MANY_PASSAGES), ("few", FEW_PASSAGES)):
        own = np.array([origin.startswith(begun) for origin in origins.tolist()])
        cut = _quantile(origins[answerable & own].tolist(), scores[answerable & own], share)
        told = (f"{origin} {(scores[origins == origin] < cut).mean():.0%}" for origin in dict.fromkeys(origins))
        print(f"; at the threshold for {name} refused: {', '.join(told)}", end="")
    print(flush=True)


def collected(count: int) -> list[Example]:
    """The examples of all directions, shuffled; kept in WORK, so that a new choice of signals needs no new reading."""
    table = rows()
    questions = [each for direction in Direction for each in asked(table, direction, count)]
    found = [*examples(questions, table), *sample_examples(), *report_examples()]
    random.Random(3).shuffle(found)
    WORK.mkdir(parents=True, exist_ok=True)
    np.savez(
        WORK / "refusal.npz",
        origin=[each.origin for each in found],
        direction=[each.direction.value for each in found],
        signals=[each.found.vector() for each in found],
        least=[each.least for each in found],
        most=[each.most for each in found],
    )
    return found


def kept() -> list[Example]:
    """The examples of the last run."""
    stored = np.load(WORK / "refusal.npz")
    return [
        Example(str(origin), Direction(direction), Signals(*map(float, values)), float(least), float(most))
        for origin, direction, values, least, most in zip(
            *(stored[each] for each in ("origin", "direction", "signals", "least", "most")), strict=True
        )
    ]


def main(count: int) -> None:
    found = collected(count) if count else kept()
    OUT.write_text(json.dumps(calibrated(found), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1500)
