"""Where a text says that something is not so: 不在保修范围内, the workshop may not be entered."""

from __future__ import annotations

import re

from corpus.sentences import clauses
from index.rounding import choice

# What asks whether, and itself denies nothing.
WHETHER = frozenset(["是不是", "有没有", "会不会", "能不能", "可不可以", "要不要", "有无", "能否", "可否", "是否"])
_WHETHER = re.compile(choice(WHETHER))
# What makes a bound of the bound behind it, and denies nothing: 不得超过, no later than.
DENIED_BOUND = r"(?:[不未][得能可应会宜]?|\b(?:no|not|cannot) |n't )"
_BOUND = (
    rf"{DENIED_BOUND}(?:超[过出\d一二两三四五六七八九十百千]|[低高多少大小晚迟早]于|exceed"
    r"|(?:over|under|above|below) ?\W?\d"
    r"|(?:later|earlier|more|less|fewer|longer|shorter|higher|lower|larger|greater|smaller|older|younger) than)"
)
_NOT = re.compile(
    rf"(?!{_BOUND})(?:"
    r"不(?!断|仅|但|过|少|同(?!意)|久|管|论|错|到|足|满|止)|(?<![淹沉吞埋出湮])没有?|未(?!来|婚|满)"
    r"|并非|无需|禁止|严禁|勿|谢绝"
    r"|\b(?:not(?! only)|cannot|never|none|neither|no)\b|n't\b"
    r"|\b(?:forbid(?:s|den)?|prohibit(?:s|ed)?|ban(?:s|ned)?)\b"
    # Whoever asks whether something is open learns from "closed" that it is not.
    r"|[闭休][馆园业]|店休|停业|关门|关闭|\b(?:closed?|shut)\b(?! (?:to|by|at|up|down|higher|lower|with)\b| ?\d))"
)
# Of whom or what something is said, which is itself not denied: 行动不便的老人可由亲属代办, 未使用的门票可以退.
_ATTRIBUTE = re.compile(
    r"(?:(?<!并)不(?![可得能会是予允准许应该])|未(?![经获])|没有?|无(?!法|需))[^,，;；。]{1,10}?的"
    r"(?=[^,，;；。]{1,10}?(?:[可须应]|能|由|必须|需))"
)
_WORD, _OPPOSITE = re.compile(r"[a-z]+"), re.compile(r"\b(?:non-?|un|in|im|il|ir)([a-z]{4,})\b")
# What denies without saying not.
_LACKING = re.compile(
    r"免(?!费)|无(?![线人论])|停(?!车)|缺|失职|禁"
    r"|\b(?:free of|without|lack|absent|avoid|stop|fail|ban)(?:s|ed|ped|ned|ing)?\b"
)
_EXCEPTING = re.compile(r"除|例外|另有|只[能有]|\b(?:except|unless|only|other than|apart from)\b")
_BECAUSE = re.compile(r"因|若|如果|\b(?:because|since|if)\b")  # what is not so there only says why or when
# What is not used up may be kept; what is "not allowed" may not.
_ALLOWS = re.compile(r"(?<!不)(?:可以|允许)|(?<!\bnot )(?<!\bnot be )\b(?:may|can|allowed)\b(?! not)")


def negates(folded: str) -> bool:
    """Whether a folded text has a word that denies; 是不是 is none."""
    return _NOT.search(_ATTRIBUTE.sub("", _WHETHER.sub("", folded))) is not None


def turned(question: str, clause: str) -> bool:
    """Whether a folded clause has the opposite of a word of the question: non-refundable, unheated, invalid."""
    asked = set(_WORD.findall(question))
    return any(found[1] in asked and found[0] not in asked for found in _OPPOSITE.finditer(clause))


def denies(clause: str, sentence: str, question: str) -> bool:
    """Whether a clause that is about what is asked says plainly that it is not so; all folded.

    Not where the question denies something itself, nor where the sentence makes exceptions.
    """
    asked = question[clauses(question)[-1].start :]
    clause = _ATTRIBUTE.sub("", clause)
    found = _NOT.search(clause)
    if not found or _EXCEPTING.search(sentence) or _LACKING.search(asked) or negates(asked):
        return False
    return not _BECAUSE.search(clause, 0, found.start()) and not _ALLOWS.search(clause, found.end())
