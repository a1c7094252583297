"""Who was put into which post or is said to hold it: 选举王芳为董事长, 局长为李强; and where such names end.

A cutter of words takes 林珊任首席技术官 for a 林珊任; what stands about a name tells better where it ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus import Span
from index.model.files import vocabulary
from index.names import FULL_NAME, SURNAMES
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
_APPOINTED = re.compile(rf"(?:{_APPOINTING})(?P<names>{_NAMES})(?:接替{FULL_NAME})?(?:为|{_HOLDS})(?!为){_POST}")
_HOLDING = re.compile(rf"{_BEFORE}(?:目前|其中|此前)?(?P<names>{_NAMES}){_HOLDS}{_POST}")
_DOING = re.compile(
    rf"{_BEFORE}(?P<names>{_NAME})(?=于(?:\d|[今去同次前]年))"
    rf"|(?<=由)(?!于)(?P<first>{_NAME})(?=[和与、]{_NAME})"
)
_ACTS = (
    "作|致|就|宣读|主持|出席|参加|表示|介绍|致辞|宣布|感谢|指出|强调|讲话|发言|透露|认为|回忆|代表|接受|率|说|因|称|对"
)
# 校长杨建民主持; 由马立群颁发; “…”方亚军说; 方亚军自2017年起
_ACTING = re.compile(
    rf"(?:{CHINESE_POSTS}|[学画作]家|教师|老师|教授|创始人|秘书|学生|记者|负责人|发言人)(?![于向])(?P<named>{_NAME})(?=[{_ENDS}]|$|{_ACTS}|[将自向为在])"
    rf"|由(?!于)(?P<by>{_NAME})(?=颁|授予|担任|主持|接[替任]|继任|捐|主讲|带队|执导|设计|创[作办立])"
    rf"|(?:^|[{_ENDS}”\s])(?P<alone>{_NAME})(?=(?:表示|指出|强调|透露|认为|说)[，。：“]|自\d{{4}}年)"
)
_TOGETHER = re.compile("兼任?")
_OF_FIRM = re.compile(r"^(?:[本该]?公司|[本该]?集团)(?=.)")
_FORMER = re.compile("[前原副]$|[前上]一?任$|原任$")
TITLES = f"{CHINESE_POSTS}|总编辑?|秘书|代表|首席[^，的是]{2,5}官|总工程师"
_POST_OF_WHO = re.compile(
    rf"^(?:谁是)?(?P<body>.*?)的?(?P<post>[副总]*(?:{TITLES}))"
    r"(?:(?:分别|都|现在)?(?:是谁|是哪位|有哪些|有谁|叫什么(?:名字)?))?\W*$"
)
_RANK = re.compile("(?:第[一二三四五六七八九十]+|首)任$")
_ORDINAL = re.compile(rf"(?:第[一二三四五六七八九十]+|首)任(?:{CHINESE_POSTS})")
_NOW = re.compile("^[现新]任|[现新]任$|的$")
_AT_ANOTHER_TIME = re.compile(r"[前原历]任?$|[上下]一?任|候任|继任|\d")
_STATED = re.compile(
    rf"(?:^|[，,。；;、\s])(?P<body>[^，,。；;、\s]{{0,16}}?)(?P<post>[副总]*(?:{TITLES}))(?:仍|继续|现)?(?P<how>[为是由])"
    rf"(?P<names>{FULL_NAME}(?:、{FULL_NAME})*)(?=[，,。；;\s（(]|$|[兼担]任)"
)
_AT_SOME_TIME = "曾任|曾担任|历任|现任|时任|兼任"


class AskedPost(NamedTuple):
    """The post that a question asks the holder of, and the body, or the matter, that it is of: 教育局, 局长."""

    body: str
    post: str


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
    acting = (Span(*found.span(found.lastgroup or 0)) for found in _ACTING.finditer(text))
    rows += [each for each in acting if text[slice(*each)] not in vocabulary()]
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
    ordinal = _ORDINAL.search(question)  # 第三任所长, of 刺绣研究所第三任所长
    if ordinal and post.endswith(ordinal[0]):
        return True
    place = question.find(post)
    return place >= 0 and not _FORMER.search(question[:place])


def post_asked(question: str) -> AskedPost | None:
    """The post whose holder a Chinese question asks for; None where it asks for none."""
    asking = "谁" in question or "哪" in question or "叫" in question
    asked = _POST_OF_WHO.match(question.strip()) if asking else None
    return AskedPost(_NOW.sub("", asked["body"]), asked["post"]) if asked else None


def holders_stated(text: str, before: str, question: str) -> tuple[int, int] | None:
    """The offsets of who holds the post that a question names, where a text says 局长为 or 局长由: of the body named.

    `before` stands ahead of the text, with the headings. None where the same post is told of several bodies and the
    question does not say which.
    """
    asked = post_asked(question)
    if not asked or _AT_ANOTHER_TIME.search(asked.body):
        return None
    ranked = _RANK.search(asked.body)
    body = _RANK.sub("", asked.body)
    posts = [(found, text[last : found.start("post")]) for last, found in _posts_stated(text)]
    told = [(found, ahead) for found, ahead in posts if found["post"] == asked.post]
    if ranked:
        told = [(found, ahead) for found, ahead in told if found["body"].endswith(ranked[0])]
        return told[0][0].span("names") if len(told) == 1 and (body in text or body in before) else None
    named = [found for found, ahead in told if body and body in ahead]
    if not named and all(not found["body"] for found, _ in told) and (not body or body in before):
        named = [found for found, _ in told]
    return named[0].span("names") if len(named) == 1 else None


def _posts_stated(text: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Each telling of a holder, and where the one before it ends."""
    last = 0
    for found in _STATED.finditer(text):
        yield last, found
        last = found.end()


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
