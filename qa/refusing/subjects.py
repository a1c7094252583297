"""Evidence that tells something of another person or thing than the one asked about, which it names in passing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus import Language
from corpus.sentences import clause_at, sentences
from qa.question import asked
from qa.reading.candidates import Look, candidates
from qa.reading.counting.elliptic import names_none, row_with
from qa.reading.counting.siblings import words_of
from qa.reading.people.kin import another_is_told
from qa.reading.people.lives import tells_of
from qa.reading.pieces import pieces
from qa.types import Kind, Task
from qa.wordings import CHINESE_WORDING

_NAMED = re.compile(
    r"\b(?:of|is|was|are|were|did|does|do|has|have|had) (?:the )?(?P<name>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})"
)
# What is compared with something, and whoever somebody knew, is named ahead of what is told of somebody else.
_COMPARED = re.compile(
    r"(?:\b(?:after|than|unlike|behind|besides|beyond)(?: the)? |(?:次于|比|不如|除了?))$", re.IGNORECASE
)
_IN_PASSING = re.compile(
    r"(?:\b(?:after|than|unlike|behind|besides|beyond|with|near|beside|like|under)(?: the)?(?: [a-z]+){0,2} "
    r"|(?:师从|拜|与|和|跟|同|随|向|受|次于|比|不如|除了?)[^，。；,;]{0,6})$",
    re.IGNORECASE,
)
_SIDES = "东西南北甲乙丙丁"
_SIDED = re.compile(rf"([{_SIDES}])([\u4e00-\u9fff])")
_HE = re.compile(r"\b(?:he|she|it|they)\b|[他她它]", re.IGNORECASE)
_SEXES = {
    sex: (re.compile(rf"(?:\b(?:{kin}),? |(?:{chinese}))$", re.IGNORECASE), re.compile(pronouns, re.IGNORECASE))
    for sex, kin, chinese, pronouns in (
        ("he", "husband|father|son|brother|uncle|mr", "丈夫|父亲|儿子|哥哥|弟弟|爷爷|外公", r"\b(?:he|his|him)\b|他"),
        ("she", "wife|mother|daughter|sister|aunt|mrs|ms", "妻子|母亲|女儿|姐姐|妹妹|奶奶|外婆", r"\b(?:she|her)\b|她"),
    )
}
_FIRST = 3  # pieces: "The novelist", "Dr", ahead of the name that a sentence begins with


def of_another_life(task: Task) -> bool:
    """Whether a birth is asked for, and what was read tells of none, or who died is another one than is asked about."""
    wording = replace(asked(task.question), kind=task.kind)
    if not task.spans or task.kind is not Kind.DATE or wording.period not in ("birth", "death"):
        return False
    text, (start, _) = task.spans[0].sentence.text, task.spans[0].within
    other = "death" if wording.period == "birth" else "birth"
    clause = clause_at(text, start)
    if not tells_of(wording.period, text) or (tells_of(other, clause) and not tells_of(wording.period, clause)):
        return True
    name = _subject(task)
    if not name or _says(text, name):
        return False
    return _of_the_other_sex(task, name, text) or (not _HE.search(text) and _begins_with_person(text))


def in_passing(task: Task) -> bool:
    """Whether the documents name what is asked about by the way alone, and what was read is said of something else."""
    if not task.spans or not (name := _subject(task)):
        return False
    sentence, (start, _) = task.spans[0].sentence, task.spans[0].within
    places = [(hit.passage.text, found.start()) for hit in task.hits for found in _said(hit.passage.text, name)]
    if not places or _says(sentence.passage.above, name) or _says(sentence.text[:start], name):
        return False
    if not all(_IN_PASSING.search(text[:place]) for text, place in places):
        return False
    # Of a person named in the clause or right before, "she" may tell; what it is compared with, "it" does not.
    text, begin = sentence.passage.text, sentence.start - sentence.passage.start
    before = [each for each in sentences(text) if each.end <= begin][-1:]
    near = [*(text[each.start : each.end] for each in before), clause_at(sentence.text, start)]
    return all(_COMPARED.search(each[: found.start()]) for each in near for found in _said(each, name))


def of_another_relation(task: Task) -> bool:
    """Whether somebody's relative is asked for, and who was read is told to be another one, or somebody else's."""
    span = task.spans[0] if task.spans else None
    return span is not None and not span.plain and another_is_told(task.question, span.sentence, span.within)
def of_another_clause(task: Task) -> bool:
    """Whether the figure read is of one of several clauses that each name a thing, and the question names another.

    It names none of them, and has a word that neither its kind nor what stands beside it has:
    丁厂, of 甲厂有员工210人,乙厂95人.
    """
    wording = asked(task.question)
    if not task.spans or wording.several or wording.superlative or task.evidence is None:
        return False
    span = task.spans[0]
    if (task.language is Language.ENGLISH) is not (span.sentence.passage.language is Language.ENGLISH):
        return False
    cut = pieces(span.sentence.text)
    row = row_with(cut, cut.touched(*span.within))
    if not row or not names_none(row, task.question):
        return False
    told = task.told
    if task.language is Language.ENGLISH:
        return bool(words_of(task.question) - words_of(told))
    ends = {each.name[-1] for each in row}
    of_its_kind = re.findall(rf"[\u4e00-\u9fff](?:{'|'.join(ends)})", task.question)
    words = [each.term for each in task.query.terms if len(each.term) > 1 and not CHINESE_WORDING.search(each.term)]
    beside = f"{span.sentence.passage.above}\n{span.sentence.text}"
    return any(each not in told for each in of_its_kind) or any(each not in beside for each in words)


def of_other_side(task: Task) -> bool:
    """Whether 北作业区 is asked about, and what was read stands beside 南作业区, and no passage has the former."""
    if not task.spans or task.language is Language.ENGLISH:
        return False
    sentence = task.spans[0].sentence
    beside = f"{sentence.passage.above}\n{sentence.text}"
    for asked_for in _SIDED.finditer(task.question):
        side, thing = asked_for[1], asked_for[2]
        if re.search(rf"[{_SIDES.replace(side, '')}]{thing}", beside) and asked_for[0] not in task.told:
            return True
    return False


def _of_the_other_sex(task: Task, name: str, text: str) -> bool:
    """Whether a text tells of "her" alone, and somebody's name stands behind 丈夫 somewhere, or the reverse."""
    pronouns = {sex for sex, (_, pronoun) in _SEXES.items() if pronoun.search(text)}
    if len(pronouns) != 1:
        return False
    told = [hit.passage.text for hit in task.hits]
    sexes = {
        sex
        for sex, (kin, _) in _SEXES.items()
        if any(kin.search(each[: found.start()]) for each in told for found in _said(each, name))
    }
    return bool(sexes) and not sexes & pronouns


