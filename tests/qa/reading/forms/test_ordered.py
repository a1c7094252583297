"""Items told in order, and the greatest or least of a row of figures."""

from __future__ import annotations

import pytest

from qa.reading.forms.ordered import extreme_item, item_at, item_with
from qa.reading.matching import match
from qa.reading.pieces import pieces
from tests.qa.reading.counting.test_enumerations import ENGLISH, PARALLEL
from tests.qa.texts import no_vectors, text_of, words

TASKS = "县里将抓好三项工作：一是修缮旧馆；二是在东街建设新馆；三是培训馆员。"
ENGLISH_TASKS = "First, the old halls are repaired; second, a new library in East Street; third, training."


@pytest.mark.parametrize(
    ("text", "ordinal", "item"),
    [
        (TASKS, 1, "修缮旧馆"),
        (TASKS, 2, "在东街建设新馆"),
        (TASKS, 3, "培训馆员"),
        (TASKS, 4, None),
        ("第一步，修缮旧馆；第二步，建设新馆。", 2, "建设新馆"),
        ("（二）培训馆员。", 2, "培训馆员"),
        ("首先，修缮旧馆；最后，培训馆员。", -1, "培训馆员"),
        (ENGLISH_TASKS, 2, "new library in East Street"),
        (ENGLISH_TASKS, 3, "training"),
        ("第三届展览开幕。", 3, None),
        ("The third exhibition opened.", 3, None),
        ("全县有三个图书馆。", 3, None),
    ],
)
def test_the_item_in_its_place_is_found(text: str, ordinal: int, item: str | None) -> None:
    cut = pieces(text)
    found = item_at(cut, ordinal)
    assert (found and text_of(cut, found).removeprefix("a ")) == item


@pytest.mark.parametrize(
    ("question", "item"),
    [
        ("三种水果中产量增长最慢的是哪一种?", "苹果"),
        ("三种水果里哪种产量增长最快?", "葡萄"),
        ("Which of the three fruits grew the slowest?", "苹果"),
        ("三家工厂里哪家最大?", None),  # the row says nothing of that
        ("产量增长最快的是什么?", None),  # among which things is not said
    ],
)
def test_the_greatest_or_the_least_of_a_row_is_found(question: str, item: str | None) -> None:
    cut = pieces(PARALLEL)
    matching = match(words(question), [cut], no_vectors)
    found = extreme_item(cut, question, matching.best(), matching.weights)
    assert (found and text_of(cut, found)) == item


@pytest.mark.parametrize(
    ("text", "question", "item"),
    [
        (PARALLEL, "三种水果中产量增长4.2%的是哪一种?", "香蕉"),
        (PARALLEL, "Which fruit grew by 5.3%?", "葡萄"),
        (PARALLEL, "哪种水果产量增长9%?", None),
        (PARALLEL, "哪种水果最甜?", None),
        (ENGLISH, "哪种水果增长3.1%?", "Apples"),
        ("企业、高校、医院已分别达1.1万家、2.1万所、300家。", "Which of them are 21,000?", "高校"),
    ],
)
def test_of_things_in_a_row_the_one_with_the_figure_said_is_found(text: str, question: str, item: str | None) -> None:
    cut = pieces(text)
    found = item_with(cut, question)
    assert (found and text_of(cut, found)) == item
