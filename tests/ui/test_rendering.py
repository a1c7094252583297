"""What the page shows, as HTML, without a browser."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import Document, Language, Span
from qa.web.conversation import conversation, plain
from qa.web.evidence import CONTEXT, evidence
from qa.web.markup import escape, marked
from qa.web.session import Opened, Session
from qa.web.strings import CHINESE, ENGLISH, Strings, preferred
from tests.ui.keyword_core import KeywordCore


class Reader(HTMLParser):
    """Collects the tags, and the text inside each `<mark class=...>`."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.marks: dict[str, str] = {}
        self.inside = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "mark":
            self.inside = str(dict(attrs)["class"])

    def handle_endtag(self, tag: str) -> None:
        self.inside = "" if tag == "mark" else self.inside

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.marks[self.inside] = self.marks.get(self.inside, "") + data


def asked(core: KeywordCore, *questions: str, language: Language = Language.ENGLISH) -> Session:
    session = Session(core, core.documents, KeywordCore, language)
    for question in questions:
        list(session.answering(session.begin(question)))
    return session


def test_a_mark_with_a_citation_becomes_a_link_and_any_other_stays_text(core: KeywordCore) -> None:
    session = asked(core, "种子基金")
    answer = session.exchanges[0].answer
    assert answer is not None
    session.exchanges[0].answer = replace(answer, text="规模为20亿元。[1] 见[7]。")
    html = conversation(session)
    assert 'data-value="0:citation:1:0:0">[1]</a>' in html
    assert "见[7]。" in html


def test_the_cited_sentence_is_highlighted_in_its_document(core: KeywordCore) -> None:
    html = evidence(asked(core, "种子基金"))
    assert Reader(html).marks == {"cited": "深圳设立了种子基金，规模为20亿元。"}
    assert "简报.md" in html
    assert "基金投早投小。" in html
    assert '<p class="title level-2" dir="auto">人才</p>' in html


def test_a_table_in_markdown_is_shown_as_one() -> None:
    prices = Document.from_text("# Prices\n\n| Item | Price |\n|---|---|\n| Bell | £3 |\n\nAll is new.\n", "prices.md")
    html = evidence(asked(KeywordCore([prices]), "Bell"))
    assert '<th dir="auto">Item</th><th dir="auto">Price</th></tr><tr><td dir="auto"><mark class="cited">Bell' in html
    assert "---" not in html
    assert '<p class="line" dir="auto">All is new.</p>' in html


def test_a_refusal_lists_the_closest_passages(core: KeywordCore) -> None:
    html = evidence(asked(core, "France"))
    assert ENGLISH.closest in html
    assert "The harbour opened in 1912." in html
    assert "mark" not in Reader(html).tags


def test_a_listed_passage_opens_in_its_document(core: KeywordCore) -> None:
    session = asked(core, "harbour")
    session.opened = Opened.parse("0:hit:1:0:0")
    assert Reader(evidence(session)).marks == {"cited": "The harbour opened in 1912. It has nine piers."}


def test_a_long_document_is_shown_around_the_quote_and_further_on_request() -> None:
    text = (
        "".join(f"Line {number} says nothing.\n" for number in range(1000)) + "The needle is here.\n" + "End. " * 2000
    )
    session = asked(KeywordCore([Document.from_text(text, "long.txt")]), "needle")
    near = evidence(session)
    assert Reader(near).marks == {"cited": "The needle is here."}
    assert "Line 999 " in near
    assert f"Line {1000 - 2 * CONTEXT // 22} " not in near
    assert session.opened is not None
    session.opened = replace(session.opened, before=4)
    assert f"Line {1000 - 2 * CONTEXT // 22} " in evidence(session)


def test_pages_are_told_and_the_quote_stays_whole_across_them() -> None:
    text = "One.\nThe first half\nand the second half. Two.\n"
    document = Document.from_text(text, "report.pdf", page_starts=(0, text.index("and")))
    session = asked(KeywordCore([document]), "second half")
    html = evidence(session)
    assert html.index("page 1</p>") < html.index("page 2</p>")
    assert "report.pdf · page " in html


