"""What a Chinese question is about: its topic, without what leads up to its asking."""

from __future__ import annotations

import re

from index.words import TokenKind, tokens
from qa import kinds
from qa.contrasts import mentions

ASKS = re.compile(
    r"多少|百分之几|几(?=[个家位名次件项条座年岁天种人月])|什么时候|什么时间|何时|何地|何处|什么|谁|哪些|哪里|哪儿"
    r"|哪[一几]?[个家位座年种项天日月]?"
    r"|为什么|为何|怎么样|怎样|怎么|如何|多[大高长远深重久快宽]|是否|是不是|有没有|几|多少"
)
LEADING = re.compile(
    r"^(?:那么|那|还有|另外|而且|并且|然后|所以|请问|再问一下)[,，]?\s*(?!个|些|位|家|里|次|时|年|场|座|种|项|是)"
)
ATTRIBUTE = re.compile(
    rf"(?:(?:营业|财政|总|净|人均)*(?:{kinds.MEASURES})|[\u4e00-\u9fff]{{0,2}}(?<![缴收付免消交退自浪])费|GDP|预算|[房菜车售单原进]价"
    r"|时间|日期|地点|地址|位置|原因|目的|结果|作者|负责人|创始人|成员|总部|首都|名称|名字"
    r"|意义|内容|特点"
    r"|增长|增速|资金|投入|支出|钱|门票|人才|职务|职位|身份|来源|对象|期限|目标|电话|电话号码|手机号码?|邮箱|传真|网址"
    r"|(?:保修|质保|保质|有效)期)$"
)
_MEASURE = re.compile(f"(?:{kinds.MEASURES}|投资|年产|产能)$")
TAIL = re.compile(
    r"(?:的)?(?:(?:位|坐落|毕业|就读|出生|任职|任教|定居)[于在]|[是有为达在由于到从共占叫做]|(?<!过)去|需要|[花用]了|花费|发生[了过]?|现在|目前|如今|大约|一共|总共|分别|预计|已经|已|累计|约|将|会|计划)*$"
)
_OWNED_THING = re.compile(r"(?:多少|几)[个家位座种项名件次条]|哪些|哪几")
TIMES = ("year", "month", "half", "quarter", "season", "day")
_EACH = re.compile("每[人个位次张天晚月年件份]?")
_ADVERBIAL = re.compile("什么时|何时|何[处地]|几[点月号]|哪[里儿]|多少钱|怎么|如何|为什么|为何")
# What a question answered by yes or no is about stands before its verb.
_WHETHER = "(?<=..)(?:是否|有没有|可不可以|能不能|不?可以|不?能(?!源|力|量)|允许|需要|必须|还?是(?=[^否]))"
_MAY = "(?:是否|有没有|可不可以|能不能|不?可以|不?能(?!源|力|量)|需要|必须|要)"


def topic_of(question: str) -> str:
    """What a question is about: the words before its asking, with the thing asked about after it."""
    plain = question.rstrip("?？!！。 吗呢")
    asked = ASKS.search(plain)
    if not asked:
        if there := re.match("有(?!没有|关)(.{2,})", plain):  # 有健身房吗？
            return there[1]
        if re.match(_MAY, plain):  # 可以退吗？ names nothing
            return ""
        return _without_times(re.split(_WHETHER, plain, maxsplit=1)[0] or plain)
    led = without_leading(_before_tail(plain[: asked.start()]))
    if not (before := _without_times(led)) and led and _ADVERBIAL.match(plain, asked.start()):
        return ""  # 冬季几点关门, 每人多少钱
    attribute = re.search(rf"的[^的]{{0,6}}?{ATTRIBUTE.pattern}", before)
    if attribute:
        return before[: attribute.start()]
    before = _without_deed(before)
    thing = re.sub(r"^(?:[个家位座年种项岁名件次条些里]|是|在|了|的|人(?!工|才)|地方|时候)*", "", plain[asked.end() :])
    if not before:
        if having := re.fullmatch("(?P<things>..+?)(?P<held>有.+)", thing):  # 哪些房间有阳台？
            return f"{having['held']}的{having['things']}"
        thing = re.sub("^[^了过]{1,3}[了过](?=..)", "", thing)  # 谁赢了比赛？
        return thing if len(thing) > 1 else ""
    if (measure := _MEASURE.search(before)) and measure.start() > 1:  # 宁波工厂面积多大
        before = before[: measure.start()]
    if len(thing) < 3 or ATTRIBUTE.search(thing) or not _OWNED_THING.match(plain[asked.start() :]):
        return before
    return f"{re.sub('[了过着]$', '', before)}的{thing}"


def without_leading(text: str) -> str:
    """The question without what introduces it: 那么, 请问, 今年以来."""
    return LEADING.sub("", re.sub(r"^(?:请问|截至目前|目前|今年以来|今年|据介绍|根据.{1,12}[,，])[,，]?", "", text))


def _before_tail(text: str) -> str:
    """The text without what leads up to the asking: 将在, 是; the 会 of 音乐会 is no such word."""
    end = len(TAIL.sub("", text))
    words = (token for token in tokens(text) if token.kind is TokenKind.WORD and token.start < end < token.end)
    return text[: max([end, *(word.end for word in words if text[word.end - 1] == "会")])]


def _without_times(text: str) -> str:
    """The text without the seasons and days it begins or ends with, which nothing is about: 万寿宫 of 万寿宫周一."""
    times = [each for each in mentions(text) if each.slot in TIMES]
    if _EACH.fullmatch(text) or any((each.start, each.end) == (0, len(text)) for each in times):
        return ""
    days = [each for each in times if each.slot in ("day", "season")]
    return text[: days[0].start] if days and days[0].start > 1 else text


def _without_deed(text: str) -> str:
    """What somebody did is not what is asked about: 会议 of 会议讨论了."""
    if not text.endswith(("了", "过")):
        return text
    words = [each for each in tokens(text) if each.kind is TokenKind.WORD]
    return text[: words[-1].start] if len(words) > 1 and words[-1].start > 1 else text
