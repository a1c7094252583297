"""Who holds a post that a question names in the other language: 市长 beside "Mayor Daniel Ford", CEO for 首席执行官.

The words for a post are few, and differ from language to language; what stands right beside one is its holder's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus import Language, Span
from index.folding import fold
from index.names import FULL_NAME
from index.query import Query, QueryTerm
from index.rounding import choice
from index.words import is_chinese, terms_kept
from qa.reading.candidates import Look, candidates
from qa.reading.pieces import Pieces, Run, dotted
from qa.types import RankedSentence

# A line a post; a word that may mean several stands in several lines.
_POSTS = """
董事长 董事局主席|chairman chairwoman chairperson chair president
主席 会长|chairman chairwoman chairperson chair president
首席执行官 行政总裁 总裁 执行总裁|chief_executive_officer chief_executive ceo president
总经理 常务董事 董事总经理|general_manager managing_director ceo
首席财务官 财务总监|chief_financial_officer cfo finance_director financial_director
首席技术官 技术总监|chief_technology_officer cto technical_director
首席运营官 运营总监|chief_operating_officer coo
总工程师 首席工程师|chief_engineer
首席科学家|chief_scientist
总监|director
市长 镇长|mayor
省长 州长|governor
行长|governor president
部长 大臣 国务卿|minister secretary
总统|president
总理 首相|prime_minister premier
局长 处长 署长 厅长|director commissioner head chief director_general
主任 所长 中心主任|director head
院长|director president dean head
校长|headteacher head_teacher headmaster headmistress principal president vice-chancellor rector head
馆长|director curator librarian head
书记|secretary party_secretary
秘书长|secretary-general secretary_general general_secretary secretary
秘书|secretary
发言人|spokesman spokeswoman spokesperson
总编辑 主编 总编|editor-in-chief editor chief_editor
议长|speaker
教练 主教练|coach head_coach manager
经理 店长|manager
创始人 创办人|founder
领袖 领导人|leader
"""
_MEANT: dict[str, frozenset[int]] = {}
for _place, _line in enumerate(_POSTS.strip().splitlines()):
    for _way in _line.replace("|", " ").split():
        _MEANT[_way.replace("_", " ")] = _MEANT.get(_way.replace("_", " "), frozenset()) | {_place}
_WAY = re.compile(
    rf"(?<![\w-])(?P<english>{choice(each for each in _MEANT if each.isascii())})(?![\w-])"
    rf"|(?P<chinese>{choice(each for each in _MEANT if not each.isascii())})",
    re.IGNORECASE,
)
_DEPUTY = re.compile(r"(?:\b(?:deputy|vice|assistant|associate)[ -]|副)$")
_NOT_NOW = re.compile(
    r"(?:\b(?:former|ex|then|late|previous|next|incoming|outgoing|acting|first|second|third|last)[ -]"
    r"|[前原首历代][任届]?|候任|继任|代理|[上下最]后?一?任|第[一二三四五六七八九十\d]+[任届])的?$"
)
_ASKS_CHINESE = re.compile(r"的?(?:姓名|名字)?(?:现在|目前)?[是叫由为]?(?:谁|哪[一]?位|什么(?:名字)?\W*$|何人)")
_ASKS_CHINESE_AHEAD = re.compile(r"谁(?:[是任]|担任|出任)")
_ASKS_ENGLISH = re.compile(
    r"^(?:and |so )?(?:who(?:['’]s| is| was| are)|(?:what(?:['’]s| is) )?the name of)(?: the| its| their| an?)?"
    r"(?: [\w'’-]+){0,3}? $"
)
_WORD = r"(?!Councillor\b|Senator\b|The\b|By\b)[A-Z][\w'’-]+"
_WITHIN = rf"(?:[A-Z]\.|{_WORD}|de|van|von|der|da|di|bin)"
_NAME = rf"(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Professor) {_WORD}|{_WORD}(?: {_WITHIN})* {_WORD})"
_BEHIND = re.compile(rf"(?:(?: (?:of|for|at) [^,.;:]{{1,40}}?)?(?:, | is | was |: )| )(?P<name>{_NAME})(?![\w-])")
_AHEAD = re.compile(rf"(?P<name>{_NAME})(?:, | is | was | \()(?:[\w'’-]+ ){{0,4}}$")
_BEHIND_CHINESE = re.compile(rf"[为是由：:\s]?(?P<name>{FULL_NAME})")
_AHEAD_CHINESE = re.compile(
    rf"(?:^|[，,。；;、\s])(?P<name>{FULL_NAME})(?:[，,]|[（(]|[，,]?(?:现任|担任|任|是|系))[^，,。；;]{{0,14}}$"
)
_ASKING = frozenset({"名字", "姓名", "name"})
_SAID_HERE = 40  # characters ahead of a post that may tell whose it is, where several are told


class _Post(NamedTuple):
    """A word for a post at half-open offsets: the lines that it may mean, and whether it is the deputy's."""

    meant: frozenset[int]
    deputy: bool
    start: int
    end: int

    def may_be(self, other: _Post) -> bool:
        return self.deputy is other.deputy and bool(self.meant & other.meant)


