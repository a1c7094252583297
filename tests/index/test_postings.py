"""Postings: what stands where, through merging and removal."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.pairs import Pairs, pair_postings
from index.postings import Postings, term_key

TEXTS = st.lists(st.lists(st.sampled_from(["a", "b", "c", "深圳", "基金"]), max_size=8), max_size=8)


def held(postings: Postings, term: str) -> dict[int, int]:
    rows, frequencies = postings.of_key(term_key(term))
    return dict(zip(rows.tolist(), frequencies.tolist(), strict=True))


def test_rows_and_frequencies() -> None:
    postings = Postings.of([["a", "b", "a"], [], ["b"]])
    assert held(postings, "a") == {0: 2}
    assert held(postings, "b") == {0: 1, 2: 1}
    assert held(postings, "c") == {}
    assert postings.lengths.tolist() == [3, 0, 1]


@given(TEXTS)
def test_the_counts_of_terms_are_of_the_texts_that_hold_them(texts: list[list[str]]) -> None:
    asked = ["a", "b", "c", "深圳", "基金", "d"]
    counts = Postings.of(texts).counts([term_key(term) for term in asked])
    assert counts.tolist() == [sum(term in text for text in texts) for term in asked]


def test_a_frequency_beyond_a_byte_stays_at_its_most() -> None:
    assert held(Postings.of([["a"] * 300]), "a") == {0: 255}


@given(TEXTS, TEXTS)
def test_merging_is_as_if_built_at_once(first: list[list[str]], second: list[list[str]]) -> None:
    merged = Postings.merged([Postings.of(first), Postings.of(second)])
    whole = Postings.of(first + second)
    for term in ("a", "b", "c", "深圳", "基金"):
        assert held(merged, term) == held(whole, term)
    assert merged.lengths.tolist() == whole.lengths.tolist()


@given(TEXTS, st.data())
def test_keeping_is_as_if_the_others_had_never_been(texts: list[list[str]], data: st.DataObject) -> None:
    keep = np.array([data.draw(st.booleans()) for _ in texts], bool)
    kept = Postings.of(texts).kept(keep)
    rest = Postings.of([text for text, stays in zip(texts, keep, strict=True) if stays])
    assert np.array_equal(kept.keys, rest.keys)
    for term in ("a", "b", "c", "深圳", "基金"):
        assert held(kept, term) == held(rest, term)


def test_pairs_fold_traditional_characters_and_stop_at_others() -> None:
    postings = pair_postings(["经济发展", "經濟，发展", "plain"])
    assert postings.lengths.tolist() == [3, 2, 0]
    assert sorted(np.diff(postings.starts).tolist()) == [1, 2, 2]


def test_pairs_of_some_characters_and_the_rows_of_a_run() -> None:
    pairs = Pairs(pair_postings(["裴守正说", "守正出奇", "羅曉鵬"]), np.zeros(3, np.int8))
    assert pairs.held("守裴", "正守出") == ["守正", "裴守"]
    assert pairs.held("罗", "晓小") == ["罗晓"]
    assert pairs.held("守", "") == pairs.held("", "正") == []
    assert pairs.rows("裴守正").tolist() == [0] and pairs.rows("守正").tolist() == [0, 1]
    assert pairs.rows("罗晓鹏").tolist() == [2] and pairs.rows("守").tolist() == pairs.rows("奇守").tolist() == []
