"""Settings and where they come from: the command line, then the environment (YOUJU_...), then a .env file here."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from corpus import YoujuError

PREFIX = "YOUJU_"


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise ValueError
    return number


def _share(text: str) -> float:
    number = float(text)
    if not 0 <= number <= 1:
        raise ValueError
    return number


def _folder(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError as error:  # ~somebody who is not there
        raise ValueError from error


# What each setting must be, in words and as a function that raises ValueError.
_READ: dict[str, tuple[str, Callable[[str], Any]]] = {
    "k": ("a whole number from 1", _positive),
    "refusals": ("a number from 0 to 1", _share),
    "model": ("the name or folder of a sentence-transformers model", str),
    "answerer": ("the name or folder of a transformers model", str),
    "index": ("a folder", _folder),
    "cache": ("a folder", _folder),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """How documents are searched and answered from; every field can be set as YOUJU_ and its name in capitals.

    `k` is the number of passages returned. `refusals` is the share of answerable questions that may be refused: a
    higher one refuses more of the unanswerable (None: SHARES_REFUSED of `qa.refusing.refuse`). `model` embeds (None:
    the embedded model), `answerer` generates (None: extracts). `index` keeps the index of whatever is asked; without
    it each collection has a folder of its own in `cache`.
    """

    k: int = 8
    refusals: float | None = None
    model: str | None = None
    answerer: str | None = None
    index: Path | None = None
    cache: Path | None = None

    @classmethod
    def load(cls, **given: object) -> Settings:
        """The settings with those `given` on the command line on top; None means not given."""
        values: dict[str, Any] = {
            name: _parsed(name, text)
            for name in (field.name for field in fields(cls))
            if (text := _from_outside().get(PREFIX + name.upper()))
        }
        return cls(**values | {name: value for name, value in given.items() if value is not None})

    @property
    def cache_folder(self) -> Path:
        """Where indexes are kept that nobody gave a folder."""
        if self.cache is not None:
            return self.cache
        from platformdirs import user_cache_path

        return user_cache_path("youju", appauthor=False)


def _from_outside() -> Mapping[str, str]:
    return {**_file(Path.cwd() / ".env"), **os.environ}


def _file(path: Path) -> dict[str, str]:
    """The values of a .env file; none where there is no file."""
    if not path.is_file():
        return {}
    from dotenv import dotenv_values

    return {name: value for name, value in dotenv_values(path).items() if value is not None}


def _parsed(name: str, text: str) -> Any:
    meaning, parse = _READ[name]
    try:
        return parse(text)
    except ValueError as error:
        raise YoujuError(f"{PREFIX}{name.upper()} is {text!r}; it must be {meaning}.") from error
