"""Train the reader: `python -m training.reader --data ../shared/data/train`; writes qa/data/reader.npz."""

from __future__ import annotations

import argparse
import multiprocessing
import random
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from index.words import is_chinese
from qa.reading.reader_network import LONGEST, PATH
from training.bulletins import bulletins
from training.clozes import clozes
from training.parallel_clozes import parallel_clozes
from training.reader_examples import (
    SHARES,
    VARIANTS,
    Example,
    Split,
    Vectors,
    Vocabulary,
    examples,
    read_rows,
)
from training.reader_torch import Reader, Weights
from training.reports import READ, learnt
from training.reports import rows as report_rows
from training.schedule import batches_of_like_length, set_rate
from training.switching import Translations

BATCH, RATE = 32, 0.002
CLOZES = 3_000  # of each source at most
BULLETINS = 1_800

def batch_of(chosen: Sequence[Example], table: Tensor) -> dict[str, Tensor]:
    """The examples padded to their longest; the last row of `table` is the empty vector."""
    pieces = _padded([example.pieces for example in chosen], -1)
    asked = _padded([example.asked for example in chosen], -1)
    words = _padded([example.words for example in chosen], -1)
    best = np.zeros((len(chosen), words.shape[1], pieces.shape[1]), dtype=np.float32)
    gold = np.zeros((*pieces.shape, LONGEST), dtype=bool)
    for row, example in enumerate(chosen):
        best[row, : example.best.shape[0], : example.best.shape[1]] = example.best
        for first, last in example.gold:
            gold[row, first, last - first] = True
    return {
        "asked": table[torch.from_numpy(asked)], "asked_there": torch.from_numpy(asked >= 0),
        "asked_looks": torch.from_numpy(_padded([example.asked_looks for example in chosen])).float(),
        "words": table[torch.from_numpy(words)], "words_there": torch.from_numpy(words >= 0).float(),
        "word_pieces": torch.from_numpy(_padded([example.word_pieces for example in chosen])).long(),
        "weights": torch.from_numpy(_padded([example.weights for example in chosen])).float(),
        "vectors": table[torch.from_numpy(pieces)], "inside_mask": torch.from_numpy(pieces >= 0),
        "features": torch.from_numpy(_padded([example.features for example in chosen])).float(),
        "best": torch.from_numpy(best), "gold": torch.from_numpy(gold),
        "focus": table[torch.tensor([example.focus for example in chosen])],
        "question": torch.from_numpy(np.stack([example.question for example in chosen])),
    }  # fmt: skip


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


