"""Signs of which one alone tells that the evidence is of something else than is asked about."""

from __future__ import annotations

import re
from functools import cache

from corpus import Language
from corpus.sentences import clause_at, clause_span, sentences
from corpus.tables import cells, header_of
from index.folding import fold
from index.model import EmbeddedModel
from index.names import SURNAMES, characters_read, latin_names, readings
from index.words import is_chinese
from qa.contrasts import NUMBERED, OF_CLAUSE, by_slot, conflicts, mentions
from qa.numbered import others_alone
from qa.question import asked
from qa.reading.forms.beneath import heading_over, tells_of_deed
from qa.reading.forms.posed import poses
from qa.reading.forms.steps import asks_to_do
from qa.reading.matching import match
from qa.reading.people.parties import another_is_told
from qa.reading.people.successions import of_another_succession
from qa.reading.pieces import pieces
from qa.reading.times.after_next import asks_after_next, tells_after_next
from qa.reading.times.told_when import only_of_others
from qa.refusing.fitting import of_another_sort
from qa.refusing.posts import of_another_post, of_no_such_post, of_no_such_vote
from qa.refusing.signals import Collection, Signals, is_held
from qa.refusing.subjects import in_passing, of_another_clause, of_another_life, of_another_relation, of_other_side
from qa.types import Kind, RankedSentence, Task
from qa.wordings import THING_THERE

_ABSENT_NAME = 0.3  # rarity from which a word is too rare for its absence to be chance
_SAID_AT_ALL = 0.2  # share of the question's words, by rarity, below which evidence is about something else
_OF_ITEM = 0.35  # how well the rarest word of a question must be matched by the item of a list whose figure is given
# Slots in which evidence of another member is of something else, whatever else agrees.
_APART = frozenset({"when", "half", "quarter", "season", "feast", "trade", "money", "sex", "seat", "colour"})
_HEADING = ("year", "season")  # what the heading of a table says of each of its rows
_SAID_OF = {
    Kind.QUANTITY: OF_CLAUSE, Kind.DATE: OF_CLAUSE, Kind.YES_NO: frozenset({"room", "meal", "pass"}),
    Kind.PLACE: frozenset({"room", "meal"}), Kind.OTHER: frozenset({"fee", "meal"}),
}  # fmt: skip
_THING_LIKE = 0.45  # how well the likeliest word for a thing must be matched where there is said to be one
# What is there without being named, a discount where students pay less, or goes by many names.
_NO_THINGS = frozenset({
    "discount", "fee", "charg", "cost", "limit", "deadlin", "penalti", "fine", "minimum", "maximum", "rule", "differ",
    "way", "reason", "need", "chanc", "time", "age", "restrict", "condit", "somewher", "anywher", "anyon", "anyth",
    "place", "spot", "internet", "wifi", "wi", "优惠", "折扣", "费用", "限制", "要求", "罚款", "规定", "期限", "办法",
    "区别", "条件", "时间", "年龄", "问题", "影响", "变化", "地方", "网络", "无线",
})  # fmt: skip
# E7, VX-30, and the version of what is named: Ledger 8.4; Q3 and H1 are parts of a year.
_CODE = re.compile(
    r"(?<![A-Za-z\d])(?!Q[1-4]|H[12])([A-Z]{1,4}-?|[A-Z][A-Za-z]+ (?=\d+\.\d))(\d+(?:\.\d+)*)(?![\d%])"
)
# The next of its kind; and what tells of one: will be held, 将于, every month.
_NEXT = re.compile(
    r"下一?[次届轮回场期]|\bnext (?!(?:to|door|year|month|week|day|season|quarter|term|spring|summer|autumn|winter|fall"
    r"|\w+day|step)\b)",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"下|[将將拟擬每]|定[于於在]|计划|計劃|预计|預計|再[次开開办辦]|推迟|延期|明年|之后|以后|后续|另行"
    r"|\b(?:next|will|shall|to be|going to|follow\w+|upcoming|scheduled|planned|expected|due|every|each|again|future"
    r"|later|postponed|until|is|are)\b",
    re.IGNORECASE,
)
_STEP_SAID, _STEP_LIKE, _STEP_SUPPORTED = 0.5, 0.26, 0.4  # a word of a deed said, or something like it; log-odds
# What is done with anything: a line about the child lock tells how it is turned on.
_WITH_ANYTHING = frozenset({
    "turn", "switch", "use", "set", "get", "work", "打开", "开启", "使用", "设置", "开", "用", "弄",
})  # fmt: skip
# What only says which thing of its own the text is about, and so need not be said.
_OF_TEXT = frozenset({"machin", "devic", "product", "applianc", "机器", "设备", "产品"})
_IN_ROW = NUMBERED | {"place in a row"}


