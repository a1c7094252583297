"""How close a short answer comes to an expected one, in Chinese and in English."""

from __future__ import annotations

import re
import string
import unicodedata
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from index.folding import fold
from index.quantities import Quantity, quantities

_HAN = re.compile(r"([\u3400-\u9fff\U00020000-\U0003ffff])")
_ARTICLES = re.compile(r"\b(a|an|the)\b")


def normalise(text: str) -> str:
    """Lower case, without punctuation, articles and spare spaces: SQuAD's normalisation (Rajpurkar et al. 2016).

    Beyond SQuAD's, all Unicode punctuation goes, and text with Chinese in it is folded (full width, traditional).
    """
    lower = fold(text).text if _HAN.search(text) else text.lower()
    bare = "".join(each for each in lower if each not in string.punctuation and unicodedata.category(each)[0] != "P")
    return " ".join(_ARTICLES.sub(" ", bare).split())


def units(text: str) -> list[str]:
    """What F1 counts: each Chinese character by itself, other text by words, after normalisation."""
    return _HAN.sub(r" \1 ", normalise(text)).split()


def exact_match(short: str, expected: str) -> float:
    """1 if both are the same units, else 0 (SQuAD's exact match; spaces beside Chinese characters do not count)."""
    return float(units(short) == units(expected))


def f1(short: str, expected: str) -> float:
    """2PR / (P + R) over the bag of shared units (SQuAD's F1); characters for Chinese, words for English."""
    said, wanted = units(short), units(expected)
    if not said or not wanted:
        return float(said == wanted)
    shared = sum((Counter(said) & Counter(wanted)).values())
    return 2 * shared / (len(said) + len(wanted))


def lcs_f1(short: str, expected: str) -> float:
    """CMRC 2018's F1 (Cui et al. 2019): as `f1`, but what is shared is the longest common substring of units.

    It is lower than `f1` wherever the shared characters do not stand together.
    """
    said, wanted = units(short), units(expected)
    if not said or not wanted:
        return float(said == wanted)
    shared = SequenceMatcher(None, said, wanted, autojunk=False).find_longest_match().size
    return 2 * shared / (len(said) + len(wanted))


def contains(said: str, expected: str) -> float:
    """1 if the units of the expected answer stand together, in order, in what was said, else 0."""
    whole, part = units(said), units(expected)
    if not part:
        return 0.0
    return float(any(whole[i : i + len(part)] == part for i in range(len(whole) - len(part) + 1)))


def quantity_match(short: str, expected: str) -> float | None:
    """1 if every figure of the expected answer is in `short` in any notation ("2 billion" is 20亿), else 0.

    None where the expected answer holds no figure. A unit that one side leaves out is not held against it.
    """
    wanted = quantities(expected)
    if not wanted:
        return None
    said = quantities(short)
    return float(all(any(_equal(each, other) for other in said) for each in wanted))


def _equal(first: Quantity, second: Quantity) -> bool:
    same = (first.value, first.upper) == (second.value, second.upper)
    return same and (first.unit == second.unit or not first.unit or not second.unit)


def best(metric_values: Sequence[float | None]) -> float | None:
    """The highest of one metric over the accepted variants; None where it applies to none of them."""
    applicable = [value for value in metric_values if value is not None]
    return max(applicable) if applicable else None
