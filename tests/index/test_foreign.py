"""A name of the other language chooses among documents; what is merely heard does so only where languages are mixed."""

from __future__ import annotations

import numpy as np
import pytest

from corpus import Document, Passage, passages, question_language
from index.foreign import named_abroad
from index.query import Query, QueryTerm

HEARD = QueryTerm("xingyao", 12, 19, (("xingyao", 1.0),), sounds=(("星曜", 0.9),), paraphrases=(("star", 0.5),))
CHINESE = "星曜S3的售价为2999元。"
OTHER = "云湖市去年新增床位三百张。"
ENGLISH = "The Norvik N5 costs 499 euros."


def first(text: str, name: str) -> Passage:
    return next(iter(passages(Document.from_text(text, name))))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((CHINESE, ENGLISH), [True, False]),
        ((CHINESE, OTHER), [False, False]),
        ((CHINESE, "The Xingyao S3 is sold in Bristol too."), [False, False]),
    ],
)
def test_a_name_heard_tells_documents_apart_where_languages_are_mixed(
    texts: tuple[str, str], expected: list[bool]
) -> None:
    question = "How much is Xingyao?"
    query = Query(question, question_language(question), (HEARD,), np.zeros(1, dtype=np.float32))
    assert named_abroad(query, [first(text, str(n)) for n, text in enumerate(texts)]) == expected
