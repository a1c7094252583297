"""The several questions of one sentence: who founded it, and when? 产假和陪产假分别是多少天? When and where is it?"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from index.words import TokenKind, tokens
from qa import kinds, wordings
from qa.question import kind_of, plainly, simplified
from qa.types import Kind

_AUXILIARY = rf"(?:{wordings.AUXILIARIES})"
_DETERMINER = "the|its|their|his|her|my|our|your|an?|this|that|these|those|both|each|every|any|some|no"
_BEFORE_ASKING = "in|on|at|by|for|from|to|of|with|under|over|since|until|about|through|during|within"
# A part of a sentence that asks by itself; a pronoun within a clause does not: of the towns whose harvest failed.
_ASKS_ALONE = re.compile(
    rf"什么|谁|哪|何[时人处地年]|几(?!{wordings.AMONG_THEM.rstrip(',')}$)|多少|为何|怎[么样]|如何|是否|多[大高长远深重久快宽]|吗"
    rf"|^(?:and |or |but |also |then )?(?:(?:{_BEFORE_ASKING}) )?(?:what|who|whom|whose|when|where|why|how|which)\b"
    rf"|^(?:and |or |but |then )?(?:{wordings.AUXILIARIES})\b|\b(?:what|who|whom|when|where|why|how|which)\W*$"
)
_MARKS = re.compile(
    r"(?<=[?\uff1f])\s*(?=\S)|[,\uff0c;\uff1b]\s*(?:(?:and|以及|并且|而且|还有|同时|那么)\s*)?(?=\S)|、"
    r"|\s*(?:以及|并且|而且)\s*"
    rf"|\s+and\s+(?=(?:(?:{_BEFORE_ASKING}) )?(?:what|who|whom|when|where|why|how|which)\b)"
    # How much is it, and may I? not: what can and may I
    rf"|(?<=[a-z])(?<! can)(?<! may)(?<! must)(?<! should)(?<! will)\s+and\s+"
    rf"(?=(?:{wordings.AUXILIARIES}) (?:I|we|you|he|she|it|they|there|{_DETERMINER})\b)",
    re.IGNORECASE,
)

# When and where does it begin? Where, when and by whom was it built?
_CIRCUMSTANCE = rf"(?:(?:{_BEFORE_ASKING}) )?(?:when|where|why|how|whom|what time)"
_CIRCUMSTANCES = re.compile(
    rf"^(?P<asks>{_CIRCUMSTANCE}(?:, {_CIRCUMSTANCE})*,? and {_CIRCUMSTANCE})(?P<rest> {_AUXILIARY} .+)$", re.IGNORECASE
)
_JOINTLY = re.compile(
    r"\b(?:between|together|combined|total|sum|difference|differ|compared|both|added)\b"
    "|区别|差别|不同|异同|相差|之间|总共|一共|合计|共同|关系|相比|比较",
    re.IGNORECASE,
)
_NOUN = rf"(?:{_DETERMINER}) (?:(?!and\b|of\b)[\w'’-]+ ){{0,3}}?[\w'’-]+"
# The rent and the deposit; the price and the stock of the pad; the price and stock of it.
_NOUNS = re.compile(
    rf"^(?P<ahead>(?:how \w+|what|who|when|where)(?:'s| is| are| was| were) (?:.* )?)(?P<one>{_NOUN}) and"
    rf" (?P<other>{_NOUN})(?P<behind>(?: (?:of|for|in|at|on|per) [^,?]+)?)\W*$",
    re.IGNORECASE,
)
_ATTRIBUTE = rf"(?:{kinds.AMOUNTS}|name|address|date|time|place|venue|purpose|stock|colou?r|hours|phone|e-?mail)"
_ATTRIBUTES = re.compile(
    rf"^(?P<ahead>what(?:'s| is| are| was| were) (?:the|its|their|his|her|your|our) )"
    rf"(?P<one>(?:[\w'’-]+ )?{_ATTRIBUTE}) and (?P<other>(?:[\w'’-]+ )?{_ATTRIBUTE})"
    rf"(?P<behind>(?: (?:of|for|in|at|on|per) [^,?]+)?)\W*$",
    re.IGNORECASE,
)
# When does it begin and end? How much is it for adults and children?
_LAST_WORDS = re.compile(
    r"^(?P<ahead>(?i:when|where|what time|how (?:much|long|often|far)) .*?(?P<before>\w+) )(?P<one>[a-z]+) and"
    r" (?P<other>[a-z]+)\W*$"
)
_NOT_BEFORE = re.compile(rf"(?:{_DETERMINER}|of|and|or)$", re.IGNORECASE)
_PLURAL_VERB = re.compile(r"\b(?:are|were)\b(?= (?:\w+ )?$)")
_OF = re.compile(r"(?P<ahead>.*(?:is|are|was|were|'s) )(?P<held>.+ (?:of|for|in|at|on) )", re.IGNORECASE)

_TWO = 2
_ENOUGH = 2  # characters on either side of 和 by which the same joint is known
_NAME = rf"(?:the )?(?:(?!(?:{_DETERMINER})\b)[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*|[12]\d{{3}})"
_NAMES = re.compile(
    rf"^(?P<ahead>\w+ (?:.*? )?)(?:both )?(?P<one>{_NAME}) and (?P<other>{_NAME})(?P<behind>(?: .*)?\W*)$"
)
_SORT = rf"(?:(?:{_DETERMINER}) )?(?!(?:{_DETERMINER}|and)\b)[a-z'’-]+"
# The price for adults and children
_FOR_EACH = re.compile(
    rf"^(?P<ahead>.+ (?:for|of|in|at|on) )(?P<one>{_SORT}) and (?P<other>{_SORT})(?P<behind>\W*)$"
)

_WHEN = r"(?:在|于)?(?:什么时候|什么时间|何时|哪一?[天年日]|几[月日号点])"
_WHERE = r"(?:在|于|到|去|从)?(?:什么地方|哪里|哪儿|何处|何地)"
_WITH_WHOM = "(?:由|被|跟|和|与|归)?谁"
_SIDE_BY_SIDE = re.compile(
    "|".join(
        f"(?P<one{n}>{one})(?:[、,，]|和|以及|及)?(?P<other{n}>{other})"
        for n, (one, other) in enumerate(
            [(a, b) for a in (_WHEN, _WHERE, _WITH_WHOM) for b in (_WHEN, _WHERE, _WITH_WHOM) if a != b]
        )
    )
)
_ASKING = "(?:大约|大概|约)?[是为有在叫要占需由归]?(?:多少|什么|谁|哪|几|多[大高长远深重久快宽]|何|怎|如何)"
_EACH = re.compile(rf"(?:分别|各自?)(?={_ASKING})|(?={_ASKING})")
_END = re.compile(r"(?=[?\uff1f]?$)")
_MEASURE = re.compile(rf"(?:{kinds.MEASURES}|时间|日期|地点|地址|名称|负责人|库存|电话)$")
# Hours are not of what the rest is of: 营业时间和电话.
_OPEN = frozenset({"营业", "开放", "办公", "上班", "工作", "开馆", "开门"})
_AND = frozenset({"和", "与", "及", "以及", "跟", "、"})


def parts(question: str) -> tuple[str, ...]:
    """The separate questions of one sentence, one or more, each as it is worded.

    >>> parts("Who founded it, and when?")
    ('Who founded it', 'when?')
    >>> parts("When and where is the fair?")
    ('When is the fair?', 'Where is the fair?')
    """
    return tuple(each for clause in clauses(question) for each in shared_out(clause))


def clauses(question: str) -> tuple[str, ...]:
    """The clauses that ask by themselves, the later ones perhaps leaving out what the first names.

    A piece that asks nothing stays with its neighbour.
    """
    if _CIRCUMSTANCES.match(question):
        return (question,)
    whole: list[str] = []
    marks = [mark.span() for mark in _MARKS.finditer(question)]
    beside = [each.span() for each in _SIDE_BY_SIDE.finditer(simplified(question))]  # 什么时候、在哪里召开
    marks = [each for each in marks if question[slice(*each)] != "、" or not any(a < each[0] < b for a, b in beside)]
    bounds = [(0, 0), *marks, (len(question), len(question))]
    pieces = [(left[1], right[0]) for left, right in pairwise(bounds) if question[left[1] : right[0]].strip()]
    plain = [plainly(question[start:end]) for start, end in pieces]
    without = [wordings.SOME.sub("数", piece) for piece in plain]
    # 停水的那几天 asks nothing where another piece asks.
    told = without if any(map(_ASKS_ALONE.search, without)) else plain
    begin: int | None = None
    for (start, end), own in zip(pieces, told, strict=True):
        begin = start if begin is None else begin
        if _ASKS_ALONE.search(own):
            whole.append(question[begin:end].strip())
            begin = None
    return tuple(whole) if len(whole) > 1 and begin is None else (question,)


def shared_out(question: str) -> tuple[str, ...]:
    """A clause that asks two things, or one of two things, as a whole question for each; else the clause alone."""
    return _in_script_of(question, _shared_out)


def joined(question: str) -> tuple[str, ...]:
    """What may be one thing or two, Lindal Foods and Orton Foods: where it joins, and asked of each; else nothing."""
    return _in_script_of(question, _joined)


def _in_script_of(question: str, ways: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    """What the patterns, which are in simplified characters, make of a question, in the characters it is written in."""
    plain = simplified(question)
    written = dict(zip(plain, question, strict=True))
    return tuple("".join(written.get(each, each) for each in part) for part in ways(plain))


def _shared_out(question: str) -> tuple[str, ...]:
    if found := _CIRCUMSTANCES.match(question):
        asks = re.split(r", (?:and )?| and ", found["asks"])
        return tuple(f"{ask[:1].upper()}{ask[1:]}{found['rest']}" for ask in asks)
    if _JOINTLY.search(question):
        return (question,)
    if found := _SIDE_BY_SIDE.search(question):
        one, other = (each for each in found.groups() if each)
        ahead, behind = question[: found.start()], question[found.end() :]
        return f"{ahead}{one}{behind}", f"{ahead}{other}{behind}"
    return _of_nouns(question) or _of_attributes(question) or _of_last_words(question) or _of_each(question)


def _joined(question: str) -> tuple[str, ...]:
    if _JOINTLY.search(question):
        return ()
    if found := _NAMES.match(question) or _FOR_EACH.match(question):
        ahead, one, other, behind = found.groups()
        return f"{one.split()[-1]} and {other.split()[0]}", f"{ahead}{one}{behind}", f"{ahead}{other}{behind}"
    asking = _EACH.search(question)
    things = _things(question[: asking.start()]) if asking else []
    if not asking or len(things) != _TWO:
        return ()
    head = question[: asking.start()]
    joint = head[max(len(things[0]) - _ENOUGH, 0) : len(head) - max(len(things[1]) - _ENOUGH, 0)]
    return joint, *(f"{thing}{question[asking.end() :]}" for thing in _owned(things))


def _of_nouns(question: str) -> tuple[str, ...]:
    if not (found := _NOUNS.match(question)):
        return ()
    ahead, one, other, behind = found.groups()
    own = _OF.fullmatch(ahead) if behind else None
    if own:  # the name of the museum and the number of visitors
        return _asked(own["ahead"], f"{own['held']}{one}"), _asked(own["ahead"], f"{other}{behind}")
    return _asked(ahead, f"{one}{behind}"), _asked(ahead, f"{other}{behind}")


def _of_attributes(question: str) -> tuple[str, ...]:
    if not (found := _ATTRIBUTES.match(question)):
        return ()
    ahead, one, other, behind = found.groups()
    return _asked(ahead, f"{one}{behind}"), _asked(ahead, f"{other}{behind}")


def _asked(ahead: str, noun: str) -> str:
    """The question of one of two nouns, its verb in the singular where the noun is."""
    singular = not re.match(r"(?:\w+ )*?\w+(?<!s)s(?: (?:of|for|in|at|on|per)\b|$)", noun)
    verb = {"are": "is", "were": "was"}
    return f"{_PLURAL_VERB.sub(lambda found: verb[found[0]], ahead) if singular else ahead}{noun}?"


def _of_last_words(question: str) -> tuple[str, ...]:
    found = _LAST_WORDS.match(question)
    if not found or _NOT_BEFORE.fullmatch(found["before"]):
        return ()
    return f"{found['ahead']}{found['one']}?", f"{found['ahead']}{found['other']}?"


def _of_each(question: str) -> tuple[str, ...]:
    """产假和陪产假分别是多少天, 租金和押金是多少: each with what the first or the last has for both; or nouns alone."""
    if not (asking := _EACH.search(question) or _END.search(question)):
        return (question,)
    things, behind = _things(question[: asking.start()]), question[asking.end() :]
    if asking.re is _EACH:
        each_asks = bool(asking[0]) or all(map(_MEASURE.search, things))
    else:  # 会议的时间和地点？
        each_asks = not any(kind_of(f"{thing}？") is Kind.OTHER and not _MEASURE.search(thing) for thing in things)
    return tuple(f"{thing}{behind}" for thing in _owned(things)) if each_asks and len(things) > 1 else (question,)


def _things(head: str) -> list[str]:
    """What stands side by side ahead of the asking."""
    found = tokens(head)
    joints = [(t.start, t.end) for t in found if t.kind is TokenKind.STOP and head[t.start : t.end] in _AND]
    joints += [(at, at + 1) for at, character in enumerate(head) if character == "、"]
    bounds = [(0, 0), *sorted(joints), (len(head), len(head))]
    things = [head[left[1] : right[0]] for left, right in pairwise(bounds)]
    return things if all(map(str.strip, things)) else [head]


def _owned(things: list[str]) -> list[str]:
    """Each with its owner: 甲公司和乙公司的营收 is the turnover of both, 会议时间和地点 are both the meeting's."""
    first, last = things[0], things[-1]
    if "的" in last and not any("的" in thing for thing in things[:-1]):
        held = last[last.rindex("的") :]
        return [*(thing + held for thing in things[:-1]), last]
    owner = first[: first.rindex("的") + 1] if "的" in first else ""
    if not owner and (measure := _MEASURE.search(first)) and not first.startswith("每"):
        owner = first[: measure.start()] if first[: measure.start()] not in _OPEN else ""
    bare = [thing for thing in things[1:] if "的" not in thing and (owner.endswith("的") or _MEASURE.fullmatch(thing))]
    return [first, *(owner + thing if thing in bare else thing for thing in things[1:])]
