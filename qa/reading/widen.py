"""The edges of a span: whole figures, rounding words, no stray marks; and whether it looks like what is asked for."""

from __future__ import annotations

import re
from itertools import pairwise

from index.clock import joined
from index.folding import fold
from index.quantities import QuantityKind
from qa.question import Asked
from qa.reading.candidates import Look, candidates, figures_of
from qa.reading.enumerations import COMMAS, Run, within
from qa.reading.pieces import Pieces
from qa.reading.posts import BODIES
from qa.types import Kind

ROUNDING = frozenset({"近", "约", "超", "超过", "逾", "大约", "不到", "将近", "接近", "至少", "至多", "突破"})
_AFTER_FIGURES = frozenset({"以上", "以下", "左右", "多", "余", "之多"})
# With what no answer ends or begins, should the network cut it there.
_AGES = frozenset({"century", "centuries", "millennium", "世纪"})  # an ordinal before them is no answer by itself
_DANGLING = frozenset({"and", "or", "the", "a", "an", "of", "to", "by", "with", "和", "与", "及", "以及", "或", "并"})
_DANGLING_AHEAD = frozenset({"and", "or", "of", "和", "与", "及", "以及", "或"})
_MARKS = frozenset(",\uff0c、;\uff1b:\uff1a。.!?\uff01\uff1f…的")
_EVERY = frozenset({"every", "each", "每", "每隔", "隔"})
MORE = 4  # pieces beside a figure that an answer to "how many" can do without
# A time told in two units or more, 2小时40分, "1 hour and 25 minutes", of which no part is the answer.
_LASTING = re.compile(
    r"(?<![第\d.])(?!\d{4}年)(?:[\d.]+|[一二两兩三四五六七八九十]+)\s?(?:年|天|[个個]?小[时時]|[个個]?[钟鐘][头頭]|[个個]月)[零又]?\s?"
    r"(?:(?:[\d.]+|[一二两兩三四五六七八九十]+)\s?(?:[个個]月|天|[个個]?小[时時]|分[钟鐘]?|秒[钟鐘]?)\s?)+"
    r"|\b[\d.]+[ -]?(?:years?|months?|weeks?|days?|hours?|hrs?|h|minutes?|mins?)"
    r"(?:(?:,? and|,)? ?[\d.]+[ -]?(?:months?|weeks?|days?|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)\b)+",
    re.IGNORECASE,
)
# A code that no answer is half of (BM-40, G1502), and what is told by its number (Programme 11, Room 3B).
_CODE = re.compile(r"(?<![A-Za-z0-9])(?=[A-Z0-9/.-]*[A-Z])(?=[A-Z0-9/.-]*\d)[A-Z0-9]+(?:[-/.][A-Z0-9]+)*(?![A-Za-z0-9])")
_NUMBERED = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z]* (?!(?:1[5-9]|20)\d\d\b|I\b)(?:\d+(?:\.\d+)*[A-Z]?|[A-Z]\d*)(?![\w%]|[.,:/-]\d)")
_CLAUSE_ENDS = frozenset(",\uff0c;\uff1b:\uff1a")
_PARTNERS = {"“": "”", "「": "」", "『": "』", "《": "》", "(": ")", "\uff08": "\uff09", "‘": "’"}
# What makes a date finer, or tells its year, right beside it: 2025年第三季度, late 2025, 明年4月, 14 July last year.
_FINER_BEHIND = re.compile(
    r"(?:第?[一二三四]季度|前三季度|[上下]半年|年?(?:初(?![中级次步期始创])|底(?![层部线座])|末(?![端期]))|[上中下]旬"
    r"|[春夏秋冬][季天]|春节)"
    r"|,? (?:last|this|next|that) year\b"
)
_FINER_AHEAD = re.compile(
    r"(?:(?:[今去明前后当次同翌]年)|(?:\bthe )?\b(?:first|second|third|fourth|last|final) (?:quarter|half) of "
    r"|(?:\bthe )?\b(?:end|start|beginning|middle|spring|summer|autumn|fall|winter) of (?:the )?"
    r"|\b(?:early|late|mid)[ -]|\b(?:spring|summer|autumn|fall|winter) )$",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"分别|各(?:有|是|为|自)|哪些|依次|\brespectively\b|\beach\b", re.IGNORECASE)
_POST = re.compile(
    r"职务|职位|职衔|身份|什么官|(?:担任|任)什么|\b(?:posts?|positions?|title|roles?|job)\b", re.IGNORECASE
)
_HELD_AT = re.compile(
    r"任职|就职|供职|哪[个家]?.{0,6}工作|来自哪个?(?:部门|单位|机构)"
    r"|\bworks? (?:for|at)\b|\bwhere do(?:es)? .* work\b|\bemploy",
    re.IGNORECASE,
)


