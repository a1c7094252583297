"""A visitor's conversation and documents."""

from __future__ import annotations

import re
import threading
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

from corpus import Document, FileReport, Language
from qa.web.reading import documents, report
from qa.web.reasons import reason_in
from qa.web.session import Session
from qa.web.strings import CHINESE, ENGLISH
from tests.ui.keyword_core import KeywordCore


def new(core: KeywordCore, language: Language = Language.ENGLISH) -> Session:
    return Session(core, core.documents, KeywordCore, language)


def ask(session: Session, question: str) -> None:
    list(session.answering(session.begin(question)))


def ignore(_name: str, _number: int, _total: int) -> None: ...


def test_what_was_said_before_goes_with_the_next_question(core: KeywordCore) -> None:
    session = new(core)
    ask(session, "harbour")
    ask(session, "piers")
    assert [turn.question for turn in core.histories[1]] == ["harbour"]
    assert core.histories[1][0].answer == "The harbour opened in 1912. [1]"


def test_files_of_one_visitor_never_reach_another(core: KeywordCore, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("The secret is 42.\n", encoding="utf-8")
    mine, other = new(core), new(core)
    mine.add([tmp_path / "mine.txt"], ignore)
    ask(mine, "secret")
    ask(other, "secret")
    assert [exchange.answer.found for exchange in (*mine.exchanges, *other.exchanges) if exchange.answer] == [
        True,
        False,
    ]
    assert len(other.documents) == len(core.documents) == 3


def test_the_reading_report_names_each_file_that_could_not_be_read(core: KeywordCore, tmp_path: Path) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text("Text.\n", encoding="utf-8")
    empty.write_text("", encoding="utf-8")
    session = new(core)
    session.add([good, empty], ignore)
    html = documents(session)
    assert "1 of 2 files read." in html
    assert "empty.txt" in report(session.reports, ENGLISH)
    assert "未能读取" in report(session.reports, CHINESE)
    assert len(session.documents) == 4


def test_the_reasons_of_unread_files_are_told_in_the_pages_language(core: KeywordCore, tmp_path: Path) -> None:
    contents = {"a.txt": b"", "b.txt": bytes(range(256)), "c.pdf": b"no PDF", "d.docx": b"no DOCX", "e.csv": b"\n \n"}
    for name, content in contents.items():
        (tmp_path / name).write_bytes(content)
    session = new(core, Language.SIMPLIFIED)
    session.add([tmp_path / name for name in contents], ignore)
    told = [reason_in(Language.SIMPLIFIED, item.reason) for item in session.reports]
    assert len(told) == 5
    for reason in told:
        assert re.search("[\u4e00-\u9fff]", reason), reason
    assert told[0] == "文件是空的。"
    assert "5 个文件均无法读取" in documents(session)


def test_what_was_left_out_of_a_file_that_was_read_is_told_too() -> None:
    item = FileReport("scan.pdf", True, "Pages without text (blank or scanned): 2, 5.", pages=9)
    assert "没有文字的页（空白或扫描）：2, 5。" in report([item], CHINESE)
    assert "1 of 1 files read." in report([item], ENGLISH)


def test_a_newer_file_takes_the_place_of_one_of_the_same_name(core: KeywordCore, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("The harbour closed.\n", encoding="utf-8")
    session = new(core)
    session.add([tmp_path / "notes.txt"], ignore)
    assert [document.text for document in session.documents if document.source == "notes.txt"] == [
        "The harbour closed.\n"
    ]


def test_without_documents_a_question_is_answered_by_how_to_add_some(core: KeywordCore) -> None:
    session = new(core)
    for document in session.documents:
        session.remove(document.id)
    ask(session, "harbour")
    assert session.exchanges[0].problem == ENGLISH.no_documents


def test_an_answer_keeps_its_sources_after_the_document_is_removed(core: KeywordCore) -> None:
    from qa.web.evidence import evidence

    session = new(core)
    ask(session, "harbour")
    session.remove(next(document.id for document in session.documents if document.source == "notes.txt"))
    assert "nine piers" in evidence(session)


def test_a_stopped_question_stays_unanswered_and_leaves_no_history(core: KeywordCore) -> None:
    session = new(core)
    exchange = session.begin("wait")
    answering = threading.Thread(target=list, args=[session.answering(exchange)])
    answering.start()
    session.stop()
    core.go.set()
    answering.join()
    assert exchange.answer is None
    assert not exchange.pending
    ask(session, "harbour")
    assert core.histories[-1] == ()


def test_an_answer_is_shown_as_it_grows_and_what_is_shown_stays_when_it_is_stopped(core: KeywordCore) -> None:
    session = new(core)
    exchange = session.begin("slowly")
    steps = session.answering(exchange)
    next(steps)
    assert exchange.pending and exchange.answer and "1912" in exchange.answer.text
    core.go.set()
    next(steps)
    assert not exchange.pending and "nine piers" in exchange.answer.text
    assert list(steps) == []
    stopped = session.begin("slowly")
    core.go.set()
    steps = session.answering(stopped)
    next(steps)
    session.stop()
    assert list(steps) == [] and not stopped.pending
    assert stopped.answer and "1912" in stopped.answer.text


def test_a_file_removed_while_another_is_added_stays_removed(core: KeywordCore, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("The secret is 42.\n", encoding="utf-8")
    gathering, go = threading.Event(), threading.Event()

    def slow(documents: list[Document]) -> KeywordCore:
        gathering.set()
        go.wait(20)
        return KeywordCore(documents)

    session = Session(core, core.documents, slow)
    notes = next(document.id for document in session.documents if document.source == "notes.txt")
    with ThreadPoolExecutor(2) as pool:
        added = pool.submit(session.add, [tmp_path / "mine.txt"], ignore)
        assert gathering.wait(20)
        removed = pool.submit(session.remove, notes)
        wait([removed], timeout=0.2)
        go.set()
        assert (added.result(), removed.result()) == (None, None)
    sources = {document.source for document in session.documents}
    assert "mine.txt" in sources and "notes.txt" not in sources
    assert isinstance(session.core, KeywordCore) and session.core.documents == session.documents


def test_what_is_begun_anew_before_its_answer_comes_is_no_error(core: KeywordCore) -> None:
    session = new(core)
    exchange = session.begin("harbour")
    session.restart()
    assert list(session.answering(exchange)) == []
    assert (exchange.answer, exchange.problem, session.opened) == (None, "", None)


def test_a_defect_is_told_instead_of_waiting_for_ever(core: KeywordCore) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("out of cheese")

    core.stream = broken  # type: ignore[method-assign, assignment]
    session = new(core)
    ask(session, "harbour")
    assert session.exchanges[0].problem == "Something went wrong: out of cheese"
