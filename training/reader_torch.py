"""The reading network in torch, to be trained: what `qa.reading.reader_network` serves in numpy."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from qa.reading.pieces import SHAPES
from qa.reading.reader_features import FEATURES, QUESTION_FEATURES
from qa.reading.reader_network import ASKED_DILATIONS, DILATIONS, GROUPS, HEADS, LONGEST, LOOKS_BACK
from training.schedule import Weights

PROJECTED, WIDTH, RANK = 192, 256, 48
DROPOUT = 0.2


class Norm(nn.Module):
    """Group normalisation over the channels of each place (Wu and He 2018)."""

    def __init__(self) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(WIDTH))
        self.bias = nn.Parameter(torch.zeros(WIDTH))

    def forward(self, hidden: Tensor) -> Tensor:
        normal = functional.layer_norm(hidden.float().unflatten(-1, (GROUPS, -1)), (WIDTH // GROUPS,))
        return normal.flatten(-2) * self.weight + self.bias


class Convolution(nn.Module):
    """A gated convolution over three pieces `dilation` apart, steered or not, to be added to what went in."""

    def __init__(self, dilation: int, steered: bool, dropout: float) -> None:
        super().__init__()
        self.dilation = dilation
        self.norm = Norm()
        self.mix = nn.Linear(3 * WIDTH, 2 * WIDTH)
        self.steer = nn.Linear(WIDTH, 2 * WIDTH, bias=False) if steered else None
        self.dropout = nn.Dropout(dropout)

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
        self.norm = Norm()
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

    def __init__(self, dimension: int, dropout: float = DROPOUT) -> None:
        super().__init__()
        self.piece = nn.Parameter(torch.randn(dimension, PROJECTED) / dimension**0.5)
        self.asked = nn.Linear(PROJECTED + len(SHAPES), WIDTH)
        self.asking = nn.ModuleList(
            Convolution(dilation, steered=False, dropout=dropout) for dilation in ASKED_DILATIONS
        )
        self.asked_out = Norm()
        self.attend_asked = nn.Linear(WIDTH, GROUPS, bias=False)
        self.attend = nn.Linear(dimension, GROUPS, bias=False)
        self.rarity = nn.Parameter(torch.ones(GROUPS))
        self.enter = nn.Linear(2 * PROJECTED + WIDTH + FEATURES, WIDTH)
        self.steer = nn.Linear(WIDTH + 2 * PROJECTED + QUESTION_FEATURES, WIDTH)
        self.layers = nn.ModuleList(Convolution(dilation, steered=True, dropout=dropout) for dilation in DILATIONS)
        self.backs = nn.ModuleDict({str(layer): LookBack() for layer in LOOKS_BACK})
        self.out = Norm()
        self.spans = nn.Linear(WIDTH, 3 + 2 * RANK)
        self.lengths = nn.Parameter(torch.zeros(LONGEST))
        self.null_steer = nn.Linear(WIDTH, 1)
        self.null_out = nn.Linear(WIDTH, 1, bias=False)
        self.dropout = nn.Dropout(dropout)
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
        said = self.attend_asked(asked).float().masked_fill(~batch["asked_there"].unsqueeze(-1), -1e4)
        meant = self.attend(batch["words"]).float() + self.rarity * batch["weights"].unsqueeze(-1)
        meant = meant.masked_fill(batch["words_there"].unsqueeze(-1) == 0, -1e4)
        seen = torch.cat([
            _pooled(said, asked), _pooled(meant, batch["words"] @ self.piece), batch["focus"] @ self.piece,
            batch["question"],
        ], -1)  # fmt: skip
        return torch.tanh(self.steer(seen))

    def _pairs(self, ends: Tensor, inside: Tensor) -> Tensor:
        count = ends.shape[1]
        start, end, inner = ends[..., 0], ends[..., 1], ends[..., 2].cumsum(1)
        left, right = ends[..., 3 : 3 + RANK], ends[..., 3 + RANK :]
        breaks = (~inside).long().cumsum(1)
        last = torch.arange(count, device=ends.device)[:, None] + torch.arange(LONGEST, device=ends.device)
        pairs = left @ right.transpose(1, 2)  # of any two places, of which those near enough are wanted
        score = pairs.gather(2, last.clamp_max(count - 1).expand(len(ends), -1, -1)) + self.lengths
        score = score + start.unsqueeze(-1) + _from_each(end)
        score = score + _from_each(inner) - functional.pad(inner, (1, 0))[:, :-1, None]
        whole = _from_each(breaks, past=-1) == functional.pad(breaks, (1, 0))[:, :-1, None]
        return score.masked_fill(~whole, -1e4)

    def exported(self) -> Weights:
        """The weights as `qa.reading.reader_network` names them."""
        return {name: tensor.detach().cpu().numpy() for name, tensor in self._named().items()}

    def start_from(self, stored: Weights) -> None:
        """Take over weights that were exported."""
        with torch.no_grad():
            for name, tensor in self._named().items():
                tensor.copy_(torch.from_numpy(stored[name]))

    def _named(self) -> dict[str, Tensor]:
        """Views of the weights by the names under which they are exported."""
        named: dict[str, Tensor] = {
            "piece": self.piece, "asked.weight": self.asked.weight.T, "asked.bias": self.asked.bias,
            "asked.out.scale": self.asked_out.weight, "asked.out.shift": self.asked_out.bias,
            "attend.asked": self.attend_asked.weight, "attend.vector": self.attend.weight,
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


def _pooled(scores: Tensor, values: Tensor) -> Tensor:
    """The mean of `values` (batch, places, channels), each group of channels by its own of (batch, places, GROUPS)."""
    grouped = values.float().unflatten(-1, (GROUPS, -1))
    return (scores.softmax(1).unsqueeze(-1) * grouped).sum(1).flatten(1)


def _from_each(values: Tensor, past: int = 0) -> Tensor:
    """(batch, places) as (batch, places, LONGEST): at each place the values from it on, `past` after the last."""
    return functional.pad(values, (0, LONGEST - 1), value=past).unfold(1, LONGEST, 1)
