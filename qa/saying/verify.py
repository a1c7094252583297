"""Nothing is said that a cited quote does not hold: what fails is dropped, whoever drafted it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace

from corpus import Document, text_language
from corpus.tables import cells, header_of
from index.folding import fold
from index.quantities import Quantity, quantities
from index.translate import translations
from index.words import terms, terms_kept
from qa.headed import with_unit
from qa.saying.notation import with_rounding
from qa.saying.pinyin import TITLES, stands_in
from qa.saying.quotes import LONGEST
from qa.saying.say import frames
from qa.saying.units import COUNTED_NOUNS
from qa.types import Draft, Evidence, Statement

_MARK = re.compile(r"\[\d+\]|【\d+】")
_CLOSING = {"“": "”", "「": "」", "《": "》", '"': '"'}
_OPENING = re.compile("[" + "".join(_CLOSING) + "]")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_NUMERALS = r"\d零〇一二两三四五六七八九十百千万亿"
_CAPITALISED = re.compile(r"[A-Z][\w'’-]*")
_LATIN = re.compile(r"[A-Za-z][\w'’-]*")
# Words that begin English sentences with a capital and name nothing.
_FRAME = frozenset(
    re.findall(
        r"\w+",
        "the is in another one has a an this that these those it its they "
        "their he she his her there here on at by for from of to as and or but if when while since after before "
        "during with not no yes what which who where why how all both each some many most more according also "
        "however i we you",
    )
)
_SUPPORTED = 0.5  # the share of a statement's own words that its quotes must have
_FEW_WORDS = 4  # fewer words than this are judged by their figures and names alone


def verified(draft: Draft, document: Callable[[str], Document]) -> Draft:
    """The draft without the statements that fail; without any statement left it is a refusal.

    `document` gives a document by its id and raises KeyError for one that is not in the collection.
    """
    kept = tuple(each for each in draft.statements if not objections(each, document))
    if not kept:
        return replace(draft, statements=(), short="")
    quotes = [evidence.quote for statement in kept for evidence in statement.evidence]
    short = draft.short if draft.short and any(draft.short in quote for quote in quotes) else ""
    return replace(draft, statements=kept, short=short)


def objections(statement: Statement, document: Callable[[str], Document]) -> list[str]:
    """What keeps a statement from being said, one reason each; empty when it stands."""
    if not statement.evidence:
        return ["it cites nothing"]
    found = [reason for each in statement.evidence if (reason := _misquoted(each, document))]
    if found:
        return found
    quotes = [evidence.quote for evidence in statement.evidence]
    own, misquotes = _without_quotes(statement.text, quotes)
    found += [f"it quotes what is not cited: {quote}" for quote in misquotes]
    found += [f"its mark {mark} resolves to nothing" for mark in _MARK.findall(own)]
    own = _MARK.sub(" ", own)
    quotes += [header for each in statement.evidence if (header := header_of(each.passage, each.start))]
    told = [*quotes, *(figure for evidence in statement.evidence for figure in _with_units(evidence))]
    found += [f"no quote has the figure {figure}" for figure in _unsupported_figures(own, told)]
    found += [f"no quote has the name {name}" for name in _unsupported_names(own, quotes)]
    return found or _unsupported_words(own, quotes)


def _misquoted(evidence: Evidence, document: Callable[[str], Document]) -> str:
    """Why a piece of evidence is no verbatim slice of its document; empty where it is one."""
    passage = evidence.passage
    if not passage.start <= evidence.start < evidence.end <= passage.end:
        return "it cites what its passage does not hold"
    try:
        text = document(passage.document_id).text
    except KeyError:
        return "it cites a document that is not in the collection"
    if text[evidence.start : evidence.end] != evidence.quote:
        return "its quote is not the document's"
    return "its quote is too long" if evidence.end - evidence.start > LONGEST else ""


def _without_quotes(text: str, quotes: Sequence[str]) -> tuple[str, list[str]]:
    """The text without its verbatim quotes and their frames, and what stands in quotation marks that nobody wrote."""
    kept, invented, position = "", [], 0
    while opening := _OPENING.search(text, position):
        closing = _CLOSING[opening.group()]
        ends = [place for place, each in enumerate(text) if each == closing and place > opening.start()]
        verbatim = [end for end in ends if any(text[opening.end() : end].strip() in quote for quote in quotes)]
        kept += text[position : opening.start()] + " "
        if not verbatim and ends:
            invented.append(text[opening.end() : ends[0]])
        position = max(verbatim) + 1 if verbatim else opening.end()
    kept += text[position:]
    for known in (*quotes, *frames()):
        kept = kept.replace(known, " ")
    return kept, invented


def _with_units(evidence: Evidence) -> Iterator[str]:
    """The bare figures of a row that is quoted, each with the unit that the heading of its column tells."""
    for heading, (start, end) in cells(evidence.quote, header_of(evidence.passage, evidence.start)):
        if told := with_unit(evidence.quote[start:end], heading):
            yield told


def _unsupported_figures(text: str, quotes: Sequence[str]) -> Iterator[str]:
    """The figures of the text that no quote has, in this notation or another."""
    there = {pair for quote in quotes for quantity in quantities(quote) for pair in _values(quantity)}
    bare = {value for value, _ in there}
    verbatim = {digits for quote in quotes for digits in _DIGITS.findall(fold(quote).text)}
    for quantity in quantities(text):
        if all(pair in there or (not pair[1] and pair[0] in bare) for pair in _values(quantity)):
            continue
        surface = text[quantity.start : quantity.end]
        if not (quantity.unit and any(_stands_whole(surface, quote) for quote in quotes)):
            yield surface
    rest = fold(_without_figures(text)).text
    yield from (digits for digits in _DIGITS.findall(rest) if digits not in verbatim)


def _stands_whole(surface: str, quote: str) -> bool:
    """Whether a figure with its unit stands in a quote as it is; there more may be made of it: 时速120公里."""
    return re.search(rf"(?<![{_NUMERALS}.,]){re.escape(surface)}(?![{_NUMERALS}/])", quote) is not None


def _without_figures(text: str) -> str:
    for each in reversed(quantities(text)):
        start, end = with_rounding(text, each.start, each.end)
        text = f"{text[:start]} {text[end:]}"
    return text


def _values(quantity: Quantity) -> list[tuple[object, str]]:
    return [(value, quantity.unit) for value in (quantity.value, quantity.upper) if value is not None]


def _unsupported_names(text: str, quotes: Sequence[str]) -> Iterator[str]:
    """The names of the text that no quote has, nor translates."""
    quoted = " ".join(quotes)
    folded = fold(quoted).text
    there = terms_kept(quoted)
    latin = _LATIN if text_language(text).chinese else _CAPITALISED
    for found in latin.finditer(text):
        name = found.group()
        if fold(name).text in _FRAME or fold(name).text in folded or _translated(terms(name), there):
            continue
        if not terms(name) or _said_of_figure(text, found) or _names_sort(name, text, found, folded):
            continue
        if stands_in(name, quoted) or (name, True) in ((title, behind in quoted) for behind, title in TITLES.items()):
            continue
        yield name


def _names_sort(name: str, text: str, found: re.Match[str], quoted: str) -> bool:
    """Whether a word tells behind a figure what the quote counts by it: vehicles of 12.6万辆新能源汽车."""
    behind = any(each.end + 1 == found.start() for each in quantities(text))
    return behind and any(english == name and noun in quoted for english, noun in COUNTED_NOUNS)


def _said_of_figure(text: str, found: re.Match[str]) -> bool:
    """Whether the word belongs to a figure or date, which is checked by its value, or to what rounds or bounds it."""
    extents = (with_rounding(text, each.start, each.end) for each in quantities(text))
    return any(start < found.end() and found.start() < end for start, end in extents)


def _unsupported_words(text: str, quotes: Sequence[str]) -> list[str]:
    """Whether the statement's own words are mostly not those of its quotes."""
    own = [term for term in terms(_without_figures(text)) if term not in _FRAME]
    if len(own) < _FEW_WORDS:
        return []
    there = terms_kept(" ".join(quotes))
    supported = sum(term in there or _translated([term], there) for term in own)
    return [] if supported >= _SUPPORTED * len(own) else ["its words are not those of its quotes"]


def _translated(words: Sequence[str], there: Set[str]) -> bool:
    """Whether a word stands in the quotes, itself or as one of its translations."""
    return any(word in there or any(other in there for other, _ in translations(word)) for word in words)
