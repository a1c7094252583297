"""Reports written for training: both tellings hold every answer, and what is kept out is never trained on."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.words import is_chinese
from training.reports import SNIPPETS, kept_out, learnt, reports, rows

REPORT = """@@@
[zh]
河口镇有桥两座,其中新桥长320米。
[en]
Hekou has two bridges; the new one is 320 metres long.
[qa]
Q 新桥有多长? || How long is the new bridge?
A 长[320米] || 320 metres
Q 旧桥有多长? || How long is the old bridge?
A -
"""


WHETHER = REPORT + """[whether]
Q 新桥超过300米吗? || Is the new bridge longer than 300 metres?
Y 新桥长320米 || the new one is 320 metres long
Q 河口镇只有一座桥吗? || Has Hekou only one bridge?
N 有桥两座 || has two bridges
Q 新桥收费吗? || Is there a toll on the new bridge?
A -
"""


def written(folder: Path, text: str) -> Path:
    (folder / "towns.txt").write_text(text, encoding="utf-8")
    return folder


def test_every_question_is_asked_in_both_languages_about_both_texts(tmp_path: Path) -> None:
    (report,) = reports(written(tmp_path, REPORT))
    found = [(row["question"], *((each["text"], each["start"]) for each in row["answers"])) for row in rows([report])]
    assert found == [
        ("新桥有多长?", ("320米", 13)),
        ("How long is the new bridge?", ("320米", 13)),
        ("新桥有多长?", ("320 metres", 38)),
        ("How long is the new bridge?", ("320 metres", 38)),
        *[("旧桥有多长?",), ("How long is the old bridge?",)] * 2,
    ]


def test_what_asks_whether_is_answered_by_its_evidence_and_only_where_wanted(tmp_path: Path) -> None:
    (report,) = reports(written(tmp_path, WHETHER))
    assert [question.says for question in report.whether] == [True, False, None]
    assert [*rows([report], [True])] == [*rows(reports(written(tmp_path, REPORT)), [True])]
    found = [[each["text"] for each in row["answers"]] for row in rows([report], [False], whether=True)]
    assert found[::2] == [["320 metres"], [], ["the new one is 320 metres long"], ["has two bridges"], []]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        (REPORT.replace("[en]\n", ""), "has the parts"),
        (REPORT.replace("A -", "Q -"), "lines of Q and A in turn"),
        (WHETHER.replace("N 有桥", "A 有桥"), "lines of Q and Y or N in turn"),
        (REPORT.replace(" || How long is the old", " How long is the old"), "is not Chinese || English"),
        (REPORT.replace("A 长[320米]", "A 330米"), "stands 0 times"),
        (REPORT.replace("320米。", "320米,旧桥也长320米。"), "stands 2 times"),
    ],
)
def test_what_is_wrong_with_a_report_is_told(tmp_path: Path, wrong: str, told: str) -> None:
    with pytest.raises(ValueError, match=r"report towns 1.*") as raised:
        reports(written(tmp_path, wrong))
    assert told in str(raised.value)


def test_the_reports_of_the_repository_are_well_written() -> None:
    found, snippets = reports(), reports(SNIPPETS)
    assert len({report.text[True] for report in found}) == len(found) > 3000
    for report in found:
        assert any(map(is_chinese, report.text[True])) and not sum(map(is_chinese, report.text[False])) > 20
        answered = [question for question in report.asked if question.answer]
        assert len(answered) >= (3 if report in snippets else 6), report.name
        assert len(report.asked) - len(answered) >= 3, report.name
        for row in rows([report], whether=True):
            for answer in row["answers"]:
                end = answer["start"] + len(answer["text"])
                assert row["context"][answer["start"] : end] == answer["text"] != ""


def test_every_eighth_report_of_a_file_is_kept_out(tmp_path: Path) -> None:
    folder = written(tmp_path, REPORT * 17)
    assert [report.number for report in kept_out(folder)] == [8, 16]
    assert [report.number for report in learnt(folder)] == [*range(1, 8), *range(9, 16), 17]
