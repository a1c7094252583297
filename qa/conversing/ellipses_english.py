"""What an English question that names but one thing asks of it: "And in 2022?" "For children?" "And the rent?"."""

from __future__ import annotations

import re

from qa import kinds
from qa.contrasts import mentions
from qa.conversing import occasions, owners, substitution
from qa.conversing.topics_english import AUXILIARY, NAME, PREPOSITION, determined, phrase_at_the_end, topic_of

_COUNT = r"(?:one|two|three|four|five|ten|\d{1,2})"
_EARLIER = re.compile(
    rf"\b(?:previous|prior|preceding|last) year\b|\b(?:(?P<count>{_COUNT}) )?years? (?:before|earlier|prior|ago)\b"
    r"|\byear-earlier\b",
    re.I,
)
_LATER = re.compile(
    rf"\b(?:next|following|subsequent) year\b|\b(?:(?P<count>{_COUNT}) )?years? (?:after|later)\b", re.I
)
_BEFORE_A_NOUN = re.compile(r"\b(?:how many|which|what)\b(?! (?:is|are|was|were|do|does|did)\b)", re.I)
_COUNTED = re.compile(rf"^how many (?P<things>(?!{AUXILIARY}\b)[\w' -]+?) {AUXILIARY}\b", re.I)
_ATTRIBUTE = re.compile(
    rf"\b(?:{kinds.AMOUNTS}|name|names|date|reason|purpose|location|capital|founder|author|address|goal|aim"
    r"|headquarters|leader|director|budget|e-?mail|phone|telephone|opening hours)s?$",
    re.I,
)
_ASKED_OF = re.compile(rf"^(?:what|which|who|how (?:much|many|\w+))(?:'s| {AUXILIARY}) ", re.I)
# What the café does beside opening.
_BEGINS_OR_ENDS = "(?:re)?open|close|start|begin|end|finish|leave|depart|arrive|return|expire|reopen|stop|die"
_WHEN_IT_DOES = re.compile(
    rf"^(?P<ahead>(?:when|what time|what day) (?:do|does|did|will|can) .+ )(?:{_BEGINS_OR_ENDS})\b(?P<behind>.*)$", re.I
)
_WHEN_IT_WAS = re.compile(r"^(?P<ahead>when (?:is|are|was|were) .+ )[a-z]+ed\b(?P<behind>.*)$", re.I)
_GROUPS = (
    "adults?|child(?:ren)?|kids?|infants?|students?|seniors?|pensioners?|concessions?|juniors?|teenagers?"
    "|(?:non-)?members?|famil(?:y|ies)|groups?|visitors?|residents?|guests?"
)
_GROUP = re.compile(rf"(?:the )?(?:{_GROUPS})", re.I)
_OF_GROUP = re.compile(rf"\b(?P<article>an?) (?:{_GROUPS}) (?=[a-z])", re.I)
_HOLDS_A_POST = re.compile(
    rf"^(?i:since when|until when|why|how long|when) (?:is|was|did) (?:{NAME.pattern}) (?:become )?the\b"
)
_DEED_OF = re.compile(r"[\w ]+? was it that .+? [a-z]+ (?P<object>(?:the|an?) [^?]+)", re.I)
_PLACED = "in|on|at|inside|outside"
_PLACED_AT = re.compile(rf"(?:{_PLACED}) the (?!.*\d)", re.I)
_AFTER_THAT = re.compile(r"(?P<one>the (?:one|next|meeting) )?(?P<side>after|before) (?:that|this|it)(?: one)?", re.I)
_A_DAY_BEHIND = re.compile(r" (?:on )?(?:next|this|on) [A-Z]?[a-z]+$")
_LEADS = re.compile(rf"^(?P<preposition>{PREPOSITION}) (?P<object>.+)$", re.I)
_WHEN_SLOTS = ("year", "month", "half", "quarter", "season", "day", "when", "area", "country", "continent")


