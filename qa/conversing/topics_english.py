"""What an English question is about: its topic, and the phrase at its end that the topic does not hold."""

from __future__ import annotations

import re

from index.words import ENGLISH_STOP_WORDS
from qa import wordings

AUXILIARY = rf"(?:{wordings.AUXILIARIES})"
ASKS = re.compile(r"\b(?:what|who|whom|whose|which|when|where|why|how)\b", re.I)
NAME = re.compile(r"(?:the )?(?:[A-Z][\w'’.&-]*)(?: (?:of |the |and |de )?[A-Z0-9][\w'’.&-]*)*")
PREPOSITION = "for|to|from|by|with|without|on|at|under|over|in|during|of|about|per|before|after"
_IS = re.compile("(?:is|are|was|were)\\b")
_OBJECT = re.compile(" (?:the|an?|[a-z]+ing)\\b")
_COPULA = re.compile(r"(?:is|are|was|were|has|have|had)(?:n't)?$", re.I)
_DETERMINED = re.compile(r"\b(?:the|a|an)\b", re.I)
_ATTRIBUTE_OF = re.compile(
    rf"^(?:what|which|who)(?:'s| {AUXILIARY})? (?:the |its |their )?(?:[\w'-]+ ){{0,3}}?[\w'-]+ (?=(?:of|for"
    r"|behind)\b)",
    re.I,
)
_OBJECT_OF = re.compile(r"\b(?:of|for|about|behind)\s+(?P<object>(?!which\b|what\b).+)$", re.I)
_LEADS = re.compile(rf"(?:{PREPOSITION}) ", re.I)
_PREPOSITIONS_ALONE = re.compile(rf"(?: (?:{PREPOSITION}))*")
# Who will organise the party? is about the party.
_WHO_DID = re.compile(
    rf"^[Ww]ho (?:(?:will|would|should|can|could|may|must|has|had) )?(?!(?:the|an?|{AUXILIARY}) )[a-z]+ "
    r"(?P<object>(?:(?:the|an?) |[A-Z]).+)$"
)
_WHO_MAY = re.compile(r"^[Ww]ho (?:can|may|must|should) (?!the |an? )[a-z]+$")  # apply
_IN_A_YEAR = re.compile(r"\b(?:in|by|as of|during) (?=(?:\d{4}|the (?:first|second|third))\b)")
_VERBS = (
    r"(?:[a-z]{2,}(?:ed|ing)|built|made|set|held|won|born|found|founded|begun|begin|have|has|had|get|give|given|take"
    r"|took|taken|live|lie|run|use|say|said|grow|grown|come|go|stand|cost|mean|called|located|include|need|require"
    r"|offer|provide|contain|cover|serve|accept|allow|apply|open|close|start|begin|finish|leave"
    r"|arrive|depart|expire|sent|put|paid|sold|bought|left|lost|kept|shown|known|taught|led|drawn|written|spent|met"
    r"|told|seen|chosen|due|valid|ready)"
)
_VERB_LIKE = re.compile(rf"^{_VERBS}$")  # tried on words in lower case only: a capital makes a name
_PRONOUNS = ("I", "we", "you", "one")
_ARTICLES = ("the", "a", "an")
_AT_THE_END = re.compile(
    rf".*\b(?:(?!per )(?:{PREPOSITION})|{_VERBS}) "
    rf"(?P<phrase>(?!(?:{PREPOSITION}) )(?:(?:the|an?) )?[a-z][\w'’-]*(?: [\w'’-]+){{0,2}})$"
)


def topic_of(question: str) -> str:
    """What a question is about, as far as its wording shows: the object after "of", its subject, or a name."""
    plain = question.strip().rstrip("?.! ")
    if _ATTRIBUTE_OF.match(plain) and (found := _OBJECT_OF.search(plain)):
        return _IN_A_YEAR.split(found["object"])[0].strip()
    if _WHO_MAY.match(plain):
        return ""
    if done := _WHO_DID.match(plain):
        return _noun_phrase(done["object"])
    plain = re.sub("^(?:and|but|so|then) ", "", plain, flags=re.I)
    plain = re.sub(rf"^{AUXILIARY}\b", lambda verb: verb[0].lower(), plain, flags=re.I)  # Did is no name
    asked = ASKS.search(plain)
    rest = plain[asked.end() :] if asked else plain
    names = [found.group() for found in NAME.finditer(rest) if found.group() not in _PRONOUNS]
    auxiliary = re.search(rf"\b(?P<auxiliary>{AUXILIARY})\b (?P<subject>.+)$", rest, re.I)
    if auxiliary:
        subject = _noun_phrase(auxiliary["subject"])
        behind = auxiliary["subject"][len(subject) :]
        if not asked and not behind and _IS.match(auxiliary["auxiliary"]):  # is the fee refundable
            subject = re.sub("(?<=[^ ])(?<!^the)(?<!^a)(?<!^an) [a-z]+$", "", subject)
        elif not _COPULA.match(auxiliary["auxiliary"]):  # a verb must follow
            name = None if _DETERMINED.match(subject) else NAME.match(subject)
            if name and not name[0].endswith(("'s", "’s")) and (not behind or leads(behind.lstrip())):
                subject = name[0]
            elif _PREPOSITIONS_ALONE.fullmatch(behind) or (
                re.match("d", auxiliary["auxiliary"], re.I)
                and (_OBJECT.match(behind) or (leads(behind.lstrip()) and subject.count(" ") > 1))
            ):  # did Ada join the club
                subject = subject.rpartition(" ")[0] or subject
        if subject and not re.match(r"^(?:not|there)\b", subject):
            return "" if subject in _PRONOUNS else subject
    if names:
        return names[0]
    determined = _DETERMINED.search(rest)
    return _noun_phrase(rest[determined.start() :]) if determined else ""


def phrase_at_the_end(question: str) -> str:
    """What the last preposition or verb leads up to: "adults" of "admission for adults"; empty where there is none."""
    found = _AT_THE_END.match(question.strip().rstrip("?.! "))
    return found["phrase"] if found else ""


def determined(phrase: str) -> bool:
    """Whether an article makes it one certain thing, as "the fee" and not "lunch"."""
    return _DETERMINED.match(phrase) is not None


def leads(phrase: str) -> bool:
    """Whether it begins with a preposition: "on Sundays"."""
    return _LEADS.match(phrase) is not None


def possessive(name: str) -> str:
    """The name as an owner's: Ada's, the Joneses'."""
    return f"{name}'" if name.endswith("s") else f"{name}'s"


def _noun_phrase(text: str) -> str:
    """The words up to the first that looks like a verb or leads into another phrase."""
    kept: list[str] = []
    for written in text.split():
        word = written.rstrip(",")
        lower = word.lower()
        if lower in ENGLISH_STOP_WORDS and lower not in (*_ARTICLES, "of", "and", "for"):
            break
        if lower in _ARTICLES and kept and kept[-1].lower() not in ENGLISH_STOP_WORDS:
            break  # Laura Benson the director
        if kept and _VERB_LIKE.match(word) and kept[-1].lower() not in _ARTICLES:
            break
        kept.append(word)
        if word != written:
            break
    while kept and kept[-1].lower() in ENGLISH_STOP_WORDS:
        kept.pop()
    return " ".join(kept)
