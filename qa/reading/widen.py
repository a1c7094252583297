"""The edges of a span: whole figures, rounding words, no stray marks; and whether it looks like what is asked for."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.lines import behind_mark
from index.names import SURNAMES
from index.quantities import QuantityKind
from index.shares import is_part
from qa.question import Asked
from qa.reading.candidates import Look, candidates, figures_of
from qa.reading.counting.changes import changes
from qa.reading.counting.enumerations import within
from qa.reading.counting.lists import COMMAS
from qa.reading.counting.tied import tied, with_unit
from qa.reading.forms.codes import made_whole
from qa.reading.people.posts import BODIES
from qa.reading.pieces import SENTENCES_KEPT, Pieces, Run
from qa.reading.times.dated import dated
from qa.reading.times.periods import periods
from qa.types import Kind

ROUNDING = frozenset({"近", "约", "超", "超过", "逾", "大约", "不到", "将近", "接近", "至少", "至多", "突破"})
_AT_MOST, _NOT = frozenset({"超过", "超", "少于", "多于", "低于", "高于"}), frozenset({"不", "不得", "不能", "未"})
_AFTER_FIGURES = frozenset({"以上", "以下", "左右", "多", "余", "之多"})
_AGES = frozenset({"century", "centuries", "millennium", "世纪"})  # an ordinal before them is no answer by itself
_ERAS = frozenset({"bc", "bce", "ad", "ce"})
# With what no answer ends or begins, should the network cut it there.
_DANGLING = frozenset(
    {"and", "or", "the", "a", "an", "of", "to", "by", "with"}
    | {*"和与及或并于由在被把为任也", "以及", "分别", "共同", "联合", "通常", "经常", "往往", "曾经", "已经"}
)
_BY = frozenset({"由", "被", "分别", "分別"})  # ahead of who did something
_DANGLING_AHEAD = frozenset({"and", "or", "of", "和", "与", "及", "以及", "或"})
_MARKS = frozenset(",\uff0c、;\uff1b:\uff1a。.!?\uff01\uff1f…的")
_WHERE = frozenset({"in", "at", "near", "from", "on", "after", "before", "outside", "around"})  # In New York, Ann Lee
_FROM = re.compile(r"(?:\bfrom |[由从從])$", re.IGNORECASE)
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
_OF_WHOLE = re.compile(
    r" (?:of (?:(?:the|its|their|all|our|these|those) )*(?:about |around |nearly |almost |some )?"
    r"|(?:of )?(?:the|its|their) (?:[a-z]+ )?(?:price|fee|rate|cost|fare|charge|sum|amount|total) of )"
)
_CALLED = frozenset("老小阿")  # ahead of a surname, among those who know each other
_DEEDS = frozenset({"统一", "负责", "主持", "处理", "担任", "承担", "带领", "牵头", "保管"})
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "rev", "sir", "dame"})
_CLAUSE_ENDS = frozenset(",\uff0c;\uff1b:\uff1a")
_PARTNERS = {"“": "”", "「": "」", "『": "』", "《": "》", "(": ")", "\uff08": "\uff09", "‘": "’"}
_NATIVE = re.compile(r"(?<=[，,、（(是])(?:祖籍|籍贯)?([\u4e00-\u9fff]{2,9})人(?=[，,。；;）)、])")
_WHEN = re.compile(
    r"[, ]+(?:on|in|at|since|from|until|during|by) (?:(?:early|late|mid|the) )?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:January|February|March|April|May"
    r"|June|July|August|September|October|November|December)|[12]\d{3}s?|\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m|"
    r"(?:last|next|this) (?:week|month|year|spring|summer|autumn|winter))\b"
)
_SEVERAL = re.compile(r"分别|各(?:有|是|为|自)|哪些|依次|\brespectively\b|\beach\b", re.IGNORECASE)
_POST = re.compile(
    r"职务|职位|职衔|身份|什么官|(?:担任|任)什么|\b(?:posts?|positions?|title|roles?|job)\b", re.IGNORECASE
)
_HOW = re.compile(
    r"^\W*(?:and )?how (?:do|can|should|could|must|would)\b|\bhow to\b|怎(?:么(?!样)|样)|如何", re.IGNORECASE
)
_CUT_AT = frozenset("、”」』》\"")
_LED_TO = 3  # pieces between the beginning of a clause and what its verb is of: press and hold | the Reset button
_HELD_AT = re.compile(
    r"任职|就职|供职|哪[个家]?.{0,6}工作|来自哪个?(?:部门|单位|机构)"
    r"|\bworks? (?:for|at)\b|\bwhere do(?:es)? .* work\b|\bemploy",
    re.IGNORECASE,
)


@lru_cache(maxsize=64)
def asks_for_post(question: str) -> bool:
    """Whether somebody's post is asked for rather than the person."""
    return bool(_POST.search(question))


