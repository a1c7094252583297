"""What a heading tells of what stands below: a list that is asked for, and the year that all of it is of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from corpus.lines import LIST_ITEM, paragraphs
from index.folding import fold
from index.quantities import quantities
from index.rounding import choice
from index.types import FloatVector
from qa.contrasts import by_slot, conflicts
from qa.reading.counting.enumerations import asks_for_each
from qa.types import RankedSentence

_SAID = 0.6  # how well a word of the question is matched that a heading says
_SAID_SHARE = 0.6  # of the words, where the rest only asks how much
_ITEMS = 2  # at least
_LEADS_UP = re.compile(r"[:：]\W*$")
# What lists are headed by, in the words of both languages for the same; other headings say the question's own words.
_HEADS = """
重点工作 重点任务 主要任务 工作重点 主要工作|key tasks;main tasks;key priorities;priorities;priority tasks;key work
主要目标 工作目标 预期目标 发展目标|main targets;main goals;key targets;objectives;goals;targets
主要措施 重点举措 主要举措 具体措施|main measures;key measures;measures
主要亮点 亮点|highlights
配料 原料 食材 用料|ingredients
申请材料 所需材料 申报材料 提交材料|required documents;documents required;application documents;documents needed
注意事项|precautions;things to note;notes
主要功能 产品特点 主要特点|features;main features;key features
""".strip()
_WAYS = [
    re.compile(rf"\b(?:{choice(line.partition('|')[2].split(';'))})\b|{choice(line.partition('|')[0].split())}")
    for line in _HEADS.splitlines()
]


def is_heading(sentence: RankedSentence) -> bool:
    """Whether a sentence is a heading above its passage."""
    return sentence.text.strip(" #*\n") in sentence.passage.above.splitlines()


def is_numbered(sentence: RankedSentence) -> bool:
    """Whether a sentence is a heading that begins with its number, as no title does."""
    return is_heading(sentence) and LIST_ITEM.match(sentence.text) is not None


def of_year_headed(question: str, sentences: Sequence[RankedSentence]) -> list[RankedSentence]:
    """The sentences without those under the heading of another year than is asked about, if some are under its own.

    What names a year itself tells it.
    """
    asked = by_slot(question).get("year", set())
    years = [_year_above(each) if asked and not by_slot(each.text).get("year") else set() for each in sentences]
    if not any(each & asked for each in years):
        return list(sentences)
    return [each for each, above in zip(sentences, years, strict=True) if not above or above & asked]


def _year_above(sentence: RankedSentence) -> set[str]:
    """The years of the nearest heading that names one."""
    above = (by_slot(line).get("year", set()) for line in reversed(sentence.passage.above.splitlines()))
    return next(filter(None, above), set())


def heads_list(told: RankedSentence, question: str, said: FloatVector) -> bool:
    """Whether a sentence is the heading of a list that the question asks for; `said` tells how well each word matches.

    A heading of another year is of another list.
    """
    if not is_heading(told) or len(_items_below(told)) < _ITEMS or conflicts(question, told.text):
        return False
    asked, heading = fold(question).text, fold(told.text).text
    return bool(said.min(initial=1.0) >= _SAID) or any(way.search(asked) and way.search(heading) for way in _WAYS)


def leads_to_each(told: RankedSentence, question: str, said: FloatVector) -> bool:
    """Whether a sentence leads up to a list of figures, each of which is asked for; `said` as above."""
    if not _LEADS_UP.search(told.text):
        return False
    items = _items_below(told)
    if len(items) < _ITEMS or not all(map(quantities, items)) or not asks_for_each(question, len(items)):
        return False
    return float((said >= _SAID).mean()) >= _SAID_SHARE


def _items_below(told: RankedSentence) -> list[str]:
    """The items of the list that stands right below the line of a sentence."""
    text, begin = told.passage.text, told.start - told.passage.start
    behind = [line for line in paragraphs(text) if line.start > begin]
    return [text[slice(*line)] for line in takewhile(lambda line: LIST_ITEM.match(text, *line), behind)]
