"""Pack the thesaurus that was written for this repository: what else may say what a word of a question says.

    python -m training.thesaurus

Reads `training/data/thesaurus`, in which a line has a word or an expression of two words, an equals sign and, surest
first, the words by which a document may say the same; writes `index/model/data/thesaurus.txt`, a line for each term as
`index.words` cuts them. A word says what it is said by, a little less surely.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

from index.irregular import other_forms
from index.model.files import FOLDER, vocabulary
from index.translate import best_first
from index.words import TokenKind, tokens

WRITTEN = Path(__file__).parent / "data" / "thesaurus"
FIRST, LAST = 0.30, 0.12  # how likely the first and the last of a line say the same as its word
INVERSE = 0.6  # of that, how likely the word says what they say
# The forms of the verbs of which most expressions are made that no stemmer joins; `index.irregular` has the rarer ones.
_FORMS = """
be am is are was were been; become became; begin began begun; bring brought; build built; buy bought; come came;
cut cut; do does did done; draw drew drawn; eat ate eaten; fall fell fallen; feel felt; find found; get got gotten;
give gave given; go went gone; have has had; hear heard; hold held; keep kept; know known knew; lay laid; lead led;
leave left; lie lay lain; lose lost; make made; meet met; pay paid; put put; run ran; say said; see saw seen; send sent;
sit sat; speak spoke spoken; spend spent; stand stood; take took taken; tell told;
think thought; win won; write wrote written
"""


def entries() -> Iterator[tuple[str, list[str]]]:
    """The words and expressions with what may say them.

    Raises:
        ValueError: a line is not written as it has to be; the message names it.
    """
    for path in sorted(WRITTEN.glob("*.txt")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            word, equals, others = (part.strip() for part in line.partition("="))
            if not (word and equals and others):
                raise ValueError(f"{path.name}, line {number}: {line!r} is no word, equals sign and words.")
            yield word, [each.strip() for each in others.split(",")]


def heads(word: str) -> list[str]:
    """A word's term; an expression's two, joined by a space, in every form of its first word."""
    first, *others = [token.term for token in tokens(word) if token.kind in (TokenKind.WORD, TokenKind.STOP)]
    forms = (first, *_forms().get(first, ()), *other_forms(first)) if others else (first,)
    return [" ".join((form, *others)) for form in dict.fromkeys(forms)]


@cache
def _forms() -> dict[str, list[str]]:
    rows = [[tokens(form)[0].term for form in row.split()] for row in _FORMS.split(";")]
    return {row[0]: row[1:] for row in rows}


def table() -> dict[str, dict[str, float]]:
    """For each term what may say it, with probabilities; expressions are two terms joined by a space.

    What is no single word of the model's vocabulary is left out, as it would hardly be met, and a word itself.
    """
    found: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for word, others in entries():
        for head, (place, other) in product(heads(word), enumerate(others)):
            (term, kind), *more = ((token.term, token.kind) for token in tokens(other))
            if not more and kind is TokenKind.WORD and term != head and term in vocabulary():
                likely = FIRST + (LAST - FIRST) * place / max(len(others) - 1, 1)
                found[head][term] = max(found[head][term], likely)
                if " " not in head:
                    found[term][head] = max(found[term][head], INVERSE * likely)
    return found


def packed() -> list[str]:
    """The lines that ship: a term, a tab, and what may say it, each with its probability in per cent."""
    return [
        f"{term}\t{' '.join(f'{other} {round(100 * p)}' for other, p in best_first(others.items()))}"
        for term, others in sorted(table().items())
    ]


def main() -> None:
    lines = packed()
    (FOLDER / "thesaurus.txt").write_text("\n".join(lines), encoding="utf-8")
    print(len(lines), "terms")


if __name__ == "__main__":
    main()
