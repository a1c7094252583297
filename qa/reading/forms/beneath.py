"""What stands beneath a heading, or behind a label, for the sort of thing asked for: 申请材料, What to bring."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from corpus import Span
from corpus.lines import LIST_ITEM, behind_mark, paragraphs
from index.folding import fold
from index.model import EmbeddedModel
from index.query import Query, QueryTerm
from index.types import FloatVector
from qa.reading.forms.steps import asks_to_do
from qa.reading.matching import Matching, match
from qa.reading.pieces import Pieces, Run, pieces
from qa.types import Kind, RankedSentence

_KINDS = frozenset({Kind.OTHER, Kind.LIST, Kind.DEFINITION, Kind.PERSON})
# What asks for things of a sort, and what they are called in headings and labels.
_SORTS = tuple(
    (re.compile(asking), re.compile(heading))
    for asking, heading in (
        (
            r"(?:什么|哪些|啥)(?:样的)?(?:申请|申报|证明)?(?:材料|证件|资料|文件|东西|手续)"
            r"|(?:材料|资料|证件)(?:有哪些|是什么|都?要什么)"
            r"|(?:要|需要?|得|应)(?:携?带|准备|提交|提供)(?:什么|哪些|啥)(?!时)"
            r"|\b(?:what|which) (?:documents?|papers?|paperwork)\b"
            r"|\bwhat (?:do|should|must) (?:i|we|you) (?:need to )?bring\b"
            r"|\bwhat (?:do|will) (?:i|we|you) need (?:to|for|when|in order)\b",
            r"材料|资料|证件|\b(?:documents?|paperwork|what (?:to|you (?:must|should|need to)) bring"
            r"|what you (?:will )?need|please bring|requirements)\b",
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
    r"\bhow (?:to|do i|do you|you can)\b|(?:办理|申请|操作|业务|具体|使用)*(?:方式|方法|流程|步骤|途径|程序|办法|渠道)"
    r"|^\W*(?:steps|procedure)\W*$"
)
_NUMBERED = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+[章节部分]+)\s*[^，。；：:;,.!?\s]{2,14}\s*"
)
SAID = 0.5  # how well a word is matched that headings say
_GENERAL = frozenset(
    {"办", "办理", "申请", "需要", "需", "要", "带", "携带", "准备", "提交", "提供", "need", "bring", "appli"}
)
_LONGEST = 14  # characters of a Chinese heading or label; words of its own make others about something else
_LABEL = re.compile(
    r"(?:[\W\d]|[一二三四五六七八九十]+、|第[一二三四五六七八九十]+条)*(?P<label>[^:,;。]{2,28}):\s*(?=\S)"
)


class Beneath(NamedTuple):
    """For each sentence what it tells of the sort of thing asked for; `plain` where the headings say all the rest."""

    runs: tuple[Run | None, ...]
    plain: frozenset[int] = frozenset()


def told_beneath(query: Query, matching: Matching, kind: Kind, weighed: Sequence[RankedSentence]) -> Beneath:
    """What stands beneath headings that name the sort of thing asked for; where some say all the rest, there alone."""
    runs = tuple(beneath(matching.sentences[place], each, query.text, kind) for place, each in enumerate(weighed))
    if not any(runs):
        return Beneath(runs)
    rest = [n for n, word in enumerate(query.terms) if not _is_of_sort(word, query.text)]
    above = headings_matched(query, weighed)
    plain = frozenset(n for n, run in enumerate(runs) if run and above[n][rest].min(initial=1.0) >= SAID)
    return Beneath(tuple(run if not plain or n in plain else None for n, run in enumerate(runs)), plain)


def headings_matched(query: Query, weighed: Sequence[RankedSentence], ahead: bool = False) -> list[FloatVector]:
    """How well the headings above each sentence, and what stands ahead of it, match each word of the question."""
    vectors = EmbeddedModel.load().word_vectors
    told = [each.passage.text[: each.start - each.passage.start] if ahead else "" for each in weighed]
    headings = [
        pieces(f"{each.passage.above}\n{heading_over(each)}\n{before}")
        for each, before in zip(weighed, told, strict=True)
    ]
    none = np.zeros(len(query.terms), dtype=np.float32)
    return [match(query.terms, [each], vectors).best().max(axis=1) if each.row else none for each in headings]


def beneath(sentence: Pieces, told: RankedSentence, question: str, kind: Kind) -> Run | None:
    """All that a sentence tells, behind its label, where that or its heading names the sort of thing asked for."""
    if kind not in _KINDS or not sentence.row:
        return None
    folded = fold(question).text
    headings = [heading for asking, heading in _SORTS if asking.search(folded)]
    if not headings and not asks_to_do(question):
        return None
    text, heading = fold(sentence.text), fold(heading_over(told)).text
    label = _LABEL.match(text.text)
    if label and any(_names(each, label["label"]) for each in headings):
        return _rest(sentence, text.span(label.end() - 1, label.end())[1])
    if not heading or text.text.strip(" #*") == heading.strip(" #*"):
        return None
    named = any(_names(each, heading) for each in headings) or tells_of_deed(heading, folded)
    return _rest(sentence, behind_mark(sentence.text)) if named else None


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


def _is_of_sort(word: QueryTerm, question: str) -> bool:
    """Whether a word of a question only asks for a sort of thing, so that the headings need not say it: 要带什么."""
    folded = fold(question)
    spans = (folded.span(*found.span()) for asking, _ in _SORTS for found in asking.finditer(folded.text))
    return word.term in _GENERAL or any(start < word.end and word.start < end for start, end in spans)


def _names(heading: re.Pattern[str], text: str) -> bool:
    return heading.search(text) is not None and (text.isascii() or len(text) <= _LONGEST)


def _rest(sentence: Pieces, start: int) -> Run:
    row = sentence.row
    words = sentence.column("word") + sentence.column("stop") + sentence.column("number")
    first = next((n for n, piece in enumerate(row) if piece.start >= start and words[n]), len(row) - 1)
    end = len(row)
    return first, end - (end > first + 1 and sentence.said(end - 1, end) in ".。;；")
