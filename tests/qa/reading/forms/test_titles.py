"""A title is not cut at its small words; where no title is asked for, a name is left as it was read."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.reading.forms.titles import whole_title
from qa.reading.pieces import pieces

LIFE = "She wrote one book, A Spanner in the Sky (1959). Her film The Wind over the Hill won a prize in 1961."


@pytest.mark.parametrize(
    ("question", "short"),
    [("What book did she write?", "A Spanner in the Sky"), ("What is her film called?", "The Wind over the Hill")],
)
def test_titles_are_whole(question: str, short: str) -> None:
    assert Assistant.from_documents([Document.from_text(LIFE, "a.md")]).ask(question).short == short


def test_a_title_ends_where_a_small_letter_begins_a_word() -> None:
    sentence = pieces("She sang The Wind in harbours for years.")
    assert sentence.said(*whole_title(sentence, (2, 4))) == "The Wind"
