"""Units of measure and money in Chinese and English, each brought to one canonical name."""

from __future__ import annotations

import re

_MONEY = {
    "CNY": "元 块钱 人民币 元人民币 yuan rmb cny renminbi ¥",
    "USD": "美元 美金 usd us_dollar us_dollars u.s._dollar u.s._dollars dollar dollars $ us$",
    "HKD": "港元 港币 hkd hk$ hong_kong_dollars",
    "TWD": "新台币 台币 新台币元 twd nt$ new_taiwan_dollars",
    "EUR": "欧元 eur euro euros €",
    "GBP": "英镑 gbp pounds_sterling £",
    "JPY": "日元 日圆 jpy yen",
    "KRW": "韩元 krw won",
    "RUB": "卢布 rubles roubles ruble",
    "INR": "卢比 rupees rupee inr ₹",
    "AUD": "澳元 aud a$",
    "CAD": "加元 cad c$",
    "NZD": "新西兰元 纽元 nzd nz$",
    "SGD": "新加坡元 新元 新币 sgd s$ singapore_dollars",
    "MOP": "澳门元 澳门币 mop mop$ patacas pataca",
    "CHF": "瑞士法郎 chf swiss_francs swiss_franc",
    "franc": "法郎 francs franc",
    "krone": "克朗 kroner kronor krone krona",
    "THB": "泰铢 thb baht",
    "MYR": "林吉特 令吉 马币 myr ringgit",
    "VND": "越南盾 vnd",
    "IDR": "印尼盾 印尼卢比 idr rupiah",
    "peso": "比索 pesos peso",
    "BRL": "雷亚尔 brl r$ reais",
    "ZAR": "兰特 zar",
    "TRY": "里拉 lira liras",
    "AED": "迪拉姆 aed dirhams dirham",
    "SAR": "里亚尔 riyals riyal",
    "PLN": "兹罗提 pln zloty zlotys",
    "UAH": "格里夫纳 uah hryvnia hryvnias",
    "ILS": "谢克尔 shekels shekel",
    "cent": "美分 分钱 cents",
    "penny": "便士 pence",
}
_MEASURES = {
    "%": "% percent per_cent pct",
    "pp": "个百分点 百分点 percentage_point percentage_points pp",
    "bp": "个基点 基点 basis_points basis_point bps",
    "person": "人 名 位 人民群众 people persons person",
    "person-time": "人次 visits person-times",
    "household": "户 households household",
    "km": "公里 千米 km kilometers kilometres kilometer kilometre",
    "m": "米 m metres meters metre meter",
    "cm": "厘米 公分 cm centimeters centimetres centimeter centimetre",
    "mm": "毫米 mm millimeters millimetres",
    "μm": "微米 μm micrometres micrometers micrometre micrometer microns micron",
    "nm": "纳米 nm nanometers nanometres nanometer nanometre",
    "km2": "平方公里 平方千米 km2 sq_km square_kilometers square_kilometres square_kilometer square_kilometre",
    "m2": "平方米 平米 m2 sq_m square_meters square_metres square_meter square_metre",
    "sqmi": "平方英里 square_miles square_mile sq_mi",
    "sqft": "平方英尺 square_feet square_foot sq_ft",
    "ha": "公顷 hectares hectare ha",
    "mu": "亩 mu",
    "acre": "英亩 acres acre",
    "mile": "英里 miles mile mi",
    "foot": "英尺 feet foot ft",
    "inch": "英寸 inches inch",
    "yard": "码 yards yard",
    "kg": "公斤 千克 kg kilograms kilogram kilos",
    "g": "克 g grams gram",
    "mg": "毫克 mg milligrams milligram",
    "μg": "微克 μg micrograms microgram mcg",
    "t": "吨 tons ton tonnes tonne metric_tons",
    "pound": "磅 pounds pound lb lbs",
    "l": "升 litres liters litre liter",
    "ml": "毫升 ml millilitres milliliters",
    "m3": "立方米 m3 cubic_metres cubic_meters",
    "°C": "摄氏度 ℃ °c degrees_celsius",
    "°": "度 ° degrees degree",
    "W": "瓦 w watts watt",
    "kW": "千瓦 kw kilowatts kilowatt",
    "MW": "兆瓦 mw megawatts megawatt",
    "GW": "吉瓦 gw gigawatts gigawatt",
    "hp": "马力 匹马力 horsepower hp ps",
    "N·m": "牛米 牛·米 n·m newton_metres newton_meters",
    "dB": "分贝 decibels decibel db",
    "V": "伏特 volts volt",
    "kcal": "千卡 大卡 kilocalories kcal",
    "kWh": "千瓦时 kwh kilowatt-hours kilowatt_hours",
    "second": "秒 秒钟 seconds second sec",
    "minute": "分钟 minutes minute min mins",
    "hour": "小时 个小时 钟头 hours hour hrs",
    "workday": "个工作日 工作日 working_days working_day business_days business_day",
    "day": "天 个自然日 自然日 日 days day calendar_days calendar_day",
    "week": "周 个星期 星期 weeks week",
    "month": "个月 months month",
    "year": "年 years year yrs year-long",
    "decade": "decades decade",
    "century": "个世纪 centuries",
    "age": "岁 周岁 years_old year-old years_of_age",
    "times": "倍 次 times fold",
    "KB": "kb kilobytes",
    "MB": "mb megabytes",
    "GB": "gb gigabytes",
    "TB": "tb terabytes",
}
# A count of things: the measure word belongs to the quantity, but says nothing that its noun does not.
_CLASSIFIERS = """
个 家 项 条 座 所 件 只 台 辆 部 本 篇 张 份 场 届 期 批 类 种 大类 支 款 艘 架 栋 间 套 处 起 例 枚 颗
棵 头 门 级 层 株 幅 道 字 句 段 卷 册 首 局 轮 代 国 省 市 县 区 镇 村 瓶 盒 袋 箱 杯 罐 桶 碗 盘 双 根 片 粒 笔 封 幢
床 盏 组 页 宗 趟 列
"""

