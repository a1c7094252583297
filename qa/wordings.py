"""How questions are worded in Chinese and English, and what that says of their answers: patterns over folded text."""

from __future__ import annotations

import re

from index.numerals import ENGLISH_DIGITS
from index.rounding import choice
from index.units import UNITS


def any_of(words: str) -> str:
    """A pattern of some words, or patterns, divided by blanks."""
    return "|".join(words.split())


# Points that are made; else 几点 asks for an hour.
_OPINIONS = any_of("建议 意见 要求 看法 希望 理由 原因 措施 不同 区别 优势 特点 好处 主张 倡议 共识 体会 启示")
HOUR_CHINESE, WEEKDAY_CHINESE = rf"(?<!哪)几点(?!{_OPINIONS})|什么钟点|几时", "(?:周|星期|礼拜)几(?![个位名家])"
HOURS_CHINESE = "(?:开放|营业|开馆|办公|服务|门诊|运营|接待)时间"
HOURS_ENGLISH = (
    r"\b(?:opening|business|office|visiting|working) hours\b|\b(?:the|its|your|their) hours(?= of\b|\W*$)"
)
AMONG = "哪(?:[一个些家座位所种支类名条届本项只款份片块张首次群段间处]|部(?!门))*"
COUNTERS = any_of(
    """个月 个 家 位 名 次 件 项 条 座 元 人民币 人 种 年 天 岁 吨 平方公里 平方米 公里 公顷 米 亩 度 % 美元 英镑 欧元
    日元 港元 澳元 加元 韩元 新元 法郎 克朗 泰铢 卢布 卢比 比索 里拉 美分
    部 辆 台 艘 架 届 层 本 张 款 只 头 户 篇 所 场 倍 小时 分钟 秒 套 份 支 处 首"""
)
AMONG_THEM = r"[个项家种类位条座大][^,]{0,12}[里中内],"  # 几项工作里, asks nothing
CHINESE_RANK = (
    r"第(?:几|多少)|排(?:在|名|行|到)?老?几|位居几|排.{0,2}什么(?:位置|位次|名次)|(?:名次|排名)[是为]?(?:多少|怎么?样|如何)"
)

# 几 that means a few: 停水的那几天, 近几年, 20几所, 几千年来; ahead of a clause 那 means "then", and 那几点开门 asks.
SOME = re.compile(
    r"(?:(?<=[^,;\s]那)|(?<=[这好近头十\d])|(?<=过去)|(?<=未来))几(?![点时号月日])|几(?=[十百千万]+年[来前])"
)
AUXILIARIES = any_of(
    """is are was were do does did can could has have had will would should may might am isn't aren't wasn't doesn't
    didn't"""
)
# Not "what time horizon".
HOUR_ENGLISH = (
    r"\bhow (?:late|early)\b|\b(?:what|which) (?:exact )?(?:time|hour)(?!.* take\b)"
    rf"(?=\W*$|[,;]| (?:{AUXILIARIES}|must|of (?:the )?day|on|at|in)\b)"
)
NO_AUXILIARY = rf"(?!(?:{AUXILIARIES})\b)"

ENGLISH_RANK = (
    r"\bwhere (?:do|does|did|is|are|was|were) .*\b(?:rank(?:s|ed)?|stand|(?<!take )placed?|standings?|rankings?)\b"
    r"|\b(?:what|which) rank(?:ing)?\b(?!.* (?:hold|held|have|had)\b)|\bin (?:what|which) (?:place|position)\b"
    r"|\bhow (?:high|low)? ?(?:is|was|does|did|do) .*\brank"
    r"|\bwhat place\b.*\b(?:hold|held|occupy|occupied|take|took|taken|come|came|finish(?:ed)?)\b(?! to\b)"
    r"|\bwhat(?: is| was|'s) (?:the|its|their) (?:[\w'-]+ ){0,3}rank(?:ing)?\b|\bwhat number (?:is|was|in)\b"
    r"|\bwhich (?:edition|number) (?:of|in|is|was)\b"
)
# Which core technologies in new energy does the city want: an auxiliary follows what could be a verb otherwise.
PLURAL = (
    rf"\b(?:what|which) (?:{NO_AUXILIARY}[\w-]+ ){{0,3}}?{NO_AUXILIARY}[\w-]+(?<![sui])s"
    rf"(?: (?:in|of|for|at|on|from|within|under) (?:{NO_AUXILIARY}[\w'-]+ ){{1,5}}?)? ?(?<= )(?:{AUXILIARIES}|must)\b"
)

