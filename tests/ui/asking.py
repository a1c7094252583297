"""How a visitor asks on the page."""

from __future__ import annotations

from typing import Any


def send(page: Any, question: str) -> None:
    """Type a question and send it."""
    page.fill("#question textarea", question)
    page.keyboard.press("Enter")


def ask(page: Any, question: str) -> Any:
    """Ask, wait, and give the last answer's element."""
    before = page.locator(".answer .actions").count()
    send(page, question)
    page.wait_for_function(f"document.querySelectorAll('.answer .actions').length > {before}")
    return page.locator("[data-testid=bot]").last
