"""The command line: every command but `chat`, which `ui` adds to `application`."""

from __future__ import annotations

import sys
from typing import Any

import typer
from typer.core import TyperGroup

from corpus.errors import YoujuError
from qa.commands.ask import ask
from qa.commands.doctor import doctor
from qa.commands.index import index
from qa.commands.search import search
from qa.evaluation.commands import evaluate_command, questions_command


class _Commands(TyperGroup):
    """Tells an expected error in one sentence, wherever it came from, and exits with 2."""

    def invoke(self, ctx: Any) -> Any:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="replace")
        try:
            return super().invoke(ctx)
        except YoujuError as error:
            print(f"youju: {error}", file=sys.stderr)
            raise typer.Exit(2) from error


application = typer.Typer(
    name="youju",
    cls=_Commands,
    help="Ask documents questions in Chinese or English; answers carry verbatim quotes, or say there is none.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (ask, search, index, doctor):
    application.command()(command)
application.command("eval")(evaluate_command)
application.command("questions")(questions_command)
