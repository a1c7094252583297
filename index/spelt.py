"""Names that a question writes in pinyin and a text in characters, or the reverse, however these are cut into words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, pairwise, product

import numpy as np
from numpy.typing import NDArray

from index.folding import Folded, fold
from index.names import LONGEST_CHINESE, LONGEST_SYLLABLE, SURNAMES, characters_read, is_pinyin, readings, romanised
from index.pairs import Pairs
from index.query import Query, QueryTerm
from index.sounding import Sounding
from index.translate import translations
from index.words import Token, TokenKind, is_chinese, tokens

_WORD = re.compile(r"(?<![\w'])[A-Z][a-zü]+(?!\w)")
_CHINESE = re.compile(r"[\u4e00-\u9fff]{2,}")
_LONGEST = 4  # syllables
_LIKELY = 0.2  # of the passages that hold any of the names read so, the share that hold one at least
_MOST = 64  # names read so that are counted
_SURE, _WORDS = 0.8, 4  # how sure it has to be that words are a name by their sound, and how many may be taken together
_BEHIND_SURNAME = "某女先氏"  # 王某, 王女士, 王先生, 王氏: a surname by itself


@dataclass(frozen=True, slots=True)
class Collection:
    """What is asked of a collection: its pairs of characters, the rows of a term, its names.

    `chinese` are whether passages are told in Chinese: True, False, or both.
    """

    chinese: frozenset[bool]
    pairs: Pairs
    rows: Callable[[str], NDArray[np.int32]]
    sounding: Sounding

    def stands(self, term: str) -> bool:
        return len(self.rows(term)) > 0


def with_spelt(query: Query, collection: Collection) -> Query:
    """The query with the names of the other language that its words spell in pinyin, or that are its pinyin."""
    chinese = query.language.chinese
    if (not chinese) not in collection.chinese:
        return query
    sounds = _romanised(query, collection) if chinese else _in_characters(query, collection)
    for start, names in _transliterated(query, collection) if chinese else ():
        sounds[start] = names | sounds.get(start, {})
    return replace(query, terms=tuple(_heard(term, sounds.get(term.start, {})) for term in query.terms))


Sounds = dict[int, dict[str, float]]  # names with their likelihoods, by the start of the word of the question


def _in_characters(query: Query, collection: Collection) -> Sounds:
    """Of the capitalised words of an English question.

    A single one that has a translation in the collection, or is an English word, is no name.
    """
    words = [found for found in _WORD.finditer(query.text) if is_pinyin(fold(found.group()).text)]
    sounds: Sounds = {}
    for first, second in pairwise(words):
        if query.text[first.end() : second.start()] != " ":
            continue
        for order in ((first, second), (second, first)):
            found = _read("".join(fold(each.group()).text for each in order), collection.pairs)
            for word in (first, second) if found else ():
                sounds.setdefault(word.start(), {}).update(found)
    known = {term.start: term for term in query.terms}
    for word in words:
        term, spelt = known.get(word.start()), fold(word.group()).text
        if term and word.start() not in sounds and not _is_known(term, spelt, collection):
            sounds[word.start()] = _read(spelt, collection.pairs) or _read_surname(spelt, collection.pairs)
    return sounds


def _romanised(query: Query, collection: Collection) -> Sounds:
    """Of the characters of a Chinese question, the longest runs first.

    The one before a name is its surname where that stands in the collection too; else what is a word that the
    collection has a translation of is no name: 市长 is no Shichang.
    """
    sounds: Sounds = {}
    for stretch in _CHINESE.finditer(text := fold(query.text).text):
        start = stretch.start()
        while start < stretch.end() - 1:
            lengths = range(min(_LONGEST, stretch.end() - start), 1, -1)
            runs = ((start + length, spelt) for length in lengths for spelt in romanised(text[start : start + length]))
            end, name = next(((end, spelt) for end, spelt in runs if _is_name(spelt, collection)), (start + 1, ""))
            if not name:
                _sound_apart(query, text[start : start + 2], start, sounds, collection)
            surname = next(filter(collection.stands, readings(text[start - 1]) if name and start else ()), "")
            if surname:
                _sound(query, start - 1, start, surname, sounds)
            if surname or not _means(query, start, end, collection):
                _sound(query, start, end, name, sounds)
            start = end
    return sounds


def _transliterated(query: Query, collection: Collection) -> Iterator[tuple[int, dict[str, float]]]:
    """The words of a Chinese question that together sound like a Latin name, 米尔|布鲁克 like Millbrook, and that name.

    The longest runs first; a word by itself only where the collection has no translation of it.
    """
    cut = (token for token in tokens(query.text) if token.kind is not TokenKind.SUBWORD)
    words = [token for token in cut if is_chinese(token.term)]
    first = 0
    while first < len(words):
        last = next((n for n in range(first + 1, len(words)) if words[n - 1].end < words[n].start), len(words))
        runs = ((n, _named(query, words[first:n], collection)) for n in range(min(last, first + _WORDS), first, -1))
        end, names = next(((n, names) for n, names in runs if names), (first + 1, {}))
        if names:
            yield from ((word.start, names) for word in words[first:end])
        first = end


def _named(query: Query, words: Sequence[Token], collection: Collection) -> dict[str, float]:
    """The Latin names that sound like some words taken together, with their likelihoods."""
    if TokenKind.STOP in (words[0].kind, words[-1].kind):
        return {}
    if len(words) == 1 and _means(query, words[0].start, words[0].end, collection):
        return {}
    chinese = "".join(word.term for word in words)
    if len(chinese) > LONGEST_CHINESE:
        return {}
    return {name: sure for name, sure in collection.sounding.latin_like(chinese) if sure >= _SURE}


def _sound(query: Query, start: int, end: int, name: str, sounds: Sounds) -> None:
    """Note the name for every word that it stands in."""
    for term in query.terms if name else ():
        if term.start < end and start < term.end:
            sounds.setdefault(term.start, {})[name] = 1.0


def _sound_apart(query: Query, run: str, start: int, sounds: Sounds, collection: Collection) -> None:
    """Note two characters that begin with a surname, 白露, where both stand in one passage: Bai Lu."""
    if run[0] not in SURNAMES or _means(query, start, start + 2, collection):
        return
    for surname, given in product(*(filter(collection.stands, readings(character)) for character in run)):
        if np.isin(collection.rows(surname), collection.rows(given)).any():
            _sound(query, start, start + 1, surname, sounds)
            _sound(query, start + 1, start + 2, given, sounds)


def _is_name(spelt: str, collection: Collection) -> bool:
    """Whether letters are a name in the collection."""
    if collection.sounding.is_name(spelt):
        return True
    others = translations(spelt)
    return bool(others) and collection.stands(spelt) and _is_translated_as_name(spelt, others)


def _is_translated_as_name(spelt: str, others: Sequence[tuple[str, float]]) -> bool:
    """Whether some translation begins with what the letters spell, as that of Jinan does and that of Line does not."""
    begun = (other[:length] for other, _ in others for length in range(1, _LONGEST + 1))
    return any(spelt in romanised(each) for each in begun)


def _means(query: Query, start: int, end: int, collection: Collection) -> bool:
    """Whether a stretch is a word that the collection has a translation of."""
    words = (term for term in query.terms if (term.start, term.end) == (start, end))
    return any(collection.stands(other) for term in words for other, _ in term.alternatives[1:])


@dataclass(frozen=True, slots=True)
class HeardName:
    """A name of a text that a word of the question is heard as, the word's place, and how strongly it matches."""

    word: int
    name: str
    strength: float
    start: int
    end: int


