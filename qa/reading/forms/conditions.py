"""What is to be done where a condition holds: "If the light stays on, press Reset"; 逾期支付的，按日计收违约金."""

from __future__ import annotations

import re
from functools import lru_cache

from index.types import FloatMatrix, FloatVector
from qa.reading.counting.enumerations import share_said
from qa.reading.pieces import Pieces, Run

_ASKED = re.compile(
    r"^\W*(?:and )?what if\b|\bwhat (?:should|do|must|can|shall|would|does|will) (?:\w+ ){1,3}do (?:if|when"
    r"|where|in case)\b"
    r"|\bwhat (?:happens|is (?:to be )?done|will happen) (?:if|when|where|in case)\b"
    r"|怎么办|[怎如]何(?:处理|办理|应对|处置)|怎[么样]处[理置]|会怎[么样]|有什么后果",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"(?:[\s#>*\-\d.()、]|第[一二三四五六七八九十百]+条)*"
    r"(?:(?:if|when|where|should|in case)\b[^,;.]{3,160},\s*(?:then\s)?"
    r"|(?:如果?|若|倘若|一旦|当|遇到?|发现|凡)[^,，;；。]{2,60}[,，]|[^,，;；。]{2,60}(?:的话?|时|后)[,，])",
    re.IGNORECASE,
)
_STOPS = frozenset(".。;；")
_MET = 0.35  # share of the question that the condition has to say


def consequence(sentence: Pieces, question: str, matches: FloatMatrix, weights: FloatVector) -> Run | None:
    """What follows the condition that a sentence begins with, where it is asked what to do then; else None.

    `matches` is (words of the question, pieces of the sentence).
    """
    found = _CONDITION.match(sentence.text) if len(weights) and _asks(question) else None
    if found is None or not sentence.text[found.end() :].strip(" .。;；"):
        return None
    first, last = sentence.touched(*found.span())
    if share_said(matches, weights, range(first, last)) < _MET:
        return None
    end = len(sentence.row)
    return last, end - (sentence.row[end - 1].term in _STOPS)


@lru_cache(maxsize=64)
def _asks(question: str) -> bool:
    return _ASKED.search(question) is not None
