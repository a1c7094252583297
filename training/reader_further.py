"""Teach the reader papers that it has not seen: `python -m training.reader_further --data ../shared/data/train`.

It learns the right spans of what is new, and is held to what it read before of the rest (learning without forgetting,
Li and Hoiem 2018); writes qa/data/reader.npz.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from qa.reading.reader_network import PATH, stored_weights
from training.bulletins import bulletins
from training.reader import BATCH, batches, loss_of, measured, scores, write
from training.reader_examples import Example
from training.reader_questions import Preparing, RowsAlike, Variants, by_language, reported, sources
from training.reader_torch import Reader
from training.reports import PAPERS, REPORTS, Report, kept_out, learnt
from training.schedule import set_rate

RATE, DROPOUT = 0.0003, 0.1
RIGHT = 0.3  # weight of the right spans of what is not new, beside those that were read before
SHARE, REPORTS_AGAIN, BULLETINS = 0.1, 300, 200  # of what is not new
MEASURED = 80
FARTHEST = 50.0  # between two log-probabilities, that of a span outside a sentence being none


@dataclass(frozen=True, slots=True, eq=False)
class Lessons:
    """Questions about papers that are new and about what is not; `vectors` (terms + 1, dimension), the last empty."""

    new: Sequence[Variants]
    old: Sequence[Variants]
    measured: Sequence[Example]
    vectors: Tensor


def lessons(data: Path, seed: int, processes: int) -> Lessons:
    """Each paper and report is told in one of the languages and asked about in both."""
    chance = random.Random(seed)
    told = chance.sample(learnt(REPORTS), REPORTS_AGAIN)
    with ProcessPoolExecutor(processes, multiprocessing.get_context("fork")) as pool:
        preparing = Preparing(pool, seed)
        asked = [RowsAlike(rows, 1, switched=True) for rows in sources(data, chance, SHARE)]
        old = preparing.examples([*asked, *by_language(list(bulletins(BULLETINS, seed)))])
        old += _told_once(preparing, told)
        new = _told_once(preparing, chance.sample(learnt(PAPERS), len(learnt(PAPERS))))
        apart = _told_once(preparing, chance.sample(kept_out(PAPERS), MEASURED))
        vectors = preparing.vectors()
    return Lessons(new, old, [example for variants in apart for example in variants], torch.from_numpy(vectors))


def _told_once(preparing: Preparing, reports: Sequence[Report]) -> list[Variants]:
    return reported(preparing, reports[::2], [True]) + reported(preparing, reports[1::2], [False])


def taught(before: Reader, model: Reader, shown: Lessons, minutes: float, seed: int) -> Reader:
    """A running average of the model while it learns, with a cosine over it all; an epoch sees as much old as new."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    average = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.998))
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.01)
    began, over, seen = time.monotonic(), 0.0, 0
    while over < 1:
        for new, batch in _mixed(shown, chance):
            set_rate(optimiser, RATE, seen, over, 100)
            read = scores(model.train(), batch)
            right = loss_of(*read, batch["gold"])
            loss = right if new else divergence(before, read, batch) + RIGHT * right
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            average.update_parameters(model)
            seen += 1
            over = (time.monotonic() - began) / 60 / minutes
            if seen % 200 == 0 or over >= 1:
                loss_kept_out = measured(average.module, shown.measured, shown.vectors)
                print(f"{over:.0%}: {seen} steps, loss of papers kept out {loss_kept_out:.4f}", flush=True)
            if over >= 1:
                break
    return average.module


def _mixed(shown: Lessons, chance: random.Random) -> Iterator[tuple[bool, dict[str, Tensor]]]:
    """Batches, and whether they are of what is new, shuffled."""
    asked = {True: shown.new, False: chance.sample(shown.old, min(len(shown.old), len(shown.new)))}
    streams = {
        new: batches([chance.choice(variants) for variants in each], BATCH, shown.vectors, chance)
        for new, each in asked.items()
    }
    while streams:
        new = chance.choice(list(streams))
        try:
            yield new, next(streams[new])
        except StopIteration:
            del streams[new]


def divergence(before: Reader, read: tuple[Tensor, Tensor], batch: dict[str, Tensor]) -> Tensor:
    """The mean of Kullback and Leibler's, of the spans and "not there" together."""
    with torch.no_grad():
        meant = _together(*scores(before, batch))
    return (meant.exp() * (meant - _together(*read)).clamp(-FARTHEST, FARTHEST)).sum(1).mean()


def _together(spans: Tensor, nowhere: Tensor) -> Tensor:
    return torch.cat([spans.flatten(1), nowhere.unsqueeze(1)], 1).log_softmax(1)


def main() -> None:
    """Go on with the reader that ships, or another, and write what was reached."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with qa.en.jsonl.gz and qa.zh.jsonl.gz")
    parser.add_argument("--start", type=Path, default=PATH, help="weights to go on from")
    parser.add_argument("--minutes", type=float, default=36)
    parser.add_argument("--processes", type=int, default=2, help="that prepare the questions")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, default=PATH)
    options = parser.parse_args()
    shown = lessons(options.data, options.seed, options.processes)
    before, model = (Reader(shown.vectors.shape[1], dropout) for dropout in (0.0, DROPOUT))
    for each in (before, model):
        each.start_from(stored_weights(options.start))
    write(options.out, taught(before.eval(), model, shown, options.minutes, options.seed).exported())


if __name__ == "__main__":
    main()
