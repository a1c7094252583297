"""Questions asked of one of two parallel sentences and answered in the other."""

from __future__ import annotations

import gzip
import random

import pytest

from index.model import EmbeddedModel
from index.translate import translations
from index.words import is_chinese
from training.parallel_clozes import parallel_clozes

PAIRS = [
    ("图书馆建于1987年，馆址在城市的东部。", "The library was built in 1987 and stands in the east of the city."),
    ("去年有4.2万名游客参观了这座博物馆。", "Last year 42,000 tourists visited this museum."),
    ("农民们在春天种植水稻，在秋天收获。", "The farmers plant rice in spring and harvest it in autumn."),
]


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[dict]:  # type: ignore[type-arg]
    path = tmp_path_factory.mktemp("parallel") / "parallel.tsv.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write("source\tzh\ten\n" + "".join(f"ntrex\t{chinese}\t{english}\n" for chinese, english in PAIRS))
    vectors = EmbeddedModel.load().word_vectors
    return [
        row for seed in range(40) for row in parallel_clozes(path, translations, vectors, random.Random(seed))
    ]


def test_the_question_is_in_the_other_language(rows: list[dict]) -> None:  # type: ignore[type-arg]
    assert rows
    for row in rows:
        assert any(map(is_chinese, row["question"])) != any(map(is_chinese, row["context"]))
        (answer,) = row["answers"]
        assert row["context"][answer["start"] : answer["start"] + len(answer["text"])] == answer["text"]


@pytest.mark.parametrize(("answer", "without"), [("42,000", "4.2"), ("1987年", "1987"), ("autumn", "秋")])
def test_the_answer_is_what_was_taken_out(rows: list[dict], answer: str, without: str) -> None:  # type: ignore[type-arg]
    found = [row["question"] for row in rows if row["answers"][0]["text"] == answer]
    assert found
    assert not [question for question in found if without in question]
