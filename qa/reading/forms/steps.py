"""How something is done: whole instructions, "To freeze it, tell reception"; 办理方式：登录App，点击“提取”."""

from __future__ import annotations

import re

import numpy as np

from index.folding import fold
from index.types import FloatMatrix
from qa.reading.pieces import Pieces, Run

_ASKED = re.compile(
    r"^\W*(?:and |so |but |then )?how (?:do|can|should|could|must|would|may|shall) (?:i|we|you|one|people|members)\b"
    r"(?! (?:like|know|feel|think|say|spell|pronounce)\b)|\bhow to\b"
    r"|^(?:请问)?[^,?]{0,8}?(?:(?<!是)怎么(?!办(?![理证])|[样会了这那说看算回卖收做])|(?<!是)怎样(?!处[理置]|[的做])"
    r"|(?<!是)如何(?!处[理置]|看待|评价|[做呢]))[^,?吗]"
)
# A sentence that instructs, in Chinese; others tell how something came about.
_INSTRUCTS = re.compile(
    r"请(?!求)|(?<!首)先(?![进出前后生])|必?须|应当"
    r"|(?<![响效反适供相对])应(?![用对急届])|需(?![求])|即可|[可应需]?(?:在|到|至|凭|通过|用|向)[^,。;]{1,16}(?:办|领|登记|申请|提交|预约|缴|打开|开启|查)"
    r"|点击|登录|打开|按|填写|扫[描码]"
    r"|拨打|携带|取[出下]|插[入上]|选择|输入|安装|拧|关闭|开启"
)
_OF_MANNER = "方式|方法|流程|步骤|途径|程序|办法|渠道"
# For what an instruction is, ahead of it.
_PURPOSE = re.compile(
    r"\W*(?:(?:\d+|[a-z])[.)] )?(?:(?:in order )?to|if you (?:want|wish|would like|need) to)"
    r" (?P<what>[^,;:.]{2,80}),\s*"
    r"|\W*(?P<doing>[a-z]+ing(?: [^:.,]{2,40})?):\s+"
    r"|(?:[\W\d]|[一二三四五六七八九十]+、)*(?:如需|如要|若要|若需|需要|想要|要)?(?P<if>[^,:;。]{2,16}?)"
    rf"(?:的?(?:{_OF_MANNER})(?:[如为是]下?)?:|时,|的,|:)\s*"
)
_NUMBER = re.compile(
    r"\W*(?:第[一二三四五六七八九十百\d]+条\s|[一二三四五六七八九十]+、|\d{1,2}[.)、]\s?(?!\d)|[A-Za-z答][:：])\s*"
)
_LABEL = re.compile(rf"(?:[\W\d]|[一二三四五六七八九十]+、)*(?:办理|申请|具体|操作|使用)?(?:{_OF_MANNER}):\s*")
_PART_ENDS = re.compile(r"[;；。]|\.(?=\s|$)")
_ITS = re.compile(r"\b(?:it|them|one|this)\b|其")
_SAID = 0.5  # how well a word is matched that is said


def asks_to_do(question: str) -> bool:
    """Whether it is asked how something is done."""
    return _ASKED.search(fold(question).text) is not None


def step_told(sentence: Pieces, matches: FloatMatrix, above: FloatMatrix) -> Run | None:
    """The instruction of a sentence that tells ahead what it is for, where that is what is asked; else None.

    `matches` is (words of the question, pieces of the sentence), `above` how well the headings match each word.
    """
    text = fold(sentence.text)
    found = _PURPOSE.match(text.text) or _LABEL.match(text.text)
    if found is None or not len(matches) or not text.text[found.end() :].strip(" .。"):
        return None
    if label := _LABEL.match(text.text):
        return _from(sentence, text.span(label.end() - 1, label.end())[1]) if above.min() >= _SAID else None
    what = next(filter(None, found.groups()))
    first, last = sentence.touched(*text.span(*found.span(next(n for n, each in found.groupdict().items() if each))))
    said = matches[:, first:last].max(axis=1)
    its = _ITS.search(what) is not None
    if (np.maximum(said, above) if its and said.max() >= _SAID else said).min() < _SAID:
        return None
    return _from(sentence, text.span(found.end() - 1, found.end())[1])


def whole_step(sentence: Pieces, run: Run) -> Run:
    """The part of a sentence, up to a semicolon, that a run stands in, without the purpose it begins with.

    The run itself, in Chinese, where that instructs nobody.
    """
    if sentence.has("chinese") and not _INSTRUCTS.search(fold(sentence.text).text):
        return run
    start, last = sentence.row[run[0]].start, sentence.row[run[1] - 1].start
    folded = fold(sentence.text)
    cuts = [each.end() for each in _PART_ENDS.finditer(sentence.text)]
    begin = max((cut for cut in cuts if cut <= start), default=0)
    end = min((cut for cut in cuts if cut > last), default=len(sentence.text))
    if not begin and (led := _led_up_to(folded.text)):
        begin = min(folded.span(led - 1, led)[1], last)
    first, last = sentence.touched(begin, end)
    while first + 1 < last and not (sentence.column("word")[first] or sentence.column("stop")[first]):
        first += 1
    while last > first + 1 and sentence.said(last - 1, last) in ".。;；":
        last -= 1
    return first, last


def _led_up_to(text: str) -> int:
    """Where a folded sentence goes on behind its number and what it says it is for; 更换时 goes with the rest."""
    number = _NUMBER.match(text)
    begin = number.end() if number else 0
    found = _PURPOSE.match(text)
    return found.end() if found and (found["if"] is None or found[0].rstrip().endswith(":")) else begin


def _from(sentence: Pieces, start: int) -> Run:
    first = next((n for n, piece in enumerate(sentence.row) if piece.start >= start), len(sentence.row) - 1)
    return whole_step(sentence, (first, first + 1))
