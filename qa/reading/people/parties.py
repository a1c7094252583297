"""Whom a text means by a role: Ann Lee ("the Seller"), 青禾公司（以下简称“供应商”）, 出租方（甲方）：周敏."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from index.folding import fold
from qa.reading.pieces import Pieces, Run

# The parties of contracts, one a line, however they are called.
_PARTIES = """
landlord landlady lessor 房东 出租方 出租人 出租者
tenant lessee renter 租客 租户 房客 承租方 承租人 租房人
seller vendor 卖方 卖家 出卖人 出让方 转让方
buyer purchaser 买方 买家 买受人 购房人 购买方 受让方
supplier 供应商 供货方 供货商 供方
client customer 客户 委托方 委托人 需方
employer 雇主 用人单位 聘用单位
employee 雇员 劳动者 受聘人
lender creditor 出借人 出借方 贷款人 债权人
borrower debtor 借款人 借款方 债务人
guarantor surety 担保人 担保方 保证人
contractor 承包方 承包人 承包商 承揽人 施工方
insurer 保险人 承保人
beneficiary 受益人
licensor 许可方
licensee 被许可方
agent 代理人 代理方 受托人 受托方
donor 捐赠人 捐赠方
甲方
乙方
丙方
"""
_ASKING = tuple(
    re.compile(pattern)
    for pattern in (
        r"^(?:and |so )?who(?: is|'s| are| was| were) (?:the |my |our |your )?(?P<role>[a-z][a-z -]{1,30}?)"
        r"(?: (?:of|for|in|under|on|to) (?:the|this|my|our) [^?]*)?$",
        r"^what (?:is|'s|are) (?:the )?names? of (?:the )?(?P<role>[a-z][a-z -]{1,30})$",
        r"^what (?:is|'s) (?:the )?(?P<role>[a-z][a-z -]{1,30})'s name$",
        r"^谁是(?:[^,]{1,12}的)?(?P<role>[^,的]{2,8})$",
        r"^(?:[^,]{1,12}的)?(?P<role>[^,的]{2,8}?)(?:分别|各)?(?:(?:是|叫)(?:谁|哪位|哪[一个]?家?(?:公司|单位|人|机构)?|什么(?:名字?|人|公司))|叫什么)$",
    )
)
_OCCUPATION = re.compile(r"职业|什么工作|\b(?:occupation|profession|job|for a living)\b", re.IGNORECASE)
_QUOTES = "\"'“”‘’「」『』"
_CALLED = (
    r"(?:(?:hereinafter|hereafter|here|together|jointly|collectively|each|referred|called|known|to|as|is|and)[ ,]+)*"
    r"(?:以下|下称|下文|合称|统称|简称|称为?|称|并|即|均)*[:,]? ?"
)
# A role in brackets, alone but for the words that say that it is one.
_BRACKETED = re.compile(
    rf"\s?\({_CALLED}(?:the )?[{_QUOTES}]*(?:the )?"
    rf"(?P<role>[a-z][a-z -]{{1,30}}?|[\u4e00-\u9fff]{{2,8}})[{_QUOTES}]*\)(?!\s?:)"
)
_NAME_AHEAD = re.compile(  # in English words with capitals
    r"(?:(?:Mrs?|Ms|Dr|Prof|St)\. ?)?[A-Z0-9][\w'’&.-]*"
    r"(?:(?:,(?= (?:Inc|Ltd|LLC)\b))? (?:(?:of|the|and|de|van|von|&|for) ){0,2}[A-Z][\w'’&.-]*)*(?: (?:plc|gmbh|ltd))?$"
)
_CHINESE_AHEAD = re.compile(
    r"(?:^|[，。；：:、;,\s》)）]|(?<!自)由|与|向|(?<=[)）])[和及同])(?P<name>[^，。；：:、;,\s》)）由与向]{2,30})$"
)
_LABEL = re.compile(
    r"(?:^|[\n,，;；。|])[\s#>*\-\d.、]*(?P<label>[A-Za-z][A-Za-z -]{1,30}?|[\u4e00-\u9fff]{2,8})\s?"
    r"(?P<bracket>[(（][^()（）:：]{1,20}[)）])?\s?[:：]\**\s*(?P<value>(?=[^\W_])[^\n,，;；。|(（]{2,60})"
)


class _Told(NamedTuple):
    """A name at half-open offsets, and the roles it is said to have."""

    roles: frozenset[str]
    start: int
    end: int


def bearer_of(sentence: Pieces, question: str) -> Run | None:
    """The name of whoever has the role that the question asks the bearer of, if the sentence says so with a mark."""
    role = _asked(question)
    if not role:
        return None
    meant = _same(role)
    found = [each for each in _told(sentence.text) if each.roles & meant]
    return sentence.touched(found[0].start, found[0].end) if len(found) == 1 else None


def names_bearer(text: str) -> bool:
    """Whether a line tells nothing but who a party is: 乙方（承租人）：尤佳怡."""
    line = text.strip()
    told = _LABEL.match(line)
    return told is not None and told.end() >= len(line.rstrip(".。")) and any(_behind_labels(line))


def another_is_told(question: str, text: str, place: tuple[int, int]) -> bool:
    """Whether a party of a contract is asked for, and the place tells another: the tenant, or no more than a role.

    Nor is a role what somebody does for a living.
    """
    (start, end), role = place, _asked(question)
    own = _role(fold(text[start:end]).text)
    if own in _parties() and _OCCUPATION.search(question):
        return True
    if role not in _parties():
        return False
    meant = _same(role)
    if own in _parties() and not _same(own) & meant:
        return True
    beside = [each for each in _told(text) if each.start < end and start < each.end]
    return any(each.roles & _parties().keys() and not each.roles & meant for each in beside)


@lru_cache(maxsize=256)
def _asked(question: str) -> str:
    """The role whose bearer a question asks for; empty where it asks for none."""
    text = fold(question).text.strip(" ?!。.")
    return next((_role(found["role"]) for asking in _ASKING if (found := asking.search(text))), "")


def _role(said: str) -> str:
    """A role as it is compared: without article and quotes, and singular."""
    bare = re.sub(r"^(?:the|an?) ", "", said.strip(f" {_QUOTES}"))
    return bare.removesuffix("s") if bare.isascii() and not bare.endswith("ss") else bare


def _same(role: str) -> frozenset[str]:
    return _parties().get(role, frozenset({role}))


@cache
def _parties() -> dict[str, frozenset[str]]:
    groups = [frozenset(line.split()) for line in _PARTIES.strip().splitlines()]
    return {way: group for group in groups for way in group} | {
        "party a": frozenset({"party a", "甲方"}), "party b": frozenset({"party b", "乙方"}),
    }  # fmt: skip


@lru_cache(maxsize=1024)
def _told(text: str) -> tuple[_Told, ...]:
    """The names of a text that have a role in brackets behind them, or stand behind a label with or as one."""
    return (*_behind_names(text), *_behind_labels(text))


def _behind_names(text: str) -> Iterator[_Told]:
    folded = fold(text)
    for bracket in _BRACKETED.finditer(folded.text):
        start, _ = folded.span(*bracket.span())
        ahead = text[:start].rstrip()
        name = _NAME_AHEAD.search(ahead)
        chinese = None if name else _CHINESE_AHEAD.search(ahead)
        span = name.span() if name else chinese.span("name") if chinese else None
        if span:
            said = next((way for way in _parties() if not way.isascii() and text.startswith(way, span[0])), "")
            roles = frozenset({_role(bracket["role"]), *([said] if said else [])})  # 出租人周敏（甲方）
            yield _Told(roles, span[0] + len(said), span[1]) if span[0] + len(said) < span[1] else _Told(roles, *span)


def _behind_labels(text: str) -> Iterator[_Told]:
    for found in _LABEL.finditer(text):
        said = [found["label"], *re.split(r"[/,，、]", (found["bracket"] or "").strip("()（）"))]
        roles = frozenset(_role(fold(each).text) for each in said if each.strip())
        if found["bracket"] or roles & _parties().keys():
            value = found["value"].rstrip(" .")
            yield _Told(roles, found.start("value"), found.start("value") + len(value))
