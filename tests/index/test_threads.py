"""That a question leaves the second core alone, and BLAS as it found it."""

from __future__ import annotations

from threading import Thread

import pytest
from threadpoolctl import threadpool_info, threadpool_limits

from corpus import Document
from index.passage_index import PassageIndex
from qa.assistant import Assistant
from qa.reading.reader_network import ReaderNetwork


def blas_threads() -> int:
    """Of numpy's BLAS; the one that FAISS brings along counts its threads by OpenMP, for each caller apart."""
    return max(int(each["num_threads"]) for each in threadpool_info() if each.get("threading_layer") == "pthreads")


def test_a_question_is_read_by_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = []
    spans = ReaderNetwork.spans
    monkeypatch.setattr(ReaderNetwork, "spans", lambda *given: seen.append(blas_threads()) or spans(*given))
    texts = ("水厂每天供水20万吨。The mill opened in 1911.", "The mill by the river opened its doors in 1915.")
    assistant = Assistant.from_documents([Document.from_text(text, f"{n}.txt") for n, text in enumerate(texts)])
    with threadpool_limits(2, user_api="blas"):
        before = blas_threads()
        assert "The documents differ." in assistant.ask("When did the mill open?").text
        assert seen == [1, 1]  # the second document is read alone as well
        assert blas_threads() == before


def test_passages_are_searched_by_one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    index = PassageIndex.build([Document.from_text("水厂每天供水20万吨。", "a.txt")])
    seen = []
    monkeypatch.setattr("index.passage_index.search", lambda *_: seen.append(blas_threads()))
    with threadpool_limits(2, user_api="blas"):
        index.search("每天供水多少？")
    assert seen == [1]


def test_so_it_is_wherever_the_next_question_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page asks from a pool of threads, after an earlier one that still lives."""
    index = PassageIndex.build([Document.from_text("水厂每天供水20万吨。", "a.txt")])
    seen = []
    monkeypatch.setattr("index.passage_index.search", lambda *_: seen.append(blas_threads()))
    index.search("每天供水多少？")
    asking = Thread(target=index.search, args=["供水多少？"])
    asking.start()
    asking.join()
    assert seen == [1, 1]
