"""Read the openly licensed training data.

Reads `train/` (`YOUJU_TRAIN`, by default `../shared/data/train` beside the repository); writes nothing.
"""

from __future__ import annotations

import gzip
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import rjieba

from index.folding import fold
from index.words import PIECE, stem

ROOT = Path(__file__).resolve().parent.parent
TRAIN = Path(os.environ.get("YOUJU_TRAIN", ROOT.parent / "shared" / "data" / "train"))
TUNE = Path(os.environ.get("YOUJU_TUNE", ROOT.parent / "shared" / "data" / "tune"))
WORK = Path(os.environ.get("YOUJU_WORK", ROOT / ".work" / "training"))
DATA = ROOT / "index" / "model" / "data"

# Software documentation is most of the parallel text and least like what people ask about.
GENERAL_SOURCES = frozenset({"tatoeba", "ntrex", "tico19", "sdg"})
# Question sets whose questions are new to the word vectors, and of how many of each the sentence ranker learns.
NEW_TO_VECTORS = {
    "qa.en": {"qed-dev(NQ)": 1350, "fairytaleqa-train": 1500, "policyqa-dev": 250},
    "qa.zh": {"cmrc2018-trial": 1000, "cmrc2018-dev": 2000, "drcd-dev-simp": 2500},
}
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NO_TRANSLATION = re.compile(
    r"^(?:CL:|variant of|old variant|see |see also|used in|abbr\. (?:for|of)|also written|also pr|erhua|Taiwan pr|"
    r"same as|equivalent (?:to|of)|archaic variant|Japanese variant|radical|surname |Kangxi|\(|classifier for)"
)
_LEADING = re.compile(r"^(?:to be|to|a|an|the|sb|sth)\s+", re.IGNORECASE)


class Pair(NamedTuple):
    """A Chinese sentence and its English one, with the corpus it comes from."""

    source: str
    chinese: str
    english: str


class Entry(NamedTuple):
    """A headword in simplified characters, and its glosses as the dictionary gives them."""

    word: str
    glosses: tuple[str, ...]


def parallel() -> Iterator[Pair]:
    """The parallel sentences, in the order of the file."""
    with gzip.open(TRAIN / "parallel.zh-en.tsv.gz", "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            source, chinese, english = line.rstrip("\n").split("\t")
            yield Pair(source, chinese, english)


def dictionary() -> Iterator[Entry]:
    """The dictionary's entries, in the order of the file."""
    with gzip.open(TRAIN / "dictionary.zh-en.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            simplified, _, glosses, _ = line.rstrip("\n").split("\t")
            if re.search(r"[\u4e00-\u9fff]", simplified):
                yield Entry(simplified, tuple(glosses.split(" / ")))


def plain_glosses(entry: Entry) -> list[str]:
    """The glosses that translate the headword, without grammar, asides and articles."""
    found = []
    for gloss in entry.glosses:
        for part in gloss.split(";"):
            if _NO_TRANSLATION.match(part.strip()):
                continue
            cleaned = _LEADING.sub("", _ASIDE.sub(" ", part).strip())
            if cleaned[:1].isupper():  # a name; what follows the comma explains it
                cleaned = cleaned.partition(",")[0].strip()
            if cleaned and len(cleaned.split()) <= 6:
                found.append(cleaned)
    return found


def questions(language: str) -> Iterator[dict[str, object]]:
    """The question-answer rows of a language, "en" or "zh"."""
    with gzip.open(TRAIN / f"qa.{language}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def plain_words(text: str) -> list[str]:
    """The terms of a text in order, stop words kept and no subwords: what alignment and vectors read."""
    found: list[str] = []
    for han, other in PIECE.findall(fold(text).text):
        found += rjieba.cut(han) if han else [stem(other)]
    return found
