"""What is meant by an utterance, given the conversation before it: a whole question, small talk, or a wrong errand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus import Language, question_language
from qa.conversing import follow_ups
from qa.conversing.small_talk import reply, talk_of, without_greeting
from qa.types import Turn


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


_TURNS_REMEMBERED = 8
_CITES = re.compile(r"\[\d+\]")  # what cites nothing, as a refusal, is no answer to fill in
_LONGEST_FOLLOW_UP = 200  # characters: whoever writes more leaves nothing out


def understand(question: str, history: Sequence[Turn] = ()) -> Understood:
    """What is meant by a question, the earlier turns read in their order; an empty one stays an empty question."""
    language = question_language(question)
    if talk := talk_of(question):
        kind = Act.SOCIAL if talk.social else Act.DECLINED
        return Understood(kind, question, question, language, reply(talk, language))
    previous = answer = ""
    for turn in history[-_TURNS_REMEMBERED:]:
        if not talk_of(turn.question):
            previous = _whole(turn.question, previous, answer)
            answer = turn.answer if _CITES.search(turn.answer) else ""
    whole = _whole(question, previous, answer)
    if language.chinese and question_language(whole).chinese:
        language = question_language(whole)
    return Understood(Act.QUESTION, question, whole, language)


def _whole(question: str, previous: str, answer: str) -> str:
    asked = without_greeting(question)
    if not previous or len(asked) > _LONGEST_FOLLOW_UP:
        return asked
    return follow_ups.whole(asked, previous, answer)
