"""The index as a user meets it: built, searched, kept in step, always sound."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Document, load, question_language, sample_paths
from index.passage_index import PassageIndex
from tests.index.embedders import WordEmbedder

RIVER = Document.from_text("The river flows past the old mill.", "river.txt")
FUND = Document.from_text("The city set up a seed fund of 2 billion yuan.", "fund.txt")
SCHOOL = Document.from_text("新的学校在河流旁边开学。", "学校.txt")


def build(*documents: Document) -> PassageIndex:
    return PassageIndex.build(documents, WordEmbedder())


def test_finds_the_passage_that_answers_first_and_ranks_from_one() -> None:
    hits = build(RIVER, FUND).search("How large is the seed fund?")
    assert (hits[0].rank, hits[0].passage.source) == (1, "fund.txt")
    assert [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_explains_which_words_and_legs_found_a_hit() -> None:
    hit = build(RIVER, FUND).search("seed fund", explain=True)[0]
    words, vectors, sentences = hit.parts
    assert (words.leg, words.rank) == ("words", 1)
    assert (sentences.leg, sentences.rank) == ("sentences", 1)
    assert {match.word for match in words.matches} == {"seed", "fund"}
    assert vectors.leg == "vectors"
    assert vectors.score == pytest.approx(1.0)


def test_only_what_may_be_best_is_read_again() -> None:
    others = (Document.from_text(f"Page {n} about the school.", f"{n}.txt") for n in range(40))
    clear, *rest = build(FUND, *others).search("How large is the seed fund of the city?")
    assert clear.passage.source == "fund.txt" and clear.sentences
    assert rest and not any(hit.sentences for hit in rest)
    alike = build(*(Document.from_text(f"Fund {n} holds {n} million yuan.", f"{n}.txt") for n in range(3, 9)))
    assert all(hit.sentences for hit in alike.search("How much does the fund hold?", 6))


def test_english_words_that_have_one_chinese_word_together_are_searched_together() -> None:
    apart = Document.from_text("工厂用人工授粉,手机很智能。", "apart.txt")
    together = Document.from_text("公司研究人工智能。", "together.txt")
    index = build(apart, together)
    hit = index.search("Who works on artificial intelligence?", explain=True)[0]
    assert hit.passage.source == "together.txt"
    assert ("artifici intellig", "人工智能") in {(match.word, match.found) for match in hit.parts[0].matches}
    assert index.analyse("artificial, intelligence").phrases == ()


@pytest.mark.parametrize(
    ("question", "told", "other", "match"),
    [
        ("When was joblessness highest?", "Unemployment was highest in March.", "Rent was highest in May.", "unemploy"),
        ("哪位大夫值班?", "今晚值班的医生姓林。", "今晚值班的保安姓林。", "医生"),
    ],
)
def test_what_is_said_by_another_word_of_the_same_language_is_found(
    question: str, told: str, other: str, match: str
) -> None:
    index = build(Document.from_text(other, "other.txt"), Document.from_text(told, "told.txt"))
    hit = index.search(question, explain=True)[0]
    assert hit.passage.source == "told.txt"
    assert match in {each.found for each in hit.parts[0].matches}


def test_finds_across_languages_and_neither_hides_the_other() -> None:
    index = build(*(Document.from_text(f"Page {n} about the school.", f"{n}.txt") for n in range(12)), SCHOOL)
    assert "学校.txt" in {hit.passage.source for hit in index.search("Which school is new?", 8)}


def test_of_what_both_languages_tell_the_one_in_that_of_the_question_comes_first() -> None:
    index = PassageIndex.build(load(sample_paths()).documents)  # the same briefing, in Chinese and in English
    rows = resources.files("qa").joinpath("data/sample-questions.jsonl").read_text("utf-8").splitlines()
    asked = [json.loads(row)["question"] for row in rows]
    languages = [(question_language(each), index.search(each, 1)[0].passage.language) for each in asked]
    assert sum(own is first for own, first in languages) >= 0.95 * len(asked)  # .90 where each stands for itself


def test_a_traditional_question_finds_simplified_text() -> None:
    other = Document.from_text("基金由市政府管理。", "基金.txt")
    assert build(SCHOOL, other).search("新的學校在哪裡？")[0].passage.source == "学校.txt"


@pytest.mark.parametrize("question", ["", "???", "🙂", "的", "\x00", "x" * 10_000])
def test_a_question_without_known_words_is_no_error(question: str) -> None:
    assert len(build(RIVER, SCHOOL).search(question)) <= 2


def test_a_name_no_table_knows_is_found_by_its_sound() -> None:
    visit = Document.from_text("昨天，莫罗佐夫来到这里。", "访问.txt")
    rest = Document.from_text("昨天，大家来到这里。", "其他.txt")
    hit = build(rest, visit).search("When did Morozov come?", explain=True)[0]
    assert hit.passage.source == "访问.txt"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Shao Gang", "邵钢"), ("Gang Shao", "邵钢"), ("Xu Yunfei", "许云飞"), ("Yunfei Xu", "许云飞"),
        ("Lü Qin", "吕琴"), ("Lyu Qin", "吕琴"),
    ],
)
def test_a_chinese_name_is_found_by_its_pinyin_in_either_order(name: str, written: str) -> None:
    shao = Document.from_text("邵钢负责港口的扩建。", "邵.txt")
    xu = Document.from_text("许云飞负责港口的预算。", "许.txt")
    lyu = Document.from_text("吕琴负责港口的安全。", "吕.txt")
    rest = Document.from_text("港口的扩建去年完成。", "其他.txt")
    index = build(rest, xu, lyu, shao)
    assert written in index.search(f"What is {name} responsible for?")[0].passage.text
    assert (written, 1.0) in index.analyse(f"Who is {name}?").terms[0].sounds


def test_an_empty_collection_answers_nothing() -> None:
    index = build()
    assert (len(index), index.search("fund"), index.verify(), index.documents()) == (0, [], [], ())


def test_the_number_of_hits_is_what_was_asked_for() -> None:
    index = build(*(Document.from_text(f"The school number {n}.", f"{n}.txt") for n in range(100)))
    assert len(index.search("school", 1)) == 1
    assert len(index.search("school", 80)) == 80


def test_the_title_counts_for_the_passages_under_it() -> None:
    titled = Document.from_text("It was founded in 1958.", "a.txt", title="Baohua mill")
    plain = Document.from_text("It was founded in 1960.", "b.txt", title="Notes")
    assert build(plain, titled).search("When was the Baohua mill founded?")[0].passage.source == "a.txt"


def test_documents_come_back_whole() -> None:
    index = build(RIVER, SCHOOL)
    assert index.document(SCHOOL.id) == SCHOOL
    assert [(entry.source, entry.characters, entry.passages) for entry in index.documents()] == [
        ("river.txt", len(RIVER.text), 1),
        ("学校.txt", len(SCHOOL.text), 1),
    ]
    with pytest.raises(KeyError):
        index.document("unknown")


def test_sync_embeds_only_what_is_new() -> None:
    embedder = WordEmbedder()
    index = PassageIndex.build([RIVER, FUND], embedder)
    before = embedder.texts
    changes = index.sync([FUND, SCHOOL])
    assert (changes.added, changes.removed, changes.kept) == (1, 1, 1)
    assert embedder.texts == before + 1
    assert {entry.source for entry in index.documents()} == {"fund.txt", "学校.txt"}
    assert index.verify() == []
    assert all(hit.passage.source != "river.txt" for hit in index.search("river"))


def test_sync_with_what_is_there_changes_nothing() -> None:
    index = build(RIVER, FUND)
    assert (index.sync([RIVER, FUND]).kept, index.verify()) == (2, [])


TEXTS = st.lists(st.text("河流基金学校 fund.river\n🙂é", min_size=1, max_size=60), max_size=5, unique=True)


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS)
def test_synchronised_is_as_if_built_anew(before: list[str], after: list[str]) -> None:
    old = [Document.from_text(text, f"{text!r}.txt") for text in before]
    new = [Document.from_text(text, f"{text!r}.txt") for text in after]
    index = build(*old)
    index.sync(new)
    fresh = build(*new)
    assert index.verify() == []
    assert {entry.id for entry in index.documents()} == {entry.id for entry in fresh.documents()}
    for question in ("fund", "河流在哪里", "学校 river"):
        synced = {(hit.passage, round(hit.score, 4)) for hit in index.search(question, 50)}
        assert synced == {(hit.passage, round(hit.score, 4)) for hit in fresh.search(question, 50)}
    for hit in index.search("基金", 50):
        document = index.document(hit.passage.document_id)
        assert document.text[hit.passage.start : hit.passage.end] == hit.passage.text
        assert index.passage(hit.number) == hit.passage


@pytest.mark.parametrize("steps", [(0, 9), (2, 9), (9, 9), (2, 3)], ids=str)
def test_what_grew_keeps_its_vectors_as_what_was_built_at_once(
    steps: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.vectors.APPROXIMATE_FROM", 5)
    documents = [Document.from_text(f"The school number {n} by the river.", f"{n}.txt") for n in range(9)]
    index = build()
    for size in steps:
        index.sync(documents[:size])
    anew = build(*documents[: steps[-1]])
    kinds = [[type(store).__name__ for store in each._searched.parts.stores.values()] for each in (index, anew)]
    assert kinds[0] == kinds[1] == ["ExactStore", "FaissStore" if steps[-1] == 9 else "ExactStore"]
    assert index.verify() == []
    assert [hit.score for hit in index.search("river", 9)] == [hit.score for hit in anew.search("river", 9)]


def test_searching_goes_on_while_documents_change() -> None:
    index = build(RIVER, FUND)

    def search(_: int) -> bool:
        return all(hit.passage.text for hit in index.search("seed fund of the river"))

    with ThreadPoolExecutor(4) as pool:
        found = pool.map(search, range(200))
        for number in range(10):
            index.sync([RIVER, FUND, SCHOOL] if number % 2 else [FUND])
        assert all(found)
