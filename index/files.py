"""Files that survive a crash, and one writer at a time."""

from __future__ import annotations

import hashlib
import mmap
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import YoujuError

_WORTH_RELEASING = 16 * 2**20  # bytes


def write(path: Path, data: bytes) -> None:
    """Write a file and wait until it is on the disk."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def flush(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    if os.name == "nt" and path.is_dir():
        return  # Windows opens no folders
    descriptor = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def flush_all(folder: Path) -> None:
    """Wait until everything below a folder is on the disk."""
    for path in folder.rglob("*"):
        flush(path)


def mapped(path: Path) -> NDArray[Any]:
    """A saved array, mapped into memory."""
    # As a plain array: looking into one that knows its file takes ten times as long.
    return np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))


def release(array: NDArray[Any]) -> None:
    """Give the pages of a large mapped array back; they are read again when they are next looked at.

    The system maps much more than what is looked at and counts it as the process's memory for as long as it runs.
    """
    whole: object = array
    while isinstance(whole, np.ndarray):
        whole = whole.base
    if array.nbytes > _WORTH_RELEASING and isinstance(whole, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
        whole.madvise(mmap.MADV_DONTNEED)


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def locked(path: Path, folder: Path, timeout: float = 0.0) -> Iterator[None]:
    """Hold the lock file of an index's folder; it ends with the process.

    YoujuError where another process holds it for more than `timeout` seconds, and where there can be no such file.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()  # told at once where it cannot be: the lock itself would try again and again
        lock.acquire(timeout=timeout)
    except Timeout as problem:
        raise YoujuError(f"Another process is writing the index in {folder}; wait for it and try again.") from problem
    except OSError as problem:
        reason = problem.strerror or problem
        raise YoujuError(f"The index cannot be kept in {folder}: {reason}; name another folder.") from problem
    try:
        yield
    finally:
        lock.release()
