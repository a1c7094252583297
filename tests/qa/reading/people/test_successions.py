"""Who came after whom in a post, named in the sentence that tells it or before."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.reading.people.successions import wanted_in

FIRM = """# Harrow Pumps names finance chief

Harrow Pumps said on Monday that Dina Petrov will become chief financial officer in June. She succeeds Owen Marsh, who
retires after nine years.

Tom Reeve was made head of engineering in May. He replaces Ruth Kay.

The pumps works was founded in 1950 by Hugh Ennis. He was followed in 1971 by Vera Stone, and Stone was in turn
succeeded by Paul Lund. Lena Fox becomes secretary, taking over from Mike Bates. Its cook is Mary Dell.

Lena Fox will be succeeded by her nephew, Otto Reed, next year.
"""
COMPANY = """青峰公司人事公告

总经理李建华辞去职务。董事会聘任周敏接替李建华担任总经理。原财务总监陈国栋到龄退休，由吴晓燕接任财务总监。

馆长梁志刚1968年生，2019年3月到任，接替退休的老馆长汪德明。执行总裁方亚军将于7月卸任，由首席运营官祝雅琴继任。

方亚军自2017年起执掌公司，他的前任是创始人龚学礼。董事会秘书是罗丹。

办事处主任为卢志勇，2022年接替调往区民政局的黎明辉。
"""


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Who succeeded Owen Marsh?", ("Owen Marsh", True)),
        ("Who took over the shop from Jean Abbott?", ("Jean Abbott", True)),
        ("Who was Owen Marsh's successor?", ("Owen Marsh", True)),
        ("Who did Dina Petrov succeed as finance chief?", ("Dina Petrov", False)),
        ("Who was chairman before Ann Lee?", ("Ann Lee", False)),
        ("谁将接替方亚军？", ("方亚军", True)),
        ("周敏接替了谁？", ("周敏", False)),
        ("方亚军的前任是谁？", ("方亚军", False)),
        ("Who followed the white rabbit?", None),
        ("谁接管了电站？", None),
    ],
)
def test_a_question_asks_for_whom_somebody_came_after(question: str, wanted: tuple[str, bool] | None) -> None:
    assert wanted_in(question) == wanted


@pytest.mark.parametrize(
    ("text", "question", "name"),
    [
        (FIRM, "Who succeeded Owen Marsh?", "Dina Petrov"),
        (FIRM, "Who did Dina Petrov succeed?", "Owen Marsh"),
        (FIRM, "Who was chief financial officer before Dina Petrov?", "Owen Marsh"),
        (FIRM, "Who replaced Ruth Kay?", "Tom Reeve"),
        (FIRM, "Who succeeded Hugh Ennis?", "Vera Stone"),
        (FIRM, "Who preceded Vera Stone?", "Hugh Ennis"),
        (FIRM, "Who succeeded Vera Stone?", "Paul Lund"),
        (FIRM, "Who took over from Mike Bates?", "Lena Fox"),
        (FIRM, "Who did Lena Fox succeed?", "Mike Bates"),
        (FIRM, "Who will succeed Lena Fox?", "Otto Reed"),
        (FIRM, "Who succeeded Mary Dell?", ""),
        (FIRM, "Who succeeded Paul Lund?", ""),
        (COMPANY, "谁接替了李建华？", "周敏"),
        (COMPANY, "周敏接替了谁？", "李建华"),
        (COMPANY, "谁接任财务总监？", "吴晓燕"),
        (COMPANY, "吴晓燕接替的是谁？", "陈国栋"),
        (COMPANY, "谁接替了汪德明？", "梁志刚"),
        (COMPANY, "方亚军的继任者是谁？", "祝雅琴"),
        (COMPANY, "方亚军的前任是谁？", "龚学礼"),
        (COMPANY, "祝雅琴的继任者是谁？", ""),
        (COMPANY, "卢志勇的前任是谁？", "黎明辉"),
        (COMPANY, "谁接替了卢志勇？", ""),
        (COMPANY, "Who succeeded Li Jianhua?", "周敏"),
    ],
)
def test_the_other_one_in_a_succession_is_told(text: str, question: str, name: str) -> None:
    answer = Assistant.from_documents([Document.from_text(text, "news.txt")]).ask(question)
    assert (answer.short if answer.found else "") == name
