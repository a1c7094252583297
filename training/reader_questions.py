"""What the reader is asked in training: every source's questions as examples, prepared side by side."""

from __future__ import annotations

import multiprocessing
import random
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np

from corpus.sentences import sentences
from index.model import EmbeddedModel
from index.translate import translations
from index.types import FloatMatrix
from index.words import is_chinese
from training.bulletins import bulletins
from training.clozes import clozes
from training.parallel_clozes import parallel_clozes
from training.reader_examples import SHARES, Example, Row, Vocabulary, examples, read_rows
from training.reports import REPORTS, Report, kept_out, learnt
from training.reports import rows as report_rows

BULLETINS = 1_800
MEASURED = 60  # reports kept out
_PART = 400  # rows prepared at a time

Variants = tuple[Example, ...]  # of one question, of which an epoch sees one


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """`clozes` are to be seen in the first half of the epochs; `vectors` (terms + 1, dimension) are of length 1, the
    last one, -1 in the examples, empty."""

    questions: Sequence[Variants]
    clozes: Sequence[Variants]
    measured: Sequence[Example]
    vectors: FloatMatrix


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows of one kind: so many variants of each, some put into the other language or none."""

    rows: Sequence[Row]
    variants: int = 1
    switched: bool = False


class _Preparing:
    """Prepares rows in `processes`, and numbers the terms of all in one vocabulary."""

    def __init__(self, processes: ProcessPoolExecutor, seed: int) -> None:
        self._processes, self._seed = processes, seed
        self.vocabulary = Vocabulary()

    def examples(self, kinds: Sequence[_Rows]) -> list[Variants]:
        parts = [
            _Rows(kind.rows[place : place + _PART], kind.variants, kind.switched)
            for kind in kinds
            for place in range(0, len(kind.rows), _PART)
        ]
        found: list[Variants] = []
        for made, terms in self._processes.map(partial(_part, self._seed), parts):
            rows = np.array([*map(self.vocabulary.row, terms), -1], dtype=np.int32)
            found += [tuple(example.renumbered(rows) for example in each) for each in made]
        return found


def _part(seed: int, part: _Rows) -> tuple[list[Variants], list[str]]:
    vocabulary = Vocabulary()
    vectors = EmbeddedModel.load().word_vectors
    made = examples(part.rows, sentences, translations, vectors, vocabulary, seed, part.variants, part.switched)
    return list(made), list(vocabulary.rows)


def prepare(data: Path, seed: int, variants: int, most_clozes: int, share: float, processes: int) -> Prepared:
    """Questions of each source by its share, about bulletins and reports; clozes, across languages too; their vectors.

    Of the sources' questions it is `share` in all; `most_clozes` of each source at most.
    """
    vectors = EmbeddedModel.load().word_vectors
    sources = _sources(data, random.Random(seed), share)
    across = list(parallel_clozes(data / "parallel.zh-en.tsv.gz", translations, vectors, random.Random(seed)))
    with ProcessPoolExecutor(processes, multiprocessing.get_context("fork")) as pool:
        preparing = _Preparing(pool, seed)
        asked = [_Rows(rows, variants, switched=True) for rows in sources]
        gaps = [_Rows(rows, switched=True) for rows in pool.map(partial(_clozes, seed, most_clozes), sources)]
        # Other sentences are then in the language of the text.
        questions = preparing.examples([*asked, *_by_language(list(bulletins(BULLETINS, seed)))])
        questions += _reported(preparing, learnt(REPORTS))
        made = preparing.examples([*gaps, *_by_language(across)])
        measured = _reported(preparing, random.Random(seed).sample(kept_out(REPORTS), MEASURED))
    print(f"{len(questions)} questions with those made up, {len(made)} clozes with those across", flush=True)
    table = vectors(list(preparing.vocabulary.rows))
    table = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    whole = np.concatenate([table, np.zeros((1, table.shape[1]))]).astype(np.float32)
    return Prepared(questions, made, [example for each in measured for example in each], whole)


def _sources(data: Path, chance: random.Random, share: float) -> list[list[Row]]:
    rows = [row for name in ("qa.en", "qa.zh") for row in read_rows(data / f"{name}.jsonl.gz")]
    found = []
    for source in sorted({row["src"] for row in rows}):
        own = [row for row in rows if row["src"] == source]
        times, rest = divmod(SHARES.get(source, 1.0) * share, 1)
        found.append(own * int(times) + chance.sample(own, int(rest * len(own))))
    return found


def _clozes(seed: int, most: int, asked: Sequence[Row]) -> list[Row]:
    """Made of the contexts of a source's questions."""
    chance = random.Random(seed)
    contexts = sorted({row["context"] for row in asked})
    made = [row for context in contexts for row in clozes(context, sentences(context), chance)]
    return chance.sample(made, min(len(made), most))


def _by_language(rows: Sequence[Row]) -> list[_Rows]:
    return [_Rows([row for row in rows if any(map(is_chinese, row["context"])) == told]) for told in (True, False)]


def _reported(preparing: _Preparing, reports: Sequence[Report]) -> list[Variants]:
    """A question in both languages is one question, of which an epoch sees one wording."""
    found: list[Variants] = []
    for chinese in (True, False):
        made = preparing.examples([_Rows(list(report_rows(reports, [chinese], whether=True)))])
        found += [(*one, *other) for one, other in zip(made[::2], made[1::2], strict=True)]
    return found
