"""Chinese abbreviations spelt out: 工信局 by 工业和信息化局, or by "Industry and Information Technology Bureau"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from index.acronyms import ACRONYMS
from index.translate import translations
from index.words import is_chinese

SHORTEST, LONGEST = 2, 5  # characters of an abbreviation
APART = 3  # words at most from one that a character stands for to the next
_MEANT = 0.5  # the least probability of a word meaning the places that its characters are short for
_LIKELY = 0.04  # the least probability of a translation that lends its first character
# What provinces, cities and countries are shortened to where several are named in one word.
_SHORT = """
京 北京 津 天津 沪 上海 渝 重庆 冀 河北 晋 山西 辽 辽宁 吉 吉林 黑 黑龙江 苏 江苏 浙 浙江 皖 安徽 闽 福建 赣 江西
鲁 山东 豫 河南 鄂 湖北 湘 湖南 粤 广东 桂 广西 琼 海南 川 四川 蜀 四川 贵 贵州 黔 贵州 滇 云南 陕 陕西 甘 甘肃
青 青海 蒙 内蒙古 藏 西藏 宁 宁夏 港 香港 澳 澳门 台 台湾 深 深圳 穗 广州 中 中国 美 美国 俄 俄罗斯 英 英国 法 法国
德 德国 日 日本 韩 韩国 朝 朝鲜 印 印度 欧 欧洲
"""
_PLACES: dict[str, str] = dict(zip(_SHORT.split()[::2], _SHORT.split()[1::2], strict=True))

Spelt = Mapping[str, Sequence[int]]  # by character, the places of words that may be shortened to it


@lru_cache(maxsize=16384)
def is_abbreviation(term: str) -> bool:
    """Whether a Chinese word may be one: short, and known to no dictionary, but for an English acronym of it."""
    known = any(other not in ACRONYMS for other, _ in translations(term))
    return SHORTEST <= len(term) <= LONGEST and is_chinese(term) and not known


@lru_cache(maxsize=16384)
def joined_places(word: str) -> tuple[str, ...]:
    """What each character of a word is short for, where all of them are: 深港 names 深圳 and 香港.

    A word that mostly means something else, as 美德 does, names none.
    """
    known = [_PLACES.get(character, "") for character in word]
    if not SHORTEST <= len(word) <= LONGEST or not all(known):
        return ()
    told = translations(word)
    places = {other for place in known for other, _ in translations(place)}
    meant = sum(probability for other, probability in told if other in places)
    return tuple(known) if not told or meant >= _MEANT else ()


def spelt(words: Iterable[tuple[int, str]]) -> dict[str, list[int]]:
    """The characters that words at their places may be shortened to: their first, or that of a translation."""
    found: dict[str, list[int]] = {}
    for place, word in words:
        for character in _initials(word):
            found.setdefault(character, []).append(place)
    return found


def places_of(abbreviation: str, by_character: Spelt) -> list[int]:
    """The words, in order and near each other, that the characters stand for; empty where one has none."""
    if not all(map(by_character.__contains__, abbreviation)):
        return []
    chains = [[place] for place in by_character[abbreviation[0]]]
    for character in abbreviation[1:]:
        chains = [
            [*chain, place]
            for chain in chains
            for place in by_character[character]
            if 0 < place - chain[-1] <= APART
        ]
    return min(chains, key=lambda chain: chain[-1] - chain[0], default=[])


@lru_cache(maxsize=16384)
def _initials(word: str) -> frozenset[str]:
    if is_chinese(word):
        return frozenset(word[:1])
    found = (other for other, probability in translations(word) if probability >= _LIKELY)
    return frozenset(other[0] for other in found if is_chinese(other))
