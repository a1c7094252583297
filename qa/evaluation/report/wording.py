"""What the report says, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping

Words = Callable[[str], str]

_WORDS: Mapping[str, tuple[str, str]] = {
    "title": ("问答评测报告", "How good the answers are"),
    "summary": ("{questions} 个问题，{documents} 份文档，{answerable} 题有答案，{refusable} 题应当拒答。"
                "小字是 95% 区间。",
                "{questions} questions on {documents} documents: {answerable} answerable, {refusable} to be refused. "
                "Small print: 95 % intervals."),
    "interval": ("95% 区间", "95 % interval"),
    "plots": ("三张图", "At a glance"),
    "by_kind": ("各类问题的正确率", "Accuracy by kind of question"),
    "calibration": ("把握与事实是否相符", "Is its confidence right?"),
    "confidence": ("把握", "confidence"),
    "share_answerable": ("其中有答案的比例", "share answerable"),
    "latency": ("每题用时", "Time per question"),
    "seconds": ("秒", "seconds"),
    "number_of_questions": ("题数", "questions"),
    "figures": ("全部指标", "All figures"),
    "metric": ("指标", "metric"),
    "all": ("全部", "all"),
    "questions": ("逐题查看", "Question by question"),
    "outcome": ("结果", "outcome"),
    "kind": ("类别", "kind"),
    "direction": ("语言方向", "direction"),
    "search": ("查找文字", "find text"),
    "shown": ("题", "shown"),
    "answer": ("回答", "Answer"),
    "short": ("简答", "Bare answer"),
    "expected": ("应有的回答", "Expected"),
    "must_refuse": ("应当拒答", "to be refused"),
    "not_given": ("未给出", "not given"),
    "citations": ("引文及其出处", "Citations where they stand"),
    "evidence": ("题目给出的依据", "Evidence of the question set"),
    "scores": ("得分", "Scores"),
    "page": ("第 {} 页", "page {}"),
    "error": ("出错", "Error"),
    "lower": ("越低越好", "lower is better"),
    "unjudged": ("未判", "not judged"),
    # outcomes
    "right": ("正确", "right"),
    "not_retrieved": ("没有检索到", "not retrieved"),
    "not_read": ("检索到了，没有读出", "retrieved, not read"),
    "wrongly_refused": ("误拒", "wrongly refused"),
    "wrongly_answered": ("误答", "wrongly answered"),
    "cited_wrongly": ("引用有误", "cited wrongly"),
    "failed": ("出错", "failed"),
    # kinds
    "quantity": ("数量", "quantity"),
    "date": ("时间", "date"),
    "person": ("人物", "person"),
    "organisation": ("机构", "organisation"),
    "place": ("地点", "place"),
    "list": ("列举", "list"),
    "definition": ("定义", "definition"),
    "yes_no": ("是非", "yes or no"),
    "reason": ("原因", "reason"),
    "other": ("其他", "other"),
    # metrics
    "accuracy": ("正确率", "accuracy"),
    "exact_match": ("完全匹配 EM", "exact match"),
    "f1": ("F1", "F1"),
    "lcs_f1": ("F1（CMRC，最长公共子串）", "F1 (CMRC, longest common substring)"),
    "contains": ("包含应有的回答", "contains the expected answer"),
    "quantity_match": ("数值相符", "figures agree"),
    "citation_verbatim": ("引文逐字相符", "citations verbatim"),
    "citation_precision": ("引文准确率", "citation precision"),
    "citation_recall": ("依据召回率", "citation recall"),
    "refusal_precision": ("拒答准确率", "refusal precision"),
    "refusal_recall": ("拒答召回率", "refusal recall"),
    "false_refusals": ("误拒率", "false refusals"),
    "auc": ("AUC", "AUC"),
    "calibration_error": ("校准误差 ECE", "calibration error (ECE)"),
    "brier": ("Brier 分数", "Brier score"),
    "seconds_p50": ("用时中位数（秒）", "median seconds"),
    "seconds_p95": ("用时 95 分位（秒）", "95th percentile of seconds"),
    "document": ("文档", "documents"),
    "evidence_ranking": ("依据", "evidence"),
    "success": ("前 {} 条命中率", "success@{}"),
}  # fmt: skip


def words(language: str) -> Words:
    """The report's words in "zh" or "en"; what has none stands as it is."""
    column = 0 if language == "zh" else 1

    def word(key: str) -> str:
        return _WORDS[key][column] if key in _WORDS else _ranking(key, column)

    return word


def _ranking(key: str, column: int) -> str:
    """The name of a retrieval metric such as evidence_success@3."""
    of, _, metric = key.partition("_")
    if of not in ("document", "evidence") or not metric:
        return key
    ranked = _WORDS["evidence_ranking" if of == "evidence" else of][column]
    name, _, cutoff = metric.partition("@")
    measured = _WORDS["success"][column].format(cutoff) if name == "success" else {"mrr": "MRR"}.get(name, "nDCG@10")
    return f"{ranked}{'：' if column == 0 else ': '}{measured}"
