"""Names across scripts: by pinyin for Chinese names, by learnt sounds for transliterated ones."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.folding import fold
from index.model.files import array, lines
from index.translate import translations
from index.words import is_chinese, stem

SHORTEST_LATIN, LONGEST_LATIN, LONGEST_CHINESE, LONGEST_NATIVE, LONGEST_RUN = 3, 16, 6, 4, 6
LONGEST_SYLLABLE = 6  # letters: zhuang
_MOST_SPELLINGS = 6  # of a name in pinyin
BEGIN = 4  # letters by which Latin names are told to exist before they are looked up
RATIO_STEPS = 16  # log-likelihood ratios (nats) are kept as whole numbers of this fraction
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆"
    "范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤張劉陳楊黃趙吳孫馬鄭謝許韓鄧馮"
    "蔣葉蘇呂盧鍾譚陸賈鄒龍賀顧龔萬錢嚴湯蕭焦柯翁祝耿梅甘褚殷骆霍卓詹聂饶屠池柴翟瞿阎庄晏邢倪牟麦舒涂闵阮柳樊凌邬裴鲍"
    "尤游宁盛欧左萧傅段赖康施洪乔颜章鲁庞俞蓝齐申葛伍纪尚毕芦季辛苗曲靳祁兰童岳滕卜冉屈喻蒲卫隋柏鄢桂窦缪巩栾戚甄丛岑苟迟臧佘卞虞"
    "刁匡栗仇楚佟燕桑敖荆寇鞠荣奚雍蔺冀"
)
# A Chinese name as a pattern for what stands around it to end: a surname and one or two characters.
FULL_NAME = rf"[{''.join(sorted(SURNAMES))}][\u4e00-\u9fff]{{1,2}}?"
# A summed ratio of sounding alike against chance becomes a confidence; below the least one it is not worth a mention.
_MIDDLE, _WIDTH, _LEAST = 10.0, 1.5, 0.2
_LOWEST_SCORE = _MIDDLE + _WIDTH * math.log(_LEAST / (1 - _LEAST))
_LIKELY, _SURE = 0.15, 0.8  # probability of a translation, and confidence in its sound, that make a word a name
_WORST_PREFIX = 0.0  # a name whose beginning sounds no better than chance is given up


class Likeness(NamedTuple):
    """A stretch of text that sounds like a name, at half-open offsets, with a confidence of 0 to 1."""

    start: int
    end: int
    confidence: float


class _Sounds(NamedTuple):
    """Which letters a character may stand for, by the letters: `start[run]` to `end[run]` of characters and ratios."""

    characters: dict[str, int]
    runs: dict[str, int]
    starts: NDArray[np.int32]
    places: NDArray[np.int16]
    ratios: NDArray[np.float32]

    def kernel(self, latin: str) -> NDArray[np.float32]:
        """(characters, letters + 1, letters + 1): the ratio of each character for the letters from a to b."""
        size = len(latin) + 1
        kernel = np.full((len(self.characters), size, size), -np.inf, np.float32)
        for start in range(size):
            for end in range(start, min(start + LONGEST_RUN, len(latin)) + 1):
                run = self.runs.get(latin[start:end])
                if run is not None:
                    held = slice(self.starts[run], self.starts[run + 1])
                    kernel[self.places[held], start, end] = self.ratios[held]
        return kernel

    def of_character(self, character: str) -> list[tuple[str, float]]:
        """The letters a character may stand for, with their ratios."""
        return _by_character().get(character, [])


@cache
def _sounds() -> _Sounds:
    characters, *runs = lines("sounds")
    return _Sounds(
        {character: place for place, character in enumerate(characters)},
        {run: place for place, run in enumerate(runs)},
        np.asarray(array("sound_starts")),
        np.asarray(array("sound_places")),
        np.asarray(array("sound_ratios"), np.float32) / np.float32(RATIO_STEPS),
    )


@cache
def _by_character() -> dict[str, list[tuple[str, float]]]:
    sounds = _sounds()
    characters = list(sounds.characters)
    found: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for run, place in sounds.runs.items():
        for at in range(sounds.starts[place], sounds.starts[place + 1]):
            found[characters[sounds.places[at]]].append((run, float(sounds.ratios[at])))
    return found


@cache
def _syllables() -> dict[str, list[str]]:
    return {line[0]: line[1:].split(" ") for line in lines("pinyin")}


def confidence(score: float) -> float:
    """How likely it is that two names are the same, by their summed log-likelihood ratio."""
    return 1.0 / (1.0 + math.exp(-(score - _MIDDLE) / _WIDTH))


def _spellings(syllable: str) -> tuple[str, ...]:
    """How a syllable is written: lü as in passports, without its dots, and as it is typed."""
    return tuple(syllable.replace("v", vowel) for vowel in ("yu", "u", "v")) if "v" in syllable else (syllable,)


def romanised(chinese: str) -> list[str]:
    """The stems of a Chinese name written in pinyin as one word, one for each common reading; at most six."""
    syllables = _syllables()
    spelt = [""]
    for character in chinese:
        read = syllables.get(character)
        if read is None:
            return []
        written = [spelling for syllable in read[:2] for spelling in _spellings(syllable)]
        spelt = [before + spelling for before in spelt for spelling in written][:_MOST_SPELLINGS]
    # Of the ends that pinyin has, only these can lose anything to the stemmer.
    return [stem(each) if each.endswith(("ing", "e", "er")) else each for each in spelt]


@lru_cache(maxsize=4096)
def is_name(chinese: str) -> bool:
    """Whether a Chinese word is known as a name: a likely translation sounds like it, as huawei does like 华为."""
    return bool(latin_names(chinese))


@lru_cache(maxsize=4096)
def latin_names(chinese: str) -> tuple[str, ...]:
    """The likely translations of a Chinese word that sound like it: Bristol of 布里斯托尔."""
    likely = [term for term, probability in translations(chinese) if probability >= _LIKELY]
    return tuple(term for term, sure in SoundIndex(likely).latin_like(chinese) if sure >= _SURE) if likely else ()


class SoundIndex:
    """The names among a collection's terms, found by how they sound; built from terms of `index.words`."""

    def __init__(self, terms: Iterable[str]) -> None:
        known = _sounds().characters
        chinese: list[str] = []
        latin: list[str] = []
        self._pinyin: dict[str, list[str]] = defaultdict(list)
        for term in sorted(set(terms)):
            if term.isascii():
                if len(term) > SHORTEST_LATIN and term.isalpha():
                    latin.append(term)
            elif 1 < len(term) <= LONGEST_CHINESE and is_chinese(term):
                if known.keys() >= set(term):
                    chinese.append(term)
                if len(term) <= LONGEST_NATIVE:
                    self._add_pinyin(term)
        self._chinese, self._latin = chinese, latin
        self._begins = {term[:length] for term in latin for length in range(1, BEGIN + 1)}
        # Each name as the places of its characters, and behind them the end of a name.
        self._places = np.full((len(chinese), LONGEST_CHINESE + 1), len(known), np.int16)
        for row, term in enumerate(chinese):
            self._places[row, : len(term)] = [known[character] for character in term]

    def _add_pinyin(self, term: str) -> None:
        given = [term[1:]] if len(term) == 3 else []  # a person's name without the surname
        for part in (term, *given):
            for spelt in romanised(part):
                self._pinyin[spelt].append(term)

    def spelt(self, latin: str) -> list[str]:
        """The Chinese terms whose pinyin, written as one word, is this one."""
        return self._pinyin.get(latin, [])

    def holds(self, latin: str) -> bool:
        """Whether a Latin term is among the names."""
        return _within(self._latin, latin)

    def chinese_like(self, latin: str) -> list[tuple[str, float]]:
        """The Chinese terms that may stand for a Latin name (a term of `index.words`), likeliest first."""
        found = dict.fromkeys(self.spelt(latin), 1.0)
        if SHORTEST_LATIN < len(latin) <= LONGEST_LATIN and self._chinese:
            for row, score in self._scored(latin):
                term = self._chinese[row]
                found[term] = max(found.get(term, 0.0), confidence(score))
        return _likeliest(found)

    def _scored(self, latin: str) -> Iterator[tuple[int, float]]:
        """The rows of Chinese names that can be cut into the letters, and their best scores."""
        kernel = _sounds().kernel(latin)
        begins = kernel[:, 0, 1:].max(axis=1) > 0  # the first character has to speak
        rows = np.flatnonzero(begins[self._places[:, 0]])
        scores = kernel[self._places[rows, 0], 0, :]
        for depth in range(1, LONGEST_CHINESE + 1):
            next_places = self._places[rows, depth]
            ended = next_places == len(kernel)
            whole = ended & (scores[:, -1] > _LOWEST_SCORE)
            yield from zip(rows[whole].tolist(), scores[whole, -1].tolist(), strict=True)
            alive = ~ended & (scores.max(axis=1) > _WORST_PREFIX)
            if not alive.any():
                return
            rows, scores = rows[alive], _longer(scores[alive], kernel, next_places[alive])

    def latin_like(self, chinese: str) -> list[tuple[str, float]]:
        """The Latin terms that a Chinese name may stand for, likeliest first."""
        found = {spelt: 1.0 for spelt in romanised(chinese) if _within(self._latin, spelt)}
        best: dict[str, float] = {}
        if 1 < len(chinese) <= LONGEST_CHINESE:
            self._spell(chinese, 0, "", 0.0, best)
        for term, score in best.items():
            found[term] = max(found.get(term, 0.0), confidence(score))
        return _likeliest(found)

    def _spell(self, chinese: str, place: int, prefix: str, score: float, best: dict[str, float]) -> None:
        """Collect the Latin terms that begin with `prefix` and go on with the letters of the other characters."""
        if place == len(chinese):
            if score > _LOWEST_SCORE and _within(self._latin, prefix):
                best[prefix] = max(best.get(prefix, -math.inf), score)
            return
        for run, ratio in _sounds().of_character(chinese[place]):
            longer = prefix + run
            if score + ratio > _WORST_PREFIX and (not longer or longer[:BEGIN] in self._begins):
                at = bisect_left(self._latin, longer)
                if at < len(self._latin) and self._latin[at].startswith(longer):
                    self._spell(chinese, place + 1, longer, score + ratio, best)


