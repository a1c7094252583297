"""Wordings: the answer in the question's language around verbatim quotes and exact figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from corpus import Language, Span, text_language
from index.folding import fold
from index.quantities import is_one_end, quantities
from qa.saying.notation import Figure, figures, in_script, with_rounding
from qa.saying.pinyin import spelt
from qa.saying.verbs import REPLIES, replies
from qa.types import Verdict

_MOST_FIGURES = 8  # said anew beside one quote
_UNTIL = re.compile(r"\s?(?:[-~—–－～至到]|to|until|and(?= ))\s?(?P<next>次日|翌日|第二天)?")
_FROM = re.compile(r"(?:from|between|从|自)\s?", re.IGNORECASE)
_TIED = re.compile(r"\s?(?:[×x*±/]|\+/-)\s?")
_BETWEEN = re.compile(r"[\s、,，;；和及与與以至]|次日|翌日|第二天|and|to")
_COUNTED = re.compile(r"(?: (?!(?:less|as|times)\b)[a-z-]+){0,1} (?!less\b|as\b)[a-z]{3,}s|次")  # 1.9 million customers
_ALSO = re.compile(r"\s?(?:[、；;]|[,，](?!\d{3})|和|以?及|[与與]|\band\b)+\s?")
_BARE_FIGURE = re.compile(r"\d[\d.,]*\s?[%％‰]?")
_LETTER = re.compile(r"[^\W_]")
_CODE = re.compile(r"[A-Za-z]*\d[\w.,:/-]*|\b[A-Za-z]\b")
_FRAMES = ("source", "source_in", "chinese", "english", "differ", "another")
_MARK = re.compile(r"\s?\[\d{1,4}\]")
# A word that a capital does no harm: a name or a code by itself may be a password, and jsw is not Jsw.
_PLAIN_WORD = re.compile(r"[^\W\d_A-Z]+(?:['’-][^\W\d_A-Z]+)*(?:,? (?=\w)|$)")


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences the assistant says itself, in one language; `{}` is what goes in."""

    refusal: str
    closest: str
    unanswered: str
    apart: str
    source: str
    source_in: str
    chinese: str
    english: str
    differ: str
    another: str
    stop: str
    opening: str
    closing: str
    brackets: str
    means: str
    besides: str
    between: str
    until: str
    next_day: str
    yes: str
    no: str
    then: str


_WORDINGS = {
    Language.ENGLISH: Wording(
        refusal="The documents do not say.",
        closest="The closest passages are listed with this answer; another wording of the question may help.",
        unanswered="The documents do not say: {}",
        apart="I do not compare or calculate; ask for each figure by itself.",
        source="{}",
        source_in="The source is in {}: {}",
        chinese="Chinese",
        english="English",
        differ="The documents differ.",
        another="Another one has {}.",
        stop=".",
        opening="“",
        closing="”",
        brackets=" ({})",
        means="{}: {}",
        besides="; ",
        between=", ",
        until=" to ",
        next_day=" the next day",
        yes="Yes",
        no="No",
        then=": ",
    ),
    Language.SIMPLIFIED: Wording(
        refusal="文档没有说明这一点。",
        closest="最接近的段落附在后面；换一种问法也许有帮助。",
        unanswered="文档没有说明：{}",
        apart="我不做比较和计算；可以分别问每个数字。",
        source="原文：{}",
        source_in="原文为{}：{}",
        chinese="中文",
        english="英文",
        differ="各文档说法不一。",
        another="另一处为{}。",
        stop="。",
        opening="“",
        closing="”",
        brackets="（{}）",
        means="{} 即 {}",  # apart, so that the figure is read as one again
        besides="；",
        between="、",
        until="至",
        next_day="（次日）",
        yes="是的",
        no="不是",
        then="，",
    ),
    Language.TRADITIONAL: Wording(
        refusal="文件沒有說明這一點。",
        closest="最接近的段落附在後面；換一種問法也許有幫助。",
        unanswered="文件沒有說明：{}",
        apart="我不做比較和計算；可以分別問每個數字。",
        source="原文：{}",
        source_in="原文為{}：{}",
        chinese="中文",
        english="英文",
        differ="各文件說法不一。",
        another="另一處為{}。",
        stop="。",
        opening="「",
        closing="」",
        brackets="（{}）",
        means="{} 即 {}",  # apart, so that the figure is read as one again
        besides="；",
        between="、",
        until="至",
        next_day="（次日）",
        yes="是的",
        no="不是",
        then="，",
    ),
}


