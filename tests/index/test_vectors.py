"""Every store keeps the same contract; the exact one is the ground truth for scores."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from corpus import YoujuError
from index.types import VectorStore
from index.vectors import APPROXIMATE_FROM, ExactStore, FaissStore, enlarged, open_store, store_for

DIMENSION = 16
STORES = [
    pytest.param(lambda: ExactStore(DIMENSION), id="exact"),
    pytest.param(lambda: FaissStore(DIMENSION), id="faiss"),
]
Make = Callable[[], VectorStore]


def unit_vectors(rows: int, seed: int = 1) -> np.ndarray:
    vectors = np.random.default_rng(seed).normal(size=(rows, DIMENSION)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.mark.parametrize("make", STORES)
def test_scores_are_inner_products_best_first(make: Make) -> None:
    store = make()
    vectors = np.eye(DIMENSION, dtype=np.float32)[:3]
    store.add(np.array([5, 7, 9]), vectors)
    query = np.zeros((1, DIMENSION), np.float32)
    query[0, :3] = 0.6, 0.0, 0.8
    scores, ids = store.search(query, 2)
    assert ids.tolist() == [[9, 5]]
    assert scores[0] == pytest.approx([0.8, 0.6])


@pytest.mark.parametrize("make", STORES)
def test_ties_break_by_id_and_short_rows_are_filled(make: Make) -> None:
    store = make()
    same = np.repeat(unit_vectors(1), 3, axis=0)
    store.add(np.array([4, 8, 2]), same)
    scores, ids = store.search(same[:1], 5)
    assert ids.tolist() == [[2, 4, 8, -1, -1]]
    assert scores[0, 3:].tolist() == [-np.inf, -np.inf]


@pytest.mark.parametrize("make", STORES)
def test_removed_ids_are_found_no_more(make: Make) -> None:
    store = make()
    vectors = unit_vectors(20)
    store.add(np.arange(20) * 3, vectors)
    assert store.remove(np.array([3, 9, 1000])) == 2
    assert len(store) == 18
    _, ids = store.search(vectors[1:2], 20)
    assert not {3, 9} & set(ids[0].tolist())
    with pytest.raises(KeyError):
        store.reconstruct(np.array([9]))


@pytest.mark.parametrize("make", STORES)
def test_reconstructs_in_the_order_asked_for(make: Make) -> None:
    store, vectors = make(), unit_vectors(10)
    store.add(np.arange(10), vectors)
    assert np.allclose(store.reconstruct(np.array([7, 0])), vectors[[7, 0]])
    assert store.reconstruct(np.zeros(0, np.int64)).shape == (0, DIMENSION)


@pytest.mark.parametrize("make", STORES)
def test_a_copy_lives_its_own_life(make: Make) -> None:
    store, vectors = make(), unit_vectors(4)
    store.add(np.arange(3), vectors[:3])
    copy = store.copy()
    copy.add(np.array([3]), vectors[3:])
    copy.remove(np.array([0]))
    assert (len(store), len(copy)) == (3, 3)
    assert store.search(vectors[:1], 1)[1].tolist() == [[0]]


@pytest.mark.parametrize("make", STORES)
def test_saved_and_opened_again_under_a_chinese_path(make: Make, tmp_path: Path) -> None:
    folder = tmp_path / "索引 一"
    folder.mkdir()
    store, vectors = make(), unit_vectors(30)
    store.add(np.arange(30), vectors)
    store.save(folder)
    opened = open_store(folder, DIMENSION)
    assert type(opened) is type(store)
    for saved, read in zip(store.search(vectors[:5], 4), opened.search(vectors[:5], 4), strict=True):
        assert np.array_equal(saved, read)


@pytest.mark.parametrize("make", STORES)
def test_a_wrong_dimension_is_told(make: Make) -> None:
    with pytest.raises(YoujuError, match=r"dimension 3 .* 16"):
        make().add(np.array([1]), np.ones((1, 3), np.float32))
    with pytest.raises(YoujuError, match=r"dimension 3 .* 16"):
        make().search(np.ones((1, 3), np.float32), 1)


def test_faiss_scores_are_those_of_the_exact_store() -> None:
    exact, faiss = ExactStore(DIMENSION), FaissStore(DIMENSION)
    vectors, queries = unit_vectors(500), unit_vectors(20, seed=2)
    for store in (exact, faiss):
        store.add(np.arange(500), vectors)
    (scores, ids), (faiss_scores, faiss_ids) = exact.search(queries, 10), faiss.search(queries, 10)
    assert np.array_equal(ids, faiss_ids)
    assert np.allclose(scores, faiss_scores, atol=1e-6)


def test_the_approximate_kind_finds_most_of_the_best_with_nearly_their_scores() -> None:
    rows = 50_000
    centres = unit_vectors(200)
    vectors = centres[np.arange(rows) % 200] + 0.5 * unit_vectors(rows, seed=3)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    exact, approximate = ExactStore(DIMENSION), FaissStore(DIMENSION, approximate_from=rows)
    for store in (exact, approximate):
        store.add(np.arange(rows), vectors)
    assert approximate.approximate
    (scores, ids), (near_scores, near_ids) = exact.search(vectors[:50], 10), approximate.search(vectors[:50], 10)
    recall = np.mean([len(set(a) & set(b)) / 10 for a, b in zip(ids, near_ids, strict=True)])
    assert recall > 0.9
    assert np.allclose(scores[:, 0], near_scores[:, 0], atol=0.02)
    assert approximate.remove(ids[:, 0]) == len(set(ids[:, 0].tolist()))
    assert not set(approximate.search(vectors[:50], 10)[1].ravel()) & set(ids[:, 0].tolist())


def test_a_store_that_grows_too_large_to_be_exact_rounds_its_vectors_once() -> None:
    ids, vectors = np.arange(APPROXIMATE_FROM), unit_vectors(APPROXIMATE_FROM)
    at_once, half = store_for(APPROXIMATE_FROM, DIMENSION), APPROXIMATE_FROM // 2
    at_once.add(ids, vectors)
    small = store_for(half, DIMENSION)
    small.add(ids[:half], vectors[:half])
    grown = enlarged(small, ids[half:], vectors[half:])
    assert (type(small), type(grown), type(at_once)) == (ExactStore, FaissStore, FaissStore)
    some = np.array([0, half - 1, half, APPROXIMATE_FROM - 1])
    assert np.array_equal(grown.reconstruct(some), at_once.reconstruct(some))
    assert np.allclose(grown.reconstruct(some), vectors[some], atol=0.01)
    grown.remove(ids[:half])
    assert enlarged(grown, np.array([APPROXIMATE_FROM]), vectors[:1]) is grown
