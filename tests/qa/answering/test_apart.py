"""Two things named together: each is asked of alone where the documents tell of each, and one thing stays one."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.types import Answer

LINDAL = "Lindal Foods was founded by Jane Lind in 1950 and is based in Cardiff."
ORTON = "Orton Foods has its headquarters in Leeds. It was founded by Carl Orton in 1962."
PLANTS = "青川水厂1998年建成投产，厂长是李维民。", "白河水厂厂长赵立新介绍，该厂2005年投产。"


def asked(question: str, *texts: str) -> Answer:
    documents = [Document.from_text(text, f"{number}.txt") for number, text in enumerate(texts, start=1)]
    return Assistant.from_documents(documents).ask(question)


@pytest.mark.parametrize(
    ("question", "texts", "told"),
    [
        ("Where are Lindal Foods and Orton Foods based?", (LINDAL, ORTON), ("Cardiff", "Leeds")),
        ("Who founded Lindal Foods and Orton Foods?", (LINDAL, ORTON), ("Jane Lind", "Carl Orton")),
        ("What was the revenue in 2022 and 2023?",
         ("Revenue was 40 million euros in 2022.", "In 2023 revenue rose to 47 million euros."),
         ("40 million", "47 million")),
        ("青川水厂和白河水厂的厂长是谁？", PLANTS, ("李维民", "赵立新")),
        ("青川水廠和白河水廠在哪一年投產？", PLANTS, ("1998", "2005")),
    ],
)  # fmt: skip
def test_each_of_two_things_is_told_of(question: str, texts: tuple[str, ...], told: tuple[str, ...]) -> None:
    answer = asked(question, *texts)
    assert all(each in answer.text for each in told)
    assert {each.source for each in answer.citations} == {"1.txt", "2.txt"}


def test_of_two_names_the_one_that_is_told_of_is_answered_and_the_other_said_to_be_missing() -> None:
    answer = asked("When were Lindal Foods and Selby Foods founded?", LINDAL, ORTON)
    assert "1950" in answer.text
    assert "1962" not in answer.text
    assert "The documents do not say: When were Selby Foods founded?" in answer.text


@pytest.mark.parametrize(
    ("question", "text", "told", "untold"),
    [
        ("When did Marks and Spencer open the store in Alton?",
         "Marks and Spencer opened its store in Alton in 1996. Tesco came in 2003.", "1996", "2003"),
        ("Who is the secretary of the Roads and Bridges Committee?",
         "The secretary of the Roads and Bridges Committee is Ken Dale. The Bridges Fund is led by Lou Hart.",
         "Ken Dale", "Lou Hart"),
        ("Who wrote Pike and Perch?", "Pike & Perch was written by Ann Lee. Perch is a fish.", "Ann Lee", "do not"),
        ("文化和旅游局局长是谁？", "文化和旅游局局长是周海燕。旅游协会会长是吴刚。", "周海燕", "吴刚"),
        ("安全与健康委员会什么时候成立？", "安全与健康委员会于2019年成立。健康中心2021年成立。", "2019", "2021"),
    ],
)  # fmt: skip
def test_what_a_text_joins_is_one_thing(question: str, text: str, told: str, untold: str) -> None:
    answer = asked(question, text)
    assert told in answer.text
    assert untold not in answer.text


def test_what_answers_another_part_more_surely_is_no_answer_to_this_one() -> None:
    text = "DryHome 20 manual\nThe dehumidifier weighs 10.4 kg. The tank holds 2.3 litres."
    answer = asked("What colour is the dehumidifier and how much does it weigh?", text)
    assert answer.text.startswith("10.4 kg.")
    assert "The documents do not say: What colour is the dehumidifier" in answer.text


def test_a_number_asked_for_by_nothing_but_its_kind_is_told() -> None:
    notice = "便民服务中心公告\n营业时间：周一至周五9:00至17:00。\n咨询电话：010-66554433。"
    assert asked("电话是多少？", notice).short == "010-66554433"
    answer = asked("营业时间和电话是多少？", notice)
    assert all(each in answer.text for each in ("9:00", "010-66554433"))


@pytest.mark.parametrize(
    ("question", "text", "told"),
    [
        ("会议什么时候、在哪里召开？",
         "会议纪要\n时间：2024年5月8日下午2点\n地点：三楼会议室\n主持人：王晓梅\n会议决定，由张敏负责宣传。",
         ("5月8日", "三楼会议室")),
        ("How much is the deposit and may I keep a cat?",
         "TENANCY\nThe monthly rent is £850.\nThe deposit is £980.\nThe tenant may keep one cat, but no dogs.",
         ("£980", "may keep one cat")),
        ("東湖小學有多少學生，校長是誰？", "东湖小学有学生860人，校长是刘芳。", ("860", "刘芳")),
    ],
)  # fmt: skip
def test_both_parts_are_answered(question: str, text: str, told: tuple[str, str]) -> None:
    answer = asked(question, text)
    assert all(each in answer.text for each in told)
    assert not any(said in answer.text for said in ("do not say", "没有说明", "沒有說明"))
