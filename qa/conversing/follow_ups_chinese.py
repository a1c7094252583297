"""Chinese follow-ups: 那省级的呢? 它的规模呢? 他是谁? 为什么? made whole."""

from __future__ import annotations

import re

from index.names import SURNAMES
from index.words import Token, TokenKind, tokens
from qa import kinds
from qa.contrasts import NUMBERED, mentions
from qa.conversing import occasions, others, owners, substitution
from qa.conversing.topics_chinese import ASKS, ATTRIBUTE, LEADING, TAIL, TIMES, topic_of, without_leading
from qa.question import kind_of
from qa.types import Kind

_ELLIPSIS = re.compile(
    r"^(?:那么|那|而|还有|至于|再问一下|请问)?[,，]?\s*(?P<rest>.{1,40}?)(?:又)?(?:呢|怎么样|如何|也(?:是|一样|行|可以|能)(?:这样)?吗)[?？!！。]*$"
)
_FRAGMENT = re.compile(r"^(?:那么|那|还有|以及)?[,，]?\s*(?P<rest>[^?？,，]{1,16})[?？]?$")
_PEOPLE = ("他们", "她们", "他", "她")
_THINGS = (
    *("它们", "它", "这个", "那个", "这些", "那些", "这家", "那家", "这项", "那项"),
    *("这座", "那座", "这", "那", "该", "其"),
)
_POINTED_AT = re.compile(r"(?:[些个家位项座种只支部条件次]|[一二两三四五六七八九十几\d])*")
_PERSON_NOUN = re.compile(r"^(?:位|名)?(?:人|官员|先生|女士|作家|教授|局长|主任|导演|演员|科学家|领导)")
_COUNTED = re.compile(r"(?:多少|几)[个家项所名件]?|哪些")
_PLACE = ("那里", "那儿", "当地", "这里")
_UNTOLD = "@@"  # stands for a time that nothing before has told
_AND_THEN = re.compile("(?:那么?)?(?:之?后|然后|后来|接下来|接着)")
_IF = re.compile(
    "(?:那么?)?[,，]?(?P<condition>(?:如果|要是|假如|万一|若是?)[^,，]{1,20}?)(?:的话)?(?P<ask>呢|怎么办)?[?？]?"
)
# 设计过哪座桥, 写过什么书: what is spoken of next is the bridge; of 位于哪座城市 it is what lies there.
_OBJECT_ASKED = re.compile(
    r"(?<![于在自])(?:哪一?[座部本家条首幅所艘栋幢支款种](?!是)|(?<=[过了])什么)[^\W\d是有在]{1,6}[?？]?$"
)
# 房租包含水电吗？早餐包含在内吗？
_INCLUDED = re.compile("(?:包括|包含|含)(?P<what>(?!在).+?)吗|(?P<whole>.+?)(?:也|都)?(?:包括|包含|算|含)在.{0,4}吗")
_CONDITION = re.compile(r"(?:满|超过|不[到足满])[\d一二两三四五六七八九十半]|以[上下内]")
_PHASE = re.compile(r"第?[一二三四五六七八九十\d]+[期批]")
_BEGINS_OR_ENDS = re.compile("开始|结束|[开关闭]门|[开闭]馆|[开闭]幕|开放|关闭|营业|打烊|出发|到达|[上下]班|入住|退房")
_LED_BY_A_VERB = re.compile("[将已会要].")
_WHO_IS = re.compile("谁是|是(?:谁|什么人|哪一?[位个])")
_IF_AHEAD = re.compile("^(?:如果|要是|假如|万一|若)[^,，]*[,，]")
_DURATION_ASKED = re.compile("多久|多长时间?")
_COUNT = "(?P<count>[一两二三四五六七八九十]|\\d{1,2})"
_EARLIER = re.compile(rf"{_COUNT}年(?:以|之)?前|(?:上|前)(?:一)?(?:个)?年(?:度)?|去年|上年")
_LATER = re.compile(rf"{_COUNT}年(?:以|之)?后|(?:下|后)(?:一)?(?:个)?年(?:度)?|次年|第二年|明年")
# What asks of the same deed, and its verb with it: 哪一年结婚的？在哪？和谁？
_CIRCUMSTANCE = (
    "(?:是|在|于|到|从)?(?:什么时候|什么时间|何时|哪一?[年天月日]|几点|几[月号]|哪里|哪儿|哪(?!些|个|种|位|家|所|几)|什么地方|何处|何地)"
    "|为什么|为何|为啥|怎么|如何|[和跟与由被给对从向]谁|多久"
)
# A verb follows, for which nothing stands in.
_WHEN_OR_WHERE = re.compile("什么时|何时|哪[一年天月日里儿]|几[点月号]|何[地处]")
_WHEN_ASKED = re.compile("什么时|何时|哪一?年|几[年月号]")
_ASKED_ANEW = re.compile(f"(?P<ask>{_CIRCUMSTANCE})[的呢?？]*")
_ASKED_BEFORE = re.compile(f"(?:{_CIRCUMSTANCE})(?=.*[\u4e00-\u9fff])")
_SUBJECTLESS = re.compile(
    r"^(?:一共|总共|大约|大概|具体|目前|现在|到底|究竟|分别|最后|又|也|还|都)*(?:有|是|由|在|为|占|达|叫|从|被"
    r"|什么时候|何时|哪|谁|为什么|为何|怎么|如何|多|几|什么"
    rf"|(?:{kinds.MEASURES}|投资|年产|产能|电话|手机|邮箱|时间|地点|地址|原因|目的|负责人|创始人|总部)"
    r"|每[人个位次张天晚月年件份]|[离距].{1,6}多[远久长]|最[多少长短快慢高低大小早晚迟][要能可以是]*[多几什]"
    r"|[\u4e00-\u9fff]{1,2}了(?:什么|哪|谁|几|多少)"  # 讨论了什么
    r"|[^\W\d]{1,2}[到于往给](?:什么|哪|谁|几|何|多))"  # 停到哪天
)


