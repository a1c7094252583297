from io import BytesIO

import docx
import pytest

from corpus import YoujuError
from corpus.readers import SUFFIXES, Text, reader_for
from tests.corpus.pdfs import pdf


def read(suffix: str, data: bytes | str) -> Text:
    return reader_for(suffix)(data.encode() if isinstance(data, str) else data)


def word(*blocks: tuple[str, str] | list[list[str]]) -> bytes:
    """A DOCX of (style, text) paragraphs and tables."""
    document = docx.Document()
    for block in blocks:
        if isinstance(block, tuple):
            document.add_paragraph(block[1], style=block[0])
            continue
        table = document.add_table(rows=len(block), cols=len(block[0]))
        for row, cells in zip(table.rows, block, strict=True):
            for cell, text in zip(row.cells, cells, strict=True):
                cell.text = text
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_every_suffix_has_a_reader() -> None:
    assert all(callable(reader_for(suffix)) for suffix in SUFFIXES)


def test_markdown_stays_the_decoded_file() -> None:
    text = "Intro\n\n## *Ports* ##\n\nText."
    assert read(".md", text) == Text(text, title="*Ports*", encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("```sh\n# install\nmake\n```\n\n# 安装指南\n", "安装指南"),
        ("~~~\n# one\n```\n# two\n~~~\nReal title\n===\n", "Real title"),
        ("---\n\n# Real title\n\ntitle: wrong\n\n---\n", "Real title"),
        ("---\nWe met.\ntitle: wrong\n---\n## 会议\n", "会议"),
        ("---\ndate: 2024\ntags:\n- a\ntitle: '港口: 报告'\n---\n# Other\n", "港口: 报告"),
        ("---\n# by hand\nlayout: page\n---\n# Port\n", "Port"),
    ],
)
def test_the_title_of_markdown_is_the_one_it_states_or_its_first_heading(text: str, title: str) -> None:
    assert read(".md", text) == Text(text, title=title, encoding="utf-8")


def test_a_text_is_titled_by_the_heading_it_opens_with() -> None:
    assert read(".txt", "城市报告\n这座城市今年新建了三个平台。").title == "城市报告"
    assert read(".txt", "这座城市今年新建了三个平台。\n很好。").title == ""


def test_a_file_without_a_suffix_is_read_if_it_is_text() -> None:
    assert read("", "12:00 started").text == "12:00 started"
    with pytest.raises(YoujuError, match="binary"):
        read("", b"\x00\x01\x02\x03" * 50)


def test_another_suffix_is_refused_with_the_known_ones() -> None:
    with pytest.raises(YoujuError, match=r"type \.xlsx are not read, only .*\.csv"):
        read(".xlsx", b"PK")