@lru_cache(maxsize=64)
def asks_for_body(question: str) -> bool:
    """Whether it is asked where somebody has a post."""
    return bool(_HELD_AT.search(question))


def asks_how(question: str) -> bool:
    """Whether it is asked how something is done, so that the verb belongs to the answer."""
    return bool(_HOW.search(question))


def asks_for_several(question: str) -> bool:
    """Whether several figures are asked for at once."""
    return bool(_SEVERAL.search(question))


def widened(sentence: Pieces, run: Run, asked: Asked) -> Run:
    """The run with its figure whole and rounded as it stands, quotation marks in pairs, and no marks at its ends."""
    first, last = made_whole(sentence, _trimmed(sentence, _unmarked(sentence, run)), asked)
    if asked.kind is Kind.QUANTITY and not asked.identifier:
        first, last = with_unit(sentence, tied(sentence, _whole_figure(sentence, first, last), asked), asked)
        first, last = _both_told(sentence, (first, last), asked)
    if asked.often and first > 0 and sentence.said(first - 1, first).lower() in _EVERY:
        first -= 1
    if asked.kind in (Kind.PERSON, Kind.OTHER, Kind.LIST):
        first = _whole_row(sentence, (first, last))
    if asked.several:
        last = _without_rest(sentence, first, last)
    if asked.kind in (Kind.PERSON, Kind.ORGANISATION):
        while first + 1 < last and sentence.row[first].term in _BY:
            first += 1
    if asked.kind is Kind.PERSON:
        first, last = _person_alone(sentence, first, last)
    if asked.kind is Kind.DATE:
        first, last = dated(sentence, (first, last), asked)
        if last < len(sentence.row) and sentence.said(last, last + 1).lower() in _AGES:
            last += 1
            last += last < len(sentence.row) and sentence.said(last, last + 1).lower() in _ERAS
    if asked.kind in (Kind.PERSON, Kind.ORGANISATION, Kind.PLACE):
        last = _without_when(sentence, first, last)
    if asked.kind is Kind.PLACE:
        first, last = _origin(sentence, first, last)
    if first > 0 and sentence.row[first].term in _PARTNERS.values() and first + 1 < last:
        first += 1
    opening = sentence.row[first].term
    if opening in _PARTNERS and all(piece.term != _PARTNERS[opening] for piece in sentence.row[first:last]):
        if last < len(sentence.row) and sentence.row[last].term == _PARTNERS[opening]:
            last += 1
        elif first + 1 < last:
            first += 1
    return first, last


def with_verb(sentence: Pieces, run: Run) -> Run:
    """The run with the verb that its clause begins with right ahead of it: hold | the Reset button for five seconds.

    In Chinese where it begins behind a quotation or amid a row: 长按“复位” | 键5秒, 携带身份证、| 学历证书到人事部.
    """
    row, first = sentence.row, run[0]
    begin = max((n + 1 for n in range(first) if row[n].term in _CLAUSE_ENDS | {".", "。"}), default=0)
    while begin < first and not (sentence.column("word")[begin] or sentence.column("stop")[begin]):
        begin += 1  # a mark ahead of the line, a bracket
    if sentence.has("chinese"):
        led = begin < first and row[first - 1].term in _CUT_AT
    else:
        led = begin < first <= begin + _LED_TO and bool(sentence.column("word")[begin])
    return _trimmed(sentence, (begin, run[1])) if led else run


def _whole_row(sentence: Pieces, run: Run) -> int:
    """Where the row of full names begins of which a run has but the last: Ann Lee, Bob Roe and Cy Poe."""
    first = run[0]
    names = {c.last: c.first for c in candidates(sentence) if c.look is Look.NAME and c.last > c.first + 1}
    rest = next((last for last, start in names.items() if start == first and last <= run[1]), None)
    if rest is None or not any(piece.term == "and" for piece in sentence.row[first : run[1]]):
        return first
    while first > 1 and sentence.row[first - 1].term == "," and first - 1 in names:
        before = names[first - 1]
        if {sentence.said(n, n + 1).lower() for n in range(max(before - 2, 0), before + 1)} & _WHERE:
            break
        first = before
    return first


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
    while last - first > 1 and sentence.column("stop")[last - 1]:  # "on the day on"
        last -= 1
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


def _unmarked(sentence: Pieces, run: Run) -> Run:
    """The run without the number or bullet that its line begins with; 3.5 million begins with none."""
    begin = behind_mark(sentence.text)
    if not begin or any(each.end > begin for each in sentence.figures_in(0, begin)):
        return run
    first = next((n for n, piece in enumerate(sentence.row) if piece.start >= begin), 0)
    return max(run[0], first) if first < run[1] else run[0], run[1]


