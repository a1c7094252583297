"""Of the likeliest readings, the one that its evidence supports best."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from qa.refusing.compared import compared_each
from qa.refusing.support import SupportNetwork
from qa.refusing.support_input import support_input
from qa.types import ReadSpan, Task

JUDGED = 3  # readings that differ in wording
_REACH = 20.0  # score behind the best that no support makes up for
_SUPPORT = 3.0  # of the network's log-odds, beside a span's score


def best_supported(task: Task) -> Task:
    """The task with the span first that is likeliest and best supported together, as good as the one it passes.

    Its support is the mean of that span's and the likeliest one's: of several the best supported is so by chance too.
    """
    judged = to_judge(task.spans, _REACH)
    compared = compared_each(task.query, task.sentences, judged)
    if not compared:
        return task
    support = SupportNetwork.load().log_odds([support_input(each, task.kind) for each in compared]).tolist()
    if not judged:
        return replace(task, support=support[0], compared=compared[0])
    best = int(np.argmax([span.score + _SUPPORT * each for span, each in zip(judged, support, strict=True)]))
    first = judged[best]
    others = (span for span in task.spans if span is not first)
    spans = (replace(first, score=task.spans[0].score), *others)
    own = replace(compared[best], spans=spans)
    return replace(task, spans=spans, support=(support[0] + support[best]) / 2, compared=own)


def to_judge(spans: Sequence[ReadSpan], behind: float) -> list[ReadSpan]:
    """The best of each wording among those whose score is at most so far behind the best of all."""
    near = (span for span in spans if span.score >= spans[0].score - behind)
    best: dict[str, ReadSpan] = {}
    for span in near:
        best.setdefault(span.text, span)
    return list(best.values())[:JUDGED]
