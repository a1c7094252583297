"""`youju doctor`: what is installed, what is kept, and whether anything would need the network."""

from __future__ import annotations

import platform
from importlib import metadata
from pathlib import Path

from corpus import YoujuError
from index import storage
from qa.collection import Collection
from qa.commands.options import Docs, Index, Model, counted
from qa.settings import Settings

_PACKAGES = ("numpy", "faiss-cpu", "sentence-transformers", "transformers", "torch", "gradio", "rjieba", "opencc")


def doctor(docs: Docs = None, index: Index = None, model: Model = None) -> None:
    """Tell versions, the model, the index, and whether anything would need the network.

    Example:

        youju doctor --docs reports
    """
    settings = Settings.load(index=index, model=model)
    print(f"youju {_version('youju')}, Python {platform.python_version()}, {platform.platform()}")
    print(", ".join(f"{name} {_version(name)}" for name in _PACKAGES))
    print(_embedding(settings.model))
    print(_kept(Collection.at(docs or (), None, settings)))
    print(_network(settings))


def _version(package: str) -> str:
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"


def _embedding(name: str | None) -> str:
    if name is not None:
        return f"Model: {name}, loaded through sentence-transformers"
    from index.embed import embedder

    model = embedder()
    return f"Model: {model.name}, {model.dimension} dimensions, {model.fingerprint[:8]}, part of the package"


def _kept(collection: Collection) -> str:
    folder = collection.folder
    if not storage.exists(folder):
        return f"Index: none yet in {folder}; the next question builds it"
    try:
        kept = collection.as_kept()
    except YoujuError as error:
        return f"Index: {error}"
    return f"Index: {counted(len(kept.documents()), 'document')}, {counted(len(kept), 'passage')} in {folder}"


def _network(settings: Settings) -> str:
    """The models that are named but are no folder here."""
    named = [name for name in (settings.model, settings.answerer) if name and not Path(name).expanduser().exists()]
    if named:
        return f"Network: needed once, before, to fetch {' and '.join(named)} with hf download; nothing else needs it"
    return "Network: nothing needs it"
