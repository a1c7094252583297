"""Stores of unit vectors searched by inner product: exact in numpy, and FAISS for large collections."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from corpus.errors import YoujuError
from index.files import mapped
from index.types import FloatMatrix, IdVector, VectorStore

EXACT_FILES = ("vector_ids.npy", "vectors.npy")
FAISS_FILE = "vectors.faiss"

# Measured by benchmarks/speed.py: below this an exact scan takes under ten milliseconds, and nothing is approximate.
APPROXIMATE_FROM = 60_000
CLUSTERS = 1024
PROBES = 128  # recall at ten .94 of exact on 100,000 news passages, .37 ms; 24 gave .87
_TRAINING = 40 * CLUSTERS
_HASHTABLE = 2  # faiss.DirectMap.Hashtable: where each id lies, the one kind that allows removal


class ExactStore:
    """Every vector compared, in numpy: the ground truth, and the store of small collections. Ids ascend."""

    def __init__(self, dimension: int, ids: IdVector | None = None, vectors: FloatMatrix | None = None) -> None:
        self.dimension = dimension
        self._ids: IdVector = np.zeros(0, np.int64) if ids is None else ids
        self._vectors: FloatMatrix = np.zeros((0, dimension), np.float32) if vectors is None else vectors

    @classmethod
    def open(cls, folder: Path, dimension: int) -> ExactStore:
        """The store saved in a folder, mapped into memory."""
        ids, vectors = (mapped(folder / name) for name in EXACT_FILES)
        _check_dimension(vectors, dimension)
        return cls(dimension, ids, vectors)

    def __len__(self) -> int:
        return len(self._ids)

    def add(self, ids: IdVector, vectors: FloatMatrix) -> None:
        _check_dimension(vectors, self.dimension)
        self._ids = np.concatenate([self._ids, ids])
        self._vectors = np.concatenate([self._vectors, vectors.astype(np.float32, copy=False)])
        if np.any(self._ids[1:] < self._ids[:-1]):  # those added last most often have the highest numbers
            order = np.argsort(self._ids, kind="stable")
            self._ids, self._vectors = self._ids[order], self._vectors[order]

    @property
    def held(self) -> tuple[IdVector, FloatMatrix]:
        """Every id, ascending, and its vector."""
        return self._ids, self._vectors

    def remove(self, ids: IdVector) -> int:
        kept = ~np.isin(self._ids, ids)
        gone = len(self._ids) - int(kept.sum())
        self._ids, self._vectors = self._ids[kept], self._vectors[kept]
        return gone

    def search(self, queries: FloatMatrix, k: int) -> tuple[FloatMatrix, NDArray[np.int64]]:
        _check_dimension(queries, self.dimension)
        scores = queries @ self._vectors.T
        # With k best kept by partition, ties at the edge would fall anywhere; a full sort of ties only is cheap.
        found = np.full((len(queries), k), -1, np.int64)
        best = np.full((len(queries), k), -np.inf, np.float32)
        for row, each in enumerate(scores):
            places = best_places(each, k)
            found[row, : len(places)] = self._ids[places]
            best[row, : len(places)] = each[places]
        return best, found

    def reconstruct(self, ids: IdVector) -> FloatMatrix:
        places = np.searchsorted(self._ids, ids)
        if len(ids) and (len(self._ids) == 0 or np.any(self._ids[np.minimum(places, len(self._ids) - 1)] != ids)):
            raise KeyError("an id is not in the store")
        return np.asarray(self._vectors[places], np.float32)

    def copy(self) -> ExactStore:
        # Changes replace the arrays and never write into them, so both stores may share these.
        return ExactStore(self.dimension, self._ids, self._vectors)

    def save(self, folder: Path) -> None:
        ids, vectors = EXACT_FILES
        np.save(folder / ids, self._ids, allow_pickle=False)
        np.save(folder / vectors, self._vectors, allow_pickle=False)


class FaissStore:
    """FAISS: exact while small, from `approximate_from` vectors on inverted lists of 8-bit codes.

    Both kinds remove and reconstruct by id; scores of the approximate kind are those of the rounded vectors.
    """

    def __init__(self, dimension: int, approximate_from: int = APPROXIMATE_FROM, index: Any = None) -> None:
        import faiss

        # More threads make a single query slower.
        faiss.omp_set_num_threads(1)
        self.dimension = dimension
        self._approximate_from = approximate_from
        self._index = faiss.IndexIDMap2(faiss.IndexFlatIP(dimension)) if index is None else index

    @classmethod
    def open(cls, folder: Path, dimension: int, approximate_from: int = APPROXIMATE_FROM) -> FaissStore:
        """The store saved in a folder; read through Python, since FAISS cannot open every path on Windows."""
        import faiss

        index = faiss.deserialize_index(np.fromfile(folder / FAISS_FILE, np.uint8))
        if index.d != dimension:
            raise _wrong_dimension(index.d, dimension)
        return cls(dimension, approximate_from, index)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    @property
    def approximate(self) -> bool:
        """Whether the vectors are held as rounded codes in inverted lists."""
        return hasattr(self._index, "nprobe")

    def add(self, ids: IdVector, vectors: FloatMatrix) -> None:
        _check_dimension(vectors, self.dimension)
        ids, vectors = np.ascontiguousarray(ids, np.int64), np.ascontiguousarray(vectors, np.float32)
        if self.approximate or len(self) + len(ids) < self._approximate_from:
            self._index.add_with_ids(vectors, ids)
            return
        if len(self):
            import faiss

            ids = np.concatenate([faiss.vector_to_array(self._index.id_map), ids])
            vectors = np.concatenate([self._index.index.reconstruct_n(0, len(self)), vectors])
        self._index = _inverted_lists(ids, vectors)

    def remove(self, ids: IdVector) -> int:
        import faiss

        return int(self._index.remove_ids(faiss.IDSelectorArray(np.ascontiguousarray(ids, np.int64))))

    def search(self, queries: FloatMatrix, k: int) -> tuple[FloatMatrix, NDArray[np.int64]]:
        _check_dimension(queries, self.dimension)
        # A few more than asked for, so that ties at the edge are settled by id as in the exact store.
        scores, ids = self._index.search(np.ascontiguousarray(queries, np.float32), k + 8)
        scores[ids < 0] = -np.inf
        order = np.lexsort((np.where(ids < 0, np.iinfo(np.int64).max, ids), -scores))[:, :k]
        return np.take_along_axis(scores, order, 1), np.take_along_axis(ids, order, 1)

    def reconstruct(self, ids: IdVector) -> FloatMatrix:
        try:
            found = [self._index.reconstruct(int(each)) for each in ids]
        except RuntimeError as error:
            raise KeyError("an id is not in the store") from error
        return np.stack(found) if found else np.zeros((0, self.dimension), np.float32)

    def copy(self) -> FaissStore:
        import faiss

        index = faiss.deserialize_index(faiss.serialize_index(self._index))
        return FaissStore(self.dimension, self._approximate_from, index)

    def save(self, folder: Path) -> None:
        import faiss

        faiss.serialize_index(self._index).tofile(folder / FAISS_FILE)


def store_for(expected: int, dimension: int) -> VectorStore:
    """An empty store fit for about so many vectors."""
    return ExactStore(dimension) if expected < APPROXIMATE_FROM else FaissStore(dimension)


def enlarged(store: VectorStore, ids: IdVector, vectors: FloatMatrix) -> VectorStore:
    """The store with these added; where they are too many for an exact one, another with all of its vectors."""
    if isinstance(store, ExactStore) and len(store) + len(ids) >= APPROXIMATE_FROM:
        larger = store_for(len(store) + len(ids), store.dimension)
        held_ids, held = store.held
        larger.add(np.concatenate([held_ids, ids]), np.concatenate([held, vectors]))
        return larger
    # One of rounded vectors stays what it is when it shrinks: nothing gives them back what rounding took.
    store.add(ids, vectors)
    return store


def open_store(folder: Path, dimension: int) -> VectorStore:
    """The store saved in a folder, of whichever kind."""
    if (folder / FAISS_FILE).exists():
        return FaissStore.open(folder, dimension)
    return ExactStore.open(folder, dimension)


def best_places(scores: NDArray[np.float32], k: int) -> NDArray[np.int64]:
    """Places of the k highest scores, best first, ties by place."""
    if k < len(scores):
        edge = np.partition(scores, len(scores) - k)[len(scores) - k]
        places = np.flatnonzero(scores >= edge)
    else:
        places = np.arange(len(scores))
    return places[np.argsort(-scores[places], kind="stable")][:k]


def _inverted_lists(ids: IdVector, vectors: FloatMatrix) -> Any:
    import faiss

    dimension = vectors.shape[1]
    lists = faiss.IndexIVFScalarQuantizer(
        faiss.IndexFlatIP(dimension), dimension, CLUSTERS, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT
    )
    lists.by_residual = False
    lists.cp.seed = 1
    sample = np.random.default_rng(1).choice(len(vectors), min(_TRAINING, len(vectors)), replace=False)
    lists.train(vectors[np.sort(sample)])
    lists.nprobe = PROBES
    lists.set_direct_map_type(_HASHTABLE)
    lists.add_with_ids(vectors, ids)
    return lists


def _check_dimension(vectors: FloatMatrix, dimension: int) -> None:
    if vectors.ndim != 2 or vectors.shape[1] != dimension:
        raise _wrong_dimension(vectors.shape[-1], dimension)


def _wrong_dimension(found: int, expected: int) -> YoujuError:
    return YoujuError(f"Vectors of dimension {found} were given where {expected} is expected; rebuild the index.")
