"""Who does which of several things that one sentence shares out: 水电费由乙方承担，物业费由甲方承担."""

from __future__ import annotations

import re

import numpy as np

from index.model.files import vocabulary
from index.types import FloatMatrix, FloatVector
from qa.reading.enumerations import Run, stands_out, within
from qa.reading.pieces import Pieces

_DONE = (
    "统一|负责|承担|主持|处理|支付|缴纳|担任|保管|提供|组织|主办|承办|协办|安排|维护|管理|维修|结算|办理|审批|审核|完成|执行"
    "|制作|撰写|起草|带领|带队|接待|牵头|监督|发放|收取|送|做|出资|设计|施工|供应|照顾|照看|看管|主讲|授课|讲授|指导"
)
_SHARED_OUT = re.compile(
    rf"(?P<ahead>[^，。；,;由]*)(?<!自)由(?P<who>[^，。；,;由]{{1,16}}?)(?P<done>(?:{_DONE})[^，。；,;]*)"
)


def doer_meant(sentence: Pieces, matches: FloatMatrix, weights: FloatVector, span: Run) -> Run | None:
    """Of several, each said to do another thing, the one whose doing is asked for, where `span` names one of them.

    `matches` is (words of the question, pieces of the sentence).
    """
    told = list(_SHARED_OUT.finditer(sentence.text))
    doers = [sentence.touched(*each.span("who")) for each in told]
    if len(doers) < 2 or not len(weights) or not any(within(span, doer) or within(doer, span) for doer in doers):
        return None
    deeds = (
        [n for side in ("ahead", "done") if each[side] for n in range(*sentence.touched(*each.span(side)))]
        for each in told
    )
    scores = np.array([weights @ matches[:, deed].max(axis=1) for deed in deeds])
    return doers[int(scores.argmax())] if stands_out(scores) else None


def without_by(sentence: Pieces, first: int) -> int:
    """The offset where a piece begins, behind the 由 that a name unknown to the dictionary is cut with: 由小王."""
    piece = sentence.row[first]
    unlisted = len(piece.term) > 2 and piece.term.startswith("由") and piece.term not in vocabulary()
    return piece.start + (unlisted and not piece.term.startswith("由于"))
