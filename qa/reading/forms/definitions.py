"""What a word means where a text defines it: 本办法所称“湿地”是指……, "Contributor" shall mean …."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

from corpus import Span
from index.folding import fold
from qa.reading.pieces import Pieces, Run

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
        rf"\bwhat is {_ARTICLE}(?P<term>[^?,]{{2,40}}?) short for\b",
        rf"\bwhat is meant by {_ARTICLE}(?P<term>[^?,]{{2,40}})$",
        rf"\b(?:definition|meaning) of {_ARTICLE}(?P<term>[^?,]{{2,40}})$",
        rf"\bhow (?:is|are|do(?:es)? \w+ define) {_ARTICLE}(?P<term>[^?,]{{2,40}}?)(?: defined)?$",
        rf"^what (?:is|are) {_ARTICLE}(?P<term>[^?,]{{2,40}})$",
    )
)
# A code on a display stands in a list of what each means, as its label: E3: water tank full. A quarter is none.
_CODE = re.compile(r"(?<![a-z0-9.-])(?![qh][1-4](?!\d))(?:[a-z]{1,3}-?\d{1,4}|[a-z]\d[a-z])(?![a-z0-9]|[.-]\d)")
_ASKING_OF_CODE = re.compile(
    r"(?:表示|代表|说明|意味着?|是指|指的?是|指)了?(?:什么|啥)|[a-z]\d+是(?:什么|啥)[?]?$|(?:什么|啥)(?:意思|问题|故障|含义)|怎么?回事"
    r"|\bwhat\b.*\b(?:mean|means|meant|indicates?|stands? for|signif(?:y|ies)|wrong|problem|fault|error)\b"
)
_LABEL_OF_CODE = re.compile(
    rf"(?:^|[\n;；|。]|[.!?]\s)[\s#>*\-|]*(?:(?:error|fault|code|代码|故障码?|错误码?)\s?){{0,2}}[{_QUOTES}`*]*$"
)
_BEHIND_CODE = re.compile(rf"[{_QUOTES}`*]*\s?(?:[:：|—–=]|-\s|\s-)[\s|*-]*")
_LONGEST_ACRONYM = 8  # letters
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "a", "an"})
_WHAT_TO_DO = re.compile(r"[,，;；]\s?(?:请|应|需|please\b)|[。!！;；|\n]|\.(?=\s|$)|$")
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
    """What a sentence says that the word, or code, means which the question asks about; None where it says no such."""
    folded = fold(sentence.text)
    span = _meaning(folded.text, question)
    return sentence.touched(*folded.span(*span)) if span else None


def defining_first(question: str, found: Sequence[Found], text: Callable[[Found], str]) -> list[Found]:
    """Those whose text defines the word which the question asks about ahead of the others; else as they are."""
    if not _asked_about(question) and not asks_for_code(question):
        return list(found)
    return sorted(found, key=lambda each: _meaning(fold(text(each)).text, question) is None)


def asks_for_code(question: str) -> bool:
    """Whether it asks what a code stands for: what does E3 on the display mean?"""
    return bool(_codes_asked_about(question))


def _meaning(folded: str, question: str) -> Span | None:
    """Where a folded text says what the question asks the meaning of."""
    spans = (_labelled(folded, code) for code in _codes_asked_about(question))
    term = _asked_about(question)
    return next(filter(None, spans), None) or _expanded(folded, term) or _defined(folded, term)


def _expanded(folded: str, term: str) -> Span | None:
    """Where a folded text says what an acronym is short for, beside it: ILB (Inland Lake Board), or the reverse."""
    if not term.isascii() or not term.isalpha() or len(term) > _LONGEST_ACRONYM:
        return None
    for found in re.finditer(rf"(?<![a-z]){term}\s?\(([^()]{{3,80}})\)", folded):
        if spells(term, found[1]):
            return Span(*found.span(1))
    for found in re.finditer(rf"(?P<ahead>[^(),，。;:]{{2,80}}?)\s?\({term}\)", folded):
        words = list(re.finditer(r"[a-z]+(?:['-][a-z]+)*", found["ahead"]))
        begins = (each.start() for each in reversed(words) if spells(term, found["ahead"][each.start() :]))
        if (begin := next(begins, None)) is not None:
            return Span(found.start() + begin, found.end("ahead"))
    return None


def spells(acronym: str, words: str) -> bool:
    """Whether the initials of some words are the acronym, with any of the small ones left out but the first."""
    read = re.findall(r"[a-z]+", words)
    if not read or read[0] in _SMALL:
        return False
    pattern = "".join(word[0] + "?" * (word in _SMALL) for word in read)
    return re.fullmatch(pattern, acronym) is not None


def _labelled(folded: str, code: str) -> Span | None:
    """Where a folded text tells behind a code what it stands for, up to what is to be done then."""
    for found in re.finditer(rf"(?<![a-z0-9.-]){re.escape(code)}(?![a-z0-9])", folded):
        behind = _BEHIND_CODE.match(folded, found.end())
        end = _WHAT_TO_DO.search(folded, behind.end()) if behind else None
        if behind and end and behind.end() < end.start() and _LABEL_OF_CODE.search(folded[: found.start()]):
            return Span(behind.end(), end.start())
    return None


@lru_cache(maxsize=256)
def _codes_asked_about(question: str) -> tuple[str, ...]:
    """What looks like a code, a device's name too."""
    text = fold(question).text
    return tuple(found.group() for found in _CODE.finditer(text)) if _ASKING_OF_CODE.search(text) else ()


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
