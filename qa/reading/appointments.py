"""Who was put into which post, as Chinese says it: 选举王芳为董事长, 李强任总经理; and where such names end.

A cutter of words takes 林珊任首席技术官 for a 林珊任; what stands about a name tells better where it ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus import Span
from index.names import SURNAMES
from index.rounding import choice
from qa.contrasts import CHINESE_POSTS

POSTS = (
    *"长任记席裁理授者员官监师事人", "代表", "总编", "专家", "学家", "院士", "主播", "导演", "作家", "秘书", "顾问",
)  # fmt: skip
_ENDS = "，,。;；：:、！!？?"
_APPOINTING = "聘任|聘请|聘用|选举|推选|推举|任命|委任|提名|增补|选聘|选出"
_NAME = (
    rf"(?:[{''.join(sorted(SURNAMES))}]|欧阳|司马|上官|诸葛|司徒|慕容|皇甫|尉迟)[\u4e00-\u9fff]{{1,2}}?(?<![主担责信继时现曾历兼连专])"
)
_NAMES = rf"{_NAME}(?:[、和与及]{_NAME})*"
_POST = rf"(?P<post>[^{_ENDS}]{{0,30}}(?:{choice(POSTS)}))(?=[{_ENDS})）]|$)"
_HOLDS = "(?:继续|现|暂)?(?:担任|出任|兼任|升任|(?<!主)任)(?![务何意性教期职用免命])"
_BEFORE = rf"(?:^|(?<=[{_ENDS}（(\s和与及由]))(?!(?<=由)于)"
_APPOINTED = re.compile(rf"(?:{_APPOINTING})(?P<names>{_NAMES})(?:为|{_HOLDS})(?!为){_POST}")
_HOLDING = re.compile(rf"{_BEFORE}(?:目前|其中|此前)?(?P<names>{_NAMES}){_HOLDS}{_POST}")
_DOING = re.compile(
    rf"{_BEFORE}(?P<names>{_NAME})(?=于(?:\d|[今去同次前]年))"
    rf"|(?<=由)(?!于)(?P<first>{_NAME})(?=[和与、]{_NAME})"
)
# Behind a post the name begins, and the verb is behind its end: 市长梁海波作报告, 董事长周牧之因公未到.
_VERBS = "因作说称在于向对率主出表介指强致宣到"
_BEHIND_POST = re.compile(
    rf"(?:{CHINESE_POSTS}|记者|负责人|发言人)(?P<names>[{''.join(sorted(SURNAMES))}][\u4e00-\u9fff][\u4e00-\u9fff])"
    rf"(?<![{_VERBS}])(?=[{_VERBS}])"
)
_TOGETHER = re.compile("兼任?")
_OF_FIRM = re.compile(r"^(?:[本该]?公司|[本该]?集团)(?=.)")
_FORMER = re.compile("[前原副]$|[前上]一?任$|原任$")
_AT_SOME_TIME = "曾任|曾担任|历任|现任|时任|兼任"


class Appointment(NamedTuple):
    """Half-open offsets of one name or several in a row, and of the posts that they hold."""

    names: Span
    posts: Span


def appointments(text: str) -> Iterator[Appointment]:
    """Each of a Chinese text, as it stands."""
    for pattern in (_APPOINTED, _HOLDING):
        for found in pattern.finditer(text):
            yield Appointment(Span(*found.span("names")), Span(*found.span("post")))


def names_told(text: str) -> list[Span]:
    """The names of which the words about them leave no doubt where they begin and end."""
    rows = [names for names, _ in appointments(text)]
    rows += [Span(*found.span(found.lastgroup or 0)) for found in _DOING.finditer(text)]
    rows += [Span(*found.span("names")) for found in _BEHIND_POST.finditer(text)]
    names: dict[int, Span] = {}
    for start, end in rows:
        for place, each in _in_row(text, start, end):
            names.setdefault(place, each)
    return [names[place] for place in sorted(names)]


def _in_row(text: str, start: int, end: int) -> Iterator[tuple[int, Span]]:
    """The names between joining words."""
    for part in re.finditer(r"[^、和与及]+", text[start:end]):
        yield start + part.start(), Span(start + part.start(), start + part.end())


def holder_told(text: str, question: str) -> Span | None:
    """Who holds the post that a question names, where a text says so; of 董事长 and 副董事长 the one asked for."""
    held = [(post, each.names) for each in appointments(text) for post in _single(text[slice(*each.posts)])]
    asked = [(post, names) for post, names in held if _is_asked(post, question)]
    return max(asked, key=lambda each: len(each[0]))[1] if asked else None


def _single(posts: str) -> list[str]:
    return [_OF_FIRM.sub("", post) for post in _TOGETHER.split(posts) if post]


def _is_asked(post: str, question: str) -> bool:
    place = question.find(post)
    return place >= 0 and not _FORMER.search(question[:place])


def post_told(text: str, question: str) -> Span | None:
    """The post of somebody whom a question names, where a text tells whom it was given.

    Where it asks by 曾任 or 现任, what stands behind that word too, in the sentence that names whom it asks about.
    """
    for each in appointments(text):
        if any(text[slice(*name)] in question for _, name in _in_row(text, *each.names)) and "曾" not in question:
            return each.posts
    word = re.search(_AT_SOME_TIME, question)
    named = word and text.find(question[: word.start()])
    if not word or not word.start() or named is None or named < 0:
        return None
    told = re.compile(rf"{word[0]}{_POST}").search(text, named)
    return Span(*told.span("post")) if told else None
