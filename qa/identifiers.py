"""Numbers by which things are known: accounts, orders, serial numbers, codes and passwords, asked for and written."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus import Span
from qa.contacts import Contact, contacts

_WHAT = "(?:是|为)?(?:多少|什么|几(?!号)|哪)"
_ASKED = re.compile(
    rf"(?<![几\d口称符信外绰年])号码?(?:{_WHAT}|[?]?$)"
    rf"|(?:(?<=[^\W\da-z])(?<![尺数价])码|口令|密钥|id)(?:{_WHAT}|[?]?$)"
    r"|\b(?:what|which)(?:'s| is| are| was)? (?:the |its |my |our |your |his |her |their )?(?:[\w'-]+ ){0,3}?"
    r"(?:(?:number|code)(?! of (?!the |this |that ))|key(?! to)|password|passcode|passphrase|pin|id|iban|sku|vin"
    r"|postcode|licen[cs]e plate|model)\b"
)
_NO_NUMBER = re.compile(r"\bhow (?:many|much)\b|\bnumber of (?:[\w-]+ )?[\w-]+s\b|\b(?:dress|building) code\b")
_TOKEN = r"[A-Za-z0-9]++(?:[-/._*#][A-Za-z0-9]++)*+"
_WITH_DIGIT = rf"(?=[A-Z]*\d|[A-Za-z]+\d|[A-Za-z0-9._/*#-]*[-/._*#\d]\d){_TOKEN}"
_CAPITALS = r"(?:[A-Z]{1,6} )"
# 6222 0212 0300 4567, SF 1032 4477 8890, AX12-99B3-0042-ZZ
_WRITTEN = re.compile(
    rf"(?<![A-Za-z0-9@]){_CAPITALS}?{_WITH_DIGIT}(?: {_CAPITALS}?{_WITH_DIGIT})*(?![A-Za-z0-9@])", re.ASCII
)

_DOOR = re.compile(r"(?:[A-Z]?\d{1,5}(?:号楼|号院|栋|幢|座|单元|层|楼|室|号房?|房)){2,}", re.ASCII)  # 3号楼302室


def identifier_asked_for(question: str) -> bool:
    """Whether a number or a code by which something is known is asked for; `question` is folded."""
    return _ASKED.search(question) is not None and _NO_NUMBER.search(question) is None


@lru_cache(maxsize=1024)
def identifiers(text: str) -> tuple[Span, ...]:
    """The half-open places of what may be one: letters and digits with what joins them, in groups or in one."""
    return tuple(Span(*found.span()) for found in _WRITTEN.finditer(text))


@lru_cache(maxsize=1024)
def addresses(text: str) -> tuple[Span, ...]:
    """The half-open places of e-mail and web addresses, and of Chinese ones from the building to the door."""
    written = (Span(*place) for sort in (Contact.EMAIL, Contact.WEB) for place in contacts(text, sort))
    return (*written, *(Span(*found.span()) for found in _DOOR.finditer(text)))
