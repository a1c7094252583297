"""Follow-up questions made whole from the question and answer before them."""

from __future__ import annotations

import re

from corpus import question_language
from corpus.sentences import sentences
from qa.conversing import follow_ups_chinese, follow_ups_english


def whole(question: str, previous: str, answer: str) -> str:
    """The question with what it leaves out filled in from the whole question before it and that one's answer.

    A question that leaves nothing out comes back as it is: a new subject is not dragged along.
    """
    chinese = question_language(question).chinese
    if question_language(previous).chinese != chinese:
        return question
    completed = follow_ups_chinese.whole if chinese else follow_ups_english.whole
    return completed(question.strip(), previous.strip(), short_answer(answer))


def owned(clause: str, first: str) -> str:
    """A later clause of a Chinese question, said of what the first is about: 馆长电话多少; of others empty."""
    topic = follow_ups_chinese.topic_of(first) if question_language(clause).chinese else ""
    return f"{topic}{clause}" if topic and topic not in clause else ""


def short_answer(answer: str) -> str:
    """The bare answer that an answer's text begins with; empty where it begins with something longer."""
    text = re.split(r"\s*\[\d+\]|[\n;；]", answer.strip(), maxsplit=1)[0]
    first = text[: next((end for _, end in sentences(text)), 0)].strip(" .。")
    first = re.sub(r"\s*[(（][^)）]*[)）]\s*$", "", first).strip(" :：,，\"“”「」")
    return first if 0 < len(first) <= 60 else ""
