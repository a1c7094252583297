"""Which column of a table a question asks for, where it says its heading in other words."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus import Span
from index.folding import fold
from index.quantities import QuantityKind
from qa.headed import figures_in
from qa.question import Asked, sort_of
from qa.types import Kind

_BY_KIND, _BY_WORDING = 0.5, 0.8  # how far a heading fits; one that is said in full does by 1
# Headings under which a kind of answer stands.
_OF_KIND = {
    Kind.DATE: r"日期|时间|截止|期限|\b(?:date|time|day|deadline|due|until)\b",
    Kind.PERSON: r"人$|人[员]|负责|姓名|教[师练]|老师|讲师|主讲|医生|经理|作者"
    r"|主讲|嘉宾|主持|司机|导游|领队"
    r"|\b(?:name|owner|person|lead(?:er)?|contact|t(?:each|ut)(?:er|or)|instructor|lecturer|coach|doctor|manager|author"
    r"|speaker|presenter|host|trainer|guide|driver|chef|organi[sz]er|artist|performer|captain)\b",
    Kind.PLACE: r"地点|教室|房间|场地|\b(?:room|venue|place|location|where)\b",
    Kind.DEFINITION: r"含义|意思|意义|说明|描述|\b(?:meaning|description|definition|explanation)\b",
}
_WHEN = r"(?:几点钟?|时候|几时|何时|时间|哪天)(?:能|会|可以|才|就)?"
# What a question says, and the headings that say the same, the likeliest first.
_WORDINGS = (
    (
        rf"{_WHEN}[到抵]|到达|抵达|到站|\b(?:arriv|reach)|\b(?:get|gets|due) (?:in|to|there)\b",
        (r"到达|抵达|终到|到站|\b(?:arriv\w*|arr)\b", r"^到$"),
    ),
    (
        rf"{_WHEN}(?:出发|发|开|走|离)|出发|发车|启程|\b(?:leaves?|depart|set off|sets off)",
        (r"出发|发车|开车|离站|\b(?:depart\w*|dep|leav\w*)\b", r"始发|开始|\bstart\w*\b"),
    ),
    (
        r"从哪里?儿?|哪里(?:出发|发车|始发)"
        r"|\bwhere (?:do|does|is|are)\b.*\bfrom\b|\bwhere (?:do|does)\b.*\b(?:start|leave|depart)",
        (r"始发|起点|出发[站地]|\b(?:from|origin)\b",),
    ),
    (
        r"[往去到](?:哪|什么地方)|终点"
        r"|\bwhere (?:do|does)\b.*\b(?:go|end|arrive|terminate)|\bwhere to\b|\bdestination\b",
        (r"终到|终点|到达站|到站|目的地|[开去]往|\b(?:to|destination)\b",),
    ),
    (
        r"怎么办|(?:怎[么样]|如何)(?:处理|解决|应对|排除|办)|该怎么"
        r"|\bwhat (?:should|shall|must|can|do|does|is) .*\b(?:do|done)\b|\bwhat to do\b"
        r"|\bhow .*\b(?:fix|solve|handle|deal|cure)",
        (
            r"处理|办法|措施|解决|对策|排除|处置|应对|\b(?:what to do|remed\w*|solutions?|fix|cure|handling)\b",
            r"方法|操作|建议|\b(?:actions?|advice|measures?|do)\b",
        ),
    ),
    (
        r"什么意思|含义|是什么|(?:代表|表示|意味着|指的?是)了?(?:什么|啥)"
        r"|\bmeans?\b|\bstands? for\b|\bwhat(?:'s| is) (?:wrong|error)",
        (
            r"含义|意思|意义|说明|描述|\b(?:meaning|description|definition|explanation)\b",
            r"故障|原因|现象|问题|\b(?:fault|cause|problem|error|reason)\b",
            r"名称|\bname\b",
        ),
    ),
    (
        r"多久(?!.*一次)|多长时间|时长|几个?(?:小时|分钟|天|月)"
        r"|\bhow (?:long|many (?:hours|minutes|days|weeks|months))\b",
        (
            r"时长|历时|用时|耗时|全程|(?:运行|所需)时间|\b(?:duration|takes?|length)\b",
            r"^时间$|分钟|小时|天数|期限?$|\b(?:time|minutes|hours|days|weeks)\b",
        ),
    ),
    (r"[几多][大少]?岁|多大年[纪龄]|\bhow old\b|\bwhat age", (r"年[龄纪]|岁|\bage\b|\bages\b",)),
    (
        r"(?:几|多少)个?人|\bhow many (?:people|guests|persons)\b",
        (r"人数|容纳|\b(?:capacity|seats|sleeps|berths|guests|people|persons)\b",),
    ),
    (
        r"[装盛]得?下?多少(?![个人])|容纳多少(?![个人])|\bhow much (?:\w+ )?(?:does|do|can|will) .*\bhold\b",
        (r"容[量积]|\b(?:capacity|volume)\b",),
    ),
    (r"多大|\bhow (?:big|large)\b|\bwhat size\b", (r"面积|大小|尺[寸码]|规格|\b(?:size|area|dimensions?)\b",)),
    (r"多[高]|\bhow (?:tall|high)\b", (r"高度?|海拔|\b(?:height|elevation|altitude)\b",)),
    (r"多重|\bhow heavy\b|\bweighs?\b", (r"重|\bweight\b",)),
    (r"多远|多长(?!时间)|\bhow (?:far|long)\b", (r"距离|里程|全?长度?|\b(?:distance|length|mileage)\b",)),
    (r"多少度|几度|多[热烫冷]|\bhow (?:hot|cold|warm)\b|\bwhat temperature\b", (r"温度?|\b(?:temperature|heat)\b",)),
    (
        r"多少钱|价[钱格]|什么价|怎么卖|收费|\bhow much\b|\bcosts?\b|\bwhat .*\b(?:pay|charged?)\b",
        (r"价|收费|费用?|金额|\b(?:price|cost|fare|fee|charge|amount)\b",),
    ),
)
_PATTERNS = tuple(
    (re.compile(asking), tuple(re.compile(each) for each in headings)) for asking, headings in _WORDINGS
)
_KINDS = {kind: re.compile(pattern) for kind, pattern in _OF_KIND.items()}
_MEASURED = frozenset({QuantityKind.MONEY, QuantityKind.DURATION, QuantityKind.PERCENT, QuantityKind.MEASURE})


def fit(question: str, kind: Kind, heading: str) -> float:
    """From 0 to 1 how far what a question says calls for what stands under a heading."""
    told = fold(heading).text.strip()
    called_for = (enumerate(each) for each in _called_for(question))
    ranks = [place / 10 for each in called_for for place, pattern in each if pattern.search(told)]
    if ranks:
        return _BY_WORDING - min(ranks)
    return _BY_KIND * bool(kind in _KINDS and _KINDS[kind].search(told))


def called_for(question: str, label: str) -> list[Span]:
    """Where a label says in other words what a question calls for: the Weight of how heavy; all at offsets of it."""
    told = fold(label)
    patterns = [pattern for each in _called_for(question) for pattern in each]
    return [Span(*told.span(*found.span())) for each in patterns for found in each.finditer(told.text) if found[0]]


@lru_cache(maxsize=64)
def asking(question: str) -> tuple[Span, ...]:
    """Where a question says in words of its own under which heading the answer stands: "how heavy", 多少钱."""
    folded = fold(question)
    return tuple(
        Span(*folded.span(*found.span())) for pattern, _ in _PATTERNS for found in pattern.finditer(folded.text)
    )


@lru_cache(maxsize=64)
def _called_for(question: str) -> tuple[tuple[re.Pattern[str], ...], ...]:
    text = fold(question).text
    return tuple(headings for asking, headings in _PATTERNS if asking.search(text))


def tells_sort(wording: Asked, cell: str, heading: str) -> bool | None:
    """Whether a cell tells the sort of figure asked for, a time, money, an area; None where no sort is asked for."""
    wanted = wording.figures & _MEASURED
    if not wanted and not wording.units:
        return None
    figures = figures_in(cell, heading)
    if wording.units:
        return any(each.unit in wording.units for each in figures)
    return any(sort_of(each) in wanted for each in figures)