UNITS: dict[str, str] = {
    surface.replace("_", " "): unit
    for table in (_MONEY, _MEASURES)
    for unit, surfaces in table.items()
    for surface in surfaces.split()
} | dict.fromkeys(_CLASSIFIERS, "")
MEASURE_WORDS = frozenset(_CLASSIFIERS.split())
MONEY = frozenset(_MONEY)
DURATIONS = frozenset({"second", "minute", "hour", "day", "workday", "week", "month", "year", "decade", "century"})
# Written with a small letter only: 5G is a network, 5g is a weight.
LOWER_CASE_UNITS = frozenset({"g", "m", "l", "t", "mi", "min"})

POUNDS = frozenset({"pound", "pounds"})
_AROUND = 90  # characters in which something tells whether pounds are money or a weight
_WEIGHED = re.compile(
    r"weigh|\bheav|\bobes|\bdiet|\b(?:kilo\w*|kg|lbs?|t(?:ons?|onnes?)|thrust|lift\w*|cargo|birth)\b"
    r"|\bper (?:square|acre)\b"
    r"|\bpounds? (?:heavier|lighter|overweight)\b"
)
_WEIGHT_OF = re.compile(
    r"\s(?:per square|per acre|of (?!(?:\w+ )?(?:funding|funds|aid|money|invest|savings|debt|damage|tax|cash)))"
)
_PAID = re.compile(
    r"£|\bgbp\b|\bpence\b|\b(?:money|cash|costs?|costing|price[sd]?|pricing|fe+s?|pay\w*|paid|grants?|fund\w*|budget\w*"
    r"|incomes?|tax\w*|fines?|fined|worth|earn\w*|s[eo]ld|sell\w*|sales?|buy\w*|bought|spen[dt]\w*|salar\w+|wages?|rents?"
    r"|rental|invest\w*|raised|raising|banks?|insur\w+|profits?|revenues?|turnover|awards?|awarded|prizes?|bills?|charg\w+"
    r"|donat\w+|loans?|debts?|lent|borrow\w*|savings?|saved|expens\w+|tickets?|admission|deposits?|compensat\w+|refund\w*"
    r"|subsid\w+|sponsor\w*|allowance|pensions?|bursar\w+|scholarships?|owed?|owing|purchase\w*|treasur\w+|afford\w*"
    r"|collect\w*|brought in|takings|voucher|repairs?|replac\w+|funding|contract\w*|estimated at|valu\w+)\b"
)


def are_of_money(text: str, start: int, end: int) -> bool:
    """Whether the pounds of a folded text at these offsets, number and unit, are money: what is near speaks of paying.

    Millions of them are, unless they are of something; where nothing near tells, they are a weight.
    """
    line = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    stop = text.find("\n", end, end + _AROUND)
    behind = text[end : stop if stop >= 0 else end + _AROUND]
    near = text[line:start] + behind
    if _WEIGHT_OF.match(behind) or _WEIGHED.search(near):
        return False
    return _PAID.search(near) is not None or "illion" in text[start:end]
