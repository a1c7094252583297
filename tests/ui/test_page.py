"""The page in a real browser, over the stand-in assistant: what a visitor sees and clicks."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qa.web.strings import CHINESE, ENGLISH
from tests.ui.asking import ask, send
from tests.ui.conftest import FUND, serve
from tests.ui.keyword_core import KeywordCore
from ui import UPLOAD_LIMIT

pytestmark = pytest.mark.browser
Visit = Callable[..., Any]


def hacked(page: Any) -> Any:
    return page.evaluate("window.hacked")


def test_a_citation_opens_its_document_with_the_sentence_highlighted(visit: Visit) -> None:
    page = visit("zh-CN")
    answer = ask(page, "种子基金")
    assert "规模为20亿元。 [1]" in answer.inner_text()
    ask(page, "harbour")
    assert page.inner_text("#evidence mark.cited") == "The harbour opened in 1912."
    page.locator("[data-testid=bot] a.cite").first.click()
    page.wait_for_selector("#evidence mark.cited:has-text('种子基金')")
    assert page.inner_text("#evidence mark.cited") == "深圳设立了种子基金，规模为20亿元。"
    assert "简报.md" in page.inner_text("#evidence .place")
    assert page.url.endswith("/")


def test_a_refusal_shows_the_closest_passages_and_opens_them(visit: Visit) -> None:
    page = visit()
    assert "The documents do not say." in ask(page, "France").inner_text()
    page.wait_for_selector("#evidence .card")
    assert ENGLISH.closest in page.inner_text("#evidence")
    page.click("#evidence .card >> nth=0")
    page.wait_for_selector("#evidence mark.cited")


def test_a_follow_up_shows_how_it_was_understood(visit: Visit) -> None:
    page = visit()
    ask(page, "harbour")
    assert "Understood as: piers (harbour)" in ask(page, "piers").inner_text()


@pytest.mark.parametrize(("locale", "other"), [("zh-CN", ENGLISH), ("en-US", CHINESE)])
def test_the_page_speaks_the_browsers_language_and_switches(visit: Visit, locale: str, other: Any) -> None:
    page = visit(locale)
    own = CHINESE if other is ENGLISH else ENGLISH
    ask(page, "France")
    assert foreign(page, own) == []
    assert page.evaluate("document.documentElement.lang") == own.html_language
    page.get_by_role("button", name=own.switch, exact=True).click()
    page.wait_for_selector(f"text={other.tagline}")
    page.wait_for_function(f"document.documentElement.lang == '{other.html_language}'")
    assert foreign(page, other) == []
    assert page.title() == other.title
    page.reload()
    page.wait_for_selector(f"text={other.greeting}")


def foreign(page: Any, words: Any) -> list[str]:
    """Texts of the page, also those only read aloud, that are in the other language; what documents say aside."""
    seen: list[str] = page.evaluate(
        """() => {
          const theirs = '.answer p, .question, .card, .source-title, .where, .path, .document, .sample, script, style';
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const texts = [];
          while (walker.nextNode()) {
            const parent = walker.currentNode.parentElement;
            if (!parent.closest(theirs)) texts.push(walker.currentNode.textContent.trim());
          }
          for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
            if (!element.closest('.card, .answer p, .sources, .source-title, .remove'))
              for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
                texts.push(element.getAttribute(name) || '');
          return texts.filter(Boolean);
        }"""
    )
    wrong = r"[\u4e00-\u9fff]" if words is ENGLISH else r"[A-Za-z]{2,}"
    return [text for text in seen if re.search(wrong, text) and text != words.switch and "img src" not in text]


def test_a_file_of_ones_own_is_asked_by_its_owner_alone(visit: Visit, tmp_path: Path) -> None:
    (tmp_path / "明细.txt").write_text("仓库里有一千只箱子。\n", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    owner, stranger = visit("zh-CN"), visit("zh-CN")
    owner.set_input_files("input[type=file]", [tmp_path / "明细.txt", tmp_path / "empty.txt"])
    owner.wait_for_selector(".report")
    assert "已读取 1/2 个文件" in owner.inner_text(".report")
    assert "empty.txt" in owner.inner_text(".report")
    assert "一千只箱子" in ask(owner, "仓库").inner_text()
    assert "一千只箱子" not in ask(stranger, "仓库").inner_text()
    assert "明细" not in stranger.inner_text("#documents")
    owner.click("button[aria-label='移除明细']")
    owner.wait_for_function("!document.querySelector('#documents').innerText.includes('明细')")


def test_what_is_too_large_or_of_another_kind_is_refused_by_page_and_server(
    visit: Visit, served: tuple[str, KeywordCore], tmp_path: Path
) -> None:
    (tmp_path / "tool.exe").write_bytes(b"MZ")
    page = visit()
    page.set_input_files("input[type=file]", tmp_path / "tool.exe")
    page.wait_for_selector("#notice:has-text('tool.exe cannot be read')")
    body = b"--x\r\nContent-Disposition: form-data; name=files; filename=a.txt\r\n\r\n"
    body += b"a" * (UPLOAD_LIMIT * 2**20 + 1) + b"\r\n--x--\r\n"
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(urllib.request.Request(f"{served[0]}gradio_api/upload", body, headers), timeout=60)
    assert refused.value.code == 413


def test_files_outside_the_collection_are_not_served(served: tuple[str, KeywordCore]) -> None:
    for path in ("/etc/passwd", str(Path(__file__)), "pyproject.toml"):
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"{served[0]}gradio_api/file={path}", timeout=20)
        assert refused.value.code in (403, 404)


def test_hostile_documents_and_questions_are_only_text(visit: Visit) -> None:
    page = visit()
    question = "kept: <img src=x onerror='window.hacked = 6'> **bold** [a](javascript:window.hacked=7)"
    answer = ask(page, question)
    page.wait_for_selector("#evidence mark.cited")
    page.locator("a.cite").first.click()
    page.wait_for_timeout(300)
    assert "<script>window.hacked = 1</script>" in page.inner_text("#evidence mark.cited")
    assert "[link](javascript:window.hacked=4) kept **as it is**" in answer.inner_text()
    assert page.inner_text("[data-testid=user]") == question
    assert page.locator("#conversation img, #evidence img, a[href^=javascript]").count() == 0
    assert hacked(page) is None


def test_stop_gives_the_question_up_and_retry_asks_it_again(visit: Visit, served: tuple[str, KeywordCore]) -> None:
    _, core = served
    core.go.clear()
    page = visit()
    send(page, "wait")
    page.wait_for_selector(".pending")
    assert page.is_hidden("#send")
    page.click("#stop")
    page.wait_for_selector(f".answer:has-text('{ENGLISH.stopped}')")
    core.go.set()
    page.wait_for_selector("#send")
    page.get_by_role("button", name=ENGLISH.retry).click()
    page.wait_for_selector(".answer:has-text('The documents do not say.')")
    assert page.locator(".question").count() == 1


def test_nothing_can_be_asked_before_there_is_a_session_to_answer(
    chromium: Any, served: tuple[str, KeywordCore]
) -> None:
    context = chromium.new_context(locale="en-US")
    page = context.new_page()
    page.set_default_timeout(10_000)
    held: list[Any] = []
    page.route("**/queue/join**", lambda route: held.append(route))  # the server is slow to begin the visit
    page.goto(served[0])
    page.wait_for_selector("#question textarea")
    page.wait_for_timeout(300)
    assert held and page.locator("#question textarea").is_disabled()
    page.unroute("**/queue/join**")  # lets go on what was held
    assert "20亿元" in ask(page, "种子基金").inner_text()
    context.close()


def test_a_page_older_than_its_server_says_so_and_keeps_the_question(chromium: Any) -> None:
    first, address = serve(KeywordCore([FUND]))
    page = chromium.new_page()
    page.set_default_timeout(10_000)
    page.goto(address)
    page.wait_for_selector(".invitation")
    first.close()
    second, _ = serve(KeywordCore([FUND]), int(address.rstrip("/").rpartition(":")[2]))
    page.locator("#question textarea").fill("种子基金有多大？")
    page.keyboard.press("Enter")
    told = page.wait_for_selector(".toast-body").inner_text()
    assert ENGLISH.load_again in told and CHINESE.load_again in told
    assert page.locator("#question textarea").input_value() == "种子基金有多大？"
    page.close()
    second.close()


def test_a_question_is_asked_once_however_often_it_is_sent(visit: Visit, served: tuple[str, KeywordCore]) -> None:
    _, core = served
    core.go.clear()
    page = visit()
    page.fill("#question textarea", "wait")
    page.evaluate("""() => { const send = document.querySelector('#send'); send.click(); send.click(); }""")
    page.wait_for_selector(".pending")
    core.go.set()
    page.wait_for_selector(".answer:has-text('The documents do not say.')")
    page.wait_for_function("() => !document.querySelector('.pending')")
    assert page.locator(".question").count() == 1


def test_an_answer_is_shown_while_the_rest_of_it_is_written(visit: Visit, served: tuple[str, KeywordCore]) -> None:
    _, core = served
    core.go.clear()
    page = visit()
    send(page, "slowly")
    page.wait_for_selector(".answer:has-text('The harbour opened in 1912.') .pending")
    page.wait_for_selector("#evidence mark.cited")
    assert page.is_visible("#stop") and page.get_by_role("button", name=ENGLISH.retry).count() == 0
    core.go.set()
    page.wait_for_selector(".answer:has-text('nine piers')")
    assert page.locator(".pending").count() == 0 and page.is_visible("#send")


def test_copy_puts_the_answer_with_its_sources_on_the_clipboard(visit: Visit) -> None:
    page = visit()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, "harbour")
    page.get_by_role("button", name=ENGLISH.copy, exact=True).click()
    page.wait_for_selector(f"text={ENGLISH.copied}")
    assert page.evaluate("navigator.clipboard.readText()") == "The harbour opened in 1912. [1]\n[1] notes.txt"


def test_a_new_conversation_forgets_the_old_one_and_keeps_the_documents(visit: Visit) -> None:
    page = visit()
    ask(page, "harbour")
    page.get_by_role("button", name=ENGLISH.new_conversation).click()
    page.wait_for_selector(".invitation")
    assert page.locator("#documents li").count() == 3
    assert "Understood" not in ask(page, "piers").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_narrow_screen_shows_everything_without_scrolling_sideways(visit: Visit, scheme: str) -> None:
    page = visit(width=390, height=844, scheme=scheme)
    ask(page, "harbour")
    page.locator("a.cite").first.click()
    page.wait_for_function(
        "() => { const box = document.querySelector('mark.cited')?.getBoundingClientRect();"
        " return box && box.top > 0 && box.bottom < innerHeight; }"
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).every(value => value < 80)")
    assert dark == (scheme == "dark")


SCREENS = [(390, 844), (860, 900), (1400, 900)]
INSIDE = """(selector) => {
  const box = [...document.querySelectorAll(selector)].at(-1).getBoundingClientRect();
  return box.top >= 0 && box.bottom <= document.querySelector('#composer').getBoundingClientRect().top;
}"""


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_the_newest_question_and_its_answer_come_into_sight(visit: Visit, width: int, height: int) -> None:
    page = visit(width=width, height=height)
    for number in range(8):
        ask(page, f"harbour: {number}")
        page.wait_for_function(INSIDE, arg=".question")
        page.wait_for_function(INSIDE, arg=".answer")
    assert page.locator("#composer").bounding_box()["y"] < height - 60


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_a_question_longer_than_the_screen_is_shown_from_its_beginning(visit: Visit, width: int, height: int) -> None:
    page = visit(width=width, height=height)
    page.emulate_media(reduced_motion="reduce")  # where it is, it stays
    ask(page, "harbour")
    ask(page, "harbour: " + "how many ships? " * 500)
    page.wait_for_timeout(300)
    assert 0 <= page.locator(".question").last.bounding_box()["y"] < 80


def test_a_narrow_page_scrolls_from_the_conversation_to_documents_and_evidence_and_back(visit: Visit) -> None:
    page = visit(width=390, height=844)
    page.emulate_media(reduced_motion="reduce")  # nothing glides on while the wheel turns
    for number in range(5):
        ask(page, f"harbour: {number}")
        page.wait_for_function(INSIDE, arg=".answer")
    page.mouse.move(200, 300)
    page.mouse.wheel(0, -9000)
    page.wait_for_function("scrollY == 0")
    assert page.evaluate(INSIDE, "#heading")
    box = page.locator("#composer").bounding_box()
    assert box["y"] + box["height"] == pytest.approx(844, abs=12)  # stays at hand wherever one reads
    page.mouse.wheel(0, 9000)
    for part in ("#documents", "#evidence"):
        page.wait_for_function(
            "(part) => document.querySelector(part).getBoundingClientRect().bottom < innerHeight + 1", arg=part
        )
    talk, documents = (page.locator(part).bounding_box() for part in ("#talk", "#documents"))
    assert talk["y"] + talk["height"] <= documents["y"] + 1
    page.click(".back")
    page.wait_for_function(INSIDE, arg=".question")
