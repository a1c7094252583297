"""Rows of tables: the cell under the heading that is asked for, in the row that the question names."""

from __future__ import annotations

import pytest

from corpus import Document
from corpus.readers import table
from qa.assistant import Assistant
from qa.question import asked
from qa.reading.forms.codes import made_whole
from qa.reading.pieces import pieces
from qa.reading.tabular.marked import another_is_meant

LAPTOPS = """# Laptop prices 2024

| Model | Weight | Battery | Price |
|---|---|---|---|
| Model A | 1.2 kg | 10 hours | $899 |
| Model B | 1.6 kg | 12 hours | $1,199 |
"""
BUSES = "线路,首班,末班\n12路,06:00,22:00\n15路,06:30,21:30\n"
WATCHES = """# 手表规格

| 项目 | Pro 版 | 青春版 |
|---|---|---|
| 防水等级 | 5ATM | 3ATM |
| 重量 | 52克 | 38克 |
"""
HALLS = "# 会议室价目\n\n| 会议室 | 半天 | 全天 |\n|---|---|---|\n| A厅 | 300元 | 500元 |\n| B厅 | 600元 | 1000元 |\n"
CLASSES = """# Evening classes, autumn term 2025

| Class | Teacher | Day | Room |
|---|---|---|---|
| Pottery | Ana Ruiz | Monday | Studio 2 |
| Yoga | Priya Nair | Thursday | Hall |
"""
STAFF = """# 员工名单

| 姓名 | 部门 | 职位 | 入职日期 |
|------|:----:|------|----------|
| 张伟 | 市场部 | 经理 | 2019-03-01 |
| 李娜 | 财务部 | 会计 | 2021-07-15 |
| 王磊 | 研发部 | 工程师 | 2020-11-02 |
"""
TASKS = "事项,负责人,截止日期\n登录优化方案,何佳,9月18日\n英文文案校对,Lisa Wong,9月21日\n新版定价调研,孙立,9月30日\n"
OUTPUT = "City;Year;Output\nHaining;2022;15 million yuan\nHaining;2023;18 million yuan\nPinghu;2023;22 million yuan\n"
COURSES = """# Evening courses

| Course | Day | Room | Tutor |
|---|---|---|---|
| Pottery | Tuesday | Studio 2 | Ralph Hemsley |
| Yoga | Thursday | B12 | Elena Cortina |
"""
LONG = "gears and brakes adjusted, every moving part cleaned and greased, wheels trued, the bike tried out on the road"
PRICES = f"""Code,Item,Details,Price
B1,Silver service,"{LONG}",85 pounds
B2,Bronze service,brakes adjusted,40 pounds
"""
ADULTS = """# Autumn 2025 adult classes

| Class | Day | Time | Room | Fee |
|---|---|---|---|---|
| Yoga | Monday | 18:00-19:00 | Hall | £48 |
| Spanish for beginners | Tuesday | 19:00-20:30 | Room 2 | £75 |
"""
GARAGE = "停车时长    收费\n30分钟以内    免费\n30分钟至2小时    5元\n2小时至8小时    10元\n8小时以上    30元\n"
STAFF_LINES = "Name,Department,Extension\nMia Jensen,Reception,2200\nOle Berg,Accounts,2214\nEva Roth,Sales,2245\n"
PARKING = """# 停车场收费

| 停车时长 | 收费 |
|---|---|
| 60分钟 | 8元 |
| 120分钟 | 15元 |
| 24小时 | 60元 |
"""
STUDIO = "# 影棚租用\n\n60分钟：200元\n90分钟：280元\n120分钟：350元\n"
CLINIC = """# 门诊安排

| 科室 | 诊室 | 医生 | 挂号费 |
|---|---|---|---|
| 内科 | 101 | 王丽 | 20元 |
| 口腔科 | 305 | 陈刚 | 25元 |
"""
FAULTS = """# 故障代码

| 代码 | 含义 | 处理 |
|---|---|---|
| E4 | 排水异常 | 清理排水泵 |
| E9 | 门锁故障 | 联系维修中心 |
| F13 | 故障 | 断电十分钟后重新上电 |
"""
TRAINS = """# 车次表

| 车次 | 始发 | 终到 | 出发 | 到达 | 历时 |
|---|---|---|---|---|---|
| G7 | 南州 | 北陵 | 08:10 | 12:45 | 4小时35分 |
| D11 | 南州 | 东港 | 09:00 | 12:00 | 3小时 |
| K39 | 南州 | 西原 | 20:15 | 04:15 | 8小时 |
"""
TIMETABLE = """# Timetable

| Train | From | To | Departs | Arrives |
|---|---|---|---|---|
| G7 | Alder | Birchley | 08:10 | 12:45 |
| D11 | Alder | Corby Vale | 09:00 | 12:00 |
"""
PROGRAMMES = """# 洗衣程序

| 程序 | 名称 | 温度 | 时间 |
|---|---|---|---|
| 1 | 棉麻 | 40℃ | 2小时10分 |
| 5 | 羊毛 | 20℃ | 45分钟 |
"""
SHOPS = "门店,电话,店长,面积\nA6店,5512006,石蕊,200㎡\nA7店,5512007,马骁,120㎡\n"
CATALOGUE = """# Catalogue

| Item | Code | Size | Colour |
|---|---|---|---|
| Rug | RU-5 | 3 × 2 m | grey |
| Rain jacket | RJ-9 | M | black |
"""
GRADES = """# 福利标准

| 职级 | 年终奖（月薪倍数） | 电脑预算（元） | 住宿标准（元/晚） |
|---|---|---|---|
| P5 | 3 | 10,000 | 500 |
| P6 | 4 | 15,000 | 700 |
"""
TUBES = "Product,SKU,Price (£),Minutes\nInner tube 26,IT-26,6.50,10\nInner tube 28,IT-28,7.20,15\n"
RINK = """# Prices

| Place | Closes | Ticket (£) |
|---|---|---|
| Swimming pool | 9 pm | 4.50 |
| Ice rink | 8 pm | 8 |

A season ticket for the ice rink costs £60.
"""
MODELS = """| Item | Model A | Model B |
|---|---|---|
| Cable length | 90 cm | 120 cm |
| Weight | 3.4 kg | 4.9 kg |
| Price | $80 | $95 |
"""
BIRDS = MODELS.replace("Model A", "Falcon").replace("Model B", "Heron")
PLANS = """| 项目 | A款 | B款 |
|---|---|---|
| 线长 | 90厘米 | 120厘米 |
| 重量 | 3.4公斤 | 4.9公斤 |
"""


