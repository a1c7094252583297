"""Short reports written for training, each told in Chinese and in English, and questions about them in both.

They were written for this repository by language models, about what is made up; nothing in them is taken from a text of
others. Those of one folder are reports as of newspapers, offices and encyclopaedias; those of the other are papers that
people have at home and at work, asked about in other words than theirs; those of the third snippets of one to three
sentences. Every eighth of a file is kept out of training, to measure with and to fit choosing and refusals on.

A file holds reports, each begun by a line `@@@`, with the parts [zh], [en] and [qa]. A question is two lines,
`Q 中文 || English` and `A 中文 || English`, the second `A -` where the report does not tell. An answer stands once in
its text, or is given in square brackets within what does. A fourth part, [whether], may hold yes-or-no questions; the
line behind one is `Y` or `N` and the evidence for a yes or a no, or `A -`.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from corpus import Document
from corpus.headings import title_of

REPORTS = Path(__file__).parent / "data" / "reports"
PAPERS = REPORTS.with_name("papers")
SNIPPETS = REPORTS.with_name("snippets")
KEPT_OUT = 8  # one report in so many
TOGETHER = 6  # reports in a collection
BOTH = (True, False)  # whether Chinese
_PARTS = ("zh", "en", "qa", "whether")
_PART = re.compile(rf"^\[({'|'.join(_PARTS)})\]\s*$", re.MULTILINE)
_UNTOLD = "A -"
_WITHIN = re.compile(r"(.*?)\[(.+)\](.*)")


@dataclass(frozen=True, slots=True)
class ReportQuestion:
    """`question` and `answer` by whether they are Chinese; an answer is its half-open place in the report's text.

    `says` is what the evidence says, yes or no, to a question that asks whether.
    """

    question: dict[bool, str]
    answer: dict[bool, tuple[int, int]] | None
    says: bool | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """`text` by whether it is Chinese; `number` is its place in its file, counting from 1.

    `whether` are its yes-or-no questions, `asked` the others.
    """

    name: str
    number: int
    text: dict[bool, str]
    asked: tuple[ReportQuestion, ...]
    whether: tuple[ReportQuestion, ...] = ()

    def row(self, question: ReportQuestion, asked_in_chinese: bool, chinese: bool) -> dict[str, Any]:
        """The row of a question set: asked in one language about the text in one."""
        text = self.text[chinese]
        places = [question.answer[chinese]] if question.answer else []
        answers = [{"text": text[start:end], "start": start} for start, end in places]
        return {"context": text, "question": question.question[asked_in_chinese], "answers": answers}

    def rows(self, question: ReportQuestion, told: Sequence[bool]) -> Iterator[dict[str, Any]]:
        """Those of a question, about the text in each of the languages, asked in both."""
        return (self.row(question, asked_in_chinese, chinese) for chinese in told for asked_in_chinese in BOTH)


def reports(*folders: Path) -> list[Report]:
    """All reports of some folders, else of all three, by file and place.

    Raises:
        ValueError: a report is not written as it has to be; the message names it and what is wrong.
    """
    found = []
    for path in sorted(path for folder in folders or (REPORTS, PAPERS, SNIPPETS) for path in folder.glob("*.txt")):
        blocks = [each for each in path.read_text(encoding="utf-8").split("@@@\n") if each.strip()]
        found += [_report(path.stem, number, block) for number, block in enumerate(blocks, start=1)]
    return found


def learnt(*folders: Path) -> list[Report]:
    """Those to train on."""
    return [each for each in reports(*folders) if each.number % KEPT_OUT]


def kept_out(*folders: Path) -> list[Report]:
    """Those to measure with."""
    return [each for each in reports(*folders) if each.number % KEPT_OUT == 0]


def rows(chosen: Sequence[Report], told: Sequence[bool] = BOTH, whether: bool = False) -> Iterator[dict[str, Any]]:
    """Every question about the text as `told`, in Chinese or not, each time asked in Chinese and then in English.

    Those that ask `whether` only where they are wanted; what the evidence `says` stands in their rows.
    """
    for report in chosen:
        for question in report.asked:
            yield from report.rows(question, told)
        for question in report.whether if whether else ():
            yield from ({**row, "says": question.says} for row in report.rows(question, told))


def collections(
    chosen: Sequence[Report], seed: int = 5, whether: bool = False
) -> Iterator[tuple[list[Document], list[dict[str, Any]]]]:
    """Some reports at a time, told in one language, and the rows of their questions in both."""
    shuffled = random.Random(seed).sample(chosen, len(chosen))
    for place, chinese in product(range(0, len(shuffled), TOGETHER), BOTH):
        group = shuffled[place : place + TOGETHER]
        yield documents_of([report.text[chinese] for report in group]), list(rows(group, [chinese], whether))


def documents_of(texts: Sequence[str], titled: bool = True) -> list[Document]:
    """Each text as a file of its own is read, named 0.txt and on; or as one that has no title."""
    return [Document.from_text(text, f"{n}.txt", title_of(text) if titled else "") for n, text in enumerate(texts)]


def _report(file: str, number: int, block: str) -> Report:
    name = f"{file} {number}"
    cut = _PART.split(block)
    parts = dict(zip(cut[1::2], (each.strip() for each in cut[2::2]), strict=True))
    if parts.keys() not in ({*_PARTS}, {*_PARTS[:3]}):
        raise ValueError(f"The report {name} has the parts {sorted(parts)}; write [zh], [en] and [qa], each once.")
    text = {True: parts["zh"], False: parts["en"]}
    asked = _questions(name, parts["qa"], "A", text)
    whether = _questions(name, parts.get("whether", ""), "YN", text)
    return Report(name, number, text, tuple(asked), tuple(whether))


def _questions(name: str, part: str, marks: str, text: Mapping[bool, str]) -> Iterator[ReportQuestion]:
    """The questions of a part, in which an answer is marked with one of `marks`."""
    lines = [line.strip() for line in part.splitlines() if line.strip()]
    for place, line in enumerate(lines):
        wanted = f"[{marks}] .|{_UNTOLD}$" if place % 2 else "Q ."
        if not re.match(wanted, line) or len(lines) % 2:
            raise ValueError(f"The questions of the report {name} are not lines of Q and {' or '.join(marks)} in turn.")
    for asked, answered in zip(lines[::2], lines[1::2], strict=True):
        yield _question(name, asked, answered, text)


def _question(name: str, asked: str, answered: str, text: Mapping[bool, str]) -> ReportQuestion:
    question = dict(zip(BOTH, _in_both(name, asked), strict=True))
    if answered == _UNTOLD:
        return ReportQuestion(question, None)
    answers = zip(BOTH, _in_both(name, answered), strict=True)
    places = {chinese: _place(name, answer, text[chinese]) for chinese, answer in answers}
    return ReportQuestion(question, places, {"Y": True, "N": False}.get(answered[0]))


def _in_both(name: str, line: str) -> list[str]:
    parts = [each.strip() for each in line[2:].split(" || ")]
    if len(parts) != len(BOTH):
        raise ValueError(f"In the report {name} the line {line!r} is not Chinese || English.")
    return parts


def _place(name: str, answer: str, text: str) -> tuple[int, int]:
    within = _WITHIN.fullmatch(answer)
    before, bare, after = within.groups() if within else ("", answer, "")
    whole = f"{before}{bare}{after}"
    if (times := text.count(whole)) != 1:
        raise ValueError(f"In the report {name} the answer {whole!r} stands {times} times; give what is around it too.")
    start = text.index(whole) + len(before)
    return start, start + len(bare)
