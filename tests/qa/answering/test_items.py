"""The items of a list that a sentence leads up to are told together where each of them is asked for."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant

CLUSTERS = """# Fast-growing clusters

In the first three quarters, the value added of three industrial clusters grew as follows:

- the aerospace cluster: up 28.3%;
- the connected vehicle cluster: up 27.8%;
- the robotics cluster: up 14.1%.
"""
CLUSTERS_CHINESE = """# 集群

前三季度，三个产业集群的增加值增速如下：

- 航天集群：增长28.3%；
- 造船集群：增长27.8%；
- 制茶集群：增长14.1%。
"""


@pytest.mark.parametrize(
    ("text", "question", "first", "figures"),
    [
        (CLUSTERS, "How much did each of the three clusters grow?", "the aerospace", ["28.3%", "27.8%", "14.1%"]),
        (CLUSTERS, "How much did the robotics cluster grow?", "14.1%", ["14.1%"]),
        (CLUSTERS_CHINESE, "三个产业集群各增长多少？", "航天集群", ["28.3%", "27.8%", "14.1%"]),
        (CLUSTERS_CHINESE, "造船集群增长多少？", "27.8%", ["27.8%"]),
    ],
)
def test_figures_of_each_are_all_items_of_the_list(text: str, question: str, first: str, figures: list[str]) -> None:
    answer = Assistant.from_documents([Document.from_text(text, "a.md")]).ask(question)
    assert answer.short.startswith(first)
    assert [figure for figure in ("28.3%", "27.8%", "14.1%") if figure in answer.short] == figures
