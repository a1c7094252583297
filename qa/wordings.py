"""How questions are worded in Chinese and English: patterns over folded text, the more telling ones first."""

from __future__ import annotations

import re

from index.numerals import ENGLISH_DIGITS
from index.rounding import choice
from index.units import UNITS
from qa import amounts
from qa.contrasts import CHINESE_POSTS
from qa.types import Kind


def _any(words: str) -> str:
    return "|".join(words.split())


_PLACES = _any(
    "城市 国家 地方 地区 省份 省 州 县 市 镇 村 街道 大洲 洲 岛屿 岛 地点 首都 区域 海域 山脉 河流 港口 大陆 区 海洋"
)
_BODIES = _any(
    """公司 企业 机构 单位 学会 联合会 商会 联盟
    大学 学校 学院 部门 组织 团体 局 银行 协会 媒体 报纸 球队 队伍 队 俱乐部 集团 厂商 政党 党派
    委员会 政府 法院 基金会 电视台 实验室 研究所 医院 商场 酒店 品牌 平台"""
)
_PEOPLE = _any(
    """人 位 名人 作家 科学家 演员 导演 总统 皇帝 国王 人物 领导人 教授 球员 歌手 官员 市长 部长 主席 局长 记者 学者
    专家"""
)
# Points that are made; else 几点 asks for an hour.
_OPINIONS = _any("建议 意见 要求 看法 希望 理由 原因 措施 不同 区别 优势 特点 好处 主张 倡议 共识 体会 启示")
_HOUR_CHINESE, _WEEKDAY_CHINESE = rf"(?<!哪)几点(?!{_OPINIONS})|什么钟点|几时", "(?:周|星期|礼拜)几(?![个位名家])"
_HOURS_CHINESE = "(?:开放|营业|开馆|办公|服务|门诊|运营|接待)时间"
_HOURS_ENGLISH = r"\b(?:opening|business|office|visiting|working) hours\b"
_TIMES = _any("时候 时间 日期 年代 年份 月份 世纪 时代 时期 时段 朝代 年 天 日子 季度 季节 星期")
_MEASURES = _any(
    """数量 总数 总量 人数 人口 比例 比率 占比 百分比 规模 金额 面积 长度 高度 宽度 深度 重量 价格 售价 温度 速度 增速
    增长率 增幅 年龄 总额 产值 收入 利润 营收 票房 得分 比分 概率 排名 名次 海拔 距离 体积 容量 频率 费用 成本 销量
    产量 密度 市值 涨幅 跌幅 造价 单价 票价 租金 押金 月薪 年薪 工资 利率 税率"""
)
_HOLDERS = f"{CHINESE_POSTS}|" + _any(
    "事长 经理 主持人 负责人 发言人 创始人 发明人 作者 导演 教练 记者 编辑 冠军"
)
_NOUN_ENDS = r"[是为在]?[?\s]*$"
AMONG = "哪(?:[一个些家座位所种支类名条届本项只款份片块张首次群段间处]|部(?!门))*"
COUNTERS = _any(
    """个月 个 家 位 名 次 件 项 条 座 元 人民币 人 种 年 天 岁 吨 平方公里 平方米 公里 公顷 米 亩 度 % 美元 英镑 欧元
    日元 港元 澳元 加元 韩元 新元 法郎 克朗 泰铢 卢布 卢比 比索 里拉 美分
    部 辆 台 艘 架 届 层 本 张 款 只 头 户 篇 所 场 倍 小时 分钟 秒 套 份 支 处 首"""
)
_AMONG_THEM = r"[个项家种类位条座大][^,]{0,12}[里中内],"  # 几项工作里, asks nothing
CHINESE_RANK = (
    r"第(?:几|多少)|排(?:在|名|行|到)?老?几|位居几|排.{0,2}什么(?:位置|位次|名次)|(?:名次|排名)[是为]?(?:多少|怎么?样|如何)"
)

# 几 that means a few: 停水的那几天, 这几家, 近几年; ahead of a clause 那 means "then", and 那几点开门 asks.
SOME = re.compile(r"(?:(?<=[^,;\s]那)|(?<=[这好近头十])|(?<=过去)|(?<=未来))几(?![点时号月日])")

