"""Of likely readings the best supported is said, whatever the language; what is far behind is not looked at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from corpus import Document, question_language
from index.types import FloatVector
from qa.assistant import Assistant
from qa.refusing.best_supported import JUDGED, best_supported, to_judge
from qa.refusing.support import SupportNetwork
from qa.refusing.support_input import SupportInput
from qa.types import ReadSpan, Task

TEXTS = {
    "zh": ("新桥长320米,旧桥长180米。老桥边的渡口宽90米。", "新桥有多长?"),
    "en": (
        "The new bridge is 320 metres long. The old one had 180 metres. The ferry is 90 metres wide.",
        "How long is the new bridge?",
    ),
}


class Preferring:
    """A network that supports what was judged in this place, counting from 0."""

    def __init__(self, place: int, log_odds: float) -> None:
        self._place, self._log_odds = place, log_odds

    def log_odds(self, shown: Sequence[SupportInput]) -> FloatVector:
        return np.array([self._log_odds * (place == self._place) for place in range(len(shown))], dtype=np.float32)


@pytest.fixture(params=TEXTS)
def task(request: pytest.FixtureRequest) -> Task:
    text, question = TEXTS[request.param]
    return Assistant.from_documents([Document.from_text(text, "bridges.txt")]).tasks.as_read(
        question, question_language(question), 8
    )


def near(task: Task) -> Task:
    """The same with all readings about as likely."""
    return replace(task, spans=tuple(replace(span, score=-float(n)) for n, span in enumerate(task.spans)))


def preferring(monkeypatch: pytest.MonkeyPatch, place: int, log_odds: float) -> None:
    monkeypatch.setattr(SupportNetwork, "load", lambda: Preferring(place, log_odds))


def test_the_best_supported_of_likely_readings_goes_first_and_is_as_good(
    task: Task, monkeypatch: pytest.MonkeyPatch
) -> None:
    preferring(monkeypatch, 1, 6.0)
    read = near(task)
    found = best_supported(read)
    second = to_judge(read.spans, 20)[1]
    assert (found.spans[0].start, found.spans[0].end) == (second.start, second.end) and second != read.spans[0]
    assert found.spans[0].score == read.spans[0].score
    assert found.support == 3.0  # half of the second's 6, the first's being 0
    assert sorted(span.start for span in found.spans) == sorted(span.start for span in read.spans)


def test_little_support_more_changes_nothing(task: Task, monkeypatch: pytest.MonkeyPatch) -> None:
    preferring(monkeypatch, 1, 0.01)
    assert best_supported(near(task)).spans == near(task).spans


def test_only_a_few_near_the_best_are_judged_each_wording_once(task: Task) -> None:
    read = near(task).spans
    assert len({span.text for span in read}) > JUDGED
    assert [span.text for span in to_judge(read, 20)] == list(dict.fromkeys(span.text for span in read))[:JUDGED]
    first, second = to_judge(read, 20)[:2]
    far = replace(second, score=first.score - 21)
    assert to_judge([first, replace(first, score=-1.0), far], 20) == [first]
    assert to_judge([], 20) == []


def test_nothing_read_is_left_as_it_is(task: Task) -> None:
    empty = replace(task, spans=())
    assert best_supported(empty).spans == ()
    alone: tuple[ReadSpan, ...] = task.spans[:1]
    assert best_supported(replace(task, spans=alone)).spans == alone
