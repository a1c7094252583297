"""The one after the next is read from where it is told, and is not the next."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant

BOTH = "Next meeting: 14 November, 7 pm, in the hall. The meeting after that is on 9 January in the library."
NEXT = "Next meeting: 14 November, 7 pm, in the hall. The treasurer reported a surplus of £300."
BOTH_CHINESE = "下次会议定于2月28日在礼堂举行。再下次会议定于6月3日在图书馆举行。"
NEXT_CHINESE = "下次会议定于2月28日在礼堂举行。食堂午餐费为每天12元。"


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (BOTH, "When is the meeting after the next one?", "9 January"),
        (BOTH, "When is the next meeting?", "14 November, 7 pm"),
        (NEXT, "When is the meeting after the next one?", ""),
        (BOTH_CHINESE, "再下次会议什么时候举行？", "6月3日"),
        (NEXT_CHINESE, "再下次会议什么时候举行？", ""),
    ],
)
def test_the_one_after_the_next(text: str, question: str, short: str) -> None:
    answer = Assistant.from_documents([Document.from_text(text, "minutes.txt")]).ask(question)
    assert (answer.found, answer.short) == (bool(short), short)