# 多大, not 许多大学.
_MEASURED_CHINESE = "(?<![许很更最众较太诸增])多[大高长远深重久快宽厚粗细冷热强陡薄浅低矮窄烫贵]"
# 保修几年, 几年不用缴税; which year it is asked by 在几年, 几年建成.
_YEARS_LONG = (
    r"(?:期限?|年限|寿命)[是为有]?几年|(?<![是于在自从到至元国那这近头数好\d零〇一二三四五六七八九十])几年(?![级代份]|[建成出创始开毕结发])"
)

CHINESE: tuple[tuple[Kind, str], ...] = (
    (Kind.REASON, r"为什么|为何|何以|何故|缘何|因何|怎么会|凭什么|什么(?:原因|缘故|理由)"),
    (Kind.REASON, r"(?:原因|理由|缘由|动机)(?:是|有|为|在于)?(?:什么|啥|哪|何)|的(?:原因|理由)\??$"),
    (Kind.YES_NO, r"吗[?\s]*$"),
    (
        Kind.YES_NO,
        r"^(?!.*(?:什么|谁|哪|多少|何|几|怎)).*(?:是否|是不是|有没有|会不会|能不能|可不可以|能否|可否|有无)(?!.*是\??$)",
    ),
    (Kind.QUANTITY, CHINESE_RANK),
    (Kind.DATE, rf"{_HOUR_CHINESE}|{_WEEKDAY_CHINESE}|{_HOURS_CHINESE}(?:是|为|分别)*(?:什么|怎样|如何|多少)"),
    (Kind.QUANTITY, rf"多少(?!年代)|百分之几|几分之几|{_MEASURED_CHINESE}|几(?:年|天|日|个月)(?:时间|之久|内)"),
    (Kind.QUANTITY, rf"{_YEARS_LONG}|什么(?:价[钱格]?|温度|速度|高度|深度|比例|频率|年龄)(?!比)"),
    (Kind.QUANTITY, r"(?:怎么|如何|怎样)收费"),
    (Kind.QUANTITY, rf"(?<![哪第])几(?![乎何点年月号日])(?!{_AMONG_THEM})[^\s,.]"),
    (Kind.DATE, rf"什么(?:{_TIMES})|何(?:时|年|月|日)|哪[一几个]*(?:{_TIMES}|月|日|号)|几(?:年|月|号|日)|啥时候"),
    (Kind.PERSON, r"[长任者员人师授记总](?:的?(?:姓名|名字)|叫什么)"),
    (Kind.PERSON, rf"谁|何人|(?:什么|哪[一些几个名]*)(?:{_PEOPLE})(?![口数才种])"),
    (Kind.PLACE, rf"哪里|哪儿|何处|何地|(?:什么|{AMONG})(?:{_PLACES})(?![民长])"),
    (Kind.PLACE, r"(?:位于|在|从|到|来自)[哪何](?![个些种一])"),
    (Kind.ORGANISATION, rf"(?:什么|{AMONG})[^什么哪,]{{0,4}}?(?:{_BODIES})(?!管理|方式|结构)"),
    (Kind.LIST, r"哪些|哪[几两三四五六七八九十]|列举|列出|(?:包括|包含|分为|分别是|分别为|涵盖|涉及)了?(?:什么|啥|哪)"),
    (Kind.LIST, r"有什么(?![^,]{0,4}(?:关系|意思))"),
    (Kind.DEFINITION, r"^什么(?:是|叫)|何谓|何为|[是有]什么意思|含义|的定义|指的?是什么|是指什么|意味着什么"),
    (Kind.DEFINITION, r"^[^的,是]{2,12}是(?:一[个种])?什么[?\s]*$"),
    (Kind.QUANTITY, rf"(?:{_MEASURES})(?:分别|大约|大概|约|预计|已|将)*[是为达到有占]*(?:什么|怎么样|如何|怎样)"),
    # Asked by a noun alone: 主办单位? 馆长是?
    (Kind.QUANTITY, rf"^(?!.*(?:什么|谁|哪|怎|如何|为何)).*(?:{_MEASURES}){_NOUN_ENDS}"),
    (Kind.DATE, rf"(?:时间|日期|年份|生日){_NOUN_ENDS}"),
    (Kind.PLACE, rf"(?:地点|地址|所在地|产地|出生地|籍贯|会址|校址|馆址|总部){_NOUN_ENDS}"),
    (Kind.ORGANISATION, rf"(?:单位|机构|部门|公司|主办方|承办方|开发商|制造商|供应商|出版社){_NOUN_ENDS}"),
    (Kind.PERSON, rf"(?:{_HOLDERS}){_NOUN_ENDS}"),
)

