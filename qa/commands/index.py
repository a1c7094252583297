"""`youju index`: building, updating, listing, checking and clearing what is kept."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from corpus import YoujuError
from index import storage
from qa.collection import Collection, remove
from qa.commands.options import Index, Model, counted, named, print_reports
from qa.settings import Settings


def index(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(parser=named, help="Files and folders. Default: the sample.", show_default=False),
    ] = None,
    index: Index = None,
    model: Model = None,
    list_documents: Annotated[bool, typer.Option("--list", help="List the documents of the index.")] = False,
    verify: Annotated[bool, typer.Option("--verify", help="Check that the index is sound; exit 1 if not.")] = False,
    clear: Annotated[
        bool, typer.Option("--clear", help="Remove the index in --index, or all in the cache folder.")
    ] = False,
) -> None:
    """Build the index of files and folders, or bring it into step with them.

    Examples:

        youju index reports --index reports.index

        youju index --index reports.index --verify

        youju index --clear
    """
    settings = Settings.load(index=index, model=model)
    if sum((list_documents, verify, clear)) > 1:
        raise YoujuError("--list, --verify and --clear do different things: give one of them.")
    if clear:
        _clear(paths, settings)
        return
    collection = Collection.at(paths or (), None, settings)
    if list_documents:
        _list(collection)
    elif verify:
        _verify(collection)
    else:
        _build(collection)


def _build(collection: Collection) -> None:
    difference = collection.out_of_step()
    built = collection.opened(print_reports, replacing=True)
    for what in ("added", "changed", "removed"):
        print("".join(f"{source}: {what}\n" for source in getattr(difference, what)), end="")
    print(f"{counted(len(built.documents()), 'document')}, {counted(len(built), 'passage')} in {collection.folder}")
    if collection.failures:
        raise typer.Exit(1)


def _list(collection: Collection) -> None:
    for entry in collection.as_kept().documents():
        sizes = counted(entry.characters, "character"), counted(entry.passages, "passage")
        print("\t".join((entry.source, entry.language, *sizes)))


def _verify(collection: Collection) -> None:
    if not storage.exists(collection.folder):
        where = f" --index {collection.folder}" if collection.named else ""
        raise YoujuError(f"There is no index in {collection.folder}; build it with: youju index PATH{where}")
    try:
        problems = collection.as_kept().verify()
    except YoujuError as error:
        problems = [str(error)]
    if problems:
        print("\n".join(problems), file=sys.stderr)
        raise typer.Exit(1)
    print(f"The index in {collection.folder} is sound.")


def _clear(paths: list[Path] | None, settings: Settings) -> None:
    """Remove one index, or all that nobody gave a folder; never a folder that holds something else."""
    if settings.index is not None or paths:
        folders = [Collection.at(paths or (), None, settings).folder]
    else:
        cache = settings.cache_folder
        folders = [each for each in cache.iterdir() if storage.exists(each)] if cache.is_dir() else []
    for folder in folders:
        for name in remove(folder):
            print(f"{folder / name} stays: it is no part of the index.", file=sys.stderr)
    print(f"Removed {len(folders)} {'index' if len(folders) == 1 else 'indexes'}.")
