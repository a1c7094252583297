"""Whether two things that a question names together are told apart: asked of each alone, the documents show it."""

from __future__ import annotations

import re
from collections.abc import Callable

from index.folding import fold
from index.words import terms_kept
from qa.parts import joined
from qa.types import Task


def told_apart(whole: Task, ask: Callable[[str], Task], is_sure: Callable[[Task], bool]) -> list[Task]:
    """A task for each of two things named together, where each has its own answer; else none.

    What the evidence itself joins is one thing, research and development, and so is what has one answer. Of two names
    of which one is told alone the other is asked too, and it is said that the documents do not say.
    """
    together, *each = joined(whole.question) or ("",)
    if not together or any(_joins(passage, together) for passage in _read(whole)):
        return []
    tasks = [ask(question) for question in each]
    told = [task for task in tasks if task.spans and is_sure(task)]
    said = [fold(task.spans[0].text).text for task in told]
    answer = fold(whole.spans[0].text).text if whole.spans else ""
    if len(told) == len(tasks):
        return tasks if said[0] != said[1] and not all(one in answer for one in said) else []
    if len(told) != 1 or (is_sure(whole) and answer != said[0]) or not _is_name(together):
        return []
    here = [task is told[0] for task in tasks].index(True)
    own, other = (terms_kept(tasks[n].question) - terms_kept(tasks[1 - n].question) for n in (here, 1 - here))
    evidence = terms_kept(told[0].spans[0].sentence.text)
    return tasks if own <= evidence and not other & evidence else []


def _read(task: Task) -> list[str]:
    evidence = task.evidence
    return [f"{evidence.passage.above}\n{evidence.text}"] if evidence else []


def _joins(text: str, together: str) -> bool:
    text, together = (re.sub(r"\s*&\s*", " and ", fold(each).text.lower()) for each in (text, together))
    return together in text


def _is_name(together: str) -> bool:
    return not together.isascii() or all(part[:1].isupper() for part in together.removeprefix("the ").split(" and "))
