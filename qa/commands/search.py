"""`youju search`: the passages nearest to a question."""

from __future__ import annotations

from typing import Annotated

import typer

from index.types import Hit
from qa.commands.options import AsJson, Docs, Hits, Index, Model, print_failures, print_json
from qa.types import hit_object


def search(
    question: Annotated[str, typer.Argument(help="What to look for, in Chinese or English.", show_default=False)],
    docs: Docs = None,
    index: Index = None,
    k: Hits = None,
    as_json: AsJson = False,
    model: Model = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show what each word matched and each leg's rank.")
    ] = False,
) -> None:
    """List the passages closest to a question, best first, without answering it.

    Examples:

        youju search "种子基金" --docs reports

        youju search "seed fund" --docs reports --explain -k 3
    """
    from qa.assistant import cleaned
    from qa.collection import Collection
    from qa.settings import Settings

    settings = Settings.load(k=k, index=index, model=model)
    collection = Collection.at(docs or (), None, settings)
    passages = collection.opened()
    print_failures(collection.failures)
    hits = passages.search(cleaned(question), settings.k, explain=explain)
    if as_json:
        print_json({"question": question, "hits": [_object(hit, explain) for hit in hits]})
    else:
        print("\n\n".join(_written(hit, explain) for hit in hits))


def _object(hit: Hit, explain: bool) -> dict[str, object]:
    shown = hit_object(hit)
    if explain:
        shown["parts"] = [
            {
                "leg": part.leg,
                "rank": part.rank,
                "score": round(part.score, 4),
                "matches": [
                    {"word": match.word, "found": match.found, "probability": round(match.probability, 4)}
                    for match in part.matches
                ],
            }
            for part in hit.parts
        ]
    return shown


def _written(hit: Hit, explain: bool) -> str:
    passage = hit.passage
    above = " > ".join(passage.heading)
    lines = [f"{hit.rank}. {passage.source}, {passage.start}-{passage.end} ({hit.score:.3f})"]
    lines += [f"   {above}"] if above else []
    lines.append("   " + " ".join(passage.text.split()))
    for part in hit.parts if explain else ():
        lines.append(f"   {part.leg}: rank {part.rank}, score {part.score:.3f}")
        for match in part.matches:
            how = "" if match.word == match.found else f" as {match.found} ({match.probability:.2f})"
            lines.append(f"      {match.word}{how}")
    return "\n".join(lines)
