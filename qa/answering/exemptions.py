"""Where a text frees from what a question asks after: 免缴押金, free of charge; a payment freed from is not made."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.query import QueryTerm
from index.words import terms
from qa.answering.denials import negates
from qa.types import Verdict

# What frees from paying alone, and what frees from whatever stands behind it: 免排队, exempt from duty.
_FREE = r"免费|无偿|(?<!-)\bfree\b(?:(?= of charge)|(?! (?:to|from|of|will|space|time|up)\b))|\bat no (?:cost|charge)\b"
_FREED = (
    r"(?<![以避难未幸罢任赦])(?<!不(?=免[不得]))免(?![疫职得冠洗])|豁免"
    r"|\bexempt(?:s|ed|ions?)?\b|\bwaive[sd]?\b|\bwithout (?:charge|payment|paying)\b"
)
_EXEMPTS = re.compile(rf"(?P<free>{_FREE})|(?P<freed>{_FREED})")
_AROUND = re.compile(rf"(?:{_FREE}|{_FREED})(?:[收缴交付除去于]取?| of (?:charge|cost)| from)?")
_PAYING = (
    r"[收付交缴买购花钱费价票]|押金"
    r"|\b(?:pay(?:s|ing|ment)?|paid|charge[sd]?|fees?|costs?|money|price[sd]?|buy|tickets?)\b"
)
_NEEDING = r"要|需|须|必|得|有|\b(?:needs?|must|have to|has to|required?|obliged|there)\b"
_ASKS_PAYING, _ASKS_NEEDING = re.compile(_PAYING), re.compile(f"{_PAYING}|{_NEEDING}")
# A word of a question, as the index has it, that what is free need not say.
_PAID = re.compile(
    r"(?:要|需要?|得|须|必须)?(?:[收付交缴买购花][钱费票取纳]?|支付|费用?|钱|票)|必?需|必须"
    r"|pay|paid|payment|charg|fee|cost|money|price|buy|need|requir|oblig"
)


def is_of_paying(term: str) -> bool:
    """Whether a word of a question asks only whether something is paid, or has to be done."""
    return _PAID.fullmatch(term) is not None


def exempted(words: Sequence[QueryTerm], question: str, clause: str) -> Verdict | None:
    """NO where a clause frees from what is asked after, UNCLEAR where it frees of something else; both folded.

    None where that is not the matter: neither frees, or both do. Whom or what the clause frees the question must name,
    since others may have to pay.
    """
    asked, told = _EXEMPTS.search(question), _EXEMPTS.search(clause)
    if bool(asked) is bool(told):
        return None
    if asked or not told:
        return Verdict.UNCLEAR
    free = told.lastgroup == "free"
    if not (_ASKS_PAYING if free else _ASKS_NEEDING).search(question):
        return None if free else Verdict.UNCLEAR
    if negates(question) or negates(clause.replace(told[0], "")):
        return Verdict.UNCLEAR
    named = {form for word in words for form, _ in word.alternatives}
    rest = [term for term in terms(_AROUND.sub(" ", clause)) if term not in named and term not in question]
    return Verdict.NO if all(map(is_of_paying, rest)) else Verdict.UNCLEAR
