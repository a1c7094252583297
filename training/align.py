"""Word alignment of the parallel sentences and of headwords with their glosses (eflomal, model 3, both directions).

Reads `train/parallel` and `train/dictionary`; writes `words.tsv` (source, Chinese words, English stems) and the links
`forward.txt` and `reverse.txt` of its lines to the work folder. About five minutes on two cores.
"""

from __future__ import annotations

from collections.abc import Iterator

from eflomal import Aligner

from training.sources import WORK, Pair, dictionary, parallel, plain_glosses, plain_words

LONGEST = 100


def lines() -> Iterator[Pair]:
    """Every pair to align, its words joined by spaces: the sentences first, then the dictionary."""
    seen: set[tuple[str, str]] = set()
    for pair in parallel():
        chinese, english = plain_words(pair.chinese), plain_words(pair.english)
        key = " ".join(chinese), " ".join(english)
        if key in seen or not (0 < len(chinese) <= LONGEST and 0 < len(english) <= LONGEST):
            continue
        seen.add(key)
        yield Pair(pair.source, *key)
    for entry in dictionary():
        word = " ".join(plain_words(entry.word))
        for gloss in plain_glosses(entry):
            english = " ".join(plain_words(gloss))
            if word and english:
                yield Pair("dictionary", word, english)


def main() -> None:
    WORK.mkdir(parents=True, exist_ok=True)
    with (WORK / "words.tsv").open("w") as both, (WORK / "zh.txt").open("w") as zh, (WORK / "en.txt").open("w") as en:
        for pair in lines():
            both.write("\t".join(pair) + "\n")
            zh.write(pair.chinese + "\n")
            en.write(pair.english + "\n")
    with (WORK / "zh.txt").open() as zh, (WORK / "en.txt").open() as en:
        Aligner(model=3).align(
            zh,
            en,
            links_filename_fwd=str(WORK / "forward.txt"),
            links_filename_rev=str(WORK / "reverse.txt"),
            quiet=False,
        )


if __name__ == "__main__":
    main()
