"""Questions whose answer would have to be compared, subtracted, added or multiplied, where no text tells it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from corpus import Language
from index.folding import fold
from index.numerals import ENGLISH_DIGITS
from index.quantities import Quantity, QuantityKind, quantities
from index.rounding import choice
from qa.amounts import CHANGE, COMPARED
from qa.question import asked
from qa.reading.counting.changes import changes
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
    r"相差|差(?:多少|几)|\bdifference (?:in [\w ]+ )?between\b"
    r"|\bhow (?:much|many) (?:more|less|fewer)\b|\bhow much \w+er\b(?=.* than\b)"
    r"|比[^,，?？]{1,14}[多少][\u4e00-\u9fff]{1,2}了?(?:多少|几)|比[^,，?？]{1,14}(?:便宜|[多少高低贵长短重轻大小])了?(?:多少|几)"
)
_TOGETHER = re.compile(
    r"(?:[两二三四五六七八九十几各]|这些|所有|全部)[个家所座名位间台条种].*(?:一共|总共|合计|共[有计]|总计)"
    r"|[和与及、].*(?:一共|总共|合计|加起来)"
    r"|\bcombined\b.+\band\b"
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
    r"共|总(?![部经裁统理书监台会编])|合计|累计|全[部体市]|所有"
    r"|\b(?:total\w*|in all|altogether|combined|overall|together|all|both|sum)\b",
    re.I,
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
    question = fold(task.question).text
    figure = task.kind is Kind.QUANTITY or bool(asked(task.question).figures)
    read_apart = _APART.search(question) and task.spans and _amounts(task.spans[0].text)
    figure = figure or bool(read_apart)  # the difference between the visitors of two years
    if figure and (several := _SEVERAL.search(question)):
        return _priced(best.text) and not any(_says(_value(several), each.text) for each in read)
    for asking, telling in _asked_and_told(figure):
        if asking(question):
            alike = _alike(best, read, question) or (figure and _has_two(best.text))
            told = [each for each in read if not figure or _same_sort(best, each)]
            return alike and not any(telling(fold(each.text).text) for each in told)
    return False


def _asked_and_told(figure: bool) -> list[tuple[Callable[[str], object], Callable[[str], object]]]:
    """What asks for something to be worked out, each with what tells that in a text."""
    if figure:
        return [(_asks_apart, _tells_apart), (_TOGETHER.search, _tells_sum)]
    return [(_WHICH.search, _tells_which)]


def _asks_apart(question: str) -> bool:
    return bool(_APART.search(question) or COMPARED.search(question.lower()))


def _tells_apart(text: str) -> bool:
    if "差" in text or changes(pieces(text)):
        return True
    told = CHANGE.finditer(text)  # from 1 March tells no change, from 3 to 5 does
    return any(each[0] != "from" or " to " in text[each.end() :] for each in told)


def _tells_sum(text: str) -> bool:
    """Whether a text tells a sum; 中文版共48页，英文版共52页 tells each by itself."""
    said = len(_TELLS_SUM.findall(text))
    return said > 0 and not (_has_two(text) and said >= len(_amounts(text)))


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


def _alike(best: RankedSentence, read: Sequence[RankedSentence], question: str) -> bool:
    """Whether another sentence tells a figure of the best one's sort, in some words of that or of the question."""
    words = words_of(best.text) | words_of(question)
    return any(
        _same_sort(best, each) and (_across(best, each) or words & words_of(each.text)) for each in read if each != best
    )


def _same_sort(one: RankedSentence, other: RankedSentence) -> bool:
    """Whether two sentences tell figures of one sort; of two languages, whatever their units."""
    first, second = _sorts(one.text), _sorts(other.text)
    if _across(one, other):
        return bool({kind for kind, _ in first} & {kind for kind, _ in second})
    return bool(first & second)


def _has_two(text: str) -> bool:
    """Whether a text tells two figures of one sort."""
    told = [(each.kind, each.unit) for each in _amounts(text)]
    return len(set(told)) < len(told)


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
