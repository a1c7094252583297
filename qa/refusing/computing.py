"""Questions whose answer would have to be compared, subtracted, added or multiplied, where no text tells it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus import Language
from index.numerals import ENGLISH_DIGITS
from index.quantities import Quantity, QuantityKind, quantities
from index.rounding import choice
from qa.amounts import CHANGE, COMPARED
from qa.question import asked
from qa.reading.counting.lists import figure_lists
from qa.reading.counting.siblings import words_of
from qa.reading.pieces import pieces
from qa.reading.tabular.extremes import not_known_to_be
from qa.types import Kind, RankedSentence, Task
from qa.wordings import SUPERLATIVE

_LOOKED_AT = 8  # sentences, best first, of which none may tell what is asked
_NO_AMOUNTS = frozenset({QuantityKind.DATE, QuantityKind.TIME, QuantityKind.ORDINAL})
_COUNTS = {word: value for word, value in ENGLISH_DIGITS.items() if value > 1}
_CHINESE_COUNTS = {character: value for value, character in enumerate("二三四五六七八九十", start=2)} | {"两": 2}
_STEMS = ("cheap", "dear", "tall", "small", "short", "high", "low", "deep", "long", "light", "few")
_MEASURES = choice(
    {f"{stem}{end}" for stem in _STEMS for end in ("er", "est")}
    | {"larger", "largest", "bigger", "biggest", "heavier", "heaviest", "wider", "widest", "further", "furthest"}
    | {"more", "most", "less", "least"}
)
_WHICH = re.compile(
    rf"^(?:which|who)\b(?!.*\bthan\b).*\b(?:{_MEASURES})\b|(?:哪|谁).*[最更较][贵高低多少大小长短重轻深宽]|(?:哪|谁).*[最更较]便宜",
    re.IGNORECASE,
)
_APART = re.compile(
    r"相差|差(?:多少|几)|\bdifference (?:in [\w ]+ )?between\b|\bhow much (?:more|less)\b"
    r"|比[^,，?？]{1,14}[多少][\u4e00-\u9fff]{1,2}了?(?:多少|几)|比[^,，?？]{1,14}(?:便宜|[多少高低贵长短重轻大小])了?(?:多少|几)"
)
_TOGETHER = re.compile(
    r"(?:[两二三四五六七八九十几各]|这些|所有|全部)[个家所座名位间台条种].*(?:一共|总共|合计|共[有计]|总计)"
    r"|[和与及、].*(?:一共|总共|合计|加起来)"
    r"|\b(?:both|all|\w+ and|these|those|the (?:two|three|four|five|six|seven|eight|nine|ten))\b.*"
    r"\b(?:in total|altogether|in all|combined|together)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"([两二三四五六七八九十]|(?<!\d)(?:[2-9]|[1-9]\d))[台件张本只部辆把瓶盒袋斤套杯双条支枚颗包箱份]"
    r"[^,，?？]{1,12}?(?:一共|总共|[要需得是])*(?:多少钱|价[格钱]是?多少)"
    rf"|\b(?:price|cost) of ({choice(_COUNTS)}|[2-9]|[1-9]\d) (?!(?:hour|day|night|week|month|year|people)s?\b)\w"
    rf"|^how much (?:do|does|would|will|are) ({choice(_COUNTS)}|[2-9]|[1-9]\d) \w",
    re.IGNORECASE,
)
# What a text tells such things with.
_TELLS_WHICH = re.compile(
    rf"{SUPERLATIVE.pattern}|最|更|比(?![例率重赛])|第一|[居之为]首|领先|超过|[高低多少大小]于|仅次|排名"
    r"|\b(?:than|top(?:s|ped)?|first|leads?|led|beats?|ranks?|ranked|records?"
    rf"|{_MEASURES})\b",
    re.IGNORECASE,
)
_TELLS_SUM = re.compile(
    r"共|总|合计|累计|全[部体市]|所有|\b(?:total\w*|in all|altogether|combined|overall|together|all|both|sum)\b", re.I
)


def to_work_out(task: Task) -> bool:
    """Whether the question asks to compare, subtract, add or multiply figures, and no sentence found tells it.

    Two of them must tell figures of one sort in like words, save where a price is to be multiplied: that is one figure.
    """
    best = task.evidence
    if best is None or (task.spans and task.spans[0].plain):
        return False
    if task.kind not in (Kind.YES_NO, Kind.REASON) and not_known_to_be(task.question, best):
        return True
    read = [best, *(each for each in task.sentences[:_LOOKED_AT] if each != best)]
    figure = task.kind is Kind.QUANTITY or bool(asked(task.question).figures)
    if figure and (several := _SEVERAL.search(task.question)):
        return _priced(best.text) and not any(_says(_value(several), each.text) for each in read)
    for asking, telling in _asked_and_told(figure):
        if asking(task.question):
            return _alike(best, read) and not any(telling(each.text) for each in read)
    return False


def _asked_and_told(figure: bool) -> list[tuple[Callable[[str], object], Callable[[str], object]]]:
    """What asks for something to be worked out, each with what tells that in a text."""
    if figure:
        return [(_asks_apart, _tells_apart), (_TOGETHER.search, _TELLS_SUM.search)]
    return [(_WHICH.search, _tells_which)]


def _asks_apart(question: str) -> bool:
    return bool(_APART.search(question) or COMPARED.search(question.lower()))


def _tells_apart(text: str) -> bool:
    return bool(CHANGE.search(text) or "差" in text)


def _tells_which(text: str) -> bool:
    """Whether a text compares, or has the figures in a row, of which the greatest and the least are read."""
    if _TELLS_WHICH.search(text):
        return True
    cut = pieces(text)
    for figures in figure_lists(cut):
        held = [each for first, _ in figures for each in cut.figures_in(cut.row[first].start, cut.row[first].end)]
        if len({(each.kind, each.unit) for each in held}) == 1:
            return True
    return False


def _alike(best: RankedSentence, read: Sequence[RankedSentence]) -> bool:
    """Whether another sentence tells a figure of the same sort as the best one, in some of its words."""
    sorts = _sorts(best.text)
    return any(
        {kind for kind, _ in sorts} & {kind for kind, _ in _sorts(each.text)}
        if _across(best, each)
        else sorts & _sorts(each.text) and words_of(best.text) & words_of(each.text)
        for each in read
        if each != best
    )


def _across(one: RankedSentence, other: RankedSentence) -> bool:
    """Whether two sentences are in different languages, so that they have no words in common: €499 and 2999元."""
    return (one.passage.language is Language.ENGLISH) is not (other.passage.language is Language.ENGLISH)


def _amounts(text: str) -> list[Quantity]:
    return [each for each in quantities(text) if each.kind not in _NO_AMOUNTS]


def _sorts(text: str) -> set[tuple[QuantityKind, str]]:
    return {(each.kind, each.unit) for each in _amounts(text)}


def _priced(text: str) -> bool:
    return any(each.kind is QuantityKind.MONEY for each in _amounts(text))


def _value(several: re.Match[str]) -> int:
    count = next(filter(None, several.groups())).lower()
    return _COUNTS.get(count) or _CHINESE_COUNTS.get(count) or int(count)


def _says(value: int, text: str) -> bool:
    """Whether a text says a number itself, in figures or in words."""
    words = re.findall(r"[a-z]+|\d+|[二三四五六七八九十两]", text.lower())
    return any(value in (_COUNTS.get(word), _CHINESE_COUNTS.get(word)) or word == str(value) for word in words)
