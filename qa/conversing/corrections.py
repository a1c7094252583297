"""Corrections of the question before: "No, I meant 2021", 不对，我问的是2021年."""

from __future__ import annotations

import re

from corpus import question_language

_NO = r"(?:no|nope|sorry|oops|not that|wait|actually|i'?m sorry|my mistake)"
_MEANT = r"i (?:meant|mean|was asking|am asking|asked|wanted)(?: (?:to ask|to say|to know|for|about))*\b|make that\b"
_ENGLISH = re.compile(rf"^(?:{_NO}\s*[,;:.!-]+\s*)+(?:{_MEANT})?|^(?:{_NO} )*(?:but )?(?:{_MEANT})", re.IGNORECASE)
_NO_CHINESE = "(?:不[对是不]?|[搞弄问说写打]?错了|抱歉|对不起|不好意思)"
_MEANT_CHINESE = "我(?:刚才|其实)?(?:[问说指](?:错了|的)?(?:其实)?是|[想要是][问说指](?!一下|问)的?是?|的意思是)"
_CHINESE = re.compile(
    rf"^(?:{_NO_CHINESE}[了啊哦吧的]?[\s,，。.;；!！]+)+(?:{_MEANT_CHINESE}|应该?是|应为|改成|是(?!否|不是))?|^{_MEANT_CHINESE}"
)
_ASKS = re.compile(r"[?？]|\b(?:what|who|which|when|where|why|how)\b|什么|哪|谁|多少|几|怎|吗", re.IGNORECASE)
_LONGEST = 40  # characters put in place of what was said before


def as_follow_up(utterance: str) -> str:
    """The correction as the follow-up that it stands for, "What about 2021?", or the question it asks anew.

    What corrects nothing comes back as it is.
    """
    chinese = question_language(utterance).chinese
    found = (_CHINESE if chinese else _ENGLISH).match(utterance.strip())
    rest = utterance.strip()[found.end() :].strip(" ,，.。!！;；:：") if found else ""
    if not rest:
        return utterance
    if _ASKS.search(rest):
        return rest
    if len(rest) > _LONGEST:
        return utterance
    return f"{rest}呢？" if chinese else f"What about {rest}?"
