"""Evaluation in one call: a question set asked of documents, judged, and turned into figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from qa.assistant import Assistant
from qa.evaluation.gold import Collection
from qa.evaluation.question_sets import QuestionSet, read_questions
from qa.evaluation.results import Evaluation
from qa.evaluation.run import Ask, run
from qa.evaluation.scoring import judge
from qa.evaluation.types import Prediction
from qa.settings import Settings


def evaluate(
    questions: str | Path | QuestionSet,
    documents: str | Path | Sequence[str | Path] | None = None,
    k: int | None = None,
    index: str | Path | None = None,
    predictions: str | Path | None = None,
    resume: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Evaluation:
    """How good the answers to a question set are; `evaluate(...).rows()` is ready for `pandas.DataFrame`.

    Without documents a SQuAD or CMRC file is asked of its own contexts, any other set of the sample. `predictions`
    is a file that keeps every answer as `youju ask --json` gives it, and that `resume` goes on from.
    """
    chosen = questions if isinstance(questions, QuestionSet) else read_questions(Path(questions))
    assistant = assistant_for(chosen, documents, index)
    kept = None if predictions is None else Path(predictions)
    found = run(chosen.questions, asking(assistant, k), kept, resume, progress)
    return judged(chosen, found, assistant)


def assistant_for(
    questions: QuestionSet, documents: str | Path | Sequence[str | Path] | None, index: str | Path | None
) -> Assistant:
    """The assistant over the documents named, else over the set's own contexts, else over the sample."""
    paths = [documents] if isinstance(documents, str | Path) else list(documents or ())
    if not paths and questions.documents:
        return Assistant.from_documents(questions.documents)
    return Assistant.open(*paths, index=index, settings=Settings.load())


def asking(assistant: Assistant, k: int | None) -> Ask:
    """Asks one question and gives the object of the predictions file."""

    def ask(question: str) -> Mapping[str, Any]:
        return assistant.ask(question, k=k).to_object()

    return ask


def judged(questions: QuestionSet, predictions: Sequence[Prediction], assistant: Assistant) -> Evaluation:
    """The evaluation of as many questions as have been asked."""
    collection = Collection.of(assistant.documents)
    asked = zip(questions.questions, predictions, strict=False)
    return Evaluation.of([judge(question, prediction, collection) for question, prediction in asked])
