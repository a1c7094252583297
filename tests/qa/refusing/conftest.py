"""Two short documents, one in each language, that are asked about."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant

CHINESE = (
    "清河市图书馆年报\n\n"
    "2023年,清河市图书馆新增藏书12万册,其中儿童读物3万册。馆长周敏表示,全年到馆读者达85万人次。\n\n"
    "清河市有3个国家级、7个省级阅读推广中心,12个市级少儿书屋。"
)
ENGLISH = (
    "Annual report of the Millford Museum\n\n"
    "In 2023 the Millford Museum bought 45 paintings for 2 million dollars. Its director, Ada Brown, said that "
    "310,000 people visited the museum.\n\nThe museum was founded in 1904 by the sculptor John Field."
)


@pytest.fixture(scope="module")
def assistant() -> Assistant:
    return Assistant.from_documents([Document.from_text(CHINESE, "zh.txt"), Document.from_text(ENGLISH, "en.txt")])
