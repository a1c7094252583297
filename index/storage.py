"""The index on disk: a folder whose `current.json` names the one generation of files that is in force.

A generation is written whole beside the old one and only then named, by an atomic replace; whatever kills the
writer leaves the old generation in force. Arrays are plain .npy files, never pickles; the rest is readable JSON.
"""

from __future__ import annotations

import json
import re
import shutil
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from corpus import Language
from corpus.errors import YoujuError
from index.build import Parts, Stores
from index.contents import CHINESE, ENGLISH, Contents, DocumentEntry
from index.files import digest, flush, flush_all, locked, mapped, write
from index.postings import Postings, postings_files
from index.types import Embedder
from index.vectors import open_store

# 2: R&D is one term, and SMEs is SME; 3: the terms of sentences are kept; 4: a time of day is one term;
# 7: one year and half a year are figures.
FORMAT = 9
_CURRENT = "current.json"
_GENERATION = re.compile(r"generation-[0-9a-f]{12}")
_LOCK = "writing.lock"
_METADATA = "metadata.json"
_STORES = {CHINESE: "vectors-chinese", ENGLISH: "vectors-english"}
_JSON = ("documents.json", "headings.json", "names.json")
_ARRAYS = ("passages.npy", "text.npy", "terms.npy")
_WORDS, _PAIRS = "words", "pairs"


@dataclass(frozen=True, slots=True)
class Opened:
    """Which generation of which folder an index was read from or written as."""

    folder: Path
    generation: str


def exists(folder: Path) -> bool:
    """Whether the folder holds an index, sound or not; somebody else's current.json makes none."""
    pointer = folder / _CURRENT
    return pointer.is_file() and (bool(_generations(folder)) or _names_generation(pointer))


