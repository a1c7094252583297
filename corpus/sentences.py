"""Sentences and clauses, Chinese and English, as exact offsets."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.abbreviations import is_abbreviation
from corpus.document import Span
from corpus.lines import leader, paragraphs

_LOOK_AHEAD = 1000
LONGEST_SENTENCE = 600  # code points; beyond it a sentence is cut where it hurts least

_CHINESE = "\u2e80-\u9fff\uf900-\ufaff"
_CLOSERS = "”’」』）)\\]】〕》〉\"'"

# Where a sentence may end: Chinese stops; half-width stops before a blank, a quote or a Chinese character; nothing
# inside numbers, addresses and file names, where a letter or digit follows at once.
_STOP = re.compile(
    f"(?=[。！？｡….!?])(?:(?:[。！？｡]|…{{2,}})[。！？!?…]*[{_CLOSERS}]*(?:\\*\\*)?"
    f"|[!?]+[!?.]*[{_CLOSERS}]*(?:\\*\\*)?(?=\\s|$|[{_CHINESE}“‘「『（《\"])"
    f"|\\.+[{_CLOSERS}]*(?:\\[\\d+\\])*(?=\\s|$)"
    f"|…[{_CLOSERS}]*(?=\\s|$)"
    f"|(?<=[{_CHINESE}）”])\\.(?=[{_CHINESE}“]))"
)
_WORD_BEFORE = re.compile(r"(?<![\w.&/=@#?-])[\w.&]+$")
_FIRST_LETTER = re.compile(r"[\s\"'“‘(\[「『（*_]*(\S)(\S?)")
_ENUMERATOR = re.compile(r"[(（]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[)）]?\.?")
_CONTINUES = re.compile(r"\s*[，、；：,;:）)》〉]")
_CONTINUES_QUOTED = re.compile("[的等这這之]|一[词詞书書文句]")  # “为什么？”的问题
_SAID_NO = re.compile(r"[\W_]*(?:A(?:nswer)?:\s*)?No")  # and no number follows
_SPEECH = re.compile(
    r"[^，。！？；：,.!?;:\n“”\"]{0,12}(?:说|說|道|问|問|答|表示|称|稱|认为|認為|喊|叫|回应|回應)[。！？.!?]"
)

_CLAUSE_END = re.compile(f"[；，;][{_CLOSERS}]*|(?:,(?!\\d)|(?<!\\d),)[\"”’]*")
_CUT_WITHIN = re.compile(r"[；;，,、：:]|\s")


def sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of text[start:end], in order, without blanks around them; each non-blank is in exactly one.

    Semicolons stay inside, headings and list items end with their line, closing quotes go with their sentence.
    """
    found: list[Span] = []
    for paragraph_start, paragraph_end in paragraphs(text, start, end):
        begin = paragraph_start
        dots = leader(text[paragraph_start:paragraph_end])
        led = (0, 0) if dots is None else (paragraph_start + dots.start(), paragraph_start + dots.end())
        for stop in _STOP.finditer(text, paragraph_start, paragraph_end):
            cut = stop.end()
            if led[0] <= stop.start() < led[1]:
                continue
            if cut > begin and cut < paragraph_end and _ends_sentence(text, begin, stop, paragraph_end):
                cut = _without_opening_quote(text, begin, stop)
                _append(found, text, begin, cut)
                begin = _skip_blanks(text, cut, paragraph_end)
        _append(found, text, begin, paragraph_end)
    return found


def clauses(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of text[start:end] cut further behind commas and semicolons, never inside a number."""
    found: list[Span] = []
    for sentence_start, sentence_end in sentences(text, start, end):
        begin = sentence_start
        for mark in _CLAUSE_END.finditer(text, sentence_start, sentence_end):
            cut = mark.end()
            if cut < sentence_end:
                found.append(Span(begin, cut))
                begin = _skip_blanks(text, cut, sentence_end)
        found.append(Span(begin, sentence_end))
    return found


def clause_span(text: str, place: int) -> Span:
    """The offsets of the clause of a text that holds a place, of the whole text where none does."""
    return next((each for each in _clauses_of(text) if each.start <= place < each.end), Span(0, len(text)))


@lru_cache(maxsize=1024)
def _clauses_of(text: str) -> tuple[Span, ...]:
    """Kept, because a sentence is asked about one place after another."""
    return tuple(clauses(text))


def clause_at(text: str, place: int) -> str:
    """The clause of a text that holds a place, the whole text where none does."""
    return text[slice(*clause_span(text, place))]


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _ends_sentence(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    mark = stop[0]
    if mark == "." and not text[stop.end()].isspace():
        # Between Chinese characters a dot is a full stop only to those who never write 。; to others it parts a name.
        return text.find("。", begin, min(end, stop.end() + _LOOK_AHEAD)) < 0
    if mark[0] == ".":
        return _dot_ends_sentence(text, begin, stop, end)
    if mark[-1] in "》〉" or _CONTINUES.match(text, stop.end(), end):
        return False
    if mark[-1] in _CLOSERS and _SPEECH.match(text, stop.end(), end):
        return False
    if mark[-1] in _CLOSERS and mark[0] in "！？!?" and _CONTINUES_QUOTED.match(text, stop.end(), end):
        return False
    if mark[0] in "!?…":
        following = _FIRST_LETTER.match(text, stop.end(), end)
        return not (following and following[1].islower())
    return True


def _dot_ends_sentence(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether a full stop, or an ellipsis of dots, ends a sentence rather than an abbreviation or an enumerator."""
    following = _FIRST_LETTER.match(text, stop.end(), end)
    if following is None:
        return True
    first, second = following.groups()
    if first in ".,;:" or (first.islower() and not second.isupper()):
        return False
    if _ENUMERATOR.fullmatch(text, begin, stop.end()):
        return False
    if len(stop[0].rstrip("])0123456789[")) > 1 and stop[0][1] in ".\"”’'":
        return True
    if _SAID_NO.fullmatch(text, begin, stop.start()) and not first.isdigit():
        return True
    word = _WORD_BEFORE.search(text, max(begin, stop.start() - 20), stop.start())
    return word is None or not is_abbreviation(word[0], text[following.start(1) : following.start(1) + 12])


def _without_opening_quote(text: str, begin: int, stop: re.Match[str]) -> int:
    """The end of a stop without a straight quote that opens what follows: told by how many stand before it."""
    cut = stop.end()
    if text[cut - 1] == '"' and text.count('"', begin, cut) % 2 and not text[cut].isspace():
        return cut - 1
    return cut


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    """Add a sentence, cut where it is longer than any sentence is."""
    while end - start > LONGEST_SENTENCE:
        cut = start + LONGEST_SENTENCE
        for mark in _CUT_WITHIN.finditer(text, start + LONGEST_SENTENCE // 2, start + LONGEST_SENTENCE):
            cut = mark.end()
        found.append(Span(start, start + len(text[start:cut].rstrip())))
        start = _skip_blanks(text, cut, end)
    if start < end:
        found.append(Span(start, start + len(text[start:end].rstrip())))
