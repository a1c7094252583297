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
from torch.nn import functional

from index.words import is_chinese
from qa.reading.pieces import SHAPES
from qa.reading.reader_features import FEATURES, QUESTION_FEATURES
from qa.reading.reader_network import ASKED_DILATIONS, DILATIONS, HEADS, LONGEST, LOOKS_BACK, PATH
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
from training.switching import Translations

PROJECTED, WIDTH, RANK = 96, 128, 24
BATCH, RATE = 32, 0.002
CLOZES = 3_000  # of each source at most
BULLETINS = 1_800

Weights = dict[str, np.ndarray]  # type: ignore[type-arg]


class Convolution(nn.Module):
    """A gated convolution over three pieces `dilation` apart, steered or not, to be added to what went in."""

    def __init__(self, dilation: int, steered: bool) -> None:
        super().__init__()
        self.dilation = dilation
        self.norm = nn.LayerNorm(WIDTH)
        self.mix = nn.Linear(3 * WIDTH, 2 * WIDTH)
        self.steer = nn.Linear(WIDTH, 2 * WIDTH, bias=False) if steered else None
        self.dropout = nn.Dropout(0.2)

    def forward(self, hidden: Tensor, inside: Tensor, steer: Tensor | None = None) -> Tensor:
        normal = self.norm(hidden) * inside
        before = functional.pad(normal, (0, 0, self.dilation, 0))[:, : -self.dilation]
        after = functional.pad(normal, (0, 0, 0, self.dilation))[:, self.dilation :]
        mixed = self.mix(torch.cat([before, normal, after], -1))
        if self.steer is not None and steer is not None:
            mixed = mixed + self.steer(steer).unsqueeze(1)
        return self.dropout(functional.glu(mixed, -1)) * inside

    def exported(self, name: str) -> dict[str, Tensor]:
        named = {
            f"{name}.weight": self.mix.weight.T, f"{name}.bias": self.mix.bias,
            f"{name}.scale": self.norm.weight, f"{name}.shift": self.norm.bias,
        }  # fmt: skip
        return named if self.steer is None else {**named, f"{name}.steer": self.steer.weight.T}


