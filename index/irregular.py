"""English forms that no stemmer leads back to their word: overthrew, sunk, geese.

Listed are those that the tables of translations know too seldom, or by sayings alone. Left out are forms that are words
of their own as often: bore, bit, leaves, found.
"""

from __future__ import annotations

from functools import cache

from index.words import stem

_FORMS = """
breed bred; bleed bled; flee fled; weave wove woven; spin spun; sing sang sung; sink sank sunk; swim swam swum;
drink drank drunk; dream dreamt; kneel knelt; leap leapt; learn learnt; burn burnt; sweep swept; weep wept; creep crept;
stick stuck; strike struck stricken; swing swung; ride rode ridden; rise rose risen; wear wore worn; tear tore torn;
swear swore sworn; grow grew grown; fly flew flown; blow blew blown; shake shook shaken; shine shone; stride strode;
strive strove; string strung; cling clung; fling flung; sew sewn; sow sown; mow mown; shear shorn; slay slew slain;
forbid forbade forbidden; withdraw withdrew withdrawn; overthrow overthrew overthrown; overcome overcame;
undertake undertook undertaken; foresee foresaw foreseen; arise arose arisen; awake awoke; behold beheld; repay repaid;
resell resold; overtake overtook overtaken; mislead misled; mistake mistook mistaken; freeze froze frozen;
steal stole stolen; fight fought; seek sought; teach taught; catch caught; dig dug; hang hung; shoot shot;
hide hid hidden; choose chose chosen; drive drove driven; break broke broken; throw threw thrown;
sell sold; outdo outdid outdone; rebuild rebuilt; rewrite rewrote rewritten; undergo underwent;
forgive forgave; deal dealt; feed fed; lend lent; bend bent; tooth teeth; goose geese; ox oxen; wife wives;
knife knives; calf calves; loaf loaves; wolf wolves; thief thieves; shelf shelves; mouse mice; foot feet; child children
"""


def other_forms(term: str) -> tuple[str, ...]:
    """The stems of the other forms of the English word of a stem; empty for words that are regular.

    >>> other_forms("sunk")
    ('sink', 'sank')
    """
    return _table().get(term, ())


@cache
def _table() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for entry in _FORMS.split(";"):
        forms = list(dict.fromkeys(stem(form) for form in entry.split()))
        for form in forms:
            found.setdefault(form, {}).update(dict.fromkeys(other for other in forms if other != form))
    return {form: tuple(others) for form, others in found.items()}