def _of(text: str, name: str) -> Assistant:
    read = text if name.endswith((".md", ".txt")) else table.read(text.encode()).text
    return Assistant.from_documents([Document.from_text(read, name)])


@pytest.mark.parametrize(
    ("name", "text", "question", "short"),
    [
        ("staff.md", STAFF, "李娜在哪个部门？", "财务部"),
        ("staff.md", STAFF, "王磊是什么职位？", "工程师"),
        ("staff.md", STAFF, "李娜什么时候入职？", "2021-07-15"),
        ("staff.md", STAFF, "谁是会计？", "李娜"),
        ("staff.md", STAFF, "Which department does Li Na work in?", "财务部"),
        ("staff.md", STAFF, "赵敏在哪个部门？", ""),
        ("tasks.csv", TASKS, "登录优化方案由谁负责？", "何佳"),
        ("tasks.csv", TASKS, "新版定价调研的截止日期是哪天？", "9月30日"),
        ("tasks.csv", TASKS, "何佳负责什么？", "登录优化方案"),
        ("tasks.csv", TASKS, "Who is responsible for the pricing research?", "孙立"),
        ("prices.csv", PRICES, "What is the price of the silver service?", "85 pounds"),
        ("prices.csv", PRICES, "金牌服务要几天？", ""),
        ("courses.md", COURSES, "Who teaches pottery?", "Ralph Hemsley"),
        ("courses.md", COURSES, "Where is the yoga class held?", "B12"),
        ("faults.md", FAULTS, "出现F13怎么办？", "断电十分钟后重新上电"),
        ("faults.md", FAULTS, "屏幕顯示E4怎麼辦", "清理排水泵"),
        ("faults.md", FAULTS, "E9是什么意思？", "门锁故障"),
        ("trains.md", TRAINS, "G7几点到？", "12:45"),
        ("trains.md", TRAINS, "K39几点发车？", "20:15"),
        ("trains.md", TRAINS, "D11要坐多久？", "3小时"),
        ("trains.md", TRAINS, "G7路上要多久？", "4小时35分"),
        ("trains.md", TRAINS, "K39开往哪里？", "西原"),
        ("timetable.md", TIMETABLE, "When does the G7 arrive?", "12:45"),
        ("timetable.md", TIMETABLE, "What time does D11 get to Corby Vale?", "12:00"),
        ("timetable.md", TIMETABLE, "When does D11 leave?", "09:00"),
        ("programmes.md", PROGRAMMES, "羊毛程序要多久？", "45分钟"),
        ("programmes.md", PROGRAMMES, "5号程序的温度", "20℃"),
        ("programmes.md", PROGRAMMES, "羊毛是几号程序？", "5"),
        ("shops.csv", SHOPS, "A7店多大？", "120㎡"),
        ("catalogue.md", CATALOGUE, "How big is the rug?", "3 × 2 m"),
        ("catalogue.md", CATALOGUE, "What colour is the rain jacket in size M?", "black"),
        ("tubes.csv", TUBES, "What is the SKU of the inner tube 26?", "IT-26"),
        ("models.md", MODELS, "What is the cable length of the Model B?", "120 cm"),
        ("models.md", MODELS, "How heavy is model A?", "3.4 kg"),
        ("models.md", BIRDS, "How long is the cable of the Heron?", "120 cm"),
        ("models.md", BIRDS, "How much does the Heron cost?", "$95"),
        ("models.md", BIRDS, "How tall is the Heron?", ""),
        ("models.md", PLANS, "B款的线长是多少？", "120厘米"),
        ("models.md", PLANS, "A款多重？", "3.4公斤"),
        ("laptops.md", LAPTOPS, "What does Model B cost?", "$1,199"),
        ("laptops.md", LAPTOPS, "What is Model C's weight?", ""),
        ("laptops.md", LAPTOPS, "What is the price of Model C?", ""),
        ("laptops.md", LAPTOPS, "Which model has the longest battery life?", ""),
        ("laptops.md", LAPTOPS, "What is the price of Model A in 2024?", "$899"),
        ("laptops.md", LAPTOPS, "What is the price of Model A in 2023?", ""),
        ("buses.csv", BUSES, "15路末班车几点？", "21:30"),
        ("buses.csv", BUSES, "21路首班车几点？", ""),
        ("watches.md", WATCHES, "青春版的防水等级是多少？", "3ATM"),
        ("watches.md", WATCHES, "Pro版有多重？", "52克"),
        ("halls.md", HALLS, "B厅全天多少钱？", "1000元"),
        ("halls.md", HALLS, "C厅半天多少钱？", ""),
        ("classes.md", CLASSES, "Where is the pottery class?", "Studio 2"),
        ("classes.md", CLASSES, "Where was the yoga class in autumn 2023?", ""),
        ("adults.md", ADULTS, "Where is the yoga class in spring 2025?", ""),
        ("adults.md", ADULTS, "Where is the yoga class in autumn 2025?", "Hall"),
        ("adults.md", ADULTS, "How much is the Spanish class?", "£75"),
        ("parking.md", PARKING, "停2小时多少钱？", "15元"),
        ("parking.md", PARKING, "停90分钟多少钱？", ""),
        ("parking.md", PARKING, "How much is it for two hours?", "15元"),
        ("studio.md", STUDIO, "租两小时多少钱？", "350元"),
        ("studio.md", STUDIO, "一个半小时多少钱？", "280元"),
        ("studio.md", STUDIO, "租75分钟多少钱？", ""),
        ("output.csv", OUTPUT, "What was the output of Haining in 2023?", "18 million yuan"),
        ("garage.txt", GARAGE, "停1小时多少钱？", "5元"),
        ("garage.txt", GARAGE, "停3个小时多少钱？", "10元"),
        ("garage.txt", GARAGE, "How much is it for ten hours?", "30元"),
        ("garage.txt", GARAGE, "停20分钟收费吗？", "30分钟以内    免费"),
        ("staff.txt", STAFF_LINES, "What is Mia Jensen's extension?", "2200"),
        ("staff.txt", STAFF_LINES, "Who is at extension 2214?", "Ole Berg"),
        ("staff.txt", STAFF_LINES, "What is Ann Lowe's extension?", ""),
    ],
)
def test_the_cell_asked_for_is_told(name: str, text: str, question: str, short: str) -> None:
    given = _of(text, name).ask(question)
    assert given.short == short
    assert given.found is bool(short)


