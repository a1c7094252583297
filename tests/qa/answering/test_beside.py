"""The same fact is cited to each document that tells it; of documents that differ both are shown."""

from __future__ import annotations

from itertools import permutations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.types import Answer

PIKE = "The Harrow Museum is led by its director, Anna Pike. It opened in 1987 in a former mill."
PLANT = "青川水厂现任厂长是李维民。水厂每天供水20万吨。"


def asked(question: str, *texts: str) -> Answer:
    documents = [Document.from_text(text, f"{number}.txt") for number, text in enumerate(texts, start=1)]
    return Assistant.from_documents(documents).ask(question)


def differing(answer: Answer) -> bool:
    return any(said in answer.text for said in ("The documents differ", "各文档说法不一", "各文件說法不一"))


@pytest.mark.parametrize(
    ("question", "first", "second", "told"),
    [
        ("Who is the director of the Harrow Museum?", PIKE,
         "Visitors to the Harrow Museum are welcomed by director Tom Bates, who took over in spring.",
         ("Anna Pike", "Tom Bates")),
        ("When did the Harrow Museum open?", PIKE,
         "Founded as the county collection, the Harrow Museum opened its doors in 1991.", ("1987", "1991")),
        ("Where is the headquarters of Lindal Foods?", "Lindal Foods has its headquarters in Bristol.",
         "The bakery group Lindal Foods, headquartered in Cardiff, makes bread.", ("Bristol", "Cardiff")),
        ("How many people work at Lindal Foods?", "Lindal Foods employs 300 people in two factories.",
         "Some 450 people work at Lindal Foods, most of them in Bristol.", ("300", "450")),
        ("How long does the tenancy run?", "Lease of flat 3. The tenancy runs for ten months from 1 July.",
         "Lease of the cottage. The tenancy runs for two years from 1 May.", ("ten months", "two years")),
        ("What does error E2 mean?", "DryHome 20 manual\nError codes\nE2: coil sensor failed, contact service.",
         "AirDry X manual\nFault codes\nE2: the coil is iced up, let it thaw.", ("sensor", "iced up")),
        ("How much does a kayak cost?", "Kayaks cost £12 an hour.", "The hire of kayaks costs £14 an hour.",
         ("£12", "£14")),
        ("谁是青川水厂的厂长？", PLANT, "青川水厂厂长赵立新说，新生产线下月投产。", ("李维民", "赵立新")),
        ("青川水厂每天供水多少？", PLANT, "据介绍，青川水厂日供水量为25万吨，服务人口80万。", ("20万吨", "25万吨")),
        ("博览会在哪里举行？", "第五届花卉博览会将在云溪会展中心举行。", "第五届花卉博览会定于3月在南湖体育馆举办。",
         ("云溪会展中心", "南湖体育馆")),
        ("報名截止到什麼時候？", "通知\n报名截止时间为5月8日。", "更正\n报名截止日期改为5月15日。",
         ("5月8日", "5月15日")),
        ("会议室可以吃东西吗？", "会议室内可以吃东西。", "会议室使用须知：会议室内禁止吃东西。", ("可以", "禁止")),
        ("How much does the new bridge cost?", "The new bridge over the Mera costs 120 million yuan.",
         "新建的梅拉河大桥造价1.5亿元。", ("120 million", "1.5亿元")),
        ("图书馆几点关门？", "图书馆每天上午9点开门，晚上9点关门。", "The library opens at 9 am and closes at 8 pm.",
         ("晚上9点", "8 pm")),
    ],
)  # fmt: skip
def test_both_are_shown_whichever_is_indexed_first(
    question: str, first: str, second: str, told: tuple[str, str]
) -> None:
    for texts in permutations((first, second)):
        answer = asked(question, *texts)
        assert differing(answer)
        assert all(each in answer.text for each in told)
        assert {citation.source for citation in answer.citations} == {"1.txt", "2.txt"}


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("Who is the director of the Harrow Museum?", PIKE, "Dr Pike, director of the Harrow Museum, was there."),
        ("When did the Harrow Museum open?", "The Harrow Museum opened on 3 May 1987.", PIKE),
        ("Where is the headquarters of Lindal Foods?", "Lindal Foods has its headquarters in Bristol.",
         "Lindal Foods, headquartered in Bristol, England, makes bread."),
        ("How many people work at Lindal Foods?", "Lindal Foods employs over 300 people.",
         "Lindal Foods has 312 employees."),
        ("How long does the lease run?", "The lease runs for 24 months.", "The lease runs for two years."),
        ("谁是青川水厂的厂长？", PLANT, "青川水厂李维民厂长介绍了情况。"),
        ("会议室可以吃东西吗？", "会议室内禁止饮食。", "会议室使用须知：会议室内不得吃东西。"),
        ("How much does the new Mera bridge cost?", "The new bridge over the Mera costs 150 million yuan.",
         "新建的梅拉河大桥造价1.5亿元。"),
        ("What was the reserve of the college?", "The reserve of the college was $159 million.",
         "The college had a reserve of $159 million, and a grant reserve of $4 million."),
    ],
)  # fmt: skip
def test_the_same_told_otherwise_is_no_difference(question: str, first: str, second: str) -> None:
    for texts in permutations((first, second)):
        assert not differing(asked(question, *texts))


