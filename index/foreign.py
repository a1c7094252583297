"""Names of the other language in a question: in its script, SteamPro 40, or as one hears them, Xingyao for 星曜."""

from __future__ import annotations

from collections.abc import Sequence

from corpus import Passage
from index.query import Query, QueryTerm
from index.words import is_chinese, says

_SURE = 0.8  # how sure it has to be that a word is a name by its sound


def named_abroad(query: Query, passages: Sequence[Passage]) -> list[bool]:
    """Which passages are of a document of the other language in one of whose passages every such name stands.

    None where a passage in the language of the question has them too. Where there is none in that language, what is
    merely heard, France as often as Xingyao, tells no document from another.
    """
    mixed = any(passage.language.chinese is query.language.chinese for passage in passages)
    names = [forms for term in query.terms if (forms := _of_name(query, term, mixed))]
    if not names:
        return [False] * len(passages)
    named = [all(_holds(passage, forms) for forms in names) for passage in passages]
    documents = {passage.document_id for passage, has in zip(passages, named, strict=True) if has}
    of_them = [passage.document_id in documents for passage in passages]
    own = (passage.language.chinese is query.language.chinese for passage in passages)
    return [False] * len(passages) if any(map(min, named, own)) else of_them


def _of_name(query: Query, term: QueryTerm, by_sound: bool) -> set[str]:
    """The forms of a name that no table translates, or `by_sound` that is heard in the other language; else none."""
    heard = {sound for sound, sure in term.sounds if by_sound and sure >= _SURE}
    if is_chinese(term.term[0]) is query.language.chinese:
        return {term.term, *heard} if heard else set()
    untranslated = len(term.alternatives) == 1 and not term.paraphrases and not term.together
    return {term.term, *(sound for sound, _ in term.sounds)} if untranslated and not term.term[0].isdigit() else set()


def _holds(passage: Passage, forms: set[str]) -> bool:
    """Whether a passage or what it stands under says one of the forms; a Chinese one however it is cut into words."""
    return says(f"{passage.above}\n{passage.text}", forms)
