"""Where somebody can be reached: e-mail addresses, telephone numbers and web addresses in a text."""

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


def contacts(text: str, sort: Contact) -> list[tuple[int, int]]:
    """The half-open places in a text of what is written as one of a sort."""
    found = []
    for each in _WRITTEN[sort].finditer(text):
        start, end = each.span()
        while not text[start].isalnum() and text[start] not in "+(\uff08":
            start += 1
        found.append((start, start + len(text[start:end].rstrip(_ENDS))))
    return found
