"""The support network in torch, to be trained: what `qa.refusing.support` serves in numpy."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from qa.refusing.support import SCALE
from qa.refusing.support_input import LOOKS, READ, WHOLE
from training.schedule import Weights


class Support(nn.Module):
    """Parameters carry the names under which they are exported; `width` is of its layers, but of words five eighths."""

    def __init__(self, dimension: int, width: int) -> None:
        super().__init__()
        projected = width * 5 // 8
        self.piece = nn.Linear(dimension, projected, bias=False)
        self.enter = nn.Linear(7 * projected + len(LOOKS), width)
        self.beside = nn.Linear(3 * width, width)
        self.whole = nn.Linear(WHOLE + READ * projected, width)
        self.mix = nn.Linear(2 * width, width)
        self.attend = nn.Linear(width, 1, bias=False)
        self.pool = nn.Linear(3 * width, width)
        self.out = nn.Linear(width, 1)
        self.dropout = nn.Dropout(0.25)
        self.vector_dropout = nn.Dropout(0.1)

    def forward(self, batch: dict[str, Tensor]) -> Tensor:
        """(batch,) log-odds."""
        words, here, near, read = (
            self.vector_dropout(self.piece(batch[name])) for name in ("words", "here", "near", "read")
        )
        there = batch["there"].unsqueeze(-1)
        span = read[:, :2].flatten(1).unsqueeze(1).expand(-1, words.shape[1], -1)
        entered = [words, here, near, SCALE * words * here, (words - here).abs(), span, batch["looks"]]
        hidden = torch.relu(self.enter(torch.cat(entered, -1))) * there
        padded = functional.pad(hidden, (0, 0, 1, 1))
        hidden = hidden + torch.relu(self.beside(torch.cat([padded[:, :-2], hidden, padded[:, 2:]], -1)))
        whole = torch.relu(self.whole(torch.cat([batch["whole"], read.flatten(1)], -1)))
        mixed = [self.dropout(hidden), whole.unsqueeze(1).expand(-1, words.shape[1], -1)]
        hidden = torch.relu(self.mix(torch.cat(mixed, -1)))
        shares = self.attend(hidden).masked_fill(there == 0, -1e4).softmax(1)
        pooled = torch.cat([(hidden * there).amax(1), (shares * hidden).sum(1), whole], -1)
        scores: Tensor = self.out(torch.relu(self.pool(self.dropout(pooled)))).squeeze(-1)
        return scores

    def exported(self) -> Weights:
        """The weights as `qa.refusing.support` names them."""
        return {name: tensor.detach().numpy() for name, tensor in self._named().items()}

    def start_from(self, stored: Weights) -> None:
        """Take over weights that were exported."""
        with torch.no_grad():
            for name, tensor in self._named().items():
                tensor.copy_(torch.from_numpy(stored[name]))

    def _named(self) -> dict[str, Tensor]:
        """Views of the weights by the names under which they are exported."""
        named: dict[str, Tensor] = {"piece": self.piece.weight.T, "attend": self.attend.weight[0]}
        layers = {name: getattr(self, name) for name in ("enter", "beside", "whole", "mix", "pool")}
        for name, layer in layers.items():
            named |= {f"{name}.weight": layer.weight.T, f"{name}.bias": layer.bias}
        return {**named, "out.weight": self.out.weight[0], "out.bias": self.out.bias}