class LookBack(nn.Module):
    """Every piece's attention to the question's pieces."""

    def __init__(self) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(WIDTH)
        self.query = nn.Linear(WIDTH, WIDTH, bias=False)
        self.held = nn.Linear(WIDTH, 2 * WIDTH, bias=False)
        self.out = nn.Linear(WIDTH, WIDTH, bias=False)

    def forward(self, hidden: Tensor, asked: Tensor, there: Tensor) -> Tensor:
        def heads(values: Tensor) -> Tensor:
            return values.unflatten(-1, (HEADS, -1)).transpose(1, 2)

        keys, values = (heads(each) for each in self.held(asked).chunk(2, -1))
        scores = heads(self.query(self.norm(hidden))) @ keys.transpose(-1, -2) / (WIDTH // HEADS) ** 0.5
        shares = scores.masked_fill(~there[:, None, None, :], -1e4).softmax(-1)
        return self.out((shares.to(values.dtype) @ values).transpose(1, 2).flatten(-2))

    def exported(self, name: str) -> dict[str, Tensor]:
        return {
            f"{name}.scale": self.norm.weight, f"{name}.shift": self.norm.bias, f"{name}.query": self.query.weight.T,
            f"{name}.held": self.held.weight.T, f"{name}.out": self.out.weight.T,
        }  # fmt: skip


class Reader(nn.Module):
    """What `qa.reading.reader_network` serves, in torch; parameters carry the names under which they are exported."""

    def __init__(self, dimension: int) -> None:
        super().__init__()
        self.piece = nn.Parameter(torch.randn(dimension, PROJECTED) / dimension**0.5)
        self.asked = nn.Linear(PROJECTED + len(SHAPES), WIDTH)
        self.asking = nn.ModuleList(Convolution(dilation, steered=False) for dilation in ASKED_DILATIONS)
        self.asked_out = nn.LayerNorm(WIDTH)
        self.attend_asked = nn.Linear(WIDTH, 1, bias=False)
        self.attend = nn.Linear(dimension, 1, bias=False)
        self.rarity = nn.Parameter(torch.ones(1))
        self.enter = nn.Linear(2 * PROJECTED + WIDTH + FEATURES, WIDTH)
        self.steer = nn.Linear(WIDTH + 2 * PROJECTED + QUESTION_FEATURES, WIDTH)
        self.layers = nn.ModuleList(Convolution(dilation, steered=True) for dilation in DILATIONS)
        self.backs = nn.ModuleDict({str(layer): LookBack() for layer in LOOKS_BACK})
        self.out = nn.LayerNorm(WIDTH)
        self.spans = nn.Linear(WIDTH, 3 + 2 * RANK)
        self.lengths = nn.Parameter(torch.zeros(LONGEST))
        self.null_steer = nn.Linear(WIDTH, 1)
        self.null_out = nn.Linear(WIDTH, 1, bias=False)
        self.dropout = nn.Dropout(0.2)
        self.vector_dropout = nn.Dropout(0.15)

    def forward(self, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """(batch, places, LONGEST) scores of spans, and (batch,) of "not there"."""
        inside = batch["inside_mask"].unsqueeze(-1).float()
        asked = self._asked(batch)
        steer = self._steer(batch, asked)
        strength = torch.exp(8 * batch["best"]) * batch["words_there"].unsqueeze(-1)
        shares = (strength / strength.sum(1, keepdim=True).clamp_min(1e-9)).transpose(1, 2)
        held = asked.gather(1, batch["word_pieces"].unsqueeze(-1).expand(-1, -1, WIDTH))
        aligned = [shares @ (batch["words"] @ self.piece), shares @ held.float()]
        vectors = self.vector_dropout(batch["vectors"] @ self.piece)
        hidden = self.enter(torch.cat([vectors, *aligned, batch["features"]], -1)) * inside
        for number, layer in enumerate(self.layers):
            hidden = hidden + layer(hidden, inside, steer)
            if number in LOOKS_BACK:
                hidden = hidden + self.dropout(self.backs[str(number)](hidden, asked, batch["asked_there"]))
        out = self.out(hidden)
        nowhere = self.null_steer(steer) + self.null_out(
            out.masked_fill(~batch["inside_mask"].unsqueeze(-1), -1e4).amax(1)
        )
        ends = self.spans(self.dropout(out)).float()
        return self._pairs(ends, batch["inside_mask"]), nowhere.squeeze(-1).float()

    def _asked(self, batch: dict[str, Tensor]) -> Tensor:
        there = batch["asked_there"].unsqueeze(-1).float()
        vectors = self.vector_dropout(batch["asked"] @ self.piece)
        hidden = self.asked(torch.cat([vectors, batch["asked_looks"]], -1)) * there
        for layer in self.asking:
            hidden = hidden + layer(hidden, there)
        return self.asked_out(hidden)

    def _steer(self, batch: dict[str, Tensor], asked: Tensor) -> Tensor:
        said = self.attend_asked(asked).squeeze(-1).float().masked_fill(~batch["asked_there"], -1e4)
        meant = self.attend(batch["words"]).squeeze(-1).float() + self.rarity * batch["weights"]
        meant = meant.masked_fill(batch["words_there"] == 0, -1e4)
        seen = torch.cat([
            (said.softmax(-1).unsqueeze(1) @ asked.float()).squeeze(1),
            (meant.softmax(-1).unsqueeze(1) @ batch["words"]).squeeze(1) @ self.piece,
            batch["focus"] @ self.piece, batch["question"],
        ], -1)  # fmt: skip
        return torch.tanh(self.steer(seen))

    def _pairs(self, ends: Tensor, inside: Tensor) -> Tensor:
        count = ends.shape[1]
        start, end, inner = ends[..., 0], ends[..., 1], ends[..., 2]
        left, right = ends[..., 3 : 3 + RANK], ends[..., 3 + RANK :]
        inner = functional.pad(inner.cumsum(1), (1, 0))
        breaks = functional.pad((~inside).long().cumsum(1), (1, 0))
        columns = []
        for more in range(LONGEST):
            last = max(count - more, 0)
            score = start[:, :last] + end[:, more:] + inner[:, more + 1 :] - inner[:, :last] + self.lengths[more]
            score = score + (left[:, :last] * right[:, more:]).sum(-1)
            score = score.masked_fill(breaks[:, more + 1 :] != breaks[:, :last], -1e4)
            columns.append(functional.pad(score, (0, count - last), value=-1e4))
        return torch.stack(columns, -1)

    def exported(self) -> Weights:
        """The weights as `qa.reading.reader_network` names them, halves for size."""
        return {name: tensor.detach().numpy().astype(np.float16) for name, tensor in self._named().items()}

    def start_from(self, stored: Weights) -> None:
        """Take over weights that were exported."""
        with torch.no_grad():
            for name, tensor in self._named().items():
                tensor.copy_(torch.from_numpy(stored[name].astype(np.float32)))

    def _named(self) -> dict[str, Tensor]:
        """Views of the weights by the names under which they are exported."""
        named: dict[str, Tensor] = {
            "piece": self.piece, "asked.weight": self.asked.weight.T, "asked.bias": self.asked.bias,
            "asked.out.scale": self.asked_out.weight, "asked.out.shift": self.asked_out.bias,
            "attend.asked": self.attend_asked.weight[0], "attend.vector": self.attend.weight[0],
            "attend.rarity": self.rarity, "enter.weight": self.enter.weight.T, "enter.bias": self.enter.bias,
            "steer.weight": self.steer.weight.T, "steer.bias": self.steer.bias,
            "out.scale": self.out.weight, "out.shift": self.out.bias, "spans.weight": self.spans.weight.T,
            "spans.bias": self.spans.bias, "lengths": self.lengths, "null.steer": self.null_steer.weight[0],
            "null.out": self.null_out.weight[0], "null.bias": self.null_steer.bias,
        }  # fmt: skip
        for number, layer in enumerate(self.asking):
            named |= layer.exported(f"asked.{number}")
        for number, layer in enumerate(self.layers):
            named |= layer.exported(str(number))
        for number, back in self.backs.items():
            named |= back.exported(f"back.{number}")
        return named


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
        order = sorted(range(len(shown)), key=lambda n: len(shown[n][0].pieces) * chance.uniform(0.85, 1.15))
        batches = [order[place : place + BATCH] for place in range(0, len(order), BATCH)]
        chance.shuffle(batches)
        began, total = time.monotonic(), 0.0
        for batch in batches:
            for group in optimiser.param_groups:
                group["lr"] = rate * min(1, (seen + 1) / 200) * (0.02 + 0.98 * (1 + np.cos(np.pi * seen / steps)) / 2)
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
    data: Path, split: Split, translations: Translations, vectors: Vectors, seed: int, variants: int, most_clozes: int
) -> tuple[list[tuple[Example, ...]], list[tuple[Example, ...]], Tensor]:
    """Questions of each source by its share and about bulletins; clozes, across languages too; their vectors' table."""
    chance = random.Random(seed)
    rows = [row for name in ("qa.en", "qa.zh") for row in read_rows(data / f"{name}.jsonl.gz")]
    vocabulary = Vocabulary()
    prepared: list[tuple[Example, ...]] = []
    made: list[tuple[Example, ...]] = []
    for source in sorted({row["src"] for row in rows}):
        own = [row for row in rows if row["src"] == source]
        times, rest = divmod(SHARES.get(source, 1.0), 1)
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
    print(f"{len(prepared)} questions with those about bulletins, {len(made)} clozes with those across", flush=True)
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


def main() -> None:
    """Train on the question sets of a folder and write the network; the members side by side, a core each."""
    from corpus.sentences import sentences
    from index.model import EmbeddedModel
    from index.translate import translations

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with qa.en.jsonl.gz and qa.zh.jsonl.gz")
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--clozes", type=int, default=CLOZES, help="of each source at most")
    parser.add_argument("--variants", type=int, default=VARIANTS, help="of each question")
    parser.add_argument("--start", type=Path, help="weights to go on from, of as many members")
    parser.add_argument("--members", type=int, default=2, help="networks trained apart and read together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=PATH)
    options = parser.parse_args()
    torch.set_num_threads(1)
    questions, made, table = prepare(
        options.data, sentences, translations, EmbeddedModel.load().word_vectors, options.seed,
        options.variants, options.clozes,
    )  # fmt: skip
    starts = _starts(options.start, options.members)

    # Forked, so that the examples are there without being copied; a member that fails ends the run with its error.
    fork = multiprocessing.get_context("fork")
    seeds = range(options.seed, options.seed + options.members)
    with ProcessPoolExecutor(options.members, fork, _Shared.take, (questions, made, table)) as processes:
        members = list(processes.map(partial(_member, options.epochs, options.rate), seeds, starts))
    np.savez_compressed(options.out, **{name: np.stack([each[name] for each in members]) for name in members[0]})


if __name__ == "__main__":
    main()
