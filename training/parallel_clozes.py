"""Questions across languages made out of parallel sentences: asked of the one, answered in the other.

What is asked for is a run of words whose translation stands together in the other sentence, so that words outside
neither run are translations of words inside the other (Koehn et al. 2003, consistent phrases); figures are equal.
"""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from index.types import FloatMatrix
from index.words import is_chinese
from qa.reading.candidates import Look
from qa.reading.matching import match
from qa.reading.pieces import Pieces, pieces
from training.clozes import chosen_run, cloze
from training.reader_examples import Vectors, question_words
from training.switching import Translations

AROUND = 2  # neighbouring sentences on each side, which are of the same text where the source is a text
MOST = {"tatoeba": 1600, "ntrex": 1900, "tico19": 2400, "sdg": 1000}  # of the sources that are prose
MOST_OF_OTHERS = 120
_SHORTEST, _LONGEST = 7, 60  # pieces
_TRIES = 4
_TRANSLATED = 0.25  # the least strength of a translation: the square root of its probability

Pair = tuple[str, str]


def parallel_clozes(
    path: Path, translations: Translations, vectors: Vectors, chance: random.Random
) -> Iterator[dict[str, Any]]:
    """Rows of a question set, each asked in one language of a few sentences in the other."""
    for source, pairs in _by_source(path).items():
        wanted = MOST.get(source, MOST_OF_OTHERS)
        for place in chance.sample(range(len(pairs)), min(len(pairs), 3 * wanted)):
            side = chance.randrange(2)
            if not (row := _row(pairs, place, side, translations, vectors, chance)):
                continue
            yield row
            wanted -= 1
            if not wanted:
                break


def _by_source(path: Path) -> dict[str, list[Pair]]:
    found: dict[str, list[Pair]] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)  # the names of the columns
        for line in lines:
            source, chinese, english = line.rstrip("\n").split("\t")
            found.setdefault(source, []).append((chinese, english))
    return found


def _row(
    pairs: Sequence[Pair], place: int, side: int, translations: Translations, vectors: Vectors, chance: random.Random
) -> dict[str, Any] | None:
    """`side` is that of the question, 0 for Chinese."""
    asking, telling = pieces(pairs[place][side]), pieces(pairs[place][1 - side])
    if not all(_SHORTEST <= len(each.row) <= _LONGEST for each in (asking, telling)):
        return None
    if any(map(is_chinese, asking.text)) == any(map(is_chinese, telling.text)):
        return None
    links = _links(asking, telling, translations, vectors)
    for _ in range(_TRIES):
        if not (chosen := chosen_run(asking, chance)):
            return None
        first, last, look = chosen
        if answer := _counterpart(asking, telling, links, first, last, look):
            before = [pair[1 - side] for pair in pairs[max(place - AROUND, 0) : place]]
            after = [pair[1 - side] for pair in pairs[place + 1 : place + 1 + AROUND]]
            gap = "" if side else " "
            context = gap.join((*before, telling.text, *after))
            start = len(gap.join((*before, ""))) + answer[0]
            text = context[start : start + answer[1] - answer[0]]
            question = cloze(asking, first, last, look, chance)
            return {"context": context, "question": question, "answers": [{"text": text, "start": start}]}
    return None


def _links(asking: Pieces, telling: Pieces, translations: Translations, vectors: Vectors) -> FloatMatrix:
    """(pieces asking, pieces telling): how well a piece is translated by another, where neither has a better one."""
    words = question_words(asking.text, translations)
    links = np.zeros((len(asking.row), len(telling.row)), dtype=np.float32)
    if not words:
        return links
    written = match(words, [telling], vectors).written
    rows = [asking.touched(word.start, word.end)[0] for word in words]
    np.maximum.at(links, rows, written)
    best = (links >= links.max(axis=0)) & (links >= links.max(axis=1, keepdims=True) * 0.8)
    return np.where(best & (links >= _TRANSLATED), links, 0)


def _counterpart(
    asking: Pieces, telling: Pieces, links: FloatMatrix, first: int, last: int, look: Look
) -> tuple[int, int] | None:
    """Offsets of what stands for a run, where it is plain that it does."""
    if look in (Look.FIGURE, Look.DATE):
        here = asking.figures_in(asking.row[first].start, asking.row[last - 1].end)
        same = [each for each in telling.figures if here and set(each.terms) & set(here[0].terms)]
        return (same[0].start, same[0].end) if len(same) == 1 and len(here) == 1 else None
    inside = links[first:last]
    content = [n for n in range(first, last) if asking.column("word")[n] and not asking.column("stop")[n]]
    if not content or not all(links[n].any() for n in content):
        return None
    touched = np.flatnonzero(inside.any(axis=0))
    begin, end = int(touched[0]), int(touched[-1]) + 1
    outside = np.concatenate([links[:first], links[last:]])
    stop, word = telling.column("stop"), telling.column("word")
    strange = any(word[n] and not stop[n] and not inside[:, n].any() for n in range(begin, end))
    if strange or outside[:, begin:end].any() or end - begin > 2 * (last - first) + 1:
        return None
    return telling.row[begin].start, telling.row[end - 1].end
