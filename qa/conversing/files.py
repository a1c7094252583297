"""Questions that name the file to read: In lease.txt, 根据公告.pdf; what of the question is left, and which it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from index.contents import DocumentEntry

_BEFORE = (
    r"(?:[,，]?\s*\b(?:according to|as (?:told|said|stated) in|based on|going by|in|from|per|by|of|under) )?"
    r"(?:the )?(?:\b(?:file|document) )?"
    r"(?:[根依]据|按照?|依照|在|从|查看?|看看?|見|见)?(?:文件|文档|文檔)?[《“\"「『'`]?"
)
_AFTER = (
    r"[》”\"」』'`]?(?:,| ?(?:file|document)\b,?)?(?:(?:这份?|這份?|该|該)?(?:文件|文档|文檔))?"
    r"(?:[里裡]面?|中|内|內|上|的规定|的規定)?(?:[说說写寫](?:的|(?!了|着|什么|什麼|明)))?的?[，：:]?\s*"
)
_ENDING = re.compile(r"\S\.[A-Za-z]")  # without one there is no need to look through the names of all files
_THE_TEXT = "the article "  # what stands for a file that is the subject of an English question


def without_files(question: str, documents: Iterable[DocumentEntry]) -> tuple[str, frozenset[str]]:
    """What is asked of the files that a question names with their endings, and the ids of those; it as it is and none.
    """
    if not _ENDING.search(question):
        return question, frozenset()
    ids: dict[str, set[str]] = {}
    lowered = question.lower()
    for document in documents:
        name = document.source.replace("\\", "/").rpartition("/")[2].lower()
        if "." in name.strip(".") and name in lowered:
            ids.setdefault(name, set()).add(document.id)
    if not ids:
        return question, frozenset()
    names = "|".join(re.escape(each) for each in sorted(ids, key=len, reverse=True))
    mention = re.compile(rf"({_BEFORE})(?<![A-Za-z0-9_-])({names})({_AFTER})", re.IGNORECASE)
    named: set[str] = set()

    def left(found: re.Match[str]) -> str:
        named.update(ids[found[2].lower()])
        within = found[1].strip() or not question[found.end() :].strip() or not question.isascii()
        return " " if within else _THE_TEXT

    rest = re.sub(r"\s+(?=[?,.]|$)", "", mention.sub(left, question)).strip(" ,，")
    return (rest[:1].upper() + rest[1:] if named else question), frozenset(named)
