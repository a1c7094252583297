"""From documents to the arrays of an index, batch by batch."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

import numpy as np
from numpy.typing import NDArray

from corpus import Document, Passage, passages
from index.contents import CHINESE, ENGLISH, Contents, ContentsBuilder
from index.model import EmbeddedModel
from index.numbering import NumberedTexts, Numbering
from index.pairs import no_pairs, pair_postings
from index.postings import Postings
from index.sounding import untranslated
from index.types import Embedder, FloatMatrix, VectorStore
from index.vectors import ExactStore, enlarged, store_for
from index.words import terms, terms_of_sentences

Progress = Callable[[int], None]  # documents done so far
Stores = dict[int, VectorStore]  # by language group

_BATCH = 512  # documents worked on at once
_MANY = 4 * _BATCH  # from so many documents on, starting further processes pays
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


@dataclass(frozen=True, slots=True, eq=False)
class _Batch:
    """What was made of some documents; `pairs` is None where they are not searched by pairs."""

    contents: Contents
    words: Postings
    pairs: Postings | None
    vectors: FloatMatrix
    names: set[str]


def build(
    documents: Iterable[Document],
    embedder: Embedder,
    next_id: int = 0,
    progress: Progress | None = None,
    joining: bool = False,
) -> Parts:
    """The parts of an index of these documents; passage ids count up from `next_id`.

    Of those `joining` others no vector is rounded, however many they are: that is done once, where they are joined.
    """
    batches: list[_Batch] = []
    done = 0
    for batch in _batches(documents, embedder):
        batches.append(batch)
        done += len(batch.contents.documents)
        if progress:
            progress(done)
    contents = Contents.merged([batch.contents for batch in batches])
    contents.passages["id"] = np.arange(next_id, next_id + len(contents.passages))
    pairs = [batch.pairs for batch in batches if batch.pairs is not None]
    few = len(pairs) == len(batches) and len(contents.passages) <= _PAIRS_UP_TO
    return Parts(
        contents,
        Postings.merged([batch.words for batch in batches]),
        Postings.merged(pairs) if few else no_pairs(len(contents.passages)),
        _stores(contents, batches, embedder.dimension, exact=joining),
        _sorted(set().union(*(batch.names for batch in batches))),
    )


def _batches(documents: Iterable[Document], embedder: Embedder) -> Iterator[_Batch]:
    """The batches in order; many documents are worked on by a process for each core."""
    listed = iter(documents)
    first = list(islice(listed, _MANY))
    passages_seen = 0
    batches = _cut(chain(first, listed))
    # Another embedder may hold what cannot be sent to a process.
    if len(first) < _MANY or not isinstance(embedder, EmbeddedModel):
        for batch in batches:
            found = _worked(batch, embedder, passages_seen <= _PAIRS_UP_TO)
            passages_seen += len(found.contents.passages)
            yield found
        return
    from joblib import Parallel, delayed

    with Parallel(n_jobs=-1, return_as="generator") as parallel:
        for found in parallel(delayed(_worked)(batch, None, passages_seen <= _PAIRS_UP_TO) for batch in batches):
            passages_seen += len(found.contents.passages)
            yield found


def _cut(documents: Iterator[Document]) -> Iterator[list[Document]]:
    while batch := list(islice(documents, _BATCH)):
        yield batch


def _worked(documents: Sequence[Document], embedder: Embedder | None, with_pairs: bool) -> _Batch:
    """A batch of the documents; the embedded model is taken where no embedder is given."""
    contents = ContentsBuilder()
    found: list[Passage] = []
    found_terms: list[list[str]] = []
    for document in documents:
        pieces = passages(document)
        by_sentence = [terms_of_sentences(passage.text) for passage in pieces]
        contents.add(document, pieces, by_sentence)
        found += pieces
        found_terms += [[*chain.from_iterable(each)] for each in by_sentence]
    numbering = Numbering()
    own = numbering.numbered(found_terms)
    names, vectors = untranslated(numbering.terms), _embedded(embedder, found, numbering.terms, own)
    above = numbering.numbered([_terms_above(each) for each in found])
    return _Batch(
        contents.contents(),
        Postings.of_numbered(numbering.terms, own, above),
        pair_postings([each.text for each in found]) if with_pairs else None,
        vectors,
        names,
    )


def changed(parts: Parts, keep: NDArray[np.bool_], added: Parts) -> Parts:
    """The parts without the documents whose flag is False, (documents,), followed by what was added."""
    if not keep.any():
        return added
    stays = keep[parts.contents.passages["document"]]
    gone = np.asarray(parts.contents.passages["id"][~stays])
    return Parts(
        Contents.merged([parts.contents.kept(keep), added.contents]),
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
    return enlarged(store, ids, added.stores[group].reconstruct(ids)) if len(ids) else store


def _stores(contents: Contents, batches: Sequence[_Batch], dimension: int, exact: bool) -> Stores:
    groups, stores = contents.groups(), {}
    for group in (CHINESE, ENGLISH):
        ids = np.asarray(contents.passages["id"][groups == group])
        vectors = [batch.vectors[batch.contents.groups() == group] for batch in batches]
        store = ExactStore(dimension) if exact else store_for(len(ids), dimension)
        store.add(ids, np.concatenate([np.zeros((0, dimension), np.float32), *vectors]))
        stores[group] = store
    return stores


def _terms_above(passage: Passage) -> list[str]:
    """The terms of the title and the headings that the passage stands under, once each; its own are in its text."""
    above = [heading for heading in (passage.title, *passage.heading) if heading not in passage.text]
    return list(dict.fromkeys(term for heading in above for term in _heading_terms(heading)))


@lru_cache(maxsize=4096)
def _heading_terms(heading: str) -> tuple[str, ...]:
    return tuple(terms(heading))


def _embedded(
    embedder: Embedder | None, found: Sequence[Passage], terms: Sequence[str], numbered: NumberedTexts
) -> FloatMatrix:
    """The vectors of passages, of the embedded model where no embedder is given."""
    model = embedder or EmbeddedModel.load()
    if isinstance(model, EmbeddedModel):
        return model.embed_numbered(terms, numbered)  # as its embed_documents, without cutting the words a second time
    return model.embed_documents([passage.text for passage in found])