@pytest.mark.parametrize(
    ("question", "found"),
    [("员工名单有什么？", True), ("What is the department?", True), ("姓名是什么？", False), ("谁的部门？", False)],
)
def test_the_line_that_names_the_columns_is_no_evidence(question: str, found: bool) -> None:
    given = _of(STAFF, "staff.md").ask(question)
    assert given.found is bool(given.citations) is found
    assert not any("姓名" in each.quote or "---" in each.quote for each in given.citations)


@pytest.mark.parametrize(
    ("name", "text", "question", "said"),
    [
        ("grades.md", GRADES, "P5的电脑预算是多少？", "10,000元。[1]\n原文：“| P5 | 3 | 10,000 | 500 |”（职级 | "),
        ("grades.md", GRADES, "P6的住宿标准是多少？", "700元/晚。[1]\n原文：“| P6 | 4 | 15,000 | 700 |”（职级 | "),
        ("grades.md", GRADES, "What is the computer budget of P5?", "10,000 yuan.[1]\nThe source is in Chinese: "),
        ("grades.md", GRADES, "P6的年终奖是多少？", "4。[1]"),
        ("tubes.csv", TUBES, "How much is the inner tube 28?", "£7.20.[1]"),
    ],
)
def test_a_bare_figure_is_told_with_the_unit_of_its_heading(name: str, text: str, question: str, said: str) -> None:
    assert _of(text, name).ask(question).text.startswith(said)


