"""Bulletins made up in both languages: paragraphs dense with figures, posts and lists, and questions about them.

The open question sets hardly hold such text, and none of them a question in one language about a text in the other.
Every value is drawn at random, so that nothing is to be learnt but how such facts are stated and asked about.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from training.bulletin_values import DATA, Pair, drawn

ASKED = 4  # questions of a bulletin
UNANSWERABLE = 0.2  # of the questions, asked about something that the bulletin does not tell of
# Languages of question and text, whether Chinese, and their shares.
_LANGUAGES = ((True, True), (False, False), (False, True), (True, False))
_SHARES = (0.3, 0.15, 0.35, 0.2)
_ROUNDED, _TOGETHER, _SAID, _OF_AREA, _WIDE, _BEGUN = 0.4, 0.5, 0.5, 0.15, 0.8, 0.15
_MARK = re.compile(r"\[(\w) ([^\]]*)\]")
_SLOT = re.compile(r"\{(\w+?)(\d?)(\.measure)?\}")
_DIGITS = "0123456789"  # that tell a slot from others of the same values
_FULL_WIDTH = str.maketrans({",": "\uff0c", ";": "\uff1b", "?": "\uff1f"})


@dataclass(frozen=True, slots=True)
class Ask:
    """Questions with one answer, in both languages; with another value of the slot `telling` they have none."""

    answer: str
    telling: str
    chinese: Sequence[str]
    english: Sequence[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """Ways to state a fact, and questions about it; `times` it is among the facts drawn from."""

    chinese: Sequence[str]
    english: Sequence[str]
    asks: Sequence[Ask]
    times: int


Values = dict[str, Pair]
Placed = dict[str, tuple[int, int]]  # where the answer to each ask of a fact stands


def bulletins(count: int, seed: int) -> Iterator[dict[str, Any]]:
    """The rows of a question set about so many bulletins; a question without answers asks what is not told."""
    chance = random.Random(seed)
    for _ in range(count):
        yield from _Bulletin(chance).rows()


@cache
def facts() -> dict[str, Fact]:
    """All facts by name."""
    with (DATA / "bulletin_facts.toml").open("rb") as file:
        stored = tomllib.load(file)
    return {
        name: Fact(fact["chinese"], fact["english"], [Ask(**ask) for ask in fact["asks"]], fact["times"])
        for name, fact in stored.items()
    }


@dataclass(frozen=True, slots=True)
class _Told:
    """A fact as a text states it."""

    template: str
    answers: Placed


class _Bulletin:
    """Facts of one place, to be told in both languages."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._drawn: set[str] = set()
        self._place = self._draw("place")
        drawn_from = [fact for fact in facts().values() for _ in range(fact.times)]
        told = chance.sample(drawn_from, chance.randint(3, 7))
        if chance.random() < _SAID:
            told.insert(chance.randrange(len(told)), facts()["saying"])
        self._facts = [(fact, self._values(fact)) for fact in told]
        self._areas = [self._draw("area") if chance.random() < _OF_AREA else None for _ in told]

    def rows(self) -> Iterator[dict[str, Any]]:
        """Some questions, each in either language about the text in either."""
        texts = {chinese: self._text(chinese) for chinese in (True, False)}
        asks = [(n, ask) for n, (fact, _) in enumerate(self._facts) for ask in fact.asks]
        for n, ask in self._chance.sample(asks, min(ASKED, len(asks))):
            asked_in_chinese, chinese = self._chance.choices(_LANGUAGES, _SHARES)[0]
            text, told = texts[chinese]
            wording = self._wording(ask, told[n], asked_in_chinese)
            if not wording:
                continue
            values, answers = self._facts[n][1], [told[n].answers[ask.answer]]
            if self._chance.random() < UNANSWERABLE:
                if f"{{{ask.telling}" not in wording or not (other := self._other(ask.telling, texts)):
                    continue
                values, answers = {**values, ask.telling: other}, []
            question = self._begun(_filled(wording, values, asked_in_chinese), asked_in_chinese)
            found = [{"text": text[start:end], "start": start} for start, end in answers]
            yield {"context": text, "question": question, "answers": found}

    def _begun(self, question: str, chinese: bool) -> str:
        if self._chance.random() >= _BEGUN:
            return _sentence(question, chinese)
        begun = self._draw("beginning")
        return f"{begun.chinese}{question}" if chinese else _sentence(f"{begun.english} {question}", chinese)

    def _wording(self, ask: Ask, told: _Told, chinese: bool) -> str:
        """One that asks by what the text tells; empty where it does not tell the answer or enough."""
        known = _slots(told.template) | {"place"}
        options = [each for each in (ask.chinese if chinese else ask.english) if _slots(each) <= known]
        return self._chance.choice(options) if options and ask.answer in told.answers else ""

    def _other(self, slot: str, texts: dict[bool, tuple[str, list[_Told]]]) -> Pair | None:
        """A value that neither text holds."""
        values = [self._draw(slot.rstrip(_DIGITS)) for _ in range(5)]
        held = [texts[True][0], texts[False][0].lower()]
        return next((v for v in values if v.chinese not in held[0] and v.english.lower() not in held[1]), None)

    def _values(self, fact: Fact) -> Values:
        slots = set().union(*map(_slots, (*fact.chinese, *fact.english)))
        return {slot: self._value(slot.rstrip(_DIGITS)) for slot in sorted(slots)}

    def _value(self, slot: str) -> Pair:
        """Drawn anew until one comes that the bulletin does not hold yet, if one does."""
        if slot == "place":
            return self._place
        if slot == "round":
            return self._draw(slot) if self._chance.random() < _ROUNDED else Pair("", "")
        values = [self._draw(slot) for _ in range(8)]
        value = next((each for each in values if each.chinese not in self._drawn), values[0])
        self._drawn.add(value.chinese)
        return value

    def _draw(self, slot: str) -> Pair:
        return drawn(slot, self._chance)

    def _text(self, chinese: bool) -> tuple[str, list[_Told]]:
        """The text, and how it tells each fact."""
        text, told = "", []
        wide = self._chance.random() < _WIDE
        going_on = False  # the sentence
        for n, ((fact, values), area) in enumerate(zip(self._facts, self._areas, strict=True), start=1):
            template = self._chance.choice(fact.chinese if chinese else fact.english)
            stated = _filled(template, values, chinese)
            if area and not going_on:
                stated = f"{area.chinese}方面,{stated}" if chinese else f"in terms of {area.english}, {stated}"
            stated = stated if going_on else _sentence(stated, chinese)
            stated = stated.translate(_FULL_WIDTH) if chinese and wide else stated
            plain, answers = _unmarked(stated)
            told.append(_Told(template, {key: (len(text) + a, len(text) + b) for key, (a, b) in answers.items()}))
            quoting = fact is facts()["saying"]
            going_on = quoting or (n < len(self._facts) and self._chance.random() < _TOGETHER)
            text += plain + self._after(chinese, quoting, going_on, wide)
        return text.strip(), told

    def _after(self, chinese: bool, quoting: bool, going_on: bool, wide: bool) -> str:
        if not going_on:
            return "。" if chinese else ". "
        if not chinese:
            return " " if quoting else self._chance.choice((", and ", "; ", ", while "))
        mark = "," if quoting else self._chance.choice(",;")
        return mark.translate(_FULL_WIDTH) if wide else mark


def _slots(template: str) -> set[str]:
    return {found[1] + found[2] for found in _SLOT.finditer(template)}


def _filled(template: str, values: Values, chinese: bool) -> str:
    def value(found: re.Match[str]) -> str:
        pair = values[found[1] + found[2]]
        return pair.measure if found[3] else pair.chinese if chinese else pair.english

    return re.sub(" +", " ", _SLOT.sub(value, template))


def _sentence(text: str, chinese: bool) -> str:
    """With a capital letter, inside the mark of an answer too."""
    return text if chinese else re.sub(r"^((?:\[\w )?\W?)(\w)", lambda found: found[1] + found[2].upper(), text)


def _unmarked(stated: str) -> tuple[str, Placed]:
    plain, answers, end = "", {}, 0
    for mark in _MARK.finditer(stated):
        plain += stated[end : mark.start()]
        answers[mark[1]] = (len(plain), len(plain) + len(mark[2]))
        plain, end = plain + mark[2], mark.end()
    return plain + stated[end:], answers
