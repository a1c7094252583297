"""English follow-ups: "And in the previous year?" "How many of them?" "Who runs it?" made whole."""

from __future__ import annotations

import re

from index.words import ENGLISH_STOP_WORDS
from qa import kinds, wordings
from qa.contrasts import mentions
from qa.conversing import substitution
from qa.question import kind_of
from qa.types import Kind

_AUXILIARY = rf"(?:{wordings.AUXILIARIES})"
_COPULA = re.compile(r"(?:is|are|was|were|has|have|had)(?:n't)?$", re.I)
_ASKS = re.compile(r"\b(?:what|who|whom|whose|which|when|where|why|how)\b", re.I)
_ELLIPSIS = re.compile(
    r"^(?:and |but |so |then |ok(?:ay)?,? )*(?:(?:what|how) about|and|and what about|or|what of"
    r"|same for)\s+(?P<rest>[^?]{1,80}?)(?:,? then)?[?.!]*$",
    re.I,
)
_FRAGMENT = re.compile(r"^(?P<rest>(?:in|for|at|during|from|the|of|by)?\b[^?]{1,40})\?$", re.I)
_LEADING = re.compile(r"^(?:and|but|so|then|also|ok(?:ay)?)[, ]+", re.I)
_EARLIER = re.compile(
    r"\b(?:previous|prior|preceding|last) year\b|\byear (?:before|earlier|prior)\b|\byear-earlier\b",
    re.I,
)
_LATER = re.compile(r"\b(?:next|following|subsequent) year\b|\byear (?:after|later)\b", re.I)
_OF_THEM = re.compile(
    r"^how many(?: of)? (?:them|these|those|they)(?: (?:are|were|is) there)?\??$|^how many(?: are there"
    r"| in total)?\??$",
    re.I,
)
_BARE = re.compile(
    r"^(?P<ask>why|when|where|who|how many|how much|how|which ones?|since when|by whom)(?: (?:is|was|are|were) (?:it"
    r"|that|this|they))?\??$",
    re.I,
)
# What asks of the same deed, and its verb with it: When was the mill built? By whom?
_CIRCUMSTANCE = (
    r"why|when|where|how(?: often| long)?|since when|until when|for how long|(?:by|with|for|from|to) whom|from where"
)
_ASKED_ANEW = re.compile(rf"^(?:(?P<ask>{_CIRCUMSTANCE})|who (?P<with>by|with|for|from))\??$", re.I)
_ASKED_BEFORE = re.compile(rf"^(?:{_CIRCUMSTANCE}) (?P<rest>{_AUXILIARY} .+ .+)$", re.I)
_WHO_DID = re.compile(rf"^(?:and )?who (?!{_AUXILIARY}\b)(?P<did>\w+ .+)$", re.I)
_BARE_FORMS = {
    "why": "What is the reason for {}?", "when": "When was {}?", "where": "Where is {}?", "who": "Who is {}?",
    "how many": "How many {} are there?", "how much": "How much is {}?", "how": "How is {} done?",
    "since when": "Since when is {}?", "by whom": "By whom was {}?", "which": "Which {}?",
}  # fmt: skip
_LISTED = re.compile(r"^(?:what|which|list|name)(?: (?:are|were) (?:the )?)?\s*(?:two|three|four|five|all)?\s*", re.I)
_COUNTED = re.compile(rf"^(?:how many|which|what) (?!{_AUXILIARY}\b)(?P<things>[\w' -]+?) {_AUXILIARY}\b", re.I)
_BEFORE_A_NOUN = re.compile(r"\b(?:how many|which|what)\b(?! (?:is|are|was|were|do|does|did)\b)", re.I)
_PERSONAL = re.compile(r"\b(?P<he>he|she|him|his|her|hers)\b", re.I)
_IMPERSONAL = re.compile(
    r"\b(?P<it>its|it|they|them|their|theirs|there|this one|that one|these|those|that|this)\b",
    re.I,
)
_EXPLETIVE = re.compile(
    r"\b(?:is|was|does|did|will|would|has|had)? ?it (?:is |was |be |been )?(?:true|possible|necessary|important"
    r"|likely|known|said|take|takes|took|mean|means|that|easy|hard)\b|\b(?:is|are|was|were|will|would) there\b"
    r"|\bthere (?:is|are|was|were|will)\b",
    re.I,
)
_DEMONSTRATIVE = re.compile(r"\b(?:this|that|these|those) (?P<noun>[a-z-]+)", re.I)
_NO_ANTECEDENT = re.compile(rf"{kinds.AMOUNTS}|{kinds.YEARS}|people|many|much")
_DETERMINED = re.compile(r"\b(?:the|a|an)\b", re.I)
_ATTRIBUTE_OF = re.compile(
    rf"^(?:what|which|who)(?:'s| {_AUXILIARY})? (?:the |its |their )?(?:[\w'-]+ ){{0,3}}?[\w'-]+ (?=(?:of|for"
    r"|behind)\b)",
    re.I,
)
_IN_A_YEAR = re.compile(r"\b(?:in|by|as of|during) (?=(?:\d{4}|the (?:first|second|third))\b)")
_NAME = re.compile(r"(?:the )?(?:[A-Z][\w'’.&-]*)(?: (?:of |the |and |de )?[A-Z0-9][\w'’.&-]*)*")
_VERB_LIKE = re.compile(  # tried on words in lower case only: a capital makes a name
    r"^(?:[a-z]{2,}(?:ed|ing)|built|made|set|held|won|born|found|founded|begun|begin|have|has|had|get|give|given|take"
    r"|took|taken|live|lie|run|use|say|said|grow|grown|come|go|stand|cost|mean|called|located)$"
)
_ARTICLES = ("the", "a", "an")
_OBJECT_OF = re.compile(r"\b(?:of|for|about|behind)\s+(?P<object>(?!which\b|what\b).+)$", re.I)
_ATTRIBUTE = re.compile(
    rf"\b(?:{kinds.AMOUNTS}|name|names|date|reason|purpose|location|capital|founder|author|address|goal|aim"
    r"|headquarters|leader|director|budget)s?\b",
    re.I,
)


