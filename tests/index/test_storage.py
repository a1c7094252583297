"""The folder on disk: sound, readable, and never half written."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from corpus import Document, YoujuError
from index.files import locked
from index.passage_index import PassageIndex
from tests.index.embedders import WordEmbedder

RIVER = Document.from_text("The river flows past the old mill.", "river.txt")
SCHOOL = Document.from_text("# 学校\n\n新的学校在河流旁边开学。🙂", "学校.md", page_starts=(0,))


def saved(folder: Path, *documents: Document) -> PassageIndex:
    index = PassageIndex.build(documents or (RIVER, SCHOOL), WordEmbedder())
    index.save(folder)
    return index


def generation(folder: Path) -> Path:
    name = json.loads((folder / "current.json").read_text(encoding="utf-8"))["generation"]
    return folder / name


def reopened(folder: Path) -> PassageIndex:
    return PassageIndex.open(folder, WordEmbedder())


def test_opened_again_it_is_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "索引 目录"
    index = saved(folder)
    again = reopened(folder)
    assert again.verify() == []
    assert again.documents() == index.documents()
    assert again.document(SCHOOL.id) == SCHOOL
    assert again.search("学校在哪里？", explain=True) == index.search("学校在哪里？", explain=True)


def test_an_empty_index_can_be_kept(tmp_path: Path) -> None:
    PassageIndex.build([], WordEmbedder()).save(tmp_path / "index")
    assert len(reopened(tmp_path / "index")) == 0


def test_the_metadata_can_be_read_by_people_and_holds_no_pickle(tmp_path: Path) -> None:
    saved(tmp_path)
    metadata = json.loads((generation(tmp_path) / "metadata.json").read_text(encoding="utf-8"))
    assert (metadata["format"], metadata["embedder"], metadata["documents"]) == (9, "words", 2)
    for path in generation(tmp_path).rglob("*.npy"):
        np.load(path, allow_pickle=False)


def test_saving_again_replaces_the_generation_and_leaves_no_other(tmp_path: Path) -> None:
    index = saved(tmp_path)
    first = generation(tmp_path)
    index.sync([SCHOOL])
    index.save(tmp_path)
    assert generation(tmp_path) != first
    assert not first.exists()
    assert [entry.source for entry in reopened(tmp_path).documents()] == ["学校.md"]


def test_an_index_of_another_model_is_refused_and_left_alone(tmp_path: Path) -> None:
    saved(tmp_path)
    before = generation(tmp_path)
    with pytest.raises(YoujuError, match=r"made with the model words .* youju index PATH --index"):
        PassageIndex.open(tmp_path, WordEmbedder("words-2"))
    assert generation(tmp_path) == before
    assert reopened(tmp_path).verify() == []


def test_an_index_of_another_format_is_refused(tmp_path: Path) -> None:
    saved(tmp_path)
    path = generation(tmp_path) / "metadata.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"format": 9', '"format": 99'), encoding="utf-8")
    with pytest.raises(YoujuError, match="format 99, this version reads 9"):
        reopened(tmp_path)


@pytest.mark.parametrize("name", ["documents.json", "text.npy", "words_rows.npy", "vectors-chinese/vectors.npy"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    saved(tmp_path)
    (generation(tmp_path) / name).unlink()
    with pytest.raises(YoujuError, match=f"lacks {name}"):
        reopened(tmp_path)


def test_a_file_cut_short_is_named(tmp_path: Path) -> None:
    saved(tmp_path)
    path = generation(tmp_path) / "text.npy"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(YoujuError, match=r"text\.npy should have"):
        reopened(tmp_path)


def test_a_changed_byte_is_found_by_verify(tmp_path: Path) -> None:
    saved(tmp_path)
    path = generation(tmp_path) / "text.npy"
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(bytes(data))
    assert any("text.npy" in problem for problem in reopened(tmp_path).verify())


@pytest.mark.parametrize("content", ["", "{", "[]", '{"generation": "../elsewhere"}'], ids=repr)
def test_a_damaged_pointer_is_told(tmp_path: Path, content: str) -> None:
    saved(tmp_path)
    (tmp_path / "current.json").write_text(content, encoding="utf-8")
    with pytest.raises(YoujuError, match="damaged"):
        reopened(tmp_path)


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(YoujuError, match="holds other files"):
        saved(tmp_path)
    with pytest.raises(YoujuError, match="is a file"):
        saved(tmp_path / "thesis.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
    with pytest.raises(YoujuError, match="no index in"):
        reopened(tmp_path)


def test_of_two_writers_the_second_is_told(tmp_path: Path) -> None:
    saved(tmp_path)
    first, second = reopened(tmp_path), reopened(tmp_path)
    first.sync([RIVER])
    first.save(tmp_path)
    second.sync([SCHOOL])
    with pytest.raises(YoujuError, match="Another process has changed"):
        second.save(tmp_path)
    assert [entry.source for entry in reopened(tmp_path).documents()] == ["river.txt"]


def test_while_one_writes_another_cannot(tmp_path: Path) -> None:
    index = saved(tmp_path)
    with locked(tmp_path / "writing.lock", tmp_path), pytest.raises(YoujuError, match="Another process is writing"):
        index.save(tmp_path)
    index.save(tmp_path)


def test_a_lock_that_cannot_be_made_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    folder = tmp_path / "file" / "index"
    said = r"cannot be kept in .*index: Not a directory; name another"
    with pytest.raises(YoujuError, match=said), locked(folder / "writing.lock", folder, 60):
        pass


_WRITER = """
import sys
from pathlib import Path
from corpus import Document
from index.passage_index import PassageIndex
from tests.index.embedders import WordEmbedder
index = PassageIndex.build([Document.from_text("基金很大。" * 5_000, f"{n}.txt") for n in range(4)], WordEmbedder())
print("ready", flush=True)
while True:
    index.save(Path(sys.argv[1]))
    print("saved", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a matter of POSIX")
@pytest.mark.parametrize("wait", [0.0, 0.01, 0.05])
def test_a_killed_writer_leaves_a_sound_index(tmp_path: Path, wait: float) -> None:
    saved(tmp_path)
    command = [sys.executable, "-c", _WRITER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"ready\n"
        time.sleep(wait)
        writer.send_signal(signal.SIGKILL)
    index = reopened(tmp_path)
    assert index.verify() == []
    index.save(tmp_path)
    assert [path.name for path in tmp_path.glob("generation-*")] == [generation(tmp_path).name]
