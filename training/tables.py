"""Translation tables of words, and of two English words by one Chinese word, from the alignment and the dictionary.

Reads `words.tsv`, `forward.txt`, `reverse.txt` of `training.align`; writes `tables.pickle` to the work folder.
"""

from __future__ import annotations

import pickle
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from index.words import STOP_WORDS, is_chinese
from training.sources import GENERAL_SOURCES, WORK, dictionary, plain_glosses, plain_words

Counts = dict[tuple[str, str], float]
Table = dict[str, dict[str, float]]

ONE_SIDED, GENERAL, DICTIONARY, DOCUMENTATION_POWER = 0.3, 3.0, 2.0, 0.6
KEPT, LOWEST, FEWEST = 15, 0.02, 1.0
POWER, DISCOUNT = 0.7, 10.0  # of both directions' probabilities; pairs seen seldom count for less
TRUST, HALF_TRUST = 0.85, 8.0  # the alignment's share is TRUST * n / (n + HALF_TRUST)
PHRASE_FEWEST, PHRASE_LOWEST = 1.5, 0.12


def usable(term: str) -> bool:
    """Whether a term can be searched by."""
    return term not in STOP_WORDS and not term[0].isdigit() and (is_chinese(term) or (len(term) > 1 and term.isalnum()))


def translates(chinese: str, english: str) -> bool:
    """Whether two aligned terms are of the two languages; documentation leaves many words as they are."""
    return usable(chinese) and usable(english) and is_chinese(chinese) and not is_chinese(english)


def links() -> Iterator[tuple[str, list[str], list[str], set[tuple[int, int]], set[tuple[int, int]]]]:
    """Per aligned line: its source, its words, and the links of both directions as (Chinese, English) places."""
    with (
        (WORK / "words.tsv").open() as lines,
        (WORK / "forward.txt").open() as forward,
        (WORK / "reverse.txt").open() as reverse,
    ):
        for line, one, other in zip(lines, forward, reverse, strict=True):
            source, chinese, english = line.rstrip("\n").split("\t")
            yield source, chinese.split(), english.split(), _places(one), _places(other)


def _places(line: str) -> set[tuple[int, int]]:
    return {(int(first), int(second)) for first, _, second in (link.partition("-") for link in line.split())}


def count() -> tuple[Counts, Counts, Counter[str]]:
    """Weighted counts of (Chinese, English) words, of (Chinese, two English words), and of the two words at all."""
    weighted: dict[str, Counts] = {kind: defaultdict(float) for kind in ("general", "documentation", "dictionary")}
    phrases: Counts = defaultdict(float)
    phrase_totals: Counter[str] = Counter()
    for source, chinese, english, forward, reverse in links():
        kind = "general" if source in GENERAL_SOURCES else "dictionary" if source == "dictionary" else "documentation"
        counts = weighted[kind]
        for place, other in forward | reverse:
            pair = chinese[place], english[other]
            if translates(*pair):
                counts[pair] += 1.0 if (place, other) in forward and (place, other) in reverse else ONE_SIDED
        weight = {"general": GENERAL, "dictionary": DICTIONARY, "documentation": 1.0}[kind]
        for phrase in pairwise(english):
            if usable(phrase[0]) and usable(phrase[1]):
                phrase_totals[" ".join(phrase)] += weight  # type: ignore[assignment]
        _count_phrases(chinese, english, forward | reverse, weight, phrases)
    total: Counts = defaultdict(float)
    for kind, counts in weighted.items():
        for pair, number in counts.items():
            total[pair] += {
                "general": GENERAL * number,
                "dictionary": DICTIONARY * number,
                "documentation": number**DOCUMENTATION_POWER,
            }[kind]
    return {pair: number for pair, number in total.items() if number >= FEWEST}, phrases, phrase_totals


def _count_phrases(
    chinese: list[str], english: list[str], linked: set[tuple[int, int]], weight: float, phrases: Counts
) -> None:
    of: dict[int, set[int]] = defaultdict(set)
    for place, other in linked:
        of[place].add(other)
    for place, others in of.items():
        others = {other for other in others if usable(english[other])}
        word = chinese[place]
        neighbours = len(others) == 2 and max(others) - min(others) == 1
        if neighbours and usable(word) and len(word) > 1 and is_chinese(word):
            phrases[word, " ".join(english[other] for other in sorted(others))] += weight