def whole(question: str, previous: str, short: str) -> str:
    """The whole question; the same where nothing is left out or nothing before it can fill it in."""
    if time := occasions.that_time(question, short, previous, chinese=True):
        return _at_that_time(question, time, previous, short)
    condition = _IF.fullmatch(question)
    if condition and not (ASKS.search(condition["condition"]) or question.endswith("吗")):
        return _if_so(condition["condition"], condition["ask"] or "", previous)
    if others.wanted(question):
        return others.in_chinese(previous) or question
    asked = _ASKED_ANEW.fullmatch(re.sub("^[那这](?=是|在)", "", LEADING.sub("", question)))
    if asked and (deed := _same_deed(asked["ask"], previous, short)):
        return deed
    if owned := owners.of_chinese(_ellipsis(question), previous):
        return owned
    named = _named(question, previous, short)
    ellipsis = _ellipsis(named)
    if ellipsis:
        owner, owns, owned = ellipsis.partition("的")
        of_other = named != question and owned and owns and f"{owner}的" not in previous and owner in previous
        if of_other and not ATTRIBUTE.search(owned):  # 张伟毕业于哪所大学？他的专业呢？
            return f"{ellipsis}是{_asking(owned)}?"
        return _completed(ellipsis, previous, short)
    if named != question:
        return LEADING.sub("", named)
    bare = LEADING.sub("", question)
    if _subjectless(bare):
        changes = any(each.slot == "change" for each in mentions(bare))  # 利润为什么下降？
        told = ASKS.search(previous) if changes else None
        topic = TAIL.sub("", without_leading(previous[: told.start()])) if told else topic_of(previous)
        if any(each.kind is TokenKind.WORD and bare[each.start : each.end] in topic for each in tokens(bare)):
            return question  # 要预约吗？怎么预约？
        if _WHEN_ASKED.search(bare):
            topic = re.sub(r"^\d{4}年度?的?", "", topic)
        return f"{topic}{bare}" if topic and topic not in bare else question
    return question


def _at_that_time(question: str, time: tuple[int, int, str], previous: str, short: str) -> str:
    """The question with the time that it points at, and whole in what else it leaves out: 那一年他多大？"""
    start, end, told = time
    if not told:
        said = whole(f"{question[:start]}{_UNTOLD}{question[end:]}", previous, short)
        return said.replace(_UNTOLD, question[start:end])
    ahead = LEADING.sub("", question[:start])
    rest = whole(f"{ahead}{question[end:].lstrip(',，')}", previous, short)
    return f"{told}{rest}" if not ahead else f"{whole(question[:start], previous, short)}{told}{question[end:]}"