def wording(language: Language) -> Wording:
    """The wordings of a language; English for mixed text."""
    return _WORDINGS.get(language, _WORDINGS[Language.ENGLISH])


@cache
def frames() -> tuple[str, ...]:
    """What stands around quotes and figures in any language, the longest first."""
    framed = (getattr(words, name) for words in _WORDINGS.values() for name in _FRAMES)
    parts = {part.strip() for wording in framed for part in wording.split("{}")}
    return tuple(sorted((part for part in parts if len(part) > 1), key=len, reverse=True))


def refusal(language: Language, closest: bool) -> str:
    """That the documents do not say; and where to look instead, if anything came close."""
    words = wording(language)
    gap = "" if language.chinese else " "
    return words.refusal + gap + words.closest if closest else words.refusal


def not_worked_out(language: Language) -> str:
    """That nothing is compared or calculated, and what may be asked instead."""
    return wording(language).apart


def unanswered(questions: Sequence[str], language: Language) -> str:
    """Which of several questions the documents do not answer."""
    words = wording(language)
    return words.unanswered.format(words.between.join(questions))


def short_answer(sentence: str, span: Span, language: Language, person: bool = False) -> str:
    """The bare answer without a full stop: figures exact in the reader's notation with the original beside them.

    `span` counts characters of `sentence`, whose words around a figure tell how it is rounded. Of a `person` with a
    Chinese name, an English reader is told the pinyin.
    """
    words = wording(language)
    if any(is_one_end(each, sentence, *span) for each in quantities(sentence)):
        sentence, span = sentence[span[0] : span[1]], Span(0, span[1] - span[0])
    start, end = with_rounding(sentence, *span)
    anew = [each for each in figures(sentence, language) if each.start < end and start < each.end]
    start, end = min([start, *(each.start for each in anew)]), max([end, *(each.end for each in anew)])
    original = sentence[start:end].strip()
    if _only_figures(sentence, Span(start, end), anew):
        if len(anew) == 2 and (until := _until(sentence, start, anew)):
            other = anew[1].said + (words.next_day if until["next"] else "")
            return words.until.join((anew[0].said, other)) + words.brackets.format(original)
        gaps = [sentence[one.end : other.start] for one, other in pairwise(anew)]
        if gaps and all(map(_TIED.fullmatch, gaps)):
            said = "".join(each.said + gap for each, gap in zip(anew, [*gaps, ""], strict=True))
            return said + words.brackets.format(original)
        return words.between.join(each.said + words.brackets.format(each.original) for each in anew)
    members = _ALSO.split(original)
    in_chinese = any(mark in original for mark in "、，；和及与與")
    if in_chinese is not language.chinese and len(members) > 1 and all(map(_BARE_FIGURE.fullmatch, members)):
        return words.between.join(members)
    if not (_foreign(original, language) and _foreign(sentence, language)) or not any(map(str.isalpha, original)):
        return original
    name = spelt(original) if person and not language.chinese else ""
    told = [each for each in anew if not each.small]
    return f"{words.opening}{original}{words.closing}" + (words.brackets.format(name) if name else _beside(told, words))


def with_unit(told: str, original: str, language: Language) -> str:
    """A bare figure with the unit that its heading tells; where a reader of the language needs it said anew, so."""
    if _foreign(told, language) and (anew := figures(told, language)):
        said = told[: anew[0].start] + anew[0].said + told[anew[0].end :]
        return said if _digits(said) == _digits(original) else said + wording(language).brackets.format(original)
    return told


def decided(verdict: Verdict, claim: str, language: Language, question: str) -> str:
    """The claim behind a yes or a no; the claim itself where neither is said. In Chinese one answers with the verb.

    Before a quote that is told to be in the other language the word stands alone.
    """
    if verdict is Verdict.UNCLEAR:
        return claim
    words = wording(language)
    alone = claim.startswith(words.source_in.partition("{}")[0])
    then = (words.stop if language.chinese else f"{words.stop} ") if alone else words.then
    return f"{yes_or_no(verdict, claim, language, question)}{then}{claim}"


