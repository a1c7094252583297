"""From a question to a cited answer: `answer` in one call, `Assistant` to ask many questions of one collection.

The names load when they are first used, so that one room can be imported without all the others.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qa.assistant import Assistant, answer
    from qa.evaluation import evaluate
    from qa.types import Answer, Citation, Turn

__all__ = ["Answer", "Assistant", "Citation", "Turn", "answer", "evaluate"]

_ROOMS = {
    "Answer": "types",
    "Assistant": "assistant",
    "Citation": "types",
    "Turn": "types",
    "answer": "assistant",
    "evaluate": "evaluation",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module 'qa' has no attribute {name!r}")
    return getattr(import_module(f"qa.{_ROOMS[name]}"), name)
