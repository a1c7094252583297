"""The files of the embedded model: where they lie, what they must agree on, how they are read."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, TypedDict

import numpy as np
from numpy.typing import NDArray

from corpus.errors import YoujuError

FOLDER = Path(__file__).parent / "data"
FORMAT = 1


class Description(TypedDict):
    """`model.json`: the first `rows` terms of the vocabulary have vectors.

    `fingerprint` is a hash of all that an index depends on.
    """

    format: int
    name: str
    dimension: int
    rows: int
    terms: int
    fingerprint: str


@cache
def description() -> Description:
    """What the model says of itself, its format checked."""
    path = FOLDER / "model.json"
    if not path.is_file():
        raise YoujuError(f"The embedded model is missing ({path}); reinstall youju.")
    described: Description = json.loads(path.read_text(encoding="utf-8"))
    if described["format"] != FORMAT:
        raise YoujuError(
            f"The embedded model has format {described['format']}, this version reads {FORMAT}; reinstall youju."
        )
    return described


@cache
def vocabulary() -> dict[str, int]:
    """Each term's row; those below `rows` have vectors, all of them may have translations."""
    found = {term: row for row, term in enumerate(lines("vocabulary"))}
    if len(found) != description()["terms"]:
        raise YoujuError(f"The embedded model's vocabulary has {len(found)} terms instead of {description()['terms']}.")
    return found


@cache
def vocabulary_terms() -> list[str]:
    """The terms in the order of their rows."""
    return list(vocabulary())


def lines(name: str) -> list[str]:
    """The lines of a text of the model."""
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8").split("\n")


def array(name: str) -> NDArray[Any]:
    """An array of the model, mapped into memory rather than read."""
    return np.asarray(np.load(FOLDER / f"{name}.npy", mmap_mode="r", allow_pickle=False))