_COUNTRIES = _any(
    """cit(?:y|ies) countr(?:y|ies) places? states? provinces? regions? continents? islands? towns? count(?:y|ies)
    districts? locations? nations? rivers? areas? neighbou?rhoods? villages? oceans? seas?
    venue building hall stadium arena hotel street airport port"""
)
_COMPANIES = _any(
    """compan(?:y|ies) organi[sz]ations? agenc(?:y|ies) universit(?:y|ies) schools? colleges? banks? institutions?
    departments? teams? firms? bureaus? part(?:y|ies) newspapers? groups? networks? stations? clubs? committees?
    associations? societ(?:y|ies) unions? bod(?:y|ies) commissions? authorit(?:y|ies) regulators? offices?
    leagues? foundations? institutes?
    publishers? brands? corporations? studios? museums? hospitals? churches magazines? ministr(?:y|ies)"""
)
_PERSONS = _any(
    """person people man woman president king queen emperor author actor actress player singer leader scientist director
    artist architect official minister mayor general philosopher coach quarterback engineer mathematician reporter
    professor"""
)
_AMOUNTS = _any(
    """number count amount percentage percent population size rates? share proportion fraction quantity length height
    width depth weight speed costs? price total area value distance growth revenue age density volume budget salary
    score temperature gdp gross.domestic.product turnover output wages? income budget profits? capacity valuation
    dividend debts? fare fees? fine deposit tariff headcount subsid(?:y|ies) bonus allowance rent toll compensation
    tuition wattage voltage sums? stakes? portion tonnage mileage ratio pension surcharge premium
    magnitude remittances"""
)
# By how much, or up to where; what led to it is asked in other words.
_BOUNDS = _any("rise increase drop decline gain loss(?:es)? limits? threshold maximum minimum cap sales assets")
_LASTING = (
    "(?:winning|record|lap|running|journey|travel|waiting|flight|driving|cooking|response|delivery) time|time limit"
)
_MARKED = (
    "(?:start(?:ing)?|finish(?:ing)?|departure|arrival|opening|closing|kick-?off|check-?in|check-?out|boarding|release"
    "|latest|earliest) times?|dates?|deadlines?|last day|birthday"
)
_YEARS = _any("years? dates? days? months? centur(?:y|ies) decades? time times season era period")
_NOUN_BEGINS = r"^(?!about )(?:names? of )?(?:the )?(?:[\w'-]+ ){0,3}?"
_NOUN_GOES_ON = r"(?: (?:of|in|for|at|on|by|during|between) [^?]*)?\W*$"
_AUXILIARIES = _any(
    """is are was were do does did can could has have had will would should may might am isn't aren't wasn't doesn't
    didn't"""
)
# Not "what time horizon".
_HOUR_ENGLISH = (
    r"\bhow (?:late|early)\b|\b(?:what|which) (?:exact )?(?:time|hour)(?!.* take\b)"
    rf"(?=\W*$|[,;]| (?:{_AUXILIARIES}|must|of (?:the )?day|on|at|in)\b)"
)
# Not "what was the effect of the increase".
_WHAT_IS = (
    r"\bwhat(?:'s| is| are| was| were) (?:the|its|his|her|their|an?|[\w-]+'s) "
    r"(?:(?!(?:of|for|to|in|on|by|behind)\b)[\w'-]+ ){0,3}?"
)
_SOMEBODY = "i|you|we|one|he|she|it|they|anyone|anybody|people|everyone|somebody|a|an|any|each|the|that"
_EXTREMES = _any("longest shortest highest lowest furthest farthest fastest heaviest oldest youngest biggest smallest")
_FRAME = _any("in at by for from over during on altogether together this last between per after before when if each")
_WHETHER = "is|are|was|were|do|does|did|has|have|had"
_NO_AUXILIARY = rf"(?!(?:{_AUXILIARIES})\b)"
_ASKING = r"\b(?:what|who|whom|whose|which|how|why|where|when)\b"
# Before any other question word.
_FIRST = rf"^(?!(?:{_AUXILIARIES})\b)(?:(?!{_ASKING}).)*"
_WHICH = rf"\b(?:what|which) (?!(?:kind|type|sort)s? of)(?:(?!(?:{_AUXILIARIES}|the|an?|made)\b)\w+ ){{0,2}}?"