@pytest.mark.parametrize(
    ("question", "own", "other"),
    [
        ("Who is the director of the Harrow Museum?", PIKE, "The Selby Museum's director, Tom Bates, took over."),
        ("Who chaired the meeting in May?", "Minutes of the meeting in May\nThe meeting was chaired by Ann Lee.",
         "Minutes of the meeting in June\nThe meeting was chaired by Bob Ray."),
        ("Who is the mayor of Alton?", "Alton's mayor, Sue Cole, opened the fair.",
         "The former mayor of Alton, Dan Fox, died on Sunday."),
        ("How much does a kayak cost?", "Kayaks cost £12 an hour.", "A lane in the pool costs £20 an hour."),
        ("How much does Room 4 cost?", "Room 4 costs £80 a night.", "Room 5 costs £95 a night."),
        ("How much is cement?", "Cement costs £4 a bag.", "Flour costs £2 a bag."),
        ("皮划艇每小时多少钱?", "皮划艇每小时租金30元。", "泳道每小时租金50元。"),
        ("2023年产量是多少？", "2023年产量为20万吨。", "2024年产量为25万吨。"),
        ("临江港投入了多少钱扩建码头?", "2022年,临江港投入12亿元扩建码头。", "2021年,临江港投入15亿元扩建码头。"),
        ("谁是青川水厂的厂长？", PLANT, "白河水厂厂长赵立新说，新生产线下月投产。"),
        ("图书馆几点关门？", "图书馆每天上午9点开门，晚上9点关门。", "The swimming pool closes at 8 pm."),
    ],
)  # fmt: skip
def test_what_is_told_of_something_else_is_no_difference(question: str, own: str, other: str) -> None:
    for texts in permutations((own, other)):
        assert not differing(asked(question, *texts))


def test_of_many_documents_three_are_told_beside() -> None:
    """Each of five leases has its own deposit."""
    leases = [f"{name}号房租约\n租期一年。押金为{number}千元。" for number, name in enumerate("甲乙丙丁戊", start=3)]
    answer = asked("押金是多少？", *leases)
    assert len(answer.citations) == 4
    assert sum(f"{number}千元" in answer.text for number in range(3, 8)) == 4