def ruled_out(task: Task, found: Signals, index: Collection) -> bool:
    """Whether one sign alone tells that the evidence is of something else, whatever the others say."""
    # A name that no passage holds, and nothing like it near the evidence: the documents speak of something else. Across
    # languages a name may stand there unrecognised, the Chinese of a foreign one above all.
    in_english = task.language is Language.ENGLISH
    told_in_english = task.evidence is not None and task.evidence.passage.language is Language.ENGLISH
    foreign = in_english is told_in_english and found.least == 0 and found.absent > _ABSENT_NAME
    # Hardly a word of the question has anything like it near.
    foreign |= found.meant < _SAID_AT_ALL
    # One of several figures in a row, of which none is of what the question asks for; in English, where commas join
    # much else, that rules out more right answers than wrong ones.
    foreign |= not in_english and not told_in_english and found.item < _OF_ITEM
    # Provincial design centres, where provincial technology centres are asked for and only national ones told.
    foreign |= found.astray > 0
    foreign |= of_another_sort(task)
    another = (
        _another_member, _another_in_row, _behind_another, _another_code, _another_person, of_another_post,
        _another_party, _not_the_next, _not_after_next, _nothing_like, _untold_deed, _of_other_years, of_another_life,
        of_another_succession, of_another_relation, of_another_clause, of_other_side, of_no_such_post, in_passing,
        of_no_such_vote,
    )  # fmt: skip
    of_all = (_another_year, _unheard_of)
    return foreign or any(rule(task) for rule in another) or any(rule(task, index) for rule in of_all)


def _of_other_years(task: Task) -> bool:
    """Whether the figure read is told of other years than the ones asked about."""
    years = asked(task.question).years
    return task.kind is Kind.QUANTITY and bool(task.spans) and only_of_others(task.spans[0], years)


def _another_member(task: Task) -> bool:
    """Whether the sentence read tells of last year where this one is asked for, of exports where imports are.

    Whoever asks for a person means the head or the deputy; elsewhere a post may be named by the way. Why something is
    so this year may be told of last year.
    """
    if not task.spans or task.kind is Kind.REASON:
        return False
    text, (start, _) = task.spans[0].sentence.text, task.spans[0].within
    clause = clause_span(text, start)
    # What is said behind, "against 4 last year", is said of another figure.
    apart = {*conflicts(task.question, text[clause.start : clause.end], text[: clause.end])}
    if _SAID_OF.get(task.kind, frozenset()) & {*conflicts(task.question, clause_at(text, start))}:
        return True
    if _said_of_another_sum(task.question, text, task.spans[0].within):
        return True
    return bool(apart & _APART) or (task.kind is Kind.PERSON and "standing" in apart)


def _said_of_another_sum(question: str, text: str, place: tuple[int, int]) -> bool:
    """Whether the profit is asked for, and a clause that tells it and the loss says the loss right ahead of the figure.
    """
    asked_for = by_slot(question).get("money", set())
    clause = clause_span(text, place[0])
    told = [each for each in mentions(text) if each.slot == "money" and clause.start <= each.start < clause.end]
    ahead = [each for each in told if each.end <= place[0]]
    behind = any(0 <= each.start - place[1] <= 1 for each in told)  # a £2 million profit
    return bool(asked_for and ahead) and not behind and ahead[-1].member not in asked_for


