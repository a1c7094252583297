"""Which of the documents found a question names: by words of their titles, headings and files that the others lack."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

import numpy as np

from corpus import Passage
from index.query import Query, QueryTerm
from index.words import is_chinese, terms_kept

_LEAST = 0.3  # by how much what names another document must outweigh what only this passage has of the question
_LIKELY = 0.1  # probability from which a translation may be what stands there
_SOUNDS = 0.8
_NAME = 2.0  # what a name weighs against another word
_OPENING = re.compile(r"\s*[^\n]{1,80}(?<![\s。.！!？?；;，,：:])(?=\n)")  # no sentence that running text begins with
_PARTS_OF_STEM = re.compile(r"[_\W]+|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])")  # flat3, cv_khan


@dataclass(frozen=True, slots=True)
class Named:
    """`meant` are the passages, or sentences, to be read from; `said` the words that name their documents alone."""

    meant: list[bool]
    said: frozenset[str] = frozenset()


def named(query: Query, passages: Sequence[Passage], told: Sequence[str] = ()) -> Named:
    """Which passages, or sentences `told` in them, are meant: all but those of documents that the question names not.

    These are where the question has words, held neither by what names the document nor by the passage, that name
    another one found, and these outweigh the words that the passage has and that one lacks. A sentence has to say the
    names itself: that another machine is named beside is no news of it. A word weighs more the fewer documents hold it.
    """
    every = Named([True] * len(passages))
    documents = list(dict.fromkeys(each.document_id for each in passages))
    if len(documents) < 2 or not query.terms:
        return every
    owners = np.array([documents.index(each.document_id) for each in passages])
    names = _names_of(passages)
    forms = [_forms(term) for term in query.terms]
    by_label = np.array([[_holds(names[each], own) for own in forms] for each in documents], dtype=np.bool_)
    telling = by_label.any(axis=0) & ~by_label.all(axis=0)
    if not telling.any():
        return every
    like = [own | {form for form, _ in term.paraphrases} for own, term in zip(forms, query.terms, strict=True)]
    inside = np.array([[_holds(each.text, own) for own in like] for each in passages], dtype=np.bool_)
    held_by = np.array([by_label[n] | inside[owners == n].any(axis=0) for n in range(len(documents))])
    is_name = np.array([_is_name(query, term) for term in query.terms])
    weights = (1 - held_by.mean(axis=0)) * np.where(is_name, _NAME, 1.0)
    said = np.array([[_holds(each, own) for own in forms] for each in told or ("",) * len(passages)], dtype=np.bool_)
    if told:
        inside = np.where(is_name, said, inside)
    held = by_label[owners] | inside
    won = (by_label[owners] & telling) * weights @ ~held.T  # (passages, passages): what only the first is named by
    lost = ~held @ (held * weights).T
    meant = ~(won - lost >= _LEAST).any(axis=0)
    heads = [text.strip() in names[each.document_id] for text, each in zip(told, passages, strict=False)]
    needless = telling & by_label[owners[meant]].all(axis=0) & ~said[meant & ~np.array(heads or [True])].any(axis=0)
    words = (term.term for term, alone in zip(query.terms, needless, strict=True) if alone and not meant.all())
    return Named(meant.tolist(), frozenset(words))


def _names_of(passages: Sequence[Passage]) -> dict[str, str]:
    """For each document what names it: its title, its file, the heading and the line that it opens with."""
    found: dict[str, dict[str, None]] = {}
    for each in passages:
        stem = _PARTS_OF_STEM.sub(" ", PurePosixPath(each.source).stem)
        line = _OPENING.match(each.text) if each.start == 0 else None
        opening = line[0] if line else ""
        found.setdefault(each.document_id, {}).update(dict.fromkeys((each.title, stem, *each.heading[:1], opening)))
    return {document: "\n".join(parts) for document, parts in found.items()}


def _forms(term: QueryTerm) -> set[str]:
    """What a word of the question may be in a text."""
    others = (form for form, probability in (*term.alternatives, *term.together) if probability >= _LIKELY)
    heard = (sound for sound, sure in term.sounds if sure >= _SOUNDS)
    return {term.term, *others, *heard}


def _is_name(query: Query, term: QueryTerm) -> bool:
    """Whether it is written as a name, holds a figure, or is in no table."""
    written = term.capitalised and term.start > 0
    return written or any(map(str.isdigit, term.term)) or (len(term.alternatives) == 1 and not term.paraphrases)


def _holds(text: str, forms: set[str]) -> bool:
    """Whether a text has one of the forms; a Chinese one however it is cut into words."""
    return bool(forms & terms_kept(text)) or any(form in text for form in forms if is_chinese(form[0]))
