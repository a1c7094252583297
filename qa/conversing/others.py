"""What else: "Anything else?" "And who else?" 还有呢？ made whole from the question before."""

from __future__ import annotations

import re

from index.words import tokens
from qa.conversing.topics_english import AUXILIARY

_ELSE = re.compile(
    r"(?:(?:and|but|so) )?(?:(?:is|are) there )?"
    r"(?:(?:what|who|where|any(?:thing|one|body)) (?:else|more)|(?:any )?(?:others?|more))\W*",
    re.I,
)
_THINGS = re.compile(
    rf"^(?:(?P<pronoun>who|what|where)(?= (?:{AUXILIARY}|\w+(?:s|ed))\b(?! \w+s are))"
    r"|(?:which|what)(?= (?:\w+ )?\w+s\b))",
    re.I,
)
_ELSE_CHINESE = re.compile("(?:那么?)?(?:还有|其[他它])(?:[呢吗么没有的]|其[他它]|别的|什么|哪些|谁)*[?？]?")
_THINGS_CHINESE = re.compile(r"(?:什么|哪些|哪几|谁)[^?？,，]{0,6}[?？]?$")


def wanted(question: str) -> bool:
    """Whether a question asks for what else there is, and says nothing more."""
    return (_ELSE_CHINESE if _ELSE_CHINESE.match(question) else _ELSE).fullmatch(question) is not None


def in_english(previous: str) -> str:
    """Who else voted against it? Which other products? Empty where the question before asks for no things."""
    things = _THINGS.match(previous)
    word = "else" if things and things["pronoun"] else "other"
    return f"{things[0]} {word}{previous[things.end() :]}" if things else ""


def in_chinese(previous: str) -> str:
    """公园里还有什么？ Empty where the question before asks for no things."""
    if re.match("谁|哪些|哪几", previous):
        return f"还有{previous}"
    asked = _THINGS_CHINESE.search(previous)
    ahead = [each.start for each in tokens(previous[: asked.start()].rstrip("了过"))] if asked else []
    return f"{previous[: ahead[-1]]}还{previous[ahead[-1] :]}" if ahead else ""
