"""Where a clause that has the words of a question leaves it open all the same: allowed is not required, nor without."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answering.denials import negates
from qa.contrasts import by_slot
from qa.types import Verdict
from qa.wordings import ASKS_FOR_BEING

# Whether something may be without another thing: told is only what holds with it.
_WITHOUT = re.compile(
    r"\bwithout\b|(?<![可能会是要])(?:不(?![可能得会是满足到同久少仅断])|没有?)[^,，?？的]{1,8}?(?:也|就|还)?(?:可以?|能|[,，])"
)
_SAYS_WITHOUT = re.compile(r"\bwithout\b|无需|不需要?|不用|不必|免(?!费)")
_ASKS_DUTY = re.compile(
    r"\b(?:have|has|had|need|needs) to\b|^must\b|^(?:do|does|did) [^?]*\bneed\b|\b(?:required|obliged|compulsory)\b"
    r"|必须|一定要|非得|需要|需不需要|要不要|(?<![重主只想不])要[^求不][^?？]{0,12}吗|得[^?？]{1,12}吗"
)
_DUTY = re.compile(
    r"\b(?:must|have to|has to|needs?|requir\w+|should|shall|obliged|compulsory|only|unless)\b"
    r"|必|须|应|需|(?<!不)要|请|自备|方可|才|凭|仅|只"
)
_LEAVE = re.compile(r"\b(?:may|can|could|optional|voluntary)\b|可(?![能靠见])|自愿|随意")
_ONLY_IF = re.compile(r"\bonly (?:if|when|where|after|with|on)\b|\bas long as\b|\bprovided that\b|只有[^,，]*才|方可")
_PURPOSE = re.compile(r"\W*to [a-z]+ [^,;]*,\s*$")
_OTHERS = re.compile(
    r"\W*(?:further|additional|extra|other|others|more(?! than\b)|any other|all other|everyone else)\b"
    r"|[\W]*(?:其他|其余|其它|另外|超出)"
)
_LACKING = re.compile(
    r"\bno\b|\bnone\b|n't|\bnot (?:have|provide|offer|includ|available|supplied|an?\b|any\b)|\bwithout\b"
    r"|没有?|无(?!线|障|论)|[不未](?:提供|设|含|包|备|带|配|供)|不能|取消"
)
_RESULTS = frozenset({"利润", "亏损"})


def is_purpose(clause: str) -> bool:
    """Whether a folded clause only says what for the next one is done: to cover bicycles as well, ..."""
    return _PURPOSE.match(clause) is not None


def left_open(question: str, told: Sequence[str], said: Verdict) -> bool:
    """Whether folded clauses leave open what they seem to say yes or no to; the question is folded too."""
    clause = " ".join(told)
    if _WITHOUT.search(question) and not (_SAYS_WITHOUT.search(clause) or negates(clause)):
        return True
    if said is Verdict.NO:
        return ASKS_FOR_BEING.search(question) is not None and not _LACKING.search(clause)
    if is_purpose(told[0]) or (_OTHERS.match(told[0]) and not _OTHERS.search(question)):
        return True
    if _ASKS_DUTY.search(question):
        return bool(_LEAVE.search(clause)) and not _DUTY.search(clause)
    return bool(_ONLY_IF.search(clause)) and not _ONLY_IF.search(question)


def told_with_the_one_before(before: str, clause: str) -> bool:
    """Whether a folded clause misleads without the one before it: of the others, or of a profit, there of a loss."""
    results = [by_slot(each).get("money", set()) & _RESULTS for each in (before, clause)]
    return _OTHERS.match(clause) is not None or (all(results) and results[0] != results[1])
