"""What the trainings share: in which batches the examples are seen, and how fast is learnt at each step."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import torch


def batches_of_like_length(lengths: Sequence[int], size: int, blur: float, chance: random.Random) -> list[list[int]]:
    """The places of all examples in shuffled batches, sorted by lengths that are off by up to the share `blur`."""
    order = sorted(range(len(lengths)), key=lambda n: lengths[n] * chance.uniform(1 - blur, 1 + blur))
    batches = [order[place : place + size] for place in range(0, len(order), size)]
    chance.shuffle(batches)
    return batches


def set_rate(optimiser: torch.optim.Optimizer, rate: float, step: int, steps: int, warming: int) -> None:
    """A rate that rises over the first `warming` steps and falls with a cosine to a fiftieth over all of them."""
    falling = 0.02 + 0.98 * (1 + math.cos(math.pi * step / steps)) / 2
    for group in optimiser.param_groups:
        group["lr"] = rate * min(1, (step + 1) / warming) * falling
