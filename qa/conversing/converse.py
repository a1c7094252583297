"""What is meant by an utterance, given the conversation before it: a whole question, small talk, or a wrong errand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus import Language, question_language
from qa.conversing import follow_ups, owners, reasons
from qa.conversing.small_talk import reply, talk_of, without_greeting
from qa.question import kind_of
from qa.types import Kind, Turn


class Act(StrEnum):
    """What an utterance is: a question to the documents, small talk, or something that is not done here."""

    QUESTION = "question"
    SOCIAL = "social"
    DECLINED = "declined"


@dataclass(frozen=True, slots=True)
class Understood:
    """`rewritten` is the whole question, equal to `question` where nothing was filled in.

    `language` is that of the answer: of B座呢？ it is the script of what came before. `reply` is
    what is said back to small talk and to what is declined; empty for a question.
    """

    kind: Act
    question: str
    rewritten: str
    language: Language
    reply: str = ""


@dataclass(frozen=True, slots=True)
class _Before:
    """A whole question asked before, its answer, and the pronoun by which it spoke of somebody."""

    question: str
    answer: str
    pronoun: str


_USE_OF_IT = re.compile(r"(?:and )?how do i use it\W*|那?它?(?<=它)(?:怎么|如何)使?用\W*", re.IGNORECASE)
_TURNS_REMEMBERED = 8
_TURNS_SEARCHED = 2  # where the last says nothing of what is left out, the one before it does
_PERSONS_SEARCHED = 4
_CITES = re.compile(r"\[\d+\]")  # what cites nothing, as a refusal, is no answer to fill in
_STILL_POINTS = re.compile(r"\b(?:he|she|him|his|her)\b|\bthat year\b|(?<!其)[他她]|那一?年", re.IGNORECASE)
_FRAGMENT = {True: 12, False: 32}  # characters of Chinese and of English that leave out what a turn farther back tells
_LONGEST_FOLLOW_UP = 200  # characters: whoever writes more leaves nothing out


def understand(question: str, history: Sequence[Turn] = ()) -> Understood:
    """What is meant by a question, the earlier turns read in their order; an empty one stays an empty question."""
    language = question_language(question)
    if (talk := talk_of(question)) and not (history and _USE_OF_IT.fullmatch(question.strip())):
        kind = Act.SOCIAL if talk.social else Act.DECLINED
        return Understood(kind, question, question, language, reply(talk, language))
    before: list[_Before] = []
    for turn in history[-_TURNS_REMEMBERED:]:
        if talk_of(turn.question) or (before and reasons.alone(turn.question)):  # Are dogs allowed? Why? And cats?
            continue
        answer = turn.answer if _CITES.search(turn.answer) else ""
        before.append(_Before(_whole(turn.question, before), answer, owners.spoken_of(turn.question)))
    whole = _whole(question, before)
    if language.chinese and question_language(whole).chinese:
        language = question_language(whole)
    return Understood(Act.QUESTION, question, whole, language)


def _whole(question: str, before: Sequence[_Before]) -> str:
    """The whole question, filled in from the latest question and answer that fill in anything.

    What those leave of he and she is filled in from the ones before them. Of whom a question said she the next says
    she too, and not of who was asked for: Who did she replace? What does she say?
    """
    asked = without_greeting(question)
    if len(asked) > _LONGEST_FOLLOW_UP:
        return asked
    whole = asked
    short = len(asked) <= _FRAGMENT[question_language(asked).chinese]
    for each in _nearest(before, owners.spoken_of(asked)):
        if (whole == asked and (short or each is before[-1])) or _STILL_POINTS.search(whole):
            same = each.pronoun and owners.spoken_of(whole) == each.pronoun and kind_of(each.question) is Kind.PERSON
            whole = follow_ups.whole(whole, each.question, "" if same else each.answer)
    return whole


def _nearest(before: Sequence[_Before], pronoun: str) -> list[_Before]:
    """The last turns, latest first; of she and 他 the last that was about somebody ahead of what was about things."""
    last = before[: -_PERSONS_SEARCHED - 1 : -1]
    return sorted(last, key=lambda each: bool(pronoun) and not _about_somebody(each))[:_TURNS_SEARCHED]


def _about_somebody(turn: _Before) -> bool:
    """Whether a question asks for a person, or its subject may be one: a name, a post, whoever has a pronoun."""
    return bool(turn.pronoun) or kind_of(turn.question) is Kind.PERSON or follow_ups.may_be_person(turn.question)
