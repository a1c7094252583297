"""What stands beneath a heading, or behind a label, for the sort of thing asked for: 申请材料, What to bring."""

from __future__ import annotations

import re

from corpus import Span
from corpus.lines import LIST_ITEM, behind_mark, paragraphs
from index.folding import fold
from index.query import QueryTerm
from qa.reading.enumerations import Run
from qa.reading.pieces import Pieces
from qa.reading.steps import asks_to_do
from qa.types import Kind, RankedSentence

_KINDS = frozenset({Kind.OTHER, Kind.LIST, Kind.DEFINITION, Kind.PERSON})
# What asks for things of a sort, and what they are called in headings and labels.
_SORTS = tuple(
    (re.compile(asking), re.compile(heading))
    for asking, heading in (
        (
            r"(?:什么|哪些|啥)(?:样的)?(?:申请|申报|证明)?(?:材料|证件|资料|文件|东西|手续)|(?:材料|资料|证件)(?:有哪些|是什么|都?要什么)"
            r"|(?:要|需要?|得|应)(?:携?带|准备|提交|提供)(?:什么|哪些|啥)(?!时)"
            r"|\b(?:what|which) (?:documents?|papers?|paperwork)\b|\bwhat (?:do|should|must) (?:i|we|you) (?:need to )?bring\b"
            r"|\bwhat (?:do|will) (?:i|we|you) need (?:to|for|when|in order)\b",
            r"材料|资料|证件|\b(?:documents?|paperwork|what (?:to|you (?:must|should|need to)) bring|what you (?:will )?need"
            r"|please bring|requirements)\b",
        ),
        (
            r"(?:什么|哪些|啥)(?:样的)?(?:人|条件|资格)|(?:条件|资格|对象)(?:有哪些|是什么)|^谁(?:可以|能)"
            r"|\bwho (?:can|may|is (?:eligible|entitled|allowed))\b|\bwhat are the conditions\b",
            r"(?:条件|对象|资格|范围)|\b(?:who (?:can|may)|eligib\w+|conditions)\b",
        ),
        (
            r"(?:什么|哪些)(?:流程|步骤|程序)|(?:流程|步骤|程序)(?:有哪些|是什么|是怎样的|怎么走)|怎么个?流程"
            r"|\bwhat (?:are the steps|is the (?:process|procedure))\b",
            r"流程|步骤|程序|\b(?:steps|procedure|process|how to)\b",
        ),
    )
)
_MANNER = re.compile(
    r"\bhow (?:to|do i|do you|you can)\b|(?:办理|申请|操作|业务|具体|使用)*(?:方式|方法|流程|步骤|途径|程序|办法|渠道)|^\W*(?:steps|procedure)\W*$"
)
_NUMBERED = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+[章节部分]+)\s*[^，。；：:;,.!?\s]{2,14}\s*")
_GENERAL = frozenset({"办", "办理", "申请", "需要", "需", "要", "带", "携带", "准备", "提交", "提供", "need", "bring", "appli"})
_LONGEST = 14  # characters of a Chinese heading or label; words of its own make others about something else
_LABEL = re.compile(r"(?:[\W\d]|[一二三四五六七八九十]+、|第[一二三四五六七八九十]+条)*(?P<label>[^:,;。]{2,28}):\s*(?=\S)")


def beneath(sentence: Pieces, told: RankedSentence, question: str, kind: Kind) -> Run | None:
    """All that a sentence tells, behind its label, where that or its heading names the sort of thing asked for."""
    folded = fold(question).text
    if kind not in _KINDS or not sentence.row:
        return None
    headings = [heading for asking, heading in _SORTS if asking.search(folded)]
    text, heading = fold(sentence.text), fold(heading_over(told)).text
    label = _LABEL.match(text.text)
    if label and any(_names(each, label["label"]) for each in headings):
        return _rest(sentence, text.span(label.end() - 1, label.end())[1])
    if not heading or text.text.strip(" #*") == heading.strip(" #*"):
        return None
    named = any(_names(each, heading) for each in headings) or tells_of_deed(heading, folded)
    return _rest(sentence, behind_mark(sentence.text)) if named else None


def is_of_sort(word: QueryTerm, question: str) -> bool:
    """Whether a word of a question only asks for a sort of thing, and which the headings need not say: 要带什么材料."""
    folded = fold(question)
    spans = (folded.span(*found.span()) for asking, _ in _SORTS for found in asking.finditer(folded.text))
    return word.term in _GENERAL or any(start < word.end and word.start < end for start, end in spans)


def tells_of_deed(heading: str, question: str) -> bool:
    """Whether a folded heading says that it tells how just that is done which a question asks how to do: 办理流程."""
    if not asks_to_do(question) or not _MANNER.search(heading):
        return False
    rest = _MANNER.sub(" ", heading[behind_mark(heading) :])
    return all(word in question for word in re.findall(r"[a-z]{3,}|[\u4e00-\u9fff]{2}", rest))


def heading_over(told: RankedSentence) -> str:
    """The heading that a sentence stands beneath, in its passage or above it; empty where there is none."""
    text = told.passage.text
    line = heading_line(text, told.start - told.passage.start)
    return text[slice(*line)] if line else "".join(told.passage.above.splitlines()[-1:])


def heading_line(text: str, place: int) -> Span | None:
    """The line above a place in a passage that heads it: a heading with but items, or nothing, between them."""
    for line in reversed([each for each in paragraphs(text) if each.end <= place]):
        if heads(text[slice(*line)]):
            return line
        if not LIST_ITEM.match(text, *line):
            return None
    return None


def heads(line: str) -> bool:
    """Whether a line is a heading: marked as one, or numbered in Chinese, and short, with no mark of a sentence."""
    return line.startswith("#") or bool(_NUMBERED.fullmatch(line))


def _names(heading: re.Pattern[str], text: str) -> bool:
    return heading.search(text) is not None and (text.isascii() or len(text) <= _LONGEST)


def _rest(sentence: Pieces, start: int) -> Run:
    row = sentence.row
    words = sentence.column("word") + sentence.column("stop") + sentence.column("number")
    first = next((n for n, piece in enumerate(row) if piece.start >= start and words[n]), len(row) - 1)
    end = len(row)
    return first, end - (end > first + 1 and sentence.said(end - 1, end) in ".。;；")
