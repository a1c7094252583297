"""From documents to the arrays of an index, batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from corpus import Document, Passage, passages
from index.contents import CHINESE, ENGLISH, Contents, ContentsBuilder
from index.model import EmbeddedModel
from index.pairs import no_pairs, pair_postings
from index.postings import Postings
from index.sounding import untranslated
from index.types import Embedder, VectorStore
from index.vectors import store_for
from index.words import terms

Progress = Callable[[int], None]  # documents done so far
Stores = dict[int, VectorStore]  # by language group

_BATCH = 512  # documents worked on at once
_PAIRS_UP_TO = 100_000  # passages; beyond, pairs would triple the size of the index


@dataclass(frozen=True, slots=True)
class Parts:
    """All that an index consists of: documents and passages, postings of words and of pairs, vectors by language.

    `names` are terms without a translation, sorted; those of removed documents may linger.
    """

    contents: Contents
    words: Postings
    pairs: Postings
    stores: Stores
    names: tuple[str, ...]

    @property
    def pairs_given_up(self) -> bool:
        """Whether there were once too many passages for pairs, which then are missing for all of them."""
        return bool((self.pairs.lengths < 0).any())


def build(
    documents: Iterable[Document], embedder: Embedder, next_id: int = 0, progress: Progress | None = None
) -> Parts:
    """The parts of an index of these documents; passage ids count up from `next_id`."""
    contents = ContentsBuilder(next_id)
    words: list[Postings] = []
    names: set[str] = set()
    pairs: list[Postings] | None = []
    vectors = [np.zeros((0, embedder.dimension), np.float32)]
    remaining, done = iter(documents), 0
    while batch := list(islice(remaining, _BATCH)):
        cut = [passages(document) for document in batch]
        for document, pieces in zip(batch, cut, strict=True):
            contents.add(document, pieces)
        found = [passage for pieces in cut for passage in pieces]
        found_terms = [terms(passage.text) for passage in found]
        words.append(Postings.of([*own, *_terms_above(each)] for own, each in zip(found_terms, found, strict=True)))
        vectors.append(_embedded(embedder, found, found_terms))
        names |= untranslated({term for each in found_terms for term in each} - names)
        if pairs is not None:
            pairs.append(pair_postings([each.text for each in found]))
            if sum(len(each.lengths) for each in pairs) > _PAIRS_UP_TO:
                pairs = None
        done += len(batch)
        if progress:
            progress(done)
    built = contents.contents()
    merged_pairs = no_pairs(len(built.passages)) if pairs is None else Postings.merged(pairs)
    return Parts(built, Postings.merged(words), merged_pairs, _stores(built, np.concatenate(vectors)), _sorted(names))


def changed(parts: Parts, keep: NDArray[np.bool_], added: Parts) -> Parts:
    """The parts without the documents whose flag is False, (documents,), followed by what was added."""
    stays = keep[parts.contents.passages["document"]] if len(keep) else np.zeros(0, bool)
    gone = np.asarray(parts.contents.passages["id"][~stays])
    return Parts(
        parts.contents.kept(keep).joined(added.contents),
        Postings.merged([parts.words.kept(stays), added.words]),
        _changed_pairs(parts, stays, added),
        {group: _changed_store(store, gone, added, group) for group, store in parts.stores.items()},
        _sorted({*parts.names, *added.names}),
    )


def _sorted(names: set[str]) -> tuple[str, ...]:
    return tuple(sorted(names))


def _changed_pairs(parts: Parts, stays: NDArray[np.bool_], added: Parts) -> Postings:
    total = int(stays.sum()) + len(added.contents.passages)
    given_up = any(each.pairs_given_up for each in (parts, added))
    if given_up or total > _PAIRS_UP_TO:
        return no_pairs(total)
    return Postings.merged([parts.pairs.kept(stays), added.pairs])


def _changed_store(old: VectorStore, gone: NDArray[np.int64], added: Parts, group: int) -> VectorStore:
    # A copy, so that searches under way in other threads keep the store they began with.
    store = old.copy()
    store.remove(gone)
    ids = np.asarray(added.contents.passages["id"][added.contents.groups() == group])
    if len(ids):
        store.add(ids, added.stores[group].reconstruct(ids))
    return store


def _stores(contents: Contents, vectors: NDArray[np.float32]) -> Stores:
    groups, stores = contents.groups(), {}
    for group in (CHINESE, ENGLISH):
        ids = np.asarray(contents.passages["id"][groups == group])
        stores[group] = store_for(len(ids), vectors.shape[1])
        stores[group].add(ids, vectors[groups == group])
    return stores


def _terms_above(passage: Passage) -> list[str]:
    """The terms of the title and the headings that the passage stands under, once each; its own are in its text."""
    above = [heading for heading in (passage.title, *passage.heading) if heading not in passage.text]
    return list(dict.fromkeys(term for heading in above for term in _heading_terms(heading)))


@lru_cache(maxsize=4096)
def _heading_terms(heading: str) -> tuple[str, ...]:
    return tuple(terms(heading))


def _embedded(embedder: Embedder, found: Sequence[Passage], words: Sequence[Sequence[str]]) -> NDArray[np.float32]:
    if isinstance(embedder, EmbeddedModel):
        return embedder.embed_terms(words)  # as its embed_documents, without cutting the words a second time
    return embedder.embed_documents([passage.text for passage in found])
