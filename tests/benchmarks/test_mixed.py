"""A collection of both languages: the answer is found alone, and among paragraphs that tell something else."""

from __future__ import annotations

from benchmarks.mixed import figures
from benchmarks.question_sets import Collection
from corpus import Document


def collection(question: str, *texts: str) -> Collection:
    documents = [Document.from_text(text, f"{n}.txt", title=" ") for n, text in enumerate(texts)]
    return Collection("small", documents, [(question, "0.txt")])


def test_paragraphs_beside_are_not_taken_for_the_one_that_answers() -> None:
    asked = "When does the museum close?"
    english, chinese = "The museum closes at five on Mondays.", "博物馆周一下午五点关门。"
    measured = figures(
        collection(asked, english),
        collection(asked, chinese),
        collection(asked, "樱桃六月采摘，新鲜出售。"),
        collection(asked, chinese),
        collection(asked, "Cherries are picked in June and sold fresh."),
    )
    assert set(measured.values()) == {100.0}
    # A paragraph beside that says the same is another source, and stands before the one meant.
    twice = figures(*[collection(asked, english)] * 3, collection(asked, chinese), collection(asked, english))
    assert twice["other language, with other paragraphs"] == 63.09  # 1 / log2(3)