_NEXT = (
    rf"(?= (?:{AUXILIARIES}|must|in|of|at|on|to|for|from|with|by|about|under|over|during|between|into|there|that"
    r"|who|an?|per|each|every)\b|\?|$)"
)
_HOW_MANY = r"(?:多少|(?<!第)几)[万亿千百]*"
CHINESE_UNIT = re.compile(rf"{_HOW_MANY}({COUNTERS})?")
ENGLISH_UNIT = re.compile(
    rf"\bhow (?:many|much)(?: (?:more|fewer|different|total|other))? {NO_AUXILIARY}"
    rf"((?:[a-z'-]+ ){{0,2}}?[a-z'-]+){_NEXT}"
)
CHINESE_FOCUS = re.compile(
    rf"(?:什么样的|什么|{AMONG})([^什么哪的是在,.?、\s]{{1,6}}?)(?=[是在的被由有了与和对,.?\s]|$)"
)
ENGLISH_FOCUS = re.compile(
    r"\b(?:what|which)(?! (?:is|are|was|were|do|does|did|has|have|had|can|could|will|would)\b)"
    rf"(?: kind| type| sort| kinds| types)?(?: of)? ((?:[a-z'-]+ ){{0,2}}?[a-z'-]+){_NEXT}"
)
# What a noun phrase that is asked for is followed by.
_AFTER_NOUN = (
    rf"(?= (?:{AUXILIARIES}|of|in|for|at|on|from|to|by|with|during|between|that|which|who|there|this|last|next)\b"
    r"|[,?.]|$)"
)
_GENERAL = r"(?:(?:total |exact |whole )?(?:number|amount|quantity|name|kind|type|sort) of (?:the |all )?)?"
ENGLISH_NOUNS = (
    re.compile(
        rf"\bhow (?:many|much) (?:more |other |different |total )?{NO_AUXILIARY}"
        rf"((?:[\w'-]+ ){{0,3}}?[\w'-]+){_AFTER_NOUN}"
    ),
    re.compile(
        rf"\b(?:what|who)(?:'s| is| are| was| were| will be| has been) (?:(?:the|its|his|her|their|all) )?{_GENERAL}"
        rf"(?:[^?]*?'s? )?((?:[\w-]+ ){{0,4}}?[\w-]+){_AFTER_NOUN}"
    ),
)
_STATES = r"(?:分别|大约|大概|约|预计|一共|总共|共|已经?|目前)*(?:[是为有占在由叫]|达到?)了?"
CHINESE_NOUNS = (
    re.compile(
        rf"(?:多少|几)[万亿千百]*+(?:{COUNTERS}|块钱|钱)?+的?([^是有在的了由于,?。呢吗\s]{{2,10}}?)(?=[是有在的了被由,?。呢]|$)"
    ),
    re.compile(r"谁是(?:[^?]*的)?([^的是,?]{2,6})"),
    re.compile(rf"([^的,。?\s]{{2,12}})的(?:数量|总数|总量|个数){_STATES}(?:多少|几)"),
    re.compile(rf"([^的,。?\s]{{2,12}}?){_STATES}(?:多少|什么|谁|哪|几|多[大高长远深重快宽]|如何|怎)"),
    re.compile(r"([^的,。?\s]{2,12})(?:多少|几)"),
)

# What may stand before "how many" and is nothing that is counted: 深圳手里有几个.
NO_NOUN = re.compile(r"(?:手[里上中]|目前|现在|如今|当前|迄今|至今|一共|总共|合计|累计|里面?|中)+$")

