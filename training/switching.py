"""Text put word by word into the other language: what a question across languages looks like to the reader.

Each word is replaced by one of its translations, drawn by probability (code-switching); the words of the asking and the
commonest function words by their counterparts, which the tables leave out; and the asking stands where the other
language has it.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from corpus import Language
from index.model import EmbeddedModel
from index.query import Query, QueryTerm
from index.translate import translations
from index.words import is_chinese
from qa.reading.pieces import Pieces, pieces

Translations = Callable[[str], Sequence[tuple[str, float]]]
Switched = tuple[str, list[tuple[int, int]]]  # a text, and where each piece of the original stands in it

_TO_ENGLISH = {
    "谁": "who", "哪位": "who", "什么": "what", "什麽": "what", "哪个": "which", "哪": "which", "哪一个": "which",
    "哪些": "which", "哪种": "which", "哪里": "where", "哪儿": "where", "何地": "where", "何时": "when",
    "为什么": "why", "为何": "why", "多少": "how many", "几": "how many", "几个": "how many", "怎么": "how",
    "怎样": "how", "如何": "how", "多久": "how long", "哪年": "which year", "哪一年": "which year",
    "哪天": "which day", "哪家": "which company", "哪国": "which country", "是": "is", "在": "in", "于": "in",
    "由": "by", "被": "by", "和": "and", "与": "and", "及": "and", "从": "from", "到": "to", "对": "for", "为": "for",
    "的": "of",
}  # fmt: skip
_TO_CHINESE = {
    "who": "谁", "whom": "谁", "whose": "谁的", "what": "什么", "which": "哪个", "where": "哪里", "when": "什么时候",
    "why": "为什么", "how": "如何", "of": "的", "and": "和", "in": "在", "at": "在", "on": "在", "by": "由",
    "from": "从", "to": "到", "for": "为", "is": "是", "are": "是", "was": "是", "were": "是", "or": "或",
    "not": "不", "with": "与", "as": "作为",
}  # fmt: skip
_HOW_MANY = {"mani": "多少", "much": "多少", "long": "多久", "old": "几岁", "far": "多远", "high": "多高"}
_ASKING = frozenset({"who", "what", "which", "where", "when", "why", "how"})
_ALONE = frozenset({"who", "where", "when", "why"})  # the others go on to say of what
_AUXILIARIES = ("is", "are", "was", "were", "did", "does", "has")
_FRONTED, _WITH_AUXILIARY, _LAST = 0.8, 0.7, 0.4


def switched_text(text: str, translations: Translations, chance: random.Random) -> Switched:
    """A sentence in the other language, in its own order; what has no translation stays, articles go."""
    parts, chinese = _parts(pieces(text), translations, chance)
    return _joined(parts, range(len(parts)), chinese)


def switched_question(text: str, translations: Translations, chance: random.Random) -> str:
    """A question in the other language: an English one mostly begins with what it asks, a Chinese one may end so."""
    parts, chinese = _parts(pieces(text), translations, chance)
    asking = next((n for n, part in enumerate(parts) if part.split(" ")[0] in _ASKING or part in _HELD), None)
    order = list(range(len(parts)))
    if asking is not None and not chinese and chance.random() < _FRONTED:
        alone = parts[asking] in _ALONE or not parts[asking + 1 : asking + 2] or not parts[asking + 1].isalnum()
        moved = order[asking : asking + (1 if alone else 2)]
        order = [*moved, *(n for n in order if n not in moved)]
        if chance.random() < _WITH_AUXILIARY:
            last = moved[-1]
            parts[last] = f"{parts[last]} {chance.choice(_AUXILIARIES)}"
    elif asking == 0 and chinese and chance.random() < _LAST:
        order = [*order[1:-1], 0, order[-1]] if len(order) > 2 else order
        parts[0] = f"是{parts[0]}"
    return _joined(parts, order, chinese)[0]


_HELD = frozenset(_TO_CHINESE[word] for word in _ASKING) | frozenset(_HOW_MANY.values())


def _parts(sentence: Pieces, translations: Translations, chance: random.Random) -> tuple[list[str], bool]:
    """What each piece becomes, "" where nothing; and whether that is Chinese."""
    to_chinese = not sentence.column("chinese").any()
    parts: list[str] = []
    word, stop = sentence.column("word"), sentence.column("stop")
    for n, piece in enumerate(sentence.row):
        surface = sentence.text[piece.start : piece.end]
        if stop[n]:
            parts.append(_TO_CHINESE.get(surface.lower(), "") if to_chinese else _TO_ENGLISH.get(surface, ""))
            continue
        asked = _HOW_MANY.get(piece.term) if n and to_chinese and parts[-1] == _TO_CHINESE["how"] else None
        if asked:
            parts[-1] = ""
        options = translations(piece.term) if word[n] and asked is None and to_chinese != is_chinese(surface) else ()
        drawn = chance.choices([term for term, _ in options], [p for _, p in options])[0] if options else surface
        parts.append(asked or drawn)
    return parts, to_chinese


def _joined(parts: Sequence[str], order: Sequence[int], chinese: bool) -> Switched:
    """The parts in an order as one text: spaces between words of letters."""
    text = ""
    places = [(0, 0)] * len(parts)
    for n in order:
        part = parts[n]
        if part and text and (not chinese or (_latin(text[-1]) and _latin(part[0]))) and part[0].isalnum():
            text += " "
        places[n] = (len(text), len(text) + len(part))
        text += part
    return text, places


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()


def switched_query(query: Query, chance: random.Random) -> Query:
    """The question with every word that has translations replaced by one of them, drawn by probability."""
    terms: list[QueryTerm] = []
    for word in query.terms:
        options = [(term, p) for term, p in word.alternatives if term != word.term]
        if not options:
            terms.append(word)
            continue
        term = chance.choices([term for term, _ in options], [p for _, p in options])[0]
        back = tuple((other, p) for other, p in translations(term) if other != term)
        terms.append(QueryTerm(term, word.start, word.end, ((term, 1.0), *back)))
    vector = EmbeddedModel.load().embed_terms([[word.term for word in terms]])[0]
    other = Language.ENGLISH if query.language.chinese else Language.SIMPLIFIED
    return Query(query.text, other, tuple(terms), vector)
