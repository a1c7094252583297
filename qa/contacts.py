"""Where somebody can be reached: e-mail addresses, telephone and fax numbers, web addresses, asked for and written."""

from __future__ import annotations

import re
from enum import StrEnum


class Contact(StrEnum):
    """How somebody is reached."""

    EMAIL = "e-mail"
    PHONE = "phone"
    FAX = "fax"
    WEB = "web"


# The terms that ask for it, and say nothing of whose it is.
REACHING = frozenset({
    "e", "email", "mail", "address", "phone", "telephon", "fax", "number", "hotlin", "websit", "web", "site", "url",
    "contact", "call", "ring", "dial", "reach", "send", "sent", "邮箱", "邮件", "电邮", "地址", "电话", "传真", "手机",
    "热线", "号码", "电话号码", "电话号", "手机号", "手机号码", "联系", "网址", "网站", "官网", "主页", "打", "拨",
    "拨打", "致电", "发", "发送", "寄",
})  # fmt: skip
# Where somebody can be reached: the address or the number is asked for, not who wrote or called.
_NUMBERED = "电话|手机|座机|热线"
_FOR = "联系|咨询|服务|投诉|预约|报名|举报|客服"
_WHAT = "(?:多少|什么(?![时样人])|几号|哪个(?![年月天]))"
_ASKED = tuple(
    (sort, re.compile(pattern))
    for sort, pattern in (
        (
            Contact.EMAIL,
            rf"(?:哪个|什么|哪些|哪里的?).{{0,4}}(?:邮箱|邮址)|(?:邮箱|电邮|邮件地址)(?:地址)?(?:是|为|写)?{_WHAT}"
            r"|(?<![有用个的])(?:邮箱|电邮)(?:地址)?[?]?$|的(?:联系|电子)?(?:邮箱|电邮)(?:地址)?[?]?$|邮件.{0,4}[寄发送](?:到|往|给)?哪"
            r"|\be-?mail address|\b(?:what|which) e-?mail\b"
            r"|\bwhat(?:'s| is) (?:(?!of\b|in\b|about\b)[\w'’-]+ ){1,5}?e-?mail(?: (?:for|of) [^?]*)?\??$"
            r"|\bwhere (?:do|can|should|to) .*\be-?mail\b",
        ),
        (
            Contact.PHONE,
            rf"(?:{_NUMBERED})的?号码?(?:是|为)?{_WHAT}|(?:电话|热线)(?:是|为)?(?:多少|几号)"
            rf"|(?:{_FOR})(?:电话|热线)(?:是|为)?{_WHAT}|(?:(?:{_NUMBERED})号码?|的(?:{_FOR})?(?:电话|热线)|(?<![打接有装用通个的])电话)[?]?$"
            rf"|[打拨](?:打|通)?(?:什么|哪[个些]?|几号?).{{0,4}}(?:电话|热线|号码)|(?:什么|哪个|哪些)(?:{_FOR})(?:电话|热线)"
            r"|\b(?:tele)?phone number|\bhotline number|\bwh(?:at|ich) hotline\b"
            r"|\bwh(?:at|ich) number (?:to|for|do|does|should|can|must).*\b(?:call|ring|dial|phone)\b"
            r"|\bhow (?:can|do|does|should|could|may|to) .* by (?:tele)?phone\b",
        ),
        (
            Contact.FAX,
            rf"传真的?(?:号码?)?(?:是|为)?{_WHAT}|传真(?:号码?)?[?]?$|\bfax number|\b(?:what|which) fax\b",
        ),
        (
            Contact.WEB,
            rf"网址|(?:网站|官网|主页|网页)的?(?:地址|链接)?是?{_WHAT}|的(?:官网|主页)[?]?$"
            r"|\b(?:web|internet|website) address|\b(?:what|which)(?:'s| is)? (?:the )?urls?\b"
            r"|\bwhat(?:'s| is) (?!the (?:name|purpose|point|aim|use)\b)(?:[\w'-]+ ){0,5}?web ?(?:site|page)"
            r"(?: (?:for|of) [^?]*)?\??$",
        ),
    )
)
# It is counted, or who, when or how is asked.
_OTHERWISE = re.compile(
    r"\bhow (?:many|much)\b|\bwho(?:se)?\b|(?:多少|几)[个条部通封次家台款人名元块钱万]"
    r"|谁|什么时候|几时|何时|哪一?种|怎[样么]|如何"
)
_SHORT = r"(?<!\d)\d{3,6}(?![ -]?\d|[.,]\d|%| ?[年月元万人个])"
_DIGITS = r"(?:\+|\(|\uff08)?\d(?:[ ()\uff08\uff09-]{0,2}\d){6,14}"  # seven or more, with what sets them apart
_EXTENSION = r"(?:[ ,\uff0c]{0,2}(?:转|轉|分机|分機|内线|內線|[Ee]xt(?:ension|n)?\.?|x)[ :\uff1a]?\d{1,6})"
_WRITTEN: dict[Contact, re.Pattern[str]] = {
    Contact.EMAIL: re.compile(r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII),
    # Many digits, or fewer beside a word that says what they are.
    Contact.PHONE: re.compile(
        r"(?<![\d.@\w-])(?!\d{4}-\d{1,2}-\d{1,2}(?!\d))"
        rf"{_DIGITS}{_EXTENSION}?(?![\d%]|[.,]\d)"
        rf"|(?:电话|热线|拨打?|致电|打)[为是: \uff1a“\"]{{0,2}}({_SHORT}(?:转\d+)?)"
        rf"|\b(?:[Cc]all|[Dd]ial|[Rr]ing)(?:s|ed|ing)? (?:the \w+ )?({_SHORT})"
        rf"|\b(?:[Hh]ot|[Hh]elp)line(?: number)?(?: is)?,? ({_SHORT})|({_SHORT})(?= ?(?:热线|hotline|helpline))",
        re.ASCII,
    ),
    Contact.FAX: re.compile(
        rf"(?:\b[Ff]ax|\bFAX|传真)[^\d+(,;\uff0c\uff1b\u3002\n]{{0,16}}({_DIGITS})",
        re.ASCII,
    ),
    Contact.WEB: re.compile(
        r"(?:https?://|www\.(?=[A-Za-z0-9-]+\.))[^\s,;\u3000-\u9fff\uff00-\uffef)]+|(?<![\w@.-])(?:[A-Za-z0-9-]+\.)+"
        r"(?:com|cn|org|net|gov|edu|io|info|uk|eu|de|hk|tw)\b(?!@)(?:/[^\s,;\u3000-\u9fff\uff00-\uffef)]*)?",
        re.ASCII,
    ),
}
_ENDS = ".,;:)?!"


def contact_asked_for(question: str) -> Contact | None:
    """What a question asks for, folded: lower case, simplified and half width."""
    if _OTHERWISE.search(question):
        return None
    return next((sort for sort, pattern in _ASKED if pattern.search(question)), None)


def contacts(text: str, sort: Contact) -> list[tuple[int, int]]:
    """The half-open places in a text of what is written as one of a sort."""
    found = []
    for each in _WRITTEN[sort].finditer(text):
        start, end = each.span(each.lastindex or 0)
        found.append((start, start + len(text[start:end].rstrip(_ENDS))))
    return found