def yes_or_no(verdict: Verdict, claim: str, language: Language, question: str) -> str:
    """The word that says which, as the question and the claim are put."""
    words = wording(language)
    yes, no = words.yes, words.no
    if language.chinese:
        yes, no = (in_script(said, language) for said in replies(fold(question).text, fold(claim).text))
    return yes if verdict is Verdict.YES else no


def decision(short: str, language: Language) -> Verdict:
    """The yes or no that a short answer begins with; UNCLEAR where it is the claim alone."""
    words = wording(language)
    said, then, _ = short.partition(words.then)
    told = {words.yes: Verdict.YES, words.no: Verdict.NO}
    if language.chinese:
        for yes, no in REPLIES:
            told |= {in_script(yes, language): Verdict.YES, in_script(no, language): Verdict.NO}
    return told.get(said, Verdict.UNCLEAR) if then else Verdict.UNCLEAR


def quoted(quote: str, language: Language, said: str = "", around: Language = Language.MIXED) -> str:
    """A verbatim quote, framed; of one in the other language it is told so, and the figures not yet `said` follow.

    What has no words of its own, the codes and figures of a row, is in the language of the text `around`.
    """
    words = wording(language)
    framed = f"{words.opening}{quote}{words.closing}"
    wordless = around is not Language.MIXED and _LETTER.search(_CODE.sub("", quote)) is None
    if not (around.chinese is not language.chinese if wordless else _foreign(quote, language)):
        return words.source.format(framed)
    name = words.english if language.chinese else words.chinese
    # What stands there in the same digits needs no gloss.
    anew = (
        each
        for each in figures(quote, language)
        if not each.small and each.said.replace(",", "") not in each.original
    )
    unsaid = [each for each in anew if each.said not in said]
    return words.source_in.format(name, framed) + _beside(unsaid, words)


def headed(names: Sequence[str], language: Language) -> str:
    """What follows the quote of a row between bars: the names of its columns, as the table has them."""
    return wording(language).brackets.format(" | ".join(names)) if any(names) else ""


def differing(answer: str, quote: str, language: Language, first: bool) -> str:
    """That another document has another answer, with its quote; of the first one that the documents differ."""
    words = wording(language)
    said = [words.another.format(answer), quoted(quote, language, answer)]
    return ("" if language.chinese else " ").join([words.differ, *said] if first else said)


def sentence_of(text: str, language: Language) -> str:
    """The text begun with a capital, where it begins with a plain word, and ended with a full stop if it has none."""
    text = text[:1].upper() + text[1:] if _PLAIN_WORD.match(text) else text
    return text if text.endswith(("。", ".", "！", "!", "？", "?", "…")) else text + wording(language).stop


def marked(text: str, numbers: Sequence[int]) -> str:
    """The statement with its marks; marks that stand in the quoted document itself are left out."""
    return _MARK.sub("", text) + "".join(f"[{number}]" for number in numbers)


def _foreign(text: str, language: Language) -> bool:
    """Whether a reader of the language may not read the text."""
    written = text_language(text)
    if language.chinese:
        return written is Language.ENGLISH and _LETTER.search(text) is not None
    return written is not Language.ENGLISH


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _only_figures(sentence: str, span: Span, anew: Sequence[Figure]) -> bool:
    if len(anew) == 1 and anew[0].start == span.start and _COUNTED.fullmatch(sentence, anew[0].end, span.end):
        return True
    rest = list(sentence[span.start : span.end])
    begun = _FROM.match(sentence, span.start) if len(anew) > 1 else None
    places = [(each.start, each.end) for each in anew] + ([begun.span()] if begun else [])
    for start, end in places:
        rest[start - span.start : end - span.start] = " " * (end - start)
    return bool(anew) and _LETTER.search(_BETWEEN.sub("", "".join(rest))) is None


def _until(sentence: str, start: int, anew: Sequence[Figure]) -> re.Match[str] | None:
    """What joins two figures where they are the ends of a range: from 7 to 9, between 7 and 9, 22:00至次日8:00."""
    joint = _UNTIL.fullmatch(sentence, anew[0].end, anew[1].start)
    return joint if joint and ("and" not in joint[0] or sentence[start:].lower().startswith("between ")) else None


def _beside(anew: Sequence[Figure], words: Wording) -> str:
    if not anew:
        return ""
    pairs = dict.fromkeys(words.means.format(each.original, each.said) for each in anew[:_MOST_FIGURES])
    return words.brackets.format(words.besides.join(pairs))
