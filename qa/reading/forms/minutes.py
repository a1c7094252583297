"""What minutes tell: who was there, who sent apologies, "Apologies: Ann Lee, Bob Roe", and what was decided on what."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from corpus.lines import behind_mark
from index.model import EmbeddedModel
from index.query import Query, QueryTerm
from qa.reading.matching import match
from qa.reading.pieces import Pieces, Run, pieces
from qa.types import RankedSentence

_WHO = re.compile(
    r"\bwho\b|\bwhich (?:members|people|persons|councillors|governors)\b"
    r"|谁|哪几[位人个]|哪些(?:人|\w{0,4}[员事长师友生者])"
)
# Of each part somebody may have in a meeting: how it is asked for, and the label that tells who had it.
_PARTS = tuple(
    (
        re.compile(asked),
        re.compile(rf"(?:^|[\n;；。])[\s>*#\-•]*(?:{label})(?:\*\*)?\s*[:：](?:\*\*)?\s*", re.IGNORECASE),
    )
    for asked, label in (
        (
            r"\bapolog|\babsent\b|\bexcused\b|(?:\bnot|n't|\bunable to) (?:attend|come|be there)|请假|缺席"
            r"|[没未]有?(?:来|到|出席|参加)",
            r"apologies(?: for absence)?(?: received)?(?: from)?|absent|excused|regrets"
            r"|(?:请假|缺席|未出席|未到)(?:人员|委员|者)?",
        ),
        (r"\bin attendance\b|列席", r"(?:also )?in attendance|also present|列席(?:人员|者)?"),
        (
            r"\bpresent\b|\battended\b|\bwas there\b|\bwere there\b|出席|参会|到会|与会|参加",
            r"(?:members |those )?present|attendees|attended|attending|participants"
            r"|(?:出席|参会|到会|与会|参加)(?:人员|委员|者)?",
        ),
    )
)
_VALUE_ENDS = re.compile(r"\n|[;；。]|$")
_ASKS_DECISION = re.compile(
    r"\bwhat (?:was|were|has been|have they|did (?:\w+ ){1,4}?)\s?(?:decided?|agreed?|resolved?)\b"
    r"|\b(?:what|which) (?:decisions?|resolutions?)\b"
    r"|[作做]出?了?(?:什么|哪些|怎样的|何种)决[定议]|(?:决定|商定|议定)了?(?:什么|哪些事)"
    r"|有(?:什么|哪些)决[定议]|[怎如][么何]决定",
    re.IGNORECASE,
)
_DECIDES = re.compile(
    r"(?P<whole>\bno (?:decision|agreement|resolution)\b|未(?:能)?(?:作出|做出|达成|形成)(?:决定|一致|决议)"
    r"|(?<!\bit )(?<!\bthere )\b(?:was|were) (?:unanimously )?(?:decided|agreed|resolved|approved|adopted"
    r"|rejected|deferred))"
    r"|(?P<with_verb>\b(?:approved|adopted|rejected|deferred)\b|(?<=会议)(?:审议)?通过)"
    r"|\b(?:decided|agreed|resolved)\b(?: unanimously)?(?: (?:that|to|on)\b|[:,])?\s*"
    r"|(?:会议|委员会|理事会|与会\w{1,3}|大家|全体\w{1,3})(?:一致|讨论|研究|表决|经\w{1,4})*"
    r"(?:决定|同意|要求|商定|议定)[:：,，]?"
    r"|(?<=[，,。;；])(?:一致)?(?:决定|商定|议定)[:：,，]?|^(?:一致)?(?:决定|商定|议定)[:：,，]?",
    re.IGNORECASE,
)
# What a question about who was there says beside where.
_OF_MEETING = frozenset({
    "attend", "present", "apolog", "absent", "excus", "sent", "send", "gave", "give", "meet", "came", "come",
    "member", "peopl", "took", "take", "part", "会议", "开会", "出席", "参加", "参会", "到会", "与会", "列席",
    "请假", "缺席", "人",
})  # fmt: skip
# What a question about a decision says beside what was decided on.
_ASIDE = frozenset({
    "decid", "agre", "resolv", "decis", "resolut", "meet", "committe", "council", "board", "member", "matter",
    "item", "会议", "委员会", "决定", "决议", "商定", "议定", "作", "做", "作出", "做出", "事", "问题", "本次",
    "方面",
})  # fmt: skip
_ITEM = re.compile(r"\n\n|(?:^|\n)(?=\s*(?:\d+[.)、．]|[一二三四五六七八九十]+、|[#*•\-]))")
_ON_IT, _NOWHERE = 0.6, 0.45  # how well its words must be matched by what a decision stands under; by nothing at all


def attendance(
    query: Query, cut: Sequence[Pieces], sentences: Sequence[RankedSentence]
) -> tuple[Run | None, ...] | bool:
    """Of each sentence those who stand behind the label of the part asked for: who came, who sent apologies.

    True where such labels are told and none of the sentences speaks of what they are asked to have been at; False where
    it is not asked for, or code cannot tell.
    """
    question = query.text.lower()
    label = next((label for asked, label in _PARTS if asked.search(question)), None) if _WHO.search(question) else None
    listed = [_behind(each, label) if label else None for each in cut]
    if not any(listed):
        return False
    words = [word for word in query.terms if word.term not in _OF_MEETING]
    runs = tuple(
        run if run and _matched(words, f"{each.passage.above}\n{each.passage.text}") >= _ON_IT else None
        for run, each in zip(listed, sentences, strict=True)
    )
    return runs if any(runs) else all(_spoken_of(words, each) < _NOWHERE for each in sentences)


def _behind(sentence: Pieces, label: re.Pattern[str]) -> Run | None:
    """What stands behind a label up to the end of its line."""
    found = label.search(sentence.text)
    end = _VALUE_ENDS.search(sentence.text, found.end()) if found else None
    if not found or not end:
        return None
    value = sentence.text[found.end() : end.start()].rstrip(" .*")
    return sentence.touched(found.end(), found.end() + len(value)) if value else None


def decisions(query: Query, cut: Sequence[Pieces], sentences: Sequence[RankedSentence]) -> tuple[int, Run] | bool:
    """What was decided on what a question names: the place of the sentence, and the run behind "agreed to".

    True where decisions are told and none of the sentences speaks of that at all; False where it is not asked for, or
    code cannot tell.
    """
    if not _ASKS_DECISION.search(query.text):
        return False
    words = [word for word in query.terms if word.term not in _ASIDE]
    told = [(place, run) for place, each in enumerate(cut) if (run := _decision(each))]
    if not words or not told:
        return False
    best = {place: _spoken_of(words, sentences[place]) for place, _ in told}
    place, run = max(told, key=lambda each: (best[each[0]], -sentences[each[0]].start))
    if best[place] >= _ON_IT:
        return place, run
    return all(_spoken_of(words, each) < _NOWHERE for each in sentences)


def _decision(sentence: Pieces) -> Run | None:
    """What stands behind the word that tells of a decision; the whole of a sentence that says so at its end."""
    found = _DECIDES.search(sentence.text)
    if found is None:
        return None
    end = len(sentence.text.rstrip(" .。\n"))
    start = found.start() if found["with_verb"] else found.end()
    return sentence.touched(behind_mark(sentence.text) if found["whole"] or start >= end else start, end)


def _spoken_of(words: Sequence[QueryTerm], sentence: RankedSentence) -> float:
    """How well words are matched by a sentence, what stands ahead of it in its item, and the headings above."""
    passage, start = sentence.passage, max(sentence.start - sentence.passage.start, 0)
    begins = max((found.end() for found in _ITEM.finditer(passage.text, 0, start + 1)), default=0)
    return _matched(words, f"{passage.above}\n{passage.text[min(begins, start) : start]}\n{sentence.text}")


def _matched(words: Sequence[QueryTerm], text: str) -> float:
    """How well words are matched in a text on average; 1 where there are none."""
    best = match(words, [pieces(text)], EmbeddedModel.load().word_vectors).best().max(axis=1, initial=0)
    return float(np.mean(best)) if words else 1.0
