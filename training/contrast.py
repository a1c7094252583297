"""Train the word vectors so that sentences that say the same, and sentences of one paragraph, lie close.

Reads `start.npy` and `vocabulary.txt` of `training.vectors`, the parallel sentences, the dictionary and the paragraphs
(never the questions) of `train/qa`; writes `trained.npy`. Symmetric in-batch negatives, a source at a time.
"""

from __future__ import annotations

import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator

import numpy as np
import torch

from corpus.sentences import sentences
from index.words import is_chinese, terms
from training.sources import WORK, dictionary, parallel, plain_glosses
from training.vectors import contexts

SEED = 20
PER_SOURCE, GLOSSES = 25_000, 50_000
BATCH, SCALE, RATE, DROPOUT, EPOCHS = 1024, 16.0, 0.002, 0.3, 6

Texts = list[tuple[list[int], list[int]]]


class Rows:
    """Terms to rows, unknown Chinese words by their characters."""

    def __init__(self) -> None:
        self.known = {term: row for row, term in enumerate((WORK / "vocabulary.txt").read_text().split("\n"))}

    def __call__(self, text: str) -> list[int]:
        found: list[int] = []
        for term in terms(text):
            if term in self.known:
                found.append(self.known[term])
            elif is_chinese(term):
                found += [self.known[character] for character in term if character in self.known]
        return found


def gather(rows: Rows) -> dict[str, Texts]:
    """The pairs of every source as rows: translations, headwords with glosses, sentences with their paragraphs."""
    found: dict[str, Texts] = defaultdict(list)
    by_source: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in parallel():
        by_source[pair.source].append((pair.chinese, pair.english))
    for source, pairs in by_source.items():
        for chinese, english in random.sample(pairs, min(PER_SOURCE, len(pairs))):
            found[source].append((rows(chinese), rows(english)))
    glosses = [(entry.word, gloss) for entry in dictionary() for gloss in plain_glosses(entry)[:3]]
    for word, gloss in random.sample(glosses, min(GLOSSES, len(glosses))):
        found["dictionary"].append((rows(word), rows(gloss)))
    for language, paragraphs in zip(("english", "chinese"), contexts(), strict=True):
        found[language] = [pair for paragraph in paragraphs for pair in cloze(paragraph, rows)]
    return {source: [pair for pair in pairs if pair[0] and pair[1]] for source, pairs in found.items()}


def cloze(paragraph: str, rows: Rows) -> Iterator[tuple[list[int], list[int]]]:
    """Up to six sentences of a paragraph, each with the rest of its paragraph (Lee et al. 2019, inverse cloze)."""
    spans = sentences(paragraph)
    if len(spans) < 3:
        return
    parts = [rows(paragraph[span.start : span.end]) for span in spans]
    for place in random.sample(range(len(parts)), min(6, len(parts))):
        near = [row for other, part in enumerate(parts) if other != place and abs(other - place) < 6 for row in part]
        yield parts[place], near


def batches(pairs: dict[str, Texts]) -> list[Texts]:
    """Batches of one source each, in random order; what is left of the sources is mixed."""
    found, rest = [], []
    for texts in pairs.values():
        shuffled = random.sample(texts, len(texts))
        whole = len(shuffled) // BATCH * BATCH
        found += [shuffled[start : start + BATCH] for start in range(0, whole, BATCH)]
        rest += shuffled[whole:]
    random.shuffle(rest)
    found += [rest[start : start + BATCH] for start in range(0, len(rest) - BATCH // 2, BATCH)]
    random.shuffle(found)
    return found


def bag(texts: list[list[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Rows and offsets of texts for an embedding bag, words dropped at random."""
    rows: list[int] = []
    offsets: list[int] = []
    for text in texts:
        offsets.append(len(rows))
        kept = [row for row in text if random.random() > DROPOUT]
        rows += kept or text
    return torch.tensor(rows), torch.tensor(offsets)


def main() -> None:
    random.seed(SEED)
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    began = time.time()
    pairs = gather(Rows())
    print({source: len(texts) for source, texts in pairs.items()}, f"{time.time() - began:.0f} s", flush=True)
    start = torch.from_numpy(np.load(WORK / "start.npy"))
    embedding = torch.nn.EmbeddingBag.from_pretrained(start, freeze=False, mode="sum", sparse=True)
    optimiser = torch.optim.SparseAdam(list(embedding.parameters()), lr=RATE)
    for epoch in range(EPOCHS):
        for group in optimiser.param_groups:
            group["lr"] = RATE * (1 - epoch / EPOCHS)
        losses = []
        for batch in batches(pairs):
            sides = [embedding(*bag([pair[side] for pair in batch])) for side in (0, 1)]
            first, second = (torch.nn.functional.normalize(side, dim=1) for side in sides)
            scores = SCALE * first @ second.T
            target = torch.arange(len(batch))
            loss = sum(torch.nn.functional.cross_entropy(each, target) for each in (scores, scores.T))
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            losses.append(loss.item() / 2)
        print(epoch, f"loss {np.mean(losses):.3f}", f"{time.time() - began:.0f} s", flush=True)
        np.save(WORK / "trained.npy", embedding.weight.detach().numpy())


if __name__ == "__main__":
    sys.exit(main())
