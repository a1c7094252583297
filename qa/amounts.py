"""What sort of figure a question asks for: money, a share, a time; a weight or a length, by the units that tell it."""

from __future__ import annotations

import re

from index.quantities import QuantityKind
from index.units import DURATIONS, UNITS

_RISE = "(?<![一两二三四五六七八九十几每\\d])升"  # no litre
_ROSE_OR_FELL = f"(?:[涨降跌]|[上下]调|{_RISE}|增长|增加|减少|提高|下滑|萎缩)了?"
# What is measured in time: running time, waiting time.
LASTING = "running|journey|travel|waiting|flight|driving|response|winning"
_FAR = "far(?! in advance| ahead| back)"  # these ask for a time
_GREW = r"gr(?:ow(?:n(?!-)|s|th|ing)?|ew)\b"  # no grown-ups
_GOES_UP = r"(?:go(?:es|ing|ne)?|went) (?:up|down)"
GROWTH = re.compile(
    rf"增速|增幅|涨幅|降幅|跌幅|增长率|{_ROSE_OR_FELL}(?:多少|几|百分)"
    r"|[比较][^,?]{1,10}[多少高低快慢]了?(?:多少|几|百分)"
    r"|\bby (?:how much|what (?:percentage|percent|share|rate))\b|\bgrowth rate\b"
    r"|\brate of (?:growth|increase|decline)\b"
    rf"|\bhow (?:fast|quickly|rapidly|much) (?:did|do|does|has|have|is|are|was|were) .*\b(?:{_GREW}|ris(?:e|en|ing)"
    rf"|increas\w+|fall\w*|drop\w*|declin\w+|shr[iu]nk\w*|climb\w*|expand\w*|{_GOES_UP})\b"
)
# Asks for a difference and nothing else, by whatever it is told.
COMPARED = re.compile(
    rf"[比较][^,?]{{1,14}}[多少高低快慢长短重轻贵早晚大小]了?(?:多少|几)|{_ROSE_OR_FELL}了?(?:多少|几|百分)|[上下]升了?(?:多少|几)"
    r"|\bhow (?:many|much) (?:more|fewer|less)\b.*\bthan\b"
    r"|\bhow (?:many|much) \w*er\b.*\bthan\b"
    rf"|\bby how (?:much|many)\b|\bhow much (?:did|do|does|has|have|is|are|was|were) .*\b(?:{_GREW}|ris(?:e|en|ing)"
    rf"|increas\w+|fall\w*|drop\w*|declin\w+|shr[iu]nk\w*|climb\w*|{_GOES_UP})\b(?!.*\bto\b)"
)
# What a text says a change with.
CHANGE = re.compile(
    rf"增|涨|{_RISE}|[上下]调|提高|[高低多少]出|[高低多少]了|[高低多]于|更[高低多少快慢]|降|跌|减|裁|超|快|慢|同比|环比|扩大|缩|翻|倍|差|节省|压|回落"
    r"|额外|比(?![例重赛率如])|较|从.{1,14}[到至]|由.{1,14}[到至]"
    r"|\b(?:up|down|r[io]se|risen|rising|gr[eo]w\w*|increas\w+|gain\w*|f[ae]ll\w*|drop\w*|declin\w+|cut|lower|higher|more"
    r"|fewer|less|above|below|than|reduc\w+|shr\w+|doubl\w+|tripl\w+|jump\w*|climb\w*|surg\w*|sav\w+|expand\w*|slip\w*"
    r"|narrow\w*|widen\w*|from|ahead|faster|added?|additional|extra)\b",
    re.IGNORECASE,
)
# What else may ask for a difference, or for a share that is a change itself, as inflation is.
DIFFERENCE = re.compile(
    r"差|省|优惠|便宜|贵|补|折|率|指数|通胀|[多少][花付交收赚用出领拿]"
    r"|\b(?:sav\w+|discount|off|extra|differ\w*|gap|cheaper|dearer|w[io]n|beat|margin|more|less|between|by|additional"
    r"|rates?|inflation|index)\b",
    re.IGNORECASE,
)
# What asks for the value before a change; and what tells neither that nor the one after it, but which by its date.
EARLIER = re.compile(
    r"原[来先本有定是为]|[之以此]前|先前|早先|从前|过去|[调改涨降提延]\w{0,2}前[是为有]?(?:多|几)|[由从](?:多少|几)"
    r"|(?<!the day )(?<!the night )\bbefore\b|\b(?:previous|former|original)(?:ly)?\b|\bearlier\b|\bused to\b"
    r"|(?<!how )\bold\b|\bprior\b|\bfrom (?:what|how)\b|\bfrom\W*$",
    re.IGNORECASE,
)
BY_ITS_DATE = re.compile(
    r"[去前今明][年月天]|[上本]个?[年月周季]|昨[天日年]"
    r"|\b(?:last|this|next) (?:year|month|week|quarter|season|term)\b|\bago\b|\byesterday\b",
    re.IGNORECASE,
)
# Told by a figure or by a rate: 一般公共预算收入增长5%以上.
TARGET = re.compile(r"目标|\btargets?\b", re.IGNORECASE)
CHANGES = (GROWTH, CHANGE, DIFFERENCE, TARGET)
AGE = re.compile(r"多大(?:年纪|岁数|年龄|了)|几周?岁|(?:年纪|岁数|年龄)(?:是|有|为)?多|\bhow old\b|^(?:at )?what age\b")
OFTEN = re.compile(
    r"多[久长](?:时间)?.{0,6}?[一1](?:次|回|趟|遍|班)|隔多[久长]|多[久长](?:时间)?.{0,3}?[一1][换查检洗修开停聚轮更]|频次"
    r"|几(?:天|日|周|个?月|年|分钟|个?小时).{0,6}?[一1](?:次|回|趟|遍|班)|\bhow (?:often|frequently)\b"
)
# What a text says it with: every three years, 每半年一次, two or three times, in one case of 1,500.
TOLD_OFTEN = re.compile(
    r"[每隔][^，。；,;]{0,4}?(?:秒|分钟?|[时天日周月季年晚早]|星期|学期|次|班|趟)|[一两三四五六七八九十几数\d万亿][次回趟遍班]"
    r"|逐[日周月年]|定期|从[不未]|经常|时常|分之"
    r"|\b(?:every|each|per|once|twice|times|hourly|daily|nightly|weekly|fortnightly|monthly|quarterly|yearly|annually"
    r"|always|never|rarely|seldom|regularly|(?:one|1) (?:in|out of))\b"
    r"|\ba (?:day|week|month|quarter|year)\b",
    re.IGNORECASE,
)
# What somebody pays or gets for something: what they pay for, or with, is no amount.
PAID = (
    r"\bwhat (?:do|does|did|will|would|must|should|can|could|may|am|is|are) (?!.*\b(?:and|cut|reduce|cover)\b)[^,?]*"
    r"\b(?:(?<!to )|(?<=have to )|(?<=has to )|(?<=had to )|(?<=need to ))"
    r"(?:pay(?! (?:attention|heed|tribute|respect)|.* with\b)(?! for\W*$)|earn|fetch|gross|owe"
    r"|(?:sell|go|rent|trade) for"
    r"|spend (?:on(?!\W*$)|per|each|every|a (?:day|week|month|year)|in (?:all|total))"
    r"|(?:get|receive|contribute|save) (?:per|each|every|a (?:day|week|month|year)))\b"
    r"|\bwhat (?:is|was|were|will be|has been) paid\b(?! by| with)"
    r"|\bwhat (?:is|are|was|were|does|do|did)\b.* worth(?! (?:\w+ing|it)\b)\b"
)
IN_MONEY = re.compile(
    r"\bin (?:yuan|(?:us )?dollars|rmb|euros?|pounds sterling|(?:swiss )?francs)\b|\bhow much money\b"
)
FIGURES = tuple(
    (sort, re.compile(pattern))
    for sort, pattern in (
        (
            QuantityKind.MONEY,
            r"资金|金额|价格|售价|费用|收费|保证金|押金|罚款|成本|[好处学药续运停服务管理保险培训]费|产值|营收|收入|利润"
            r"|票房|市值|工资|(?<!带)薪|预算|经费|身价|总投资|生产总值|基金|(?<![a-z])gdp(?![a-z])"
            r"|多少(?:资金|投资|人民币)|额(?:大?约|大概)?(?:是|为|达到?|有)?多少|\bgross domestic product"
            r"|\bhow much (?:\w+ ){0,2}(?:money|funding|funds|capital)\b|\bsalar|\bwages?\b|\bincome\b|\bprofit"
            r"|\b(?:cost|price|charge|fee|fine|deposit)s?\b"
            r"|\bcharged\b|\bfund|\brevenue|\binvest|\bbudget|\boutput value\b"
            r"|[房月]租|租金|补[贴助]|奖金|津贴|学费|赔偿|贷款|捐款"
            r"|[罚挣赚亏欠赔]了?多少|多少(?:工钱|工资|租金|税|钱)|(?:成交|均|单|票|房|物)价|开支|支出|赤字"
            r"|\bhow much (?:tax|freight|rent|compensation|aid|debt)\b"
            r"|\bhow much .*\b(?:owed?|earn(?:s|ed)?|fined|spent|spend|paid|pay)\b"
            rf"|{PAID}|什么价|\bwhat sums?\b|\bhow (?:expensive|costly|cheap)\b"
            r"|\bsubsid|\bbonus|\ballowance|\brents?\b|\btuition|\bfares?\b|\btolls?\b|\bcompensation|\bloans?\b|\bdonat|\bransom",
        ),
        (
            QuantityKind.PERCENT,
            r"百分之|百分比|几成|多大(?:比重|比例|份额)|率(?:是|为|有|达到?)?多[高低大少]|占[^,?]*多少|\bhow much of\b"
            r"|比例|比率|占比|比重|增速|增幅|增长率|同比|环比"
            rf"|{_ROSE_OR_FELL}(?:多少|几)"
            r"|\b(?:what|which) (?:stake|portion|commission|interest)\b|\bratio\b"
            rf"|\bpercent|\b{_GREW}|\brates?\b|\bshare of\b|(?<!per )(?<!the )\bshare\b|\bproportion\b"
            r"|\bby how much\b"
            r"|\bhow much .*\b(?:rise|rose|increased?|decreased?|drop(?:ped)?|f[ae]ll|declined?|shr[iau]nk"
            rf"|{_GOES_UP})\b",
        ),
        (
            QuantityKind.DURATION,
            r"多久|多长时间|多少时间|时长|(?<![一二三四五])期(?:是|为|有)?多[长久]"
            r"|几年|年纪|年龄|多大岁数|几岁|\bhow (?:long|old)\b|\bwhat age\b|\b(?:what|which) period\b"
            rf"|\btime (?:span|horizon|limit)|\b(?:{LASTING}) time"
            r"|年限|\bhow (?:soon|promptly)\b|\bhow quickly (?:must|should|can|may|will)\b"
            r"|\bhow far (?:in advance|ahead(?! (?:is|are|was|were)\b)|back)\b"
            r"|\bhow much (?:time|notice|warning|earlier|later)\b",
        ),
        (
            QuantityKind.MEASURE,
            r"面积|长度|高度|距离|海拔|占地|年纪|年龄|岁数|几周?岁|\barea of\b"
            rf"|\bhow (?:old|tall|high|deep|wide|heavy|{_FAR})\b"
            r"|\b(?:what|which) age\b(?! group)"
            r"|\bhow long (?:is|are|was|were)\b",
        ),
        (QuantityKind.NUMBER, r"人口|人数|数量|\bpopulation\b|\bnumber of\b"),
    )
)
_HEAT = re.compile(
    r"[温热冷]度?(?:是|为|有|达到?)?多[少高低]|(?:多少|几)度|多[冷热烫]|什么温度"
    r"|\bhow (?:hot|cold|warm)\b|\b(?:what|which) temperature\b",
    re.IGNORECASE,
)
_DEGREES = frozenset({"°C", "°F", "°"})
_LENGTHS = "km m cm mm μm nm mile nmi foot inch yard"
_AREAS = "km2 m2 sqmi sqft ha mu acre"
AREAS = frozenset(_AREAS.split())
LENGTHS = frozenset(_LENGTHS.split())
_MEASURED = (
    (r"装机容量|功率(?:是|为|有|达到?)?多[少大]|多少[千兆]?瓦|\b(?:what|which) (?:power|wattage)\b", "W kW MW GW hp"),
    (r"多重|重量|体重|\bhow heavy\b|\bweigh(?:s|ed|t)?\b", "kg g mg μg t pound oz jin carat"),
    (
        r"多[高宽深厚远粗细薄浅矮窄]|[高宽深厚]度|身高|直径|全长"
        rf"|\bhow (?:tall|high|wide|deep|thick|thin|narrow|shallow|{_FAR})\b"
        r"|\b(?:height|width|depth|thickness|diameter|distance)\b",
        _LENGTHS,
    ),
    (r"面积|\barea\b", _AREAS),
    (r"多长|长度|\bhow long\b|\blength\b", " ".join([_LENGTHS, *sorted(DURATIONS)])),  # a time is long too
    (r"多大(?!年|岁|程度|的?时间)|\bhow (?:large|big)\b", f"{_AREAS} {_LENGTHS}"),
    (r"容积|(?<!装机)容量|体积|\bcapacity\b|\bvolume\b", "l ml m3 cm3 gallon pint cup barrel"),
    (r"噪[音声]|多大声|多响|分贝|\bhow (?:loud|noisy|quiet)\b|\bnoise level\b", "dB"),
    (r"多快|[时车航风]速|\bhow fast\b|\bspeed\b", "km/h mile/h m/s knot Mbit/s Gbit/s rpm"),
)
_PATTERNS = tuple((re.compile(pattern, re.IGNORECASE), frozenset(units.split())) for pattern, units in _MEASURED)
_TOLD_IN = frozenset().union(*(units for _, units in _PATTERNS)) - DURATIONS
_ALONE = frozenset({"dB", "V", "kcal", "kWh"})  # told in no other
# The unit itself: in kilowatts, 多少克.
_MEASURES = sorted((name for name, unit in UNITS.items() if unit in _TOLD_IN | _ALONE), key=len, reverse=True)
_IN_UNIT = re.compile(
    rf"\bin ({'|'.join(map(re.escape, filter(str.isascii, _MEASURES)))})\b"
    r"(?= ?[?,.]| (?:is|are|was|were|does|did|do|can)\b|$)"
    rf"|(?:多少|几)({'|'.join(each for each in _MEASURES if not each.isascii())})(?![\u4e00-\u9fff]*钱)",
    re.IGNORECASE,
)
MEASURED = _DEGREES | _TOLD_IN
# These are high or low, large or small without any length or area.
_OTHER = re.compile(
    r"温|(?<!功)率|比例|比重|份额|价|规模|基金|资金|投资|预算|赤字|利润|额|年纪|年龄|几成"
    r"|\b(?:temperature|rate|ratio|percentage|price|cost|fund|budget|stake|share|grant|loan|deficit|debt|investment|gap"
    r"|lead|market|gdp)s?\b",
    re.IGNORECASE,
)


def units_asked(question: str) -> frozenset[str]:
    """The units of `index.units` in which what a question measures may be told; empty where it measures nothing so.

    >>> sorted(units_asked("How heavy may a cabin bag be?"))
    ['carat', 'g', 'jin', 'kg', 'mg', 'oz', 'pound', 't', 'μg']
    """
    if named := _IN_UNIT.search(question):
        unit = UNITS[(named[1] or named[2]).lower()]
        return next((units for _, units in _PATTERNS if unit in units - DURATIONS), frozenset({unit}))
    if _HEAT.search(question):
        return _DEGREES
    if _OTHER.search(question):
        return frozenset()
    return next((units for pattern, units in _PATTERNS if pattern.search(question)), frozenset())