def save(folder: Path, parts: Parts, embedder: Embedder, opened: Opened | None = None) -> Opened:
    """Put an index in force in the folder; the one before it stays in force until everything is on the disk.

    YoujuError where the folder holds something else, or no longer the generation that `opened` was read from.
    """
    folder = folder.absolute()
    if folder.exists() and not folder.is_dir():
        raise YoujuError(f"The index cannot be kept in {folder}: it is a file; name a folder.")
    if folder.exists() and not exists(folder) and any(each.name != _LOCK for each in folder.iterdir()):
        raise YoujuError(f"{folder} holds other files and no index; name an empty or a new folder.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder / _LOCK, folder):
            _check_unchanged(folder, opened)
            _forget_all_but(folder, _current(folder).name if exists(folder) else "")
            return _saved(folder, parts, embedder)
    except OSError as problem:
        raise YoujuError(f"The index cannot be written to {folder}: {problem.strerror or problem}.") from problem


def remove(folder: Path, beside: Sequence[str] = ()) -> list[str]:
    """Take an index away with the files kept `beside` it, and its folder once that is empty.

    Gives the names of what else the folder holds, which stays; YoujuError where there is no index to remove.
    """
    if not exists(folder):
        raise YoujuError(f"There is no index in {folder}; nothing was removed.")
    try:
        with locked(folder / _LOCK, folder):
            (folder / _CURRENT).unlink()  # first, so that what is half removed is no index
            for generation in _generations(folder):
                shutil.rmtree(generation)
            for name in beside:
                (folder / name).unlink(missing_ok=True)
        (folder / _LOCK).unlink(missing_ok=True)
        left = sorted(each.name for each in folder.iterdir())
        if not left:
            folder.rmdir()
    except OSError as problem:
        raise YoujuError(f"The index in {folder} cannot be removed: {problem.strerror or problem}.") from problem
    return left


def embedder_name(folder: Path) -> str:
    """The name of the model that the index was made with."""
    return str(_metadata(folder, _current(folder))["embedder"])


def load(folder: Path, embedder: Embedder) -> tuple[Opened, Parts]:
    """The index in force, arrays mapped into memory; YoujuError where anything is missing or does not agree."""
    generation = _current(folder)
    metadata = _metadata(folder, generation)
    _check_files(folder, generation, metadata)
    if metadata["fingerprint"] != embedder.fingerprint:
        raise YoujuError(
            f"The index in {folder} was made with the model {metadata['embedder']} ({metadata['fingerprint'][:8]}), "
            f"not with {embedder.name} ({embedder.fingerprint[:8]}); {_again(folder)}"
        )
    try:
        parts = _parts(generation, embedder.dimension)
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise YoujuError(f"The index in {folder} is damaged ({problem}); {_again(folder)}") from problem
    _check_counts(folder, metadata, parts)
    return Opened(folder.absolute(), generation.name), parts


def damaged(opened: Opened) -> list[str]:
    """One sentence for each file whose content is not what was written."""
    generation = opened.folder / opened.generation
    files = _metadata(opened.folder, generation)["files"]
    return [
        f"{name} is missing or not as it was written; {_again(opened.folder)}"
        for name, said in files.items()
        if not (generation / name).is_file() or digest(generation / name) != said["sha256"]
    ]


def _saved(folder: Path, parts: Parts, embedder: Embedder) -> Opened:
    generation = folder / f"generation-{uuid.uuid4().hex[:12]}"
    try:
        _write_parts(generation, parts)
        flush_all(generation)
        metadata = {
            "format": FORMAT,
            "embedder": embedder.name,
            "dimension": embedder.dimension,
            "fingerprint": embedder.fingerprint,
            "documents": len(parts.contents.documents),
            "passages": len(parts.contents.passages),
            "files": {
                path.relative_to(generation).as_posix(): {"bytes": path.stat().st_size, "sha256": digest(path)}
                for path in sorted(generation.rglob("*"))
                if path.is_file()
            },
        }
        write(generation / _METADATA, json.dumps(metadata, ensure_ascii=False, indent=1).encode())
        flush(generation)
        pointer = generation / _CURRENT
        write(pointer, json.dumps({"generation": generation.name}).encode())
        pointer.replace(folder / _CURRENT)
        flush(folder)
    except BaseException:
        shutil.rmtree(generation, ignore_errors=True)
        raise
    _forget_all_but(folder, generation.name)
    return Opened(folder, generation.name)


def _write_parts(generation: Path, parts: Parts) -> None:
    generation.mkdir()
    contents = parts.contents
    entries = [asdict(entry) for entry in contents.documents]
    for name, value in zip(_JSON, (entries, contents.headings, parts.names), strict=True):
        write(generation / name, json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"))
    for name, array in zip(_ARRAYS, (contents.passages, contents.text, contents.terms), strict=True):
        np.save(generation / name, array, allow_pickle=False)
    parts.words.save(generation, _WORDS)
    parts.pairs.save(generation, _PAIRS)
    for group, name in _STORES.items():
        (generation / name).mkdir()
        parts.stores[group].save(generation / name)


def _parts(generation: Path, dimension: int) -> Parts:
    entries, headings, names = (
        json.loads((generation / name).read_bytes().decode("utf-8", "surrogatepass")) for name in _JSON
    )
    passages, text, terms = (mapped(generation / name) for name in _ARRAYS)
    contents = Contents(tuple(map(_entry, entries)), tuple(map(tuple, headings)), passages, text, terms)
    stores: Stores = {group: open_store(generation / name, dimension) for group, name in _STORES.items()}
    words, pairs = (Postings.open(generation, name) for name in (_WORDS, _PAIRS))
    return Parts(contents, words, pairs, stores, tuple(names))


def _entry(values: dict[str, Any]) -> DocumentEntry:
    values["language"] = Language(values["language"])
    values["page_starts"] = tuple(values["page_starts"])
    return DocumentEntry(**values)


def _current(folder: Path) -> Path:
    if not exists(folder):
        raise YoujuError(f"There is no index in {folder}; build it with: youju index PATH --index {folder}")
    try:
        name = json.loads((folder / _CURRENT).read_text(encoding="utf-8"))["generation"]
    except (ValueError, KeyError, TypeError) as problem:
        raise YoujuError(f"The index in {folder} is damaged ({_CURRENT}); {_again(folder)}") from problem
    return folder / Path(str(name)).name


def _metadata(folder: Path, generation: Path) -> dict[str, Any]:
    try:
        metadata: dict[str, Any] = json.loads((generation / _METADATA).read_text(encoding="utf-8"))
        found = metadata["format"]
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise YoujuError(f"The index in {folder} is damaged ({_METADATA}); {_again(folder)}") from problem
    if found != FORMAT:
        raise YoujuError(f"The index in {folder} has format {found}, this version reads {FORMAT}; {_again(folder)}")
    return metadata


def _check_files(folder: Path, generation: Path, metadata: Mapping[str, Any]) -> None:
    files = metadata["files"]
    required = {*_JSON, *_ARRAYS, *postings_files(_WORDS), *postings_files(_PAIRS), *files}
    missing = sorted(name for name in required if not (generation / name).is_file())
    if missing:
        raise YoujuError(f"The index in {folder} lacks {', '.join(missing)}; {_again(folder)}")
    for name, said in files.items():
        size = (generation / name).stat().st_size
        if size != said["bytes"]:
            raise YoujuError(
                f"The index in {folder} is damaged: {name} should have {said['bytes']} bytes and has {size}; "
                f"{_again(folder)}"
            )


def _check_counts(folder: Path, metadata: Mapping[str, Any], parts: Parts) -> None:
    counted = {
        "documents": (metadata["documents"], len(parts.contents.documents)),
        "passages": (metadata["passages"], len(parts.contents.passages)),
        "passages in word search": (metadata["passages"], len(parts.words.lengths)),
        "vectors": (metadata["passages"], sum(map(len, parts.stores.values()))),
    }
    for what, (said, there) in counted.items():
        if said != there:
            raise YoujuError(f"The index in {folder} should hold {said} {what} and holds {there}; {_again(folder)}")


def _check_unchanged(folder: Path, opened: Opened | None) -> None:
    if opened and opened.folder == folder and exists(folder) and _current(folder).name != opened.generation:
        raise YoujuError(f"Another process has changed the index in {folder} meanwhile; open it again and repeat.")


def _forget_all_but(folder: Path, generation: str) -> None:
    """Remove what is not in force; a generation still mapped by another process on Windows goes the next time."""
    for old in _generations(folder):
        if old.name != generation:
            shutil.rmtree(old, ignore_errors=True)


def _generations(folder: Path) -> list[Path]:
    return [each for each in folder.iterdir() if _GENERATION.fullmatch(each.name) and each.is_dir()]


def _names_generation(pointer: Path) -> bool:
    try:
        return _GENERATION.fullmatch(json.loads(pointer.read_text(encoding="utf-8"))["generation"]) is not None
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _again(folder: Path) -> str:
    return f"delete the folder and make it again with: youju index PATH --index {folder}"
