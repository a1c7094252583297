"""Write the model that ships: vectors as 8-bit rows, tables as offsets and targets, names as text, one description.

Reads the work folder; writes `index/model/data`.
"""

from __future__ import annotations

import hashlib
import json
import pickle

import numpy as np

from index.model.files import FORMAT
from index.names import RATIO_STEPS
from training.sources import DATA, WORK

NAME = "youju-bilingual-static-256"
ROUNDEST, LOWEST_RATIO = 255, -2.0


def quantised(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:  # type: ignore[type-arg]
    """Each row as 8-bit integers and the scale that brings it back."""
    scales = np.abs(vectors).max(axis=1) / 127
    safe = np.where(scales > 0, scales, 1)
    return np.round(vectors / safe[:, None]).astype(np.int8), scales.astype(np.float32)


def table_arrays(terms: dict[str, int], tables: list[dict[str, dict[str, float]]]) -> dict[str, np.ndarray]:  # type: ignore[type-arg]
    """The translations of every term in the order of the vocabulary, best first."""
    by_row: dict[int, list[tuple[int, float]]] = {}
    for table in tables:
        for source, targets in table.items():
            kept = [(terms[target], probability) for target, probability in targets.items() if target != source]
            by_row[terms[source]] = sorted(kept, key=lambda item: (-item[1], item[0]))
    counts = [len(by_row.get(row, ())) for row in range(len(terms))]
    flat = [item for row in range(len(terms)) for item in by_row.get(row, ())]
    return {
        "translation_offsets": np.concatenate([[0], np.cumsum(counts)]).astype(np.int32),
        "translation_targets": np.array([target for target, _ in flat], np.int32),
        "translation_probabilities": np.array([max(1, round(p * ROUNDEST)) for _, p in flat], np.uint8),
    }


def sound_arrays(ratios: dict[str, dict[str, float]]) -> tuple[str, dict[str, np.ndarray]]:  # type: ignore[type-arg]
    """The characters and the runs of letters as lines, and by run its characters' places and ratios."""
    characters = sorted(ratios)
    by_run: dict[str, list[tuple[int, float]]] = {}
    for place, character in enumerate(characters):
        for run, ratio in ratios[character].items():
            if ratio > LOWEST_RATIO:
                by_run.setdefault(run, []).append((place, ratio))
    runs = sorted(by_run)
    flat = [item for run in runs for item in by_run[run]]
    return "\n".join(["".join(characters), *runs]), {
        "sound_starts": np.concatenate([[0], np.cumsum([len(by_run[run]) for run in runs])]).astype(np.int32),
        "sound_places": np.array([place for place, _ in flat], np.int16),
        "sound_ratios": np.array([round(min(ratio, 7.9) * RATIO_STEPS) for _, ratio in flat], np.int8),
    }


def main() -> None:
    DATA.mkdir(parents=True, exist_ok=True)
    with_vectors = (WORK / "vocabulary.txt").read_text(encoding="utf-8").split("\n")
    with (WORK / "tables.pickle").open("rb") as file:
        tables = pickle.load(file)
    terms = {term: row for row, term in enumerate(with_vectors)}
    for table in tables.values():
        for source, targets in sorted(table.items()):
            for term in (source, *targets):
                terms.setdefault(term, len(terms))
    vectors, scales = quantised(np.load(WORK / "trained.npy"))
    with (WORK / "names.pickle").open("rb") as file:
        names = pickle.load(file)
    lines, sounds = sound_arrays(names["ratios"])
    spoken = [f"{character}{' '.join(syllables)}" for character, syllables in names["readings"].items() if syllables]
    texts = {"vocabulary": "\n".join(terms), "sounds": lines, "pinyin": "\n".join(spoken)}
    arrays = {**sounds, "vectors": vectors, "scales": scales, **table_arrays(terms, list(tables.values()))}
    digest = hashlib.sha256()
    for name, text in texts.items():
        (DATA / f"{name}.txt").write_text(text, encoding="utf-8")
        digest.update(text.encode())
    for name, values in arrays.items():
        np.save(DATA / f"{name}.npy", values)
        digest.update(values.tobytes())
    described = {
        "format": FORMAT, "name": NAME, "dimension": vectors.shape[1], "rows": len(with_vectors),
        "terms": len(terms), "fingerprint": digest.hexdigest()[:32],
    }  # fmt: skip
    (DATA / "model.json").write_text(json.dumps(described, indent=2) + "\n", encoding="utf-8")
    print(described, sum(path.stat().st_size for path in DATA.iterdir()) / 1e6, "MB")


if __name__ == "__main__":
    main()