@pytest.mark.parametrize(
    "hostile", ["<script>x()</script>", "<img src=x onerror=x()>", "${x()}", "{{value}}", "@children"]
)
def test_nothing_from_a_question_or_document_becomes_markup_or_template(hostile: str) -> None:
    document = Document.from_text(f"Beware of {hostile} here.\n", f"{hostile}.txt", hostile)
    session = asked(KeywordCore([document]), "Beware", hostile)
    for html in (conversation(session), evidence(session)):
        assert not {"script", "img"} & set(Reader(html).tags)
        assert not re.search(r"\$\{|\{\{|@children", html)


@pytest.mark.parametrize(
    ("question", "copied"),
    [
        ("nine", "nine [1]\n[1] “It has nine piers.” (notes.pdf, page 1)"),
        ("基金", "20亿元。[1]\n[1] “基金有20亿元。”（notes.pdf，第 1 页）"),
    ],
)
def test_copied_text_holds_the_answer_and_its_sources(question: str, copied: str) -> None:
    notes = Document.from_text("It has nine piers. 基金有20亿元。\n", "notes.pdf", page_starts=(0,))
    answer = asked(KeywordCore([notes]), question).exchanges[0].answer
    assert answer is not None
    assert plain(replace(answer, text=copied.split("\n")[0])) == copied


def test_copied_text_holds_a_quote_once(core: KeywordCore) -> None:
    answer = asked(core, "harbour").exchanges[0].answer
    assert answer is not None
    assert plain(answer) == "The harbour opened in 1912. [1]\n[1] notes.txt"


def test_a_follow_up_shows_how_it_was_understood(core: KeywordCore) -> None:
    html = conversation(asked(core, "harbour", "piers"))
    assert "Understood as: piers (harbour)" in html
    assert html.count("Understood as") == 1


def test_a_long_question_is_not_repeated_in_full_as_it_was_understood(core: KeywordCore) -> None:
    html = conversation(asked(core, "harbour", "piers: " + "and why? " * 5000))
    understood = html.partition("Understood as: ")[2].partition("</p>")[0]
    assert understood.startswith("piers: and why?") and understood.endswith("why?  (harbour)")
    assert " … " in understood and len(understood) < 220


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_marking_keeps_every_character(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    html = marked(text, 0, len(text), [(Span(start, end), "cited")])
    assert (
        unescape(re.sub(r"</?mark[^>]*>", "", html))
        == unescape(escape(text))
        == unescape(html.replace('<mark class="cited">', "").replace("</mark>", ""))
    )


@pytest.mark.parametrize(
    ("header", "language"),
    [("zh-CN,zh;q=0.9,en;q=0.8", "zh"), ("en-GB,en", "en"), ("fr-FR,zh-TW;q=0.7", "zh"), ("de", "en"), ("", "en")],
)
def test_the_page_speaks_the_browsers_language(header: str, language: str) -> None:
    assert preferred(header) == language


def test_every_text_exists_in_both_languages() -> None:
    for field in fields(Strings):
        english, chinese = getattr(ENGLISH, field.name), getattr(CHINESE, field.name)
        assert english and chinese
        if isinstance(english, str) and field.name not in ("html_language", "language", "switch_to", "switch"):
            assert re.search("[\u4e00-\u9fff]", chinese), field.name
            assert not re.search("[\u4e00-\u9fff]", english), field.name
            assert set(re.findall(r"\{\w+\}", english)) == set(re.findall(r"\{\w+\}", chinese)), field.name


def test_chinese_texts_have_full_width_marks() -> None:
    texts = [text for field in fields(Strings) for text in (getattr(CHINESE, field.name),) if isinstance(text, str)]
    for text in (*texts, *CHINESE.samples):
        assert not re.search("[\u4e00-\u9fff][,:;!?()]|[,:;!?()][\u4e00-\u9fff]", text), text
