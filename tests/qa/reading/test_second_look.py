"""The likeliest sentences looked at once more: what is asked in other words comes first, the others stay behind."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from corpus import Document
from index.model import EmbeddedModel
from index.passage_index import PassageIndex
from index.reranking.network import RerankingNetwork
from qa.reading.rank import compared, rank_sentences, sentences_of
from qa.reading.second_look import LOOKED_AT, PATH, TOLD, Ranked, likeliest, second_look
from training.reader_examples import Vocabulary
from training.reports import PAPERS, learnt
from training.reranking import train
from training.reranking_examples import Example
from training.second_look import examples_of_reports, loss_of


def index_of(*texts: str) -> PassageIndex:
    documents = [Document.from_text(text, f"{n}.txt") for n, text in enumerate(texts)]
    return PassageIndex.build(documents, EmbeddedModel.load())


def found_for(index: PassageIndex, question: str) -> Ranked:
    query = index.analyse(question)
    hits = index.search(query, 8)
    return compared(query, hits, sentences_of(hits))


MANY = " ".join(f"Room {n} has {n + 2} chairs and a window to the garden." for n in range(1, 31))


def test_the_others_stay_behind_the_likeliest_as_they_stood() -> None:
    found = found_for(index_of(MANY), "How many chairs are in room 7?")
    before, after = np.argsort(-found.scores, kind="stable"), np.argsort(-second_look(found), kind="stable")
    assert len(before) > LOOKED_AT
    assert set(after[:LOOKED_AT]) == set(before[:LOOKED_AT])
    assert after[LOOKED_AT:].tolist() == before[LOOKED_AT:].tolist()


def test_without_a_word_nothing_changes() -> None:
    index = index_of(MANY)
    hits = index.search("Room 7", 8)
    found = compared(index.analyse("?"), hits, sentences_of(hits))
    assert second_look(found).tolist() == found.scores.tolist()


def test_it_is_shown_what_matches_each_word_and_what_the_ranker_knows() -> None:
    found = found_for(index_of("港口建于1902年。灯塔由玛丽亚管理。", "The quarry sells slate."), "灯塔归谁管理?")
    chosen = np.argsort(-found.scores, kind="stable")
    seen = likeliest(found, chosen)
    assert seen is not None
    place = next(n for n, at in enumerate(chosen.tolist()) if "灯塔" in found.matching.sentences[at].text)
    words = [word.term for word in found.query.terms]
    assert seen.terms[place][words.index("灯塔")] == "灯塔" and seen.terms[place][words.index("管理")] == "管理"
    assert seen.told.shape == (len(chosen), TOLD)
    assert seen.behind.max() == 0 and seen.behind[0] == 0


@pytest.fixture(scope="module")
def examples() -> tuple[list[Example], np.ndarray]:
    vocabulary = Vocabulary()
    found = list(examples_of_reports(learnt(PAPERS)[:6], 0.4, vocabulary, seed=1))
    return found, EmbeddedModel.load().word_vectors(list(vocabulary.rows))


def test_examples_know_the_sentence_of_the_answer(examples: tuple[list[Example], np.ndarray]) -> None:
    found, _ = examples
    assert len(found) > 50
    assert all(0 < each.holds.sum() < len(each.holds) <= LOOKED_AT for each in found)


def test_training_gives_what_is_served(examples: tuple[list[Example], np.ndarray]) -> None:
    found, vectors = examples
    trained = train(found[:48], {}, torch.from_numpy(vectors), 1, 1, loss_of, LOOKED_AT).exported()
    with np.load(PATH) as stored:
        assert {name: each.shape for name, each in trained.items()} == {name: stored[name].shape for name in stored}
    assert RerankingNetwork.load(PATH).prior > 0


# What the ranker alone has second or later.
ASKED = [
    (
        "夜间十点以后请勿大声喧哗。违者罚款两百元。小区大门由保安看守。垃圾须在早上七点前投放。",
        "半夜吵闹被抓到要交多少钱?",
        "两百元",
    ),
    (
        "The bridge was to have cost 38 million dollars. The final bill was 61 million. It was opened by the prime "
        "minister. It carries two lanes.",
        "What did the bridge end up costing?",
        "61 million",
    ),
]


@pytest.mark.parametrize(("text", "question", "holds"), ASKED)
def test_what_is_asked_in_other_words_comes_first(text: str, question: str, holds: str) -> None:
    index = index_of(text)
    query = index.analyse(question)
    assert holds in rank_sentences(query, index.search(query, 8), index)[0].text