def _if_so(condition: str, ask: str, previous: str) -> str:
    """The question before under a condition, 如果下雨，运动会在哪儿举行？; of 怎么办 what it is about."""
    if ask == "怎么办":
        topic = topic_of(previous)
        return f"{topic if topic not in condition else ''}{condition}怎么办？"
    return f"{condition}，{_IF_AHEAD.sub('', without_leading(previous))}"


def names_attribute(question: str) -> bool:
    """Whether it begins with the attribute that it asks for, whosever it is: 租金是多少？"""
    named = TAIL.sub("", ASKS.split(question)[0])
    return ATTRIBUTE.search(named) is not None and not named.startswith((*_PEOPLE, *_THINGS))


def left_alone(question: str) -> str:
    """The one thing that a question names, leaving out what it asks of it: 初中 of 那初中呢？; else empty."""
    return _ellipsis(question).removesuffix("的")


def _same_deed(ask: str, previous: str, short: str) -> str:
    """The question before with another circumstance asked for; empty where it tells no deed."""
    if before := _ASKED_BEFORE.search(previous):
        return f"{previous[: before.start()]}{ask}{previous[before.end() :]}"
    if previous.startswith("谁") and short:
        return f"{short}{ask}{previous[1:]}"
    if re.search("是谁.", previous):
        return previous.replace("是谁", f"是{ask.removeprefix('是')}", 1)
    if re.search("吗[?？]?$", previous):
        plain, topic = re.sub("吗(?=[?？]?$)", "", previous), topic_of(previous)
        ahead = topic if not ask.startswith("为") and plain.startswith(topic) else ""
        return f"{ahead}{ask}{plain[len(ahead) :]}"
    if ask not in ("为什么", "为何", "为啥"):
        return ""
    if short and (amount := re.search("多少|几(?=[个家位名次件项条座年岁天种人所])", previous)):
        behind = previous[amount.end() :]
        return f"{ask}{previous[: amount.start()]}{short.removesuffix(behind[:1])}{behind}"
    return ""


def _named(question: str, previous: str, short: str) -> str:
    """The question with its first pronoun replaced, where nothing before the pronoun could be what it stands for."""
    for token in tokens(question):
        surface = question[token.start : token.end]
        if surface == "该" and question[max(token.start - 1, 0) : token.start] in ("我", "们", "你", "应"):
            return question  # 我该怎么办
        if surface in _PLACE:
            place = short if kind_of(previous) is Kind.PLACE and short else topic_of(previous)
            return question[: token.start] + place + question[token.end :]
        if surface in _PEOPLE or surface in _THINGS or (surface[:1] in "这那该" and surface[:2] in _THINGS):
            replaced = _replaced(question, token, surface, previous, short)
            if replaced != question or token.start or surface != "那":  # 那 of 那她丈夫呢 points at nothing
                return replaced
            continue
        if token.kind in (TokenKind.WORD, TokenKind.QUANTITY) and surface not in ("请问", "现在", "目前"):
            return question
    return question


def _replaced(question: str, token: Token, surface: str, previous: str, short: str) -> str:
    rest = question[token.end :]
    points = re.match(r"[些个家位项座一二两三四五六七八九十几\d]", rest) and not _begins_with_number(rest)
    if surface in ("那", "这") and token.start == 0 and not points:
        return question
    if re.match("(?:一个?)?[年月天日时]", rest) and surface in ("那", "这"):
        return question  # of a time that nothing told
    if surface in _PEOPLE or _PERSON_NOUN.match(rest):
        found = (owners.of_couple(previous) if surface in ("他们", "她们") else "") or _person(previous, short)
        rest = _PERSON_NOUN.sub("", rest) if surface not in _PEOPLE else rest
        return question[: token.start] + found + rest if found else question
    noun = _POINTED_AT.match(rest)
    words = [each for each in tokens(rest[noun.end() :]) if each.kind is TokenKind.WORD] if noun else []
    if surface not in ("它", "它们", "其") and noun and words and words[0].start == 0:
        name, after = rest[noun.end() :][: words[0].end], rest[noun.end() :][words[0].end :]
        known = _ending_in(name, (short, topic_of(previous), previous))
        return question[: token.start] + (known or f"{topic_of(previous)}的{name}") + after
    found = _thing(previous, short)
    return question[: token.start] + found + rest if found else question


