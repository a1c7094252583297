"""Names that a question writes in the script of the other language and that have no translation: SteamPro 40, BX-70."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import Passage
from index.query import Query
from index.words import is_chinese, terms_kept


def named_abroad(query: Query, passages: Sequence[Passage]) -> list[bool]:
    """Which passages are of a document of the other language in one of whose passages every such name stands.

    None where a passage in the language of the question has them too.
    """
    names = [
        {term.term, *(sound for sound, _ in term.sounds)}
        for term in query.terms
        if not term.term[0].isdigit()
        and is_chinese(term.term[0]) is not query.language.chinese
        and len(term.alternatives) == 1
        and not term.paraphrases
        and not term.together
    ]
    if not names:
        return [False] * len(passages)
    held = [terms_kept(passage.text) | terms_kept(passage.above) for passage in passages]
    named = [all(name & words for name in names) for words in held]
    documents = {passage.document_id for passage, has in zip(passages, named, strict=True) if has}
    of_them = [passage.document_id in documents for passage in passages]
    own = (passage.language.chinese is query.language.chinese for passage in passages)
    return [False] * len(passages) if any(map(min, named, own)) else of_them
