"""Learn which letters each character of a transliterated name stands for, and every character's pinyin.

Reads `train/dictionary`; writes `names.pickle` to the work folder. Expectation-maximisation over the ways to cut a
Latin name into one run of 0 to 6 letters per character, started from the similarity to the characters' pinyin.
"""

from __future__ import annotations

import math
import pickle
import re
from collections import Counter, defaultdict
from difflib import SequenceMatcher

from pypinyin import Style, pinyin

from index.folding import fold
from index.words import stem
from training.sources import WORK, dictionary

LONGEST, ROUNDS, BACKOFF, PRIOR = 6, 8, 4.0, 2.0
FEWEST, SILENT = 1.0, -0.5  # characters seldom in names are left out; no character gains by saying nothing
SUFFIXES = re.compile(r"(?:市|县|省|州|区|镇|岛|群岛|山|河|江|湖|海|人|语|国|城|港|大学|共和国|公司|氏|族)$")

_NAME = re.compile(r"((?:[A-Z][\w'-]+ ?){1,4})(?:$|[,(;]|or |city|province|county|state|town|island|river|capital)")

Chunk = tuple[str, str]  # a character, and the letters it stands for


def readings(character: str) -> list[str]:
    """The syllables a character is read as, without tones, the commonest first."""
    found = pinyin(character, style=Style.NORMAL, heteronym=True, v_to_u=False)[0]
    spelt = (syllable.replace("ü", "v") for syllable in found)
    return list(dict.fromkeys(syllable for syllable in spelt if syllable.isascii()))


def pairs() -> list[tuple[str, str]]:
    """Transliterated names: characters and the stem of the Latin name, native Chinese names left out."""
    found: set[tuple[str, str]] = set()
    for entry in dictionary():
        for gloss in entry.glosses:
            found |= _names(entry.word, gloss)
    return sorted(pair for pair in found if not _is_pinyin(*pair))


def _names(word: str, gloss: str) -> set[tuple[str, str]]:
    name = _NAME.match(gloss)
    if name is None or not re.fullmatch(r"[\u4e00-\u9fff·]{2,12}", word):
        return set()
    latin = [part for part in re.split(r"[\s-]+", fold(name[1]).text) if part.isalpha() and part.isascii()]
    parts = [part for part in word.split("·") if part]
    if len(parts) == len(latin):
        return {(part, stem(letters)) for part, letters in zip(parts, latin, strict=True) if len(part) > 1}
    if len(parts) == 1 and len(latin) > 1 and "city" not in gloss:
        return {(word, stem(latin[-1]))}
    if len(latin) == 1 and len(parts) == 1:
        bare = SUFFIXES.sub("", word)
        return {(each, stem(latin[0])) for each in {word, bare} if len(each) > 1}
    return set()


def _is_pinyin(word: str, letters: str) -> bool:
    spelt = "".join(readings(character)[0] for character in word if readings(character))
    return stem(spelt) == letters or spelt.startswith(letters) or letters.startswith(spelt)


def _start(character: str, letters: str) -> float:
    spelt = (readings(character) or [""])[0]
    if not letters:
        return 0.02
    likeness = SequenceMatcher(None, spelt, letters).ratio()
    return math.exp(5 * likeness - 0.5 * abs(len(letters) - len(spelt)) + (spelt[:1] == letters[:1]))


def plausible(word: str, letters: str) -> bool:
    """Whether a pair can be sound for sound at all."""
    return len(word) <= 8 and len(word) * 0.8 <= len(letters) <= len(word) * LONGEST


def expectation(
    word: str, letters: str, weight: dict[Chunk, float] | None, back: dict[Chunk, float]
) -> list[tuple[Chunk, float]]:
    """The expected use of each chunk in one pair, by the forward-backward algorithm."""
    size, width = len(word), len(letters)

    def value(chunk: Chunk) -> float:
        if weight is None:
            return _start(*chunk)
        return weight.get(chunk) or back.get((readings_of(chunk[0]), chunk[1]), 1e-7)

    table = [
        [[value((c, letters[a:b])) for b in range(a, min(a + LONGEST, width) + 1)] for a in range(width + 1)]
        for c in word
    ]
    forward = [[1.0] + [0.0] * width]
    for row in table:
        after = [0.0] * (width + 1)
        for a, mass in enumerate(forward[-1]):
            if mass:
                for step, chance in enumerate(row[a]):
                    after[a + step] += mass * chance
        forward.append(after)
    backward = [[0.0] * width + [1.0]]
    for row in reversed(table):
        last = backward[-1]
        before = [sum(chance * last[a + step] for step, chance in enumerate(each)) for a, each in enumerate(row)]
        backward.append(before)
    backward.reverse()
    total = forward[size][width]
    if total <= 0:
        return []
    return [
        ((word[place], letters[a : a + step]), forward[place][a] * chance * backward[place + 1][a + step] / total)
        for place, row in enumerate(table)
        for a in range(width + 1)
        for step, chance in enumerate(row[a])
        if forward[place][a] * chance * backward[place + 1][a + step] > 1e-4 * total
    ]


