"""Which of the documents found a question names: by words of their titles, headings, files and openings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

import numpy as np
from numpy.typing import NDArray

from corpus import Passage
from index.query import Query, QueryTerm
from index.words import says

_LEAST = 0.3  # by how much what names another document must outweigh what only this sentence has of the question
_LIKELY = 0.1  # probability from which a translation may be what stands there
_SOUNDS = 0.8  # how sure it has to be that a name is heard there
_NAME = 2.0  # what a name weighs against another word
_OPENING = re.compile(r"\s*[^\n]{1,80}(?<![\s。.！!？?；;，,：:])(?=\n)")  # no sentence that running text begins with
_PARTS_OF_STEM = re.compile(r"[_\W]+|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")  # flat3, cv_khan

Told = tuple[Passage, str]  # a sentence and where it stands


@dataclass(frozen=True, slots=True)
class Named:
    """The ids of the documents that a question names, its names that name them, and which sentences may be read.

    None, and all of them, where it names no document rather than another.
    """

    documents: frozenset[str]
    words: frozenset[str]
    meant: tuple[bool, ...]


def named(query: Query, told: Sequence[Told], opening: Callable[[str], str]) -> Named:
    """What a question names of the documents of some sentences; `opening` tells how the one with an id begins.

    A document is not meant where the question has words that it lacks and that name another one found, and these
    outweigh the words that it has and that one lacks. Of such a document a sentence may be read that says the names
    itself, or stands in a passage that says the other words: it may be told there. A word weighs more the fewer of the
    documents hold it, and a name more than another.
    """
    nothing = Named(frozenset(), frozenset(), (True,) * len(told))
    passages = {(each.document_id, each.start): each for each, _ in told}
    documents = list(dict.fromkeys(each.document_id for each in passages.values()))
    if len(documents) < 2 or not query.terms:
        return nothing
    is_name = np.array([_is_name(term) for term in query.terms])
    label = _labelled(query, is_name, list(passages.values()), documents, opening)
    telling: NDArray[np.bool_] = np.logical_or.reduce(label) & ~np.logical_and.reduce(label)
    if not telling.any():
        return nothing
    owners = np.array([documents.index(each.document_id) for each, _ in told])
    order = {passage: place for place, passage in enumerate(passages)}
    places = np.array([order[each.document_id, each.start] for each, _ in told])
    around = _held([each.text for each in passages.values()], query.terms)[places]
    held_by = np.array([label[n] | around[owners == n].any(axis=0) for n in range(len(documents))])
    weights = (1 - held_by.mean(axis=0)) * np.where(is_name, _NAME, 1.0)
    so_far = _held([text for _, text in told], query.terms)
    for place in set(places.tolist()):
        so_far[places == place] = np.logical_or.accumulate(so_far[places == place])
    held = label[owners] | np.where(is_name, so_far, around)
    abroad = np.array([each.language.chinese is not query.language.chinese for each, _ in told])
    lacks = ~held & (is_name | ~abroad[:, None])  # that the other language does not say a common word cannot be told
    won = (label[owners] & telling) * weights @ lacks.T  # (sentences, sentences): what only the first is named by
    lost = ~held @ (held * weights).T
    outweighed: NDArray[np.bool_] = won - lost >= _LEAST
    meant: NDArray[np.bool_] = np.logical_not(np.logical_or.reduce(outweighed, axis=0))
    if meant.all():
        return nothing
    read_of = {documents[owner] for owner, kept in zip(owners.tolist(), meant.tolist(), strict=True) if kept}
    chosen = [n for n, each in enumerate(documents) if (label[n] & telling).any() and each in read_of]
    words = (term.term for n, term in enumerate(query.terms) if is_name[n] and telling[n] and label[chosen][:, n].all())
    return Named(frozenset(documents[n] for n in chosen), frozenset(words), tuple(meant.tolist()))


def _labelled(
    query: Query,
    is_name: NDArray[np.bool_],
    passages: Sequence[Passage],
    documents: Sequence[str],
    opening: Callable[[str], str],
) -> NDArray[np.bool_]:
    """(documents, words): which words of the question stand in what names a document.

    A common word names none of the other language. Of two leases headed alike the house and the parties do.
    """
    labels, heads = _labels(passages), [_heads(passages, each) for each in documents]
    chinese = {each.document_id: each.language.chinese for each in passages}
    foreign = np.array([chinese[each] is not query.language.chinese for each in documents])
    found = _held([labels[each] for each in documents], query.terms) & (is_name | ~foreign[:, None])
    alike = [any(own & other for other in heads if other is not own) for own in heads]
    openings = [opening(each) if same else "" for each, same in zip(documents, alike, strict=True)]
    return np.asarray(found | (is_name & ~found.any(axis=0) & _held(openings, query.terms)))


def needless(query: Query, words: frozenset[str], told: Sequence[Told]) -> Query:
    """The question without those of some words, which name the document of the sentences, that these need not repeat.

    They are needed where a sentence says one with as much of the rest of the question as any other.
    """
    labels = _labels([passage for passage, _ in told])
    texts = [text for passage, text in told if text.strip() not in labels[passage.document_id]]
    others = [term for term in query.terms if term.term not in words]
    if not others:
        return query
    of_rest = _held(texts, others).sum(axis=1)
    kept = []
    for term in query.terms:
        saying = _held(texts, [term])[:, 0]
        most, beside = (of_rest[each].max(initial=0) for each in (saying, ~saying))
        if term.term not in words or (saying.any() and 2 * most > beside):
            kept.append(term)
    return replace(query, terms=tuple(kept))


def _labels(passages: Iterable[Passage]) -> dict[str, str]:
    """For each document what names it: its title, its file, the heading and the line that it opens with."""
    found: dict[str, dict[str, None]] = {}
    for each in passages:
        stem = _PARTS_OF_STEM.sub(" ", PurePosixPath(each.source).stem)
        found.setdefault(each.document_id, {}).update(dict.fromkeys((each.title, stem, *_head(each))))
    return {document: "\n".join(parts) for document, parts in found.items()}


def _head(passage: Passage) -> tuple[str, ...]:
    """The outermost heading above a passage, and the line that it opens the document with."""
    line = _OPENING.match(passage.text) if passage.start == 0 else None
    return (*passage.heading[:1], *((line[0].strip(),) if line else ()))


def _heads(passages: Iterable[Passage], document: str) -> set[str]:
    """The same of all passages of a document."""
    return {head for each in passages if each.document_id == document for head in _head(each)}


def _is_name(term: QueryTerm) -> bool:
    """Whether it is written as a name, holds a figure, or is in no table."""
    written = term.capitalised and term.start > 0
    return written or any(map(str.isdigit, term.term)) or (len(term.alternatives) == 1 and not term.paraphrases)


def _held(texts: Sequence[str], words: Sequence[QueryTerm]) -> NDArray[np.bool_]:
    """(texts, words): which texts say a word of the question, in whatever form."""
    forms = [word.ways(_LIKELY, _SOUNDS) for word in words]
    return np.array([[says(text, each) for each in forms] for text in texts], np.bool_).reshape(len(texts), len(words))