def whole(question: str, previous: str, short: str) -> str:
    """The whole question; the same where nothing is left out or nothing before it can fill it in."""
    if _OF_THEM.match(_LEADING.sub("", question)):
        return _counted(previous) or question
    if (asked := _ASKED_ANEW.match(_LEADING.sub("", question))) and (deed := _same_deed(asked, previous, short)):
        return deed
    bare = _BARE.match(_LEADING.sub("", question))
    topic = topic_of(previous)
    if bare and topic:
        return _BARE_FORMS[re.sub(r" ones?$", "", bare["ask"].lower())].format(topic)
    found = _ELLIPSIS.match(question) or (None if _ASKS.search(question) else _FRAGMENT.match(question))
    if found and not re.match(rf"{_AUXILIARY}\b", found["rest"], re.I) and not _ASKS.match(found["rest"]):
        return _completed(_named(found["rest"], previous, short), previous, short)
    named = _named(question, previous, short)
    if named != question:
        return _capital(_LEADING.sub("", named))
    return f"{question.rstrip('?. ')} of {topic}?" if topic and _only_attribute(question) else question


def _same_deed(asked: re.Match[str], previous: str, short: str) -> str:
    """The question before with another circumstance asked for; empty where it asks for none, and not who did it."""
    ask = _capital(asked["ask"] or f"{asked['with']} whom")
    if before := _ASKED_BEFORE.match(previous):
        return f"{ask} {before['rest']}"
    if short and kind_of(previous) is Kind.PERSON and (before := _WHO_DID.match(previous)):
        return f"{ask} was it that {short} {before['did']}"
    return ""


def topic_of(question: str) -> str:
    """What a question is about, as far as its wording shows: the object after "of", its subject, or a name."""
    plain = question.strip().rstrip("?.! ")
    if _ATTRIBUTE_OF.match(plain) and (found := _OBJECT_OF.search(plain)):
        return _IN_A_YEAR.split(found["object"])[0].strip()
    asked = _ASKS.search(plain)
    rest = plain[asked.end() :] if asked else plain
    names = [found.group() for found in _NAME.finditer(rest)]
    auxiliary = re.search(rf"\b(?P<auxiliary>{_AUXILIARY})\b (?P<subject>.+)$", rest, re.I)
    if auxiliary:
        subject = _noun_phrase(auxiliary["subject"])
        if subject == auxiliary["subject"] and not _COPULA.match(auxiliary["auxiliary"]):  # a verb must follow
            subject = subject.rpartition(" ")[0] or subject
        if subject and not re.match(r"^(?:not|there)\b", subject):
            return subject
    if names:
        return names[0]
    determined = _DETERMINED.search(rest)
    return _noun_phrase(rest[determined.start() :]) if determined else ""


def _noun_phrase(text: str) -> str:
    """The words up to the first that looks like a verb or leads into another phrase."""
    kept: list[str] = []
    for word in text.split():
        lower = word.lower()
        if lower in ENGLISH_STOP_WORDS and lower not in (*_ARTICLES, "of", "and", "for"):
            break
        if kept and _VERB_LIKE.match(word) and kept[-1].lower() not in _ARTICLES:
            break
        kept.append(word)
    while kept and kept[-1].lower() in ENGLISH_STOP_WORDS:
        kept.pop()
    return " ".join(kept)


def _counted(previous: str) -> str:
    """The question before, asked for its number: "How many centres has the city built?"."""
    counted, times = _LISTED.subn("How many ", previous.strip())
    if not times:
        return ""
    listing = re.match(r"^(?:what|which) (?:are|were)\b", previous.strip(), re.I)
    return f"{counted.rstrip('? ')} are there?" if listing else counted


def _named(question: str, previous: str, short: str) -> str:
    """The question with its pronouns replaced, where nothing before the first could be what it stands for."""
    if found := _DEMONSTRATIVE.search(question):
        known = _ending_in(found["noun"], (short, topic_of(previous), previous))
        if known and not _own_antecedent(question[: found.start()], question[found.start() :]):
            return question[: found.start()] + known + question[found.end("noun") :]
    person = _PERSONAL.search(question)
    if person and not _own_antecedent(question[: person.start()], question[person.start() :]):
        return _replaced(question, person, _person(previous, short))
    thing = None if _EXPLETIVE.search(question) else _IMPERSONAL.search(question)
    if thing and not _own_antecedent(question[: thing.start()], question[thing.start() :]):
        return _replaced(question, thing, _thing(thing.group().lower(), previous, short))
    return question


