"""The row of a table, or the line of a price list, with the most or the least of a column: the cheapest, 最长的."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from corpus import Document, Span
from corpus.tables import header_of
from index.clock import Clock
from index.folding import fold
from index.model import EmbeddedModel
from index.quantities import Quantity
from index.query import Query
from index.units import DURATIONS, MONEY
from qa.amounts import units_asked
from qa.headed import figures_in
from qa.question import asked
from qa.reading.matching import match
from qa.reading.pieces import pieces
from qa.reading.tabular.columns import asking
from qa.reading.tabular.listed import Table, measured, name_of, tables_of
from qa.types import Kind, RankedSentence, ReadSpan
from qa.wordings import LEAST

_MATCHED = 0.6  # how well a word is matched that is said
_ALIKE = 0.32  # and what kind of thing it is that the rows of a table are: the cheapest room, under 房型
_OF_KIND = re.compile(
    r"(?:\bwhich |哪[个种条款家班趟间]?|最[^的]{1,3}的|\b\w+est |\bexpensive )(?P<kind>\w{1,12})"
)
_FREE = re.compile(r"free|免费|no charge")
_LOOKED_AT = 8  # sentences, best first, of which none may tell itself what is the most
_OTHER_KINDS = frozenset({Kind.YES_NO, Kind.REASON, Kind.DATE})
_LENGTHS, _WEIGHTS, _AREAS = (units_asked(each) - DURATIONS for each in ("how tall", "how heavy", "what area"))
# What is the most so, and under which headings or in which units that stands; of several the first that a table has.
_EARLIEST, _LATEST, _CLOCK = r"最早|\bearliest\b", r"最[晚迟]|\blatest\b", frozenset({"clock"})
_TIMED = re.compile(rf"{_EARLIEST}|{_LATEST}")
_Columns = tuple[tuple[re.Pattern[str], frozenset[str]], ...]
_SCALES: tuple[tuple[re.Pattern[str], _Columns], ...] = tuple(
    (re.compile(asks), tuple((re.compile(heading), units) for heading, units in columns))
    for asks, columns in (
        (
            r"最[便贵]宜?|\b(?:cheapest|dearest|priciest|most expensive|least expensive|costs? the (?:most|least))\b",
            ((r"价|费|\b(?:price|cost|fare|fee|charge|rate)s?\b|^$", MONEY),
             (r"", MONEY)),
        ),
        (
            r"最[长短远]|\b(?:longest|shortest|furthest|farthest)\b",
            (
                (r"长|距离|里程|路程|\b(?:length|distance|mileage|duration)\b", _LENGTHS | DURATIONS),
                (r"", _LENGTHS),
                (r"", DURATIONS),
            ),
        ),
        (
            rf"{_EARLIEST}|{_LATEST}",
            (
                (r"发车|出发|开[车始往]|\b(?:dep\w*|leav\w*|starts?|begins?)\b", _CLOCK),
                (r"时间|\btime\b", _CLOCK),
                (r"", _CLOCK),
            ),
        ),
        (r"最[快慢]|\b(?:fastest|quickest|slowest)\b", ((r"", DURATIONS),)),
        (r"最[重轻]|\b(?:heaviest|lightest)\b", ((r"", _WEIGHTS),)),
        (r"最[高矮]|\b(?:tallest|highest)\b", ((r"高|海拔|\b(?:height|elevation|altitude)\b", _LENGTHS),)),
        (r"最[宽窄]|\b(?:widest|narrowest)\b", ((r"宽|\bwidth\b", _LENGTHS),)),
        (r"最[深浅]|\b(?:deepest|shallowest)\b", ((r"深|\bdepth\b", _LENGTHS),)),
        (r"最[大小]|\b(?:largest|biggest|smallest)\b", ((r"", _AREAS),)),
        # Of what, the question has to say itself: the lowest excess.
        (r"最[多少低]|\b(?:most|fewest|least|lowest)\b", ()),
    )
)  # fmt: skip
_WHERE = re.compile(r"\bwhere\b|哪[里儿]|在哪|什么地方")
_WHICH = re.compile(r"\bwhich\b|哪")
# The latest one may come is no most of all.
_MOST = re.compile("|".join(pattern.pattern for pattern, _ in _SCALES if not pattern.search("最早")))
# At most, which is no most of all: 最多可以借几本, the longest 最长的 is.
_LIMIT = re.compile(
    r"最[多少长短高低大小久][可能会要得须应不限允借载用住停带乘容坐租领买办收存放请休打]"
    r"|\bat (?:the )?(?:very )?(?:most|least)\b"
)
_UNIT = re.compile(r"\s*(?:[(（].*[)）]|/.*|\bper \w+)$")  # of a heading: Rent per month
# Which takes the least time, or the most; and what is earliest.
_LESS_IS_MORE = re.compile(rf"最[快慢]|\b(?:fastest|quickest|slowest)\b|{_EARLIEST}")
_SAYS_NOTHING = re.compile(
    rf"{_MOST.pattern}|{_TIMED.pattern}|一?[班趟]车?|班次|[个种款项家样]|产品|商品|服务|东西"
    r"|\b(?:one|item|option|thing|service|product|dishe?|train|bus|time|takes?|pays?|charges?)s?\b"
)


def extreme(
    query: Query, kind: Kind, sentences: Sequence[RankedSentence], documents: Iterable[Document]
) -> ReadSpan | None:
    """What a table of the documents has the most or the least of, as the question asks, or how much that is.

    Only where each row has one figure in the column meant, all in one unit, one row alone is foremost, the question
    says nothing else than the column, the things and the headings above them, and no sentence tells it itself.
    """
    text, wording = fold(query.text), asked(query.text)
    found = next((each for each in _SCALES if each[0].search(text.text)), None)
    if not found or wording.several or wording.count or wording.ordinal:
        return None
    if kind in _OTHER_KINDS and not (kind is Kind.DATE and _TIMED.search(text.text)):
        return None
    if _WHERE.search(text.text):
        return None
    if any(_MOST.search(fold(each.text).text) for each in sentences[:_LOOKED_AT]):
        return None
    asking_for = [*asking(query.text), *(Span(*text.span(*each.span())) for each in _SAYS_NOTHING.finditer(text.text))]
    terms = [each for each in query.terms if not any(s < each.end and each.start < e for s, e in asking_for)]
    least = (LEAST.search(text.text) is None) is (_LESS_IS_MORE.search(text.text) is not None)
    told = [
        answer
        for document in documents
        for table in tables_of(document.text)
        if (answer := _foremost(replace(query, terms=tuple(terms)), kind, found[1], least, document, table, sentences))
    ]
    return told[0] if len(told) == 1 else None


def not_known_to_be(question: str, sentence: RankedSentence) -> bool:
    """Whether a question asks for the most, and a sentence is a row like others, which does not say that it is that."""
    heads = header_of(sentence.passage, sentence.start)
    asks = _MOST.search(_LIMIT.sub(" ", fold(question).text)) is not None
    return asks and bool(name_of(sentence)) and not _MOST.search(fold(f"{heads} {sentence.text}").text)


def _foremost(
    query: Query,
    kind: Kind,
    columns: _Columns,
    least: bool,
    document: Document,
    table: Table,
    sentences: Sequence[RankedSentence],
) -> ReadSpan | None:
    """What the row that is foremost is called, or its figure where that is asked for."""
    fitting = _columns_meant(query, columns, document.text, table)
    above = next((s.passage.above for s in sentences if _covers(s, document, table.rows[0][0])), None)
    if above is None or not fitting:
        return None
    found = {_row_foremost(query, least, document.text, table, column, above) for column in fitting}
    row = found.pop()
    asks_figure = kind in (Kind.QUANTITY, Kind.DATE) and not _WHICH.search(fold(query.text).text)
    if found or row is None or (asks_figure and len(fitting) > 1):
        return None
    start, end = row[fitting[0] if asks_figure else 0]
    sentence = next((s for s in sentences if _covers(s, document, row[0]) and s.start <= row[0].start < s.end), None)
    return ReadSpan(sentence, start, end, 0.0, plain=True) if sentence else None


def _row_foremost(
    query: Query, least: bool, text: str, table: Table, column: int, above: str
) -> tuple[Span, ...] | None:
    """The one row with the most or the least of a column; what is free costs least."""
    heads = (table.headings[0], table.headings[column]) if table.headings else ()
    rows = _named(query, "\n".join((*heads, above)), text, table)
    heading = table.headings[column] if table.headings else ""
    values = [_figure(text, each[column], heading) for each in rows]
    figures = [
        Fraction(0) if each is None and _is_free(text, row[column]) else measured(each)[1] if each else None
        for each, row in zip(values, rows, strict=True)
    ]
    known = [each for each in figures if isinstance(each, Fraction)]
    if len(known) < 2 or len(known) != len(rows):
        return None
    chosen = min(known) if least else max(known)
    return rows[known.index(chosen)] if known.count(chosen) == 1 else None


def _covers(sentence: RankedSentence, document: Document, cell: Span) -> bool:
    passage = sentence.passage
    return passage.document_id == document.id and passage.start <= cell.start < passage.end


def _columns_meant(query: Query, columns: _Columns, text: str, table: Table) -> list[int]:
    """The columns of one figure in each row, all in one unit, that the question names, or that are measured so.

    Of several measured so, 平日价 and 周末价, the one of which the question says a part.
    """
    units: dict[int, str] = {}
    for place in range(1, len(table.rows[0])):
        heading = table.headings[place] if table.headings else ""
        found = [_figure(text, row[place], heading) for row in table.rows]
        told = {measured(each)[0]: each.unit for each in found if each}
        free = [each is None and _is_free(text, row[place]) for each, row in zip(found, table.rows, strict=True)]
        if all(each or none for each, none in zip(found, free, strict=True)) and len(told) == 1:
            units[place] = next(iter(told.values()))
    named = [n for n in units if table.headings and _is_named(query, table.headings[n])]
    if named:
        return named if len(named) == 1 else []
    for pattern, wanted in columns:
        fitting = [n for n, unit in units.items() if unit in wanted]
        fitting = [n for n in fitting if not table.headings or pattern.search(fold(table.headings[n]).text)]
        if fitting:
            heads = {n: fold(table.headings[n]).text for n in fitting} if table.headings else {}
            said = [n for n, head in heads.items() if any(word.term in head for word in query.terms)]
            return said if len(said) == 1 else fitting
    return []


def _is_free(text: str, cell: Span) -> bool:
    return _FREE.fullmatch(fold(text[slice(*cell)]).text.strip()) is not None


def _is_named(query: Query, heading: str) -> bool:
    """Whether a question says each word of a heading but its unit."""
    cut = pieces(_UNIT.sub("", heading) or heading)
    words = [n for n in range(len(cut.row)) if cut.column("word")[n]]
    if not words or not query.terms:
        return False
    best = match(query.terms, [cut], EmbeddedModel.load().word_vectors).best()
    return bool(best[:, words].max(axis=0).min() >= _MATCHED)


def _named(query: Query, around: str, text: str, table: Table) -> list[tuple[Span, ...]]:
    """All rows, where what is around them says each word of the question; else those whose names say the rest."""
    rows = table.rows
    if not query.terms:
        return list(rows)
    best = match(query.terms, [pieces(around)], EmbeddedModel.load().word_vectors).best().max(axis=1)
    folded = fold(query.text)
    kinds = [folded.span(*each.span("kind")) for each in _OF_KIND.finditer(folded.text)] if table.headings else []
    alike = [_ALIKE if any(s <= word.start < e for s, e in kinds) else _MATCHED for word in query.terms]
    left = [word for word, said, enough in zip(query.terms, best, alike, strict=True) if said < enough]
    return [row for row in rows if all(word.term.strip("是的") in fold(text[slice(*row[0])]).text for word in left)]


def _figure(text: str, cell: Span, heading: str) -> Quantity | None:
    """The one figure of a cell."""
    found = figures_in(text[slice(*cell)], heading)
    if len(found) == 1 and isinstance(found[0].value, Clock):
        return replace(found[0], value=Fraction(found[0].value.hour * 60 + found[0].value.minute), unit="clock")
    return found[0] if len(found) == 1 and isinstance(found[0].value, Fraction) and found[0].upper is None else None
