"""Files of an index: large ones are mapped, and do not stay in memory once looked at."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import numpy as np
import pytest

from index.files import mapped, release


def _resident(path: Path) -> int:
    """The kilobytes of a mapped file that count as memory of this process."""
    of_file = re.compile(rf"^\S+ \S+ \S+ \S+ \S+ +{re.escape(str(path))}$.*?^Rss: +(\d+) kB", re.MULTILINE | re.DOTALL)
    return sum(map(int, of_file.findall(Path("/proc/self/smaps").read_text(encoding="utf-8"))))


@pytest.mark.skipif(sys.platform != "linux", reason="what is resident is told by /proc")
def test_a_large_file_that_was_read_gives_its_memory_back(tmp_path: Path) -> None:
    path = tmp_path / "large.npy"
    np.save(path, np.arange(4_000_000))
    array = mapped(path)
    assert int(array.sum()) == 7_999_998_000_000
    assert _resident(path) > 30_000
    release(array)
    assert _resident(path) == 0
    assert int(array[-1]) == 3_999_999


def test_what_is_small_or_not_mapped_is_left_as_it_is(tmp_path: Path) -> None:
    np.save(tmp_path / "small.npy", np.arange(10))
    for array in (mapped(tmp_path / "small.npy"), np.arange(4_000_000)):
        release(array)
        assert int(array[3]) == 3
