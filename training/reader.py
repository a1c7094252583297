"""Train the reader: `python -m training.reader --data ../shared/data/train`; writes qa/data/reader.npz."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.utils.data import DataLoader

from qa.reading.reader_network import LONGEST, PATH, STEP, stored_weights
from training.reader_examples import VARIANTS, Example
from training.reader_questions import Prepared, prepare
from training.reader_torch import DROPOUT, Reader
from training.schedule import Weights, batches_of_like_length, mean, parsed, set_rate

BATCH, RATE = 32, 0.002
CLOZES = 3_000  # of each source at most


def batch_of(chosen: Sequence[Example]) -> dict[str, Tensor]:
    """The examples padded to their longest; what has a vector is still its row of the table."""
    pieces = _padded([example.pieces for example in chosen], -1)
    asked = _padded([example.asked for example in chosen], -1)
    words = _padded([example.words for example in chosen], -1)
    best = np.zeros((len(chosen), words.shape[1], pieces.shape[1]), dtype=np.float32)
    gold = np.zeros((*pieces.shape, LONGEST), dtype=bool)
    for row, example in enumerate(chosen):
        best[row, : example.best.shape[0], : example.best.shape[1]] = example.best
        for first, last in example.gold:
            gold[row, first, last - first] = True
    made = {
        "asked": asked, "asked_there": asked >= 0, "words": words, "words_there": (words >= 0).astype(np.float32),
        "vectors": pieces, "inside_mask": pieces >= 0, "best": best, "gold": gold,
        "asked_looks": _padded([example.asked_looks for example in chosen]).astype(np.float32),
        "word_pieces": _padded([example.word_pieces for example in chosen]).astype(np.int64),
        "weights": _padded([example.weights for example in chosen]).astype(np.float32),
        "features": _padded([example.features for example in chosen]).astype(np.float32),
        "focus": np.array([example.focus for example in chosen], dtype=np.int32),
        "question": np.stack([example.question for example in chosen]),
    }  # fmt: skip
    return {name: torch.from_numpy(each) for name, each in made.items()}


def with_vectors(batch: dict[str, Tensor], table: Tensor) -> dict[str, Tensor]:
    """The batch on the device of `table`, and of its rows the vectors; the last of `table` is the empty one."""
    moved = {name: each.to(table.device, non_blocking=True) for name, each in batch.items()}
    return moved | {name: table[moved[name].long()] for name in ("asked", "words", "vectors", "focus")}


def _padded(arrays: Sequence[np.ndarray], empty: float = 0) -> np.ndarray:  # type: ignore[type-arg]
    """The arrays stacked, each filled up with `empty` to the longest."""
    longest = max(1, *(len(array) for array in arrays))
    padded = np.full((len(arrays), longest, *arrays[0].shape[1:]), empty, dtype=arrays[0].dtype)
    for row, array in enumerate(arrays):
        padded[row, : len(array)] = array
    return padded


def loss_of(spans: Tensor, nowhere: Tensor, gold: Tensor) -> Tensor:
    """The mean negative log-probability of the right spans taken together, or of "not there"."""
    flat = torch.cat([spans.flatten(1), nowhere.unsqueeze(1)], 1)
    right = torch.cat([gold.flatten(1), ~gold.flatten(1).any(1, keepdim=True)], 1)
    return (flat.logsumexp(1) - flat.masked_fill(~right, -1e5).logsumexp(1)).mean()


@dataclass(frozen=True, slots=True)
class Schedule:
    """For how many epochs, or where given seconds, is trained, on the device that torch calls so.

    `batch` is questions a step; `blank` is the share of pieces shown without their vector, half of it of a question's.
    """

    epochs: int
    rate: float
    batch: int
    device: str
    seconds: float | None = None
    dropout: float = DROPOUT
    blank: float = 0.0

    def over(self, epochs: float, seconds: float) -> float:
        """The share of the training that is over after so many."""
        return seconds / self.seconds if self.seconds else epochs / self.epochs


def train(prepared: Prepared, schedule: Schedule, seed: int, start: Weights | None = None) -> Reader:
    """Adam with a cosine over it all, each epoch one variant of each question; returns a running average.

    The clozes are seen in the first half, beside the questions.
    """
    torch.manual_seed(seed)
    chance = random.Random(seed)
    table = torch.from_numpy(prepared.vectors).to(schedule.device)
    model = Reader(table.shape[1], schedule.dropout)
    if start is not None:
        model.start_from(start)
    model.to(schedule.device)
    average = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.998))
    optimiser = torch.optim.AdamW(model.parameters(), lr=schedule.rate, weight_decay=0.01)
    began, over, seen, epoch = time.monotonic(), 0.0, 0, 0
    while over < 1:
        shown = [*prepared.questions, *prepared.clozes] if over < 0.49 else prepared.questions
        chosen = [chance.choice(variants) for variants in shown]
        total, asked = torch.zeros((), device=schedule.device), 0
        model.train()
        for batch in _batches(chosen, schedule.batch, table, chance):
            set_rate(optimiser, schedule.rate, seen, over, 200)
            loss = loss_of(*_read(model, blanked(batch, schedule.blank)), batch["gold"])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            average.update_parameters(model)
            total += loss.detach() * len(batch["gold"])
            asked += len(batch["gold"])
            seen += 1
            over = schedule.over(epoch + asked / len(chosen), time.monotonic() - began)
            if over >= 1:
                break
        epoch += 1
        kept_out = _measured(average.module, prepared.measured, table)
        print(
            f"epoch {epoch} loss {float(total) / asked:.3f}, of reports kept out {kept_out:.3f}, "
            f"{time.monotonic() - began:.0f} s",
            flush=True,
        )
    return average.module


def blanked(batch: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """The batch with the vectors of so many pieces, and half as many of the question's, empty: what is around tells."""
    if not share:
        return batch
    blanked = dict(batch)
    for name, chance in (("vectors", share), ("asked", share / 2)):
        kept = torch.rand(batch[name].shape[:2], device=batch[name].device) >= chance
        blanked[name] = batch[name] * kept.unsqueeze(-1)
    return blanked


