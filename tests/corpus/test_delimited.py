"""Rows of plain text parted by tabs, wide blanks or commas."""

from __future__ import annotations

import pytest

from corpus import Document
from corpus.delimited import headers, parted
from corpus.passages import passages
from corpus.sentences import sentences
from corpus.tables import cells, header_of

STAFF = "Name,Room,Extension\nMia Jensen,B12,2200\nOle Berg,B14,2214"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (STAFF, 2),
        ("票种\t价格\n成人票\t80元\n儿童票\t40元", 2),
        ("停车时长    收费\n1小时以内   免费\n1至3小时    5元", 2),
        ("Name, Role, Phone\nMia, clerk, 2200\nOle, porter, 2214", 2),
        ("We came, we saw, we left\nYou came, you saw, you left\nThey came, they saw, they left", 0),
        ("洗发:男士38元,女士58元,儿童25元\n烫发:短发198元,中发258元,长发328元\n染发:短发168元,中发218元,长发288元", 0),
        ("Name,Room,Extension\nMia Jensen,B12,2200", 0),  # one line below another is no table yet
    ],
)
def test_lines_parted_alike_are_rows_under_the_line_that_names_the_columns(text: str, rows: int) -> None:
    lines = text.split("\n")
    assert headers(lines) == ["", *[lines[0]] * rows, *[""] * (len(lines) - 1 - rows)]


def test_the_cells_of_a_row_stand_where_they_stand_in_its_line() -> None:
    line = "Mia Jensen,,2200"
    assert [line[start:end] for start, end in parted(line, "Name,Room,Extension")] == ["Mia Jensen", "", "2200"]
    assert [heading for heading, _ in cells(line, "Name,Room,Extension")] == ["Name", "Room", "Extension"]
    assert parted("Mia Jensen,2200", "Name,Room,Extension") == []


def test_rows_as_wide_as_each_other_are_not_joined_like_wrapped_lines() -> None:
    names = ("mia", "ole", "ann")
    rows = [f"{name},Department of Works,{number},{name}@works.example" for number, name in enumerate(names)]
    text = "\n".join(["Name,Department,Number,Mail", *rows])
    assert [text[start:end] for start, end in sentences(text)] == text.split("\n")


def test_a_passage_from_the_midst_of_a_table_knows_the_names_of_its_columns() -> None:
    rows = [f"person {chr(97 + n // 26)}{chr(97 + n % 26)},Room {n},{2000 + n}" for n in range(120)]
    found = passages(Document.from_text("\n".join(["Name,Room,Extension", *rows]), "staff.txt"))
    assert len(found) > 1
    assert all(header_of(each, each.end - len(each.text.splitlines()[-1])) == "Name,Room,Extension" for each in found)