ENGLISH_RANK = (
    r"\bwhere (?:do|does|did|is|are|was|were) .*\b(?:rank(?:s|ed)?|stand|(?<!take )placed?|standings?|rankings?)\b"
    r"|\b(?:what|which) rank(?:ing)?\b(?!.* (?:hold|held|have|had)\b)|\bin (?:what|which) (?:place|position)\b"
    r"|\bhow (?:high|low)? ?(?:is|was|does|did|do) .*\brank"
    r"|\bwhat place\b.*\b(?:hold|held|occupy|occupied|take|took|taken|come|came|finish(?:ed)?)\b(?! to\b)"
    r"|\bwhat(?: is| was|'s) (?:the|its|their) (?:[\w'-]+ ){0,3}rank(?:ing)?\b|\bwhat number (?:is|was|in)\b"
    r"|\bwhich (?:edition|number) (?:of|in|is|was)\b"
)
# Which core technologies in new energy does the city want: an auxiliary follows what could be a verb otherwise.
_PLURAL = (
    rf"\b(?:what|which) (?:{_NO_AUXILIARY}[\w-]+ ){{0,3}}?{_NO_AUXILIARY}[\w-]+(?<![sui])s"
    rf"(?: (?:in|of|for|at|on|from|within|under) (?:{_NO_AUXILIARY}[\w'-]+ ){{1,5}}?)? ?(?<= )(?:{_AUXILIARIES}|must)\b"
)
ENGLISH: tuple[tuple[Kind, str], ...] = (
    (Kind.REASON, rf"{_FIRST}\bwhy\b|\bhow come\b|\bwhat caused\b|\bfor what (?:reason|purpose)"),
    (Kind.REASON, r"\bwhat (?:was|is|were|are)? ?(?:the )?(?:\w+ )?(?:reasons?|causes?|motivations?)\b"),
    (Kind.QUANTITY, ENGLISH_RANK),
    (Kind.DATE, r"\bfor (?:what|which) (?:months?|years?|quarters?)\b"),
    (Kind.QUANTITY, r"\bwhat (?:will|would|did|do|does) (?!.*\b(?:and|cut|reduce|cover)\b).* cost\b(?! of\b)"),
    (Kind.QUANTITY, r"\bwhat (?:will|would|did|do|does) .* charge\b|\bhow (?:is|are) .* charged\b"),
    (
        Kind.QUANTITY,
        rf"\bwhat (?:did|does|do|will|would) [^,?]*\b(?:(?:come|amount|add up|run) to|total)"
        rf"(?=\W*$|[,;]| (?:{_FRAME})\b)",
    ),
    (Kind.DATE, rf"{_HOUR_ENGLISH}|\bwhat (?:are|were) .*{_HOURS_ENGLISH}"),
    (Kind.DATE, r"\b(?:during|between|at|within) (?:what|which) (?:\w+ )?(?:hours|times)\b"),
    (Kind.QUANTITY, rf"{_WHAT_IS}(?:{_LASTING}|{_BOUNDS})\b|\bwhat (?:{_BOUNDS})(?: (?:{_AUXILIARIES})\b|\W*$)"),
    (Kind.DATE, rf"{_WHAT_IS}(?:{_MARKED})\b|\bwhat(?:'s| is| was) the (?:latest|earliest) (?:{_SOMEBODY})\b"),
    (Kind.QUANTITY, rf"\bwhat(?:'s| is| was) the (?:most|least|{_EXTREMES}) (?:{_SOMEBODY})\b"),
    (Kind.QUANTITY, r"\bwhat(?:'s| is| was) the (?:most|least) \w+ (?:i|you|we|he|she|they|an?|the)\b"),
    (Kind.QUANTITY, amounts.PAID),
    (Kind.QUANTITY, r"\b(?:to|from|at|above|below|by) what (?:\w+ )?levels?\b"),
    (Kind.QUANTITY, r"\bwhat (?:interest|commission) (?:is|do|does|will)\b"),
    (Kind.QUANTITY, r"\bwhat (?:is|are|was|were) (?:\w+ )?(?:sales|assets|losses|profits)\b"),
    (
        Kind.QUANTITY,
        r"\bhow (?:many|much|long|far|old|tall|high|large|big|deep|wide|fast|often|heavy|great|thick|loud|bright"
        r"|soon|quickly|promptly|frequently|cold|hot|warm|cool|small|low|short|thin|steep|close|near|slow|narrow|shallow"
        r"|broad|expensive|costly|cheap|rare|likely|accurate|strong|powerful|young)\b",
    ),
    (Kind.QUANTITY, rf"^(?!(?:{_WHETHER})\b)(?:(?!{_ASKING})[\w']+ ){{0,4}}(?:number|percentage|amount|count) of\b"),
    (Kind.QUANTITY, rf"\b(?:what|which) (?:\w+ )?(?:{_AMOUNTS})\b|\bby (?:what|how)(?: much| many)? (?:percent|rate)"),
    (
        Kind.QUANTITY,
        rf"\bwhat(?:'s| is| are| was| were| has been)? (?:the |its )?(?:{_NO_AUXILIARY}[\w'-]+ ){{0,3}}?"
        rf"(?:{_AMOUNTS})\b",
    ),
    (
        Kind.QUANTITY,
        r"\bwhat(?:'s| is| are| was| were) (?:the |its )?(?:maximum|minimum|average|total|annual)\b",
    ),
    (Kind.QUANTITY, r"\b(?:over|within|in) (?:what|which) (?:period|length of time)\b|\btime (?:span|horizon)s?\b"),
    (Kind.DATE, rf"{_FIRST}\bwhen\b|\b(?:what|which) (?:\w+ )?(?:{_YEARS})\b"),
    (Kind.PLACE, rf"{_FIRST}\bwhere\b(?!.*\b(?:rank(?:s|ed)?|standings?)\b)|\bwhat is the capital\b"),
    (Kind.PLACE, rf"{_WHICH}(?:{_COUNTRIES})\b(?!')"),
    (Kind.ORGANISATION, rf"{_WHICH}(?:{_COMPANIES})\b(?!')"),
    (Kind.PERSON, rf"{_FIRST}\bwho(?:m|se|'s)?\b|{_WHICH}(?:{_PERSONS})\b(?!')|\bwhat (?:was|is) (?:his|her) name\b"),
    (Kind.YES_NO, rf"^(?:so |and |but |then )?(?:{_AUXILIARIES})\b(?!.*\bor\b)"),
    (Kind.LIST, r"\bwhat (?:are|were) (?:the|some|its|their)\b|\bwhat (?:kinds|types|sorts)\b"),
    (
        Kind.LIST,
        r"(?:^|[,.] ?|\bplease |\byou )(?:list|name(?! of)|enumerate)\b.*\b(?:two|three|four|five|all|the|some)\b",
    ),
    (Kind.LIST, r"\b(?:what|which) (?:two|three|four|five|six|seven)\b"),
    (Kind.LIST, _PLURAL),
    (Kind.DEFINITION, r"\bwhat (?:does|do|did) .+ (?:mean|stand for)\b|\bdefin(?:e|ition)\b|\bwhat is meant\b"),
    # Asked by a noun alone: Total revenue in 2023? Name of the director?
    (Kind.QUANTITY, rf"{_NOUN_BEGINS}(?:{_AMOUNTS}){_NOUN_GOES_ON}"),
    (Kind.DATE, rf"{_NOUN_BEGINS}(?:date|year|month|day|time|birthday){_NOUN_GOES_ON}"),
    (Kind.PLACE, rf"{_NOUN_BEGINS}(?:venue|location|address|place|headquarters|site|birthplace){_NOUN_GOES_ON}"),
    (Kind.PERSON, rf"{_NOUN_BEGINS}(?:{_PERSONS}|chairman|chairwoman|head|founder|author){_NOUN_GOES_ON}"),
    (Kind.ORGANISATION, rf"{_NOUN_BEGINS}(?:organi[sz]er|host|publisher|sponsor|owner|operator){_NOUN_GOES_ON}"),
    (Kind.DEFINITION, r"\bmeaning of\b|^what(?:'s| is| are) (?:an? )?[\"“]?[\w'-]+(?: [\w'-]+){0,2}[\"”]?\?*$"),
)

