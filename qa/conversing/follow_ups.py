"""Follow-up questions made whole from the question and answer before them, in whichever script and language."""

from __future__ import annotations

import re

from corpus import Language, question_language
from corpus.sentences import sentences
from index.folding import fold
from index.words import is_chinese
from qa.conversing import corrections, follow_ups_chinese, follow_ups_english, substitution, topics_english
from qa.saying.notation import in_script


def whole(question: str, previous: str, answer: str) -> str:
    """The question with what it leaves out filled in from the whole question before it and that one's answer.

    A question that leaves nothing out comes back as it is: a new subject is not dragged along.
    """
    asked, before = _simplified(question), _simplified(previous.strip())
    # What corrects is a follow-up too.
    completed = _completed(corrections.as_follow_up(asked).strip(), before, short_answer(_simplified(answer)))
    if completed in (asked, asked.strip()):
        return question
    return _as_written(completed, answer, previous, question)


def _completed(question: str, previous: str, short: str) -> str:
    chinese = question_language(question).chinese
    whole_in_language = follow_ups_chinese.whole if chinese else follow_ups_english.whole
    if question_language(previous).chinese == chinese:
        return whole_in_language(question, previous, short)
    # A user who changes the language: "and in 2022?" of a question in Chinese.
    if part := (follow_ups_chinese if chinese else follow_ups_english).left_alone(question):
        return substitution.substituted(previous, part) or question
    if not (topic := (topics_english if chinese else follow_ups_chinese).topic_of(previous)):
        return question
    return whole_in_language(question, f"{topic}怎么样?" if chinese else f"How is {topic}?", short)


def owned(clause: str, first: str) -> str:
    """A later clause of a Chinese question, said of what the first is about: 馆长电话多少; of others empty."""
    topic = follow_ups_chinese.topic_of(first) if question_language(clause).chinese else ""
    return f"{topic}{clause}" if topic and topic not in clause else ""


def short_answer(answer: str) -> str:
    """The bare answer that an answer's text begins with; empty where it begins with something longer."""
    text = re.split(r"\s*\[\d+\]|[\n;；]", answer.strip(), maxsplit=1)[0]
    first = text[: next((end for _, end in sentences(text)), 0)].strip(" .。")
    first = re.sub(r"\s*[(（][^)）]*[)）]\s*$", "", first).strip(" :：,，\"“”「」")
    first = re.sub("^(?:The|An?)(?= )", lambda article: article[0].lower(), first)
    return first if 0 < len(first) <= 60 else ""


def _simplified(text: str) -> str:
    """The text with simplified characters, as the patterns have them, all else as it is."""
    folded = fold(text).text
    if len(folded) != len(text):
        return text
    return "".join(new if is_chinese(old) else old for old, new in zip(text, folded, strict=True))


def _as_written(text: str, *sources: str) -> str:
    """Simplified text in the characters of what it is made from; the last source tells the script, if it shows any."""
    *earlier, own = sources
    shown = own if in_script(own, Language.TRADITIONAL) != own or _simplified(own) != own else earlier[-1]
    if question_language(shown) is not Language.TRADITIONAL:
        return text
    written = {new: old for source in sources for new, old in zip(_simplified(source), source, strict=True)}
    return "".join(written.get(each) or in_script(each, Language.TRADITIONAL) for each in text)