def _whole_figure(sentence: Pieces, first: int, last: int) -> Run:
    """The figure a run touches, whole and with its rounding word; the run itself where it holds none, or much more."""
    held = [(start, end) for start, end in figures_of(sentence) if start < last and first < end]
    if len(held) == 1 and (held[0][1] - held[0][0]) + MORE >= last - first:
        first, last = held[0]
    elif held:
        first, last = min(first, held[0][0]), max(last, held[-1][1])
    if held and last == held[-1][1] and last < len(sentence.row) and sentence.said(last, last + 1).lower() in _AGES:
        return first, last + 1
    if held and first == held[0][0] and first > 0 and sentence.row[first - 1].term in ROUNDING:
        first -= 1
    if held and first > 0 and sentence.row[first].term in _AT_MOST and sentence.row[first - 1].term in _NOT:
        first -= 1  # 不超过30天
    if held and last == held[-1][1] and last < len(sentence.row) and sentence.row[last].term in _AFTER_FIGURES:
        last += 1
    start, end = _offsets(sentence, first, last)
    for begin, stop in _times_lasted(sentence.text):
        if begin < end and start < stop:
            start, end = min(start, begin), max(end, begin + len(sentence.text[begin:stop].rstrip()))
    for share in sentence.figures_in(0, start):  # almost half of | the 2.4 million residents
        if (share.unit == "%" or is_part(share.value)) and _OF_WHOLE.fullmatch(sentence.text, share.end, start):
            start = share.start
    return sentence.touched(start, end)


@lru_cache(maxsize=SENTENCES_KEPT)
def _times_lasted(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(each.span() for each in _LASTING.finditer(text))


def _both_told(sentence: Pieces, run: Run, asked: Asked) -> Run:
    """The run with both values of a change where it is asked by how much, with both ends of a period where how long."""
    start, end = _offsets(sentence, *run)
    if asked.growth:
        for one, other, _ in changes(sentence):
            low, high = sorted((one, other), key=lambda each: each.start)
            if low.start < end and start < high.end:
                ahead = _FROM.search(sentence.text[: low.start])
                return sentence.touched(min(start, ahead.start() if ahead else low.start), max(end, high.end))
    held = {each.kind for each in sentence.figures_in(start, end)}
    if QuantityKind.DURATION in asked.figures and held and held <= {QuantityKind.DATE, QuantityKind.TIME}:
        told = [each for each in periods(sentence) if each[0].start < end and start < each[1].end]
        return sentence.touched(min(start, told[0][0].start), max(end, told[0][1].end)) if told else run
    return run


def _offsets(sentence: Pieces, first: int, last: int) -> tuple[int, int]:
    return sentence.row[first].start, sentence.row[last - 1].end


def _without_rest(sentence: Pieces, first: int, last: int) -> int:
    """Where a Chinese list ends, before its "and so on": 茶叶、丝绸等产业."""
    row = sentence.row
    marks = [n for n in range(first, last) if row[n].term == "、"]
    ends = [n for n in range(first, last) if row[n].term == "等" and marks and n > marks[0]]
    return ends[-1] if ends else last


def _person_alone(sentence: Pieces, first: int, last: int) -> Run:
    """A person's name that a run begins with, with its title ahead and without what is no part of it.

    In Chinese a name ends where a comma follows, 王小明，市科技局, or a verb does: 老秦统一处理.
    """
    row = sentence.row
    while last - first > 1 and row[last - 1].term in _DEEDS:
        last -= 1
    if first > 0 and row[first - 1].term in _CALLED and row[first].term in SURNAMES:
        first -= 1
    if sentence.column("capitalised")[first]:
        dotted = first > 1 and row[first - 1].term == "."
        ahead = first - 1 - dotted
        first = ahead if ahead >= 0 and row[ahead].term in _TITLES else first
    names = [c.last for c in candidates(sentence) if c.look is Look.PERSON and c.first == first and c.last < last]
    return first, names[0] if names and row[names[0]].term in COMMAS else last


def _without_when(sentence: Pieces, first: int, last: int) -> int:
    """Where a name ends that a run begins with, if the day or the time follows: Dublin Castle on Friday."""
    start, end = _offsets(sentence, first, last)
    when = _WHEN.search(sentence.text, start, end)
    if when and any(map(str.isalnum, sentence.text[start : when.start()])):
        return sentence.touched(start, when.start())[1]
    return last


def _origin(sentence: Pieces, first: int, last: int) -> Run:
    """The whole place that a run cuts into, where a clause tells no more than whose native somebody is: 浙江绍兴人."""
    start, end = _offsets(sentence, first, last)
    for each in _NATIVE.finditer(sentence.text):
        if each.start(1) < end and start < each.end():
            return sentence.touched(*each.span(1))
    return first, last


def figures_held(sentence: Pieces, run: Run) -> int:
    """How many figures stand in the run."""
    return sum(within(figure, run) for figure in figures_of(sentence))
