"""HTML: headings, paragraphs, lists and tables in order; scripts, menus and page furniture left out."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser

from corpus.encoding import decode
from corpus.lines import CHINESE, columns
from corpus.readers import Text
from corpus.readers.rows import Cell, expanded, rendered

_UNREAD = frozenset(
    ["script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "button", "textarea"]
)
_FURNITURE = frozenset(["nav", "aside", "footer"])
_FURNITURE_ROLES = frozenset(["navigation", "search", "contentinfo", "complementary", "menu", "menubar"])
_INLINE = frozenset([
    "a", "abbr", "b", "bdi", "bdo", "big", "br", "cite", "code", "del", "dfn", "em", "font", "i", "ins", "kbd", "label",
    "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var",
    "wbr", "img", "input", "link", "meta",
])
_VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"])
_HEADING = re.compile(r"h([1-6])$")
_BLANKS = re.compile(r"[ \t\n\r\f\u00a0\u200b]+")
_SOURCE_BREAK = re.compile(f"(?<=[{CHINESE}])[ \t]*\n\\s*(?=[{CHINESE}])")
_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)")

_LEFT_OUT = ""  # stands in the counts for every tag whose text is left out
_DEEPEST = 200  # tags inside each other; a page nested deeper is read, but not slowed down by it
_MENU_LENGTH = 4  # so many short links in a row, outside the main part, are a menu
_MENU_COLUMNS = 30
_MAIN_SHARE = 0.6


@dataclass(slots=True)
class _Block:
    text: str
    mark: str = ""  # "# ", "- "
    linked: int = 0  # characters of it inside links
    in_main: bool = False

    @property
    def is_link(self) -> bool:
        return self.linked >= 0.9 * len(self.text) and columns(self.text) <= _MENU_COLUMNS


def read(data: bytes) -> Text:
    html, encoding = _decoded(data)
    page = _Page()
    page.feed(html)
    page.close()
    page.flush()
    blocks = _main_part(_without_menus(page.blocks))
    first = next((block.text for block in blocks if block.mark.startswith("#")), "")
    text = "\n\n".join(block.mark + block.text for block in blocks)
    return Text(text, title=first or _BLANKS.sub(" ", page.title).strip(), encoding=encoding)


def _decoded(data: bytes) -> tuple[str, str]:
    """The declared encoding counts only where the bytes themselves leave doubt: declarations are often wrong."""
    text, encoding = decode(data)
    declared = _CHARSET.search(data[:2048])
    if declared and encoding not in ("utf-8", "utf-16-le", "utf-16-be"):
        try:
            return data.decode(declared[1].decode()), declared[1].decode().lower()
        except (LookupError, UnicodeError):
            return text, encoding
    return text, encoding


class _Page(HTMLParser):
    """Collects blocks of text; a tag left open is closed by the next one that closes around it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[_Block] = []
        self.title = ""
        self._open: list[tuple[str, bool]] = []  # tag, and whether what it holds is left out
        self._count: Counter[str] = Counter()  # how often each tag is open, and how many leave out what they hold
        self._words: list[str] = []
        self._linked = 0
        self._tables: list[list[list[Cell]]] = []

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """What begins with <![ and is none of the known sections is passed over, as browsers do."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._words.append("\v")
        if tag not in _INLINE:
            self.flush()
        if tag == "table":
            self._tables.append([])
        elif tag == "tr" and self._tables:
            self._tables[-1].append([])
        elif tag in ("td", "th") and self._tables:
            self._tables[-1] = self._tables[-1] or [[]]
            self._tables[-1][-1].append(Cell("", _span(attributes, "colspan"), _span(attributes, "rowspan")))
        if tag not in _VOID and len(self._open) < _DEEPEST:
            left_out = _is_left_out(tag, dict(attributes))
            self._open.append((tag, left_out))
            self._count[tag] += 1
            self._count[_LEFT_OUT] += left_out

    def handle_endtag(self, tag: str) -> None:
        if tag not in _INLINE:
            self.flush()
        while self._count[tag]:
            name, left_out = self._open.pop()
            self._count[name] -= 1
            self._count[_LEFT_OUT] -= left_out
            if name == tag:
                break
        if tag == "table" and self._tables:
            self._close_table()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1][0] == "title" and not self._is_open("body"):
            self.title += data
        elif not self._count[_LEFT_OUT]:
            self._words.append(data.replace("\n", "\v") if self._is_open("pre") else data)
            self._linked += len(data.strip()) if self._is_open("a") else 0

    def flush(self) -> None:
        """End the block of text being collected."""
        text = _SOURCE_BREAK.sub("", "".join(self._words))
        text = "\n".join(filter(None, (_BLANKS.sub(" ", line).strip() for line in text.split("\v"))))
        linked, self._words, self._linked = self._linked, [], 0
        if not text:
            return
        if self._tables and self._tables[-1] and self._tables[-1][-1]:
            self._add_to_cell(text)
        else:
            in_main = self._is_open("main") or self._is_open("article")
            if self._is_open("pre"):
                text = f"```\n{text}\n```"
            self.blocks.append(_Block(text, self._mark(), linked, in_main))

    def _mark(self) -> str:
        for tag, _ in reversed(self._open):
            heading = _HEADING.match(tag)
            if heading:
                return "#" * int(heading[1]) + " "
            if tag == "li":
                return "- "
        return ""

    def _close_table(self) -> None:
        rows = self._tables.pop()
        text = rendered(expanded(rows))
        if text and self._tables and self._tables[-1] and self._tables[-1][-1]:
            self._add_to_cell(text)
        elif text:
            self.blocks.append(_Block(text, in_main=self._is_open("main") or self._is_open("article")))

    def _add_to_cell(self, text: str) -> None:
        cells = self._tables[-1][-1]
        cells[-1] = cells[-1]._replace(text=f"{cells[-1].text} {text}".strip())

    def _is_open(self, tag: str) -> bool:
        return self._count[tag] > 0


def _is_left_out(tag: str, attributes: dict[str, str | None]) -> bool:
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return (
        tag in _UNREAD
        or tag in _FURNITURE
        or (attributes.get("role") or "") in _FURNITURE_ROLES
        or "hidden" in attributes
        or "display:none" in style
    )


def _span(attributes: list[tuple[str, str | None]], name: str) -> int:
    value = dict(attributes).get(name) or ""
    return max(int(value), 1) if value.isdecimal() else 1


def _without_menus(blocks: list[_Block]) -> list[_Block]:
    kept: list[_Block] = []
    run: list[_Block] = []
    for block in [*blocks, _Block("", in_main=True)]:
        if block.is_link and not block.in_main:
            run.append(block)
            continue
        kept += run if len(run) < _MENU_LENGTH else []
        run = []
        kept.append(block)
    return kept[:-1]


def _main_part(blocks: list[_Block]) -> list[_Block]:
    """What stands in the page's main part and its first-level headings, if that is most of the page."""
    size = sum(len(block.text) for block in blocks)
    main = sum(len(block.text) for block in blocks if block.in_main)
    if main < _MAIN_SHARE * size or not main:
        return blocks
    return [block for block in blocks if block.in_main or block.mark == "# "]
