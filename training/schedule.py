"""What the trainings share: in which batches examples are seen, how fast is learnt, how networks are written."""

from __future__ import annotations

import argparse
import math
import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

Weights = dict[str, np.ndarray]  # type: ignore[type-arg]


def batches_of_like_length(lengths: Sequence[int], size: int, blur: float, chance: random.Random) -> list[list[int]]:
    """The places of all examples in shuffled batches, sorted by lengths that are off by up to the share `blur`."""
    order = sorted(range(len(lengths)), key=lambda n: lengths[n] * chance.uniform(1 - blur, 1 + blur))
    batches = [order[place : place + size] for place in range(0, len(order), size)]
    chance.shuffle(batches)
    return batches


def set_rate(optimiser: torch.optim.Optimizer, rate: float, step: int, over: float, warming: int) -> None:
    """A rate that rises over `warming` steps and falls with a cosine to a fiftieth as the share `over` is over."""
    falling = 0.02 + 0.98 * (1 + math.cos(math.pi * over)) / 2
    for group in optimiser.param_groups:
        group["lr"] = rate * min(1, (step + 1) / warming) * falling


def mean(networks: Sequence[Weights]) -> Weights:
    """The mean of the weights of networks of which one was trained on from the other, or all from the same.

    It is surer than any of them on texts of another kind than they learnt (Wortsman et al. 2022).
    """
    return {name: np.mean([each[name] for each in networks], axis=0, dtype=np.float32) for name in networks[0]}


def parsed(parser: argparse.ArgumentParser) -> argparse.Namespace:
    """The options, among them those of a training that goes on: weights to --start with, and --halfway."""
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--halfway", action="store_true", help="keep the mean of the weights begun with and reached")
    options = parser.parse_args()
    if options.halfway and not options.start:
        parser.error("--halfway needs weights to --start with")
    return options


def write_members(path: Path, members: Sequence[Weights]) -> None:
    """Networks in one file, each name behind the number of its member; halves, for size."""
    named = {
        f"{n}.{name}": each.astype(np.float16) for n, member in enumerate(members) for name, each in member.items()
    }
    np.savez_compressed(path, **named)  # type: ignore[arg-type]