# The sorts of figure that a wording asks for: by the unit, which alone decides, or by the nouns and verbs.
CHINESE_FIGURE = re.compile(rf"{_HOW_MANY}({choice(unit for unit in UNITS if not unit.isascii())}|钱)")
# What nothing but a date answers, by the least part of it that is asked for.
CALENDAR = tuple(
    (part, re.compile(pattern))
    for part, pattern in (
        ("day", r"哪一?[天日](?!子)|几[日号]|哪个日子|\b(?:what|which) (?:exact )?(?:date|day)\b(?! of the week)"),
        ("weekday", rf"{WEEKDAY_CHINESE}|\b(?:what|which) days? of the week\b"),
        ("month", r"哪个?月|几月|\b(?:what|which) month\b"),
        ("hour", f"{HOUR_CHINESE}|{HOUR_ENGLISH}"),
        ("year", r"哪一?年|哪个年份|\b(?:what|which) year\b"),
    )
)
# From when to when something is open.
HOURS = re.compile(
    rf"几点钟?[到至]几点|{HOURS_CHINESE}|{HOURS_ENGLISH}"
    r"|\bfrom what time to what time\b|\b(?:between|during) (?:what|which) (?:hours|times)\b"
)
WHOLE_PERIOD = re.compile(
    r"[从自](?:什么时候|何时|哪|几|何)[^,?]*[到至]|起[止讫]|展期|档期|多[久长]|期间"
    r"|^(?!.*\b(?:until|till|by)\b).*\b(?:is|are|be|been|stays?|remains?) [^?]*\b(?:closed|shut)\b"
    r"|\bhow long\b|\bfrom when (?:to|until|till)\b|\bwhat (?:dates|years|times)\b"
)
# Which end of a period a wording asks for.
PERIOD = tuple(
    (end, re.compile(pattern))
    for end, pattern in (
        ("birth", r"出生|生于|诞生|生日|生年|\bborn\b|\bbirth"),
        ("death", r"去世|逝世|病逝|死于|死[的了?]|卒|过世|身亡|遇难|\b(?:die[ds]?|death|dead|pass(?:ed)? away)\b"),
        (
            "start",
            r"开始|起始|始于|起(?:于|算)|[从自](?:什么时候|何时|哪|几|何)|开[幕业工馆门园学营张]"
            r"|上任|就任|出任|接任|就职|当上|成为|启[动用]"
            r"|\b(?:start(?:s|ed)?|beg[iau]ns?|beginning|commenced?|(?:from|since) (?:when|what|which)|bec(?:a|o)mes?"
            r"|appointed|elected|took (?:office|over)|take (?:office|over)|opened|opens|(?:do|does|did|will) .*open)\b",
        ),
        ("until", r"为止|[到至](?:什么时候|何时|哪|几|何)|\b(?:until|till) (?:when|what|which)\b|\b(?:until|till)\W*$"),
        (
            "end",
            r"结束|截[止至]|闭[幕馆园]|关[门闭]|收[市工摊]"
            r"|[卸离]任|离职|停止|停业|打烊|到期|期满|终止"
            r"|\b(?:end(?:s|ed)?|finish(?:es|ed)?|stop(?:s|ped)?|clos(?:e|es|ed|ing)|conclude[sd]?|cease[sd]?|expires?d?"
            r"|step(?:ped)? down|le(?:ft|ave) (?:office|the))\b",
        ),
    )
)
OR = re.compile(r"还是|還是|\bor\b")
# 这篇, 本次.
POINTING = re.compile(r"[这那此本该][一]?[场次篇份个家位项届则段条]?")
HOW_MANY = re.compile(r"\bhow many\b")
SEVERAL = re.compile(rf"哪(?:些|[几两三四五六七八九十]+[个家种项类条座位名])|{PLURAL}")
RANK = re.compile(f"{CHINESE_RANK}|{ENGLISH_RANK}")
_LEAST = (
    r"最[小少低慢短轻末弱窄浅]|最(?:便宜|年轻)|垫底|居末"
    r"|\b(?:slowest|smallest|least|fewest|lowest|shortest|weakest|lightest|cheapest|youngest|narrowest|shallowest)\b"
)
LEAST = re.compile(_LEAST)
SUPERLATIVE = re.compile(
    rf"{_LEAST}|最[大高多早晚长快远近重新老好差强贵便宽深]|领跑|\b(?:most|largest|biggest|highest|tallest|longest|oldest"
    r"|newest|earliest|latest|best|worst|fastest|quickest|greatest|strongest|heaviest|dearest|widest|deepest)\b"
)
NUMERALS = {numeral: value for value, numeral in enumerate("一二三四五六七八九十", start=1)}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "last": -1,
}  # fmt: skip
_ENGLISH_COUNTS = ("two", "three", "four", "five", "six", "seven", "eight")
COUNTS = {**NUMERALS, "两": 2, **{word: ENGLISH_DIGITS[word] for word in _ENGLISH_COUNTS}}
CHINESE_COUNT = re.compile(r"哪([两二三四五六七八九十]|\d{1,2})(?!年|天|月|日|点|号)[^\s,.?]")
ENGLISH_COUNT = re.compile(rf"\b(?:which|what|name|list)(?: are| were)?(?: the)? ({'|'.join(_ENGLISH_COUNTS)})\b")
CHINESE_ORDINAL = re.compile(r"第([一二三四五六七八九十]|\d{1,2})[个项条点家位名种大步]|(最后一)[个项条点家位]")
ENGLISH_ORDINAL = re.compile(rf"\bthe ({'|'.join(ORDINALS)}) (?:of|one|cluster|item|point|measure|step|reason)\b")
# What only leads up to a question.
POLITE = re.compile(
    r"^(?:(?:can|could|would|will) you (?:please )?|please |i(?:'d| would) like you to )"
    r"(?:(?:tell|show) (?:me|us) |say |explain |find out |(?=(?:list|name|enumerate) ))"
    r"|^(?:do you (?:happen to )?know|i(?:'d| would) like to know|i want to know|tell me) "
)
ASKS = re.compile(
    r"什么|谁|哪|何[时人处地年]|几|多少|为何|怎[么样]|如何|是否|多[大高长远深重久快宽]|吗"
    r"|\b(?:what|who|whom|whose|when|where|why|how|which)\b"
)
CHINESE_WORDING = re.compile(r"什么|谁|哪|何|几|多少|怎|如何|吗|是否|多[大高长远深重久快宽]|啥")
# Whether there is something.
ASKS_FOR_BEING = re.compile(
    r"^(?:is|are) there |^(?:do|does) (?:you|they|it|the [a-z ]+) (?:have|provide|offer) "
    r"|^[^,]{0,8}(?:有没有|有|提供|设有|配有)[^,]{1,8}[吗么?]"
)
# What it is asked about whether it is there: "Is there a | night bus | to the port?", 有 | 停车场 | 吗.
_UP_TO = (
    r"(?= (?:for|in|on|at|near|to|with|where|available|nearby|inside|here|of|that|if|when|after|before|during)\b|\W*$)"
)
THING_THERE = re.compile(
    rf"^(?:is|are) there (?:still |also )?(?:(?:any|an?|the|enough|some) )?(?P<there>[^,?]+?){_UP_TO}"
    rf"|^(?:do|does) (?:you|they|it|the [a-z ]+?) (?:have|provide|offer)"
    rf" (?:(?:any|an?|the|some) )?(?P<had>[^,?]+?){_UP_TO}"
    r"|^(?:is|are) (?:the )?(?P<given>[\w -]+?) (?:provided|included|supplied|offered|available)\b"
    r"|^[^,]{0,8}?(?:有没有|有无|(?<![没所只])有|提供|设有|配有)(?P<has>[^,，吗么?？的]{1,8})(?:的[^,，?？]{1,4})?[吗么?？]"
)
