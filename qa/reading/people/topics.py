"""Whom a text speaks of: the person that a sentence is about, whom "she" behind it means, and fuller names."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus import Span
from corpus.sentences import sentences
from qa.reading.candidates import Look, candidates
from qa.reading.pieces import pieces
from qa.types import RankedSentence, ReadSpan

# An English name as a pattern, with initials and titles: S. Hartley, Mrs Lowe, Ludwig van Beethoven.
NAME = (
    r"(?:(?:[A-Z]\.|Mrs?|Dr|Sir|Lady) ?)*[A-Z][\w’'-]*[a-z](?<!['’]s)"
    r"(?: (?:(?:van|von|de|der|la|du|O['’])\s?)*[A-Z][\w’'-]*(?<!['’]s)){0,3}"
)
# Who somebody is, ahead of the name: the composer, his fellow singer.
WHO_IS = r"(?:(?:the|an?|his|her|its|their|fellow|former) (?:[a-z-]+ ){1,4})?"
NO_NAME = (
    r"(?!(?:The|An?|In|On|At|As|It|He|She|They|We|His|Her|Its|Their|Our|After|When|From|By|This|That|There|If|But|And|Born|Educated|Raised|Trained|Aged|Known|Having|Being)\b)"
)
_ONLY_SAYS_WHO = r"(?!(?:is|was|are|were|be|has|had|have|will|would|said|and|by|to|in|at|on|with|from|near|that|who)\b)"
_WHO = rf"(?:{_ONLY_SAYS_WHO}[a-z'’-]+ ){{0,4}}{_ONLY_SAYS_WHO}[a-z'’-]+,? (?<!\bof )(?<!\bthe )"
# Analyst Ann Lee of the bank said; Menon, 52, joined it; Its director, Ada Brown, told.
_BEGINS = re.compile(
    rf"^\W*(?:(?:In|On) [^,.;]{{1,30}}, )?(?:(?:The|Its|Their|Our|An?|[A-Z][a-z]+) {_WHO})?"
    rf"(?P<name>{NO_NAME}{NAME}(?: [IVX]+\b)?)(?=,? ?[a-z(\d]|['’]s |,)"
)
_REPORTED = re.compile(
    rf"\b(?:announced|said|says|confirmed)\b[^.;]{{0,30}}? that (?:(?:the|its|their) {_WHO})?(?P<name>{NO_NAME}{NAME})"
    r"(?=,| (?:will|would|has|had|is|was)\b)"
)
_BY_THE_WAY = re.compile(
    r"(?:[由被向给給对對与與和跟同拜]|接替|师从)[^，。；,;]{0,12}$"
    r"|(?:父亲|母亲|妻子|丈夫|儿子|女儿|弟弟|哥哥|姐姐|妹妹|长子|次子|长女|次女)$"
)
_FAMILIAR = re.compile(r"[老小阿][\u4e00-\u9fff]")
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "lady", "professor", "canon", "councillor"})
_FAR = 1_200  # characters
_WRAPPED = re.compile(r"\n(?![^\n:：]{1,30}[:：])")
_TOGETHER = 500  # characters that the naming of somebody and what is told may span, to be cited as one


PRONOUNS = frozenset({"he", "she", "they", "him", "her", "他", "她", "他们", "她们"})


def subject_of(sentence: str) -> Span | None:
    """Where a sentence names the person that it is about: who begins it, or of whom it is said that he will."""
    cut = pieces(sentence)
    if not cut.has("chinese"):
        line = unwrapped(sentence)
        found = _REPORTED.search(line) or _BEGINS.match(line)
        return Span(*found.span("name")) if found else None
    persons = (cut.row[each.first : each.last] for each in candidates(cut) if each.look is Look.PERSON)
    spans = (Span(row[0].start, row[-1].end) for row in persons)
    subject = next((each for each in spans if not _BY_THE_WAY.search(sentence[: each.start])), None)
    in_foreign_name = subject and "·" in sentence[max(subject.start - 1, 0) : subject.end + 1]  # 威廉·雷尼·哈珀
    return None if in_foreign_name else subject


def unwrapped(sentence: str) -> str:
    """A sentence on one line, each place where it was; a line that begins with a label stands by itself."""
    return _WRAPPED.sub(" ", sentence)


def subject_before(sentence: str, place: int) -> Span | None:
    """The same where it is named ahead of a place in the sentence."""
    subject = subject_of(sentence)
    return subject if subject and subject.end <= place else None


def meant_before(text: str, place: int) -> Span | None:
    """Whom a pronoun in the sentence that begins at `place` means: whom the nearest sentence before is about.

    Where that is a thing, the only person whom it names in full: The mill was founded by Ann Lee. She ran it.
    """
    for start, end in reversed(sentences(text, max(place - _FAR, 0), place)):
        named = subject_of(text[start:end]) or _only_person(text[start:end])
        if named and is_person(text, name := Span(start + named.start, start + named.end)):
            return name
    return None


def is_person(text: str, name: Span) -> bool:
    """Whether a name is of more than one word, or ends one before: Marsh, of Lena Marsh; not what begins a sentence."""
    return " " in text[slice(*name)] or not text[slice(*name)].isascii() or _in_full(text, name) != name


def _only_person(sentence: str) -> Span | None:
    if re.search(r"\b(?:he|she)\b", sentence, re.IGNORECASE):
        return None
    names = [each.span() for each in re.finditer(NAME, sentence) if " " in each[0]]
    return Span(*names[0]) if len(names) == 1 else None


def with_what_is_told(told: RankedSentence, naming: Span, name: Span, text: str) -> ReadSpan:
    """A name within a sentence of its own, which holds what was told too if that is near; in full where that is."""
    end = max(naming.end, told.end)
    full = _in_full(text, name)
    name = full if end - full.start <= _TOGETHER else name
    start = min(naming.start, name.start, told.start)
    if end - start > _TOGETHER:
        start, end = naming
    passage = told.passage
    if not passage.start <= start < end <= passage.end:  # a passage may begin behind the naming
        passage = replace(passage, start=start, end=end, text=text[start:end])
    return ReadSpan(replace(told, passage=passage, start=start, end=end), name.start, name.end, 0.0)


def _in_full(text: str, name: Span) -> Span:
    """Where somebody of whom but one name is said, Mather, is named in full before: Colin Mather; else the same."""
    said = text[slice(*name)]
    if " " in said or not said.isascii():
        return name
    fuller = list(re.finditer(rf"{NAME}(?<= {re.escape(said)})(?!\w)", text[: name.start]))
    return Span(*fuller[-1].span()) if fuller else name


def same_name(one: str, other: str) -> bool:
    """Whether two names may be of the same person: Laura and Laura Benson, not Samuel Hartley and Edwin Hartley.

    老范 may be 范守拙.
    """
    for name, full in ((one, other), (other, one)):
        if _FAMILIAR.fullmatch(name) and full.startswith(name[1]):
            return True
    first, second = (set(name.lower().removesuffix("'s").split()) - _TITLES for name in (one, other))
    return bool(first and second) and (first <= second or second <= first)
