"""What the reranking network is shown of a question and the passages found."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Document
from index.contents import packed
from index.model import EmbeddedModel
from index.passage_index import PassageIndex
from index.reranking.cut import SENTENCE_LOOKS, cut
from index.reranking.shown import LOOKS, PASSAGE_LOOKS, Shown, shown
from index.words import terms, terms_of_sentences

MILL = "The mill was built in 1902. It grinds forty tons of wheat a day."
QUARRY = "采石场归镇政府管理。去年采石3万吨。"


def shown_of(question: str, *texts: str, scores: tuple[float, ...] = (3.0, 1.0)) -> Shown:
    documents = [Document.from_text(text, f"{n}.txt", title=" ") for n, text in enumerate(texts)]
    index = PassageIndex.build(documents, EmbeddedModel.load())
    table = np.array([[score, score, 0.5] for score in scores], dtype=np.float32)
    passages = [index.passage(n) for n in range(len(texts))]
    seen = shown(index.analyse(question), passages, [cut(each.text) for each in passages], table)
    assert seen is not None
    return seen


def test_of_a_passage_the_four_sentences_that_match_best_are_shown_in_their_order() -> None:
    rain = "It rained all day. " * 5
    wheat = f"The mill grinds wheat. {rain}Wheat is sold here. Nobody was there. We sell wheat."
    seen = shown_of("Where is the wheat?", wheat, QUARRY)
    assert {0, 6, 8} < set(seen.numbers[seen.owners == 0].tolist()) and (seen.owners == 0).sum() == 4
    assert seen.owners.tolist() == sorted(seen.owners.tolist())


def look(seen: Shown, name: str) -> np.ndarray:  # type: ignore[type-arg]
    return seen.looks[:, :, LOOKS.index(name)]


def test_a_word_is_matched_as_written_in_its_sentence_and_known_to_be_in_its_passage() -> None:
    seen = shown_of("Where is the wheat?", MILL, QUARRY)
    assert seen.words.shape[0] == 1  # wheat; the others are stop words
    assert seen.owners.tolist() == [0, 0, 1, 1]
    assert look(seen, "written").tolist() == [[0, 1, 0, 0]]
    assert look(seen, "written in passage").tolist() == [[1, 1, 0, 0]]
    assert seen.terms[1] == ["wheat"]
    np.testing.assert_allclose(seen.aligned[0, 1], seen.words[0], atol=1e-6)


def test_a_translation_is_matched_across_languages() -> None:
    seen = shown_of("Who manages the quarry?", MILL, QUARRY)
    written = look(seen, "written").max(axis=0)
    assert written[2] > 0.5  # 采石场归镇政府管理
    assert written[0] == 0
    assert not seen.chinese and seen.sentence_looks[2, SENTENCE_LOOKS.index("chinese")] == 1


def test_a_name_in_pinyin_is_matched_where_the_text_cuts_it_in_two() -> None:
    seen = shown_of("What does Ling Xiaopeng run?", "镇上下了雨。凌小鹏管理磨坊。", QUARRY)
    names = [row for row, word in enumerate(look(seen, "capitalised")[:, 0].tolist()) if word]
    assert len(names) == 2
    assert look(seen, "written")[names].tolist() == [[0, 1, 0, 0]] * 2


def test_passages_are_told_by_their_scores_against_each_other() -> None:
    looks = shown_of("Where is the wheat?", MILL, QUARRY).passage_looks
    told = {name: looks[:, n].round(3).tolist() for n, name in enumerate(PASSAGE_LOOKS)}
    assert told["score"] == [1, -1]  # 3 and 1: their mean is 2, their deviation 1
    assert told["behind best"] == [0, -2]
    assert told["rank"] == [1, 0.5]
    assert told["similarity"] == [0.5, 0.5]


@pytest.mark.parametrize(
    ("sentence", "looks"),
    [
        ("采石场去年采石3万吨。", {"has digits", "share or large number", "chinese"}),
        ("He met Anna Berg (a miller) there.", {"has name", "bracketed"}),
        ("镇里有小学、中学和医院。", {"chinese", "listing"}),
        ("Is the mill open?", {"question"}),
    ],
)
def test_what_a_sentence_looks_like(sentence: str, looks: set[str]) -> None:
    (row,) = cut(sentence).looks
    told = {name for name, value in zip(SENTENCE_LOOKS, row.tolist(), strict=True) if value == 1}
    assert told == {*looks, "opens passage"}


@given(st.text(alphabet="水利局2024年 mill. 。?()《》\nAnna%", max_size=80))
def test_any_text_is_cut_into_slices_with_their_terms(text: str) -> None:
    found = cut(text)
    count = len(found.spans)
    assert all(0 <= span.start < span.end <= len(text) for span in found.spans)
    assert len(found.starts) == len(found.looks) == count and len(found.rows) == len(set(found.terms))
    for number, (start, end) in enumerate(found.spans):
        assert [found.terms[place] for place in found.terms_of(number)] == terms(text[start:end]) != []
    assert found.vectors.shape == (count, found.rows.shape[1]) and np.isfinite(found.vectors).all()
    kept = cut(text, packed(terms_of_sentences(text))) if found.spans else found
    assert (kept.spans, kept.terms, kept.places.tolist()) == (found.spans, found.terms, found.places.tolist())


@pytest.mark.parametrize("question", ["", "的?", "what"])
def test_a_question_without_words_shows_nothing(question: str) -> None:
    index = PassageIndex.build([Document.from_text(MILL, "a.txt")], EmbeddedModel.load())
    passage = index.passage(0)
    assert shown(index.analyse(question), [passage], [cut(passage.text)], np.ones((1, 3), np.float32)) is None
