"""Which kind of answer a question asks for: patterns over folded text, the more telling ones first."""

from __future__ import annotations

from qa import amounts
from qa.contrasts import CHINESE_POSTS
from qa.types import Kind
from qa.wordings import (
    AMONG,
    AMONG_THEM,
    AUXILIARIES,
    CHINESE_RANK,
    ENGLISH_RANK,
    HOUR_CHINESE,
    HOUR_ENGLISH,
    HOURS_CHINESE,
    HOURS_ENGLISH,
    NO_AUXILIARY,
    PLURAL,
    WEEKDAY_CHINESE,
    any_of,
)

_PLACES = any_of(
    "城市 国家 地方 地区 省份 省 州 县 市 镇 村 街道 大洲 洲 岛屿 岛 地点 首都 区域 海域 山脉 河流 港口 大陆 区 海洋"
)
_BODIES = any_of(
    """公司 企业 机构 单位 学会 联合会 商会 联盟
    大学 学校 学院 部门 组织 团体 局 银行 协会 媒体 报纸 球队 队伍 队 俱乐部 集团 厂商 政党 党派
    委员会 政府 法院 基金会 电视台 实验室 研究所 医院 商场 酒店 品牌 平台"""
)
_PEOPLE = any_of(
    """人 位 名人 作家 科学家 演员 导演 总统 皇帝 国王 人物 领导人 教授 球员 歌手 官员 市长 部长 主席 局长 记者 学者
    专家"""
)
_TIMES = any_of("时候 时间 日期 年代 年份 月份 世纪 时代 时期 时段 朝代 年 天 日子 季度 季节 星期")
MEASURES = any_of(
    """数量 总数 总量 人数 人口 比例 比率 占比 百分比 规模 金额 面积 长度 高度 宽度 深度 重量 价格 售价 温度 速度 增速
    增长率 增幅 年龄 总额 产值 收入 利润 营收 票房 得分 比分 概率 排名 名次 海拔 距离 体积 容量 频率 费用 成本 销量
    产量 密度 市值 涨幅 跌幅 造价 单价 票价 租金 押金 月薪 年薪 工资 利率 税率"""
)
_HOLDERS = f"{CHINESE_POSTS}|" + any_of(
    "事长 经理 主持人 负责人 发言人 创始人 发明人 作者 导演 教练 记者 编辑 冠军"
)
_NOUN_ENDS = r"[是为在]?[?\s]*$"

# 多大, not 许多 and not 多大学.
_MEASURED_CHINESE = "(?<![许很更最众较太诸增])多(?:大(?![学陆])|[高长远深重久快宽厚粗细冷热强陡薄浅低矮窄烫贵])"
# 保修几年, 几年不用缴税; which year it is asked by 在几年, 几年建成.
_YEARS_LONG = (
    r"(?:期限?|年限|寿命)[是为有]?几年|(?<![是于在自从到至元国那这近头数好\d零〇一二三四五六七八九十])几年(?![级代份]|[建成出创始开毕结发])"
)

CHINESE: tuple[tuple[Kind, str], ...] = (
    # 被任命为什么职位 asks for the post.
    (Kind.REASON, r"(?<![任认称命改变选定设视评升当列成译])为什么"),
    (Kind.REASON, r"为何|何以|何故|缘何|因何|怎么会|凭什么|什么(?:原因|缘故|理由)"),
    (Kind.REASON, r"(?:原因|理由|缘由|动机)(?:是|有|为|在于)?(?:什么|啥|哪|何)|的(?:原因|理由)\??$"),
    (Kind.YES_NO, r"吗[?\s]*$"),
    (
        Kind.YES_NO,
        r"^(?!.*(?:什么|谁|哪|多少|何|几|怎)).*(?:是否|是不是|有没有|会不会|能不能|可不可以|能否|可否|有无)(?!.*是\??$)",
    ),
    (Kind.QUANTITY, CHINESE_RANK),
    (Kind.DATE, rf"{HOUR_CHINESE}|{WEEKDAY_CHINESE}|{HOURS_CHINESE}(?:是|为|分别)*(?:什么|怎样|如何|多少)"),
    (Kind.QUANTITY, rf"多少(?!年代)|百分之几|几分之几|{_MEASURED_CHINESE}|几(?:年|天|日|个月)(?:时间|之久|内)"),
    (Kind.QUANTITY, rf"{_YEARS_LONG}|什么(?:价[钱格]?|温度|速度|高度|深度|比例|频率|年龄)(?!比)"),
    (Kind.QUANTITY, r"(?:怎么|如何|怎样)收费"),
    (Kind.QUANTITY, rf"(?<![哪第])几(?![乎何点年月号日])(?!{AMONG_THEM})[^\s,.]"),
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
    (Kind.QUANTITY, rf"(?:{MEASURES})(?:分别|大约|大概|约|预计|已|将)*[是为达到有占]*(?:什么|怎么样|如何|怎样)"),
    # Asked by a noun alone: 主办单位? 馆长是?
    (Kind.QUANTITY, rf"^(?!.*(?:什么|谁|哪|怎|如何|为何)).*(?:{MEASURES}){_NOUN_ENDS}"),
    (Kind.DATE, rf"(?:时间|日期|年份|生日){_NOUN_ENDS}"),
    (Kind.PLACE, rf"(?:地点|地址|所在地|产地|出生地|籍贯|会址|校址|馆址|总部){_NOUN_ENDS}"),
    (Kind.ORGANISATION, rf"(?:单位|机构|部门|公司|主办方|承办方|开发商|制造商|供应商|出版社){_NOUN_ENDS}"),
    (Kind.PERSON, rf"(?:{_HOLDERS}){_NOUN_ENDS}"),
)

