"""The reranking network in torch, to be trained: what `index.reranking.network` serves in numpy."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn

from index.reranking.cut import CHINESE, SENTENCE_LOOKS
from index.reranking.network import SCALE
from index.reranking.shown import BEHIND_BEST, LOOKS, PASSAGE_LOOKS
from training.reranking_examples import Example
from training.schedule import Weights

PROJECTED, WIDTH = 64, 96
LAYERS = ("enter", "mix", "beside", "pool", "last")
NONE = -1e4  # log-odds of what is only there to fill up


class Reranking(nn.Module):
    """Parameters carry the names under which they are exported."""

    def __init__(self, dimension: int) -> None:
        super().__init__()
        self.piece = nn.Linear(dimension, PROJECTED, bias=False)
        self.enter = nn.Linear(4 * PROJECTED + len(LOOKS), WIDTH)
        self.mix = nn.Linear(WIDTH, WIDTH)
        self.attend = nn.Linear(WIDTH, 1, bias=False)
        self.beside = nn.Linear(3 * PROJECTED, PROJECTED)
        self.ask = nn.Linear(PROJECTED, 1, bias=False)
        whole = len(SENTENCE_LOOKS) + len(PASSAGE_LOOKS) + 3
        self.pool = nn.Linear(2 * WIDTH + 4 * PROJECTED + whole, WIDTH)
        self.last = nn.Linear(WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, 1)
        self.prior = nn.Parameter(torch.tensor([0.7]))
        self.dropout = nn.Dropout(0.2)
        nn.init.orthogonal_(self.piece.weight)

    def forward(self, batch: dict[str, Tensor]) -> tuple[Tensor, Tensor]:
        """(questions, sentences) and (questions, passages) log-odds; NONE where there is none."""
        rows = self.piece(batch["rows"])
        aligned = rows[batch["aligned"]]
        words = rows[batch["words"]].unsqueeze(1).expand_as(aligned)
        entered = [words, aligned, SCALE * words * aligned, (words - aligned).abs(), batch["looks"]]
        hidden = torch.relu(self.enter(self.dropout(torch.cat(entered, -1))))
        hidden = hidden + torch.relu(self.mix(hidden))
        absent = ~batch["there"][:, None, :, None]
        shares = self.attend(hidden).masked_fill(absent, NONE).softmax(2)
        pooled = [(shares * hidden).sum(2), hidden.masked_fill(absent, 0).amax(2)]
        question = self._asked(batch, rows).unsqueeze(1).expand(-1, aligned.shape[1], -1)
        held = self.piece(batch["vectors"])
        compared = [question, held, SCALE * question * held, (question - held).abs()]
        looks = [batch["sentence_looks"], batch["of_passage"], batch["whole"]]
        hidden = torch.relu(self.pool(self.dropout(torch.cat([*pooled, *compared, *looks], -1))))
        hidden = hidden + torch.relu(self.last(self.dropout(hidden)))
        sentences = self.out(hidden).squeeze(-1).masked_fill(~batch["sentences"], NONE)
        return sentences, self._passages(batch, sentences)

    def _asked(self, batch: dict[str, Tensor], rows: Tensor) -> Tensor:
        said = batch["said"].unsqueeze(-1)
        rows = rows[batch["asked"]] * said
        padded = nn.functional.pad(rows, (0, 0, 1, 1))
        rows = rows + torch.relu(self.beside(torch.cat([padded[:, :-2], rows, padded[:, 2:]], -1)))
        return (self.ask(rows).masked_fill(~said, NONE).softmax(1) * rows).sum(1)

    def _passages(self, batch: dict[str, Tensor], sentences: Tensor) -> Tensor:
        """The sentences of a passage taken together."""
        owners, passages = batch["owners"], batch["passages"]
        best = torch.full(passages.shape, NONE).scatter_reduce(1, owners, sentences.detach(), "amax")
        shares = (sentences - best.gather(1, owners)).exp() * batch["sentences"]
        total = torch.zeros(passages.shape).scatter_add(1, owners, shares)
        return (best + total.clamp_min(1e-9).log() + self.prior * batch["behind"]).masked_fill(~passages, NONE)

    def exported(self) -> Weights:
        """The weights as `index.reranking.network` names them."""
        named: dict[str, Tensor] = {"piece": self.piece.weight.T, "prior": self.prior}
        named |= {name: getattr(self, name).weight[0] for name in ("attend", "ask")}
        for name in LAYERS:
            layer = getattr(self, name)
            named |= {f"{name}.weight": layer.weight.T, f"{name}.bias": layer.bias}
        named |= {"out.weight": self.out.weight[0], "out.bias": self.out.bias}
        return {name: tensor.detach().numpy() for name, tensor in named.items()}


def batch_of(chosen: Sequence[Example], table: Tensor) -> dict[str, Tensor]:
    """The examples padded to the most words, sentences and passages; `table` holds the vocabulary's vectors.

    `rows` are the vectors of the terms in them, of which `words`, `asked` and `aligned` are places.
    """
    count, words = len(chosen), max(len(each.words) for each in chosen)
    sentences, passages = max(len(each.owners) for each in chosen), max(len(each.right) for each in chosen)
    asked = max(len(each.asked) for each in chosen)
    dimension = table.shape[1]
    ids = {
        "words": np.zeros((count, words), np.int64), "asked": np.zeros((count, asked), np.int64),
        "aligned": np.zeros((count, sentences, words), np.int64), "owners": np.zeros((count, sentences), np.int64),
    }  # fmt: skip
    values = {
        "looks": np.zeros((count, sentences, words, len(LOOKS)), np.float32),
        "vectors": np.zeros((count, sentences, dimension), np.float32),
        "sentence_looks": np.zeros((count, sentences, len(SENTENCE_LOOKS)), np.float32),
        "of_passage": np.zeros((count, sentences, len(PASSAGE_LOOKS)), np.float32),
        "whole": np.zeros((count, sentences, 3), np.float32), "behind": np.zeros((count, passages), np.float32),
    }  # fmt: skip
    marks = {
        "there": np.zeros((count, words), bool), "said": np.zeros((count, asked), bool),
        "sentences": np.zeros((count, sentences), bool), "passages": np.zeros((count, passages), bool),
        "holds": np.zeros((count, sentences), bool), "right": np.zeros((count, passages), bool),
    }  # fmt: skip
    for n, each in enumerate(chosen):
        w, s = each.aligned.shape
        ids["words"][n, :w], ids["asked"][n, : len(each.asked)] = each.words, each.asked
        ids["aligned"][n, :s, :w], ids["owners"][n, :s] = each.aligned.T, each.owners
        values["looks"][n, :s, :w] = each.looks.transpose(1, 0, 2)
        values["vectors"][n, :s], values["sentence_looks"][n, :s] = each.vectors, each.sentence_looks
        values["of_passage"][n, :s] = each.passage_looks[each.owners]
        across = np.abs(each.chinese - each.sentence_looks[:, CHINESE])
        values["whole"][n, :s] = np.stack([np.full(s, each.chinese), across, np.full(s, w / 10)], axis=1)
        values["behind"][n, : len(each.right)] = each.passage_looks[:, BEHIND_BEST]
        marks["there"][n, :w], marks["said"][n, : len(each.asked)], marks["sentences"][n, :s] = True, True, True
        marks["passages"][n, np.unique(each.owners)] = True
        marks["holds"][n, :s], marks["right"][n, : len(each.right)] = each.holds, each.right
    terms = ("words", "asked", "aligned")
    met = np.unique(np.concatenate([ids[name].ravel() for name in terms]))  # each is projected once
    ids |= {name: np.searchsorted(met, ids[name]) for name in terms}
    batch = {name: torch.from_numpy(array) for part in (ids, values, marks) for name, array in part.items()}
    return {**batch, "rows": table[met]}
