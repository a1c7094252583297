"""Questions made out of statements: a sentence with something in it asked for (Lewis et al. 2019, unsupervised QA).

They teach the reader what an answer looks like and where its edges are, on far more places than people asked about.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

from index.words import is_chinese
from qa.reading.candidates import Look, candidates
from qa.reading.pieces import Pieces, pieces

DROPPED = 0.25  # of the words that stay, the share left out
CLAUSE_ONLY = 0.4
FRONTED = 0.6  # of the English ones, those that begin with the question word
LONGEST_RUN = 4
_ENGLISH = {
    Look.FIGURE: ("how many", "how much", "what number"), Look.DATE: ("when", "in what year", "what date"),
    Look.PERSON: ("who",), Look.NAME: ("who", "what", "which", "where", "what"), Look.QUOTED: ("what",),
}  # fmt: skip
_CHINESE = {
    Look.FIGURE: ("多少", "几"), Look.DATE: ("什么时候", "哪一年", "何时"), Look.PERSON: ("谁", "哪位"),
    Look.NAME: ("哪里", "什么", "哪个"), Look.QUOTED: ("什么", "哪个"),
}  # fmt: skip


def clozes(context: str, spans: Sequence[tuple[int, int]], chance: random.Random) -> Iterator[dict[str, Any]]:
    """At most one question of each sentence, as a row of a question set."""
    for start, end in spans:
        sentence = pieces(context[start:end])
        if not 6 <= len(sentence.row) <= 60 or not (chosen := chosen_run(sentence, chance)):
            continue
        first, last, look = chosen
        answer = start + sentence.row[first].start, start + sentence.row[last - 1].end
        question = cloze(sentence, first, last, look, chance)
        text = context[answer[0] : answer[1]]
        yield {"context": context, "question": question, "answers": [{"text": text, "start": answer[0]}]}


def chosen_run(sentence: Pieces, chance: random.Random) -> tuple[int, int, Look] | None:
    """A figure, date or name half of the time, else a short run between words that carry meaning."""
    telling = [c for c in candidates(sentence) if c.look in _ENGLISH and c.last - c.first < len(sentence.row) // 2]
    if telling and chance.random() < 0.5:
        one = chance.choice(telling)
        return one.first, one.last, one.look
    stop, word = sentence.column("stop"), sentence.column("word")
    runs = [
        (first, first + size)
        for first in range(len(sentence.row))
        for size in range(1, LONGEST_RUN + 1)
        if first + size <= len(sentence.row)
        and word[first] and word[first + size - 1] and not stop[first] and not stop[first + size - 1]
        and all(word[first : first + size] + stop[first : first + size])
    ]  # fmt: skip
    if not runs:
        return None
    return *chance.choice(runs), Look.QUOTED


def cloze(sentence: Pieces, first: int, last: int, look: Look, chance: random.Random) -> str:
    """The sentence, or the clause, with a question word in place of the pieces `first` up to but not with `last`."""
    word, stop = sentence.column("word"), sentence.column("stop")
    begin, finish = 0, len(sentence.row)
    if chance.random() < CLAUSE_ONLY:
        begin = next((n + 1 for n in range(first - 4, -1, -1) if not word[n] and not stop[n]), 0)
        finish = next((n for n in range(last + 4, len(sentence.row)) if not word[n] and not stop[n]), finish)
    texts = [sentence.text[piece.start : piece.end] for piece in sentence.row]
    kept = {n for n in range(begin, finish) if chance.random() > DROPPED}
    before = [texts[n] for n in range(begin, first) if n in kept]
    after = [texts[n] for n in range(last, finish) if n in kept and texts[n] not in ".。"]
    if any(map(is_chinese, texts)):
        return "".join((*before, chance.choice(_CHINESE[look]), *after)) + "\uff1f"
    asked = chance.choice(_ENGLISH[look])
    parts = (asked, *before, *after) if chance.random() < FRONTED else (*before, asked, *after)
    return " ".join(parts) + "?"
