"""Whose, in a follow-up: "And his wife?" after a question about his father, 那她丈夫呢？ after one about her mother."""

from __future__ import annotations

import re

from qa.contrasts import mentions
from qa.conversing.topics_english import possessive
from qa.question import kind_of
from qa.types import Kind

_KIN = (
    r"(?:(?:grand|step|half-|foster )?(?:father|mother|parents?|son|daughter|brother|sister|child(?:ren)?)"
    r"|husband|wife|spouse|partner|uncle|aunt|nephew|niece|cousin)"
)
_ROLE = r"(?:deputy|successor|predecessor|assistant|secretary|teacher|boss|agent|lawyer|doctor|colleague|friend|family)"
_OWNED = re.compile(r"^(?P<pronoun>his|her|its|their) (?P<noun>[a-z][\w' -]*)$", re.I)
_OWNER = re.compile(r"(?P<owner>(?:[\w.’'-]+ )*?[\w.-]+)['’]s? (?P<held>[a-z][a-z-]*(?: [a-z][a-z-]*)?)\b")
_HELD_OF = re.compile(r"\bthe (?P<held>[a-z-]+) of (?P<owner>[^?]+?)(?=\?|$)")
_WHO = re.compile(r"^(?P<ahead>who(?:'s| is| was| are| were)) ", re.I)
# Of whose husband his mother is asked it is his own.
_OTHER_THAN_OWNER = {"her": "wife", "his": "husband", "她": "妻子 太太 夫人 老婆", "他": "丈夫 老公 先生"}

_KIN_CHINESE = (
    "(?:祖|外祖|岳|养|继|义|曾祖)?[父母]亲?|父母|爸爸?|妈妈?|爷爷|奶奶|外公|外婆|丈夫|妻子|太太|老[公婆]|夫人|爱人|配偶|伴侣"
    "|[长次幼独]?[儿女]子?|女儿|[长次]?[子女]|孩子|子女|[哥弟姐妹]{1,2}|兄长?|兄弟|姐妹|家人|叔叔|伯父|舅舅|姑姑|老师|导师|学生|徒弟"
    "|助手|同事|朋友|秘书|继任者?|前任|接班人"
)
_OWNED_CHINESE = re.compile("(?P<pronoun>[他她它其])们?的?(?P<noun>[^的]{1,8})")
_OWNER_CHINESE = re.compile(f"(?P<owner>.+?)的(?P<held>{_KIN_CHINESE})(?=[是叫在哪什谁有为做多几何怎的]|$)")

_SAID_OF = re.compile(rf"\b(?:he|she)\b|(?<!其)[他她](?!们|的|{_KIN_CHINESE})", re.I)


def of_english(part: str, previous: str, short: str) -> str:
    """The whole question of what a pronoun owns, "his wife"; empty where the part is none such."""
    owned = _OWNED.match(part.strip())
    if not owned or not is_person(owned["noun"]):
        return ""
    who = _WHO.match(previous)
    own = _owner(previous) or _HELD_OF.search(previous)
    if own and is_person(own["held"]) and own["held"] != _OTHER_THAN_OWNER.get(owned["pronoun"].lower()):
        owner = re.sub(r"^(?:where|when|how|what)\b.*?\b(?:is|are|was|were|do|does|did) ", "", own["owner"], flags=re.I)
        begins = own.start() + own[0].index(owner)
        return f"{previous[:begins]}{possessive(owner)} {owned['noun']}{previous[own.end() :]}"
    if kind_of(previous) is Kind.PERSON and short:
        return f"{who['ahead'] if who else 'Who is'} {possessive(short)} {owned['noun']}?"
    return ""


def of_chinese(part: str, previous: str) -> str:
    """The whole question of what a pronoun owns, 她丈夫, where the question before names its owner; else empty."""
    owned = _OWNED_CHINESE.fullmatch(part)
    own = _OWNER_CHINESE.search(previous)
    if not owned or not own or not re.fullmatch(_KIN_CHINESE, owned["noun"]):
        return ""
    if own["held"] in _OTHER_THAN_OWNER.get(owned["pronoun"], "").split():
        return ""
    return f"{previous[: own.start('held')]}{owned['noun']}{previous[own.end('held') :]}"


def spoken_of(question: str) -> str:
    """The pronoun of whom a question says something: she of Who did she replace?; empty where it names them."""
    found = _SAID_OF.search(question)
    return found[0].lower() if found else ""


def of_couple(previous: str) -> str:
    """Whose husband or wife was spoken of, for whom "they" stands too; empty where no couple was."""
    own = _owner(previous) or _OWNER_CHINESE.search(previous)
    return own["owner"] if own and own["held"] in " ".join(("spouse", *_OTHER_THAN_OWNER.values())).split() else ""


def _owner(previous: str) -> re.Match[str] | None:
    who = _WHO.match(previous)
    return _OWNER.search(previous, who.end() if who else 0)


def is_post(noun: str) -> bool:
    """Whether it is the name of a post: the mayor, 副局长."""
    return any(each.slot in ("rank", "standing") and each.end == len(noun) for each in mentions(noun))


def is_person(noun: str) -> bool:
    """Whether the words are of a person by kinship or post: "her deputy"."""
    last = noun.split()[-1].lower()
    return is_post(noun) or re.fullmatch(f"{_KIN}|{_ROLE}s?", last) is not None
