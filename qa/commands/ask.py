"""`youju ask`: a cited answer."""

from __future__ import annotations

from typing import Annotated

import typer

from qa.commands.options import AsJson, Docs, Hits, Index, Model, print_failures, print_json
from qa.types import Answer


def ask(
    question: Annotated[str, typer.Argument(help="The question, in Chinese or English.", show_default=False)],
    docs: Docs = None,
    index: Index = None,
    k: Hits = None,
    as_json: AsJson = False,
    model: Model = None,
    answerer: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="A transformers model by name or folder that words the answer. Default: quotes only."
        ),
    ] = None,
    refusals: Annotated[
        float | None,
        typer.Option(
            min=0,
            max=1,
            help="The share of answerable questions that may be refused. Default: 0.07, Chinese on Chinese 0.055.",
        ),
    ] = None,
) -> None:
    """Answer a question from documents, each statement with a verbatim quote, or say that they do not say.

    Examples:

        youju ask "深圳有多少国家级制造业创新中心?"

        youju ask "When does the lease end?" --docs contracts --docs notes.md

        youju ask "合同何时到期?" --docs contracts --json -k 3
    """
    from qa.assistant import Assistant, cleaned
    from qa.collection import Collection
    from qa.settings import Settings

    cleaned(question)
    settings = Settings.load(k=k, index=index, model=model, answerer=answerer, refusals=refusals)
    collection = Collection.at(docs or (), None, settings)
    assistant = Assistant(collection.opened(), settings=settings)
    print_failures(collection.failures)
    answer = assistant.ask(question)
    if as_json:
        print_json(answer.to_object())
    else:
        print(written(answer))


def written(answer: Answer) -> str:
    """The answer as text: what was understood, what is said, and the sources or the closest passages."""
    lines = [f"({answer.asked})"] if answer.asked and answer.asked != answer.question.strip() else []
    lines += [answer.text, *([f"({answer.note})"] if answer.note else []), ""]
    for citation in answer.citations:
        page = f", p. {citation.page}" if citation.page else ""
        lines.append(f"[{citation.number}] {citation.source}{page}, {citation.start}-{citation.end}")
    if not answer.found:
        lines += [f"- {hit.passage.source}: {_beginning(hit.passage.text)}" for hit in answer.hits[:3]]
    return "\n".join(lines).strip()


def _beginning(text: str, longest: int = 160) -> str:
    line = " ".join(text.split())
    return line if len(line) <= longest else line[:longest].rstrip() + "…"
