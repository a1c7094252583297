"""What a question's words match does not depend on which sentences were matched before, nor on their order."""

from __future__ import annotations

import numpy as np
import pytest

from corpus import Document
from index.model import EmbeddedModel
from index.passage_index import PassageIndex
from index.query import QueryTerm
from qa.assistant import Assistant
from qa.reading.matching import Matching, match
from qa.reading.pieces import pieces

TEXTS = ("白石镇今年修了12公里公路。", "The town of Whitestone built 12 km of road.", "镇长王小明分管公路(road)。")
QUESTIONS = ("白石镇修了多少公里公路?", "How many kilometres of road did Whitestone build?")


def terms_of(question: str) -> tuple[QueryTerm, ...]:
    index = PassageIndex.build([Document.from_text("\n".join(TEXTS), "roads.txt")])
    return index.analyse(question).terms


def matched(terms: tuple[QueryTerm, ...], *texts: str) -> Matching:
    return match(terms, [pieces(text) for text in texts], EmbeddedModel.load().word_vectors)


@pytest.mark.parametrize("question", QUESTIONS)
def test_sentences_met_before_are_matched_as_if_they_were_new(question: str) -> None:
    terms = terms_of(question)
    one, other, third = TEXTS
    matched(terms, other)
    later = matched(terms, one, other, third, other)
    alone = [matched(terms, text) for text in (one, other, third, other)]
    for name in ("written", "meant"):
        whole = np.concatenate([getattr(each, name) for each in alone], axis=1)
        np.testing.assert_allclose(getattr(later, name), whole, atol=1e-6)
    assert later.written.max() == 1


def test_some_of_the_sentences_keep_their_columns_rows_and_means() -> None:
    terms = terms_of(QUESTIONS[0])
    whole = matched(terms, *TEXTS)
    part = whole.of([2, 0])
    np.testing.assert_array_equal(part.best_in(0), whole.best_in(2))
    np.testing.assert_array_equal(part.rows(), np.concatenate([whole.rows([2]), whole.rows([0])]))
    sums = np.stack([whole.rows([place]).sum(axis=0) for place in (2, 0)])
    np.testing.assert_allclose(part.means(), sums / np.linalg.norm(sums, axis=1, keepdims=True), atol=1e-6)


def test_no_sentence_chosen_has_no_rows() -> None:
    assert matched(terms_of(QUESTIONS[1]), *TEXTS).rows([]).shape == (0, EmbeddedModel.load().dimension)


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("产假多少天?", "158天"),
        ("陪产假有几天?", "15天"),
        ("How long is maternity leave?", "158天"),
        ("How long is paternity leave?", "15天"),
    ],
)
@pytest.mark.parametrize("text", ["产假为158天,陪产假为15天。", "陪产假15天,产假158天,婚假13天。"])
def test_a_word_that_is_part_of_a_longer_one_is_another(text: str, question: str, days: str) -> None:
    assert Assistant.from_documents([Document.from_text(text, "leave.txt")]).ask(question).short == days
