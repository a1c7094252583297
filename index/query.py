"""A question as the index sees it: its words, their translations and paraphrases, its vector."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from corpus.language import Language, question_language
from index.folding import fold
from index.paraphrases import Likely, likeliest, paraphrases
from index.translate import phrase_translations, translations
from index.types import Embedder, FloatVector
from index.words import Token, TokenKind, is_chinese, stem, tokens


@dataclass(frozen=True, slots=True)
class QueryTerm:
    """A word of the question at half-open offsets; `alternatives` are itself with 1.0, then its translations.

    `sounds` are names of the searched collection that it may be, alone or with the words beside it, with confidences;
    `together` are the translations of phrases that it is part of, `paraphrases` words of either language that may say
    the same. `capitalised` tells how it stands, `joined` how it is spelt as one word with the capitalised words beside
    it, in either order: shaogang, gangshao.
    """

    term: str
    start: int
    end: int
    alternatives: tuple[tuple[str, float], ...]
    sounds: tuple[tuple[str, float], ...] = ()
    capitalised: bool = False
    joined: tuple[str, ...] = ()
    together: tuple[tuple[str, float], ...] = ()
    paraphrases: tuple[tuple[str, float], ...] = ()

    def ways(self, translated: float, heard: float) -> set[str]:
        """What it may be in a text: itself, translations and names that it sounds like, at least so likely."""
        named = {sound for sound, sure in self.sounds if sure >= heard}
        return named.union(way for way, likely in (*self.alternatives, *self.together) if likely >= translated)

    def __hash__(self) -> int:
        """Not of all alternatives: what is found of a question is kept by its words."""
        return hash((self.term, self.start))


Forms = dict[str, list[tuple[int, float]]]  # a term: which words of a question it may be, and how strongly


_ABROAD = 0.5  # of how strongly a paraphrase matches: how strongly one of the other language does


@lru_cache(maxsize=4)
def forms_of(words: tuple[QueryTerm, ...]) -> Forms:
    """What the words may be, each as strongly as the square root of its probability; kept for a question's next step.

    A paraphrase of the other language has come through two steps: it finds what to read, and says less about it.
    """
    found: Forms = {}
    for place, word in enumerate(words):
        for term, probability in (*word.alternatives, *word.sounds, *word.together):
            found.setdefault(term, []).append((place, probability**0.5))
        chinese = is_chinese(word.term)
        for term, probability in word.paraphrases:
            sure = 1.0 if is_chinese(term) == chinese else _ABROAD
            found.setdefault(term, []).append((place, sure * probability**0.5))
    return found


@dataclass(frozen=True, slots=True, eq=False)
class Query:
    """`terms` are distinct and without stop words, in the order of their first occurrence.

    `phrases` are neighbouring English words that have a Chinese word of their own together ("artifici intellig").
    """

    text: str
    language: Language
    terms: tuple[QueryTerm, ...]
    vector: FloatVector
    phrases: tuple[QueryTerm, ...] = ()

    def surface(self, term: QueryTerm) -> str:
        """A word as the question writes it."""
        return self.text[term.start : term.end]


def analyse(text: str, embedder: Embedder) -> Query:
    """Make a question ready for search; one without any word has no terms and may have a zero vector."""
    found: dict[str, QueryTerm] = {}
    cut = tokens(text)
    names = _joined(text)
    phrases = tuple(phrases_of(text, cut))
    expressions = expressions_of(text, cut)
    for token in (_measured(text, each) for each in cut):
        if token.kind is not TokenKind.STOP and token.term not in found:
            found[token.term] = QueryTerm(
                token.term,
                token.start,
                token.end,
                ((token.term, 1.0), *translations(token.term)),
                capitalised=text[token.start : token.start + 1].isupper(),
                joined=names.get(token.start, ()),
                together=together(token, phrases),
                paraphrases=rephrased(text, token, expressions),
            )
    vector = embedder.embed_queries([text])[0]
    return Query(text, question_language(text), tuple(found.values()), vector, phrases)


def _measured(text: str, token: Token) -> Token:
    """Of a question for a measure the word that tells which, where it ends the question: 深 of 多深?."""
    if token.kind is TokenKind.STOP and _MEASURED.fullmatch(token.term) and _ENDS.match(text, token.end):
        return Token(token.term[-1], token.end - 1, token.end, TokenKind.WORD)
    return token


def together(token: Token, phrases: Sequence[QueryTerm]) -> tuple[tuple[str, float], ...]:
    """The translations of the phrases that a word is part of."""
    within = (phrase for phrase in phrases if phrase.start <= token.start and token.end <= phrase.end)
    return tuple(other for phrase in within for other in phrase.alternatives[1:])


def phrases_of(text: str, cut: Sequence[Token]) -> Iterator[QueryTerm]:
    """The pairs of neighbouring words that have a Chinese word together; `cut` are the text's tokens."""
    for first, second in _neighbours(text, cut):
        if TokenKind.STOP not in (first.kind, second.kind) and (known := phrase_translations(first.term, second.term)):
            term = f"{first.term} {second.term}"
            yield QueryTerm(term, first.start, second.end, ((term, 1.0), *known))


def expressions_of(text: str, cut: Sequence[Token]) -> dict[int, Likely]:
    """For the start of a word of an expression of two, what says the same as both: took over, how often."""
    found: dict[int, Likely] = {}
    for first, second in _neighbours(text, cut):
        if known := paraphrases(f"{first.term} {second.term}"):
            found[(second if first.kind is TokenKind.STOP else first).start] = known
    return found


def rephrased(text: str, token: Token, expressions: dict[int, Likely]) -> Likely:
    """What may say the same as a word, or as the expression that it stands for; nothing says the same as a name."""
    if token.start and text[token.start].isupper():
        return ()
    own, others = paraphrases(token.term), expressions.get(token.start)
    return likeliest((*own, *others)) if others else own


def _neighbours(text: str, cut: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Words side by side, stop words among them."""
    words = [token for token in cut if token.kind in (TokenKind.WORD, TokenKind.STOP)]
    return ((one, other) for one, other in pairwise(words) if text[one.end : other.start] in (" ", "-"))


_MEASURED, _ENDS = re.compile("多[深高宽重]"), re.compile(r"\s*(?:$|[?？,，。;；])")  # 多长 may be of time
_FULL_NAME = re.compile(r"(?<!\w)(?=([A-Z][a-zü]+) ([A-Z][a-zü]+)(?!\w))")


def _joined(text: str) -> dict[int, tuple[str, ...]]:
    """For the start of each capitalised word beside another one, how the two are spelt as one word."""
    found: dict[int, tuple[str, ...]] = {}
    for pair in _FULL_NAME.finditer(text):
        one, other = fold(pair[1]).text, fold(pair[2]).text
        for start in (pair.start(1), pair.start(2)):
            found[start] = (*found.get(start, ()), stem(one + other), stem(other + one))
    return found
