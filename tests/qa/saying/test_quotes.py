"""Where a citation is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Document, Passage, Span, text_language
from qa.saying.quotes import LONGEST, evidence_for, shown
from tests.qa.texts import HARBOUR_ZH, document, span_of


def _passage(text: str, start: int = 0) -> Passage:
    return Passage("id", "a.txt", "a", start, start + len(text), text, (), None, text_language(text))


def test_a_short_sentence_is_quoted_whole() -> None:
    span = span_of(document(HARBOUR_ZH), "近12亿元")
    sentence = span.sentence
    evidence = evidence_for(sentence.passage, Span(sentence.start, sentence.end), Span(span.start, span.end))
    assert evidence.quote == "2022年,临江港投入近12亿元扩建码头,新增泊位5个。"


def test_a_long_sentence_is_cut_at_clauses_around_the_answer() -> None:
    clauses = [f"第{number}项工作由第{number}个小组负责到底并且按期完成" for number in range(100, 130)]
    text = "，".join(clauses) + "。"
    place = text.index("第120个小组")
    evidence = evidence_for(_passage(text, 50), Span(50, 50 + len(text)), Span(50 + place, 50 + place + 7))
    assert "第120个小组" in evidence.quote
    assert len(evidence.quote) <= LONGEST
    assert evidence.quote.startswith("第1")
    assert evidence.quote.endswith("完成")


def test_an_answer_shows_the_part_of_a_long_quote_between_semicolons() -> None:
    parts = ["基础研究方面，" + "持续投入" * 20, "人才方面，总量达26万人，居全省首位", "产业方面，" + "加快布局" * 20]
    text = "；".join(parts) + "。"
    place = text.index("26万人")
    evidence = evidence_for(_passage(text), Span(0, len(text)), Span(place, place + 4))
    start, end = shown(evidence, Span(place, place + 4))
    assert evidence.quote == text
    assert text[start:end] == "人才方面，总量达26万人，居全省首位"


@pytest.mark.parametrize(
    ("text", "kept", "part"),
    [
        ("- 周一闭馆", "周一", "周一闭馆"),
        ("## Opening at nine", "nine", "Opening at nine"),
        ("-5 degrees at night", "-5 degrees", "-5 degrees at night"),
        ("3.4 逾期收费", "逾期", "3.4 逾期收费"),
    ],
)
def test_a_line_is_shown_without_its_bullet_or_hashes(text: str, kept: str, part: str) -> None:
    place = text.index(kept)
    start, end = shown(evidence_for(_passage(text), Span(0, len(text)), Span(place, place + 2)), Span(place, place + 2))
    assert text[start:end] == part


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("On 31 October, the information office of the city " + "held a large conference " * 8 + ".", "31 October"),
        ("10月31日，市政府新闻办" + "举行规模很大时间很长的发布会" * 9 + "。", "10月31日"),
    ],
)
def test_an_answer_is_not_shown_without_what_it_is_the_answer_to(text: str, kept: str) -> None:
    place = text.index(kept)
    evidence = evidence_for(_passage(text), Span(0, len(text)), Span(place, place + len(kept)))
    start, end = shown(evidence, Span(place, place + len(kept)))
    assert end - start > len(kept) + 40


@given(st.lists(st.text("天地人ab ,，；。1.", min_size=1, max_size=120), min_size=1, max_size=12), st.data())
def test_every_citation_is_a_slice_that_holds_what_it_is_cited_for(pieces: list[str], data: st.DataObject) -> None:
    text = "x" + "，".join(pieces) + "y"
    offset = data.draw(st.integers(0, 5))
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 120)))
    whole, kept = Span(offset, offset + len(text)), Span(offset + start, offset + end)
    if not text[start:end].strip(" ,，；。"):
        return
    evidence = evidence_for(_passage(text, offset), whole, kept)
    assert 0 < len(evidence.quote) <= LONGEST
    assert text[start:end].strip() in evidence.quote
    assert text[evidence.start - offset : evidence.end - offset] == evidence.quote
    first, last = shown(evidence, kept)
    assert evidence.start <= first < last <= evidence.end


def test_the_documents_offsets_are_kept() -> None:
    text = Document.from_text("a\n\n" + HARBOUR_ZH, "a.md")
    span = span_of(text, "480万标准箱")
    sentence = span.sentence
    evidence = evidence_for(sentence.passage, Span(sentence.start, sentence.end), Span(span.start, span.end))
    assert text.text[evidence.start : evidence.end] == evidence.quote
