"""How surely the evidence supports what was read: a small network that compares it with every word of the question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
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

    def log_odds(self, shown: Sequence[SupportInput]) -> FloatVector:
        """(readings,): that the evidence answers the question with what was read, the mean of the members'.

        All are readings for one question.
        """
        stacked = _stacked(shown)
        return np.asarray(np.mean([_log_odds(member, stacked) for member in self._members], axis=0), dtype=np.float32)


def _stacked(shown: Sequence[SupportInput]) -> SupportInput:
    return SupportInput(*(np.stack([getattr(each, field.name) for each in shown]) for field in fields(SupportInput)))


def stored_members(path: Path) -> list[dict[str, FloatMatrix]]:
    """The weights of each member by name; in the file a name stands behind its member's number."""
    members: dict[str, dict[str, FloatMatrix]] = {}
    with np.load(path) as stored:
        for name in stored.files:
            member, _, own = name.partition(".")
            members.setdefault(member, {})[own] = stored[name].astype(np.float32)
    return list(members.values())


def _log_odds(weight: dict[str, FloatMatrix], shown: SupportInput) -> FloatVector:
    count = shown.words.shape[1]
    rows = np.concatenate([shown.words, shown.here, shown.near, shown.read], axis=1) @ weight["piece"]
    words, here, near, read = np.split(rows, [count, 2 * count, 3 * count], axis=1)
    span = _for_each_word(read[:, :2].reshape(len(read), -1), count)
    entered = [words, here, near, SCALE * words * here, np.abs(words - here), span, shown.looks]
    hidden = _layer(weight, "enter", np.concatenate(entered, axis=2))
    padded = np.zeros((len(hidden), count + 2, hidden.shape[2]), dtype=np.float32)
    padded[:, 1:-1] = hidden
    hidden = hidden + _layer(weight, "beside", np.concatenate([padded[:, :-2], hidden, padded[:, 2:]], axis=2))
    whole = _layer(weight, "whole", np.concatenate([shown.whole, read.reshape(len(read), -1)], axis=1))
    hidden = _layer(weight, "mix", np.concatenate([hidden, _for_each_word(whole, count)], axis=2))
    scores = hidden @ weight["attend"]
    shares = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    pooled = np.concatenate([hidden.max(axis=1), np.einsum("rw,rwc->rc", shares, hidden), whole], axis=1)
    odds = _layer(weight, "pool", pooled) @ weight["out.weight"] + weight["out.bias"]
    return np.asarray(odds, dtype=np.float32).reshape(len(read))


def _for_each_word(values: FloatMatrix, count: int) -> FloatMatrix:
    """(readings, words, channels) of (readings, channels)."""
    return np.broadcast_to(values[:, None], (len(values), count, values.shape[1]))


def _layer(weight: dict[str, FloatMatrix], name: str, values: FloatMatrix) -> FloatMatrix:
    return np.asarray(np.maximum(values @ weight[f"{name}.weight"] + weight[f"{name}.bias"], 0), dtype=np.float32)
