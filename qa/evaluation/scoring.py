"""What one answer is worth: every metric that applies to its question, and what went wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qa.evaluation.gold import Collection, covered, holds, locate
from qa.evaluation.ranking_metrics import ranking_scores
from qa.evaluation.text_metrics import best, contains, exact_match, f1, lcs_f1, quantity_match
from qa.evaluation.types import Case, Cited, Gold, Outcome, Place, Prediction, Question
from qa.question import kind_of

_CLOSE_ENOUGH = 0.5  # of F1: from here on an answer that is worded otherwise counts as right


def judge(question: Question, prediction: Prediction, collection: Collection) -> Case:
    """The question with its scores. A question that failed scores 0 wherever a higher score is better."""
    gold = locate(question, collection)
    scores = {
        **_retrieval(prediction, gold),
        **_answer(question, prediction),
        **_citation(question, prediction, gold, collection),
        **_refusal(question, prediction),
        "seconds": prediction.seconds,
    }
    outcome = _outcome(question, prediction, gold, scores)
    if outcome is not None:
        scores["accuracy"] = float(outcome in (Outcome.RIGHT, Outcome.CITED_WRONGLY))
    direction = f"{question.language}→{'+'.join(gold.languages or collection.languages)}"
    return Case(question, prediction, gold, kind_of(question.text), direction, scores, outcome)


def _retrieval(prediction: Prediction, gold: Gold) -> dict[str, float]:
    """Documents and passages in the order of the hits; a document counts where it first appears.

    Relevant passages are the hits that hold evidence, and each quote that no hit holds counts as one not found.
    """
    if not gold.spans:
        return {}
    sources = list(dict.fromkeys(hit.source for hit in prediction.hits))
    scores = ranking_scores("document", [source in gold.spans for source in sources], len(gold.spans))
    relevant = [_supports(hit, gold) for hit in prediction.hits]
    missed = sum(
        not any(holds(hit, source, span) for hit in prediction.hits)
        for source, spans in gold.spans.items()
        for span in spans
    )
    return scores | ranking_scores("evidence", relevant, sum(relevant) + missed)


def _supports(place: Place, gold: Gold) -> bool:
    return any(holds(place, place.source, span) for span in gold.spans.get(place.source, ()))


def _answer(question: Question, prediction: Prediction) -> dict[str, float]:
    """Against each accepted answer, the best of them; only for questions that have an answer."""
    if not question.answers:
        return {}
    said = prediction.short
    scores = {
        metric.__name__: max(metric(said, expected) for expected in question.answers)
        for metric in (exact_match, f1, lcs_f1)
    }
    scores["contains"] = max(contains(f"{said}\n{prediction.answer}", expected) for expected in question.answers)
    figures = best([quantity_match(said, expected) for expected in question.answers])
    return scores if figures is None else scores | {"quantity_match": figures}


def _citation(question: Question, prediction: Prediction, gold: Gold, collection: Collection) -> dict[str, float]:
    """Verbatim: the share of citations that are what stands there. Precision: the share that rest on evidence.

    Recall: the share of the evidence's characters that is cited, in the source where that is largest (the sources
    of a question are alternatives).
    """
    scores = {}
    cited = prediction.citations
    if cited:
        scores["citation_verbatim"] = sum(_verbatim(each, collection) for each in cited) / len(cited)
    if question.answerable and gold.spans:
        places = [each.place for each in cited]
        scores["citation_precision"] = sum(_supports(each, gold) for each in places) / len(places) if places else 0.0
        scores["citation_recall"] = max(_covered(gold, source, places) for source in gold.spans)
    return scores


def _verbatim(cited: Cited, collection: Collection) -> bool:
    source, start, end = cited.place
    return source in collection.by_source and collection.by_source[source].text[start:end] == cited.quote


def _covered(gold: Gold, source: str, places: Sequence[Place]) -> float:
    lengths = [span.end - span.start for span in gold.spans[source]]
    shares = [covered(span, source, places) for span in gold.spans[source]]
    return sum(length * share for length, share in zip(lengths, shares, strict=True)) / max(1, sum(lengths))


def _refusal(question: Question, prediction: Prediction) -> dict[str, float]:
    """Precision over what was refused, recall over what had to be, false refusals over what had not to be.

    Brier: the squared distance of the confidence from what was so (Brier 1950); the lower the better.
    """
    if question.answerable is None:
        return {}
    refused = not prediction.found and not prediction.error
    scores = {"brier": 1.0 if prediction.error else (prediction.confidence - question.answerable) ** 2}
    if question.answerable:
        scores["false_refusals"] = float(not prediction.found)
    else:
        scores["refusal_recall"] = float(refused)
    if refused:
        scores["refusal_precision"] = float(not question.answerable)
    return scores


def _outcome(question: Question, prediction: Prediction, gold: Gold, scores: Mapping[str, float]) -> Outcome | None:
    if question.answerable is None or (question.answerable and not question.answers):
        return None
    if prediction.error:
        return Outcome.FAILED
    if not question.answerable:
        return Outcome.WRONGLY_ANSWERED if prediction.found else Outcome.RIGHT
    cited = not gold.spans or any(_supports(each.place, gold) for each in prediction.citations)
    if prediction.found and _right(question, prediction, scores):
        return Outcome.RIGHT if cited else Outcome.CITED_WRONGLY
    if gold.spans and not any(_supports(hit, gold) for hit in prediction.hits):
        return Outcome.NOT_RETRIEVED
    if not prediction.found:
        return Outcome.WRONGLY_REFUSED
    return Outcome.WRONGLY_ANSWERED if cited else Outcome.NOT_READ


def _right(question: Question, prediction: Prediction, scores: Mapping[str, float]) -> bool:
    """Lenient, to sort answers into classes: an expected answer is in `short`, or its figures are, or F1 is close."""
    held = any(contains(prediction.short, expected) for expected in question.answers or ())
    return held or scores["f1"] >= _CLOSE_ENOUGH or scores.get("quantity_match", 0.0) == 1.0