def completed(rest: str, previous: str, short: str) -> str:
    """The question before, asked of what the part names in place of its own."""
    if year := substitution.other_year(rest, previous, short, _EARLIER, _LATER):
        rest = f"in {year}"
    if any_of := re.fullmatch("any (?P<things>[a-z -]+)", rest, re.I):  # Any homework?
        return f"{'Are' if re.search('[^su]s$', any_of['things']) else 'Is'} there {any_of[0].lower()}?"
    rest = re.sub("^(?:An?|The)(?= )", lambda article: article[0].lower(), rest)
    rest, one = re.subn(r"\s+ones?$", "", rest.strip(" ?"), flags=re.I)
    rest = re.sub(rf"^(?:{PREPOSITION})\b", lambda leads: leads[0].lower(), rest, flags=re.I)
    bare = re.sub(r"^(?:in|for|at|during|from|of)\s+", "", rest, flags=re.I)
    plain = re.sub(r"^(?:the|an?)\s+", "", bare, flags=re.I)
    on_a_day = occasions.other_occasion(previous, plain) or occasions.on_a_day(previous, plain)
    if said := on_a_day or _verb(plain, previous):
        return said
    if one and (whose := re.search("(?:.* )?(?P<noun>[a-z]+)$", topic_of(previous))):  # the green one, of a red light
        return previous.replace(whose[0], f"{rest} {whose['noun']}", 1)
    head = re.split(rf" (?:{PREPOSITION}) ", plain)[0]
    if _ATTRIBUTE.search(head) and (not mentions(plain) or re.search(r"['’]s? \w+$", head)):  # her daughter's name
        return _of_attribute(plain, bare, previous)
    if (deed := _DEED_OF.match(previous)) and determined(rest) and not owners.is_person(bare):
        return f"{previous[: deed.start('object')]}{rest}?"
    topic = topic_of(previous)
    both = determined(rest) and determined(topic) and topic in previous
    if both and (_last(rest) == _last(topic) or re.fullmatch(rf"who [a-z]+ {re.escape(topic)}\W*", previous, re.I)):
        return _agreeing(previous.replace(topic, rest, 1), rest)  # the Year 5 trip, of the Year 6 trip
    if swapped := _in_its_place(rest, bare, previous):
        return _agreeing(swapped, bare)
    if determined(rest) and _HOLDS_A_POST.match(previous):  # Since when is Ada the coach? And the mayor?
        return f"Who is {bare}?"
    if owners.is_post(plain) and _COUNTED.match(previous):  # How many members are there? And the mayor?
        return f"Who is {bare}?"
    end = phrase_at_the_end(previous)
    if both and determined(end) and end not in topic and substitution.nearer(plain, end, topic):
        return rest.join(previous.rsplit(end, 1))  # Does the warranty cover the battery? And the screen?
    in_a_place = re.match("(?:in|at) [A-Z]", rest) and not re.search(r"\b(?:in|at) [A-Z]", previous)
    if not in_a_place and (rewritten := substitution.substituted(previous, plain)):
        return _agreeing(rewritten, plain)
    here = mentions(plain)
    if here and here[0].slot == "level" and (asked := _BEFORE_A_NOUN.search(previous)):
        return f"{previous[: asked.end()]} {plain}{previous[asked.end() :]}"
    if in_a_place or any(each.slot in _WHEN_SLOTS for each in here) or _EARLIER.search(rest) or _LATER.search(rest):
        place = rest if _LEADS.match(rest) else f"{'on' if here and here[0].slot == 'day' else 'in'} {plain}"
        return f"{previous.rstrip('?. ')} {place}?"
    if not _LEADS.match(rest) and topic and topic in previous:
        return _agreeing(previous.replace(topic, bare, 1), bare)
    return f"{previous.rstrip('?. ')} {rest if _LEADS.match(rest) else f'for {bare}'}?"


def of_what_follows(rest: str, previous: str, short: str) -> str:
    """Of what comes after: "after that" is after the answer, "the one after that" after the next of the question."""
    if not (found := _AFTER_THAT.fullmatch(rest)):
        return ""
    if found["one"] and (row := re.search(r"\bnext ", previous, re.I)):
        return f"{previous[: row.start()]}{previous[row.end() :].rstrip('?. ')} {found['side']} the next one?"
    plain = _A_DAY_BEHIND.sub("", previous.rstrip("?. "))
    return f"{plain} {found['side']} {short or 'that'}?"


def _last(phrase: str) -> str:
    return phrase.split()[-1].lower()


