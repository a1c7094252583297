"""Options that several commands share, and how they print."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from corpus import FileReport


def named(path: str) -> Path:
    """A path as given; an empty one, of a variable that is not set, would be all that the working directory holds."""
    if not path.strip():
        raise typer.BadParameter("The path is empty; name a file or folder, or . for the current folder.")
    return Path(path)


Docs = Annotated[
    list[Path] | None,
    typer.Option(
        "--docs", metavar="PATH", parser=named, help="A file or folder to ask; may be repeated. Default: the sample."
    ),
]
Index = Annotated[
    Path | None,
    typer.Option(
        "--index", metavar="DIR", parser=named, help="Where the index is kept. Default: a cache folder of these paths."
    ),
]
Hits = Annotated[int | None, typer.Option("-k", min=1, metavar="N", help="How many passages are returned. Default: 8.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")]
Model = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="A sentence-transformers model by name or folder, to embed with."),
]


def print_json(value: Any) -> None:
    """One JSON object on one line, as it is."""
    print(json.dumps(value, ensure_ascii=False))


def counted(count: int, thing: str) -> str:
    """How many of a thing: 1 passage, 2,000 passages."""
    return f"{count:,} {thing}{'s' * (count != 1)}"


def print_failures(failures: Iterable[tuple[str, str]]) -> None:
    """On the error stream, each file that could not be read and why."""
    for source, reason in failures:
        print(f"{source}: not read: {reason}", file=sys.stderr)


def print_reports(reports: Iterable[FileReport]) -> None:
    """On the error stream, what became of each file."""
    for report in reports:
        state = counted(report.characters, "character") if report.read else "not read"
        if report.pages:
            state += f", {counted(report.pages, 'page')}"
        remark = f": {report.reason}" if report.reason else ""
        print(f"{report.source}: {state}{remark}", file=sys.stderr)
