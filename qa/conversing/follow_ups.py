"""Follow-up questions made whole from the question and answer before them, in whichever script and language."""

from __future__ import annotations

import re

from corpus import Language, question_language
from corpus.sentences import sentences
from index.names import SURNAMES
from qa.contrasts import mentions
from qa.conversing import (
    corrections,
    follow_ups_chinese,
    follow_ups_english,
    owners,
    reasons,
    substitution,
    topics_chinese,
    topics_english,
)
from qa.question import kind_of, simplified, worded_in_chinese
from qa.saying.notation import in_script
from qa.types import Kind

_OWNED = re.compile("(?:his|her|its|their) |[他她它]们?的", re.IGNORECASE)
# What asks alone in either language, and how it is asked in the English and in the Chinese of the question before.
_ALONE = (
    ("when", "什么时候|何时|什么时间", ("When?", "什么时候？")),
    ("until when", "到(?:什么时候|何时|几时)", ("Until when?", "到什么时候？")),
    ("since when", "从(?:什么时候|何时)(?:开始)?", ("Since when?", "从什么时候？")),
    ("where", "在?(?:哪里?|哪儿|什么地方)", ("Where?", "在哪里？")),
    ("why", "为什么|为何|为啥", ("Why?", "为什么？")),
    ("how much(?: is (?:it|that))?", "多少钱|什么价格?", ("How much?", "多少钱？")),
    ("how long", "多久|多长时间", ("How long?", "多久？")),
    ("by whom|who", "谁|是谁", ("Who?", "谁？")),
)


def whole(question: str, previous: str, answer: str) -> str:
    """The question with what it leaves out filled in from the whole question before it and that one's answer.

    A question that leaves nothing out comes back as it is: a new subject is not dragged along.
    """
    asked, before = simplified(question), simplified(previous.strip())
    answered = simplified(answer)
    said = corrections.as_follow_up(asked).strip()  # what corrects is a follow-up too
    if reasons.alone(said):
        said, before = reasons.asked_of(said, before, answered)
    completed = _completed(said, before, short_answer(answered))
    if completed in (asked, asked.strip()):
        return question
    return _as_written(completed, answer, previous, question)


def _completed(question: str, previous: str, short: str) -> str:
    chinese = worded_in_chinese(question.lower())
    whole_in_language = follow_ups_chinese.whole if chinese else follow_ups_english.whole
    if worded_in_chinese(previous.lower()) == chinese:
        return whole_in_language(question, previous, short)
    # A user who changes the language: "and in 2022?" of a question in Chinese.
    topic = (topics_english if chinese else topics_chinese).topic_of(previous)
    if part := (follow_ups_chinese if chinese else follow_ups_english).left_alone(question):
        if topic and (owned := _OWNED.match(part)):
            whose = f"{topic}的" if chinese else f"{topics_english.possessive(topic)} "
            part = f"{whose}{part[owned.end() :]}"
        return _put_in(part, previous, topic)
    if asked := next((other for same in _ALONE if (other := _in_other(question, *same, chinese=chinese))), ""):
        whole_in_other = follow_ups_english.whole if chinese else follow_ups_chinese.whole
        return whole_in_other(asked, previous, short)
    if not topic or (chinese and follow_ups_chinese.names_attribute(question)):
        return question
    who = kind_of(previous) is Kind.PERSON
    about = f"{topic}{'是谁' if who else '怎么样'}?" if chinese else f"{'Who' if who else 'How'} is {topic}?"
    return whole_in_language(question, about, short)


def _in_other(question: str, english: str, chinese_words: str, says: tuple[str, str], *, chinese: bool) -> str:
    """What a question that is nothing but its asking says in the other language; empty where it is none such."""
    pattern = rf"(?:那么?|是|and |but |so )*(?:{chinese_words if chinese else english})[呢\W]*"
    return says[0 if chinese else 1] if re.fullmatch(pattern, question, re.IGNORECASE) else ""


def _put_in(part: str, previous: str, topic: str) -> str:
    """The part in the place of the topic of a question in the other language; a time or a place is added to it."""
    chinese = worded_in_chinese(previous.lower())
    owns = topic and f"{topic}的" in previous  # 灯塔的门票: of the lighthouse, whatever the part is most like
    if not owns and (swapped := substitution.substituted(previous, part, substitution.SLIGHTLY_ALIKE)):
        return swapped if chinese else re.sub(rf"\b(?:the|an?) (?={re.escape(part)})", "", swapped)
    if not topic or topics_english.leads(part) or any(each.slot in ("day", "year", "month") for each in mentions(part)):
        return f"{previous.rstrip('?？ ')} {part}{'？' if chinese else '?'}"
    return previous.replace(topic, re.sub("^(?:the|an?) ", "", part, flags=re.IGNORECASE) if chinese else part, 1)


def owned(clause: str, first: str) -> str:
    """A later clause of a Chinese question, said of what the first is about: 馆长电话多少; of others empty."""
    topic = topics_chinese.topic_of(first) if question_language(clause).chinese else ""
    return f"{topic}{clause}" if topic and topic not in clause else ""


def may_be_person(question: str) -> bool:
    """Whether what a question is about may be somebody: a name, a post."""
    if worded_in_chinese(question.lower()):
        topic = topics_chinese.topic_of(simplified(question))
        return owners.is_post(topic) or (len(topic) == 3 and topic[0] in SURNAMES)
    topic = topics_english.topic_of(question)
    return bool(topic) and (owners.is_person(topic) or re.search("(?<!The )[A-Z]", topic) is not None)


def short_answer(answer: str) -> str:
    """The bare answer that an answer's text begins with; empty where it begins with something longer."""
    text = re.split(r"\s*\[\d+\]|[\n;；]", answer.strip(), maxsplit=1)[0]
    first = text[: next((end for _, end in sentences(text)), 0)].strip(" .。")
    first = re.sub(r"\s*[(（][^)）]*[)）]\s*$", "", first).strip(" :：,，\"“”「」")
    first = re.sub("^(?:The|An?)(?= )", lambda article: article[0].lower(), first)
    return first if 0 < len(first) <= 60 else ""


def _as_written(text: str, *sources: str) -> str:
    """Simplified text in the characters of what it is made from; the last source tells the script, if it shows any."""
    *earlier, own = sources
    shown = own if in_script(own, Language.TRADITIONAL) != own or simplified(own) != own else earlier[-1]
    if question_language(shown) is not Language.TRADITIONAL:
        return text
    written = {new: old for source in sources for new, old in zip(simplified(source), source, strict=True)}
    return "".join(written.get(each) or in_script(each, Language.TRADITIONAL) for each in text)
