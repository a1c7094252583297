"""Where somebody can be reached: e-mail addresses, telephone numbers and web addresses, asked for and written."""

from __future__ import annotations

import re
from enum import StrEnum


class Contact(StrEnum):
    """How somebody is reached."""

    EMAIL = "e-mail"
    PHONE = "phone"
    WEB = "web"


# The terms that ask for it, and say nothing of whose it is.
REACHING = frozenset({
    "e", "email", "mail", "address", "phone", "telephon", "number", "hotlin", "websit", "web", "site", "url", "contact",
    "call", "ring", "dial", "reach", "send", "sent", "邮箱", "邮件", "电邮", "地址", "电话", "手机", "热线", "号码",
    "电话号码", "联系", "网址", "网站", "官网", "主页", "打", "拨", "拨打", "致电", "发", "发送", "寄",
})  # fmt: skip
# Where somebody can be reached: the address or the number is asked for, not who wrote or called.
_ASKED = tuple(
    (sort, re.compile(pattern))
    for sort, pattern in (
        (
            Contact.EMAIL,
            r"(?:哪个|什么|哪些|哪里的?).{0,4}(?:邮箱|邮件|邮址)|(?:邮箱|邮件|电邮)(?:的?地址)?(?:是|为|写)?(?:什么|多少|哪)"
            r"|的(?:联系|电子)?(?:邮箱|电邮)(?:地址)?[?]?$"
            r"|邮件.{0,4}(?:寄|发|送)(?:到|往|给)?哪|\be-?mail address|\b(?:what|which) e-?mail\b"
            r"|\bwhere (?:do|can|should|to) .*\be-?mail\b",
        ),
        (
            Contact.PHONE,
            r"(?:电话|手机|座机|热线|传真)(?:的?号码?)?(?:是|为)?(?:多少|什么|几|哪)"
            r"|(?:(?:电话|手机|座机|热线|传真)号码?|的(?:联系|咨询|服务|投诉|预约)?(?:电话|热线))[?]?$"
            r"|(?:[打拨]|拨打|致电)(?:什么|哪[个些]?|几号?)|(?:什么|哪个|哪些)(?:联系|咨询|服务|投诉)?(?:电话|热线|号码)"
            r"|\b(?:tele)?phone number|\bfax number|\bhotline number|\bwh(?:at|ich) (?:tele)?(?:phone|hotline)\b"
            r"|\bnumber (?:to|for|do|does|should|can|must).*\b(?:call|ring|dial|phone)\b|\bhow .* by (?:tele)?phone\b",
        ),
        (
            Contact.WEB,
            r"网址|(?:网站|官网|主页|网页)的?(?:地址|链接)?是?(?:什么|多少|哪)|的(?:网站|官网|主页)[?]?$"
            r"|\b(?:web|internet|website) address|\burls?\b"
            r"|\bwhat is .*\bweb ?(?:site|page)\b|\bwhat's .*\bweb ?(?:site|page)\b",
        ),
    )
)
_WRITTEN: dict[Contact, re.Pattern[str]] = {
    Contact.EMAIL: re.compile(r"[\w.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII),
    # Seven digits or more with what sets them apart, or fewer behind a word that says what they are.
    Contact.PHONE: re.compile(
        r"(?<![\d.@\w-])(?!\d{4}-\d{1,2}-\d{1,2}(?!\d))"
        r"(?:\+|\(|\uff08)?\d(?:[ ()\uff08\uff09-]{0,2}\d){6,14}(?![\d%]|[.,]\d)"
        r"|(?<=电话|热线|拨打|致电|短信)[为是: \uff1a]?\d{3,6}(?![ -]?\d)"
        r"|\b(?<=[Cc]all |[Dd]ial |[Rr]ing )\d{3,6}(?![ -]?\d)"
        r"|(?<!\d)\d{3,6}(?=[\w ]{0,8}(?:热线|hotline))",
        re.ASCII,
    ),
    Contact.WEB: re.compile(
        r"https?://[^\s,;\u3000-\u9fff\uff00-\uffef)]+|(?<![\w@.-])(?:[A-Za-z0-9-]+\.)+"
        r"(?:com|cn|org|net|gov|edu|io|info|uk|eu|de|hk|tw)\b(?!@)(?:/[^\s,;\u3000-\u9fff\uff00-\uffef)]*)?",
        re.ASCII,
    ),
}
_ENDS = ".,;:)?!"


def contact_asked_for(question: str) -> Contact | None:
    """What a question asks for, folded: lower case, simplified and half width."""
    return next((sort for sort, pattern in _ASKED if pattern.search(question)), None)


def contacts(text: str, sort: Contact) -> list[tuple[int, int]]:
    """The half-open places in a text of what is written as one of a sort."""
    found = []
    for each in _WRITTEN[sort].finditer(text):
        start, end = each.span()
        while not text[start].isalnum() and text[start] not in "+(\uff08":
            start += 1
        found.append((start, start + len(text[start:end].rstrip(_ENDS))))
    return found