def _begins_with_number(text: str) -> bool:
    """Whether it begins with something told by its number, 二期 or 6号线: what stands before points at nothing."""
    told = (*NUMBERED, "year", "month")
    numbered = any(each.start == 0 and each.slot in told for each in mentions(text))
    return numbered or re.match(r"\d+(?:号|[呢?？]|$)", text) is not None


def _person(previous: str, short: str) -> str:
    topic = topic_of(previous)
    if _WHO_IS.search(previous) and _may_be_name(topic) and not _may_be_name(short):  # 王建国是谁？校长
        return topic
    named = kind_of(previous) in (Kind.PERSON, Kind.LIST) and len(short) <= 20
    return short if short and named else topic if not re.search(r"\d|[了过]$", topic) else ""


def _may_be_name(words: str) -> bool:
    return words[:1] in SURNAMES and 1 < len(words) < 4


def _thing(previous: str, short: str) -> str:
    named = kind_of(previous) in (Kind.ORGANISATION, Kind.PLACE, Kind.LIST) and len(short) <= 30
    named = named and not re.search("(?<!出生)(?:[位处在]于?|坐落[于在])哪", previous)  # 公司在哪里？它多大？
    named = named or _OBJECT_ASKED.search(previous) is not None
    return short if short and named else topic_of(previous)


def _ending_in(noun: str, texts: tuple[str, ...]) -> str:
    """The longest run of words in the texts that ends in the noun; empty where none does."""
    for text in texts:
        if (place := text.find(noun)) > 0 or text == noun:
            words = [t for t in tokens(text[:place]) if t.kind in (TokenKind.WORD, TokenKind.STOP)]
            start = place
            for word in reversed(words):
                if word.end != start or (word.kind is TokenKind.STOP and text[word.start : word.end] != "的"):
                    break
                start = word.start
            return text[start : place + len(noun)]
    return ""


def _ellipsis(question: str) -> str:
    """What an elliptical question names anew: 省级的 in 那省级的呢?; empty for a question that asks for itself."""
    found = _ELLIPSIS.match(question)
    if found is None and (found := _FRAGMENT.match(question)) and (
        ASKS.search(question)
        or re.search(r"吗|吧|^[^的]{5,}[是为][?？]$", question)  # 市级企业技术中心数量是?
        or not re.search(r"[?？]$", question)
    ):
        return ""
    rest = found["rest"] if found and not _AND_THEN.fullmatch(found["rest"]) else ""
    if rest in _PEOPLE:
        return ""
    return "" if ASKS.search(rest) else rest.rstrip("又也").removesuffix("是")