def heard_in(words: Sequence[QueryTerm], text: str) -> Iterator[HeardName]:
    """The Chinese names heard in a question, wherever they stand in a text, however it is cut into words."""
    heard = [(n, *each) for n, word in enumerate(words) for each in word.sounds if is_chinese(each[0])]
    if not heard:
        return
    folded = _folded(text)
    for word, name, confidence in heard:
        for found in re.finditer(name, folded.text) if name in folded.text else ():
            yield HeardName(word, name, confidence**0.5, *folded.span(*found.span()))


@lru_cache(maxsize=1024)
def _folded(text: str) -> Folded:
    """Kept, because the same sentences are looked through for one question after another."""
    return fold(text)


def _heard(term: QueryTerm, found: dict[str, float]) -> QueryTerm:
    new = [each for each in found.items() if each[0] not in dict(term.sounds)]
    return replace(term, sounds=(*term.sounds, *new)) if new else term


def _is_known(term: QueryTerm, spelt: str, collection: Collection) -> bool:
    """Whether a word is translated in the collection, or is an English one."""
    others = term.alternatives[1:]
    return any(collection.stands(other) for other, _ in others) or (
        bool(others) and not _is_translated_as_name(spelt, others)
    )


def _read(spelt: str, pairs: Pairs) -> dict[str, float]:
    """The names of two characters and more that are read so and stand in the text."""
    read = (syllables for syllables in _cut(spelt) if len(syllables) > 1)
    runs = (_runs([characters_read(each) for each in syllables], pairs) for syllables in read)
    return _likely(set(chain.from_iterable(runs)), pairs)


def _read_surname(spelt: str, pairs: Pairs) -> dict[str, float]:
    return _likely(set(pairs.held(characters_read(spelt), _BEHIND_SURNAME)), pairs)


def _runs(characters: Sequence[str], pairs: Pairs) -> list[str]:
    """The runs of one of some characters after another of which all pairs stand somewhere."""
    runs = pairs.held(*characters[:2])
    for following in characters[2:]:
        runs = [run + pair[1] for run in runs for pair in pairs.held(run[-1], following)]
    return runs


def _likely(found: set[str], pairs: Pairs) -> dict[str, float]:
    """Each as likely as it is often held among all; those that hardly a passage holds are left out."""
    counts = {run: len(pairs.rows(run)) for run in sorted(found)[:_MOST]}
    total = sum(counts.values())
    return {run: count / total for run, count in counts.items() if count >= max(_LIKELY * total, 1)}


@lru_cache(maxsize=1024)
def _cut(spelt: str) -> tuple[tuple[str, ...], ...]:
    """The ways to cut letters into syllables, _LONGEST at most: xian is one or two."""
    return tuple(_cuts(spelt, _LONGEST))


def _cuts(spelt: str, most: int) -> Iterator[tuple[str, ...]]:
    if not spelt:
        yield ()
    for end in range(1, min(len(spelt), LONGEST_SYLLABLE) + 1 if most else 0):
        if characters_read(spelt[:end]):
            yield from ((spelt[:end], *rest) for rest in _cuts(spelt[end:], most - 1))
