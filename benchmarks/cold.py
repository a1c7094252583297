"""A cold `youju ask` on the sample against `import sentence_transformers`, in the same run, with peak memory.

python -m benchmarks.cold [--runs 3]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from statistics import median

from benchmarks.results import save
from corpus import sample_paths

_QUESTION = "深圳设立的科技创新种子基金有多少钱?"
_ASK = "from ui import main; main()"
_IMPORT = "import sentence_transformers"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    documents = [argument for path in sample_paths() for argument in ("--docs", str(path))]
    with tempfile.TemporaryDirectory() as folder:
        ask = [sys.executable, "-c", _ASK, "ask", _QUESTION, *documents, "--index", f"{folder}/index", "--json"]
        first = _run(ask)
        pairs = [(_run(ask), _run([sys.executable, "-c", _IMPORT])) for _ in range(runs)]
    asked, imported = zip(*pairs, strict=True)
    measured = {
        "indexing_too_seconds": round(first[0], 2),
        "ask_seconds": round(median(run[0] for run in asked), 2),
        "ask_mb": round(median(run[1] for run in asked)),
        "import_seconds": round(median(run[0] for run in imported), 2),
        "import_mb": round(median(run[1] for run in imported)),
        # Each pair ran one after the other, so that other work on the machine slows both.
        "ratio": round(median(ours[0] / theirs[0] for ours, theirs in pairs), 3),
    }
    print(measured)
    print(save("cold", measured))


def _run(command: Sequence[str]) -> tuple[float, float]:
    """Seconds and peak resident megabytes of a process (Linux counts in kilobytes)."""
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    if status:
        raise SystemExit(f"{command} ended with status {status}")
    return seconds, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
