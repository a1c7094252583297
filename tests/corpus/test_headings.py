"""Headings of a text, and its title."""

from __future__ import annotations

from corpus.headings import title_of


def test_a_first_line_in_capitals_is_a_title() -> None:
    assert title_of("KESTREL CLIMBING: TERMS\nThey bind all members.\n\nMembers may come.") == "KESTREL CLIMBING: TERMS"
    assert title_of("ASH CLINIC\nFor patients: your visit\n\nCome early.") == "ASH CLINIC: For patients: your visit"
    assert title_of("NATO said on Monday that it would meet.\nIt did.") == ""
    assert title_of("He said YES.\nIt did.") == ""
