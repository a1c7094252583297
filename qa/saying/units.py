"""How the canonical units of `index.units` are said in English and in Chinese, and other words that figures need."""

from __future__ import annotations

# canonical: singular, plural
_ENGLISH = """
CNY: yuan, yuan | USD: US dollar, US dollars | HKD: Hong Kong dollar, Hong Kong dollars
TWD: New Taiwan dollar, New Taiwan dollars | EUR: euro, euros | GBP: pound sterling, pounds sterling | JPY: yen, yen
KRW: won, won | RUB: rouble, roubles | INR: rupee, rupees | AUD: Australian dollar, Australian dollars
CAD: Canadian dollar, Canadian dollars | NZD: New Zealand dollar, New Zealand dollars
SGD: Singapore dollar, Singapore dollars | MOP: pataca, patacas | CHF: Swiss franc, Swiss francs
franc: franc, francs | krone: krone, kroner | THB: baht, baht | MYR: ringgit, ringgit
VND: Vietnamese dong, Vietnamese dong | IDR: Indonesian rupiah, Indonesian rupiah | peso: peso, pesos
BRL: Brazilian real, Brazilian reais | ZAR: South African rand, South African rand | TRY: lira, lira
AED: dirham, dirhams | SAR: riyal, riyals | PLN: zloty, zlotys | UAH: hryvnia, hryvnias | ILS: shekel, shekels
cent: cent, cents | jiao: jiao, jiao | fen: fen, fen | penny: penny, pence | ‰: per mille, per mille
pp: percentage point, percentage points
person: person, people | person-time: person-time, person-times | household: household, households
km: kilometre, kilometres | m: metre, metres | cm: centimetre, centimetres | mm: millimetre, millimetres
nm: nanometre, nanometres | km2: square kilometre, square kilometres | m2: square metre, square metres
sqmi: square mile, square miles | sqft: square foot, square feet | ha: hectare, hectares | mu: mu, mu
acre: acre, acres | mile: mile, miles | foot: foot, feet | inch: inch, inches | yard: yard, yards
nmi: nautical mile, nautical miles | light-year: light year, light years
km/h: kilometre per hour, kilometres per hour | mile/h: mile per hour, miles per hour
m/s: metre per second, metres per second | knot: knot, knots | kg: kilogram, kilograms | g: gram, grams
mg: milligram, milligrams | μg: microgram, micrograms | μm: micrometre, micrometres | t: tonne, tonnes
pound: pound, pounds | oz: ounce, ounces | jin: jin, jin | carat: carat, carats | gallon: gallon, gallons
pint: pint, pints | cup: cup, cups | tbsp: tablespoon, tablespoons | tsp: teaspoon, teaspoons
barrel: barrel, barrels | cm3: cubic centimetre, cubic centimetres | l: litre, litres | ml: millilitre, millilitres
m3: cubic metre, cubic metres | °C: degree Celsius, degrees Celsius | °F: degree Fahrenheit, degrees Fahrenheit
°: degree, degrees | W: watt, watts | kW: kilowatt, kilowatts | MW: megawatt, megawatts | GW: gigawatt, gigawatts
dB: decibel, decibels | V: volt, volts | kcal: kilocalorie, kilocalories | kJ: kilojoule, kilojoules
kWh: kilowatt-hour, kilowatt-hours | MWh: megawatt-hour, megawatt-hours | GWh: gigawatt-hour, gigawatt-hours
TWh: terawatt-hour, terawatt-hours | A: ampere, amperes | mAh: mAh, mAh | Hz: hertz, hertz | kHz: kilohertz, kilohertz
MHz: megahertz, megahertz | GHz: gigahertz, gigahertz | rpm: revolution per minute, revolutions per minute
bar: bar, bar | psi: psi, psi | kPa: kilopascal, kilopascals | MPa: megapascal, megapascals
hPa: hectopascal, hectopascals | mmHg: mmHg, mmHg | Mbit/s: megabit per second, megabits per second
Gbit/s: gigabit per second, gigabits per second | pixel: pixel, pixels | megapixel: megapixel, megapixels
ppm: ppm, ppm | hp: horsepower, horsepower | bp: basis point, basis points | N·m: newton metre, newton metres
second: second, seconds | minute: minute, minutes | hour: hour, hours | day: day, days
workday: working day, working days | week: week, weeks | fortnight: fortnight, fortnights | month: month, months
year: year, years | decade: decade, decades | century: century, centuries | age: year old, years old
times: time, times | KB: kilobyte, kilobytes | MB: megabyte, megabytes | GB: gigabyte, gigabytes
TB: terabyte, terabytes
"""
_CHINESE = """
CNY 元 USD 美元 HKD 港元 TWD 新台币 EUR 欧元 GBP 英镑 JPY 日元 KRW 韩元 RUB 卢布 INR 卢比 AUD 澳元 CAD 加元
NZD 新西兰元 SGD 新加坡元 MOP 澳门元 CHF 瑞士法郎 franc 法郎 krone 克朗 THB 泰铢 MYR 林吉特 VND 越南盾 IDR 印尼盾
peso 比索 BRL 雷亚尔 ZAR 兰特 TRY 里拉 AED 迪拉姆 SAR 里亚尔 PLN 兹罗提 UAH 格里夫纳 ILS 谢克尔
cent 美分 jiao 角 fen 分钱 penny 便士
% % ‰ ‰ pp 个百分点 person 人 person-time 人次 household 户 km 公里 m 米 cm 厘米 mm 毫米 nm 纳米 km2 平方公里 m2 平方米
sqmi 平方英里 sqft 平方英尺 ha 公顷 mu 亩 acre 英亩 mile 英里 foot 英尺 inch 英寸 yard 码 nmi 海里 light-year 光年
km/h 公里/小时 mile/h 英里/小时 m/s 米/秒 knot 节 oz 盎司 jin 斤 carat 克拉 gallon 加仑 pint 品脱 cup 杯 tbsp 汤匙
tsp 茶匙 barrel 桶 cm3 立方厘米 °F 华氏度 kJ 千焦 MWh 兆瓦时 GWh 吉瓦时 TWh 太瓦时 A 安培 mAh 毫安时 Hz 赫兹 kHz 千赫
MHz 兆赫 GHz 吉赫 rpm 转/分钟 bar 巴 psi psi kPa 千帕 MPa 兆帕 hPa 百帕 mmHg 毫米汞柱 Mbit/s 兆比特每秒
Gbit/s 吉比特每秒 pixel 像素 megapixel 百万像素 ppm ppm hp 马力 bp 个基点 N·m 牛米 workday 个工作日 kg 公斤 g 克
mg 毫克 μg 微克 μm 微米 t 吨 pound 磅 l 升 ml 毫升 m3 立方米 °C 摄氏度 ° 度 W 瓦 kW 千瓦 MW 兆瓦 GW 吉瓦 dB 分贝
V 伏 kcal 千卡 kWh 千瓦时 second 秒 minute 分钟 hour 小时 day 天 week 周 month 个月 year 年 decade 年 century 个世纪
age 岁 times 倍 KB KB MB MB GB GB TB TB fortnight 周
"""
_entries = (entry.partition(":") for entry in _ENGLISH.replace("\n", "|").split("|") if entry.strip())
ENGLISH_UNITS: dict[str, tuple[str, str]] = {
    unit.strip(): (names.split(",")[0].strip(), names.split(",")[1].strip()) for unit, _, names in _entries
}
CHINESE_UNITS: dict[str, str] = dict(zip(_CHINESE.split()[::2], _CHINESE.split()[1::2], strict=True))
ROUNDING = {
    "about": "约",
    "nearly": "近",
    "over": "超过",
    "at least": "至少",
    "under": "不到",
    "at most": "至多",
    "as much as": "多达",
    "as low as": "低至",
    "expected": "预计",
}
ROUNDING_BEHIND = {"within": "内"}
# How a date, a time of day or a span of time is said that is bounded so: the meanings of `index.bounds`.
ENGLISH_BOUNDS = {
    "before": "before {}",
    "after": "after {}",
    "by": "by {}",
    "until": "until {}",
    "not before": "not before {}",
    "around": "around {}",
    "expected": "expected {}",
    "within": "within {}",
    "later": "{} later",
    "earlier": "{} earlier",
}
CHINESE_BOUNDS = {
    "before": "{}前",
    "after": "{}后",
    "by": "不晚于{}",
    "until": "直到{}",
    "not before": "不早于{}",
    "around": "约{}",
    "expected": "预计{}",
    "within": "{}内",
    "later": "{}后",
    "earlier": "{}前",
}
# Parts of a year, a decade or a month.
ENGLISH_PARTS = {
    "q1": "the first quarter of {}", "q2": "the second quarter of {}", "q3": "the third quarter of {}",
    "q4": "the fourth quarter of {}", "q1-3": "the first three quarters of {}", "h1": "the first half of {}",
    "h2": "the second half of {}", "early": "early {}", "mid": "mid-{}", "late": "late {}", "end": "the end of {}",
    "spring": "spring {}", "summer": "summer {}", "autumn": "autumn {}", "winter": "winter {}",
}  # fmt: skip
CHINESE_PARTS = {
    "q1": "第一季度", "q2": "第二季度", "q3": "第三季度", "q4": "第四季度", "q1-3": "前三季度",
    "h1": "上半年", "h2": "下半年", "early": "初", "mid": "年中", "late": "末", "end": "底",
    "spring": "春季", "summer": "夏季", "autumn": "秋季", "winter": "冬季",
}  # fmt: skip
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
# A measure word, the noun beside it that settles what is counted, and that noun in English.
COUNTED = {
    "家": {"医院": "hospitals", "银行": "banks", "餐厅": "restaurants", "企业": "companies", "公司": "companies"},
    "件": {"专利": "patents", "案件": "cases"},
    "项": {"专利": "patents", "标准": "standards", "项目": "projects", "措施": "measures"},
    "所": {"学校": "schools", "大学": "universities", "高校": "universities", "医院": "hospitals"},
    "座": {"桥": "bridges"},
    "位": {"数字": "digits", "位数": "digits", "验证码": "digits", "字符": "characters", "密码": "characters"},
    "辆": {"车": "vehicles"},
    "架": {"飞机": "aircraft"},
}
COUNTED_NOUNS = {(english, noun) for nouns in COUNTED.values() for noun, english in nouns.items()}
