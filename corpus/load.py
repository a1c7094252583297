"""From paths to documents, with an honest report on every file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Document
from corpus.errors import YoujuError
from corpus.readers import SUFFIXES, Text, reader_for

LARGEST_FILE = 100_000_000  # bytes

Paths = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]
Progress = Callable[[int, int, str], None]  # files done, files in all, source of the file now read


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file: `read` or, if not, the `reason`; a `reason` on a read file says what was left out."""

    source: str
    read: bool
    reason: str = ""
    encoding: str = ""
    characters: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """The documents that could be read, and a report on every file, both in the order they were found."""

    documents: tuple[Document, ...]
    reports: tuple[FileReport, ...]


def load(paths: Paths, progress: Progress | None = None) -> Reading:
    """Read files and folders (recursively, in order, hidden files left out).

    A file that cannot be read is reported and the rest is used; YoujuError where a path does not exist or nothing
    at all could be read.
    """
    files = find_files(paths)
    if not files:
        raise YoujuError(f"There are no files here to read; these formats are: {' '.join(SUFFIXES)}.")
    documents: list[Document] = []
    reports: list[FileReport] = []
    for number, (path, source) in enumerate(files):
        if progress:
            progress(number, len(files), source)
        document, report = read_file(path, source)
        documents += [document] if document else []
        reports.append(report)
    if progress:
        progress(len(files), len(files), "")
    if not documents:
        first = reports[0]
        others = f" (and {len(reports) - 1} more)" if len(reports) > 1 else ""
        raise YoujuError(f"Nothing could be read: {first.source}{others}: {first.reason}")
    return Reading(tuple(documents), tuple(reports))


def find_files(paths: Paths) -> list[tuple[Path, str]]:
    """Every file `load` would read, with its source, without opening any; YoujuError for a path that does not exist."""
    return _named(list(_files([paths] if isinstance(paths, str | os.PathLike) else paths)))


def _files(paths: Iterable[str | os.PathLike[str]]) -> Iterator[tuple[Path, str]]:
    """Each file with its source: the path relative to the folder given, or the file's name; no file twice."""
    seen: set[str] = set()
    for path in (Path(path).expanduser() for path in paths):
        if not path.exists():
            raise YoujuError(f"There is no file or folder {str(path)!r}: check the path.")
        for file in _walk(path) if path.is_dir() else [path]:
            real = os.path.realpath(file)  # `resolve` fails at a link that leads to itself
            if real not in seen:
                seen.add(real)
                yield file, file.relative_to(path).as_posix() if path.is_dir() else file.name


def _walk(folder: Path) -> Iterator[Path]:
    """The files below a folder, sorted, then folders that cannot be opened; a link leading back up is followed once."""
    visited: set[Path] = set()
    refused: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=refused.append, followlinks=True):
        real = Path(parent).resolve()
        if real in visited:
            folders.clear()
            continue
        visited.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(parent, name) for name in sorted(names) if not name.startswith((".", "~$")))
    yield from (Path(error.filename) for error in refused)


def _named(files: list[tuple[Path, str]]) -> list[tuple[Path, str]]:
    """The same files, each under a source of its own: those that share one are named by more of their folders."""
    taken: dict[str, int] = {}
    for _, source in files:
        taken[source] = taken.get(source, 0) + 1
    used: set[str] = set()
    named = []
    for path, source in files:
        name = source
        parents = list(Path(os.path.realpath(path)).parts[1 : -len(Path(source).parts)])
        while (taken[source] > 1 and name == source) or name in used:
            if not parents:
                name = f"{source} ({len(used) + 1})"
                break
            name = f"{parents.pop()}/{name}"
        used.add(name)
        named.append((path, name))
    return named


def read_file(path: Path, source: str) -> tuple[Document | None, FileReport]:
    """One file's document, or None with the reason in its report."""
    try:
        content = _content(path)
    except YoujuError as error:
        return None, FileReport(source, False, str(error))
    except OSError as error:
        return None, FileReport(source, False, f"The file cannot be opened: {error.strerror or error}.")
    except Exception as error:  # a defect of a reader must not cost the other files; it is told
        return None, FileReport(source, False, f"The file cannot be read: {type(error).__name__}: {error}.")
    title = content.title.strip() or path.stem
    document = Document.from_text(content.text, source, title, content.page_starts)
    pages = len(content.page_starts)
    return document, FileReport(source, True, content.remark, content.encoding, len(content.text), pages)


def _content(path: Path) -> Text:
    if path.is_dir():
        raise YoujuError("The folder cannot be opened: check its permissions.")
    if not path.is_file():
        raise YoujuError("It is neither a file nor a folder.")
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise YoujuError(
            f"The file has {size / 1e6:.0f} MB, more than the {LARGEST_FILE / 1e6:.0f} MB that are read: split it."
        )
    content = reader_for(path.suffix)(path.read_bytes())
    if not content.text.strip():
        raise YoujuError("No text was found in the file.")
    return content
