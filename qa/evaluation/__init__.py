"""How good the answers are, measured on a question set without a judge model.

`evaluate` loads when it is first used, so that the command line can name its commands without it.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qa.evaluation.evaluating import evaluate

__all__ = ["evaluate"]


def __getattr__(name: str) -> Any:
    if name != "evaluate":
        raise AttributeError(f"module 'qa.evaluation' has no attribute {name!r}")
    from qa.evaluation.evaluating import evaluate

    return evaluate
