"""Two lists side by side: the fellow of the member that the question names."""

from __future__ import annotations

import pytest

from qa.reading.counting.respective import respective
from qa.reading.matching import match
from qa.reading.pieces import pieces
from tests.qa.texts import no_vectors, text_of, words

RUN_BY = "东湖物流和西湖食品分别由马骏和冯雪分管。"
PRIZES = "The prizes for fiction, poetry and history went to Ann Lee, Bo Ray, and Cy Fox respectively."


@pytest.mark.parametrize(
    ("text", "question", "right"),
    [
        (RUN_BY, "西湖食品由谁分管?", "冯雪"),
        (RUN_BY, "马骏分管什么?", "东湖物流"),
        (RUN_BY, "南湖酒店由谁分管?", ""),
        ("《远山》和《近水》分别由王强和李敏执导。", "《近水》是谁执导的?", "李敏"),
        ("演员沈丹和赵启明分别获得最佳女主角和最佳男主角。", "谁获得最佳男主角?", "赵启明"),
        ("公司在南平、龙岩和漳州设厂,分别负责研发、生产和销售。", "龙岩厂负责什么?", "生产"),
        (PRIZES, "Who won the poetry prize?", "Bo Ray"),
        (PRIZES, "What did Cy Fox win a prize for?", "history"),
        (PRIZES, "Who won the drama prize?", ""),
        ("Anna Bell and Tom Reed won gold and silver respectively.", "Who won silver?", "Tom Reed"),
        ("Anna Bell and Tom Reed won gold and silver.", "Who won silver?", ""),  # not said to belong together
        ("The Ash and Elm halls (now shut) and later a store and shop respectively.", "Who built the Elm hall?", ""),
        ("Ann came second, and Bo and Cy were respectively late.", "Who was late?", ""),
    ],
)
def test_the_fellow_of_what_is_asked_about(text: str, question: str, right: str) -> None:
    cut = pieces(text)
    matching = match(words(question), [cut], no_vectors)
    assert text_of(cut, respective(cut, question, matching.best(), matching.weights)) == right
