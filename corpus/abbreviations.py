"""English abbreviations: whether the dot behind a word ends a sentence."""

from __future__ import annotations

import re


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_ACRONYM = re.compile(r"(?:[A-Za-z]\.)*[A-Z]")

# Something always follows these: a name, a number, an example.
_NEVER_LAST = _words(
    "mr mrs ms mx dr prof gen col sgt lt capt cmdr maj adm rev hon sen rep gov pres messrs mme fr st mt ft vs viz cf"
    " e.g i.e eg ie fig figs eq eqs sec ch vol vols no nos p pp ed eds art approx ca c a.k.a"
)
# These go on before a number.
_BEFORE_NUMBER = _words(
    "no nos p pp fig figs eq eqs sec ch vol vols art approx ca c jan feb mar apr jun jul aug sep sept oct nov dec"
    " est v ver b d r al ext extn tel"
)
# These end a sentence only if the next word looks like the beginning of one.
_MAY_BE_LAST = _words(
    "inc ltd co corp llc plc bros etc jr sr esq dept univ assn ave blvd rd est jan feb mar apr jun jul aug sep sept oct"
    " nov dec u.s u.k u.n a.m p.m ph.d b.c a.d d.c m.d b.a m.a al st no c v"
)
# These end it before any capital but that of a day, a month or a time zone: open to 9 p.m. Dogs may not enter.
_BEFORE_CAPITAL = _words("a.m p.m etc")
_OF_TIMES = _words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september"
    " october november december gmt utc bst cet est edt pst pdt et pt hkt jst"
)
_OPENERS = _words(
    "the a an in on at it its he she they we you i this that these those there his her their our my as after before"
    " when while if although though because since however but and or so then thus for from with by to some many most"
    " all both each one two during according also no not what why how who where under until once despite"
)


def is_abbreviation(word: str, following: str) -> bool:
    """Whether the dot behind `word` belongs to it and the sentence goes on with `following` (its first characters)."""
    lowered = word.lower()
    if following[0].isdigit():
        return lowered in _BEFORE_NUMBER
    next_word = following.split(None, 1)[0].strip(",.:;'’\"").lower()
    if lowered in _BEFORE_CAPITAL and following[0].isupper():
        return next_word.removesuffix("s") in _OF_TIMES
    if lowered in _MAY_BE_LAST or _ACRONYM.fullmatch(word):
        return next_word not in _OPENERS
    return lowered in _NEVER_LAST
