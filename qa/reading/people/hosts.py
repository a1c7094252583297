"""Who holds an event: the body written before the verb that says so."""

from __future__ import annotations

import re

from index.types import FloatMatrix
from qa.reading.people.posts import BODIES, before_name
from qa.reading.pieces import Pieces, Run

_ENDS = frozenset("。;\uff1b!?\uff01\uff1f")
_HELD_EVENT = 0.5  # how well a word of the question must be matched by what a body holds
_HOSTS = (
    (re.compile(r"承办|协办|\bco-?host", re.IGNORECASE), frozenset({"承办", "协办"})),
    (
        re.compile(r"主办|举[办行]|召开|\b(?:host(?:s|ed|ing)?|organi[sz](?:es?|ed)|held|holding)\b", re.IGNORECASE),
        frozenset({"主办", "举办", "举行", "召开"}),
    ),
)
_ANY_EVENT = re.compile(
    r"\b(?:the|this|that) (?:event|meeting|gathering|occasion|activity)\b"
    r"|(?:这[次场个]|本[次场]|该)(?:活动|会议?|仪式)",
    re.IGNORECASE,
)


def verbs_of_hosts(question: str) -> frozenset[str]:
    """The Chinese verbs of which the subject is asked for, where it is asked who holds an event; else none."""
    return next((verbs for asked, verbs in _HOSTS if asked.search(question)), frozenset())


def asks_of_any_event(question: str) -> bool:
    """Whether a question says of what was held but that it was an event or a meeting."""
    return _ANY_EVENT.search(question) is not None


def host_of(sentence: Pieces, matches: FloatMatrix, verbs: frozenset[str], question: str) -> Run | None:
    """The Chinese body written right before one of the verbs, if what it holds is asked about: 市文化局举办书展.

    "The event" may be anything.
    """
    row, least = sentence.row, 0.0 if asks_of_any_event(question) else _HELD_EVENT
    for verb in range(1, len(row)):
        if row[verb].term not in verbs or not row[verb - 1].term.endswith(BODIES):
            continue
        first = before_name(sentence, verb)
        before = range(first, verb)
        begun = [n for n in before if sentence.column("stop")[n] or sentence.column("number")[n] or row[n].term == "由"]
        first = begun[-1] + 1 if begun else first
        after = sentence.first_of(_ENDS, verb)
        if first < verb and matches[:, verb + 1 : after].max(initial=0) >= least:
            return first, verb
    return None
