"""What the extractive answerer says of hand-made spans."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from corpus import Document, Language
from index.query import Query
from qa.answering.extract import ExtractiveAnswerer
from qa.assistant import Assistant
from qa.types import Draft, Kind, ReadSpan, Task
from tests.qa.texts import HARBOUR_ZH, LIBRARY_EN, document, span_of


def _draft(language: Language, *spans: ReadSpan, kind: Kind = Kind.QUANTITY) -> Draft:
    query = Query("?", language, (), np.zeros(1, np.float32))
    sentences = tuple(span.sentence for span in spans)
    return ExtractiveAnswerer().draft(Task("?", language, kind, query, (), sentences, spans))


def _said(draft: Draft) -> list[str]:
    return [statement.text for statement in draft.statements]


def test_nothing_read_is_a_refusal() -> None:
    assert _draft(Language.ENGLISH) == Draft(())


def test_the_short_answer_comes_first_with_its_rounding() -> None:
    draft = _draft(Language.SIMPLIFIED, span_of(document(HARBOUR_ZH), "12亿元"))
    assert draft.short == "12亿元"
    assert _said(draft) == ["近12亿元。", "原文：“2022年,临江港投入近12亿元扩建码头,新增泊位5个。”"]


def test_an_english_reader_is_told_the_language_and_the_figures() -> None:
    draft = _draft(Language.ENGLISH, span_of(document(HARBOUR_ZH), "12亿元"))
    assert draft.short == "12亿元"
    assert _said(draft) == [
        "Nearly 1.2 billion yuan (近12亿元).",
        "The source is in Chinese: “2022年,临江港投入近12亿元扩建码头,新增泊位5个。”",
    ]


def test_a_chinese_reader_of_english_gets_the_figures_in_wan_and_yi() -> None:
    draft = _draft(Language.SIMPLIFIED, span_of(document(LIBRARY_EN), "350,000"))
    assert _said(draft)[0] == "超过35万（more than 350,000）。"
    assert _said(draft)[1].startswith("原文为英文：“It holds more than 350,000 books and employs 42 people.”")


def test_a_percentage_needs_no_words() -> None:
    assert _said(_draft(Language.ENGLISH, span_of(document(HARBOUR_ZH), "7.5%")))[0] == "7.5%."


def test_a_traditional_reader_is_answered_in_traditional() -> None:
    draft = _draft(Language.TRADITIONAL, span_of(document(LIBRARY_EN), "2.5 million dollars"))
    assert _said(draft)[0] == "250萬美元（2.5 million dollars）。"
    assert _said(draft)[1].startswith("原文為英文：「In 2019")


def test_a_name_in_the_other_language_stays_as_it_is() -> None:
    draft = _draft(Language.ENGLISH, span_of(document(HARBOUR_ZH), "港务局"))
    assert _said(draft)[0] == "“港务局”."


def test_a_persons_name_is_spelt_for_an_english_reader() -> None:
    draft = _draft(Language.ENGLISH, span_of(document(HARBOUR_ZH), "沈思远"), kind=Kind.PERSON)
    assert _said(draft)[0] == "“沈思远” (Shen Siyuan)."


def test_an_answer_that_is_the_whole_sentence_is_said_once() -> None:
    span = span_of(document(LIBRARY_EN), "The Marlow Library opened on 4 May 1987")
    assert _said(_draft(Language.ENGLISH, span)) == ["“The Marlow Library opened on 4 May 1987.”"]


def test_of_two_languages_the_readers_own_is_quoted() -> None:
    other = Document.from_text("In 2022 the port of Linjiang invested nearly 1.2 billion yuan in its docks.", "en.txt")
    query = Query("?", Language.ENGLISH, (), np.zeros(1, np.float32))
    first, fellow = (
        Task("?", Language.ENGLISH, Kind.QUANTITY, query, (), (span.sentence,), (span,))
        for span in (span_of(document(HARBOUR_ZH), "12亿元"), span_of(other, "1.2 billion yuan"))
    )
    draft = ExtractiveAnswerer().draft(replace(first, fellows=(fellow,)))
    assert _said(draft)[0] == "Nearly 1.2 billion yuan."
    assert [evidence.passage.source for evidence in draft.statements[0].evidence] == ["en.txt", "harbour.md"]


def test_a_sentence_is_quoted_rather_than_its_heading() -> None:
    text = Document.from_text("# 港口投入12亿元\n\n去年,港口投入了近12亿元来扩建码头。", "a.md")
    sentence = span_of(text, "近12亿元", -1.0)
    draft = _draft(Language.SIMPLIFIED, span_of(text, "12亿元"), sentence)
    assert _said(draft) == ["近12亿元。", "原文：“去年,港口投入了近12亿元来扩建码头。”"]


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        ("急救箱内有以下用品：\n\n- 绷带\n- 碘伏\n", "急救箱里有什么？", "绷带\n- 碘伏"),
        ("报名须带以下材料：\n1. 身份证\n2. 照片\n地点在二楼。", "报名要带什么材料？", "身份证\n2. 照片"),
        ("The toolbox holds the following:\n\n- a hammer\n- a saw\n\nIt is red.", "What does the toolbox hold?",
         "a hammer\n- a saw"),
        ("The toolbox holds the following:\n\n- a hammer\n- a saw\n\nIt is red.", "What is in the toolbox?",
         "a hammer\n- a saw"),
        ("The members of the jury are:\n- Ann Field\n- Tom Lake\n", "Who is on the jury?", "Ann Field\n- Tom Lake"),
        ("Ann Field opened the meeting, which chose:\n- a boat\n- a flag\n", "Who opened the meeting?", "Ann Field"),
    ],
)  # fmt: skip
def test_what_leads_up_to_a_list_is_answered_with_its_items(text: str, question: str, short: str) -> None:
    given = Assistant.from_documents([Document.from_text(text, "list.md")]).ask(question)
    assert given.short == short
    assert short in given.text and all(short in each.quote for each in given.citations)


def test_of_a_long_list_as_many_items_as_fit_a_quote_are_told() -> None:
    text = "The toolbox holds the following:\n" + "".join(f"- a hammer with the number {n} on it\n" for n in range(20))
    given = Assistant.from_documents([Document.from_text(text, "list.md")]).ask("What does the toolbox hold?")
    quote = given.citations[0].quote
    assert len(quote) <= 300 and quote.endswith("on it") and quote.startswith("The toolbox")


def test_an_answer_that_is_cut_within_a_clause_says_so() -> None:
    told = " and ".join(f"the landing stage number {n}" for n in range(10))
    cut = told[: told.index(" number 4")]
    short, long = (
        _said(_draft(Language.ENGLISH, span_of(document(f"The tenant keeps {told} in good repair."), each)))[0]
        for each in ("the landing stage number 2", cut)
    )
    assert short == "The landing stage number 2."
    assert long == f"T{cut[1:]}…"


NOTICE_ZH = "会议纪要\n时间：2024年11月6日下午2点\n5月利润约6万元，6月利润4.5万元。净利润为-1.2亿元，上年为3000万元。"
HALF_OF_THEM = "“Almost half of the 2.4 million”（Almost half 即 近一半；2.4 million 即 240万）。"
SURVEY_EN = (
    "Survey\nAlmost half of the 2.4 million residents drink its water. "
    "Visitors over 65 pay half the normal price of £8."
)


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (NOTICE_ZH, "When was the meeting held?", "November 6, 2024 (2024年11月6日), 2 p.m. (下午2点)."),
        (NOTICE_ZH, "5月利润是多少？", "约6万元。"),
        (NOTICE_ZH, "How much was the net profit?", "-120 million yuan (-1.2亿元)."),
        (SURVEY_EN, "How many residents drink its water?", "Almost half of the 2.4 million."),
        (SURVEY_EN, "How much do visitors over 65 pay?", "Half the normal price of £8."),
        (SURVEY_EN, "多少居民喝这里的水？", HALF_OF_THEM),
    ],
)
def test_what_a_reader_is_told_first(text: str, question: str, said: str) -> None:
    answer = Assistant.from_documents([Document.from_text(text, "notice.txt")]).ask(question)
    assert answer.text.startswith(f"{said}[1]\n")
