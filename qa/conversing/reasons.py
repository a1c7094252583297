"""Why? alone, and what it asks of: the question before, denied where it was answered with a no."""

from __future__ import annotations

import re

from corpus import question_language
from qa.saying.verbs import denying

_WHY = re.compile(
    r"(?:(?:and|but|so|ok(?:ay)?)[, ]+)*(?:why|how come)(?: is (?:that|it|this))?(?P<deny> not)?\W*",
    re.I,
)
_WHY_CHINESE = re.compile(
    "(?:那么?|但|可)?(?:是|这是|那是)?(?:为什么|为何|为啥|凭什么)(?P<deny>不(?:行|可以|能|会|是)?|没有?)?[呢啊呀]?\\W*"
)
_NO = re.compile(r"no\b(?! \w)|不\w{0,2}(?=[,，。.:：]|$)|没有(?=[,，。.:：]|$)", re.I)
_CONTRACTED = {"can": "can't", "may": "can't", "will": "won't"}
_CONTRACTIBLE = re.compile(
    "(?P<verb>is|are|was|were|do|does|did|can|could|has|have|had|may|will|would|should|must|need)\\b", re.I
)


def alone(question: str) -> bool:
    """Whether it asks for the reason of what was said before and names nothing itself."""
    return _asks(question) is not None


def asked_of(question: str, previous: str, answer: str) -> tuple[str, str]:
    """Why? in its plain form, and the question before as it was answered: "aren't dogs allowed?" after a no."""
    found = _asks(question)
    chinese = question_language(previous).chinese
    no = _NO.match(answer.strip())
    if found and (no or found["deny"]):
        previous = denying(previous, no[0] if no else "") if chinese else _denied(previous)
    return "为什么？" if question_language(question).chinese else "Why?", previous


def _asks(question: str) -> re.Match[str] | None:
    return (_WHY_CHINESE if question_language(question).chinese else _WHY).fullmatch(question.strip())


def _denied(question: str) -> str:
    """Aren't dogs allowed? of Are dogs allowed? What is no such question comes back as it is."""
    if not (verb := _CONTRACTIBLE.match(question)):
        return question
    said = verb["verb"].lower()
    denied = _CONTRACTED.get(said, f"{said}n't")
    return f"{denied}{question[verb.end() :]}"
