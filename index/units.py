"""Units of measure and money in Chinese and English, each brought to one canonical name."""

from __future__ import annotations

import re

_MONEY = {
    "CNY": "元 块钱 元钱 元整 人民币 元人民币 yuan rmb cny renminbi ¥",
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
    "cent": "美分 cents",
    "jiao": "角钱 毛钱",
    "fen": "分钱 fen",
    "penny": "便士 pence",
}
_MEASURES = {
    "%": "% percent per_cent pct",
    "‰": "‰ per_mille",
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
    "km/h": "公里/小时 千米/小时 公里/时 千米/时 公里每小时 千米每小时 km/h kph kmh km_per_hour"
    " kilometres_per_hour kilometers_per_hour kilometres_an_hour kilometers_an_hour",
    "mile/h": "英里/小时 英里每小时 mph miles_per_hour miles_an_hour",
    "m/s": "米/秒 米每秒 m/s metres_per_second meters_per_second metres_a_second meters_a_second",
    "knot": "knots knot",
    "nmi": "海里 nautical_miles nautical_mile",
    "light-year": "光年 light-years light_years light-year",
    "foot": "英尺 feet foot ft",
    "inch": "英寸 inches inch",
    "yard": "码 yards yard",
    "kg": "公斤 千克 kg kilograms kilogram kilos",
    "g": "克 g grams gram",
    "mg": "毫克 mg milligrams milligram",
    "μg": "微克 μg micrograms microgram mcg",
    "t": "吨 tons ton tonnes tonne metric_tons",
    "pound": "磅 pounds pound lb lbs",
    "oz": "盎司 ounces ounce oz",
    "jin": "斤 市斤 jin catties catty",
    "carat": "克拉 carats carat",
    "l": "升 litres liters litre liter",
    "ml": "毫升 ml millilitres milliliters",
    "gallon": "加仑 gallons gallon",
    "pint": "品脱 pints pint",
    "cup": "cups cup",
    "tbsp": "汤匙 大勺 tablespoons tablespoon tbsp",
    "tsp": "茶匙 小勺 teaspoons teaspoon tsp",
    "barrel": "barrels barrel",
    "m3": "立方米 m3 cubic_metres cubic_meters",
    "cm3": "立方厘米 cm3 cc cubic_centimetres cubic_centimeters",
    "°C": "摄氏度 ℃ °c degrees_celsius degree_celsius degrees_centigrade",
    "°F": "华氏度 °f degrees_fahrenheit degree_fahrenheit",
    "°": "度 ° degrees degree",
    "W": "瓦 w watts watt",
    "kW": "千瓦 kw kilowatts kilowatt",
    "MW": "兆瓦 mw megawatts megawatt",
    "GW": "吉瓦 gw gigawatts gigawatt",
    "hp": "马力 匹马力 horsepower hp ps",
    "N·m": "牛米 牛·米 n·m newton_metres newton_meters",
    "dB": "分贝 decibels decibel db",
    "V": "伏特 volts volt v",
    "kcal": "千卡 大卡 kilocalories kcal",
    "kJ": "千焦 kj kilojoules kilojoule",
    "kWh": "千瓦时 kwh kilowatt-hours kilowatt_hours kilowatt-hour",
    "MWh": "兆瓦时 mwh megawatt-hours megawatt_hours",
    "GWh": "吉瓦时 gwh gigawatt-hours gigawatt_hours",
    "TWh": "太瓦时 twh terawatt-hours terawatt_hours",
    "A": "安培 amps amp amperes",
    "mAh": "毫安时 mah",
    "Hz": "赫兹 hz hertz",
    "kHz": "千赫 khz kilohertz",
    "MHz": "兆赫 mhz megahertz",
    "GHz": "吉赫 ghz gigahertz",
    "rpm": "转/分 转/分钟 转每分钟 rpm revolutions_per_minute",
    "bar": "bar",
    "psi": "psi",
    "kPa": "千帕 kpa kilopascals",
    "MPa": "兆帕 mpa megapascals",
    "hPa": "百帕 hpa hectopascals",
    "mmHg": "毫米汞柱 mmhg",
    "Mbit/s": "mbit/s mbps megabits_per_second 兆比特每秒",
    "Gbit/s": "gbit/s gbps gigabits_per_second",
    "pixel": "像素 pixels pixel",
    "megapixel": "megapixels megapixel",
    "ppm": "ppm parts_per_million",
    "second": "秒 秒钟 seconds second sec",
    "minute": "分钟 minutes minute min mins",
    "hour": "小时 个小时 钟头 hours hour hrs",
    "day": "天 日 个自然日 自然日 days day calendar_days calendar_day",
    "workday": "个工作日 工作日 个交易日 working_days working_day business_days business_day",
    "week": "周 个星期 星期 weeks week",
    "fortnight": "fortnights",
    "month": "个月 months month",
    "year": "年 years year yrs year-long",
    "decade": "decades decade",
    "century": "个世纪 centuries",
    "age": "岁 周岁 years_old year-old year-olds years_of_age",
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
床 盏 组 页 宗 趟 列 股
"""

UNITS: dict[str, str] = {
    surface.replace("_", " "): unit
    for table in (_MONEY, _MEASURES)
    for unit, surfaces in table.items()
    for surface in surfaces.split()
} | dict.fromkeys(_CLASSIFIERS, "")
MEASURE_WORDS = frozenset(_CLASSIFIERS.split())
MONEY = frozenset(_MONEY)
DURATIONS = frozenset(
    {"second", "minute", "hour", "day", "workday", "week", "fortnight", "month", "year", "decade", "century"}
)
# Written with a small letter only: 5G is a network, 5g is a weight.
LOWER_CASE_UNITS = frozenset({"g", "m", "l", "t", "mi", "min", "cup", "bar"})
UPPER_CASE_UNITS = frozenset({"v"})  # 3 v 2 is a match

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


_OF_JAPAN = re.compile(r"\bjapan|\btokyo\b|\bosaka\b|\bkyoto\b|\byen\b|日本|东京|大阪|日元|日圆")
_OF_CHINA = re.compile(r"\bchin[ae]|\byuan\b|\brmb\b|\bcny\b|中国|人民币")


def is_yen(text: str, start: int) -> bool:
    """Whether a ¥ in a folded text is Japanese: what is near speaks of Japan and not of China."""
    near = text[max(0, start - _AROUND) : start + _AROUND]
    return _OF_JAPAN.search(near) is not None and _OF_CHINA.search(near) is None


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
