"""Train the reranking network: `python -m training.reranking --data ../shared/data/train`; writes its weights.

It is shown the passages that words and vectors find for questions of `train/qa` that are new to the vectors, and for
questions about reports, half and more of them asked in the other language, and told which sentences hold the answer.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from index.model import EmbeddedModel, unit
from index.reranking.network import PATH
from training.reader_examples import Vocabulary
from training.reports import REPORTS, Report, kept_out, learnt
from training.reranking_examples import Example, of_questions, of_reports
from training.reranking_torch import NONE, Reranking, batch_of
from training.schedule import batches_of_like_length, set_rate

BATCH, RATE, EPOCHS = 24, 0.0015, 2
PARTS = 8  # in which examples are collected
PASSAGES = 6  # of those found that an epoch sees, the right ones among them
KEPT_OUT = 0.1  # of the questions about reports kept out, to measure on
SENTENCES = 0.7  # weight of finding the sentence beside finding the passage


def collected(data: Path, share: float, seed: int, processes: int) -> tuple[list[Example], list[Example], list[str]]:
    """What is trained on, what is measured on, and the terms of the vocabulary."""
    jobs = [(data, name, share, seed, part) for name in ("qa", "learnt", "kept out") for part in range(PARTS)]
    vocabulary = Vocabulary()
    found: dict[str, list[Example]] = {}
    with ProcessPoolExecutor(processes, multiprocessing.get_context("fork")) as running:
        parts = running.map(_collected, *zip(*jobs, strict=True))
        for (_, name, *_), (examples, terms) in zip(jobs, parts, strict=True):
            rows = np.array([vocabulary.row(term) for term in terms], dtype=np.int32)
            found.setdefault(name, []).extend(each.renumbered(rows) for each in examples)
    return [*found["qa"], *found["learnt"]], found["kept out"], list(vocabulary.rows)


def _collected(data: Path, name: str, share: float, seed: int, part: int) -> tuple[list[Example], list[str]]:
    """One part of the examples, and the terms that they number."""
    vocabulary = Vocabulary()
    told: dict[str, tuple[Sequence[Report], float]] = {
        "learnt": (learnt(REPORTS), share),
        "kept out": (kept_out(REPORTS), KEPT_OUT),
    }
    if name == "qa":
        examples = list(of_questions(data, vocabulary, seed, part, PARTS))
    else:
        examples = list(of_reports(told[name][0], vocabulary, seed, told[name][1], part, PARTS))
    return examples, list(vocabulary.rows)


def loss_of(model: Reranking, batch: dict[str, Tensor]) -> Tensor:
    """The mean negative log-probability of the right passages taken together, and of the sentences."""
    sentences, passages = model(batch)
    told = batch["holds"].any(1)
    of_sentences = _missed(sentences[told], batch["holds"][told]).sum() / told.sum().clamp_min(1)  # it may be of none
    return _missed(passages, batch["right"]).mean() + SENTENCES * of_sentences


def _missed(scores: Tensor, right: Tensor) -> Tensor:
    return scores.logsumexp(1) - scores.masked_fill(~right, NONE).logsumexp(1)


def train(examples: Sequence[Example], measured: Sequence[Example], table: Tensor, epochs: int, seed: int) -> Reranking:
    """Adam with a cosine over all steps; returns a running average."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    model = Reranking(table.shape[1])
    average = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.998))
    optimiser = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=0.01)
    sizes = [each.aligned.size for each in examples]
    steps, seen, began = epochs * -(-len(examples) // BATCH), 0, time.monotonic()
    for epoch in range(epochs):
        total = 0.0
        model.train()
        for places in batches_of_like_length(sizes, BATCH, 0.2, chance):
            set_rate(optimiser, RATE, seen, seen / steps, 200)
            loss = loss_of(model, batch_of([_some(examples[n], chance) for n in places], table))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            average.update_parameters(model)
            seen += 1
            total += float(loss.detach())
        first = first_right(average.module, measured, table)
        print(
            f"epoch {epoch + 1} loss {epochs * total / steps:.3f}, of reports kept out right first {first:.1%}, "
            f"{time.monotonic() - began:.0f} s",
            flush=True,
        )
    return average.module


def _some(example: Example, chance: random.Random) -> Example:
    right, wrong = np.flatnonzero(example.right).tolist(), np.flatnonzero(~example.right).tolist()
    return example.of(sorted([*right, *chance.sample(wrong, min(PASSAGES - 1, len(wrong)))]))


@torch.no_grad()
def first_right(model: Reranking, examples: Sequence[Example], table: Tensor) -> float:
    """For what share of the questions a right passage comes first."""
    model.eval()
    right = 0
    for start in range(0, len(examples), BATCH):
        batch = batch_of(examples[start : start + BATCH], table)
        _, passages = model(batch)
        right += int(batch["right"].gather(1, passages.argmax(1, keepdim=True)).sum())
    return right / max(len(examples), 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with qa.en.jsonl.gz and qa.zh.jsonl.gz")
    parser.add_argument("--share", type=float, default=0.6, help="of the questions about reports")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--processes", type=int, default=2, help="that prepare the questions")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=PATH)
    options = parser.parse_args()
    examples, measured, terms = collected(options.data, options.share, options.seed, options.processes)
    print(f"{len(examples)} questions, {len(measured)} kept out", flush=True)
    table = torch.from_numpy(unit(EmbeddedModel.load().word_vectors(terms)))
    model = train(examples, measured, table, options.epochs, options.seed)
    np.savez_compressed(options.out, **{name: each.astype(np.float16) for name, each in model.exported().items()})  # type: ignore[arg-type]


if __name__ == "__main__":
    main()
