"""Who holds an event, said right ahead of the verb; "the event" is the only one that is said to be held."""

from __future__ import annotations

import pytest

from corpus import Document
from qa.assistant import Assistant
from qa.reading.matching import match
from qa.reading.people.hosts import host_of, verbs_of_hosts
from qa.reading.pieces import pieces
from tests.qa.texts import no_vectors, text_of, words

NEWS = """# 远山市加快发展绿色产业

本报讯 10月31日，远山市政府新闻办举行“绿色发展”主题发布会。

会上，市工信局副局长李昉介绍了绿色产业的情况，市科技局、市财政局负责人回答了提问。

李昉表示，远山市坚持服务企业，分类对龙头企业、广大中小企业开展服务，支持企业参加各类活动。
"""


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("这次活动由哪个单位举办？", "远山市政府新闻办"),
        ("Which office organised the event?", "远山市政府新闻办"),
        ("谁举行了发布会？", "远山市政府新闻办"),
    ],
)
def test_the_body_ahead_of_the_verb_holds_the_event(question: str, short: str) -> None:
    assert Assistant.from_documents([Document.from_text(NEWS, "a.md")]).ask(question).short == short


@pytest.mark.parametrize(
    ("question", "host"),
    [
        ("书展由哪个单位主办?", "县文化局"),
        ("是哪家机构举办了书展?", "县文化局"),
        ("书展是哪个单位承办的?", "市图书馆"),
        ("灯会由哪个单位主办?", ""),  # of a lantern fair nothing is told
        ("县文化局是哪个部门?", ""),
    ],
)
def test_the_host_of_an_event_stands_before_what_it_did(question: str, host: str) -> None:
    cut = pieces("5月3日,县文化局举办第六届书展,由市图书馆承办书展的讲座。")
    matching = match(words(question), [cut], no_vectors)
    assert text_of(cut, host_of(cut, matching.best(), verbs_of_hosts(question), question)) == host
