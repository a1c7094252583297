"""Yes-or-no questions: what answers them is the clause that makes the claim, not a name or figure inside it."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus import Span
from corpus.sentences import clauses
from index.folding import fold
from index.quantities import QuantityKind, quantities
from index.query import Query
from qa.answering.left_open import is_purpose, told_with_the_one_before
from qa.answering.sides import BARELY_NOT, EXCEPTED, of_asked
from qa.reading.forms.posed import ANSWER
from qa.types import ReadSpan

_LONGEST = 120  # characters of a bare answer
_FIGURE = 12  # characters behind a number in which it may go on as a figure
_JOINING = re.compile(r"\s*(?:但是?|而且?|并且|且|不过|(?i:and|but|so)\b)")
# The number of a clause or of an item: 5.2, 第三条, (a), "Section 4." and the like.
_NUMBERING = re.compile(
    r"[\s#>*-]*(?:第[一二三四五六七八九十百零〇\d]{1,5}[条條款章节節](?=[\s:：、.])"
    r"|(?i:article|section|clause|rule|item|§) ?\d{1,3}(?:\.\d{1,2})*(?=[.:])"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}[.、)）]?(?=\s+[A-Z\u4e00-\u9fff“\"])|\d{1,3}[.、)）](?!\d)"
    r"|[(（](?:\d{1,3}|[a-zA-Z]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})[)）]|[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])"
    r"|[①-⑳⑴-⒇]|[a-z][.)](?=\s))[\s.:：、]*"
)
_CONDITION = re.compile(
    r"\s*(?:(?:如果?|若|倘若|一旦|凡|未经|除非)[^,，;；。]{2,60}[,，]|[^,，;；。]{2,60}(?:的话?|时)[,，]"
    r"|除了?[^,，;；。]{1,20}外[,，](?!.{0,12}[还也])|(?i:if|when|unless|without)\b[^,;.]{3,120},)\s*$"
)
_EXCEPTS = re.compile(r"[^，,。]{1,12}除外\W*")
_COLON = re.compile(r"[：:](?!\d)")
_HOUR = re.compile(r"\b[ap]\.m\.\Z", re.IGNORECASE)
_ENDS = " \n\t,.;:，。；：、!?！？#*->"


def claim(span: ReadSpan, query: Query) -> ReadSpan:
    """The clauses that what was read stands in.

    Another clause of the sentence where that one says a figure of the question, or has one of its sort and these have
    none; a date is only when. So too where that one speaks of what is asked about, and this one of something else.
    """
    text = span.sentence.text
    figures = [each for each in quantities(query.text) if each.kind is not QuantityKind.DATE]
    places = clauses(text)
    start, end = span.within
    read = [each for each in places if each.start < end and start < each.end]
    keys, sorts = {each.key for each in figures}, {(each.kind, each.unit) for each in figures}
    told = [(place, quantities(text[place.start : place.end])) for place in places]
    counts = {each.value for each in figures if not each.unit}  # people over 80: 八十岁以上
    telling = [place for place, held in told if any(each.key in keys or each.value in counts for each in held)]
    telling = telling or [place for place, held in told if any((each.kind, each.unit) in sorts for each in held)]
    own = [of_asked(query.terms, fold(query.text).text, text, each) for each in read] if len(read) == 1 else read
    if own != read and not telling:
        read = own
    elif telling and not set(telling) & set(read):
        read = telling[:1]
    read = _in_context(text, read or [Span(start, end)])
    labelled = max((each.end() for each in _COLON.finditer(text, read[0].start, max(start, read[0].start))), default=0)
    bare = _bare(text, Span(max(labelled, read[0].start), read[-1].end))
    if not 0 < bare.end - bare.start <= _LONGEST:
        return span
    return replace(span, start=span.sentence.start + bare.start, end=span.sentence.start + bare.end)


def _in_context(text: str, read: list[Span]) -> list[Span]:
    """The clauses with the one before them where that says on what condition they hold: 未经同意，不得转租.

    So too where these only except something from it, not by cash, 导盲犬除外, or mislead without it; and with the one
    behind them where they are but the condition or the purpose of that, or where that excepts something.
    """
    first, last = text[slice(*read[0])], text[slice(*read[-1])]
    behind = [each for each in clauses(text) if each.start >= read[-1].end][:1]
    led = is_condition(last) or is_purpose(fold(last).text)
    if behind and (led or EXCEPTED.match(fold(text[slice(*behind[0])]).text)):
        read = [*read, *behind]
    before = [each for each in clauses(text) if each.end <= read[0].start][-1:]
    ahead = text[slice(*before[0])] if before else ""
    excepts = BARELY_NOT.match(first) or _EXCEPTS.fullmatch(text[read[0].start : read[-1].end])
    held = is_condition(ahead) or is_purpose(fold(ahead).text) or excepts
    misleads = told_with_the_one_before(fold(ahead).text, fold(first).text)
    return [*before, *read] if before and (held or misleads) else read


def is_condition(clause: str) -> bool:
    """Whether a clause only says when or for whom the next one holds."""
    return _CONDITION.match(clause[numbering(clause) :]) is not None


def numbering(clause: str) -> int:
    """How many characters the number of a clause or an item takes before it; no figure is one: 5.2 亿元."""
    found = _NUMBERING.match(clause)
    figures = quantities(clause[: found.end() + _FIGURE]) if found else ()
    return found.end() if found and not any(each.start < found.end() < each.end for each in figures) else 0


def _bare(text: str, span: Span) -> Span:
    """The clause without its number, marks and spaces at its edges, a word that joins it, or half a quotation."""
    start, end = span
    start += numbering(text[start:end])
    if answering := ANSWER.match(text, start, end):
        start = answering.end()
    if joining := _JOINING.match(text, start, end):
        start = joining.end()
    ends = _ENDS + "".join(mark for mark, other in ("“”", "”“") if other not in text[start:end])
    while start < end and text[start] in ends:
        start += 1
    while end > start and text[end - 1] in ends and not _HOUR.search(text, start, end):
        end -= 1
    return Span(start, end)