def _completed(rest: str, previous: str, short: str) -> str:
    year = substitution.other_year(rest, previous, short, _EARLIER, _LATER)
    if year:
        rest = f"{year}年"
    plain = rest.removesuffix("的")
    if said := occasions.other_occasion(previous, plain) or occasions.on_a_day(without_leading(previous), plain):
        return said
    if included := _INCLUDED.search(previous):
        start, end = included.span("what" if included["what"] else "whole")
        if previous[included.start() - 1 : included.start()] != plain[-1:]:  # 门票包含缆车吗？学生票呢？
            return previous[:start] + plain + previous[end:]
    if _BEGINS_OR_ENDS.fullmatch(plain) and (own := _BEGINS_OR_ENDS.search(previous)):  # 几点开始？结束呢？
        return previous[: own.start()] + plain + previous[own.end() :]
    topic = topic_of(previous)
    if re.search("吗[?？]?$|有没有|是否", previous) and ATTRIBUTE.search(plain) and ATTRIBUTE.fullmatch(topic):
        return previous.replace(topic, plain, 1)  # 费用可以退吗？押金呢？
    if ATTRIBUTE.search(plain) and not rest.endswith("的"):
        return _of_attribute(plain, previous)
    if owners.is_post(plain) and re.search("(?:多少|几)[个家位座种项名件次条所]", previous):  # 有多少所小学？局长呢？
        return f"{plain}是谁?"
    of_those = rest.endswith("的") and len(plain) > 4 and re.search("吗[?？]?$", previous)  # 工作满十年的呢？
    if of_those and topic and topic != previous:
        return previous.replace(topic, rest, 1)
    here = mentions(plain)
    of_some = _PHASE if _PHASE.fullmatch(plain) else _CONDITION  # 第二期呢？工作满五年的呢？
    if of_some.search(plain) and not of_some.search(previous):
        joined = f"{plain}{'的' if rest.endswith('的') else ''}"
        return previous.replace(topic, f"{joined}{topic}", 1) if topic and topic in previous else f"{joined}{previous}"
    if rewritten := substitution.substituted(previous, plain):
        return rewritten
    if here and here[0].slot == "level" and (asked := _COUNTED.search(previous)):
        return previous[: asked.end()] + plain + previous[asked.end() :]
    if any(mention.slot in TIMES for mention in here):
        return f"{plain}{without_leading(previous)}"
    if f"几{topic}" in previous or _LED_BY_A_VERB.match(topic):  # 几点闭馆 and 将裁员多少人 have none
        return f"{plain}{without_leading(previous)}"
    if ATTRIBUTE.fullmatch(topic):  # 保修期多长？电池呢？
        return previous.replace(topic, f"{plain}的{topic}", 1)
    if not _WHEN_OR_WHERE.search(previous) and (
        rewritten := substitution.substituted(previous, plain, substitution.SLIGHTLY_ALIKE)
    ):
        return rewritten
    person = kind_of(previous) is Kind.PERSON
    if re.search("吗[?？]?$", previous) and topic in ("", re.sub("吗?[?？]?$", "", previous)):  # 可以退吗？会员呢？
        return f"{plain}{previous}"
    if not topic or topic not in previous or (person and _WHO_IS.search(previous)):
        return f"{plain}是{'谁' if person else '什么'}?"
    return previous.replace(_replaceable(topic, previous), plain, 1)


def _replaceable(topic: str, previous: str) -> str:
    """What of the topic another stands in for: 整机 of 整机保修多久, whose last word is what lasts."""
    asked = _DURATION_ASKED.search(previous)
    words = [each for each in tokens(topic) if each.kind is TokenKind.WORD]
    lasts = asked and previous[: asked.start()].endswith(topic) and len(words) > 1
    return topic[: words[-1].start] if lasts else topic


def _of_attribute(attribute: str, previous: str) -> str:
    """The question for an attribute of what was spoken of, which may have been another attribute of the same."""
    asking = f"{attribute}是{_asking(attribute)}?"
    before = TAIL.sub("", previous[: asked.start()]) if (asked := ASKS.search(previous)) else previous
    owned = any(each.start == 0 and attribute[each.end :].startswith("的") for each in mentions(attribute))
    if ("的" in attribute and not owned) or (other := ATTRIBUTE.search(before)) is None:
        topic = topic_of(previous)
        return asking if ("的" in attribute and not owned) or not topic else f"{topic}的{asking}"
    return before[: other.start()] + asking


def _asking(attribute: str) -> str:
    figures = rf"(?:{kinds.MEASURES}|增长|资金|投入|支出|钱|门票|费|价|电话|号码?|传真|预算|GDP|率|[总人]数)$"
    return "多少" if re.search(figures, attribute) else "什么"


def _subjectless(question: str) -> bool:
    """Whether the question asks about something it does not name: 由谁负责? 规模有多大? 为什么?"""
    if len(question) > 16 or kind_of(question) is Kind.DEFINITION or not _SUBJECTLESS.match(question):
        return False
    plain = re.sub("的钱(?=[?？]?$)", "", ASKS.sub("", question, count=1))  # 谁出的钱？
    words = [token for token in tokens(plain) if token.kind is TokenKind.WORD]
    named = any(each.slot != "change" for each in mentions(question))
    return len(words) <= 1 and not named and bool(ASKS.search(question))
