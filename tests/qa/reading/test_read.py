"""Reading the bare answer, over documents written for the purpose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Document
from index.model import EmbeddedModel
from index.passage_index import PassageIndex
from qa.question import kind_of
from qa.reading.rank import rank_sentences
from qa.reading.read import LONGEST, read, reading
from qa.reading.reader_network import ReaderNetwork
from qa.types import ReadSpan

CHINESE = """县图书馆建于1987年,馆址在东街。馆内藏书近三十万册,藏书量居全省首位。
苹果、香蕉、葡萄的产量去年分别增长3.1%、4.2%、5.3%。
全县建成12个乡级、35个村级图书馆。新馆预计投资1.2亿元。县教育局副局长王建国出席了仪式。"""
ENGLISH = """The harbour was built in 1902. It handles forty ships a day and is the third among ports.
Maria Lopez has been its master since 2015. The new pier will cost 35 million dollars."""


@pytest.fixture(scope="module")
def index() -> PassageIndex:
    documents = [Document.from_text(CHINESE, "library.txt"), Document.from_text(ENGLISH, "harbour.txt")]
    return PassageIndex.build(documents, EmbeddedModel.load())


def spans(index: PassageIndex, question: str) -> list[ReadSpan]:
    query = index.analyse(question)
    return read(query, kind_of(question), rank_sentences(query, index.search(query, 8), index), index)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("图书馆是哪一年建的?", "1987年"),
        ("香蕉的产量增长了多少?", "4.2%"),
        ("葡萄的產量增長了多少?", "5.3%"),
        ("村级图书馆有多少个?", "35个"),
        ("乡级图书馆有多少个?", "12个"),
        ("新馆投资多少钱?", "1.2亿元"),
        ("How much will the new pier cost?", "35 million dollars"),
        ("When was the harbour built?", "1902"),
        ("新码头要花多少钱?", "35 million dollars"),
        ("In which year was the library built?", "1987"),
        ("县图书馆的藏书量居全省第几位?", "首位"),
        ("Where does the harbour rank among ports?", "third"),
    ],
)
def test_the_answer_is_read(index: PassageIndex, question: str, answer: str) -> None:
    assert answer in spans(index, question)[0].text


@pytest.mark.parametrize(
    ("question", "place", "found"),
    [
        ("Who is the curator of the library?", 5, True),
        ("Who is the curator of the library?", 6, False),
        ("图书馆的馆长是谁?", 3, True),
        ("图书馆的馆长是谁?", 5, False),
    ],
)
def test_more_sentences_are_read_in_the_other_language(
    index: PassageIndex, question: str, place: int, found: bool
) -> None:
    assert ("王建国" in read_with(index, question, "王建国", place)) is found


@pytest.mark.parametrize(
    ("question", "shown"), [("图书馆是哪一年建的?", "1987年"), ("In which year was the harbour built?", "1902")]
)
def test_where_a_date_is_asked_for_a_sentence_that_has_one_is_read_however_far_down(
    index: PassageIndex, question: str, shown: str
) -> None:
    assert shown in read_with(index, question, shown, 9)


def read_with(index: PassageIndex, question: str, shown: str, place: int) -> list[str]:
    """What is read where the sentence that holds `shown` is ranked at a place."""
    query = index.analyse(question)
    ranked = rank_sentences(query, index.search(query, 8), index)
    right = next(each for each in ranked if shown in each.text)
    others = [each for each in ranked if not any(year in each.text for year in ("1987", "1902", "2015", shown))] * 3
    return [span.text for span in reading(query, kind_of(question), [*others[:place], right, *others[place:]]).spans]


def test_a_figure_keeps_its_rounding_word(index: PassageIndex) -> None:
    assert spans(index, "馆内藏书多少册?")[0].text == "近三十万册"


@pytest.mark.parametrize("question", ["图书馆是哪一年建的?", "Who is the master?", "今天天气如何?", "?"])
def test_spans_are_slices_of_their_sentence_and_short(index: PassageIndex, question: str) -> None:
    for span in spans(index, question):
        assert span.sentence.start <= span.start < span.end <= span.sentence.end
        assert span.text == index.document(span.sentence.passage.document_id).text[span.start : span.end]
        assert len(span.text) <= LONGEST


def test_scores_descend_and_places_are_distinct(index: PassageIndex) -> None:
    found = spans(index, "香蕉的产量增长了多少?")
    assert [s.score for s in found] == sorted((s.score for s in found), reverse=True)
    assert len({(s.sentence.passage.document_id, s.start, s.end) for s in found}) == len(found)


def test_without_sentences_nothing_is_read(index: PassageIndex) -> None:
    assert read(index.analyse("谁?"), kind_of("谁?"), [], index) == []


def test_the_doubt_is_a_log_probability(index: PassageIndex) -> None:
    query = index.analyse("图书馆是哪一年建的?")
    found = reading(query, kind_of(query.text), rank_sentences(query, index.search(query, 8), index))
    assert found.nowhere <= 0


def test_the_network_fits_its_inputs() -> None:
    assert ReaderNetwork.load() is ReaderNetwork.load()


@settings(max_examples=25, deadline=None)
@given(st.text(alphabet="图书馆建于1987年,。()“”%、 abcXYZ.?!\n😀", min_size=1, max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    document = Document.from_text(text, "a.txt")
    index = PassageIndex.build([document], EmbeddedModel.load())
    for span in spans(index, "图书馆建于哪一年? When?"):
        assert document.text[span.start : span.end] == span.text
