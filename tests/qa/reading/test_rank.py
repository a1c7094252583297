"""Ranking the sentences of retrieved passages, over documents written for the purpose."""

from __future__ import annotations

import numpy as np
import pytest

from corpus import Document
from index.model import EmbeddedModel
from index.passage_index import PassageIndex
from qa.reading.rank import Ranker, from_the_left, rank_sentences
from qa.types import RankedSentence

CHINESE = """县图书馆建于1987年,馆址在东街。馆内藏书三十万册,其中古籍两千册。馆长王建国说,今年将延长开放时间。
新馆预计投资1.2亿元,由市建筑设计院设计。读者可以免费办证。儿童阅览室每周末举办讲故事活动。"""
ENGLISH = """The harbour was built in 1902. It handles forty ships a day. Maria Lopez has been its master since 2015.
The new pier will cost 35 million dollars. Fishing is forbidden near the lighthouse."""


@pytest.fixture(scope="module")
def index() -> PassageIndex:
    documents = [Document.from_text(CHINESE, "library.txt"), Document.from_text(ENGLISH, "harbour.txt")]
    return PassageIndex.build(documents, EmbeddedModel.load())


def ranked(index: PassageIndex, question: str) -> list[RankedSentence]:
    query = index.analyse(question)
    return rank_sentences(query, index.search(query, 8), index)


@pytest.mark.parametrize(
    ("question", "holds"),
    [
        ("图书馆是哪一年建的?", "1987年"),
        ("圖書館藏書多少冊?", "三十万册"),
        ("How many ancient books does the library hold?", "古籍"),
        ("When was the harbour built?", "1902"),
        ("Who has been the master since 2015?", "Maria Lopez"),
        ("新码头要花多少钱?", "35 million"),
    ],
)
def test_the_sentence_that_answers_comes_first(index: PassageIndex, question: str, holds: str) -> None:
    assert holds in ranked(index, question)[0].text


@pytest.mark.parametrize(
    ("title", "told", "question", "holds"),
    [
        (
            "清河七小春游通知",
            "清河七小定于4月17日组织春游,请清河七小的家长配合春游。\n\n活动费用为每人138元。",
            "清河七小这次春游一个孩子总共要交多少钱?",
            "138元",
        ),
        (
            "Velparin 30 mg tablets",
            "Do not take Velparin with Velparin syrup or if people have cats.\n\nThe price is 12 euros.",
            "How much do people pay for Velparin?",
            "12 euros",
        ),
    ],
)
def test_what_the_title_says_need_not_be_said_again(title: str, told: str, question: str, holds: str) -> None:
    built = PassageIndex.build([Document.from_text(f"{title}\n\n{told}", "paper.txt", title)], EmbeddedModel.load())
    assert holds in ranked(built, question)[0].text


def test_sentences_are_slices_and_each_comes_once(index: PassageIndex) -> None:
    found = ranked(index, "图书馆的馆长是谁?")
    assert len({(s.passage.document_id, s.start, s.end) for s in found}) == len(found)
    for sentence in found:
        document = index.document(sentence.passage.document_id)
        assert document.text[sentence.start : sentence.end] == sentence.text


def test_scores_descend_and_do_not_change_from_run_to_run(index: PassageIndex) -> None:
    first, second = ranked(index, "新馆由谁设计?"), ranked(index, "新馆由谁设计?")
    assert first == second
    assert [s.score for s in first] == sorted((s.score for s in first), reverse=True)


def test_no_hits_give_no_sentences(index: PassageIndex) -> None:
    assert rank_sentences(index.analyse("谁?"), [], index) == []


def test_a_long_sentence_is_ranked_statement_by_statement() -> None:
    text = "人才方面,全县有工程师320人,教师1500人,医生260人,他们来自全国二十多个省份,平均年龄三十八岁;" + (
        "道路方面,去年修路45公里,新建桥梁三座,改造路灯六百盏,方便了沿线十二个村的出行;绿化方面,植树两万棵,建成公园五座,新增草坪三十亩。"
    )
    index = PassageIndex.build([Document.from_text(text, "a.txt")], EmbeddedModel.load())
    assert ranked(index, "去年修路多少公里?")[0].text.startswith("道路方面")


PERSONS = {
    "zh": "谭春晖担任港务局局长。凌小鹏担任档案馆馆长。舒望之担任海洋研究所所长。裴守正担任水厂厂长。",
    "en": "Tan Chunhui heads the Harbour Office. Ling Xiaopeng heads the Archive. "
    "Shu Wangzhi heads the Marine Institute. Pei Shouzheng heads the Waterworks.",
}


@pytest.mark.parametrize(
    ("told", "question", "right"),
    [
        ("zh", "Which body does Ling Xiaopeng head?", "凌小鹏"),
        ("zh", "What post does Wangzhi Shu hold?", "舒望之"),
        ("zh", "Who is Pei Shouzheng?", "裴守正"),
        ("en", "凌小鹏领导哪个机构?", "Ling"),
        ("en", "舒望之担任什么职务?", "Shu"),
        ("en", "裴守正是谁?", "Pei"),
    ],
)
def test_persons_are_told_apart_by_their_names_in_pinyin(told: str, question: str, right: str) -> None:
    index = PassageIndex.build([Document.from_text(PERSONS[told], "persons.txt")])
    query = index.analyse(question)
    assert right in rank_sentences(query, index.search(query, 8), index)[0].text


def test_a_sentence_comes_to_the_leaf_that_its_features_lead_to() -> None:
    # Of the first tree: above 1 in feature 0 leaf 2; else above 5 in feature 1 leaf 0, and below it leaf 1.
    # The second is one leaf, to which both ways lead.
    left, right = [[1, -2], [-1, 0]], [[-3, -1], [-1, 0]]
    kept, leaves = zip(*map(from_the_left, left, right), strict=True)
    ranker = Ranker(
        *(np.zeros(2, dtype=np.float32) for _ in range(3)),
        np.array([[0, 1], [0, 0]]).T,
        np.array([[1, 5], [0, 0]], dtype=np.float32).T,
        np.array(kept, dtype=np.uint32).T,
        np.take_along_axis(np.array([[10, 20, 30], [7, 0, 0]], dtype=np.float32), np.array(leaves), axis=1),
    )
    features = np.array([[2, 0], [2, 9], [1, 6], [0, 5]], dtype=np.float32)
    assert ranker.boosted(features).tolist() == [37, 37, 17, 27]
