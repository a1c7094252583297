"""Whether two things that a question names together are told apart: asked of each alone, the documents show it."""

from __future__ import annotations

import re
from collections.abc import Callable

from index.folding import fold
from index.words import terms_kept
from qa.answering.beside import SURELY
from qa.parts import joined
from qa.refusing.refuse import confidence
from qa.refusing.signals import Collection
from qa.types import Task


def told_apart(whole: Task, index: Collection, ask: Callable[[str], Task]) -> list[Task]:
    """A task for each of two things named together, where each surely has an answer of its own; else none.

    What the evidence itself joins is one thing, research and development, and so is what has one answer. Of two names
    of which one alone is told of, the other is asked too, so that it is said that the documents do not say.
    """
    joint, *each = joined(whole.question) or ("",)
    if not joint or not whole.evidence or _joins(whole, joint):
        return []
    tasks = [ask(question) for question in each]
    one, two = (terms_kept(question) for question in each)
    own = [one - two, two - one]  # the words that tell the two questions apart
    told = [task for task in tasks if task.spans and confidence(task, index) >= SURELY]
    if not all(own[tasks.index(task)] <= _evidence(task) for task in told):
        return []
    if len(told) == len(tasks):
        here, there = (task.spans[0] for task in tasks)
        return [] if here.overlaps(there) or fold(here.text).text == fold(there.text).text else tasks
    if len(told) != 1 or not all(name[:1].isupper() for name in joint.split(" and ")):
        return []
    (other,) = (words for task, words in zip(tasks, own, strict=True) if task is not told[0])
    return [] if other & _evidence(told[0]) else tasks


def _evidence(task: Task) -> frozenset[str]:
    """The words of the sentence of the best span, and of what stands above it."""
    sentence = task.spans[0].sentence
    return terms_kept(f"{sentence.passage.above}\n{sentence.text}")


def _joins(task: Task, joint: str) -> bool:
    """Whether some passage found has both as one."""
    text, joint = (re.sub(r"\s*&\s*", " and ", fold(each).text.lower()) for each in (task.told, joint))
    return joint in text
