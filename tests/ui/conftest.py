"""The page served from this process, and a browser to look at it with."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

import ui
from corpus import Document
from tests.ui.keyword_core import KeywordCore

FUND = Document.from_text(
    "# 简报\n\n深圳设立了种子基金，规模为20亿元。基金投早投小。\n\n## 人才\n\n高层次人才有2.6万人。\n",
    "简报.md",
    "简报",
)
NOTES = Document.from_text("The harbour opened in 1912. It has nine piers.\n", "notes.txt", "notes")
HOSTILE = Document.from_text(
    "<script>window.hacked = 1</script><img src=x onerror='window.hacked = 2'> ${window.hacked = 3} "
    "{{value}} @children [link](javascript:window.hacked=4) kept **as it is**.\n",
    "<b onmouseover=alert(1)>.txt",
    "<img src=x onerror='window.hacked = 5'>",
)


@pytest.fixture
def core() -> KeywordCore:
    return KeywordCore([FUND, NOTES, HOSTILE])


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Debian's Chromium, Chrome, or the one Playwright brought; without any, the tests are skipped."""
    playwright = pytest.importorskip("playwright.sync_api")
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
    with playwright.sync_playwright() as driver:
        try:
            browser = driver.chromium.launch(executable_path=path, args=arguments)
        except playwright.Error as error:
            pytest.skip(f"no browser to test the page with: {str(error).splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def served() -> Iterator[tuple[str, KeywordCore]]:
    """The page's address and the assistant that all its visitors start from."""
    ui.prepare_gradio()
    core = KeywordCore([FUND, NOTES, HOSTILE])
    blocks, address = serve(core)
    yield address, core
    blocks.close()


def serve(core: KeywordCore, port: int | None = None) -> tuple[Any, str]:
    """The page over an assistant, to be closed, and its address."""
    blocks = ui.page((core, core.documents), KeywordCore)
    return blocks, ui.launch(blocks, "127.0.0.1", port, open_browser=False, block=False)


@pytest.fixture
def visit(chromium: Any, served: tuple[str, KeywordCore]) -> Iterator[Any]:
    """A function that opens the page as a new visitor; what the page fetched elsewhere fails the test."""
    contexts: list[Any] = []
    elsewhere: list[str] = []
    address, _ = served

    def open_page(locale: str = "en-US", width: int = 1280, height: int = 800, scheme: str = "light") -> Any:
        context = chromium.new_context(
            locale=locale, viewport={"width": width, "height": height}, color_scheme=scheme, accept_downloads=False
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.on("request", lambda request: elsewhere.append(request.url) if _outside(request.url, address) else None)
        page.goto(address)
        page.wait_for_selector(".invitation")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert elsewhere == []


def _outside(url: str, address: str) -> bool:
    return not url.startswith((address, "data:", "blob:"))
