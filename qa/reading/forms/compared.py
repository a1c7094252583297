"""Which of two things compared is more so, and who of two did what to whom: where the syntax leaves no doubt."""

from __future__ import annotations

import re
from functools import lru_cache

from index.rounding import choice
from index.types import FloatMatrix
from qa.reading.pieces import Pieces, Run

_OPPOSITES = """
older younger|taller shorter|longer shorter|bigger smaller|larger smaller|deeper shallower|heavier lighter|faster slower
quicker slower|higher lower|wider narrower|warmer colder|warmer cooler|hotter colder|cheaper dearer|stronger weaker
richer poorer|better worse|newer older|earlier later|thicker thinner|busier quieter|louder quieter|nearer further
closer further
大 小|长 短|高 低|高 矮|深 浅|重 轻|快 慢|宽 窄|远 近|贵 便宜|早 晚|多 少|厚 薄|强 弱|热 冷|年长 年轻|好 差|新 旧
""".replace("\n", "|").strip("|")
_PAIRS = frozenset(frozenset(pair.split()) for pair in _OPPOSITES.split("|"))
_CHINESE_MORE = choice({word for pair in _PAIRS for word in pair if not word.isascii()})
_BE = "is|was|are|were"
_ASKS_MORE = re.compile(
    rf"^(?:who|which(?: [\w'-]+){{0,3}}?) (?:{_BE}) (?:the )?(?P<more>(?:more|less) \w+|\w+er|better|worse)"
    r"(?: (?:of the two|one))?(?:, [^,]* or [^,]*)?\W*$"
    rf"|(?:谁|哪[一个条座家位只台辆部本间栋种款]?[\u4e00-\u9fff]{{0,4}}?)(?:的[\u4e00-\u9fff]{{1,3}})?[更较]"
    rf"(?P<chinese>{_CHINESE_MORE})[一些点呢]*(?:[，,][^，,]*)?\W*$",
    re.IGNORECASE,
)
_LEADS = r"(?:(?:and|but|while|although|though|because|so|that|however|yesterday|today|then|now) )*"
_LEADS += r"(?:(?:in|on) (?:\w+ )?\d+ )?"
_NAMED = r"(?P<one>(?!(?:there|it|this|that|which|who|not|in|on|at|after)\b)[\w'’&.-]+(?: [\w'’&-]+){0,4}?)"
_IS_MORE = re.compile(
    rf"(?:^|[,;:] ){_LEADS}{_NAMED} (?:{_BE}) (?:(?!(?:not|no|never)\b)[\w.]+ ){{0,3}}"
    r"(?P<more>(?:more|less) \w+|\w+er|better|worse) than (?P<other>[^,;:.!?]+)"
    r"|(?:^|[，。；,;])(?P<chinese_one>[^，。；,;比]{1,16})比(?P<chinese_other>[^，。；,;比]{1,16}?)(?:更|还要?|要)?"
    rf"(?P<chinese>{_CHINESE_MORE})(?:得?多|一?些|一?点儿?|了?约?[\d一二两三四五六七八九十][^，。；,;]*)?(?=[，。；,;！!]|$)",
    re.IGNORECASE,
)
# What one of two does to the other; what is asked of the first, and of the second.
_UNTIL = r"(?= (?:in|on|at|by|after|for|with|from|to|during|\d)\b|[,;:.!?]|$)"
_PARTY, _WON_CHINESE = r"[^，。；,;被]{1,12}", "(?:击败|擊敗|战胜|戰勝|打败|打敗|力克|险胜|险勝|完胜|大胜|淘汰)"
_WON = (
    r"^who (?:won|wins|beat|was the winner)\b|谁(?:赢|贏|[获獲]?[胜勝]|夺[冠得])|哪[个支][^，,]{0,3}(?:赢|[获]?胜|夺冠)"
)
_LOST = r"^who (?:lost|was (?:beaten|defeated))\b|谁(?:输|輸|落?败|负)|哪[个支][^，,]{0,3}(?:输|落?败)"
_SOLD, _BOUGHT = r"^who sold\b|谁[把将]?[^，,]{0,8}卖", r"^who bought\b|谁[^，,]{0,3}买"
_OTHER = rf"(?P<other>[\w'’& -]+?){_UNTIL}"
_DEEDS = tuple(
    tuple(re.compile(each, re.IGNORECASE) for each in row)
    for row in (
        (
            rf"(?:^|[,;:] ){_LEADS}{_NAMED} (?:beat|beats|defeated|defeats|overcame|thrashed) {_OTHER}"
            rf"|(?:^|[，。；,;])(?P<chinese_one>{_PARTY}?){_WON_CHINESE}了?"
            rf"(?P<chinese_other>{_PARTY}?)(?=夺|奪|晋|晉|获|獲|取|[，。；,;！!]|$)",
            _WON,
            _LOST,
        ),
        (
            rf"(?:^|[,;:] ){_LEADS}{_NAMED} (?:was|were) (?:beaten|defeated) by {_OTHER}"
            rf"|(?:^|[，。；,;])(?P<chinese_one>{_PARTY})被(?P<chinese_other>{_PARTY}?){_WON_CHINESE}",
            _LOST,
            _WON,
        ),
        (
            rf"(?:^|[,;:] ){_LEADS}{_NAMED} sold [^,;:.!?]+? to {_OTHER}"
            rf"|(?:^|[，。；,;])(?P<chinese_one>{_PARTY}?)[把将將][^，。；,;]{{1,16}}?[卖賣]给了?(?P<chinese_other>{_PARTY})",
            _SOLD,
            _BOUGHT,
        ),
        (
            rf"(?:^|[,;:] ){_LEADS}{_NAMED} bought [^,;:.!?]+? from {_OTHER}"
            rf"|(?:^|[，。；,;])(?P<chinese_one>{_PARTY}?)[从從向](?P<chinese_other>{_PARTY}?)(?:[那手][里裡]|处|手中)?[买買]",
            _BOUGHT,
            _SOLD,
        ),
        (rf"(?:^|[,;:] ){_LEADS}{_NAMED} lent [^,;:.!?]+? to {_OTHER}", r"^who lent\b", r"^who borrowed\b"),
    )
)
_HERE = 0.6  # how well a word is matched


