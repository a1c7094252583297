"""One bilingual tokenizer for everything that needs words: Chinese words, English stems, figures by their value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

import rjieba

from corpus.sentences import sentences
from index.acronyms import ACRONYMS
from index.folding import Folded, fold
from index.quantities import quantities, quantities_of


class TokenKind(StrEnum):
    """STOP words say too little to search by; a SUBWORD is a word inside a longer Chinese word."""

    WORD = "word"
    SUBWORD = "subword"
    STOP = "stop"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True)
class Token:
    """A term and where it stands: half-open offsets of the original text. Quantities overlap the words they hold."""

    term: str
    start: int
    end: int
    kind: TokenKind


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...


_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3007\U00020000-\U0003ffff"
_LETTER = rf"[^\W_{_HAN}]"
# A run of Chinese characters, or U.S., R&D, a word.
PIECE = re.compile(rf"([{_HAN}]+)|((?:[a-z]\.){{2,}}[a-z]?|[a-z]&[a-z](?!{_LETTER})|{_LETTER}+(?:'{_LETTER}+)?)")
_HAN_CHARACTER = re.compile(rf"[{_HAN}]")

_ENGLISH = """
a about above after again against all also am an and any are as at be because been before being below between both
but by can could did do does doing down during each few for from further had has have having he her here hers him
his how i if in into is it its itself just may me might more most must my no nor not now of off on once only or
other our ours out over own same shall she should so some such than that the their theirs them then there these they
this those through to too under until up upon very was we were what when where whether which while who whom whose
why will with would you your yours please tell don't doesn't didn't isn't aren't wasn't weren't can't couldn't won't
wouldn't hasn't haven't hadn't shouldn't i'm you're he's she's it's we're they're i've you've we've they've that's
what's who's how's there's let's
"""
ENGLISH_STOP_WORDS = frozenset(_ENGLISH.split())
_CHINESE = """
的 了 在 是 和 与 及 或 也 都 就 而 并 且 但 于 对 对于 为 为了 以 以及 由 从 到 把 被 将 向 让
给 使 等 等等 之 其 这 那 这个 那个 这些 那些 它 他 她 它们 他们 她们 我 我们 你 你们 您 吗 呢 吧
啊 呀 哦 着 过 得 地 所 所以 因为 因此 如果 虽然 但是 然而 不 没 没有 有 又 还 还是 很 更 最 再 才
只 各 每 该 此 上 下 中 里 后 前 时 会 能 可 可以 要 不是 就是 什么 怎么 怎样 如何 为什么 为何 多少
几 几个 哪 哪个 哪些 哪里 哪儿 哪种 哪位 谁 何 何时 何地 何种 是否 有没有 请 请问 关于 根据 按照 通过
一个 一种 一些 被称 称为 叫做 叫 什麽 哪一 哪一个 的话 个 种
"""
CHINESE_STOP_WORDS = frozenset(_CHINESE.split())
STOP_WORDS = ENGLISH_STOP_WORDS | CHINESE_STOP_WORDS
# Question words with what they count, which are cut as one word: 哪家, 哪一年, 几人, 多长, 百分之几.
_ASKING = re.compile(
    "哪[^怕吒].{0,2}|几[个家名位人种项年次天条所座件场本部成折倍]|多[大长高远久深重宽快]|什么样|百分(?:之[几多]?)?"
)
_ASKING_STARTS = frozenset("哪几多什百")

_STEMS_KEPT = 500_000
_stems: dict[str, str] = {}


def _stemmer() -> _Stemmer:
    """A new one for every word, which takes a microsecond: it writes into itself, and threads must share none."""
    import snowballstemmer

    stemmer: _Stemmer = snowballstemmer.stemmer("english")
    return stemmer


def stem(word: str) -> str:
    """The stem of a folded English word; a possessive counts as its noun, an acronym loses its dots and a plural s."""
    known = _stems.get(word)
    if known is not None:
        return known
    if len(_stems) >= _STEMS_KEPT:
        _stems.clear()
    stemmed = _stems[word] = _stem(word)
    return stemmed


def _stem(word: str) -> str:
    if "." in word:
        return word.replace(".", "")
    word = word.partition("'")[0]
    for form in (word, word.removesuffix("s")):
        if form in ACRONYMS:
            return form
    return _stemmer().stemWord(word) if word.isascii() and word.isalpha() else word


@lru_cache(maxsize=16384)
def is_chinese(term: str) -> bool:
    """Whether a term is written in Chinese characters."""
    return _HAN_CHARACTER.match(term) is not None


def terms(text: str) -> list[str]:
    """The terms a text is indexed and searched by: those of `tokens`, stop words left out, in no order that matters."""
    return terms_of_each(text, (0,))[0]


def terms_of_each(text: str, starts: Sequence[int]) -> list[list[str]]:
    """The terms of each of the parts of a text that begin at `starts`, ascending: as if each stood alone."""
    folded = fold(text)
    pieces = list(PIECE.finditer(folded.text))
    found: list[list[str]] = [[] for _ in starts]
    following = [folded.place(start) for start in starts[1:]]
    part, place = 0, -1
    keep = found[0].append
    # One call for all pieces: a line break ends a word, so each one met stands for the next piece.
    for word in rjieba.cut_for_search("\n".join(["", *(piece[1] or "" for piece in pieces)])):
        if word == "\n":
            place += 1
            piece = pieces[place]
            while part < len(following) and piece.start() >= following[part]:
                part += 1
                keep = found[part].append
            other = piece[2]
            if other and other not in ENGLISH_STOP_WORDS and not other.isdigit():
                keep(_stems.get(other) or stem(other))
        elif word not in CHINESE_STOP_WORDS and (word[0] not in _ASKING_STARTS or not _ASKING.fullmatch(word)):
            keep(word)
    for own, (start, end) in zip(found, pairwise([*starts, len(text)]), strict=True):
        part_text = text[start:end]
        part_folded = Folded(folded.text[start:end]) if folded.origin is None else fold(part_text)
        for quantity in quantities_of(part_folded, part_text):  # "0\nm" is no length
            own += quantity.terms
    return found


def terms_of_sentences(text: str) -> list[list[str]]:
    """Those of each of the sentences of a text, in their order; some may have none."""
    starts = [span.start for span in sentences(text)]
    return terms_of_each(text, starts) if starts else []


@lru_cache(maxsize=1024)
def terms_kept(text: str) -> frozenset[str]:
    """Those of a short text that comes again and again: what stands above passages."""
    return frozenset(terms(text))


def says(text: str, forms: Set[str]) -> bool:
    """Whether a text has one of some terms; a Chinese one however it is cut into words."""
    return bool(forms & terms_kept(text)) or any(form in text for form in forms if is_chinese(form[0]))


def tokens(text: str) -> list[Token]:
    """Every token of a text, stop words flagged, by start and then from the longest to the shortest."""
    return list(_tokens(text))


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[Token, ...]:
    """Kept, because a question is cut into its words by one step after another."""
    found = [*_words(fold(text)), *_figures(text)]
    return tuple(sorted(found, key=lambda token: (token.start, -token.end)))


def _words(folded: Folded) -> Iterator[Token]:
    for piece in PIECE.finditer(folded.text):
        if piece[1]:
            yield from _chinese(folded, piece.start(), piece.group())
        elif not piece[2].isdigit():
            kind = TokenKind.STOP if piece[2] in ENGLISH_STOP_WORDS else TokenKind.WORD
            yield Token(stem(piece[2]), *folded.span(*piece.span()), kind)


def _chinese(folded: Folded, offset: int, run: str) -> Iterator[Token]:
    # The subwords of a word come before it, so the words are told from a second, plain cut.
    words = {(start, end) for _, start, end in rjieba.tokenize(run, "default")}
    for term, start, end in rjieba.tokenize(run, "search"):
        kind = TokenKind.WORD if (start, end) in words else TokenKind.SUBWORD
        if term in CHINESE_STOP_WORDS or _ASKING.fullmatch(term):
            kind = TokenKind.STOP
        yield Token(term, *folded.span(offset + start, offset + end), kind)


def _figures(text: str) -> Iterator[Token]:
    for quantity in quantities(text):
        for term in quantity.terms:
            yield Token(term, quantity.start, quantity.end, TokenKind.QUANTITY)
