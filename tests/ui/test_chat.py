"""A person's path through `youju chat` itself: the sample, both languages, a refusal, a PDF of one's own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.ui.asking import ask

pytestmark = pytest.mark.browser
ENTRY = "import ui; ui.main()"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    port = free_port()
    environment = {**os.environ, "YOUJU_CACHE": str(tmp_path_factory.mktemp("cache"))}
    command = [sys.executable, "-c", ENTRY, "chat", "--no-open", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as chat:
        assert chat.stdout is not None
        said = chat.stdout.readline()
        assert said.strip() == f"http://127.0.0.1:{port}/"
        yield said.strip()
        chat.terminate()


def two_page_pdf(first: str, second: str) -> bytes:
    """A PDF with one line of Latin text on each of two pages."""
    streams = [f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET" for text in (first, second)]
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
        *(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {contents} 0 R"
            " /Resources << /Font << /F1 7 0 R >> >> >>"
            for contents in (5, 6)
        ),
        *(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream" for stream in streams),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, offsets = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def test_from_the_sample_to_a_pdf_of_ones_own(chromium: Any, address: str, tmp_path: Path) -> None:
    page = chromium.new_context(locale="zh-CN").new_page()
    page.set_default_timeout(15_000)
    page.goto(address)
    page.wait_for_selector(".sample")
    page.click(".sample >> nth=0")
    page.wait_for_selector(".answer .actions")
    assert "20亿元" in page.inner_text("[data-testid=bot]")
    page.click("[data-testid=bot] a.cite >> nth=0")
    page.wait_for_selector("#evidence mark.cited")
    assert "20亿元" in page.inner_text("#evidence mark.cited")

    assert "2 billion yuan" in ask(page, "What is the size of Shenzhen's seed fund for innovation?").inner_text()
    assert "没有" in ask(page, "法国的首都是哪里?").inner_text()
    assert page.locator("[data-testid=bot]").last.locator("a.cite").count() == 0
    assert page.locator("#evidence .card").count() > 0

    pdf = two_page_pdf("The annual report of the harbour company.", "The lighthouse was painted in 1987 by Ada Berg.")
    (tmp_path / "harbour.pdf").write_bytes(pdf)
    page.set_input_files("input[type=file]", tmp_path / "harbour.pdf")
    page.wait_for_selector(".report")
    assert "1987" in ask(page, "When was the lighthouse painted?").inner_text()
    page.wait_for_selector("#evidence mark.cited:has-text('lighthouse')")
    assert "第 2 页" in page.inner_text("#evidence .place")


def test_a_port_that_is_taken_is_told_in_one_sentence(address: str) -> None:
    port = address.rstrip("/").rsplit(":", 1)[1]
    command = [sys.executable, "-c", ENTRY, "chat", "--no-open", "--port", port]
    failed = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert failed.returncode == 2
    assert failed.stderr.strip().splitlines()[-1] == (
        f"youju: Port {port} cannot be used: name another with --port, or leave --port and --host out."
    )


def test_a_port_that_is_none_is_told_in_one_sentence() -> None:
    command = [sys.executable, "-c", ENTRY, "chat", "--no-open", "--port", "99999"]
    failed = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert failed.returncode == 2
    assert "65535" in failed.stderr and "Traceback" not in failed.stderr


def test_the_page_is_sent_with_a_policy_that_keeps_the_browser_here(address: str) -> None:
    began = time.monotonic()
    with urllib.request.urlopen(address, timeout=20) as answer:
        assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert time.monotonic() - began < 5