class TestPdf:
    def test_pages_lines_and_hyphens(self) -> None:
        found = read(
            ".pdf",
            pdf(
                [
                    [
                        "Harbour",
                        "The port took in twelve ships on the day after the con-",
                        "tainers had come; a state-of-the-art crane moved state-of-",
                        "the-art goods all through the night and into the morning.",
                    ],
                    ["Outlook", "Growth is expected to go on in the years after this one."],
                ],
                title="Port report",
            ),
        )
        assert found.text.split("\n") == [
            "Harbour",
            "The port took in twelve ships on the day after the containers had come; a state-of-the-art crane moved"
            " state-of-the-art goods all through the night and into the morning.",
            "",
            "Outlook",
            "Growth is expected to go on in the years after this one.",
            "",
            "",
        ]
        assert found.text[found.page_starts[1] :].startswith("Outlook")
        assert found.title == "Port report"

    def test_chinese_lines_are_joined_without_blanks(self) -> None:
        lines = [
            "港口报告",
            "港口今年接待了十二艘远洋轮船并且还计划在明年",
            "继续扩建码头以便让更多的轮船能够在这里停靠和",
            "装卸货物。",
        ]
        assert read(".pdf", pdf([lines])).text == f"{lines[0]}\n{''.join(lines[1:])}\n\n"

    def test_page_numbers_go_and_a_running_head_is_kept_once(self) -> None:
        text = read(
            ".pdf", pdf([["Annual report", f"Fact {'abc'[number]}.", f"Page {number + 1}"] for number in range(3)])
        ).text
        assert text.split() == ["Annual", "report", "Fact", "a.", "Fact", "b.", "Fact", "c."]

    def test_a_number_that_ends_a_page_is_not_its_number(self) -> None:
        assert read(".pdf", pdf([["Ships", "12"], ["Cranes", "35"]])).text.split() == ["Ships", "12", "Cranes", "35"]

    def test_a_scan_is_said_to_be_one(self) -> None:
        with pytest.raises(YoujuError, match="scan"):
            read(".pdf", pdf([[], []]))

    def test_empty_pages_are_told(self) -> None:
        assert read(".pdf", pdf([["Text."], []])).remark == "Pages without text (blank or scanned): 2."

    def test_a_password_is_said_to_be_needed(self) -> None:
        locked = b"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (
            b"ab" * 32,
            b"cd" * 32,
        )
        with pytest.raises(YoujuError, match="password"):
            read(".pdf", pdf([["secret"]], trailer=locked))

    def test_a_damaged_file_is_refused(self) -> None:
        with pytest.raises(YoujuError, match="damaged"):
            read(".pdf", b"%PDF-1.4 and nothing more")


class TestWord:
    def test_headings_lists_and_tables_keep_their_place(self) -> None:
        found = read(
            ".docx",
            word(
                ("Title", "年度报告"),
                ("Heading 1", "一、概况"),
                ("Normal", "营业收入增长8%。"),
                [["指标", "数值"], ["产值", "120"], ["企业", ""]],
                ("List Bullet", "第一项"),
            ),
        )
        assert found.text.split("\n\n") == [
            "# 年度报告",
            "## 一、概况",
            "营业收入增长8%。",
            "指标: 产值; 数值: 120",
            "指标: 企业",
            "- 第一项",
        ]
        assert found.title == "年度报告"

    def test_merged_cells_are_said_again(self) -> None:
        document = docx.Document()
        table = document.add_table(rows=4, cols=3)
        for row, texts in zip(table.rows, ["产值表", "城市 年份 产值", "甲市 2022 15", " 2023 18"], strict=True):
            for cell, text in zip(row.cells, texts.split(" "), strict=False):
                cell.text = text
        table.cell(0, 0).merge(table.cell(0, 2))
        table.cell(2, 0).merge(table.cell(3, 0))
        stream = BytesIO()
        document.save(stream)
        assert read(".docx", stream.getvalue()).text.split("\n\n") == [
            "产值表",
            "城市: 甲市; 年份: 2022; 产值: 15",
            "城市: 甲市; 年份: 2023; 产值: 18",
        ]

    def test_a_damaged_file_is_refused(self) -> None:
        with pytest.raises(YoujuError, match="damaged"):
            read(".docx", b"PK\x03\x04 and nothing more")