def train(
    questions: Sequence[tuple[Example, ...]],
    clozes: Sequence[tuple[Example, ...]],
    table: Tensor,
    epochs: int,
    rate: float,
    seed: int,
    start: Weights | None = None,
) -> Reader:
    """Adam with a cosine over all steps, each epoch one variant of each question; returns a running average.

    The clozes are seen in the first half of the epochs, beside the questions.
    """
    torch.manual_seed(seed)
    chance = random.Random(seed)
    model = Reader(table.shape[1])
    if start is not None:
        model.start_from(start)
    average = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.998))
    optimiser = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=0.01)
    epochs_seen = [[*questions, *clozes] if epoch < epochs // 2 else list(questions) for epoch in range(epochs)]
    steps, seen = sum(-(-len(each) // BATCH) for each in epochs_seen), 0
    model.train()
    for epoch, shown in enumerate(epochs_seen):
        batches = batches_of_like_length([len(each[0].pieces) for each in shown], BATCH, 0.15, chance)
        began, total = time.monotonic(), 0.0
        for batch in batches:
            set_rate(optimiser, rate, seen, steps, 200)
            data = batch_of([chance.choice(shown[n]) for n in batch], table)
            with torch.autocast("cpu", torch.bfloat16):  # several times as fast where the processor has it
                spans, nowhere = model(data)
            loss = loss_of(spans, nowhere, data["gold"])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            average.update_parameters(model)
            seen += 1
            total += float(loss.detach())
        took = time.monotonic() - began
        print(f"{seed}: epoch {epoch + 1} loss {total / len(batches):.3f}, {took:.0f} s", flush=True)
    return average.module


def prepare(
    data: Path, split: Split, translations: Translations, vectors: Vectors, seed: int, variants: int, most_clozes: int,
    share: float,
) -> tuple[list[tuple[Example, ...]], list[tuple[Example, ...]], Tensor]:
    """Questions of each source by its share, about bulletins and reports; clozes, across languages too; their vectors.

    Of the sources' questions it is `share` in all.
    """
    chance = random.Random(seed)
    rows = [row for name in ("qa.en", "qa.zh") for row in read_rows(data / f"{name}.jsonl.gz")]
    vocabulary = Vocabulary()
    prepared: list[tuple[Example, ...]] = []
    made: list[tuple[Example, ...]] = []
    for source in sorted({row["src"] for row in rows}):
        own = [row for row in rows if row["src"] == source]
        times, rest = divmod(SHARES.get(source, 1.0) * share, 1)
        chosen = own * int(times) + chance.sample(own, int(rest * len(own)))
        prepared += examples(chosen, split, translations, vectors, vocabulary, seed, variants)
        contexts = sorted({row["context"] for row in chosen})
        asked = [row for context in contexts for row in clozes(context, split(context), chance)]
        asked = chance.sample(asked, min(len(asked), most_clozes))
        made += examples(asked, split, translations, vectors, vocabulary, seed, 1)
        print(f"{source}: {len(prepared)} questions of use so far, {len(made)} clozes", flush=True)
    across = list(parallel_clozes(data / "parallel.zh-en.tsv.gz", translations, vectors, chance))
    for rows, kept in ((list(bulletins(BULLETINS, seed)), prepared), (across, made)):
        for chinese in (True, False):  # other sentences are then in the language of the text
            told = [row for row in rows if any(map(is_chinese, row["context"])) == chinese]
            kept += examples(told, split, translations, vectors, vocabulary, seed, 1, switched=False)
    learnt_of = learnt(READ)
    for chinese in (True, False):
        told = list(report_rows(learnt_of, [chinese]))
        found = list(examples(told, split, translations, vectors, vocabulary, seed, 1, switched=False))
        # A question in both languages is one question, of which an epoch sees one wording.
        prepared += [(*one, *other) for one, other in zip(found[::2], found[1::2], strict=True)]
    print(f"{len(prepared)} questions with those made up, {len(made)} clozes with those across", flush=True)
    table = vectors(list(vocabulary.rows))
    table = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    whole = np.concatenate([table, np.zeros((1, table.shape[1]))]).astype(np.float32)
    return prepared, made, torch.from_numpy(whole)


class _Shared:
    """What every process that trains a member has from the one that prepared it."""

    questions: Sequence[tuple[Example, ...]]
    clozes: Sequence[tuple[Example, ...]]
    table: Tensor

    @classmethod
    def take(cls, questions: Sequence[tuple[Example, ...]], made: Sequence[tuple[Example, ...]], table: Tensor) -> None:
        torch.set_num_threads(1)
        cls.questions, cls.clozes, cls.table = questions, made, table


def _member(epochs: int, rate: float, seed: int, start: Weights | None) -> Weights:
    return train(_Shared.questions, _Shared.clozes, _Shared.table, epochs, rate, seed, start).exported()


def _starts(path: Path | None, members: int) -> list[Weights | None]:
    """The stored weights of each member; None for each where training begins anew."""
    if path is None:
        return [None] * members
    with np.load(path) as stored:
        return [{name: stored[name][member] for name in stored.files} for member in range(members)]


def halfway(one: Weights, other: Weights) -> Weights:
    """The mean of two networks' weights, the one trained on from the other."""
    return {name: ((one[name].astype(np.float32) + other[name]) / 2).astype(np.float16) for name in one}


def main() -> None:
    """Train on the question sets of a folder and write the network; the members side by side, a core each."""
    from corpus.sentences import sentences
    from index.model import EmbeddedModel
    from index.translate import translations

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with qa.en.jsonl.gz and qa.zh.jsonl.gz")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--share", type=float, default=1.0, help="of the questions of the data that are asked")
    parser.add_argument("--clozes", type=int, default=CLOZES, help="of each source at most")
    parser.add_argument("--variants", type=int, default=VARIANTS, help="of each question")
    parser.add_argument("--start", type=Path, help="weights to go on from, of as many members")
    parser.add_argument("--halfway", action="store_true", help="keep the mean of the weights begun with and reached")
    parser.add_argument("--members", type=int, default=2, help="networks trained apart and read together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=PATH)
    options = parser.parse_args()
    if options.halfway and not options.start:
        parser.error("--halfway needs weights to --start with")
    torch.set_num_threads(1)
    questions, made, table = prepare(
        options.data, sentences, translations, EmbeddedModel.load().word_vectors, options.seed,
        options.variants, options.clozes, options.share,
    )  # fmt: skip
    starts = _starts(options.start, options.members)

    # Forked, so that the examples are there without being copied; a member that fails ends the run with its error.
    fork = multiprocessing.get_context("fork")
    seeds = range(options.seed, options.seed + options.members)
    with ProcessPoolExecutor(options.members, fork, _Shared.take, (questions, made, table)) as processes:
        members = list(processes.map(partial(_member, options.epochs, options.rate), seeds, starts))
    if options.halfway:  # surer than either on texts of neither's kind (Wortsman et al. 2022)
        members = [halfway(start, reached) for start, reached in zip(starts, members, strict=True) if start]
    np.savez_compressed(options.out, **{name: np.stack([each[name] for each in members]) for name in members[0]})


if __name__ == "__main__":
    main()
