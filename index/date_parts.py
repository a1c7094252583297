"""Parts of a year, a decade or a month beside it: 2026年第三季度, the first half of 2024, early May, 20世纪90年代末."""

from __future__ import annotations

import re

_OF_CHINESE = {
    "上半年": "h1", "下半年": "h2", "上旬": "early", "中旬": "mid", "下旬": "late",
    "春": "spring", "夏": "summer", "秋": "autumn", "冬": "winter",
}  # fmt: skip
_OF_ENGLISH = {
    "1": "1", "2": "2", "3": "3", "4": "4", "first": "1", "second": "2", "third": "3", "fourth": "4",
    "last": "", "final": "", "beginning": "early", "start": "early", "middle": "mid", "fall": "autumn",
}  # fmt: skip
_SEASON = "spring|summer|autumn|fall|winter"
_QUARTER = r"(?:第?(?P<quarter>[一二三四1-4])季度|(?P<most>前[三3]季度)|(?P<half>[上下]半年))"
_QUARTER_BEHIND = re.compile(rf"\s?{_QUARTER}|,?\s?(?P<short>[qh][1-4])(?![a-z\d])")
_OF_YEAR_BEHIND = re.compile(
    r"年?(?:(?P<early>初(?![中级次步期始创夏秋冬春]))|(?P<end>底(?![层部线座下]))|(?P<late>末(?![端期尾]))"
    r"|(?P<season>[春夏秋冬])[季天]|(?P<mid>(?<=年)年中(?![国央东心间])))"
)
_OF_MONTH_BEHIND = re.compile(
    r"(?P<ten>[上中下]旬)|(?P<early>初(?![一二三四五六七八九十]))|(?P<end>底)|(?P<late>末(?![端期]))"
)
_OF_DECADE_BEHIND = re.compile(r"(?P<early>初期?|早期)|(?P<mid>中期|中叶?)|(?P<late>末期?|后期|晚期|底)")
_QUARTER_AHEAD = re.compile(
    r"(?:\bthe )?\b(?:(?P<nth>first|second|third|fourth|last|final)[ -](?P<of>quarter|half)"
    r"|(?P<most>first three quarters)|(?P<short>[qh][1-4])|(?P<digit>[1-4])q)(?: of|,)? (?:the year )?$"
)
_AHEAD = re.compile(
    r"(?:\bthe )?\b(?:(?P<early>early|late|mid)(?:[ -]| in )|(?P<edge>beginning|start|middle|end) of (?:the )?"
    rf"|(?P<season>{_SEASON}) (?:of )?)$"
)
_ALONE = re.compile(
    rf"{_QUARTER}|(?:the )?\b(?:(?P<nth>first|second|third|fourth|last|final) (?P<of>quarter|half)"
    r"|(?P<all>first three quarters)|(?P<edge>beginning|start|middle|end)) of the year(?![a-z]| \d)"
    # Of this year or of any: 年底, 今年年初, not 去年底.
    r"|(?<![去明前后上次少青老成童两半每历一二三四五六七八九十\d])(?<![去明前后每]年)(?<!\d\s)年(?:(?P<end>底)(?![层部薪会])|(?P<late>末)(?![端尾])"
    r"|(?P<early>初)(?![中级次步期始创])|(?P<mid>中)(?=[前后，。,、]|$))"
)
# Where a part of a year begins that is told without the year.
LEAD = (
    r"第(?=[一二三四1-4]季度)|年(?=[底末初中])|前(?=[三3]季度)|[上下](?=半年)"
    r"|\b(?=(?:the )?(?:(?:first|second|third|fourth|last|final) (?:half|quarter|three quarters)"
    r"|beginning|start|middle|end) of the year)[a-z]"
)
_LONGEST = 40  # characters


def alone(text: str, start: int) -> tuple[str, int] | None:
    """A part of a year without the year, which begins at `start`, and where it ends; else None."""
    found = _ALONE.match(text, start)
    if found is None:
        return None
    if edge := next((name for name in ("end", "late", "early", "mid") if found[name]), found["edge"]):
        return _OF_ENGLISH.get(edge, edge), found.end()
    return ("q1-3" if found["all"] else _quarter(found)), found.end()


def behind(text: str, end: int, of: str) -> tuple[str, int]:
    """The part of a "year", a "decade" or a "month" that ends at `end`, told behind it, and where that ends."""
    if of == "year" and (found := _QUARTER_BEHIND.match(text, end)):
        return (found["short"] or _quarter(found)), found.end()
    pattern = {"year": _OF_YEAR_BEHIND, "decade": _OF_DECADE_BEHIND, "month": _OF_MONTH_BEHIND}[of]
    found = pattern.match(text, end)
    if found is None or (of != "decade" and text[end - 1 : end] not in ("年", "月", "份")):
        return "", end
    name = found.lastgroup or ""
    return (_OF_CHINESE[found[name]] if name in ("ten", "season") else name), found.end()


def ahead(text: str, start: int, of: str) -> tuple[str, int]:
    """The part of a "year", a "decade" or a "month" that begins at `start`, told ahead of it, and where that begins."""
    before = max(0, start - _LONGEST)
    if of == "year" and (found := _QUARTER_AHEAD.search(text, before, start)):
        short = found["short"] or (f"q{found['digit']}" if found["digit"] else "")
        part = "q1-3" if found["most"] else short or _quarter(found)
        return part, found.start()
    found = _AHEAD.search(text, before, start)
    if found is None or (of == "month" and found["season"]):
        return "", start
    told = found["early"] or found["edge"] or found["season"]
    part = _OF_ENGLISH.get(told, told)
    return ("late" if of == "decade" and part == "end" else part), found.start()


def _quarter(found: re.Match[str]) -> str:
    groups = found.groupdict()
    if groups.get("nth"):
        letter, count = ("q", "4") if groups["of"] == "quarter" else ("h", "2")
        return letter + (_OF_ENGLISH[groups["nth"]] or count)
    if groups.get("half"):
        return _OF_CHINESE[groups["half"]]
    return f"q{'一二三四'.find(groups['quarter']) + 1 or groups['quarter']}" if groups.get("quarter") else "q1-3"