class TestWeb:
    def test_structure_is_kept_and_furniture_is_not(self) -> None:
        found = read(
            ".html",
            "<title>Report - Site</title><nav><a href=/>Home</a></nav><script>alert(1)</script><style>p{}</style>"
            "<h1>Harbour</h1><p>Twelve <b>ships</b> came&nbsp;in.<br>All left.</p><ul><li>one<li>two</ul>"
            "<table><tr><th>Ship<th>Tons<tr><td>Anna<td>120</table><p hidden>secret</p><footer>(c)</footer>",
        )
        assert found.text.split("\n\n") == [
            "# Harbour",
            "Twelve ships came in.\nAll left.",
            "- one",
            "- two",
            "Ship: Anna; Tons: 120",
        ]
        assert found.title == "Harbour"

    def test_cells_that_take_several_rows_and_columns_are_said_again(self) -> None:
        html = (
            "<table><tr><th>City<th colspan=2>Ships<tr><td rowspan=2>Anna<td>in<td>12<tr><td>out<td>15"
            "<tr><td>Bert<td rowspan=99999999>in<td>9</table>"
        )
        assert read(".html", html).text.split("\n\n") == [
            "City: Anna; Ships: in; Ships: 12",
            "City: Anna; Ships: out; Ships: 15",
            "City: Bert; Ships: in; Ships: 9",
        ]

    def test_code_is_fenced_so_that_its_comments_are_no_headings(self) -> None:
        assert read(".html", "<h1>Use</h1><pre># a comment\n  run</pre>").text == "# Use\n\n```\n# a comment\nrun\n```"

    def test_a_menu_goes_but_a_list_of_sources_in_the_main_part_stays(self) -> None:
        links = "".join(f"<li><a href=#>{name}</a></li>" for name in ("One", "Two", "Three", "Four"))
        assert read(".html", f"<ul>{links}</ul><p>Text.").text == "Text."
        assert "Four" in read(".html", f"<main><p>Text.</p><ul>{links}</ul></main>").text

    def test_line_breaks_of_the_source_leave_no_blanks_in_chinese(self) -> None:
        assert read(".html", "<p>港口今年\n  扩建了。\nIt grew\nfast.").text == "港口今年扩建了。 It grew fast."

    def test_a_declared_encoding_does_not_overrule_the_bytes(self) -> None:
        html = '<meta charset="iso-8859-1"><p>港口今年扩建了。'
        assert read(".html", html).text == "港口今年扩建了。"

    @pytest.mark.parametrize("section", ["<![foo bar]>", "<![ 5 >", "<![if IE]>", "<!>"])
    def test_a_declaration_that_nobody_knows_is_passed_over(self, section: str) -> None:
        assert read(".html", f"<p>港口今年扩建了。</p>{section}<p>It grew.").text == "港口今年扩建了。\n\nIt grew."

    @pytest.mark.parametrize("declared", ["undefined", "idna", "rot13", "none-such"])
    def test_a_declared_encoding_that_is_none_is_not_believed(self, declared: str) -> None:
        html = f"<meta charset={declared}><p>港口今年扩建了。".encode("gb18030")
        assert read(".html", html) == Text("港口今年扩建了。", encoding="gb18030")

    def test_what_never_closes_does_not_hang(self) -> None:
        assert read(".html", "<div><b>x" * 5000).text.count("x") == 5000


class TestTable:
    @pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
    def test_every_row_repeats_the_header(self, delimiter: str) -> None:
        rows = [["城市", "人口(万)"], ["甲市", '"1,768"'], ["乙市", "2189"]]
        data = "\r\n".join(delimiter.join(row) for row in rows).encode("gb18030")
        assert read(".csv", data) == Text(
            "城市: 甲市; 人口(万): 1,768\n\n城市: 乙市; 人口(万): 2189", encoding="gb18030"
        )

    def test_rows_without_a_header_are_their_values(self) -> None:
        assert read(".tsv", "2020\t15\n2021\t18\n").text == "2020; 15\n\n2021; 18"

    def test_the_same_value_twice_is_two_values(self) -> None:
        assert read(".csv", "1,2,2\n3,3,4\n5,5,5\n").text == "1; 2; 2\n\n3; 3; 4\n\n5; 5; 5"

    def test_a_cell_over_all_columns_is_said_once(self) -> None:
        html = "<table><tr><td>1<td>12<td>甲市<tr><td colspan=3>合计另计<tr><td>2<td>12<td>12</table>"
        assert read(".html", html).text == "1; 12; 甲市\n\n合计另计\n\n2; 12; 12"

    @pytest.mark.parametrize("mark", ["\u2028", "\x85", "\v", "\f"])
    def test_only_a_newline_ends_a_row(self, mark: str) -> None:
        text = f"城市;备注\n甲市;first{mark}second\n乙市;x\n"
        assert read(".csv", text).text == "城市: 甲市; 备注: first second\n\n城市: 乙市; 备注: x"
