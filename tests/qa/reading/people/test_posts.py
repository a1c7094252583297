"""Posts beside names, their holders and bodies."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from index.model import EmbeddedModel
from index.query import analyse
from qa.reading.matching import match
from qa.reading.people.posts import body_of, holder_in, holder_meant, post_of
from qa.reading.pieces import Pieces, Run, pieces
from tests.qa.texts import no_vectors, run_of, text_of, words


@pytest.mark.parametrize(
    ("question", "meant"),
    [("县财政局副局长是谁?", "李敏"), ("教育局的副局长叫什么?", "王建国"), ("副局长是谁?", None)],
)
def test_of_several_holders_the_one_of_the_body_asked_for_is_meant(question: str, meant: str | None) -> None:
    cut = pieces("县教育局副局长王建国,县财政局副局长李敏出席了会议。")
    matching = match(words(question), [cut], no_vectors)
    found = holder_meant(cut, words(question), matching.best(), matching.weights, run_of(cut, "王建国"))
    assert (found and text_of(cut, found)) == meant


@pytest.mark.parametrize(
    ("question", "meant"),
    [("武汉市科技创新局派谁到场?", "陈立"), ("武汉市住建局由谁介绍?", "张红"), ("武汉市派谁到场?", None)],
)
def test_the_city_ahead_of_the_first_bodies_in_a_row_does_not_outweigh_what_one_is_of(
    question: str, meant: str | None
) -> None:
    cut = pieces("武汉市住建局局长张红介绍,并与武汉市交通局副局长李敏,市科技创新局副局长陈立,市林业局局长赵明答问。")
    matching = match(words(question), [cut], no_vectors)
    found = holder_meant(cut, words(question), matching.best(), matching.weights, run_of(cut, "张红"))
    assert (found and text_of(cut, found)) == meant


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("县教育局的副局长是谁?", "王建国"),
        ("县文联主席叫什么?", "李敏"),
        ("全县乡村文化振兴工作领导小组办公室主任是谁?", "李敏"),
        ("Who is deputy director of the county education bureau?", "王建国"),
        ("Which director is responsible for the revitalization of villages?", "李敏"),
        ("Which of them is a director?", None),
    ],
)
def test_all_posts_of_a_holder_count_and_that_he_is_a_director_does_not(question: str, meant: str | None) -> None:
    cut = pieces("县教育局副局长王建国,县文联主席、全县乡村文化振兴工作领导小组办公室主任李敏出席了会议。")
    terms = analyse(question, EmbeddedModel.load()).terms
    matching = match(terms, [cut], EmbeddedModel.load().word_vectors)
    for name in ("王建国", "李敏"):
        found = holder_meant(cut, terms, matching.best(), matching.weights, run_of(cut, name))
        assert (found and text_of(cut, found)) == meant


def post_beside(cut: Pieces, named: NDArray[np.bool_]) -> Run | None:
    """Where no word of the question tells which post is meant."""
    return post_of(cut, named, np.zeros((1, len(cut.row)), np.float32), np.ones(1, np.float32))


def body_beside(cut: Pieces, named: NDArray[np.bool_]) -> Run | None:
    return body_of(cut, named, np.zeros((1, len(cut.row)), np.float32), np.ones(1, np.float32))


@pytest.mark.parametrize(
    ("question", "post"),
    [
        ("王建国是做什么的?", "县文联副主席、图书馆馆长"),
        ("王建国在图书馆担任什么职务?", "图书馆馆长"),
        ("王建国在县文联担任什么职务?", "县文联副主席"),
        ("张红是做什么的?", "县剧团团长"),
    ],
)
def test_of_several_posts_the_one_meant_or_all(question: str, post: str) -> None:
    cut = pieces("会上,县文联副主席、图书馆馆长王建国与县剧团团长张红介绍了情况。")
    matching = match(words(question), [cut], no_vectors)
    assert text_of(cut, post_of(cut, matching.named(0), matching.best(), matching.weights)) == post


def test_a_post_and_its_holder_are_told_apart() -> None:
    cut = pieces("会上,县图书馆馆长王建国介绍了情况。")
    named = np.array([piece.term == "王建国" for piece in cut.row])
    assert text_of(cut, post_beside(cut, named)) == "县图书馆馆长"
    assert text_of(cut, body_beside(cut, named)) == "县图书馆"
    assert text_of(cut, holder_in(cut, run_of(cut, "县图书馆馆长王建国"))) == "王建国"
    cut = pieces("青禾证券首席经济学家管涛说,今年的雨水很多。")  # a name that begins with no surname we know
    named = np.array([piece.term == "管涛" for piece in cut.row])
    assert text_of(cut, post_beside(cut, named)) == "青禾证券首席经济学家"
    assert text_of(cut, body_beside(cut, named)) == "青禾证券"


def test_a_body_is_told_from_the_post_that_the_question_names() -> None:
    cut = pieces("会上,县图书馆馆长王建国介绍了情况。")
    asking_whose = np.array([piece.term in ("王建国", "馆长") for piece in cut.row])
    assert text_of(cut, body_beside(cut, asking_whose)) == "县图书馆" and post_beside(cut, asking_whose) is None


@pytest.mark.parametrize(
    ("question", "body"),
    [("王建国是哪里的副局长?", "县文化局"), ("王建国是哪里的馆长?", "图书馆"), ("王建国在哪里工作?", "图书馆")],
)
def test_of_several_posts_the_body_of_the_one_named(question: str, body: str) -> None:
    cut = pieces("会上,县文化局副局长、图书馆馆长王建国介绍了情况。")
    matching = match(words(question), [cut], no_vectors)
    assert text_of(cut, body_of(cut, matching.named(0), matching.best(), matching.weights)) == body


@pytest.mark.parametrize(
    ("sentence", "post", "body"),
    [
        ("Ann Lee, deputy head of the Corn Hall, spoke first.", "deputy head of the Corn Hall", "Corn Hall"),
        ("Its second curator, Ann Lee, wrote a catalogue.", "second curator", None),
        ("- Ann Lee, mayor of Larvik;", "mayor of Larvik", "Larvik"),
        ("王建国，县教育局副局长，介绍了情况。", "县教育局副局长", "县教育局"),
        ("王建国，昨天，介绍了情况。", None, None),
        ("Ann Lee, who was ill, stayed at home.", None, None),
        ("Bob Ray, head of the mill, spoke of Ann Lee.", None, None),
    ],
)
def test_a_post_stands_between_commas_beside_a_name(sentence: str, post: str | None, body: str | None) -> None:
    cut = pieces(sentence)
    named = np.array([sentence[piece.start : piece.end] in ("Ann", "Lee", "王建国") for piece in cut.row])
    found, of = post_beside(cut, named), body_beside(cut, named)
    assert (found and text_of(cut, found), of and text_of(cut, of)) == (post, body)