@torch.no_grad()
def _measured(model: Reader, examples: Sequence[Example], table: Tensor) -> float:
    """The mean loss."""
    model.eval()
    batches = _batches(examples, BATCH, table, random.Random(0))
    losses = [len(each["gold"]) * float(loss_of(*_read(model, each), each["gold"])) for each in batches]
    return sum(losses) / len(examples)


def _batches(
    examples: Sequence[Example], size: int, table: Tensor, chance: random.Random
) -> Iterator[dict[str, Tensor]]:
    """Of like length, shuffled; made beside the training where that runs on another device."""
    places = batches_of_like_length([len(each.pieces) for each in examples], size, 0.15, chance)
    beside = table.device.type != "cpu"
    loader = DataLoader(
        examples, batch_sampler=places, collate_fn=batch_of, num_workers=3 * beside, pin_memory=beside,
        multiprocessing_context="fork" if beside else None,
    )  # type: ignore[arg-type]  # fmt: skip
    return (with_vectors(batch, table) for batch in loader)


def _read(model: Reader, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
    with torch.autocast(batch["features"].device.type, torch.bfloat16):  # several times as fast where it is known
        spans, nowhere = model(batch)
    return spans, nowhere


def write(path: Path, weights: Weights) -> None:
    """As `stored_weights` reads them: matrices in a byte for each weight, the rest in halves."""
    arrays: Weights = {}
    for name, each in weights.items():
        if each.ndim == 2:
            step = np.maximum(np.abs(each).max(axis=0), 1e-8) / 127
            arrays |= {name: np.rint(each / step).astype(np.int8), name + STEP: step.astype(np.float32)}
        else:
            arrays[name] = each.astype(np.float16)
    np.savez_compressed(path, **arrays)


def main() -> None:
    """Train on the question sets of a folder and write the network."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with qa.en.jsonl.gz and qa.zh.jsonl.gz")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--minutes", type=float, help="how long to train, instead of --epochs")
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--batch", type=int, default=BATCH, help="questions a step")
    parser.add_argument("--share", type=float, default=1.0, help="of the questions of the data that are asked")
    parser.add_argument("--clozes", type=int, default=CLOZES, help="of each source at most")
    parser.add_argument("--variants", type=int, default=VARIANTS, help="of each question")
    parser.add_argument("--dropout", type=float, default=DROPOUT)
    parser.add_argument("--blank", type=float, default=0.0, help="share of the pieces shown without their vector")
    parser.add_argument("--beside", type=Path, nargs="+", default=(), help="weights to take the mean with first")
    parser.add_argument("--processes", type=int, default=2, help="that prepare the questions")
    parser.add_argument("--device", default="cpu", help="that torch trains on: cpu or cuda")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=PATH)
    options = parsed(parser)
    prepared = prepare(options.data, options.seed, options.variants, options.clozes, options.share, options.processes)
    start = stored_weights(options.start) if options.start else None
    seconds = options.minutes * 60 if options.minutes else None
    schedule = Schedule(
        options.epochs, options.rate, options.batch, options.device, seconds, options.dropout, options.blank
    )
    torch.set_float32_matmul_precision("high")
    reached = mean([train(prepared, schedule, options.seed, start).exported(), *map(stored_weights, options.beside)])
    if start and options.halfway:
        reached = mean([start, reached])
    write(options.out, reached)


if __name__ == "__main__":
    main()