def _own_antecedent(before: str, after: str) -> bool:
    """Whether the question itself names, before a pronoun, what the pronoun may stand for."""
    if re.search(rf"\b{_AUXILIARY} $", before, re.I) and not _NAME.search(before.partition(" ")[2]):
        return False
    words = [word.strip(",.'’").lower() for word in re.findall(r"[\w'’-]+", before)]
    if re.match(r"^(?:and |but |so )?(?:who|what) [a-z]+ $", before, re.I):
        return False
    content = [word for word in words if word not in ENGLISH_STOP_WORDS and not _NO_ANTECEDENT.fullmatch(word)]
    ends = re.match(r"^\w+\W*$", after) is not None
    return bool(content) and not (ends and len(content) <= 2 and not _NAME.search(before.partition(" ")[2]))


def _replaced(question: str, pronoun: re.Match[str], name: str) -> str:
    if not name:
        return question
    word = pronoun.group().lower()
    possessive = word in ("his", "its", "their") or (word == "her" and re.match(r"\s+[a-z]", question[pronoun.end() :]))
    if possessive:
        name += "'" if name.endswith("s") else "'s"
    if word == "there":
        name = f"in {name}"
    return question[: pronoun.start()] + name + question[pronoun.end() :]


def _person(previous: str, short: str) -> str:
    return short if short and kind_of(previous) is Kind.PERSON and len(short.split()) <= 6 else topic_of(previous)


def _thing(pronoun: str, previous: str, short: str) -> str:
    several = pronoun in ("they", "them", "their", "theirs", "these", "those")
    kinds = {Kind.LIST, Kind.ORGANISATION, Kind.PERSON} if several else {Kind.ORGANISATION, Kind.PLACE}
    if several and (counted := _COUNTED.match(previous)):
        return f"the {counted['things']}"
    return short if short and kind_of(previous) in kinds and len(short.split()) <= 10 else topic_of(previous)


def _ending_in(noun: str, texts: tuple[str, ...]) -> str:
    """The name or phrase in the texts that ends in the noun; empty where none does."""
    singular = noun.lower().removesuffix("s")
    for text in texts:
        found = re.search(rf"(?:(?:the|a|an)\s+)?((?:[\w'’-]+\s+){{1,5}}?{re.escape(singular)}\w{{0,2}})\b", text, re.I)
        if found:
            words = found[1].split()
            while words and words[0].lower() in ENGLISH_STOP_WORDS:
                words.pop(0)
            if len(words) > 1:
                return f"the {' '.join(words)}" if not words[0][0].isupper() else " ".join(words)
    return ""


def _completed(rest: str, previous: str, short: str) -> str:
    if year := substitution.other_year(rest, previous, short, _EARLIER, _LATER):
        rest = f"in {year}"
    plain = re.sub(r"^(?:in|for|at|during|from|of|the|a|an)\s+|\s+ones?$", "", rest.strip(" ?"), flags=re.I)
    plain = re.sub(r"^(?:the)\s+|\s+ones?$", "", plain, flags=re.I)
    if _ATTRIBUTE.search(plain) and not mentions(plain):
        topic = topic_of(previous)
        if asked := re.search(rf"{_AUXILIARY} {re.escape(topic)}\??$", previous) if _is_attribute(topic) else None:
            return f"{previous[: asked.end() - len(asked[0].partition(' ')[2])]}the {plain}?"
        owned = re.search(r"['’]s?\s|\bof\b", plain)
        return f"What is {plain}?" if owned or not topic else f"What is the {plain} of {topic}?"
    if rewritten := substitution.substituted(previous, plain):
        return rewritten
    here = mentions(plain)
    if here and here[0].slot == "level" and (asked := _BEFORE_A_NOUN.search(previous)):
        return f"{previous[: asked.end()]} {plain}{previous[asked.end() :]}"
    if here or _EARLIER.search(rest) or _LATER.search(rest):
        place = rest if re.match(r"(?:in|for|at|during|from|of)\b", rest, re.I) else f"in {plain}"
        return f"{previous.rstrip('?. ')} {place}?"
    topic = topic_of(previous)
    if topic and topic in previous:
        return previous.replace(topic, plain, 1)
    return f"{previous.rstrip('?. ')} for {plain}?"


def _is_attribute(topic: str) -> bool:
    return _ATTRIBUTE.fullmatch((topic.split() or [""])[-1]) is not None


def _only_attribute(question: str) -> bool:
    """Whether all it names is an attribute of something unsaid: "What is the size?"."""
    words = [word for word in re.findall(r"[\w'-]+", question.lower()) if word not in ENGLISH_STOP_WORDS]
    return 0 < len(words) <= 2 and _ATTRIBUTE.fullmatch(words[-1]) is not None and bool(_ASKS.match(question))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
