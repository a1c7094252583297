"""A text put into the other language keeps what the answer is, and asks in the other language's order."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from corpus.sentences import sentences
from index.model import EmbeddedModel
from index.translate import translations
from qa.reading.pieces import pieces
from training.reader_examples import Vocabulary, examples
from training.switching import switched_question, switched_text

TABLE = {"harbour": "港口", "built": "建", "ship": "船", "港口": "harbour", "建成": "build", "馆长": "curator"}


def table(term: str) -> Sequence[tuple[str, float]]:
    known = {pieces(word).row[0].term: other for word, other in TABLE.items()}
    return [(known[term], 1.0)] if term in known else []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The harbour was built in 1902.", "港口是建在1902."),
        ("How many ships were built?", "多少船是建?"),
        ("港口建成于1902年。", "harbour build in 1902 年。"),
        ("馆长是Leeds人。", "curator is Leeds 人。"),
    ],
)
def test_each_word_becomes_its_translation_and_figures_stay(text: str, expected: str) -> None:
    assert switched_text(text, table, random.Random(1))[0] == expected


def test_every_piece_is_found_where_it_stands_now() -> None:
    text = "The harbour was built in 1902."
    switched, places = switched_text(text, table, random.Random(1))
    found = {
        text[piece.start : piece.end]: switched[start:end]
        for piece, (start, end) in zip(pieces(text).row, places, strict=True)
    }
    assert found == {"The": "", "harbour": "港口", "was": "是", "built": "建", "in": "在", "1902": "1902", ".": "."}


def test_an_english_question_mostly_begins_with_what_it_asks() -> None:
    asked = [switched_question("港口建成于哪一年？", table, random.Random(seed)) for seed in range(40)]
    fronted = [question for question in asked if question.startswith("which year")]
    assert 20 < len(fronted) < 40
    assert all("harbour" in question and "build" in question for question in asked)


def test_a_question_put_into_the_other_language_is_shown_as_one() -> None:
    """Its answer stays where it was, and its pieces are no longer marked as being of the question's language."""
    context, question = "县图书馆建于1987年，馆址在东街。馆内藏书近三十万册。", "图书馆在哪里？"
    row = {"context": context, "question": question, "answers": [{"text": "东街", "start": context.index("东街")}]}
    vocabulary = Vocabulary()
    (variants,) = examples([row], sentences, translations, EmbeddedModel.load().word_vectors, vocabulary, 1, 40)
    terms = {number: term for term, number in vocabulary.rows.items()}
    answers = {
        "".join(terms[int(place)] for place in example.pieces[first : last + 1])
        for example in variants
        for first, last in example.gold
    }
    assert "东街" in answers
    across = [example for example in variants if example.question[-1] == 0]
    assert 4 <= len(across) <= 22  # of 40, three in ten
    chinese = [example.features[example.pieces >= 0][:, -1].mean() for example in across]
    assert max(chinese) < 0.5
