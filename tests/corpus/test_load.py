from pathlib import Path

import pytest

import corpus
from corpus import Reading, YoujuError, load, passages
from corpus.load import LARGEST_FILE, find_files
from tests.corpus.pdfs import pdf


def written(folder: Path, name: str, data: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def sources(reading: Reading) -> list[str]:
    return [document.source for document in reading.documents]


def test_a_file_is_named_by_its_name_and_a_folder_s_files_by_their_path_in_it(tmp_path: Path) -> None:
    file = written(tmp_path, "one.txt", "一。")
    for name in ("docs/b.md", "docs/deep/a.txt", "docs/.hidden.txt", "docs/.git/config.txt"):
        written(tmp_path, name, f"Text of {name}.")
    assert sources(load([file, tmp_path / "docs"])) == ["one.txt", "b.md", "deep/a.txt"]
    assert sources(load(str(file))) == ["one.txt"]


def test_files_of_the_same_name_get_sources_of_their_own(tmp_path: Path) -> None:
    paths = [written(tmp_path, "x/a.txt", "One."), written(tmp_path, "y/a.txt", "Two.")]
    reading = load(paths)
    assert sources(reading) == ["x/a.txt", "y/a.txt"]
    assert len({document.id for document in reading.documents}) == 2


def test_no_file_is_read_twice(tmp_path: Path) -> None:
    file = written(tmp_path, "a.txt", "One.")
    assert sources(load([tmp_path, file])) == ["a.txt"]


def test_a_link_back_up_is_no_endless_loop(tmp_path: Path) -> None:
    written(tmp_path, "docs/a.txt", "One.")
    (tmp_path / "docs" / "again").symlink_to(tmp_path / "docs")
    assert sources(load(tmp_path)) == ["docs/a.txt"]


def test_what_cannot_be_read_is_reported_and_the_rest_is_used(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", "深圳很大。".encode("gb18030"))
    written(tmp_path, "empty.txt", "")
    written(tmp_path, "scan.pdf", pdf([[]]))
    written(tmp_path, "two.pdf", pdf([["One."], ["Two."]]))
    written(tmp_path, "x.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    reading = load(tmp_path)
    assert sources(reading) == ["a.txt", "two.pdf"]
    reports = {report.source: report for report in reading.reports}
    assert [report.source for report in reading.reports if not report.read] == ["empty.txt", "scan.pdf", "x.png"]
    assert "empty" in reports["empty.txt"].reason
    assert "scan" in reports["scan.pdf"].reason
    assert ".png" in reports["x.png"].reason
    assert (reports["a.txt"].encoding, reports["a.txt"].characters) == ("gb18030", 5)
    assert reports["two.pdf"].pages == 2


def test_a_defect_of_a_reader_costs_no_other_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: bytes) -> None:
        raise RuntimeError("out of cheese")

    monkeypatch.setattr("corpus.readers.web.read", broken)
    for name in ("a.html", "b.txt"):
        written(tmp_path, name, "One.")
    reading = load(tmp_path)
    assert sources(reading) == ["b.txt"]
    assert reading.reports[0].reason == "The file cannot be read: RuntimeError: out of cheese."


def test_pages_reach_the_passages(tmp_path: Path) -> None:
    [document] = load(written(tmp_path, "two.pdf", pdf([["One."], ["Two."]]))).documents
    assert [(passage.text, passage.page) for passage in passages(document)] == [("One.", 1), ("Two.", 2)]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("missing.txt", None, "There is no file or folder"),
        ("empty.txt", "", "Nothing could be read: empty.txt: The file is empty"),
        ("empty_folder/", None, "There are no files here to read"),
    ],
)
def test_nothing_to_read_is_one_sentence(tmp_path: Path, name: str, data: str | None, message: str) -> None:
    path = tmp_path / name
    if name.endswith("/"):
        path.mkdir()
    elif data is not None:
        path.write_text(data)
    with pytest.raises(YoujuError, match=message):
        load(path)


def test_a_file_too_large_is_not_opened(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "")
    with path.open("r+b") as file:
        file.truncate(LARGEST_FILE + 1)  # a hole: it takes no room on the disk
    with pytest.raises(YoujuError, match="split it"):
        load(path)


def test_progress_counts_every_file(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        written(tmp_path, name, name)
    told: list[tuple[int, int, str]] = []
    load(tmp_path, lambda *step: told.append(step))
    assert told == [(0, 2, "a.txt"), (1, 2, "b.txt"), (2, 2, "")]


def test_files_are_found_without_opening_them(tmp_path: Path) -> None:
    file = written(tmp_path, "a.txt", "")
    assert find_files(tmp_path) == [(file, "a.txt")]


def test_the_sample_is_read_whole() -> None:
    reading = load(corpus.sample_paths())
    assert {str(document.language) for document in reading.documents} == {"zh", "en"}
    assert all(report.read for report in reading.reports)
