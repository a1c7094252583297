"""Which of several figures a question asks for: by what each counts, its unit, and the words around it."""

from __future__ import annotations

import re

import numpy as np

from index.types import FloatMatrix, FloatVector
from qa.question import Asked
from qa.reading.candidates import Candidate, Look, candidates
from qa.reading.enumerations import Run, figure_lists, items_before
from qa.reading.pieces import Pieces

_BREAKS = frozenset(",\uff0c;\uff1b:\uff1a。!?\uff01\uff1f…")
_JOINS = frozenset({"、", "和", "及", "与", "以及", "and"})
_EXPECTED = (
    (
        "percent",
        r"百分之|比例|比率|占比|增速|增幅|增长率|率(?:是|为|达)?多少"
        r"|\bpercent|\bgr[oe]w|\bgrowth|\brates?\b|\bshare\b",
    ),
    (
        "money",
        r"多少(?:钱|资金|元|美元|人民币|投资|经费)|资金|金额|价格|售价|费用|成本|产值|营收|收入|利润|总额|票房|市值|基金"
        r"|\bhow much (?:\w+ ){0,2}(?:money|funding|funds|capital)\b"
        r"|\bhow much did .* (?:cost|pay|invest|earn)\b|\bcosts?\b|\bprices?\b|\bfund|\brevenue"
        r"|\binvest|\bbudget",
    ),
    (
        "duration",
        r"多久|多长时间|几年|多少(?:年|天|个月|小时|分钟)"
        r"|\bhow long\b|\bhow many (?:\w+ )?(?:years|days|months|hours|minutes|weeks)",
    ),
)
_COUNT = re.compile(
    r"(?:多少|几)(?:个|家|位|名|人|次|件|项|条|座|种|部|辆|台|艘|架|所|场|篇|张|款|只|户|支|处)|\bhow many\b"
)


def expected(question: str) -> tuple[frozenset[str], frozenset[str]]:
    """The shapes of figure that the wording asks for, and those that it rules out."""
    text = question.lower()
    wanted = frozenset(shape for shape, pattern in _EXPECTED if re.search(pattern, text))
    unwanted = {"percent", "money"} - wanted if _COUNT.search(text) else frozenset[str]()
    return (wanted - {"percent", "money"} if _COUNT.search(text) else wanted), frozenset(unwanted)


def figure_fit(sentence: Pieces, run: Run, question: str, asked: Asked) -> float:
    """From -1 to 1: whether the figure is of the kind and the unit asked for."""
    wanted, unwanted = expected(question)
    first = run[0]
    shapes = {shape for shape in ("percent", "money", "duration") if sentence.column(shape)[first : run[1]].any()}
    text = sentence.text[sentence.row[first].start : sentence.row[run[1] - 1].end].lower()
    unit = bool(asked.unit) and any(word in text for word in asked.unit.split() if word.isascii() is text.isascii())
    kind = 0.5 if wanted & shapes else -0.5 if wanted else 0.0
    return kind + 0.5 * unit - float(bool(unwanted & shapes))


def figure_context(sentence: Pieces, run: Run, matches: FloatMatrix, weights: FloatVector) -> float:
    """The share of the question that the figure's own words match: its clause before it, and what it counts."""
    around = _in_parallel(sentence, run) or [*_before(sentence, run), *_after(sentence, run)]
    if not around or not len(weights):
        return 0.0
    return float(weights @ matches[:, np.array(around)].max(axis=1) ** 2)  # squared: to be like is not to be the same


def _in_parallel(sentence: Pieces, run: Run) -> list[int]:
    """For one of several figures after as many things: the thing in its place, and what is said of all."""
    for figures in figure_lists(sentence):
        if run in figures and (items := items_before(sentence, figures)):
            return [*range(*items[figures.index(run)]), *range(items[-1][1], figures[0][0])]
    return []


def _before(sentence: Pieces, run: Run) -> range:
    """From the last break, joining mark or figure up to the figure."""
    ends = {candidate.last for candidate in _figures(sentence)}
    first = run[0]
    while first > 0 and sentence.row[first - 1].term not in _BREAKS | {"、"} and first not in ends:
        first -= 1
    return range(first, run[0])


def _after(sentence: Pieces, run: Run) -> list[int]:
    """Up to the next break, joining mark or figure; a figure in a list also counts what the last of the list counts."""
    own = _counted(sentence, run[1])
    after, last = own, own
    starts = {candidate.first: candidate.last for candidate in _figures(sentence)}
    while last.stop in range(len(sentence.row)) and sentence.row[last.stop].term in _JOINS and last.stop + 1 in starts:
        last = _counted(sentence, starts[last.stop + 1])
    if last is own:
        return list(after)
    return [*after, *range(min(last.start + max(len(own), 1), last.stop), last.stop)]


def _counted(sentence: Pieces, start: int) -> range:
    starts = {candidate.first for candidate in _figures(sentence)}
    end = start
    while end < len(sentence.row) and sentence.row[end].term not in _BREAKS | _JOINS and end not in starts:
        end += 1
    return range(start, end)


def _figures(sentence: Pieces) -> list[Candidate]:
    return [candidate for candidate in candidates(sentence) if candidate.look is Look.FIGURE]
