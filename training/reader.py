"""Train the reader: `python -m training.reader --data ../shared/data/train`; writes qa/data/reader.npz."""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from qa.reading.reader_features import FEATURES, QUESTION_FEATURES
from qa.reading.reader_network import DILATIONS, LONGEST, PATH
from training.reader_examples import SHARES, Example, Split, Translations, Vectors, Vocabulary, examples, read_rows

PROJECTED, WIDTH, RANK = 64, 96, 24
BATCH = 32


class Reader(nn.Module):
    """What `qa.reading.reader_network` serves, in torch; parameters carry the names under which they are exported."""

    def __init__(self, dimension: int) -> None:
        super().__init__()
        self.piece = nn.Parameter(torch.randn(dimension, PROJECTED) / dimension**0.5)
        self.asked = nn.Parameter(torch.randn(dimension, PROJECTED) / dimension**0.5)
        self.attend = nn.Linear(dimension, 1, bias=False)
        self.rarity = nn.Parameter(torch.ones(1))
        self.enter = nn.Linear(2 * PROJECTED + FEATURES, WIDTH)
        self.steer = nn.Linear(2 * PROJECTED + QUESTION_FEATURES, WIDTH)
        self.mix = nn.ModuleList(nn.Linear(3 * WIDTH, 2 * WIDTH) for _ in DILATIONS)
        self.steers = nn.ModuleList(nn.Linear(WIDTH, 2 * WIDTH, bias=False) for _ in DILATIONS)
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in DILATIONS)
        self.out = nn.LayerNorm(WIDTH)
        self.spans = nn.Linear(WIDTH, 3 + 2 * RANK)
        self.lengths = nn.Parameter(torch.zeros(LONGEST))
        self.null_steer = nn.Linear(WIDTH, 1)
        self.null_out = nn.Linear(WIDTH, 1, bias=False)
        self.dropout = nn.Dropout(0.2)
        self.vector_dropout = nn.Dropout(0.15)

    def forward(self, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """(batch, places, LONGEST) scores of spans, and (batch,) of "not there"."""
        inside = batch["inside"].unsqueeze(-1)
        steer = self._steer(batch)
        strength = torch.exp(8 * batch["best"]) * batch["words_there"].unsqueeze(-1)
        shares = strength / strength.sum(1, keepdim=True).clamp_min(1e-9)
        aligned = shares.transpose(1, 2) @ batch["words"] * inside
        vectors = self.vector_dropout(batch["vectors"])
        hidden = self.enter(torch.cat([vectors @ self.piece, aligned @ self.piece, batch["features"]], -1)) * inside
        for mix, steers, norm, dilation in zip(self.mix, self.steers, self.norms, DILATIONS, strict=True):
            normal = norm(hidden)
            before = functional.pad(normal, (0, 0, dilation, 0))[:, :-dilation]
            after = functional.pad(normal, (0, 0, 0, dilation))[:, dilation:]
            mixed = mix(torch.cat([before, normal, after], -1)) + steers(steer).unsqueeze(1)
            hidden = hidden + self.dropout(functional.glu(mixed, -1)) * inside
        out = self.out(hidden)
        ends = self.spans(self.dropout(out))
        nowhere = self.null_steer(steer) + self.null_out(
            out.masked_fill(~batch["inside_mask"].unsqueeze(-1), -1e4).amax(1)
        )
        return self._pairs(ends, batch["inside_mask"]), nowhere.squeeze(-1)

    def _steer(self, batch: dict[str, Tensor]) -> Tensor:
        attention = self.attend(batch["words"]).squeeze(-1) + self.rarity * batch["weights"]
        attention = attention.masked_fill(batch["words_there"] == 0, -1e4)
        pooled = (attention.softmax(-1).unsqueeze(1) @ batch["words"]).squeeze(1)
        seen = torch.cat([pooled @ self.asked, batch["focus"] @ self.asked, batch["question"]], -1)
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

    def exported(self) -> dict[str, np.ndarray]:
        """The weights as `qa.reading.reader_network` names them, halves for size."""
        named: dict[str, Tensor] = {
            "piece": self.piece, "asked": self.asked, "attend.vector": self.attend.weight[0],
            "attend.rarity": self.rarity, "enter.weight": self.enter.weight.T, "enter.bias": self.enter.bias,
            "steer.weight": self.steer.weight.T, "steer.bias": self.steer.bias,
            "out.scale": self.out.weight, "out.shift": self.out.bias, "spans.weight": self.spans.weight.T,
            "spans.bias": self.spans.bias, "lengths": self.lengths, "null.steer": self.null_steer.weight[0],
            "null.out": self.null_out.weight[0], "null.bias": self.null_steer.bias,
        }  # fmt: skip
        for layer, (mix, steers, norm) in enumerate(zip(self.mix, self.steers, self.norms, strict=True)):
            named |= {
                f"{layer}.weight": mix.weight.T, f"{layer}.bias": mix.bias, f"{layer}.steer": steers.weight.T,
                f"{layer}.scale": norm.weight, f"{layer}.shift": norm.bias,
            }  # fmt: skip
        return {name: tensor.detach().numpy().astype(np.float16) for name, tensor in named.items()}


def batch_of(chosen: Sequence[Example], table: Tensor) -> dict[str, Tensor]:
    """The examples padded to their longest; the last row of `table` is the empty vector."""
    places = max(len(example.pieces) for example in chosen)
    words = max(1, *(len(example.words) for example in chosen))
    pieces = np.full((len(chosen), places), -1, dtype=np.int64)
    asked = np.full((len(chosen), words), -1, dtype=np.int64)
    features = np.zeros((len(chosen), places, FEATURES), dtype=np.float32)
    best = np.zeros((len(chosen), words, places), dtype=np.float32)
    weights = np.zeros((len(chosen), words), dtype=np.float32)
    gold = np.zeros((len(chosen), places, LONGEST), dtype=bool)
    for row, example in enumerate(chosen):
        pieces[row, : len(example.pieces)] = example.pieces
        asked[row, : len(example.words)] = example.words
        features[row, : len(example.features)] = example.features
        best[row, : example.best.shape[0], : example.best.shape[1]] = example.best
        weights[row, : len(example.weights)] = example.weights
        for first, last in example.gold:
            gold[row, first, last - first] = True
    numbers = torch.from_numpy(pieces)
    return {
        "vectors": table[numbers], "words": table[torch.from_numpy(asked)], "inside_mask": numbers >= 0,
        "inside": (numbers >= 0).float(), "words_there": (torch.from_numpy(asked) >= 0).float(),
        "features": torch.from_numpy(features), "best": torch.from_numpy(best), "weights": torch.from_numpy(weights),
        "focus": table[torch.tensor([example.focus for example in chosen])],
        "question": torch.from_numpy(np.stack([example.question for example in chosen])),
        "gold": torch.from_numpy(gold),
    }  # fmt: skip


def loss_of(spans: Tensor, nowhere: Tensor, gold: Tensor) -> Tensor:
    """The mean negative log-probability of the right spans taken together, or of "not there"."""
    flat = torch.cat([spans.flatten(1), nowhere.unsqueeze(1)], 1)
    right = torch.cat([gold.flatten(1), ~gold.flatten(1).any(1, keepdim=True)], 1)
    return (flat.logsumexp(1) - flat.masked_fill(~right, -1e5).logsumexp(1)).mean()


def train(questions: Sequence[tuple[Example, ...]], table: Tensor, epochs: int, rate: float, seed: int) -> Reader:
    """Adam with a cosine over all steps, each epoch one variant of each question; returns a running average."""
    torch.manual_seed(seed)
    chance = random.Random(seed)
    model = Reader(table.shape[1])
    average = torch.optim.swa_utils.AveragedModel(model, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(0.998))
    optimiser = torch.optim.AdamW(model.parameters(), lr=rate, weight_decay=0.01)
    steps, seen = epochs * -(-len(questions) // BATCH), 0
    model.train()
    for epoch in range(epochs):
        order = sorted(range(len(questions)), key=lambda n: len(questions[n][0].pieces) * chance.uniform(0.85, 1.15))
        batches = [order[place : place + BATCH] for place in range(0, len(order), BATCH)]
        chance.shuffle(batches)
        began, total = time.monotonic(), 0.0
        for batch in batches:
            for group in optimiser.param_groups:
                group["lr"] = rate * min(1, (seen + 1) / 200) * (0.02 + 0.98 * (1 + np.cos(np.pi * seen / steps)) / 2)
            data = batch_of([chance.choice(questions[n]) for n in batch], table)
            loss = loss_of(*model(data), data["gold"])
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimiser.step()
            average.update_parameters(model)
            seen += 1
            total += float(loss.detach())
        print(f"epoch {epoch + 1} loss {total / len(batches):.3f}, {time.monotonic() - began:.0f} s", flush=True)
    return average.module


def prepare(
    data: Path, split: Split, translations: Translations, vectors: Vectors, seed: int
) -> tuple[list[tuple[Example, ...]], Tensor]:
    """The examples of both languages, each source by its share, and the table of the vectors they speak of."""
    chance = random.Random(seed)
    rows = [row for name in ("qa.en", "qa.zh") for row in read_rows(data / f"{name}.jsonl.gz")]
    vocabulary = Vocabulary()
    prepared: list[tuple[Example, ...]] = []
    for source in sorted({row["src"] for row in rows}):
        own = [row for row in rows if row["src"] == source]
        times, rest = divmod(SHARES.get(source, 1.0), 1)
        chosen = own * int(times) + chance.sample(own, int(rest * len(own)))
        prepared += examples(chosen, split, translations, vectors, vocabulary, seed)
        print(f"{source}: {len(chosen)} questions, {len(prepared)} of use so far", flush=True)
    table = vectors(list(vocabulary.rows))
    table = table / np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return prepared, torch.from_numpy(np.concatenate([table, np.zeros((1, table.shape[1]))]).astype(np.float32))


def main() -> None:
    """Train on the question sets of a folder and write the network."""
    from corpus.sentences import sentences
    from index.model import EmbeddedModel
    from index.translate import translations

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with qa.en.jsonl.gz and qa.zh.jsonl.gz")
    parser.add_argument("--epochs", type=int, default=11)
    parser.add_argument("--members", type=int, default=2, help="networks trained apart and read together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=PATH)
    options = parser.parse_args()
    torch.set_num_threads(1)
    questions, table = prepare(options.data, sentences, translations, EmbeddedModel.load().word_vectors, options.seed)
    seeds = range(options.seed, options.seed + options.members)
    members = [train(questions, table, options.epochs, 0.002, seed).exported() for seed in seeds]
    np.savez_compressed(options.out, **{name: np.stack([each[name] for each in members]) for name in members[0]})


if __name__ == "__main__":
    main()
