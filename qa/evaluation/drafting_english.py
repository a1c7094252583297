"""An English statement with a gap, worded as the question that asks for what stood there."""

from __future__ import annotations

import re

WHO, WHEN = "who or what", "when"  # for a name, which may be of either, and for a date
_AUXILIARY = "is|are|was|were|has|have|had|will|can|may|must|should|would|could|shall|might"
_PREPOSITION = "of|in|on|at|by|to|from|for|with|within|after|before|over|since|until|under|between|during|into|as|than"
_HEDGE = "more than|less than|about|nearly|almost|around|over|up to|at least|at most|approximately|exactly|only|some"
_DETERMINER = "the|an?|this|these|those|its|their|our|we|they|it|he|she|there|each|every|no"
_LEAD = re.compile(rf"((?:{_PREPOSITION}) [^,:;]+), (.*)", re.IGNORECASE)
_HEDGED = re.compile(rf"(?:^|\s)(?:{_HEDGE})$", re.IGNORECASE)
_INVERTED = re.compile(rf"(?P<subject>.+?) (?P<verb>{_AUXILIARY})(?: (?P<rest>.+))?")
_PRESENT = re.compile(rf"(?P<subject>.+) (?P<verb>[a-z]+[^siu\W]s)(?P<rest> (?:{_PREPOSITION}))?")
_LAST_PREPOSITION = re.compile(rf"(?:^|(.*) )({_PREPOSITION})")
_FRONTED = ("by", "to", "from", "for", "within", "after", "since", "until", "before")
_DROPPED = ("on", "in", "at")  # before a date: "when" asks for them too
# Where what is said of the gap ends: at a mark, or where another verb follows an "and".
_GOES_ON = re.compile(rf"[,;:](?=\s|$)|[–—]| - |\s(?:and|but|or) (?=(?:{_AUXILIARY})\b|[a-z]+(?:[^s]s|ed)\b)")
_NO_SUBJECT = re.compile(rf"[,:;]|\b(?:that|which|who|whose|where|when|if|and|{_AUXILIARY}|[a-z]+ed)\b", re.IGNORECASE)
_LABELLED_ON = re.compile(r"[,;:](?=\s)|\s(?:and|or) (?=\d)")  # where what a label is followed by goes on
_JOINED = re.compile(r"[,;:]|\b(?:and|but|or)\b")  # the verb found is not the gap's
# What belongs to a figure and goes with it: of water, of the invoice, high.
_WITH_IT = re.compile(rf" (?:of (?:(?:{_DETERMINER}) )?[\w'-]+|long|high|tall|wide|deep|thick|old|away)\b")
_LONGEST_SUBJECT, _LONGEST_NOUN = 7, 4  # words


def asked(before: str, word: str, after: str) -> str | None:
    """The question without its mark, `word` asking for what stood between; None where no rule can word one."""
    if before.rstrip().endswith(":"):
        return f"{before.rstrip()} {word}{_LABELLED_ON.split(after)[0]}"
    before = before.strip()
    lead = ""
    if found := _LEAD.fullmatch(f"{before} "):
        lead, before = f" {found[1][0].lower()}{found[1][1:]}", found[2].strip()
    before = _HEDGED.sub("", before).strip()
    after = _told(after, word)
    if not before:
        return _asked_of_subject(word, after, lead)
    if found := _INVERTED.fullmatch(before):
        return _inverted(found["subject"], found["verb"], found["rest"] or "", word, after + lead)
    if found := _PRESENT.fullmatch(before):
        does = f"{_base(found['verb'])}{found['rest'] or ''}"
        return _inverted(found["subject"], "does", does, word, after + lead)
    return None


def _told(after: str, word: str) -> str:
    """What is said right behind the gap; nothing of whose a name is."""
    end = _GOES_ON.search(after)
    told = after[: end.start()] if end else after
    return "" if word == WHO and told.startswith(" of ") else told.rstrip()


def _asked_of_subject(word: str, after: str, lead: str) -> str | None:
    """The gap is, or begins, the subject: the order of words is that of a question already."""
    if word == WHEN or len(after.split()) < 2 or (word == WHO and not re.match(rf" (?:{_AUXILIARY})\b", after)):
        return None
    return f"{word}{after}{lead}"


def _inverted(subject: str, verb: str, rest: str, word: str, after: str) -> str | None:
    """What is asked for first, then the verb, then the subject."""
    plain = not _NO_SUBJECT.search(subject) and len(subject.split()) <= _LONGEST_SUBJECT and not _two_things(subject)
    if not plain or _JOINED.search(rest):
        return None
    if re.match(rf" (?:{_AUXILIARY})\b", after) or (word == WHO and not re.match(rf"$| (?:{_PREPOSITION})\b", after)):
        return None  # the gap lies in a subject, and its verb is still to come
    rest = re.sub(r"(?:^|\s)(?:the|an?)$", "", rest) if word == WHO else rest
    wanted = word
    if word.endswith("how many"):
        noun, after = _noun(after)
        if not noun:
            return None
        wanted = f"{word} {noun}"
    elif word == "how much money" and not rest:
        wanted = "how much"
    if word not in (WHO, WHEN) and (found := _WITH_IT.match(after)):
        wanted, after = wanted + found.group(), after[found.end() :]
    if word != WHO and (found := _LAST_PREPOSITION.fullmatch(rest)):
        if found[2] in _FRONTED:
            wanted = f"{found[2]} {wanted}"
        elif not (word == WHEN and found[2] in _DROPPED):
            return None
        rest = found[1] or ""
    first, _, others = subject.partition(" ")
    known = re.fullmatch(_DETERMINER, first, re.IGNORECASE)
    subject = f"{first.lower() if known else first} {others}".strip()
    return " ".join(f"{wanted} {verb} {subject} {rest}{after}".split())


def _noun(after: str) -> tuple[str, str]:
    """What is counted, up to the next preposition, and what follows it; empty where it is not told right there."""
    found = re.match(rf"((?: (?!(?:{_PREPOSITION}|{_AUXILIARY})\b|(?<=\w )\w+ly\b)[\w'-]+)+)(.*)", after)
    if not found or len(found[1].split()) > _LONGEST_NOUN:
        return "", after
    return found[1].strip(), found[2]


def _two_things(subject: str) -> bool:
    """Whether two nouns stand side by side, "this year the city": the first is a time, not part of the subject."""
    later = re.search(rf"(\S+) (?:{_DETERMINER}) ", subject)
    return later is not None and not re.fullmatch(_PREPOSITION, later[1], re.IGNORECASE)


def _base(verb: str) -> str:
    """The verb without the ending of its third person: begins, applies, reaches."""
    if verb.endswith("ies") and len(verb) > 4:
        return f"{verb[:-3]}y"
    return verb[:-2] if re.search(r"(?:ch|sh|x|ss|zz|o)es$", verb) else verb[:-1]
