"""Files and folders with the index kept of them: opened, and brought into step when a file has changed."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import FileReport, YoujuError, load, sample_paths
from corpus.load import find_files
from index import storage
from index.embed import embedder
from index.files import locked
from index.passage_index import PassageIndex
from index.types import Embedder
from qa.settings import Settings

_FILES = "files.json"  # beside the index: the paths asked for, and each file's size and time when it was read
_PATIENCE = 600.0  # seconds that another process is given to bring the same index into step
Report = Callable[[Sequence[FileReport]], None]
Stamps = dict[str, tuple[int, int]]  # source: size in bytes, time of change in nanoseconds


@dataclass(frozen=True, slots=True)
class Difference:
    """The sources of files that were added, changed or removed."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Collection:
    """The paths, the folder of their index, and what embeds them; without paths the index is taken as it is.

    A folder that somebody `named` is never written over when it holds something else.
    """

    paths: tuple[Path, ...]
    folder: Path
    embedder: Embedder
    named: bool

    @classmethod
    def at(cls, paths: Sequence[str | Path], index: str | Path | None, settings: Settings) -> Collection:
        """The collection of these paths; without paths that of the index named, without either the sample."""
        named, model = index or settings.index, embedder(settings.model)
        chosen = [Path(path).expanduser() for path in paths]
        if named is None:
            chosen = chosen or sample_paths()
            return cls(tuple(chosen), settings.cache_folder / _key(chosen, model), model, named=False)
        folder = Path(named).expanduser()
        if not chosen and storage.exists(folder):
            remembered = [Path(path) for path in _remembered(folder).get("paths", [])]
            chosen = remembered if all(path.exists() for path in remembered) else []
            return cls(tuple(chosen), folder, model, named=True)
        return cls(tuple(chosen or sample_paths()), folder, model, named=True)

    def opened(self, report: Report | None = None, replacing: bool = False) -> PassageIndex:
        """The index in step with the files; `report` is told how each went whenever they are read.

        Sizes and times are compared first, so that an unchanged collection is not read again. An index whose files
        have been moved away is taken as it is. YoujuError where the folder named holds the index of other paths and
        is not to be replaced by one of these.
        """
        if not self.paths:
            return self.as_kept()
        if self.named and not replacing:
            self._check_paths()
        now = stamps(self.paths)
        with _lock(self.folder):
            index = self._usable()
            if index is None or _known(self.folder) != now:
                index = index or PassageIndex.build((), self.embedder)
                self._synchronise(index, now, report)
            return index

    def out_of_step(self) -> Difference:
        """Which files were added, changed or removed since the index was last brought into step; none without one."""
        known = _known(self.folder)
        if not known or not self.paths:
            return Difference()
        now = stamps(self.paths)
        return Difference(
            tuple(source for source in now if source not in known),
            tuple(source for source, stamp in now.items() if known.get(source, stamp) != stamp),
            tuple(source for source in known if source not in now),
        )

    def _check_paths(self) -> None:
        kept = _remembered(self.folder).get("paths", [])
        if kept and sorted(kept) != sorted(str(path.resolve()) for path in self.paths):
            given = " ".join(map(str, self.paths))
            raise YoujuError(
                f"The index in {self.folder} is of {', '.join(kept)}; leave --docs out to ask that, or name another "
                f"--index, or replace it with: youju index {given} --index {self.folder}"
            )

    def _usable(self) -> PassageIndex | None:
        """The index that is there; None where there is none, or one of our own cache that cannot be used any more."""
        if not storage.exists(self.folder):
            return None
        try:
            return self.as_kept()
        except YoujuError:
            if self.named:
                raise
            shutil.rmtree(self.folder)
            return None

    def as_kept(self) -> PassageIndex:
        """The index as it was last written, whatever has become of the files."""
        return PassageIndex.open(self.folder, self.embedder)

    @property
    def failures(self) -> list[tuple[str, str]]:
        """The files that could not be read when the index was last brought into step, each with the reason."""
        return [(source, reason) for source, reason in _remembered(self.folder).get("failures", [])]

    def _synchronise(self, index: PassageIndex, now: Stamps, report: Report | None) -> None:
        reading = load(self.paths)
        if report:
            report(reading.reports)
        index.sync(reading.documents)
        index.save(self.folder)
        paths = [str(path.resolve()) for path in self.paths]
        failures = [[each.source, each.reason] for each in reading.reports if not each.read]
        kept = {"paths": paths, "files": now, "failures": failures}
        (self.folder / _FILES).write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")


def _remembered(folder: Path) -> dict[str, Any]:
    try:
        kept: dict[str, Any] = json.loads((folder / _FILES).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}  # an index without this file is brought into step by reading everything
    return kept


def _known(folder: Path) -> Stamps:
    return {source: (size, time) for source, (size, time) in _remembered(folder).get("files", {}).items()}


def remove(folder: Path) -> list[str]:
    """Remove an index and what is kept beside it; the names of what else the folder holds, which stays."""
    return storage.remove(folder, [_FILES])


def stamps(paths: Sequence[Path]) -> Stamps:
    """Size and time of change of every file there is to read, by source; -1 where they cannot be told."""
    found: Stamps = {}
    for file, source in find_files(paths):
        try:
            status = file.stat()
        except OSError:  # a link that leads nowhere: `load` tells why it cannot be read
            found[source] = (-1, -1)
        else:
            found[source] = (status.st_size, status.st_mtime_ns)
    return found


def _key(paths: Sequence[Path], model: Embedder) -> str:
    """The name of the folder that belongs to these paths and this model: readable, and different for different ones."""
    resolved = "\0".join([model.fingerprint, str(storage.FORMAT), *(str(path.resolve()) for path in paths)])
    return f"{paths[0].stem[:40]}-{hashlib.sha256(resolved.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def _lock(folder: Path) -> AbstractContextManager[None]:
    """Held while an index is brought into step, so that two processes do not write one folder at once."""
    folder = folder.absolute()
    return locked(folder.parent / f".{folder.name}.lock", folder, _PATIENCE)
