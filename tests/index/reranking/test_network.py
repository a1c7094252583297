"""Reranking: served as it was trained, and the passage that answers before the one that says the same words."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from corpus import Document
from index.model import EmbeddedModel
from index.passage_index import PassageIndex
from index.reranking.cut import CHINESE
from index.reranking.network import PATH, RerankingNetwork
from index.reranking.shown import LOOKS
from tests.index.reranking.test_shown import MILL, QUARRY, shown_of
from training.reader_examples import Vocabulary
from training.reports import Report, ReportQuestion, learnt
from training.reranking import train
from training.reranking_examples import Example, of_reports
from training.reranking_torch import Reranking, batch_of

TEXTS = {
    "bridge.txt": "白石镇的大桥由省桥梁公司设计。大桥长860米,去年三月通车。",
    "tunnel.txt": "白石镇的隧道由市隧道公司设计。隧道还在修建,大桥通车以后开工。",
    "harbour.txt": "The harbour of Whitestone was opened by Maria Lopez. It handles forty ships a day.",
    "library.txt": "The library of Whitestone lends books to sailors. Ships and harbours are its subject.",
}


@pytest.fixture(scope="module")
def index() -> PassageIndex:
    documents = [Document.from_text(text, source, title=" ") for source, text in TEXTS.items()]
    return PassageIndex.build(documents, EmbeddedModel.load())


@pytest.mark.parametrize(
    ("question", "source"),
    [
        ("大桥有多长?", "bridge.txt"),
        ("大橋是誰設計的?", "bridge.txt"),
        ("When was the bridge opened to traffic?", "bridge.txt"),
        ("Which company designed the tunnel?", "tunnel.txt"),
        ("港口每天接待多少艘船?", "harbour.txt"),
        ("Who lends books to sailors?", "library.txt"),
    ],
)
def test_the_passage_that_answers_comes_first(index: PassageIndex, question: str, source: str) -> None:
    assert index.search(question)[0].source == source


def test_reranking_changes_the_order_and_nothing_else(index: PassageIndex) -> None:
    for question in ("Which company designed the tunnel?", "港口每天接待多少艘船?", "大桥 harbour"):
        fused, reranked = index.search(question, rerank=False), index.search(question)
        assert {hit.number for hit in fused} == {hit.number for hit in reranked}
        assert [hit.score for hit in fused] == [hit.score for hit in reranked]


def test_explained_by_the_log_odds_of_its_sentences(index: PassageIndex) -> None:
    hits = index.search("大桥有多长?", explain=True)
    parts = [next(part for part in hit.parts if part.leg == "sentences") for hit in hits]
    assert parts[0].rank == 1
    assert sorted(part.rank for part in parts) == [1, 2, 3, 4]
    assert parts[0].score == max(part.score for part in parts)
    without = index.search("大桥有多长?", explain=True, rerank=False)
    assert all(part.leg != "sentences" for hit in without for part in hit.parts)


@pytest.fixture(scope="module")
def examples() -> tuple[list[Example], torch.Tensor]:
    vocabulary = Vocabulary()
    found = list(of_reports(learnt()[:12], vocabulary, seed=3, share=1.0, part=0, parts=1))
    table = EmbeddedModel.load().word_vectors(list(vocabulary.rows))
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return found, torch.from_numpy(table)


def test_examples_know_the_passage_and_the_sentence_of_the_answer(examples: tuple[list[Example], torch.Tensor]) -> None:
    found, _ = examples
    assert len(found) > 50
    assert all(each.right.any() and not each.right.all() for each in found)
    assert all(each.right[each.owners[each.holds]].all() for each in found)
    assert {each.chinese for each in found} == {True, False}


def test_examples_hear_names_as_they_are_heard_in_use() -> None:
    told = {True: "档案馆由凌小鹏领导。水厂由裴守正领导。", False: "Ling Xiaopeng heads the Archive."}
    question = {True: "凌小鹏领导哪里?", False: "Which body does Ling Xiaopeng head?"}
    right = Report("persons", 1, told, (ReportQuestion(question, {True: (0, 3), False: (20, 31)}),))
    other = Report("mill", 2, {True: "磨坊建于1902年,靠水力。", False: "The mill dates from 1902."}, ())
    vocabulary = Vocabulary()
    found = [each for seed in range(8) for each in of_reports([right, other], vocabulary, seed, 1.0, part=0, parts=1)]
    terms = list(vocabulary.rows)
    heard = [
        float(each.looks[place, :, LOOKS.index("written")].max())
        for each in found
        for place, row in enumerate(each.words.tolist())
        if terms[row] == "xiaopeng" and each.sentence_looks[:, CHINESE].all()
    ]
    assert heard and set(heard) == {1.0}


def test_numpy_gives_the_log_odds_of_torch(examples: tuple[list[Example], torch.Tensor]) -> None:
    seen = [shown_of("Who manages the quarry?", MILL, QUARRY), shown_of("采石场归谁管理?", QUARRY, MILL)]
    torch.manual_seed(5)
    _, table = examples
    model = Reranking(table.shape[1]).eval()
    network = RerankingNetwork(model.exported())
    rows, copied = [], []
    for one in seen:
        asked, words, aligned = (each.reshape(-1, each.shape[-1]) for each in (one.asked, one.words, one.aligned))
        start = sum(map(len, rows))
        ends = start + np.cumsum([len(asked), len(words), len(aligned)])
        rows += [asked, words, aligned]
        copied.append(
            Example(
                one.chinese, np.arange(start, ends[0]), np.arange(ends[0], ends[1]),
                np.arange(ends[1], ends[2]).reshape(one.aligned.shape[:2]), one.looks, one.vectors, one.sentence_looks,
                one.owners, one.passage_looks, np.zeros(len(one.owners), bool), np.ones(2, bool),
            )
        )  # fmt: skip
    with torch.no_grad():
        sentences, passages = model(batch_of(copied, torch.from_numpy(np.concatenate(rows))))
    for n, one in enumerate(seen):
        np.testing.assert_allclose(network.sentences(one), sentences[n, : len(one.owners)], atol=1e-4)
        np.testing.assert_allclose(network.passages(one, network.sentences(one)), passages[n], atol=1e-4)


def test_training_gives_what_is_served(examples: tuple[list[Example], torch.Tensor]) -> None:
    found, table = examples
    trained = train(found[:48], found[:24], table, epochs=1, seed=1).exported()
    with np.load(PATH) as stored:
        assert {name: each.shape for name, each in trained.items()} == {name: stored[name].shape for name in stored}
