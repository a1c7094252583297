"""BM25 by hand: k1 = 1.2, b = 0.75."""

from __future__ import annotations

import math

import numpy as np
import pytest

from index.contents import CHINESE, ENGLISH
from index.keywords import Keywords
from index.pairs import Pairs, no_pairs
from index.postings import Postings
from index.query import QueryTerm


def idf(frequency: float, size: int) -> float:
    return math.log1p((size - frequency + 0.5) / (frequency + 0.5))


def saturated(frequency: float, length: float, mean: float) -> float:
    return frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * length / mean))


def keywords(*texts: str, groups: list[int]) -> Keywords:
    rows = np.array(groups, np.int8)
    return Keywords(Postings.of([text.split() for text in texts]), rows, Pairs(no_pairs(len(texts)), rows))


def term(word: str, *translations: tuple[str, float]) -> QueryTerm:
    return QueryTerm(word, 0, len(word), ((word, 1.0), *translations))


def test_plain_words_score_as_bm25() -> None:
    found = keywords("fund fund city", "city", groups=[ENGLISH, ENGLISH])
    assert found.scores([term("fund")], ENGLISH) == pytest.approx([idf(1, 2) * saturated(2, 3, 2), 0.0])
    assert found.idf("fund") == pytest.approx(idf(1, 2))
    assert found.document_frequency("city") == 2


def test_an_empty_index_scores_nothing() -> None:
    assert keywords(groups=[]).scores([term("fund")], ENGLISH).tolist() == []


def test_passages_of_the_other_language_change_no_score() -> None:
    alone = keywords("fund city", "city", groups=[ENGLISH] * 2)
    beside = keywords("fund city", "city", "基金 fund", "城市", groups=[ENGLISH] * 2 + [CHINESE] * 2)
    question = [term("fund"), term("city")]
    assert beside.scores(question, ENGLISH)[:2] == pytest.approx(alone.scores(question, ENGLISH))
    assert beside.scores(question, ENGLISH)[2:].tolist() == [0.0, 0.0]


def test_into_english_the_best_translation_counts_by_its_share_of_the_likeliest() -> None:
    found = keywords("fund", "capital", "city", groups=[ENGLISH] * 3)
    scores = found.scores([term("基金", ("fund", 0.6), ("capital", 0.3))], ENGLISH)
    one = idf(1, 3) * saturated(1, 1, 1)
    assert scores == pytest.approx([one, 0.5 * one, 0.0])


def test_into_chinese_frequencies_are_expected_over_the_translations() -> None:
    found = keywords("基金 基金", "资金 城市", groups=[CHINESE] * 2)
    scores = found.scores([term("fund", ("基金", 0.4), ("资金", 0.1))], CHINESE)
    weight = idf((0.4 + 0.1) / 0.5, 2)
    assert scores == pytest.approx([weight * saturated(2 * 0.8, 2, 2), weight * saturated(0.2, 2, 2)])


def test_unlikely_translations_weigh_less_than_sure_ones() -> None:
    found = keywords("基金", "城市", groups=[CHINESE] * 2)
    unlikely = found.scores([term("fund", ("基金", 0.05))], CHINESE)
    sure = found.scores([term("fund", ("基金", 0.9))], CHINESE)
    assert 0 < unlikely[0] < sure[0]


def test_a_name_counts_by_how_sure_its_sound_is() -> None:
    found = keywords("克罗索", "城市", groups=[CHINESE] * 2)
    heard = QueryTerm("crosso", 0, 6, (("crosso", 1.0),), sounds=(("克罗索", 0.8),))
    assert found.scores([heard], CHINESE) == pytest.approx([0.8 * idf(1, 2) * saturated(1, 1, 1), 0.0])


def test_a_paraphrase_counts_by_the_root_of_its_probability_among_the_texts_of_its_language() -> None:
    found = keywords("jobless", "unemploy", "unemploy", "失业", groups=[ENGLISH] * 3 + [CHINESE])
    asked = QueryTerm("jobless", 0, 7, (("jobless", 1.0),), paraphrases=(("unemploy", 0.49), ("失业", 0.81)))
    one = saturated(1, 1, 1)
    assert found.scores([asked], ENGLISH) == pytest.approx(
        [idf(1, 3) * one, 0.7 * idf(2, 3) * one, 0.7 * idf(2, 3) * one, 0.0]
    )
    assert found.scores([asked], CHINESE) == pytest.approx([0.0, 0.0, 0.0, 0.9 * idf(1, 1) * one])


def test_a_paraphrase_that_stands_everywhere_scores_nothing() -> None:
    found = keywords("jobless people", *["people"] * 9, groups=[ENGLISH] * 10)
    asked = QueryTerm("jobless", 0, 7, (("jobless", 1.0),), paraphrases=(("people", 0.9),))
    scores = found.scores([asked], ENGLISH)
    assert scores[0] > 0
    assert scores[1:].tolist() == [0.0] * 9


def test_held_names_the_forms_that_stand_in_a_row() -> None:
    found = keywords("fund 基金", groups=[CHINESE])
    forms = term("fund", ("基金", 0.4), ("资金", 0.1)).alternatives
    assert found.held(forms, 0) == [("fund", 1.0), ("基金", 0.4)]
