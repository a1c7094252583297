"""The words with which Chinese says yes or no: the verb of the question, 可以 or 不能, 没有 of what did not happen."""

from __future__ import annotations

import re

from index.quantities import quantities
from index.words import TokenKind, tokens
from qa.contrasts import mentions

PLAIN = ("是的", "不是")
_BY_VERB = {
    "may": ("可以", "不可以"),
    "can": ("能", "不能"),
    "will": ("会", "不会"),
    "need": ("需要", "不需要"),
    "want": ("要", "不用"),
    "must": ("必须", "不必"),
    "ought": ("应该", "不应该"),
    "let": ("允许", "不允许"),
    "have": ("有", "没有"),
}
_NOTHING_HAPPENED, _OTHERWISE = ("是的", "没有"), ("是的", "不")
REPLIES = (PLAIN, *_BY_VERB.values(), _NOTHING_HAPPENED, _OTHERWISE)

_CHOICE = re.compile(r"(可)(?:不可以?|否)|(\w)不\2")  # 能不能 asks what 能 asks
_DENIES = re.compile(r"不(?![断仅但过少同久管论错足])|没|未(?![来婚满])")
_VERB = re.compile(
    r"(?P<may>可以|可(?![能靠见怕持惜笑爱燃]))|(?P<can>(?<![可性功效智职动核热才只])能(?![力量源效见]))"
    r"|(?P<need>需要)|(?P<must>必须)|(?P<ought>应[该当])|(?P<let>允许)"
    r"|(?P<want>(?<![需主重必只想将快就首摘概])要(?![求点素是害紧闻员塞么]))"
)
_WILL, _WHETHER_WILL = "会", re.compile("会不会|是否会")
_HAPPENED = re.compile(r"(?<![为罢])了(?!解|结|然|如)|(?<![超通经不透越])过(?![去敏程度期滤年节夜关户境量])|已|曾")
_IS = re.compile(r"(?<![但还可于总只])是(?!否)")
_HAS = re.compile(r"(?<![没所拥具享持含富只])有(?![限关效名趣益害利些的时色序望])")
_ASKED_ABOUT = re.compile(r"(?:的|了|左右)*吗?\W*$")  # behind a figure, that this is what is asked about
_IS_NOT, _HAS_NOT = re.compile(r"不(?![断仅但过少同久管论错足])"), re.compile(r"没|未(?![来婚满])|无")
_WILL_NOT = re.compile(r"不会|不再")


def replies(question: str, claim: str) -> tuple[str, str]:
    """What says yes and what says no to a Chinese question, which is folded as the claim behind it is."""
    asked = _CHOICE.sub(r"\1\2", question)
    if _DENIES.search(asked.replace("有没有", "有")):
        return PLAIN  # one agrees with what is denied, or does not
    if verb := "will" if _WHETHER_WILL.search(question) else _modal(asked):
        return _BY_VERB["will" if verb == "want" and _WILL_NOT.search(claim) else verb]
    if _HAPPENED.search(asked):  # 摔坏了保修吗 asks of a rule, which says 不保修
        return _OTHERWISE if _IS_NOT.search(claim) and not _HAS_NOT.search(claim) else _NOTHING_HAPPENED
    if _IS.search(asked):
        return PLAIN
    if _HAS.search(asked):
        return _BY_VERB["have"]
    figures = quantities(asked)
    return PLAIN if "是否" in asked or (figures and _ASKED_ABOUT.match(asked, figures[-1].end)) else _OTHERWISE


def denying(question: str, no: str) -> str:
    """A Chinese yes-or-no question whose verb is denied, as the no said to it denies it: 可以 becomes 不可以.

    Where the verb cannot be told, the question comes back as it is.
    """
    asked = _CHOICE.sub(r"\1\2", question.replace("有没有", "有")).replace("是否", "")
    if _DENIES.search(asked):
        return question
    verb = _VERB.search(asked) or next(
        (found for pattern in (_HAS, _IS) if (found := pattern.search(asked))), None
    )
    words = [each for each in tokens(asked) if each.kind is TokenKind.WORD]
    will = next((each for each in words if each.term == _WILL), None)
    if will and (verb is None or will.start < verb.start()):
        return f"{asked[: will.start]}不{asked[will.start :]}"
    if verb:
        denied = "没" if verb[0] == "有" else "不"
        said = no if verb.lastgroup and no.endswith(verb[0]) else f"{denied}{verb[0]}"
        return f"{asked[: verb.start()]}{said}{asked[verb.end() :]}"
    ends = re.search(r"吗?\W*$", asked)
    days = [each.end for each in mentions(asked)]
    if words and ends and words[-1].end == ends.start() and words[-1].start in days:  # 周一开门吗
        return f"{asked[: words[-1].start]}不{asked[words[-1].start :]}"
    return question


def _modal(question: str) -> str | None:
    """The first auxiliary verb, by its name; 会议 and 非会员 have none."""
    places = [(each.start, "will") for each in tokens(question) if each.term == _WILL]
    if found := _VERB.search(question):
        places.append((found.start(), found.lastgroup or ""))
    return min(places)[1] if places else None
