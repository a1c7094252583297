"""What a word means where a text defines it: 本办法所称“湿地”是指……, "Contributor" shall mean …."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

from corpus import Span
from index.folding import fold
from qa.reading.enumerations import Run
from qa.reading.pieces import Pieces

Found = TypeVar("Found")
_QUOTES = "\"'“”‘’「」『』《》"
_ARTICLE = r"(?:an? |the )?(?:(?:term|word|phrase|expression) )?"
_ASKING = tuple(
    re.compile(pattern)
    for pattern in (
        r"^什么(?:是|叫做?)(?P<term>[^,。?]{1,30})$",
        r"^(?:何谓|何为)(?P<term>[^,。?]{1,30})$",
        r"^(?P<term>[^,。?]{1,30}?)(?:一词)?(?:是指|指的?是|指|是|有|意味着)(?:什么|啥)(?:意思)?$",
        r"^(?P<term>[^,。?]{1,30}?)(?:一词)?的(?:定义|含义|意思)(?:是什么)?$",
        rf"\bwhat do(?:es)? {_ARTICLE}(?P<term>[^?,]{{2,40}}?) (?:mean|stand for)\b",
        rf"\bwhat is meant by {_ARTICLE}(?P<term>[^?,]{{2,40}})$",
        rf"\b(?:definition|meaning) of {_ARTICLE}(?P<term>[^?,]{{2,40}})$",
        rf"\bhow (?:is|are|do(?:es)? \w+ define) {_ARTICLE}(?P<term>[^?,]{{2,40}}?)(?: defined)?$",
        rf"^what (?:is|are) {_ARTICLE}(?P<term>[^?,]{{2,40}})$",
    )
)
_PLACED = re.compile(r"\s(?:in|under|according to) (?:the|this) [^?]*$")  # in the licence
# What defines wherever it stands; and what does only where the sentence begins with what is defined.
_DEFINES = re.compile(
    r"(?: (?:an?|the|of|in|for) [a-z]+){0,3}[\s,\uff0c]*"
    r"(?:(?:shall |is taken to )?(?:means?|refers? to|denotes?)\b|(?:is|are) (?:hereby )?defined as\b"
    r"|是?系?指的?是?(?![定出导示责令数标南挥])|的?(?:定义|含义)[是为]|即指?|是(?=一[种个类项]))[\s,:\uff0c]*"
)
_IS = re.compile(
    r"[\s,\uff0c]*"
    r"(?:(?:is|are) (?=an? |the |any |either )|(?=(?:lets?|allows?|enables?|helps?|provides?) )|是(?![否不]))[\s,:]*"
)
# "Information" for a product means something else than a product does.
_NO_SUBJECT = re.compile(rf"\b(?:for|of|in|with|by|from|on|as)\s(?:an? |the )?[{_QUOTES}]*$")
_BEGINNING = re.compile(
    rf"(?:^|[。;！？!?\n]|\.\s)[\s#>*\-\d.()、]*(?:[{_QUOTES}]|an? |the |所谓|本[\u4e00-\u9fff]{{1,4}}所称的?)*$"
)
_ENDS = re.compile(r"[。;！？!?]|\.(?=\s|$)|$")


def definition_of(sentence: Pieces, question: str) -> Run | None:
    """What a sentence says that the word means which the question asks about; None where it defines no such word."""
    folded = fold(sentence.text)
    span = _defined(folded.text, _asked_about(question))
    return sentence.touched(*folded.span(*span)) if span else None


def defining_first(question: str, found: Sequence[Found], text: Callable[[Found], str]) -> list[Found]:
    """Those whose text defines the word which the question asks about ahead of the others; else as they are."""
    term = _asked_about(question)
    return sorted(found, key=lambda each: _defined(fold(text(each)).text, term) is None) if term else list(found)


def _defined(folded: str, term: str) -> Span | None:
    """Where a folded text says what a word means, up to the end of the sentence."""
    for found in re.finditer(rf"(?<![a-z]){re.escape(term)}(?![a-z])[{_QUOTES}]*", folded) if term else ():
        before = folded[: found.start()]
        if _NO_SUBJECT.search(before):
            continue
        begins = _BEGINNING.search(before)
        verb = _DEFINES.match(folded, found.end()) or (begins and _IS.match(folded, found.end()))
        end = _ENDS.search(folded, verb.end()) if verb else None
        if verb and end and verb.end() < end.start():
            return Span(verb.end(), end.start())
    return None


@lru_cache(maxsize=256)
def _asked_about(question: str) -> str:
    """The word whose meaning is asked for, folded, without quotation marks; empty where none is."""
    text = fold(question).text.strip(" ?!。")
    for asking in _ASKING:
        if found := asking.search(text):
            return _PLACED.sub("", found["term"]).strip(f" {_QUOTES}")
    return ""
