"""Who said something: the person named with a verb of saying, in the sentence that was meant or before it.

A press text names a speaker once and goes on with what was said, so that no single sentence holds both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np

from corpus import Span
from corpus.sentences import sentences as sentences_in
from index.folding import fold
from index.model import EmbeddedModel
from index.passage_index import PassageIndex
from index.query import Query
from index.translate import translations
from qa.reading.candidates import Look, candidates
from qa.reading.matching import match
from qa.reading.people.topics import is_person, subject_of, with_what_is_told
from qa.reading.pieces import pieces
from qa.types import RankedSentence, ReadSpan

_AMONG = 6  # of the best sentences, among which what was said is looked for
_BEFORE = 1_200  # characters before it, within which its speaker is named
_AFTER = 40  # characters behind a quotation, in which its speaker is named
_TOLD = 0.3  # share of the question's words that must be matched by what was said
_SAYING = "说|表示|透露|指出|介绍|提醒|强调|认为|坦言|宣布|披露|提到|谈到|警告|解释|告诉|呼吁|建议|回忆|补充|感叹"
_OFFICIALS = "(?:官员|负责人|专家|领导|嘉宾|发言人|代表|人)"
_WHO_SAYS = (
    r"official|speaker|person|expert|analyst|spokes(?:man|woman|person)|leader|manager|executive|researcher|scientist"
    r"|director"
)
# Who said something is asked for; what is found are the words of asking and saying.
_ASKED = re.compile(
    rf"是?(?:谁|哪[位个名]{_OFFICIALS}?|什么人)[^,]{{0,8}}?(?:{_SAYING})了?|谁的(?:话|说法|观点|看法)"
    r"|出自谁(?:之?口)?"
    rf"|(?:{_SAYING})(?=[^,]{{2,40}}的{_OFFICIALS}?是(?:谁|哪[位个名]))"
    rf"|\b(?:who|which (?:\w+ ){{0,3}}?(?:{_WHO_SAYS}))(?: (?:in|of|at|from|for) (?:\w+ ){{1,4}}?)?"
    r"(?: was it that| has| had)? ?(?:said|says|told|warned|pointed out|disclosed|revealed|announced|described"
    r"|mentioned|explained|stressed|noted|argued|claimed|stated|remarked|confirmed|admitted|spoke (?:of|about))\b"
    r"|\bwhose (?:words|remarks?|view|claim|opinion)\b"
)
_SAYS = re.compile(
    r"表示|介绍(?!信)|指出|(?<![据小传学])说(?![明法])|(?<![号被简自])称(?![为号作])|透露|认为|强调|补充|坦言|提醒|宣布|披露|解释"
    r"|告诉|回应|谈到|提到|警告|呼吁|建议|直言|评价|感叹|形容|回忆|承认|答道"
)
_BREAK = re.compile(r"[,，。；;:：!?！？“”\"]")
# What a Chinese name is parted from its verb by: in, at, to, about, then, also.
_PARTED = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:[在对就向于当随同还也又则再先日今昨这]|回答|补充).*$")
_POST_THEN_NAME = re.compile(
    r"(?:.*?[长任员师授裁理监总记官者家手士席练导]|据?)"
    r"(?P<name>[\u4e00-\u9fff]{1,6}(?:·[\u4e00-\u9fff]{1,8})+|[\u4e00-\u9fff]{2,4})"
)
_PRONOUN = re.compile(r"[他她它其我你您该此本这那双对同并也又还再则]")
_SAID = (
    r"(?:said|says|told|tells|added|adds|noted|notes|announced|explained|explains|stressed|warned|disclosed|revealed"
    r"|argued|argues|remarked|reminded|admitted|confirmed|recalled|stated|commented|insisted|pointed out|put it)"
)
_NAMED_THEN_SAID = re.compile(rf"^(?:,[^.!?;\"“”]{{1,110}},|[^.,!?;\"“”]{{0,30}}?)?\s*\b{_SAID}\b")
_UNNAMED_SAID = re.compile(rf"(?<!\bhe)(?<!\bshe)(?<!\bthey)(?<!\bwho)(?<!\bI) {_SAID}\b", re.IGNORECASE)
_ALSO = "(?:also |then |later )?"
_SHE_SAID = re.compile(
    rf"\b(?:he|she|they) {_ALSO}{_SAID}\b|[他她](?:们)?[还還也又则則]?(?:{_SAYING})", re.IGNORECASE
)
_ONE_NAME = r"(?:(?:Mrs?|Ms|Dr|Sir)\.? )?(?P<{}>(?!(?:He|She|They|It|I|We|The)\b)[A-Z][\w’'-]*[a-z])"
_ONE_NAME_SAID = re.compile(
    rf"(?:^|[\"”,] ){_ONE_NAME.format('name')} {_ALSO}{_SAID}\b"
    rf"|[\"”] {_SAID} {_ONE_NAME.format('behind')}(?=[.,])"
)
_SAID_THEN_NAMED = re.compile(
    rf"\b(?:{_SAID}|according to)(?: (?:the|its|their|his|her|a) [\w' -]{{1,40}},?)? ?$", re.IGNORECASE
)


def speaker(query: Query, ranked: Sequence[RankedSentence], index: PassageIndex) -> ReadSpan | None:
    """Who said what the question asks the speaker of, named in the sentence that tells it or before; None if nobody is.
    """
    if not _ASKED.search(fold(query.text).text):
        return None
    said = _what_was_said(query, ranked)
    if said is None:
        return None
    text = index.document(said.passage.document_id).text
    by_pronoun = False
    for start, end in _from_there_back(text, said):
        sentence = text[start:end]
        named = speaker_in(sentence) or _surname_in(sentence)
        if not named and _by_another(sentence):
            return None
        if start >= said.start:
            by_pronoun |= _SHE_SAID.search(sentence) is not None
        elif not named and by_pronoun:
            named = subject_of(sentence)
            named = named if named and is_person(text, Span(start + named.start, start + named.end)) else None
        if named:
            name = Span(start + named.start, start + named.end)
            return with_what_is_told(said, Span(start, end), name, text)
    return None


def speaker_in(sentence: str) -> Span | None:
    """Where a sentence names the person who says something; None where nobody does by name."""
    cut = pieces(sentence)
    if cut.has("chinese"):
        folded = fold(sentence)
        for verb, clause in _sayings(folded.text):
            if name := _name_in(clause):
                first = folded.text.rindex(name, 0, verb)
                return Span(*folded.span(first, first + len(name)))
        return None
    names = (Span(cut.row[c.first].start, cut.row[c.last - 1].end) for c in candidates(cut) if c.look is Look.NAME)
    for start, end in names:
        whole = Span(start, start + len(sentence[start:end].split(" of ")[0]))
        if " " in sentence[slice(*whole)] and (
            _NAMED_THEN_SAID.match(sentence[whole.end :]) or _SAID_THEN_NAMED.search(sentence[:start])
        ):
            return whole
    return None


def _surname_in(sentence: str) -> Span | None:
    """Where an English sentence names a speaker by one name: "We will not stop," Radich said."""
    found = _ONE_NAME_SAID.search(sentence)
    return Span(*found.span(found.lastgroup or 0)) if found else None


def _by_another(sentence: str) -> bool:
    """Whether somebody says something who is neither named nor meant by a pronoun: a firm, a report, an expert."""
    if not pieces(sentence).has("chinese"):
        return bool(_UNNAMED_SAID.search(sentence))
    return any(clause and not _PRONOUN.match(clause) for _, clause in _sayings(fold(sentence).text))


def _sayings(folded: str) -> Iterator[tuple[int, str]]:
    """Each Chinese verb of saying: where it stands, and the clause up to it without what parts a name from it."""
    for verb in _SAYS.finditer(folded):
        start = max((mark.end() for mark in _BREAK.finditer(folded, 0, verb.start())), default=0)
        yield verb.start(), _PARTED.sub("", folded[start : verb.start()]).strip()


def _name_in(clause: str) -> str:
    """The Chinese name that a clause is, alone or behind a post; empty where it is none."""
    found = _POST_THEN_NAME.fullmatch(clause)
    if not found or _PRONOUN.match(found["name"]) or ("·" not in found["name"] and not _may_be_name(found["name"])):
        return ""
    return found["name"]


def _may_be_name(word: str) -> bool:
    """Whether it is no word of a dictionary, nor made of such words; or one that begins with a surname."""
    cut = pieces(word)
    person = any(c.look is Look.PERSON and (c.first, c.last) == (0, len(cut.row)) for c in candidates(cut))
    return person or not translations(word)


def _what_was_said(query: Query, ranked: Sequence[RankedSentence]) -> RankedSentence | None:
    """The sentence that the question's words match best, those of asking and saying left out."""
    near = [each for each in ranked[:_AMONG] if pieces(each.text).row]
    folded = fold(query.text)
    asking = [folded.span(*found.span()) for found in _ASKED.finditer(folded.text)]
    words = [term for term in query.terms if not any(start <= term.start < end for start, end in asking)]
    if not near or not words:
        return None
    whole = match(words, [pieces(each.text) for each in near], EmbeddedModel.load().word_vectors)
    told = whole.weights @ whole.by_sentence(whole.best())
    best = int(np.argmax(told))
    return near[best] if told[best] >= _TOLD else None


def _from_there_back(text: str, said: RankedSentence) -> Iterator[Span]:
    """What was said, where its quotation ends, and the sentences before it, nearest first."""
    yield Span(said.start, said.end)
    if text.rfind("“", 0, said.start + 1) > text.rfind("”", 0, said.start):  # “甲。乙。”某某说。
        closing = text.find("”", said.start)
        after = sentences_in(text, closing + 1, min(closing + 1 + _AFTER, len(text))) if closing >= 0 else []
        yield from (each for each in after[:1] if each.start <= closing + 2)
    yield from reversed(sentences_in(text, max(said.start - _BEFORE, 0), said.start))
