"""Posts, prizes and votes of which nothing is told: who has another, or voted otherwise, is no answer."""

from __future__ import annotations

import re

from corpus import Language
from corpus.sentences import clause_at
from index.paraphrases import paraphrases
from index.words import stem
from qa.contrasts import by_slot
from qa.reading.people.appointments import TITLES, post_asked
from qa.reading.people.incumbents import holds_another
from qa.reading.pieces import pieces
from qa.types import Kind, Task

_STEM = 5  # letters
_OF_MATTER = re.compile(
    r"^who(?:'s| is| was) (?:the|its|their|your|our)(?P<of>(?: [a-z]+){1,3}?) "
    r"(?:director|manager|officer|head|secretary|editor|coordinator|minister)(?: (?:of|at|for|in) [^?]+)?\W*$"
    r"|^who (?:won|got|received|was (?:given|awarded)) (?:the|an?) (?P<prize>(?:[\w'’-]+ ){1,3}?)"
    r"(?:award|prize|cup|medal|trophy|shield)\W*$",
    re.IGNORECASE,
)
_POST_BEFORE = re.compile(rf"[副总]*(?:{TITLES})$")
_ANY = """new current present general deputy vice assistant associate acting former executive chief managing senior
    junior first second third fourth last next previous prime"""
_OF_ANY_POST = frozenset(_ANY.split())
_JOB = re.compile(
    r"^who(?:'s| is) (?:the|your|our|their) (?:[a-z]+ )?(?P<job>caretaker|treasurer|nurse|librarian|groundsman|gardener"
    r"|accountant|receptionist|cook|chef|chaplain|organist|conductor|physiotherapist|bookkeeper)\W*$",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    r"^(?:谁是)?(?:公司|集团)?的?(?:(?P<of>(?:(?![总副前原新现任的])[\u4e00-\u9fff]){2,4})的?"
    r"(?:总监|经理|主管|主任|科科长|部部长|处处长)|首席(?P<chief>[\u4e00-\u9fff]{2})官)"
    r"(?:是谁|是哪位|叫什么(?:名字)?)?\W*$"
)
_IN_ROW = re.compile(
    r"^who (?:is|was) (?:the|its|their) (?:first|second|third|fourth|fifth|last) "
    r"(?P<post>director|manager|chairman|chair|president|secretary|editor|mayor|governor|principal|headmaster|captain)\b"
    r"|(?P<chinese>(?:第[二三四五六七八九十]|首)任)(?=[\u4e00-\u9fff]{1,6}(?:是谁|是哪位))",
    re.IGNORECASE,
)


def of_no_such_post(task: Task) -> bool:
    """Whether who holds a post or won a prize is asked for, and no passage found has what tells it from others.

    The evidence for who was the second director has at least a director in it.
    """
    evidence, question = task.evidence, task.question.strip()
    if evidence is None or (task.spans and task.spans[0].plain):
        return False
    if (evidence.passage.language is Language.ENGLISH) is not (task.language is Language.ENGLISH):
        return False
    if found := _IN_ROW.search(question):
        return (found["post"] or found["chinese"]).lower() not in evidence.text.lower()
    if _has_another(task):
        return True
    job, apart = _JOB.search(question), _telling_apart(question)
    if not job and not apart:
        return False
    told = task.told.lower()
    if job:
        return job["job"].lower() not in told and not _otherwise(job["job"].lower(), told)
    return any(word[:_STEM] not in told for word in apart)


def of_another_post(task: Task) -> bool:
    """Whether it is asked who holds a post, and who was read is told to hold another."""
    span = task.spans[0] if task.spans and task.kind is Kind.PERSON else None
    return span is not None and holds_another(task.question, pieces(span.sentence.text), *span.within)


def of_no_such_vote(task: Task) -> bool:
    """Whether it is asked who voted in some way, and who was read is not said to have done so."""
    asked_for = by_slot(task.question).get("vote")
    if not asked_for or not task.spans or task.kind is not Kind.PERSON:
        return False
    clause = clause_at(task.spans[0].sentence.text, task.spans[0].within[0])
    return not asked_for & by_slot(clause).get("vote", set())


def _has_another(task: Task) -> bool:
    """Whether who was read stands right behind another Chinese post, 副主席, and the one asked for is not beside."""
    asked = post_asked(task.question)
    if asked is None or not task.spans:
        return False
    sentence, (start, _) = task.spans[0].sentence.text, task.spans[0].within
    beside = _POST_BEFORE.search(sentence[:start])
    return beside is not None and beside[0] != asked.post and asked.post not in sentence.replace(f"副{asked.post}", "")


def _telling_apart(question: str) -> list[str]:
    """What tells a post, or a prize, from others: finance director, batting cup, 市场总监."""
    if found := _OF_MATTER.search(question):
        words = (found["of"] or found["prize"]).lower().split()
        return [word for word in words if word not in _OF_ANY_POST]
    found = _CHINESE.search(question)
    return [found["of"] or found["chief"]] if found else []


def _otherwise(word: str, told: str) -> bool:
    """Whether a text says a word in others: a janitor, for the caretaker."""
    return any(other[:_STEM] in told for other, _ in paraphrases(stem(word)) if other.isascii())
