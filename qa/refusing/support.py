"""How surely the evidence supports what was read: a small network that compares it with every word of the question."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np

from index.types import FloatMatrix, FloatVector
from qa.refusing.support_input import SupportInput

PATH = Path(__file__).parents[1] / "data" / "support.npz"
SCALE = 4.0  # of the product of two projected words, beside their difference


class SupportNetwork:
    """Each word is set against what matches it (decomposable attention, Parikh et al. 2016) and against what was read.

    Members trained apart, some narrower than others; the weights of each by name, as `training/support.py` exports
    them.
    """

    def __init__(self, members: Sequence[dict[str, FloatMatrix]]) -> None:
        self._members = members

    @classmethod
    @cache
    def load(cls) -> SupportNetwork:
        """The network in the package; read once."""
        return cls(stored_members(PATH))

    def log_odds(self, shown: SupportInput) -> float:
        """That the evidence answers the question with what was read: the mean of the members'."""
        return float(np.mean([_log_odds(member, shown) for member in self._members]))


def stored_members(path: Path) -> list[dict[str, FloatMatrix]]:
    """The weights of each member by name; in the file a name stands behind its member's number."""
    members: dict[str, dict[str, FloatMatrix]] = {}
    with np.load(path) as stored:
        for name in stored.files:
            member, _, own = name.partition(".")
            members.setdefault(member, {})[own] = stored[name].astype(np.float32)
    return list(members.values())


def _log_odds(weight: dict[str, FloatMatrix], shown: SupportInput) -> float:
    count = len(shown.words)
    rows = np.concatenate([shown.words, shown.here, shown.near, shown.read]) @ weight["piece"]
    words, here, near, read = np.split(rows, [count, 2 * count, 3 * count])
    span = np.broadcast_to(read[:2].reshape(-1), (count, read[:2].size))
    entered = [words, here, near, SCALE * words * here, np.abs(words - here), span, shown.looks]
    hidden = _layer(weight, "enter", np.concatenate(entered, axis=1))
    padded = np.pad(hidden, ((1, 1), (0, 0)))
    hidden = hidden + _layer(weight, "beside", np.concatenate([padded[:-2], hidden, padded[2:]], axis=1))
    whole = _layer(weight, "whole", np.concatenate([shown.whole, read.reshape(-1)]))
    hidden = _layer(weight, "mix", np.concatenate([hidden, np.broadcast_to(whole, (count, len(whole)))], axis=1))
    scores = hidden @ weight["attend"]
    shares = np.exp(scores - scores.max())
    pooled = np.concatenate([hidden.max(axis=0), shares / shares.sum() @ hidden, whole])
    return float(_layer(weight, "pool", pooled) @ weight["out.weight"] + weight["out.bias"][0])


def _layer(weight: dict[str, FloatMatrix], name: str, values: FloatMatrix | FloatVector) -> FloatMatrix:
    return np.asarray(np.maximum(values @ weight[f"{name}.weight"] + weight[f"{name}.bias"], 0), dtype=np.float32)