def _longer(
    scores: NDArray[np.float32], kernel: NDArray[np.float32], characters: NDArray[np.int16]
) -> NDArray[np.float32]:
    """(names, letters + 1): the best scores with one more character, by the letters used so far."""
    best = np.full_like(scores, -np.inf)
    for used in range(scores.shape[1]):
        np.maximum(best, scores[:, used, None] + kernel[characters, used], out=best)
    return best


def _within(ordered: list[str], term: str) -> bool:
    at = bisect_left(ordered, term)
    return at < len(ordered) and ordered[at] == term


def _likeliest(found: dict[str, float]) -> list[tuple[str, float]]:
    likely = [(term, likelihood) for term, likelihood in found.items() if likelihood >= _LEAST]
    return sorted(likely, key=lambda item: (-item[1], item[0]))


def sounds_like(latin: str, text: str) -> list[Likeness]:
    """Where a Chinese text holds a name that sounds like a Latin word, likeliest first, none overlapping another."""
    folded = fold(text)
    stretches, sounds = _stretches(folded.text)
    likely = dict(sounds.chinese_like(stem(fold(latin).text)))
    found = [
        Likeness(*folded.span(start, end), likely[folded.text[start:end]])
        for start, end in stretches
        if folded.text[start:end] in likely
    ]
    kept: list[Likeness] = []
    for each in sorted(found, key=lambda like: (-like.confidence, like.end - like.start, like.start)):
        if all(each.end <= other.start or each.start >= other.end for other in kept):
            kept.append(each)
    return kept


