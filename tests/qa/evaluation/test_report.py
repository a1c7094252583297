"""The report: self-contained, escaped, in either language, its filters working in a real browser."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from corpus import Document, Language
from qa.evaluation.gold import Collection
from qa.evaluation.report import write_report
from qa.evaluation.report.page import report_html
from qa.evaluation.results import Evaluation
from qa.evaluation.scoring import judge
from qa.evaluation.types import Question
from tests.qa.evaluation.examples import AGE, CHINESE, DOCUMENTS, RUNNER, SIZE, place, predicted

HOSTILE = '<script>document.title="taken"</script><img src=x onerror="document.title=1">'
EVIL = Document.from_text(f"He said {HOSTILE} and left.", "<b>evil</b>.txt")
COLLECTION = Collection.of([*DOCUMENTS, EVIL])
ASKED = Question("evil", f"Who? {HOSTILE}", (HOSTILE,), (), Language.ENGLISH)
EVALUATION = Evaluation.of(
    [
        judge(SIZE, predicted(SIZE, "20亿元", place(CHINESE, "规模为20亿元。")), COLLECTION),
        judge(RUNNER, predicted(RUNNER, ""), COLLECTION),
        judge(AGE, predicted(AGE, ""), COLLECTION),
        judge(ASKED, predicted(ASKED, HOSTILE, place(EVIL, HOSTILE)), COLLECTION),
    ]
)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_holds_every_question_and_nothing_from_outside(language: str) -> None:
    page = report_html(EVALUATION, [*DOCUMENTS, EVIL], language)
    assert page.count('class="case"') == 4
    assert page.count("<svg") == 3
    assert not re.search(r'(?:src|href)="', page)
    assert "<img" not in page
    assert page.count("<script>") == 1


def test_the_citation_is_highlighted_where_it_stands() -> None:
    page = report_html(EVALUATION, [*DOCUMENTS, EVIL], "en")
    assert "基金很新。<mark>规模为20亿元。</mark>由李军管理。" in page


def test_the_language_is_that_of_most_questions() -> None:
    page = report_html(EVALUATION, DOCUMENTS)
    assert '<html lang="en">' in page
    chinese = replace(EVALUATION, cases=EVALUATION.cases[:1])
    assert '<html lang="zh-CN">' in report_html(chinese, DOCUMENTS)


def test_no_english_is_left_in_a_chinese_page_but_names_of_measures() -> None:
    page = report_html(EVALUATION, DOCUMENTS, "zh")
    shown = re.sub(r"<(script|style)>.*?</\1>|<section id=\"cases\">.*</section>|<[^>]*>", " ", page, flags=re.DOTALL)
    known = {"F", "EM", "CMRC", "AUC", "ECE", "Brier", "MRR", "nDCG", "zh", "en", "html", "doctype"}
    assert set(re.findall(r"[A-Za-z]+", shown)) <= known


@pytest.mark.browser
def test_filters_and_hostile_text_in_a_browser(tmp_path: Path) -> None:
    browsers = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no Chromium on this machine")
    path = tmp_path / "report.html"
    write_report(path, EVALUATION, [*DOCUMENTS, EVIL], "en")
    with browsers.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.goto(path.as_uri())
        page.select_option("[data-filter=outcome]", "not_retrieved")
        assert page.locator("#shown").inner_text() == "1"
        assert page.locator(".case:visible .asked").all_inner_texts() == [RUNNER.text]
        page.select_option("[data-filter=outcome]", "")
        page.fill("#search", "left.")
        assert page.locator(".case:visible .asked").all_inner_texts() == [ASKED.text]
        assert page.title() == "How good the answers are"
        browser.close()