def aligned(counts: Counts, to_chinese: bool) -> tuple[Table, dict[str, float]]:
    """The table of one direction, p in proportion to a mean of both directions' probabilities, and word counts."""
    by_chinese: Counter[str] = Counter()
    by_english: Counter[str] = Counter()
    for (chinese, english), number in counts.items():
        by_chinese[chinese] += number  # type: ignore[assignment]
        by_english[english] += number  # type: ignore[assignment]
    table: Table = defaultdict(dict)
    for (chinese, english), number in counts.items():
        of_chinese, of_english = number / by_chinese[chinese], number / by_english[english]
        seen = number / (number + DISCOUNT)
        if to_chinese:
            table[english][chinese] = of_english**POWER * of_chinese ** (1 - POWER) * seen
        else:
            table[chinese][english] = of_chinese**POWER * of_english ** (1 - POWER) * seen
    return {source: _best(targets) for source, targets in table.items()}, dict(by_english if to_chinese else by_chinese)


def _best(targets: dict[str, float]) -> dict[str, float]:
    kept = sorted(targets.items(), key=lambda item: (-item[1], item[0]))[:KEPT]
    total = sum(score for _, score in kept)
    return {target: score / total for target, score in kept if score / total >= LOWEST}


def glossed() -> tuple[Table, Table, Counts]:
    """The dictionary's own tables, English to Chinese and Chinese to English, and its glosses of two words."""
    to_english: Table = defaultdict(lambda: defaultdict(float))
    to_chinese: Table = defaultdict(lambda: defaultdict(float))
    phrases: Counts = defaultdict(float)
    for entry in dictionary():
        words = plain_words(entry.word)
        glosses = plain_glosses(entry)
        headword = "".join(words)
        if not words or not usable(headword) or not is_chinese(headword):
            continue
        for gloss in glosses:
            content = [word for word in plain_words(gloss) if usable(word)]
            for word in content:
                share = 1.0 / (len(content) ** 1.5)
                to_english[headword][word] += share / len(glosses)
                if len(words) == 1:
                    to_chinese[word][headword] += share / len(glosses) ** 0.5
            if len(content) == 2 and len(words) == 1:
                phrases[headword, " ".join(content)] += DICTIONARY / len(glosses) ** 0.5
    return (
        {word: _best(targets) for word, targets in to_chinese.items()},
        {word: _best(targets) for word, targets in to_english.items()},
        phrases,
    )


def mixed(first: Table, numbers: dict[str, float], second: Table) -> Table:
    """Alignment and dictionary together, the alignment trusted by how often it has seen the word."""
    table: Table = {}
    for source in first.keys() | second.keys():
        if source not in first or source not in second:
            table[source] = first.get(source) or second[source]
            continue
        share = TRUST * numbers[source] / (numbers[source] + HALF_TRUST)
        targets: Counter[str] = Counter()
        for target, probability in first[source].items():
            targets[target] += share * probability  # type: ignore[assignment]
        for target, probability in second[source].items():
            targets[target] += (1 - share) * probability  # type: ignore[assignment]
        table[source] = _best(dict(targets))
    return table


def phrase_table(counts: Counts, glosses: Counts, totals: Counter[str]) -> Table:
    """Two English words by the Chinese words that mean both together, with the probability of being so meant."""
    both: Counts = defaultdict(float, counts)
    for pair, number in glosses.items():
        both[pair] += number
        totals[pair[1]] += number  # type: ignore[assignment]
    table: Table = defaultdict(dict)
    for (chinese, phrase), number in both.items():
        probability = number / (totals[phrase] + 1.0)
        if number >= PHRASE_FEWEST and probability >= PHRASE_LOWEST:
            table[phrase][chinese] = probability
    return {
        phrase: dict(sorted(targets.items(), key=lambda item: (-item[1], item[0]))[:5])
        for phrase, targets in table.items()
    }


def main() -> None:
    counts, phrases, totals = count()
    dictionary_chinese, dictionary_english, gloss_phrases = glossed()
    to_chinese = mixed(*aligned(counts, to_chinese=True), dictionary_chinese)
    to_english = mixed(*aligned(counts, to_chinese=False), dictionary_english)
    phrase = phrase_table(phrases, gloss_phrases, totals)
    print(f"{len(to_chinese)} English and {len(to_english)} Chinese words, {len(phrase)} phrases have translations")
    with (WORK / "tables.pickle").open("wb") as file:
        pickle.dump({"to_chinese": to_chinese, "to_english": to_english, "phrases": phrase}, file)


if __name__ == "__main__":
    main()