@cache
def _written_syllables() -> frozenset[str]:
    return frozenset(spelling for listed in _syllables().values() for each in listed for spelling in _spellings(each))


def is_pinyin(latin: str) -> bool:
    """Whether a Latin word can be read as Chinese syllables, as Shenzhen can and Tastien cannot."""
    letters, syllables = latin.lower(), _written_syllables()
    ends = {0}  # where a syllable may end; a pattern of syllables would try every way to cut
    for start in range(len(letters)):
        if start in ends:
            run = range(start + 1, min(start + LONGEST_SYLLABLE, len(letters)) + 1)
            ends.update(end for end in run if letters[start:end] in syllables)
    return bool(letters) and len(letters) in ends


def readings(character: str) -> list[str]:
    """The readings of a Chinese character in pinyin without tones, the commonest first; empty for an unknown one."""
    return [spelling for syllable in _syllables().get(character, []) for spelling in _spellings(syllable)]


def characters_read(syllable: str) -> str:
    """The characters that are commonly read so, as a run; empty for what is no syllable."""
    return _characters_by_reading().get(syllable, "")


@cache
def _characters_by_reading() -> dict[str, str]:
    found: dict[str, list[str]] = defaultdict(list)
    for character, read in _syllables().items():
        for syllable in read[:2]:
            for spelling in _spellings(syllable):
                found[spelling].append(character)
    return {spelling: "".join(characters) for spelling, characters in found.items()}


@lru_cache(maxsize=256)
def _stretches(text: str) -> tuple[list[tuple[int, int]], SoundIndex]:
    """Where a folded text may hold a name, and the index of what stands there; kept for the text's next name."""
    letters = _sounds().characters
    stretches = [
        (start, end)
        for start in range(len(text))
        for end in range(start + 2, min(start + LONGEST_CHINESE, len(text)) + 1)
        if all(character in letters for character in text[start:end])
    ]
    return stretches, SoundIndex({text[start:end] for start, end in stretches})
