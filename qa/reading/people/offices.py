"""Who holds the post that a question names, told beside it: its finance director, Graham Tully; 董事长郑海涛."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus import Span
from index.passage_index import PassageIndex
from index.rounding import choice
from qa.reading.candidates import Look, candidates
from qa.reading.people.appointments import AskedPost, post_asked
from qa.reading.people.topics import (
    NAME,
    NO_NAME,
    meant_before,
    same_name,
    subject_before,
    unwrapped,
    with_what_is_told,
)
from qa.reading.pieces import dotted, pieces
from qa.types import RankedSentence, ReadSpan

_ASKED = re.compile(
    r"^(?:(?:and|so) )?[Ww]ho(?:'s| is| was| are| were)(?: the| its| their| our| your| a)?(?: new| current| present)?"
    r" (?P<post>[A-Z]{3}|[a-z][A-Za-z -]*?[a-z])"
    r"(?: (?:of|at|for|in) (?:the |this |our )?(?P<body>[A-Za-z][\w .'’&-]*?))?(?<! to)(?<! by)(?<! with)\W*$",
)
_FORMER = re.compile("^(?:前任|原任|前(?![进海门])|原)|(?:前任|原任|[前原])$")
_ANY_BODY = re.compile("^(?:[本该]?(?:公司|集团|单位|学校|医院|社区))|(?:[本该]?(?:公司|集团|单位|学校))$")
_ORDINAL = re.compile("第[一二三四五六七八九十\\d]+|首任|[上下]一?任|候任|继任")
_SAME = (
    frozenset({"chair", "chairman", "chairwoman", "chairperson"}),
    frozenset({"chief executive", "chief executive officer", "ceo"}),
    frozenset({"chief financial officer", "cfo"}),
    frozenset({"chief operating officer", "coo"}),
    frozenset({"chief technology officer", "cto"}),
)
_NOT_BEHIND = (
    r"(?<![-\w])(?<!vice )(?<!deputy )(?<!assistant )(?<!associate )(?<!former )(?<!acting )(?<!outgoing )(?<!late )"
    r"(?<!first )(?<!second )(?<!third )(?<!fourth )(?<!fifth )(?<!last )(?<!previous )"
)
_IS = (
    r"(?:is|was|became|becomes|will become|has become|has been"
    r"|(?:(?:was|has been|is) )?(?:appointed|named|elected|made)(?: as)?"
    r"|joined as|returns as|serves as|served as|promoted to)"
)
_THE = r"(?:the |its |our |their |a |an |new )*"
_OF = r"(?: (?:of|at|for) [^,.;:()]{1,50}?)?"


def office_holder(question: str, ranked: Sequence[RankedSentence], index: PassageIndex) -> ReadSpan | None:
    """Who holds the post that a question names; None where several do, or none is told to."""
    asked, chinese = _ASKED.match(question.strip()), post_asked(question)
    if not asked and not chinese:
        return None
    found: list[tuple[int, ReadSpan]] = []
    for sentence in ranked:
        text = index.document(sentence.passage.document_id).text
        names = [(0, name) for name in _behind_chinese(chinese, sentence)] if chinese else []
        for sure, post in _phrases(asked, sentence) if asked else ():
            names += [(sure, name) for name in _holders(post, sentence, text)]
        naming = Span(sentence.start, sentence.end)
        found += [(sure, with_what_is_told(sentence, naming, name, text)) for sure, name in names]
    surest = max((sure for sure, _ in found), default=0)
    held = [each for sure, each in found if sure == surest]
    return held[0] if held and all(same_name(held[0].text, each.text) for each in held) else None


def _behind_chinese(asked: AskedPost, sentence: RankedSentence) -> Iterator[Span]:
    """The persons whose names stand right behind a Chinese post that is of the body asked about, as far as is said."""
    cut = pieces(sentence.text)
    former = _FORMER.search(asked.body)
    body = _FORMER.sub("", _ANY_BODY.sub("", asked.body))
    if not cut.has("chinese"):
        return
    if ordinal := _ORDINAL.search(body):
        post = f"{body[ordinal.start() :]}{asked.post}"
        told = re.search(rf"(?:是|任|担任|出任|成为)[^，。；,;]{{0,12}}?{post}", sentence.text)
        own = subject_before(sentence.text, told.start()) if told else None
        if own:
            yield Span(sentence.start + own.start, sentence.start + own.end)
        return
    for each in candidates(cut):
        start = cut.row[each.first].start
        ahead = re.split(r"[，,。；;：:、！!？?\s]", sentence.text[:start])[-1]
        if each.look is not Look.PERSON or not ahead.endswith(asked.post):
            continue
        of = ahead.removesuffix(asked.post)
        around = f"{sentence.passage.above}\n{sentence.passage.text}"
        is_former = _FORMER.search(of) is not None
        of_body = body in of or (not _FORMER.sub("", of) and body in around)
        if of_body and is_former is bool(former) and not of.endswith(("副", "总")):
            _, last = dotted(cut, each.first, each.last)
            yield Span(sentence.start + start, sentence.start + cut.row[last - 1].end)


def _phrases(asked: re.Match[str], sentence: RankedSentence) -> list[tuple[int, str]]:
    """The ways to say the post in a sentence, and how surely it is meant then.

    That is with what it is of, and without where that is named above or, less surely, beside.
    """
    post, body = asked["post"].lower(), asked["body"]
    if not body:
        return [(0, post)]
    whole = asked[0][asked.start("post") - asked.start() : asked.end("body") - asked.start()].lower()
    above, words = sentence.passage.above.lower(), body.lower().split()[-2:]
    if all(word in above for word in words):
        return [(2, whole), (2, post)]
    beside = all(word in f"{above}\n{sentence.passage.text.lower()}" for word in words)
    return [(2, whole), (1, post)] if beside else [(2, whole)]


def _holders(post: str, sentence: RankedSentence, text: str) -> Iterator[Span]:
    """Where a sentence, or one before it, names who holds a post."""
    here = unwrapped(text[sentence.start : sentence.end])
    for named in _named(post, here):
        yield Span(sentence.start + named.start, sentence.start + named.end)
    if found := re.search(rf"(?:\b(?:[Ss]he|[Hh]e) (?:{_IS})|\bbecoming) {_THE}{_said(post)}\b", here):
        own = subject_before(here, found.start())
        if own:
            yield Span(sentence.start + own.start, sentence.start + own.end)
        elif meant := meant_before(text, sentence.start):
            yield meant


def _named(post: str, here: str) -> Iterator[Span]:
    """The holders that stand beside a post in a sentence; where one does on either side, its own."""
    said = _said(post)
    name = rf"(?P<name>{NO_NAME}{NAME})"
    then_name = rf"(?P<post>{said})(?:,? |{_OF}(?:, |: | is | was | will be )){name}(?!['’]s)"
    beside = {found.start("post"): Span(*found.span("name")) for found in re.finditer(then_name, here)}
    for pattern in (
        rf"{name},? \((?:[^)]*, )?(?:the )?(?P<post>{said})\b[^)]*\)",
        rf"{name}(?:, \d{{2}})?, {_THE}(?P<post>{said})\b(?=[,.;)]| (?:of|at|for|since|from)\b|$)",
        rf"{name} (?:will |also |then |now )?{_IS} {_THE}(?P<post>{said})\b",
    ):
        for found in re.finditer(pattern, here):
            if found.start("post") not in beside or _name_first(here[: found.start("post")]):
                beside[found.start("post")] = Span(*found.span("name"))
    yield from beside.values()


def _name_first(ahead: str) -> bool:
    """Whether a row of posts and names begins with a name, of which a post and a name follow in turn."""
    parts = re.split(r", ", re.split(r"[;:]|\b(?:while|but|whereas)\b", ahead)[-1])[:-1]
    first = len(parts)
    while first and re.fullmatch(rf"(?:and )?(?:{NAME}|{_THE}(?:[a-z-]+ ?){{1,5}})", parts[first - 1]):
        first -= 1
    begins = [part for part in parts[max(first - 1, 0) :] if part]
    return bool(begins) and re.search(rf"{NAME}$", begins[0]) is not None


def _said(post: str) -> str:
    """The pattern of a post however it is said, and not of another's deputy."""
    return rf"{_NOT_BEHIND}(?i:{choice(_ways(post))})"


def _ways(post: str) -> frozenset[str]:
    return next((same for same in _SAME if post in same), frozenset({post}))
