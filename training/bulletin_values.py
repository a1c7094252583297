"""What bulletins are made up of: words listed in both languages; figures, dates and names made as both write them."""

from __future__ import annotations

import random
import tomllib
from calendar import month_name
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"


class Pair(NamedTuple):
    """The same in both languages; `measure` is the Chinese measure word of what can be counted."""

    chinese: str
    english: str
    measure: str = ""


def drawn(slot: str, chance: random.Random) -> Pair:
    """A word listed for a slot, or a figure, date or name made for it."""
    listed = listed_words()
    return chance.choice(listed[slot]) if slot in listed else _MADE[slot](chance)


@cache
def listed_words() -> dict[str, list[Pair]]:
    """The words by the slot they are for."""
    with (DATA / "bulletin_words.toml").open("rb") as file:
        return {slot: [Pair(*each) for each in pairs] for slot, pairs in tomllib.load(file).items()}


def _rounded(chance: random.Random) -> Decimal:
    """A figure of one to four digits, the shorter the likelier: 3, 28, 1.25, 16.35."""
    digits = chance.choice((1, 2, 2, 3, 3, 4))
    return Decimal(chance.randint(10 ** (digits - 1), 10**digits - 1)).scaleb(-chance.randrange(digits))


def _plain(value: Decimal) -> str:
    return f"{value.normalize():,f}"


def _large(value: Decimal) -> tuple[str, str]:
    """A number of ten thousands as both languages write it."""
    chinese = f"{_plain(value / 10000)}亿" if value >= 10000 else f"{_plain(value)}万"
    whole = value * 10000
    for name, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
        if whole >= size:
            return chinese.replace(",", ""), f"{_plain(whole / size)} {name}"
    return chinese.replace(",", ""), _plain(whole)


def _money(chance: random.Random) -> Pair:
    value = _rounded(chance) * chance.choice((1000, 10000, 10000, 1000000))
    chinese, english = _large(value)
    return Pair(f"{chinese}元", f"{english} yuan")


def _number(chance: random.Random) -> Pair:
    if chance.random() < 0.3:
        return Pair(*_large(_rounded(chance)))
    value = chance.randint(2, 10 ** chance.randint(1, 4))
    return Pair(str(value), f"{value:,}")


def _in(chinese: str, english: str) -> Callable[[random.Random], Pair]:
    """Makes numbers of a unit."""

    def made(chance: random.Random) -> Pair:
        number = _number(chance)
        return Pair(f"{number.chinese}{chinese}", f"{number.english} {english}")

    return made


def _percent(chance: random.Random) -> Pair:
    value = _plain(Decimal(chance.randint(11, 499)).scaleb(-1))
    return Pair(f"{value}%", f"{value}%" if chance.random() < 0.6 else f"{value} percent")


def _date(chance: random.Random) -> Pair:
    month, day = chance.randrange(12) + 1, chance.randint(1, 28)
    return Pair(f"{month}月{day}日", f"{month_name[month]} {day}")


def _days(chance: random.Random) -> Pair:
    count = chance.randint(2, 15)
    return Pair(f"{count}天", f"{count} days")


def _points(chance: random.Random) -> Pair:
    value = _plain(Decimal(chance.randint(1, 99)).scaleb(-1))
    return Pair(f"{value}个百分点", f"{value} percentage points")


def _price(chance: random.Random) -> Pair:
    value = chance.randint(20, 200000)
    return Pair(f"{value}元", f"{value:,} yuan")


def _person(chance: random.Random) -> Pair:
    surname, given = drawn("surname", chance), drawn("given", chance)
    return Pair(surname.chinese + given.chinese, f"{surname.english} {given.english.capitalize()}")


def _firm(chance: random.Random) -> Pair:
    name, kind = drawn("firm_name", chance), drawn("firm_kind", chance)
    return Pair(name.chinese + kind.chinese, f"{name.english} {kind.english}")


def _count_of(first: int, last: int) -> Callable[[random.Random], Pair]:
    def made(chance: random.Random) -> Pair:
        value = str(chance.randint(first, last))
        return Pair(value, value)

    return made


_MADE: dict[str, Callable[[random.Random], Pair]] = {
    "money": _money, "number": _number, "percent": _percent, "points": _points, "price": _price, "date": _date,
    "days": _days, "year": _count_of(1985, 2035), "years": _count_of(2, 25), "people": _in("人", "people"),
    "length": _in("公里", "kilometres"), "surface": _in("平方米", "square metres"), "tonnes": _in("吨", "tonnes"),
    "person": _person, "firm": _firm,
}  # fmt: skip
