"""What may be taken in place of something: "butter can be replaced by margarine", 没有冰糖可以用白糖代替."""

from __future__ import annotations

import re

from qa.reading.counting.siblings import words_of
from qa.reading.pieces import Pieces, Run

_X, _Y = r"(?P<old>[^,.;:!?\n]{2,60}?)", r"(?P<new>[^,.;:!?\n]{2,80}?)"
_END = r"(?=\s*(?:[,.;:!?\n]|$|\b(?:if|when|but)\b))"
_HAN_X, _HAN_Y = r"(?P<old>[^，,。;；:：!！?？\n]{1,16}?)", r"(?P<new>[^，,。;；:：!！?？\n]{1,30}?)"
_HAN_END = r"(?=[，,。;；:：!！?？\n]|$)"
_MAY = r"(?:can|could|may|might|should)(?: also)? be"
_ASKED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\bwhat (?:else )?(?:can|could|should|may|do|might|would) (?:i|we|you|one|they) \w+(?: "
        r"\w+)? (?:instead of|in place of)"
        r" (?P<asked>[^?]+)",
        r"\bwhat (?:can|could|may|should|might) (?:replace|substitute(?: for)?|be (?:used|taken|added) "
        r"(?:instead of|in place of))"
        r" (?P<asked>[^?]+)",
        r"\bwhat (?:can|could|may|should|might) (?P<asked>[^?]+?) be (?:replaced|substituted|swapped)",
        r"\bwhat(?:'s| is| are)? (?:an? |the |good )*(?:substitute|alternative|replacement)s? (?:for|to|of) "
        r"(?P<asked>[^?]+)",
        r"\bwhat (?:can|should|do|could) (?:i|we|you) (?:use|take) if (?:i|we|you) (?:have no|do(?:n't| not) "
        r"have|can(?:'t|not) find)"
        r"(?: any)? (?P<asked>[^?]+)",
        r"(?:如果)?(?:没有|缺)(?:了)?(?P<asked>[^,，?？]{1,12}?)(?:的话|时)?[,，]?(?:可以?|能)?(?:用|拿|放"
        r"|换成?)(?:什么|啥|哪)",
        r"(?P<asked>[^,，?？]{1,12}?)(?:可以?|能)?(?:用|拿|由)(?:什么|啥|哪\w{1,3}?)来?(?:代替|替代|替换|取代)",
        r"(?P<asked>[^,，?？]{1,12}?)(?:可以?|能)?(?:换成|替换成|替换为|改用)(?:什么|啥)",
        r"(?:什么|啥)(?:东西|材料|食材)?(?:可以|能)(?:代替|替代)(?P<asked>[^,，?？]{1,12})",
    )
)
_TOLD = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:^|[,.;:!?\n]\s*|\b(?:and|but|or) ){_X} (?:{_MAY}|is|are|be) (?:replaced|substituted|swapped) "
        rf"(?:by|with|for) {_Y}{_END}",
        rf"(?:^|[,.;:!?\n]\s*){_Y} {_MAY} (?:used|taken|added) (?:instead of|in place of|as a substitute for) "
        rf"{_X}{_END}",
        rf"\b(?:use|take|add|try) {_Y} (?:instead of|in place of|as a substitute for) {_X}{_END}",
        rf"\b(?:instead|in place) of {_X}, (?:you (?:can|may|could) )?(?:use|take|add|try) {_Y}{_END}",
        rf"\b(?:replace|substitute|swap) {_X} (?:by|with) {_Y}{_END}",
        rf"\bif (?:you|there)(?: \w+)? (?:no|cannot find|can't find|do not have|don't have|run out of|dislike"
        rf"|without)(?: any| is)?"
        rf" {_X}, (?:you (?:can|may|could) )?(?:use|take|add|try|substitute) {_Y}(?: instead)?{_END}",
        rf"(?:如果|若)?(?:没有|没|不用|买不到|缺少?){_HAN_X}(?:的话|时)?[,，]?(?:也?可以?|就)?(?:用|拿|以"
        rf"|换成?){_HAN_Y}(?:来)?"
        rf"(?:代替|替代|替换|取代|即可|也可|也行)",
        rf"(?:^|(?<=[，,。;；:：\n])){_HAN_X}(?:也|亦)?(?:可以?|能)(?:用|以|由){_HAN_Y}来?(?:代替|替代|替换"
        rf"|取代){_HAN_END}",
        rf"(?:^|(?<=[，,。;；:：\n])){_HAN_X}(?:也|亦)?(?:可以?|能)(?:换成|替换[为成]|改用){_HAN_Y}{_HAN_END}",
        rf"(?:可以?|能)?用{_HAN_Y}(?:来)?(?:代替|替代|替换|取代){_HAN_X}{_HAN_END}",
    )
)
_ASIDE = frozenset({"the", "a", "an", "any", "some", "my", "instead"})


def asks_for_substitute(question: str) -> str:
    """The thing for which a question wants a substitute; empty where it wants none."""
    return next((found["asked"].strip() for each in _ASKED if (found := each.search(question))), "")


def substitute_for(sentence: Pieces, thing: str) -> tuple[Run | None, bool]:
    """What a sentence says may be taken in place of the thing; and whether it tells a substitute for anything."""
    told = False
    wanted = words_of(thing.lower()) - _ASIDE
    same = thing.lower().strip()
    for each in _TOLD:
        for found in each.finditer(sentence.text):
            told = True
            old = words_of(found["old"].lower()) - _ASIDE
            if found["old"].lower().strip() == same or (wanted and old and (wanted <= old or old <= wanted)):
                return sentence.touched(*found.span("new")), True
    return None, told