def _post_asked(question: str) -> _Post | None:
    """The post whose holder a question asks for; None where it asks for something else, or for a former one."""
    text = fold(question).text
    if any(map(str.isdigit, text)):  # who held it in some year
        return None
    for each in _posts(text):
        behind, ahead = text[each.end :], text[: each.start]
        if is_chinese(text[each.start]):
            asks = _ASKS_CHINESE.match(behind) or (not behind.strip("？?。 ") and _ASKS_CHINESE_AHEAD.match(ahead))
        else:
            asks = _ASKS_ENGLISH.match(re.sub(r"(?:deputy|vice)[ -]$", "", ahead))
        if asks:
            return each
    return None


def incumbents(query: Query, sentences: Sequence[Pieces], told: Sequence[RankedSentence]) -> list[Run | None]:
    """For each sentence in the other language the holder of the post asked for, if they name no more than one.

    Every other word of the question stands near: whose post it is. Empty where none is told.
    """
    post = _post_asked(query.text)
    if not post:
        return []
    found: dict[int, tuple[str, Run, bool]] = {}
    words = [each for each in _outermost(query.terms, post) if each.term not in _ASKING]
    for place, (sentence, one) in enumerate(zip(sentences, told, strict=True)):
        near = f"{one.passage.above}\n{one.passage.text}"
        for each, (start, end) in _held(sentence):
            if each.may_be(post) and all(_says(near, word) for word in words):
                if (one.passage.language is Language.ENGLISH) is (query.language is Language.ENGLISH):
                    return []  # told in the question's own words too
                here = sentence.text[max(0, each.start - _SAID_HERE) : each.end + _SAID_HERE]
                sure = all(_says(here, word) for word in words)
                found.setdefault(place, (sentence.text[start:end], sentence.touched(start, end), sure))
    if len({name for name, _, _ in found.values()}) > 1:
        found = {place: each for place, each in found.items() if each[2]}
    if len({name for name, _, _ in found.values()}) != 1:
        return []
    return [found[place][1] if place in found else None for place in range(len(sentences))]


def holds_another(question: str, sentence: Pieces, start: int, end: int) -> bool:
    """Whether who stands at some offsets of a sentence is said to hold another post than the question asks for."""
    post = _post_asked(question)
    if not post:
        return False
    held = [each for each, name in _held(sentence) if name.start < end and start < name.end]
    return bool(held) and not any(each.may_be(post) for each in held)


def _posts(text: str) -> Iterator[_Post]:
    """The words for posts of a folded text; none that somebody held before or will hold."""
    for found in _WAY.finditer(text):
        ahead = text[: found.start()]
        if not _NOT_NOW.search(ahead):
            yield _Post(_MEANT[found[0].lower()], bool(_DEPUTY.search(ahead)), *found.span())


def _held(sentence: Pieces) -> Iterator[tuple[_Post, Span]]:
    """The posts of a sentence, each with the name that stands right beside it."""
    text = sentence.text
    folded = fold(text).text
    if len(folded) != len(text):
        return
    for post in _posts(folded):
        chinese = is_chinese(text[post.start])
        behind = (_BEHIND_CHINESE if chinese else _BEHIND).match(text, post.end)
        found = behind or (_AHEAD_CHINESE if chinese else _AHEAD).search(text[: post.start])
        if not found:
            continue
        start, end = found.span("name")
        if end := _name_ends(sentence, start) if chinese else end:
            yield post, Span(start, end)


def _name_ends(sentence: Pieces, start: int) -> int:
    """Where a Chinese name ends that begins at an offset, of three characters or dotted; 0 where none begins there."""
    row = sentence.row
    persons = (each for each in candidates(sentence) if each.look is Look.PERSON and row[each.first].start == start)
    first = next((place for place, piece in enumerate(row) if piece.start == start), None)
    if first is None:
        return 0
    person = next(persons, None)
    near = (n for n, piece in enumerate(row, 1) if start + 1 < piece.end <= start + 3)
    last = person.last if person else max(near, default=0)
    return row[dotted(sentence, first, last)[1] - 1].end if last else 0


def _outermost(terms: Sequence[QueryTerm], post: _Post) -> list[QueryTerm]:
    """The terms that stand in no other, those that reach into the post left out: 工业 of 工业部长."""
    apart = [each for each in terms if each.end <= post.start or post.end <= each.start]
    return [each for each in apart if not any(_within(each, other) for other in apart)]


def _within(one: QueryTerm, other: QueryTerm) -> bool:
    shorter = other.end - other.start > one.end - one.start
    return shorter and other.start <= one.start and one.end <= other.end


def _says(text: str, word: QueryTerm) -> bool:
    """Whether a text has a word, a translation of it or a name that it is heard as."""
    forms = {form for form, _ in (*word.alternatives, *word.sounds, *word.together)}
    return bool(forms & terms_kept(text)) or any(form in text for form in forms if not form.isascii())
