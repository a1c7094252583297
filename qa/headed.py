"""Figures in tables whose unit stands in the heading above them: 10,000 under 预算（元）, 7.20 under "Price (£)"."""

from __future__ import annotations

import re

from index.quantities import Quantity, QuantityKind, quantities

_UNIT = re.compile(r"[(（\[]\s*(?:单位|單位|unit|in)?\s*[:：]?\s*([^()（）\[\]]{1,12}?)\s*[)）\]]\s*$", re.IGNORECASE)
_FIGURE = re.compile(r"(?:[<>≤≥~约近]\s?)?\d[\d,.]*(?:\s?[-–—~～至]\s?\d[\d,.]*)?")
_EACH = re.compile(r"\s*(?:$|/|每|per\b|an?\b)")
_COUNTS = frozenset({QuantityKind.MONEY, QuantityKind.MEASURE, QuantityKind.DURATION, QuantityKind.PERCENT})
_BEFORE = frozenset("$€£¥￥")


def unit_in(heading: str) -> str:
    """The unit at the end of a heading, in brackets; empty where there is none."""
    found = _UNIT.search(heading)
    return found[1] if found and _whole(_joined("2", found[1])) else ""


def with_unit(cell: str, heading: str) -> str:
    """The cell with the unit that its heading tells, where it is a bare figure; else empty.

    >>> with_unit("10,000", "预算（元）"), with_unit("7.20", "Price (£)"), with_unit("500", "住宿（元/晚）")
    ('10,000元', '£7.20', '500元/晚')
    """
    unit = unit_in(heading)
    return _joined(cell, unit) if unit and _FIGURE.fullmatch(cell) else ""


def figures_in(cell: str, heading: str) -> list[Quantity]:
    """The figures of a cell, with the unit of its heading."""
    return quantities(with_unit(cell, heading) or cell)


def _joined(figure: str, unit: str) -> str:
    if unit[0] in _BEFORE:
        return f"{unit[0]}{figure}{unit[1:]}"
    return f"{figure} {unit}" if unit[0].isalpha() and unit.isascii() else f"{figure}{unit}"


def _whole(told: str) -> bool:
    """Whether a figure and its unit are read as one, but for what each of it is for: 元/晚."""
    found = quantities(told)
    return bool(found) and found[0].kind in _COUNTS and found[0].start == 0 and bool(_EACH.match(told, found[0].end))