def ahead_of_other(sentence: Pieces, question: str) -> Run | None:
    """The one of two things compared that is as the question asks: Ben is older than Sue, so she is the younger."""
    wanted = _more_asked(question)
    for told in _IS_MORE.finditer(sentence.text) if wanted else ():
        more = (told["more"] or told["chinese"]).lower()
        if more == wanted or opposite(more, wanted):
            side = "one" if more == wanted else "other"
            return _run(sentence, told, side)
    return None


@lru_cache(maxsize=64)
def _more_asked(question: str) -> str:
    """The comparative of which a question asks who is so; empty where it does not."""
    asked = _ASKS_MORE.search(question.strip())
    return (asked["more"] or asked["chinese"]).lower() if asked else ""


def opposite(one: str, other: str) -> bool:
    """Whether two comparatives are each other's opposite: older and younger, more and less careful."""
    if frozenset({one, other}) in _PAIRS:
        return True
    (first, _, what), (second, _, of_what) = one.partition(" "), other.partition(" ")
    return bool(what) and what == of_what and first != second


def party_of(sentence: Pieces, question: str, matches: FloatMatrix) -> Run | None:
    """Who of two did something to the other, or had it done to them: of "Karin beat Olga" Karin won, Olga lost.

    `matches` is (words of the question, pieces); the sentence must say what else is asked.
    """
    for deed, side, verb in _deeds_asked(question):
        told = deed.search(sentence.text)
        if told is None:
            continue
        unsaid = int((matches.max(axis=1, initial=0) < _HERE).sum())
        if unsaid <= (verb not in sentence.text):  # another verb may say it
            return _run(sentence, told, side)
    return None


@lru_cache(maxsize=64)
def _deeds_asked(question: str) -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """What may tell who did, or suffered, what a question asks; which of the two is meant, and the verb asked with."""
    found = []
    for deed, first, second in _DEEDS:
        side, asking = ("one", first.search(question)) if first.search(question) else ("other", second.search(question))
        if asking:
            found.append((deed, side, asking[0].split()[-1]))
    return tuple(found)


def _run(sentence: Pieces, told: re.Match[str], side: str) -> Run | None:
    """The run of the one or the other; None where the sentence was not cut between it and what is beside it."""
    start, end = told.span(side if told[side] else f"chinese_{side}")
    first, last = sentence.touched(start, end)
    return (first, last) if (sentence.row[first].start, sentence.row[last - 1].end) == (start, end) else None
