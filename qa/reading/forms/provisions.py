"""What a text tells by its number: version 1.2.0, clause 2.1, Article 7, 第四条."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.folding import fold
from index.quantities import quantities
from qa.types import RankedSentence

_PARTS = "section|clause|article|paragraph|rule|chapter|item|regulation|appendix|part|version|release|v"
_NUMBER = r"\d+(?:\.\d+)*"
_CHINESE_PARTS = "[条章节部款项]"
_NAMED = re.compile(
    rf"(?:\b(?:{_PARTS})\s?|版本?(?:号为)?\s?)(?P<number>{_NUMBER})(?![\w%])|(?<![\d.])(?P<dotted>\d+(?:\.\d+)+)\s?版"
    rf"|第(?P<chinese>[\d一二三四五六七八九十百零]+){_CHINESE_PARTS}"
)
# Asks for all that it says; 第四条第二款 is more than one part.
_ASKS_WHOLE = re.compile(
    rf"\bwhat (?:does|do|did) (?:the )?(?:{_PARTS}) {_NUMBER} "
    r"(?:say|state|provide|require|cover|contain|regulate|stipulate|read)\b"
    rf"|\bwhat (?:is|stands|is said|does it say) (?:in|under) (?:the )?(?:{_PARTS}) {_NUMBER}\W*$"
    rf"|(?<!{_CHINESE_PARTS})第[\d一二三四五六七八九十百零]+{_CHINESE_PARTS}"
    r"(?:的?内容|(?:规定|说|写|讲|约定|要求)了?)[是了]?(?:什么|啥)"
)
_BEGINS = re.compile(
    rf"\s*[#*\-\s]*(?:(?:{_PARTS})\s?|版本\s?)?\[?(?P<number>{_NUMBER})(?![\d%])[\]).、:]*(?:\s?版)?(?=[\s)\]:–—-]|$)"
    rf"|\s*[#*\s]*第(?P<chinese>[\d一二三四五六七八九十百零]+){_CHINESE_PARTS}",
    re.IGNORECASE,
)
_LONGEST = 240  # characters of what is told


def siblings_left_out(question: str, sentences: Sequence[RankedSentence]) -> list[RankedSentence]:
    """The sentences without those that begin with another number, where one begins with the number asked about."""
    number = _number_of(_NAMED.search(fold(question).text))
    if not number:
        return list(sentences)
    begins = [_number_of(_BEGINS.match(fold(each.text).text)) for each in sentences]
    if number not in begins:
        return list(sentences)
    return [each for each, here in zip(sentences, begins, strict=True) if here in ("", number)]


def provision(question: str, sentences: Sequence[RankedSentence]) -> RankedSentence | None:
    """What stands behind the number of the part whose contents are asked for; None where nothing does."""
    text = fold(question).text
    number = _number_of(_NAMED.search(text)) if _ASKS_WHOLE.search(text) else ""
    if not number:
        return None
    for each in sentences:
        found = _BEGINS.match(each.text)
        if found and _number_of(_BEGINS.match(fold(each.text).text)) == number:
            return _behind(each, found.end())
    return None


def _behind(sentence: RankedSentence, number_end: int) -> RankedSentence | None:
    """What a sentence says behind its number; where it is a heading, what stands beneath it."""
    passage = sentence.passage
    line_end = passage.text.find("\n", sentence.start - passage.start)
    line_end = len(passage.text) if line_end < 0 else line_end
    line = passage.text[sentence.start - passage.start : line_end].strip(" #")
    first = sentence.start - passage.start + number_end
    last = line_end
    if any(line == each.strip(" #") for each in passage.heading):
        first = line_end
        under = re.compile(r"\S[^\n]*").search(passage.text, first)
        if not under:
            return None
        first, last = under.span()
    text = passage.text[first:last]
    start = first + len(text) - len(text.lstrip(" \t:：.、)—–-"))
    if start >= last:
        return None
    return replace(sentence, start=passage.start + start, end=passage.start + min(last, start + _LONGEST))


def _number_of(found: re.Match[str] | None) -> str:
    """The number of a part, in figures; empty where there is none."""
    if found is None:
        return ""
    if told := found["chinese"]:
        figure = quantities(f"第{told}")
        return str(figure[0].value) if figure else ""
    groups = found.groupdict()
    return groups["number"] or groups.get("dotted") or ""
