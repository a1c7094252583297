"""Yes-or-no questions are answered by the clause that makes the claim."""

from __future__ import annotations

import re

import pytest

from corpus import Document
from qa import Assistant

CHINESE = "图书馆去年开工，预算为3亿元，目前已经对公众开放。另有两座分馆在建。"
ENGLISH = "The new library, which cost 30 million dollars, opened in May; two branches are still being built."

RANKED = "截至今年8月,全县授权专利1630件,居全省第一。县长说:“今年以来,出台了支持漆器、编织的新政策。”"


@pytest.mark.parametrize(
    ("text", "question", "claim"),
    [
        (RANKED, "Did the county rank first in the province for patents by August?", "居全省第一"),
        (RANKED, "今年8月县里的专利是全省第一吗？", "居全省第一"),
        (RANKED, "Does the list of crafts with new policies include lacquer?", "出台了支持漆器、编织的新政策"),
        (CHINESE, "图书馆对公众开放了吗？", "目前已经对公众开放"),
        (CHINESE, "有两座分馆在建吗？", "另有两座分馆在建"),
        ("滤芯不可水洗，水会破坏静电层，使过滤效率大幅下降。", "Can the filter be washed with water?", "滤芯不可水洗"),
        ("加装电梯94部，八十岁以上老人用餐打六折。", "Do people over 80 get a discount?", "八十岁以上老人用餐打六折"),
        (CHINESE, "新图书馆的预算是5亿元吗？", "预算为3亿元"),
        ("不得带宠物上车，导盲犬除外。", "Can I take my dog on the bus?", "不得带宠物上车，导盲犬除外"),
        (ENGLISH, "Are two branches still being built?", "two branches are still being built"),
    ],
)
def test_the_clause_that_claims_it_is_the_bare_answer(text: str, question: str, claim: str) -> None:
    answer = Assistant.from_documents([Document.from_text(text, "library.txt")]).ask(question)
    assert re.sub("^(?:是的，|不是，|有，|Yes: |No: )", "", answer.short) == claim
    assert claim in answer.citations[0].quote


@pytest.mark.parametrize("question", ["Are two branches still being built?", "新馆在5月开放了吗？"])
def test_what_is_stated_word_by_word_is_never_refused(question: str) -> None:
    text = "The new library opened in May; two branches are still being built. — ! 新馆已于5月开放，😀，耗资3000万元。"
    answer = Assistant.from_documents([Document.from_text(text, "library.txt")]).ask(question)
    assert answer.confidence >= 0.9
    assert answer.short.startswith(("Yes: two", "是的，新馆"))


def test_a_heading_claims_nothing_and_a_claim_begins_behind_what_joins_it() -> None:
    text = "# 云岭博物馆拍照须知\n\n展厅内可以拍照，但不得使用闪光灯。"
    answer = Assistant.from_documents([Document.from_text(text, "rules.md", "云岭博物馆拍照须知")]).ask(
        "在云岭博物馆拍照能不能用闪光灯？"
    )
    assert answer.short == "不能，不得使用闪光灯"
    assert "展厅内可以拍照，但不得使用闪光灯" in answer.citations[0].quote


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        ("5.2 No pets may be kept inside.", "May pets be kept inside?", "No: No pets may be kept inside"),
        ("第五条 房间内不得饲养宠物。", "房间内可以饲养宠物吗？", "不可以，房间内不得饲养宠物"),
        ("（二）仓库内禁止吸烟。", "仓库内可以吸烟吗？", "不可以，仓库内禁止吸烟"),
        ("5.2 million people came.", "Did 5.2 million people come?", "Yes: 5.2 million people came"),
    ],
)
def test_the_number_of_a_clause_is_not_said(text: str, question: str, short: str) -> None:
    answer = Assistant.from_documents([Document.from_text(text, "rules.txt")]).ask(question)
    assert answer.short == short
    assert answer.citations[0].quote == text
    assert answer.text.count("“" + re.sub("^(?:不可以，|Yes: |No: )", "", short)) == 1


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        ("Up to 4 days may be kept for May.", "Can I keep days for May?", "Up to 4 days may be kept for May"),
        ("答：未拆封的商品可以退货，生鲜除外。", "商品可以退货吗？", "未拆封的商品可以退货，生鲜除外"),
        ("Anglers may fish from 6 a.m. to 9 p.m.", "Can anglers fish?", "Anglers may fish from 6 a.m. to 9 p.m."),
    ],
)
def test_a_claim_is_a_whole_clause_with_what_it_excepts(text: str, question: str, short: str) -> None:
    answer = Assistant.from_documents([Document.from_text(text, "rules.txt")]).ask(question)
    assert re.sub("^(?:可以，|Yes: |No: )", "", answer.short) == short
