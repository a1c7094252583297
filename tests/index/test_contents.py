"""Documents, passages and their terms as arrays: what is asked of a row is what was put in."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import Document, passages
from index.contents import Contents, ContentsBuilder
from index.words import terms_of_sentences

TEXTS = st.lists(st.text("河流基金。学校 fund. River\n🙂é5%", min_size=1, max_size=60), max_size=5, unique=True)


def contents_of(texts: list[str]) -> Contents:
    builder = ContentsBuilder()
    for text in texts:
        document = Document.from_text(text, f"{text!r}.txt")
        found = passages(document)
        builder.add(document, found, [terms_of_sentences(each.text) for each in found])
    return builder.contents()


def told(contents: Contents) -> list[tuple[str, str, str]]:
    """Of each passage its source, its text and its terms."""
    found = [contents.passage(row) for row in range(len(contents.passages))]
    return [(each.source, each.text, contents.terms_of(row)) for row, each in enumerate(found)]


@settings(deadline=None)
@given(TEXTS, TEXTS, st.data())
def test_what_is_kept_and_joined_has_its_terms(first: list[str], second: list[str], data: st.DataObject) -> None:
    stays = data.draw(st.lists(st.booleans(), min_size=len(first), max_size=len(first)))
    keep = np.array(stays, dtype=np.bool_)
    found = told(Contents.merged([contents_of(first).kept(keep), contents_of(second)]))
    assert found == told(contents_of([text for text, stay in zip(first, stays, strict=True) if stay] + second))
    for _, text, terms in found:
        assert terms == "\n".join("\t".join(each) for each in terms_of_sentences(text))


def test_terms_of_a_passage_stand_sentence_by_sentence() -> None:
    contents = contents_of(["The mill was built in 1902. It grinds wheat.", "河流流过学校。"])
    assert [terms.split("\n") for _, _, terms in told(contents)] == [
        ["mill\tbuilt\t1902", "grind\twheat"],
        ["河流\t流过\t学校"],
    ]


def test_headings_go_with_the_documents_that_had_them() -> None:
    contents = contents_of(["# 河流\n\n河流很长。", "# School\n\nThe school is new.", "# Fund\n\nThe fund is large."])
    kept = contents.kept(np.array([False, False, True]))
    assert kept.headings == (("Fund",),)
    assert Contents.merged([kept, contents.kept(np.array([True, False, False]))]).headings == (("Fund",), ("河流",))
    assert {kept.passage(row).heading for row in range(len(kept.passages))} == {("Fund",)}
    assert contents.kept(np.zeros(3, np.bool_)).headings == ()
