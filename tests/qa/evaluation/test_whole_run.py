"""The shipped set asked of the sample: its figures hold their floors, and ir-measures finds the same ones."""

from __future__ import annotations

from pathlib import Path

import pytest

import corpus
import qa
from qa import evaluate
from qa.evaluation.gold import holds
from qa.evaluation.question_sets import QuestionSet, read_questions
from qa.evaluation.results import Evaluation
from qa.evaluation.types import Case

# A little under what was measured: a figure below is a step back, not chance.
FLOORS = {
    "accuracy": 0.70,
    "exact_match": 0.58,
    "f1": 0.69,
    "quantity_match": 0.76,
    "citation_verbatim": 1.0,
    "citation_precision": 0.81,
    "citation_recall": 0.81,
    "refusal_precision": 0.78,
    "refusal_recall": 0.69,
    "auc": 0.90,
    "document_success@1": 0.98,
    "evidence_success@1": 0.79,
    "evidence_success@5": 0.94,
}
QUESTIONS = Path(qa.__file__).parent / "data" / "sample-questions.jsonl"
DOCUMENTS = Path(corpus.__file__).parent / "documents"


@pytest.fixture(scope="module")
def evaluation(tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    return evaluate(QUESTIONS, DOCUMENTS, index=tmp_path_factory.mktemp("evaluation") / "index")


@pytest.mark.parametrize(("metric", "floor"), FLOORS.items())
def test_figures_hold_their_floors(evaluation: Evaluation, metric: str, floor: float) -> None:
    assert evaluation.figure(metric).value >= floor


def test_few_answerable_questions_are_refused(evaluation: Evaluation) -> None:
    assert evaluation.figure("false_refusals").value <= 0.11


def test_both_languages_are_answered_alike(evaluation: Evaluation) -> None:
    chinese, english = (
        next(each.value for each in evaluation.by_direction[direction] if each.metric == "f1")
        for direction in ("zh→en+zh", "en→en+zh")
    )
    assert abs(chinese - english) <= 0.15


@pytest.mark.parametrize(("asked", "document", "floor"), [("en", "zh", 0.51), ("zh", "en", 0.48)])
def test_a_document_in_the_other_language_is_read(tmp_path: Path, asked: str, document: str, floor: float) -> None:
    questions = QuestionSet(tuple(each for each in read_questions(QUESTIONS).questions if each.language == asked))
    crossed = evaluate(questions, DOCUMENTS / f"shenzhen-briefing.{document}.md", index=tmp_path / "index")
    assert set(crossed.by_direction) == {f"{asked}→{document}"}
    assert crossed.figure("f1").value >= floor
    assert crossed.figure("evidence_success@5").value >= 0.95


def test_no_quote_of_the_set_is_missing_and_nothing_failed(evaluation: Evaluation) -> None:
    assert [case.gold.missing for case in evaluation.cases if case.gold.missing] == []
    assert [case.prediction.error for case in evaluation.cases if case.prediction.error] == []


def test_ir_measures_finds_the_same_figures(evaluation: Evaluation) -> None:
    measures = pytest.importorskip("ir_measures")
    names = {"success@1": "Success@1", "success@5": "Success@5", "mrr": "RR", "ndcg@10": "nDCG@10"}
    asked = [case for case in evaluation.cases if case.gold.spans]
    for of, ranked in (("document", _documents), ("evidence", _passages)):
        run, qrels = [], []
        for case in asked:
            found, relevant = ranked(case)
            run += [measures.ScoredDoc(case.question.id, each, -float(rank)) for rank, each in enumerate(found)]
            qrels += [measures.Qrel(case.question.id, each, 1) for each in relevant]
        for ours, theirs in names.items():
            measured = measures.calc_aggregate([measures.parse_measure(theirs)], qrels, run)
            assert evaluation.figure(f"{of}_{ours}").value == pytest.approx(next(iter(measured.values())), abs=1e-9)


def _documents(case: Case) -> tuple[list[str], list[str]]:
    return list(dict.fromkeys(hit.source for hit in case.prediction.hits)), list(case.gold.spans)


def _passages(case: Case) -> tuple[list[str], list[str]]:
    """The hits by their places; relevant are those that hold evidence, and each quote that none of them holds."""
    hits = case.prediction.hits
    spans = [(source, span) for source, found in case.gold.spans.items() for span in found]
    holding = [f"{hit}" for hit in hits if any(holds(hit, *each) for each in spans)]
    missed = [f"{each}" for each in spans if not any(holds(hit, *each) for hit in hits)]
    return [f"{hit}" for hit in hits], holding + missed