def _subject(task: Task) -> str:
    """The name of what a question asks something of, its last word in English; empty where the languages differ."""
    evidence = task.evidence
    english = task.language is Language.ENGLISH
    if evidence is None or (evidence.passage.language is Language.ENGLISH) is not english:
        return ""
    if english:
        found = _NAMED.search(task.question)
        return re.sub(r"['’]s$", "", found["name"]).split()[-1] if found else ""
    cut = pieces(task.question)
    held = [each for each in candidates(cut) if each.look is Look.PERSON and not each.first]
    return cut.said(held[0].first, held[0].last) if held else ""


def _said(text: str, name: str) -> Iterator[re.Match[str]]:
    """Where a text says a name; its full form in English too, so that what stands ahead of that is seen."""
    whole = rf"\b(?:[A-Z][\w'’-]+ )*{re.escape(name)}\b" if name.isascii() else re.escape(name)
    return re.finditer(whole, text)


def _says(text: str, name: str) -> bool:
    return name.lower() in text.lower()


def _begins_with_person(text: str) -> bool:
    """Whether a sentence begins with somebody's name: two words with capitals, or a Chinese name."""
    cut = pieces(text)
    for each in candidates(cut):
        longer = each.last - each.first > 1
        if each.first < _FIRST and (each.look is Look.PERSON or (each.look is Look.NAME and longer)):
            return True
    return False
