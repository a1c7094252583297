"""Whether an index still agrees with itself."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from corpus import Document
from corpus.sentences import sentences
from index.build import Parts
from index.contents import unpacked


def problems(parts: Parts) -> list[str]:
    """What does not agree, one sentence each; empty when the index is sound."""
    return [*_counts(parts), *_documents(parts)]


def _counts(parts: Parts) -> Iterator[str]:
    passages = len(parts.contents.passages)
    if len(parts.words.lengths) != passages:
        yield f"Word search knows {len(parts.words.lengths)} passages, the index {passages}."
    vectors = sum(len(store) for store in parts.stores.values())
    if vectors != passages:
        yield f"There are {vectors} vectors for {passages} passages."


def _documents(parts: Parts) -> Iterator[str]:
    contents = parts.contents
    bounds = np.searchsorted(contents.passages["document"], np.arange(len(contents.documents) + 1))
    for number, entry in enumerate(contents.documents):
        text = contents.document(entry).text
        rows = range(int(bounds[number]), int(bounds[number + 1]))
        if len(rows) != entry.passages or len(text) != entry.characters:
            yield f"{entry.source}: its text or passages are not those it was indexed with."
        elif Document.from_text(text, entry.source).id != entry.id:
            yield f"{entry.source}: its text is not the one it was indexed with."
        elif any(text[each.start : each.end] != each.text for each in map(contents.passage, rows)):
            yield f"{entry.source}: a passage is no slice of its document."
        elif any(len(sentences(contents.passage(row).text)) != len(unpacked(contents.terms_of(row))) for row in rows):
            yield f"{entry.source}: the terms of a passage are not those of its sentences."