_reading: dict[str, str] = {}


def readings_of(character: str) -> str:
    """The commonest syllable of a character, remembered."""
    if character not in _reading:
        _reading[character] = (readings(character) or [""])[0]
    return _reading[character]


def learn(names: list[tuple[str, str]]) -> tuple[Counter[Chunk], Counter[Chunk]]:
    """The expected counts of (character, letters) and of (syllable, letters) after the last round."""
    weight: dict[Chunk, float] | None = None
    back: dict[Chunk, float] = {}
    counts: Counter[Chunk] = Counter()
    for _ in range(ROUNDS):
        counts = Counter()
        for word, letters in names:
            for chunk, share in expectation(word, letters, weight, back):
                counts[chunk] += share  # type: ignore[assignment]
        syllables: Counter[Chunk] = Counter()
        for (character, letters), number in counts.items():
            syllables[readings_of(character), letters] += number  # type: ignore[assignment]
        weight, back = probabilities(counts, syllables)
    return counts, syllables


def probabilities(counts: Counter[Chunk], syllables: Counter[Chunk]) -> tuple[dict[Chunk, float], dict[Chunk, float]]:
    """p(letters | character), backing off to p(letters | syllable), which backs off to p(letters)."""
    everything = sum(counts.values())
    marginal: Counter[str] = Counter()
    of_character: Counter[str] = Counter()
    of_syllable: Counter[str] = Counter()
    for (character, letters), number in counts.items():
        marginal[letters] += number  # type: ignore[assignment]
        of_character[character] += number  # type: ignore[assignment]
        of_syllable[readings_of(character)] += number  # type: ignore[assignment]
    back = {
        (syllable, letters): (number + PRIOR * marginal[letters] / everything) / (of_syllable[syllable] + PRIOR)
        for (syllable, letters), number in syllables.items()
    }
    weight = {
        (character, letters): (number + BACKOFF * back[readings_of(character), letters])
        / (of_character[character] + BACKOFF)
        for (character, letters), number in counts.items()
    }
    return weight, back


def main() -> None:
    names = [pair for pair in pairs() if plausible(*pair)]
    print(len(names), names[:: max(1, len(names) // 12)])
    counts, syllables = learn(names)
    weight, back = probabilities(counts, syllables)
    everything = sum(counts.values())
    marginal: Counter[str] = Counter()
    for (_, letters), number in counts.items():
        marginal[letters] += number  # type: ignore[assignment]
    used: Counter[str] = Counter()
    for (character, _), number in counts.items():
        used[character] += number  # type: ignore[assignment]
    by_syllable: dict[str, dict[str, float]] = defaultdict(dict)
    for (syllable, letters), chance in back.items():
        if syllables[syllable, letters] > 0.1 and marginal[letters] > 0.5:
            by_syllable[syllable][letters] = chance
    ratios: dict[str, dict[str, float]] = {}
    for character, number in used.items():
        if number < FEWEST:
            continue
        ratios[character] = {}
        for letters, chance in by_syllable[readings_of(character)].items():
            chance = weight.get((character, letters)) or BACKOFF * chance / (number + BACKOFF)
            ratio = math.log(chance / (marginal[letters] / everything))
            ratios[character][letters] = ratio if letters else min(ratio, SILENT)
    spoken = {chr(code): readings(chr(code)) for code in range(0x4E00, 0x9FA6)}
    with (WORK / "names.pickle").open("wb") as file:
        pickle.dump({"ratios": ratios, "readings": spoken, "used": used}, file)


if __name__ == "__main__":
    main()
