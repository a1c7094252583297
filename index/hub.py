"""Whether a model that is named can be fetched from the hub."""

from __future__ import annotations

import os

_PATIENCE = 5.0  # seconds


def reachable(name: str) -> bool:
    """Whether the hub answers for this model: asked once and briefly, since loading would retry for minutes."""
    if os.environ.get("HF_HUB_OFFLINE", "").lower() in ("1", "true", "yes", "on"):
        return False
    from huggingface_hub import HfApi

    try:
        HfApi().model_info(name, timeout=_PATIENCE)
    except Exception:  # no network, no such model, no such name: each release raises its own
        return False
    return True
