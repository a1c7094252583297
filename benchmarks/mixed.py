"""What passages of the other language cost a question, and what passages of its own do where the other has the answer.

    python -m benchmarks.mixed [--paragraphs 240]

On `tune/crosslingual`: paragraphs in one language alone, with as many other ones of the other language beside them, and
with the same ones told in it.
"""

from __future__ import annotations

import argparse

from benchmarks.question_sets import Collection, collections
from benchmarks.results import save
from benchmarks.retrieval import DEPTH, figures_of, sources_of
from corpus import Document
from index.passage_index import PassageIndex

Figures = dict[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paragraphs", type=int, default=240, help="paragraphs in each language")
    count = parser.parse_args().paragraphs
    own = {each.name.removeprefix("crosslingual "): each for each in collections(count)}
    others = {each.name.removeprefix("crosslingual "): each for each in collections(count, skip=count)}
    measured = {}
    for asked, told in (("zh", "en"), ("en", "zh")):
        measured[asked] = figures(
            own[f"{asked}-{asked}"], own[f"{told}-{told}"], others[f"{told}-{told}"], own[f"{asked}-{told}"],
            others[f"{asked}-{asked}"],
        )  # fmt: skip
        print(f"asked in {asked}:", *(f"{name} {value:.2f}" for name, value in measured[asked].items()), sep="  ")
    print(save("mixed", {"paragraphs": count, "figures": measured}))


def figures(
    within: Collection, same: Collection, others: Collection, across: Collection, own_others: Collection
) -> Figures:
    """nDCG@10 in per cent of questions in one language.

    `within` tells the answers in it, `same` the same in the other language, `others` something else in that; `across`
    asks about `same`, and `own_others` tells something else in the language of the question.
    """
    return {
        "alone": _ndcg(within),
        "with other paragraphs": _ndcg(within, others),
        "with the same paragraphs": _ndcg(within, same),
        "other language alone": _ndcg(across),
        "other language, with other paragraphs": _ndcg(across, own_others),
    }


def _ndcg(asked: Collection, *beside: Collection) -> float:
    documents = [*asked.documents, *(_renamed(each) for other in beside for each in other.documents)]
    index = PassageIndex.build(documents)
    return figures_of(lambda question: sources_of(index.search(question, DEPTH)), asked.questions)["ndcg@10"]


def _renamed(document: Document) -> Document:
    return Document.from_text(document.text, f"beside {document.source}", title=" ")


if __name__ == "__main__":
    main()