def asks_for_post(question: str) -> bool:
    """Whether somebody's post is asked for rather than the person."""
    return bool(_POST.search(question))


def asks_for_body(question: str) -> bool:
    """Whether it is asked where somebody has a post."""
    return bool(_HELD_AT.search(question))


def asks_for_several(question: str) -> bool:
    """Whether several figures are asked for at once."""
    return bool(_SEVERAL.search(question))


def widened(sentence: Pieces, run: Run, asked: Asked) -> Run:
    """The run with its figure whole and rounded as it stands, quotation marks in pairs, and no marks at its ends."""
    first, last = _whole_code(sentence, *_trimmed(sentence, run))
    if asked.kind not in (Kind.QUANTITY, Kind.DATE, Kind.PERSON):
        first, last = _with_its_number(sentence, first, last)
    if asked.kind is Kind.QUANTITY:
        first, last = _whole_figure(sentence, first, last)
    if asked.often and first > 0 and sentence.said(first - 1, first).lower() in _EVERY:
        first -= 1
    if asked.several:
        last = _without_rest(sentence, first, last)
    if asked.kind is Kind.PERSON:
        last = _person_alone(sentence, first, last)
    if asked.kind is Kind.DATE:
        first, last = _whole_times(sentence, first, last, asked.hours)
        first, last = _date_alone(sentence, first, last)
        first, last = _finer_date(sentence, first, last, asked.calendar)
        if last < len(sentence.row) and sentence.said(last, last + 1).lower() in _AGES:
            last += 1
    if first > 0 and sentence.row[first].term in _PARTNERS.values() and first + 1 < last:
        first += 1
    opening = sentence.row[first].term
    if opening in _PARTNERS and all(piece.term != _PARTNERS[opening] for piece in sentence.row[first:last]):
        if last < len(sentence.row) and sentence.row[last].term == _PARTNERS[opening]:
            last += 1
        elif first + 1 < last:
            first += 1
    return first, last


def shortened(sentence: Pieces, run: Run, longest: int) -> Run:
    """The run cut to so many characters, after its last clause that fits unless that is less than half of them."""
    first, last = run
    limit = sentence.row[first].start + longest
    if sentence.row[last - 1].end <= limit:
        return run
    fitting = sum(sentence.row[n].end <= limit for n in range(first, last))
    last = first + max(fitting, 1)
    breaks = [n for n in range(first + 1, last) if sentence.row[n].term in _CLAUSE_ENDS]
    if breaks and 2 * (sentence.row[breaks[-1]].start - sentence.row[first].start) >= longest:
        last = breaks[-1]
    return _trimmed(sentence, (first, last))


def looks_right(sentence: Pieces, run: Run, asked: Asked) -> float:
    """1 where a figure or a date is asked for and the run touches one; 0 elsewhere."""
    wanted = figure_looked_for(asked)
    return float(any(c.look is wanted and c.first < run[1] and run[0] < c.last for c in candidates(sentence)))


def figure_looked_for(asked: Asked) -> Look | None:
    """What a figure or a date that is asked for looks like; a rank is no count."""
    if asked.kind is Kind.QUANTITY:
        return Look.ORDINAL if asked.rank else Look.FIGURE
    return Look.DATE if asked.kind is Kind.DATE else None


def is_name(sentence: Pieces, run: Run) -> float:
    """1 where the run is just a person's or another name; 0 elsewhere."""
    return float(any((c.first, c.last) == run and c.look in (Look.PERSON, Look.NAME) for c in candidates(sentence)))


def is_body(sentence: Pieces, run: Run) -> float:
    """1 where the run ends as the names of bodies do in Chinese, or begins with a capital in English; 0 elsewhere."""
    if sentence.column("chinese").any():
        return float(sentence.row[run[1] - 1].term.endswith(BODIES))
    return float(begins_name(sentence, run))


def begins_name(sentence: Pieces, run: Run) -> bool:
    """Whether the run begins as a person's name does: with a surname or a capital."""
    return any(bool(sentence.column(shape)[run[0]]) for shape in ("surname", "capitalised", "capitals"))


def _trimmed(sentence: Pieces, run: Run) -> Run:
    first, last = run
    while last - first > 1 and sentence.row[last - 1].term in _MARKS | _DANGLING:
        last -= 1
    while last - first > 1 and sentence.row[first].term in _MARKS | _DANGLING_AHEAD:
        first += 1
    return first, last


def _whole_code(sentence: Pieces, first: int, last: int) -> Run:
    """The run with the code whole that it cuts into, `pyenv install -l`; what is in its backticks, if it is no more."""
    ticks = [n for n, piece in enumerate(sentence.row) if piece.term == "`"]
    for opening, closing in zip(ticks[::2], ticks[1::2], strict=False):
        if opening < last and first <= closing and closing - opening > 1:
            inside = opening <= first and last <= closing + 1
            if inside:
                return opening + 1, closing
            first, last = min(first, opening), max(last, closing + 1)
    return first, last