@pytest.mark.parametrize(
    ("question", "telling", "others"),
    [
        ("Who founded the Harrow Museum?", ("The Harrow Museum was founded by Anna Pike in 1987.",
         "Anna Pike, founder of the Harrow Museum, died on Sunday."), ("Anna Pike opened the flower show.",)),
        ("Who is the mayor of Alton?", ("Alton's mayor, Sue Cole, opened the fair on Saturday.",
         "The fair was a success, said Sue Cole, Mayor of Alton.",
         "Mayor Sue Cole of Alton has asked for more buses."), ("The mayor of Selby is Ted Hall.",)),
        ("When did the museum open?", ("The museum opened in 1987.", "The museum opened on 3 May 1987."),
         ("The swimming pool opened in 1987.",)),
        ("How many people work at Lindal Foods?", ("Lindal Foods employs 320 people.",
         "The bakery group Lindal Foods has a staff of 320."), ("Orton Foods employs 320 people.",)),
        ("How much is the deposit for the cottage?", ("Lease of the cottage. The deposit is £980.",),
         ("Lease of flat 3. The deposit is £980.",)),
        ("Where was Ida Morse born?", ("Ida Morse was born in Lowfield.",
         "The poet Ida Morse, a native of Lowfield, wrote nine books."), ("Ida Morse died in Lowfield in 1970.",)),
        ("Who chaired the meeting in May?", ("Minutes of the meeting in May\nThe meeting was chaired by Ann Lee.",),
         ("Minutes of the meeting in June\nThe meeting was chaired by Ann Lee.",)),
        ("青川水厂的厂长是谁？", ("青川水厂现任厂长是李维民。", "据青川水厂厂长李维民介绍，供水已恢复。",
         "青川水厂李维民厂长介绍了情况。"), ("李维民是诗人。",)),
        ("2023年产量是多少？", ("2023年产量为20万吨。",), ("2022年产量为20万吨。",)),
        ("會議室可以吃東西嗎？", ("会议室内禁止吃东西。", "会议室使用须知：会议室内不得饮食。"), ("食堂供应午餐。",)),
        ("图书馆几点关门？", ("图书馆每天上午9点开门，晚上8点关门。",
         "The library opens at 9 am and closes at 8 pm."), ("The swimming pool closes at 8 pm.",)),
    ],
)  # fmt: skip
def test_a_fact_is_cited_to_each_document_that_tells_it_and_to_no_other(
    question: str, telling: tuple[str, ...], others: tuple[str, ...]
) -> None:
    for texts in ((*telling, *others), (*others, *reversed(telling))):
        answer = asked(question, *texts)
        assert {texts[int(each.source[0]) - 1] for each in answer.citations} == set(telling)
        assert not differing(answer)


def test_a_yes_and_a_no_are_told_as_such() -> None:
    rules = ("员工手册\n会议室内可以吃东西。", "会议室使用须知\n会议室内禁止吃东西。")
    for texts in permutations(rules):
        said = asked("Can I eat in the meeting room?", *texts).text
        assert said.startswith(("Yes. The source is in Chinese", "No. The source is in Chinese"))
        assert "The documents differ. Another one has " + ("no." if said.startswith("Yes") else "yes.") in said


@pytest.mark.parametrize(
    ("question", "own", "other", "same"),
    [
        ("Where is the headquarters of Lindal Foods?", "Lindal Foods has its headquarters in Shanghai.",
         "林达尔食品（Lindal Foods）总部设在上海。", True),
        ("谁获得女子组冠军？", "女子组冠军由李娜获得，成绩2小时31分。",
         "The women's champion was Li Na, in 2:31.", True),
        ("What does the factory make?", "The factory makes washing machines.", "该工厂生产洗衣机。", True),
        ("What does the factory make?", "The factory makes washing machines.", "该工厂生产电视机。", False),
        ("Where will the fair be held?", "The fair will be held in the city library.",
         "博览会将在市图书馆举行。", True),
        ("Where will the fair be held?", "The fair will be held in the city library.",
         "博览会将在体育馆举行。", False),
    ],
)  # fmt: skip
def test_the_same_in_the_other_language_is_cited_too(question: str, own: str, other: str, same: bool) -> None:
    answer = asked(question, own, other)
    assert not differing(answer)
    assert {citation.source for citation in answer.citations} == ({"1.txt", "2.txt"} if same else {"1.txt"})
