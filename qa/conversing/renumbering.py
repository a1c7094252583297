"""Another number put in place of one: Programme 7 for Programme 1, BM-60 for BM-40, 第五条 for 第三条, £50 for £40."""

from __future__ import annotations

import re

from index.quantities import Quantity, QuantityKind, quantities

_LATIN = r"(?<![A-Za-z0-9.])(?:\d+(?:[.:/-]\d+)*[A-Za-z]?|(?!I\b)[A-Z]\d*)(?![A-Za-z0-9])"
_CHINESE = "第?[一二三四五六七八九十百零]+"
_LABEL = rf"{_LATIN}|{_CHINESE}"
_CODE = re.compile(r"(?<![A-Za-z0-9-])[A-Z]+(?:-[A-Z]+)*[-/]?\d[A-Z0-9]*(?:[-/.]\d*[A-Z0-9]*\d+)*(?![A-Za-z0-9])")
_AHEAD = re.compile(rf"(?:.*\s)?(?P<noun>[A-Za-z]+|[\u4e00-\u9fff]{{2,}}) ?(?P<label>{_LATIN})")  # Flat 4, 程序4
_BEHIND = re.compile(rf"(?P<label>第?\d+|{_LABEL})(?P<noun>[\u4e00-\u9fff]{{1,8}})")  # 4号程序, 第五条, B区
_DIGITS = re.compile(_LATIN)
_DAY_LIKE = re.compile("\\d{1,2}号[\u4e00-\u9fff]{2,}")  # 12号程序 is no day of a month


def renumbered(question: str, part: str) -> str:
    """The question with a number, or a thing told by its number, in the place of another such; else empty.

    Dates are no such numbers.
    """
    if any(each.kind is QuantityKind.DATE for each in quantities(part)) and not _DAY_LIKE.fullmatch(part):
        return ""
    return _of_code(question, part) or _behind_noun(question, part) or _ahead_of_noun(question, part) or _bare(
        question, part
    )


def _of_code(question: str, part: str) -> str:
    codes = list(_CODE.finditer(question))
    return _put(question, codes[0].span(), part) if len(codes) == 1 and _CODE.fullmatch(part) else ""


def _behind_noun(question: str, part: str) -> str:
    """Flat 4 for Flat 3: the last of the same noun."""
    if not (named := _AHEAD.fullmatch(part)):
        return ""
    same = list(re.finditer(rf"(?<![A-Za-z])(?i:{named['noun']})[ -]?(?:{_LATIN})", question))
    return _put(question, same[-1].span(), part[named.start("noun") :]) if same else ""


def _ahead_of_noun(question: str, part: str) -> str:
    """第五条 for 第三条, 2号车间 for 1号车间: what stands behind the number begins alike."""
    if not (named := _BEHIND.fullmatch(part)):
        return ""
    noun = named["noun"]
    for length in range(len(noun), 0, -1):
        if found := re.search(rf"(?:第?\d+|{_LABEL})(?={noun[:length]})", question):
            if length == len(noun):
                return _put(question, (found.start(), found.end() + length), part)
            if noun[length:] not in question:  # 1号楼 and 2号仓库 are not alike enough to tell where the first ends
                return ""
    return ""


def _bare(question: str, part: str) -> str:
    """Another figure of the same unit; for a number without a unit, the last number that there is."""
    told = quantities(part)
    if len(told) == 1 and _with_bound(told[0]) == (0, len(part)) and told[0].unit:
        alike = [each for each in quantities(question) if (each.kind, each.unit) == (told[0].kind, told[0].unit)]
        if not alike:
            return ""
        own = alike[-1]
        return _put(question, _with_bound(own) if told[0].rounding else (own.start, own.end), part)
    if not _DIGITS.fullmatch(part):
        return ""
    dates = [each for each in quantities(question) if each.kind is QuantityKind.DATE]
    numbers = [found.span() for found in re.finditer(rf"(?:{_LATIN})|(?<=第){_CHINESE}", question)]
    free = [place for place in numbers if not any(each.start < place[1] and place[0] < each.end for each in dates)]
    return _put(question, free[-1], part) if free else ""


def _with_bound(told: Quantity) -> tuple[int, int]:
    """The figure with what bounds it: 三天以内, over 5 kg."""
    bound = told.rounding
    return (min(told.start, bound.start), max(told.end, bound.end)) if bound else (told.start, told.end)


def _put(question: str, place: tuple[int, int], new: str) -> str:
    return question[: place[0]] + new + question[place[1] :]