def _with_its_number(sentence: Pieces, first: int, last: int) -> Run:
    """The run with the code whole that it cuts into, and with the number by which its last word is told from others."""
    start, end = _offsets(sentence, first, last)
    for each in _CODE.finditer(sentence.text):
        if each.start() < end and start < each.end():
            start, end = min(start, each.start()), max(end, each.end())
    for each in _NUMBERED.finditer(sentence.text):
        number = sentence.figures_in(end, each.end())
        if each.start() < end == each.start() + each[0].index(" ") and all(n.end <= each.end() for n in number):
            end = each.end()
    return sentence.touched(start, end)


def _whole_figure(sentence: Pieces, first: int, last: int) -> Run:
    """The figure a run touches, whole and with its rounding word; the run itself where it holds none, or much more."""
    held = [(start, end) for start, end in figures_of(sentence) if start < last and first < end]
    if len(held) == 1 and (held[0][1] - held[0][0]) + MORE >= last - first:
        first, last = held[0]
    elif held:
        first, last = min(first, held[0][0]), max(last, held[-1][1])
    if held and first == held[0][0] and first > 0 and sentence.row[first - 1].term in ROUNDING:
        first -= 1
    if held and last == held[-1][1] and last < len(sentence.row) and sentence.row[last].term in _AFTER_FIGURES:
        last += 1
    start, end = _offsets(sentence, first, last)
    for each in _LASTING.finditer(sentence.text):
        if each.start() < end and start < each.end():
            start, end = min(start, each.start()), max(end, each.start() + len(each[0].rstrip()))
    return sentence.touched(start, end)


def _whole_times(sentence: Pieces, first: int, last: int, hours: bool) -> Run:
    """The run with the times of day whole that it touches; with both ends of a range where it is asked for."""
    start, end = _offsets(sentence, first, last)
    times = [each for each in sentence.figures if each.kind is QuantityKind.TIME]
    for one, other in pairwise(times) if hours else ():
        if joined(fold(sentence.text[one.end : other.start]).text) and one.start < end and start < other.end:
            return sentence.touched(one.start, other.end)
    for each in times:
        if each.start < end and start < each.end:
            start, end = min(start, each.start), max(end, each.end)
    return sentence.touched(start, end)


def _offsets(sentence: Pieces, first: int, last: int) -> tuple[int, int]:
    return sentence.row[first].start, sentence.row[last - 1].end


def _date_alone(sentence: Pieces, first: int, last: int) -> Run:
    """The one date that a run holds, without what stands beside it; the run itself where that is much more."""
    held = [c for c in candidates(sentence) if c.look is Look.DATE and first <= c.first and c.last <= last]
    if any(each.kind is QuantityKind.TIME for each in sentence.figures_in(*_offsets(sentence, first, last))):
        return first, last  # its day, if one is told, may be no whole date: 28日上午8时
    if len(held) == 1 and held[0].last - held[0].first + 2 * MORE >= last - first:
        return held[0].first, held[0].last
    return first, last


def _finer_date(sentence: Pieces, first: int, last: int, calendar: str) -> Run:
    """The run of a date with what stands beside it and tells more: its year; its quarter, if that may be meant."""
    if not any(c.look is Look.DATE and c.first < last and first < c.last for c in candidates(sentence)):
        return first, last
    start, end = _offsets(sentence, first, last)
    ahead = _FINER_AHEAD.search(sentence.text[:start])
    behind = None if calendar in ("year", "month") else _FINER_BEHIND.match(sentence.text, end)
    return sentence.touched(ahead.start() if ahead else start, behind.end() if behind else end)


def _without_rest(sentence: Pieces, first: int, last: int) -> int:
    """Where a Chinese list ends, before its "and so on": 茶叶、丝绸等产业."""
    row = sentence.row
    marks = [n for n in range(first, last) if row[n].term == "、"]
    ends = [n for n in range(first, last) if row[n].term == "等" and marks and n > marks[0]]
    return ends[-1] if ends else last


def _person_alone(sentence: Pieces, first: int, last: int) -> int:
    """Where a person's name ends that a run begins with, if a Chinese comma follows: 王小明，市科技局."""
    names = [c.last for c in candidates(sentence) if c.look is Look.PERSON and c.first == first and c.last < last]
    return names[0] if names and sentence.row[names[0]].term in COMMAS else last


def figures_held(sentence: Pieces, run: Run) -> int:
    """How many figures stand in the run."""
    return sum(within(figure, run) for figure in figures_of(sentence))