def _agreeing(question: str, subject: str) -> str:
    """The question with its verb in the number of its new subject: Is smoking, are bicycles."""
    last = _last(re.split(rf" (?:{PREPOSITION}) ", subject)[0])
    one = last.endswith("ing") or re.match("an? ", subject, re.I)
    if not one and not (re.search("[^su]s$", last) and subject.islower()):
        return question
    verbs = {"are": "is", "were": "was", "do": "does"} if one else {"is": "are", "was": "were", "does": "do"}
    found = re.search(rf"\b(?P<verb>{'|'.join(verbs)})(?=(?:n't)? (?:the )?{re.escape(subject)}\b)", question, re.I)
    if not found:
        return question
    new = verbs[found[0].lower()]
    return question[: found.start()] + (new.capitalize() if found[0][0].isupper() else new) + question[found.end() :]


def object_of(question: str) -> str:
    """What was done in a question that asks when it was that somebody did it: the museum; else empty."""
    deed = _DEED_OF.match(question)
    return deed["object"].rstrip("?. ") if deed else ""


def only_attribute(words: str) -> bool:
    """Whether the words are an attribute of something unsaid and nothing else."""
    return _ATTRIBUTE.fullmatch(words) is not None


def _verb(plain: str, previous: str) -> str:
    """When does it close? after When does it open?; empty where the part is no such verb."""
    does = _WHEN_IT_DOES.match(previous) if re.fullmatch(_BEGINS_OR_ENDS, plain, re.I) else None
    found = does or (_WHEN_IT_WAS.match(previous) if re.fullmatch("[a-z]+ed", plain) else None)
    return f"{found['ahead']}{plain}{found['behind']}" if found else ""


def _of_attribute(attribute: str, named: str, previous: str) -> str:
    topic = topic_of(previous)
    if topic and re.match(r"(?:is|are|was|were) there\b", previous, re.I):  # Is there a telephone? An e-mail address?
        return previous.replace(topic, named, 1)
    if _ATTRIBUTE.search(topic) and (asked := _ASKED_OF.match(previous)):
        behind = previous[asked.end() :].removeprefix(topic)
        if behind != previous[asked.end() :]:
            return f"{asked[0]}the {attribute}{behind}"
    owned = re.search(r"['’]s?\s|\bof\b", attribute) or len(attribute.split()) > 2  # the car park rent
    return f"What is {named}?" if owned or not topic else f"What is the {attribute} of {topic}?"


def _in_its_place(rest: str, bare: str, previous: str) -> str:
    """The question with the phrase in the place of the one that is led up to alike, or has an article as it has one.

    Empty where there is none such: "For children" in place of "for adults", "insurance" in place of "lunch".
    """
    group = _GROUP.fullmatch(re.sub("^for ", "", rest, flags=re.I))
    if group and (own := _OF_GROUP.search(previous)):  # a season ticket for children, of an adult season ticket
        return f"{previous[: own.start()]}{own['article'][:1]} {previous[own.end() :].rstrip('?. ')} for {group[0]}?"
    leads = _LEADS.match(rest)
    if leads and NAME.fullmatch(leads["object"]) and (
        own := re.search(rf"\b{leads['preposition']} {NAME.pattern}", previous)
    ):  # to Warsaw, of to Paris
        return previous[: own.start()] + rest + previous[own.end() :]
    ending = phrase_at_the_end(previous)
    if leads and _GROUP.match(leads["object"]) and _GROUP.fullmatch(ending):  # for kids under 5, of for students
        return f"{leads['object']}".join(previous.rsplit(ending, 1))
    same_head = re.search(rf"\b{re.escape(bare.split()[-1])}\b", previous, re.I)  # sick leave, of annual leave
    if same_head or mentions(bare) or NAME.match(bare) or re.search(r"\d", bare):
        return ""
    end = "" if re.fullmatch("[a-z]+ed", ending) else ending  # Is parking allowed?
    if leads:
        placed = _PLACED_AT.match(rest) and determined(end)  # in the flat, on the roof
        same = _PLACED if placed else leads["preposition"]
        led = re.search(rf"\b(?:{same}) {re.escape(end)}(?=[?. ]*$)", previous, re.I) if end else None
        return previous[: led.start()] + rest + previous[led.end() :] if led else ""
    if determined(rest):
        return ""
    if counted := _COUNTED.match(previous):
        return previous[: counted.start("things")] + bare + previous[counted.end("things") :]
    if end and not determined(end):
        place = previous.rindex(end)
        return previous[:place] + bare + previous[place + len(end) :]
    return ""