def test_the_quote_of_a_row_is_followed_by_the_names_of_its_columns() -> None:
    said = _of(LAPTOPS, "laptops.md").ask("How heavy is Model A?").text
    assert said == "1.2 kg.[1]\n“| Model A | 1.2 kg | 10 hours | $899 |” (Model | Weight | Battery | Price)[1]"
    said = _of(WATCHES, "watches.md").ask("Pro版有多重？").text
    assert said == "52克。[1]\n原文：“| 重量 | 52克 | 38克 |”（项目 | Pro 版 | 青春版）[1]"


def test_a_second_attribute_is_told_of_the_same_row() -> None:
    said = _of(CLINIC, "clinic.md").ask("口腔科在哪个诊室，挂号费多少钱？").text
    assert said.startswith("305。[1]\n25元。[1]\n")


def test_a_time_of_day_is_told_whole() -> None:
    row = pieces("10:00-12:00")
    assert row.said(*made_whole(row, row.touched(3, 8), asked("What is on Wednesday?"))) == "10:00-12:00"


def test_a_sentence_that_says_more_of_the_question_is_read_before_a_row() -> None:
    rink = _of(RINK, "rink.md")
    assert rink.ask("How much is a ticket for the ice rink?").text.startswith("£8.[1]")
    assert rink.ask("How much is a season ticket for the ice rink?").short == "£60"


@pytest.mark.parametrize(
    ("question", "name", "another"),
    [
        ("How much are Model A and B?", "Model B", False),
        ("What is Model C's weight?", "Model A", True),
        ("12、15路末班车几点？", "12路", False),
        ("12、15路末班车几点？", "33路", True),
        ("停60分钟多少钱？", "120分钟", True),
        ("3月15日开吗？", "3月", False),
    ],
)
def test_a_mark_that_the_question_does_not_say_is_of_another(question: str, name: str, another: bool) -> None:
    assert another_is_meant(question, name) is another
