from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from corpus import Document, Passage, passages
from corpus.passages import LARGEST, weight

SENTENCE = "这座城市今年新建了三个平台，投入超过两亿元。"  # 22 characters, 66 bytes
LINES = st.sampled_from(
    [
        SENTENCE,
        SENTENCE * 12,
        SENTENCE * 40,
        "第一章 总则",
        "# Title",
        "一、概况",
        "A short line",
        "",
        "x" * 900,
        "- item",
        "```",
    ]
)
TEXTS = st.lists(LINES, max_size=25).map("\n".join) | st.text(max_size=300)


def cut(text: str, page_starts: tuple[int, ...] = ()) -> list[Passage]:
    return passages(Document.from_text(text, "a.txt", page_starts=page_starts))


def test_a_paragraph_that_fits_is_never_cut() -> None:
    text = SENTENCE * 30  # 1,980 bytes
    assert [passage.text for passage in cut(text)] == [text]


def test_a_long_paragraph_is_cut_between_sentences_into_like_parts() -> None:
    parts = cut(SENTENCE * 40)  # 2,640 bytes
    assert all(passage.text.endswith("。") for passage in parts)
    assert len(parts) == 3
    assert max(len(passage.text) for passage in parts) - min(len(passage.text) for passage in parts) <= len(SENTENCE)


def test_short_neighbours_under_one_heading_become_one_passage() -> None:
    assert [passage.text for passage in cut(f"{SENTENCE}\n\n{SENTENCE}")] == [f"{SENTENCE}\n\n{SENTENCE}"]


def test_headings_open_a_passage_and_stand_beside_it() -> None:
    text = f"# 报告\n\n{SENTENCE}\n\n## 投入\n\n{SENTENCE}\n\n### 平台\n\n{SENTENCE}\n\n## 其他\n\n{SENTENCE}"
    found = cut(text)
    assert [passage.heading for passage in found] == [
        ("报告",),
        ("报告", "投入"),
        ("报告", "投入", "平台"),
        ("报告", "其他"),
    ]
    assert found[1].text == f"## 投入\n\n{SENTENCE}"


def test_short_lines_above_running_text_are_headings() -> None:
    body = SENTENCE * 2
    found = cut(f"城市报告\n{body}\n加大投入\n今年新建三个平台\n{body}\n改善环境\n{body}")
    assert [passage.heading for passage in found] == [
        ("城市报告",),
        ("城市报告", "加大投入", "今年新建三个平台"),
        ("城市报告", "改善环境"),
    ]


def test_numbered_headings_nest_by_their_kind() -> None:
    found = cut(f"第一章 总则\n一、目的\n{SENTENCE}\n二、范围\n{SENTENCE}\n第二章 附则\n1.2 Scope\n{SENTENCE}")
    assert [passage.heading for passage in found] == [
        ("第一章 总则", "一、目的"),
        ("第一章 总则", "二、范围"),
        ("第二章 附则", "1.2 Scope"),
    ]


def test_on_pages_a_hash_is_no_heading() -> None:
    text = f"加大投入\n{SENTENCE * 2}\n# 1 in the list.\n{SENTENCE * 2}"
    assert {passage.heading for passage in cut(text, page_starts=(0,))} == {("加大投入",)}


def test_a_title_stands_above_numbered_headings() -> None:
    assert cut(f"管理办法\n第一章 总则\n{SENTENCE}")[-1].heading == ("管理办法", "第一章 总则")


def test_a_list_of_short_lines_has_no_headings() -> None:
    assert cut("苹果\n香蕉\n樱桃\n葡萄\n这些都是水果。")[0].heading == ()


def test_a_comment_in_code_is_no_heading() -> None:
    found = cut("# Guide\n\nRun this:\n\n```\n# a comment\nrun\n```\n\nDone.")
    assert [passage.heading for passage in found] == [("Guide",)]


def test_a_table_s_header_goes_along_with_every_passage_of_it() -> None:
    rows = "\n".join(f"| Port {number} | {number * 7} |" for number in range(100))
    first, *others = cut(f"# Ports\n\n| Name | Ships |\n|---|---|\n{rows}\n\nThat is all.")
    assert first.heading == ("Ports",)
    assert others
    assert {passage.heading for passage in others} == {("Ports", "Name | Ships")}


def test_no_passage_crosses_a_page() -> None:
    text = f"{SENTENCE}\n\n{SENTENCE}"
    found = cut(text, page_starts=(0, len(SENTENCE) + 2))
    assert [(passage.text, passage.page) for passage in found] == [(SENTENCE, 1), (SENTENCE, 2)]


def test_a_text_without_letters_gives_no_passages() -> None:
    assert cut(" \n\n \u3000") == []


@given(TEXTS, st.data())
def test_passages_slice_back_and_cover_every_non_blank(text: str, data: st.DataObject) -> None:
    starts = data.draw(st.sets(st.integers(1, max(1, len(text))), max_size=3))
    page_starts = (0, *sorted(starts)) if data.draw(st.booleans()) else ()
    found = cut(text, page_starts)
    assert all(text[passage.start : passage.end] == passage.text == passage.text.strip() for passage in found)
    assert "".join("".join(passage.text for passage in found).split()) == "".join(text.split())
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(weight(passage.text) <= LARGEST * 1.3 for passage in found)
