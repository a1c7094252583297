"""Where a text tells of what has not come about: refused, stopped, cancelled or put off, or only planned."""

from __future__ import annotations

import re

# What keeps something from coming about, by its sort: who asks whether it was put off is answered by 推迟.
_WITHHELD = re.compile(
    r"(?P<refused>否决|拒绝|拒不|驳回|回绝|婉拒|反对"
    r"|\b(?:refus|reject|den(?:y|ied|ies)\b|oppos|declin(?:e[sd]?|ing) to\b"
    r"|fail(?:s|ed)? to\b|disagree|disallow|disapprov|against\b|vot(?:ed|es) down\b))"
    r"|(?P<cancelled>取消|撤[销回]|放弃|\b(?:cancel|call(?:s|ed) off\b|abandon|scrapp|revok|withdr[ae]w))"
    r"|(?P<stopped>暂停|[停中终]止|叫停|搁置|停(?:办|运|产|工|售|播|航|课|诊|用)"
    r"|\b(?:suspend|halt|ceas|discontinu|stop(?:s|ped)?\b(?! (?:at|in|by|near|outside|here|on|for|between)\b)))"
    r"|(?P<put_off>暂缓|推迟|延[期后迟]|缓建|\b(?:postpon|delay|put(?:s|ting)? off\b))"
)
_PLANNED = re.compile(
    r"预[计定期]|[拟欲]|定于|尚[在未]|仍在|正在|在建|即将|将(?![近军领士来])|计划|[有可]望|力争|争取"
    r"|准备|打算|筹[备建划]|前期工作|可行性研究|立项"
    r"|\b(?:expect|plan(?:s|ned|ning)?\b|schedul|propos(?:es|ed|ing)\b|intend|hop(?:es|ed|ing) to\b"
    r"|aim(?:s|ed)? (?:to|at)\b|about to\b|due to\b|set to\b"
    r"|(?:is|are|was|were) to\b|would\b|will\b|soon\b|being\b|under (?:way|construction)\b|underway\b)"
)
_DISCUSSED = re.compile(r"议程|议题|\bagenda\b")  # ahead of what is to be decided
_DONE = re.compile(r"已(?!定|计划|列)|了")  # behind the plan: what was planned is there
_ASKS_DONE = re.compile(
    r"了(?:吗|没|么|嘛|$|[?？])|已经?|过吗|是否(?!会|将|要|[明今后下])"
    r"|^(?:has|have|had|did|was|were|is|are|am)\b|\balready\b|\byet\b"
)
_ASKS_OF_DAY = re.compile(
    r"^(?:is|are|am)\b.*\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|week(?:end|day)s?|tomorrow|tonight|next|holidays?"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d|\d (?:january"
    r"|february|march|april|may|june|july|august|september|october|november|december))\b"
)


def unfulfilled(question: str, clause: str, sentence: str) -> bool:
    """Whether a folded clause tells that something was kept from being, or is only planned, and the question does not.

    What stands in a sentence that tells what is to be discussed is only planned.
    So too the other way about: whether something was called off is not answered where nothing is.
    """
    if _sorts(question) != _sorts(clause):
        return True
    if _DISCUSSED.search(sentence) and not _DISCUSSED.search(question):
        return True
    planned = _PLANNED.search(clause)
    if not planned or _PLANNED.search(question) or not _ASKS_DONE.search(question):
        return False
    if _ASKS_OF_DAY.search(question):  # is it open on Monday? asks of any Monday, or of the next
        return False
    return not _DONE.search(clause, planned.end())


def _sorts(folded: str) -> set[str | None]:
    return {found.lastgroup for found in _WITHHELD.finditer(folded)}