_NEXT = (
    rf"(?= (?:{_AUXILIARIES}|must|in|of|at|on|to|for|from|with|by|about|under|over|during|between|into|there|that"
    r"|who|an?|per|each|every)\b|\?|$)"
)
_HOW_MANY = r"(?:多少|(?<!第)几)[万亿千百]*"
CHINESE_UNIT = re.compile(rf"{_HOW_MANY}({COUNTERS})?")
ENGLISH_UNIT = re.compile(
    rf"\bhow (?:many|much)(?: (?:more|fewer|different|total|other))? {_NO_AUXILIARY}"
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
    rf"(?= (?:{_AUXILIARIES}|of|in|for|at|on|from|to|by|with|during|between|that|which|who|there|this|last|next)\b"
    r"|[,?.]|$)"
)
_GENERAL = r"(?:(?:total |exact |whole )?(?:number|amount|quantity|name|kind|type|sort) of (?:the |all )?)?"
ENGLISH_NOUNS = (
    re.compile(
        rf"\bhow (?:many|much) (?:more |other |different |total )?{_NO_AUXILIARY}"
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
        ("weekday", rf"{_WEEKDAY_CHINESE}|\b(?:what|which) days? of the week\b"),
        ("month", r"哪个?月|几月|\b(?:what|which) month\b"),
        ("hour", f"{_HOUR_CHINESE}|{_HOUR_ENGLISH}"),
        ("year", r"哪一?年|哪个年份|\b(?:what|which) year\b"),
    )
)
# From when to when something is open.
HOURS = re.compile(
    rf"几点钟?[到至]几点|{_HOURS_CHINESE}|{_HOURS_ENGLISH}"
    r"|\bfrom what time to what time\b|\b(?:between|during) (?:what|which) (?:hours|times)\b"
)
OR = re.compile(r"还是|還是|\bor\b")
# 这篇, 本次.
POINTING = re.compile(r"[这那此本该][一]?[场次篇份个家位项届则段条]?")
HOW_MANY = re.compile(r"\bhow many\b")
SEVERAL = re.compile(rf"哪(?:些|[几两三四五六七八九十]+[个家种项类条座位名])|{_PLURAL}")
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
_BEFORE_ASKING = "in|on|at|by|for|from|to|of|with|under|over|since|until|about|through|during|within"
# A part of a sentence that asks by itself; a pronoun within a clause does not: of the towns whose harvest failed.
ASKS_ALONE = re.compile(
    rf"什么|谁|哪|何[时人处地年]|几(?!{_AMONG_THEM.rstrip(',')}$)|多少|为何|怎[么样]|如何|是否|多[大高长远深重久快宽]|吗"
    rf"|^(?:and |or |but |also |then )?(?:(?:{_BEFORE_ASKING}) )?(?:what|who|whom|whose|when|where|why|how|which)\b"
    rf"|^(?:and |or |but |then )?(?:{_AUXILIARIES})\b|\b(?:what|who|whom|when|where|why|how|which)\W*$"
)
CHINESE_WORDING = re.compile(r"什么|谁|哪|何|几|多少|怎|如何|吗|是否|多[大高长远深重久快宽]|啥")
PART_MARKS = re.compile(
    r"(?<=[?\uff1f])\s*(?=\S)|[,\uff0c;\uff1b]\s*(?:(?:and|以及|并且|而且|还有|同时|那么)\s*)?(?=\S)"
    r"|\s*(?:以及|并且|而且)\s*|\s+and\s+(?=(?:what|who|whom|when|where|why|how|which)\b)",
    re.IGNORECASE,
)