def _another_in_row(task: Task) -> bool:
    """Whether the fifteenth is asked for, and evidence was read that stands beside the fourteenth, and no fifteenth.

    So it is with the sixth grade, and evidence about the fifth, or under a title that says so.
    """
    asked_for, best = by_slot(task.question), task.evidence
    if not asked_for.keys() & _IN_ROW or best is None or not task.spans:
        return False
    above, beside = by_slot(best.passage.above), by_slot(_beside(best))
    passage = by_slot(best.passage.text)
    return any(
        (slot in beside or (slot in NUMBERED and slot in above))
        and not asked_for[slot] & (above.get(slot, set()) | passage.get(slot, set()))
        for slot in asked_for.keys() & _IN_ROW
    )


def _behind_another(task: Task) -> bool:
    """Whether a sentence tells of the first and of the second, and what was read stands behind the other one of them.
    """
    if not task.spans or task.kind not in (Kind.DATE, Kind.QUANTITY):
        return False
    if (task.language is Language.ENGLISH) is not (task.spans[0].sentence.passage.language is Language.ENGLISH):
        return False
    (start, _), asked_for = task.spans[0].within, by_slot(task.question).get("order", set())
    told = [each for each in mentions(task.spans[0].sentence.text) if each.slot == "order"]
    ahead = [each.member for each in told if each.end <= start]
    return bool(ahead) and ahead[-1] not in asked_for and any(each.member in asked_for for each in told)


def of_another_table(task: Task) -> bool:
    """Whether a cell was read of a table that is headed by another year or season, and none of its rows has that one.
    """
    if not task.spans:
        return False
    row = task.spans[0].sentence
    if not cells(row.text, header_of(row.passage, row.start)):
        return False
    above = by_slot(f"{row.passage.above}\n{row.passage.text[: row.start - row.passage.start]}")
    asked_for, beside = by_slot(task.question), by_slot(row.passage.text)
    headed = [slot for slot in _HEADING if slot in asked_for and len(above.get(slot, ())) == 1]
    return any(not asked_for[slot] & (above[slot] | beside.get(slot, set())) for slot in headed)


def _beside(best: RankedSentence) -> str:
    """A sentence with the one before it and the one after it in its passage."""
    text, start = best.passage.text, best.start - best.passage.start
    own = [*sentences(text)]
    place = next((n for n, each in enumerate(own) if each.start <= start < each.end), 0)
    near = own[max(place - 1, 0) : place + 2]
    return text[near[0].start : near[-1].end] if near else text


def _another_code(task: Task) -> bool:
    """Whether E5 is asked about and the passages found tell of E7 and E9, or of another version, and not of it."""
    asked_for = _codes(task.question)
    told = _codes(task.told) if asked_for else {}
    if any(told.get(head) and not told[head] & numbers for head, numbers in asked_for.items()):
        return True
    if task.kind in (Kind.YES_NO, Kind.REASON):  # it may run on Windows 11 too
        return False
    return any(others_alone(task.told, each, task.question) for each in asked(task.question).numbered)


def _another_person(task: Task) -> bool:
    """Whether the question names somebody in pinyin, and no Chinese passage found has a character read like that.

    Zhao is asked about, and the passages tell of 王建国; how other names are said in Chinese is less sure. The Long
    March is no Mr Long: 长征 says it.
    """
    if task.language is not Language.ENGLISH or task.evidence is None:
        return False
    if task.evidence.passage.language is Language.ENGLISH:
        return False
    named = [each for each in task.query.terms if each.capitalised and each.start and each.term in _surnames()]
    told = task.told if named else ""
    return any(
        not each.sounds
        and not set(told) & set(characters_read(each.term))
        and not any(form in told for form, _ in (*each.alternatives, *each.together))
        for each in named
    )


def _not_after_next(task: Task) -> bool:
    """Whether the one after the next is asked for, and the evidence tells of no such one."""
    return task.evidence is not None and asks_after_next(task.question) and not tells_after_next(task.evidence.text)


def _not_the_next(task: Task) -> bool:
    """Whether the next meeting is asked about, and the evidence says nothing of what is still to come."""
    if task.evidence is None or not _NEXT.search(task.question) or task.kind is Kind.REASON:
        return False
    return not any(_TO_COME.search(each) for each in (task.evidence.text, task.evidence.passage.above))


