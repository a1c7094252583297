"""Sparse postings: for each term the passages that hold it, how often, and how long each passage is. Arrays only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.files import mapped, release
from index.numbering import NumberedTexts, Numbering

_FIELDS = ("keys", "starts", "rows", "frequencies", "lengths")
MOST_FREQUENT = np.iinfo(np.uint8).max


@dataclass(frozen=True, slots=True)
class Postings:
    """Term i, known by its hash `keys[i]` (ascending), stands in `rows[starts[i]:starts[i + 1]]` (ascending).

    `frequencies` run beside `rows`, 255 standing for more; `lengths` counts the terms of each row.
    """

    keys: NDArray[np.uint64]
    starts: NDArray[np.int64]
    rows: NDArray[np.int32]
    frequencies: NDArray[np.uint8]
    lengths: NDArray[np.int32]

    @classmethod
    def of(cls, texts: Sequence[Sequence[str]]) -> Postings:
        """Postings of texts given as their terms, in the order of their rows."""
        numbering = Numbering()
        numbered = numbering.numbered(texts)
        return cls.of_numbered(numbering.terms, numbered)

    @classmethod
    def of_numbered(cls, terms: Sequence[str], *parts: NumberedTexts) -> Postings:
        """The same of numbered terms; each of `parts` holds some of the terms of every text."""
        keys = np.frombuffer(b"".join(map(_hashed, terms)), "<u8").astype(np.uint64)
        order = np.argsort(keys)
        place = np.empty(len(keys), np.int64)
        place[order] = np.arange(len(keys))
        lengths = np.sum([part.lengths for part in parts], axis=0)
        numbers = np.concatenate([part.numbers for part in parts])
        rows = np.concatenate([part.rows for part in parts])
        held, frequencies = np.unique(place[numbers] * len(lengths) + rows, return_counts=True)
        by_term, rows = np.divmod(held, max(len(lengths), 1))
        return cls(
            keys[order],
            np.concatenate([[0], np.cumsum(np.bincount(by_term, minlength=len(keys)))]).astype(np.int64),
            rows.astype(np.int32),
            np.minimum(frequencies, MOST_FREQUENT).astype(np.uint8),
            lengths.astype(np.int32),
        )

    @classmethod
    def merged(cls, parts: Sequence[Postings]) -> Postings:
        """One after the other: the rows of each part follow those of the part before it."""
        keys = _distinct(np.concatenate([np.zeros(0, np.uint64), *(part.keys for part in parts)]))
        places = [np.searchsorted(keys, part.keys) for part in parts]
        counts = np.zeros(len(keys), np.int64)
        for part, place in zip(parts, places, strict=True):
            counts[place] += np.diff(part.starts)
        starts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        rows = np.empty(int(starts[-1]), np.int32)
        frequencies = np.empty(len(rows), np.uint8)
        filled, first_row = starts[:-1].copy(), 0
        for part, place in zip(parts, places, strict=True):
            sizes = np.diff(part.starts)
            target = np.repeat(filled[place] - part.starts[:-1], sizes) + np.arange(len(part.rows))
            rows[target] = part.rows + np.int32(first_row)
            frequencies[target] = part.frequencies
            filled[place] += sizes
            first_row += len(part.lengths)
        lengths = np.concatenate([np.zeros(0, np.int32), *(part.lengths for part in parts)])
        return cls(keys, starts, rows, frequencies, lengths)

    def kept(self, keep: NDArray[np.bool_]) -> Postings:
        """Without the rows for which `keep` is False; the others close up."""
        stays = keep[self.rows]
        found = np.diff(np.concatenate([[0], np.cumsum(stays)])[self.starts])
        new_rows = (np.cumsum(keep) - 1).astype(np.int32)
        return Postings(
            self.keys[found > 0],
            np.concatenate([[0], np.cumsum(found[found > 0])]).astype(np.int64),
            new_rows[self.rows[stays]],
            self.frequencies[stays],
            self.lengths[keep],
        )

    def of_key(self, key: int) -> tuple[NDArray[np.int32], NDArray[np.uint8]]:
        """The rows that hold a term, ascending, and how often; both empty for an unknown one."""
        place = int(np.searchsorted(self.keys, np.uint64(key)))
        if place == len(self.keys) or int(self.keys[place]) != key:
            return self.rows[:0], self.frequencies[:0]
        span = slice(int(self.starts[place]), int(self.starts[place + 1]))
        return self.rows[span], self.frequencies[span]

    def counts(self, keys: Sequence[int]) -> NDArray[np.int64]:
        """How many rows hold each of some terms, (keys,); all of them in one look."""
        wanted = np.array(keys, np.uint64)
        places = np.searchsorted(self.keys, wanted)
        known = np.flatnonzero(places < len(self.keys))
        known = known[self.keys[places[known]] == wanted[known]]
        found = np.zeros(len(wanted), np.int64)
        found[known] = self.starts[places[known] + 1] - self.starts[places[known]]
        return found

    def save(self, folder: Path, name: str) -> None:
        """Write the arrays into a folder, as files whose names begin with `name`."""
        for file, field in zip(postings_files(name), _FIELDS, strict=True):
            np.save(folder / file, getattr(self, field), allow_pickle=False)

    @classmethod
    def open(cls, folder: Path, name: str) -> Postings:
        """The postings saved in a folder, mapped into memory."""
        return cls(*(mapped(folder / file) for file in postings_files(name)))

    def release(self) -> None:
        """Give back the memory that looking terms up has mapped."""
        release(self.rows)
        release(self.frequencies)


def _distinct(keys: NDArray[np.uint64]) -> NDArray[np.uint64]:
    # Several times faster than np.unique, which hashes.
    ordered = np.sort(keys)
    first: NDArray[np.bool_] = np.append(True, ordered[1:] != ordered[:-1])[: len(ordered)]
    return np.asarray(ordered[first])


def postings_files(name: str) -> list[str]:
    """The names of the files that postings are saved in."""
    return [f"{name}_{field}.npy" for field in _FIELDS]


def term_key(term: str) -> int:
    """64 bits of a hash: among ten million terms two share one with a chance of one in 300,000."""
    return int.from_bytes(_hashed(term), "little")


def _hashed(term: str) -> bytes:
    return blake2b(term.encode("utf-8", "surrogatepass"), digest_size=8).digest()