_COUNTRIES = any_of(
    """cit(?:y|ies) countr(?:y|ies) places? states? provinces? regions? continents? islands? towns? count(?:y|ies)
    districts? locations? nations? rivers? areas? neighbou?rhoods? villages? oceans? seas?
    venue building hall stadium arena hotel street airport port"""
)
_COMPANIES = any_of(
    """compan(?:y|ies) organi[sz]ations? agenc(?:y|ies) universit(?:y|ies) schools? colleges? banks? institutions?
    departments? teams? firms? bureaus? part(?:y|ies) newspapers? groups? networks? stations? clubs? committees?
    associations? societ(?:y|ies) unions? bod(?:y|ies) commissions? authorit(?:y|ies) regulators? offices?
    leagues? foundations? institutes?
    publishers? brands? corporations? studios? museums? hospitals? churches magazines? ministr(?:y|ies)"""
)
_PERSONS = any_of(
    """person people man woman president king queen emperor author actor actress player singer leader scientist director
    artist architect official minister mayor general philosopher coach quarterback engineer mathematician reporter
    professor"""
)
AMOUNTS = any_of(
    """number count amount percentage percent population size rates? share proportion fraction quantity length height
    width depth weight speed costs? price total area value distance growth revenue age density volume budget salary
    score temperature gdp gross.domestic.product turnover output wages? income budget profits? capacity valuation
    dividend debts? fare fees? fine deposit tariff headcount subsid(?:y|ies) bonus allowance rent toll compensation
    tuition wattage voltage sums? stakes? portion tonnage mileage ratio pension surcharge premium
    magnitude remittances"""
)
# By how much, or up to where; what led to it is asked in other words.
_BOUNDS = any_of("rise increase drop decline gain loss(?:es)? limits? threshold maximum minimum cap sales assets")
_LASTING = rf"(?:{amounts.LASTING}|record|lap|cooking|delivery) time|time limit"
_MARKED = (
    "(?:start(?:ing)?|finish(?:ing)?|departure|arrival|opening|closing|kick-?off|check-?in|check-?out|boarding|release"
    "|latest|earliest) times?|dates?|deadlines?|last day|birthday"
)
YEARS = any_of("years? dates? days? months? centur(?:y|ies) decades? time times season era period")
_NOUN_BEGINS = r"^(?!about )(?:names? of )?(?:the )?(?:[\w'-]+ ){0,3}?"
_NOUN_GOES_ON = r"(?: (?:of|in|for|at|on|by|during|between) [^?]*)?\W*$"
# Not "what was the effect of the increase".
_WHAT_IS = (
    r"\bwhat(?:'s| is| are| was| were) (?:the|its|his|her|their|an?|[\w-]+'s) "
    r"(?:(?!(?:of|for|to|in|on|by|behind)\b)[\w'-]+ ){0,3}?"
)
_SOMEBODY = "i|you|we|one|he|she|it|they|anyone|anybody|people|everyone|somebody|a|an|any|each|the|that"
_EXTREMES = any_of(
    "longest shortest highest lowest furthest farthest fastest heaviest oldest youngest biggest smallest"
)
_FRAME = any_of("in at by for from over during on altogether together this last between per after before when if each")
_WHETHER = "is|are|was|were|do|does|did|has|have|had"
_ASKING = r"\b(?:what|who|whom|whose|which|how|why|where|when)\b"
# Before any other question word.
_CLAUSE = r"(?:(?:when|where|while|if|as|after|before)\b[^,?]*, )?"  # when it opened, who was its head?
_FIRST = rf"^(?!(?:{AUXILIARIES})\b){_CLAUSE}(?:(?!{_ASKING}).)*"
# When the two firms merged, what was the new one called?
_OF_ANOTHER = rf"(?! (?:and|or|exactly|{AUXILIARIES})\b).*\b(?:what|which|whom?|whose|where|how|why)\b"
_WHICH = rf"\b(?:what|which) (?!(?:kind|type|sort)s? of)(?:(?!(?:{AUXILIARIES}|the|an?|made)\b)\w+ ){{0,2}}?"
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
    (Kind.DATE, rf"{HOUR_ENGLISH}|\bwhat (?:are|were)\b(?=.*(?:{HOURS_ENGLISH}))"),
    (Kind.DATE, r"\b(?:during|between|at|within) (?:what|which) (?:\w+ )?(?:hours|times)\b"),
    (Kind.QUANTITY, rf"{_WHAT_IS}(?:{_LASTING}|{_BOUNDS})\b|\bwhat (?:{_BOUNDS})(?: (?:{AUXILIARIES})\b|\W*$)"),
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
    (Kind.QUANTITY, rf"\b(?:what|which) (?:\w+ )?(?:{AMOUNTS})\b|\bby (?:what|how)(?: much| many)? (?:percent|rate)"),
    (
        Kind.QUANTITY,
        rf"\bwhat(?:'s| is| are| was| were| has been)? (?:the |its )?(?:{NO_AUXILIARY}[\w'-]+ ){{0,3}}?"
        rf"(?:{AMOUNTS})\b",
    ),
    (
        Kind.QUANTITY,
        r"\bwhat(?:'s| is| are| was| were) (?:the |its )?(?:maximum|minimum|average|total|annual)\b",
    ),
    (Kind.QUANTITY, r"\b(?:over|within|in) (?:what|which) (?:period|length of time)\b|\btime (?:span|horizon)s?\b"),
    (Kind.DATE, rf"{_FIRST}\bwhen\b(?!{_OF_ANOTHER})|\b(?:what|which) (?:\w+ )?(?:{YEARS})\b"),
    (Kind.PLACE, rf"{_FIRST}\bwhere\b(?!.*\b(?:rank(?:s|ed)?|standings?)\b)|\bwhat is the capital\b"),
    (Kind.PLACE, rf"{_WHICH}(?:{_COUNTRIES})\b(?!')"),
    (Kind.ORGANISATION, rf"{_WHICH}(?:{_COMPANIES})\b(?!')"),
    (Kind.PERSON, rf"{_FIRST}\bwho(?:m|se|'s)?\b|{_WHICH}(?:{_PERSONS})\b(?!')|\bwhat (?:was|is) (?:his|her) name\b"),
    (Kind.YES_NO, rf"^(?:so |and |but |then )?(?:{AUXILIARIES})\b(?!.*\bor\b)"),
    (Kind.LIST, r"\bwhat (?:are|were) (?:the|some|its|their)\b|\bwhat (?:kinds|types|sorts)\b"),
    (
        Kind.LIST,
        r"(?:^|[,.] ?|\bplease |\byou )(?:list|name(?! of)|enumerate)\b.*\b(?:two|three|four|five|all|the|some)\b",
    ),
    (Kind.LIST, r"\b(?:what|which) (?:two|three|four|five|six|seven)\b"),
    (Kind.LIST, PLURAL),
    (Kind.DEFINITION, r"\bwhat (?:does|do|did) .+ (?:mean|stand for)\b|\bdefin(?:e|ition)\b|\bwhat is meant\b"),
    # Asked by a noun alone: Total revenue in 2023? Name of the director?
    (Kind.QUANTITY, rf"{_NOUN_BEGINS}(?:{AMOUNTS}){_NOUN_GOES_ON}"),
    (Kind.DATE, rf"{_NOUN_BEGINS}(?:date|year|month|day|time|birthday){_NOUN_GOES_ON}"),
    (Kind.PLACE, rf"{_NOUN_BEGINS}(?:venue|location|address|place|headquarters|site|birthplace){_NOUN_GOES_ON}"),
    (Kind.PERSON, rf"{_NOUN_BEGINS}(?:{_PERSONS}|chairman|chairwoman|head|founder|author){_NOUN_GOES_ON}"),
    (Kind.ORGANISATION, rf"{_NOUN_BEGINS}(?:organi[sz]er|host|publisher|sponsor|owner|operator){_NOUN_GOES_ON}"),
    (Kind.DEFINITION, r"\bmeaning of\b|^what(?:'s| is| are) (?:an? )?[\"“]?[\w'-]+(?: [\w'-]+){0,2}[\"”]?\?*$"),
)