def _another_party(task: Task) -> bool:
    """Whether the landlord is asked for, and who is called the tenant was read."""
    span = task.spans[0] if task.spans else None
    return span is not None and another_is_told(task.question, span.sentence.text, span.within)


def _nothing_like(task: Task) -> bool:
    """Whether it is asked whether there is something, and what was read has nothing like it: breakfast, no washer."""
    folded = fold(task.question)
    found = THING_THERE.search(folded.text) if task.kind is Kind.YES_NO else None
    if found is None or found.lastgroup is None or task.evidence is None:
        return False
    if (task.evidence.passage.language is Language.ENGLISH) is not (task.language is Language.ENGLISH):
        return False
    start, end = folded.span(*found.span(found.lastgroup))
    words = [each for each in task.query.terms if start <= each.start and each.end <= end]
    if not words or any(each.term in _NO_THINGS for each in words):
        return False
    told = f"{task.evidence.text}\n{task.evidence.passage.above}"
    matching = match(words, [pieces(told)], EmbeddedModel.load().word_vectors)
    return float(matching.best().max(initial=0)) < _THING_LIKE


def _untold_deed(task: Task) -> bool:
    """Whether it is asked how something is done, and what was read tells how something else is: to cancel, no account.

    Either no word of the deed is said there, or one has nothing like it and the support network doubts it too.
    """
    best = task.evidence
    if best is None or task.kind is not Kind.OTHER or not asks_to_do(task.question):
        return False
    if (best.passage.language is Language.ENGLISH) is not (task.language is Language.ENGLISH):
        return False
    if tells_of_deed(fold(heading_over(best)).text, fold(task.question).text):
        return False
    words = [each for each in task.query.terms if each.term not in _OF_TEXT | _WITH_ANYTHING and len(each.term) > 1]
    ahead = best.passage.text[: best.start - best.passage.start]
    asked_ahead = [ahead[start:end] for start, end in sentences(ahead)[-1:] if poses(ahead[start:end])]
    told = "\n".join((best.text, best.passage.above, *asked_ahead))
    said = match(words, [pieces(told)], EmbeddedModel.load().word_vectors).best().max(axis=1, initial=0)
    if len(said) > 1 and said.max() < _STEP_SAID:
        return True
    return bool(len(said) and said.min() < _STEP_LIKE and task.support < _STEP_SUPPORTED)


def _unheard_of(task: Task, index: Collection) -> bool:
    """Whether a Chinese question names what English passages nowhere name: 布里斯托尔, and none says Bristol.

    A name may be told by another that no table has; so the support network has to doubt it too, but of a yes or a no.
    """
    if not task.language.chinese or task.evidence is None or task.evidence.passage.language is not Language.ENGLISH:
        return False
    if task.support > 0 and task.kind is not Kind.YES_NO:
        return False
    words = {each.term for each in task.query.terms if not each.sounds and is_chinese(each.term)}
    # A feast may be told by its date.
    names = [latin_names(each) for each in words if not each.endswith("节") and f"{each}节" not in words]
    return any(known and not any(is_held(name, index) for name in known) for known in names)


@cache
def _surnames() -> frozenset[str]:
    """The commonest reading of each surname."""
    return frozenset(reading for character in SURNAMES for reading in readings(character)[:1])


def _codes(text: str) -> dict[str, set[str]]:
    """The numbers of a text's codes and versions by what stands before them."""
    found: dict[str, set[str]] = {}
    for head, number in _CODE.findall(text):
        found.setdefault(head.strip(" -"), set()).add(number.lstrip("0"))
    return found


def _another_year(task: Task, index: Collection) -> bool:
    """Whether the question names years, and neither a passage nor the evidence's heading holds one of them.

    The years beside them count too, since "last year" and "the year after" are said of the year that is written.
    """
    years = {int(each.member) for each in mentions(task.question) if each.slot == "year" and each.member.isdigit()}
    near = {str(year + step) for year in years for step in (-1, 0, 1)} | {f"{year // 10 * 10}s" for year in years}
    if not years or any(is_held(year, index) for year in near):
        return False
    above = {each.passage.above for each in task.sentences}
    return not any(year in heading for heading in above for year in near)
