"""From files and folders to documents, with a report of what was read and what could not be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.document import Document
from corpus.errors import YoujuError
from corpus.readers import READERS, known_suffixes

LARGEST = 100 * 2**20  # bytes of one file; more than this is a collection, not a document


@dataclass(frozen=True, slots=True)
class FileReport:
    """What became of one file: `reason` says why it was not read, or what to mind although it was."""

    source: str
    read: bool
    reason: str = ""
    encoding: str = ""
    characters: int = 0
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """The documents that could be read, in order of their sources, and one report per file."""

    documents: tuple[Document, ...]
    reports: tuple[FileReport, ...]

    @property
    def failures(self) -> tuple[FileReport, ...]:
        return tuple(report for report in self.reports if not report.read)


Progress = Callable[[int, int], None]  # files done, files in all


def load(paths: Sequence[str | Path], progress: Progress | None = None) -> Reading:
    """Read files and, recursively, folders; a source is the path below the folder given, or the file's name.

    YoujuError for a path that does not exist and when nothing at all could be read.
    """
    files = list(_files(paths))
    documents: list[Document] = []
    reports: list[FileReport] = []
    for done, (source, file) in enumerate(files, 1):
        document, report = read_file(file, source)
        documents += [document] if document else []
        reports.append(report)
        if progress:
            progress(done, len(files))
    if not documents:
        raise YoujuError(_nothing_read(paths, reports))
    return Reading(tuple(documents), tuple(reports))


def read_file(file: Path, source: str) -> tuple[Document | None, FileReport]:
    """One file's document and report; a file that cannot be read gives None and the reason."""
    try:
        if (size := file.stat().st_size) > LARGEST:
            raise YoujuError(f"it has {size / 2**20:.0f} MiB, more than the {LARGEST // 2**20} MiB read; split it")
        reader = READERS.get(file.suffix.lower())
        if reader is None:
            raise YoujuError(f"files of type {file.suffix or '(none)'} are not read, only {known_suffixes()}")
        content = reader(file)
        if not content.text.strip():
            raise YoujuError(content.remark or "it holds no text")
    except (YoujuError, OSError) as problem:
        return None, FileReport(source, False, str(getattr(problem, "strerror", None) or problem))
    document = Document.from_text(content.text, source, content.title or None, content.page_starts)
    return document, FileReport(
        source, True, content.remark, content.encoding, len(content.text), len(content.page_starts)
    )


def find_files(paths: Sequence[str | Path]) -> list[tuple[str, Path]]:
    """Every file `load` would read, with its source, without opening any."""
    return list(_files(paths))


def _files(paths: Sequence[str | Path]) -> Iterator[tuple[str, Path]]:
    taken: dict[str, Path] = {}
    for given in paths:
        root = Path(given).expanduser()
        if not root.exists():
            raise YoujuError(f"There is no file or folder {given}; check the path.")
        for file in [root] if root.is_file() else sorted(_below(root)):
            source = file.name if root.is_file() else file.relative_to(root).as_posix()
            resolved = file.resolve()
            if taken.get(source, resolved) != resolved:
                source = f"{root.parent.name if root.is_file() else root.name}/{source}"
            while taken.get(source, resolved) != resolved:
                source = f"{source} ({len(taken)})"
            if source not in taken:
                taken[source] = resolved
                yield source, file


def _below(folder: Path) -> Iterator[Path]:
    # rglob follows no links to folders, so a link that points upwards is no endless loop.
    for file in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if not hidden and file.is_file() and file.suffix.lower() in READERS:
            yield file


def _nothing_read(paths: Sequence[str | Path], reports: Sequence[FileReport]) -> str:
    if not reports:
        return f"There is nothing to read in {', '.join(map(str, paths))}; put {known_suffixes()} files there."
    told = "; ".join(f"{report.source}: {report.reason}" for report in reports[:3])
    return f"Nothing could be read ({told}); give a file that holds text."
